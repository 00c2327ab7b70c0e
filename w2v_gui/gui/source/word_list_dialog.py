"""The window in which a list of words is edited: the segmenter's dictionary, or the words to pass over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from w2v_gui.errors import CorpusError
from w2v_gui.gui.exporting import Export
from w2v_gui.gui.form.words import list_text
from w2v_gui.gui.language import sentence
from w2v_gui.gui.source.list_kinds import MOST_KEPT
from w2v_gui.gui.text import one_line, plain_label, set_tooltip
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.list_edit import ListEdit
from w2v_gui.gui.widgets.number_field import NumberField, parsed

if TYPE_CHECKING:
    from collections.abc import Sequence

_CHECK_MS = 250
_SUGGESTED = 50
_MOST_SUGGESTED = 10_000


class WordListDialog(QDialog):
    """Text, an entry a line, checked while one types.

    Parameters
    ----------
    name : str
        The option that it is about: "user_dictionary" or "stop_words".
    frequent : sequence of str
        The words of the text, most frequent first: some of them can be taken into the list.
    palette : Palette
    parent : QWidget

    Attributes
    ----------
    check_asked : Signal(int, str)
        With a number for the answer to bear, and the text.
    load_asked : Signal()
        A file should be put in place of the text.
    save_asked : Signal(object)
        With the `Export` of the text.
    applied : Signal(object)
        With the entries, which are in order.
    """

    check_asked = Signal(int, str)
    load_asked = Signal()
    save_asked = Signal(object)
    applied = Signal(object)

    def __init__(self, name: str, frequent: Sequence[str], palette: Palette = LIGHT, parent: QWidget | None = None):
        super().__init__(parent)
        self._name = name
        self._frequent = frequent
        self._palette = palette
        self._version = 0
        self._entries: tuple[Any, ...] | None = None
        self._error: BaseException | None = None
        self._apply_soon = False
        self._heading = plain_label(kind="title")
        self._lead = plain_label(kind="muted")
        self._lead.setWordWrap(True)
        self.edit = ListEdit(self)
        # Until what it holds is there.
        self.edit.setReadOnly(True)
        self.problem = plain_label(kind="error", parent=self)
        self.problem.setWordWrap(True)
        self.count = plain_label(kind="muted", parent=self)
        self.kept = plain_label(kind="muted", parent=self)
        self.kept.setWordWrap(True)
        self.go_there = QPushButton(self)
        self.load = QPushButton(self)
        self.save = QPushButton(self)
        for button in (self.go_there, self.load, self.save):
            button.setProperty("kind", "pill")
            button.setAutoDefault(False)
        self.undo = IconButton("undo", self)
        self.undo.setAutoDefault(False)
        self.most = NumberField(whole=True, minimum=1, maximum=_MOST_SUGGESTED, parent=self)
        self.most.setFixedWidth(64)
        self.most.show_value(_SUGGESTED)
        self.add = QPushButton(self)
        self.add.setAutoDefault(False)
        self.add_label = plain_label(kind="muted", parent=self)
        self.cancel = QPushButton(self)
        self.cancel.setAutoDefault(False)
        self.apply = QPushButton(self)
        self.apply.setProperty("kind", "primary")
        self.apply.setAutoDefault(False)
        self._checks = QTimer(self)
        self._checks.setSingleShot(True)
        self._checks.setInterval(_CHECK_MS)
        self._connect()
        self._lay_out()
        self.resize(460, 560)
        self._retranslate()
        self._show_state()

    def _connect(self) -> None:
        self._checks.timeout.connect(lambda: self.check_asked.emit(self._version, self.edit.toPlainText()))
        self.edit.edited.connect(self._edited)
        self.edit.undoable.connect(self.undo.setEnabled)
        self.undo.clicked.connect(self.edit.take_back)
        self.undo.setEnabled(False)
        self.go_there.clicked.connect(lambda: self.edit.go_to(self._wrong_line or 1))
        self.load.clicked.connect(self.load_asked)
        self.save.clicked.connect(self._save)
        self.most.edited.connect(lambda _text: self._show_state())
        self.most.returnPressed.connect(self._add_frequent)
        self.add.clicked.connect(self._add_frequent)
        self.cancel.clicked.connect(self.reject)
        self.apply.clicked.connect(self._apply)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._apply)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(6)
        tools.addWidget(self.count, 1)
        for button in (self.load, self.save, self.undo):
            tools.addWidget(button)
        wrong = QHBoxLayout()
        wrong.addWidget(self.problem, 1)
        wrong.addWidget(self.go_there, 0, Qt.AlignmentFlag.AlignTop)
        suggested = QHBoxLayout()
        suggested.setSpacing(6)
        suggested.addWidget(self.add_label)
        suggested.addWidget(self.most)
        suggested.addWidget(self.add)
        suggested.addStretch(1)
        for widget in (self.add_label, self.most, self.add):
            widget.setVisible(bool(self._frequent))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.kept, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self._lead)
        column.addWidget(self.edit, 1)
        column.addLayout(wrong)
        column.addLayout(tools)
        column.addLayout(suggested)
        column.addSpacing(6)
        column.addLayout(foot)

    # -- text and what is wrong with it -------------------------------------------------------------------------

    def begin_with(self, text: str) -> None:
        """Show what the list holds now."""
        self.edit.begin_with(text)

    def show_loaded(self, text: str) -> None:
        """Put what a file holds in place of the text; that can be undone."""
        self.edit.fill(text)
        self.edit.setFocus()

    def show_error(self, error: BaseException) -> None:
        """Say why a file could not be loaded; the text stays as it was."""
        self._error = error
        self._show_state()

    def show_check(self, version: int, entries: tuple[Any, ...] | None, error: BaseException | None) -> None:
        """Take what came of a check, unless the text is another by now."""
        if version != self._version:
            return
        self._entries, self._error = entries, error
        line = self._wrong_line
        self.edit.mark(line, self._palette.error_soft)
        self._show_state()
        if self._apply_soon:
            self._apply()

    @property
    def _wrong_line(self) -> int | None:
        number_ = self._error.values.get("number") if isinstance(self._error, CorpusError) else None
        return number_ if isinstance(number_, int) else None

    def _edited(self) -> None:
        self._version += 1
        self._entries = self._error = None
        self._checks.start()
        self._show_state()

    def _show_state(self) -> None:
        self.problem.setText(self._problem())
        self.problem.setVisible(self._error is not None)
        self.go_there.setVisible(self._wrong_line is not None)
        self.edit.setAccessibleDescription(self.problem.text())
        self.count.setText(list_text(self._entries) if self._entries is not None else "")
        self._show_kept()
        # What is only being checked can be asked for already: it is applied when that is done.
        self.apply.setEnabled(self._error is None or self._entries is not None)
        amount = parsed(self.most.text())
        right = isinstance(amount, int) and 1 <= amount <= _MOST_SUGGESTED
        self.most.set_wrong(not right)
        self.add.setEnabled(right)

    def _show_kept(self) -> None:
        if self.edit.document().characterCount() <= MOST_KEPT:
            self.kept.setText(self.tr("Kept for the next texts and the next start."))
        else:
            self.kept.setText(self.tr("Too long to be kept for the next start: save it as a file."))

    def _problem(self) -> str:
        error = self._error
        if error is None:
            return ""
        if self._wrong_line is None or not isinstance(error, CorpusError):
            return sentence(error)
        values = {
            name: value if isinstance(value, int) else one_line(str(value)) for name, value in error.values.items()
        }
        if "length" in values:
            text = self.tr("Line {number} is {length} characters long: write one word a line.")
        else:
            text = self.tr(
                "Line {number} should be “word”, “word frequency”, “word frequency tag” or “left|right”, and is: {line}"
            )
        return text.format(**values)

    # -- what is done with it -----------------------------------------------------------------------------------

    def _apply(self) -> None:
        if self._entries is None:
            # It is being checked, or something is wrong with it, which is shown.
            self._apply_soon = self._error is None
            if self._wrong_line is not None:
                self.edit.go_to(self._wrong_line)
            return
        self._apply_soon = False
        self.applied.emit(self._entries)
        self.accept()

    def _save(self) -> None:
        text = self.edit.toPlainText()
        self.save_asked.emit(Export(self._heading.text(), "txt", lambda: text.encode("utf-8", "replace")))

    def _add_frequent(self) -> None:
        if not self.add.isEnabled():
            return
        text = self.edit.toPlainText()
        known = set(text.split("\n"))
        amount = int(self.most.text().replace(",", ""))
        added = [word for word in self._frequent[:amount] if word not in known]
        if added:
            self.edit.fill("\n".join([*([text.rstrip("\n")] if text.strip() else []), *added, ""]))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        if self._name == "stop_words":
            title = self.tr("Stop words")
            lead = self.tr(
                "A word a line. These words stay visible in the text, and training passes over them: they are neither "
                "centre nor context."
            )
        else:
            title = self.tr("User dictionary")
            lead = self.tr(
                "A word a line, as “word” or “word frequency tag”. “left|right” divides what would be one word. A "
                "later line counts more than an earlier one."
            )
        self.setWindowTitle(title)
        self._heading.setText(title)
        self._lead.setText(lead)
        self.edit.setAccessibleName(title)
        self.load.setText(self.tr("Load…"))
        self.save.setText(self.tr("Save as…"))
        set_tooltip(
            self.load, self.tr("From a text file in any encoding, in place of what is here; Undo brings it back.")
        )
        set_tooltip(self.save, self.tr("As a text file, in UTF-8."))
        self.undo.set_meaning(self.tr("Undo (Ctrl+Z)"))
        self.go_there.setText(self.tr("Show"))
        self.add_label.setText(self.tr("Most frequent words of this text:"))
        self.most.setAccessibleName(self.add_label.text())
        self.add.setText(self.tr("Add"))
        self.cancel.setText(self.tr("Cancel"))
        self.apply.setText(self.tr("Apply"))
        set_tooltip(self.apply, self.tr("Read the text again with this list (Ctrl+Enter)"))
        self._show_state()
