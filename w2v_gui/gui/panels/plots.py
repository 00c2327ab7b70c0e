"""What the plots have in common: their look, and how their axes keep still."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QGraphicsItem

from w2v_gui.gui.theme import Palette, tabular

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QWidget

pg.setConfigOptions(antialias=True, imageAxisOrder="row-major")


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """A plot that looks as the theme says and leaves the wheel to the page."""

    def __init__(self, parent: QWidget | None = None, **axes: pg.AxisItem) -> None:
        super().__init__(parent, background=None, axisItems=axes or None)
        self.plotItem.setMenuEnabled(False)
        self.plotItem.hideButtons()
        self.plotItem.setMouseEnabled(x=False, y=False)
        self.viewport().setAutoFillBackground(False)
        for axis in ("left", "bottom"):
            still(self.plotItem.getAxis(axis))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def apply_palette(self, palette: Palette) -> None:
        font = tabular(QFont(self.font()))
        font.setPixelSize(11)
        for name in ("left", "bottom"):
            axis = self.plotItem.getAxis(name)
            axis.setPen(pg.mkPen(QColor(palette.border)))
            axis.setTextPen(pg.mkPen(QColor(palette.muted)))
            axis.setTickPen(pg.mkPen(QColor(palette.grid)))
            axis.setTickFont(font)
            # The grid belongs behind the curves.
            axis.setZValue(-1)


def still(item: QGraphicsItem) -> None:
    """Keep the picture of an item that seldom changes, instead of drawing its text anew in every frame."""
    item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)


def nice_step(span: float, parts: int = 8) -> float:
    """Return a step of the series 1, 2, 5 that divides ``span`` into about so many parts."""
    raw = max(span, 1e-12) / parts
    decade = 10.0 ** math.floor(math.log10(raw))
    return decade * next(m for m in (1, 2, 5, 10) if raw <= m * decade * (1 + 1e-9))


def nice_ceiling(value: float) -> float:
    """Return the smallest of … 0.1, 0.2, 0.5, 1, 2, 5 … that is not below ``value``."""
    return nice_step(value, 1)
