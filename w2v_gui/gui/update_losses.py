"""The loss over the updates of a walk: of each update's own pair, and the mean over all pairs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics

from w2v_gui.gui.panels.plots import PointerPlot, label_font
from w2v_gui.gui.scales import decimal, multiples, nice_step
from w2v_gui.gui.text import number
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.readout import Readout

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QMouseEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

_DOTS = 1500
"""More dots than these are not seen one by one, and take long to draw."""

_POINTS = 400
_LEAST = 10
_SPANS = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 7.5, 10.0)
_LABEL_HEIGHT = 20
_MOST_LABELS = 6


class UpdateLosses(PointerPlot):
    """Dots for single pairs, a line for the mean over all, and where in the history one is.

    Attributes
    ----------
    chosen : Signal(int)
        An update that was clicked.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._losses = np.empty(0)
        self._means: tuple[NDArray[np.int64], NDArray[np.float64]] = (np.empty(0, np.int64), np.empty(0))
        self._position = 0
        self._high = 1.0
        self._stale = False
        self.dots = pg.ScatterPlotItem(size=4, pxMode=True, pen=None)
        self.mean = self.plot()
        self.now = pg.InfiniteLine(angle=90, movable=False)
        self.spot = pg.ScatterPlotItem(size=9, pxMode=True)
        self.cross = pg.InfiniteLine(angle=90, movable=False)
        for item in (self.dots, self.now, self.spot, self.cross):
            self.addItem(item)
        for level, item in enumerate((self.now, self.mean, self.spot), 1):
            item.setZValue(level)
        self.cross.hide()
        self.show_grid()
        self.plotItem.layout.setContentsMargins(0, 6, 14, 0)
        self.readout = Readout(self)
        self.resized.connect(self._label_axes)
        self.pointed.connect(self._tell)
        self.setMinimumHeight(60)
        self.apply_palette(LIGHT)

    def show_losses(
        self,
        losses: NDArray[np.float64],
        means: tuple[NDArray[np.int64], NDArray[np.float64]],
        position: int,
    ) -> None:
        """Show the loss of every update's own pair, the means with the number of updates before each, and where one is.

        It is drawn when it is seen.
        """
        self._losses, self._means, self._position = losses, means, position
        self._stale = True
        if self.isVisible():
            self._draw()

    def _draw(self) -> None:
        self._stale = False
        places = np.arange(1, len(self._losses) + 1)
        some = _some(len(places), _DOTS)
        self.dots.setData(places[some], self._losses[some])
        at, mean = self._means
        some = _some(len(at), _POINTS)
        self.mean.setData(at[some], mean[some])
        self.now.setValue(self._position)
        known = at <= self._position
        if known.any():
            self.spot.setData([self._position], [float(np.interp(self._position, at, mean))])
        self.spot.setVisible(bool(known.any()))
        self._high = self._fitting_height()
        end = _span(max(len(self._losses), _LEAST))
        if self.set_home((-0.008 * end, end * 1.008), (0.0, self._high * 1.04)):
            self._label_axes()

    def _fitting_height(self) -> float:
        values = np.concatenate([self._losses, self._means[1]])
        if not len(values):
            return 1.0
        highest = max(float(np.percentile(values, 99.5)), 1e-6)
        step = nice_step(highest, 5)
        return step * math.ceil(highest / step)

    def _label_axes(self) -> None:
        area = self.area
        left, bottom = (self.plotItem.getAxis(name) for name in ("left", "bottom"))
        low, high = max(self.x_range[0], 0.0), self.x_range[1]
        step = max(nice_step(high - low, max(2, area.width() // 70)), 1.0)
        bottom.setTicks([[(x, number(x)) for x in multiples(step, low, high)]])
        step = nice_step(self._high, max(1, min(_MOST_LABELS, area.height() // _LABEL_HEIGHT)))
        labels = [(y, decimal(y, step)) for y in multiples(step, 0.0, self._high)]
        left.setTicks([labels])
        metrics = QFontMetrics(label_font(self.font()))
        left.setWidth(8 + max(metrics.horizontalAdvance(text) for text in ["0.0", *(text for _, text in labels)]))

    # -- looking closely, and going there -------------------------------------------------------------------

    def _tell(self, x: float | None) -> None:
        """Show the numbers of the update that is nearest to ``x``."""
        shown = x is not None and len(self._losses) > 0
        self.cross.setVisible(shown)
        self.readout.setVisible(shown)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if shown else Qt.CursorShape.ArrowCursor)
        if x is None or not shown:
            return
        update = self._nearest(x)
        loss = float(self._losses[update - 1])
        self.cross.setValue(update)
        rows = [(self.tr("update"), number(update)), (self.tr("E of its pair"), f"{loss:.4f}")]
        at, mean = self._means
        # The mean was measured before the update that is pointed at, or earlier.
        before = int(np.searchsorted(at, update, side="right")) - 1
        if before >= 0:
            rows.append((self.tr("mean E, after {count}").format(count=number(int(at[before]))), f"{mean[before]:.4f}"))
        scene = self.plotItem.vb.mapViewToScene(QPointF(update, min(loss, self._high)))
        self.readout.show_rows(rows, self.mapFromScene(scene), self.rect())
        self.setAccessibleDescription(", ".join(f"{name} {value}" for name, value in rows))

    def _nearest(self, x: float) -> int:
        return min(max(round(x), 1), len(self._losses))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.pointer is not None and len(self._losses):
            self.chosen.emit(self._nearest(self.pointer))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._draw()

    def apply_palette(self, palette: Palette) -> None:
        super().apply_palette(palette)
        faint = QColor(palette.muted)
        faint.setAlphaF(0.4)
        self.dots.setBrush(pg.mkBrush(faint))
        self.mean.setPen(pg.mkPen(QColor(palette.accent), width=2))
        self.spot.setPen(pg.mkPen(QColor(palette.card), width=1))
        self.spot.setBrush(pg.mkBrush(QColor(palette.accent)))
        self.now.setPen(pg.mkPen(QColor(palette.accent), width=1, style=Qt.PenStyle.DashLine))
        self.cross.setPen(pg.mkPen(QColor(palette.border_strong), width=1))


def _some(count: int, most: int) -> NDArray[np.intp]:
    """Return so many places at most, evenly spread, with the first and the last."""
    if count <= most:
        return np.arange(count)
    return np.linspace(0, count - 1, most).astype(np.intp)


def _span(length: int) -> float:
    """Return a length of the axis that holds so many updates and changes seldom."""
    decade = 10.0 ** math.floor(math.log10(length))
    return decade * next(span for span in _SPANS if length <= span * decade * (1 + 1e-9))
