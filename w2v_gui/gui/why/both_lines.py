"""The lines of two words, beside each other or one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from w2v_gui.corpus.concordance import Lines, Phrase
from w2v_gui.gui.concordance.describing import word_sentence
from w2v_gui.gui.concordance.lines import ROW_HEIGHT, LineView, Shown
from w2v_gui.gui.concordance.rows import row_of
from w2v_gui.gui.tables import as_tsv
from w2v_gui.gui.text import number, one_line
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.parts_label import SEPARATOR, PartsLabel
from w2v_gui.gui.widgets.splitters import splitter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from w2v_gui.corpus.concordance import Line, Positions, Token
    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.why.related import Related

_HEAD, _GAP = 24, 4


class Side(QWidget):
    """A small title, and lines below it.

    Parameters
    ----------
    describe : callable
        Returns what is said of a word, by its id.

    Attributes
    ----------
    head : QHBoxLayout
        With the title; behind it there is room for a button.
    """

    def __init__(self, describe: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PartsLabel(kind="section")
        self.title.setContentsMargins(10, 0, 4, 0)
        # As high as a button would be: the lines of both sides begin at the same height.
        self.title.setMinimumHeight(_HEAD)
        self.view = LineView(describe)
        self.view.setMinimumHeight(ROW_HEIGHT)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(0, 0, 4, 0)
        self.head.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self.head)
        column.addWidget(self.view, 1)

    def say(self, title: str) -> None:
        """Say which lines these are."""
        self.title.setText(title)
        self.view.setAccessibleName(title)


class BothLines(QWidget):
    """Shows lines of both words: those that tell most of what they share, or those with one shared context.

    Attributes
    ----------
    given_up : Signal()
        Not the lines with one context are wanted any more, but the most telling ones.
    looked_up : Signal(object)
        With a word: all of its lines are wanted.
    menu_wanted : Signal(object, object)
        With a tuple of the words that are pointed at, and the place on the screen.
    """

    given_up = Signal()
    looked_up = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._related: Related | None = None
        self._context: int | None = None
        self._one_title: bool | None = None
        self.sides = Side(self._describe), Side(self._describe)
        self.cross = IconButton("close")
        self.cross.hide()
        self.cross.clicked.connect(self.given_up)
        self.title = PartsLabel(kind="section")
        self.title.setContentsMargins(10, 0, 4, 0)
        self.title.setMinimumHeight(_HEAD)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(0, 0, 4, 0)
        self._head.addWidget(self.title, 1)
        self._splitter = splitter(Qt.Orientation.Vertical, {self.sides[0]: 100, self.sides[1]: 100}, (1, 1))
        self._splitter.setHandleWidth(_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._splitter, 1)
        self.set_one_title(False)
        for place, side in enumerate(self.sides):
            side.view.chosen.connect(lambda _, place=place: self._look_up(place))
            side.view.menu_wanted.connect(self._ask_for_menu)
            side.view.copy_wanted.connect(lambda side=side: self._copy_line(side))
        self.retranslate()

    def show_telling(self, related: Related) -> None:
        """Show the lines in which the most of what is shared is seen."""
        self._show(related, None, related.lines, related.telling.tolist())

    def show_with(self, related: Related, context: int, lines: Sequence[Positions]) -> None:
        """Show lines in which a shared context stands."""
        self._show(related, context, lines, [context])

    def show_nothing(self) -> None:
        self._related = None
        self.cross.hide()
        for side in self.sides:
            side.view.show_lines(None, 0)

    def set_orientation(self, orientation: Qt.Orientation) -> None:
        """Put them beside each other, or one below the other."""
        if self._splitter.orientation() != orientation:
            self._splitter.setOrientation(orientation)

    def set_one_title(self, one: bool) -> None:
        """Let one title do for both, where lines are worth more; which word a line is of, can be seen in it."""
        if one is self._one_title:
            return
        self._one_title = one
        self.title.setVisible(one)
        for side in self.sides:
            side.title.setVisible(not one)
        (self._head if one else self.sides[0].head).addWidget(self.cross)

    def apply_palette(self, palette: Palette) -> None:
        for side in self.sides:
            side.view.apply_palette(palette)

    def _show(self, related: Related, context: int | None, lines: Sequence[Positions], marked: Sequence[int]) -> None:
        self._related, self._context = related, context
        ground = related.ground
        words = ground.corpus.words
        for side, contexts, positions in zip(self.sides, related.relation.sides, lines, strict=True):
            phrase = Phrase((contexts.id,), (words[contexts.id],))
            shown = Shown(Lines(ground.corpus, positions), phrase, words, marked=frozenset(marked))
            side.view.show_lines(shown, ground.kept)
        self.cross.setVisible(context is not None)
        self._name()

    # -- what one does with a line ------------------------------------------------------------------------------

    def _look_up(self, place: int) -> None:
        if self._related is not None:
            self.looked_up.emit(self._related.ground.corpus.word(self._related.relation.sides[place].id))

    def _copy_line(self, side: Side) -> None:
        line = side.view.line(side.view.current)
        if line is not None and self._related is not None:
            QGuiApplication.clipboard().setText(as_tsv([row_of(line, self._related.ground.corpus.words)]))

    def _ask_for_menu(self, line: Line | None, token: Token | None, place: QPoint) -> None:
        chosen = token if token is not None or line is None else line.match[0]
        words = () if chosen is None or self._related is None else (self._related.ground.corpus.word(chosen.id),)
        self.menu_wanted.emit(words, place)

    # -- what is said -------------------------------------------------------------------------------------------

    def _name(self) -> None:
        if self._related is None:
            return
        corpus = self._related.ground.corpus
        if self._context is None:
            text, context = self.tr("the most telling {count} of {total} lines"), ""
        else:
            text, context = self.tr("{count} lines with “{context}”"), one_line(corpus.word(self._context), 40)
        for side, contexts in zip(self.sides, self._related.relation.sides, strict=True):
            word, count, total = one_line(corpus.word(contexts.id), 40), side.view.count, contexts.total
            side.say(word + SEPARATOR + text.format(count=number(count), total=number(total), context=context))
        self.title.setText(self._title_of_both(context))

    def _title_of_both(self, context: str) -> str:
        numbers = {"first": number(self.sides[0].view.count), "second": number(self.sides[1].view.count)}
        if self._context is None:
            return self.tr("The most telling lines · {first} and {second}").format(**numbers)
        return self.tr("Lines with “{context}” · {first} and {second}").format(context=context, **numbers)

    def _describe(self, id_: int) -> str:
        if self._related is None:
            return ""
        ground = self._related.ground
        return word_sentence(ground.corpus, id_, ground.min_count)

    def retranslate(self) -> None:
        self.cross.set_meaning(self.tr("Back to the most telling lines"))
        self._name()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
