"""Looking for words in a text, on a worker: by the numbers they have, not by their letters."""

from __future__ import annotations

import re
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QObject, Signal

from w2v_gui.corpus.segmenters import HAN
from w2v_gui.errors import Cancelled
from w2v_gui.gui.row_choice import find_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.gui.jobs import Job, Jobs

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


class TextSearch(QObject):
    """Looks for the next place of some words; of several wishes only the latest is answered.

    Parameters
    ----------
    jobs : Jobs
    corpus : callable
        Returns the text that is open, or None.
    parent : QObject

    Attributes
    ----------
    found : Signal(object)
        With what was `Found`.
    failed : Signal(object)
        With the exception.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, corpus: Callable[[], EncodedCorpus | None], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._corpus = corpus
        self._job: Job | None = None

    def find(self, typed: str, start: int, backwards: bool) -> None:
        """Look from a position on, onwards or backwards, and from the other end of the text to there."""
        corpus = self._corpus()
        if corpus is None or not typed.strip():
            return
        if self._job is not None:
            self._job.cancel()
        self._job = self._jobs.start(
            lambda job: search(corpus, typed, start, backwards=backwards, cancelled=job.cancelled),
            self._found,
            self._failed,
        )

    def forget(self) -> None:
        """Answer nothing that was asked before: it was about another text."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _found(self, found: Found) -> None:
        if self.sender() is self._job:
            self._job = None
            self.found.emit(found)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error)


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


def _places(ids: NDArray[np.int32], sequences: Sequence[tuple[int, ...]], begin: int, end: int) -> list[range]:
    """Return the first and the last place of each sequence that begins in a stretch."""
    found = []
    for sequence in sequences:
        stop = min(end, len(ids) - len(sequence) + 1)
        if begin >= stop:
            continue
        hits = np.flatnonzero(ids[begin:stop] == sequence[0])
        for step, word in enumerate(sequence[1:], 1):
            hits = hits[ids[begin + hits + step] == word]
        ends = {int(hits[0]), int(hits[-1])} if len(hits) else set()
        found += [range(begin + hit, begin + hit + len(sequence)) for hit in ends]
    return found


def _ways(word: str, corpus: EncodedCorpus) -> Iterator[tuple[int, ...]]:
    """Yield the words that something typed can be: one, or of Chinese several that follow each other."""
    whole = _id(word, corpus)
    if whole is not None:
        yield (whole,)
    if not _HAN.search(word):
        return
    for length in range(len(word) - 1, 0, -1):
        first = _id(word[:length], corpus)
        if first is not None:
            for rest in _ways(word[length:], corpus):
                yield (first, *rest)


def _id(word: str, corpus: EncodedCorpus) -> int | None:
    known = find_word(word, corpus.vocabulary)
    if known is None and word in corpus.stop_words:
        known = len(corpus.vocabulary) + corpus.stop_words.index(word)
    return known
