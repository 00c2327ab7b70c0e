"""Every place at which a word stands, with what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from w2v_gui.corpus.concordance import LEFT, PLACE, RIGHT, Lines
from w2v_gui.gui.concordance.collocate_table import CollocateTable
from w2v_gui.gui.concordance.describing import word_sentence
from w2v_gui.gui.concordance.look_up_row import LookUpRow
from w2v_gui.gui.concordance.rows import row_of, rows_of
from w2v_gui.gui.concordance.view import ConcordanceView, Shown
from w2v_gui.gui.concordance.visited import Visited
from w2v_gui.gui.concordance.wish import Answer, Wish
from w2v_gui.gui.exporting import Export, file_name
from w2v_gui.gui.tables import as_csv, as_tsv
from w2v_gui.gui.text import number, one_line
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.choice_menu import add_choice
from w2v_gui.gui.widgets.instead import Instead
from w2v_gui.gui.widgets.word_hint import WordHint
from w2v_gui.gui.word_menu import add_concordance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.corpus.collocates import Collocates
    from w2v_gui.corpus.concordance import Line, Token
    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.suggestions import Suggestions
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.theme import Palette

_ROOM_FOR_COLLOCATES = 720
_COLLOCATES_WIDTH = 210


class ConcordancePanel(Card):
    """The lines of one word, or of several in a row, and where there is room what stands near it most.

    Attributes
    ----------
    asked : Signal(object)
        With a `Wish`; `show_answer` and `show_missing` take what comes of it.
    collocates_asked : Signal(int)
        With the window in which words are to be counted, 0 while nobody sees them; `show_collocates` takes them.
    text_asked : Signal(object)
        With a function that returns text and takes a while; `take_text` takes it.
    position_chosen : Signal(object)
        With the position of a word in the text, to be shown there.
    inside_asked : Signal(object)
        With the position of a word whose pair is to be walked through.
    """

    asked = Signal(object)
    collocates_asked = Signal(int)
    text_asked = Signal(object)
    position_chosen = Signal(object)
    inside_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corpus: EncodedCorpus | None = None
        self._words: Sequence[str] = ()
        self._min_count, self._window = 1, 5
        self._wish = Wish("")
        self._answer: Answer | None = None
        self._missing = ""
        self._across = False
        self._visited = Visited()
        self.row = LookUpRow(self)
        self.entry = self.row.entry
        self.hint = WordHint()
        self.view = ConcordanceView(self._describe)
        self.collocates = CollocateTable()
        self.collocates.setFixedWidth(_COLLOCATES_WIDTH)
        self.collocates.hide()
        self._lay_out()
        self._connect()
        self.show_body(False)
        self.retranslate()

    def _lay_out(self) -> None:
        hint = QVBoxLayout()
        hint.setContentsMargins(10, 0, 10, 0)
        hint.addWidget(self.hint)
        found = QWidget()
        beside = QHBoxLayout(found)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(10)
        beside.addWidget(self.view, 1)
        beside.addWidget(self.collocates)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 8, 0, 6)
        column.setSpacing(6)
        column.addWidget(self.row)
        column.addLayout(hint)
        self._below = Instead(found)
        self.nothing = self._below.sentence
        column.addWidget(self._below, 1)

    def _connect(self) -> None:
        self.row.entered.connect(self.look_up)
        self.row.way.moved.connect(self.go)
        self.row.sample_chosen.connect(self.choose_sample)
        self.hint.chosen.connect(self._look_up_instead)
        self.view.header.order_chosen.connect(self.choose_order)
        self.view.chosen.connect(self.position_chosen)
        self.view.menu_wanted.connect(self._open_menu)
        self.view.copy_wanted.connect(self._copy_current)
        self.collocates.chosen.connect(self.look_up)
        self.seen_changed.connect(self._want_collocates)

    # -- what others ask of it ----------------------------------------------------------------------------------

    @property
    def looked_up(self) -> str:
        """What is shown, or being looked for."""
        return self._wish.text

    def open_text(self, opened: Opened) -> None:
        """Take another text; what was looked up in the one before is looked up again with `show_suggestions`."""
        self._corpus = opened.corpus
        self._words = opened.corpus.words
        self.entry.set_words(opened.corpus.vocabulary.words)
        self._wish = Wish("", *self._order)
        self._answer = None
        self._show_nothing(lambda: self.tr("Type a word above, or choose one in another card."))
        self.show_body(True)

    def show_suggestions(self, suggestions: Suggestions) -> None:
        """Show a word that is worth it, unless one has been looked up; that of the text before if it is there."""
        if self._corpus is None or self._wish.text:
            return
        corpus, before = self._corpus, self._visited.here
        if before and all(corpus.find(word) is not None for word in before.split()):
            self._ask(Wish(before, *self._order))
        elif suggestions.words:
            self.look_up(corpus.word(suggestions.words[0]))

    def show_config(self, config: TrainingConfig | None) -> None:
        """Take how many words training keeps, and how far its window reaches."""
        if config is None or (config.min_count, config.window) == (self._min_count, self._window):
            return
        self._min_count, self._window = config.min_count, config.window
        self.view.set_kept(self._kept)
        self._want_collocates()

    def look_up(self, word: str) -> None:
        """Show the lines of a word, or of several with spaces between them."""
        text = " ".join(word.split())
        if self._corpus is None or not text:
            return
        self._visited.visit(text)
        self._ask(Wish(text, *self._order))

    def go(self, by: int) -> None:
        """Show what was looked up before, or after that."""
        if self._corpus is not None and self._visited.here:
            self._ask(Wish(self._visited.go(by), *self._order))

    def choose_order(self, by: str, descending: bool = False) -> None:
        """Sort the lines."""
        self.view.header.show_order(by, descending)
        self._ask(Wish(self._wish.text, by, descending, self._wish.sample))

    def choose_sample(self, size: int) -> None:
        """Show so many lines, chosen at random; 0: all of them."""
        self.row.show_sample(size)
        self._ask(Wish(self._wish.text, self._wish.by, self._wish.descending, size))

    def go_across(self, across: bool) -> None:
        """Let lines go on beyond the borders of their sentence, or end there."""
        self._across = across
        if self._answer is not None:
            self._show_lines(self._answer, anew=True)

    def focus_entry(self) -> None:
        """Let the next key be typed into the field."""
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entry.selectAll()

    @property
    def _order(self) -> tuple[str, bool, int]:
        return self._wish.by, self._wish.descending, self._wish.sample

    @property
    def _kept(self) -> int:
        return self._corpus.vocabulary.reaching(self._min_count) if self._corpus is not None else 0

    def _ask(self, wish: Wish) -> None:
        self._wish = wish
        if not wish.text:
            return
        self.row.show_way(wish.text, back=self._visited.can_go_back, forward=self._visited.can_go_forward)
        self._missing = ""
        self.hint.say("")
        self.asked.emit(wish)

    def _look_up_instead(self, word: str) -> None:
        """Take ``word`` for the one that is not there; what was typed beside it stays."""
        self.look_up(" ".join(word if each == self._missing else each for each in self._wish.text.split()))

    # -- what comes back ----------------------------------------------------------------------------------------

    def show_answer(self, answer: Answer) -> None:
        """Show lines: the first ones, more of them, or all in their order."""
        if answer.wish != self._wish or answer.corpus is not self._corpus:
            return
        before, self._answer = self._answer, answer
        in_order = answer.wish == Wish(answer.wish.text)
        self._show_lines(answer, anew=before is None or before.wish != answer.wish or not in_order)
        if not answer.total:
            self._show_nothing(lambda: self.tr("These words do not stand side by side in the open text."))
        if before is None or before.wish.text != answer.wish.text:
            self.collocates.show_collocates(None, (), 0, 0)
        self._tell()

    def show_missing(self, text: str, word: str, spellings: Sequence[str]) -> None:
        """Say that a word is not in the text, and which are spelled like it."""
        if text != self._wish.text:
            return
        self._answer = None
        self._missing = word
        self._show_nothing(lambda: "")
        self.hint.say(self._missing_sentence(), spellings)

    def show_collocates(self, text: str, found: Collocates) -> None:
        """Show what stands near the word most."""
        if text == self._wish.text and self._answer is not None:
            self.collocates.show_collocates(found, self._words, self._kept, self._answer.total)

    def _show_lines(self, answer: Answer, *, anew: bool) -> None:
        shown = Shown(self._lines_of(answer), answer.phrase, self._words, answer.wish.by if answer.complete else PLACE)
        self.view.show_lines(shown, self._kept, anew=anew)
        self._below.show_content()

    def _lines_of(self, answer: Answer) -> Lines:
        return Lines(answer.corpus, answer.positions, len(answer.phrase), self._across)

    def _show_nothing(self, why: Callable[[], str]) -> None:
        self._below.say(why)
        self.view.show_lines(None, 0)
        self.collocates.show_collocates(None, (), 0, 0)
        self._tell()

    def _want_collocates(self) -> None:
        seen = self.isVisible() and self.room >= _ROOM_FOR_COLLOCATES
        self.collocates.setVisible(self.room >= _ROOM_FOR_COLLOCATES)
        self.collocates_asked.emit(self._window if seen else 0)

    # -- menus and what is taken away ---------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """Return the card's menu, with what can be chosen here above the rest."""
        menu = super().menu()
        first = menu.actions()[0]
        orders = {
            PLACE: self.tr("By place in the text"),
            LEFT: self.tr("By the words before"),
            RIGHT: self.tr("By the words after"),
        }
        add_choice(menu, first, self.tr("Order of the lines"), orders, self._wish.by, self.choose_order)
        across = QAction(self.tr("Go on across sentence borders"), menu)
        across.setCheckable(True)
        across.setChecked(self._across)
        across.triggered.connect(self.go_across)
        menu.insertAction(first, across)
        menu.insertSeparator(first)
        return menu

    def menu_for(self, line: Line, token: Token | None) -> QMenu:
        """Return the menu of a line, and of the word in it that is pointed at."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = token if token is not None else line.match[0]
        if token is not None:
            add_concordance(menu, self._words[token.id], self.look_up)
        show = menu.addAction(self.tr("Show in the text"))
        show.triggered.connect(lambda: self.position_chosen.emit(chosen.position))
        walk = menu.addAction(self.tr("Walk through this pair"))
        walk.triggered.connect(lambda: self.inside_asked.emit(chosen.position))
        walk.setEnabled(chosen.id < self._kept)
        menu.addSeparator()
        copy = menu.addAction(self.tr("Copy line"))
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.triggered.connect(lambda: self._copy_line(line))
        return menu

    def _open_menu(self, line: Line | None, token: Token | None, place: QPoint) -> None:
        (self.menu() if line is None else self.menu_for(line, token)).popup(place)

    def _copy_current(self) -> None:
        line = self.view.line(self.view.current)
        if line is not None:
            self._copy_line(line)

    def _copy_line(self, line: Line) -> None:
        QGuiApplication.clipboard().setText(as_tsv([row_of(line, self._words)]))

    @property
    def picture(self) -> QWidget:
        return self.view if self._answer is not None else self.body

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Return the lines in their order, as many as can be given away; they are made one by one."""
        return rows_of(self._lines_of(self._answer) if self._answer is not None else None, self._words)

    def export(self, kind: str) -> None:
        """Ask for a file; a table is made on a worker: it may have many lines."""
        if kind == "csv":
            name, rows = file_name(f"{self.accessibleName()} {self._wish.text}"), self.csv_rows()
            self.export_asked.emit(Export(name, kind, lambda: as_csv(rows)))
        else:
            super().export(kind)

    def copy(self) -> None:
        """Put the lines into the clipboard, once they have been written on a worker."""
        rows = self.csv_rows()
        self.text_asked.emit(lambda: as_tsv(rows))

    def take_text(self, text: str) -> None:
        """Put text into the clipboard."""
        QGuiApplication.clipboard().setText(text)

    # -- what is said -------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        answer = self._answer
        if answer is None:
            self.set_caption("")
            return
        word = one_line(" ".join(answer.phrase.words), 40)
        values = {"word": word, "count": number(answer.total), "shown": number(len(answer.positions))}
        if not answer.complete:
            text = self.tr("{count} lines so far")
            if answer.wish.by != PLACE:
                text += " · " + self.tr("sorting…")
        elif len(answer.positions) < answer.total:
            text = self.tr("{shown} of {count} lines of “{word}” · a random sample, seed 1")
        elif answer.total == 1:
            text = self.tr("1 line of “{word}”")
        else:
            text = self.tr("{count} lines of “{word}”")
        self.set_caption(text.format(**values))

    def _missing_sentence(self) -> str:
        return self.tr("“{word}” is not in the open text.").format(word=one_line(self._missing, 60))

    def _describe(self, id_: int) -> str:
        assert self._corpus is not None
        return word_sentence(self._corpus, id_, self._min_count)

    def apply_palette(self, palette: Palette) -> None:
        self.view.apply_palette(palette)
        self.collocates.apply_palette(palette)
        self.row.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Concordance"))
        self.set_empty(self.tr("Open a text, and every place at which a word stands in it can be seen here."))
        self.view.setAccessibleName(self.tr("Lines of the concordance"))
        self.collocates.setAccessibleName(self.tr("Words that stand near it"))
        if self._missing:
            self.hint.say(self._missing_sentence(), self.hint.words)
        self._below.retranslate()
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.room >= _ROOM_FOR_COLLOCATES) != self.collocates.isVisibleTo(self.body):
            self._want_collocates()
