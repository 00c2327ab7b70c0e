"""A line in the window that says what went wrong or what to know, instead of a box in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from w2v_gui.gui.text import plain_label, set_tooltip

if TYPE_CHECKING:
    from collections.abc import Callable


class MessageBar(QFrame):
    """Shows one message until it is closed or another takes its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._label = plain_label()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sentence: Callable[[], str] = str
        self._details = ""
        self._copy = QPushButton(self)
        self._copy.setProperty("kind", "flat")
        self._copy.clicked.connect(self._copy_details)
        # A sign that every font has: the bar may be about fonts.
        self._close = QPushButton("×", self)
        self._close.setProperty("kind", "flat")
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6, 5)
        row.addWidget(self._label, 1)
        row.addWidget(self._copy)
        row.addWidget(self._close)
        self.retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """What is being said; empty when nothing is."""
        return "" if self.isHidden() else self._label.text()

    def say(self, sentence: Callable[[], str], kind: str = "info", details: str = "") -> None:
        """Show a sentence, now and in whatever language comes to be chosen.

        Parameters
        ----------
        sentence : callable
            Returns it in the language of the window.
        kind : str
            "info", "notice" or "error".
        details : str
            What can be copied.
        """
        self._sentence = sentence
        self._details = details
        self._copy.setVisible(bool(details))
        self.setProperty("kind", kind)
        for widget in (self, self._label):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.updateGeometry()  # another kind may have a border
        self._write()
        self.show()

    @property
    def sentence(self) -> Callable[[], str]:
        """What returns the sentence that was said last: it tells whether that is still the one of who said it."""
        return self._sentence

    def _write(self) -> None:
        text = self._sentence()
        self._label.setText(text)
        self.setAccessibleName(text)

    def retranslate(self) -> None:
        self._write()
        self._copy.setText(self.tr("Copy details"))
        self._close.setAccessibleName(self.tr("Close"))
        set_tooltip(self._close, self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
