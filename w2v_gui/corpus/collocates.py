"""Which words stand near a word more often than by chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from w2v_gui.corpus.concordance import Positions
    from w2v_gui.corpus.encoded import EncodedCorpus

_BLOCK = 1 << 17


@dataclass(frozen=True, eq=False)
class Collocates:
    """The words that stand near another, the most frequent there first.

    Attributes
    ----------
    window : int
        How far on either side, in words.
    ids : ndarray of int64, shape (n,)
    counts : ndarray of int64, shape (n,)
        How often each stands there.
    pmi : ndarray of float64, shape (n,)
        Pointwise mutual information in bits: log₂ P(c | near) / P(c), by how much likelier word c is there than
        anywhere in the text.
    """

    window: int
    ids: NDArray[np.int64]
    counts: NDArray[np.int64]
    pmi: NDArray[np.float64]

    def by_count(self, most: int) -> NDArray[np.intp]:
        """Return the places of those that stand there most often."""
        return np.arange(min(most, len(self.ids)))

    def by_pmi(self, most: int, least: int) -> NDArray[np.intp]:
        """Return the places of those with the highest PMI, of those that stand there at least ``least`` times.

        What stands there once or twice may do so by chance, and the rarer a word the higher is its PMI then.
        """
        # Counts fall: those that are frequent enough stand in front.
        enough = int(np.searchsorted(-self.counts, -least, side="right"))
        return np.argsort(-self.pmi[:enough], kind="stable")[:most]


def collocates(
    corpus: EncodedCorpus,
    positions: Positions,
    length: int = 1,
    window: int = 5,
    cancelled: Callable[[], bool] = lambda: False,
) -> Collocates:
    """Count what stands near some positions, within their sentences.

    Parameters
    ----------
    corpus : EncodedCorpus
    positions : ndarray
        Of the first of the words that something stands near to.
    length : int
        How many words these are.
    window : int
        So many words on either side are looked at. What is not in the vocabulary has its place there, but is not
        counted.
    cancelled : callable

    Raises
    ------
    Cancelled
    """
    size = len(corpus.vocabulary)
    distances = np.concatenate([np.arange(-window, 0), np.arange(length, length + window)])
    counts = np.zeros(size, np.int64)
    for begin in range(0, len(positions), _BLOCK):
        if cancelled():
            raise Cancelled
        some = positions[begin : begin + _BLOCK].astype(np.int64)
        sentence = np.searchsorted(corpus.offsets, some, side="right")
        first, end = corpus.offsets[sentence - 1], corpus.offsets[sentence]
        places = some[:, None] + distances
        ids = corpus.ids[places[(places >= first[:, None]) & (places < end[:, None])]]
        counts += np.bincount(ids[ids < size], minlength=size)
    corpus.let_go(0, len(corpus))
    found = np.flatnonzero(counts)
    found = found[np.argsort(-counts[found], kind="stable")]
    near = counts[found]
    pmi = np.log2(near / max(int(near.sum()), 1)) - np.log2(
        corpus.vocabulary.counts[found] / max(corpus.vocabulary.total, 1)
    )
    return Collocates(window, found, near, pmi)
