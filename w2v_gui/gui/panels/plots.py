"""What the plots have in common: their look, how their axes keep still, and how one looks closer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QGraphicsItem, QWidget

from w2v_gui.gui.theme import Palette, tabular

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent

pg.setConfigOptions(antialias=True, imageAxisOrder="row-major")

Range = tuple[float, float]

LABEL_SIZE = 11
"""Height in pixels of what is written along an axis."""

# How much closer one can look: the history has about 4,000 points, and a handful should be in sight.
_CLOSEST = 1 / 1000
_NOTCH = 120
_PER_NOTCH = 0.8


class Axis(pg.AxisItem):  # type: ignore[misc]
    """An axis that keeps its first and last label: with a grid, pyqtgraph thinks that they do not fit."""

    def boundingRect(self) -> QRectF:
        rect: QRectF = super().boundingRect()
        slack = 3 * LABEL_SIZE
        around = (-slack, 0, slack, 0) if self.orientation == "bottom" else (0, -slack, 0, slack)
        plot = self.parentItem()
        # Of what reaches beyond the view, Qt keeps no faithful picture: labels would stand at their old place too.
        return rect.adjusted(*around) & self.mapRectFromParent(plot.boundingRect()) if plot is not None else rect


class Plot(pg.PlotWidget):  # type: ignore[misc]
    """A plot that looks as the theme says and leaves the wheel to the page, and the menu to the card."""

    def __init__(self, parent: QWidget | None = None, **axes: pg.AxisItem) -> None:
        axes = {"left": Axis("left"), "bottom": Axis("bottom"), **axes}
        super().__init__(parent, background=None, enableMenu=False, axisItems=axes)
        _leave_unstyled(self.plotItem.ctrlMenu)
        self.plotItem.hideButtons()
        self.plotItem.setMouseEnabled(x=False, y=False)
        self.viewport().setAutoFillBackground(False)
        for axis in ("left", "bottom"):
            still(self.plotItem.getAxis(axis))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    def show_grid(self) -> None:
        """Draw the ticks of both axes across the plot."""
        for name in ("left", "bottom"):
            axis = self.plotItem.getAxis(name)
            axis.setGrid(255)
            # Else the lines grow paler the smaller the plot is.
            axis.setStyle(tickAlpha=255)

    def apply_palette(self, palette: Palette) -> None:
        font = label_font(self.font())
        for name in ("left", "bottom"):
            axis = self.plotItem.getAxis(name)
            axis.setPen(pg.mkPen(QColor(palette.border)))
            axis.setTextPen(pg.mkPen(QColor(palette.muted)))
            axis.setTickPen(pg.mkPen(QColor(palette.grid)))
            axis.setTickFont(font)
            # The grid belongs behind the curves.
            axis.setZValue(-1)


class PointerPlot(Plot):
    """A plot in which one points at an x: with the mouse, or with the arrows, Home and End.

    Attributes
    ----------
    pointed : Signal(object)
        The x that is pointed at, or None.
    resized : Signal()
        There is another amount of room for the curves.
    """

    pointed = Signal(object)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None, **axes: pg.AxisItem) -> None:
        super().__init__(parent, **axes)
        self._home_x: Range = (0.0, 1.0)
        self._home_y: Range = (0.0, 1.0)
        self._mouse: QPointF | None = None
        self._pointer: float | None = None
        self.plotItem.vb.sigResized.connect(lambda: self.resized.emit())

    @property
    def x_range(self) -> Range:
        """What is shown along x."""
        return self._home_x

    @property
    def y_range(self) -> Range:
        """What is shown along y."""
        return self._home_y

    @property
    def pointer(self) -> float | None:
        """The x that is pointed at."""
        return self._pointer

    @property
    def area(self) -> QRect:
        """Where the curves are, in pixels of the widget: within the axes."""
        area: QRect = self.mapFromScene(self.plotItem.vb.sceneBoundingRect()).boundingRect()
        return area

    def set_home(self, x: Range, y: Range) -> bool:
        """Set what is shown as the whole; returns whether that is another than before."""
        if (x, y) == (self._home_x, self._home_y):
            return False
        self._home_x, self._home_y = x, y
        self._apply()
        return True

    def _apply(self) -> None:
        self.plotItem.vb.setRange(xRange=self.x_range, yRange=self.y_range, padding=0)
        if self._mouse is not None:
            self._point_with(self._mouse)

    def _point(self, x: float | None) -> None:
        self._pointer = x
        self.pointed.emit(x)

    def _point_with(self, mouse: QPointF) -> None:
        self._point(self._value_at(mouse).x() if self.area.contains(mouse.toPoint()) else None)

    def _value_at(self, position: QPointF) -> QPointF:
        value: QPointF = self.plotItem.vb.mapSceneToView(self.mapToScene(position.toPoint()))
        return value

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        self._point_with(self._mouse)

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse = None
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._keys().get(Qt.Key(event.key()))
        if action is None:
            event.ignore()
        else:
            self._mouse = None
            action()

    def _keys(self) -> dict[Qt.Key, Callable[[], None]]:
        step = (self.x_range[1] - self.x_range[0]) / 100
        return {
            Qt.Key.Key_Left: lambda: self._walk(self._at - step),
            Qt.Key.Key_Right: lambda: self._walk(self._at + step),
            Qt.Key.Key_Home: lambda: self._walk(self._home_x[0]),
            Qt.Key.Key_End: lambda: self._walk(self._home_x[1]),
        }

    @property
    def _at(self) -> float:
        return self._pointer if self._pointer is not None else sum(self.x_range) / 2

    def _walk(self, x: float) -> None:
        self._point(min(max(x, self._home_x[0]), self._home_x[1]))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._point(self.x_range[1])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._mouse is None:
            self._point(None)


class ZoomPlot(PointerPlot):
    """A plot that one can look into.

    The wheel zooms along x around the cursor, and along y over the left axis; dragging moves; a double click shows
    all again. From the keyboard: plus, minus, and 0 for all. While the whole is shown, turning the wheel away from it
    is left to the page.

    Attributes
    ----------
    zoomed : Signal(bool)
        Whether a part is shown now.
    ranged : Signal()
        Another part is shown.
    """

    zoomed = Signal(bool)
    ranged = Signal()

    def __init__(self, parent: QWidget | None = None, **axes: pg.AxisItem) -> None:
        super().__init__(parent, **axes)
        self._near_x: Range | None = None
        self._near_y: Range | None = None
        self._dragged: QPointF | None = None

    @property
    def is_zoomed(self) -> bool:
        return self._near_x is not None or self._near_y is not None

    @property
    def x_range(self) -> Range:
        return self._near_x or self._home_x

    @property
    def y_range(self) -> Range:
        return self._near_y or self._home_y

    def show_all(self) -> None:
        """Show the whole again."""
        self._show(None, None)

    def zoom(self, factor: float, centre: float) -> None:
        """Show ``factor`` times as much along x; what is at ``centre`` stays where it is."""
        self._show(_scaled(self.x_range, self._home_x, factor, centre), self._near_y)

    def _show(self, x: Range | None, y: Range | None) -> None:
        before = self.is_zoomed
        self._near_x, self._near_y = x, y
        self._apply()
        if self.is_zoomed is not before:
            self._set_cursor()
            self.zoomed.emit(self.is_zoomed)

    def _apply(self) -> None:
        # What the whole is may have changed: a part of it stays as it is, as long as it is one.
        self._near_x = _part(self._near_x, self._home_x)
        self._near_y = _part(self._near_y, self._home_y)
        super()._apply()
        self.ranged.emit()

    def _set_cursor(self) -> None:
        shape = Qt.CursorShape.ClosedHandCursor if self._dragged is not None else Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape if self.is_zoomed else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = event.angleDelta()
        factor = _PER_NOTCH ** (turn.y() / _NOTCH)
        value = self._value_at(event.position())
        if abs(turn.x()) > abs(turn.y()):
            event.setAccepted(self._near_x is not None)
            by = -0.1 * turn.x() / _NOTCH * (self.x_range[1] - self.x_range[0])
            self._show(_moved(self._near_x, by), self._near_y)
        elif event.position().x() < self.area.left():
            event.setAccepted(factor < 1 or self._near_y is not None)
            self._show(self._near_x, _scaled(self.y_range, self._home_y, factor, value.y()))
        else:
            event.setAccepted(factor < 1 or self._near_x is not None)
            self.zoom(factor, value.x())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = event.position()
            self._set_cursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None and self.is_zoomed:
            moved = self._value_at(self._dragged) - self._value_at(event.position())
            self._dragged = self._mouse = event.position()
            self._show(_moved(self._near_x, moved.x()), _moved(self._near_y, moved.y()))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = None
        self._set_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._dragged = None
        self.show_all()

    def _keys(self) -> dict[Qt.Key, Callable[[], None]]:
        return {
            **super()._keys(),
            Qt.Key.Key_Plus: lambda: self.zoom(_PER_NOTCH, self._at),
            Qt.Key.Key_Equal: lambda: self.zoom(_PER_NOTCH, self._at),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / _PER_NOTCH, self._at),
            Qt.Key.Key_0: self.show_all,
        }

    def _walk(self, x: float) -> None:
        low, high = self.x_range
        beyond = min(x - low, 0.0) + max(x - high, 0.0)
        if beyond:
            self._show(_moved(self._near_x, beyond), self._near_y)
        super()._walk(x)


def _part(part: Range | None, whole: Range) -> Range | None:
    """Return ``part`` moved so that nothing beyond the whole is shown; None if it is all of it."""
    if part is None or part[1] - part[0] >= (whole[1] - whole[0]) * (1 - 1e-6):
        return None
    length = part[1] - part[0]
    low = min(max(part[0], whole[0]), whole[1] - length)
    return (low, low + length)


def _moved(part: Range | None, by: float) -> Range | None:
    return None if part is None else (part[0] + by, part[1] + by)


def _scaled(part: Range, whole: Range, factor: float, centre: float) -> Range:
    length = part[1] - part[0]
    factor = max(factor, _CLOSEST * (whole[1] - whole[0]) / length)
    return (centre - (centre - part[0]) * factor, centre + (part[1] - centre) * factor)


# -- how axes are written ---------------------------------------------------------------------------------------


def still(item: QGraphicsItem) -> None:
    """Keep the picture of an item that seldom changes, instead of drawing its text anew in every frame."""
    item.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)


def _leave_unstyled(menu: QWidget) -> None:
    """Spare a menu that is never opened its style, which would be put on it again with every change of theme."""
    for widget in (menu, *menu.findChildren(QWidget)):
        QCoreApplication.removePostedEvents(widget, QEvent.Type.PolishRequest.value)


def label_font(font: QFont) -> QFont:
    """Return the font of what is written along an axis."""
    font = tabular(font)
    font.setPixelSize(LABEL_SIZE)
    return font
