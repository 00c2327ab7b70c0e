"""How often a picture is drawn anew: drawing takes time from training, and the eye has its limits too."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

FASTEST_MS, SLOWEST_MS = 100, 500
"""Frames of a run come faster than this for nobody's good, and slower than that they are no motion any more."""

_SHARE = 0.015
_AMPLE = 0.25
_WATCHED_S = 1.0
"""So many seconds of drawing are granted to every run: a short one is there to be watched."""

_FRAMES = 4


class FramePace:
    """Chooses how often a run that trains is looked at, so that drawing it takes only a small share of the machine.

    Where training leaves a core free, that share is large, and so it is in a run of seconds. What counts is all the
    time that the window's thread has worked since the frame before, be it for painting, for things that move between
    two frames, or for the user.

    Parameters
    ----------
    clock : callable
        Seconds that the calling thread has worked.
    """

    def __init__(self, clock: Callable[[], float] = time.thread_time) -> None:
        self._clock = clock
        self.begin(1, 1)

    def begin(self, threads: int, cores: int) -> None:
        """Begin with a run of so many threads on a machine of so many cores."""
        self._share = _SHARE * cores if threads >= cores else _AMPLE
        self._cost = 0.0
        self._before = self._clock()

    def next_ms(self, whole_s: float) -> int:
        """Return after how many milliseconds the next frame of a run should come that takes so many seconds in all."""
        now = self._clock()
        # A mean, because not every frame draws everything.
        self._cost += (now - self._before - self._cost) / _FRAMES
        self._before = now
        share = max(self._share, _WATCHED_S / whole_s) if whole_s > 0 else self._share
        return min(max(round(1000 * self._cost / share), FASTEST_MS), SLOWEST_MS)


class Paced(Generic[T]):
    """Passes on one of so many snapshots or scenes, and none while nobody would see it.

    Those that share a clock take turns, so that not everything is drawn at the same moment.

    Parameters
    ----------
    show : callable
        Draws a snapshot.
    every : int
        How many snapshots there are to one that is drawn. The first one always is.
    turn : int
        Which of them, from 0.
    seen : callable
        Whether what is drawn would be seen.
    """

    def __init__(
        self,
        show: Callable[[T], None],
        every: int = 1,
        turn: int = 0,
        seen: Callable[[], bool] = lambda: True,
    ) -> None:
        self._show = show
        self._every = every
        self._turn = turn
        self._seen = seen
        self._offered = 0
        self._waiting: T | None = None

    def offer(self, snapshot: T) -> None:
        """Draw ``snapshot`` now if it is its turn, else keep it."""
        first, mine = not self._offered, self._offered % self._every == self._turn
        self._offered += 1
        self._waiting = snapshot
        if first or mine:
            self.flush()

    def flush(self) -> None:
        """Draw what was kept: a run that comes to rest, or a picture that comes to light, is shown as it is."""
        if self._waiting is not None and self._seen():
            snapshot, self._waiting = self._waiting, None
            self._show(snapshot)

    def forget(self) -> None:
        """Drop what was kept, and draw the next at once."""
        self._waiting = None
        self._offered = 0
