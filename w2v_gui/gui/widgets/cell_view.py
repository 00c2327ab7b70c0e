"""Coloured cells in rows and columns, at which one points with the mouse or with keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal

from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.heatmap_painting import colour_table
from w2v_gui.gui.widgets.pointing_view import PointingView
from w2v_gui.gui.widgets.readout import Readout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

_STEPS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class CellView(PointingView):
    """Knows which cell is pointed at; whoever derives from it says how many there are, where, and what is told of one.

    The mouse or the arrow keys point at a cell; a click or Return chooses its row.

    Attributes
    ----------
    row_chosen : Signal(int)
        The place of a row.
    """

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = colour_table(LIGHT)
        self._pointed: tuple[int, int] | None = None
        self._readout = Readout(self)

    # -- what others say --------------------------------------------------------------------------------------

    def _shape(self) -> tuple[int, int] | None:
        """Return the number of rows and of places along them, or None while nothing is shown."""
        raise NotImplementedError

    def _cell(self, position: QPointF) -> tuple[int, int] | None:
        """Return the cell at a position."""
        raise NotImplementedError

    def _tell(self, row: int, column: int) -> None:
        """Show what there is to say of a cell, beside it."""
        raise NotImplementedError

    # -- pointing and choosing --------------------------------------------------------------------------------

    @property
    def pointed(self) -> tuple[int, int] | None:
        """The row and the place along it that are pointed at."""
        return self._pointed

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._table = colour_table(palette)
        self.update()

    def _point_at(self, cell: tuple[int, int] | None) -> None:
        shape = self._shape()
        if cell is None or shape is None:
            self._pointed = None
            self._readout.hide()
        else:
            self._pointed = min(cell[0], shape[0] - 1), min(cell[1], shape[1] - 1)
            self._tell(*self._pointed)
        self.setCursor(Qt.CursorShape.ArrowCursor if self._pointed is None else Qt.CursorShape.PointingHandCursor)
        self.update()

    def _point_again(self) -> None:
        """Tell of what is there now, under the mouse or where the keys have gone."""
        if self._mouse is not None:
            self._point_at(self._cell(self._mouse))
        elif self._pointed is not None:
            self._point_at(self._pointed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        self._point_at(self._cell(self._mouse))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cell = self._cell(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self.row_chosen.emit(cell[0])

    def _point_at_nothing(self) -> None:
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _STEPS and self._shape() is not None:
            self._mouse = None
            row, column = self._pointed or (0, 0)
            down, right = _STEPS[key] if self._pointed is not None else (0, 0)
            self._point_at((max(row + down, 0), max(column + right, 0)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointed is not None:
            self.row_chosen.emit(self._pointed[0])
        else:
            super().keyPressEvent(event)
