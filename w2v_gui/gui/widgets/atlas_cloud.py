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
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPaintEngine

from w2v_gui.gui.widgets.dots import paint_dots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPainter

_PHASES = 4
"""A point moves in steps of this part of a pixel."""

_LEAST = 0.05
"""Less of a pixel than this is not worth being drawn."""

_DRAWN_SINGLY = 20_000
"""A drawing of lines and shapes holds so many points singly; more would make it too slow to open."""

_SHARPNESS = 2


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


class CloudPicture:
    """Clouds above each other, drawn as often as one likes and made into a picture once.

    Parameters
    ----------
    clouds : sequence of Cloud
        The uppermost last.
    size : QSize
        Of the area that they are drawn in.
    """

    def __init__(self, clouds: Sequence[Cloud], size: QSize) -> None:
        self._clouds = clouds
        self._size = size
        self._known: dict[float, list[tuple[QImage, int]]] = {}

    def paint(self, painter: QPainter) -> None:
        """Draw them in the area whose upper left corner is the painter's origin."""
        screen = painter.paintEngine().type() == QPaintEngine.Type.Raster
        if not screen and sum(len(cloud.x) for cloud in self._clouds) <= _DRAWN_SINGLY:
            for cloud in self._clouds:
                _paint_singly(painter, cloud)
            return
        ratio = painter.deviceTransform().m11() if screen else _SHARPNESS
        if ratio not in self._known:
            self._known[ratio] = [self._rendered(cloud, ratio) for cloud in self._clouds]
        for image, margin in self._known[ratio]:
            painter.drawImage(QPointF(-margin / ratio, -margin / ratio), image)

    def _rendered(self, cloud: Cloud, ratio: float) -> tuple[QImage, int]:
        width, height = round(self._size.width() * ratio), round(self._size.height() * ratio)
        image, margin = rendered(cloud, width, height, ratio)
        image.setDevicePixelRatio(ratio)
        return image, margin


def _paint_singly(painter: QPainter, cloud: Cloud) -> None:
    """Draw the points of each look together."""
    count = len(cloud.x)
    tints = np.zeros(count, np.uint8) if cloud.tints is None else cloud.tints
    sizes = np.zeros(count, np.uint8) if cloud.sizes is None else cloud.sizes
    # A few steps of strength are enough for what only hints at depth.
    strengths = np.round(np.broadcast_to(np.asarray(cloud.opacity, np.float32), count) * 8).astype(np.uint8)
    looks = np.stack([tints, sizes, strengths], axis=1)
    for look in np.unique(looks, axis=0):
        chosen = (looks == look).all(axis=1)
        colour = QColor(*cloud.table[look[0]].tolist())
        colour.setAlphaF(max(float(look[2]), 1.0) / 8)
        points = np.stack([cloud.x[chosen], cloud.y[chosen]], axis=1)
        paint_dots(painter, points.tolist(), colour, cloud.diameters[look[1]])


def rendered(cloud: Cloud, width: int, height: int, ratio: float = 1.0) -> tuple[QImage, int]:
    """Return the picture of points on nothing, and by how many of its pixels it is larger at every edge.

    Parameters
    ----------
    cloud : Cloud
    width, height : int
        Of the area in pixels of the screen.
    ratio : float
        So many of which are one of the points' own.
    """
    margin = 2 + math.ceil(max(cloud.diameters) * ratio / 2)
    across, down = width + 2 * margin, height + 2 * margin
    x, y = cloud.x * np.float32(ratio), cloud.y * np.float32(ratio)
    seen = np.flatnonzero((x > -1) & (x < width + 1) & (y > -1) & (y < height + 1))
    steps_x = np.floor(x[seen] * _PHASES).astype(np.int32)
    steps_y = np.floor(y[seen] * _PHASES).astype(np.int32)
    corners = ((steps_y // _PHASES + margin) * across + steps_x // _PHASES + margin).astype(np.intp)
    phases = (steps_y % _PHASES) * _PHASES + steps_x % _PHASES
    covered = np.zeros(across * down)
    colours = None if cloud.tints is None else np.zeros(across * down, np.uint8)
    for size, diameter in enumerate(cloud.diameters):
        own = slice(None) if cloud.sizes is None else np.flatnonzero(cloud.sizes[seen] == size)
        points = seen[own]
        opacity = cloud.opacity if isinstance(cloud.opacity, float) else cloud.opacity[points].astype(np.float64)
        places, weights, heart = _stamped(corners[own], phases[own], across, round(diameter * ratio, 2))
        weights *= opacity
        covered += np.bincount(places.ravel(), weights.ravel(), len(covered))
        if colours is not None and cloud.tints is not None:
            # Of points over each other the last is seen: it takes what it covers a little, and then its heart.
            for part in (places[~heart], places[heart]):
                for each in part:
                    colours[each] = cloud.tints[points]
    pixels = _pixels(covered, colours, cloud.table)
    return QImage(pixels.data, across, down, 4 * across, QImage.Format.Format_ARGB32_Premultiplied), margin


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
    touched = np.flatnonzero(covered)
    # What several points cover is never covered more than wholly.
    alpha = (255.5 * -np.expm1(-covered[touched].astype(np.float32))).astype(np.intp)
    lookup = _premultiplied(table)
    pixels[touched] = lookup[0, alpha] if colours is None else lookup[colours[touched], alpha]
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
