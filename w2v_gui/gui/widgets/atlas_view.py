"""A map of very many words that one moves over, turns, looks closer at, and gathers words from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter

from w2v_gui.gui.widgets.atlas_gathering import Gathering, enclosed
from w2v_gui.gui.widgets.atlas_labels import AtlasLabels, free_side, tried_of
from w2v_gui.gui.widgets.atlas_painting import (
    PLAIN_LOOK,
    Look,
    paint_gathering,
    paint_labels,
    paint_links,
    paint_marks,
)
from w2v_gui.gui.widgets.atlas_picture import PointsPicture
from w2v_gui.gui.widgets.atlas_points import AtlasPoints
from w2v_gui.gui.widgets.map_view import MapView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from w2v_gui.gui.labels import Label

_REST_MS = 60
"""The mouse rests so long on a point before its neighbours are asked for."""

_TURN_MS, _GLIDE_MS = 30, 40
_CURSORS = {"move": Qt.CursorShape.ArrowCursor} | dict.fromkeys(("box", "lasso"), Qt.CursorShape.CrossCursor)


class AtlasView(MapView):
    """Draws points, and names as many as there is room for.

    Points are known by the rows of their words. Dragging moves a map of two dimensions and turns one of three; with
    Shift it draws a box around points, or moves what dragging alone turns; with Alt it draws a line around them. What
    dragging does without a key is the view's ``mode``. A click keeps a point in view, a double click or Return
    chooses it, Escape lets go of what was gathered.

    Attributes
    ----------
    mode : {"move", "box", "lasso"}
    patient : bool
        Whether a picture should be complete, however long that takes; else very many points come in several frames.
    rested : Signal(int)
        The row of a word on which the mouse has come to rest, or at which keys point.
    gathered : Signal(object)
        Rows of words within a box or a line: an array, empty to let go of them.
    paused : Signal()
        The space bar: stop moving, or go on.
    resized : Signal()
    """

    rested = Signal(int)
    gathered = Signal(object)
    paused = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = "move"
        self.patient = False
        self.covered: Callable[[], Sequence[tuple[int, int, int, int]]] = tuple
        self._describe: Callable[[int], list[tuple[str, str]]] = lambda row: []
        self._points = AtlasPoints(self._camera)
        self._look = PLAIN_LOOK
        self._asked: tuple[int, ...] = ()
        self._near: tuple[int, ...] = ()
        self._meant: NDArray[np.bool_] | None = None
        self._kept = -1
        self._links: tuple[int, tuple[int, ...]] = (-1, ())
        self._labelling = AtlasLabels((), self.font())
        self._labels: dict[int, Label] | None = None
        self._picture = PointsPicture()
        self._gathering: Gathering | None = None
        self._moved_by: Qt.MouseButton | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._tell_rested)
        self._gliding = QTimer(self, singleShot=True, interval=_GLIDE_MS)
        self._gliding.timeout.connect(self._glide)
        self._turns = QTimer(self, singleShot=True, interval=_TURN_MS)
        self._turns.timeout.connect(self._take_turns)
        self._words: Sequence[str] = ()

    # -- what is shown ----------------------------------------------------------------------------------------

    def begin(self, words: Sequence[str], describe: Callable[[int], list[tuple[str, str]]]) -> None:
        """Show nothing until there are points of these words; ``describe`` says what is told of one."""
        self._words, self._describe = words, describe
        self._labelling = AtlasLabels(words, self.font())
        self._points.begin()
        self._asked = self._near = ()
        self._meant, self._look, self._kept, self._links = None, PLAIN_LOOK, -1, (-1, ())
        self._point_at(-1)
        self._changed()

    def show_points(self, rows: NDArray[np.intp], coordinates: NDArray[np.float32], *, glide: bool = False) -> None:
        """Show words at coordinates; those of them that are not finite are left out.

        Other words, or another number of dimensions, are shown as a whole; the same ones from where one has looked, and
        they ``glide`` to their places where that is wished.
        """
        if self._points.show(rows, coordinates, glide=glide and self.isVisible()):
            self._look, self._meant = PLAIN_LOOK, None
            self._kept = self._kept if self.has(self._kept) else -1
        self._gliding.start()
        self._changed()

    def _glide(self) -> None:
        if self._points.gliding:
            self._points.go_on()
            self._gliding.start()
            self._changed()

    def set_look(self, look: Look) -> None:
        """Set the colours of points, one for each of those that are shown."""
        self._look = look
        self._repaint_points()

    def set_asked(self, asked: Iterable[int], near: Iterable[int]) -> None:
        """Set which words are asked about, and which are near to that."""
        self._asked, self._near = tuple(asked), tuple(near)
        self._relabel()

    def set_meant(self, rows: NDArray[np.int64] | None) -> None:
        """Let some words stand out, and the others stand back; None: all are the same."""
        self._meant = None if rows is None else self._points.mask(rows)
        self._repaint_points()
        self._relabel()

    def show_links(self, row: int, rows: Sequence[int]) -> None:
        """Draw lines from a word to others, if it is still the one that is looked at."""
        self._links = (row, tuple(rows))
        if row == self.focus:
            self._point_at(self._current)
            self._relabel()

    @property
    def look(self) -> Look:
        """The colours of the points."""
        return self._look

    @property
    def rows(self) -> NDArray[np.int64]:
        """The words that are shown."""
        return self._points.rows

    @property
    def focus(self) -> int:
        """The word that is pointed at, or else was clicked; or -1."""
        return self._current if self._current >= 0 else self._kept

    @property
    def labels(self) -> dict[int, Label]:
        """Where the labels are, by the rows of their words."""
        if self._labels is None:
            self._labels = self._place_labels()
            if not self._labelling.settled and self.isVisible():
                self._turns.start()
        return self._labels

    def gather(self, rows: NDArray[np.int64]) -> None:
        """Let words stand out, as if one had drawn a line around them."""
        self.set_meant(rows if len(rows) else None)
        self.gathered.emit(rows)

    def go_to(self, row: int) -> None:
        """Look at a word, and move so that it can be seen."""
        if self.has(row):
            self._kept = row
            x, y = self._place(row) or (0.0, 0.0)
            if not (0 < x < self.width() and 0 < y < self.height()):
                self._camera.pan(self.width() / 2 - x, self.height() / 2 - y)
                self._changed()
            self._mouse = None
            self._point_at(row)
            self._tell_rested()

    # -- layout -----------------------------------------------------------------------------------------------

    def _forget_places(self) -> None:
        self._points.forget_scene()
        self._relabel()

    def _repaint_points(self) -> None:
        self._picture.forget()
        self.update()

    def _relabel(self) -> None:
        self._labelling.stir()
        self._take_turns()

    def _take_turns(self) -> None:
        self._labels = None
        self.update()

    def has(self, row: int) -> bool:
        """Whether a word is on the map."""
        return self._points.has(row)

    def _place(self, key: int) -> tuple[float, float] | None:
        return self._points.place(key)

    def _place_labels(self) -> dict[int, Label]:
        points, seen = self._points, self._points.seen
        first = dict.fromkeys((*self._asked, *((self.focus,) if self.focus >= 0 else ()), *self._linked, *self._near))
        must = points.points_of([*first])
        must = must[seen[must]]
        seen[must] = False
        if self._meant is not None:
            seen &= self._meant
        others = np.flatnonzero(seen)[: tried_of(self.width(), self.height())]
        return self._labelling.place(
            points.named(must), points.named(others), self._asked, self.width(), self.height(), self._taken()
        )

    def _taken(self) -> list[tuple[int, int, int, int]]:
        told = [] if self._readout.isHidden() else [self._readout.geometry()]
        return [*self.covered(), *((area.x(), area.y(), area.width(), area.height()) for area in told)]

    @property
    def _linked(self) -> tuple[int, ...]:
        return self._links[1] if self._links[0] == self.focus >= 0 else ()

    # -- pointing ---------------------------------------------------------------------------------------------

    def _described(self, key: int) -> list[tuple[str, str]]:
        return self._describe(key)

    def _at(self, position: QPointF) -> int:
        # Labels that are not laid out again yet cannot be seen either.
        for row, label in (self._labels or {}).items():
            if label.x <= position.x() < label.x + label.width and label.y <= position.y() < label.y + label.height:
                return row
        return self._points.at(position.x(), position.y())

    def _point_at(self, key: int) -> None:
        before = self.focus
        place = self._place(key)
        self._current = -1 if place is None else key
        focus = self.focus
        there = self._place(focus)
        if there is None:
            self._readout.hide()
        else:
            # At the far edge: beside the point it would lie over those that are near.
            right = there[0] < self.width() / 2
            edge = QPoint(self.width() if right else -20, 0)
            self._readout.show_rows(self._described(focus), edge, free_side(self.rect(), self.covered(), right))
        self.setCursor(_CURSORS[self.mode] if place is None else Qt.CursorShape.PointingHandCursor)
        if focus != before:
            self._relabel()
            self._rest.start()
        self.update()

    def _tell_rested(self) -> None:
        self._rest.stop()
        if self.focus >= 0 and self._links[0] != self.focus:
            self.rested.emit(self.focus)

    def _next(self, right: int, down: int) -> int:
        if self.has(self.focus):
            return self._points.next(self.focus, right, down)
        return next(iter(self.labels), self.focus)

    # -- mouse and keys ---------------------------------------------------------------------------------------

    def _drag(self, right: float, down: float) -> None:
        if self._points.flat or self._moved_by != Qt.MouseButton.LeftButton:
            super()._drag(right, down)
        else:
            self._points.orbit.turn(right, down)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        lasso = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) or (self.mode == "lasso" and not shift)
        box = (shift and self._points.flat) or (self.mode == "box" and not shift)
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and not (lasso or box)
        ):
            # With Shift, or with the middle button, a map of three dimensions is moved.
            self._moved_by = Qt.MouseButton.MiddleButton if shift else event.button()
            self._pressed, self._dragging = event.position(), False
        elif event.button() == Qt.MouseButton.LeftButton:
            self._gathering = Gathering(event.position(), lasso=lasso)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._gathering is None:
            super().mouseMoveEvent(event)
        else:
            self._mouse = event.position()
            self._gathering.go(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._gathering is not None and event.button() == Qt.MouseButton.LeftButton:
            self._gathering.go(event.position())
            edge, self._gathering = self._gathering.edge, None
            points = enclosed(edge, self._points.scene.x, self._points.scene.y, self.size())
            self.update()
            self.gather(self.rows[points])
        elif self._pressed is not None:
            dragged, self._dragging, self._pressed, self._moved_by = self._dragging, False, None, None
            at = self._at(event.position())
            if not dragged:
                self._kept = at
            elif not self._points.flat:
                self._repaint_points()
            self._point_at(at)
            self._tell_rested()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if at >= 0:
            self._kept = at
            self._point_at(at)
            self.chosen.emit(at)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.show_all()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Space:
            self.paused.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focus >= 0:
            self.chosen.emit(self.focus)
        elif key == Qt.Key.Key_Escape and (self._gathering or self._meant is not None or self.focus >= 0):
            self._let_go()
        else:
            super().keyPressEvent(event)

    def _let_go(self) -> None:
        """Let go of the last thing one has done."""
        if self._gathering is not None:
            self._gathering = None
            self.update()
        elif self._meant is not None and (self.focus < 0 or self._mouse is not None):
            self.gather(np.zeros(0, np.int64))
        else:
            self._kept = -1
            self._point_at(-1)

    # -- painting ---------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._palette.card))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_points(painter)
        self._paint_named(painter)
        if self._gathering is not None:
            paint_gathering(painter, self._gathering.edge, self._palette)
        self._paint_focus(painter)

    def _paint_points(self, painter: QPainter) -> None:
        turning = self._dragging and not self._points.flat
        whole = self._picture.paint(
            painter, self._points, self._look, self._meant, self._palette, turning=turning, whole=self.patient
        )
        if not whole:
            self._turns.start()

    def _paint_named(self, painter: QPainter) -> None:
        labels = self.labels
        shown = dict.fromkeys((*labels, *self._near, *self._asked, *self._linked, self.focus))
        marked = self._points.points_of([*shown])
        places = {row: (x, y) for row, x, y in self._points.named(marked)}
        if self.focus in places:
            ends = [places[row] for row in self._linked if row in places]
            paint_links(painter, places[self.focus], ends, self._palette, asked=self.focus in self._asked)
        plain = QColor(self._palette.context)
        own = {row: self._look.colour(self._points.point(row)) or plain for row in places}
        paint_marks(painter, places, own, (labels, [*self._near, *self._linked], self._asked), self._palette)
        paint_labels(painter, labels, places, self._labelling.texts, self._asked, self._palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._points.resize(self.size())
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._labelling = AtlasLabels(self._words, self.font())
            self._changed()
        super().changeEvent(event)
