"""The words of a text as rows: how often they occur, and what a training makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QColor, QFontMetrics

from w2v_gui.corpus.statistics import Frequencies
from w2v_gui.engine.chances import Chances
from w2v_gui.gui.panels.plots import label_font
from w2v_gui.gui.text import number, one_line, true_minus
from w2v_gui.gui.theme import LIGHT, Palette, tabular
from w2v_gui.gui.widgets.column_model import ColumnModel
from w2v_gui.gui.widgets.row_table import PADDING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QTableView

    from w2v_gui.corpus.encoded import EncodedCorpus

RANK, WORD, COUNT, SHARE, KEEP, NOISE = range(6)
KEPT, RARE, STOP = "kept", "below min. count", "stop word"

_NONE = "–"
_LONGEST = 80
_AT_ONCE = 4096
# What gives way where there is no room for all: the tooltip of a row has it still.
_GIVE_WAY = (SHARE, RANK, NOISE, KEEP)
_ROOM_FOR_WORD, _MOST_FOR_WORD = 88, 260


class Words:
    """All words there are, with what the counts say of them.

    Ids are those of the text: stop words have the ids after the vocabulary's.

    Parameters
    ----------
    corpus : EncodedCorpus
    stop_counts : sequence of int
        How often each of the stop words occurs.
    """

    def __init__(self, corpus: EncodedCorpus, stop_counts: NDArray[np.int64]) -> None:
        self._vocabulary = corpus.vocabulary
        self._stop_words = corpus.stop_words[: len(stop_counts)]
        self._stop_counts = stop_counts
        self.tokens = max(len(corpus), 1)
        self.frequencies = Frequencies(corpus.vocabulary)

    def __len__(self) -> int:
        """Return how many words there are, with the stop words."""
        return len(self._vocabulary) + len(self._stop_words)

    def word(self, id_: int) -> str:
        beyond = id_ - len(self._vocabulary)
        return self._stop_words[beyond] if beyond >= 0 else self._vocabulary.words[id_]

    def index(self, word: str) -> int | None:
        """Return the id of a word, if it is there."""
        known = self._vocabulary.index(word)
        if known is None and word in self._stop_words:
            return len(self._vocabulary) + self._stop_words.index(word)
        return known

    def count(self, id_: int) -> int:
        beyond = id_ - len(self._vocabulary)
        return int(self._stop_counts[beyond] if beyond >= 0 else self._vocabulary.counts[id_])

    def state(self, id_: int, chances: Chances) -> str:
        """Return whether a word is trained, or why it is not."""
        if id_ >= len(self._vocabulary):
            return STOP
        return KEPT if id_ < chances.words else RARE

    def table(self, rows: NDArray[np.int64], chances: Chances) -> Iterator[Sequence[object]]:
        """Yield all there is to say of some words; the first row names the columns."""
        yield ("rank", "word", "count", "share", "state", "keep_probability", "noise_probability")
        for begin in range(0, len(rows), _AT_ONCE):
            some = rows[begin : begin + _AT_ONCE]
            groups = self.frequencies.group_of(some)
            for id_, group in zip(some.tolist(), groups.tolist(), strict=True):
                count, state = self.count(id_), self.state(id_, chances)
                keep = noise = None
                if state == KEPT:
                    keep = float(chances.keep[group])
                    noise = None if chances.noise is None else float(chances.noise[group])
                rank = None if state == STOP else id_ + 1
                yield (rank, self.word(id_), count, count / self.tokens, state, keep, noise)


class VocabularyTable(ColumnModel):
    """Shows some of the words in some order."""

    columns = 6
    words_in = WORD

    def __init__(self) -> None:
        super().__init__()
        self._words: Words | None = None
        self._chances = Chances(1, 0, np.zeros(0), None)
        self._rows: NDArray[np.int64] = np.zeros(0, np.int64)
        self._sorted_by, self._rising = COUNT, False
        self.apply_palette(LIGHT)

    @property
    def rows(self) -> NDArray[np.int64]:
        """The ids of the words, from above to below."""
        return self._rows

    @property
    def has_noise(self) -> bool:
        """Whether noise words are drawn at all."""
        return self._chances.noise is not None

    def show_rows(self, words: Words, chances: Chances, rows: NDArray[np.int64]) -> None:
        """Show other rows."""
        if words is self._words and np.array_equal(rows, self._rows):
            self.show_chances(chances)
            return
        self.beginResetModel()
        self._words, self._chances, self._rows = words, chances, rows
        self.endResetModel()

    def show_chances(self, chances: Chances) -> None:
        """Show what another training makes of the same rows."""
        self._chances = chances
        self.cells_changed()

    def show_order(self, column: int, *, rising: bool) -> None:
        """Mark the column by which the rows are sorted."""
        self._sorted_by, self._rising = column, rising
        self.titles_changed()

    def apply_palette(self, palette: Palette) -> None:
        self._muted, self._quiet = QColor(palette.muted), QColor(palette.disabled)
        self.cells_changed()

    @property
    def count(self) -> int:
        return len(self._rows)

    def cell_colour(self, row: int, column: int) -> QColor | None:
        if self._rows[row] >= self._chances.words:
            return self._muted if column in (WORD, COUNT) else self._quiet
        return self._muted if column == RANK else None

    # -- what is written ----------------------------------------------------------------------------------------

    def title(self, column: int) -> str:
        arrow = ("↑" if self._rising else "↓") if column == self._sorted_by else ""
        return f"{self.name(column)} {arrow}".strip()

    def name(self, column: int) -> str:
        """Return what a column is called, whether or not the rows are sorted by it."""
        return {
            RANK: self.tr("rank"),
            WORD: self.tr("word"),
            COUNT: self.tr("count"),
            SHARE: self.tr("share %"),
            KEEP: self.tr("P(keep)"),
            NOISE: self.tr("P(noise)"),
        }[column]

    def meaning(self, column: int) -> str:
        return {
            RANK: self.tr("The place of the word when all are sorted by how often they occur; 1 is the most frequent."),
            WORD: self.tr(
                "The word as the model reads it. Sorted by the alphabet, and Chinese characters in common use by sound."
            ),
            COUNT: self.tr("How often the word occurs in the text: n."),
            SHARE: self.tr("Of all tokens of the text, how many are this word: n divided by their number, in percent."),
            KEEP: self.tr(
                "The probability that subsampling keeps an occurrence of the word: (√(n/(t·T)) + 1)·t·T/n, at most 1, "
                "with the setting Subsampling for t and the number of tokens that reach min. count for T, as in "
                "word2vec.c."
            ),
            NOISE: self.tr(
                "The probability that a noise word, when one is drawn, is this word: n to the power of the setting "
                "Noise exponent, divided by the sum of the same over all words that are kept. Mikolov et al. 2013, "
                "arXiv:1310.4546."
            ),
        }[column]

    def cell_text(self, row: int, column: int) -> str:
        assert self._words is not None
        return self._text(self._words, int(self._rows[row]), column)

    def cell_tip(self, row: int, column: int) -> str:
        assert self._words is not None
        return self._explanation(self._words, int(self._rows[row]))

    def _text(self, words: Words, id_: int, column: int) -> str:
        if column == WORD:
            return one_line(words.word(id_), _LONGEST)
        if column == COUNT:
            return number(words.count(id_))
        if column == SHARE:
            return percent_text(words.count(id_) / words.tokens)
        state = words.state(id_, self._chances)
        if column == RANK:
            return _NONE if state == STOP else number(id_ + 1)
        if state != KEPT:
            return self._short_state(state) if column == KEEP else _NONE
        values = self._chances.keep if column == KEEP else self._chances.noise
        return "" if values is None else probability_text(float(values[words.frequencies.group_of(id_)]))

    def _short_state(self, state: str) -> str:
        return self.tr("stop word") if state == STOP else self.tr("rare")

    def _explanation(self, words: Words, id_: int) -> str:
        state = words.state(id_, self._chances)
        lines = [one_line(words.word(id_), _LONGEST)]
        if state == STOP:
            counted = self.tr("{count} times, {share} % of the tokens")
        else:
            counted = self.tr("{count} times, {share} % of the tokens, rank {rank}")
        lines.append(
            counted.format(
                count=number(words.count(id_)),
                share=percent_text(words.count(id_) / words.tokens),
                rank=number(id_ + 1),
            )
        )
        if state == STOP:
            lines.append(self.tr("A stop word: passed over."))
        elif state == RARE:
            lines.append(
                self.tr("Below min. count {count}: passed over.").format(count=number(self._chances.min_count))
            )
        else:
            group = words.frequencies.group_of(id_)
            keep = probability_text(float(self._chances.keep[group]))
            lines.append(self.tr("Subsampling keeps an occurrence with probability {keep}.").format(keep=keep))
            if self._chances.noise is not None:
                noise = probability_text(float(self._chances.noise[group]))
                lines.append(self.tr("A noise word is this word with probability {noise}.").format(noise=noise))
        return "\n".join(lines)


def fit_columns(view: QTableView, table: VocabularyTable, words: Words) -> None:
    """Give every column the room of its numbers, and the words the rest; where that is too little, some give way."""
    widths, room = _widths(view, table, words), view.viewport().width()
    shown = [column for column in widths if column != NOISE or table.has_noise]
    for column in _GIVE_WAY:
        if room - sum(widths[each] for each in shown) < _ROOM_FOR_WORD and column in shown:
            shown.remove(column)
    spare = room - sum(widths[column] for column in shown)
    # Numbers should not stand too far from their words.
    more = max(spare - _MOST_FOR_WORD, 0) // (len(shown) + 1)
    for column, width in widths.items():
        view.setColumnHidden(column, column not in shown)
        view.setColumnWidth(column, width + more)
    view.setColumnWidth(WORD, max(spare - more * len(shown), _ROOM_FOR_WORD))


def _widths(view: QTableView, table: VocabularyTable, words: Words) -> dict[int, int]:
    figures, head = QFontMetrics(tabular(view.font())), QFontMetrics(label_font(view.font()))
    most = words.count(0) if len(words) else 0
    widest = {
        RANK: number(len(words)),
        COUNT: number(most),
        SHARE: "99.999",
        KEEP: "0.999",
        NOISE: true_minus("9.9e-9"),
    }
    return {
        column: 2 * PADDING + max(figures.horizontalAdvance(text), head.horizontalAdvance(table.name(column) + " ↓"))
        for column, text in widest.items()
    }


def percent_text(share: float) -> str:
    """Return a share in percent, in digits that stand under each other."""
    return "<0.001" if 0 < share < 0.5e-5 else f"{100 * share:.3f}"


def probability_text(probability: float) -> str:
    """Return a probability; a small one in powers of ten."""
    if probability >= 0.9995:
        return "1"
    if probability >= 0.001:
        return f"{probability:.3f}" if probability >= 0.01 else f"{probability:.4f}"
    return true_minus(f"{probability:.1e}".replace("e-0", "e-"))
