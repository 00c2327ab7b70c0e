"""Very many points, drawn as one picture: a hundred thousand of them in a few hundredths of a second.

A point covers parts of a few pixels. What all points together cover is added up for the whole picture at once, and
becomes a colour only where there is any. So the time hardly depends on what the points look like.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtCore import QRect

_PHASES = 4
"""A point moves in steps of this part of a pixel."""

_LEAST = 0.05
"""Less of a pixel than this is not worth being drawn."""


@dataclass(frozen=True, eq=False)
class Cloud:
    """Points in pixels, those that lie above others last.

    Attributes
    ----------
    x, y : ndarray of float32, shape (n,)
    tints : ndarray of uint8, shape (n,), or None
        Which colour of ``table`` each point has; None where all have the first.
    table : ndarray of uint8, shape (k, 3)
        Red, green and blue of the colours.
    diameters : sequence of float
        Sizes of points.
    sizes : ndarray of uint8, shape (n,), or None
        Which of ``diameters`` each point has; None where all have the first.
    opacity : ndarray of float32, shape (n,), or float
    """

    x: NDArray[np.float32]
    y: NDArray[np.float32]
    tints: NDArray[np.uint8] | None
    table: NDArray[np.uint8]
    diameters: tuple[float, ...]
    sizes: NDArray[np.uint8] | None
    opacity: NDArray[np.float32] | float


def rendered(cloud: Cloud, area: QRect, ratio: float = 1.0) -> QImage:
    """Return the picture of points on nothing, see `Sheet`."""
    sheet = Sheet(cloud, area, ratio)
    sheet.go_on(len(cloud.x))
    return sheet.image()


class Sheet:
    """The picture of points on nothing, made of so many points at a time as one likes.

    Parameters
    ----------
    cloud : Cloud
    area : QRect
        What of them is wanted, in pixels of the screen.
    ratio : float
        So many of which are one of the points' own.
    """

    def __init__(self, cloud: Cloud, area: QRect, ratio: float) -> None:
        self._cloud, self._area, self._ratio = cloud, area, ratio
        # Of points beyond the edge, too, something may reach into the area.
        reach = math.ceil(max(cloud.diameters) * ratio / 2) + 1
        self._margin = 2 * reach + 1
        self._across = area.width() + 2 * self._margin
        self._count = self._across * (area.height() + 2 * self._margin)
        self._x = cloud.x * np.float32(ratio) - np.float32(area.left())
        self._y = cloud.y * np.float32(ratio) - np.float32(area.top())
        inside = (self._x > -reach) & (self._x < area.width() + reach)
        self._left = np.flatnonzero(inside & (self._y > -reach) & (self._y < area.height() + reach))
        self._covered: NDArray[np.float64] | None = None
        self._colours = None if cloud.tints is None else np.zeros(self._count, np.uint8)

    @property
    def finished(self) -> bool:
        """Whether all points are in the picture."""
        return not len(self._left)

    def go_on(self, count: int) -> int:
        """Put so many more points into the picture, or all there are; returns how many that were."""
        seen, self._left = self._left[:count], self._left[count:]
        cloud = self._cloud
        steps_x = np.floor(self._x[seen] * _PHASES).astype(np.int32)
        steps_y = np.floor(self._y[seen] * _PHASES).astype(np.int32)
        lines, columns = steps_y // _PHASES + self._margin, steps_x // _PHASES + self._margin
        corners = lines.astype(np.intp) * self._across + columns
        phases = (steps_y % _PHASES) * _PHASES + steps_x % _PHASES
        covered: list[tuple[NDArray[np.intp], NDArray[np.float64]]] = []
        for size, diameter in enumerate(cloud.diameters):
            own = slice(None) if cloud.sizes is None else np.flatnonzero(cloud.sizes[seen] == size)
            points = seen[own]
            stamp = round(diameter * self._ratio, 2)
            places, weights, heart = _stamped(corners[own], phases[own], self._across, stamp)
            weights *= cloud.opacity if isinstance(cloud.opacity, float) else cloud.opacity[points]
            covered.append((places.ravel(), weights.ravel()))
            if self._colours is not None and cloud.tints is not None:
                # Of points over each other the last is seen: it takes what it covers a little, and then its heart.
                tints = cloud.tints[points]
                for part in (places[~heart], places[heart]):
                    for each in part:
                        self._colours[each] = tints
        sums = _summed(covered, self._count)
        self._covered = sums if self._covered is None else self._covered + sums
        return len(seen)

    def image(self) -> QImage:
        """Return the picture of the points so far."""
        area, across, margin = self._area, self._across, self._margin
        covered = np.zeros(self._count) if self._covered is None else self._covered
        inner = _pixels(covered, self._colours, self._cloud.table)[margin * across + margin :]
        image = QImage(inner.data, area.width(), area.height(), 4 * across, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(self._ratio)
        return image


def _summed(covered: list[tuple[NDArray[np.intp], NDArray[np.float64]]], count: int) -> NDArray[np.float64]:
    """Return for each of so many pixels the sum of what covers it."""
    if len(covered) > 1:
        # At once: for each a picture of sums would be made.
        covered = [(np.concatenate([part[0] for part in covered]), np.concatenate([part[1] for part in covered]))]
    places, weights = covered[0]
    return np.asarray(np.bincount(places, weights, count), np.float64)


def _stamped(
    corners: NDArray[np.intp], phases: NDArray[np.int32], across: int, diameter: float
) -> tuple[NDArray[np.intp], NDArray[np.float64], NDArray[np.bool_]]:
    """Return which pixels points cover, and how much of each: a row for each pixel around them, a column a point.

    The third of what is returned says which of the rows are the hearts of the points.
    """
    offsets, covers = _stamp(diameter)
    places = np.empty((len(offsets), len(corners)), np.intp)
    weights = np.empty((len(offsets), len(corners)))
    for at, (right, below) in enumerate(offsets.tolist()):
        np.add(corners, below * across + right, out=places[at])
        np.take(covers[at], phases, out=weights[at], mode="clip")
    heart = np.abs(offsets).max(axis=1) <= 1
    return places, weights, heart


def _pixels(
    covered: NDArray[np.float64], colours: NDArray[np.uint8] | None, table: NDArray[np.uint8]
) -> NDArray[np.uint32]:
    """Return premultiplied pixels where something is covered."""
    pixels = np.zeros(len(covered), np.uint32)
    # Of truth values those that are true are found six times as fast as of numbers those that are not zero.
    touched = np.flatnonzero(covered > 0)
    # What several points cover is never covered more than wholly.
    alpha = (255.5 * -np.expm1(-covered[touched].astype(np.float32))).astype(np.intp)
    looks = alpha if colours is None else alpha + colours[touched] * np.intp(256)
    pixels[touched] = _premultiplied(table).ravel().take(looks, mode="clip")
    return pixels


def _premultiplied(table: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Return the pixel of each colour at each strength, shape (k, 256)."""
    alpha = np.arange(256, dtype=np.uint32)
    red, green, blue = ((table[:, channel, None].astype(np.uint32) * alpha + 127) // 255 for channel in range(3))
    return np.asarray((alpha << 24) | (red << 16) | (green << 8) | blue, np.uint32)


@lru_cache(maxsize=64)
def _stamp(diameter: float) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return which pixels around its own a point can cover, and how much of them at each fraction of a pixel.

    Returns
    -------
    offsets : ndarray, shape (m, 2)
        Right and down.
    covers : ndarray, shape (m, phases²)
    """
    reach = math.ceil(diameter / 2 + 0.5)
    grid = np.arange(-reach, reach + 1)
    down, right = (axis.ravel() for axis in np.meshgrid(grid, grid, indexing="ij"))
    phases = (np.arange(_PHASES) + 0.5) / _PHASES - 0.5
    below, beside = (axis.ravel() for axis in np.meshgrid(phases, phases, indexing="ij"))
    distance = np.hypot(right[:, None] - beside, down[:, None] - below)
    covers = np.clip(diameter / 2 + 0.5 - distance, 0, 1)
    used = covers.max(axis=1) > _LEAST
    return np.stack([right, down], axis=1)[used], np.ascontiguousarray(covers[used])
