"""A dot beside a setting that is not at its default; pressed, it takes it back there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QAbstractButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

_SIZE = QSize(18, 18)
_RADIUS = 3.0


class ChangedDot(QAbstractButton):
    """Is there or not; its place is kept either way, so that nothing moves when it comes and goes.

    It takes no focus: whoever uses keys empties the field, which does the same.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._there = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(_SIZE)

    @property
    def there(self) -> bool:
        """Whether it is drawn and can be pressed."""
        return self._there

    def set_there(self, there: bool) -> None:
        self._there = there
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)
        self.update()

    def hitButton(self, position: QPoint) -> bool:
        return self._there and super().hitButton(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._there:
            return
        role = QPalette.ColorRole.Highlight if self.isEnabled() else QPalette.ColorRole.Dark
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(role))
        radius = _RADIUS * (1.4 if self.underMouse() and self.isEnabled() else 1.0)
        painter.drawEllipse(QPointF(QRectF(self.rect()).center()), radius, radius)
