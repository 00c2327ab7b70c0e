"""Painting input and output vectors on a plane: axes, arrows, points, labels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from w2v_gui.gui.theme import tabular
from w2v_gui.gui.widgets.dots import paint_dots
from w2v_gui.gui.widgets.map_painting import LABELLED, MARKED, paint_label, paint_lead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from w2v_gui.gui.labels import Label
    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.widgets.map_painting import LabelTexts

_TEXT = 11
_HEAD = 7.0
_LONGEST = 90.0
_FACTORS = (1, 2, 5, 10, 20, 50, 100)
_MARGIN = 8
_LINE = 15
_DOT = 10


@dataclass(frozen=True, eq=False)
class VectorPoints:
    """What is to be seen on a plane.

    Attributes
    ----------
    labels : tuple of str
        Of all points: first those of W, then those of W′.
    inputs : int
        How many of them belong to W.
    places : ndarray of float32, shape (n, 2)
        Where the points belong.
    before : dict of int to ndarray of float32, shape (2,)
        Where those were that the step has moved.
    marked : tuple of int
        The points of the pair.
    paired : bool
        Whether each word has a point of W and one of W′.
    """

    labels: tuple[str, ...]
    inputs: int
    places: NDArray[np.float32]
    before: dict[int, NDArray[np.float32]]
    marked: tuple[int, ...]
    paired: bool

    def partner(self, key: int) -> int | None:
        """Return the other point of the same word."""
        if not self.paired:
            return None
        return key + self.inputs if key < self.inputs else key - self.inputs


@dataclass(frozen=True, eq=False)
class VectorScene:
    """What is on the map, in pixels.

    Attributes
    ----------
    points : VectorPoints
    places : dict of int to (float, float)
    before : dict of int to (float, float)
    labels : dict of int to Label
    texts : LabelTexts
    origin : tuple of (float, float)
        Where the zero vector lies.
    factor : int
        How many times as long as the way of its point an arrow is drawn.
    notes : tuple of Note
        What else is written.
    """

    points: VectorPoints
    places: dict[int, tuple[float, float]]
    before: dict[int, tuple[float, float]]
    labels: dict[int, Label]
    texts: LabelTexts
    origin: tuple[float, float]
    factor: int
    notes: tuple[Note, ...]


@dataclass(frozen=True, eq=False)
class Note:
    """Something written in small type that labels keep away from, with a dot of a role's colour before it or none."""

    text: str
    area: QRect
    role: str = ""


def arrow_tips(
    starts: dict[int, tuple[float, float]], ends: dict[int, tuple[float, float]], factor: int
) -> dict[int, tuple[float, float]]:
    """Return where the arrows end."""
    return {
        key: (start[0] + factor * (ends[key][0] - start[0]), start[1] + factor * (ends[key][1] - start[1]))
        for key, start in starts.items()
    }


def axis_notes(area: QRect, origin: tuple[float, float], names: tuple[str, str], font: QFont) -> tuple[Note, ...]:
    """Return the names of the axes beside them, as long as these can be seen, and at the edge otherwise."""
    metrics = QFontMetrics(small_font(font))
    first, second = (metrics.horizontalAdvance(name) + 2 for name in names)
    beneath = round(min(max(origin[1] + 2, area.top() + 2), area.bottom() - 2 * _LINE))
    beside = round(min(max(origin[0] + 5, area.left() + 4), area.right() - second - 4))
    return (
        Note(names[0], QRect(area.right() - first - 4, beneath, first, _LINE)),
        Note(names[1], QRect(beside, area.top() + 2, second, _LINE)),
    )


def legend_notes(area: QRect, longer: str, font: QFont) -> tuple[Note, ...]:
    """Return what the colours are, and how long arrows are, from the lower left corner on."""
    metrics = QFontMetrics(small_font(font))
    notes: list[Note] = []
    left = area.left() + _MARGIN
    for text, role in (("W", "context"), ("W′", "centre"), (longer, "")):
        width = metrics.horizontalAdvance(text) + (_DOT if role else 2)
        notes.append(Note(text, QRect(left, area.bottom() - _LINE - 2, width, _LINE), role))
        left += width + 12
    return tuple(notes)


def arrow_factor(lengths: Sequence[float]) -> int:
    """Return how many times as long as they are, in pixels, arrows can be drawn: a single step is hardly seen."""
    longest = max(lengths, default=0.0)
    if not longest:
        return 1
    return max((factor for factor in _FACTORS if factor * longest <= _LONGEST), default=1)


def paint_vectors(painter: QPainter, scene: VectorScene, area: QRect, current: int, palette: Palette) -> None:
    """Draw everything but the ground; ``current`` is the point that is pointed at, or -1."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_axes(painter, scene.origin, area, palette)
    for note in scene.notes:
        _paint_note(painter, note, palette)
    _paint_pairing(painter, scene, current, palette)
    for key, tip in arrow_tips(scene.before, scene.places, scene.factor).items():
        _paint_arrow(painter, scene.before[key], tip, _colour(scene.points, key, palette))
    _paint_points(painter, scene, palette)
    for key, label in scene.labels.items():
        colour = _colour(scene.points, key, palette)
        if label.led:
            paint_lead(painter, scene.places[key], label, colour)
        paint_label(painter, label, scene.texts.of(key, key in scene.points.marked), colour, palette)
    if current in scene.places:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(_colour(scene.points, current, palette)), 1.5))
        painter.drawEllipse(QPointF(*scene.places[current]), 7, 7)


def _colour(points: VectorPoints, key: int, palette: Palette) -> str:
    return palette.context if key < points.inputs else palette.centre


def _paint_axes(painter: QPainter, origin: tuple[float, float], area: QRect, palette: Palette) -> None:
    x, y = origin
    painter.setPen(QPen(QColor(palette.border), 1))
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right() + 1, y))
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom() + 1))


def _paint_note(painter: QPainter, note: Note, palette: Palette) -> None:
    area = note.area
    if note.role:
        colour = QColor(palette.context if note.role == "context" else palette.centre)
        paint_dots(painter, [(area.left() + 3, area.center().y() + 0.5)], colour, LABELLED)
        area = area.adjusted(_DOT, 0, 0, 0)
    painter.setFont(small_font(painter.font()))
    painter.setPen(QColor(palette.muted))
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
    painter.drawText(area, flags | int(Qt.TextFlag.TextDontClip), note.text)


def _paint_pairing(painter: QPainter, scene: VectorScene, current: int, palette: Palette) -> None:
    """Draw a line between both vectors of the word that is pointed at."""
    partner = scene.points.partner(current) if current >= 0 else None
    if partner in scene.places and current in scene.places:
        painter.setPen(QPen(QColor(palette.muted), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(*scene.places[current]), QPointF(*scene.places[partner]))


def _paint_arrow(painter: QPainter, start: tuple[float, float], tip: tuple[float, float], colour: str) -> None:
    way = np.subtract(tip, start)
    length = math.hypot(*way)
    if length < 1.5:
        return
    ink = QColor(colour)
    ink.setAlphaF(0.75)
    along = way / length
    aside = np.array([-along[1], along[0]])
    head = min(_HEAD, 0.7 * length)
    foot = np.array(tip) - head * along
    painter.setPen(QPen(ink, 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(*start), 3, 3)
    painter.drawLine(QPointF(*start), QPointF(*foot))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(
        QPolygonF([QPointF(*corner) for corner in (tip, foot + 0.5 * head * aside, foot - 0.5 * head * aside)])
    )


def _paint_points(painter: QPainter, scene: VectorScene, palette: Palette) -> None:
    for of_inputs, colour in ((True, palette.context), (False, palette.centre)):
        keys = [key for key in scene.places if (key < scene.points.inputs) is of_inputs]
        for marked, size in ((False, LABELLED), (True, MARKED)):
            dots = [scene.places[key] for key in keys if (key in scene.points.marked) is marked]
            if dots:
                paint_dots(painter, dots, QColor(colour), size)


def small_font(font: QFont) -> QFont:
    """Return the font of axes and legend."""
    small = tabular(font)
    small.setPixelSize(_TEXT)
    small.setWeight(QFont.Weight.Normal)
    return small
