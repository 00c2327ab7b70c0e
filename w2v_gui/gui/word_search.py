"""A field for several words, that says which of them the vocabulary does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.gui.row_choice import MOST, read_words
from w2v_gui.gui.spellings import spelling_sentence
from w2v_gui.gui.text import paragraph, plain_label
from w2v_gui.gui.widgets.word_entry import WordEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from w2v_gui.corpus.vocabulary import Vocabulary

_TOLD = 2
"""So many words that are not there are spoken of: more would take the room from what was found."""


class WordSearch(QWidget):
    """Takes words separated by spaces or commas.

    Attributes
    ----------
    found : Signal(object)
        The ids of the words that are there, as they were typed.
    unknown : Signal(str)
        A word that is not there; `show_spellings` takes the answer.
    """

    found = Signal(object)
    unknown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary: Vocabulary | None = None
        self._missing: dict[str, Sequence[str]] = {}
        self.entry = WordEntry(words=MOST)
        self.hint = plain_label(kind="error")
        self.hint.setWordWrap(True)
        self.hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.entry)
        column.addWidget(self.hint)
        self.entry.entered.connect(self.search)
        self.setFocusProxy(self.entry)
        self.retranslate()

    def begin(self, vocabulary: Vocabulary) -> None:
        """Search in these words from now on, also for what has been typed already."""
        self._vocabulary = vocabulary
        self.entry.set_words(vocabulary.words)
        self.search(self.entry.text())

    def search(self, text: str) -> None:
        """Look for the words in ``text``; the field keeps it, to be changed."""
        if self._vocabulary is None:
            return
        found, missing = read_words(text, self._vocabulary)
        self.entry.setText(text)
        self._missing = dict.fromkeys(missing[:_TOLD], ())
        self._tell()
        if found or not missing:
            self.found.emit(tuple(found))
        for word in self._missing:
            self.unknown.emit(word)

    def show_spellings(self, word: str, spellings: Sequence[str]) -> None:
        """Say which words are spelled like one that was searched for in vain."""
        if word in self._missing:
            self._missing[word] = spellings
            self._tell()

    def _tell(self) -> None:
        kept = len(self._vocabulary) if self._vocabulary is not None else 0
        sentences = [spelling_sentence(word, likely, kept) for word, likely in self._missing.items()]
        self.hint.setText(paragraph(sentences))
        self.hint.setVisible(bool(sentences))

    def retranslate(self) -> None:
        self.entry.setPlaceholderText(self.tr("Words, separated by spaces"))
        self.entry.setAccessibleName(self.tr("Words whose rows are shown"))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
