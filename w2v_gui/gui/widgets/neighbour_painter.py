"""Drawing one neighbour: mark, word, bar, similarity, count."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPen, QPolygonF

from w2v_gui.gui.text import number, one_line, true_minus
from w2v_gui.gui.theme import tabular
from w2v_gui.gui.widgets.row_motion import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter

    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.widgets.row_motion import Placed

ROW_HEIGHT = 26

MARK_WIDTH = 12
_GAP = 8
_SMALL = 11
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT = _MIDDLE | Qt.AlignmentFlag.AlignLeft
_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignRight
# Counts are the first to go where it is narrow; the tooltip still has them.
_LEAST_WORD = 40
_ENOUGH_WORD = 72
_LEAST_BAR = 32
# Of what is left for word and bar, a word may take so much.
_WORD_SHARE = 0.62


@dataclass(frozen=True)
class Widest:
    """What there must be room for.

    Attributes
    ----------
    word : int
        Width of the widest word, in pixels.
    count : int
        The largest count.
    """

    word: int = 0
    count: int = 0

    def also(self, words: Iterable[tuple[str, int]], font: QFont) -> Widest:
        """Return what there must be room for when these words with their counts are shown too."""
        metrics = QFontMetrics(font)
        word, count = self.word, self.count
        for text, occurs in words:
            word = max(word, metrics.horizontalAdvance(one_line(text, 40)) + 2)
            count = max(count, occurs)
        return Widest(word, count)


@dataclass(frozen=True)
class Columns:
    """How the width is shared; all rows of a list have the same."""

    word: float
    bar: float
    figure: float
    count: float
    font: QFont
    figures: QFont
    small: QFont
    _elided: dict[str, str] = field(default_factory=dict)

    @classmethod
    def fitting(cls, width: int, widest: Widest, font: QFont) -> Columns:
        """Share a width among the columns."""
        figures = tabular(font)
        small = QFont(figures)
        small.setPixelSize(_SMALL)
        figure = QFontMetrics(figures).horizontalAdvance("\u22120.000") + 2
        count = QFontMetrics(small).horizontalAdvance(number(widest.count)) + _GAP
        room = width - MARK_WIDTH - 2 * _GAP - figure - 4
        if room - count < min(widest.word, _ENOUGH_WORD) + _LEAST_BAR:
            count = 0
        room -= count
        word = min(max(widest.word, _LEAST_WORD), _WORD_SHARE * room)
        return cls(word, max(room - word, 0), figure, count, font, figures, small)

    def elided(self, word: str) -> str:
        """Return ``word`` as far as there is room for it."""
        text = self._elided.get(word)
        if text is None:
            if len(self._elided) > 500:
                self._elided.clear()
            metrics = QFontMetrics(self.font)
            text = metrics.elidedText(one_line(word), Qt.TextElideMode.ElideRight, round(self.word))
            self._elided[word] = text
        return text


class NeighbourPainter:
    """Draws the rows of one picture.

    Parameters
    ----------
    painter : QPainter
    palette : Palette
    columns : Columns
    """

    def __init__(self, painter: QPainter, palette: Palette, columns: Columns) -> None:
        self._painter, self._palette, self._columns = painter, palette, columns

    def paint_ground(self, area: QRectF, *, focused: bool) -> None:
        """Draw what lies behind a row under the pointer, or behind the one that keys act on."""
        painter = self._painter
        painter.setPen(QPen(QColor(self._palette.accent), 1) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.hover))
        painter.drawRoundedRect(area.adjusted(0.5, 1, -0.5, -1), 5, 5)

    def paint_waiting(self, rows: int) -> None:
        """Draw empty rows: here something will be."""
        c, painter = self._columns, self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.hover))
        for i in range(rows):
            y = (i + 0.5) * ROW_HEIGHT
            word = QRectF(MARK_WIDTH, y - 4, c.word * (0.55, 0.8, 0.45, 0.65)[i % 4], 8)
            bar = QRectF(MARK_WIDTH + c.word + _GAP, y - 3, c.bar, 6)
            for area in (word, bar):
                painter.drawRoundedRect(area, 3, 3)

    def paint_mark(self, placed: Placed) -> None:
        """Draw what has happened to a row, in front of it."""
        if placed.mark is not None:
            self._painter.setOpacity(placed.strength)
            self._paint_mark(placed.mark, (placed.place + 0.5) * ROW_HEIGHT)
            self._painter.setOpacity(1.0)

    def paint(self, placed: Placed, word: str, similarity: float, count: int) -> None:
        """Draw a row where it is at this moment."""
        c, palette, painter = self._columns, self._palette, self._painter
        top, x = placed.place * ROW_HEIGHT, float(MARK_WIDTH)
        painter.setOpacity(placed.opacity)
        painter.setFont(c.font)
        painter.setPen(QColor(palette.text))
        painter.drawText(QRectF(x, top, c.word, ROW_HEIGHT), _LEFT, c.elided(word))
        x += c.word + _GAP
        self._paint_bar(QRectF(x, top + ROW_HEIGHT / 2 - 3, c.bar, 6), similarity)
        x += c.bar + _GAP
        painter.setFont(c.figures)
        painter.setPen(QColor(palette.text if similarity >= 0 else palette.muted))
        figure = true_minus(f"{similarity:.3f}")
        painter.drawText(QRectF(x, top, c.figure, ROW_HEIGHT), _RIGHT, figure)
        if c.count:
            painter.setFont(c.small)
            painter.setPen(QColor(palette.muted))
            painter.drawText(QRectF(x + c.figure, top, c.count, ROW_HEIGHT), _RIGHT, number(count))
        painter.setOpacity(1.0)

    def _paint_bar(self, area: QRectF, similarity: float) -> None:
        painter, palette = self._painter, self._palette
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.chip))
        painter.drawRoundedRect(area, 3, 3)
        # The scale is from 0 to 1: what points away has no bar, only its figure.
        part = min(max(similarity, 0.0), 1.0)
        if part > 0:
            painter.setBrush(QColor(palette.context))
            painter.drawRoundedRect(QRectF(area.x(), area.y(), max(area.width() * part, 2.0), area.height()), 3, 3)

    def _paint_mark(self, mark: Mark, y: float) -> None:
        painter = self._painter
        colour = QColor(self._palette.muted)
        x = MARK_WIDTH / 2 - 1
        if mark is Mark.NEW:
            painter.setPen(QPen(colour, 1.4))
            painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y))
            painter.drawLine(QPointF(x, y - 3), QPointF(x, y + 3))
            return
        tip = -3 if mark is Mark.UP else 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x, y + tip), QPointF(x - 3.5, y - tip), QPointF(x + 3.5, y - tip)]))
