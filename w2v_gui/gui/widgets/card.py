"""A card: a title, what is shown in it, and room for the thing itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from w2v_gui.gui.text import plain_label
from w2v_gui.gui.widgets.elided_label import ElidedLabel


class Card(QFrame):
    """A framed panel with a header.

    While there is nothing to see, a sentence stands in place of the body and says what will be seen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._header = QFrame(self)
        self._header.setObjectName("cardHeader")
        self._title = plain_label(kind="title")
        self._caption = ElidedLabel(kind="muted", align=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._row = QHBoxLayout(self._header)
        self._row.setContentsMargins(12, 7, 12, 7)
        self._row.setSpacing(12)
        self._row.addWidget(self._title)
        self._row.addWidget(self._caption, 1)
        self._empty = plain_label(kind="empty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(24, 12, 24, 12)
        self.body = QWidget(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.body)
        self._stack.setCurrentWidget(self.body)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addLayout(self._stack, 1)

    def set_title(self, title: str) -> None:
        self._title.setText(title)
        self.setAccessibleName(title)

    def set_caption(self, caption: str) -> None:
        """Say what is shown: what, how many, which unit."""
        self._caption.setText(caption)

    def set_empty(self, text: str) -> None:
        """Set the sentence that stands in place of the body while there is nothing to see."""
        self._empty.setText(text)

    def show_body(self, shown: bool) -> None:
        self._stack.setCurrentWidget(self.body if shown else self._empty)
