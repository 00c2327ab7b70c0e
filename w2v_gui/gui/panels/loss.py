"""The loss: whether the model is learning."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.gui.panels.plots import ZoomPlot, label_font
from w2v_gui.gui.scales import EpochScale, Scale, TimeScale, decimal, multiples, nice_step
from w2v_gui.gui.text import duration, number, set_tooltip
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.readout import Readout
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.session.history import LossCurve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.session.snapshot import Snapshot

# More epoch marks than this are a fence in front of the curve.
_MARKS = 12
# Room above the know-nothing line for what is written there, below the axis' lowest value for a dot that is there, and
# between two labels, in pixels.
_HEAD, _FOOT = 20, 6
_LABEL_HEIGHT = 22
_MOST_LABELS = 10
_NAME_WIDTH = 58
_SMOOTH_POINTS = 400
# A little beyond the ends, so that neither the last dot nor a line at the end of the axis is cut.
_BEYOND = 0.008


class LossPanel(Card):
    """Mean loss per prediction over the run, as measured and smoothed, with the know-nothing line.

    Attributes
    ----------
    wanted_changed : Signal()
        Never: the loss is in every snapshot.
    """

    wanted_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trainer: Trainer | None = None
        self._know_nothing = 1.0
        self._has_text = False
        self._curve = LossCurve.empty()
        self._even, self._smoothed = self._curve, self._curve.loss
        self._scales: dict[str, Any] = {"epochs": EpochScale(1, 1), "time": TimeScale(1)}
        self._low, self._high, self._step = 0.0, 1.0, 0.5
        self.axis = Segmented(("epochs", "time"))
        self.whole = IconButton("whole", self.header)
        self.whole.hide()
        self.plot = ZoomPlot(self)
        self.readout = Readout(self.plot)
        self._add_items()
        self.add_tool(self.whole)
        self.add_tool(self.axis)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(6, 6, 4, 4)
        column.addWidget(self.plot)
        self.axis.chosen.connect(self._change_scale)
        self.whole.clicked.connect(self.plot.show_all)
        self.plot.zoomed.connect(self.whole.setVisible)
        self.plot.ranged.connect(self._show_range)
        self.plot.resized.connect(self._fit)
        self.plot.pointed.connect(self._point)
        self.show_body(False)
        self.apply_palette(LIGHT)
        self.retranslate()

    def _add_items(self) -> None:
        self.raw = self.plot.plot()
        self.smooth = self.plot.plot()
        # A pale line one pixel wide looks the same without smoothing of its edges, and is drawn ten times as fast.
        self.raw.setData([], [], antialias=False)
        self.now = pg.ScatterPlotItem(size=9, pxMode=True)
        self.line = pg.InfiniteLine(angle=0, movable=False)
        self.line_label = pg.InfLineLabel(self.line, "", position=0.992, anchors=[(1, 1), (1, 1)])
        self.cross = pg.InfiniteLine(angle=90, movable=False)
        self.spots = pg.ScatterPlotItem(size=7, pxMode=True)
        self.marks: list[pg.InfiniteLine] = []
        for _ in range(_MARKS):
            mark = pg.InfiniteLine(angle=90, movable=False)
            mark.label = pg.InfLineLabel(mark, "", position=1.0, anchors=[(0, 0), (0, 0)])
            mark.setZValue(-1)
            mark.hide()
            self.marks.append(mark)
        for item in (self.now, self.line, self.cross, self.spots, *self.marks):
            self.plot.addItem(item)
        self.cross.hide()
        self.spots.hide()
        self.plot.show_grid()
        self.plot.plotItem.layout.setContentsMargins(0, 6, 18, 0)

    @property
    def wanted(self) -> dict[str, Any]:
        """What the panel needs of a snapshot besides the loss: nothing."""
        return {}

    # -- what is shown ----------------------------------------------------------------------------------------

    def open_text(self, vocabulary: Vocabulary) -> None:
        """Say that the curve will come with the training; before there is a text, how to open one."""
        self._has_text = True
        self.show_body(False)
        self.retranslate()

    def begin(self, trainer: Trainer) -> None:
        """Empty the plot for a run."""
        self._trainer = trainer
        self._know_nothing = max(trainer.know_nothing_loss, 0.01)
        tokens = len(trainer.corpus)
        self._scales = {"epochs": EpochScale(tokens, trainer.config.epochs), "time": TimeScale(tokens)}
        self._step = nice_step(self._know_nothing, 14)
        self._low = math.floor(0.6 * self._know_nothing / self._step) * self._step
        self._high = self._know_nothing
        self.line.setValue(self._know_nothing)
        self._take(LossCurve.empty())
        self.plot.show_all()
        self.show_body(True)
        self.retranslate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        if self._trainer is None:
            return
        self._scales["epochs"].count = snapshot.epochs
        self._take(snapshot.curve)

    def _take(self, curve: LossCurve) -> None:
        was_empty = not len(self._curve)
        self._curve = curve
        self._even = curve.even()
        self._smoothed = self._even.smoothed()
        if len(curve):
            self._make_room(self._even.loss)
        if was_empty or not len(curve):
            self._fit()
        elif not self._set_home():
            self._mark_epochs()
            self._draw()
            self._point(self.plot.pointer)

    def _make_room(self, loss: NDArray[np.float64]) -> None:
        # The axis only ever grows, and by whole steps: a curve that moves is hard to read on an axis that does too.
        low, high = np.percentile(loss, (0.3, 99.7))
        step = self._step
        self._low = max(0.0, min(self._low, math.floor((low - 0.1 * step) / step) * step))
        if high > self._know_nothing:
            self._high = max(self._high, math.ceil(high / step) * step)

    @property
    def _scale(self) -> Scale:
        scale: Scale = self._scales[self.axis.value]
        return scale

    def _set_home(self) -> bool:
        """Set what the whole is; returns whether that has changed and so has been shown."""
        end = self._scale.end(self._curve)
        extent = self._high - self._low
        height = max(self.plot.plotItem.vb.height() - _HEAD - _FOOT, 1.0)
        low, high = self._low - extent * min(_FOOT / height, 0.2), self._high + extent * min(_HEAD / height, 0.5)
        return self.plot.set_home((-_BEYOND * end, end * (1 + _BEYOND)), (low, high))

    def _change_scale(self) -> None:
        self.plot.show_all()
        self._fit()

    def _fit(self) -> None:
        """Write and draw everything anew."""
        if not self._set_home():
            self._show_range()

    # -- drawing ----------------------------------------------------------------------------------------------

    def _show_range(self) -> None:
        self._label_axes()
        self._mark_epochs()
        self._label_line()
        self._draw()
        self._point(self.plot.pointer)

    def _draw(self) -> None:
        x = self._scale.along(self._even)
        if not len(x):
            for item in (self.raw, self.smooth, self.now):
                item.setData([], [])
            return
        low, high = self.plot.x_range
        self.raw.setData(*_cut(x, self._even.loss, low, high, len(x)))
        # A smooth curve needs no more points than this, and wide lines are dear.
        self.smooth.setData(*_cut(x, self._smoothed, low, high, _SMOOTH_POINTS))
        self.now.setData([x[-1]], [self._smoothed[-1]])

    def _label_axes(self) -> None:
        area = self.plot.area
        left, bottom = (self.plot.plotItem.getAxis(name) for name in ("left", "bottom"))
        low, high = self.plot.x_range
        bottom.setTicks([self._scale.ticks(max(low, 0.0), high, area.width())])
        low, high = self.plot.y_range
        step = nice_step(high - low, max(2, min(_MOST_LABELS, area.height() // _LABEL_HEIGHT)))
        # No loss is below zero, even if there is room for a dot.
        ticks = [(y, decimal(y, step)) for y in multiples(step, max(low, 0.0), high)]
        if not len(self._curve):
            # Nothing has been measured: all that is known is where the line is.
            ticks = [(self._know_nothing, f"{self._know_nothing:.2f}")]
        left.setTicks([ticks])
        metrics = QFontMetrics(label_font(self.font()))
        left.setWidth(8 + max(metrics.horizontalAdvance(label) for label in ["0.00", *(label for _, label in ticks)]))

    def _mark_epochs(self) -> None:
        over_time = self._scale is self._scales["time"]
        most = max(1, min(_MARKS, self.plot.area.width() // _NAME_WIDTH)) if over_time else _MARKS
        low, high = self.plot.x_range
        places = self._scale.epochs(self._curve, low, high, most)[:_MARKS]
        pixel = (high - low) / max(self.plot.area.width(), 1)
        ends = [x for x, _ in places[1:]] + [high]
        for i, mark in enumerate(self.marks):
            mark.setVisible(i < len(places))
            if i < len(places):
                x, n = places[i]
                mark.setValue(x)
                # Over epochs the axis says it.
                named = over_time and ends[i] - x > _NAME_WIDTH * pixel
                mark.label.setFormat(self.tr("epoch {number}").format(number=n + 1) if named else "")
                mark.label.setPosition(self._below_the_line)

    @property
    def _below_the_line(self) -> float:
        """Where along the height there is room for the names of epochs: the curve falls away from there."""
        low, high = self.plot.y_range
        at = (self._know_nothing - low) / (high - low)
        return at if 0.3 < at < 1 else 1.0

    def _label_line(self) -> None:
        """Write as much at the know-nothing line as there is room for."""
        metrics = QFontMetrics(label_font(self.font()))
        room = self.plot.area.width() - 12
        texts = self._know_nothing_texts()
        text = next((text for text in texts if metrics.horizontalAdvance(text) <= room), "")
        self.line_label.setFormat(text.replace("{", "{{").replace("}", "}}"))

    def _know_nothing_texts(self) -> list[str]:
        if self._trainer is None:
            return []
        formula = {
            "softmax": self.tr("knows nothing: ln V"),
            "negative_sampling": self.tr("knows nothing: (k + 1) · ln 2"),
            "hierarchical_softmax": self.tr("knows nothing: mean code length · ln 2"),
        }[self._trainer.config.objective]
        value = f"{self._know_nothing:.2f}"
        return [f"{formula} = {value}", self.tr("knows nothing: {loss}").format(loss=value), value]

    # -- looking closely --------------------------------------------------------------------------------------

    def _point(self, x: float | None) -> None:
        """Show the values of the point that is nearest to ``x``."""
        along = self._scale.along(self._even)
        shown = x is not None and len(along) > 0
        for item in (self.cross, self.spots, self.readout):
            item.setVisible(shown)
        if x is None or not shown:
            return
        i = _nearest(along, x)
        at, smoothed = float(along[i]), float(self._smoothed[i])
        self.cross.setValue(at)
        self.spots.setData([at, at], [float(self._even.loss[i]), smoothed])
        rows = self._describe(i)
        scene = self.plot.plotItem.vb.mapViewToScene(QPointF(at, smoothed))
        self.readout.show_rows(rows, self.plot.mapFromScene(scene), self.plot.rect())
        self.plot.setAccessibleDescription(", ".join(f"{name} {value}" for name, value in rows))

    def _describe(self, i: int) -> list[tuple[str, str]]:
        point = self._even
        return [
            (self.tr("epoch"), f"{self._scales['epochs'].along(point)[i]:.2f}"),
            (self.tr("words"), number(point.words[i])),
            (self.tr("time"), duration(float(point.seconds[i]))),
            (self.tr("loss"), f"{point.loss[i]:.3f}"),
            (self.tr("smoothed"), f"{self._smoothed[i]:.3f}"),
            ("α", f"{point.alpha[i]:.5f}"),
        ]

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Return every point of the history."""
        yield ("words", "epoch", "seconds", "loss", "smoothed", "alpha", "predictions")
        curve = self._curve
        epochs = self._scales["epochs"].along(curve)
        columns = (curve.words, epochs, curve.seconds, curve.loss, curve.smoothed(), curve.alpha, curve.predictions)
        yield from zip(*(column.tolist() for column in columns), strict=True)

    # -- its looks --------------------------------------------------------------------------------------------

    def apply_palette(self, palette: Palette) -> None:
        self.plot.apply_palette(palette)
        muted, context = QColor(palette.muted), QColor(palette.context)
        self.raw.setPen(pg.mkPen(QColor(palette.context_pale), width=1))
        self.smooth.setPen(pg.mkPen(context, width=2))
        for dots in (self.now, self.spots):
            dots.setPen(pg.mkPen(QColor(palette.card), width=1))
            dots.setBrush(pg.mkBrush(context))
        self.line.setPen(pg.mkPen(muted, width=1, style=Qt.PenStyle.DashLine))
        self.cross.setPen(pg.mkPen(QColor(palette.border_strong), width=1))
        font = label_font(self.font())
        for mark in self.marks:
            mark.setPen(pg.mkPen(QColor(palette.border_strong), width=1, style=Qt.PenStyle.DotLine))
        for label in (self.line_label, *(mark.label for mark in self.marks)):
            label.setColor(muted)
            label.textItem.setFont(font)

    def retranslate(self) -> None:
        self.set_title(self.tr("Loss"))
        self.set_caption(self.tr("nats per prediction · raw and smoothed"))
        self.set_explanation(
            self.tr(
                "Mean loss per prediction of the objective that is being trained, in nats: −ln of the probability the "
                "model gives to what is right. The pale line is each stretch of the text as measured, the strong one "
                "its mean over about 2 % of the run. Wheel: look closer; drag: move; double click: the whole run again."
            )
        )
        self.set_empty(
            self.tr("The loss will be drawn here while the model learns.")
            if self._has_text
            else self.tr(
                "Open a text with the button above, drop one here, or take a built-in sample from the File menu."
            )
        )
        self.axis.setAccessibleName(self.tr("Horizontal axis"))
        self.axis.set_label("epochs", self.tr("Epochs"))
        self.axis.set_label("time", self.tr("Time"))
        set_tooltip(self.axis.button("epochs"), self.tr("Over the words trained, counted in epochs"))
        set_tooltip(self.axis.button("time"), self.tr("Over the time of training, pauses not counted"))
        self.whole.set_meaning(self.tr("Show the whole run again (double click)"))
        self.plot.setAccessibleName(self.tr("Loss over the run"))
        self._fit()


def _nearest(values: NDArray[np.float64], value: float) -> int:
    """Return the index of the one of rising ``values`` that is nearest to ``value``."""
    i = int(np.searchsorted(values, value))
    if i == 0:
        return 0
    if i == len(values) or value - values[i - 1] < values[i] - value:
        return i - 1
    return i


def _cut(
    x: NDArray[np.float64], y: NDArray[np.float64], low: float, high: float, most: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the part of a curve from ``low`` to ``high``, cut off exactly there, in about ``most`` points."""
    first, last = max(low, x[0]), min(high, x[-1])
    inner = np.flatnonzero((x > first) & (x < last))
    if len(inner) > most:
        inner = inner[np.linspace(0, len(inner) - 1, most).astype(np.intp)]
    ends = [first, last] if first < last else [last]
    at = np.concatenate([ends[:1], x[inner], ends[1:]])
    return at, np.concatenate([np.interp(ends[:1], x, y), y[inner], np.interp(ends[1:], x, y)])
