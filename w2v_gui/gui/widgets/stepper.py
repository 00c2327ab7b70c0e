"""One of several things that follow each other: its name, and the way to the one before and the next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from w2v_gui.gui.text import plain_label, set_tooltip
from w2v_gui.gui.widgets.icon_button import IconButton


class Stepper(QWidget):
    """Says which of so many is shown, and asks for another.

    Attributes
    ----------
    asked : Signal(int)
        Another should be shown, counted from 1.
    """

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = 1
        self.before = IconButton("left", self)
        self.label = plain_label(kind="muted", parent=self)
        self.after = IconButton("folded", self)
        self.before.clicked.connect(lambda: self.asked.emit(self._number - 1))
        self.after.clicked.connect(lambda: self.asked.emit(self._number + 1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.before, self.label, self.after):
            row.addWidget(widget)

    def show_number(self, number: int, count: int, text: str) -> None:
        """Show that it is the so-and-so-manieth of so many, in the words of ``text``."""
        self._number = number
        self.label.setText(text)
        self.before.setEnabled(number > 1)
        self.after.setEnabled(number < count)

    def set_meanings(self, before: str, label: str, after: str) -> None:
        """Say what its three parts do and mean."""
        self.before.set_meaning(before)
        set_tooltip(self.label, label)
        self.after.set_meaning(after)
