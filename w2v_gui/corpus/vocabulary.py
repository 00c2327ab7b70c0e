"""The vocabulary: words in order of frequency, and what follows from their counts."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from operator import neg
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray


class Vocabulary:
    """Words and how often each occurs, most frequent first; a word's id is its place in that order.

    Because ids follow frequency, the words that reach a ``min_count`` are always the first so many:
    raising or lowering ``min_count`` never needs the text to be read again.

    Parameters
    ----------
    words : sequence of str
        Distinct words, in order of descending count.
    counts : array_like of int, shape (V,)
        Occurrences of each word in the corpus, not increasing.
    """

    def __init__(self, words: Sequence[str], counts: Iterable[int] | NDArray[np.int64]) -> None:
        self.words: tuple[str, ...] = tuple(words)
        self.counts: NDArray[np.int64] = np.array(counts, dtype=np.int64)
        if self.counts.shape != (len(self.words),):
            raise ValueError(f"{len(self.words)} words but counts of shape {self.counts.shape}")
        if np.any(np.diff(self.counts) > 0):
            raise ValueError("counts must not increase: a word's id is its rank by frequency")
        self.counts.flags.writeable = False
        self._whole: Vocabulary | None = None

    def __len__(self) -> int:
        return len(self.words)

    def __contains__(self, word: str) -> bool:
        return self.index(word) is not None

    @cached_property
    def _index(self) -> dict[str, int]:
        return {word: i for i, word in enumerate(self.words)}

    @cached_property
    def total(self) -> int:
        """Number of tokens: the sum of the counts."""
        return int(self.counts.sum())

    def index(self, word: str) -> int | None:
        """Return the id of ``word``, or None if it is not in the vocabulary."""
        # To gather the places of a million words takes long: those of all serve for the ones that are kept, too.
        if self._whole is None:
            return self._index.get(word)
        place = self._whole.index(word)
        return place if place is not None and place < len(self) else None

    def find(self, typed: str) -> int | None:
        """Return the id of a word that was typed; one that is not there as it stands is looked for in small letters."""
        known = self.index(typed)
        return self.index(typed.lower()) if known is None else known

    def reaching(self, min_count: int) -> int:
        """Return how many words occur at least ``min_count`` times: they are the first so many."""
        return bisect_right(self.counts, -min_count, key=neg)

    def kept(self, min_count: int) -> Vocabulary:
        """Return the words that occur at least ``min_count`` times; their ids stay what they are.

        Raises
        ------
        ConfigError
            If ``min_count`` keeps no word at all.
        """
        size = self.reaching(min_count)
        if size == 0:
            raise ConfigError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "No word occurs {min_count} times: the most frequent one, “{word}”, occurs {count} times. "
                    "Lower the minimum count.",
                ),
                min_count=min_count,
                word=self.words[0] if self.words else "",
                count=int(self.counts[0]) if self.words else 0,
            )
        if size == len(self):
            return self
        kept = Vocabulary(self.words[:size], self.counts[:size])
        kept._whole = self if self._whole is None else self._whole
        return kept

    def keep_probability(self, sample: float) -> NDArray[np.float64]:
        """Probability with which subsampling keeps an occurrence of each word.

        (√(n / (t·T)) + 1) · t·T / n, at most 1, for a word of count n among T tokens and the threshold
        t = ``sample``, as in word2vec.c. ``sample=0`` keeps everything.

        Returns
        -------
        ndarray of float64, shape (V,)
        """
        return keep_probability(self.counts, self.total, sample)


def keep_probability(counts: NDArray[np.int64], total: int, sample: float) -> NDArray[np.float64]:
    """Return the same for words with such counts among ``total`` tokens."""
    if sample <= 0:
        return np.ones(len(counts))
    ratio = sample * total / counts
    return np.minimum(np.sqrt(ratio) + ratio, 1.0)
