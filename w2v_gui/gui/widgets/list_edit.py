"""A field for a list, an entry a line; a hundred thousand lines do not stop the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtGui import QColor, QKeySequence, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_SLICE = 40_000
"""Characters that are put in at a time: some fifteen milliseconds."""


class ListEdit(QPlainTextEdit):
    """Plain text that is filled slice by slice, and knows how to take a whole filling back.

    Attributes
    ----------
    edited : Signal()
        Other text stands in it, and all of it.
    undoable : Signal(bool)
        Whether there is anything to take back.
    """

    edited = Signal()
    undoable = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setTabChangesFocus(True)
        self._before: list[str] = []
        self._waiting = ""
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._fill_further)
        self.textChanged.connect(self._tell)
        self.undoAvailable.connect(lambda _: self._tell_undo())

    @property
    def filling(self) -> bool:
        """Whether text is still on its way into it."""
        return self._slices.isActive()

    def begin_with(self, text: str) -> None:
        """Put text in that is not to be taken back."""
        self._before = []
        self._fill(text)

    def fill(self, text: str) -> None:
        """Put text in place of what is there."""
        self._before.append(self.toPlainText())
        self._fill(text)

    def take_back(self) -> None:
        """Undo what was done last: what was typed, or a filling."""
        if self.document().isUndoAvailable():
            self.undo()
        elif self._before and not self.filling:
            self._fill(self._before.pop())

    def mark(self, line: int | None, colour: str) -> None:
        """Lay a colour under a line, counted from 1; None takes it away."""
        block = self.document().findBlockByNumber(line - 1) if line is not None else None
        if block is None or not block.isValid():
            self.setExtraSelections([])
            return
        selection = QTextEdit.ExtraSelection()
        selection.format.setBackground(QColor(colour))
        selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        selection.cursor = QTextCursor(block)
        self.setExtraSelections([selection])

    def go_to(self, line: int) -> None:
        """Put the cursor at the end of a line, counted from 1, and show it."""
        cursor = QTextCursor(self.document().findBlockByNumber(line - 1))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        pasted = source.text()
        if len(pasted) <= _SLICE:
            super().insertFromMimeData(source)
            return
        text, cursor = self.toPlainText(), self.textCursor()
        # Qt counts in units of sixteen bits.
        units = text.encode("utf-16-le", "surrogatepass")
        left, right = units[: 2 * cursor.selectionStart()], units[2 * cursor.selectionEnd() :]
        self.fill(_text(left) + pasted + _text(right))

    def _fill(self, text: str) -> None:
        self._waiting = text
        self.setReadOnly(True)
        self.document().setUndoRedoEnabled(False)
        self.setExtraSelections([])
        self._slices.start()
        self.clear()
        self._fill_further()

    def _fill_further(self) -> None:
        piece, self._waiting = self._waiting[:_SLICE], self._waiting[_SLICE:]
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(piece)
        if not self._waiting:
            self._slices.stop()
            self.document().setUndoRedoEnabled(True)
            self.setReadOnly(False)
            self._tell()
            self._tell_undo()

    def _tell(self) -> None:
        if not self.filling:
            self.edited.emit()

    def _tell_undo(self) -> None:
        self.undoable.emit(not self.filling and (self.document().isUndoAvailable() or bool(self._before)))


def _text(units: bytes) -> str:
    return units.decode("utf-16-le", "surrogatepass")
