"""The Train page, which answers: is it learning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from w2v_gui.gui.pacing import Paced
from w2v_gui.gui.panels.heatmap import HeatmapPanel
from w2v_gui.gui.panels.loss import LossPanel
from w2v_gui.gui.panels.model_form import ModelForm
from w2v_gui.gui.panels.pairs import PairsPanel
from w2v_gui.gui.panels.watched import WatchedPanel
from w2v_gui.session.snapshot import View

if TYPE_CHECKING:
    from w2v_gui.corpus.suggestions import Suggestions
    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.theme import Palette
    from w2v_gui.session.snapshot import Snapshot

_GAP = 10


class TrainPage(QWidget):
    """The model's form on the left, the loss over the heatmap in the middle, the watched word on the right.

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
        self.watched = WatchedPanel()
        self.pairs = PairsPanel()
        self._view = View()
        middle = _splitter(Qt.Orientation.Vertical, self.loss, self.heatmap)
        middle.setStretchFactor(0, 5)
        middle.setStretchFactor(1, 7)
        middle.setSizes([330, 420])
        right = _splitter(Qt.Orientation.Vertical, self.watched, self.pairs)
        right.setStretchFactor(0, 1)
        right.setStretchFactor(1, 0)
        right.setSizes([500, 245])
        across = _splitter(Qt.Orientation.Horizontal, self.form, middle, right)
        for i, stretch in enumerate((0, 1, 0)):
            across.setStretchFactor(i, stretch)
        across.setSizes([256, 840, 300])
        self.form.setMinimumWidth(250)
        self.form.setMaximumWidth(340)
        self.loss.setMinimumSize(300, 150)
        self.heatmap.setMinimumSize(300, 170)
        right.setMinimumWidth(240)
        row = QHBoxLayout(self)
        row.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        row.addWidget(across)
        # By what a drawing costs and what the eye needs: the curve moves slowly, the colours should be seen moving.
        self._paced = (
            Paced(self.loss.show_snapshot, 0.2),
            Paced(self.heatmap.show_snapshot, 0.08),
            Paced(self.watched.show_snapshot, 0.1),
            Paced(self.pairs.show_snapshot, 0.2),
        )
        for panel in (self.heatmap, self.watched, self.pairs):
            panel.wanted_changed.connect(self._want)
        self.watched.pair_chosen.connect(self.pairs.add)

    @property
    def view(self) -> View:
        return self._view

    def open_text(self, vocabulary: Vocabulary) -> None:
        """Take the words of a new text."""
        self.loss.open_text(vocabulary)
        self.heatmap.open_text(vocabulary)
        self.watched.open_text(vocabulary)
        self.pairs.open_text(vocabulary)

    def show_suggestions(self, suggestions: Suggestions) -> None:
        self.watched.show_suggestions(suggestions)
        self.pairs.show_suggestions(suggestions)

    def begin(self, trainer: Trainer) -> None:
        """Take a new run."""
        for paced in self._paced:
            paced.forget()
        self.loss.begin(trainer)
        self.heatmap.begin(trainer)
        self.watched.begin(trainer)
        self.pairs.begin(trainer)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take a snapshot; what it costs much to draw is drawn when its time has come, or with `flush`."""
        self.form.show_snapshot(snapshot)
        for paced in self._paced:
            paced.offer(snapshot)

    def flush(self) -> None:
        """Draw the latest snapshot at once: nothing more is coming for now."""
        for paced in self._paced:
            paced.flush()

    def apply_palette(self, palette: Palette) -> None:
        for panel in (self.form, self.loss, self.heatmap, self.watched, self.pairs):
            panel.apply_palette(palette)

    def _want(self) -> None:
        view = View(**self.heatmap.wanted, **self.watched.wanted, **self.pairs.wanted)
        if view != self._view:
            self._view = view
            self.view_changed.emit(view)


def _splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(_GAP)
    splitter.setChildrenCollapsible(False)
    for widget in widgets:
        splitter.addWidget(widget)
    return splitter
