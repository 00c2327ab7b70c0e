"""Words compared with each other, as cells one points at and labels one can move."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication

from w2v_gui.gui.text import one_line
from w2v_gui.gui.widgets.cell_view import CellView
from w2v_gui.gui.widgets.similarity_colours import WHOLE, ColourRange
from w2v_gui.gui.widgets.similarity_painting import (
    GAP,
    SimilarityScene,
    lay_out,
    paint,
    paint_gap,
    value_text,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

_LABEL = 40
_SMALLEST = QSize(120, 120)


class SimilarityView(CellView):
    """Shows how similar words are: violet below zero, green above.

    A click or Return chooses two words. The label of a word can be dragged to another place, or taken there by
    Alt and the arrow keys; a double click chooses it, Delete takes it away.

    Attributes
    ----------
    pair_chosen : Signal(int, int)
        The places of two words, never the same.
    label_chosen : Signal(int)
        The place of a word.
    moved : Signal(int, int)
        The place of a word, and that at which it should be.
    removed : Signal(int)
        The place of a word.
    """

    pair_chosen = Signal(int, int)
    label_chosen = Signal(int)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._values: NDArray[np.float64] = np.zeros((0, 0))
        self._colours = WHOLE
        self._scene: SimilarityScene | None = None
        self._pressed: QPointF | None = None
        self._dragged: int | None = None
        self._gap: int | None = None
        self.setMinimumSize(_SMALLEST)

    @property
    def scene(self) -> SimilarityScene | None:
        """What is shown and where, or None while there is nothing."""
        if self._scene is None and self._words:
            self._scene = lay_out(self._words, self._values, self.rect(), self.font(), self._colours)
        return self._scene

    @property
    def gap(self) -> int | None:
        """Before which place the word would be put that is being dragged."""
        return self._gap

    def show_values(self, words: tuple[str, ...], values: NDArray[np.float64], colours: ColourRange = WHOLE) -> None:
        """Show words and the similarity of each with each, in these colours; without words, nothing."""
        words = tuple(one_line(word, _LABEL) for word in words)
        if words != self._words:
            self._stop_dragging()
        self._words, self._values, self._colours, self._scene = words, values, colours, None
        if not words:
            self._point_at(None)
        self._point_again()
        self.update()

    def point_at(self, row: int, column: int) -> None:
        """Point at a cell, as the arrow keys do."""
        self._mouse = None
        self._point_at((row, column))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._palette.card))
        scene = self.scene
        if scene is None:
            return
        paint(painter, scene, self._pointed, self._palette, self._table)
        if self._gap is not None:
            paint_gap(painter, scene, self._gap, self._palette)
        if self._shows_focus:
            painter.setPen(QColor(self._palette.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(scene.grid.adjusted(-2, -2, 1, 1))

    # -- what is pointed at -----------------------------------------------------------------------------------

    def _shape(self) -> tuple[int, int] | None:
        return (len(self._words),) * 2 if self._words else None

    def _cell(self, position: QPointF) -> tuple[int, int] | None:
        """Return the cell at a position; for a label that of the word with itself."""
        scene = self.scene
        label = self._label(position)
        if scene is None or label is not None:
            return None if label is None else (label, label)
        if not scene.grid.contains(position.toPoint()):
            return None
        return self._place(position.y() - scene.grid.top()), self._place(position.x() - scene.grid.left())

    def _label(self, position: QPointF) -> int | None:
        """Return the word whose label at the left is at a position."""
        scene = self.scene
        if scene is None:
            return None
        grid = scene.grid
        beside = grid.left() - GAP - scene.room <= position.x() < grid.left()
        return (
            self._place(position.y() - grid.top()) if beside and grid.top() <= position.y() <= grid.bottom() else None
        )

    def _place(self, offset: float) -> int:
        assert self._scene is not None
        return max(0, min(int(offset / self._scene.side), len(self._words) - 1))

    def _tell(self, row: int, column: int) -> None:
        scene = self.scene
        assert scene is not None
        corner = scene.cell_area(row, column)
        metrics, room = self.fontMetrics(), max(40, self.width() // 3)
        names = [
            metrics.elidedText(self._words[place], Qt.TextElideMode.ElideRight, room)
            for place in dict.fromkeys((row, column))
        ]
        text = value_text(float(self._values[row, column]))
        self._readout.show_rows(
            [(" · ".join(names), text)], QRect(corner.right(), corner.top(), 1, 1).center(), self.rect()
        )
        self.setAccessibleDescription(f"{' · '.join(names)}: {text}")

    # -- mouse ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._dragged = self._label(event.position())
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is None or self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        way = (event.position() - self._pressed).manhattanLength()
        if self._gap is not None or way >= QApplication.startDragDistance():
            scene = self.scene
            assert scene is not None
            place = round((event.position().y() - scene.grid.top()) / scene.side)
            self._gap = max(0, min(place, len(self._words)))
            self._mouse = event.position()
            self._readout.hide()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        dragged, gap, pressed = self._dragged, self._gap, self._pressed
        self._stop_dragging()
        if dragged is not None and gap is not None:
            place = gap - (gap > dragged)
            if place != dragged:
                self.moved.emit(dragged, place)
            return
        cell = self._cell(event.position())
        # Whoever has pressed elsewhere has thought better of it.
        if pressed is not None and cell is not None and cell == self._cell(pressed) and cell[0] != cell[1]:
            self.pair_chosen.emit(*cell)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        label = self._label(event.position())
        if label is not None and event.button() == Qt.MouseButton.LeftButton:
            self.label_chosen.emit(label)

    def _stop_dragging(self) -> None:
        self._pressed = self._dragged = self._gap = None
        self.update()

    # -- keys -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, pointed = event.key(), self._pointed
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if key == Qt.Key.Key_Escape and self._gap is not None:
            self._stop_dragging()
        elif pointed is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in steps:
            place = pointed[0] + steps[Qt.Key(key)]
            if 0 <= place < len(self._words):
                self.moved.emit(pointed[0], place)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(pointed[0])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if pointed[0] == pointed[1]:
                self.label_chosen.emit(pointed[0])
            else:
                self.pair_chosen.emit(*pointed)
        else:
            super().keyPressEvent(event)

    # -- what changes the layout ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_layout()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._forget_layout()
        super().changeEvent(event)

    def _forget_layout(self) -> None:
        self._scene = None
        self._mouse = None
        self._stop_dragging()
        self._point_at(None)  # the cell may be elsewhere now
