"""The proof that the gradients of a step are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from w2v_gui.gui.proof_table import BLOCK, DIMENSION, ProofTable, error_text
from w2v_gui.gui.text import plain_label, set_tooltip
from w2v_gui.gui.walk.stage import ORDER
from w2v_gui.gui.widgets.card import Card

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.engine.proof import Proof
    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import Scene

_ROW = 24

_NARROW = 400
"""Below this width the dimension is left to the tooltips."""


class ProofPanel(Card):
    """Gradients by hand beside central differences, and whether they agree."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._proof: Proof | None = None
        self._key = ORDER[0]
        self.mark = plain_label()
        self.mark.setWordWrap(True)
        self.detail = plain_label(kind="muted")
        self.detail.setWordWrap(True)
        self.waiting = plain_label(kind="empty")
        self.waiting.setWordWrap(True)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waiting.setContentsMargins(24, 0, 24, 0)
        self.rows = ProofTable()
        self.table = _table_view(self.rows)
        proven = QWidget()
        column = QVBoxLayout(proven)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.mark)
        column.addWidget(self.detail)
        column.addSpacing(4)
        column.addWidget(self.table, 1)
        self._shown = QStackedWidget()
        self._shown.addWidget(self.waiting)
        self._shown.addWidget(proven)
        around = QVBoxLayout(self.body)
        around.setContentsMargins(12, 8, 6, 6)
        around.addWidget(self._shown)
        self.show_body(False)
        self.retranslate()

    # -- data -------------------------------------------------------------------------------------------------

    @property
    def proof(self) -> Proof | None:
        """What is shown; None as long as it is being computed."""
        return self._proof

    def show_scene(self, scene: Scene) -> None:
        """Take the step that comes next; what was proven of another is forgotten."""
        if self._scene is None or scene.trace is not self._scene.trace:
            self._proof = None
        self._scene = scene
        self.show_body(True)
        self._draw()

    def show_stage(self, stage: Stage) -> None:
        if stage.key == self._key:
            return
        self._key = stage.key
        self._draw()

    def show_proof(self, proof: Proof | None) -> None:
        """Show a proof of the step; None while there is none."""
        self._proof = proof
        self._draw()

    def _draw(self) -> None:
        proof = self._proof if self._scene is not None else None
        self._shown.setCurrentIndex(int(proof is not None))
        self.rows.show_proof(proof, self._scene, self._key)
        if proof is not None:
            self._say(proof)

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield every number of the proof."""
        yield "matrix", "row", "dimension", "by_hand", "numeric", "factor", "row_max_relative_error"
        if self._proof is None or self._scene is None:
            return
        for row in self._proof.rows:
            label = self._scene.words[row.row] if row.matrix == "W" else self._scene.output_label(row.row)
            pairs = zip(row.by_hand.tolist(), row.numeric.tolist(), strict=True)
            for i, (by_hand, numeric) in enumerate(pairs, 1):
                yield row.matrix, label, i, by_hand, numeric, row.factor, row.error

    # -- what is said -----------------------------------------------------------------------------------------

    def _say(self, proof: Proof) -> None:
        self.mark.setText(self._mark_text(proof))
        _set_kind(self.mark, "verified" if proof.holds else "error")
        self.detail.setText(self._detail_text(proof))
        meaning = self.tr(
            "Of {rows} rows, in all dimensions: the largest difference between by hand and numeric, relative to "
            "the largest number in its row. Below 1e-6 only rounding is left."
        )
        for label in (self.mark, self.detail):
            set_tooltip(label, meaning.format(rows=len(proof.rows)))

    def _mark_text(self, proof: Proof) -> str:
        if not proof.holds:
            return "✗ " + self.tr("by hand and numeric differ")
        if proof.factor > 1:
            return "✓ " + self.tr("{factor} × the true gradient, as word2vec does").format(factor=f"{proof.factor:g}")
        return "✓ " + self.tr("gradient verified")

    def _detail_text(self, proof: Proof) -> str:
        error = error_text(proof.error)
        if proof.holds:
            return self.tr("largest relative error {error}, below 1e-6").format(error=error)
        return self.tr(
            "The largest relative error is {error}, and should be below 1e-6. Where weights are very large, numbers "
            "lose their digits: go back some updates or lower α. If it stays, please report it."
        ).format(error=error)

    def apply_palette(self, palette: Palette) -> None:
        self.rows.apply_palette(palette, self.font())

    def retranslate(self) -> None:
        self.set_title(self.tr("Proof"))
        self.set_caption(self.tr("central differences, float64"))
        self.set_explanation(
            self.tr(
                "The gradients of this step as they are derived, beside slopes that are measured: every weight is "
                "moved a little to both sides, and E is computed anew. Of each row the largest number is shown; all of "
                "them are compared, and saved as CSV."
            )
        )
        self.set_empty(self.tr("The gradients of a step will be checked here against measured slopes."))
        self.waiting.setText(
            self.tr("Not checked yet: the slopes of this step are measured when the walk rests for a moment.")
        )
        self.table.setAccessibleName(self.tr("Gradients by hand and by central differences"))
        self.rows.retranslate()
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.room < _NARROW
        self.rows.set_narrow(narrow)
        self.table.setColumnHidden(DIMENSION, narrow)


def _table_view(rows: ProofTable) -> QTableView:
    view = QTableView()
    view.setModel(rows)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(_ROW)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsClickable(False)
    header.setMinimumSectionSize(20)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(BLOCK, QHeaderView.ResizeMode.Stretch)
    return view


def _set_kind(widget: QWidget, kind: str) -> None:
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
