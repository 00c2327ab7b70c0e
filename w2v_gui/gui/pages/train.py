"""The Train page, which answers: is it learning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.gui.pacing import Paced
from w2v_gui.gui.pages.page import Page
from w2v_gui.gui.panels.diagnostics import DiagnosticsPanel
from w2v_gui.gui.panels.heatmap import HeatmapPanel
from w2v_gui.gui.panels.loss import LossPanel
from w2v_gui.gui.panels.map import MapPanel
from w2v_gui.gui.panels.model_form import ModelForm
from w2v_gui.gui.panels.pairs import PairsPanel
from w2v_gui.gui.panels.watched import WatchedPanel
from w2v_gui.gui.widgets.enlarging import Enlarging
from w2v_gui.gui.widgets.splitters import GAP, splitter
from w2v_gui.gui.widgets.two_cards import TwoCards
from w2v_gui.session.snapshot import View

if TYPE_CHECKING:
    from w2v_gui.corpus.suggestions import Suggestions
    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.theme import Palette
    from w2v_gui.session.snapshot import Snapshot

    _Panel = LossPanel | HeatmapPanel | MapPanel | DiagnosticsPanel | WatchedPanel | PairsPanel

# From this width heatmap and map are both worth looking at side by side.
_ROOM_FOR_BOTH = 560


class TrainPage(Page):
    """The model's form on the left, what is being learned in the middle, the watched words on the right.

    Attributes
    ----------
    view_changed : Signal(object)
        With the `View` that the page needs snapshots of.
    """

    view_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = ModelForm()
        self.loss = LossPanel()
        self.heatmap = HeatmapPanel()
        self.map = MapPanel()
        self.diagnostics = DiagnosticsPanel()
        self.watched = WatchedPanel()
        self.pairs = PairsPanel()
        # Of how many snapshots one is drawn, and which, by what a drawing costs and what the eye needs: the curve moves
        # slowly, the colours should be seen moving.
        turns: dict[_Panel, tuple[int, int]] = {
            self.loss: (4, 2),
            self.heatmap: (2, 0),
            self.map: (2, 1),
            self.diagnostics: (4, 0),
            self.watched: (2, 0),
            self.pairs: (4, 0),
        }
        self._panels = tuple(turns)
        self._paced = tuple(Paced(panel.show_snapshot, *turn, panel.isVisible) for panel, turn in turns.items())
        self._view = View()
        self.enlarging = Enlarging(self._lay_out())
        self.enlarging.add(*self._panels)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.addWidget(self.enlarging)
        self._connect()

    def _lay_out(self) -> QWidget:
        self.pictures = TwoCards(self.heatmap, self.map, _ROOM_FOR_BOTH, GAP)
        self.form.setMinimumWidth(250)
        self.form.setMaximumWidth(340)
        for card, width, height in ((self.loss, 300, 150), (self.heatmap, 240, 170), (self.map, 240, 170)):
            card.setMinimumSize(width, height)
        middle = splitter(
            Qt.Orientation.Vertical, {self.loss: 330, self.pictures: 420, self.diagnostics: 36}, (5, 7, 0)
        )
        right = splitter(Qt.Orientation.Vertical, {self.watched: 500, self.pairs: 245}, (2, 1))
        right.setMinimumWidth(240)
        return splitter(Qt.Orientation.Horizontal, {self.form: 256, middle: 790, right: 300}, (0, 8, 1))

    def _connect(self) -> None:
        for panel, paced in zip(self._panels, self._paced, strict=True):
            panel.shown.connect(paced.flush)
            panel.wanted_changed.connect(self._want)
            panel.export_asked.connect(self.export_asked)
            panel.concordance_asked.connect(self.concordance_asked)
        for picture in (self.heatmap, self.map):
            picture.word_chosen.connect(self.watched.watch_id)
            self.watched.watched_changed.connect(picture.set_watched)
        self.watched.pair_chosen.connect(self.pairs.add)
        self.enlarging.changed.connect(self.pictures.arrange)

    @property
    def view(self) -> View:
        return self._view

    def open_text(self, vocabulary: Vocabulary) -> None:
        """Take the words of a new text."""
        for paced in self._paced:
            paced.forget()
        for panel in self._panels:
            panel.open_text(vocabulary)

    def show_suggestions(self, suggestions: Suggestions) -> None:
        self.watched.show_suggestions(suggestions)
        self.pairs.show_suggestions(suggestions)

    def begin(self, trainer: Trainer) -> None:
        """Take a new run."""
        for paced in self._paced:
            paced.forget()
        for panel in self._panels:
            panel.begin(trainer)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take a snapshot; each card is drawn when its turn has come, or with `flush`, if it is seen."""
        self.form.show_snapshot(snapshot)
        for paced in self._paced:
            paced.offer(snapshot)

    def flush(self) -> None:
        """Draw the latest snapshot at once: nothing more is coming for now."""
        for paced in self._paced:
            paced.flush()

    def apply_palette(self, palette: Palette) -> None:
        for panel in (self.form, *self._panels):
            panel.apply_palette(palette)

    def retranslate(self) -> None:
        self.pictures.set_labels(self.tr("Heatmap"), self.tr("Map"), self.tr("Heatmap or map"))

    def _want(self) -> None:
        wanted: dict[str, Any] = {}
        for panel in self._panels:
            wanted |= panel.wanted
        view = View(**wanted)
        if view != self._view:
            self._view = view
            self.view_changed.emit(view)
