"""The words nearest to a few that are watched, while their vectors move."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

# Looking through the whole of W may cost a run this share of its time, and is done at most, and at least, so often.
_SHARE = 0.002
_PAUSE = (0.2, 4.0)
# In between, a word's neighbours are those of so many that were near.
_NEAR = 128
# So many multiplications BLAS does not share among its own threads: those would go on waiting for more, busily, on the
# cores that train.
_PRODUCT = 200_000


@dataclass(frozen=True, eq=False)
class Neighbours:
    """The words nearest to one word by cosine similarity, nearest first.

    Attributes
    ----------
    word : int
        The id of the word that was asked about.
    ids : ndarray of int64, shape (top,)
    similarities : ndarray of float32, shape (top,)
    """

    word: int
    ids: NDArray[np.int64]
    similarities: NDArray[np.float32]

    def first(self, top: int) -> Neighbours:
        """Return the ``top`` nearest of them."""
        return Neighbours(self.word, self.ids[:top], self.similarities[:top])


def nearest(matrix: NDArray[np.float32], words: Sequence[int], top: int) -> tuple[Neighbours, ...]:
    """Return, for each of ``words``, the ``top`` rows nearest to its row by cosine similarity, itself left out.

    The matrix is read once for all of them. Norms are taken anew, block by block while the rows are in the cache,
    since training changes them all the time.
    """
    size = matrix.shape[0]
    top = max(0, min(top, size - 1))
    vectors = matrix[np.array(words, np.intp)].astype(np.float32)
    lengths = np.linalg.norm(vectors, axis=1)
    vectors /= np.where(lengths > 0, lengths, 1)[:, None]
    similarity = np.empty((len(words), size), dtype=np.float32)
    step = max(1, _PRODUCT // max(vectors.size, 1))
    for start in range(0, size, step):
        block = matrix[start : start + step]
        norms = np.sqrt(np.einsum("ij,ij->i", block, block))
        np.maximum(norms, np.finfo(np.float32).tiny, out=norms)
        np.divide(vectors @ block.T, norms, out=similarity[:, start : start + step])
    return tuple(_best(row, word, top) for row, word in zip(similarity, words, strict=True))


def _best(similarity: NDArray[np.float32], word: int, top: int) -> Neighbours:
    similarity[word] = -np.inf
    best = np.argpartition(-similarity, min(top, len(similarity) - 1))[:top]
    # Ties go to the more frequent word, so that equal values do not change places from one moment to the next.
    best = best[np.lexsort((best, -similarity[best]))].astype(np.int64)
    values = np.clip(similarity[best], -1.0, 1.0)
    for array in (best, values):
        array.flags.writeable = False
    return Neighbours(word, best, values)


class NeighbourWatch:
    """Follows the neighbours of some words from look to look.

    From time to time they are looked for in the whole of W, which is dear; in between the figures and the order are
    those of the words that were near then, so that only a newcomer from far away is seen a moment later.

    Parameters
    ----------
    clock : callable
        Seconds, monotonic.
    """

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._near: dict[int, NDArray[np.int64]] = {}
        self._due = -np.inf

    def look(
        self, matrix: NDArray[np.float32], words: Sequence[int], top: int, *, complete: bool = False
    ) -> tuple[Neighbours, ...]:
        """Return the ``top`` neighbours of each of ``words``; ``complete`` looks for them everywhere in any case."""
        start = self._clock()
        all_anew = complete or start >= self._due
        missing = [word for word in words if all_anew or len(self._near.get(word, ())) < min(top, len(matrix) - 1)]
        found = {near.word: near for near in nearest(matrix, missing, max(top, _NEAR))} if missing else {}
        if all_anew and missing:
            low, high = _PAUSE
            self._due = self._clock() + min(max((self._clock() - start) / _SHARE, low), high)
        # In the order of frequency, by which ties are broken.
        near = {word: np.sort(found[word].ids) if word in found else self._near[word] for word in words}
        self._near = near
        return tuple(
            found[word].first(top) if word in found else _nearest_among(matrix, word, near[word], top) for word in words
        )


def _nearest_among(matrix: NDArray[np.float32], word: int, others: NDArray[np.int64], top: int) -> Neighbours:
    (found,) = nearest(matrix[np.concatenate([[word], others])], (0,), top)
    ids = others[found.ids - 1]
    ids.flags.writeable = False
    return Neighbours(word, ids, found.similarities)
