"""From the coordinates of a map to pixels: what is looked at, and how near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MARGIN = 22
_MARGIN_SHARE = 0.1
"""Pixels left free at each edge for the labels of the outermost points, but no more than this part of the picture."""

_LOOSE = 0.02
"""An edge of the picture that is farther from the points than this part of it comes nearer."""

_EASE = 0.06
"""It does so by this part of the way in every step."""

_NEAREST, _FARTHEST = 60.0, 0.4


class Camera:
    """Keeps all points in the picture until the user moves it; then it stays where it was put.

    What is shown grows with the points at once, so that none is outside, and comes nearer in small steps only when
    they have shrunk a good deal: a picture that breathes is hard to read. Both axes have the same scale.
    """

    def __init__(self) -> None:
        self._size = np.array([1.0, 1.0])
        self._bounds: NDArray[np.float64] | None = None
        self._target: NDArray[np.float64] | None = None
        self._centre = np.zeros(2)
        self._scale = 0.0

    @property
    def moved(self) -> bool:
        """Whether the user has moved it."""
        return self._scale > 0

    @property
    def centre(self) -> NDArray[np.float64]:
        """The point of the map in the middle of the picture."""
        if self.moved or self._bounds is None:
            return self._centre
        middle: NDArray[np.float64] = self._bounds.mean(axis=0)
        return middle

    @property
    def scale(self) -> float:
        """Pixels a unit of the map."""
        return self._scale if self.moved else self.fitting

    @property
    def fitting(self) -> float:
        """Pixels a unit of the map where all points are shown."""
        if self._bounds is None:
            return 1.0
        room = self._size - 2 * np.minimum(_MARGIN, _MARGIN_SHARE * self._size)
        spans = self._bounds[1] - self._bounds[0]
        return float((room[spans > 0] / spans[spans > 0]).min(initial=np.inf)) if spans.any() else 1.0

    def resize(self, width: float, height: float) -> None:
        self._size = np.array([max(width, 1.0), max(height, 1.0)])

    def forget(self) -> None:
        """Take the next points as the first."""
        self._bounds = self._target = None
        self._scale = 0.0

    @property
    def loose(self) -> bool:
        """Whether there is empty room at the edges, so that it will come nearer."""
        return not self.moved and bool(self._inward().any())

    def follow(self, points: NDArray[np.float32]) -> None:
        """Take the points of a new frame, shape (n, 2), all finite, and come a step nearer if there is room."""
        if not len(points):
            return
        exact = points.astype(np.float64)
        self._target = np.stack([exact.min(axis=0), exact.max(axis=0)])
        if self._bounds is None or not (self._bounds[1] > self._bounds[0]).any():
            self._bounds = self._target
        low, high = (self._bounds[0], self._target[0]), (self._bounds[1], self._target[1])
        self._bounds = np.stack([np.minimum(*low), np.maximum(*high)])
        self._bounds += _EASE * self._inward()

    def widen(self, points: NDArray[np.float32], room: float) -> None:
        """Show more where points would leave the picture, with room for the way they go; else keep still.

        Parameters
        ----------
        points : ndarray, shape (n, 2)
        room : float
            What is left free beyond the points at every edge that moves, as a part of their extent.
        """
        if self._bounds is None or not len(points):
            return
        low, high = points.min(axis=0).astype(np.float64), points.max(axis=0).astype(np.float64)
        more = room * (high - low)
        lower = np.where(low < self._bounds[0], low - more, self._bounds[0])
        upper = np.where(high > self._bounds[1], high + more, self._bounds[1])
        self._bounds = np.stack([lower, upper])

    def _inward(self) -> NDArray[np.float64]:
        """Return the way of each edge to the points, zero where that is short."""
        if self._bounds is None or self._target is None:
            return np.zeros((2, 2))
        way = self._target - self._bounds
        return np.where(np.abs(way) > _LOOSE * (self._bounds[1] - self._bounds[0]), way, 0.0)

    def fit(self) -> None:
        """Show all points again."""
        self._scale = 0.0

    def zoom(self, factor: float, x: float, y: float) -> None:
        """Come nearer by ``factor``; what is at pixel (x, y) stays there."""
        fitting = self.fitting
        scale = min(max(self.scale * factor, _FARTHEST * fitting), _NEAREST * fitting)
        fixed = self.to_map(x, y)
        self._centre = fixed - (fixed - self.centre) * self.scale / scale
        self._scale = scale

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by so many pixels."""
        scale = self.scale
        self._centre = self.centre - np.array([dx, -dy]) / scale
        self._scale = scale

    def to_screen(self, points: NDArray[np.float32]) -> NDArray[np.float64]:
        """Return the pixels of points, shape (n, 2); the second coordinate points up."""
        flipped = np.array([1.0, -1.0])
        pixels: NDArray[np.float64] = (points - self.centre) * (self.scale * flipped) + self._size / 2
        return pixels

    def to_map(self, x: float, y: float) -> NDArray[np.float64]:
        offset: NDArray[np.float64] = (np.array([x, y]) - self._size / 2) * np.array([1.0, -1.0]) / self.scale
        return self.centre + offset
