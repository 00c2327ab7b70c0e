"""The text to be read from any place on: in passages, each with the places where its tokens stand."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.corpus.blocks import OriginalBlocks, RememberedBlocks, SpacedBlocks
from w2v_gui.corpus.characters import END, LINE_ENDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.original import OriginalText

LONGEST = 256
"""Tokens of a passage at the most."""

LONGEST_PART = 2000
"""Characters of a word, or between two words, beyond which the middle of them is left out."""

ELLIPSIS = "…"

_HALF = (LONGEST_PART - len(ELLIPSIS)) // 2
_SPACE = re.compile(r"\s+")
_LAST_LINE_END = re.compile(f".*[{LINE_ENDS}{END}]", re.DOTALL)


@dataclass(frozen=True, eq=False)
class Passage:
    """A sentence, or a part of a long one.

    Attributes
    ----------
    begin, end : int
        Positions of its tokens in the corpus, at most `LONGEST` of them.
    text : str
        As it stands in the file, from the end of the passage before to the end of this one: with capitals,
        punctuation, and the line ends after a sentence.
    starts, ends : ndarray of int32, shape (end − begin,)
        ``text[starts[i]:ends[i]]`` is the token at ``begin + i``.
    opens, closes : bool
        Whether a sentence begins, and ends, with it.
    """

    begin: int
    end: int
    text: str
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    opens: bool
    closes: bool


class Passages:
    """A text in passages. Where they begin depends on the corpus alone; joined, their texts are the text.

    Only what is longer than `LONGEST_PART` without a word, or without the end of one, loses its middle. May be asked
    from several threads at once. What `ready` says yes to is there at once, the rest takes milliseconds; but the very
    first passage takes half a second, in which numba is loaded.

    Parameters
    ----------
    corpus : EncodedCorpus
        Of one token at least.
    original : OriginalText or None
        What was kept of it while it was read. None: its words with spaces between them.
    """

    def __init__(self, corpus: EncodedCorpus, original: OriginalText | None) -> None:
        self._corpus = corpus
        self._blocks = RememberedBlocks(SpacedBlocks(corpus) if original is None else OriginalBlocks(corpus, original))

    def at(self, position: int) -> Passage:
        """Return the passage in which the token at a position stands."""
        begin, end, opens, closes = self._limits(position)
        before = self._gap(begin)
        after = self._gap(end)
        if begin:
            before = before[_cut(before, opens) :]
        if end < len(self._corpus):
            after = after[: _cut(after, closes)]
        text, starts, ends = self._between(begin, end)
        starts += len(before)
        ends += len(before)
        return Passage(begin, end, "".join([before, text, after]), starts, ends, opens, closes)

    def after(self, passage: Passage) -> Passage | None:
        """Return the next passage; None after the last."""
        return self.at(passage.end) if passage.end < len(self._corpus) else None

    def before(self, passage: Passage) -> Passage | None:
        """Return the passage before; None before the first."""
        return self.at(passage.begin - 1) if passage.begin else None

    def offset(self, position: int) -> int:
        """Return where in the text the token at a position begins: a number that stays when it is divided otherwise.

        It counts bytes of the text as it is kept, or tokens where nothing was kept.
        """
        return self._blocks.offset(position)

    def nearest(self, offset: int) -> int:
        """Return the position of the token nearest to an offset, of those in the same part of the text."""
        return self._blocks.nearest(offset)

    def ready(self, position: int) -> bool:
        """Return whether `at` answers at once, because all that it needs is in memory."""
        begin, end, _, _ = self._limits(position)
        first = self._blocks.find(max(begin - 1, 0))
        last = self._blocks.find(min(end, len(self._corpus) - 1))
        return all(map(self._blocks.remembers, range(first, last + 1)))

    def _limits(self, position: int) -> tuple[int, int, bool, bool]:
        """Return where the passage around a position begins and ends, and whether a sentence does."""
        offsets = self._corpus.offsets
        sentence = int(np.searchsorted(offsets, position, side="right")) - 1
        start, stop = int(offsets[sentence]), int(offsets[sentence + 1])
        begin = position - (position - start) % LONGEST
        end = min(begin + LONGEST, stop)
        return begin, end, begin == start, end == stop

    def _gap(self, position: int) -> str:
        """Return what stands before the token at a position and after the token before that."""
        blocks = self._blocks
        before = after = ""
        first, last = -1, blocks.count
        if position > 0:
            first = blocks.find(position - 1)
            block = blocks.load(first)
            here = position - block.begin
            if position < block.end:
                return _shortened(block.text[block.ends[here - 1] : block.starts[here]])
            before = block.text[block.ends[-1] :]
        if position < len(self._corpus):
            last = blocks.find(position)
            block = blocks.load(last)
            after = block.text[: block.starts[0]]
        return _shortened(before + blocks.between(first, last, LONGEST_PART) + after)

    def _between(self, begin: int, end: int) -> tuple[str, NDArray[np.int32], NDArray[np.int32]]:
        """Return the text from the beginning of one token to the end of another, and where the tokens stand in it."""
        texts: list[str] = []
        starts, ends = np.empty(end - begin, np.int32), np.empty(end - begin, np.int32)
        length = 0
        position = begin
        while position < end:
            block = self._blocks.load(self._blocks.find(position))
            stop = min(block.end, end)
            there = slice(position - block.begin, stop - block.begin)
            text, some_starts, some_ends = _part(block.text, block.starts[there], block.ends[there])
            here = slice(position - begin, stop - begin)
            starts[here] = some_starts + length
            ends[here] = some_ends + length
            gap = self._gap(stop) if stop < end else ""
            texts += (text, gap)
            length += len(text) + len(gap)
            position = stop
        return "".join(texts), starts, ends


def gap_reason(gap: str) -> str:
    """Return why something between two tokens is no word: ``"number"``, ``"punctuation"``, or ``""``: it is space."""
    kinds = {unicodedata.category(character)[0] for character in gap}
    if "N" in kinds:
        return "number"
    return "punctuation" if kinds & {"P", "S"} else ""


def _part(
    text: str, starts: NDArray[np.int32], ends: NDArray[np.int32]
) -> tuple[str, NDArray[np.int32], NDArray[np.int32]]:
    """Cut out the text of some tokens, without the middle of what is too long."""
    bounds = np.empty(2 * len(starts), np.int32)
    bounds[0::2], bounds[1::2] = starts, ends
    if (bounds[1:] - bounds[:-1]).max() > LONGEST_PART:
        places = bounds.tolist()
        parts = [_shortened(text[a:b]) for a, b in pairwise(places)]
        text = "".join(parts)
        bounds[0] = 0
        np.cumsum([len(part) for part in parts], out=bounds[1:])
    return text[bounds[0] : bounds[-1]], bounds[0::2] - bounds[0], bounds[1::2] - bounds[0]


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_PART else text[:_HALF] + ELLIPSIS + text[-_HALF:]


def _cut(gap: str, ends_sentence: bool) -> int:
    """Return where one passage ends and the next begins: after the line ends, or else after the first space."""
    found = _LAST_LINE_END.match(gap) if ends_sentence else _SPACE.search(gap)
    return found.end() if found is not None else len(gap)
