"""A small cross that takes something away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from w2v_gui.gui.icons import icon
from w2v_gui.gui.theme import LIGHT, Palette

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QPaintEvent

_SIDE = 20
_ICON = 12


class CrossButton(QAbstractButton):
    """For the mouse; by keyboard the thing itself is removed with Delete."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self.setFixedSize(_SIDE, _SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        hovered = self.underMouse()
        with QPainter(self) as painter:
            if hovered:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._palette.chip))
                painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
            colour = self._palette.text if hovered else self._palette.muted
            edge = (_SIDE - _ICON) // 2
            icon("close", colour).paint(painter, edge, edge, _ICON, _ICON)
