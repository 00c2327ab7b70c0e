"""A line for a question, in which the word at the cursor is completed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from w2v_gui.gui.icons import icon
from w2v_gui.gui.text import one_line
from w2v_gui.gui.widgets.fresh_line import FreshLine
from w2v_gui.vectors.question_tokens import beginnings_at, quoted
from w2v_gui.vectors.questions import LONGEST

if TYPE_CHECKING:
    from w2v_gui.gui.theme import Palette
    from w2v_gui.vectors.beginnings import Beginnings

_OFFERED = 12
_LONGEST_BEGINNING = 100


class QuestionEntry(FreshLine):
    """Offers the most frequent words that begin like the one that is being typed, wherever in the line it stands.

    Attributes
    ----------
    entered : Signal(object)
        What was typed, when Return is pressed, or an offer is taken that makes the whole question.
    shortened : Signal()
        What was pasted is too long: only its beginning stands here.
    left_downwards : Signal()
        The arrow was pressed while nothing is offered.
    """

    entered = Signal(object)
    shortened = Signal()
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beginnings: Beginnings | None = None
        self._offers: list[tuple[int, str]] = []
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_OFFERED)
        # Given to the line as its own, it would put the offer in place of the whole line.
        self._completer.setWidget(self)
        popup = self._completer.popup()
        assert popup is not None
        self.popup = popup
        self.popup.clicked.connect(lambda index: self._take(index.row()))
        self.popup.installEventFilter(self)
        self.clear_ = self.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self.clear_.setVisible(False)
        self.clear_.triggered.connect(self._empty)
        self.textChanged.connect(lambda text: self.clear_.setVisible(bool(text)))
        self.textEdited.connect(self._offer)
        self.returnPressed.connect(self._enter)
        self.inputRejected.connect(self._rejected)
        self.setMaxLength(LONGEST)

    def set_beginnings(self, beginnings: Beginnings | None) -> None:
        """Set the words that are offered."""
        self._beginnings = beginnings
        self.popup.hide()

    @property
    def offers(self) -> list[str]:
        """The words that are offered."""
        return [word for _, word in self._offers]

    def apply_palette(self, palette: Palette) -> None:
        self.clear_.setIcon(icon("close", palette.muted))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self._empty()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.popup and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            row, key = self.popup.currentIndex().row(), event.key()
            chosen = row >= 0 and bool(self.popup.selectedIndexes())
            if key == Qt.Key.Key_Escape:
                self.popup.hide()
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(row) if chosen else self._enter()
                return True
            if key == Qt.Key.Key_Tab:
                self._take(row if chosen else 0)
                return True
        return super().eventFilter(watched, event)

    def _offer(self) -> None:
        text, at = self.text(), self.cursorPosition()
        self._offers = []
        for start, beginning in beginnings_at(text, at):
            if self._beginnings is not None and len(beginning) <= _LONGEST_BEGINNING:
                found = self._beginnings.find(beginning, _OFFERED - len(self._offers))
                self._offers += [(start, word) for word in found]
        if [word for _, word in self._offers] == [text]:
            self._offers = []
        self._model.setStringList([one_line(word, 80) for _, word in self._offers])
        if self._offers and self.hasFocus():
            self._completer.complete()
        else:
            self.popup.hide()

    def _take(self, row: int) -> None:
        self.popup.hide()
        if not 0 <= row < len(self._offers):
            return
        start, word = self._offers[row]
        text, at = self.text(), self.cursorPosition()
        written = quoted(word)
        self.setText(text[:start] + written + text[at:])
        self.setCursorPosition(start + len(written))
        self._offers = []
        if self.text().strip() == written:
            self._enter()

    def _enter(self) -> None:
        self.popup.hide()
        if self.text().strip():
            self.entered.emit(self.text())

    def _empty(self) -> None:
        self.clear()
        self.popup.hide()
        self.entered.emit("")

    def _rejected(self) -> None:
        if len(self.text()) >= self.maxLength():
            self.shortened.emit()
