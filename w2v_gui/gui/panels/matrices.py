"""W and W′ before the step, after it, and what the step changes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.gui.cells import Scales
from w2v_gui.gui.text import one_line, set_tooltip
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.walk.stage import ORDER, reached
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.gui.widgets.step_heatmaps import StepHeatmaps
from w2v_gui.gui.widgets.step_heatmaps_painting import StepMatrix, StepTexts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QMenu

    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import MatrixRows, Scene

W, W_OUT = "W", "W_out"
_SHORT = {W: "W", W_OUT: "W′"}
_NEW = {W: "W_new", W_OUT: "W_out_new"}
_OF_W = frozenset({"pair", "x", "h", "dW", "W_new"})
"""The stages at which W is looked at; at the others it is W′."""

_SMALLEST = 1e-12

_WIDE = 430
"""Below this width title and caption are short, so that they are not cut."""


class MatricesPanel(Card):
    """The rows of W or of W′ as colours: before | after | difference, the rows that move marked.

    Which matrix is shown follows the walk until one is chosen. What comes after the step is seen when the walk has
    reached it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._key = ORDER[0]
        self._palette = LIGHT
        self._follows = True
        self._network: tuple[object, ...] = ()
        self._scales = Scales()
        self.kind = Segmented((W, W_OUT))
        self.view = StepHeatmaps()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(10, 6, 8, 4)
        column.addWidget(self.view)
        self.add_tool(self.kind)
        self.kind.chosen.connect(self._choose)
        self.view.laid_out.connect(self._tell)
        self.show_body(False)
        self.retranslate()

    # -- data -------------------------------------------------------------------------------------------------

    def show_scene(self, scene: Scene) -> None:
        network = (scene.words, scene.source, scene.trace.objective, scene.W.before.shape[1])
        if network != self._network:
            self._network = network
            self._scales.begin()
        self._scene = scene
        self.show_body(True)
        self._draw()

    def show_stage(self, stage: Stage) -> None:
        if stage.key == self._key:
            return
        self._key = stage.key
        self._draw()

    @property
    def follows(self) -> bool:
        """Whether the matrix that is shown is the one that the walk is about."""
        return self._follows

    def follow(self) -> None:
        """Let the walk decide again which matrix is shown."""
        self._follows = True
        self._draw()

    def _choose(self) -> None:
        self._follows = False
        self._draw()

    def _draw(self) -> None:
        if self._follows:
            self.kind.set_value(W if self._key in _OF_W else W_OUT)
        if self._scene is not None:
            role = self._palette.context if self.kind.value == W else self._palette.centre
            self.view.show_matrix(self._matrix(self._rows(self._scene)), self._texts(), role)
        self._tell()

    def _rows(self, scene: Scene) -> MatrixRows:
        return scene.W if self.kind.value == W else scene.W_out

    def _matrix(self, rows: MatrixRows) -> StepMatrix:
        known = reached(self._key, _NEW[self.kind.value])
        both = np.concatenate([rows.before, rows.after]) if known else rows.before
        return StepMatrix(
            labels=tuple(one_line(label, 80) for label in rows.labels),
            moved=rows.moved,
            before=rows.before,
            after=rows.after,
            known=known,
            level=self._scales.fit(self.kind.value, both),
            change_level=_exact_level(rows.after - rows.before),
        )

    @property
    def pointed_words(self) -> Sequence[str]:
        scene, pointed = self._scene, self.view.pointed
        if scene is None or pointed is None or (scene.tree is not None and self.kind.value == W_OUT):
            return ()
        return (scene.words[int(self._rows(scene).ids[pointed[0]])],)

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield what is shown, a line for each row of the matrix and each of its dimensions."""
        yield "matrix", "row", "dimension", "before", "after", "difference"
        if self._scene is None:
            return
        rows = self._rows(self._scene)
        known = reached(self._key, _NEW[self.kind.value])
        for label, before, after in zip(rows.labels, rows.before.tolist(), rows.after.tolist(), strict=True):
            for i, (old, new) in enumerate(zip(before, after, strict=True), 1):
                yield self.kind.value, label, i, old, *((new, new - old) if known else (None, None))

    # -- what is said -----------------------------------------------------------------------------------------

    def _tell(self) -> None:
        wide = self.room >= _WIDE
        self.set_title(self.tr("W and W′, before → after") if wide else self.tr("Before → after"))
        self.set_caption(self._caption_text(wide=wide))
        self.set_explanation(self._explanation())

    def _caption_text(self, *, wide: bool) -> str:
        if self._scene is None:
            return ""
        rows = self._rows(self._scene)
        size, moved = len(rows.labels), int(rows.moved.sum())
        text = self.tr("{rows} rows × {columns}") if wide else "{rows} × {columns}"
        text = text.format(rows=size, columns=rows.before.shape[1])
        if not reached(self._key, _NEW[self.kind.value]):
            return text
        return text + " · " + self.tr("{moved} move").format(moved=moved)

    def _explanation(self) -> str:
        text = self.tr(
            "A row is the vector of a word, a column one of its dimensions; violet is below zero, green above. Before "
            "and after share a scale, the difference has its own. The rows that the step moves are marked."
        )
        places = self.view.places
        if places is not None and places.beyond:
            text += " " + self.tr("Those that move come first: scroll to see the others.")
        if places is not None and places.panes[0].cells.shape[1] < places.matrix.before.shape[1]:
            text += " " + self.tr("There are more columns than pixels: each pixel shows the mean of its columns.")
        return text

    def _texts(self) -> StepTexts:
        name = _SHORT[self.kind.value]
        return StepTexts(
            (
                self.tr("{matrix} before").format(matrix=name),
                self.tr("{matrix} after").format(matrix=name),
                self.tr("difference"),
            ),
            self.tr("What the step makes of {matrix} is seen when the walk has come to “{matrix} new”.").format(
                matrix=name
            ),
        )

    def menu(self) -> QMenu:
        """Return the card's menu, with the way back to the matrix that the walk is about."""
        menu = super().menu()
        menu.addSeparator()
        action = menu.addAction(self.tr("Show the matrix that the walk is about"), self.follow)
        action.setCheckable(True)
        action.setChecked(self._follows)
        return menu

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.view.apply_palette(palette)
        self._draw()

    def retranslate(self) -> None:
        self.set_empty(self.tr("The rows of both matrices will be here, before and after the step."))
        self.view.setAccessibleName(self.tr("Matrix before and after the step"))
        self.kind.setAccessibleName(self.tr("Matrix to show"))
        meanings = {
            W: self.tr("Input vectors: the rows of W, one for each word."),
            W_OUT: self.tr("Output vectors: the rows of W′, with which h is multiplied."),
        }
        for kind, meaning in meanings.items():
            self.kind.set_label(kind, _SHORT[kind])
            set_tooltip(self.kind.button(kind), meaning)
            self.kind.button(kind).setAccessibleName(meaning)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()


def _exact_level(values: NDArray[np.float64]) -> float:
    """Return the largest size, rounded up to two digits: of few rows that move a little, each should be seen."""
    largest = max(float(np.abs(values).max(initial=0.0)), _SMALLEST)
    unit = 10.0 ** (math.floor(math.log10(largest)) - 1)
    return float(f"{math.ceil(largest / unit - 1e-9) * unit:.2g}")
