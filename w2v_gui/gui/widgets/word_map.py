"""Words as points: a map that moves, with labels that keep out of each other's way."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen

from w2v_gui.gui.labels import Candidate, LabelPlacer
from w2v_gui.gui.widgets.map_painting import LABELLED, MARKED, LabelTexts, MapScene, paint_scene
from w2v_gui.gui.widgets.map_view import MapView
from w2v_gui.gui.widgets.motion import Motion

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from w2v_gui.gui.labels import Label

_PIXELS_A_LABEL = 4200
_MOST_LABELS = 90
"""A picture with more labels, or with more than one for so many pixels, is a text."""

_REST_MS, _STEP_MS = 1000, 40
"""When no frame has come for a while, what is still on its way goes on in steps."""

_TRAIL = 24


class WordMap(MapView):
    """Draws words at their coordinates, those that are marked in orange with the way they have come.

    Points are known by the ids of their words.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Sequence[str] = ()
        self._describe: Callable[[int], tuple[str, str]] = lambda word: (self._words[word], "")
        self._motion = Motion()
        self._marked: tuple[int, ...] = ()
        self._trails: dict[int, deque[NDArray[np.float32]]] = {}
        self._texts = LabelTexts((), self.font())
        self._placer = LabelPlacer()
        self._scene: MapScene | None = None
        self._settling = QTimer(self)
        self._settling.timeout.connect(self._settle)

    # -- what is shown ----------------------------------------------------------------------------------------

    @property
    def labels(self) -> dict[int, Label]:
        """Where the labels are, by the ids of their words."""
        return self._laid_out().labels

    @property
    def places(self) -> dict[int, tuple[float, float]]:
        """Where the words are on the widget, by their ids, those first that are marked."""
        return self._laid_out().places

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

    # -- layout and painting ----------------------------------------------------------------------------------

    def _forget_places(self) -> None:
        self._scene = None

    def _described(self, key: int) -> list[tuple[str, str]]:
        return [self._describe(key)]

    def _laid_out(self) -> MapScene:
        if self._scene is None:
            self._camera.resize(self.width(), self.height())
            pixels = self._camera.to_screen(self._motion.seen)
            there = {word: (x, y) for word, (x, y) in zip(self._motion.ids.tolist(), pixels.tolist(), strict=True)}
            places = {word: there[word] for word in self._marked if word in there} | there
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
        self._paint_focus(painter)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._texts = LabelTexts(self._words, self.font())
            self._changed()
        super().changeEvent(event)
