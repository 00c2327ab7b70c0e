"""Why two words are near: what stands beside both of them, and the lines in which it does."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from w2v_gui.gui.tables import LaterRows, as_tsv
from w2v_gui.gui.text import number, one_line, true_minus
from w2v_gui.gui.why.both_lines import BothLines
from w2v_gui.gui.why.pair_row import PairRow
from w2v_gui.gui.why.shared_table import MOST, SharedTable, fit_columns, rows_of
from w2v_gui.gui.widgets.bar_cells import BarCells
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.instead import Instead
from w2v_gui.gui.widgets.parts_label import SEPARATOR, PartsLabel
from w2v_gui.gui.widgets.row_table import RowTable
from w2v_gui.gui.widgets.splitters import GAP, splitter
from w2v_gui.gui.widgets.word_hint import WordHint

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.why.related import ContextLines, Pair, Related

_ROOM_FOR_TWO, _ROOM_FOR_THREE = 640, 1060
_ROOM_FOR_TITLES = 420
"""In a lower card one title does for the lines of both words."""

_ROOM_FOR_THREE_ROWS = 280
_TWO_ROWS, _THREE_ROWS = 76, 100
"""With the titles of their columns, in pixels."""

_GAP_BELOW = 4


class WhyPanel(Card):
    """Two words, the contexts they share, and below or beside these the lines of each.

    Attributes
    ----------
    asked : Signal(object, object)
        With two words; `show_related`, `show_missing` and `show_similarity` take what comes of it.
    lines_asked : Signal(object, int)
        With what is shown and the id of a shared context; `show_lines` takes the lines in which it stands.
    lines_given_up : Signal()
        These lines are not wanted any more.
    word_chosen : Signal(str)
        Ask on about this word.
    typed : Signal()
        The user is writing words of their own.
    """

    asked = Signal(object, object)
    lines_asked = Signal(object, int)
    lines_given_up = Signal()
    word_chosen = Signal(str)
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explored: Explored | None = None
        # As it was asked for: a field may show less of a long word.
        self._pair: Pair = ("", "")
        self._shown = self._pair
        self._related: Related | None = None
        self._similarity: tuple[Pair, float | None] | None = None
        self._missing: tuple[str, ...] = ()
        self._wanted: int | None = None
        self._pointed: tuple[str, ...] = ()
        self.row = PairRow()
        self.hint = WordHint()
        self.overlap = PartsLabel(kind="muted")
        self.overlap.setContentsMargins(10, 0, 10, 0)
        self.shared = SharedTable()
        self.table = RowTable(self.shared, cells=BarCells)
        self.table.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.lines = BothLines()
        self._lay_out()
        self._connect()
        self.show_body(False)
        self._arrange()
        self.retranslate()

    def _lay_out(self) -> None:
        self._all = splitter(Qt.Orientation.Vertical, {self.table: 170, self.lines: 200}, (1, 1))
        self._all.setHandleWidth(_GAP_BELOW)
        hint = QHBoxLayout()
        hint.setContentsMargins(10, 0, 10, 0)
        hint.addWidget(self.hint)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(4)
        column.addWidget(self.row)
        column.addWidget(self.overlap)
        column.addLayout(hint)
        self._below = Instead(self._all)
        self.nothing = self._below.sentence
        column.addWidget(self._below, 1)

    def _connect(self) -> None:
        self.row.entered.connect(self._ask)
        self.row.swapped.connect(self._swap)
        self.row.typed.connect(self.typed)
        self.hint.chosen.connect(self._ask_instead)
        self.lines.given_up.connect(self._show_telling)
        self.lines.looked_up.connect(self.concordance_asked)
        self.lines.menu_wanted.connect(self._open_menu)
        self.table.selectionModel().selectionChanged.connect(self._select)
        self.table.horizontalHeader().sectionClicked.connect(self._sort)
        self.table.chosen.connect(lambda row: self.word_chosen.emit(self.shared.word(row)))
        self.table.menu_asked.connect(self._open_row_menu)
        self.table.copy_asked.connect(self.copy)
        self.table.left_upwards.connect(self.row.setFocus)
        self.table.resized.connect(self._fit)

    # -- what it is given ---------------------------------------------------------------------------------------

    def show_explored(self, explored: Explored | None) -> None:
        """Take other vectors, or a newer moment of the same: then the pair stays."""
        before, self._explored = self._explored, explored
        same = before is not None and explored is not None and before.lineage is explored.lineage
        if not same:
            self._pair = "", ""
            self._write(*self._pair)
            self.row.set_words(explored.vectors.words if explored is not None else ())
            self._similarity = None
        if not same or before is None or explored is None or before.opened is not explored.opened:
            self._say(self._no_text if explored is not None and explored.opened is None else self._no_pair)
        self.show_body(explored is not None)

    def show_pair(self, first: str, second: str) -> None:
        """Ask why two words are near."""
        self._write(first, second)
        self._ask(first, second)

    def follow(self, first: str, second: str) -> None:
        """Ask it unless that has been done; what is selected of it stays."""
        if sorted((first, second)) != sorted(self._pair):
            self.show_pair(first, second)

    def show_related(self, related: Related) -> None:
        """Show what two words share."""
        if related.pair != self._pair:
            return
        again = self._related is not None and self._related.pair == related.pair
        wanted = self._wanted if again else None
        self._take(related)
        if not len(related.relation.ids):
            self._show_message(self._nothing_shared)
            return
        self._below.show_content()
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
        if pair == self._pair:
            self._similarity = pair, cosine
            self._tell()

    def show_lines(self, found: ContextLines) -> None:
        """Show the lines in which a shared context stands."""
        if found.related is self._related and found.context == self._wanted:
            self.lines.show_with(found.related, found.context, found.lines)

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
        self._pair = first, second
        if self._similarity is not None and self._similarity[0] != self._pair:
            self._similarity = None
        if self._explored.opened is None:
            self._say(self._no_text)
        elif self._missing:
            self._say(str)
        self.asked.emit(first, second)

    def _swap(self) -> None:
        # What has been typed since counts.
        shown = self.row.pair
        second, first = self._pair if shown == self._shown else shown
        if first and second:
            self.show_pair(first, second)
        else:
            self._write(first, second)

    def _write(self, first: str, second: str) -> None:
        self.row.show_pair(first, second)
        self._shown = self.row.pair

    def _ask_instead(self, word: str) -> None:
        missing = self._missing[0]
        first, second = (word if each == missing else each for each in self._pair)
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
        if self.lines.cross.hasFocus():
            self.table.setFocus()
        if self._related is not None:
            self.lines.show_telling(self._related)

    def _open_row_menu(self, row: int, place: QPoint) -> None:
        self._open_menu((self.shared.word(row),), place)

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
        self._below.say(message)
        self.lines.show_nothing()

    def _no_pair(self) -> str:
        return self.tr("Type two words above, or choose a neighbour of a word that was asked about.")

    def _no_text(self) -> str:
        return self.tr(
            "These vectors come without a text. Open a text in which their words stand, and what stands beside both "
            "words can be seen here."
        )

    def _nothing_shared(self) -> str:
        first, second = (one_line(word, 40) for word in self._pair)
        return self.tr("No word stands beside “{first}” as well as beside “{second}” in the open text.").format(
            first=first, second=second
        )

    def _missing_sentence(self) -> str:
        words = [one_line(word, 40) for word in self._missing]
        if len(words) == 1:
            return self.tr("“{word}” is not in the open text.").format(word=words[0])
        return self.tr("Neither “{first}” nor “{second}” is in the open text.").format(first=words[0], second=words[1])

    def _tell(self) -> None:
        """Say how near the vectors are, and how much the contexts have in common."""
        said = SEPARATOR.join(filter(None, (self._cosine_text(), *self._overlap_texts())))
        self.overlap.setText(said)
        self.overlap.setVisible(bool(said))

    def _cosine_text(self) -> str:
        if self._similarity is None:
            return ""
        cosine = self._similarity[1]
        if cosine is None:
            return self.tr("no cosine")
        return self.tr("cosine {figure}").format(figure=true_minus(f"{cosine:.3f}"))

    def _overlap_texts(self) -> list[str]:
        if self._related is None:
            return []
        relation = self._related.relation
        values = {"count": len(relation.ids), "first": relation.sizes[0], "second": relation.sizes[1]}
        parts = [
            self.tr("of contexts {figure}", "cosine").format(figure=f"{relation.cosine:.3f}"),
            self.tr("{count} contexts shared of {first} and {second}").format(
                **{name: number(value) for name, value in values.items()}
            ),
        ]
        if self._related.sampled:
            parts.append(self.tr("a sample so far"))
        return parts

    def apply_palette(self, palette: Palette) -> None:
        self.shared.apply_palette(palette)
        self.table.apply_palette(palette)
        self.lines.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Why near"))
        self.set_explanation(
            self.tr(
                "Why two words have similar vectors: because the same words stand unusually often beside both. The "
                "cosine is that of the vectors. The cosine of contexts is what counts alone say: for each word its "
                "positive PMI times the root of how often it stands there. The two go together, but not closely: "
                "training also sees likenesses between contexts that are different words."
            )
        )
        self.set_empty(self.tr("Train a model or open vectors, and why two words are near can be seen here."))
        self.table.setAccessibleName(self.tr("Words that stand beside both"))
        self._below.retranslate()
        if self._missing:
            self.hint.say(self._missing_sentence(), self.hint.words)
        self.shared.retranslate()
        self._tell()

    # -- how the room is shared ---------------------------------------------------------------------------------

    def _fit(self) -> None:
        fit_columns(self.table, self.shared)

    def _arrange(self) -> None:
        """Put the lines beside the table, and beside each other, where there is room."""
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        wanted = across if self.room >= _ROOM_FOR_TWO else down
        if self._all.orientation() != wanted:
            self._all.setOrientation(wanted)
            self._all.setHandleWidth(GAP if wanted == across else _GAP_BELOW)
            # Beside each other, lines have more use for room than figures.
            self._all.setSizes([200, 300] if wanted == across else [250, 250])
        self.lines.set_orientation(across if self.room >= _ROOM_FOR_THREE else down)
        self.lines.set_one_title(self.height() < _ROOM_FOR_TITLES)
        self.table.setMinimumHeight(_THREE_ROWS if self.height() >= _ROOM_FOR_THREE_ROWS else _TWO_ROWS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
