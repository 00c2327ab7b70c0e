"""The training pairs of a text as numbered rows: as many as there are, none of them kept.

The derivation shows them as two tables, and so there are two: a row for each window, and a row for each pair of a
centre with one of its context words.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from w2v_gui.corpus.pairs import Windows
from w2v_gui.corpus.windows import UNIT, Window, gather, make_buffer

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.pair_counts import Counts
    from w2v_gui.corpus.window_rules import WindowRules
    from w2v_gui.corpus.windows import Stream

_UNITS_KEPT = 8
_EXCERPTS_KEPT = 256

REACH = 24
"""So many tokens on either side of a window are shown of a long sentence."""


@dataclass(frozen=True)
class PairRow:
    """One row of the table.

    Attributes
    ----------
    number : int
        From 0.
    position : int
        Where in the corpus the centre stands.
    tokens : tuple of str
        The sentence, or of a long one what is near the window.
    centre : int
        Which of the tokens is the centre word.
    context : tuple of int
        Which of them are its context, from left to right.
    inputs : tuple of int
        Which of them this row gives.
    target : int
        Which of them this row predicts.
    """

    number: int
    position: int
    tokens: tuple[str, ...]
    centre: int
    context: tuple[int, ...]
    inputs: tuple[int, ...]
    target: int

    @property
    def input_words(self) -> tuple[str, ...]:
        """The words this row gives; a word that stands twice in the window is there twice."""
        return tuple(self.tokens[i] for i in self.inputs)

    @property
    def target_word(self) -> str:
        """The word this row predicts."""
        return self.tokens[self.target]


class Unit(NamedTuple):
    """The windows of a stretch of `UNIT` tokens.

    Attributes
    ----------
    tokens, positions : ndarray
        Ids and positions of the kept words in and around it.
    centres : ndarray of int64, shape (n,)
        Which of those have a window.
    left, right : ndarray of int32, shape (n,)
        The context of the i-th of them: from ``left[i]`` to ``right[i]``, without itself.
    before : ndarray of int64, shape (n + 1,)
        How many pairs the windows before it make.
    """

    tokens: NDArray[np.int32]
    positions: NDArray[np.int64]
    centres: NDArray[np.int64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    before: NDArray[np.int64]

    def window(self, i: int) -> Window:
        """Return the i-th window."""
        c, low, high = int(self.centres[i]), int(self.left[i]), int(self.right[i])
        around = [*range(low, c), *range(c + 1, high)]
        return Window(
            int(self.positions[c]),
            int(self.tokens[c]),
            tuple(self.tokens[around].tolist()),
            tuple(self.positions[around].tolist()),
        )


class TrainedWindows:
    """The windows of one epoch, unit by unit, as the kernels see them; those looked at last are kept.

    Not for two threads at a time.

    Parameters
    ----------
    corpus : EncodedCorpus
    rules : WindowRules
    stream : Stream
        That of these rules.

    Attributes
    ----------
    vocabulary : Vocabulary
        The words that are trained.
    """

    def __init__(self, corpus: EncodedCorpus, rules: WindowRules, stream: Stream) -> None:
        self.corpus = corpus
        self.rules = rules
        self.vocabulary = corpus.vocabulary.kept(rules.min_count)
        self._stream = stream
        self._buffer = make_buffer(stream.window)
        self._units: OrderedDict[int, Unit] = OrderedDict()
        self._excerpts: OrderedDict[int, tuple[tuple[str, ...], int, tuple[int, ...]]] = OrderedDict()
        self._sentences = Windows(corpus, rules)

    def copy(self) -> TrainedWindows:
        """Return the same for another thread."""
        return TrainedWindows(self.corpus, self.rules, self._stream)

    def next_with_centre(self, word: int, after: int) -> int | None:
        """Return where the next window with a word at its centre is, from the end of the text on to its beginning.

        Parameters
        ----------
        word : int
            Its id.
        after : int
            A position in the corpus.
        """
        found = self._sentences.with_centre(word, after)
        return None if found is None else found.position

    def unit(self, number: int) -> Unit:
        """Return the windows whose centres stand in a unit."""
        known = self._units.pop(number, None)
        self._units[number] = known = self._gathered(number) if known is None else known
        if len(self._units) > _UNITS_KEPT:
            self._units.popitem(last=False)
        return known

    def excerpt(self, window: Window) -> tuple[tuple[str, ...], int, tuple[int, ...]]:
        """Return the sentence around a window: its tokens, which is the centre, and which are the context."""
        known = self._excerpts.pop(window.position, None)
        if known is None:
            shown = self._sentences.sentence(window, REACH)
            known = shown.tokens, shown.centre, shown.context
        self._excerpts[window.position] = known
        if len(self._excerpts) > _EXCERPTS_KEPT:
            self._excerpts.popitem(last=False)
        return known

    def _gathered(self, number: int) -> Unit:
        begin = number * UNIT
        buffer = self._buffer
        first, last = gather(self._stream, buffer, self.rules.epoch, begin, min(begin + UNIT, len(self.corpus)))
        left, right = buffer.left[first:last], buffer.right[first:last]
        there = np.flatnonzero(left < right)
        sizes = right[there] - left[there] - 1
        return Unit(
            buffer.tokens.copy(),
            buffer.positions.copy(),
            there + first,
            left[there],
            right[there],
            np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)]),
        )


class PairTable(ABC):
    """Training pairs, numbered in the order of the text.

    Not for two threads at a time.

    Parameters
    ----------
    windows : TrainedWindows
    counts : Counts
        Of these windows; of a part of the text, if there should be rows for that alone.
    """

    def __init__(self, windows: TrainedWindows, counts: Counts) -> None:
        self.windows = windows
        self.counts = counts

    @property
    @abstractmethod
    def inputs(self) -> int:
        """How many inputs a row has at most."""

    @property
    @abstractmethod
    def _before(self) -> NDArray[np.int64]:
        """How many rows there are before each unit."""

    @abstractmethod
    def _place(self, unit: Unit, row: int) -> int:
        """Return to which window of a unit its so-and-so-manieth row belongs."""

    @abstractmethod
    def _first_row(self, unit: Unit, window: int) -> int:
        """Return the first row of a window of a unit."""

    @abstractmethod
    def _roles(self, unit: Unit, row: int, centre: int, context: tuple[int, ...]) -> tuple[tuple[int, ...], int]:
        """Return which tokens of an excerpt a row gives, and which it predicts."""

    def __len__(self) -> int:
        """Return how many rows there are."""
        return int(self._before[-1])

    @property
    def share(self) -> float:
        """How much of the text has been counted, from 0 to 1."""
        return min(self.counts.tokens / max(len(self.windows.corpus), 1), 1.0)

    @property
    def complete(self) -> bool:
        """Whether all of the text has been counted."""
        return self.counts.tokens >= len(self.windows.corpus)

    def covers(self, position: int) -> bool:
        """Whether the text has been counted up to a position and beyond."""
        return position < self.counts.tokens

    def copy(self) -> PairTable:
        """Return the same table for another thread."""
        return type(self)(self.windows.copy(), self.counts)

    def numbered_as(self, model: str) -> PairTable:
        """Return the same windows as the table of another model, a key of `TABLES`."""
        return TABLES[model](self.windows, self.counts)

    def rows(self, first: int, count: int) -> list[PairRow]:
        """Return so many rows from one on; fewer at the end."""
        return [self._row(number) for number in range(max(first, 0), min(first + count, len(self)))]

    def row_of(self, position: int) -> int:
        """Return the first row whose centre stands at a position or behind it; the last row if there is none."""
        before = self._before
        number = min(max(position, 0) // UNIT, len(before) - 2)
        if number < 0:
            return 0
        unit = self.windows.unit(number)
        window = int(np.searchsorted(unit.positions[unit.centres], position, side="left"))
        return min(int(before[number]) + self._first_row(unit, window), max(len(self) - 1, 0))

    def _row(self, number: int) -> PairRow:
        before = self._before
        at = int(np.searchsorted(before, number, side="right")) - 1
        unit = self.windows.unit(at)
        row = number - int(before[at])
        window = unit.window(self._place(unit, row))
        tokens, centre, context = self.windows.excerpt(window)
        inputs, target = self._roles(unit, row, centre, context)
        return PairRow(number, window.position, tokens, centre, context, inputs, target)


class CbowTable(PairTable):
    """The derivation's first table: a row gives the context words of a window and predicts its centre."""

    @property
    def inputs(self) -> int:
        """The context words of a whole window."""
        return 2 * self.windows.rules.window

    @property
    def _before(self) -> NDArray[np.int64]:
        return self.counts.windows

    def _place(self, unit: Unit, row: int) -> int:
        return row

    def _first_row(self, unit: Unit, window: int) -> int:
        return window

    def _roles(self, unit: Unit, row: int, centre: int, context: tuple[int, ...]) -> tuple[tuple[int, ...], int]:
        return context, centre


class SkipgramTable(PairTable):
    """The derivation's second table: a row gives the centre of a window and predicts one of its context words."""

    @property
    def inputs(self) -> int:
        """The centre alone."""
        return 1

    @property
    def _before(self) -> NDArray[np.int64]:
        return self.counts.pairs

    def _place(self, unit: Unit, row: int) -> int:
        return int(np.searchsorted(unit.before, row, side="right")) - 1

    def _first_row(self, unit: Unit, window: int) -> int:
        return int(unit.before[window])

    def _roles(self, unit: Unit, row: int, centre: int, context: tuple[int, ...]) -> tuple[tuple[int, ...], int]:
        return (centre,), context[row - int(unit.before[self._place(unit, row)])]


TABLES: dict[str, type[PairTable]] = {"cbow": CbowTable, "skipgram": SkipgramTable}
"""By the choices of the setting ``model``."""
