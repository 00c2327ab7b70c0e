"""A line above something in which one looks for words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from w2v_gui.gui.widgets.elided_label import ElidedLabel
from w2v_gui.gui.widgets.icon_button import CrossButton, IconButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_LONGEST = 200


class SearchLine(QFrame):
    """Hidden until it is opened: an entry, ways back and on, and what has been found; Escape closes it.

    Attributes
    ----------
    entry : QLineEdit
    row : QHBoxLayout
    previous, next : IconButton
    message : ElidedLabel
    closed : Signal()
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = QLineEdit()
        self.entry.setMaxLength(_LONGEST)
        self.entry.setMinimumWidth(90)
        self.previous = IconButton("left")
        self.next = IconButton("folded")
        self.message = ElidedLabel(kind="muted")
        self.close_button = CrossButton()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 4, 8, 2)
        self.row.setSpacing(4)
        self.row.addWidget(self.entry, 2)
        self.row.addWidget(self.previous)
        self.row.addWidget(self.next)
        self.row.addSpacing(6)
        self.row.addWidget(self.message, 3)
        self.row.addWidget(self.close_button)
        self.close_button.clicked.connect(self.close_bar)
        self.hide()

    def open_bar(self) -> None:
        self.show()
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entry.selectAll()

    def close_bar(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""
        self.close_button.set_meaning(self.tr("Close (Esc)"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
