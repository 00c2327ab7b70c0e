"""A map of three dimensions, seen from where one has turned it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TURN = 0.008
"""Radians that a pixel of dragging turns."""

_STEEPEST = 1.5
_FROM = 3.2
"""The eye is so many times the cloud's radius away from its middle."""


class Orbit:
    """Turns about the middle of the map; the upright axis stays upright."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Look from where everybody begins."""
        self._around, self._above = 0.5, 0.35

    def turn(self, right: float, down: float) -> None:
        """Drag the cloud by so many pixels."""
        self._around += _TURN * right
        self._above = float(np.clip(self._above + _TURN * down, -_STEEPEST, _STEEPEST))

    @property
    def angles(self) -> tuple[float, float]:
        """Around the upright axis, and above the horizon, in radians."""
        return self._around, self._above

    @property
    def axes(self) -> NDArray[np.float32]:
        """What in the cloud points right, up and to the eye, as the columns of a matrix."""
        cos_a, sin_a = np.cos(self._around), np.sin(self._around)
        cos_b, sin_b = np.cos(self._above), np.sin(self._above)
        right = (cos_a, 0.0, sin_a)
        up = (sin_a * sin_b, cos_b, -cos_a * sin_b)
        toward = (-sin_a * cos_b, sin_b, cos_a * cos_b)
        return np.array([right, up, toward], np.float32).T

    def seen(self, axes: NDArray[np.float32], radius: float) -> tuple[NDArray[np.float32], ...]:
        """Return where points are in the picture, and how near they are.

        Parameters
        ----------
        axes : ndarray of float32, shape (3, n)
        radius : float
            None of them is farther than this from the origin.

        Returns
        -------
        right, up : ndarray of float32, shape (n,)
        depth : ndarray of float32, shape (n,)
            0 at the far side of the cloud, 1 at the near one.
        """
        # Not by a matrix product: the threads of its library would wait for those of a training.
        x, y, z = axes
        right, up, depth = (x * a + y * b + z * c for a, b, c in self.axes.T)
        eye = np.float32(_FROM * radius)
        nearer = eye / (eye - depth)
        return right * nearer, up * nearer, np.clip(depth / np.float32(2 * radius) + np.float32(0.5), 0, 1)


def frame_of(radius: float) -> NDArray[np.float32]:
    """Return the corners of a square that holds the picture of a cloud however it is turned."""
    reach = radius * _FROM / np.sqrt(_FROM**2 - 1)
    return np.array([[-reach, -reach], [reach, reach]], np.float32)
