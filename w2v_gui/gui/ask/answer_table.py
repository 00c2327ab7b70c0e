"""An answer as rows: word, bar, similarity, count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics

from w2v_gui.gui.panels.plots import label_font
from w2v_gui.gui.text import number, one_line, true_minus
from w2v_gui.gui.theme import LIGHT, Palette, tabular
from w2v_gui.gui.widgets.column_model import ColumnModel, Index
from w2v_gui.gui.widgets.row_table import PADDING
from w2v_gui.vectors.questions import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QTableView

    from w2v_gui.vectors.word_vectors import Neighbour

WORD, BARS, SCORE, COUNT = range(4)

_LONGEST = 80
_LEAST_WORD, _LEAST_BAR = 56, 32
_WORD_SHARE = 0.55


class AnswerTable(ColumnModel):
    """The rows of an answer, in its own order or sorted by a column."""

    columns = 4
    words_in = WORD

    def __init__(self) -> None:
        super().__init__()
        self.answer = Answer()
        self._rows: tuple[Neighbour, ...] = ()
        self._vectors = "W"
        self._column, self._backwards = SCORE, False
        self.apply_palette(LIGHT)

    @property
    def rows(self) -> Sequence[Neighbour]:
        """From above to below."""
        return self._rows

    @property
    def has_counts(self) -> bool:
        return any(row.count is not None for row in self._rows)

    def show_answer(self, answer: Answer, vectors: str) -> None:
        """Show the rows of an answer over W, W_out or their mean; words in the same order stay selected."""
        self.answer, self._vectors = answer, vectors
        rows = self._sorted()
        same = [row.word for row in rows] == [row.word for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = rows
        if not same:
            self.endResetModel()
        self.retranslate()

    def press(self, column: int) -> None:
        """Sort by a column, the other way round if that is so already."""
        column = SCORE if column == BARS else column
        self._backwards = not self._backwards if column == self._column else False
        self._column = column
        self.beginResetModel()
        self._rows = self._sorted()
        self.endResetModel()
        self.titles_changed()

    def place(self, word: str) -> int:
        """Return the row of a word, -1 if it has none."""
        return next((place for place, row in enumerate(self._rows) if row.word == word), -1)

    def apply_palette(self, palette: Palette) -> None:
        self._muted, self._odd = QColor(palette.muted), QColor(palette.notice)
        roles = {"W": palette.context, "W_out": palette.centre, "mean": palette.muted}
        self._bars = {vectors: QColor(colour) for vectors, colour in roles.items()}
        self.cells_changed()

    def _sorted(self) -> tuple[Neighbour, ...]:
        keys: dict[int, Callable[[Neighbour], Any]] = {
            WORD: lambda row: row.word,
            SCORE: lambda row: -row.similarity,
            COUNT: lambda row: -(row.count or 0),
        }
        return tuple(sorted(self.answer.rows, key=keys[self._column], reverse=self._backwards))

    # -- what Qt asks -------------------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        return len(self._rows)

    def cell_bar(self, row: int, column: int) -> tuple[float, QColor] | None:
        if column != BARS:
            return None
        return self._part(self._rows[row]), self._odd if self._is_odd(row) else self._bars[self._vectors]

    def cell_colour(self, row: int, column: int) -> QColor | None:
        if self._is_odd(row) and column != COUNT:
            return self._odd
        return self._muted if column == COUNT or self._rows[row].similarity < 0 else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == WORD:
            return self.cell_tip(index.row(), WORD)
        return super().data(index, role)

    def _is_odd(self, row: int) -> bool:
        return self._rows[row].word == self.answer.odd

    def _part(self, row: Neighbour) -> float:
        # What 3CosMul gives may be above 1.
        most = max((each.similarity for each in self._rows), default=1.0)
        return row.similarity / max(most, 1.0)

    # -- what is written ----------------------------------------------------------------------------------------

    def title(self, column: int) -> str:
        arrow = ("↑" if self._backwards else "↓") if column == self._column else ""
        return f"{self.name(column)} {arrow}".strip()

    def name(self, column: int) -> str:
        """Return what a column is called, whether or not the rows are sorted by it."""
        if column == WORD:
            return self.tr("word") if self.answer.members else self.tr("nearest")
        if column == SCORE:
            if self.answer.members:
                return self.tr("mean cosine") if len(self.answer.members) > 2 else self.tr("cosine")
            return self.tr("cosine") if self.answer.measure == "cosine" else "3CosMul"
        return self.tr("count") if column == COUNT else ""

    def meaning(self, column: int) -> str:
        if column == COUNT:
            return self.tr("How often the word occurs in the text that the vectors were learned from.")
        if column == WORD:
            return self.tr("The words that are nearest to what was asked, without those that were asked.")
        if self.answer.members:
            return self.tr(
                "The mean of the cosines of a word with the others: 1 is the same direction, 0 unrelated. The word "
                "with the lowest is the odd one out."
            )
        if self.answer.measure == "3CosMul":
            return self.tr(
                "The product of the cosines with the words that are added, divided by those with the words that are "
                "subtracted; each cosine is moved to (1 + cos)/2 first. Levy and Goldberg 2014."
            )
        return self.tr("The cosine of the angle between the two vectors: 1 is the same direction, 0 unrelated.")

    def cell_text(self, row: int, column: int) -> str:
        near = self._rows[row]
        if column == WORD:
            return one_line(near.word, _LONGEST)
        if column == SCORE:
            return true_minus(f"{near.similarity:.3f}")
        return number(near.count) if column == COUNT and near.count is not None else ""

    def cell_tip(self, row: int, column: int) -> str:
        near = self._rows[row]
        word, similarity = one_line(near.word), true_minus(f"{near.similarity:.4f}")
        lines = [word, f"{self.name(SCORE)} {similarity}"]
        if near.count is not None:
            lines.append(self.tr("occurs {count} times").format(count=number(near.count)))
        return "\n".join(lines)


def fit_columns(view: QTableView, table: AnswerTable) -> None:
    """Give figures the room they need, words what they need if that is not too much, and bars the rest."""
    figures, head = QFontMetrics(tabular(view.font())), QFontMetrics(label_font(view.font()))
    most = max((row.count or 0 for row in table.rows), default=0)
    score = max(figures.horizontalAdvance("\u22120.000"), head.horizontalAdvance(table.name(SCORE) + " ↓"))
    count = max(figures.horizontalAdvance(number(most)), head.horizontalAdvance(table.name(COUNT) + " ↓"))
    score, count = score + 2 * PADDING, count + 2 * PADDING if table.has_counts else 0
    room = view.viewport().width() - score
    longest = max((figures.horizontalAdvance(one_line(row.word, _LONGEST)) for row in table.rows), default=0)
    wanted = max(max(longest, head.horizontalAdvance(table.name(WORD))) + 2 * PADDING + 2, _LEAST_WORD)
    # Counts are the first to go where it is narrow; the tooltip still has them.
    if room - count < min(wanted, 2 * _LEAST_WORD) + _LEAST_BAR:
        count = 0
    room -= count
    # A word of usual length is worth more than the length of its bar.
    word = min(wanted, max(int(room * _WORD_SHARE), min(2 * _LEAST_WORD, room - _LEAST_BAR)))
    bar = room - word
    view.setColumnHidden(COUNT, not count)
    view.setColumnHidden(BARS, bar < _LEAST_BAR)
    widths = {WORD: room - bar if bar >= _LEAST_BAR else room, BARS: bar, SCORE: score, COUNT: count}
    for column, width in widths.items():
        view.setColumnWidth(column, width)
