"""Input and output vectors as points on a plane that keeps still while they move."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QColor, QPainter

from w2v_gui.gui.labels import Candidate, LabelPlacer
from w2v_gui.gui.widgets.heatmap_painting import signed
from w2v_gui.gui.widgets.map_painting import LABELLED, MARKED, LabelTexts
from w2v_gui.gui.widgets.map_view import MapView
from w2v_gui.gui.widgets.motion import Motion
from w2v_gui.gui.widgets.vector_map_painting import (
    VectorPoints,
    VectorScene,
    arrow_factor,
    arrow_tips,
    axis_notes,
    legend_notes,
    paint_vectors,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from w2v_gui.gui.labels import Label

_FRAME_MS = 25
_PIXELS_A_LABEL = 2200
_MOST_LABELS = 80

_FEW = 40
"""Up to so many points all have labels, and no label covers any of them."""

_AROUND = 0.12
"""Room left at every edge for points that move, as a part of the extent."""


_AHEAD = 0.3
"""Room for where they are going, when points have come to an edge: the picture should not change all the time."""


class VectorMap(MapView):
    """Draws W in blue and W′ in orange; points glide to where they belong.

    What is seen of the plane is chosen when it is fitted, and by the user; it does not follow the points, but shows
    more when they would leave the picture.

    Attributes
    ----------
    outside_changed : Signal(int)
        So many points are out of the picture now.
    """

    outside_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: VectorPoints | None = None
        self._names = ("", "")
        self._factor_text = "{factor}"
        self._origin = np.zeros((1, 2), np.float32)
        self._texts = LabelTexts((), self.font())
        self._motion = Motion()
        self._placer = LabelPlacer()
        self._scene: VectorScene | None = None
        self._outside = 0
        self._glide = QTimer(self)
        self._glide.setInterval(_FRAME_MS)
        self._glide.timeout.connect(self._go_on)

    # -- what is shown ----------------------------------------------------------------------------------------

    @property
    def labels(self) -> dict[int, Label]:
        return self._laid_out().labels

    @property
    def places(self) -> dict[int, tuple[float, float]]:
        return self._laid_out().places

    @property
    def arrows(self) -> dict[int, tuple[float, float]]:
        """Where the points were that the step has moved, by their keys."""
        return self._laid_out().before

    @property
    def outside(self) -> int:
        """How many points are out of the picture."""
        return self._outside

    def set_texts(self, names: tuple[str, str], factor: str) -> None:
        """Set the names of the axes, and what says that arrows are ``{factor}`` times as long."""
        self._names, self._factor_text = names, factor
        self._changed()

    def fit(self, points: VectorPoints, origin: NDArray[np.float32]) -> None:
        """Show points where they are, and let all of them be seen; ``origin`` is the zero vector's place."""
        self._origin = origin
        self._motion = Motion()
        self._placer.forget()
        shown = np.concatenate([points.places, origin])
        low, high = shown.min(axis=0), shown.max(axis=0)
        room = _AROUND * (high - low)
        self._camera.forget()
        self._camera.follow(np.stack([low - room, high + room]))
        self.show_points(points)

    def show_points(self, points: VectorPoints) -> None:
        """Let the points go to other places."""
        if self._points is None or points.labels != self._points.labels:
            self._texts = LabelTexts(points.labels, self.font())
        self._points = points
        if len(points.places):
            self._camera.widen(points.places, _AHEAD)
        self._motion.aim(np.arange(len(points.places)), points.places)
        self._glide.start()
        self._changed()
        self._count_outside()

    def _go_on(self) -> None:
        if not self._motion.step() or not self.isVisible():
            self._glide.stop()
        self._changed()
        self._count_outside()

    def _count_outside(self) -> None:
        inside = sum(0 <= x <= self.width() and 0 <= y <= self.height() for x, y in self.places.values())
        outside = len(self.places) - inside
        if outside != self._outside:
            self._outside = outside
            self.outside_changed.emit(outside)

    # -- layout and painting ----------------------------------------------------------------------------------

    def _forget_places(self) -> None:
        self._scene = None

    def _laid_out(self) -> VectorScene:
        if self._scene is None:
            self._scene = self._lay_out()
        return self._scene

    def _lay_out(self) -> VectorScene:
        self._camera.resize(self.width(), self.height())
        points = self._points or VectorPoints((), 0, np.zeros((0, 2), np.float32), {}, (), False)
        pixels = self._on_screen(self._motion.seen)
        places = {key: pixels[key] for key in (*dict.fromkeys(points.marked), *range(len(pixels)))}
        starts = np.array(list(points.before.values()), np.float32).reshape(-1, 2)
        before = dict(zip(points.before, self._on_screen(starts), strict=True))
        # As long as they will be when all points have arrived.
        ends = self._on_screen(points.places)
        factor = arrow_factor([math.dist(start, ends[key]) for key, start in before.items()])
        origin = self._on_screen(self._origin)[0]
        notes = axis_notes(self.rect(), origin, self._names, self.font())
        notes += legend_notes(self.rect(), self._factor_text.format(factor=factor) if factor > 1 else "", self.font())
        areas = [note.area for note in notes]
        taken = [(area.x(), area.y(), area.width(), area.height()) for area in areas]
        taken += _along(before, arrow_tips(before, places, factor))
        labels = self._place_labels(places, points, taken)
        return VectorScene(points, places, before, labels, self._texts, origin, factor, notes)

    def _on_screen(self, places: NDArray[np.float32]) -> list[tuple[float, float]]:
        return [(x, y) for x, y in self._camera.to_screen(places).tolist()]

    def _place_labels(
        self, places: dict[int, tuple[float, float]], points: VectorPoints, taken: list[tuple[int, int, int, int]]
    ) -> dict[int, Label]:
        width, height = self.width(), self.height()
        inside = [key for key, (x, y) in places.items() if 0 < x < width and 0 < y < height]
        # Of few points each has its label, though it may stand off; of many those of the pair.
        must = [key for key in inside if key in points.marked or len(places) <= _FEW]
        most = max(4, min(_MOST_LABELS, width * height // _PIXELS_A_LABEL))
        # Words further down the list would hardly find room.
        others = [key for key in inside if key not in must][: 4 * most]
        first, then = ([self._candidate(key, places[key], points) for key in keys] for keys in (must, others))
        return self._placer.place(first, then, width, height, most, taken)

    def _candidate(self, key: int, place: tuple[float, float], points: VectorPoints) -> Candidate:
        marked = key in points.marked
        text = self._texts.of(key, marked)
        return Candidate(key, *place, text.width, text.height, round((MARKED if marked else LABELLED) / 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        scene, palette = self._laid_out(), self._palette
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(palette.card))
        paint_vectors(painter, scene, self.rect(), self._current, palette)
        self._paint_focus(painter)

    def _described(self, key: int) -> list[tuple[str, str]]:
        assert self._points is not None
        matrix = "W" if key < self._points.inputs else "W′"
        x, y = self._points.places[key].tolist()
        rows = [(self._points.labels[key], matrix), (self._names[0], signed(x, ".3f"))]
        return [*rows, (self._names[1], signed(y, ".3f"))] if self._names[1] else rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._count_outside()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange) and self._points is not None:
            self._texts = LabelTexts(self._points.labels, self.font())
            self._changed()
        super().changeEvent(event)


def _along(
    starts: dict[int, tuple[float, float]], tips: dict[int, tuple[float, float]]
) -> list[tuple[int, int, int, int]]:
    """Return small squares along arrows."""
    squares = []
    for key, (x, y) in starts.items():
        right, down = tips[key][0] - x, tips[key][1] - y
        count = min(int(math.hypot(right, down) / 4) + 1, 40)
        squares += [(round(x + right * i / count) - 2, round(y + down * i / count) - 2, 5, 5) for i in range(count + 1)]
    return squares
