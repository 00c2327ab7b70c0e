"""The right column of the Explore page: words compared, and below them scores and ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.gui import dialogs
from w2v_gui.gui.scoring import MOST_SETS
from w2v_gui.gui.widgets.splitters import GAP, Splitter
from w2v_gui.gui.widgets.two_cards import TabbedCards
from w2v_gui.vectors.test_sets import looks_like_test_set

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from w2v_gui.gui.panels.save import SavePanel
    from w2v_gui.gui.panels.scores import ScoresPanel
    from w2v_gui.gui.panels.similarity import SimilarityPanel

# From this height there is room for some test sets above all formats.
_ROOM_FOR_BOTH = 440

_SAVE = 200
_LEAST_WIDTH = 250


class RightColumn(QWidget):
    """Half of it for what is compared; in the other half scores and formats take turns where it is low."""

    def __init__(
        self, similarity: SimilarityPanel, scores: ScoresPanel, save: SavePanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        halves = Splitter(Qt.Orientation.Vertical)
        column.addWidget(halves)
        halves.add(similarity, 1000, 1)
        self.ways = halves.add(TabbedCards(scores, save, _ROOM_FOR_BOTH, GAP, Qt.Orientation.Vertical, halves), 1000, 1)
        # Formats need what they need; test sets are as many as there is room for.
        self.ways.splitter.setStretchFactor(1, 0)
        self.ways.splitter.setSizes([_ROOM_FOR_BOTH - _SAVE, _SAVE])
        self.setMinimumWidth(_LEAST_WIDTH)
        scores.files_given.connect(lambda: self.ways.prefer("left"))
        self.retranslate()

    def arrange(self) -> None:
        """Show what there is room for; to be called when a card has come back."""
        self.ways.arrange()

    @staticmethod
    def takes(data: QMimeData) -> bool:
        """Whether files that are dragged over the page are test sets, all of them."""
        paths = dialogs.local_paths(data)
        return 0 < len(paths) <= MOST_SETS and all(map(looks_like_test_set, paths))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        self.ways.set_labels(self.tr("How good is it"), self.tr("Save"), self.tr("Scores or ways to save"))
