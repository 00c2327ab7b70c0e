"""Painting the rows of a matrix before a step, after it, and by how much they differ, side by side."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from w2v_gui.gui.cells import colour_indices, groups, pooled
from w2v_gui.gui.widgets.heatmap_painting import (
    AXIS,
    GAP,
    ROW,
    HeatmapScene,
    Matrix,
    RowLabels,
    figures,
    paint_cells,
    paint_frames,
    paint_numbers,
    paint_row_labels,
    signed,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.gui.theme import Palette

_HEAD = 18
_LEGEND = 20
_LEGEND_BAR = 8
_BETWEEN = 20
_MARK = 3
_SCROLL = 12
_TALLEST = 64
_LABELS = 96
_STRONG = 0.5
"""From this part of the level on a cell is so strong that what is written on it has the colour of the card."""


@dataclass(frozen=True, eq=False)
class StepMatrix:
    """Some rows of a matrix and what a step makes of them.

    Attributes
    ----------
    labels : tuple of str
        Of the rows, each fit for one line.
    moved : ndarray of bool, shape (R,)
    before, after : ndarray, shape (R, N)
    known : bool
        Whether what comes after the step may be seen.
    level, change_level : float
        The values at both ends of the scale of before and after, and of that of the difference.
    """

    labels: tuple[str, ...]
    moved: NDArray[np.bool_]
    before: NDArray[np.floating]
    after: NDArray[np.floating]
    known: bool
    level: float
    change_level: float


@dataclass(frozen=True)
class StepTexts:
    """What is written over the three pictures, and in place of those that are not known yet."""

    titles: tuple[str, str, str]
    unknown: str


@dataclass(frozen=True, eq=False)
class StepLayout:
    """The three pictures with their places.

    Attributes
    ----------
    matrix : StepMatrix
    order : ndarray of int, shape (R,)
        Which row of the matrix is shown at which place.
    panes : tuple of HeatmapScene
        Before, after, difference; as high as all rows, whether or not there is room for them.
    window : QRect
        What of the rows is seen, from the first picture to the last.
    font : QFont
        Of everything that is written.
    """

    matrix: StepMatrix
    order: NDArray[np.intp]
    panes: tuple[HeatmapScene, HeatmapScene, HeatmapScene]
    window: QRect
    font: QFont

    @property
    def beyond(self) -> int:
        """How many pixels of the rows there is no room for."""
        return max(self.panes[0].grid.height() - self.window.height(), 0)

    @property
    def rows_seen(self) -> int:
        """How many rows there is room for."""
        return min(self.panes[0].rows, self.panes[0].rows * self.window.height() // self.panes[0].grid.height())


def lay_out_step(matrix: StepMatrix, font: QFont, area: QRect, sharpness: float) -> StepLayout:
    """Find the places of the three pictures.

    Parameters
    ----------
    matrix : StepMatrix
        With at least one row.
    font : QFont
    area : QRect
        Of the widget.
    sharpness : float
        Pixels of the screen for one of the widget.
    """
    count = len(matrix.labels)
    room = max(area.height() - _HEAD - AXIS - _LEGEND, ROW)
    fits = count * ROW <= room
    # Where all rows move, those that hardly do would hide that of the target.
    change = np.abs(matrix.after - matrix.before).max(axis=1, initial=0.0)
    order = np.arange(count) if fits else np.lexsort((-change, ~matrix.moved))
    labels = RowLabels([matrix.labels[i] for i in order], font, min(_LABELS, area.width() // 5))
    left = area.left() + labels.width + 2 * GAP + _MARK
    width = max((area.right() - left - 2 * _BETWEEN - (0 if fits else _SCROLL)) // 3, 1)
    # Only whole rows are seen.
    room = room if fits else room // ROW * ROW
    height = min(room, count * _TALLEST) // count * count if fits else count * ROW
    top = area.top() + _HEAD + max((room - height) // 2, 0)
    grids = [QRect(left + i * (width + _BETWEEN), top, width, height) for i in range(3)]
    edges = groups(matrix.before.shape[1], int(width * sharpness))
    levels = matrix.level, matrix.level, matrix.change_level
    values = matrix.before[order], matrix.after[order], (matrix.after - matrix.before)[order]
    marked = frozenset(np.flatnonzero(matrix.moved[order] & matrix.known).tolist())
    columns = np.arange(1, matrix.before.shape[1] + 1)
    names = tuple(matrix.labels[i] for i in order)
    before, after, change = (
        HeatmapScene(
            Matrix(names, marked, columns, numbers, level), labels, grid, QRect(), count, edges, pooled(numbers, edges)
        )
        for numbers, level, grid in zip(values, levels, grids, strict=True)
    )
    window = QRect(left, top, grids[2].right() + 1 - left, min(height, room))
    return StepLayout(matrix, order, (before, after, change), window, figures(font))


def paint_step(
    painter: QPainter,
    layout: StepLayout,
    texts: StepTexts,
    scrolled: int,
    pointed: tuple[int, int] | None,
    role: str,
    palette: Palette,
    table: NDArray[np.uint32],
) -> None:
    """Paint everything.

    Parameters
    ----------
    painter : QPainter
    layout : StepLayout
    texts : StepTexts
    scrolled : int
        How many pixels of the rows are above the window.
    pointed : tuple of (int, int) or None
        The row and the group of columns that are pointed at.
    role : str
        The colour of the matrix: rows that move are marked with it.
    palette : Palette
    table : ndarray of uint32
        The colours of the scale.
    """
    known = layout.panes if layout.matrix.known else layout.panes[:1]
    painter.save()
    painter.setClipRect(layout.window.adjusted(-layout.window.left(), -1, 1, 1))
    painter.translate(0, -scrolled)
    paint_row_labels(painter, layout.panes[0], palette.text, role)
    for pane in known:
        paint_cells(painter, pane.grid, table[colour_indices(pane.cells, pane.matrix.level)], palette)
        _paint_values(painter, pane, palette)
        _paint_marks(painter, pane, role)
        if pointed is not None:
            paint_frames(painter, pane, *pointed, palette)
    painter.restore()
    painter.setFont(layout.font)
    for pane, title in zip(layout.panes, texts.titles, strict=True):
        _paint_title(painter, layout.window, pane, title, palette)
    for pane in known:
        paint_numbers(painter, replace(pane, grid=_seen(layout, pane)), pointed, palette)
    _paint_legend(painter, layout, known[:2], palette, table)
    if layout.matrix.known:
        _paint_legend(painter, layout, known[2:], palette, table)
    else:
        _paint_unknown(painter, layout, texts.unknown, palette)


def _seen(layout: StepLayout, pane: HeatmapScene) -> QRect:
    return QRect(pane.grid.left(), layout.window.top(), pane.grid.width(), layout.window.height())


def _paint_marks(painter: QPainter, pane: HeatmapScene, role: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(role))
    for row in pane.matrix.marked:
        area = pane.row_area(row)
        painter.drawRect(QRect(area.left() - 2 - _MARK, area.top() + 1, _MARK, area.height() - 2))


def _paint_values(painter: QPainter, pane: HeatmapScene, palette: Palette) -> None:
    """Write the numbers into the cells, if all of them fit."""
    area = pane.row_area(0)
    metrics = QFontMetrics(pane.labels.font)
    columns = pane.cells.shape[1]
    digits = min(max(2, 1 - math.floor(math.log10(pane.matrix.level))), 5)
    widest = metrics.horizontalAdvance(signed(-max(pane.matrix.level, 1.0), f".{digits}f"))
    if columns < len(pane.matrix.columns) or pane.grid.width() // columns < widest + 6 or area.height() < ROW + 3:
        return
    painter.setFont(pane.labels.font)
    strong = np.abs(pane.cells) >= _STRONG * pane.matrix.level
    for row, column in np.argwhere(pane.cells != 0.0).tolist():
        painter.setPen(QColor(palette.card if strong[row, column] else palette.text))
        cell = pane.row_area(row).intersected(pane.column_area(column))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, _written(float(pane.cells[row, column]), digits))


def _written(value: float, digits: int) -> str:
    # What is next to nothing has no sign worth reading.
    return signed(value, f".{digits}f") if round(value, digits) else "0"


def _paint_title(painter: QPainter, window: QRect, pane: HeatmapScene, title: str, palette: Palette) -> None:
    painter.setPen(QColor(palette.muted))
    area = QRect(pane.grid.left(), window.top() - _HEAD, pane.grid.width() + _BETWEEN - GAP, _HEAD - 2)
    text = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_legend(
    painter: QPainter,
    layout: StepLayout,
    panes: tuple[HeatmapScene, ...],
    palette: Palette,
    table: NDArray[np.uint32],
) -> None:
    """Paint the scale that some pictures share below them, with its level."""
    text = f"±{panes[0].matrix.level:g}"
    metrics = painter.fontMetrics()
    left, right = panes[0].grid.left(), panes[-1].grid.right() + 1
    written = metrics.horizontalAdvance(text)
    bar = min(120, (right - left) // len(panes) - written - GAP)
    area = QRect(left, layout.window.bottom() + AXIS + 6, bar, _LEGEND_BAR)
    paint_cells(painter, area, table[None, :255], palette)
    painter.setPen(QColor(palette.muted))
    middle = area.center().y() + 1
    place = QRectF(area.right() + 1 + GAP, middle - metrics.height() / 2, written + 2, metrics.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_unknown(painter: QPainter, layout: StepLayout, text: str, palette: Palette) -> None:
    """Say in the place of what is not known yet when it will be."""
    area = _seen(layout, layout.panes[1]).united(_seen(layout, layout.panes[2]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(palette.border_strong), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QColor(palette.muted))
    flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
    painter.drawText(area.adjusted(10, 4, -10, -4), flags, text)
