"""A line above a text in which one looks for something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence

from w2v_gui.gui.text import number, one_line
from w2v_gui.gui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_SHOWN = 40


class FindBar(SearchLine):
    """Looks when it is asked to.

    Attributes
    ----------
    asked : Signal(str, bool)
        What to look for, and whether backwards.
    """

    asked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row.setContentsMargins(12, 6, 8, 0)
        self.entry.textEdited.connect(lambda: self._say())
        self.previous.clicked.connect(lambda: self.ask(backwards=True))
        self.next.clicked.connect(lambda: self.ask())
        self.retranslate()

    def open_bar(self, text: str = "") -> None:
        """Show it, with something to look for if there is."""
        if text:
            self.entry.setText(text)
            self._say()
        super().open_bar()

    def ask(self, *, backwards: bool = False) -> None:
        """Look for what is written, if anything is."""
        if self.entry.text().strip():
            self.asked.emit(self.entry.text().strip(), backwards)

    def say_place(self, position: int) -> None:
        """Say where something has been found."""
        self._say(self.tr("token {number}").format(number=number(position + 1)))

    def say_apart(self, words: str) -> None:
        """Say that words do not stand side by side."""
        self._say(self.tr("“{words}” do not follow each other in the text.").format(words=one_line(words, _SHOWN)))

    def say_unknown(self, word: str, spellings: Sequence[str] = ()) -> None:
        """Say that a word is not there, and which are spelled like it."""
        text = self.tr("“{word}” is not in the text.").format(word=one_line(word, _SHOWN))
        if spellings:
            likely = self.tr(", ", "between words in a list").join(one_line(each, _SHOWN) for each in spellings)
            text += " " + self.tr("Did you mean: {words}?").format(words=likely)
        self._say(text)

    def _say(self, text: str = "") -> None:
        self.message.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask(backwards=back)
        elif event.matches(QKeySequence.StandardKey.FindNext):
            self.ask()
        elif event.matches(QKeySequence.StandardKey.FindPrevious):
            self.ask(backwards=True)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        super().retranslate()
        self.entry.setPlaceholderText(self.tr("Find words in the text"))
        self.entry.setAccessibleName(self.tr("Find words in the text"))
        self.previous.set_meaning(self.tr("The place before (Shift+Return)"))
        self.next.set_meaning(self.tr("The next place (Return)"))
