"""A question in one line, and what the vectors say to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from w2v_gui.gui.ask.answer_view import AnswerView
from w2v_gui.gui.ask.bookmark_tools import BookmarkTools
from w2v_gui.gui.ask.examples_view import ExamplesView
from w2v_gui.gui.ask.options import AskOptions
from w2v_gui.gui.ask.question_entry import QuestionEntry
from w2v_gui.gui.ask.sentences import finding, remark
from w2v_gui.gui.ask.unknown_view import UnknownView
from w2v_gui.gui.ask.vectors_choice import VectorsChoice
from w2v_gui.gui.ask.wish import Wish
from w2v_gui.gui.concordance.visited import Visited
from w2v_gui.gui.dialogs import choose_list
from w2v_gui.gui.settings import WindowSettings
from w2v_gui.gui.text import breakable, menu_text, number, plain_label, set_tooltip
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.popover import Popover
from w2v_gui.gui.widgets.summary_button import SummaryButton
from w2v_gui.gui.widgets.way_back import WayBack
from w2v_gui.gui.word_menu import add_concordance
from w2v_gui.vectors.question_parsing import parse
from w2v_gui.vectors.question_tokens import quoted
from w2v_gui.vectors.questions import LONGEST, Answer, with_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.gui.ask.wish import Answered, ListRead
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.theme import Palette
    from w2v_gui.vectors.beginnings import Beginnings
    from w2v_gui.vectors.questions import Question

_PATIENCE_MS = 400
_WIDEST_SUMMARY = 260
_ROOM_FOR_GRAMMAR, _ROOM_FOR_REMARK = 500, 440


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
        self._explored: Explored | None = None
        self._wish = Wish()
        self._answered: Answered | None = None
        self._pair: tuple[str, str] | None = None
        self._visited = Visited()
        self._roomy = True
        self.entry = QuestionEntry()
        self.vectors = VectorsChoice()
        self.summary = SummaryButton()
        self.options = AskOptions()
        self.popover = Popover(self.summary, self.options)
        self.grammar = plain_label(kind="hint")
        self.remark = plain_label(kind="muted")
        self.table = AnswerView()
        self.unknown = UnknownView()
        self.examples = ExamplesView()
        self.way = WayBack(self)
        self.bookmarks = BookmarkTools(self._settings)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._lay_out()
        self._connect()
        self.show_body(False)
        self.retranslate()
        self._tell()

    def _lay_out(self) -> None:
        self.add_tool(self.way)
        self.add_tool(self.bookmarks)
        how = QHBoxLayout()
        how.setSpacing(8)
        self.vectors.setFixedWidth(132)
        how.addWidget(self.vectors)
        self.summary.setMaximumWidth(_WIDEST_SUMMARY)
        how.addWidget(self.summary, 100)
        how.addStretch(1)
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
        self.bookmarks.chosen.connect(self.ask)
        self.table.chosen.connect(lambda row: self.ask_word(self.table.rows.rows[row].word))
        self.table.menu_asked.connect(lambda row, place: self.row_menu(row).popup(place))
        self.table.typed.connect(self._type)
        self.table.left_upwards.connect(self.entry.setFocus)
        self.table.reached.connect(self._choose_pair)
        self._patience.timeout.connect(self._tell_waiting)

    # -- what others ask of it ----------------------------------------------------------------------------------

    def show_explored(self, explored: Explored | None) -> None:
        """Take other vectors, or a newer moment of the same; the answer to what was asked last comes by itself."""
        before, self._explored = self._explored, explored
        self.show_body(explored is not None)
        if explored is None:
            self._forget()
            return
        self.vectors.show_rows(explored.rows, has_output=explored.vectors.output is not None)
        self.options.set_has_counts(explored.vectors.counts is not None)
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
        """Ask what was asked before, or after that; before an emptied line that is the last question."""
        if self._visited.here:
            emptied = by < 0 and not self._wish.text
            self._ask(self._visited.here if emptied else self._visited.go(by))

    def focus_entry(self) -> None:
        """Let the next key be typed into the line."""
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entry.selectAll()

    def _ask(self, text: str) -> None:
        self._wish = Wish(text, self.options.choice)
        if self.entry.text().strip() != text:
            self.entry.setText(text)
            self.entry.setCursorPosition(min(len(text), LONGEST))
        back = self._visited.can_go_back or (not text and bool(self._visited.here))
        self.way.show_way(back=back, forward=self._visited.can_go_forward, instead=self.entry)
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
        self.table.show_answer(Answer(), "W", anew=True)
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
        anew = before is None or before.answer.question != answer.question
        if anew:
            self._pair = None
        self.table.show_answer(answer, answered.explored.rows, anew=anew)
        self.unknown.show_unknown(answer.unknown, len(answered.explored.vectors))
        self.below.setCurrentWidget(self._view_of(answer))
        self._tell()
        self.answered.emit(answer)

    def show_beginnings(self, beginnings: Beginnings) -> None:
        """Take the words with which what is typed is completed."""
        self.entry.set_beginnings(beginnings)

    def show_examples(self, questions: Sequence[Question]) -> None:
        """Offer questions to begin with."""
        self.examples.show_questions(questions)
        self._fit()

    def show_list(self, read: ListRead) -> None:
        """Restrict answers to the words of a list."""
        self.options.show_list(read)
        self._tell_options()

    def show_loaded_list(self, text: str) -> None:
        """Put a list that has been loaded into its field."""
        self.options.show_loaded(text)

    def _view_of(self, answer: Answer) -> QWidget:
        if answer.unknown:
            return self.unknown
        return self.table if answer.problem is None else self.examples

    def _choose_pair(self, word: str) -> None:
        if self._answered is None:
            return
        others = (member.word for member in self._answered.answer.members if member.word != word)
        pair = (self._answered.answer.counterpart or next(others, ""), word)
        if pair[0] and pair != self._pair:
            self._pair = pair
            self.pair_chosen.emit(*pair)

    # -- keys and menus -----------------------------------------------------------------------------------------

    def _enter_table(self) -> None:
        if self.below.currentWidget() is self.table:
            self.table.enter()

    def _type(self, text: str) -> None:
        """Begin another question with what was typed into the table."""
        self.entry.setFocus()
        self.entry.selectAll()
        self.entry.insert(text)

    def row_menu(self, row: int) -> QMenu:
        """Return a menu of what can be done with the word in a row."""
        word, menu = self.table.rows.rows[row].word, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Ask for “{word}”").format(word=menu_text(word)), lambda: self.ask_word(word))
        if self._explored is not None and self._explored.opened is not None:
            add_concordance(menu, word, self.concordance_asked.emit)
        menu.addSeparator()
        menu.addAction(self.tr("Copy"), self.table.copy_rows)
        return menu

    def _choose_list(self) -> None:
        path = choose_list(self, self._settings.folder)
        if path:
            self.list_chosen.emit(path)
        self.popover.open()

    # -- what is taken away -------------------------------------------------------------------------------------

    @property
    def pointed_words(self) -> Sequence[str]:
        there = self._explored is not None and self._explored.opened is not None
        return (self.table.word,) if self.table.word and there else ()

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Return the rows in their order."""
        return self.table.table()

    # -- what is said -------------------------------------------------------------------------------------------

    def _tell(self) -> None:
        answer = self._answered.answer if self._answered is not None else Answer()
        self._say(self._remark(), wrong=answer.problem is not None)
        self.bookmarks.show_question("" if answer.problem is not None else answer.question)
        self._tell_options()

    def _remark(self) -> str:
        if self._answered is None:
            return ""
        return remark(self._answered) if self._roomy else finding(self._answered)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.remark.setProperty("kind", "error" if wrong else "muted")
        self.remark.style().unpolish(self.remark)
        self.remark.style().polish(self.remark)
        self.remark.setText(breakable(text))
        self.remark.setVisible(bool(text))
        self._fit()

    def _fit(self) -> None:
        """Let answers have the room of the hint where there is little; examples and the line's tooltip say it too."""
        shown = self.below.currentWidget() is self.examples and not self.examples.buttons
        self.grammar.setVisible(shown or self.height() >= _ROOM_FOR_GRAMMAR)

    def _tell_options(self) -> None:
        self.summary.set_parts(self.options.summary)

    def _tell_waiting(self) -> None:
        self._say(self.tr("Comparing…"))

    def _tell_shortened(self) -> None:
        text = self.tr("Only the first {count} characters have been taken: a question can have no more.")
        self._say(text.format(count=number(LONGEST)), wrong=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.height() >= _ROOM_FOR_REMARK
        if roomy is not self._roomy:
            self._roomy = roomy
            self._tell()
        self._fit()

    def apply_palette(self, palette: Palette) -> None:
        self.entry.apply_palette(palette)
        self.summary.apply_palette(palette)
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
        forms = (
            self.tr("a word"),
            self.tr("words with + and −"),
            "a : b :: c : ?",
            self.tr("a, b, c → odd one out"),
        )
        # Spaces that do not break keep each of them on one line.
        self.grammar.setText(" · ".join(form.replace(" ", "\u00a0") for form in forms))
        set_tooltip(self.entry, " · ".join(forms))
        self.summary.setAccessibleName(self.tr("Among which words"))
        set_tooltip(self.summary, self.tr("How many words, how frequent ones, among which, and by which sum"))
        self.table.setAccessibleName(self.tr("Answer"))
        self.table.retranslate()
        self._tell()
