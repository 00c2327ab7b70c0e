"""A setting that is on or off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QCheckBox

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SIZE = QSize(34, 20)


class Switch(QCheckBox):
    """A check box drawn as a switch, in the colours of the palette."""

    def sizeHint(self) -> QSize:
        return _SIZE

    def minimumSizeHint(self) -> QSize:
        return _SIZE

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else 0.5)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(palette.color(QPalette.ColorRole.Text) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight if on else QPalette.ColorRole.Dark))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        knob = area.height() - 6
        left = area.right() - knob - 3 if on else area.left() + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.HighlightedText if on else QPalette.ColorRole.Base))
        painter.drawEllipse(QRectF(left, area.top() + 3, knob, knob))
