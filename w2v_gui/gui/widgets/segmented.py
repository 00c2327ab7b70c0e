"""A row of buttons of which exactly one is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


class Segmented(QWidget):
    """Chooses one of a few values; the arrow keys move along.

    Parameters
    ----------
    values : sequence of str

    Attributes
    ----------
    chosen : Signal(str)
        Only when the user chooses, not when the program does.
    """

    chosen = Signal(str)

    def __init__(self, values: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for i, value in enumerate(values):
            button = QPushButton(self)
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.setProperty("place", _place(i, len(values)))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(10)
            button.clicked.connect(self._clicked)
            button.installEventFilter(self)
            self._group.addButton(button)
            self._buttons[value] = button
            row.addWidget(button)
        next(iter(self._buttons.values())).setChecked(True)

    @property
    def value(self) -> str:
        return next(value for value, button in self._buttons.items() if button.isChecked())

    def set_value(self, value: str) -> None:
        self._buttons[value].setChecked(True)

    @property
    def buttons(self) -> list[QPushButton]:
        """From left to right."""
        return list(self._buttons.values())

    def button(self, value: str) -> QPushButton:
        return self._buttons[value]

    def set_label(self, value: str, label: str) -> None:
        self._buttons[value].setText(label.replace("&", "&&"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The buttons of a group move on the arrow keys by themselves, but without saying that one was chosen.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            if step is not None:
                values = list(self._buttons)
                at = values.index(self.value) + step
                if 0 <= at < len(values):
                    self._buttons[values[at]].setFocus()
                    self._buttons[values[at]].click()
                return True
        return super().eventFilter(watched, event)

    def _clicked(self) -> None:
        self.chosen.emit(self.value)


def _place(i: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(i, "middle")
