"""The distribution that noise words are drawn from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Noise(NamedTuple):
    """An alias table (Walker 1977): one draw is a uniform word, then that word or its alias.

    Attributes
    ----------
    accept : ndarray of uint32, shape (V,)
        Word w is kept where 32 random bits are not above ``accept[w]``; else its alias is taken.
    alias : ndarray of int32, shape (V,)
    """

    accept: NDArray[np.uint32]
    alias: NDArray[np.int32]


def noise_probabilities(counts: NDArray[np.int64], exponent: float) -> NDArray[np.float64]:
    """Return the chance of each word as a noise word: count^exponent, scaled to sum to 1.

    An exponent of 0.75 flattens the text's own distribution (Mikolov et al. 2013b, section 2.2).

    Parameters
    ----------
    counts : ndarray of int64, shape (V,)

    Returns
    -------
    ndarray of float64, shape (V,)
    """
    weights = (counts / counts.max()) ** exponent
    return np.asarray(weights / weights.sum())


def alias_table(probabilities: NDArray[np.float64]) -> Noise:
    """Build the alias table of a distribution (in Vose's form, 1991).

    Every word gets a column of height 1/V. What a column lacks is filled up from a word that has more than
    its share: the column's alias.

    Parameters
    ----------
    probabilities : ndarray of float64, shape (V,)
    """
    height = probabilities * len(probabilities)
    accept = np.ones(len(probabilities))
    alias = np.arange(len(probabilities), dtype=np.int32)
    remaining: list[float] = height.tolist()
    small = np.flatnonzero(height < 1).tolist()
    large = np.flatnonzero(height >= 1).tolist()
    while small and large:
        lacking, giving = small.pop(), large[-1]
        accept[lacking] = remaining[lacking]
        alias[lacking] = giving
        remaining[giving] -= 1 - remaining[lacking]
        if remaining[giving] < 1:
            small.append(large.pop())
    limit = 2**32
    return Noise(np.clip(np.round(accept * limit) - 1, 0, limit - 1).astype(np.uint32), alias)
