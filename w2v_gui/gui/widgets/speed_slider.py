"""A slider for how fast something goes, in equal steps of its logarithm."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSlider, QWidget

FASTEST = 1e6
"""What the far end stands for: as fast as it goes."""

_TOP = 1000.0
_STEPS = 60
_BEYOND = 4
"""So many places at the end mean as fast as it goes, so that it is easily hit."""


class SpeedSlider(QSlider):
    """From once to 1,000 times a second, and beyond that as fast as it goes.

    Attributes
    ----------
    chosen : Signal(float)
        Times a second.
    """

    chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, _STEPS + _BEYOND)
        self.setPageStep(_STEPS // 6)
        self.valueChanged.connect(lambda: self.chosen.emit(self.speed))

    @property
    def speed(self) -> float:
        """Times a second."""
        if self.value() > _STEPS:
            return FASTEST
        return float(f"{_TOP ** (self.value() / _STEPS):.2g}")

    def set_speed(self, speed: float) -> None:
        """Go to the place that is nearest to a speed."""
        place = _STEPS * math.log(max(speed, 1.0)) / math.log(_TOP)
        self.setValue(round(place) if speed <= _TOP else self.maximum())
