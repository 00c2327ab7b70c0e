"""Among which words an answer is looked for, and how: set in a small window of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from w2v_gui.gui.text import number, one_line, plain_label, set_tooltip
from w2v_gui.gui.widgets.list_edit import ListEdit
from w2v_gui.gui.widgets.number_field import NumberField, parsed
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.vectors.questions import Choice

if TYPE_CHECKING:
    from w2v_gui.gui.ask.wish import ListRead

MOST = 1_000
ADD, MUL = "add", "mul"

_SETTLE_MS = 300
_MISSING_TOLD = 3


class AskOptions(QWidget):
    """Fields for how many words, how frequent ones, which, and by which sum.

    Attributes
    ----------
    changed : Signal()
        `choice` is another now.
    list_typed : Signal(object)
        With the text of the list; `show_list` takes what it means.
    load_asked : Signal()
        A file should be put in place of the list.
    """

    changed = Signal()
    list_typed = Signal(object)
    load_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Choice()
        self._read: ListRead | None = None
        self._has_counts = True
        self.top = NumberField(whole=True, minimum=1, maximum=MOST)
        self.min_count = NumberField(whole=True, minimum=1)
        self.method = Segmented((ADD, MUL))
        self.top_label, self.min_label, self.method_label, self.list_label = (plain_label() for _ in range(4))
        self.edit = ListEdit()
        self.edit.setMinimumSize(230, 96)
        self.found = plain_label(kind="muted")
        self.found.setWordWrap(True)
        self.load, self.clear = QPushButton(), QPushButton()
        for button in (self.load, self.clear):
            button.setProperty("kind", "pill")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(lambda: self.list_typed.emit(self.edit.toPlainText()))
        self._lay_out()
        self.top.edited.connect(self._take_numbers)
        self.min_count.edited.connect(self._take_numbers)
        self.method.chosen.connect(lambda method: self._take(replace(self.choice, method=method)))
        self.edit.edited.connect(self._settle.start)
        self.load.clicked.connect(self.load_asked)
        self.clear.clicked.connect(lambda: self.edit.fill(""))
        self.setFocusProxy(self.top)
        self.top.show_value(self.choice.top)
        self.min_count.show_value(1)
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 1)
        for row, (label, field) in enumerate(((self.top_label, self.top), (self.min_label, self.min_count))):
            field.setFixedWidth(84)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        tools = QHBoxLayout()
        tools.addWidget(self.load)
        tools.addWidget(self.clear)
        tools.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(grid)
        column.addSpacing(4)
        column.addWidget(self.method_label)
        column.addWidget(self.method)
        column.addSpacing(4)
        column.addWidget(self.list_label)
        column.addWidget(self.edit, 1)
        column.addWidget(self.found)
        column.addLayout(tools)

    def set_has_counts(self, has_counts: bool) -> None:
        """Allow a minimum count where it is known how often words occur."""
        self._has_counts = has_counts
        self.min_count.setEnabled(has_counts)
        self._explain_min_count()

    def show_list(self, read: ListRead) -> None:
        """Restrict answers to the words of a list that has been read; an empty one restricts nothing."""
        self._read = read
        self._tell_list()
        self._take(replace(self.choice, among=read.words or None))

    def show_loaded(self, text: str) -> None:
        """Put the text of a file into the list."""
        self.edit.fill(text)

    @property
    def summary(self) -> list[str]:
        """What is set, in short."""
        choice = self.choice
        parts = [self.tr("top {count}").format(count=number(choice.top))]
        if choice.min_count > 1 and self._has_counts:
            parts.append(f"≥ {number(choice.min_count)}")
        if choice.among is not None:
            parts.append(self.tr("list of {count}").format(count=number(len(choice.among))))
        if choice.method == MUL:
            parts.append("3CosMul")
        return parts

    def _take_numbers(self) -> None:
        top, least = parsed(self.top.text()), parsed(self.min_count.text() or "1")
        top_right = isinstance(top, int) and 1 <= top <= MOST
        least_right = isinstance(least, int) and 0 <= least < 1 << 62
        self.top.set_wrong(not top_right)
        self.min_count.set_wrong(not least_right)
        if top_right and least_right:
            self._take(replace(self.choice, top=int(top), min_count=int(least)))

    def _take(self, choice: Choice) -> None:
        if choice != self.choice:
            self.choice = choice
            self.changed.emit()

    def _tell_list(self) -> None:
        read = self._read
        if read is None or not read.words:
            self.found.setText(self.tr("None: all words are compared."))
            return
        known = len(read.words) - len(read.missing)
        text = self.tr("{known} of {count} are in the vocabulary.").format(
            known=number(known), count=number(len(read.words))
        )
        if read.missing:
            told = ", ".join(one_line(word, 20) for word in read.missing[:_MISSING_TOLD])
            more = len(read.missing) - _MISSING_TOLD
            missing = self.tr("Not there: {words}.") if more <= 0 else self.tr("Not there: {words} and {more} more.")
            text += " " + missing.format(words=told, more=number(max(more, 0)))
        self.found.setText(text)

    def _explain_min_count(self) -> None:
        if self._has_counts:
            text = self.tr("Only words that occur at least so often are compared.")
        else:
            text = self.tr("How often words occur is not known: the file of these vectors does not say it.")
        for widget in (self.min_label, self.min_count):
            set_tooltip(widget, text)

    def retranslate(self) -> None:
        self.top_label.setText(self.tr("Nearest words, at most"))
        self.min_label.setText(self.tr("Minimum count"))
        self.method_label.setText(self.tr("Sums and analogies"))
        self.list_label.setText(self.tr("Only among these words"))
        for label, widget in (
            (self.top_label, self.top),
            (self.min_label, self.min_count),
            (self.method_label, self.method),
            (self.list_label, self.edit),
        ):
            widget.setAccessibleName(label.text())
        self.method.set_label(ADD, "3CosAdd")
        self.method.set_label(MUL, "3CosMul")
        set_tooltip(
            self.method.button(ADD), self.tr("Words nearest to the sum of the unit vectors. Mikolov et al. 2013.")
        )
        set_tooltip(
            self.method.button(MUL),
            self.tr(
                "Cosines are multiplied and divided instead of being added and subtracted, so that no large one of "
                "them decides alone. Levy and Goldberg 2014."
            ),
        )
        self.edit.setPlaceholderText(self.tr("Type or paste words: one a line, or with commas"))
        self.load.setText(self.tr("Load…"))
        self.clear.setText(self.tr("Clear"))
        self._explain_min_count()
        self._tell_list()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
