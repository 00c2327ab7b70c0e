"""What can be seen of a run at one moment: a read-only copy of just the numbers that are shown."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.session.history import LossCurve

_Scalar = TypeVar("_Scalar", bound=np.generic)

# Neighbours read the whole of W. They may cost a run this share of its time, and come at most so often.
_NEIGHBOURS_SHARE = 0.02
_NEIGHBOURS_PAUSE = (0.2, 2.0)
_BLOCK = 16_384


@dataclass(frozen=True)
class View:
    """What a snapshot should hold.

    Attributes
    ----------
    rows : int
        So many rows of W, those of the most frequent words.
    out_rows : int
        So many rows of W_out.
    watched : tuple of int
        The ids of the words whose vectors and neighbours are shown.
    top : int
        How many neighbours of each.
    """

    rows: int = 0
    out_rows: int = 0
    watched: tuple[int, ...] = ()
    top: int = 10


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


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A run at one moment; every array is a read-only copy.

    Attributes
    ----------
    run_id : int
        Which run; a window drops the snapshots of an older one.
    words_done, words_total : int
        Tokens trained, and to be trained in all epochs.
    epoch, epochs : int
        The epoch at work, from 0, and how many there are.
    alpha : float
        The learning rate now.
    words_per_s : float
        Over about the last second of training, pauses not counted; nan before the first chunk.
    loss : float
        Mean loss per prediction of the latest chunk, in nats; nan before the first.
    curve : LossCurve
        The loss so far.
    W : ndarray of float32, shape (View.rows, N)
    W_out : ndarray of float32, shape (View.out_rows, N)
    watched : ndarray of float32, shape (len(View.watched), N)
    neighbours : tuple of Neighbours
        Of the watched words; may be a moment older than the rest, because they are dearer.
    """

    run_id: int
    words_done: int
    words_total: int
    epoch: int
    epochs: int
    alpha: float
    words_per_s: float
    loss: float
    curve: LossCurve
    W: NDArray[np.float32]
    W_out: NDArray[np.float32]
    watched: NDArray[np.float32]
    neighbours: tuple[Neighbours, ...] = field(default=())

    @property
    def progress(self) -> float:
        """The part of the run that is done, from 0 to 1."""
        return self.words_done / self.words_total if self.words_total else 0.0

    @property
    def remaining_s(self) -> float:
        """Seconds to the end at the present speed; nan when it is not known."""
        if not self.words_per_s > 0:
            return float("nan")
        return (self.words_total - self.words_done) / self.words_per_s


def nearest(matrix: NDArray[np.float32], word: int, top: int) -> Neighbours:
    """Return the ``top`` rows nearest to row ``word`` by cosine similarity, itself left out.

    Norms are taken anew, block by block while the rows are in the cache, since training changes them all the time.
    """
    size = matrix.shape[0]
    top = max(0, min(top, size - 1))
    vector = matrix[word].astype(np.float32)
    length = float(np.linalg.norm(vector))
    similarity = np.empty(size, dtype=np.float32)
    for start in range(0, size, _BLOCK):
        block = matrix[start : start + _BLOCK]
        norms = np.sqrt(np.einsum("ij,ij->i", block, block))
        np.maximum(norms, np.finfo(np.float32).tiny, out=norms)
        np.divide(block @ vector, norms * np.float32(length or 1.0), out=similarity[start : start + _BLOCK])
    similarity[word] = -np.inf
    best = np.argpartition(-similarity, min(top, size - 1))[:top]
    # Ties go to the more frequent word, so that equal values do not change places from one moment to the next.
    best = best[np.lexsort((best, -similarity[best]))].astype(np.int64)
    return Neighbours(word, _read_only(best), _read_only(np.clip(similarity[best], -1.0, 1.0)))


class Observer:
    """Takes snapshots of one trainer; must be called while nothing is being written to its weights.

    Parameters
    ----------
    trainer : Trainer
    run_id : int
    clock : callable
        Seconds, monotonic.
    """

    def __init__(self, trainer: Trainer, run_id: int, clock: Callable[[], float] = time.perf_counter) -> None:
        self._trainer = trainer
        self._run_id = run_id
        self._clock = clock
        self._neighbours: dict[int, Neighbours] = {}
        self._top = 0
        self._due = -np.inf

    def snapshot(
        self, view: View, curve: LossCurve, words_per_s: float, loss: float, *, complete: bool = False
    ) -> Snapshot:
        """Copy what ``view`` asks for; ``complete`` refreshes the neighbours whatever that costs."""
        trainer = self._trainer
        W = trainer.parameters.W
        W_out = trainer.parameters.W_out
        watched = [word for word in view.watched if 0 <= word < W.shape[0]]
        return Snapshot(
            run_id=self._run_id,
            words_done=trainer.words_done,
            words_total=trainer.words_total,
            epoch=trainer.epoch,
            epochs=trainer.config.epochs,
            alpha=trainer.alpha,
            words_per_s=words_per_s,
            loss=loss,
            curve=curve,
            W=_read_only(W[: view.rows].copy()),
            W_out=_read_only(W_out[: view.out_rows].copy()),
            watched=_read_only(W[watched]),
            neighbours=self._look(W, watched, view.top, complete),
        )

    def _look(self, W: NDArray[np.float32], watched: list[int], top: int, complete: bool) -> tuple[Neighbours, ...]:
        known = self._neighbours if top == self._top else {}
        start = self._clock()
        if complete or start >= self._due:
            known = {}
        fresh = {word: known.get(word) or nearest(W, word, top) for word in watched}
        if fresh and not known:
            seconds = self._clock() - start
            low, high = _NEIGHBOURS_PAUSE
            self._due = self._clock() + min(max(seconds / _NEIGHBOURS_SHARE, low), high)
        self._neighbours, self._top = fresh, top
        return tuple(fresh[word] for word in watched)


def _read_only(array: NDArray[_Scalar]) -> NDArray[_Scalar]:
    array.flags.writeable = False
    return array
