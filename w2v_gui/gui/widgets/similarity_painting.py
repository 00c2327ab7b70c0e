"""Painting the similarity of words with each other: a square of cells, and words along two of its edges."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from w2v_gui.gui.text import true_minus
from w2v_gui.gui.widgets.heatmap_painting import figures, paint_cells
from w2v_gui.gui.widgets.similarity_colours import WHOLE, ColourRange

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.gui.theme import Palette

GAP = 6
_LINE = 13
"""So far apart names can still be read; what hangs below a line may reach into the next."""

_ONE_LINE = (
    Qt.AlignmentFlag.AlignRight.value
    | Qt.AlignmentFlag.AlignVCenter.value
    | Qt.TextFlag.TextSingleLine.value
    | Qt.TextFlag.TextDontClip.value
)
_MARGIN = 4
_BAR = 8
_WITH_BAR = 280
"""On a narrower widget the room of the scale is given to the cells, unless the scale is one of its own."""

_WORTH_NAMING = 0.75
"""Names below the cells repeat those beside them: they may take none of those, and leave so much of the cells."""

_NARROW = 0.05
"""A range is told from a narrower one with a decimal more."""

_SLANT = math.radians(65)
_LONGEST, _SHORTEST = 110, 56
_IN_CELLS = 34
"""In cells of so many pixels there is room for their values."""

_STRONG = 0.55
"""From this share of the scale on a cell is so strong that what is written on it has the colour of the card."""


@dataclass(frozen=True, eq=False)
class SimilarityScene:
    """Words, their similarities, and where all that is on a widget, in pixels.

    Attributes
    ----------
    words : tuple of str
        Each fit for one line.
    values : ndarray, shape (n, n)
    font : QFont
        Of the labels.
    grid : QRect
        Of the cells.
    room : int
        How long a label may be.
    named_below : bool
        Whether the words stand below the cells as well.
    bar : QRect or None
        Of the scale.
    colours : ColourRange
    """

    words: tuple[str, ...]
    values: NDArray[np.float64]
    font: QFont
    grid: QRect
    room: int
    named_below: bool
    bar: QRect | None
    colours: ColourRange

    @property
    def side(self) -> float:
        """How wide a cell is."""
        return self.grid.width() / max(len(self.words), 1)

    def cell_area(self, row: int, column: int) -> QRect:
        left, right = (self.grid.left() + self.grid.width() * i // len(self.words) for i in (column, column + 1))
        top, bottom = (self.grid.top() + self.grid.height() * i // len(self.words) for i in (row, row + 1))
        return QRect(left, top, max(right - left, 1), max(bottom - top, 1))

    def shown_labels(self, line: float, pointed: int | None) -> list[int]:
        """Return the places whose labels do not touch where each needs so much room, that which is pointed at first."""
        step = max(1, math.ceil(line / self.side))
        places = list(range(0, len(self.words), step))
        if pointed is None or pointed in places:
            return places
        return [pointed, *(place for place in places if abs(place - pointed) >= step)]


def lay_out(
    words: tuple[str, ...],
    values: NDArray[np.float64],
    area: QRect,
    font: QFont,
    colours: ColourRange = WHOLE,
) -> SimilarityScene:
    """Find the places of all parts."""
    font = figures(font)
    metrics = QFontMetrics(font)
    widest = max((metrics.horizontalAdvance(word) for word in words), default=0) + 2
    # A single long word must not leave the others without room.
    room = min(widest, _LONGEST, max(_SHORTEST, area.width() * 2 // 9))
    left = room + GAP
    scale = 2 * GAP + _BAR + max(metrics.horizontalAdvance(text) for text in _levels(colours))
    wide = area.width() - left - _MARGIN
    high = area.height() - 2 * _MARGIN
    if colours != WHOLE or area.width() >= _WITH_BAR or wide - scale >= high:
        wide -= scale
    else:
        scale = 0
    below = int(room * math.sin(_SLANT) + metrics.height() * math.cos(_SLANT)) + GAP - _MARGIN
    count = max(len(words), 1)
    side, with_names = max(1, min(wide, high)), min(wide, high - below)
    named_below = with_names >= (_LINE * count if side >= _LINE * count else _WORTH_NAMING * side)
    if named_below:
        side = with_names
    # Whole pixels a cell, where there are some: cells of equal size look calm.
    if side >= 8 * count:
        side -= side % count
    grid = QRect(area.left() + left + max(wide - side, 0) // 2, area.top() + _MARGIN, side, side)
    bar = QRect(grid.right() + 1 + GAP, grid.top(), _BAR, grid.height()) if scale else None
    return SimilarityScene(words, values, font, grid, room, named_below, bar, colours)


def paint(
    painter: QPainter,
    scene: SimilarityScene,
    pointed: tuple[int, int] | None,
    palette: Palette,
    table: NDArray[np.uint32],
) -> None:
    """Paint everything; the cell that is pointed at is framed, and its words stand out."""
    paint_cells(painter, scene.grid, table[scene.colours.indices(scene.values)], palette)
    painter.setFont(scene.font)
    if scene.side >= _IN_CELLS:
        _paint_values(painter, scene, palette)
    _paint_left(painter, scene, pointed[0] if pointed else None, palette)
    if scene.named_below:
        _paint_below(painter, scene, pointed[1] if pointed else None, palette)
    if scene.bar is not None:
        _paint_scale(painter, scene, scene.bar, palette, table)
    if pointed is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(palette.text))
        painter.drawRect(scene.cell_area(*pointed).adjusted(-1, -1, 0, 0))


def value_text(value: float, digits: int = 3) -> str:
    """Return a cosine; a dash where there is none."""
    return "–" if math.isnan(value) else true_minus(f"{value:.{digits}f}")


def paint_gap(painter: QPainter, scene: SimilarityScene, place: int, palette: Palette) -> None:
    """Show between which rows a word would be put."""
    y = scene.grid.top() + scene.grid.height() * place // len(scene.words)
    painter.fillRect(QRect(scene.grid.left() - scene.room, y - 1, scene.room + scene.grid.width(), 2), palette.accent)


def _paint_values(painter: QPainter, scene: SimilarityScene, palette: Palette) -> None:
    shares = np.abs(scene.colours.shares(scene.values))
    for row, column in np.ndindex(scene.values.shape):
        value = float(scene.values[row, column])
        painter.setPen(QColor(palette.card if shares[row, column] >= _STRONG else palette.text))
        painter.drawText(scene.cell_area(row, column), Qt.AlignmentFlag.AlignCenter, value_text(value, 2))


def _paint_left(painter: QPainter, scene: SimilarityScene, pointed: int | None, palette: Palette) -> None:
    metrics = QFontMetrics(scene.font)
    for row in scene.shown_labels(_LINE, pointed):
        middle = scene.grid.top() + (row + 0.5) * scene.grid.height() / len(scene.words)
        # At the edges a label keeps within the widget.
        area = QRectF(scene.grid.left() - GAP - scene.room, middle - _LINE / 2, scene.room, _LINE)
        painter.setPen(QColor(palette.accent if row == pointed else palette.text))
        text = metrics.elidedText(scene.words[row], Qt.TextElideMode.ElideRight, scene.room)
        painter.drawText(area, _ONE_LINE, text)


def _paint_below(painter: QPainter, scene: SimilarityScene, pointed: int | None, palette: Palette) -> None:
    metrics = QFontMetrics(scene.font)
    for column in scene.shown_labels(_LINE / math.sin(_SLANT), pointed):
        end = QPointF(
            scene.grid.left() + (column + 0.5) * scene.grid.width() / len(scene.words) + 2,
            scene.grid.bottom() + GAP,
        )
        # What begins further left than the widget is cut before.
        room = min(scene.room, int(end.x() / math.cos(_SLANT)) - 2)
        painter.save()
        painter.translate(end)
        painter.rotate(-math.degrees(_SLANT))
        painter.setPen(QColor(palette.accent if column == pointed else palette.text))
        text = metrics.elidedText(scene.words[column], Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(-room, -_LINE / 2 + 2, room, _LINE), _ONE_LINE, text)
        painter.restore()


def _paint_scale(
    painter: QPainter, scene: SimilarityScene, bar: QRect, palette: Palette, table: NDArray[np.uint32]
) -> None:
    low, high = scene.colours.ends
    paint_cells(painter, bar, table[scene.colours.indices(np.linspace(high, low, bar.height()))][:, None], palette)
    painter.setPen(QColor(palette.muted))
    height = QFontMetrics(scene.font).height()
    tops = (bar.top() - 1, bar.center().y() - height // 2, bar.bottom() + 2 - height)
    for top, text in zip(tops, _levels(scene.colours), strict=True):
        area = QRectF(bar.right() + GAP, top, 40, height)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(area, flags, text)


def _levels(colours: ColourRange) -> tuple[str, ...]:
    """Return what stands beside the scale: at its upper end, in the middle, and at its lower end."""
    low, high = colours.ends
    levels = (high, (high + low) / 2, low)
    if colours == WHOLE:
        return tuple(true_minus(f"{level:g}") for level in levels)
    return tuple(value_text(level, range_digits(colours)) for level in levels)


def range_digits(colours: ColourRange) -> int:
    """Return with how many decimals both ends of a range differ."""
    return 2 if colours.high - colours.low >= _NARROW else 3
