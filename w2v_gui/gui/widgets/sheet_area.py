"""A sheet as wide as there is room, and as high as its width makes it; what is too high is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class SheetArea(QScrollArea):
    """Scrolls a column of widgets whose heights follow from their width.

    Qt's own way guesses the width of wrapped text, and settles only some events later.

    Attributes
    ----------
    sheet : QWidget
        What is scrolled.
    column : QVBoxLayout
        For whatever shall stand on the sheet; `fit` is to be called when that has changed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet = QWidget()
        self.column = QVBoxLayout(self.sheet)
        self.column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self.setWidget(self.sheet)

    def fit(self) -> None:
        """Give the sheet the size it needs."""
        room = self.maximumViewportSize()
        width = room.width()
        height = self.column.heightForWidth(width)
        if height > room.height():
            width -= self.verticalScrollBar().sizeHint().width()
            height = self.column.heightForWidth(width)
        self.sheet.resize(width, max(height, room.height()))
        self.column.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
