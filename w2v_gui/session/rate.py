"""How fast a training would be: measured on a little of it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from w2v_gui.errors import QT_TRANSLATE_NOOP, Cancelled, UserError
from w2v_gui.session.run import ChunkSizer

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.engine.trainer import ChunkResult, Trainer
    from w2v_gui.session.snapshot import Snapshot

LARGEST = 25_000_000
"""Numbers in W above which nothing is measured: to fill it with its first values alone takes a moment."""

SHARE_OF_MEMORY = 0.25
"""The part of the free memory that a measurement may take for its weights."""

# To begin with: the softmax over a large vocabulary takes milliseconds a word, and a chunk cannot be interrupted.
_FIRST_CHUNK = 1


@dataclass(frozen=True)
class Rate:
    """How fast a training is, and how much there is to do for each word.

    Attributes
    ----------
    words_per_s : float
        Tokens of the text passed in a second.
    predictions_per_word : float
        Predictions for each of them, after subsampling and with the windows that there are: each is one update.
    """

    words_per_s: float
    predictions_per_word: float


def check_size(words: int, vector_size: int, free_memory: int | None) -> None:
    """Raise if the weights are too large for being made only to measure.

    Parameters
    ----------
    words, vector_size : int
        V and N.
    free_memory : int or None
        In bytes; None if it is not known.

    Raises
    ------
    UserError
        With the reason.
    """
    weights = 2 * 4 * words * vector_size
    if words * vector_size > LARGEST or (free_memory is not None and weights > SHARE_OF_MEMORY * free_memory):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The speed is not measured beforehand, because the weights are large: {gigabytes:.1f} GB. It will be "
                "known soon after training has begun.",
            ),
            gigabytes=weights / 1e9,
        )


def measure(
    open_trainer: Callable[[], Trainer],
    seconds: float,
    cancelled: Callable[[], bool],
    clock: Callable[[], float] = time.perf_counter,
) -> Rate:
    """Train for a moment and return how fast that was.

    Parameters
    ----------
    open_trainer : callable
        Makes a trainer; it is closed at the end and what it has learned is lost.
    seconds : float
        How long to measure, once the chunks have their size.
    cancelled : callable
        Asked between chunks.
    clock : callable
        Seconds, monotonic.

    Raises
    ------
    Cancelled
        If ``cancelled`` says so.
    UserError
        If the trainer cannot be made, or training fails.
    """
    _check(cancelled)
    trainer = open_trainer()
    try:
        _check(cancelled)
        trainer.prepare()
        return _Trial(trainer, cancelled, clock).run(seconds)
    finally:
        trainer.close()


def rate_of(snapshot: Snapshot, recorded_share: float) -> Rate | None:
    """Return how fast a run has been so far; None if it has hardly begun.

    Parameters
    ----------
    snapshot : Snapshot
    recorded_share : float
        That of the trainer: which part of the predictions is counted in the curve.
    """
    if not (snapshot.words_done and snapshot.seconds > 0):
        return None
    predictions = float(snapshot.curve.predictions.sum()) / recorded_share
    return Rate(snapshot.words_done / snapshot.seconds, predictions / snapshot.words_done)


class _Trial:
    def __init__(self, trainer: Trainer, cancelled: Callable[[], bool], clock: Callable[[], float]) -> None:
        self._trainer = trainer
        self._cancelled = cancelled
        self._clock = clock
        self._sizer = ChunkSizer(first=_FIRST_CHUNK)
        self._forget()

    def run(self, seconds: float) -> Rate:
        """Measure for so many seconds, or to the end of the text if that comes first."""
        while not self._trainer.finished and self._seconds < seconds:
            size = self._sizer.words
            result, took = self._chunk()
            if self._sizer.words >= 2 * size:
                # The chunks still grow to the size that a run has; the small ones were slower than it will be.
                self._forget()
            self._count(result, took)
        return Rate(
            self._words / max(self._seconds, 1e-9),
            self._predictions / max(self._words, 1) / self._trainer.recorded_share,
        )

    def _chunk(self) -> tuple[ChunkResult, float]:
        _check(self._cancelled)
        start = self._clock()
        result = self._trainer.train_chunk(self._sizer.words)
        took = self._clock() - start
        self._sizer.took(result.words, took)
        return result, took

    def _count(self, result: ChunkResult, took: float) -> None:
        self._words += result.words
        self._predictions += result.predictions
        self._seconds += took

    def _forget(self) -> None:
        self._words = self._predictions = 0
        self._seconds = 0.0


def _check(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled
