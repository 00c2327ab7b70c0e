"""A line of text for one thing after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QMouseEvent


class FreshLine(QLineEdit):
    """Selects all that stands in it at the first click, which is that of somebody who has something else in mind.

    A second click sets the cursor.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clicked_into = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._clicked_into = event.reason() == Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        clicked_into, self._clicked_into = self._clicked_into, False
        if clicked_into and event.button() == Qt.MouseButton.LeftButton and not self.hasSelectedText():
            self.selectAll()
