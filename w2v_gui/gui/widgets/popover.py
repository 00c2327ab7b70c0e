"""A small window that opens below a button, for what is set seldom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_GAP = 4


class Popover(QFrame):
    """Closes with Escape, and when something else is clicked.

    Parameters
    ----------
    owner : QWidget
        The button that it belongs to.
    content : QWidget
        What stands in it; gets the focus.
    """

    def __init__(self, owner: QWidget, content: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setObjectName("popover")
        # The click that closes it must not open it again.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self._owner = owner
        self.content = content
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(content)

    def open(self) -> None:
        """Show it below its button, as far to the right as the screen allows."""
        self.adjustSize()
        corner = self._owner.mapToGlobal(QPoint(0, self._owner.height() + _GAP))
        screen = self._owner.screen().availableGeometry()
        left = max(min(corner.x(), screen.right() - self.width() - _GAP), screen.left() + _GAP)
        top = corner.y()
        if top + self.height() > screen.bottom():
            top = max(corner.y() - self._owner.height() - self.height() - 2 * _GAP, screen.top())
        self.move(left, top)
        self.show()
        self.content.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            self._owner.setFocus()
        else:
            super().keyPressEvent(event)
