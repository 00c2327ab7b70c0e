"""Test sets and their scores as rows, with the sections of those that are unfolded."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor

from w2v_gui.gui.column_widths import needed
from w2v_gui.gui.language import sentence
from w2v_gui.gui.scores.words import (
    dense_share_text,
    interval_text,
    kind_text,
    layout_text,
    percent_text,
    rho_text,
    share_text,
    undefined_text,
    weakness_text,
)
from w2v_gui.gui.text import number, one_line
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.column_model import ColumnModel, Index
from w2v_gui.vectors.evaluation import SEMANTIC, SYNTACTIC, AnalogiesScore, PairsScore, SectionScore
from w2v_gui.vectors.test_sets import AnalogiesSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtWidgets import QTableView

    from w2v_gui.gui.scores.entry import Entry

NAME, KIND, FOUND, SCORE, PRODUCT, INTERVAL = range(6)

_GIVE_WAY = (INTERVAL, KIND, PRODUCT)
_ROOM_FOR_NAME, _MOST_FOR_NAME = 96, 300
_PLENTY_FOR_NAME = 190
"""Nothing but the scores themselves may take room from names that are shorter."""

_LEAST_FOR_NAME = 40
_DENSE_SHARES, _DENSE = 345, 250
"""On so narrow a table figures are written as short as they can be: first the shares, then all."""

_LONGEST = 60
_LOOKED_AT = 200


@dataclass(frozen=True)
class ScoreRow:
    """One line: a test set, or a part of it.

    Attributes
    ----------
    entry : Entry
    section : int or None
        Which section it is about; None for the whole; -1 and below for sums over some of them.
    name : str
    found, total : int or None
        None as long as it has not been scored.
    score, product : float
        Spearman's correlation, or the share that comes right by 3CosAdd and by 3CosMul.
    """

    entry: Entry
    section: int | None
    name: str
    found: int | None = None
    total: int | None = None
    score: float = math.nan
    product: float = math.nan

    @property
    def has_sections(self) -> bool:
        """Whether there is something to unfold."""
        test_set = self.entry.test_set
        return self.section is None and isinstance(test_set, AnalogiesSet) and len(test_set.sections) > 1


def score_rows(entries: Iterable[Entry], unfolded: frozenset[str]) -> list[ScoreRow]:
    """Return the lines of all test sets, with the sections of those that are unfolded."""
    rows = []
    for entry in entries:
        score, total = entry.score, None if entry.test_set is None else len(entry.test_set)
        if isinstance(score, PairsScore):
            rows.append(ScoreRow(entry, None, entry.name, score.found, total, score.spearman))
        elif isinstance(score, AnalogiesScore):
            rows.append(_section_row(entry, None, score.whole))
        else:
            rows.append(ScoreRow(entry, None, entry.name, None, total))
        if isinstance(score, AnalogiesScore) and entry.path in unfolded and rows[-1].has_sections:
            rows += [_section_row(entry, -1 - i, group) for i, group in enumerate(score.groups)]
            rows += [_section_row(entry, i, section) for i, section in enumerate(score.sections)]
    return rows


def _section_row(entry: Entry, section: int | None, score: SectionScore) -> ScoreRow:
    name = entry.name if section is None else score.name
    return ScoreRow(entry, section, name, score.found, score.total, score.accuracy, score.accuracy_by_product)


def csv_rows(entries: Sequence[Entry]) -> Iterator[Sequence[object]]:
    """Yield all scores, with all sections; the first row names the columns."""
    yield (
        "test_set",
        "section",
        "kind",
        "found",
        "total",
        "spearman",
        "spearman_low",
        "spearman_high",
        "accuracy_3cosadd",
        "accuracy_3cosmul",
        "words_done",
    )
    for row in score_rows(entries, frozenset(entry.path for entry in entries)):
        score, section = row.entry.score, "" if row.section is None else row.name
        if isinstance(score, PairsScore):
            figures: tuple[object, ...] = (row.score, *score.interval, None, None)
        else:
            figures = (None, None, None, row.score, row.product)
        kind = "analogies" if isinstance(row.entry.test_set, AnalogiesSet) else "pairs"
        yield (row.entry.name, section, kind, row.found, row.total, *figures, row.entry.words_done or None)


class ScoreTable(ColumnModel):
    """Shows the lines of test sets.

    Attributes
    ----------
    rows : list of ScoreRow
    room : int
        How wide the table is, in pixels.
    """

    columns = 6
    words_in = NAME

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ScoreRow] = []
        self._entries: tuple[Entry, ...] = ()
        self._unfolded: frozenset[str] = frozenset()
        self._words_done = 0
        self.room = _DENSE_SHARES
        self.apply_palette(LIGHT)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show other test sets, or other scores."""
        self._entries = entries
        self._arrange()

    def show_moment(self, words_done: int) -> None:
        """Know how many words have been trained by now: scores from before are written in grey."""
        self._words_done = words_done
        self.cells_changed()

    def unfold(self, path: str, *, unfolded: bool) -> None:
        """Show the sections of a test set, or do not."""
        self._unfolded = self._unfolded | {path} if unfolded else self._unfolded - {path}
        self._arrange()

    def is_unfolded(self, path: str) -> bool:
        return path in self._unfolded

    def place(self, path: str, section: int | None) -> int:
        """Return in which row something is; -1 for none."""
        keys = [(row.entry.path, row.section) for row in self.rows]
        return keys.index((path, section)) if (path, section) in keys else -1

    def _arrange(self) -> None:
        rows = score_rows(self._entries, self._unfolded)
        same = [(row.entry.path, row.section) for row in rows] == [(row.entry.path, row.section) for row in self.rows]
        if same:
            self.rows = rows
            self.cells_changed()
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def apply_palette(self, palette: Palette) -> None:
        self._muted, self._error = QColor(palette.muted), QColor(palette.error)
        self.cells_changed()

    @property
    def count(self) -> int:
        return len(self.rows)

    @property
    def has_products(self) -> bool:
        """Whether any of the test sets holds analogies."""
        return any(isinstance(entry.test_set, AnalogiesSet) for entry in self._entries)

    # -- what Qt asks -------------------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.cell_tip(index.row(), index.column())
        return super().data(index, role)

    def cell_colour(self, row: int, column: int) -> QColor | None:
        return self._colour(self.rows[row], column)

    def _colour(self, row: ScoreRow, column: int) -> QColor | None:
        if row.entry.error is not None:
            return self._error if column == NAME else self._muted
        old = row.entry.score is not None and row.entry.words_done != self._words_done
        if old or weakness_text(row.found, row.total) or column in (KIND, INTERVAL):
            return self._muted
        return self._muted if row.section is not None and column != SCORE else None

    # -- what is written ----------------------------------------------------------------------------------------

    def title(self, column: int) -> str:
        return {
            NAME: self.tr("test set"),
            KIND: self.tr("kind"),
            FOUND: self.tr("found"),
            SCORE: self.tr("score"),
            PRODUCT: self.tr("3CosMul"),
            INTERVAL: self.tr("95 % interval"),
        }[column]

    def meaning(self, column: int) -> str:
        return {
            NAME: self.tr(
                "The file. A click on its name, or Return, shows what lies behind the score; a click on the sign "
                "before it, or the right arrow, shows the sections of a set of analogies."
            ),
            KIND: self.tr("Pairs of words that people have judged, or analogies."),
            FOUND: self.tr(
                "For how many items all words have vectors, out of all items of the set. Only these are scored: of two "
                "models, the one that knows more words has the harder test."
            ),
            SCORE: self.tr(
                "Of pairs, Spearman's rank correlation ρ between the cosines and the judgements: 1 if both put the "
                "pairs into the same order, 0 if they have nothing to do with each other. Of analogies, how many are "
                "answered right by 3CosAdd: the nearest word to b − a + c."
            ),
            PRODUCT: self.tr(
                "How many analogies are answered right by 3CosMul: the word with the largest cos(b)·cos(c) / (cos(a) + "
                "0.001), where cosines are shifted to 0 … 1. Levy & Goldberg 2014."
            ),
            INTERVAL: self.tr(
                "Where ρ would lie with 95 % confidence if the pairs were drawn anew: by Fisher's z, with the standard "
                "error of Bonett & Wright 2000."
            ),
        }[column]

    def cell_text(self, row: int, column: int) -> str:
        return self._text(self.rows[row], column)

    def cell_tip(self, row: int, column: int) -> str:
        return self.explanation(self.rows[row])

    def _text(self, row: ScoreRow, column: int) -> str:
        if column == NAME:
            return self._name(row)
        if column == KIND:
            return kind_text(row.entry.test_set) if row.section is None else ""
        if column == FOUND:
            written = dense_share_text if self.room < _DENSE_SHARES else share_text
            return "" if row.total is None else written(row.found, row.total)
        if row.found is None:
            return ""
        score = row.entry.score
        if column == INTERVAL:
            return interval_text(score) if isinstance(score, PairsScore) else ""
        if isinstance(score, PairsScore):
            return rho_text(row.score) if column == SCORE else ""
        return percent_text(row.score if column == SCORE else row.product, 0 if self.room < _DENSE else 1)

    def _name(self, row: ScoreRow) -> str:
        if row.section is not None:
            return ("   " if self.room < _DENSE else "      ") + section_name(row)
        arrow = "▸ " if row.has_sections else "   "
        return ("▾ " if row.has_sections and self.is_unfolded(row.entry.path) else arrow) + one_line(row.name, _LONGEST)

    def explanation(self, row: ScoreRow) -> str:
        """Return all there is to say of a row, line by line."""
        entry, score = row.entry, row.entry.score
        if entry.error is not None:
            return sentence(entry.error)
        lines = [one_line(row.name, _LONGEST) if row.section is None else section_name(row)]
        if row.found is not None and row.total is not None:
            lines.append(self.tr("{found} of {total} found").format(found=number(row.found), total=number(row.total)))
        if isinstance(score, PairsScore):
            lines.append(undefined_text(score) or rho_text(row.score, 3))
            if interval_text(score):
                lines.append(self.tr("With 95 % confidence: {interval}").format(interval=interval_text(score, 3)))
        elif score is not None:
            text = self.tr("3CosAdd {sum} · 3CosMul {product}")
            lines.append(text.format(sum=percent_text(row.score), product=percent_text(row.product)))
        lines.append(weakness_text(row.found, row.total))
        if row.section is None and entry.test_set is not None:
            lines.append(layout_text(entry.test_set))
        return "\n".join(line for line in lines if line)


def section_name(row: ScoreRow) -> str:
    """Return the name of a section, or of a sum over some."""
    translate = QCoreApplication.translate
    if row.section is not None and row.section < 0:
        return {
            SEMANTIC: translate("scores", "semantic, all"),
            SYNTACTIC: translate("scores", "syntactic, all"),
        }[row.name]
    return one_line(row.name, _LONGEST) or translate("scores", "without a section")


def fit_columns(view: QTableView, table: ScoreTable) -> None:
    """Give every column the room it needs, and the names the rest; where that is too little, some give way."""
    table.room = view.viewport().width()
    columns = (NAME, KIND, FOUND, SCORE, PRODUCT, INTERVAL)
    widths = {column: needed(view, table, column, _LOOKED_AT) for column in columns}
    room, names, shown = view.viewport().width(), widths.pop(NAME), list(widths)
    if not table.has_products:
        shown.remove(PRODUCT)
    for column in _GIVE_WAY:
        least = _ROOM_FOR_NAME if column == PRODUCT else min(names, _PLENTY_FOR_NAME)
        if room - sum(widths[each] for each in shown) < least and column in shown:
            shown.remove(column)
    spare = room - sum(widths[column] for column in shown)
    more = max(spare - _MOST_FOR_NAME, 0) // (len(shown) + 1)
    for column, width in widths.items():
        view.setColumnHidden(column, column not in shown)
        view.setColumnWidth(column, width + more)
    view.setColumnWidth(NAME, max(spare - more * len(shown), _LEAST_FOR_NAME))
