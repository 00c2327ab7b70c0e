"""Painting a matrix as coloured cells, with the names of its rows, the numbers of its columns and its scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPaintEngine, QPainter, QStaticText

from w2v_gui.gui.cells import colour_indices, groups, pooled
from w2v_gui.gui.scales import nice_step
from w2v_gui.gui.text import true_minus
from w2v_gui.gui.theme import tabular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from w2v_gui.gui.theme import Palette

ROW = 13
"""The lowest a row can be for its label to be read."""

AXIS = 18
_LABELS = 96
GAP = 6
_BAR = 10
_TEXT = 11


@dataclass(frozen=True, eq=False)
class Matrix:
    """Numbers to be shown as colours.

    Attributes
    ----------
    labels : tuple of str
        Of the rows, each fit for one line.
    marked : frozenset of int
        Places of the rows whose labels stand out.
    columns : ndarray of int, shape (columns,)
        The number of each column.
    values : ndarray, shape (rows, columns)
    level : float
        The value at both ends of the scale.
    """

    labels: tuple[str, ...]
    marked: frozenset[int]
    columns: NDArray[np.intp]
    values: NDArray[np.floating]
    level: float


class RowLabels:
    """The labels of the rows, cut to the room for them and laid out once."""

    def __init__(self, labels: Sequence[str], font: QFont, room: int) -> None:
        self.font = figures(font)
        metrics = QFontMetrics(self.font)
        self.texts = []
        for label in labels:
            text = QStaticText(metrics.elidedText(label, Qt.TextElideMode.ElideRight, room))
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=self.font)
            self.texts.append(text)
        self.width = max((int(np.ceil(text.size().width())) for text in self.texts), default=0)


@dataclass(frozen=True, eq=False)
class HeatmapScene:
    """A matrix with its places on a widget, in pixels.

    Attributes
    ----------
    matrix : Matrix
    labels : RowLabels
    grid, bar : QRect
        Of the cells, and of the scale.
    rows : int
        How many rows there is room for: the first ones.
    edges : ndarray of int
        Where the groups of columns begin that share a pixel, and where the last ends.
    cells : ndarray, shape (rows, groups)
        What the colours show.
    """

    matrix: Matrix
    labels: RowLabels
    grid: QRect
    bar: QRect
    rows: int
    edges: NDArray[np.intp]
    cells: NDArray[np.floating]

    def row_area(self, row: int) -> QRect:
        top = self.grid.top() + row * self.grid.height() // self.rows
        bottom = self.grid.top() + (row + 1) * self.grid.height() // self.rows
        return QRect(self.grid.left(), top, self.grid.width(), bottom - top)

    def column_area(self, group: int) -> QRect:
        count = len(self.edges) - 1
        left = self.grid.left() + group * self.grid.width() // count
        right = self.grid.left() + (group + 1) * self.grid.width() // count
        return QRect(left, self.grid.top(), max(right - left, 1), self.grid.height())


def figures(font: QFont) -> QFont:
    """Return the small font of labels and numbers."""
    small = tabular(font)
    small.setPixelSize(_TEXT)
    return small


def label_room(width: int) -> int:
    """Return how wide the labels of the rows may be on a widget of that width."""
    return min(_LABELS, width // 3)


def lay_out(matrix: Matrix, labels: RowLabels, area: QRect, sharpness: float) -> HeatmapScene:
    """Find the places of all parts of a heatmap.

    Parameters
    ----------
    matrix : Matrix
    labels : RowLabels
    area : QRect
        Of the widget.
    sharpness : float
        Pixels of the screen for one of the widget.
    """
    metrics = QFontMetrics(labels.font)
    numbers = max(metrics.horizontalAdvance(text) for text in _level_texts(matrix.level))
    grid = area.adjusted(labels.width + GAP, 0, -(numbers + _BAR + 2 * GAP), -AXIS)
    grid.setSize(grid.size().expandedTo(QSize(1, 1)))
    rows = max(1, min(len(matrix.labels), grid.height() // ROW))
    edges = groups(matrix.values.shape[1], int(grid.width() * sharpness))
    bar = QRect(grid.right() + 1 + GAP, grid.top(), _BAR, grid.height())
    return HeatmapScene(matrix, labels, grid, bar, rows, edges, pooled(matrix.values[:rows], edges))


def colour_table(palette: Palette) -> NDArray[np.uint32]:
    """Return the colours of a scale as pixels, and that of what is not a number."""
    table = palette.sign_map(255).astype(np.uint32)
    pixels = 0xFF000000 | table[:, 0] << 16 | table[:, 1] << 8 | table[:, 2]
    return np.append(pixels, QColor(palette.border_strong).rgb()).astype(np.uint32)


def paint_scene(
    painter: QPainter,
    scene: HeatmapScene,
    pointed: tuple[int, int] | None,
    palette: Palette,
    table: NDArray[np.uint32],
) -> None:
    """Paint everything.

    Parameters
    ----------
    painter : QPainter
    scene : HeatmapScene
    pointed : tuple of (int, int) or None
        A row and a group of columns that are pointed at: they are framed softly.
    palette : Palette
    table : ndarray of uint32
        What `colour_table` returned for the palette.
    """
    paint_cells(painter, scene.grid, table[colour_indices(scene.cells, scene.matrix.level)], palette)
    paint_cells(painter, scene.bar, table[254::-1, None], palette)
    painter.setFont(scene.labels.font)
    paint_row_labels(painter, scene, palette.text, palette.centre)
    _paint_levels(painter, scene, palette)
    paint_numbers(painter, scene, pointed, palette)
    if pointed is not None:
        paint_frames(painter, scene, *pointed, palette)


def paint_cells(painter: QPainter, area: QRect, pixels: NDArray[np.uint32], palette: Palette) -> None:
    """Fill an area with cells of these colours, one a pixel, and frame it."""
    pixels = np.ascontiguousarray(pixels)
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32)
    if painter.paintEngine().type() != QPaintEngine.Type.Raster:
        # Whoever shows a picture in a file would blur a small image when it is enlarged.
        image = image.scaled(area.size() * 2, mode=Qt.TransformationMode.FastTransformation)
    painter.drawImage(area, image)
    painter.setPen(QColor(palette.border))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(-1, -1, 0, 0))


def paint_row_labels(painter: QPainter, scene: HeatmapScene, colour: str, marked_colour: str) -> None:
    """Write the labels at the left of the cells."""
    painter.setFont(scene.labels.font)
    plain, marked = QColor(colour), QColor(marked_colour)
    right = scene.grid.left() - GAP
    for row, text in enumerate(scene.labels.texts[: scene.rows]):
        area = scene.row_area(row)
        painter.setPen(marked if row in scene.matrix.marked else plain)
        size = text.size()
        painter.drawStaticText(round(right - size.width()), round(area.center().y() + 1 - size.height() / 2), text)


def paint_numbers(painter: QPainter, scene: HeatmapScene, pointed: tuple[int, int] | None, palette: Palette) -> None:
    """Write the number of the column that is pointed at, and of as many others as there is room for."""
    taken = QRectF()
    if pointed is not None:
        text = columns_text(scene, pointed[1])
        taken = _number_area(painter, scene, scene.column_area(pointed[1]).center().x() + 0.5, text)
        painter.setPen(QColor(palette.text))
        _write(painter, taken, text)
    painter.setPen(QColor(palette.muted))
    columns = scene.matrix.columns
    widest = painter.fontMetrics().horizontalAdvance(str(columns.max(initial=1)))
    room = scene.grid.width() / max(len(columns), 1)
    step = max(1, round(nice_step((widest + 10) / room, 1)))
    # Every other number begins with 1: 1 and 2 side by side, and then 4, would look like one left out.
    places = range(0, len(columns), 2) if step == 2 else (*range(step - 1, len(columns), step), 0)
    for place in places:
        text = str(columns[place])
        area = _number_area(painter, scene, scene.grid.left() + (place + 0.5) * room, text)
        if not area.adjusted(-4, 0, 4, 0).intersects(taken):
            _write(painter, area, text)
        if place == step - 1 and pointed is None:
            taken = area  # the first column comes last, and only if it does not touch the next number


def _number_area(painter: QPainter, scene: HeatmapScene, centre: float, text: str) -> QRectF:
    width = painter.fontMetrics().horizontalAdvance(text) + 1
    left = min(max(centre - width / 2, scene.grid.left()), scene.grid.right() + 1 - width)
    return QRectF(left, scene.grid.bottom() + 3, width, AXIS - 3)


def _paint_levels(painter: QPainter, scene: HeatmapScene, palette: Palette) -> None:
    painter.setPen(QColor(palette.muted))
    height = painter.fontMetrics().height()
    bar = scene.bar
    tops = (bar.top() - 1, bar.center().y() - height // 2, bar.bottom() + 2 - height)
    for top, text in zip(tops, _level_texts(scene.matrix.level), strict=True):
        width = painter.fontMetrics().horizontalAdvance(text)
        _write(painter, QRectF(bar.right() + GAP, top, width + 1, height), text)


def paint_frames(painter: QPainter, scene: HeatmapScene, row: int, group: int, palette: Palette) -> None:
    """Frame a row and a group of columns softly."""
    line = QColor(palette.text)
    line.setAlphaF(0.55)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(line)
    for area in (scene.row_area(row), scene.column_area(group)):
        painter.drawRect(area.adjusted(-1, -1, 0, 0))


def columns_text(scene: HeatmapScene, group: int) -> str:
    """Return the numbers of the columns that share a place."""
    numbers = scene.matrix.columns[scene.edges[group] : scene.edges[group + 1]]
    if len(numbers) > 2 and (np.diff(numbers) == 1).all():
        return f"{numbers[0]}–{numbers[-1]}"
    return ", ".join(map(str, numbers))


def value_text(value: float, level: float) -> str:
    """Return a value with its sign, in the digits that can be told apart on a scale up to ``level``."""
    return signed(value, ".4f" if level >= 0.01 else ".3e")


def signed(value: float, digits: str) -> str:
    return true_minus(f"{value:+{digits}}")


def _level_texts(level: float) -> tuple[str, str, str]:
    return signed(level, "g"), "0", signed(-level, "g")


def _write(painter: QPainter, area: QRectF, text: str) -> None:
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
    painter.drawText(area, flags, text)
