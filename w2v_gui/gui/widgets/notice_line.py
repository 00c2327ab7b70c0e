"""A sentence at the edge of a card, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy, QWidget

from w2v_gui.gui.text import plain_label
from w2v_gui.gui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from collections.abc import Callable


class NoticeLine(QFrame):
    """Is there while it has something to say; the sentence follows the language of the window.

    Attributes
    ----------
    pressed : Signal()
        What it offers to do is wanted.
    closed : Signal()
    """

    pressed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._write: Callable[[], tuple[str, str]] = lambda: ("", "")
        self._label = plain_label()
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.action = QPushButton(self)
        self.action.setProperty("kind", "pill")
        self.action.clicked.connect(self.pressed)
        self.close_ = IconButton("close", self)
        self.close_.clicked.connect(self.hide)
        self.close_.clicked.connect(self.closed)
        grid = QGridLayout(self)
        grid.setContentsMargins(9, 5, 4, 6)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self.close_, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.action, 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        self.retranslate()

    @property
    def text(self) -> str:
        """What is being said; empty when nothing is."""
        return "" if self.isHidden() else self._label.text()

    def say(self, write: Callable[[], tuple[str, str]], kind: str = "info") -> None:
        """Show a sentence.

        Parameters
        ----------
        write : callable
            Returns the sentence, and the words for what can be done, which may be none.
        kind : str
            "info", "notice" or "error".
        """
        self._write = write
        self.setProperty("kind", kind)
        for widget in (self, self._label):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        text, action = self._write()
        self._label.setText(text)
        self.setAccessibleName(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.close_.set_meaning(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
