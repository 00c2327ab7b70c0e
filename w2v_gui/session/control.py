"""What the run is asked to do: go on, wait, do one step, stop; one condition for all of it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from w2v_gui.engine.trainer import Trainer


class Act(Enum):
    """What the run does next."""

    TRAIN = "train"
    STEP = "step"
    WAIT = "wait"
    STOP = "stop"


@dataclass(frozen=True)
class Order:
    """What the run does next, and what is to be done first.

    Attributes
    ----------
    act : Act
    changes : mapping
        New values of live settings (``alpha``, ``epochs``), for `Trainer.change`.
    work : tuple of callable
        Functions of the trainer to be called now, while nothing is being written to the weights.
    reset : int or None
        The number of the run that begins when, after all of that, the trainer goes back to its start.
    """

    act: Act
    changes: Mapping[str, Any] = field(default_factory=dict)
    work: tuple[Callable[[Trainer], None], ...] = ()
    reset: int | None = None


class RunControl:
    """The wishes of those who watch a run, read by the run between two chunks. Safe from any thread.

    Parameters
    ----------
    paused : bool
        Whether the run waits before its first word.
    """

    def __init__(self, *, paused: bool = False) -> None:
        self._condition = threading.Condition()
        self._paused = paused
        self._stopped = False
        self._steps = 0
        self._changes: dict[str, Any] = {}
        self._work: list[Callable[[Trainer], None]] = []
        self._reset: int | None = None
        self._nudged = False
        self._over = False

    @property
    def paused(self) -> bool:
        """Whether the run has been asked to wait."""
        with self._condition:
            return self._paused

    @property
    def stopped(self) -> bool:
        """Whether the run has been asked to end; there is no way back."""
        with self._condition:
            return self._stopped

    def run(self) -> None:
        """Train on, from wherever the run is; steps not yet taken are forgotten."""
        with self._condition:
            self._paused = False
            self._steps = 0
            self._condition.notify_all()

    def pause(self) -> None:
        """Wait after the chunk at work."""
        with self._condition:
            self._paused = True
            self._condition.notify_all()

    def step(self) -> None:
        """Train exactly one window, then wait; pauses a run that goes on."""
        with self._condition:
            self._paused = True
            self._steps += 1
            self._condition.notify_all()

    def stop(self) -> None:
        """End the run after the chunk at work."""
        with self._condition:
            self._stopped = True
            self._condition.notify_all()

    def change(self, **settings: Any) -> None:
        """Give live settings new values from the next chunk on."""
        with self._condition:
            self._changes.update(settings)
            self._condition.notify_all()

    def call(self, work: Callable[[Trainer], None]) -> bool:
        """Have ``work(trainer)`` called between two chunks, on the thread of the run; it must not raise.

        Returns
        -------
        bool
            False if the run is over and nobody will call it: then the trainer belongs to whoever asks.
        """
        with self._condition:
            if self._over:
                return False
            self._work.append(work)
            self._condition.notify_all()
            return True

    def reset(self, run_id: int) -> bool:
        """Go back to the very same start and wait there; all that comes afterwards bears ``run_id``.

        Returns
        -------
        bool
            False if the run is over or has been asked to end: then there is nothing left to go back.
        """
        with self._condition:
            if self._over or self._stopped:
                return False
            self._paused = True
            self._steps = 0
            self._reset = run_id
            self._condition.notify_all()
            return True

    def nudge(self) -> None:
        """Wake a waiting run so that it looks whether a snapshot is wanted."""
        with self._condition:
            self._nudged = True
            self._condition.notify_all()

    def take(self, *, wait: bool = True) -> Order:
        """Return what to do next; with ``wait``, sleep while there is nothing to do.

        Called by the run alone.
        """
        with self._condition:
            if wait:
                self._condition.wait_for(self._something_to_do)
            self._nudged = False
            changes, self._changes = self._changes, {}
            return Order(self._next(), changes, *self._left())

    def close(self) -> Order:
        """Take no more work from now on, and return what is left. Called by the run alone, at its end."""
        with self._condition:
            self._over = True
            return Order(Act.STOP, {}, *self._left())

    def _left(self) -> tuple[tuple[Callable[[Trainer], None], ...], int | None]:
        work, self._work = tuple(self._work), []
        reset, self._reset = self._reset, None
        return work, reset

    def _something_to_do(self) -> bool:
        wishes = (self._nudged, self._changes, self._work, self._reset is not None, self._stopped, self._steps)
        return any(wishes) or not self._paused

    def _next(self) -> Act:
        if self._stopped:
            return Act.STOP
        if self._steps:
            self._steps -= 1
            return Act.STEP
        return Act.WAIT if self._paused else Act.TRAIN
