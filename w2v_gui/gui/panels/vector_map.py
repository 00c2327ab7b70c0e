"""The input and output vectors of a small network on a plane, moving as one steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from w2v_gui.gui.text import one_line, set_tooltip
from w2v_gui.gui.walk.stage import ORDER, reached
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.vector_map import VectorMap
from w2v_gui.gui.widgets.vector_map_painting import VectorPoints
from w2v_gui.vectors.projection import Plane

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QResizeEvent

    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import MatrixRows, Scene, Vectors

_WIDE = 400
"""Below this width the caption is short, so that it is not cut."""


class VectorMapPanel(Card):
    """W blue, W′ orange, on a plane that is laid through both at first and on request, and stays there.

    From the stage on at which a matrix is new, its moved rows are shown at their new places, with an arrow from the
    old ones.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._vectors: Vectors | None = None
        self._key = ORDER[0]
        self._plane: Plane | None = None
        self._words: Sequence[str] = ()
        self._points: VectorPoints | None = None
        self.refit = QPushButton(self.header)
        self.refit.setProperty("kind", "tool")
        self.map = VectorMap()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(3, 3, 3, 3)
        column.addWidget(self.map)
        self.add_tool(self.refit)
        self.refit.clicked.connect(self._refit)
        self.map.outside_changed.connect(self._tell)
        self.show_body(False)
        self.retranslate()

    # -- data -------------------------------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        self._scene, self._vectors = scene, scene.vectors
        self.refit.setEnabled(scene.vectors is not None)
        self.show_body(scene.vectors is not None)
        if scene.vectors is None:
            self._plane = None
            self._points = None
        elif self._plane is None or self._is_another_network(scene, scene.vectors, self._plane):
            self._refit()
        else:
            self._draw(self._plane)
        self._words = scene.words
        self._say_empty()
        self._tell()

    def show_stage(self, stage: Stage) -> None:
        if stage.key == self._key:
            return
        self._key = stage.key
        if self._plane is not None:
            self._draw(self._plane)

    def _is_another_network(self, scene: Scene, vectors: Vectors, plane: Plane) -> bool:
        # A network that has learned nothing yet may have been drawn anew.
        size = vectors.W.shape[1]
        return scene.words is not self._words or size != len(plane.origin) or scene.length == 0

    def _refit(self) -> None:
        """Lay the plane through the vectors as they are now, and look at all of them."""
        if self._vectors is None:
            return
        both = np.concatenate([self._vectors.W, self._vectors.W_out])
        plane = Plane.through(both)
        self._plane = plane
        self._points = self._laid(plane)
        if self._points is not None:
            self.map.fit(self._points, plane.project(np.zeros((1, both.shape[1]))))
        self._name_axes()
        self._tell()

    def _draw(self, plane: Plane) -> None:
        self._points = self._laid(plane)
        if self._points is not None:
            self.map.show_points(self._points)

    def _laid(self, plane: Plane) -> VectorPoints | None:
        scene, vectors = self._scene, self._vectors
        if scene is None or vectors is None:
            return None
        size = len(vectors.W)
        places = plane.project(np.concatenate([vectors.W, vectors.W_out]))
        before: dict[int, NDArray[np.float32]] = {}
        for rows, first, key in ((scene.W, 0, "W_new"), (scene.W_out, size, "W_out_new")):
            if reached(self._key, key):
                before |= _move(places, rows, first, plane)
        targets = scene.trace.example.targets if scene.tree is None else scene.trace.rows.tolist()
        marked = (*scene.trace.example.inputs, *(size + target for target in targets))
        words = [one_line(word, 80) for word in scene.words]
        outputs = words if scene.tree is None else [scene.output_label(row) for row in range(len(vectors.W_out))]
        return VectorPoints((*words, *outputs), size, places, before, tuple(dict.fromkeys(marked)), scene.tree is None)

    @property
    def pointed_words(self) -> Sequence[str]:
        scene, points, key = self._scene, self._points, self.map.current
        if scene is None or points is None or key < 0 or (scene.tree is not None and key >= points.inputs):
            return ()
        return (scene.words[key % points.inputs],)

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield the points, with where they were before the step."""
        yield "matrix", "row", "x", "y", "x_before", "y_before"
        points = self._points
        if points is None:
            return
        for key, (x, y) in enumerate(points.places.tolist()):
            start = points.before.get(key)
            matrix = "W" if key < points.inputs else "W_out"
            yield matrix, points.labels[key], x, y, *((x, y) if start is None else start.tolist())

    # -- what is said -----------------------------------------------------------------------------------------

    def _tell(self) -> None:
        self.set_title(self.tr("Input and output vectors") if self.room >= _WIDE else self.tr("Vectors"))
        self.set_caption("" if self._points is None else self._caption_text())

    def _caption_text(self) -> str:
        share = self._plane.share if self._plane is not None else None
        text = self.tr("the dimensions themselves")
        if share is not None:
            text = self.tr("PCA · {share} % of variance") if self.room >= _WIDE else "PCA · {share} %"
            text = text.format(share=round(100 * float(share.sum())))
        if self.map.outside:
            text = self.tr("{count} out of sight").format(count=self.map.outside) + " · " + text
        return text

    def _name_axes(self) -> None:
        names = ("", "")
        if self._plane is not None and self._plane.share is not None:
            first, second = (round(100 * part) for part in self._plane.share.tolist())
            names = f"PC 1 · {first} %", f"PC 2 · {second} %"
        elif self._plane is not None:
            name = self.tr("dimension {number}")
            names = name.format(number=1), name.format(number=2) if len(self._plane.origin) > 1 else ""
        self.map.set_texts(names, self.tr("arrows {factor} times as long"))

    def _say_empty(self) -> None:
        self.set_empty(
            self.tr("This map is for small networks, whose words all find room on it. Choose one at the top.")
            if self._scene is not None
            else self.tr("The vectors of a small network will be points here, and move with every step.")
        )

    def apply_palette(self, palette: Palette) -> None:
        self.map.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_explanation(
            self.tr(
                "Every word has two vectors: a row of W, blue, and one of W′, orange; in hierarchical softmax W′ has "
                "inner nodes instead. They lie on the plane in which they differed most when it was fitted; the lines "
                "cross at the zero vector. Arrows show where the step takes them. The wheel zooms, dragging moves."
            )
        )
        self.refit.setText(self.tr("Refit"))
        set_tooltip(self.refit, self.tr("Lay the plane anew through the vectors as they are now, and show all of them"))
        self.map.setAccessibleName(self.tr("Map of input and output vectors"))
        self._say_empty()
        self._name_axes()
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()


def _move(places: NDArray[np.float32], rows: MatrixRows, first: int, plane: Plane) -> dict[int, NDArray[np.float32]]:
    """Put rows that the step moves where it puts them, and return where they were."""
    moved = rows.ids[rows.moved] + first
    before = {int(key): places[key].copy() for key in moved}
    places[moved] = plane.project(rows.after[rows.moved])
    return before
