"""A sentence about a word that was typed, with words to press in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from w2v_gui.gui.text import breakable, menu_text, one_line, plain_label, set_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_GAP = 4


class WordHint(QWidget):
    """Says something, and offers words below it; hidden while there is nothing to say.

    Attributes
    ----------
    chosen : Signal(str)
        One of the offered words.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = plain_label(kind="empty")
        self._label.setWordWrap(True)
        self._sentence = ""
        self._words: tuple[str, ...] = ()
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(_GAP)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self._label)
        column.addLayout(self._row)
        # As wide as there is room: words that were shown where it was wider would not let it be narrow again.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def text(self) -> str:
        """Return the sentence, without the places at which its long words may be broken."""
        return self._sentence

    @property
    def words(self) -> tuple[str, ...]:
        """What is offered."""
        return self._words

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """A button for each word; those for which there is no room are hidden."""
        return tuple(self._buttons)

    def say(self, sentence: str, words: Sequence[str] = ()) -> None:
        """Show a sentence and words to choose from."""
        self._sentence = sentence
        self._label.setText(breakable(sentence))
        if tuple(words) != self._words:
            self._words = tuple(words)
            self._offer()
        self._fit()
        self.setVisible(bool(sentence))

    def _offer(self) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for place, word in enumerate(self._words):
            button = QPushButton(menu_text(word), self)
            button.setProperty("kind", "pill")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            meaning = self.tr("Did you mean “{word}”?").format(word=one_line(word, 60))
            set_tooltip(button, meaning)
            button.setAccessibleName(meaning)
            button.clicked.connect(lambda _checked, word=word: self.chosen.emit(word))
            self._row.insertWidget(place, button)
            self._buttons.append(button)

    def _fit(self) -> None:
        # A splitter asks how high a card must be, not how high it must be for its width. What it was fixed at would
        # be the least that the label says it needs.
        self._label.setMinimumHeight(0)
        self._label.setFixedHeight(max(self._label.heightForWidth(self.width()), 0))
        right = -_GAP
        for button in self._buttons:
            right += _GAP + button.sizeHint().width()
            button.setVisible(right <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
