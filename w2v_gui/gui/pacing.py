"""How often a picture is drawn anew: drawing takes time from training, and the eye has its limits too."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.session.snapshot import Snapshot


class Paced:
    """Passes on the latest of many snapshots, at most once in so many seconds.

    Parameters
    ----------
    show : callable
        Draws a snapshot.
    seconds : float
        The shortest time between two drawings.
    clock : callable
        Seconds, monotonic.
    """

    def __init__(
        self, show: Callable[[Snapshot], None], seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._show = show
        self._seconds = seconds
        self._clock = clock
        self._due = -float("inf")
        self._waiting: Snapshot | None = None

    def offer(self, snapshot: Snapshot) -> None:
        """Draw ``snapshot`` now if it is time, else keep it."""
        now = self._clock()
        if now < self._due:
            self._waiting = snapshot
            return
        self._due = now + self._seconds
        self._waiting = None
        self._show(snapshot)

    def flush(self) -> None:
        """Draw what was kept: a run that comes to rest is shown as it is."""
        snapshot, self._waiting = self._waiting, None
        if snapshot is not None:
            self._show(snapshot)

    def forget(self) -> None:
        """Drop what was kept, and draw the next at once."""
        self._waiting = None
        self._due = -float("inf")
