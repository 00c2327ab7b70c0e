"""Why two words are near: what stands beside both of them, and the lines in which it does."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from w2v_gui.corpus.concordance import Lines, Phrase
from w2v_gui.gui.concordance.describing import word_sentence
from w2v_gui.gui.concordance.lines import Shown
from w2v_gui.gui.concordance.rows import row_of
from w2v_gui.gui.tables import LaterRows, as_tsv
from w2v_gui.gui.text import number, one_line, plain_label, true_minus
from w2v_gui.gui.why.pair_row import PairRow
from w2v_gui.gui.why.shared_table import MOST, SHARE, SharedTable, fit_columns, rows_of
from w2v_gui.gui.why.side import Side
from w2v_gui.gui.widgets.bar_column import BarColumn
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.row_table import RowTable
from w2v_gui.gui.widgets.splitters import splitter
from w2v_gui.gui.widgets.word_hint import WordHint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.corpus.concordance import Line, Positions, Token
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.relating import ContextLines, Pair, Related
    from w2v_gui.gui.theme import Palette

_ROOM_FOR_TWO, _ROOM_FOR_THREE = 640, 1060


class WhyPanel(Card):
    """Two words, the contexts they share, and below or beside these the lines of each.

    Attributes
    ----------
    asked : Signal(str, str)
        With two words; `show_related`, `show_missing` and `show_similarity` take what comes of it.
    lines_asked : Signal(object, int)
        With what is shown and the id of a shared context; `show_lines` takes the lines in which it stands.
    lines_given_up : Signal()
        These lines are not wanted any more.
    word_chosen : Signal(str)
        Ask on about this word.
    """

    asked = Signal(str, str)
    lines_asked = Signal(object, int)
    lines_given_up = Signal()
    word_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explored: Explored | None = None
        self._related: Related | None = None
        self._similarity: tuple[Pair, float | None] | None = None
        self._missing: tuple[str, ...] = ()
        self._wanted: int | None = None
        self._pointed: tuple[str, ...] = ()
        self._message: Callable[[], str] = str
        self.row = PairRow()
        self.hint = WordHint()
        self.shared = SharedTable()
        self.table = RowTable(self.shared)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self._bars = BarColumn("context", self.table)
        self.table.setItemDelegateForColumn(SHARE, self._bars)
        self.sides = Side(self._describe), Side(self._describe)
        self.all_lines = IconButton("close")
        self.nothing = plain_label(kind="empty")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setContentsMargins(14, 0, 14, 0)
        self._lay_out()
        self._connect()
        self.show_body(False)
        self._arrange()
        self.retranslate()

    def _lay_out(self) -> None:
        self.sides[0].head.addWidget(self.all_lines)
        self.all_lines.hide()
        self._lines = splitter(Qt.Orientation.Vertical, {self.sides[0]: 100, self.sides[1]: 100}, (1, 1))
        self._all = splitter(Qt.Orientation.Vertical, {self.table: 140, self._lines: 200}, (2, 3))
        hint = QHBoxLayout()
        hint.setContentsMargins(10, 0, 10, 0)
        hint.addWidget(self.hint)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 8, 0, 6)
        column.setSpacing(6)
        column.addWidget(self.row)
        column.addLayout(hint)
        self._below = QStackedLayout()
        column.addLayout(self._below, 1)
        # Only now: without a place in a card it would show its first widget as a window of its own.
        self._below.addWidget(self.nothing)
        self._below.addWidget(self._all)

    def _connect(self) -> None:
        self.row.entered.connect(self._ask)
        self.hint.chosen.connect(self._ask_instead)
        self.all_lines.clicked.connect(self._show_telling)
        self.table.selectionModel().selectionChanged.connect(self._select)
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        self.table.chosen.connect(lambda row: self.word_chosen.emit(self.shared.word(row)))
        self.table.menu_asked.connect(self._open_row_menu)
        self.table.copy_asked.connect(self.copy)
        self.table.left_upwards.connect(self.row.setFocus)
        self.table.resized.connect(self._fit)
        for place, side in enumerate(self.sides):
            side.view.chosen.connect(lambda _, place=place: self._look_up(place))
            side.view.menu_wanted.connect(self._open_line_menu)
            side.view.copy_wanted.connect(lambda side=side: self._copy_line(side))

    # -- what it is given ---------------------------------------------------------------------------------------

    def show_explored(self, explored: Explored | None) -> None:
        """Take other vectors, or a newer moment of the same: then the pair stays."""
        before, self._explored = self._explored, explored
        same = before is not None and explored is not None and before.lineage is explored.lineage
        if not same:
            self.row.show_pair("", "")
            self.row.set_words(explored.vectors.words if explored is not None else ())
            self._similarity = None
        if not same or before is None or explored is None or before.opened is not explored.opened:
            self._say(self._no_text if explored is not None and explored.opened is None else self._no_pair)
        self.show_body(explored is not None)

    def show_pair(self, first: str, second: str) -> None:
        """Ask why two words are near."""
        self.row.show_pair(first, second)
        self._ask(first, second)

    def show_related(self, related: Related) -> None:
        """Show what two words share."""
        if related.pair != self.row.pair:
            return
        again = self._related is not None and self._related.pair == related.pair
        wanted = self._wanted if again else None
        self._take(related)
        if not len(related.relation.ids):
            self._show_message(self._nothing_shared)
            return
        self._below.setCurrentWidget(self._all)
        self._fit()
        if not self._choose(wanted):
            self.table.scrollToTop()
            self._show_telling()

    def show_missing(self, words: Sequence[str], spellings: Sequence[str]) -> None:
        """Say which words are not in the text, and which are spelled like the first of them."""
        self._say(str)
        self._missing = tuple(words)
        self.hint.say(self._missing_sentence(), spellings)

    def show_similarity(self, pair: Pair, cosine: float | None) -> None:
        """Show how near the vectors of two words are."""
        if pair == self.row.pair:
            self._similarity = pair, cosine
            self._tell()

    def show_lines(self, found: ContextLines) -> None:
        """Show the lines in which a shared context stands."""
        if found.related is self._related and found.context == self._wanted:
            self._show_sides(found.lines, frozenset([found.context]))

    def csv_rows(self) -> LaterRows:
        """Return all shared contexts."""
        related = self._related
        return LaterRows(lambda: rows_of(related))

    def copy(self) -> None:
        """Put the shared contexts that are listed into the clipboard."""
        QGuiApplication.clipboard().setText(as_tsv(islice(rows_of(self._related), MOST + 1)))

    @property
    def pointed_words(self) -> Sequence[str]:
        return self._pointed

    # -- what is done with it -----------------------------------------------------------------------------------

    def _ask(self, first: str, second: str) -> None:
        if self._explored is None:
            return
        if self._similarity is not None and self._similarity[0] != (first, second):
            self._similarity = None
        if self._explored.opened is None:
            self._say(self._no_text)
        self.asked.emit(first, second)

    def _ask_instead(self, word: str) -> None:
        missing = self._missing[0]
        first, second = (word if each == missing else each for each in self.row.pair)
        self.show_pair(first, second)

    def _select(self) -> None:
        """Show the lines of the shared context that has been chosen."""
        rows = self.table.selected()
        context = self.shared.id(rows[0].start) if rows else None
        if context == self._wanted or self._related is None:
            return
        if context is None:
            self._show_telling()
        else:
            self._choose(context)

    def _choose(self, context: int | None) -> bool:
        """Ask for the lines of a shared context, and select its row; return whether there is one."""
        row = self.shared.row_of(context) if context is not None else -1
        if row < 0 or context is None:
            return False
        self._wanted = context
        if not self.table.selectionModel().isRowSelected(row, QModelIndex()):
            self.table.select(row)
        self.all_lines.show()
        self.lines_asked.emit(self._related, context)
        return True

    def _sort(self, column: int) -> None:
        wanted = self._wanted
        self.shared.sort_by(column)
        self._fit()
        if wanted is None:
            self.table.scrollToTop()

    def _show_telling(self) -> None:
        """Show the lines in which the most of what is shared is seen."""
        self._wanted = None
        self.lines_given_up.emit()
        self.table.clearSelection()
        self.table.setCurrentIndex(QModelIndex())
        if self.all_lines.hasFocus():
            self.table.setFocus()
        self.all_lines.hide()
        if self._related is not None:
            self._show_sides(self._related.lines, frozenset(self._related.telling.tolist()))

    def _show_sides(self, lines: Sequence[Positions], marked: frozenset[int]) -> None:
        assert self._related is not None
        ground = self._related.ground
        words = ground.corpus.words
        for side, contexts, positions in zip(self.sides, self._related.relation.sides, lines, strict=True):
            phrase = Phrase((contexts.id,), (words[contexts.id],))
            shown = Shown(Lines(ground.corpus, positions), phrase, words, marked=marked)
            side.view.show_lines(shown, ground.kept)
        self._name_sides()

    def _look_up(self, place: int) -> None:
        if self._related is not None:
            self.concordance_asked.emit(self._related.ground.corpus.word(self._related.relation.sides[place].id))

    def _copy_line(self, side: Side) -> None:
        line = side.view.line(side.view.current)
        if line is not None and self._related is not None:
            QGuiApplication.clipboard().setText(as_tsv([row_of(line, self._related.ground.corpus.words)]))

    def _open_row_menu(self, row: int, place: QPoint) -> None:
        self._open_menu((self.shared.word(row),), place)

    def _open_line_menu(self, line: Line | None, token: Token | None, place: QPoint) -> None:
        chosen = token if token is not None or line is None else line.match[0]
        words = () if chosen is None or self._related is None else (self._related.ground.corpus.word(chosen.id),)
        self._open_menu(words, place)

    def _open_menu(self, words: tuple[str, ...], place: QPoint) -> None:
        self._pointed = words
        self.context_menu().popup(place)
        self._pointed = ()

    # -- what is said -------------------------------------------------------------------------------------------

    def _take(self, related: Related | None) -> None:
        """Take what is to be shown; what was said before is not true any more."""
        self._related, self._wanted, self._missing = related, None, ()
        self.hint.say("")
        self.shared.show_related(related)
        self._tell()

    def _say(self, message: Callable[[], str]) -> None:
        """Show a sentence, and nothing else."""
        self._take(None)
        self._show_message(message)

    def _show_message(self, message: Callable[[], str]) -> None:
        self._message = message
        self.nothing.setText(message())
        self._below.setCurrentWidget(self.nothing)
        self.all_lines.hide()
        for side in self.sides:
            side.view.show_lines(None, 0)

    def _no_pair(self) -> str:
        return self.tr("Type two words above, or choose a neighbour of a word that was asked about.")

    def _no_text(self) -> str:
        return self.tr(
            "These vectors come without a text. Open a text in which their words stand, and what stands beside both "
            "words can be seen here."
        )

    def _nothing_shared(self) -> str:
        first, second = (one_line(word, 40) for word in self.row.pair)
        return self.tr("No word stands beside “{first}” as well as beside “{second}” in the open text.").format(
            first=first, second=second
        )

    def _missing_sentence(self) -> str:
        words = [one_line(word, 40) for word in self._missing]
        if len(words) == 1:
            return self.tr("“{word}” is not in the open text.").format(word=words[0])
        return self.tr("Neither “{first}” nor “{second}” is in the open text.").format(first=words[0], second=words[1])

    def _tell(self) -> None:
        parts = []
        if self._similarity is not None:
            cosine = self._similarity[1]
            if cosine is None:
                parts.append(self.tr("no cosine"))
            else:
                parts.append(self.tr("cosine {figure}").format(figure=true_minus(f"{cosine:.3f}")))
        if self._related is not None:
            relation = self._related.relation
            parts.append(self.tr("of contexts {figure}").format(figure=f"{relation.cosine:.3f}"))
            parts.append(self.tr("{count} shared").format(count=number(len(relation.ids))))
            if self._related.sampled:
                parts.append(self.tr("a sample so far"))
        self.set_caption(" · ".join(parts))

    def _name_sides(self) -> None:
        if self._related is None:
            return
        corpus = self._related.ground.corpus
        for side, contexts in zip(self.sides, self._related.relation.sides, strict=True):
            word, count = one_line(corpus.word(contexts.id), 40), number(side.view.count)
            if self._wanted is None:
                text = self.tr("the most telling {count} of {total} lines")
            else:
                text = self.tr("{count} lines with “{context}”")
            context = one_line(corpus.word(self._wanted), 40) if self._wanted is not None else ""
            side.say(f"{word} · " + text.format(count=count, total=number(contexts.total), context=context))

    def _describe(self, id_: int) -> str:
        if self._related is None:
            return ""
        ground = self._related.ground
        return word_sentence(ground.corpus, id_, ground.min_count)

    def apply_palette(self, palette: Palette) -> None:
        self.shared.apply_palette(palette)
        self.table.apply_palette(palette)
        self._bars.apply_palette(palette)
        for side in self.sides:
            side.view.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Why near"))
        self.set_explanation(
            self.tr(
                "Why two words have similar vectors: because the same words stand unusually often beside both. The "
                "first cosine is that of the vectors. The cosine of the contexts is what counts alone say: for each "
                "word its positive PMI times the root of how often it stands there. The two go together, but not "
                "closely: training also sees likenesses between contexts that are different words."
            )
        )
        self.set_empty(self.tr("Train a model or open vectors, and why two words are near can be seen here."))
        self.table.setAccessibleName(self.tr("Words that stand beside both"))
        self.all_lines.set_meaning(self.tr("Back to the most telling lines"))
        self.nothing.setText(self._message())
        if self._missing:
            self.hint.say(self._missing_sentence(), self.hint.words)
        self.shared.retranslate()
        self._name_sides()
        self._tell()

    # -- how the room is shared ---------------------------------------------------------------------------------

    def _fit(self) -> None:
        fit_columns(self.table, self.shared)

    def _arrange(self) -> None:
        """Put the lines beside the table, and beside each other, where there is room."""
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        for parts, room in ((self._all, _ROOM_FOR_TWO), (self._lines, _ROOM_FOR_THREE)):
            orientation = across if self.room >= room else down
            if parts.orientation() != orientation:
                parts.setOrientation(orientation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
