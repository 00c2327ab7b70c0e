"""The loss: whether the model is learning."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.gui.panels.plots import Plot, nice_step
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.card import Card

if TYPE_CHECKING:
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.session.snapshot import Snapshot

# More epoch marks than this are a fence in front of the curve.
_MARKS = 12
_HEAD = 0.14
_SMOOTH_POINTS = 400


class LossPanel(Card):
    """Mean loss per prediction over the epochs, as measured and smoothed, with the know-nothing line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._config: TrainingConfig | None = None
        self._know_nothing = math.nan
        self._has_text = False
        self._tokens = 1
        self._low, self._high = 0.0, 1.0
        self._step = 0.5
        self.plot = Plot(self)
        self.raw = self.plot.plot()
        self.smooth = self.plot.plot()
        # A pale line one pixel wide looks the same without smoothing of its edges, and is drawn ten times as fast.
        self.raw.setData([], [], antialias=False)
        self.now = pg.ScatterPlotItem(size=9, pxMode=True)
        self.line = pg.InfiniteLine(angle=0, movable=False)
        self.line_label = pg.InfLineLabel(self.line, "", position=0.985, anchors=[(1, 1), (1, 1)])
        for item in (self.now, self.line):
            self.plot.addItem(item)
        self.plot.plotItem.showGrid(x=True, y=True, alpha=0.0)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(6, 8, 14, 4)
        column.addWidget(self.plot)
        self.show_body(False)
        self.retranslate()

    def open_text(self) -> None:
        """Say that the curve will come with the training; before there is a text, how to open one."""
        self._has_text = True
        self.show_body(False)
        self.retranslate()

    def begin(self, config: TrainingConfig, know_nothing: float, tokens: int) -> None:
        """Empty the plot for a run over so many tokens an epoch."""
        self._config, self._know_nothing, self._tokens = config, know_nothing, max(tokens, 1)
        self._step = nice_step(know_nothing, 14)
        self._low = math.floor(0.6 * know_nothing / self._step) * self._step
        self._high = know_nothing
        self.raw.setData([], [])
        self.smooth.setData([], [])
        self.now.setData([], [])
        self.line.setValue(know_nothing)
        self._set_epochs(config.epochs)
        self._set_range()
        self.show_body(True)
        self.retranslate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        curve = snapshot.curve
        if not len(curve) or self._config is None:
            return
        x = curve.words / self._tokens
        smoothed = curve.smoothed()
        self._set_epochs(snapshot.epochs)
        self._make_room(curve.loss)
        self.raw.setData(x, curve.loss)
        # A smooth curve needs no more points than this, and wide lines are dear.
        some = np.unique(np.linspace(0, len(x) - 1, _SMOOTH_POINTS).astype(np.intp))
        self.smooth.setData(x[some], smoothed[some])
        self.now.setData([x[-1]], [smoothed[-1]])

    def _make_room(self, loss: np.ndarray) -> None:
        # The axis only ever grows, and by whole steps: a curve that moves is hard to read on an axis that does too.
        low, high = np.percentile(loss, (0.3, 99.7))
        low = max(0.0, min(self._low, math.floor((low - 0.1 * self._step) / self._step) * self._step))
        high = max(self._high, math.ceil(high / self._step) * self._step if high > self._know_nothing else 0.0)
        if (low, high) != (self._low, self._high):
            self._low, self._high = low, high
            self._set_range()

    def _set_range(self) -> None:
        # The label of the know-nothing line stands above it and needs room.
        self.plot.setYRange(self._low, self._high + _HEAD * (self._high - self._low), padding=0)

    def _set_epochs(self, epochs: int) -> None:
        self.plot.setXRange(0, epochs * 1.012, padding=0)
        axis = self.plot.plotItem.getAxis("bottom")
        step = max(1, round(nice_step(epochs, _MARKS)))
        if epochs == 1:
            axis.setTicks([[(i / 4, f"{i / 4:g}") for i in range(5)]])
        else:
            axis.setTicks([[(i, str(i)) for i in range(0, epochs + 1, step)]])

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.plot.apply_palette(palette)
        grid = pg.mkPen(QColor(palette.grid))
        for name in ("left", "bottom"):
            axis = self.plot.plotItem.getAxis(name)
            axis.setTickPen(grid)
            axis.setGrid(255)
        self.raw.setPen(pg.mkPen(QColor(palette.context_pale), width=1))
        self.smooth.setPen(pg.mkPen(QColor(palette.context), width=2))
        self.now.setPen(pg.mkPen(None))
        self.now.setBrush(pg.mkBrush(QColor(palette.context)))
        self.line.setPen(pg.mkPen(QColor(palette.muted), width=1, style=Qt.PenStyle.DashLine))
        self.line_label.setColor(QColor(palette.muted))
        font = QFont(self.font())
        font.setPixelSize(11)
        self.line_label.textItem.setFont(font)

    def retranslate(self) -> None:
        self.set_title(self.tr("Loss"))
        self.set_caption(self.tr("nats per prediction · raw and smoothed · by epoch"))
        self.set_empty(
            self.tr("The loss will be drawn here while the model learns.")
            if self._has_text
            else self.tr(
                "Open a text with the button above, drop one here, or take a built-in sample from the File menu."
            )
        )
        if self._config is not None:
            self.line_label.setFormat(self._know_nothing_text(self._config).replace("{", "{{").replace("}", "}}"))

    def _know_nothing_text(self, config: TrainingConfig) -> str:
        formula = {
            "softmax": self.tr("knows nothing: ln V"),
            "negative_sampling": self.tr("knows nothing: (k + 1) · ln 2"),
            "hierarchical_softmax": self.tr("knows nothing: mean code length · ln 2"),
        }[config.objective]
        return f"{formula} = {self._know_nothing:.2f}"

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
