"""Where a text can be dropped: seen from afar, and pressed by those who would rather choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QPaintEvent

_HEIGHT = 54
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)


class DropZone(QAbstractButton):
    """A broken line around a sentence. What is dropped is taken by the window, which takes it anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(" ".join(text.split()))

    def sizeHint(self) -> QSize:
        return QSize(260, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        eager = self.isEnabled() and (self.underMouse() or self.hasFocus())
        edge = palette.color(QPalette.ColorRole.Highlight if eager else QPalette.ColorRole.Dark)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(edge, 2 if self.hasFocus() else 1)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(
                palette.color(QPalette.ColorRole.AlternateBase) if self.isDown() else Qt.BrushStyle.NoBrush
            )
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
            role = QPalette.ColorRole.Text if eager else QPalette.ColorRole.PlaceholderText
            painter.setPen(palette.color(role))
            painter.drawText(self.rect().adjusted(8, 4, -8, -4), _WRAPPED, self.text())
