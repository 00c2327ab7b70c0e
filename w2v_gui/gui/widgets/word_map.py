"""Words as points: a map that moves, with labels that keep out of each other's way."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from w2v_gui.gui.labels import Candidate, LabelPlacer
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.camera import Camera
from w2v_gui.gui.widgets.map_painting import LABELLED, MARKED, LabelTexts, MapScene, paint_scene
from w2v_gui.gui.widgets.motion import Motion
from w2v_gui.gui.widgets.readout import Readout

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from w2v_gui.gui.labels import Label

_PIXELS_A_LABEL = 4200
_MOST_LABELS = 90
"""A picture with more labels, or with more than one for so many pixels, is a text."""

_REST_MS, _STEP_MS = 1000, 40
"""When no frame has come for a while, what is still on its way goes on in steps."""

_TRAIL = 24
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


class WordMap(QWidget):
    """Draws words at their coordinates, those that are marked in orange with the way they have come.

    The wheel and + and − zoom, dragging moves, a double click or 0 shows everything again; the arrow keys go from
    word to word, a click or Return chooses one.

    Attributes
    ----------
    chosen : Signal(int)
        The id of a word.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._words: Sequence[str] = ()
        self._describe: Callable[[int], tuple[str, str]] = lambda word: (self._words[word], "")
        self._motion = Motion()
        self._marked: tuple[int, ...] = ()
        self._trails: dict[int, deque[NDArray[np.float32]]] = {}
        self._texts = LabelTexts((), self.font())
        self._camera = Camera()
        self._placer = LabelPlacer()
        self._scene: MapScene | None = None
        self._current = -1
        self._mouse: QPointF | None = None
        self._pressed: QPointF | None = None
        self._dragging = False
        self._by_key = False
        self._settling = QTimer(self)
        self._settling.timeout.connect(self._settle)
        self._readout = Readout(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # -- what is shown ----------------------------------------------------------------------------------------

    @property
    def current(self) -> int:
        """The id of the word that is pointed at, or -1."""
        return self._current

    @property
    def labels(self) -> dict[int, Label]:
        """Where the labels are, by the ids of their words."""
        return self._laid_out().labels

    @property
    def places(self) -> dict[int, tuple[float, float]]:
        """Where the words are on the widget, by their ids."""
        return self._laid_out().places

    @property
    def camera(self) -> Camera:
        return self._camera

    def begin(self, words: Sequence[str], describe: Callable[[int], tuple[str, str]]) -> None:
        """Show nothing until there are points of these words; ``describe`` names one, and says how often it occurs."""
        self._words, self._describe = words, describe
        self._motion = Motion()
        self._trails = {}
        self._texts = LabelTexts(words, self.font())
        self._point_at(-1)
        self._camera.forget()
        self._placer.forget()
        self._changed()

    def set_marked(self, words: Sequence[int]) -> None:
        """Set which words are drawn in orange; the trail of a word begins when it is marked."""
        self._marked = tuple(words)
        self._trails = {word: self._trails.get(word, deque(maxlen=_TRAIL)) for word in self._marked}
        self._changed()

    def show_points(self, ids: Sequence[int], points: NDArray[np.float32], *, moved: bool = True) -> None:
        """Let words glide to coordinates; those that are new are there at once.

        Parameters
        ----------
        ids : sequence of int
            Places of the words, those first that deserve a label most.
        points : ndarray of float32, shape (n, 2)
            Words without finite coordinates are left out.
        moved : bool
            Whether this is a step of their way, to be added to the trails.
        """
        there = np.isfinite(points).all(axis=1)
        self._motion.aim(np.asarray(ids, dtype=np.int64)[there], points[there])
        self._camera.follow(self._motion.seen)
        if self.isVisible():
            self._settling.start(_REST_MS)
        if moved:
            for word in self._marked:
                here = self._motion.seen[self._motion.ids == word]
                self._trails.setdefault(word, deque(maxlen=_TRAIL)).extend(here)
        self._changed()

    def _settle(self) -> None:
        glides = self._motion.step()
        self._camera.follow(self._motion.seen)
        if self.isVisible() and (glides or self._camera.loose):
            self._settling.start(_STEP_MS)
        else:
            self._settling.stop()
        self._changed()

    def show_all(self) -> None:
        """Show all words again, however it was zoomed and moved."""
        self._camera.fit()
        self._changed()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    # -- layout and painting ----------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._scene = None
        if self._mouse is not None and not self._dragging:
            # The points move under a mouse that does not.
            self._point_at(self._at(self._mouse))
        elif self._current >= 0:
            self._point_at(self._current)
        self.update()

    def _laid_out(self) -> MapScene:
        if self._scene is None:
            self._camera.resize(self.width(), self.height())
            pixels = self._camera.to_screen(self._motion.seen)
            places = {word: (x, y) for word, (x, y) in zip(self._motion.ids.tolist(), pixels.tolist(), strict=True)}
            ways = (self._way(word) for word in self._trails if word in places)
            trails = [self._on_screen(way) for way in ways if len(way) > 1]
            self._scene = MapScene(places, self._place_labels(places), self._marked, trails, self._texts)
        return self._scene

    def _way(self, word: int) -> NDArray[np.float32]:
        """Return the trail of a word up to where it is seen now: it glides on after the last step has come."""
        here = self._motion.seen[self._motion.ids == word]
        steps = np.array(self._trails[word], np.float32).reshape(-1, 2)
        return steps if np.array_equal(steps[-1:], here) else np.concatenate([steps, here])

    def _on_screen(self, way: NDArray[np.float32]) -> list[QPointF]:
        return [QPointF(x, y) for x, y in self._camera.to_screen(way).tolist()]

    def _place_labels(self, places: dict[int, tuple[float, float]]) -> dict[int, Label]:
        width, height = self.width(), self.height()
        inside = [word for word, (x, y) in places.items() if 0 < x < width and 0 < y < height]
        must = [self._candidate(word, places[word]) for word in self._marked if word in inside]
        most = max(4, min(_MOST_LABELS, width * height // _PIXELS_A_LABEL))
        # Words further down the list would hardly find room.
        others = [word for word in inside if word not in self._marked][: 6 * most]
        return self._placer.place(must, [self._candidate(word, places[word]) for word in others], width, height, most)

    def _candidate(self, word: int, place: tuple[float, float]) -> Candidate:
        marked = word in self._marked
        text = self._texts.of(word, marked)
        return Candidate(word, *place, text.width, text.height, round((MARKED if marked else LABELLED) / 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        scene, palette = self._laid_out(), self._palette
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(palette.card))
        paint_scene(painter, scene, palette)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        place = scene.places.get(self._current)
        if place is not None:
            point = QPointF(*place)
            painter.setPen(QPen(QColor(palette.centre if self._current in self._marked else palette.context), 1.5))
            painter.drawEllipse(point, 7, 7)
        if self._by_key and self.hasFocus():
            painter.setPen(QColor(palette.accent))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)

    # -- pointing, moving, choosing ---------------------------------------------------------------------------

    def _at(self, position: QPointF) -> int:
        """Return the word at a position: that of the label there, or that of the nearest point within reach; or -1."""
        scene = self._laid_out()
        for word, label in scene.labels.items():
            if QRectF(label.x, label.y, label.width, label.height).contains(position):
                return word
        if not scene.places:
            return -1
        distance = np.hypot(*(np.array(list(scene.places.values())) - (position.x(), position.y())).T)
        nearest = int(distance.argmin())
        return list(scene.places)[nearest] if distance[nearest] <= _REACH else -1

    def _point_at(self, word: int) -> None:
        """Point at a word, or at none if it is not on the map."""
        place = self.places.get(word) if word >= 0 else None
        self._current = -1 if place is None else word
        if place is None:
            self._readout.hide()
        else:
            self._readout.show_rows([self._describe(word)], QPointF(*place).toPoint(), self.rect())
        self.setCursor(Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor)
        self.update()

    def _next(self, right: int, down: int) -> int:
        """Return the nearest word that way; the first one if none is pointed at, the same if there is none."""
        places = self.places
        if self._current not in places:
            return next(iter([*(word for word in self._marked if word in places), *places]), -1)
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
            self._camera.pan(self._mouse.x() - before.x(), self._mouse.y() - before.y())
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

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse = None
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._mouse is None:
            self._point_at(-1)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._changed()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._texts = LabelTexts(self._words, self.font())
            self._changed()
        super().changeEvent(event)
