"""A field for words of the vocabulary, completed while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from w2v_gui.gui.widgets.fresh_line import FreshLine

if TYPE_CHECKING:
    from collections.abc import Sequence

# Looking through so many words takes a few milliseconds: more are looked through bit by bit.
_SLICE = 15_000
_OFFERED = 12


class WordEntry(FreshLine):
    """Offers the most frequent words that begin with what is typed.

    Parameters
    ----------
    parent : QWidget, optional
    words : int
        How many words make an entry: with two, one is completed after the other.

    Attributes
    ----------
    entered : Signal(str)
        What was typed, when Return is pressed or the offer of a last word is taken.
    """

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None, words: int = 1) -> None:
        super().__init__(parent)
        self._wanted = words
        self._words: Sequence[str] = ()
        self._found: list[str] = []
        self._searched = 0
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        # The offers are chosen by us, by frequency: Qt would want all words in its own model.
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
        # The completer writes the word into the field after it has said that it was taken.
        self._completer.activated.connect(self._take_offer, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(self._completer)
        popup = self._completer.popup()
        if popup is not None:
            popup.installEventFilter(self)
        self._search = QTimer(self)
        self._search.setInterval(0)
        self._search.timeout.connect(self._look_further)
        self.textEdited.connect(self._offer)
        self.returnPressed.connect(self._enter)
        self.setMaxLength(1000)

    def set_words(self, words: Sequence[str]) -> None:
        """Set the vocabulary, most frequent first."""
        self._search.stop()
        self._words = words
        self._model.setStringList([])

    def offers(self, typed: str) -> list[str]:
        """Return what is offered for the beginning of a word; of several words the last is completed."""
        self._begin(typed)
        while not self._done():
            self._look_at_slice()
        return self._found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        popup = self._completer.popup()
        if watched is popup and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            # Where no offer is chosen, the completer would take the first one.
            if entered and not popup.selectedIndexes():
                self._enter()
                return True
        return super().eventFilter(watched, event)

    def _begin(self, typed: str) -> None:
        *self._before, self._beginning = typed.split() if typed[-1:].strip() else [*typed.split(), ""]
        self._found = []
        self._searched = 0

    def _done(self) -> bool:
        enough = len(self._found) >= _OFFERED or self._searched >= len(self._words)
        return enough or not self._beginning or len(self._before) >= self._wanted

    def _look_at_slice(self) -> None:
        # A word that is nothing but small letters is found by capitals too.
        beginnings = tuple({self._beginning, self._beginning.lower()})
        start, self._searched = self._searched, self._searched + _SLICE
        fitting = [word for word in self._words[start : self._searched] if word.startswith(beginnings)]
        before = "".join(word + " " for word in self._before)
        self._found += [before + word for word in fitting[: _OFFERED - len(self._found)]]

    def _offer(self, typed: str) -> None:
        # Who changes something in the middle does not want the end completed.
        self._begin(typed if self.cursorPosition() == len(typed) else "")
        self._search.stop()
        if not self._done():
            self._look_at_slice()
        self._model.setStringList(self._found)
        if not self._done():
            self._search.start()

    def _look_further(self) -> None:
        known = len(self._found)
        self._look_at_slice()
        if self._done():
            self._search.stop()
        if len(self._found) > known and self.hasFocus():
            self._model.setStringList(self._found)
            self._completer.complete()

    def _take_offer(self, taken: str) -> None:
        self._search.stop()
        if len(taken.split()) < self._wanted:
            self.setText(taken + " ")
            return
        self.clear()
        self.entered.emit(taken)

    def _enter(self) -> None:
        self._search.stop()
        popup = self._completer.popup()
        if popup is not None and popup.isVisible() and popup.selectedIndexes():
            # An offer is being taken: the completer says so next.
            return
        typed = self.text().strip()
        if typed:
            if popup is not None:
                popup.hide()
            self.entered.emit(typed)
