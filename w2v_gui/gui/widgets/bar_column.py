"""A column of bars in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.row_table import PADDING

if TYPE_CHECKING:
    from w2v_gui.gui.widgets.column_model import Index

LENGTH = Qt.ItemDataRole.UserRole
"""By this role a model says how long a bar is, from 0 to 1."""

_THICK = 6


class BarColumn(QStyledItemDelegate):
    """Draws a bar in every cell, of a length that the model says.

    Parameters
    ----------
    role : str
        The name of its colour in the palette.
    """

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._role = role
        self.apply_palette(LIGHT)

    def apply_palette(self, palette: Palette) -> None:
        self._colour, self._ground = QColor(getattr(palette, self._role)), QColor(palette.chip)
        self._selected = QColor(palette.accent_soft)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._selected)
        length = index.data(LENGTH)
        if length is None:
            return
        area = QRectF(option.rect).adjusted(PADDING, 0, -PADDING, 0)
        bar = QRectF(area.x(), area.center().y() - _THICK / 2, area.width(), _THICK)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(bar, _THICK / 2, _THICK / 2)
        part = min(max(float(length), 0.0), 1.0)
        if part > 0:
            painter.setBrush(self._colour)
            # Never so short that nothing is seen of it.
            bar.setWidth(max(bar.width() * part, 2.0))
            painter.drawRoundedRect(bar, _THICK / 2, _THICK / 2)
        painter.restore()
