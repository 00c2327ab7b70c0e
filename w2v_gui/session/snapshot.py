"""What can be seen of a run at one moment: a read-only copy of just the numbers that are shown."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from w2v_gui.session.history import DiagnosticsCurve, SimilarityCurve
from w2v_gui.session.records import Records

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.session.history import LossCurve

_Scalar = TypeVar("_Scalar", bound=np.generic)

# Neighbours read the whole of W. They may cost a run this share of its time, and come at most so often.
_NEIGHBOURS_SHARE = 0.02
_NEIGHBOURS_PAUSE = (0.2, 2.0)
# So many multiplications BLAS does not share among its own threads: those would go on waiting for more, busily, on the
# cores that train.
_PRODUCT = 200_000


@dataclass(frozen=True)
class View:
    """What a snapshot should hold.

    Attributes
    ----------
    rows : tuple of int
        The words whose rows of W are shown, by id.
    out_rows : tuple of int
        The rows of W_out that are shown.
    since_start : bool
        Whether the first values of ``rows`` are needed too.
    mapped : tuple of int
        The words that stand on the map.
    watched : tuple of int
        The words whose neighbours are shown.
    top : int
        How many neighbours of each.
    pairs : tuple of (int, int)
        The words whose similarity is followed over time.
    diagnostics : bool
        Whether the size of the steps is followed over time.
    """

    rows: tuple[int, ...] = ()
    out_rows: tuple[int, ...] = ()
    since_start: bool = False
    mapped: tuple[int, ...] = ()
    watched: tuple[int, ...] = ()
    top: int = 10
    pairs: tuple[tuple[int, int], ...] = ()
    diagnostics: bool = False

    def within(self, words: int, output_rows: int) -> View:
        """Return the view without what a model of that size does not have."""

        def known(ids: tuple[int, ...], size: int) -> tuple[int, ...]:
            return tuple(i for i in ids if 0 <= i < size)

        return replace(
            self,
            rows=known(self.rows, words),
            out_rows=known(self.out_rows, output_rows),
            mapped=known(self.mapped, words),
            watched=known(self.watched, words),
            pairs=tuple(pair for pair in self.pairs if known(pair, words) == pair),
        )


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
    seconds : float
        Seconds of training so far, pauses not counted.
    view : View
        What the rest was taken for: the arrays follow it row by row.
    W : ndarray of float32, shape (len(view.rows), N)
    W_out : ndarray of float32, shape (len(view.out_rows), N)
    W_start : ndarray of float32, shape (len(view.rows), N) or (0, N)
        The first values of the same rows, if they were asked for.
    mapped : ndarray of float32, shape (len(view.mapped), N)
    neighbours : tuple of Neighbours
        Of the watched words; may be a moment older than the rest, because they are dearer.
    pairs : tuple of SimilarityCurve
        One for each pair.
    diagnostics : DiagnosticsCurve
        Without points unless it was asked for.
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
    seconds: float
    view: View
    W: NDArray[np.float32]
    W_out: NDArray[np.float32]
    W_start: NDArray[np.float32]
    mapped: NDArray[np.float32]
    neighbours: tuple[Neighbours, ...] = field(default=())
    pairs: tuple[SimilarityCurve, ...] = field(default=())
    diagnostics: DiagnosticsCurve = field(default_factory=DiagnosticsCurve.empty)

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


def with_courses(fresh: Snapshot, earlier: Snapshot) -> Snapshot:
    """Return a fresh look at a run that is over, with what was followed while it went on.

    A pair that was not followed then has only the point of now.
    """
    followed = {curve.pair: curve for curve in earlier.pairs}
    return replace(
        fresh,
        pairs=tuple(followed.get(curve.pair, curve) for curve in fresh.pairs),
        diagnostics=earlier.diagnostics,
    )


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
        self._records = Records()
        self._started: tuple[tuple[int, ...], NDArray[np.float32]] | None = None
        self._neighbours: dict[int, Neighbours] = {}
        self._top = 0
        self._due = -np.inf

    def snapshot(
        self,
        view: View,
        curve: LossCurve,
        words_per_s: float,
        loss: float,
        seconds: float = 0.0,
        *,
        complete: bool = False,
    ) -> Snapshot:
        """Copy what ``view`` asks for; ``complete`` refreshes the neighbours whatever that costs."""
        trainer = self._trainer
        W, W_out = trainer.parameters.W, trainer.parameters.W_out
        view = view.within(W.shape[0], W_out.shape[0])
        self._records.record(trainer, view, seconds)
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
            seconds=seconds,
            view=view,
            W=_rows(W, view.rows),
            W_out=_rows(W_out, view.out_rows),
            W_start=self._start(view.rows if view.since_start else ()),
            mapped=_rows(W, view.mapped),
            neighbours=self._look(W, view.watched, view.top, complete),
            pairs=self._records.similarities(),
            diagnostics=self._records.diagnostics(),
        )

    def _start(self, ids: tuple[int, ...]) -> NDArray[np.float32]:
        if self._started is None or self._started[0] != ids:
            self._started = ids, _read_only(self._trainer.initial_rows(ids))
        return self._started[1]

    def _look(
        self, W: NDArray[np.float32], watched: tuple[int, ...], top: int, complete: bool
    ) -> tuple[Neighbours, ...]:
        known = self._neighbours if top == self._top else {}
        start = self._clock()
        if complete or start >= self._due:
            known = {}
        missing = [word for word in watched if word not in known]
        found = nearest(W, missing, top) if missing else ()
        fresh = {word: known[word] for word in watched if word in known}
        fresh |= {neighbours.word: neighbours for neighbours in found}
        if fresh and not known:
            seconds = self._clock() - start
            low, high = _NEIGHBOURS_PAUSE
            self._due = self._clock() + min(max(seconds / _NEIGHBOURS_SHARE, low), high)
        self._neighbours, self._top = fresh, top
        return tuple(fresh[word] for word in watched)


def _rows(matrix: NDArray[np.float32], ids: tuple[int, ...]) -> NDArray[np.float32]:
    return _read_only(matrix[np.array(ids, np.intp)])


def _read_only(array: NDArray[_Scalar]) -> NDArray[_Scalar]:
    array.flags.writeable = False
    return array
