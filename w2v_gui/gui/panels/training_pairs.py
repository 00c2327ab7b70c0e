"""The training pairs of a text as the derivation's tables show them: document, input words, target word."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from w2v_gui.gui.exporting import Export, file_name
from w2v_gui.gui.language import sentence
from w2v_gui.gui.pair_seeking import PairSeeking
from w2v_gui.gui.pair_settings import PairSettings
from w2v_gui.gui.tables import as_csv, as_tsv
from w2v_gui.gui.text import number, plain_label
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.pair_table import PairTableView
from w2v_gui.gui.widgets.progress_line import ProgressLine
from w2v_gui.gui.word_menu import add_concordance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QResizeEvent

    from w2v_gui.corpus.pair_table import PairRow, PairTable
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.theme import Palette

EXPORTED = 100_000
"""So many rows are written to a file at the most."""

_PIECE = 1_000

_WIDE = 700
"""Narrower than this, what looks for pairs stands below what decides on them."""


class TrainingPairsPanel(Card):
    """The exact rows that a model will see in an epoch, however many there are.

    Attributes
    ----------
    setting_chosen : Signal(str, object)
        The name of a setting, and the value it should have.
    epoch_chosen : Signal(int)
        From 1.
    position_chosen : Signal(object)
        Where in the text the window of the row stands that has been reached.
    inside_asked : Signal(object)
        The pair at a position should be walked through.
    centre_asked : Signal(object, object)
        The next window with a word, by its id, at its centre, behind a position: `show_found` takes the answer.
    unknown : Signal(str)
        A word that the text does not have; `show_spellings` takes the answer.
    """

    setting_chosen = Signal(str, object)
    epoch_chosen = Signal(int)
    position_chosen = Signal(object)
    inside_asked = Signal(object)
    centre_asked = Signal(object, object)
    unknown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: PairTable | None = None
        self._problem: BaseException | None = None
        self._counting = False
        self._inside_possible = False
        self.settings = PairSettings()
        self.seeking = PairSeeking()
        self.hint = plain_label(kind="error")
        self.hint.setWordWrap(True)
        self.hint.hide()
        self.progress = ProgressLine()
        self.progress.setMaximum(1000)
        self.view = PairTableView()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_state()

    def _lay_out(self) -> None:
        self.settings.model.setObjectName("quiet")
        self.add_tool(self.settings.model)
        self._strip = QWidget(self)
        self._controls = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._controls.addWidget(self.settings)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self.settings.epoch)
        second.addWidget(self.seeking, 1)
        self._controls.addLayout(second, 1)
        strip = QVBoxLayout(self._strip)
        strip.setContentsMargins(8, 6, 8, 2)
        strip.setSpacing(2)
        strip.addLayout(self._controls)
        strip.addWidget(self.progress)
        kept = self.progress.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(kept)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        # Above the body: they are there also where there are no pairs, to bring some.
        column.insertWidget(1, self._strip)
        # Below: what is said must not move a row from under the pointer.
        self.hint.setContentsMargins(12, 4, 12, 6)
        column.addWidget(self.hint)
        body = QVBoxLayout(self.body)
        body.setContentsMargins(0, 0, 3, 4)
        body.addWidget(self.view)

    def _connect(self) -> None:
        self.settings.setting_chosen.connect(self.setting_chosen)
        self.settings.epoch_chosen.connect(self.epoch_chosen)
        self.seeking.number_entered.connect(self._go_to_number)
        self.seeking.word_entered.connect(self._look_for)
        self.seeking.unknown.connect(self.unknown)
        self.seeking.told.connect(self._hint)
        self.view.chosen.connect(self._reached)
        self.view.activated.connect(self._walk_through)
        self.view.menu_wanted.connect(self._open_menu)
        self.view.copy_wanted.connect(self.copy_selected)
        keys = QShortcut(QKeySequence("Ctrl+G"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._ask_for_number)

    # -- what it is given -------------------------------------------------------------------------------------

    def open_text(self, opened: Opened) -> None:
        """Begin with another text: its pairs are still to be counted."""
        self._table = self._problem = None
        self.seeking.set_rows(0, 0)
        self.view.show_rows(None)
        self.view.choose(-1)
        self.seeking.set_vocabulary(opened.corpus.vocabulary)
        self._show_state()

    def show_config(self, config: TrainingConfig | None) -> None:
        """Show settings; while those of the form are wrong, the last ones that were not."""
        if config is not None:
            self.settings.show_config(config)

    def set_locked(self, locked: bool) -> None:
        """Let nobody change the settings of a run that goes on."""
        self.settings.set_locked(locked)

    def set_inside_possible(self, possible: bool) -> None:
        """Say whether there are weights to walk through a pair with."""
        self._inside_possible = possible

    def begin_counting(self) -> None:
        """Say that other pairs are being counted; those from before are seen until there are some."""
        self._counting, self._problem = True, None
        self.progress.setValue(0)
        self._show_state()

    def show_part(self, table: PairTable) -> None:
        """Show the rows that are counted already, once what was looked at is among them."""
        self.progress.setValue(round(1000 * table.share))
        if self._table is None or table.covers(self._held()[0]):
            self._take(table)
        self._show_state()

    def show_table(self, table: PairTable) -> None:
        """Show all rows."""
        self._counting, self._problem = False, None
        self._take(table)
        self._show_state()

    def show_problem(self, error: BaseException) -> None:
        """Say why there are no pairs."""
        self._counting, self._table, self._problem = False, None, error
        self.view.show_rows(None)
        self.seeking.set_rows(0, 0)
        self._show_state()

    def show_position(self, position: int) -> None:
        """Go to the first pair whose centre stands at a position or behind it; nothing is emitted."""
        if self._table is not None and len(self._table):
            self.view.choose(self._table.row_of(position))

    def show_found(self, word: int, position: int | None) -> None:
        """Go to the window that was looked for, or say that there is none."""
        if position is None:
            self.seeking.not_a_centre(word)
        else:
            self.show_position(position)
            self.position_chosen.emit(position)

    def show_spellings(self, word: str, spellings: Sequence[str]) -> None:
        """Say which words are spelled like one that was searched for in vain."""
        self.seeking.show_spellings(word, spellings)

    def apply_palette(self, palette: Palette) -> None:
        self.view.apply_palette(palette)
        self.progress.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Training pairs"))
        self.set_explanation(
            self.tr(
                "A row for each prediction: what is given is blue, what is predicted is orange. CBOW gives the context "
                "and predicts the centre; skip-gram gives the centre and predicts its context, one word after the "
                "other. Words in grey within a window are passed over: rare words, stop words, or left out by "
                "subsampling."
            )
        )
        self.view.setAccessibleName(self.tr("Training pairs: document, input words, target word"))
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self._controls.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._controls.setSpacing(16 if wide else 6)

    # -- what the user does -----------------------------------------------------------------------------------

    def _ask_for_number(self) -> None:
        self.seeking.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.seeking.number.selectAll()

    def _go_to_number(self, value: int) -> None:
        self.view.choose(value - 1)
        row = self.view.current
        if row is not None:
            self.position_chosen.emit(row.position)

    def _look_for(self, word: int) -> None:
        row = self.view.current
        seen = self.view.visible_rows()
        # Without a row that is chosen, from the first that is seen.
        before = row.position if row is not None else seen[0].position - 1 if seen else -1
        self.centre_asked.emit(word, before)

    def _reached(self, row: PairRow) -> None:
        self._hint("")
        self.position_chosen.emit(row.position)

    def _walk_through(self, row: PairRow) -> None:
        if self._inside_possible:
            self.inside_asked.emit(row.position)
        else:
            self._hint(self._why_not_inside())

    def _why_not_inside(self) -> str:
        return self.tr("Train or step first: the Inside page walks with the weights of a run.")

    def _hint(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def _open_menu(self, row: PairRow, word: str | None, place: QPoint) -> None:
        self.row_menu(row, word).popup(place)

    def row_menu(self, row: PairRow, word: str | None) -> QMenu:
        """Return a menu of what can be done with a row; ``word`` is the one that is pointed at."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        inside = menu.addAction(self.tr("Walk through this pair on the Inside page"))
        inside.triggered.connect(lambda: self._walk_through(row))
        inside.setEnabled(self._inside_possible)
        inside.setToolTip("" if self._inside_possible else self._why_not_inside())
        menu.addSeparator()
        for each in dict.fromkeys([word] if word else [*row.input_words[:4], row.target_word]):
            add_concordance(menu, each, self.concordance_asked.emit)
        menu.addSeparator()
        count = len(self.view.selection)
        copy = self.tr("Copy the row as TSV") if count < 2 else self.tr("Copy {count} rows as TSV").format(count=count)
        menu.addAction(copy).triggered.connect(self.copy_selected)
        return menu

    # -- what can be taken away -------------------------------------------------------------------------------

    def copy_selected(self) -> None:
        """Put the rows that are chosen into the clipboard."""
        QGuiApplication.clipboard().setText(as_tsv(map(_cells, self._rows(self.view.selection))))

    def csv_rows(self) -> Iterable[Sequence[object]]:
        """Return the rows that are chosen, or if it is but one, those that are seen."""
        chosen = self.view.selection
        yield _TITLES
        yield from map(_cells, self._rows(chosen if len(chosen) > 1 else self.view.visible_range))

    def menu(self) -> QMenu:
        menu = super().menu()
        count = 0 if self._table is None else len(self._table)
        if count:
            text = self.tr("Save the first {count} pairs as CSV…").format(count=number(min(count, EXPORTED)))
            menu.addAction(text, self._export_first)
        return menu

    def _export_first(self) -> None:
        table = self._table
        if table is None:
            return

        def content() -> bytes:
            # On another thread: a table is for one. In pieces, since whatever makes a large text stops all threads.
            rows = table.copy()
            pieces = [as_csv([_TITLES])]
            for first in range(0, EXPORTED, _PIECE):
                piece = rows.rows(first, min(_PIECE, EXPORTED - first))
                pieces.append(as_csv(map(_cells, piece)).removeprefix(codecs.BOM_UTF8))
            return b"".join(pieces)

        self.export_asked.emit(Export(file_name(self.tr("Training pairs")), "csv", content))

    def _rows(self, places: range) -> Sequence[PairRow]:
        return () if self._table is None else self._table.rows(places.start, len(places))

    # -- what is shown ----------------------------------------------------------------------------------------

    def _held(self) -> tuple[int, int]:
        """Return the position and the number of the row that stays where it is when the table becomes another."""
        seen = self.view.visible_range
        chosen = self.view.current
        if chosen is not None and chosen.number in seen:
            return chosen.position, chosen.number
        first = self.view.row(seen.start) if seen.start else None
        return (0, 0) if first is None else (first.position, first.number)

    def _take(self, table: PairTable) -> None:
        position, before = self._held()
        chosen = self.view.current
        self._table = table
        self.view.show_rows(table, table.inputs)
        if before or chosen is not None:
            after = table.row_of(position)
            self.view.hold(before, after)
            if chosen is not None:
                self.view.mark(table.row_of(chosen.position))
        self.seeking.set_rows(len(table), len(table.windows.vocabulary))
        self.settings.show_epoch(table.windows.rules.epoch + 1)

    def _show_state(self) -> None:
        table = self._table
        self.progress.setVisible(self._counting)
        self.show_body(table is not None or self._counting)
        if self._problem is not None:
            self.set_empty(sentence(self._problem))
        elif table is None:
            self.set_empty(
                self.tr("Here stands what the model will be taught: every window of the text, row by row. Open a text.")
            )
        self.set_caption("" if table is None else " · ".join(self._facts(table)))

    def _facts(self, table: PairTable) -> Iterator[str]:
        yield self.tr("{count} pairs").format(count=number(len(table)))
        yield self.tr("epoch {epoch}").format(epoch=number(table.windows.rules.epoch + 1))
        yield self.tr("exact rows the model will see") if table.complete else self.tr("counting …")


_TITLES = ("pair", "position", "document", "input words", "target word")


def _cells(row: PairRow) -> tuple[object, ...]:
    """Return a row as spreadsheets take it."""
    return row.number + 1, row.position, " ".join(row.tokens), " ".join(row.input_words), row.target_word
