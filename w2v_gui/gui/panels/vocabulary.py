"""All words of the text: how often they occur, and what becomes of them in training."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from w2v_gui.engine.chances import Chances
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.icons import icon
from w2v_gui.gui.tables import LaterRows, as_tsv
from w2v_gui.gui.text import number, one_line, plain_label, set_tooltip
from w2v_gui.gui.vocabulary_listing import ALL, FILTERS, ORDERS, PASSED_OVER, Listing
from w2v_gui.gui.vocabulary_table import KEPT, STOP, VocabularyTable, Words, fit_columns
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.choice_menu import add_choice
from w2v_gui.gui.widgets.row_table import RowTable
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.gui.word_menu import add_concordance

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.corpus.word_index import Found
    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.text_statistics import Measured
    from w2v_gui.gui.theme import Palette

MOST_COPIED = 5000
"""So many rows go into the clipboard at once: more would stop the window, and belong into a file."""

_LONGEST_QUERY = 200


class VocabularyPanel(Card):
    """The words of the text, to be searched and sorted.

    Attributes
    ----------
    search_asked : Signal(object)
        With a query; `show_found` takes the answer.
    order_asked : Signal()
        The alphabetical order of all words is wanted; `show_order` takes it.
    word_chosen : Signal(object)
        With a word, by Return or a double click.
    next_asked, watch_asked, stop_word_made : Signal(object)
        With a word: go to its next place, watch it, pass over it from now on.
    """

    search_asked = Signal(object)
    order_asked = Signal()
    word_chosen = Signal(object)
    next_asked = Signal(object)
    watch_asked = Signal(object)
    stop_word_made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: Words | None = None
        self._config = TrainingConfig()
        self._chances = Chances(1, 0, np.zeros(0), None)
        self._listing = Listing()
        self._copied_of = self._elsewhere = 0
        self._readable = False
        self.search = QLineEdit()
        self.search.setMaxLength(_LONGEST_QUERY)
        self.clear = self.search.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self.clear.setVisible(False)
        self.search.installEventFilter(self)
        self.filter = Segmented(FILTERS)
        self.filter.setObjectName("quiet")
        self.remark = plain_label(kind="muted")
        self.remark.setWordWrap(True)
        self.remark.hide()
        self.rows = VocabularyTable()
        self.table = RowTable(self.rows)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(9, 8, 5, 6)
        column.setSpacing(6)
        for widget in (self.search, self.filter, self.remark):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        self._connect()
        self.show_body(False)
        self.retranslate()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.clear.triggered.connect(self.search.clear)
        self.filter.chosen.connect(self._choose_filter)
        self.table.horizontalHeader().sectionClicked.connect(self._press)
        self.table.chosen.connect(lambda row: self.word_chosen.emit(self._word_at(row)))
        self.table.menu_asked.connect(self._show_row_menu)
        self.table.copy_asked.connect(self.copy_rows)
        self.table.typed.connect(self._type)
        self.table.left_upwards.connect(self.search.setFocus)
        self.table.resized.connect(self._fit)

    # -- what it is given ---------------------------------------------------------------------------------------

    def open_text(self, opened: Opened) -> None:
        """Take the words of another text; what was searched for is searched for in it."""
        self._listing.forget()
        self._readable = opened.recipe is not None
        self._take(Words(opened.corpus, np.zeros(0, np.int64)))
        self.show_body(True)
        if self._listing.lacks_order:
            self.order_asked.emit()
        if self._query:
            self.search_asked.emit(self._query)

    def show_measured(self, opened: Opened, measured: Measured) -> None:
        """Take the stop words, too, now that they have been counted."""
        if not len(measured.stop_counts):
            return
        self._listing.by_count = measured.by_count
        self._take(Words(opened.corpus, measured.stop_counts))

    def show_config(self, config: TrainingConfig | None) -> None:
        """Show what settings make of the words; None: leave it as it is."""
        if config is None or self._words is None:
            self._config = config or self._config
            return
        self._config = config
        before, self._chances = self._chances, Chances.of(self._words.frequencies, config)
        if before.words != self._chances.words:
            self._arrange(stay=True)
        else:
            self.rows.show_chances(self._chances)
        if (before.noise is None) != (self._chances.noise is None):
            self._fit()

    def show_found(self, found: Found) -> None:
        """Show what a search has found, unless another one is being made."""
        if found.query == self._query:
            self._listing.found = found
            self._arrange()

    def show_order(self, order: NDArray[np.int64]) -> None:
        """Take the alphabetical order of all words."""
        self._listing.alphabetical = order
        self._arrange()

    def go_to(self, word: str) -> None:
        """Select a word and bring it into sight, whatever was searched for."""
        id_ = self._words.index(word) if self._words is not None else None
        if id_ is None:
            return
        if id_ not in self.rows.rows:
            if self.filter.value != ALL:
                self.filter.set_value(KEPT if id_ < self._chances.words else PASSED_OVER)
            self.search.clear()
            self._choose_filter()
        places = np.flatnonzero(self.rows.rows == id_)
        if len(places):
            self.table.select(int(places[0]))

    def csv_rows(self) -> LaterRows:
        """Return all rows of the search and the filter."""
        words, chances, rows = self._words, self._chances, self.rows.rows
        return LaterRows(lambda: words.table(rows, chances) if words is not None else iter(()))

    @property
    def picture(self) -> QWidget:
        return self.table

    def copy(self) -> None:
        self._copy(self.rows.rows)

    def copy_rows(self) -> None:
        """Put the rows that are selected into the clipboard."""
        stretches = self.table.selected()
        if stretches:
            self._copy(np.concatenate([self.rows.rows[part.start : part.stop] for part in stretches]))

    def apply_palette(self, palette: Palette) -> None:
        self.clear.setIcon(icon("close", palette.muted))
        self.rows.apply_palette(palette)
        self.table.apply_palette(palette)

    def _fit(self) -> None:
        if self._words is not None:
            fit_columns(self.table, self.rows, self._words)

    # -- which words, in which order ----------------------------------------------------------------------------

    @property
    def _query(self) -> str:
        return self.search.text().strip()

    def _take(self, words: Words) -> None:
        self._words = words
        self._chances = Chances.of(words.frequencies, self._config)
        self._arrange()
        self._fit()

    def _search(self) -> None:
        self.clear.setVisible(bool(self.search.text()))
        if self._query:
            self.search_asked.emit(self._query)
        else:
            self._listing.found = None
            self._arrange()

    def _choose_filter(self) -> None:
        self._listing.filter = self.filter.value
        self._arrange()

    def _press(self, column: int) -> None:
        self._listing.press(column)
        self._sort()

    def set_order(self, order: str) -> None:
        """Sort the rows: one of `ORDERS`."""
        self._listing.set_order(order)
        self._sort()

    def _sort(self) -> None:
        if self._listing.lacks_order:
            self.order_asked.emit()
        else:
            self._arrange()

    def _arrange(self, *, stay: bool = False) -> None:
        """Show the words that are wanted; with ``stay``, at the place where one was."""
        if self._words is None:
            return
        rows, self._elsewhere = self._listing.rows(len(self._words), self._chances.words)
        self._show(rows, stay=stay)
        self.rows.show_order(self._listing.column, rising=self._listing.rising)
        self._copied_of = 0
        self._write_caption()
        self._write_remark()

    def _show(self, rows: NDArray[np.int64], *, stay: bool) -> None:
        assert self._words is not None
        place = self.table.verticalScrollBar().value()
        current = self.table.currentIndex().row()
        selected = self.rows.rows[current] if current >= 0 else -1
        self.rows.show_rows(self._words, self._chances, rows)
        if not stay or self.table.currentIndex().isValid():
            return
        self.table.verticalScrollBar().setValue(place)
        again = np.flatnonzero(rows == selected)
        if len(again):
            self.table.setAutoScroll(False)
            self.table.setCurrentIndex(self.rows.index(int(again[0]), 0))
            self.table.setAutoScroll(True)

    # -- what one does with the rows ----------------------------------------------------------------------------

    def _word_at(self, row: int) -> str:
        assert self._words is not None
        return self._words.word(int(self.rows.rows[row]))

    def row_menu(self, row: int) -> QMenu:
        """Return a menu of what can be done with the word in a row."""
        assert self._words is not None
        word, state = self._word_at(row), self._words.state(int(self.rows.rows[row]), self._chances)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_concordance(menu, word, self.concordance_asked.emit)
        menu.addAction(self.tr("Next in the text"), lambda: self.next_asked.emit(word))
        watch = menu.addAction(self.tr("Watch this word"), lambda: self.watch_asked.emit(word))
        watch.setEnabled(state == KEPT)
        stop = menu.addAction(self.tr("Pass over from now on"), lambda: self.stop_word_made.emit(word))
        stop.setEnabled(self._readable and state != STOP)
        menu.addSeparator()
        menu.addAction(self.tr("Copy"), self.copy_rows)
        return menu

    def _show_row_menu(self, row: int, place: QPoint) -> None:
        self.row_menu(row).popup(place)

    def _copy(self, rows: NDArray[np.int64]) -> None:
        if self._words is None:
            return
        table = self._words.table(rows[:MOST_COPIED], self._chances)
        QGuiApplication.clipboard().setText(as_tsv(islice(table, MOST_COPIED + 1)))
        self._copied_of = len(rows) if len(rows) > MOST_COPIED else 0
        self._write_remark()

    def _type(self, text: str) -> None:
        """Go on searching with what was typed into the table."""
        self.search.setFocus()
        self.search.insert(text)

    def menu(self) -> QMenu:
        menu = super().menu()
        labels = dict(
            zip(
                ORDERS,
                (
                    self.tr("Most frequent first"),
                    self.tr("Rarest first"),
                    self.tr("Alphabetical"),
                    self.tr("Alphabetical, backwards"),
                ),
                strict=True,
            )
        )
        add_choice(menu, menu.actions()[0], self.tr("Order"), labels, self._listing.order, self.set_order)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(self.rows.rows):
                self.table.setFocus()
                self.table.select(max(self.table.currentIndex().row(), 0))
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    # -- what is written ----------------------------------------------------------------------------------------

    def _write_caption(self) -> None:
        if self._words is None:
            self.set_caption("")
            return
        shown = len(self.rows.rows)
        if self._listing.found is None:
            self.set_caption(self.tr("{count} words").format(count=number(shown)))
        else:
            self.set_caption(self.tr("{count} found").format(count=number(shown)))

    def _write_remark(self) -> None:
        text = ""
        if self._copied_of:
            text = self.tr(
                "The first {most} of {count} rows have been copied: all of them can be saved as CSV."
            ).format(most=number(MOST_COPIED), count=number(self._copied_of))
        elif self._words is not None and not len(self.rows.rows):
            text = self._nothing_there()
        self.remark.setText(text)
        self.remark.setVisible(bool(text))

    def _nothing_there(self) -> str:
        if self._listing.found is not None and self._elsewhere:
            text = self.tr("No word here matches “{query}”, but {count} of the others: choose All.")
            return text.format(query=one_line(self._query, 40), count=number(self._elsewhere))
        if self._listing.found is not None:
            return self.tr("No word matches “{query}”.").format(query=one_line(self._query, 40))
        if self.filter.value == KEPT:
            return self.tr("No word occurs {count} times: lower min. count.").format(
                count=number(self._config.min_count)
            )
        return self.tr("No word is passed over.")

    def retranslate(self) -> None:
        self.set_title(self.tr("Vocabulary"))
        self.set_explanation(
            self.tr(
                "Every word of the text, and what becomes of it with the settings of the moment. Words that occur less "
                "often than min. count, and stop words, are passed over: windows are made as if they were not there. "
                "A click on the head of a column sorts."
            )
        )
        self.set_empty(self.tr("Open a text: its words will be listed here."))
        self.search.setPlaceholderText(self.tr("Search words"))
        self.clear.setText(self.tr("Show all words again (Esc)"))
        self.search.setAccessibleName(self.tr("Part of the words that are listed"))
        set_tooltip(
            self.search,
            self.tr(
                "Part of a word. ^un: words that begin with un; ing$: words that end with ing.\n"
                "With * for anything and ? for one character, the whole word is meant: un*able, ?玉."
            ),
        )
        for value, label, meaning in (
            (KEPT, self.tr("Kept"), self.tr("Words that are trained: they occur at least min. count times.")),
            (
                PASSED_OVER,
                self.tr("Passed over"),
                self.tr("Words that are not trained: below min. count, and stop words."),
            ),
            (ALL, self.tr("All"), self.tr("All words of the text.")),
        ):
            self.filter.set_label(value, label)
            set_tooltip(self.filter.button(value), meaning)
        self.filter.setAccessibleName(self.tr("Which words are listed"))
        self.table.setAccessibleName(self.tr("Words of the text"))
        self.rows.retranslate()
        self._write_caption()
        self._write_remark()
        self._fit()
