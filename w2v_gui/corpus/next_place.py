"""The next place of some words in a text: by the numbers they have, not by their letters."""

from __future__ import annotations

import re
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from w2v_gui.corpus.segmenters import HAN
from w2v_gui.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus

_BLOCK = 1 << 20
_WAYS = 64
"""Chinese that is typed without spaces is looked for in so many divisions into words."""

_LONGEST = 100
_HAN = re.compile(f"[{HAN}]")


class Found(NamedTuple):
    """What came of a search.

    Attributes
    ----------
    typed : str
        What was looked for.
    places : range
        The tokens; empty if it is not there.
    unknown : str
        Which of its words does not stand in the text at all; empty if each of them does.
    """

    typed: str
    places: range
    unknown: str = ""


def search(
    corpus: EncodedCorpus,
    typed: str,
    start: int,
    *,
    backwards: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Found:
    """Return the next place of some words after ``start``, or the one before it; the text goes round.

    Raises
    ------
    Cancelled
        If ``cancelled`` says so.
    """
    words = typed[: _LONGEST * 10].split()
    ways = [list(islice(_ways(word[:_LONGEST], corpus), _WAYS)) for word in words]
    unknown = next((word for word, ids in zip(words, ways, strict=True) if not ids), "")
    if unknown or not words:
        return Found(typed, range(0), unknown)
    sequences = [sum(way, ()) for way in islice(product(*ways), _WAYS)]
    size = len(corpus)
    stretches = [(0, start), (start, size)] if backwards else [(start + 1, size), (0, start + 1)]
    for begin, end in stretches:
        blocks = list(range(begin, end, _BLOCK))
        for block in reversed(blocks) if backwards else blocks:
            if cancelled():
                raise Cancelled
            places = _places(corpus.ids, sequences, block, min(block + _BLOCK, end))
            if places:
                return Found(typed, max(places, key=_first) if backwards else min(places, key=_first))
    return Found(typed, range(0))


def _first(place: range) -> int:
    return place[0]


def standing(ids: NDArray[np.int32], starts: NDArray[np.intp], sequence: Sequence[int]) -> NDArray[np.intp]:
    """Return those of some places at which a sequence of ids stands."""
    starts = starts[(starts >= 0) & (starts + len(sequence) <= len(ids))]
    for step, wanted in enumerate(sequence):
        starts = starts[ids[starts + step] == wanted]
    return starts


def _places(ids: NDArray[np.int32], sequences: Sequence[tuple[int, ...]], begin: int, end: int) -> list[range]:
    """Return the first and the last place of each sequence that begins in a stretch."""
    found = []
    for sequence in sequences:
        hits = standing(ids, begin + np.flatnonzero(ids[begin:end] == sequence[0]), sequence)
        ends = {int(hits[0]), int(hits[-1])} if len(hits) else set()
        found += [range(hit, hit + len(sequence)) for hit in ends]
    return found


def _ways(word: str, corpus: EncodedCorpus) -> Iterator[tuple[int, ...]]:
    """Yield the words that something typed can be: one, or of Chinese several that follow each other."""
    whole = corpus.find(word)
    if whole is not None:
        yield (whole,)
    if not _HAN.search(word):
        return
    for length in range(len(word) - 1, 0, -1):
        first = corpus.find(word[:length])
        if first is not None:
            for rest in _ways(word[length:], corpus):
                yield (first, *rest)
