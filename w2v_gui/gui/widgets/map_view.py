"""A map of labelled points that one moves over, looks closer at, and points into."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from w2v_gui.gui.widgets.camera import Camera
from w2v_gui.gui.widgets.pointing_view import PointingView
from w2v_gui.gui.widgets.readout import Readout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from w2v_gui.gui.labels import Label
    from w2v_gui.gui.theme import Palette

_REACH = 14
"""How near to a point, in pixels, the mouse points at it."""

_DRAG = 4
_WAYS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS: dict[int, float] = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8}


class MapView(PointingView):
    """Knows what is looked at and pointed at; whoever derives from it says where points and labels are.

    The wheel and + and − zoom, dragging moves, a double click or 0 shows everything again; the arrow keys go from
    point to point, a click or Return chooses one.

    Attributes
    ----------
    chosen : Signal(int)
        The key of a point.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._camera = Camera()
        self._current = -1
        self._pressed: QPointF | None = None
        self._dragging = False
        self._readout = Readout(self)

    # -- what others say --------------------------------------------------------------------------------------

    @property
    def labels(self) -> dict[int, Label]:
        """Where the labels are, by the keys of their points."""
        raise NotImplementedError

    @property
    def places(self) -> dict[int, tuple[float, float]]:
        """Where the points are on the widget, by their keys; those first to which the keyboard goes first."""
        raise NotImplementedError

    def _forget_places(self) -> None:
        """Find all places anew: points have moved, or the picture has."""
        raise NotImplementedError

    def _described(self, key: int) -> list[tuple[str, str]]:
        """Return what is told of a point: names and values."""
        raise NotImplementedError

    def _place(self, key: int) -> tuple[float, float] | None:
        """Return where a point is on the widget; None if it is not on the map."""
        return self.places.get(key)

    def _drag(self, right: float, down: float) -> None:
        """Move by so many pixels."""
        self._camera.pan(right, down)

    # -- what is looked at ------------------------------------------------------------------------------------

    @property
    def current(self) -> int:
        """The key of the point that is pointed at, or -1."""
        return self._current

    @property
    def camera(self) -> Camera:
        return self._camera

    def show_all(self) -> None:
        """Show all points again, however it was zoomed and moved."""
        self._camera.fit()
        self._changed()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def _changed(self) -> None:
        self._forget_places()
        if self._mouse is not None and not self._dragging:
            # The points move under a mouse that does not.
            self._point_at(self._at(self._mouse))
        elif self._current >= 0:
            self._point_at(self._current)
        self.update()

    def _paint_focus(self, painter: QPainter) -> None:
        if self._shows_focus:
            painter.setPen(QColor(self._palette.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)

    # -- pointing, moving, choosing ---------------------------------------------------------------------------

    def _at(self, position: QPointF) -> int:
        """Return the point at a position: that of the label there, or the nearest one within reach; or -1."""
        for key, label in self.labels.items():
            if QRectF(label.x, label.y, label.width, label.height).contains(position):
                return key
        places = self.places
        if not places:
            return -1
        distance = np.hypot(*(np.array(list(places.values())) - (position.x(), position.y())).T)
        nearest = int(distance.argmin())
        return list(places)[nearest] if distance[nearest] <= _REACH else -1

    def _point_at(self, key: int) -> None:
        """Point at a point, or at none if it is not on the map."""
        place = self._place(key) if key >= 0 else None
        self._current = -1 if place is None else key
        if place is None:
            self._readout.hide()
        else:
            self._readout.show_rows(self._described(key), QPointF(*place).toPoint(), self.rect())
        self.setCursor(Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor)
        self.update()

    def _next(self, right: int, down: int) -> int:
        """Return the nearest point that way; the first one if none is pointed at, the same if there is none."""
        places = self.places
        if self._current not in places:
            return next(iter(places), -1)
        offset = np.array(list(places.values())) - places[self._current]
        ahead, aside = offset @ (right, down), np.abs(offset @ (down, right))
        # One that lies more aside than ahead only if there is no other.
        cost = np.where(ahead > 0.5, ahead + 2 * aside + 10 * np.maximum(aside - ahead, 0), np.inf)
        best = int(cost.argmin())
        return list(places)[best] if np.isfinite(cost[best]) else self._current

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        before, self._mouse = self._mouse, event.position()
        if self._pressed is not None and not self._dragging:
            before = self._pressed
            self._dragging = (self._mouse - before).manhattanLength() > _DRAG
        if self._dragging and before is not None:
            self._point_at(-1)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._drag(self._mouse.x() - before.x(), self._mouse.y() - before.y())
            self._changed()
        else:
            self._point_at(self._at(self._mouse))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        dragged, self._dragging, self._pressed = self._dragging, False, None
        self._point_at(self._at(event.position()))
        if not dragged and self._current >= 0:
            self.chosen.emit(self._current)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.show_all()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self._camera.zoom(1.0015**turned, event.position().x(), event.position().y())
            self._changed()
        event.accept()

    def _point_at_nothing(self) -> None:
        self._point_at(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _WAYS:
            self._mouse = None
            self._point_at(self._next(*_WAYS[key]))
        elif key in _ZOOMS:
            self._camera.zoom(_ZOOMS[key], self.width() / 2, self.height() / 2)
            self._changed()
        elif key == Qt.Key.Key_0:
            self.show_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current >= 0:
            self.chosen.emit(self._current)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changed()
