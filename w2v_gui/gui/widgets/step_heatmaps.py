"""One matrix three times: before a step, after it, and what the step has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QScrollBar

from w2v_gui.gui.widgets.cell_view import CellView
from w2v_gui.gui.widgets.heatmap_painting import columns_text, value_text
from w2v_gui.gui.widgets.step_heatmaps_painting import StepTexts, lay_out_step, paint_step

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from w2v_gui.gui.widgets.heatmap_painting import HeatmapScene
    from w2v_gui.gui.widgets.step_heatmaps_painting import StepLayout, StepMatrix

_NOTCH = 120
_ROWS_A_NOTCH = 3
_BAR = 10


class StepHeatmaps(CellView):
    """Shows rows of a matrix before | after | difference; what is not known yet has a sentence in its place.

    Where there is no room for all rows, those that the step moves come first, and the others are scrolled to.

    Attributes
    ----------
    laid_out : Signal()
        There may be room for another number of rows.
    """

    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: StepMatrix | None = None
        self._places: StepLayout | None = None
        self._texts = StepTexts(("", "", ""), "")
        self._role = self._palette.context
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.valueChanged.connect(self._scrolled)
        self.bar.hide()

    @property
    def places(self) -> StepLayout | None:
        """What is shown and where, or None while there is nothing."""
        if self._places is None and self._matrix is not None:
            self._places = lay_out_step(self._matrix, self.font(), self.rect(), self.devicePixelRatioF())
            self._fit_bar(self._places)
        return self._places

    @property
    def pending(self) -> str:
        """The sentence that stands in place of what is not known yet, or nothing."""
        return self._texts.unknown if self._matrix is not None and not self._matrix.known else ""

    def show_matrix(self, matrix: StepMatrix, texts: StepTexts, role: str) -> None:
        """Show a matrix; ``role`` is its colour."""
        if self._matrix is None or matrix.labels != self._matrix.labels:
            self.bar.setValue(0)
        self._matrix, self._texts, self._role = matrix, texts, role
        self._places = None
        self._point_again()
        self.update()

    def _fit_bar(self, places: StepLayout) -> None:
        window = places.window
        self.bar.setGeometry(self.width() - _BAR, window.top(), _BAR, window.height())
        self.bar.setPageStep(window.height())
        self.bar.setSingleStep(places.panes[0].row_area(0).height())
        self.bar.setRange(0, places.beyond)
        self.bar.setVisible(places.beyond > 0)

    def _scrolled(self) -> None:
        self._point_again()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        places, palette = self.places, self._palette
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(palette.card))
        if places is None:
            return
        paint_step(painter, places, self._texts, self.bar.value(), self._pointed, self._role, palette, self._table)
        if self._shows_focus:
            painter.setPen(QColor(palette.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(places.window.adjusted(-2, -2, 1, 1))

    # -- what is pointed at -----------------------------------------------------------------------------------

    def _shape(self) -> tuple[int, int] | None:
        places = self.places
        return (places.panes[0].rows, len(places.panes[0].edges) - 1) if places is not None else None

    def _cell(self, position: QPointF) -> tuple[int, int] | None:
        """Return the cell at a position in any of the pictures; that of the first column for the label of a row."""
        places = self.places
        x, y = int(position.x()), int(position.y())
        if places is None or not places.window.top() <= y <= places.window.bottom():
            return None
        grid = places.panes[0].grid
        row = (y - places.window.top() + self.bar.value()) * places.panes[0].rows // grid.height()
        if x < grid.left():
            return row, 0
        pane = self._pane_at(places, x)
        if pane is None:
            return None
        return row, (x - pane.grid.left()) * (len(pane.edges) - 1) // pane.grid.width()

    def _pane_at(self, places: StepLayout, x: int) -> HeatmapScene | None:
        known = places.panes if places.matrix.known else places.panes[:1]
        return next((pane for pane in known if pane.grid.left() <= x <= pane.grid.right()), None)

    def _tell(self, row: int, column: int) -> None:
        places = self.places
        assert places is not None
        if self._mouse is None:
            self._bring_into_sight(places, row)
            pane = None
        else:
            pane = self._pane_at(places, int(self._mouse.x()))
        pane = pane or places.panes[0]
        corner = QPoint(pane.column_area(column).right(), pane.row_area(row).top() - self.bar.value())
        rows = self._described(places, row, column)
        self._readout.show_rows(rows, corner, self.rect())
        self.setAccessibleDescription(", ".join(" ".join(line) for line in rows))

    def _described(self, places: StepLayout, row: int, column: int) -> list[tuple[str, str]]:
        before, after, change = places.panes
        label = before.matrix.labels[row]
        word = self.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, self.width() // 3)
        name = self.tr("{word} · dimension {number}").format(word=word, number=columns_text(before, column))
        old, new, by = (
            value_text(float(pane.cells[row, column]), pane.matrix.level) for pane in (before, after, change)
        )
        if not places.matrix.known:
            return [(name, old)]
        return [(name, ""), (self.tr("before → after"), f"{old} → {new}"), (self.tr("difference"), by)]

    def _bring_into_sight(self, places: StepLayout, row: int) -> None:
        area = places.panes[0].row_area(row).translated(0, -places.window.top())
        lowest = area.bottom() + 1 - places.window.height()
        value = min(max(self.bar.value(), lowest), area.top())
        with_bar_silent = self.bar.blockSignals(True)
        self.bar.setValue(value)
        self.bar.blockSignals(with_bar_silent)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.bar.isVisible():
            event.ignore()
            return
        rows = -event.angleDelta().y() / _NOTCH * _ROWS_A_NOTCH
        self.bar.setValue(self.bar.value() + round(rows * self.bar.singleStep()))
        event.accept()

    # -- what changes the layout ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_places()
        self.laid_out.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._forget_places()
        super().changeEvent(event)

    def _forget_places(self) -> None:
        self._places = None
        self._mouse = None
        self._point_at(None)  # the cell may be elsewhere now, or gone
