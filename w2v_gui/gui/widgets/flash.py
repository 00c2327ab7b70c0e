"""A patch of colour that fades: here is what was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from w2v_gui.gui.theme import Palette

_MS = 900
_STRONGEST = 0.3


class Flash(QVariantAnimation):
    """Draws the eye to a part of a widget, which paints it with `paint`.

    Parameters
    ----------
    widget : QWidget
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, startValue=_STRONGEST, endValue=0.0, duration=_MS)
        self._widget = widget
        self._area = widget.rect()
        self.valueChanged.connect(self._update)

    @property
    def running(self) -> bool:
        return self.state() == QVariantAnimation.State.Running

    def begin(self, area: QRect) -> None:
        """Flash a part of the widget, from the beginning."""
        self._area = area
        self.stop()
        self.start()

    def paint(self, painter: QPainter, palette: Palette) -> None:
        """Paint the patch, if there is one at this moment."""
        if not self.running:
            return
        colour = QColor(palette.accent)
        colour.setAlphaF(self.currentValue())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(self._area), 5, 5)
        painter.restore()

    def _update(self) -> None:
        self._widget.update(self._area)
