"""A small panel of names and values beside the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from w2v_gui.gui.theme import tabular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_MARGIN = 8
_GAP = 12
_LINE = 16
_FROM_CURSOR = 10


class Readout(QWidget):
    """Draws names at the left and values at the right, over whatever is below; lets the mouse through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows: tuple[tuple[str, str], ...] = ()
        self._columns = 1
        self._widths = (0, 0)
        self.hide()

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """What is written: names and values."""
        return self._rows

    def show_rows(self, rows: Sequence[tuple[str, str]], beside: QPoint, within: QRect) -> None:
        """Show ``rows`` beside a point: at its right, above it, but never out of ``within``."""
        self._rows = tuple(rows)
        metrics = QFontMetrics(self._figures())
        self._widths = (
            max(metrics.horizontalAdvance(name) for name, _ in rows),
            max(metrics.horizontalAdvance(value) for _, value in rows),
        )
        # In a low plot the rows stand side by side.
        self._columns = 1 if self._size(1).height() <= within.height() else 2
        size = self._size(self._columns)
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
        lines = -(-len(self._rows) // self._columns)
        names, values = self._widths
        for i, (name, value) in enumerate(self._rows):
            column, line = divmod(i, lines)
            cell = QRect(
                _MARGIN + column * (names + values + 2 * _GAP), _MARGIN - 2 + line * _LINE, names + _GAP + values, _LINE
            )
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(cell, middle | Qt.AlignmentFlag.AlignLeft, name)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(cell, middle | Qt.AlignmentFlag.AlignRight, value)

    def _size(self, columns: int) -> QSize:
        lines = -(-len(self._rows) // columns)
        names, values = self._widths
        width = columns * (names + _GAP + values) + (columns - 1) * _GAP + 2 * _MARGIN
        return QSize(width, lines * _LINE + 2 * _MARGIN - 4)

    def _figures(self) -> QFont:
        font = tabular(self.font())
        font.setPixelSize(12)
        return font
