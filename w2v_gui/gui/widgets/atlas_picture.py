"""The picture of very many points, of which only that is made anew which is another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QImage, QPaintEngine, QPainter

from w2v_gui.gui.widgets.atlas_cloud import Sheet, rendered
from w2v_gui.gui.widgets.atlas_painting import clouds
from w2v_gui.gui.widgets.dots import paint_dots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtCore import QSize

    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.widgets.atlas_cloud import Cloud
    from w2v_gui.gui.widgets.atlas_painting import Look
    from w2v_gui.gui.widgets.atlas_points import AtlasPoints

_DRAWN_SINGLY = 20_000
"""A drawing of lines and shapes holds so many points singly; more would make it too slow to open."""

_SHARPNESS = 2

_AT_ONCE = 100_000
"""So many points come into the picture in a frame; the others in the next ones."""


class PointsPicture:
    """Keeps the picture of the points of a map, for as long as they look the same."""

    def __init__(self) -> None:
        self._picture: CloudPicture | None = None
        self._standpoint: tuple[float, ...] = ()
        self._origin = (0.0, 0.0)

    def forget(self) -> None:
        """Make it anew: they look different."""
        self._picture = None

    def paint(
        self,
        painter: QPainter,
        points: AtlasPoints,
        look: Look,
        meant: NDArray[np.bool_] | None,
        palette: Palette,
        *,
        turning: bool,
        whole: bool,
    ) -> bool:
        """Draw the points, see `clouds`, and return whether they are all there; ``whole`` says not to leave before."""
        if not len(points.rows):
            return True
        stays = self._picture is not None and points.standpoint == self._standpoint
        way = QPointF(*points.origin) - QPointF(*self._origin)
        if not stays or not way.isNull():
            shown = clouds(points.scene, look, meant, points.diameter, palette, turning=turning)
            self._picture = (
                self._picture.moved(shown, way) if self._picture and stays else CloudPicture(shown, points.size)
            )
            self._standpoint, self._origin = points.standpoint, points.origin
        assert self._picture is not None
        return self._picture.paint(painter, whole=whole)


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
        self._ratio = 0.0
        self._sheets: list[Sheet] = []
        self._images: list[QImage] = []

    def paint(self, painter: QPainter, *, whole: bool = True) -> bool:
        """Draw them in the area whose upper left corner is the painter's origin.

        Unless they are wanted as a whole, very many come in several calls; returns whether all are there.
        """
        screen = painter.paintEngine().type() == QPaintEngine.Type.Raster
        if not screen and sum(len(cloud.x) for cloud in self._clouds) <= _DRAWN_SINGLY:
            for cloud in self._clouds:
                _paint_singly(painter, cloud)
            return True
        ratio = painter.deviceTransform().m11() if screen else _SHARPNESS
        if ratio != self._ratio:
            self._ratio = ratio
            self._sheets = [Sheet(cloud, self._area(ratio), ratio) for cloud in self._clouds]
            self._images = [QImage()] * len(self._sheets)
        self._go_on(sum(len(cloud.x) for cloud in self._clouds) if whole else _AT_ONCE)
        for image in self._images:
            painter.drawImage(QPointF(), image)
        return self._finished

    @property
    def _finished(self) -> bool:
        return all(sheet.finished for sheet in self._sheets)

    def _go_on(self, count: int) -> None:
        for at, sheet in enumerate(self._sheets):
            if count > 0 and not sheet.finished:
                count -= sheet.go_on(count)
                self._images[at] = sheet.image()

    def moved(self, clouds: Sequence[Cloud], way: QPointF) -> CloudPicture:
        """Return the picture of the same clouds somewhere else: what was seen already is not made again."""
        picture = CloudPicture(clouds, self._size)
        right, down = way.x() * self._ratio, way.y() * self._ratio
        if self._images and self._finished and _whole(right) and _whole(down):
            area = self._area(self._ratio)
            picture._ratio = self._ratio
            picture._images = [
                _moved(image, cloud, area, round(right), round(down))
                for image, cloud in zip(self._images, clouds, strict=True)
            ]
        return picture

    def _area(self, ratio: float) -> QRect:
        return QRect(0, 0, round(self._size.width() * ratio), round(self._size.height() * ratio))


def _whole(number: float) -> bool:
    return abs(number - round(number)) < 0.01


def _moved(image: QImage, cloud: Cloud, area: QRect, right: int, down: int) -> QImage:
    """Return an image moved by so many of its pixels, with what has come into it."""
    ratio = image.devicePixelRatio()
    moved = QImage(area.size(), image.format())
    moved.setDevicePixelRatio(ratio)
    came = [
        QRect(0 if right > 0 else area.width() + right, 0, abs(right), area.height()),
        QRect(0, 0 if down > 0 else area.height() + down, area.width(), abs(down)),
    ]
    with QPainter(moved) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(QPointF(right / ratio, down / ratio), image)
        for strip in came:
            seen = strip.intersected(area)
            if not seen.isEmpty():
                corner = QPointF(seen.left() / ratio, seen.top() / ratio)
                painter.drawImage(corner, rendered(cloud, seen, ratio))
    return moved


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
        # As strong as it is in a picture of pixels, see `Sheet`.
        colour.setAlphaF(-math.expm1(-max(float(look[2]), 1.0) / 8))
        points = np.stack([cloud.x[chosen], cloud.y[chosen]], axis=1)
        paint_dots(painter, points.tolist(), colour, cloud.diameters[look[1]])
