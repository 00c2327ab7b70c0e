"""The words that fit into a gap, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFontMetrics

from w2v_gui.gui.column_widths import needed
from w2v_gui.gui.text import number, one_line
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.vocabulary_table import probability_text
from w2v_gui.gui.widgets.column_model import ColumnModel
from w2v_gui.gui.widgets.row_table import PADDING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QTableView

    from w2v_gui.gui.predict.predicted import Predicted

WORD, BARS, VALUE, COUNT = range(4)

_ROOM_FOR_WORD, _MOST_FOR_WORD = 72, 260
_ROOM_FOR_BAR = 48


class PredictionTable(ColumnModel):
    """Shows the best words with the model's probability or score."""

    columns = 4
    words_in = WORD

    def __init__(self) -> None:
        super().__init__()
        self._predicted: Predicted | None = None
        self._rows: list[int] = []
        self._revealed = -1
        self.apply_palette(LIGHT)

    @property
    def count(self) -> int:
        return len(self._rows)

    def show_predicted(self, predicted: Predicted | None) -> None:
        """Show what a model says; as many rows as before are written anew where they are."""
        rows = [] if predicted is None or predicted.rows is None else predicted.rows.tolist()
        before = self._predicted
        if predicted is not None and before is not None and len(rows) == len(self._rows):
            self._predicted, self._rows = predicted, rows
            self.cells_changed()
            if predicted.predictor.kind != before.predictor.kind:
                self.titles_changed()
            return
        self.beginResetModel()
        self._predicted, self._rows = predicted, rows
        self.endResetModel()

    def reveal(self, word: str) -> None:
        """Mark the word that was hidden; nothing: none."""
        self._revealed = -1
        if word and self._predicted is not None:
            known = self._predicted.predictor.vocabulary.find(word)
            self._revealed = -1 if known is None else known
        self.cells_changed()

    def word(self, row: int) -> str:
        assert self._predicted is not None
        return self._predicted.predictor.vocabulary.words[self._rows[row]]

    def row_of(self, word: str) -> int:
        """Return the row in which a word stands; -1 if it is not listed."""
        return next((row for row in range(self.count) if self.word(row) == word), -1)

    def table(self) -> Iterator[Sequence[object]]:
        """Yield the rows; the first one names the columns."""
        kind = self._predicted.predictor.kind if self._predicted is not None else "probability"
        yield "word", kind, "count"
        for row in range(self.count):
            yield self.word(row), self._value(row), self._count(row)

    def apply_palette(self, palette: Palette) -> None:
        self._muted, self._colour = QColor(palette.muted), QColor(palette.centre)
        self.cells_changed()

    def cell_bar(self, row: int, column: int) -> tuple[float, QColor] | None:
        if column != BARS:
            return None
        # Probabilities are held against the highest one; scores are from 0 to 1 each for itself.
        return self._value(row) / (1.0 if self.scores else max(self._value(0), 1e-300)), self._colour

    def cell_colour(self, row: int, column: int) -> QColor | None:
        if column == WORD and self._rows[row] == self._revealed:
            return self._colour
        return self._muted if column == COUNT else None

    def _value(self, row: int) -> float:
        assert self._predicted is not None
        assert self._predicted.prediction is not None
        return float(self._predicted.prediction.values[self._rows[row]])

    def _count(self, row: int) -> int:
        assert self._predicted is not None
        return int(self._predicted.predictor.vocabulary.counts[self._rows[row]])

    def cell_text(self, row: int, column: int) -> str:
        if column == WORD:
            return one_line(self.word(row), 60)
        if column == BARS:
            return ""
        return value_text(self._value(row), scores=self.scores) if column == VALUE else number(self._count(row))

    # -- what is written ----------------------------------------------------------------------------------------

    @property
    def scores(self) -> bool:
        """Whether the model answers with scores, and not with probabilities."""
        return self._predicted is not None and self._predicted.predictor.kind == "score"

    def title(self, column: int) -> str:
        return {
            WORD: self.tr("word"),
            BARS: "",
            VALUE: self.tr("score σ(u)") if self.scores else self.tr("probability"),
            COUNT: self.tr("count"),
        }[column]

    def meaning(self, column: int) -> str:
        if column == WORD:
            return self.tr("The words that the model expects most.")
        if column == COUNT:
            return self.tr("How often the word occurs in the text.")
        if self.scores:
            return self.tr(
                "σ(u) of the word by itself: no probability that it stands here, but how sure the model is that word "
                "and context come from the text and not from the noise."
            )
        return self.tr("The probability that the word stands in the gap, by the model's own output layer.")

    def cell_tip(self, row: int, column: int) -> str:
        assert self._predicted is not None
        text = (
            self.tr("{word}: score {value}, place {rank} of {words}. The word occurs {count} times.")
            if self.scores
            else self.tr("{word}: probability {value}, place {rank} of {words}. The word occurs {count} times.")
        )
        return text.format(
            word=one_line(self.word(row), 60),
            value=f"{self._value(row):.6g}",
            rank=number(row + 1),
            words=number(len(self._predicted.predictor.vocabulary)),
            count=number(self._count(row)),
        )


def value_text(value: float, *, scores: bool) -> str:
    """Return a probability or a score in figures that can be told apart."""
    if not scores:
        return probability_text(value)
    return f"{value:.3f}" if value < 0.999 else f"{value:.6f}"


def fit_columns(view: QTableView, table: PredictionTable) -> None:
    """Give figures the room that they need, and words and bars the rest; where that is too little, no counts."""
    room = view.viewport().width()
    widths = {column: needed(view, table, column, table.count) for column in (VALUE, COUNT)}
    words = QFontMetrics(view.font())
    longest = max((words.horizontalAdvance(table.cell_text(row, WORD)) for row in range(table.count)), default=0)
    wanted = min(max(longest + 2 * PADDING, _ROOM_FOR_WORD), _MOST_FOR_WORD)
    counted = room - sum(widths.values()) >= _ROOM_FOR_WORD + _ROOM_FOR_BAR
    view.setColumnHidden(COUNT, not counted)
    room -= widths[VALUE] + (widths[COUNT] if counted else 0)
    word = max(min(wanted, room - _ROOM_FOR_BAR), _ROOM_FOR_WORD)
    for column, width in (*widths.items(), (WORD, word), (BARS, max(room - word, 0))):
        view.setColumnWidth(column, width)
