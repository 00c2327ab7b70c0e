"""The present station of the walk: its formula, the same with this pair's numbers, and what it means."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from w2v_gui.gui.exporting import PICTURES, export_picture
from w2v_gui.gui.formula_export import export_formula
from w2v_gui.gui.text import plain_label
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.walk import walk_of
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.formula_view import FormulaView
from w2v_gui.gui.widgets.number_lines import NumberLines
from w2v_gui.gui.widgets.sheet_area import SheetArea

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from w2v_gui.gui.formulas import Formulas
    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import Scene


class EquationPanel(Card):
    """Shows one stage of the walk.

    Parameters
    ----------
    formulas : Formulas
        Where formulas are typeset.

    Attributes
    ----------
    handout_asked : Signal(str)
        The whole walk of this pair should be saved, as ``html`` or ``pdf``.
    """

    handout_asked = Signal(str)

    def __init__(self, formulas: Formulas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._scene: Scene | None = None
        self._stage: Stage | None = None
        self._number = 0
        self.view = FormulaView(formulas)
        self.numbers = NumberLines()
        self.explanation = plain_label(kind="muted")
        self.explanation.setWordWrap(True)
        self.explanation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.explanation.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.scroller = SheetArea()
        self.scroller.column.setContentsMargins(12, 6, 12, 10)
        self.scroller.column.setSpacing(8)
        for widget in (self.view, self.numbers, self.explanation):
            self.scroller.column.addWidget(widget)
        self.scroller.column.addStretch(1)
        around = QVBoxLayout(self.body)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.scroller)
        self.show_body(False)
        self.retranslate()

    @property
    def stage(self) -> Stage | None:
        """What is shown."""
        return self._stage

    def show_step(self, scene: Scene, stage: Stage, number: int) -> None:
        """Show a stage, counted from 1, of the walk through a scene's step."""
        self._scene = scene
        if stage is not self._stage or number != self._number:
            self._show_stage(stage, number)
        self._show_numbers()

    def _show_stage(self, stage: Stage, number: int) -> None:
        if self._stage is None or stage.key != self._stage.key:
            self.scroller.verticalScrollBar().setValue(0)
        self._stage, self._number = stage, number
        self.view.show_formula(stage.latex)
        self._name()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.view.apply_palette(palette)
        self.numbers.apply_palette(palette)

    def csv_rows(self) -> Iterator[Sequence[object]]:
        yield "quantity", "computed", "value"
        for line in self.numbers.lines:
            yield line.left, line.middle, line.result

    def menu(self) -> QMenu:
        menu = super().menu()
        menu.addSeparator()
        entries = {
            self.tr("Save the formula as PNG…"): partial(self.export_formula, "png"),
            self.tr("Save the formula as SVG…"): partial(self.export_formula, "svg"),
        }
        for text, slot in entries.items():
            menu.addAction(text, slot).setEnabled(self.view.formula is not None)
        menu.addSeparator()
        entries = {
            self.tr("Save the whole walk as HTML…"): partial(self.handout_asked.emit, "html"),
            self.tr("Save the whole walk as PDF…"): partial(self.handout_asked.emit, "pdf"),
        }
        for text, slot in entries.items():
            menu.addAction(text, slot).setEnabled(self.body.isVisibleTo(self))
        return menu

    def export(self, kind: str) -> None:
        if kind in PICTURES:
            # All of the sheet, and not just the part that is scrolled to.
            picture = export_picture(kind, self.accessibleName(), self._caption.text(), self.scroller.sheet)
            self.export_asked.emit(picture)
        else:
            super().export(kind)

    def export_formula(self, kind: str) -> None:
        """Ask for a file with the formula alone."""
        if self._stage is not None and self.view.formula is not None:
            self.export_asked.emit(export_formula(kind, self._stage.title, self.view.formula, self._palette))

    def retranslate(self) -> None:
        self.set_empty(self.tr("The formula of each step, with the numbers of this pair, appears here."))
        self.set_explanation(
            self.tr(
                "The formula as it stands in the derivation, then the same with the numbers of this pair, then what it "
                "means. Blue belongs to the input and W, orange to the output and W′. Numbers are rounded to three "
                "digits, or four from 1 on; they are computed in double precision."
            )
        )
        if self._scene is not None and self._stage is not None:
            again = {stage.key: stage for stage in walk_of(self._scene.trace)}
            self._stage = again.get(self._stage.key, self._stage)
        self._name()
        self._show_numbers()

    def _name(self) -> None:
        if self._stage is None:
            self.set_title(self.tr("Equation"))
            self.set_caption("")
            return
        self.set_title(self.tr("Step {number} · {title}").format(number=self._number, title=self._stage.title))
        numbered = self._stage.equation.startswith("(")
        self.set_caption(
            self.tr("equation {number}").format(number=self._stage.equation) if numbered else self._stage.equation
        )

    def _show_numbers(self) -> None:
        shown = self._scene is not None and self._stage is not None
        self.show_body(shown)
        if self._scene is None or self._stage is None:
            return
        self.numbers.show_lines(self._stage.numbers(self._scene), self._stage.accent)
        self.explanation.setText("\n".join(self._stage.explanation(self._scene)))
        self.scroller.fit()
