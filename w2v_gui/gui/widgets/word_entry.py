"""A field for a word of the vocabulary, completed while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Looking through so many words takes a few milliseconds; rarer ones can still be typed in full.
_SEARCHED = 200_000
_OFFERED = 12


class WordEntry(QLineEdit):
    """Offers the most frequent words that begin with what is typed.

    Attributes
    ----------
    entered : Signal(str)
        A word, when Return is pressed or an offer is taken.
    """

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Sequence[str] = ()
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        # The offers are chosen by us, by frequency: Qt would want all words in its own model.
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
        self._completer.activated.connect(self._take_offer)
        self.setCompleter(self._completer)
        self.textEdited.connect(self._offer)
        self.returnPressed.connect(self._enter)
        self.setMaxLength(1000)

    def set_words(self, words: Sequence[str]) -> None:
        """Set the vocabulary, most frequent first."""
        self._words = words
        self._model.setStringList([])

    def offers(self, typed: str) -> list[str]:
        """Return what is offered for the beginning of a word."""
        found = []
        for word in self._matches(typed):
            found.append(word)
            if len(found) == _OFFERED:
                break
        return found

    def _matches(self, typed: str) -> Iterator[str]:
        beginning = typed.strip()
        if not beginning:
            return iter(())
        lower = beginning.lower()
        return (word for word in self._words[:_SEARCHED] if word.startswith((beginning, lower)))

    def _offer(self, typed: str) -> None:
        self._model.setStringList(self.offers(typed))

    def _take_offer(self, word: str) -> None:
        self.entered.emit(word)
        # The completer writes the word into the field after it has said that it was taken.
        QTimer.singleShot(0, self.clear)

    def _enter(self) -> None:
        word = self.text().strip()
        if word:
            popup = self._completer.popup()
            if popup is not None:
                popup.hide()
            self.entered.emit(word)
