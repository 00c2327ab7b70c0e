"""One of a few answers, with a text that may take several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent

_LEFT, _RIGHT, _UP = 36, 12, 8
_RING = 7.5
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class OptionButton(QAbstractButton):
    """Drawn as a ring and a text, which is taken literally; several in a group exclude each other.

    The keys up and down go from one to the next. Left and right are left to whoever is around it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        font = self.font()
        font.setPixelSize(14)
        self.setFont(font)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - _LEFT - _RIGHT, 20), 10_000)
        return QFontMetrics(self.font()).boundingRect(room, _WRAPPED, self._literal).height() + 2 * _UP

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 2 * _UP + QFontMetrics(self.font()).height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = palette.color(QPalette.ColorRole.Highlight)
        edge = accent if self._eager else palette.color(QPalette.ColorRole.Dark)
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        ring = accent if self.isChecked() else palette.color(QPalette.ColorRole.Dark)
        centre = QPointF(18, self.height() / 2)
        painter.setPen(QPen(ring, 1.5))
        painter.drawEllipse(centre, _RING, _RING)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(centre, _RING - 3.5, _RING - 3.5)
        away = not self.isEnabled() and not self.isChecked()
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText if away else QPalette.ColorRole.WindowText))
        if self.isChecked():
            painter.setPen(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.WindowText))
        painter.drawText(self.rect().adjusted(_LEFT, _UP, -_RIGHT, -_UP), _WRAPPED, self._literal)

    @property
    def _eager(self) -> bool:
        return self.isEnabled() and (self.hasFocus() or self.underMouse() or self.isChecked())

    @property
    def _literal(self) -> str:
        return self.text().replace("&&", "&")
