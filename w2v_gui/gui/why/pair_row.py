"""Two fields for the words that are compared, and a button that changes their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.word_entry import WordEntry

if TYPE_CHECKING:
    from collections.abc import Sequence


class PairRow(QWidget):
    """Takes two words.

    Attributes
    ----------
    entered : Signal(str, str)
        Both words, as soon as there are two.
    swapped : Signal()
        They should change places.
    typed : Signal()
        Something is being written into a field.
    """

    entered = Signal(str, str)
    swapped = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = WordEntry(), WordEntry()
        self.swap = IconButton("page_compare")
        self.swap.setFixedWidth(26)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(4)
        first, second = self.entries
        for widget, stretch in ((first, 1), (self.swap, 0), (second, 1)):
            row.addWidget(widget, stretch)
        for place, entry in enumerate(self.entries):
            entry.setMinimumWidth(40)
            entry.entered.connect(lambda word, place=place: self._take(place, word))
            entry.textEdited.connect(self.typed)
        self.swap.clicked.connect(self.swapped)
        self.setFocusProxy(first)
        self.retranslate()

    @property
    def pair(self) -> tuple[str, str]:
        """What stands in the fields."""
        first, second = (" ".join(entry.text().split()) for entry in self.entries)
        return first, second

    def show_pair(self, first: str, second: str) -> None:
        """Write two words into the fields."""
        for entry, word in zip(self.entries, (first, second), strict=True):
            entry.setText(word)
            entry.setCursorPosition(0)

    def set_words(self, words: Sequence[str]) -> None:
        """Offer these words while one types."""
        for entry in self.entries:
            entry.set_words(words)

    def _take(self, place: int, word: str) -> None:
        # An offer that was taken has left the field.
        self.entries[place].setText(word)
        self._enter(place)

    def _enter(self, place: int) -> None:
        first, second = self.pair
        if first and second:
            self.entered.emit(first, second)
        elif first or second:
            self.entries[1 - place].setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        for entry, name in zip(self.entries, (self.tr("First word"), self.tr("Second word")), strict=True):
            entry.setPlaceholderText(name)
            entry.setAccessibleName(name)
        self.swap.set_meaning(self.tr("Change places"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
