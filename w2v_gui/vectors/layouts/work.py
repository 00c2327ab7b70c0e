"""Between a map in the making and those who wait for it: what it tells, and what it is told meanwhile."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import numpy as np

from w2v_gui.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

FRAMES_A_SECOND = 30
"""More pictures than that nobody sees."""


class Work:
    """One map in the making.

    What makes it calls `say`, `publish`, `rest` and `await_change`; whoever else has it may pause it, change its
    values and give it up, from any thread.

    Parameters
    ----------
    values : mapping
        Every setting of the method by name.
    tell : callable
        Gets a tuple whenever there is something to tell: ``("phase", name, share)``,
        ``("frame", coordinates, iteration, iterations, figure, taken)`` and ``("done",)``.
    paused : bool
        Whether it is to wait as soon as it can.
    """

    def __init__(
        self, values: Mapping[str, Any], tell: Callable[[tuple[Any, ...]], None], paused: bool = False
    ) -> None:
        self._changed = threading.Condition()
        self._values = dict(values)
        self._tell = tell
        self._paused = paused
        self._given_up = False
        self._published = 0.0

    # -- what the method asks and tells -------------------------------------------------------------------------

    @property
    def values(self) -> Mapping[str, Any]:
        """The settings as they are now; another object when they have been changed."""
        return self._values

    def check(self) -> None:
        """Raise `Cancelled` if nobody wants the map any more."""
        if self._given_up:
            raise Cancelled

    def say(self, phase: str, share: float | None = None) -> None:
        """Tell what is being done, and how much of it is, from 0 to 1; raises `Cancelled` like `check`."""
        self.check()
        self._tell(("phase", phase, share))

    def publish(
        self,
        coordinates: NDArray[np.floating[Any]],
        iteration: int,
        iterations: int,
        figure: float,
        taken: Mapping[str, Any],
    ) -> None:
        """Tell how the map stands, unless that has just been done and there are iterations to come."""
        now = time.monotonic()
        if iteration >= iterations or now - self._published >= 1 / FRAMES_A_SECOND:
            self._published = now
            # A plain array: what a library returns may know more than where the words lie.
            places = np.array(coordinates, dtype=np.float32)
            self._tell(("frame", places, iteration, iterations, figure, dict(taken)))

    def rest(self) -> None:
        """Wait while the work is paused; raises `Cancelled` like `check`."""
        with self._changed:
            self._changed.wait_for(lambda: not self._paused or self._given_up)
        self.check()

    def await_change(self, values: Mapping[str, Any]) -> None:
        """Tell that the map is done, and wait until the settings are others than these; raises `Cancelled`."""
        self.check()
        if self._values is values:
            self._tell(("done",))
        with self._changed:
            self._changed.wait_for(lambda: self._values is not values or self._given_up)
        self.check()

    # -- what others want ---------------------------------------------------------------------------------------

    def pause(self) -> None:
        """Let it wait at its next `rest`."""
        with self._changed:
            self._paused = True

    def resume(self) -> None:
        """Let it go on."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    def change(self, values: Mapping[str, Any]) -> None:
        """Go on with some settings changed."""
        with self._changed:
            if any(self._values.get(name) != value for name, value in values.items()):
                self._values = {**self._values, **values}
                self._changed.notify_all()

    def give_up(self) -> None:
        """End it at its next look."""
        with self._changed:
            self._given_up = True
            self._changed.notify_all()
