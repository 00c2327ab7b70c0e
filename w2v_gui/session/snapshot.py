"""What can be seen of a run at one moment: a read-only copy of just the numbers that are shown."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from w2v_gui.session.history import DiagnosticsCurve, SimilarityCurve
from w2v_gui.session.neighbours import Neighbours, NeighbourWatch
from w2v_gui.session.records import Records

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.session.history import LossCurve

_Scalar = TypeVar("_Scalar", bound=np.generic)


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
        Of the watched words.
    pairs : tuple of SimilarityCurve
        One for each pair; when the run comes to rest, those that were followed earlier too, lest they be lost.
    diagnostics : DiagnosticsCurve
        Without points unless it was asked for; when the run comes to rest, whatever there is.
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
    def whole_s(self) -> float:
        """Seconds that the whole run takes at the present speed; nan when it is not known."""
        return self.words_total / self.words_per_s if self.words_per_s > 0 else float("nan")

    @property
    def remaining_s(self) -> float:
        """Seconds to the end at the present speed; nan when it is not known."""
        return self.whole_s * (1.0 - self.progress)


def with_courses(fresh: Snapshot, earlier: Snapshot) -> Snapshot:
    """Return a fresh look at a run that is over, with what was followed while it went on, be it asked for now or not.

    A pair that was not followed then has only the point of now.
    """
    curves = {curve.pair: curve for curve in fresh.pairs}
    for curve in earlier.pairs:
        curves[curve.pair] = curve.then(curves[curve.pair]) if curve.pair in curves else curve
    return replace(fresh, pairs=tuple(curves.values()), diagnostics=earlier.diagnostics)


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
        self._records = Records()
        self._neighbours = NeighbourWatch(clock)
        self._started: tuple[tuple[int, ...], NDArray[np.float32]] | None = None
        self._asked = self._view = View()

    def follow(self, view: View, seconds: float) -> None:
        """Take a point of the curves of pairs: with every chunk, so that those of a short run are curves too."""
        self._records.follow(self._trainer, self._within(view).pairs, seconds)

    def _within(self, view: View) -> View:
        if view is not self._asked:
            parameters = self._trainer.parameters
            self._asked, self._view = view, view.within(parameters.W.shape[0], parameters.W_out.shape[0])
        return self._view

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
        """Copy what ``view`` asks for.

        Where the run comes to rest it is ``complete``: neighbours are looked for in the whole of W whatever that costs,
        and what was followed before is there too.
        """
        trainer = self._trainer
        W, W_out = trainer.parameters.W, trainer.parameters.W_out
        view = self._within(view)
        records = self._records
        records.record(trainer, view, seconds)
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
            neighbours=self._neighbours.look(W, view.watched, view.top, complete=complete),
            pairs=records.similarities(dict.fromkeys((*view.pairs, *(records.pairs if complete else ())))),
            diagnostics=records.diagnostics() if view.diagnostics or complete else DiagnosticsCurve.empty(),
        )

    def _start(self, ids: tuple[int, ...]) -> NDArray[np.float32]:
        if self._started is None or self._started[0] != ids:
            self._started = ids, _read_only(self._trainer.initial_rows(ids))
        return self._started[1]


def _rows(matrix: NDArray[np.float32], ids: tuple[int, ...]) -> NDArray[np.float32]:
    return _read_only(matrix[np.array(ids, np.intp)])


def _read_only(array: NDArray[_Scalar]) -> NDArray[_Scalar]:
    array.flags.writeable = False
    return array
