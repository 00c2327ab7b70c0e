"""How long the sentences of a text are, and whether windows fit into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.corpus.statistics import Histogram, SentenceLengths
from w2v_gui.gui.marked_line import MarkedLine
from w2v_gui.gui.panels.plots import PointerPlot, label_font
from w2v_gui.gui.scales import multiples, nice_step
from w2v_gui.gui.text import number, short_number
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.readout import Readout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.gui.opening import Opened

_LABEL_WIDTH, _LABEL_HEIGHT = 40, 26
_HEAD = 0.16
_BAR = 0.86
# The bar of all that are longer stands apart, by so many bars.
_APART = 0.6


class SentenceLengthsPanel(Card):
    """A histogram of tokens per sentence; sentences without room for a full window are pale."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lengths: SentenceLengths | None = None
        self._has_text = False
        self._histogram = Histogram(1, np.zeros(1, np.int64), 0)
        self._window = 0
        self.plot = PointerPlot(self)
        self.readout = Readout(self.plot)
        self.short, self.full, self.longer = (pg.BarGraphItem(x=[], height=[], width=1) for _ in range(3))
        for bars in (self.short, self.full, self.longer):
            self.plot.addItem(bars)
        self.span = MarkedLine(self.plot)
        self.plot.show_grid()
        self.plot.plotItem.layout.setContentsMargins(0, 6, 12, 0)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(6, 6, 4, 4)
        column.addWidget(self.plot)
        self.plot.resized.connect(self._label)
        self.plot.pointed.connect(self._point)
        self.show_body(False)
        self.apply_palette(LIGHT)
        self.retranslate()

    # -- what it is given ---------------------------------------------------------------------------------------

    def open_text(self, opened: Opened) -> None:
        """Another text is there: its sentences are being measured."""
        self._lengths, self._has_text = None, True
        self.show_body(False)
        self.retranslate()

    def show_lengths(self, lengths: SentenceLengths) -> None:
        """Show how long the sentences are."""
        self._lengths = lengths if len(lengths.lengths) else None
        self.show_body(self._lengths is not None)
        if self._lengths is not None:
            self._histogram = self._lengths.histogram()
            self._draw()
        self.retranslate()

    def show_config(self, config: TrainingConfig | None) -> None:
        """Show how long a full window is; None: leave it as it is."""
        if config is not None and config.window != self._window:
            self._window = config.window
            if self._lengths is not None:
                self._draw()
                self.retranslate()

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield how many sentences there are of every length."""
        yield ("tokens", "sentences")
        if self._lengths is not None:
            yield from zip(self._lengths.lengths.tolist(), self._lengths.counts.tolist(), strict=True)

    @property
    def full_window(self) -> int:
        """How many tokens a full window has, with the word at its centre."""
        return 2 * self._window + 1

    # -- drawing ------------------------------------------------------------------------------------------------

    def _draw(self) -> None:
        assert self._lengths is not None
        bins = self._histogram
        starts = np.arange(len(bins.counts)) * bins.width
        # The bin in which the mark stands is divided: what is below it stands below.
        ends = np.minimum(starts + bins.width, max(self.full_window, 0))
        short = np.array(
            [self._between(int(a), int(b)) if b > a else 0 for a, b in zip(starts, ends, strict=True)], np.int64
        )
        x = starts + bins.width / 2
        self.short.setOpts(x=x, y0=0, height=short, width=_BAR * bins.width)
        self.full.setOpts(x=x, y0=short, height=bins.counts - short, width=_BAR * bins.width)
        beyond = [self._beyond] if bins.longer else []
        self.longer.setOpts(x=beyond, y0=0, height=[bins.longer] * len(beyond), width=_BAR * bins.width)
        right = self._beyond + bins.width if beyond else len(bins.counts) * bins.width
        highest = max(int(bins.counts.max()), bins.longer, 1)
        self.plot.set_home((-0.02 * right, 1.02 * right), (-0.02 * highest, highest * (1 + _HEAD)))
        self._label()

    @property
    def _beyond(self) -> float:
        """The middle of the bar of all that are longer than the bins reach."""
        return (len(self._histogram.counts) + _APART + 0.5) * self._histogram.width

    def _between(self, first: int, end: int) -> int:
        assert self._lengths is not None
        return self._lengths.shorter_than(end) - self._lengths.shorter_than(first)

    def _label(self) -> None:
        if self._lengths is None:
            return
        area, bins = self.plot.area, self._histogram
        left, bottom = (self.plot.plotItem.getAxis(name) for name in ("left", "bottom"))
        reach = len(bins.counts) * bins.width
        step = max(1.0, nice_step(reach, max(2, area.width() // _LABEL_WIDTH)))
        # A length stands below the left edge of its bin, and below the middle where each has one of its own.
        middle = 0.5 if bins.width == 1 else 0.0
        ticks = [(x + middle, short_number(x)) for x in multiples(step, 0, reach)]
        if bins.longer:
            ticks = [tick for tick in ticks if tick[0] < reach - 0.4 * step] + [
                (self._beyond, f"≥ {short_number(reach)}")
            ]
        bottom.setTicks([ticks])
        highest = self.plot.y_range[1]
        step = max(1.0, nice_step(highest, max(2, area.height() // _LABEL_HEIGHT)))
        above = multiples(step, 0, highest)
        left.setTicks([[(y, short_number(y)) for y in above]])
        metrics = QFontMetrics(label_font(self.font()))
        left.setWidth(8 + max(metrics.horizontalAdvance(short_number(y)) for y in (*above, 100)))
        self._mark()
        self._point(self.plot.pointer)

    def _mark(self) -> None:
        reach = len(self._histogram.counts) * self._histogram.width
        self.span.setVisible(self._window > 0 and self.full_window <= reach)
        name = self.tr("full window: 2·{window} + 1").format(window=self._window)
        self.span.mark(self.full_window, [name, self.tr("full window"), str(self.full_window)])

    # -- pointing -----------------------------------------------------------------------------------------------

    def _point(self, x: float | None) -> None:
        """Tell of the bar at ``x``."""
        bins = self._histogram
        shown = x is not None and self._lengths is not None
        self.readout.setVisible(shown)
        if x is None or not shown:
            return
        at = min(max(int(x // bins.width), 0), len(bins.counts) - 1)
        # No sentence is empty.
        first, last, count = max(at * bins.width, 1), (at + 1) * bins.width - 1, int(bins.counts[at])
        tokens = number(first) if first == last else f"{number(first)}–{number(last)}"
        middle = (at + 0.5) * bins.width
        if bins.longer and x >= len(bins.counts) * bins.width:
            tokens, count, middle = f"≥ {number(len(bins.counts) * bins.width)}", bins.longer, self._beyond
        rows = [(self.tr("tokens"), tokens), (self.tr("sentences"), number(count))]
        place = self.plot.mapFromScene(self.plot.plotItem.vb.mapViewToScene(QPointF(middle, count)))
        self.readout.show_rows(rows, place, self.plot.rect())
        self.plot.setAccessibleDescription(", ".join(f"{name} {value}" for name, value in rows))

    # -- its looks ----------------------------------------------------------------------------------------------

    def apply_palette(self, palette: Palette) -> None:
        self.plot.apply_palette(palette)
        for bars, colour in (
            (self.short, palette.context_pale),
            (self.full, palette.context),
            (self.longer, palette.context),
        ):
            bars.setOpts(pen=None, brush=pg.mkBrush(QColor(colour)))
        self.span.apply_colour(palette.centre)

    def retranslate(self) -> None:
        self.set_title(self.tr("Sentence lengths"))
        self.set_caption(self._caption_text())
        self.set_explanation(
            self.tr(
                "How many sentences have how many tokens. A window reaches over so many tokens on both sides of its "
                "centre: sentences left of the dashed line, the pale ones, are shorter than a full window. Words that "
                "are passed over are counted here, but windows are made without them: a few more sentences have "
                "none."
            )
        )
        self.set_empty(
            self.tr("The sentences are being measured.")
            if self._has_text
            else self.tr("Open a text: how long its sentences are will be plotted here.")
        )
        self.plot.setAccessibleName(self.tr("Sentences by their number of tokens"))
        if self._lengths is not None:
            self._label()

    def _caption_text(self) -> str:
        lengths = self._lengths
        if lengths is None:
            return self.tr("tokens")
        parts = [
            self.tr("median {median} tokens").format(median=f"{lengths.median:g}"),
            self.tr("mean {mean}").format(mean=f"{lengths.mean:.1f}"),
            self.tr("longest {longest}").format(longest=number(lengths.longest)),
        ]
        if self._window:
            share = lengths.shorter_than(self.full_window) / lengths.sentences
            parts.append(self.tr("{share} % shorter than a full window").format(share=f"{100 * share:.0f}"))
        return " · ".join(parts)
