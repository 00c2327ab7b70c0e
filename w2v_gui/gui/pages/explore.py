"""The Explore page, which answers: what has it learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.gui import dialogs
from w2v_gui.gui.pages.explore_left import LeftColumn
from w2v_gui.gui.pages.explore_right import RightColumn
from w2v_gui.gui.pages.page import Page
from w2v_gui.gui.panels.ask import AskPanel
from w2v_gui.gui.panels.atlas import AtlasPanel
from w2v_gui.gui.panels.predict import PredictPanel
from w2v_gui.gui.panels.save import SavePanel
from w2v_gui.gui.panels.scores import ScoresPanel
from w2v_gui.gui.panels.similarity import SimilarityPanel
from w2v_gui.gui.panels.why import WhyPanel
from w2v_gui.gui.vectors_bar import VectorsBar
from w2v_gui.gui.widgets.enlarging import Enlarging
from w2v_gui.gui.widgets.splitters import GAP, Splitter
from w2v_gui.gui.widgets.two_cards import TabbedCards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent

    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.theme import Palette
    from w2v_gui.vectors.questions import Answer

# From this width both cards are worth reading side by side.
_ROOM_FOR_BOTH = 700

_OFFERED = 11
"""So many words of an answer are compared with each other: what was asked, and the nearest."""


class ExplorePage(Page):
    """Questions on the left, the map in the middle, words compared, scored and saved on the right.

    Attributes
    ----------
    rows_chosen : Signal(str)
        W, W_out or mean: the vectors that the whole page is about.
    """

    rows_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lineage: object = None
        self._question = ""
        self._pair_taken = False

    def _parts(self) -> Iterator[None]:
        self.bar = VectorsBar()
        columns = Splitter(Qt.Orientation.Horizontal)
        self.enlarging = Enlarging(columns)
        page = QVBoxLayout(self)
        page.setContentsMargins(GAP, 0, GAP, GAP)
        page.setSpacing(0)
        page.addWidget(self.bar)
        page.addWidget(self.enlarging, 1)
        left = columns.add(LeftColumn(), 320, 1)
        self.ask = left.add(AskPanel(), 390, 1)
        yield
        self.why = WhyPanel()
        yield
        self.predict = PredictPanel()
        yield
        self.reasons = left.add(TabbedCards(self.why, self.predict, _ROOM_FOR_BOTH, GAP, parent=left), 340, 1)
        yield
        self.atlas = columns.add(AtlasPanel(), 690, 4)
        yield
        self.similarity, self.scores = SimilarityPanel(), ScoresPanel()
        yield
        self.save = SavePanel()
        self.right = columns.add(RightColumn(self.similarity, self.scores, self.save, columns), 340, 1)
        yield
        self._cards = (self.ask, self.why, self.predict, self.atlas, self.similarity, self.scores, self.save)
        self.enlarging.add(*self._cards)
        self._connect()
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        for card in self._cards:
            card.export_asked.connect(self.export_asked)
            card.concordance_asked.connect(self.concordance_asked)
        for words in (self.why, self.predict, self.atlas, self.similarity, self.scores):
            words.word_chosen.connect(self.ask.ask_word)
        self.scores.question_chosen.connect(self.ask.ask)
        self.ask.rows_chosen.connect(self.rows_chosen)
        self.ask.answered.connect(self._show_answer)
        for pairs in (self.ask, self.similarity):
            pairs.pair_chosen.connect(self._show_pair)
        self.why.typed.connect(self._keep_pair)
        self.atlas.selected.connect(self._show_selection)
        self.enlarging.changed.connect(self.reasons.arrange)
        self.enlarging.changed.connect(self.right.arrange)

    def show_explored(self, explored: Explored | None) -> None:
        """Take vectors to be asked: others, or those of a newer moment."""
        lineage = None if explored is None else explored.lineage
        if lineage is not self._lineage:
            self._lineage, self._question, self._pair_taken = lineage, "", False
        self.bar.show_explored(explored)
        for card in self._cards:
            card.show_explored(explored)

    # -- from card to card ----------------------------------------------------------------------------------------

    def _show_answer(self, answer: Answer) -> None:
        near = tuple(neighbour.word for neighbour in answer.neighbours)
        self.atlas.show_asked(answer.words, near, answer.direction)
        self.similarity.show_words(tuple(dict.fromkeys((*answer.words, *near)))[:_OFFERED])
        if answer.question != self._question:
            self._question, self._pair_taken = answer.question, False
        if answer.counterpart and near and not self._pair_taken:
            self.why.follow(answer.counterpart, near[0])

    def _keep_pair(self) -> None:
        self._pair_taken = True

    def _show_pair(self, first: str, second: str) -> None:
        self._keep_pair()
        self.why.show_pair(first, second)
        if self.enlarging.card is None:
            self.reasons.prefer("left")

    def _show_selection(self, words: tuple[str, ...]) -> None:
        self.save.show_selection(words)
        if words:
            self.similarity.show_words(words)

    # -- keys, wherever the focus is on the page ------------------------------------------------------------------

    def take_focus(self) -> None:
        if self.enlarging.card is None:
            self.ask.focus_entry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Find):
            self.atlas.open_find()
        else:
            super().keyPressEvent(event)

    # -- test sets, wherever they are dropped ---------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # Whatever else it is, the window opens it.
        event.setAccepted(self.right.takes(event.mimeData()))

    def dropEvent(self, event: QDropEvent) -> None:
        self.enlarging.back()
        self.scores.add_files(dialogs.local_paths(event.mimeData()))
        event.acceptProposedAction()

    def apply_palette(self, palette: Palette) -> None:
        for panel in (self.bar, *self._cards):
            panel.apply_palette(palette)

    def retranslate(self) -> None:
        self.reasons.set_labels(self.tr("Why near"), self.tr("Missing word"), self.tr("Why near or missing word"))
