"""The words that stand beside both of two words, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtGui import QColor, QFontMetrics

from w2v_gui.gui.panels.plots import label_font
from w2v_gui.gui.text import index, number, one_line, true_minus
from w2v_gui.gui.theme import LIGHT, Palette, tabular
from w2v_gui.gui.widgets.column_model import ColumnModel
from w2v_gui.gui.widgets.row_table import PADDING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QTableView

    from w2v_gui.gui.why.related import Related

WORD, SHARE, COUNT_1, COUNT_2, PMI_1, PMI_2 = range(6)

MOST = 500
"""So many shared contexts are listed at most."""

_ENOUGH_FOR_WORD, _LEAST_FOR_WORD = 100, 48
_MEASURED = 50
_MOST_FOR_BAR = 160


class SharedTable(ColumnModel):
    """Shows shared contexts, sorted by what they explain, by a count or by a PMI."""

    columns = 6
    words_in = WORD

    def __init__(self) -> None:
        super().__init__()
        self._related: Related | None = None
        self._by = SHARE
        self._order: NDArray[np.intp] = np.empty(0, np.intp)
        self.apply_palette(LIGHT)

    @property
    def count(self) -> int:
        return len(self._order)

    def show_related(self, related: Related | None) -> None:
        """Show what two words share, or nothing."""
        self.beginResetModel()
        self._related = related
        self._arrange()
        self.endResetModel()

    def sort_by(self, column: int) -> None:
        """Put the rows in another order, the highest first."""
        if column == WORD or column == self._by:
            return
        self.layoutAboutToBeChanged.emit()
        self._by, before = column, self._order
        self._arrange()
        rows = {place: row for row, place in enumerate(self._order.tolist())}
        held = self.persistentIndexList()
        # What is selected stays with its word.
        moved = [self.index(rows.get(int(before[each.row()]), -1), each.column()) for each in held]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()
        self.titles_changed()

    def _arrange(self) -> None:
        if self._related is None:
            self._order = np.empty(0, np.intp)
            return
        values = self._values(self._by)
        self._order = np.argsort(-values, kind="stable")[:MOST]

    def _values(self, column: int) -> NDArray[Any]:
        assert self._related is not None
        relation = self._related.relation
        values: dict[int, NDArray[Any]] = {
            SHARE: relation.shares,
            COUNT_1: relation.counts[0],
            COUNT_2: relation.counts[1],
            PMI_1: relation.pmi[0],
            PMI_2: relation.pmi[1],
        }
        return values[column]

    def id(self, row: int) -> int:
        """Return the id of the context in a row."""
        assert self._related is not None
        return int(self._related.relation.ids[self._order[row]])

    def word(self, row: int) -> str:
        assert self._related is not None
        return self._related.ground.corpus.word(self.id(row))

    def row_of(self, context: int) -> int:
        """Return the row in which a context stands; -1 if it is not listed."""
        if self._related is None:
            return -1
        rows = np.flatnonzero(self._related.relation.ids[self._order] == context)
        return int(rows[0]) if len(rows) else -1

    def apply_palette(self, palette: Palette) -> None:
        self._muted, self._colour = QColor(palette.muted), QColor(palette.context)
        self.cells_changed()

    def cell_bar(self, row: int, column: int) -> tuple[float, QColor] | None:
        if self._related is None or column != SHARE:
            return None
        # The longest bar is that of the context that explains most.
        shares = self._related.relation.shares
        highest = float(shares[0])
        return (shares[self._order[row]] / highest if highest > 0 else 0.0), self._colour

    def cell_colour(self, row: int, column: int) -> QColor | None:
        return None if column in (WORD, SHARE) else self._muted

    def alignment(self, column: int) -> int:
        return super().alignment(WORD if column == SHARE else column)

    def cell_text(self, row: int, column: int) -> str:
        if column == WORD:
            return one_line(self.word(row), 60)
        if column == SHARE:
            return ""
        value = self._values(column)[self._order[row]]
        return number(int(value)) if column in (COUNT_1, COUNT_2) else true_minus(f"{value:.1f}")

    # -- what is written ----------------------------------------------------------------------------------------

    def title(self, column: int) -> str:
        name = self.name(column)
        return f"{name} ↓" if column == self._by and name else name

    def name(self, column: int) -> str:
        """Return what a column is called, whether or not the rows are sorted by it."""
        return {
            WORD: self.tr("word"),
            SHARE: self.tr("share"),
            COUNT_1: "n" + index(1),
            COUNT_2: "n" + index(2),
            PMI_1: self.tr("PMI") + index(1),
            PMI_2: self.tr("PMI") + index(2),
        }[column]

    def meaning(self, column: int) -> str:
        if column == WORD:
            return self.tr("Words that stand beside the one as well as beside the other.")
        if column == SHARE:
            return self.tr(
                "What the word adds to the cosine of the contexts: √(n₁·n₂) · PMI₁ · PMI₂, nothing where a PMI is not "
                "positive. Skip-gram with negative sampling learns vectors whose products come close to the PMI, less "
                "a constant (Levy and Goldberg 2014): what is unusually frequent beside both words draws their vectors "
                "together, the more so the more often it is met."
            )
        word = one_line(self._pair[column in (COUNT_2, PMI_2)], 40)
        if column in (COUNT_1, COUNT_2):
            text = self.tr("How often it stands at most {window} places from “{word}”, in the same sentence.")
        else:
            text = self.tr(
                "Pointwise mutual information in bits: log₂ of how much likelier it is at most {window} places from "
                "“{word}” than anywhere in the text."
            )
        window = self._related.relation.window if self._related is not None else 0
        return text.format(window=window, word=word)

    @property
    def _pair(self) -> tuple[str, str]:
        return self._related.pair if self._related is not None else ("", "")

    def widest(self, column: int) -> str:
        """Return what needs the most room in a column of figures."""
        if self._related is None or not self.count:
            return ""
        values = self._values(column)[self._order]
        if column in (COUNT_1, COUNT_2):
            return number(int(values.max()))
        return max((true_minus(f"{value:.1f}") for value in (values.min(), values.max())), key=len)

    def cell_tip(self, row: int, column: int) -> str:
        assert self._related is not None
        place, relation = int(self._order[row]), self._related.relation
        lines = [
            self.tr("“{context}” stands {count} times beside “{word}”: PMI {pmi}.").format(
                context=one_line(self.word(row), 40),
                count=number(int(relation.counts[side, place])),
                word=one_line(word, 40),
                pmi=true_minus(f"{relation.pmi[side, place]:.2f}"),
            )
            for side, word in enumerate(self._pair)
        ]
        if relation.cosine > 0:
            share = f"{100 * relation.shares[place] / relation.cosine:.1f}"
            lines.append(self.tr("It makes {share} % of what the two have in common.").format(share=share))
        return "\n".join(lines)


def rows_of(related: Related | None) -> Iterator[Sequence[object]]:
    """Yield all shared contexts as a table; the first row names the columns."""
    yield "context", "share", "count_1", "count_2", "pmi_1", "pmi_2"
    if related is None:
        return
    relation, corpus = related.relation, related.ground.corpus
    for place, id_ in enumerate(relation.ids.tolist()):
        counts, pmi = relation.counts[:, place].tolist(), relation.pmi[:, place].tolist()
        yield corpus.word(id_), float(relation.shares[place]), *counts, *pmi


def fit_columns(view: QTableView, table: SharedTable) -> None:
    """Give figures the room that they need, and words and bars the rest; where that is too little, no bars."""
    figures, head = QFontMetrics(tabular(view.font())), QFontMetrics(label_font(view.font()))
    room = view.viewport().width()
    for column in (COUNT_1, COUNT_2, PMI_1, PMI_2):
        widest = max(figures.horizontalAdvance(table.widest(column)), head.horizontalAdvance(table.title(column)))
        view.setColumnWidth(column, widest + 2 * PADDING)
        room -= widest + 2 * PADDING
    least = head.horizontalAdvance(table.name(SHARE) + " ↓") + 2 * PADDING
    words = QFontMetrics(view.font())
    seen = range(min(table.count, _MEASURED))
    longest = max((words.horizontalAdvance(one_line(table.word(row), 60)) for row in seen), default=0) + 2 * PADDING
    bar = min(room - max(min(longest, _ENOUGH_FOR_WORD), _LEAST_FOR_WORD), _MOST_FOR_BAR)
    view.setColumnHidden(SHARE, bar < least)
    view.setColumnWidth(SHARE, max(bar, 0))
    view.setColumnWidth(WORD, max(room - (bar if bar >= least else 0), _LEAST_FOR_WORD))
