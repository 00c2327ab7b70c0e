"""What the colours of a map stand for, in a corner of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.atlas_colours import GroupKey, ScaleKey

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

_MARGIN, _GAP, _LINE = 8, 8, 18
_BAR = QSize(96, 8)
_DOT = 9
_LONGEST = 90


class AtlasLegend(QWidget):
    """Shows a scale with its ends, or groups with words of each; a group can be clicked.

    Attributes
    ----------
    group_chosen : Signal(int)
    """

    group_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._key: ScaleKey | GroupKey | None = None
        self._cells: list[QRect] = []
        self.hide()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def show_key(self, key: ScaleKey | GroupKey | None) -> None:
        """Say what the colours stand for, or nothing."""
        self._key = key
        self.setVisible(key is not None)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not isinstance(key, GroupKey))
        self.setCursor(Qt.CursorShape.PointingHandCursor if isinstance(key, GroupKey) else Qt.CursorShape.ArrowCursor)
        if isinstance(key, GroupKey):
            self.setAccessibleName(", ".join([key.title, *(text for _, text in key.groups)]))
        elif key is not None:
            self.setAccessibleName(f"{key.title}: {key.low} – {key.high}")

    def fit(self, width: int) -> None:
        """Take as much room as is needed, and no more than so many pixels across."""
        metrics = QFontMetrics(self._font())
        if isinstance(self._key, GroupKey):
            self._cells = _flowed([metrics.horizontalAdvance(text) for text in self._texts()], width)
            across = max((cell.right() for cell in self._cells), default=0) + _MARGIN
            self.resize(across, max((cell.bottom() for cell in self._cells), default=0) + _MARGIN - 3)
        elif self._key is not None:
            ends = metrics.horizontalAdvance(self._key.low) + metrics.horizontalAdvance(self._key.high)
            title = metrics.horizontalAdvance(self._key.title)
            self.resize(min(2 * _MARGIN + title + ends + _BAR.width() + 3 * _GAP, width), _LINE + 6)

    def _texts(self) -> list[str]:
        metrics = QFontMetrics(self._font())
        groups = self._key.groups if isinstance(self._key, GroupKey) else ()
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, _LONGEST) for _, text in groups]

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(11)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._palette.border), 1))
        ground = QColor(self._palette.card)
        ground.setAlphaF(0.9)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setFont(self._font())
        if isinstance(self._key, GroupKey):
            self._paint_groups(painter, self._key)
        elif self._key is not None:
            self._paint_scale(painter, self._key)

    def _paint_groups(self, painter: QPainter, key: GroupKey) -> None:
        for cell, (colour, _), text in zip(self._cells, key.groups, self._texts(), strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QRectF(cell.left(), cell.center().y() - _DOT / 2 + 0.5, _DOT, _DOT))
            painter.setPen(QColor(self._palette.text))
            painter.drawText(cell.adjusted(_DOT + 4, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_scale(self, painter: QPainter, key: ScaleKey) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        metrics = painter.fontMetrics()
        row = self.rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
        for text, colour in ((key.title, self._palette.muted), (key.low, self._palette.text)):
            painter.setPen(QColor(colour))
            painter.drawText(row, middle, text)
            row.setLeft(row.left() + metrics.horizontalAdvance(text) + _GAP)
        bar = QRect(row.left(), row.center().y() - _BAR.height() // 2 + 1, _BAR.width(), _BAR.height())
        table = key.table.copy()
        image = QImage(table.data, len(table), 1, 3 * len(table), QImage.Format.Format_RGB888)
        painter.drawImage(bar, image)
        painter.drawText(row.adjusted(_BAR.width() + _GAP, 0, 0, 0), middle, key.high)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for group, cell in enumerate(self._cells):
            if cell.contains(event.position().toPoint()):
                self.group_chosen.emit(group)


def _flowed(widths: list[int], room: int) -> list[QRect]:
    """Return where pieces of these widths go, in as many lines as they need."""
    cells: list[QRect] = []
    x, y = _MARGIN, 4
    for width in widths:
        whole = width + _DOT + 6
        if cells and x + whole + _MARGIN > room:
            x, y = _MARGIN, y + _LINE
        cells.append(QRect(x, y, whole, _LINE))
        x += whole + _GAP
    return cells
