"""How similar chosen words are: the cosine of each with each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from w2v_gui.gui.spellings import spelling_sentence
from w2v_gui.gui.text import menu_text, number, one_line, plain_label, set_tooltip
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.gui.widgets.similarity_colours import WHOLE, ColourRange, spread
from w2v_gui.gui.widgets.similarity_painting import range_digits, value_text
from w2v_gui.gui.widgets.similarity_view import SimilarityView
from w2v_gui.gui.widgets.word_entry import WordEntry
from w2v_gui.gui.word_counts import words_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray
    from PySide6.QtWidgets import QMenu

    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.theme import Palette
    from w2v_gui.vectors.comparison import Comparison

CLUSTERED, BY_HAND = "clustered", "by_hand"

_TOLD = 3
"""So many more words that are not there are named: all would take the room from what was found."""


@dataclass(frozen=True)
class CompareWish:
    """Words to be compared.

    Attributes
    ----------
    words : tuple of str
    typed : str
        What was typed to be added: a word, or several with spaces or commas between them.
    """

    words: tuple[str, ...] = ()
    typed: str = ""


class SimilarityPanel(Card):
    """Words along two edges, the cosine of each with each as colours.

    Words are offered by others; those that the user has put together stay until an offer is taken.

    Attributes
    ----------
    compare_asked : Signal(object)
        With a `CompareWish`; `show_comparison` takes the answer.
    pair_chosen : Signal(str, str)
        Two words whose cell was chosen.
    word_chosen : Signal(str)
        A word whose label was chosen.
    """

    compare_asked = Signal(object)
    pair_chosen = Signal(str, str)
    word_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explored: Explored | None = None
        self._comparison: Comparison | None = None
        self._clustered_of: tuple[frozenset[str], str] = (frozenset(), "")
        self._order: tuple[str, ...] = ()
        self._offered: tuple[str, ...] = ()
        self._own = False
        self._range: ColourRange | None = None
        self.order = Segmented((CLUSTERED, BY_HAND))
        self.order.setObjectName("quiet")
        self.spread = IconButton("whole")
        self.spread.setCheckable(True)
        self.add_tool(self.spread)
        self.entry = WordEntry()
        self.hint = plain_label(kind="muted")
        self.hint.setWordWrap(True)
        self.hint.hide()
        self.offer = QPushButton()
        self.offer.setProperty("kind", "flat")
        self.offer.setCursor(Qt.CursorShape.PointingHandCursor)
        self.offer.hide()
        self.view = SimilarityView()
        self.message = plain_label(kind="empty")
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown = QStackedLayout()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.entry, 1)
        line.addWidget(self.order)
        column.addLayout(line)
        column.addWidget(self.hint)
        column.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._shown, 1)
        self._shown.addWidget(self.message)
        self._shown.addWidget(self.view)
        self.order.chosen.connect(self._choose_order)
        self.spread.toggled.connect(self._draw)
        self.entry.entered.connect(self._add)
        self.offer.clicked.connect(self.take_offer)
        self.view.pair_chosen.connect(lambda a, b: self.pair_chosen.emit(self._order[a], self._order[b]))
        self.view.label_chosen.connect(lambda place: self.word_chosen.emit(self._order[place]))
        self.view.moved.connect(self._move)
        self.view.removed.connect(lambda place: self.remove(self._order[place]))
        self.show_body(False)
        self.retranslate()

    # -- data -------------------------------------------------------------------------------------------------

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are compared, in the order in which they are shown."""
        return self._order

    def show_explored(self, explored: Explored | None) -> None:
        """Compare words of these vectors from now on; a newer moment changes colours only."""
        before, self._explored = self._explored, explored
        self.show_body(explored is not None)
        if explored is None or before is None or explored.lineage is not before.lineage:
            kept = self._order if self._own and explored is not None else ()
            self._comparison, self._order, self._offered = None, (), ()
            self._clustered_of = (frozenset(), "")
            self._own = bool(kept)
            self.entry.set_words(explored.vectors.words if explored is not None else ())
            if kept:
                self._ask(kept)
            self._draw()

    def show_words(self, words: tuple[str, ...]) -> None:
        """Offer words: they are compared, unless the user has put some together."""
        if not words:
            return
        self._offered = words
        if not self._own:
            self._ask(words)
        self._tell()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show an answer."""
        self._comparison = comparison
        words = frozenset(comparison.words)
        rows = self._explored.rows if self._explored is not None else ""
        if self.order.value == CLUSTERED and self._clustered_of != (words, rows):
            self._cluster()
        else:
            # The order stays, whatever the similarities are now; what is new comes last.
            kept = tuple(word for word in self._order if word in words)
            self._order = (*kept, *(word for word in comparison.words if word not in set(kept)))
        self._draw()

    def csv_rows(self) -> Iterator[Sequence[object]]:
        """Yield the matrix, words in the first row and the first column."""
        yield "word", *self._order
        for word, row in zip(self._order, self._values(), strict=True):
            yield word, *(round(float(value), 6) for value in row)

    @property
    def picture(self) -> QWidget:
        return self.view

    @property
    def pointed_words(self) -> Sequence[str]:
        pointed = self.view.pointed
        return () if pointed is None else tuple(dict.fromkeys(self._order[place] for place in pointed))

    # -- what the user wants ----------------------------------------------------------------------------------

    def take_offer(self) -> None:
        """Compare the words that are offered, instead of those that the user has put together."""
        self._own = False
        self._ask(self._offered)
        self._tell()

    def remove(self, word: str) -> None:
        """Compare the others only."""
        pointed = self.view.pointed
        self._own = True
        self._ask(tuple(other for other in self._order if other != word))
        if pointed is not None and len(self._order) > 1:
            # The keys go on where they were, as soon as the others have moved up.
            self.view.point_at(*(min(place, len(self._order) - 2) for place in pointed))

    def menu(self) -> QMenu:
        """Return the card's menu, and above the rest what can be done with the words."""
        menu = super().menu()
        first = menu.actions()[0] if menu.actions() else None
        entries: list[tuple[str, Callable[[], object]]] = []
        for word in self.pointed_words:
            shown = menu_text(word)
            entries.append((self.tr("Ask about “{word}”").format(word=shown), partial(self.word_chosen.emit, word)))
            entries.append((self.tr("Take “{word}” away").format(word=shown), partial(self.remove, word)))
        if self._order:
            entries.append((self.tr("Take all words away"), self._clear))
        for text, slot in entries:
            action = QAction(text, menu)
            action.triggered.connect(lambda checked, slot=slot: slot())
            menu.insertAction(first, action)  # type: ignore[arg-type]
        if entries and first is not None:
            menu.insertSeparator(first)
        return menu

    def _add(self, typed: str) -> None:
        self._own = True
        self.entry.clear()
        self._ask(self._order, typed)

    def _clear(self) -> None:
        self._own = False
        self._ask(())

    def _ask(self, words: tuple[str, ...], typed: str = "") -> None:
        self.compare_asked.emit(CompareWish(words, typed))

    def _choose_order(self, order: str) -> None:
        if order == CLUSTERED and self._comparison is not None:
            self._cluster()
            self._draw()

    def _cluster(self) -> None:
        comparison = self._comparison
        assert comparison is not None
        self._order = tuple(comparison.words[place] for place in comparison.order)
        rows = self._explored.rows if self._explored is not None else ""
        self._clustered_of = frozenset(comparison.words), rows

    def _move(self, place: int, to: int) -> None:
        words = list(self._order)
        words.insert(to, words.pop(place))
        self._order = tuple(words)
        self.order.set_value(BY_HAND)
        pointed = self.view.pointed
        self._draw()
        if pointed is not None:
            self.view.point_at(to, pointed[1])

    # -- how it is shown --------------------------------------------------------------------------------------

    def _values(self) -> NDArray[np.float64]:
        comparison = self._comparison
        if comparison is None:
            return np.zeros((0, 0))
        places = {word: place for place, word in enumerate(comparison.words)}
        chosen = [places[word] for word in self._order]
        values: NDArray[np.float64] = comparison.cosines[np.ix_(chosen, chosen)]
        return values

    def _draw(self) -> None:
        values = self._values()
        self._range = spread(values)
        colours = self._range if self.spread.isChecked() else None
        self.view.show_values(self._order, values, colours or WHOLE)
        self._shown.setCurrentWidget(self.view if self._order else self.message)
        self._tell()

    def _tell(self) -> None:
        comparison, count = self._comparison, len(self._order)
        self.spread.setEnabled(self._range is not None)
        self.set_caption(self._caption_text(count))
        kept = len(self._explored.vectors) if self._explored is not None else 0
        sentences = []
        if comparison is not None:
            unknown = list(comparison.unknown)
            sentences = [spelling_sentence(word, comparison.unknown[word], kept) for word in unknown[:1]]
            if len(unknown) > 1:
                others = [one_line(word, 20) for word in unknown[1 : 1 + _TOLD]] + ["…"] * (len(unknown) > 1 + _TOLD)
                between = QCoreApplication.translate("spellings", ", ", "between words in a list")
                sentences.append(self.tr("Not there either: {words}.").format(words=between.join(others)))
            if comparison.left_out:
                text = self.tr("The first {shown} words are compared; {more} more are left out.")
                sentences.append(text.format(shown=number(count), more=number(comparison.left_out)))
            lost = np.flatnonzero(np.isnan(np.diagonal(comparison.cosines)))
            if len(lost):
                text = self.tr("“{word}” has no direction: its vector is zero or not finite.")
                sentences.append(text.format(word=one_line(comparison.words[lost[0]], 40)))
        self.hint.setText(" ".join(sentences))
        self.hint.setVisible(bool(sentences))
        offered = len(dict.fromkeys(self._offered))
        take = (
            self.tr("Take the {count} words of the answer") if offered != 1 else self.tr("Take the word of the answer")
        )
        self.offer.setText(take.format(count=number(offered)))
        self.offer.setVisible(self._own and bool(offered) and set(self._offered) != set(self._order))

    def _caption_text(self, count: int) -> str:
        if not count:
            return self.tr("cosine")
        if self._range is None:
            return self.tr("cosine · {words}").format(words=words_text(count))
        low, high = (value_text(end, range_digits(self._range)) for end in (self._range.low, self._range.high))
        return self.tr("cosine {low} … {high} · {words}").format(words=words_text(count), low=low, high=high)

    def apply_palette(self, palette: Palette) -> None:
        self.view.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Similarity"))
        self.set_explanation(
            self.tr(
                "The cosine of each word with each: green above zero, violet below. The colours span −1 … 1, so that "
                "matrices can be compared, or the range of these words only. A click on a cell asks why two "
                "words are near; a double click on a word asks about it. A word is dragged to another place, or "
                "taken there by Alt and the arrow keys; Delete takes it away."
            )
        )
        self.set_empty(self.tr("How similar words are to each other is seen here as soon as there are vectors."))
        self.message.setText(self.tr("Ask about a word, or type words that are to be compared."))
        self.entry.setPlaceholderText(self.tr("Add a word"))
        self.entry.setAccessibleName(self.tr("Words to be compared"))
        self.view.setAccessibleName(self.tr("Similarity of words"))
        self.spread.set_meaning(self.tr("Spread the colours over the range of these similarities, instead of −1 … 1"))
        meanings = {
            CLUSTERED: (self.tr("Clustered"), self.tr("Similar words side by side")),
            BY_HAND: (self.tr("By hand"), self.tr("In the order in which you put them")),
        }
        for order, (label, meaning) in meanings.items():
            self.order.set_label(order, label)
            set_tooltip(self.order.button(order), meaning)
        self._tell()
