"""The rows of W as colours: what moves while the model learns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.gui.panels.plots import Plot, nice_ceiling, nice_step, still
from w2v_gui.gui.text import one_line
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.card import Card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from w2v_gui.session.snapshot import Snapshot

ROWS = 30
"""The most rows shown."""

_ROW_HEIGHT = 13
_LABEL_WIDTH = 84


class HeatmapPanel(Card):
    """W of the most frequent words: a row a word, a column a dimension, violet below zero, green above.

    The scale is symmetric and only ever grows, along 1, 2, 5, 10: colours can be compared from frame to frame.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._words: Sequence[str] = ()
        self._values = np.zeros((0, 0), dtype=np.float32)
        self._shown: tuple[int, int] = (0, 0)
        self._level = 0.0
        self.plot = Plot(self)
        self.plot.plotItem.invertY(True)
        self.plot.plotItem.getAxis("left").setStyle(tickLength=0, tickTextOffset=4)
        self.plot.plotItem.getAxis("bottom").setStyle(tickLength=0)
        self.image = pg.ImageItem()
        self.plot.addItem(self.image)
        self.bar = pg.ColorBarItem(values=(-1, 1), width=10, interactive=False)
        self.bar.setImageItem(self.image, insert_in=self.plot.plotItem)
        self.bar.getAxis("right").setWidth(42)
        still(self.bar.getAxis("right"))
        self.plot.scene().sigMouseMoved.connect(self._hover)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(8, 8, 6, 4)
        column.addWidget(self.plot)
        self.show_body(False)
        self.retranslate()

    @property
    def level(self) -> float:
        """The value at both ends of the scale."""
        return self._level

    def begin(self, words: Sequence[str]) -> None:
        """Empty the picture for a run over this vocabulary."""
        self._words = [one_line(word, 40) for word in words[:ROWS]]
        self._values = np.zeros((0, 0), dtype=np.float32)
        self._shown = (0, 0)
        self._level = 0.0
        self.image.clear()
        self.show_body(False)  # until there is something to show: axes without words mean nothing
        self.retranslate()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._values = snapshot.W[:ROWS]
        if self._values.size:
            self.show_body(True)
        self._draw()

    def _draw(self) -> None:
        if not self._values.size:
            return
        room = int(self.plot.plotItem.vb.height()) // _ROW_HEIGHT
        rows = max(1, min(room, self._values.shape[0]))
        values = self._values[:rows]
        self._grow(values)
        self.image.setImage(values, autoLevels=False)
        if (rows, values.shape[1]) != self._shown:
            self._shown = (rows, values.shape[1])
            self.image.setRect(0, 0, values.shape[1], rows)
            self.plot.setRange(xRange=(0, values.shape[1]), yRange=(0, rows), padding=0)
            self._label(rows)
            self.retranslate()

    def _grow(self, values: np.ndarray) -> None:
        level = nice_ceiling(float(np.percentile(np.abs(values), 98)) or 1e-6)
        if level > self._level:
            self._level = level
            self.bar.setLevels((-level, level))
            self.bar.getAxis("right").setTicks([[(-level, f"\u2212{level:g}"), (0, "0"), (level, f"+{level:g}")]])

    def _label(self, rows: int) -> None:
        axis = self.plot.plotItem.getAxis("left")
        metrics = QFontMetrics(axis.style["tickFont"] or self.font())
        labels = [metrics.elidedText(w, Qt.TextElideMode.ElideRight, _LABEL_WIDTH) for w in self._words[:rows]]
        axis.setWidth(max((metrics.horizontalAdvance(label) for label in labels), default=0) + 12)
        axis.setTicks([[(i + 0.5, label) for i, label in enumerate(labels)]])
        columns = self._values.shape[1]
        step = max(1, round(nice_step(columns, 10)))
        numbers = [1, *range(step, columns + 1, step)] if step > 1 else range(1, columns + 1)
        self.plot.plotItem.getAxis("bottom").setTicks([[(n - 0.5, str(n)) for n in numbers]])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def _hover(self, position: QPointF) -> None:
        point = self.plot.plotItem.vb.mapSceneToView(position)
        row, column = int(np.floor(point.y())), int(np.floor(point.x()))
        if 0 <= row < self._shown[0] and 0 <= column < self._shown[1]:
            value = f"{self._values[row, column]:+.4f}".replace("-", "\u2212")
            self.set_caption(
                self.tr("{word} · dimension {number} · {value}").format(
                    word=self._words[row], number=column + 1, value=value
                )
            )
        else:
            self.retranslate()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.plot.apply_palette(palette)
        self.plot.plotItem.getAxis("left").setTextPen(QColor(palette.text))
        self.bar.setColorMap(pg.ColorMap(None, palette.sign_map()))
        axis = self.bar.getAxis("right")
        axis.setPen(pg.mkPen(QColor(palette.border)))
        axis.setTextPen(pg.mkPen(QColor(palette.muted)))
        axis.setTickFont(self.plot.plotItem.getAxis("bottom").style["tickFont"])

    def retranslate(self) -> None:
        self.set_title(self.tr("W · input vectors"))
        self.set_empty(self.tr("Every row of W, the vector of a word, will be a row of colours here."))
        rows, columns = self._shown
        if rows:
            self.set_caption(
                self.tr("{rows} most frequent words × {columns} dimensions").format(rows=rows, columns=columns)
            )
        else:
            self.set_caption("")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
