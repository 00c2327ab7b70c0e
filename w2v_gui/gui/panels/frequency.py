"""How frequent the words of a text are, from the most frequent to those that occur once."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.corpus.statistics import Frequencies, rank_points
from w2v_gui.gui.marked_line import MarkedLine
from w2v_gui.gui.panels.plots import PointerPlot, label_font
from w2v_gui.gui.scales import powers
from w2v_gui.gui.text import number, one_line, short_number
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.readout import Readout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QMouseEvent

    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.gui.opening import Opened

_POINTS = 1000
_LABEL_WIDTH, _LABEL_HEIGHT = 44, 26
# Room above the curve for what is written there, and around it, in parts of the plot.
_HEAD, _AROUND = 0.12, 0.03
_LONGEST = 24
# Fewer words than this say nothing about a law.
_FEW = 100


class _WordPlot(PointerPlot):
    """Says that what is pointed at is chosen: by a click, or by Return.

    Attributes
    ----------
    chosen : Signal()
    """

    chosen = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._point_with(event.position())
            self.chosen.emit()

    def _keys(self) -> dict[Qt.Key, Callable[[], None]]:
        return {**super()._keys(), Qt.Key.Key_Return: self.chosen.emit, Qt.Key.Key_Enter: self.chosen.emit}


class FrequencyPanel(Card):
    """Counts over ranks, both by their logarithms, and where min. count cuts them off.

    Attributes
    ----------
    word_chosen : Signal(object)
        With the word that is pointed at.
    """

    word_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary: Vocabulary | None = None
        self._min_count, self._kept = 1, 0
        self._pointed: int | None = None
        self.plot = _WordPlot(self)
        self.readout = Readout(self.plot)
        self.law = self.plot.plot()
        self.rest = self.plot.plot()
        self.curve = self.plot.plot()
        self.cut = MarkedLine(self.plot)
        self.spot = pg.ScatterPlotItem(size=8, pxMode=True)
        self.plot.addItem(self.spot)
        self.plot.show_grid()
        self.plot.plotItem.layout.setContentsMargins(0, 6, 12, 0)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(6, 6, 4, 4)
        column.addWidget(self.plot)
        self.plot.resized.connect(self._label)
        self.plot.pointed.connect(self._point)
        self.plot.chosen.connect(self._choose)
        self.show_body(False)
        self.apply_palette(LIGHT)
        self.retranslate()

    # -- what it is given ---------------------------------------------------------------------------------------

    def open_text(self, opened: Opened) -> None:
        """Show the words of another text."""
        vocabulary = opened.corpus.vocabulary
        self._vocabulary = vocabulary if len(vocabulary) else None
        self.show_body(self._vocabulary is not None)
        if self._vocabulary is None:
            return
        along, above = math.log10(len(vocabulary)), math.log10(vocabulary.counts[0])
        # Where all words occur once, there should be a scale nevertheless.
        along, above = max(along, 0.5), max(above, 0.5)
        self.plot.set_home((-_AROUND * along, along * (1 + _AROUND)), (-2 * _AROUND * above, above * (1 + _HEAD)))
        self._cut_off()

    def show_config(self, config: TrainingConfig | None) -> None:
        """Show where min. count cuts the words off; None: leave it as it is."""
        if config is not None and config.min_count != self._min_count:
            self._min_count = config.min_count
            self._cut_off()

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield the counts and whose they are: from which rank to which. The vocabulary has a row for every word."""
        yield ("first_rank", "last_rank", "count")
        if self._vocabulary is not None:
            groups = Frequencies(self._vocabulary)
            last = groups.ends
            columns = (last - groups.sizes + 1, last, groups.counts)
            yield from zip(*(column.tolist() for column in columns), strict=True)

    # -- drawing ------------------------------------------------------------------------------------------------

    def _cut_off(self) -> None:
        """Draw the curve, in two parts."""
        if self._vocabulary is None:
            return
        counts = self._vocabulary.counts
        self._kept = self._vocabulary.reaching(self._min_count)
        ranks = rank_points(len(counts), _POINTS)
        x, y = np.log10(ranks), np.log10(counts[ranks - 1])
        end = int(np.searchsorted(ranks, self._kept, side="right"))
        self.curve.setData(x[:end], y[:end])
        self.rest.setData(x[max(end - 1, 0) :], y[max(end - 1, 0) :])
        self.law.setData(*self._zipf(x, y))
        self._label()
        self.retranslate()

    def _zipf(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the line of a count in proportion to 1/rank, as near to the curve as it comes."""
        if self._vocabulary is None or len(self._vocabulary) < _FEW:
            return x[:0], y[:0]
        height = float(np.sort(x + y)[len(x) // 2])
        # Not above the first word, nor below one occurrence.
        ends = np.array([max(0.0, height - float(y[0])), min(float(x[-1]), height)])
        return ends, height - ends

    def _label(self) -> None:
        if self._vocabulary is None:
            return
        area = self.plot.area
        left, bottom = (self.plot.plotItem.getAxis(name) for name in ("left", "bottom"))
        along = powers(self.plot.x_range[1], area.width() // _LABEL_WIDTH)
        above = powers(self.plot.y_range[1], area.height() // _LABEL_HEIGHT)
        bottom.setTicks([[(math.log10(value), short_number(value)) for value in along]])
        left.setTicks([[(math.log10(value), short_number(value)) for value in above]])
        metrics = QFontMetrics(label_font(self.font()))
        left.setWidth(8 + max(metrics.horizontalAdvance(short_number(value)) for value in (*above, 100)))
        self.cut.mark(math.log10(max(self._kept, 0.5) + 0.5), self._cut_texts())
        self._point(self.plot.pointer)

    def _cut_texts(self) -> list[str]:
        name = self.tr("min. count {count}").format(count=number(self._min_count))
        kept = self.tr("{count} words kept").format(count=number(self._kept))
        return [f"{kept} · {name}", name, number(self._min_count)]

    # -- pointing -----------------------------------------------------------------------------------------------

    def _point(self, x: float | None) -> None:
        """Tell of the word whose rank is nearest to ``x``."""
        shown = x is not None and self._vocabulary is not None
        self._pointed = None
        self.spot.setVisible(shown)
        self.readout.setVisible(shown)
        self.plot.viewport().setCursor(Qt.CursorShape.PointingHandCursor if shown else Qt.CursorShape.ArrowCursor)
        if x is None or self._vocabulary is None:
            return
        words = len(self._vocabulary)
        self._pointed = min(max(round(10 ** min(x, 12.0)), 1), words) - 1
        count = int(self._vocabulary.counts[self._pointed])
        at = QPointF(math.log10(self._pointed + 1), math.log10(count))
        self.spot.setData([at.x()], [at.y()])
        rows = [
            (self.tr("rank"), number(self._pointed + 1)),
            (self.tr("word"), one_line(self._vocabulary.words[self._pointed], _LONGEST)),
            (self.tr("count"), number(count)),
        ]
        place = self.plot.mapFromScene(self.plot.plotItem.vb.mapViewToScene(at))
        self.readout.show_rows(rows, place, self.plot.rect())
        self.plot.setAccessibleDescription(", ".join(f"{name} {value}" for name, value in rows))

    def _choose(self) -> None:
        if self._pointed is not None and self._vocabulary is not None:
            self.word_chosen.emit(self._vocabulary.words[self._pointed])

    # -- its looks ----------------------------------------------------------------------------------------------

    def apply_palette(self, palette: Palette) -> None:
        self.plot.apply_palette(palette)
        self.curve.setPen(pg.mkPen(QColor(palette.context), width=2))
        self.rest.setPen(pg.mkPen(QColor(palette.border_strong), width=2))
        self.law.setPen(pg.mkPen(QColor(palette.muted), width=1, style=Qt.PenStyle.DotLine))
        self.cut.apply_colour(palette.centre)
        self.spot.setPen(pg.mkPen(QColor(palette.card), width=1))
        self.spot.setBrush(pg.mkBrush(QColor(palette.context)))

    def retranslate(self) -> None:
        self.set_title(self.tr("Word frequency"))
        parts = [self.tr("count by rank"), self.tr("log–log")]
        if self._vocabulary is not None and len(self._vocabulary) >= _FEW:
            parts.append(self.tr("dotted: Zipf, 1/rank"))
        self.set_caption(" · ".join(parts))
        self.set_explanation(
            self.tr(
                "How often words occur, the most frequent first; both axes by powers of ten. Words right of the dashed "
                "line occur less often than min. count and are passed over. In most languages the curve is nearly a "
                "straight line: the word of rank r occurs about 1/r times as often as the first (Zipf 1949), as the "
                "dotted line does. A click goes to the word in the vocabulary."
            )
        )
        self.set_empty(self.tr("Open a text: how frequent its words are will be plotted here."))
        self.plot.setAccessibleName(self.tr("Count of words by rank"))
        if self._vocabulary is not None:
            self._label()
