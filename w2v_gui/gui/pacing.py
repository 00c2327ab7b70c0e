"""How often a picture is drawn anew: drawing takes time from training, and the eye has its limits too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.session.snapshot import Snapshot


class Paced:
    """Passes on one of so many snapshots, and none while nobody would see it.

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
        show: Callable[[Snapshot], None],
        every: int = 1,
        turn: int = 0,
        seen: Callable[[], bool] = lambda: True,
    ) -> None:
        self._show = show
        self._every = every
        self._turn = turn
        self._seen = seen
        self._offered = 0
        self._waiting: Snapshot | None = None

    def offer(self, snapshot: Snapshot) -> None:
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
