"""Two fields above the table of training pairs: the next pair of a word, and a pair by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from w2v_gui.gui.spellings import missing_sentence, spelling_sentence
from w2v_gui.gui.text import number, one_line, set_tooltip
from w2v_gui.gui.widgets.number_field import NumberField, parsed
from w2v_gui.gui.widgets.word_entry import WordEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from w2v_gui.corpus.vocabulary import Vocabulary

_WORD_WIDTH = 106
_NUMBER_WIDTH = 86


class PairSeeking(QWidget):
    """Takes a word or a number; what cannot be found is said in a sentence.

    Attributes
    ----------
    word_entered : Signal(int)
        The id of a word of the text.
    number_entered : Signal(object)
        The number of a row, from 1.
    unknown : Signal(str)
        A word that the text does not have; `show_spellings` takes the answer.
    told : Signal(str)
        What is to be said about what was entered; empty when there is nothing to say any more.
    """

    word_entered = Signal(int)
    number_entered = Signal(object)
    unknown = Signal(str)
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary: Vocabulary | None = None
        self._count = self._kept = 0
        self._missing = ""
        self._sentence: Callable[[], str] | None = None
        self.word = WordEntry()
        self.word.setFixedWidth(_WORD_WIDTH)
        self.number = NumberField(whole=True, minimum=1, step=1)
        self.number.setFixedWidth(_NUMBER_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch(1)
        row.addWidget(self.word)
        row.addWidget(self.number)
        self.word.entered.connect(self._take_word)
        self.number.returnPressed.connect(self._take_number)
        self.number.edited.connect(lambda: self.number.set_wrong(False))
        self.set_rows(0, 0)
        self.retranslate()

    def set_vocabulary(self, vocabulary: Vocabulary) -> None:
        """Look for these words from now on."""
        self._vocabulary = vocabulary
        self._missing = ""
        self.word.set_words(vocabulary.words)
        self._tell(None)

    def set_rows(self, count: int, kept: int) -> None:
        """Say how many rows there are, and how many words of the vocabulary are trained."""
        self._count, self._kept = count, kept
        self.setEnabled(count > 0)

    def show_spellings(self, word: str, spellings: Sequence[str]) -> None:
        """Say which words are spelled like one that was searched for in vain."""
        if word == self._missing:
            self._tell(lambda: spelling_sentence(word, spellings, self._kept))

    def not_a_centre(self, word: int) -> None:
        """Say that no pair has a word, by its id, at its centre."""
        if self._vocabulary is None:
            return
        text, count = self._vocabulary.words[word], int(self._vocabulary.counts[word])

        def why() -> str:
            if word >= self._kept:
                said = self.tr("“{word}” occurs {count} times, less than the minimum count: no pair has it.")
            else:
                said = self.tr(
                    "None of the {count} occurrences of “{word}” is the centre of a pair: subsampling has left them "
                    "out, or they have no window."
                )
            return said.format(word=one_line(text, 60), count=number(count))

        self._tell(why)

    def retranslate(self) -> None:
        self.word.setPlaceholderText(self.tr("Find a word"))
        self.word.setAccessibleName(self.tr("Word at the centre of the next pair"))
        set_tooltip(self.word, self.tr("The next pair with this word at its centre; Return again for one further on."))
        self.number.setPlaceholderText(self.tr("Pair no."))
        self.number.setAccessibleName(self.tr("Number of the pair to go to"))
        set_tooltip(self.number, self.tr("Go to a pair by its number (Ctrl+G)"))
        self._tell(self._sentence)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _take_word(self, typed: str) -> None:
        # To look for the same word once more, one presses Return once more.
        self.word.setText(typed)
        self.word.selectAll()
        self._missing = ""
        self._tell(None)
        if self._vocabulary is None:
            return
        known = self._vocabulary.find(typed)
        if known is not None:
            self.word_entered.emit(known)
            return
        self._missing = typed
        self._tell(lambda: missing_sentence(typed, self._kept))
        self.unknown.emit(typed)

    def _take_number(self) -> None:
        value = parsed(self.number.text())
        if isinstance(value, int) and 1 <= value <= self._count:
            self._tell(None)
            self.number.set_wrong(False)
            self.number.selectAll()
            self.number_entered.emit(value)
        else:
            self.number.set_wrong(True)
            count = self._count
            self._tell(lambda: self.tr("Pairs are numbered from 1 to {count}.").format(count=number(count)))

    def _tell(self, sentence: Callable[[], str] | None) -> None:
        self._sentence = sentence
        self.told.emit("" if sentence is None else sentence())
