"""One of several values in a form, chosen from a menu: for names that have no room on buttons side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from w2v_gui.gui.widgets.pill_menu import PillMenu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

_FRAME = 36
"""What the frame and the arrow take of its width."""


class DropDown(PillMenu):
    """Shows the value that is chosen; the keys up and down go to the next.

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
        self.setProperty("kind", "drop_down")
        self._values = tuple(values)
        self._value = self._values[0]
        self._labels = {value: value for value in values}
        for value in values:
            self.add_choice(value)
        self.menu_.triggered.connect(self._triggered)

    @property
    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        self._value = value
        self._actions[value].setChecked(True)
        self._write()

    def set_label(self, value: str, short: str, whole: str) -> None:
        """Name a value: as it stands on the button, and as it stands in the menu."""
        self._labels[value] = short
        self._actions[value].setText(whole.replace("&", "&&"))
        self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        place = self._values.index(self._value) + step
        if 0 <= place < len(self._values):
            self._choose(self._values[place])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._write()

    def _triggered(self, action: QAction) -> None:
        self._choose(action.data())

    def _choose(self, value: str) -> None:
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)

    def _write(self) -> None:
        label = self._labels[self._value]
        shown = self.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, max(self.width() - _FRAME, 10))
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleDescription(label)
