"""A slider over a history, whose wishes take a while to be granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QWheelEvent


class HistorySlider(QSlider):
    """Asks for a position and waits for the answer before it asks for another: of those between, only the last.

    What is let go of is asked for in any case.

    Attributes
    ----------
    asked : Signal(int)
        A position somebody wants to go to.
    """

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._position = 0
        self._awaited: int | None = None
        self._wanted: int | None = None
        self.setRange(0, 0)
        self.valueChanged.connect(self._want)
        self.sliderReleased.connect(self._let_go)

    def show_position(self, position: int, length: int) -> None:
        """Show where in the history one is; it answers what was asked for."""
        self._position = position
        self._awaited = None
        silent = self.blockSignals(True)
        self.setRange(0, length)
        self.setPageStep(max(length // 10, 1))
        if self._wanted is None and not self.isSliderDown():
            self.setValue(position)
        self.blockSignals(silent)
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted != position:
            self._ask(min(wanted, length))

    def _want(self, value: int) -> None:
        if self._awaited is None:
            self._ask(value)
        else:
            self._wanted = value

    def _let_go(self) -> None:
        if self.value() != (self._position if self._awaited is None else self._awaited):
            self._ask(self.value())

    def _ask(self, position: int) -> None:
        self._awaited, self._wanted = position, None
        self.asked.emit(position)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Pressed beside the handle, it comes to the mouse and can be dragged from there.
        if event.button() == Qt.MouseButton.LeftButton and not self._handle_has(event.position().toPoint()):
            self.setSliderDown(True)
            self.setValue(self._value_at(event.position().x()))
            self.setSliderDown(False)
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            # Whoever scrolls the page must not go through the history.
            event.ignore()

    def _handle_has(self, place: QPoint) -> bool:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self._part(option, QStyle.SubControl.SC_SliderHandle).contains(place)

    def _value_at(self, x: float) -> int:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self._part(option, QStyle.SubControl.SC_SliderHandle)
        groove = self._part(option, QStyle.SubControl.SC_SliderGroove)
        way = groove.width() - handle.width()
        at = round(x) - groove.left() - handle.width() // 2
        return QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), at, way)

    def _part(self, option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
        return self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)
