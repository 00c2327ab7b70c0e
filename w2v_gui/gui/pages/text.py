"""The Text page, which answers: what does the model read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from w2v_gui.gui.pages.page import Page
from w2v_gui.gui.panels.concordance import ConcordancePanel
from w2v_gui.gui.panels.frequency import FrequencyPanel
from w2v_gui.gui.panels.sentence_lengths import SentenceLengthsPanel
from w2v_gui.gui.panels.source import SourcePanel
from w2v_gui.gui.panels.text import TextPanel
from w2v_gui.gui.panels.training_pairs import TrainingPairsPanel
from w2v_gui.gui.panels.vocabulary import VocabularyPanel
from w2v_gui.gui.widgets.enlarging import Enlarging
from w2v_gui.gui.widgets.splitters import GAP, Splitter
from w2v_gui.gui.widgets.two_cards import TwoCards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.text_statistics import Measured
    from w2v_gui.gui.theme import Palette

# From this width pairs and lines are both worth reading side by side.
_ROOM_FOR_BOTH = 1100
_ROOM_FOR_PLOTS = 600


class TextPage(Page):
    """Where the text comes from on the left, the text and its pairs in the middle, its words on the right.

    Attributes
    ----------
    setting_chosen : Signal(str, object)
        The name of a setting of the form, and what was entered for it.
    epoch_chosen : Signal(int)
        The windows of another epoch should be shown, counted from 1.
    watch_asked : Signal(object)
        With a word.
    inside_asked : Signal(object)
        With the position of a pair that should be walked through.
    """

    setting_chosen = Signal(str, object)
    epoch_chosen = Signal(int)
    inside_asked = Signal(object)
    watch_asked = Signal(object)

    def _parts(self) -> Iterator[None]:
        columns = Splitter(Qt.Orientation.Horizontal)
        self.enlarging = Enlarging(columns)
        page = QVBoxLayout(self)
        page.setContentsMargins(GAP, GAP, GAP, GAP)
        page.addWidget(self.enlarging)
        self.source = columns.add(SourcePanel(), 290, 0)
        self.source.setMinimumWidth(250)
        self.source.setMaximumWidth(360)
        yield
        middle = columns.add(Splitter(Qt.Orientation.Vertical), 740, 4)
        self.text = middle.add(TextPanel(), 440, 5)
        yield
        self.pairs, self.concordance = TrainingPairsPanel(), ConcordancePanel()
        yield
        self.rows = middle.add(TwoCards(self.pairs, self.concordance, _ROOM_FOR_BOTH, GAP, parent=middle), 360, 4)
        yield
        right = columns.add(Splitter(Qt.Orientation.Vertical), 320, 1)
        right.setMinimumWidth(240)
        self.vocabulary = right.add(VocabularyPanel(), 440, 5)
        yield
        self.frequency = FrequencyPanel()
        yield
        self.lengths = SentenceLengthsPanel()
        yield
        self.plots = right.add(TwoCards(self.frequency, self.lengths, _ROOM_FOR_PLOTS, GAP, parent=right), 360, 4)
        yield
        self._cards = (self.text, self.pairs, self.concordance, self.vocabulary, self.frequency, self.lengths)
        self.enlarging.add(*self._cards)
        self._connect()

    def _connect(self) -> None:
        for card in self._cards:
            card.export_asked.connect(self.export_asked)
            card.concordance_asked.connect(self.concordance_asked)
        self.source.export_asked.connect(self.export_asked)
        for settings in (self.source, self.pairs):
            settings.setting_chosen.connect(self.setting_chosen)
        for reading in (self.text, self.pairs):
            reading.epoch_chosen.connect(self.epoch_chosen)
        for rows in (self.pairs, self.concordance):
            rows.position_chosen.connect(self.text.go_to)
        for pairs in (self.text, self.pairs, self.concordance):
            pairs.inside_asked.connect(self.inside_asked)
        for words in (self.text, self.vocabulary):
            words.stop_word_made.connect(self.source.add_stop_word)
        self.text.entry_made.connect(self.source.add_entry)
        self.text.vocabulary_asked.connect(self.vocabulary.go_to)
        self.frequency.word_chosen.connect(self.vocabulary.go_to)
        self.vocabulary.watch_asked.connect(self.watch_asked)
        self.enlarging.changed.connect(self.rows.arrange)
        self.enlarging.changed.connect(self.plots.arrange)
        keys = QShortcut(QKeySequence.StandardKey.Undo, self, self.source.take_back)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def open_text(self, opened: Opened) -> None:
        """Take a text that has been read."""
        for panel in (self.source, *self._cards):
            panel.open_text(opened)

    def show_config(self, config: TrainingConfig | None) -> None:
        """Take the settings of the moment; None while something is wrong with them."""
        for panel in (self.source, *self._cards):
            panel.show_config(config)

    def show_measured(self, opened: Opened, measured: Measured) -> None:
        """Take what a look at the whole text has found."""
        self.vocabulary.show_measured(opened, measured)
        self.lengths.show_lengths(measured.lengths)

    def set_locked(self, locked: bool) -> None:
        """Say whether a run goes on, which keeps its settings and its text."""
        for panel in (self.source, self.text, self.pairs):
            panel.set_locked(locked)

    def open_concordance(self, word: str) -> None:
        """Show where a word stands in the text, or let one be entered."""
        if self.enlarging.card is not self.concordance:
            self.enlarging.back()
        self.rows.prefer("right")
        if word:
            self.concordance.look_up(word)
        else:
            self.concordance.focus_entry()

    def apply_palette(self, palette: Palette) -> None:
        for panel in (self.source, *self._cards):
            panel.apply_palette(palette)

    def retranslate(self) -> None:
        self.rows.set_labels(self.tr("Training pairs"), self.tr("Concordance"), self.tr("Pairs or concordance"))
        self.plots.set_labels(self.tr("Word frequency"), self.tr("Sentence lengths"), self.tr("Words or sentences"))
