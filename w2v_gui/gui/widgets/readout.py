"""A small panel of names and values beside the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from w2v_gui.gui.theme import tabular

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPaintEvent

_MARGIN = 8
_GAP = 12
_LINE = 16
_FROM_CURSOR = 10


class _Column(NamedTuple):
    rows: tuple[tuple[str, str], ...]
    width: int


class Readout(QWidget):
    """Draws names at the left and values at the right, over whatever is below; lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._columns: list[_Column] = []
        self.hide()

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """What is written: names and values."""
        return tuple(row for column in self._columns for row in column.rows)

    def show_rows(self, rows: Sequence[tuple[str, str]], beside: QPoint, within: QRect) -> None:
        """Show ``rows`` beside a point: at its right, above it, but never out of ``within``."""
        self._columns = self._arranged(rows, 1)
        if self._room().height() > within.height():
            # In a low plot the rows stand side by side.
            self._columns = self._arranged(rows, 2)
        size = self._room()
        x = beside.x() + _FROM_CURSOR
        if x + size.width() > within.right() + 1:
            x = beside.x() - _FROM_CURSOR - size.width()
        y = beside.y() - _FROM_CURSOR - size.height()
        x = max(within.left(), min(x, within.right() + 1 - size.width()))
        y = max(within.top(), min(y, within.bottom() + 1 - size.height()))
        self.setGeometry(QRect(QPoint(x, y), size))
        self.update()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(QPalette.ColorRole.Dark))
        painter.setBrush(palette.color(QPalette.ColorRole.Light))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(self._figures())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        left = _MARGIN
        for column in self._columns:
            for line, (name, value) in enumerate(column.rows):
                cell = QRect(left, _MARGIN - 2 + line * _LINE, column.width, _LINE)
                painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
                painter.drawText(cell, middle | Qt.AlignmentFlag.AlignLeft, name)
                painter.setPen(palette.color(QPalette.ColorRole.Text))
                painter.drawText(cell, middle | Qt.AlignmentFlag.AlignRight, value)
            left += column.width + _GAP

    def _arranged(self, rows: Sequence[tuple[str, str]], columns: int) -> list[_Column]:
        metrics = QFontMetrics(self._figures())
        lines = -(-len(rows) // columns)
        parts = [tuple(rows[start : start + lines]) for start in range(0, len(rows), lines)]
        return [
            _Column(part, sum(_widest(metrics, texts) for texts in zip(*part, strict=True)) + _GAP) for part in parts
        ]

    def _room(self) -> QSize:
        width = sum(column.width for column in self._columns) + _GAP * (len(self._columns) - 1)
        lines = max(len(column.rows) for column in self._columns)
        return QSize(width + 2 * _MARGIN, lines * _LINE + 2 * _MARGIN - 4)

    def _figures(self) -> QFont:
        font = tabular(self.font())
        font.setPixelSize(12)
        return font


def _widest(metrics: QFontMetrics, texts: Iterable[str]) -> int:
    return max(metrics.horizontalAdvance(text) for text in texts)
