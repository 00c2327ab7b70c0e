"""How good the vectors are: the user's test sets, and how they do on them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from w2v_gui.gui import dialogs
from w2v_gui.gui.language import sentence
from w2v_gui.gui.scores.about import ScoreAbout
from w2v_gui.gui.scores.behind import ScoreBehind
from w2v_gui.gui.scores.foot import ScoreFoot
from w2v_gui.gui.scores.table import NAME, ScoreTable, csv_rows, fit_columns
from w2v_gui.gui.scores.words import percent_text
from w2v_gui.gui.tables import LaterRows
from w2v_gui.gui.text import number, one_line, short_number
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.notice_line import NoticeLine
from w2v_gui.gui.widgets.parts_label import SEPARATOR
from w2v_gui.gui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent

    from w2v_gui.errors import UserError
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.scores.entry import Entry
    from w2v_gui.gui.theme import Palette

_WIDE = 620
"""From so many pixels on, what lies behind a score stands beside it and not in its place."""

_LOW = 330
"""Below so many pixels the rows themselves need all the room."""

_ARROW = 26
"""So many pixels at the left of a row unfold it."""


class ScoresPanel(Card):
    """Test sets, found / total, scores, and what lies behind them.

    Attributes
    ----------
    files_given : Signal(object)
        With paths of files that should be test sets.
    removed : Signal(str)
        With the path of a test set.
    score_asked : Signal()
        All of them are to be scored by the vectors of the moment.
    cancelled : Signal()
    restricted : Signal(int)
        With the number of words among which analogies are answered; 0 for all.
    word_chosen : Signal(str)
        A word is to be asked about.
    question_chosen : Signal(str)
        An analogy is to be asked: “a : b :: c : ?”.
    """

    files_given = Signal(object)
    removed = Signal(str)
    score_asked = Signal()
    cancelled = Signal()
    restricted = Signal(int)
    word_chosen = Signal(str)
    question_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explored: Explored | None = None
        self._entries: tuple[Entry, ...] = ()
        self._errors: Sequence[UserError] = ()
        self._chosen: tuple[str, int | None] | None = None
        self._open, self._beside = False, True
        self._pressed_at = 0.0
        self._folder = ""
        self.setAcceptDrops(True)
        self.rows = ScoreTable()
        self.table = RowTable(self.rows)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.table.installEventFilter(self)
        self.table.viewport().installEventFilter(self)
        self.behind = ScoreBehind()
        self.notice = NoticeLine()
        self.about = ScoreAbout()
        self.foot = ScoreFoot()
        self.results = QWidget()
        halves = QHBoxLayout()
        halves.setSpacing(6)
        halves.addWidget(self.table, 1)
        halves.addWidget(self.behind, 1)
        column = QVBoxLayout(self.results)
        column.setContentsMargins(6, 4, 6, 8)
        column.setSpacing(6)
        column.addLayout(halves, 1)
        column.addWidget(self.foot)
        whole = QVBoxLayout(self.body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.notice)
        self._either = QStackedLayout()
        whole.addLayout(self._either, 1)
        self._either.addWidget(self.about)
        self._either.addWidget(self.results)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.about.zone.clicked.connect(self.choose)
        self.foot.add_asked.connect(self.choose)
        self.foot.again_asked.connect(self.score_asked)
        self.foot.stop_asked.connect(self.cancelled)
        self.foot.restricted.connect(self.restricted)
        self.table.chosen.connect(self._look_behind)
        self.table.clicked.connect(self._clicked)
        self.table.resized.connect(self._fit)
        self.table.menu_asked.connect(self._show_row_menu)
        self.table.copy_asked.connect(self.copy)
        self.table.selectionModel().currentRowChanged.connect(self._select)
        self.rows.modelReset.connect(self._restore)
        self.rows.modelReset.connect(self._fit)
        self.notice.closed.connect(self._arrange)
        self.behind.closed.connect(self._close_behind)
        self.behind.word_chosen.connect(self.word_chosen)
        self.behind.question_chosen.connect(self.question_chosen)
        self.behind.concordance_asked.connect(self.concordance_asked)

    # -- what it is given ---------------------------------------------------------------------------------------

    def show_explored(self, explored: Explored | None) -> None:
        """Know which vectors there are now; scores say of which moment they are."""
        self._explored = explored
        self.rows.show_moment(0 if explored is None else explored.words_done)
        self._write_state()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show the test sets, and what has been scored of them."""
        self._entries = entries
        self.rows.show_entries(entries)
        self._either.setCurrentWidget(self.results if entries else self.about)
        self._fit()
        self._arrange()
        self._write_state()

    def show_progress(self, path: str, share: float) -> None:
        """Show how far the scoring of a test set is; no path: nothing is being scored."""
        name = next((entry.name for entry in self._entries if entry.path == path), "")
        text = self.tr("{name}: {percent}").format(name=one_line(name, 60), percent=percent_text(share))
        self.foot.show_progress(text if path else "", share)

    def show_refused(self, errors: Sequence[UserError]) -> None:
        """Say which files are no test sets; whatever else there is stays."""
        self._errors = errors
        if errors:
            self.notice.say(lambda: (self._refusal(), ""), "error")
        else:
            self.notice.hide()
        self._arrange()

    def show_restrict(self, words: int) -> None:
        """Show among how many words analogies are answered; 0 for all."""
        self.foot.show_restrict(words)

    # -- what the user does -------------------------------------------------------------------------------------

    def add_files(self, paths: Sequence[str]) -> None:
        """Take files that were dropped or chosen."""
        if paths:
            self.files_given.emit(list(paths))

    def choose(self) -> None:
        """Ask for test sets."""
        paths = dialogs.choose_test_sets(self, self._folder)
        if paths:
            self._folder = str(Path(paths[0]).parent)
            self.add_files(paths)

    def set_folder(self, folder: str) -> None:
        """Know where test sets may lie."""
        self._folder = folder

    def toggle(self, row: int) -> None:
        """Show the sections of a test set, or fold them away."""
        self._unfold(row, unfolded=not self.rows.is_unfolded(self.rows.rows[row].entry.path))

    def _unfold(self, row: int, *, unfolded: bool) -> None:
        entry = self.rows.rows[row].entry
        if not unfolded:
            self._chosen = entry.path, None
        if any(each.has_sections for each in self.rows.rows if each.entry is entry):
            self.rows.unfold(entry.path, unfolded=unfolded)

    def _clicked(self, index: QModelIndex) -> None:
        edge = self.table.columnViewportPosition(NAME) + _ARROW
        if self.rows.rows[index.row()].has_sections and self._pressed_at < edge:
            self.toggle(index.row())
        else:
            self._look_behind(index.row())

    def _look_behind(self, row: int) -> None:
        """Show what lies behind a score: beside the table, or in its place where there is no room for both."""
        chosen = self.rows.rows[row]
        self._chosen, self._open, self._beside = (chosen.entry.path, chosen.section), True, True
        self._arrange()
        if not self._wide:
            self.behind.setFocus()

    def _select(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < self.rows.count:
            chosen = self.rows.rows[row]
            self._chosen = chosen.entry.path, chosen.section
            self._arrange()

    def _restore(self) -> None:
        """Select again what was selected before there were other rows."""
        row = -1 if self._chosen is None else self.rows.place(*self._chosen)
        if row >= 0:
            self.table.setCurrentIndex(self.rows.index(row, 0))

    def _close_behind(self) -> None:
        self._open = False
        if self._wide:
            self._beside = False
        self._arrange()
        self.table.setFocus()

    @property
    def _wide(self) -> bool:
        return self.width() >= _WIDE

    def _choose_one(self) -> None:
        """Select a set that has been scored, so that the room beside the scores is not empty."""
        for place, row in enumerate(self.rows.rows):
            if row.found:
                self._chosen = row.entry.path, row.section
                self.table.setCurrentIndex(self.rows.index(place, 0))
                return

    def _arrange(self) -> None:
        if self._wide and self._beside and self._chosen is None:
            self._choose_one()
        seen = self._beside if self._wide else self._open
        row = -1 if self._chosen is None or not seen else self.rows.place(*self._chosen)
        if row >= 0:
            self.behind.show_row(self.rows.rows[row])
        self.behind.setVisible(row >= 0)
        self.table.setVisible(row < 0 or self._wide)
        low = self.height() < _LOW
        self.foot.set_low(low=low)
        self.foot.setVisible(self.table.isVisibleTo(self.results) and not (low and self.notice.text))

    def remove(self, row: int) -> None:
        """Take a test set off the card; its file stays."""
        path = self.rows.rows[row].entry.path
        if self._chosen is not None and self._chosen[0] == path:
            self._chosen, self._open = None, False
        self.removed.emit(path)

    def row_menu(self, row: int) -> QMenu:
        """Return a menu of what can be done with a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.rows.rows[row]
        if chosen.has_sections:
            unfolded = self.rows.is_unfolded(chosen.entry.path)
            text = self.tr("Fold the sections away") if unfolded else self.tr("Show the sections")
            menu.addAction(text, lambda: self.toggle(row))
        menu.addAction(self.tr("Score again"), self.score_asked.emit).setEnabled(self._explored is not None)
        menu.addAction(self.tr("Remove from the card"), lambda: self.remove(row))
        return menu

    def _show_row_menu(self, row: int, place: QPoint) -> None:
        self.row_menu(row).popup(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._pressed_at = event.position().x()
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            row, key = self.table.currentIndex().row(), event.key()
            if row >= 0 and key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
                self._unfold(row, unfolded=key == Qt.Key.Key_Right)
                return True
            if row >= 0 and key == Qt.Key.Key_Space:
                self.toggle(row)
                return True
            if row >= 0 and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.remove(row)
                return True
            if key == Qt.Key.Key_Escape and self.behind.isVisible():
                self._close_behind()
                return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dialogs.local_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_files(dialogs.local_paths(event.mimeData()))
        event.acceptProposedAction()

    # -- how it looks -------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.behind.set_beside(beside=self._wide)
        self._arrange()

    def _fit(self) -> None:
        fit_columns(self.table, self.rows)

    def apply_palette(self, palette: Palette) -> None:
        self.rows.apply_palette(palette)
        self.table.apply_palette(palette)
        self.behind.apply_palette(palette)
        self.foot.progress.apply_palette(palette)

    @property
    def pointed_words(self) -> Sequence[str]:
        return self.behind.pointed_words

    def csv_rows(self) -> LaterRows:
        """Return all scores, with all sections."""
        entries = self._entries
        return LaterRows(lambda: csv_rows(entries))

    @property
    def picture(self) -> QWidget:
        return self.table

    # -- what is written ----------------------------------------------------------------------------------------

    @property
    def _old(self) -> int | None:
        """After how many words the scores are that are not of this moment; None where all are."""
        if self._explored is None:
            return None
        scored = [entry.words_done for entry in self._entries if entry.score is not None]
        old = [words for words in scored if words != self._explored.words_done]
        return min(old, default=None)

    def _write_state(self) -> None:
        count, explored, old = len(self._entries), self._explored, self._old
        caption = [self.tr("{count} test sets").format(count=number(count)) if count != 1 else self.tr("1 test set")]
        then = old or (explored.words_done if explored is not None else 0)
        if then and any(entry.score for entry in self._entries):
            after = self.tr("after {words} words") if then != 1 else self.tr("after 1 word")
            caption.append(after.format(words=short_number(then)))
        text = ""
        if explored is None:
            text = self.tr("No vectors yet")
        elif old is not None:
            text = self.tr("now {words} words").format(words=short_number(explored.words_done))
        self.set_caption(SEPARATOR.join(caption) if count else "")
        self.foot.show_state(text, possible=explored is not None)

    def _refusal(self) -> str:
        text = sentence(self._errors[0])
        if len(self._errors) > 1:
            names = ", ".join(one_line(str(error.values.get("file", "")), 40) for error in self._errors[1:4])
            more = " …" if len(self._errors) > 4 else ""
            text += "\n" + self.tr("Not taken either: {names}").format(names=names + more)
        return text

    def retranslate(self) -> None:
        self.set_title(self.tr("How good is it"))
        self.set_explanation(
            self.tr(
                "Test sets hold what people know: how similar two words are, or which word is to one as another is to "
                "a third. The vectors are asked the same. A row tells which of its items they get most wrong, and "
                "which words are missing."
            )
        )
        self.about.retranslate()
        self.foot.retranslate()
        self.table.setAccessibleName(self.tr("Test sets and scores"))
        self.rows.retranslate()
        self.behind.retranslate()
        self._fit()
        self._arrange()
        self._write_state()
