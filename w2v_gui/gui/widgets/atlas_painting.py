"""Painting a large map: the cloud of points, lines to neighbours, labels, what is being gathered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from w2v_gui.gui.widgets.atlas_cloud import Cloud
from w2v_gui.gui.widgets.dots import paint_dots
from w2v_gui.gui.widgets.map_painting import LABELLED, MARKED, paint_label, paint_lead

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from w2v_gui.gui.labels import Label
    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.widgets.map_painting import LabelTexts

_DOT, _LARGEST = 2.0, 4.5
_SPARSE = 0.42
"""A point is so large a part of the room there is for it on average."""

_PLAIN, _TINTED, _BEHIND = 0.5, 1.6, 0.14
"""How strongly points cover what is below: grey ones, coloured ones, those that are not meant."""

_FAR = 0.22
"""The strength of the farthest point of a map of three dimensions, where that of the nearest is 1."""

_DEPTHS = (0.7, 0.85, 1.0, 1.2, 1.4)
"""Sizes of points from the far side of such a map to the near one."""

_TURNED = 50_000
"""So many points can be drawn in every frame while the map is turned."""

_RING = 7.0


@dataclass(frozen=True, eq=False)
class Look:
    """How points are coloured.

    Attributes
    ----------
    tints : ndarray of uint8, shape (n,), or None
        Which colour of the table each point has; None where all are plain.
    table : ndarray of uint8, shape (k, 3)
    """

    tints: NDArray[np.uint8] | None
    table: NDArray[np.uint8]

    def colour(self, point: int) -> QColor | None:
        """Return the colour of a point, None if it is plain."""
        return None if self.tints is None else QColor(*self.table[self.tints[point]].tolist())


PLAIN_LOOK = Look(None, np.zeros((1, 3), np.uint8))


@dataclass(frozen=True, eq=False)
class AtlasScene:
    """Where everything is, in pixels.

    Attributes
    ----------
    rows : ndarray of int64, shape (n,)
        The word of each point.
    x, y : ndarray of float32, shape (n,)
    depth : ndarray of float32, shape (n,), or None
        From 0, far, to 1, near; None in a map of two dimensions.
    """

    rows: NDArray[np.int64]
    x: NDArray[np.float32]
    y: NDArray[np.float32]
    depth: NDArray[np.float32] | None


def point_size(count: int, size: QSize, zoom: float) -> float:
    """Return the diameter of points: small where there are many, and larger the nearer one looks."""
    room = size.width() * size.height() / max(count, 1)
    diameter = float(np.clip(_SPARSE * np.sqrt(room * max(zoom, 1.0)), _DOT, _LARGEST))
    return round(4 * diameter) / 4


def clouds(
    scene: AtlasScene,
    look: Look,
    meant: NDArray[np.bool_] | None,
    diameter: float,
    palette: Palette,
    *,
    turning: bool = False,
) -> list[Cloud]:
    """Return what is to be drawn of points: those that are not meant behind those that are.

    Parameters
    ----------
    scene : AtlasScene
    look : Look
    meant : ndarray of bool, shape (n,), or None
        Which points one has looked for or gathered; None where that is none in particular.
    diameter : float
    palette : Palette
    turning : bool
        Whether the map is being turned: then only so many points are drawn as can be drawn in every frame.
    """
    every = np.arange(len(scene.rows))[:: -(-len(scene.rows) // _TURNED) if turning and len(scene.rows) else 1]
    if scene.depth is not None:
        # Near ones above far ones. Whole numbers are sorted in a tenth of the time.
        every = every[np.argsort((scene.depth[every] * 65535).astype(np.uint16), kind="stable")]
    strength = _PLAIN if look.tints is None else _TINTED
    plain = _rgb(palette.muted)
    if meant is None:
        return [_cloud(scene, look, every, diameter, strength, plain)]
    chosen = meant[every]
    return [
        _cloud(scene, look, every[~chosen], diameter, _BEHIND, plain),
        _cloud(scene, look, every[chosen], diameter + 1.5, 2.5, _rgb(palette.context)),
    ]


def _cloud(
    scene: AtlasScene, look: Look, points: NDArray[np.intp], diameter: float, strength: float, plain: list[int]
) -> Cloud:
    tints = None if look.tints is None else look.tints[points]
    table = np.array([plain], np.uint8) if look.tints is None else look.table
    x, y = scene.x[points], scene.y[points]
    if scene.depth is None:
        return Cloud(x, y, tints, table, (diameter,), None, strength)
    depth = scene.depth[points]
    sizes = np.minimum(depth * len(_DEPTHS), len(_DEPTHS) - 1).astype(np.uint8)
    diameters = tuple(diameter * part for part in _DEPTHS)
    return Cloud(x, y, tints, table, diameters, sizes, strength * (_FAR + (1 - _FAR) * depth))


def _rgb(colour: str) -> list[int]:
    c = QColor(colour)
    return [c.red(), c.green(), c.blue()]


def paint_links(
    painter: QPainter,
    start: tuple[float, float],
    ends: Sequence[tuple[float, float]],
    palette: Palette,
    *,
    asked: bool,
) -> None:
    """Draw lines to neighbours, the nearest one the strongest, and a ring around the point that they begin at."""
    colour = QColor(palette.context)
    for rank, end in enumerate(ends):
        colour.setAlphaF(0.85 - 0.55 * rank / max(len(ends), 1))
        painter.setPen(QPen(colour, 1.6))
        painter.drawLine(QPointF(*start), QPointF(*end))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(palette.centre if asked else palette.context), 1.5))
    painter.drawEllipse(QPointF(*start), _RING, _RING)


def paint_marks(
    painter: QPainter,
    places: dict[int, tuple[float, float]],
    colours: dict[int, QColor],
    kinds: tuple[Iterable[int], Iterable[int], Sequence[int]],
    palette: Palette,
) -> None:
    """Draw single points: those with labels, those near to what is asked, and what is asked itself, in orange."""
    labelled, near, asked = kinds
    _paint_marks(painter, places, colours, [row for row in labelled if row not in asked], LABELLED)
    _paint_marks(painter, places, colours, near, LABELLED + 1.0)
    _paint_marks(painter, places, dict.fromkeys(asked, QColor(palette.centre)), asked, MARKED)


def _paint_marks(
    painter: QPainter,
    places: dict[int, tuple[float, float]],
    colours: dict[int, QColor],
    rows: Iterable[int],
    size: float,
) -> None:
    by_colour: dict[int, list[tuple[float, float]]] = {}
    for row in rows:
        if row in places:
            by_colour.setdefault(colours[row].rgba(), []).append(places[row])
    for rgba, points in by_colour.items():
        paint_dots(painter, points, QColor.fromRgba(rgba), size)


def paint_labels(
    painter: QPainter,
    labels: dict[int, Label],
    places: dict[int, tuple[float, float]],
    texts: LabelTexts,
    asked: Sequence[int],
    palette: Palette,
) -> None:
    """Write the labels, those of words asked about in bold and orange."""
    for row, label in labels.items():
        strong = row in asked
        if label.led and row in places:
            paint_lead(painter, places[row], label, palette.centre if strong else palette.context)
        paint_label(painter, label, texts.of(row, strong), palette.centre if strong else palette.text, palette)


def paint_gathering(painter: QPainter, way: Sequence[QPointF], palette: Palette) -> None:
    """Draw the edge around what is being gathered."""
    soft = QColor(palette.accent)
    soft.setAlphaF(0.1)
    painter.setBrush(soft)
    painter.setPen(QPen(QColor(palette.accent), 1.2, Qt.PenStyle.DashLine))
    painter.drawPolygon(QPolygonF(list(way)))
