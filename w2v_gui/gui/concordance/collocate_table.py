"""The words that stand near another most, as a small table."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from w2v_gui.gui.text import number, one_line, true_minus
from w2v_gui.gui.theme import LIGHT, Palette, tabular
from w2v_gui.gui.widgets.column_model import ColumnModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from w2v_gui.corpus.collocates import Collocates

WORD, COUNT, PMI = range(3)

_MOST = 100
_FEWEST, _SHARE = 3, 0.25
"""By PMI words are listed that stand near at least so often, and so many times the root of the number of lines."""


class _Model(ColumnModel):
    columns = 3
    words_in = WORD

    def __init__(self) -> None:
        super().__init__()
        self._found: Collocates | None = None
        self._words: Sequence[str] = ()
        self._kept = self._lines = 0
        self._order: list[int] = []
        self._by = PMI
        self._palette = LIGHT

    @property
    def least(self) -> int:
        """How often a word stands near at least, to be listed by PMI."""
        return max(_FEWEST, round(_SHARE * math.sqrt(self._lines)))

    def show(self, found: Collocates | None, words: Sequence[str], kept: int, lines: int) -> None:
        self._found, self._words, self._kept, self._lines = found, words, kept, lines
        self.sort(self._by)

    def set_style(self, palette: Palette, font: QFont) -> None:
        self._palette, self.font = palette, tabular(font)
        self.layoutChanged.emit()

    @property
    def count(self) -> int:
        return len(self._order)

    def word(self, row: int) -> str:
        assert self._found is not None
        return self._words[int(self._found.ids[self._order[row]])]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.DescendingOrder) -> None:
        if column != WORD:
            self._by = column
        self.beginResetModel()
        found = self._found
        if found is None:
            self._order = []
        else:
            best = found.by_pmi(_MOST, self.least) if self._by == PMI else found.by_count(_MOST)
            self._order = best.tolist()
        self.endResetModel()

    def cell_colour(self, row: int, column: int) -> QColor:
        assert self._found is not None
        passed_over = self._found.ids[self._order[row]] >= self._kept
        palette = self._palette
        return QColor(palette.disabled if passed_over else palette.text if column == WORD else palette.muted)

    def cell_tip(self, row: int, column: int) -> str:
        return one_line(self.word(row)) if column == WORD else ""

    def cell_text(self, row: int, column: int) -> str:
        found = self._found
        assert found is not None
        if column == WORD:
            return one_line(self.word(row), 40)
        place = self._order[row]
        return number(int(found.counts[place])) if column == COUNT else true_minus(f"{found.pmi[place]:.1f}")

    def title(self, column: int) -> str:
        title = (self.tr("Near it"), self.tr("count"), self.tr("PMI"))[column]
        return f"{title} ↓" if column == self._by else title

    def meaning(self, column: int) -> str:
        window = self._found.window if self._found is not None else 0
        if column == WORD:
            return self.tr("Words at most {window} places away, in the same sentence.").format(window=window)
        if column == COUNT:
            return self.tr("How often the word stands there.")
        return self.tr(
            "Pointwise mutual information in bits: log₂ of how much likelier the word is there than anywhere in the "
            "text. Listed are words that stand there at least {least} times."
        ).format(least=self.least)


class CollocateTable(QTableView):
    """Shows words with count and PMI, by one of which they are sorted; a double click or Return chooses one.

    Attributes
    ----------
    chosen : Signal(object)
        With a word.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Model()
        self.setModel(self._rows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(22)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WORD, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.sectionClicked.connect(self._rows.sort)
        self.activated.connect(self._choose)

    def show_collocates(self, found: Collocates | None, words: Sequence[str], kept: int, lines: int) -> None:
        """Show what stands near some lines, or nothing; words whose ids are not below ``kept`` are pale."""
        self._rows.show(found, words, kept, lines)
        self.scrollToTop()

    def words(self) -> list[str]:
        """Return the words, as they are listed."""
        return [self._rows.word(row) for row in range(self._rows.count)]

    def apply_palette(self, palette: Palette) -> None:
        self._rows.set_style(palette, self.font())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._rows.sort(WORD)
        super().changeEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._rows.word(index.row()))
