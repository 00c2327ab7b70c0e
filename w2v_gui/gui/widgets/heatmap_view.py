"""A matrix as coloured cells, that answers to the mouse and to keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from w2v_gui.gui.widgets.cell_view import CellView
from w2v_gui.gui.widgets.heatmap_painting import (
    HeatmapScene,
    Matrix,
    RowLabels,
    columns_text,
    label_room,
    lay_out,
    paint_scene,
    value_text,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget


class HeatmapView(CellView):
    """Shows words by rows and dimensions by columns, violet below zero, green above.

    The value of the cell that is pointed at is shown beside it.

    Attributes
    ----------
    laid_out : Signal()
        There is another number of rows, or another number of columns to a pixel.
    """

    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix | None = None
        self._labels: RowLabels | None = None
        self._scene: HeatmapScene | None = None

    @property
    def scene(self) -> HeatmapScene | None:
        """What is shown and where, or None while there is nothing."""
        if self._scene is None and self._matrix is not None:
            self._lay_out(self._matrix)
        return self._scene

    def show_matrix(self, matrix: Matrix | None) -> None:
        """Show a matrix, or nothing."""
        if matrix is None or self._matrix is None or matrix.labels != self._matrix.labels:
            self._labels = None
        self._matrix = matrix
        self._scene = None
        if matrix is None:
            self._point_at(None)
        else:
            self._point_again()
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
        if self._shows_focus:
            painter.setPen(QColor(self._palette.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(scene.grid.adjusted(-2, -2, 1, 1))

    # -- what is pointed at -----------------------------------------------------------------------------------

    def _shape(self) -> tuple[int, int] | None:
        scene = self.scene
        return (scene.rows, len(scene.edges) - 1) if scene is not None else None

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

    def _tell(self, row: int, column: int) -> None:
        scene = self.scene
        assert scene is not None
        corner = QRect(scene.column_area(column).right(), scene.row_area(row).top(), 1, 1).center()
        word = self.fontMetrics().elidedText(scene.matrix.labels[row], Qt.TextElideMode.ElideRight, self.width() // 3)
        name = self.tr("{word} · dimension {number}").format(word=word, number=columns_text(scene, column))
        value = value_text(float(scene.cells[row, column]), scene.matrix.level)
        self._readout.show_rows([(name, value)], corner, self.rect())

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
