"""A part of a form that can be folded away."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from w2v_gui.gui.icons import icon
from w2v_gui.gui.text import plain_label


class Fold(QWidget):
    """A heading that one presses, and a body that it shows or hides; folded at first, a few words stand for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = QPushButton(self)
        self.heading.setProperty("kind", "fold")
        self.heading.setCheckable(True)
        self.heading.setIconSize(QSize(11, 11))
        self.body = QWidget(self)
        self.body.hide()
        self.summary = plain_label(kind="muted", parent=self)
        # A line that is too long should not make the form wider.
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._colour = "#888888"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.heading)
        column.addWidget(self.summary)
        column.addWidget(self.body)
        self.heading.toggled.connect(self._toggled)
        self._draw()

    def set_title(self, title: str) -> None:
        self.heading.setText(title)

    def set_summary(self, text: str) -> None:
        """Set what stands below the heading while the body is folded away."""
        self.summary.setText(text)
        self._show_summary()

    def set_colour(self, colour: str) -> None:
        self._colour = colour
        self._draw()

    def _toggled(self, open_: bool) -> None:
        self.body.setVisible(open_)
        self._show_summary()
        self._draw()

    def _show_summary(self) -> None:
        self.summary.setVisible(bool(self.summary.text()) and not self.heading.isChecked())

    def _draw(self) -> None:
        self.heading.setIcon(icon("unfolded" if self.heading.isChecked() else "folded", self._colour))
