"""A watched word and its neighbours, live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from w2v_gui.gui.text import number, one_line, plain_label, set_tooltip
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.elided_label import ElidedLabel
from w2v_gui.gui.widgets.neighbour_list import NeighbourList, Row
from w2v_gui.gui.widgets.word_entry import WordEntry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.gui.theme import Palette
    from w2v_gui.session.snapshot import Snapshot

_MOST = 30


class NeighboursPanel(Card):
    """The words nearest to one that is typed or clicked.

    Attributes
    ----------
    watched : Signal(int, int)
        The id of the word to watch, and how many neighbours there is room for.
    unknown : Signal(str)
        A word that was asked for and is not there; `show_spellings` takes the answer.
    """

    watched = Signal(int, int)
    unknown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary: Vocabulary | None = None
        self._word = -1
        self._told_unknown = False
        self.entry = WordEntry()
        self.word_label = ElidedLabel(kind="centre")
        self.count_label = plain_label(kind="muted")
        self.hint = plain_label(kind="empty")
        self.hint.setWordWrap(True)
        self.list = NeighbourList()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.word_label)
        head.addWidget(self.count_label)
        head.addStretch(1)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(12, 10, 10, 8)
        column.setSpacing(8)
        column.addWidget(self.entry)
        column.addLayout(head)
        column.addWidget(self.hint)
        column.addWidget(self.list, 1)
        self.entry.entered.connect(self.watch)
        self.list.chosen.connect(self.watch)
        self.list.room_changed.connect(self._ask_for_more)
        self.show_body(False)
        self.retranslate()

    @property
    def word(self) -> str:
        """The word being watched; empty when none is."""
        return self._vocabulary.words[self._word] if self._vocabulary is not None and self._word >= 0 else ""

    def begin(self, vocabulary: Vocabulary, suggestion: str = "") -> None:
        """Take a new vocabulary; the word that was watched stays if it has it."""
        before = self.word
        self._vocabulary = vocabulary
        self._word = -1
        self.entry.set_words(vocabulary.words)
        self.list.show_rows(())
        self.show_body(True)
        self.watch(before if before in vocabulary else suggestion or suggested(vocabulary))

    def watch(self, word: str) -> None:
        """Watch ``word``, or say that the text does not have it."""
        if self._vocabulary is None or not word:
            return
        found = self._vocabulary.index(word)
        if found is None:
            found = self._vocabulary.index(word.lower())
        if found is None:
            self._told_unknown = True
            self.entry.selectAll()
            self.show_spellings(word, ())
            self.unknown.emit(word)
            return
        if found != self._word:
            self._word = found
            self.list.show_rows(())
        self.entry.clear()
        self._told_unknown = False
        self._describe()
        self.watched.emit(found, self._rows_that_fit())

    def show_spellings(self, word: str, spellings: Sequence[str]) -> None:
        """Say that ``word`` is not there, and which words are spelled like it."""
        if self._vocabulary is None or not self._told_unknown:
            return
        text = self.tr("“{word}” is not among the {count} words that were kept.").format(
            word=one_line(word, 60), count=number(len(self._vocabulary))
        )
        if spellings:
            likely = self.tr(", ", "between words in a list").join(one_line(each, 40) for each in spellings)
            text += " " + self.tr("Did you mean: {words}?").format(words=likely)
        self.hint.setText(text)
        self.hint.show()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if self._vocabulary is None:
            return
        words, counts = self._vocabulary.words, self._vocabulary.counts
        for neighbours in snapshot.neighbours:
            if neighbours.word == self._word:
                pairs = zip(neighbours.ids.tolist(), neighbours.similarities.tolist(), strict=True)
                self.list.show_rows([Row(words[i], similarity, int(counts[i])) for i, similarity in pairs])
                if not self._told_unknown:
                    self.hint.setVisible(not self.list.rows)

    def _describe(self) -> None:
        assert self._vocabulary is not None
        self.word_label.setText(one_line(self.word))
        self.count_label.setText(
            self.tr("count {count}").format(count=number(int(self._vocabulary.counts[self._word])))
        )
        if not self._told_unknown:
            self.hint.setText(self.tr("Its neighbours appear as soon as the model begins to learn."))
            self.hint.setVisible(not self.list.rows)

    def _rows_that_fit(self) -> int:
        return max(4, min(_MOST, self.list.rows_that_fit()))

    def _ask_for_more(self) -> None:
        if self._word >= 0:
            self.watched.emit(self._word, self._rows_that_fit())

    def apply_palette(self, palette: Palette) -> None:
        self.list.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Watched word"))
        self.set_caption(self.tr("nearest by cosine · live"))
        self.set_empty(self.tr("Open a text, and the neighbours of a word will appear here while the model learns."))
        self.entry.setPlaceholderText(self.tr("Type a word"))
        self.entry.setAccessibleName(self.tr("Word to watch"))
        self.list.setAccessibleName(self.tr("Nearest words"))
        set_tooltip(
            self.list,
            self.tr("Cosine of the angle between two rows of W; the small figure is how often the word occurs."),
        )
        if self._word >= 0:
            self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def suggested(vocabulary: Vocabulary) -> str:
    """Return a word that is likely to have telling neighbours: frequent, but none of the little words.

    Little words are short and at the top: the longest of those behind them is nearly always a word of the text's own.
    It is of the script of most others, since what stands between Chinese in Latin letters is often markup.
    """
    first = min(60, len(vocabulary) // 10)
    behind = vocabulary.words[first : first + 240]
    chinese = 2 * sum(map(_is_wide, behind)) > len(behind)
    likely = [word for word in behind if word.isalpha() and len(word) <= 14 and _is_wide(word) == chinese]
    if likely:
        return max(likely, key=len)
    return vocabulary.words[first] if len(vocabulary) else ""


def _is_wide(word: str) -> bool:
    """Return whether a word is written in Chinese characters or the like."""
    return word[:1] > "\u2e80"
