"""The rows of an answer, to be selected, sorted, copied and asked on about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from w2v_gui.gui.ask.answer_table import AnswerTable, fit_columns
from w2v_gui.gui.tables import as_tsv
from w2v_gui.gui.widgets.bar_cells import BarCells
from w2v_gui.gui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from w2v_gui.gui.theme import Palette
    from w2v_gui.vectors.questions import Answer
    from w2v_gui.vectors.word_vectors import Neighbour


class AnswerView(RowTable):
    """Keeps what is selected while the figures of an answer change.

    Attributes
    ----------
    reached : Signal(object)
        The word in the row that has been clicked, or come to by keyboard.
    """

    reached = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows = AnswerTable()
        super().__init__(self.rows, parent, BarCells)
        self.horizontalHeader().sectionClicked.connect(self._sort)
        self.selectionModel().currentRowChanged.connect(self._tell_reached)
        self.copy_asked.connect(self.copy_rows)

    @property
    def word(self) -> str:
        """The word in the row that keys act on; empty if there is none."""
        row = self.currentIndex().row()
        return self.rows.rows[row].word if 0 <= row < self.rows.count else ""

    def show_answer(self, answer: Answer, vectors: str, *, anew: bool) -> None:
        """Show the answer to another question, or newer figures of the same: then everything stays where it was."""
        place, selected = self.verticalScrollBar().value(), "" if anew else self.word
        self.rows.show_answer(answer, vectors)
        self.fit()
        if anew:
            self.clearSelection()
            self.setCurrentIndex(self.rows.index(-1, -1))
            self.scrollToTop()
            return
        again = self.rows.place(selected)
        if again >= 0 and again != self.currentIndex().row():
            self.setAutoScroll(False)
            self.setCurrentIndex(self.rows.index(again, 0))
            self.setAutoScroll(True)
        self.verticalScrollBar().setValue(place)

    def enter(self) -> None:
        """Let keys act on the row that was reached last, or on the first."""
        if self.rows.count:
            self.setFocus()
            self.select(max(self.currentIndex().row(), 0))

    def table(self, rows: Sequence[Neighbour] | None = None) -> Iterator[Sequence[object]]:
        """Return rows as a table, all of them if nothing is said; the first names the columns."""
        answer = self.rows.answer
        yield "word", "mean cosine" if answer.members else answer.measure, "count"
        for row in self.rows.rows if rows is None else rows:
            yield row.word, row.similarity, row.count

    def copy_rows(self) -> None:
        """Put the rows that are selected into the clipboard."""
        rows = [row for part in self.selected() for row in self.rows.rows[part.start : part.stop]]
        if rows:
            QGuiApplication.clipboard().setText(as_tsv(self.table(rows)))

    def fit(self) -> None:
        """Share the width among the columns."""
        fit_columns(self, self.rows)

    def retranslate(self) -> None:
        self.rows.retranslate()
        self.fit()

    def apply_palette(self, palette: Palette) -> None:
        self.rows.apply_palette(palette)
        super().apply_palette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _sort(self, column: int) -> None:
        selected = self.word
        self.rows.press(column)
        if selected:
            self.select(self.rows.place(selected))

    def _tell_reached(self) -> None:
        if self.word:
            self.reached.emit(self.word)
