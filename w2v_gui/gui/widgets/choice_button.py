"""A wide button with a name and a line that says more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from w2v_gui.gui.text import one_line
from w2v_gui.gui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class ChoiceButton(QPushButton):
    """One of a few things to begin with, one below the other; both lines are plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "choice")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name = ElidedLabel(kind="title")
        self._more = ElidedLabel(kind="muted")
        # A layout in a button does not give it its size: a widget in it does not take its clicks away.
        self._inside = QWidget(self)
        self._inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(1)
        column.addWidget(self._name)
        column.addWidget(self._more)

    def set_texts(self, name: str, more: str) -> None:
        self._name.setText(one_line(name, 80))
        self._more.setText(one_line(more))
        self.setAccessibleName(name)
        self.setAccessibleDescription(more)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(300, self._inside.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._inside.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._inside.setGeometry(self.rect())

    def setEnabled(self, enabled: bool) -> None:
        super().setEnabled(enabled)
        self._inside.setEnabled(enabled)
