"""Points that glide to where they belong, so that the eye can follow them from frame to frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SHARE = 0.5
"""The part of its way that a point goes in a step."""

_ARRIVED = 1e-3
"""All points have arrived when none is farther from its place than this part of the picture."""


class Motion:
    """Where points are seen, and where they belong.

    Attributes
    ----------
    ids : ndarray of int64, shape (n,)
    seen : ndarray of float32, shape (n, 2)
    """

    def __init__(self) -> None:
        self.ids: NDArray[np.int64] = np.zeros(0, np.int64)
        self.seen: NDArray[np.float32] = np.zeros((0, 2), np.float32)
        self._places = self.seen

    def aim(self, ids: NDArray[np.int64], places: NDArray[np.float32]) -> None:
        """Send the points to other places and let them go a step; one that was not there before is there at once."""
        _, now, before = np.intersect1d(ids, self.ids, assume_unique=True, return_indices=True)
        seen = places.copy()
        seen[now] = self.seen[before]
        self.ids, self.seen, self._places = ids, seen, places
        self.step()

    def step(self) -> bool:
        """Let the points go a step; return whether they have not arrived yet."""
        way = self._places - self.seen
        extent = np.abs(self._places).max(initial=0.0)
        if np.abs(way).max(initial=0.0) <= _ARRIVED * extent:
            self.seen = self._places
            return False
        self.seen = self.seen + np.float32(_SHARE) * way
        return True
