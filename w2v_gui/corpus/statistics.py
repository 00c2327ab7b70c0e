"""What the counts of a text say: how frequent its words are, and how long its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.corpus.vocabulary import keep_probability

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.corpus.vocabulary import Vocabulary

_AT_ONCE = 1 << 20
_USUAL = 4096
_WIDTHS = (1, 2, 5)


class Frequencies:
    """The words of a vocabulary in groups that occur equally often.

    A text of a billion words has at most some forty thousand different counts: whatever follows from counts alone is
    computed for those, and not for every word.

    Parameters
    ----------
    vocabulary : Vocabulary

    Attributes
    ----------
    counts : ndarray of int64, shape (G,)
        The counts that there are, falling.
    ends : ndarray of int64, shape (G,)
        Words with ids below ``ends[g]`` occur at least ``counts[g]`` times.
    sizes : ndarray of int64, shape (G,)
        How many words occur exactly that often.
    tokens : ndarray of int64, shape (G,)
        How many tokens the words with ids below ``ends[g]`` have together.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        counts = vocabulary.counts
        self.ends: NDArray[np.int64] = np.flatnonzero(np.diff(counts, append=-1)).astype(np.int64) + 1
        self.counts: NDArray[np.int64] = counts[self.ends - 1]
        self.sizes: NDArray[np.int64] = np.diff(self.ends, prepend=0)
        self.tokens: NDArray[np.int64] = np.cumsum(self.counts * self.sizes)

    def groups(self, min_count: int) -> int:
        """Return how many groups reach ``min_count``: they are the first ones."""
        return int(np.searchsorted(-self.counts, -min_count, side="right"))

    def kept(self, min_count: int) -> int:
        """Return how many words reach ``min_count``: those with ids below."""
        groups = self.groups(min_count)
        return int(self.ends[groups - 1]) if groups else 0

    def group_of(self, ids: NDArray[np.int64] | int) -> NDArray[np.intp]:
        """Return the groups of words."""
        return np.asarray(np.searchsorted(self.ends, ids, side="right"))

    def keep_probability(self, min_count: int, sample: float) -> NDArray[np.float64]:
        """Probability with which subsampling keeps an occurrence of a word, for the groups that reach ``min_count``.

        The same as `Vocabulary.keep_probability` of the vocabulary that is kept.
        """
        groups = self.groups(min_count)
        total = int(self.tokens[groups - 1]) if groups else 0
        return keep_probability(self.counts[:groups], total, sample)


def occurrences(ids: NDArray[np.int32], first: int, count: int) -> NDArray[np.int64]:
    """Return how often each of the ids from ``first`` on occurs, so many of them."""
    result = np.zeros(count, np.int64)
    for begin in range(0, len(ids), _AT_ONCE):
        some = ids[begin : begin + _AT_ONCE]
        result += np.bincount(some[some >= first] - first, minlength=count)
    return result


def rank_points(words: int, most: int) -> NDArray[np.int64]:
    """Return at most so many of the ranks 1 … ``words``, evenly spaced by their logarithms.

    All of the first ranks are among them, and the last.
    """
    if words <= most:
        return np.arange(1, words + 1)
    ranks = np.round(np.geomspace(1, words, most)).astype(np.int64)
    return ranks[np.diff(ranks, prepend=0) > 0]


@dataclass(frozen=True, eq=False)
class SentenceLengths:
    """How many sentences there are of every length.

    Attributes
    ----------
    lengths : ndarray of int64, shape (L,)
        The lengths that there are, in tokens, rising.
    counts : ndarray of int64, shape (L,)
        How many sentences have that length.
    """

    lengths: NDArray[np.int64]
    counts: NDArray[np.int64]

    @classmethod
    def of(cls, offsets: NDArray[np.int64]) -> SentenceLengths:
        """Measure the sentences between ``offsets``, those of an `EncodedCorpus`."""
        usual = np.zeros(_USUAL, np.int64)
        long = [np.zeros(0, np.int64)]
        for begin in range(0, len(offsets) - 1, _AT_ONCE):
            lengths = np.diff(offsets[begin : begin + _AT_ONCE + 1])
            is_long = lengths >= _USUAL
            usual += np.bincount(lengths[~is_long], minlength=_USUAL)
            long.append(lengths[is_long])
        short = np.flatnonzero(usual)
        beyond, counts = np.unique(np.concatenate(long), return_counts=True)
        return cls(np.concatenate([short, beyond]), np.concatenate([usual[short], counts]))

    @property
    def sentences(self) -> int:
        """Number of sentences."""
        return int(self.counts.sum())

    @property
    def mean(self) -> float:
        """Mean length."""
        return float(self.lengths @ self.counts / self.sentences)

    @property
    def median(self) -> float:
        """Length that half of the sentences do not reach and half do not exceed."""
        below = np.cumsum(self.counts)
        middle = [(self.sentences - 1) // 2, self.sentences // 2]
        return float(np.mean(self.lengths[np.searchsorted(below, middle, side="right")]))

    @property
    def longest(self) -> int:
        """Length of the longest sentence."""
        return int(self.lengths[-1])

    def shorter_than(self, length: int) -> int:
        """Return how many sentences have fewer tokens."""
        return int(self.counts[: np.searchsorted(self.lengths, length)].sum())

    def histogram(self, most: int = 40) -> Histogram:
        """Return the lengths in at most so many bins of equal width, and one for the longest hundredth."""
        below = np.cumsum(self.counts)
        usual = int(self.lengths[np.searchsorted(below, 0.99 * below[-1])])
        width = next(w * 10**e for e in range(20) for w in _WIDTHS if usual // (w * 10**e) < most)
        bins = usual // width + 1
        counts = np.bincount(np.minimum(self.lengths // width, bins), self.counts, bins + 1)
        return Histogram(width, counts[:bins].astype(np.int64), int(counts[bins]))


@dataclass(frozen=True, eq=False)
class Histogram:
    """Sentences in bins.

    Attributes
    ----------
    width : int
        Bin b has the lengths from ``b * width`` to below ``(b + 1) * width``.
    counts : ndarray of int64, shape (B,)
        How many sentences are in each bin.
    longer : int
        How many sentences are longer than the bins reach.
    """

    width: int
    counts: NDArray[np.int64]
    longer: int
