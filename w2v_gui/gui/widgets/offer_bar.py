"""A small bar over a view that offers to do something with what is chosen there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from w2v_gui.gui.text import plain_label

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

_GAP, _MARGIN = 5, 5


class OfferBar(QFrame):
    """A button with what can be done, or the reason why it cannot; the keys stay with the view.

    Attributes
    ----------
    accepted : Signal()
    """

    accepted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.setObjectName("popover")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.accepted)
        self.reason = plain_label(kind="muted")
        self.reason.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        row.addWidget(self.button)
        row.addWidget(self.reason)
        self.hide()

    @property
    def text(self) -> str:
        """What is offered, or why nothing is; empty while it is hidden."""
        return "" if self.isHidden() else self.button.text() or self.reason.text()

    def offer(self, text: str, beside: QRect, *, possible: bool) -> None:
        """Offer something below a place, or above it where there is no room."""
        self.button.setText(text.replace("&", "&&") if possible else "")
        self.button.setVisible(possible)
        self.reason.setText("" if possible else text)
        room = self._view.width() - 2 * _GAP - 2 * _MARGIN
        self.reason.setFixedWidth(min(self.reason.fontMetrics().horizontalAdvance(text) + 2, room))
        self.reason.setVisible(not possible)
        self.adjustSize()
        around = self._view.rect()
        x = max(min(beside.left(), around.right() - self.width() - _GAP), around.left() + _GAP)
        y = beside.bottom() + _GAP
        if y + self.height() > around.bottom():
            y = beside.top() - _GAP - self.height()
        self.move(QPoint(x, y))
        self.show()
        self.raise_()
