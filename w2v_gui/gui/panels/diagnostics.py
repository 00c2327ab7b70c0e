"""How training goes about it: the size of its steps, where they fall, and the learning rate."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from w2v_gui.gui.panels.plots import PointerPlot, label_font
from w2v_gui.gui.scales import EpochScale, decimal, multiples, nice_step
from w2v_gui.gui.text import plain_label, set_tooltip
from w2v_gui.gui.theme import LIGHT, Palette, tabular
from w2v_gui.gui.widgets.elided_label import ElidedLabel
from w2v_gui.gui.widgets.folding_card import FoldingCard
from w2v_gui.session.history import DiagnosticsCurve, LossCurve

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.session.snapshot import Snapshot

# Below this width, and above this height, the plots stand one below the other.
_NARROW = 400
_TALL = 460
_PLOT_HEIGHT = 84
_LABEL_HEIGHT = 24
_POINTS = 500


class SmallPlot(QWidget):
    """One quantity over the run, from zero up, with its name, its unit and its latest value.

    Parameters
    ----------
    scale : EpochScale
    percent : bool
        Whether it is a share.

    Attributes
    ----------
    plot : PointerPlot
    """

    def __init__(self, *, percent: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent = percent
        self._scale = EpochScale(1, 1)
        self._x = self._y = np.empty(0)
        self._level = 1.0 if percent else 0.0
        self.name = ElidedLabel(kind="muted")
        self.value = plain_label()
        self.value.setFont(tabular(self.value.font()))
        self.plot = PointerPlot(self)
        self.plot.setMinimumHeight(_PLOT_HEIGHT)
        self.curve = self.plot.plot()
        self.cross = pg.InfiniteLine(angle=90, movable=False)
        self.cross.hide()
        self.plot.addItem(self.cross)
        self.plot.show_grid()
        self.empty = plain_label(kind="muted", parent=self.plot)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.plot.plotItem.layout.setContentsMargins(0, 8, 14, 0)
        self.plot.resized.connect(self._fit)
        heading = QHBoxLayout()
        heading.setContentsMargins(6, 0, 14, 0)
        heading.addWidget(self.name, 1)
        heading.addWidget(self.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addWidget(self.plot, 1)

    def set_meaning(self, name: str, explanation: str) -> None:
        self.name.setText(name)
        for widget in (self.name, self.value):
            set_tooltip(widget, explanation)
        self.name.explain(explanation)
        self.plot.setAccessibleName(name)
        self.plot.setAccessibleDescription(explanation)

    def set_empty(self, text: str) -> None:
        """Set what stands in the plot as long as there is no curve: one point is none."""
        self.empty.setText(text)

    def begin(self, scale: EpochScale) -> None:
        """Empty the plot for a run."""
        self._scale = scale
        self._level = 1.0 if self._percent else 0.0
        self.show_curve(np.empty(0), np.empty(0))

    def show_curve(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        self._x, self._y = x, y
        if not self._percent and len(y):
            self._choose_level(float(y.max()))
        some = np.unique(np.linspace(0, len(x) - 1, _POINTS).astype(np.intp)) if len(x) else np.empty(0, np.intp)
        self.curve.setData(x[some], y[some])
        self.empty.setVisible(len(x) < 2)
        self._fit()
        self.point(self.plot.pointer)

    def point(self, x: float | None) -> None:
        """Show the value at ``x``, or the latest."""
        i = -1
        self.cross.setVisible(x is not None and len(self._x) > 0)
        if x is not None and len(self._x):
            self.cross.setValue(x)
            # Before the first point its value, after the last one the latest.
            i = max(0, int(np.searchsorted(self._x, x, side="right")) - 1)
        self.value.setText(self._written(float(self._y[i])) if len(self._y) else "–")

    def _choose_level(self, highest: float) -> None:
        # The axis jumps seldom: up when it must, down only when most of it has become empty.
        if highest > self._level or highest < self._level / 6:
            step = nice_step(highest, 5)
            self._level = step * math.ceil(highest / step)

    def _written(self, value: float) -> str:
        return f"{100 * value:.1f} %" if self._percent else f"{value:.3g}"

    def _fit(self) -> None:
        top = self._level or 1.0
        end = self._scale.count
        self.plot.set_home((0.0, float(end)), (0.0, top * 1.03))
        area = self.plot.area
        self.empty.setGeometry(area)
        left, bottom = (self.plot.plotItem.getAxis(name) for name in ("left", "bottom"))
        bottom.setTicks([self._scale.ticks(0.0, float(end), area.width())])
        step = nice_step(top, max(1, area.height() // _LABEL_HEIGHT))
        labels = [
            (y, decimal(100 * y, 100 * step) if self._percent else decimal(y, step)) for y in multiples(step, 0.0, top)
        ]
        left.setTicks([labels if self._level else []])
        # Plots that stand one below the other should begin at the same place.
        metrics = QFontMetrics(label_font(self.font()))
        left.setWidth(8 + max(metrics.horizontalAdvance(label) for label in ["0.000", *(text for _, text in labels)]))

    def apply_palette(self, palette: Palette) -> None:
        self.plot.apply_palette(palette)
        self.curve.setPen(pg.mkPen(QColor(palette.context), width=1.5))
        self.cross.setPen(pg.mkPen(QColor(palette.border_strong), width=1))


class DiagnosticsPanel(FoldingCard):
    """Gradient norm, share of changed rows and learning rate over the run; nothing is measured while it is folded.

    Attributes
    ----------
    wanted_changed : Signal()
        The card has been folded or unfolded, hidden or shown.
    """

    wanted_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = EpochScale(1, 1)
        self._curve = DiagnosticsCurve.empty()
        self._loss = LossCurve.empty()
        self.gradient = SmallPlot()
        self.changed = SmallPlot(percent=True)
        self.rate = SmallPlot()
        self._columns = 0
        self._grid = QGridLayout(self.body)
        self._grid.setContentsMargins(6, 8, 0, 4)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(8)
        self._arrange(3)
        for plot in self.plots:
            plot.plot.pointed.connect(self._point)
        self.fold_changed.connect(self._show_or_not)
        self.show_body(False)
        self.apply_palette(LIGHT)
        self.retranslate()

    @property
    def plots(self) -> tuple[SmallPlot, SmallPlot, SmallPlot]:
        return (self.gradient, self.changed, self.rate)

    @property
    def wanted(self) -> dict[str, Any]:
        """What the panel needs of a snapshot: measurements, as long as it is seen."""
        return {"diagnostics": True} if self._is_seen else {}

    @property
    def _is_seen(self) -> bool:
        return self.isVisible() and not self.folded

    def open_text(self, vocabulary: Vocabulary) -> None:
        """Forget the run there was."""
        self.show_body(False)

    def begin(self, trainer: Trainer) -> None:
        """Empty the plots for a run."""
        self._scale = EpochScale(len(trainer.corpus), trainer.config.epochs)
        self._curve, self._loss = DiagnosticsCurve.empty(), LossCurve.empty()
        for plot in self.plots:
            plot.begin(self._scale)
        self.show_body(True)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._scale.count = snapshot.epochs
        self._loss = snapshot.curve
        # Without points is what was not asked for.
        self._curve = snapshot.diagnostics if len(snapshot.diagnostics) else self._curve
        if self._is_seen:
            self._draw()

    def _draw(self) -> None:
        telling = _telling(self._curve.words)
        x = self._scale.along(self._curve)[telling]
        self.gradient.show_curve(x, self._curve.gradient_norm[telling])
        self.changed.show_curve(x, self._curve.changed_share[telling])
        self.rate.show_curve(self._scale.along(self._loss), self._loss.alpha)

    def _point(self, x: float | None) -> None:
        for plot in self.plots:
            plot.point(x)

    def _show_or_not(self) -> None:
        if not self.folded:
            self._draw()
        self.wanted_changed.emit()

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Return every point of the history."""
        yield ("words", "epoch", "seconds", "gradient_norm", "changed_share", "alpha")
        curve, loss = self._curve, self._loss
        alpha = np.interp(curve.words, loss.words, loss.alpha) if len(loss) else np.full(len(curve), np.nan)
        columns = (
            curve.words,
            self._scale.along(curve),
            curve.seconds,
            curve.gradient_norm,
            curve.changed_share,
            alpha,
        )
        yield from zip(*(column.tolist() for column in columns), strict=True)

    def apply_palette(self, palette: Palette) -> None:
        for plot in self.plots:
            plot.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Diagnostics"))
        self.set_caption(self.tr("gradient norm · changed rows · learning rate"))
        self.set_explanation(self.tr("How training goes about it. Measured only while this card is unfolded."))
        self.set_empty(self.tr("While the model learns, the size of its steps will be drawn here."))
        for plot in (self.gradient, self.changed):
            plot.set_empty(self.tr("Measured only while this card is unfolded."))
        self.gradient.set_meaning(
            self.tr("Gradient norm, per word"),
            self.tr(
                "Length of the mean gradient that a word leaves in W: ‖ΔW‖ / (α · words), taken over up to 512 rows "
                "spread evenly over the vocabulary, since the measurement before. Gradients that point in different "
                "directions cancel."
            ),
        )
        self.changed.set_meaning(
            self.tr("Changed rows, %"),
            self.tr(
                "Share of the same up to 512 rows of W in which any number has changed since the measurement before. "
                "Only the rows of words that have been read change: the rarer the words, the fewer."
            ),
        )
        self.rate.set_meaning(
            self.tr("Learning rate α"),
            self.tr(
                "The factor of every gradient step. It goes in a straight line from the rate at the start to the rate "
                "at the end; where both are the same, it stays the same."
            ),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(1 if self.width() < _NARROW or self.height() > _TALL else 3)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for i, plot in enumerate(self.plots):
            self._grid.addWidget(plot, i // columns, i % columns)
        for i in range(3):
            self._grid.setColumnStretch(i, int(i < columns))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_or_not()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.wanted_changed.emit()


def _telling(words: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which points look back on as many words as most do.

    The fewer words, the less their gradients cancel: points of single steps amid a run are of another size.
    """
    since = np.diff(words, prepend=0.0)
    return since >= np.median(since) / 2 if len(since) else np.empty(0, dtype=bool)
