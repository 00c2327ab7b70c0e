"""A line in which one says which words of a map should stand out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from w2v_gui.gui.text import set_tooltip
from w2v_gui.gui.widgets.search_line import SearchLine
from w2v_gui.gui.word_counts import words_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

_SETTLE_MS = 150


class AtlasFind(SearchLine):
    """What is typed is looked for at once, Return goes from word to word.

    Attributes
    ----------
    asked : Signal(str, bool)
        A part of words, or a regular expression; empty: nothing any more.
    step : Signal(int)
        The next word (1) or the one before (-1) should be shown.
    """

    asked = Signal(str, bool)
    step = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.expression = QPushButton(".*")
        self.expression.setCheckable(True)
        self.expression.setProperty("kind", "tool")
        self.row.insertWidget(1, self.expression)
        self._write: Callable[[], str] = str
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self.entry.textEdited.connect(lambda: self._settle.start())
        self.expression.toggled.connect(self._ask)
        self.previous.clicked.connect(lambda: self.step.emit(-1))
        self.next.clicked.connect(lambda: self.step.emit(1))
        self.retranslate()

    def close_bar(self) -> None:
        self._settle.stop()
        super().close_bar()

    def _ask(self) -> None:
        self._settle.stop()
        self.asked.emit(self.entry.text().strip(), self.expression.isChecked())

    def say(self, write: Callable[[], str]) -> None:
        """Say a sentence, in the language of the moment."""
        self._write = write
        self.message.setText(write())

    def say_found(self, count: int) -> None:
        """Say how many words were found on the map."""
        self.say(lambda: self._found_text(count))

    def _found_text(self, count: int) -> str:
        if count == 0:
            return self.tr("No such word on the map.")
        return words_text(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._settle.isActive():
                self._ask()
            else:
                self.step.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        super().retranslate()
        self.entry.setPlaceholderText(self.tr("Find words on the map"))
        self.entry.setAccessibleName(self.tr("Find words on the map"))
        meaning = self.tr("Regular expression")
        set_tooltip(self.expression, meaning)
        self.expression.setAccessibleName(meaning)
        self.previous.set_meaning(self.tr("The word before (Shift+Return)"))
        self.next.set_meaning(self.tr("The next word (Return)"))
        self.message.setText(self._write())
