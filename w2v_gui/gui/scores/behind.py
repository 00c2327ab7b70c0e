"""What lies behind a score: what comes out wrong, which words are missing, and how the file was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from w2v_gui.gui.language import sentence
from w2v_gui.gui.scores.details import MISSES, MISSING, DetailTable, fit_details
from w2v_gui.gui.scores.table import section_name
from w2v_gui.gui.scores.words import interval_text, layout_text, percent_text, rho_text, undefined_text, weakness_text
from w2v_gui.gui.text import menu_text, number, plain_label
from w2v_gui.gui.widgets.elided_label import ElidedLabel
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.row_table import RowTable
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.gui.widgets.sheet_area import SheetArea
from w2v_gui.gui.word_menu import add_concordance
from w2v_gui.vectors.evaluation import PairsScore, WrongAnswer
from w2v_gui.vectors.questions import Analogy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from w2v_gui.gui.scores.table import ScoreRow
    from w2v_gui.gui.theme import Palette

FILE = "file"


class ScoreBehind(QWidget):
    """Three views of the test set that is selected.

    Attributes
    ----------
    closed : Signal()
    word_chosen, concordance_asked, question_chosen : Signal(str)
        A word is to be asked about or looked up; an analogy is to be asked.
    """

    closed = Signal()
    word_chosen = Signal(str)
    concordance_asked = Signal(object)
    question_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: ScoreRow | None = None
        self.heading = ElidedLabel(kind="section")
        self.back = IconButton("earlier")
        self.close_ = IconButton("close")
        self.setFocusProxy(self.back)
        self.views = Segmented((MISSES, MISSING, FILE))
        self.views.setObjectName("quiet")
        self.summary = plain_label(kind="muted")
        self.summary.setWordWrap(True)
        self.rows = DetailTable()
        self.table = RowTable(self.rows)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.text = plain_label()
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._page = SheetArea()
        self._page.column.addWidget(self.text)
        self._page.column.addStretch(1)
        self._page.column.setContentsMargins(4, 2, 4, 2)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.back)
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.views)
        column.addWidget(self.summary)
        self._either = QStackedLayout()
        column.addLayout(self._either, 1)
        self._either.addWidget(self.table)
        self._either.addWidget(self._page)
        self.close_.clicked.connect(self.closed)
        self.back.clicked.connect(self.closed)
        self.views.chosen.connect(self._write)
        self.table.resized.connect(self._fit)
        self.table.chosen.connect(self._choose)
        self.table.menu_asked.connect(self._show_menu)
        self.hide()
        self.retranslate()

    def show_row(self, row: ScoreRow) -> None:
        """Show what lies behind a row, unless it is shown already."""
        before, self._row = self._row, row
        if before is None or (before.entry.path, before.section) != (row.entry.path, row.section):
            self._write()
        elif before.entry is not row.entry:
            # Whoever reads on while it is scored again should not lose the place.
            line, place = self.table.currentIndex().row(), self.table.verticalScrollBar().value()
            self._write()
            self.table.setCurrentIndex(self.rows.index(line, 0))
            self.table.verticalScrollBar().setValue(place)

    def set_beside(self, *, beside: bool) -> None:
        """Stand beside the scores, or in their place, to which one goes back."""
        self.back.setHidden(beside)
        self.close_.setHidden(not beside)

    def apply_palette(self, palette: Palette) -> None:
        self.rows.apply_palette(palette)
        self.table.apply_palette(palette)

    @property
    def pointed_words(self) -> Sequence[str]:
        """The words of the line that is selected."""
        row = self.table.currentIndex().row()
        seen = self.table.isVisible() and 0 <= row < self.rows.count
        return self.rows.words(row) if seen else ()

    def _fit(self) -> None:
        fit_details(self.table, self.rows)

    def _choose(self, row: int) -> None:
        detail, words = self.rows.rows[row], self.rows.words(row)
        if isinstance(detail, WrongAnswer):
            self.question_chosen.emit(question_text(detail))
        elif words:
            self.word_chosen.emit(words[0])

    def row_menu(self, row: int) -> QMenu:
        """Return a menu of what can be done with the words of a line."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        detail, words = self.rows.rows[row], self.rows.words(row)
        if isinstance(detail, WrongAnswer):
            menu.addAction(self.tr("Ask this question"), lambda: self.question_chosen.emit(question_text(detail)))
        for word in words:
            text = self.tr("Ask about “{word}”").format(word=menu_text(word))
            menu.addAction(text, lambda word=word: self.word_chosen.emit(word))
        if words:
            menu.addSeparator()
        for word in words:
            add_concordance(menu, word, self.concordance_asked.emit)
        return menu

    def _show_menu(self, row: int, place: QPoint) -> None:
        menu = self.row_menu(row)
        if menu.actions():
            menu.popup(place)
        else:
            menu.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # -- what is written ----------------------------------------------------------------------------------------

    def _write(self) -> None:
        row = self._row
        if row is None:
            return
        score, view = row.entry.score, self.views.value
        for value, label in self._labels(row).items():
            self.views.set_label(value, label)
        name = row.entry.name if row.section is None else f"{row.entry.name}: {section_name(row)}"
        self.heading.setText(name)
        self.summary.setText(self._summary(row))
        self.summary.setVisible(bool(self.summary.text()))
        if score is not None and view != FILE:
            self.rows.show_score(score, row.section, view)
        else:
            self.rows.clear()
        written = self._said(row, view)
        self.text.setText(written)
        self._page.fit()
        self._either.setCurrentWidget(self._page if written else self.table)
        self._fit()

    def _labels(self, row: ScoreRow) -> dict[str, str]:
        missing = self.tr("Missing words")
        if row.entry.score is not None:
            missing = self.tr("Missing: {count}").format(count=number(len(row.entry.score.missing)))
        return {MISSES: self.tr("Worst misses"), MISSING: missing, FILE: self.tr("File")}

    def _summary(self, row: ScoreRow) -> str:
        score = row.entry.score
        if score is None:
            return ""
        if isinstance(score, PairsScore):
            parts = [undefined_text(score) or rho_text(score.spearman, 3)]
            if interval_text(score):
                parts.append(self.tr("95 %: {interval}").format(interval=interval_text(score, 2)))
        else:
            text = self.tr("3CosAdd {sum} · 3CosMul {product}")
            parts = [text.format(sum=percent_text(row.score), product=percent_text(row.product))]
        weakness = weakness_text(row.found, row.total)
        return " · ".join(parts) + (f"\n{weakness}" if weakness else "")

    def _said(self, row: ScoreRow, view: str) -> str:
        """Return what is said in place of lines."""
        entry = row.entry
        if entry.error is not None:
            return sentence(entry.error)
        if view == FILE and entry.test_set is not None:
            return layout_text(entry.test_set) if entry.title else f"{layout_text(entry.test_set)}\n{entry.path}"
        if entry.score is None:
            return self.tr("Not scored yet.")
        if self.rows.count:
            return ""
        return self.tr("No word is missing.") if view == MISSING else self.tr("Nothing is wrong.")

    def retranslate(self) -> None:
        self.close_.set_meaning(self.tr("Close (Esc)"))
        self.back.set_meaning(self.tr("Back to the scores (Esc)"))
        self.views.setAccessibleName(self.tr("What lies behind the score"))
        self.table.setAccessibleName(self.tr("What lies behind the score"))
        self.rows.retranslate()
        self._write()


def question_text(wrong: WrongAnswer) -> str:
    """Return an analogy as it is asked."""
    a, b, c = wrong.words[:3]
    return str(Analogy((a, b, c, None)))
