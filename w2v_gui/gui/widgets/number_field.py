"""A field for one number, written as people write numbers: 100, 0.025, 1e-4."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from w2v_gui.gui.theme import tabular

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QWheelEvent

_NOTCH = 120
"""What a mouse wheel turns from one notch to the next, in Qt's eighths of a degree."""

_SMALLEST = 1e-6
"""Where a series that grows like 1, 2, 5, 10 begins above zero."""


class NumberField(QLineEdit):
    """Holds text and says when it changes; whether it is a number that will do is for others to judge.

    The up and down keys go to the next value worth trying, and so does the wheel while the field has the focus.

    Parameters
    ----------
    whole : bool
    minimum, maximum : float
        Where keys and wheel stop.
    step : float or None
        How far they go; None for values that grow like 1, 2, 5, 10.

    Attributes
    ----------
    edited : Signal(str)
        The text, when the user has changed it by typing, by a key or by the wheel.
    settled : Signal()
        The user is done with it for now: has pressed Enter or left it, or gone a step.
    """

    edited = Signal(str)
    settled = Signal()

    def __init__(
        self,
        *,
        whole: bool,
        minimum: float = -math.inf,
        maximum: float = math.inf,
        step: float | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._whole = whole
        self._limits = minimum, maximum
        self._step = step
        self._turned = 0
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(tabular(self.font()))
        self.setMaxLength(24)
        self.textEdited.connect(self.edited)
        self.editingFinished.connect(self.settled)

    def set_wrong(self, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def show_value(self, value: float | str) -> None:
        """Show a number, or text that is none; what says the same already stays as it was typed."""
        if self.text() != value and parsed(self.text()) != value:
            self.setText(value if isinstance(value, str) else written(value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if direction is None or self.isReadOnly():
            super().keyPressEvent(event)
        else:
            self._go(direction)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.hasFocus() or self.isReadOnly():
            # Whoever scrolls the form must not change what the pointer happens to pass.
            event.ignore()
            return
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        for _ in range(abs(notches)):
            self._go(1 if notches > 0 else -1)
        event.accept()

    def _go(self, direction: int) -> None:
        value = parsed(self.text() or self.placeholderText())
        if isinstance(value, str) or not math.isfinite(value):
            return
        low, high = self._limits
        self.show_value(min(max(self._next(value, direction), low), high))
        self.edited.emit(self.text())
        self.settled.emit()

    def _next(self, value: float, direction: int) -> float:
        if self._step is not None:
            return stepped_evenly(value, direction, self._step)
        return stepped_whole(value, direction) if self._whole else stepped(value, direction)


def written(value: float) -> str:
    """Return a number as short as it can be written without loss: 5, 0.025, 1e-5."""
    if isinstance(value, int) or (float(value).is_integer() and abs(value) < 1e15):
        return str(int(value))
    return repr(float(value)).replace("e-0", "e-")


def parsed(text: str) -> float | str:
    """Return typed text as a number where it is one, with marks between the thousands or without; or as it is."""
    text = text.strip()
    first, *thousands = text.split(",")
    if thousands and first.isdigit() and not first.startswith("0") and all(_is_group(group) for group in thousands):
        text = text.replace(",", "")
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def _is_group(text: str) -> bool:
    return len(text) == 3 and text.isdigit()


def stepped(value: float, direction: int) -> float:
    """Return the next number of the series … 0.1, 0.2, 0.5, 1, 2, 5 … above or below ``value``."""
    if value < 0 or (value == 0 and direction < 0):
        return value
    if value < _SMALLEST or (value == _SMALLEST and direction < 0):
        return _SMALLEST if direction > 0 else 0.0
    decade = 10.0 ** math.floor(math.log10(value) + 1e-9)
    series = [decade * m for m in (0.5, 1, 2, 5, 10)]
    if direction > 0:
        return float(f"{next(s for s in series if s > value * (1 + 1e-9)):.3g}")
    return float(f"{next(s for s in reversed(series) if s < value * (1 - 1e-9)):.3g}")


def stepped_whole(value: float, direction: int) -> int:
    """Return the next whole number worth trying: one by one below 20, by fives below 100, by fifties below 1000 …."""
    whole = math.floor(value) if direction > 0 else math.ceil(value)
    size = max(whole, 0) if direction > 0 else max(whole - 1, 0)  # a step down from 100 is one of those below
    step = 1 if size < 20 else 5 * 10 ** (math.floor(math.log10(size)) - 1)
    return (whole // step + 1) * step if direction > 0 else -(-whole // step + 1) * step


def stepped_evenly(value: float, direction: int, step: float) -> float:
    """Return the next multiple of ``step`` above or below ``value``."""
    at = value / step
    return (math.floor(at + 1e-9) + 1) * step if direction > 0 else (math.ceil(at - 1e-9) - 1) * step
