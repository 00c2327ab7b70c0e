"""A matrix as coloured cells, that answers to the mouse and to keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.heatmap_painting import (
    HeatmapScene,
    Matrix,
    RowLabels,
    colour_table,
    columns_text,
    label_room,
    lay_out,
    paint_scene,
    value_text,
)
from w2v_gui.gui.widgets.readout import Readout

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

_STEPS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class HeatmapView(QWidget):
    """Shows words by rows and dimensions by columns, violet below zero, green above.

    The mouse or the arrow keys point at a cell, whose value is shown beside it; a click or Return chooses its row.

    Attributes
    ----------
    row_chosen : Signal(int)
        The place of a row.
    laid_out : Signal()
        There is another number of rows, or another number of columns to a pixel.
    """

    row_chosen = Signal(int)
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._table = colour_table(LIGHT)
        self._matrix: Matrix | None = None
        self._labels: RowLabels | None = None
        self._scene: HeatmapScene | None = None
        self._pointed: tuple[int, int] | None = None
        self._mouse: QPointF | None = None
        self._readout = Readout(self)
        self._by_key = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def scene(self) -> HeatmapScene | None:
        """What is shown and where, or None while there is nothing."""
        if self._scene is None and self._matrix is not None:
            self._lay_out(self._matrix)
        return self._scene

    @property
    def pointed(self) -> tuple[int, int] | None:
        """The row and the group of columns that are pointed at."""
        return self._pointed

    def show_matrix(self, matrix: Matrix | None) -> None:
        """Show a matrix, or nothing."""
        if matrix is None or self._matrix is None or matrix.labels != self._matrix.labels:
            self._labels = None
        self._matrix = matrix
        self._scene = None
        if matrix is None:
            self._point_at(None)
        elif self._mouse is not None:
            self._point_at(self._cell(self._mouse))
        elif self._pointed is not None:
            self._point_at(self._pointed)
        self.update()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._table = colour_table(palette)
        self.update()

    def _lay_out(self, matrix: Matrix) -> None:
        if self._labels is None:
            self._labels = RowLabels(matrix.labels, self.font(), label_room(self.width()))
        self._scene = lay_out(matrix, self._labels, self.rect(), self.devicePixelRatioF())

    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self.scene
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._palette.card))
        if scene is None:
            return
        paint_scene(painter, scene, self._pointed, self._palette, self._table)
        if self._by_key and self.hasFocus():
            painter.setPen(QColor(self._palette.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(scene.grid.adjusted(-2, -2, 1, 1))

    # -- pointing and choosing --------------------------------------------------------------------------------

    def _cell(self, position: QPointF) -> tuple[int, int] | None:
        """Return the cell at a position; that of the first column for the label of a row."""
        scene = self.scene
        if scene is None:
            return None
        grid = scene.grid
        x, y = int(position.x()) - grid.left(), int(position.y()) - grid.top()
        if not (x < grid.width() and 0 <= y < grid.height()):
            return None
        return y * scene.rows // grid.height(), max(x, 0) * (len(scene.edges) - 1) // grid.width()

    def _point_at(self, cell: tuple[int, int] | None) -> None:
        scene = self.scene
        if cell is None or scene is None:
            self._pointed = None
            self._readout.hide()
        else:
            row, group = min(cell[0], scene.rows - 1), min(cell[1], len(scene.edges) - 2)
            self._pointed = row, group
            corner = QRect(scene.column_area(group).right(), scene.row_area(row).top(), 1, 1).center()
            word = self.fontMetrics().elidedText(
                scene.matrix.labels[row], Qt.TextElideMode.ElideRight, self.width() // 3
            )
            name = self.tr("{word} · dimension {number}").format(word=word, number=columns_text(scene, group))
            value = value_text(float(scene.cells[row, group]), scene.matrix.level)
            self._readout.show_rows([(name, value)], corner, self.rect())
        self.setCursor(Qt.CursorShape.ArrowCursor if self._pointed is None else Qt.CursorShape.PointingHandCursor)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        self._point_at(self._cell(self._mouse))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self._cell(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.row_chosen.emit(cell[0])

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse = None
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _STEPS and self._matrix is not None:
            self._mouse = None
            row, group = self._pointed or (0, 0)
            down, right = _STEPS[key] if self._pointed is not None else (0, 0)
            self._point_at((max(row + down, 0), max(group + right, 0)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointed is not None:
            self.row_chosen.emit(self._pointed[0])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._mouse is None:
            self._point_at(None)
        self.update()

    # -- what changes the layout ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_layout()
        self.laid_out.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._forget_layout()
        super().changeEvent(event)

    def _forget_layout(self) -> None:
        self._labels = self._scene = None
        self._mouse = None
        self._point_at(None)  # the cell may be elsewhere now, or gone
