"""A question in one line, and what the vectors say to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from w2v_gui.gui.ask.answer_table import AnswerTable, fit_columns
from w2v_gui.gui.ask.bookmarks import Bookmarks, keepable
from w2v_gui.gui.ask.examples_view import ExamplesView
from w2v_gui.gui.ask.options import AskOptions, SummaryButton
from w2v_gui.gui.ask.question_entry import QuestionEntry
from w2v_gui.gui.ask.sentences import remark
from w2v_gui.gui.ask.unknown_view import UnknownView
from w2v_gui.gui.asking import Wish
from w2v_gui.gui.concordance.visited import Visited
from w2v_gui.gui.dialogs import choose_list
from w2v_gui.gui.settings import WindowSettings
from w2v_gui.gui.tables import as_tsv
from w2v_gui.gui.text import menu_text, number, plain_label, set_tooltip, short_number
from w2v_gui.gui.widgets.bar_cells import BarCells
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.popover import Popover
from w2v_gui.gui.widgets.row_table import RowTable
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.gui.widgets.way_back import WayBack
from w2v_gui.gui.word_menu import add_concordance
from w2v_gui.vectors.question_tokens import quoted
from w2v_gui.vectors.questions import LONGEST, Answer, parse, with_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.gui.asking import Answered, ListRead
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.theme import Palette
    from w2v_gui.vectors.beginnings import Beginnings
    from w2v_gui.vectors.questions import Question
    from w2v_gui.vectors.word_vectors import Neighbour

ROWS = ("W", "W_out", "mean")

_PATIENCE_MS = 400


class AskPanel(Card):
    """Takes questions and shows answers.

    Parameters
    ----------
    parent : QWidget, optional
    settings : WindowSettings, optional
        Where bookmarks are kept.

    Attributes
    ----------
    asked : Signal(object)
        With a `Wish`; `show_answered` takes the answer.
    answered : Signal(object)
        With the `Answer` that is shown now, be it an empty one.
    rows_chosen : Signal(str)
        W, W_out or mean should be asked.
    pair_chosen : Signal(object, object)
        A word that was asked about, and the one of the rows that is selected.
    list_typed, list_chosen : Signal(object)
        The text of a list of words, or the path of one; `show_list` and `show_loaded_list` take what comes of them.
    """

    asked = Signal(object)
    answered = Signal(object)
    rows_chosen = Signal(str)
    pair_chosen = Signal(object, object)
    list_typed = Signal(object)
    list_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, settings: WindowSettings | None = None) -> None:
        super().__init__(parent)
        self._settings = settings or WindowSettings()
        self._bookmarks = Bookmarks(self._settings)
        self._explored: Explored | None = None
        self._wish = Wish()
        self._answered: Answered | None = None
        self._pair: tuple[str, str] | None = None
        self._visited = Visited()
        self.entry = QuestionEntry()
        self.vectors = Segmented(ROWS)
        self.vectors.setObjectName("quiet")
        self.summary = SummaryButton()
        self.options = AskOptions()
        self.popover = Popover(self.summary, self.options)
        self.grammar = plain_label(kind="muted")
        self.remark = plain_label(kind="muted")
        self.rows = AnswerTable()
        self.table = RowTable(self.rows, cells=BarCells)
        self.unknown = UnknownView()
        self.examples = ExamplesView()
        self.way = WayBack(self)
        self.star = IconButton("star")
        self.star.setCheckable(True)
        self.kept = IconButton("unfolded")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._lay_out()
        self._connect()
        self.show_body(False)
        self.retranslate()
        self._tell()

    def _lay_out(self) -> None:
        self.star.setFixedWidth(24)
        self.kept.setFixedWidth(18)
        for tool in (self.way, self.star, self.kept):
            self.add_tool(tool)
        how = QHBoxLayout()
        how.setSpacing(8)
        self.vectors.setFixedWidth(132)
        how.addWidget(self.vectors)
        how.addWidget(self.summary, 1)
        self.below = QStackedWidget()
        for view in (self.examples, self.table, self.unknown):
            self.below.addWidget(view)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(10, 8, 10, 6)
        column.setSpacing(6)
        column.addWidget(self.entry)
        column.addLayout(how)
        for label in (self.grammar, self.remark):
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(self.below, 1)

    def _connect(self) -> None:
        self.entry.entered.connect(self.ask)
        self.entry.shortened.connect(self._tell_shortened)
        self.entry.left_downwards.connect(self._enter_table)
        self.vectors.chosen.connect(self.rows_chosen)
        self.summary.clicked.connect(self.popover.open)
        self.options.changed.connect(self._choose)
        self.options.list_typed.connect(self.list_typed)
        self.options.load_asked.connect(self._choose_list)
        self.examples.chosen.connect(self.ask)
        self.unknown.chosen.connect(self._ask_instead)
        self.way.moved.connect(self.go)
        self.way.listen((self.entry, self.table.viewport()))
        self.star.clicked.connect(self._toggle_bookmark)
        self.kept.clicked.connect(lambda: self._popup(self.bookmarks_menu(), self.kept))
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        self.table.chosen.connect(lambda row: self.ask_word(self.rows.rows[row].word))
        self.table.menu_asked.connect(lambda row, place: self.row_menu(row).popup(place))
        self.table.copy_asked.connect(self.copy_rows)
        self.table.typed.connect(self._type)
        self.table.left_upwards.connect(self.entry.setFocus)
        self.table.resized.connect(self._fit)
        self.table.selectionModel().currentRowChanged.connect(self._choose_pair)
        self._patience.timeout.connect(self._tell_waiting)

    # -- what others ask of it ----------------------------------------------------------------------------------

    def show_explored(self, explored: Explored | None) -> None:
        """Take other vectors, or a newer moment of the same; the answer to what was asked last comes by itself."""
        before, self._explored = self._explored, explored
        self.show_body(explored is not None)
        if explored is None:
            self._forget()
            return
        has_output = explored.vectors.output is not None
        self.vectors.set_value(explored.rows)
        for rows in ROWS[1:]:
            self.vectors.button(rows).setEnabled(has_output)
        self.options.set_has_counts(explored.vectors.counts is not None)
        self._explain_vectors()
        self._tell()
        if before is None or before.lineage is not explored.lineage:
            self._pair = None
            if not self._wish.text:
                self.answered.emit(Answer())

    def ask(self, text: str) -> None:
        """Type a question in and ask it; an empty one shows what can be asked."""
        text = text.strip()
        if text:
            self._visited.visit(text)
        self._ask(text)

    def ask_word(self, word: str) -> None:
        """Ask for the neighbours of a word of the vocabulary, whatever it holds."""
        self.ask(quoted(word) if len(word.split()) != 1 else word)

    def go(self, by: int) -> None:
        """Ask what was asked before, or after that."""
        if self._visited.here:
            self._ask(self._visited.go(by))

    def focus_entry(self) -> None:
        """Let the next key be typed into the line."""
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entry.selectAll()

    def _ask(self, text: str) -> None:
        self._wish = Wish(text, self.options.choice)
        if self.entry.text().strip() != text:
            self.entry.setText(text)
            self.entry.setCursorPosition(min(len(text), LONGEST))
        self.way.show_way(back=self._visited.can_go_back, forward=self._visited.can_go_forward, instead=self.entry)
        if text:
            self._patience.start()
        else:
            self._forget()
            self.answered.emit(Answer())
        self.asked.emit(self._wish)

    def _ask_instead(self, word: str, other: str) -> None:
        """Put another word in the place of one that is not there, and ask again."""
        if self._answered is not None:
            # As it was written down: which words are meant does not depend on the vocabulary any more.
            self.ask(str(with_word(parse(self._answered.answer.question), word, other)))
            self.entry.setFocus()

    def _choose(self) -> None:
        """Ask the same among other words."""
        self._tell_options()
        if self._wish.text:
            self._ask(self._wish.text)

    def _forget(self) -> None:
        self._answered = None
        self._pair = None
        self._patience.stop()
        self.rows.show_answer(Answer(), "W")
        self.below.setCurrentWidget(self.examples)
        self._tell()

    # -- what comes back ----------------------------------------------------------------------------------------

    def show_answered(self, answered: Answered) -> None:
        """Show an answer, unless it is one to another question, or of other vectors."""
        here = self._explored
        if here is None or answered.wish != self._wish or answered.explored.lineage is not here.lineage:
            return
        self._patience.stop()
        before, self._answered = self._answered, answered
        answer = answered.answer
        self._show_rows(answered, anew=before is None or before.answer.question != answer.question)
        self.unknown.show_unknown(answer.unknown, len(answered.explored.vectors))
        self.below.setCurrentWidget(self.unknown if answer.unknown else self.table)
        self._tell()
        self.answered.emit(answer)

    def show_beginnings(self, beginnings: Beginnings) -> None:
        """Take the words with which what is typed is completed."""
        self.entry.set_beginnings(beginnings)

    def show_examples(self, questions: Sequence[Question]) -> None:
        """Offer questions to begin with."""
        self.examples.show_questions(questions)

    def show_list(self, read: ListRead) -> None:
        """Restrict answers to the words of a list."""
        self.options.show_list(read)
        self._tell_options()

    def show_loaded_list(self, text: str) -> None:
        """Put a list that has been loaded into its field."""
        self.options.show_loaded(text)

    def _show_rows(self, answered: Answered, *, anew: bool) -> None:
        place, current = self.table.verticalScrollBar().value(), self.table.currentIndex().row()
        selected = self.rows.rows[current].word if current >= 0 and not anew else ""
        self.rows.show_answer(answered.answer, answered.explored.rows)
        self._fit()
        if anew:
            self.table.scrollToTop()
            self._pair = None
            return
        again = self.rows.place(selected)
        if again >= 0 and again != self.table.currentIndex().row():
            self.table.setAutoScroll(False)
            self.table.setCurrentIndex(self.rows.index(again, 0))
            self.table.setAutoScroll(True)
        self.table.verticalScrollBar().setValue(place)

    def _fit(self) -> None:
        fit_columns(self.table, self.rows)

    def _sort(self, column: int) -> None:
        current = self.table.currentIndex().row()
        selected = self.rows.rows[current].word if current >= 0 else ""
        self.rows.press(column)
        if selected:
            self.table.select(self.rows.place(selected))

    def _choose_pair(self) -> None:
        row = self.table.currentIndex().row()
        if row < 0 or self._answered is None:
            return
        word = self.rows.rows[row].word
        others = (member.word for member in self._answered.answer.members if member.word != word)
        pair = (self._answered.answer.counterpart or next(others, ""), word)
        if pair[0] and pair != self._pair:
            self._pair = pair
            self.pair_chosen.emit(*pair)

    # -- keys and menus -----------------------------------------------------------------------------------------

    def _enter_table(self) -> None:
        if self.rows.count and self.below.currentWidget() is self.table:
            self.table.setFocus()
            self.table.select(max(self.table.currentIndex().row(), 0))

    def _type(self, text: str) -> None:
        """Begin another question with what was typed into the table."""
        self.entry.setFocus()
        self.entry.selectAll()
        self.entry.insert(text)

    def _popup(self, menu: QMenu, below: QWidget) -> None:
        menu.popup(below.mapToGlobal(QPoint(0, below.height() + 2)))

    def bookmarks_menu(self) -> QMenu:
        """Return a menu of the questions that are kept."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text in self._bookmarks.texts:
            menu.addAction(menu_text(text), lambda text=text: self.ask(text))
        if menu.isEmpty():
            menu.addAction(self.tr("No questions kept yet: the star keeps one")).setEnabled(False)
        return menu

    def row_menu(self, row: int) -> QMenu:
        """Return a menu of what can be done with the word in a row."""
        word, menu = self.rows.rows[row].word, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Ask for “{word}”").format(word=menu_text(word)), lambda: self.ask_word(word))
        if self._explored is not None and self._explored.opened is not None:
            add_concordance(menu, word, self.concordance_asked.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Copy"), self.copy_rows)
        return menu

    def _toggle_bookmark(self) -> None:
        if self._answered is not None:
            self._bookmarks.toggle(self._answered.answer.question)
        self._tell_star()

    def _choose_list(self) -> None:
        path = choose_list(self, self._settings.folder)
        if path:
            self.list_chosen.emit(path)
        self.popover.open()

    # -- what is taken away -------------------------------------------------------------------------------------

    @property
    def pointed_words(self) -> Sequence[str]:
        row = self.table.currentIndex().row()
        there = self._explored is not None and self._explored.opened is not None
        return (self.rows.rows[row].word,) if row >= 0 and there else ()

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Return the rows in their order."""
        return self._table(self.rows.rows)

    def copy_rows(self) -> None:
        """Put the rows that are selected into the clipboard."""
        rows = [row for part in self.table.selected() for row in self.rows.rows[part.start : part.stop]]
        if rows:
            QGuiApplication.clipboard().setText(as_tsv(self._table(rows)))

    def _table(self, rows: Sequence[Neighbour]) -> Iterator[Sequence[object]]:
        answer = self.rows.answer
        yield "word", "mean cosine" if answer.members else answer.measure, "count"
        for row in rows:
            yield row.word, row.similarity, row.count

    # -- what is said -------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        self.remark.setText(remark(self._answered) if self._answered is not None else "")
        self.remark.setVisible(bool(self.remark.text()))
        self._tell_moment()
        self._tell_options()
        self._tell_star()

    def _tell_moment(self) -> None:
        explored = self._explored
        if explored is None:
            self.set_caption("")
            return
        parts = [self.tr("{count} words").format(count=number(len(explored.vectors)))]
        if explored.words_done:
            parts.insert(0, self.tr("after {count} words").format(count=short_number(explored.words_done)))
        self.set_caption(" · ".join(parts))

    def _tell_options(self) -> None:
        self.summary.set_parts(self.options.summary)

    def _tell_star(self) -> None:
        answer = self._answered.answer if self._answered is not None else Answer()
        kept = answer.question in self._bookmarks
        self.star.setEnabled(answer.problem is None and keepable(answer.question))
        self.star.setChecked(kept)
        self.star.set_icon("starred" if kept else "star")
        self.star.set_meaning(self.tr("Forget this question") if kept else self.tr("Keep this question"))

    def _tell_waiting(self) -> None:
        self.remark.setText(self.tr("Comparing…"))
        self.remark.show()

    def _tell_shortened(self) -> None:
        text = self.tr("Only the first {count} characters have been taken: a question can have no more.")
        self.remark.setText(text.format(count=number(LONGEST)))
        self.remark.show()

    def _explain_vectors(self) -> None:
        explored = self._explored
        without = self.tr(
            "There are no output vectors W′ for each word: most files of vectors do not hold them, and hierarchical "
            "softmax has none."
        )
        has_output = explored is None or explored.vectors.output is not None
        meanings = {
            "W": self.tr("Ask the input vectors: the rows of W."),
            "W_out": self.tr("Ask the output vectors: the rows of W′."),
            "mean": self.tr("Ask the means of both vectors of a word."),
        }
        for rows, meaning in meanings.items():
            set_tooltip(self.vectors.button(rows), meaning if has_output or rows == "W" else without)

    def apply_palette(self, palette: Palette) -> None:
        self.entry.apply_palette(palette)
        self.rows.apply_palette(palette)
        self.table.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Ask"))
        self.set_explanation(
            self.tr(
                "Vectors are compared by the cosine of the angle between them. The nearest words are found among all, "
                "or among those that the options leave. A double click on a row asks on."
            )
        )
        self.set_empty(self.tr("Train a model or open vectors, and ask which words are near each other."))
        self.entry.setPlaceholderText(self.tr("A word, king − man + woman …"))
        self.entry.setAccessibleName(self.tr("Question"))
        self.entry.clear_.setText(self.tr("Empty the line (Esc)"))
        self.grammar.setText(
            self.tr("a word · words with + and − · a : b :: c : ? · several words, with commas → the odd one out")
        )
        labels = {"W": "W", "W_out": "W′", "mean": self.tr("mean", "of two vectors")}
        for rows, label in labels.items():
            self.vectors.set_label(rows, label)
        self.vectors.setAccessibleName(self.tr("Which vectors are asked"))
        self.summary.setAccessibleName(self.tr("Among which words"))
        set_tooltip(self.summary, self.tr("How many words, how frequent ones, among which, and by which sum"))
        self.table.setAccessibleName(self.tr("Answer"))
        self.kept.set_meaning(self.tr("Questions that are kept"))
        self.way.retranslate()
        self.rows.retranslate()
        self._explain_vectors()
        self._tell()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
