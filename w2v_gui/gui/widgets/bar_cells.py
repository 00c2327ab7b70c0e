"""Cells of a table, some of which are bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.row_table import PADDING, Cells, Index

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

BAR = Qt.ItemDataRole.UserRole
"""The role of which part of a bar is filled, from 0 to 1, with its colour; None where there is no bar."""

_HEIGHT = 6


class BarCells(Cells):
    """Draws bars where the model has numbers for them, and text elsewhere."""

    _ground = QColor(LIGHT.chip)

    def apply_palette(self, palette: Palette, font: QFont) -> None:
        super().apply_palette(palette, font)
        self._ground = QColor(palette.chip)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        bar = index.data(BAR)
        if bar is None:
            return
        part, colour = bar
        room = QRectF(option.rect.adjusted(PADDING, 0, -PADDING, 0))
        area = QRectF(room.x(), room.center().y() - _HEIGHT / 2, room.width(), _HEIGHT)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(area, 3, 3)
        if part > 0:
            painter.setBrush(colour)
            area.setWidth(max(area.width() * min(part, 1.0), 2.0))
            painter.drawRoundedRect(area, 3, 3)
        painter.restore()
