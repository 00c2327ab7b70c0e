"""Something to look at, or in its place the reason why there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from w2v_gui.gui.text import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable


class Instead(QStackedWidget):
    """Shows its content, or a sentence; the content asks for room only while it is seen.

    Parameters
    ----------
    content : QWidget
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._message: Callable[[], str] = str
        self.sentence = plain_label(kind="empty")
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setContentsMargins(14, 0, 14, 0)
        self.addWidget(self.sentence)
        self.addWidget(content)

    def say(self, message: Callable[[], str]) -> None:
        """Show a sentence, which is asked for again in another language."""
        self._message = message
        self.sentence.setText(message())
        self._bring_up(self.sentence)

    def show_content(self) -> None:
        """Show the content."""
        self._bring_up(self._content)

    def retranslate(self) -> None:
        self.sentence.setText(self._message())

    def minimumSizeHint(self) -> QSize:
        return self.currentWidget().minimumSizeHint().expandedTo(self.currentWidget().minimumSize())

    def _bring_up(self, widget: QWidget) -> None:
        self.setCurrentWidget(widget)
        self.updateGeometry()
