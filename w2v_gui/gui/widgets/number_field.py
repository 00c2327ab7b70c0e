"""A field for one number, written as people write numbers: 100, 0.025, 1e-4."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from w2v_gui.gui.theme import tabular

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class NumberField(QLineEdit):
    """Holds text and says when it changes; whether it is a number that will do is for others to judge.

    The up and down keys go to the next value: whole numbers one by one, others along 1, 2, 5, 10.

    Attributes
    ----------
    edited : Signal(str)
        The text, when the user has changed it by typing or by a key.
    """

    edited = Signal(str)

    def __init__(self, *, whole: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(tabular(self.font()))
        self.setMaxLength(24)
        self.textEdited.connect(self.edited)

    def set_wrong(self, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def set_number(self, value: float) -> None:
        text = written(value)
        if text != self.text():
            self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if direction is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        try:
            value = float(self.text())
        except ValueError:
            return
        if math.isfinite(value):
            self.set_number(value + direction if self._whole else stepped(value, direction))
            self.edited.emit(self.text())


def written(value: float) -> str:
    """Return a number as short as it can be written without loss: 5, 0.025, 1e-05."""
    if isinstance(value, int) or (float(value).is_integer() and abs(value) < 1e15):
        return str(int(value))
    return repr(float(value))


def stepped(value: float, direction: int) -> float:
    """Return the next number of the series … 0.1, 0.2, 0.5, 1, 2, 5 … above or below ``value``."""
    if value <= 0:
        return value
    decade = 10.0 ** math.floor(math.log10(value) + 1e-9)
    series = [decade * m for m in (0.5, 1, 2, 5, 10)]
    if direction > 0:
        return float(f"{next(s for s in series if s > value * (1 + 1e-9)):.3g}")
    return float(f"{next(s for s in reversed(series) if s < value * (1 - 1e-9)):.3g}")
