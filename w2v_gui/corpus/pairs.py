"""The windows of a text that one can look at one after the other, found without going through all of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.corpus.windows import UNIT, gather, make_buffer, windows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.window_rules import WindowRules
    from w2v_gui.corpus.windows import Window

COUNTED = 20_000
"""Texts of up to so many tokens are gone through once, to number their windows."""

REACH = 30
"""So many tokens on either side of a window are shown of a long sentence."""

ELLIPSIS = "…"

_BLOCK = 1 << 18
"""Tokens among which a word is looked for at a time."""

_TRIES = 200
"""A position drawn at random rarely has no window; where it nearly always has none, the next one has to do."""


@dataclass(frozen=True)
class Excerpt:
    """A window in its sentence.

    Attributes
    ----------
    tokens : tuple of str
        The sentence, with words that training passes over too; `ELLIPSIS` stands where some of it is left out.
    centre : int
        Which of them is the centre word.
    context : tuple of int
        Which of them are its context, from left to right.
    """

    tokens: tuple[str, ...]
    centre: int
    context: tuple[int, ...]


class Windows:
    """The windows of one epoch, exactly as they are trained.

    Not for two threads at a time.

    Parameters
    ----------
    corpus : EncodedCorpus
    rules : WindowRules

    Raises
    ------
    ConfigError
        If the rules keep no word at all.
    """

    def __init__(self, corpus: EncodedCorpus, rules: WindowRules) -> None:
        self._corpus = corpus
        self._stream = rules.stream(corpus)
        self._buffer = make_buffer(rules.window)
        self._epoch = rules.epoch

    @property
    def corpus(self) -> EncodedCorpus:
        """The text they are windows of."""
        return self._corpus

    @property
    def epoch(self) -> int:
        """Which epoch's windows they are."""
        return self._epoch

    # -- one after the other --------------------------------------------------------------------------------------

    def at(self, position: int) -> Window | None:
        """Return the window whose centre stands at a position; None where there is none."""
        if not 0 <= position < len(self._corpus):
            return None
        return next(windows(self._stream, self._epoch, position, position + 1), None)

    def first(self) -> Window | None:
        """Return the first window of the text; None if it has no window at all."""
        return self.following(-1)

    def following(self, position: int) -> Window | None:
        """Return the next window after a position; None after the last."""
        for begin, end in _ahead(max(position + 1, 0), len(self._corpus)):
            positions, _ = self._centres(begin, end)
            if len(positions):
                return self.at(int(positions[0]))
        return None

    def preceding(self, position: int) -> Window | None:
        """Return the last window before a position; None before the first."""
        for begin, end in _back(min(position, len(self._corpus))):
            positions, _ = self._centres(begin, end)
            if len(positions):
                return self.at(int(positions[-1]))
        return None

    def random(self, generator: np.random.Generator) -> Window | None:
        """Return a window drawn at random; None if there is none."""
        if not len(self._corpus):
            return None
        for _ in range(_TRIES):
            position = int(generator.integers(len(self._corpus)))
            found = self.at(position)
            if found is not None:
                return found
        return self.following(position) or self.first()

    def spread(self, most: int) -> list[Window]:
        """Return all windows, or of more than ``most`` so many from everywhere in the text."""
        total = self.counted()
        if total is not None and total <= most:
            return [window for p in self._all_centres.tolist() if (window := self.at(p)) is not None]
        places = np.linspace(0, len(self._corpus), most, endpoint=False).astype(int).tolist()
        found = [self.following(place - 1) for place in places]
        return [window for window in found if window is not None]

    def with_centre(self, word: int, after: int = -1) -> Window | None:
        """Return the next window after a position that has a word at its centre, from the end on to the beginning.

        Parameters
        ----------
        word : int
            Its id.
        after : int
            A position in the corpus.

        Returns
        -------
        Window or None
            None if no occurrence of the word has a window: all have been left out by subsampling, or stand alone.
        """
        begin = min(max(after + 1, 0), len(self._corpus))
        found = self._find(word, begin, len(self._corpus))
        return found if found is not None else self._find(word, 0, begin)

    # -- what is left out -----------------------------------------------------------------------------------------

    def kept(self, begin: int, end: int) -> NDArray[np.bool_]:
        """Say which tokens of a stretch are trained in this epoch: neither too rare nor left out by subsampling.

        Returns
        -------
        ndarray of bool, shape (end - begin,)
        """
        found = np.zeros(end - begin, bool)
        for start, stop in _units(begin, end):
            first, last = gather(self._stream, self._buffer, self._epoch, start, stop)
            found[self._buffer.positions[first:last] - begin] = True
        return found

    def chance(self, word: int) -> float:
        """Return the probability with which an occurrence of a word is kept; 0 for one that is too rare."""
        keep = self._stream.keep
        return (float(keep[word]) + 1) / 2.0**32 if word < len(keep) else 0.0

    # -- how many -------------------------------------------------------------------------------------------------

    def counted(self, limit: int = COUNTED) -> int | None:
        """Return how many windows there are; None if the text has more tokens than ``limit``."""
        return len(self._all_centres) if len(self._corpus) <= limit else None

    def number(self, position: int) -> int:
        """Return how many windows there are up to a position and including it; goes through the text once."""
        return int(np.searchsorted(self._all_centres, position, side="right"))

    def numbered(self, number: int) -> Window | None:
        """Return the so-and-so-manieth window, from 1; None if there are not so many; goes through the text once."""
        there = 1 <= number <= len(self._all_centres)
        return self.at(int(self._all_centres[number - 1])) if there else None

    # -- around a window ------------------------------------------------------------------------------------------

    def sentence(self, window: Window, reach: int = REACH) -> Excerpt:
        """Return the sentence a window stands in: whole, or what is near the words of the window.

        Parameters
        ----------
        window : Window
        reach : int
            Of a sentence of more than ``2 · reach`` tokens only those are shown that stand so near a word of the
            window.
        """
        ids, offsets = self._corpus.ids, self._corpus.offsets
        sentence = int(np.searchsorted(offsets, window.position, side="right")) - 1
        start, stop = int(offsets[sentence]), int(offsets[sentence + 1])
        shown = _near((*window.context_positions, window.position), start, stop, reach)
        tokens: list[str] = [ELLIPSIS] if shown[0] > start else []
        places: dict[int, int] = {}
        for here, following in pairwise([*shown, stop]):
            places[here] = len(tokens)
            tokens.append(self._corpus.word(int(ids[here])))
            if following > here + 1:
                tokens.append(ELLIPSIS)
        return Excerpt(
            tuple(tokens), places[window.position], tuple(places[position] for position in window.context_positions)
        )

    # -- the search -----------------------------------------------------------------------------------------------

    def _centres(self, begin: int, end: int) -> tuple[NDArray[np.int64], NDArray[np.int32]]:
        """Return the positions and ids of all centres in a stretch of at most `UNIT` tokens."""
        buffer = self._buffer
        first, last = gather(self._stream, buffer, self._epoch, begin, end)
        here = slice(first, last)
        with_context = buffer.left[here] < buffer.right[here]
        return buffer.positions[here][with_context], buffer.tokens[here][with_context]

    @cached_property
    def _all_centres(self) -> NDArray[np.int64]:
        units = [self._centres(begin, end)[0] for begin, end in _units(0, len(self._corpus))]
        return np.concatenate([np.empty(0, np.int64), *units])

    def _find(self, word: int, begin: int, end: int) -> Window | None:
        # To compare ids takes a hundredth of the time it takes to make windows.
        for start in range(begin, end, _BLOCK):
            hits = np.flatnonzero(self._corpus.ids[start : min(start + _BLOCK, end)] == word) // UNIT
            for unit in np.unique(hits).tolist():
                at = start + unit * UNIT
                positions, tokens = self._centres(at, min(at + UNIT, end))
                found = positions[tokens == word]
                if len(found):
                    return self.at(int(found[0]))
        return None


def _units(begin: int, end: int) -> Iterator[tuple[int, int]]:
    for start in range(begin, end, UNIT):
        yield start, min(start + UNIT, end)


def _ahead(begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield stretches from ``begin`` to ``end``: the next window is mostly near."""
    near = min(begin + 32, end)
    if begin < end:
        yield begin, near
    yield from _units(near, end)


def _back(end: int) -> Iterator[tuple[int, int]]:
    """Yield stretches from ``end`` back to the beginning."""
    length = 32
    while end > 0:
        yield max(end - length, 0), end
        end, length = end - length, UNIT


def _near(marked: tuple[int, ...], start: int, stop: int, reach: int) -> list[int]:
    """Return the positions of a sentence that are at most ``reach`` from one that is marked; all of a short one."""
    if stop - start <= 2 * reach:
        return list(range(start, stop))
    near: list[int] = []
    for m in sorted(marked):
        near += range(max(m - reach, start, near[-1] + 1 if near else start), min(m + reach + 1, stop))
    return near
