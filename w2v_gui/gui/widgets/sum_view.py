"""A small panel that says, line by line, what a number is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from w2v_gui.gui.network.sums import Kind, Line
from w2v_gui.gui.theme import LIGHT, Palette, tabular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_MARGIN = 10
_GAP = 14
LINE = 17
_AWAY = 12
_WIDEST_NAME = 170

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_LEFT = _MIDDLE | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = _MIDDLE | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def lines_within(height: int) -> int:
    """Return how many lines there is room for."""
    return max((height - 2 * _MARGIN) // LINE, 2)


class SumView(QWidget):
    """Draws names at the left, ways in the middle and values at the right, over its parent; lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._palette = LIGHT
        self._lines: Sequence[Line] = ()
        self._pinned = False
        self._widths = (0, 0, 0)
        self.hide()

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is written."""
        return tuple(self._lines)

    @property
    def text(self) -> str:
        """The same for a screen reader."""
        return "; ".join(" ".join(filter(None, (line.name, line.how, line.value))) for line in self._lines)

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def show_lines(self, lines: Sequence[Line], beside: Sequence[QRect], within: QRect, *, pinned: bool) -> None:
        """Show ``lines`` beside the first of some places where there is room, never out of ``within``."""
        self._lines, self._pinned = lines, pinned
        self._widths = self._measured(within.width())
        size = self._room()
        sides = [x for place in beside for x in (place.right() + _AWAY, place.left() - _AWAY - size.width())]
        most = within.right() + 1 - size.width()
        x = next((x for x in sides if within.left() <= x <= most), max(within.left(), min(sides[-1], most)))
        y = beside[-1].center().y() - size.height() // 2
        y = max(within.top(), min(y, within.bottom() + 1 - size.height()))
        self.setGeometry(QRect(QPoint(x, y), size))
        self.update()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.accent if self._pinned else palette.border_strong), 1))
        painter.setBrush(QColor(palette.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        for row, line in enumerate(self._lines):
            self._paint_line(painter, line, QRect(_MARGIN, _MARGIN + row * LINE, self.width() - 2 * _MARGIN, LINE))

    def _paint_line(self, painter: QPainter, line: Line, area: QRect) -> None:
        palette, metrics = self._palette, QFontMetrics(self._font(line.kind))
        strong = line.kind is not Kind.TERM
        painter.setFont(self._font(line.kind))
        painter.setPen(QColor(palette.text if strong else palette.muted))
        # Where nothing stands in the middle, the name may go on there.
        beside = metrics.horizontalAdvance(line.value) + _GAP
        name = self._widths[0] if line.how else area.width() - beside
        shown = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, name)
        painter.drawText(area, _LEFT, shown)
        painter.setPen(QColor(palette.muted if line.kind is Kind.HEAD else palette.text))
        painter.drawText(area, _RIGHT, line.value)
        painter.setPen(QColor(palette.muted))
        painter.drawText(area.adjusted(self._widths[0] + _GAP, 0, 0, 0), _LEFT, line.how)
        if line.kind is Kind.TOTAL:
            painter.setPen(QPen(QColor(palette.border), 1))
            painter.drawLine(area.topLeft(), area.topRight())

    def _measured(self, most: int) -> tuple[int, int, int]:
        widths = [0, 0, 0]
        head = 0
        for line in self._lines:
            metrics = QFontMetrics(self._font(line.kind))
            texts = (line.name, line.how, line.value)
            if line.kind is Kind.HEAD:
                head = min(metrics.horizontalAdvance(line.name), 260) + _GAP + metrics.horizontalAdvance(line.value)
                continue
            # A pixel more, for the widths are rounded.
            needed = [metrics.horizontalAdvance(text) + 1 for text in texts]
            widths = list(map(max, widths, needed))
        widths[0] = min(widths[0], _WIDEST_NAME)
        missing = head - sum(widths) - 2 * _GAP
        widths[2] += max(missing, 0)
        over = sum(widths) + 2 * (_GAP + _MARGIN) - most
        widths[0] = max(widths[0] - max(over, 0), 30)
        return widths[0], widths[1], widths[2]

    def _room(self) -> QSize:
        return QSize(sum(self._widths) + 2 * (_GAP + _MARGIN), len(self._lines) * LINE + 2 * _MARGIN)

    def _font(self, kind: Kind) -> QFont:
        font = tabular(self.font())
        font.setPixelSize(12)
        if kind is not Kind.TERM:
            font.setWeight(QFont.Weight.DemiBold)
        return font
