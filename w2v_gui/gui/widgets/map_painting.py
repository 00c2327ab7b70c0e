"""Painting a map of words: trails, points, labels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF, QStaticText

from w2v_gui.gui.text import one_line
from w2v_gui.gui.widgets.dots import paint_dots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from w2v_gui.gui.labels import Label
    from w2v_gui.gui.theme import Palette

DOT, LABELLED, MARKED = 4.0, 6.0, 9.0
"""Diameters of points in pixels."""

_LABEL_WIDTH = 130
_FADES = 6

_MOST_TEXTS = 4000
"""So many labels are kept; whoever wanders over a large map meets more words than memory is worth."""


@dataclass(frozen=True, eq=False)
class LabelText:
    """The label of a word, laid out once."""

    static: QStaticText
    font: QFont
    width: int
    height: int


class LabelTexts:
    """The labels of words, laid out when they are first asked for.

    Parameters
    ----------
    words : sequence of str
    font : QFont
        Of the widget; labels take its family.
    """

    def __init__(self, words: Sequence[str], font: QFont) -> None:
        self._words = words
        self._plain = QFont(font)
        self._plain.setPixelSize(12)
        self._strong = QFont(font)
        self._strong.setPixelSize(13)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._known: dict[tuple[int, bool], LabelText] = {}

    def ready(self, word: int, marked: bool) -> bool:
        """Whether a label is laid out already."""
        return (word, marked) in self._known

    def of(self, word: int, marked: bool) -> LabelText:
        known = self._known.get((word, marked))
        if known is None:
            if len(self._known) >= _MOST_TEXTS:
                self._known.clear()
            known = self._known[word, marked] = self._laid_out(
                self._words[word], self._strong if marked else self._plain
            )
        return known

    def _laid_out(self, word: str, font: QFont) -> LabelText:
        metrics = QFontMetrics(font)
        static = QStaticText(metrics.elidedText(one_line(word, 80), Qt.TextElideMode.ElideRight, _LABEL_WIDTH))
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.prepare(font=font)
        # Not what the metrics say: emoji and some scripts come from other fonts and are higher.
        size = static.size()
        return LabelText(static, font, math.ceil(size.width()) + 2, math.ceil(size.height()))


@dataclass(frozen=True, eq=False)
class MapScene:
    """What is on a map, in pixels.

    Attributes
    ----------
    places : dict of int to (float, float)
        Where the words are, by their ids.
    labels : dict of int to Label
    marked : tuple of int
        The words drawn in orange.
    trails : list of list of QPointF
        The ways of marked words, oldest point first.
    texts : LabelTexts
    """

    places: dict[int, tuple[float, float]]
    labels: dict[int, Label]
    marked: tuple[int, ...]
    trails: list[list[QPointF]]
    texts: LabelTexts


def paint_scene(painter: QPainter, scene: MapScene, palette: Palette) -> None:
    """Draw everything but the ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for trail in scene.trails:
        _paint_trail(painter, trail, palette)
    _paint_points(painter, scene, palette)
    for word in scene.labels:
        _paint_label(painter, scene, word, palette)


def _paint_trail(painter: QPainter, way: list[QPointF], palette: Palette) -> None:
    colour = QColor(palette.centre)
    step = -(-len(way) // _FADES)
    # In pieces of one strength each, the older the paler.
    for age, end in enumerate(range(len(way), 1, -step)):
        colour.setAlphaF(0.55 * (1 - age / _FADES))
        painter.setPen(QPen(colour, 1.5))
        painter.drawPolyline(QPolygonF(way[max(0, end - step - 1) : end]))


def _paint_points(painter: QPainter, scene: MapScene, palette: Palette) -> None:
    marked = [scene.places[word] for word in scene.marked if word in scene.places]
    labelled = [scene.places[word] for word in scene.labels if word not in scene.marked]
    named = {*scene.labels, *scene.marked}
    others = [place for word, place in scene.places.items() if word not in named]
    faint = QColor(palette.muted)
    faint.setAlphaF(0.38)
    for points, colour, size in (
        (others, faint, DOT),
        (labelled, QColor(palette.context), LABELLED),
        (marked, QColor(palette.centre), MARKED),
    ):
        if points:
            paint_dots(painter, points, colour, size)


def _paint_label(painter: QPainter, scene: MapScene, word: int, palette: Palette) -> None:
    marked = word in scene.marked
    label = scene.labels[word]
    if label.led:
        paint_lead(painter, scene.places[word], label, palette.centre)
    paint_label(painter, label, scene.texts.of(word, marked), palette.centre if marked else palette.text, palette)


def paint_label(painter: QPainter, label: Label, text: LabelText, colour: str, palette: Palette) -> None:
    """Write a label where it goes."""
    # So that the points behind it do not make the word hard to read.
    ground = QColor(palette.card)
    ground.setAlphaF(0.72)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(label.x, label.y, label.width, label.height), 3, 3)
    painter.setFont(text.font)
    painter.setPen(QColor(colour))
    painter.drawStaticText(label.x + 1, label.y, text.static)


def paint_lead(painter: QPainter, place: tuple[float, float], label: Label, colour: str) -> None:
    """Draw a line from a point to its label that stands off."""
    area = QRectF(label.x, label.y, label.width, label.height)
    x = min(max(place[0], area.left()), area.right())
    y = min(max(place[1], area.top() + 3), area.bottom() - 3)
    faint = QColor(colour)
    faint.setAlphaF(0.5)
    painter.setPen(QPen(faint, 1))
    painter.drawLine(QPointF(*place), QPointF(x, y))
