"""A dashed line across a plot, with what it means written beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics

from w2v_gui.gui.panels.plots import label_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from w2v_gui.gui.panels.plots import PointerPlot

_GAP = 8


class MarkedLine(pg.InfiniteLine):  # type: ignore[misc]
    """An upright line in a plot.

    Parameters
    ----------
    plot : PointerPlot
    """

    def __init__(self, plot: PointerPlot) -> None:
        super().__init__(angle=90, movable=False)
        self._plot = plot
        self.text = pg.InfLineLabel(self, "", position=1.0)
        plot.addItem(self)

    def mark(self, x: float, texts: Sequence[str]) -> None:
        """Stand at ``x``, with the first of ``texts`` for which there is room at the left, or else at the right."""
        self.setValue(x)
        low, high = self._plot.x_range
        width = self._plot.area.width()
        at = (x - low) / (high - low) * width
        metrics = QFontMetrics(label_font(self._plot.font()))
        for text in texts:
            needed = metrics.horizontalAdvance(text) + _GAP
            if needed <= at or needed <= width - at:
                side = (1, 0) if needed <= at else (0, 0)
                self.text.anchors = [side, side]
                self.text.setFormat(text.replace("{", "{{").replace("}", "}}"))
                self.text.updatePosition()
                return
        self.text.setFormat("")

    def apply_colour(self, colour: str) -> None:
        self.setPen(pg.mkPen(QColor(colour), width=1, style=Qt.PenStyle.DashLine))
        self.text.setColor(QColor(colour))
        self.text.textItem.setFont(label_font(self._plot.font()))
