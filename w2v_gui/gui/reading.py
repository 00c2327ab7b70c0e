"""Connects the Text page with what it shows: the text in windows, its pairs, its words, the lines around a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.gui.concordancing import Concordancing
from w2v_gui.gui.pair_counting import PairCounting
from w2v_gui.gui.spellings import Spellings
from w2v_gui.gui.text_preparing import TextPreparing
from w2v_gui.gui.text_search import TextSearch
from w2v_gui.gui.text_statistics import Measured, TextStatistics
from w2v_gui.gui.vocabulary_search import VocabularySearch

if TYPE_CHECKING:
    from w2v_gui.corpus.suggestions import Suggestions
    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.gui.controller import Controller
    from w2v_gui.gui.jobs import Jobs
    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.pages.text import TextPage
    from w2v_gui.gui.panels.model_form import ModelForm


class Reading(QObject):
    """Takes the wishes of the page to where they are answered, and the text and the settings to the page.

    Nothing is counted or prepared while the page is not seen.

    Parameters
    ----------
    page : TextPage
    controller : Controller
        Has the run, during which the settings are fixed.
    form : ModelForm
        Has the settings: those of the page are the same.
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    failed : Signal(object)
        With an exception that is not the user's doing.
    """

    failed = Signal(object)

    def __init__(self, page: TextPage, controller: Controller, form: ModelForm, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._controller = controller
        self._form = form
        self._opened: Opened | None = None
        # The text has been opened, and the page has not been told.
        self._news = False
        self._suggestions: Suggestions | None = None
        self._epoch = 0
        self._preparing = TextPreparing(jobs, self)
        self._counting = PairCounting(jobs, self)
        self._statistics = TextStatistics(jobs, self)
        self._vocabulary_search = VocabularySearch(jobs, self)
        self._text_search = TextSearch(jobs, self)
        self._concordancing = Concordancing(jobs, self)
        self._spellings = Spellings(jobs, self._vocabulary, self)
        self._connect_cards()
        self._connect_settings()
        self._show_run()

    def _connect_cards(self) -> None:
        page, counting = self._page, self._counting
        page.seen_changed.connect(self._refresh)
        self._preparing.passages_made.connect(page.text.show_passages)
        self._preparing.windows_made.connect(page.text.show_windows)
        self._concordancing.attend(page.concordance)
        counting.begun.connect(page.pairs.begin_counting)
        counting.progressed.connect(page.pairs.show_part)
        counting.counted.connect(page.pairs.show_table)
        counting.none.connect(page.pairs.show_problem)
        counting.found.connect(page.pairs.show_found)
        page.pairs.centre_asked.connect(counting.find)
        page.vocabulary.next_asked.connect(self._find_next)
        page.vocabulary.word_chosen.connect(self._find_next)
        page.text.find_asked.connect(self._text_search.find)
        self._text_search.found.connect(page.text.show_found)
        page.vocabulary.search_asked.connect(self._vocabulary_search.find)
        page.vocabulary.order_asked.connect(self._vocabulary_search.sort)
        self._vocabulary_search.found.connect(page.vocabulary.show_found)
        self._vocabulary_search.sorted.connect(page.vocabulary.show_order)
        self._statistics.measured.connect(self._show_measured)
        for card in (page.text, page.pairs):
            card.unknown.connect(self._spellings.find)
            self._spellings.found.connect(card.show_spellings)
        for worker in (
            self._preparing,
            self._concordancing,
            self._text_search,
            self._vocabulary_search,
            self._statistics,
            self._spellings,
        ):
            worker.failed.connect(self.failed)

    def _connect_settings(self) -> None:
        page = self._page
        page.setting_chosen.connect(self._form.choose)
        page.epoch_chosen.connect(self._choose_epoch)
        self._form.changed.connect(self._refresh)
        self._controller.state_changed.connect(self._show_run)

    def _vocabulary(self) -> Vocabulary | None:
        return self._opened.corpus.vocabulary if self._opened is not None else None

    @property
    def epoch(self) -> int:
        """Which epoch's windows and pairs are shown, from 0."""
        return self._epoch

    # -- what there is to see -------------------------------------------------------------------------------------

    def open_text(self, opened: Opened) -> None:
        """Show a text that has been read."""
        self._opened, self._news = opened, True
        # What is still being made is about the text before: until the page is seen, nothing takes its place.
        self._suggestions = None
        self._epoch = 0
        for worker in (self._preparing, self._counting, self._text_search, self._statistics):
            worker.forget()
        self._refresh()

    def show_suggestions(self, suggestions: Suggestions) -> None:
        """Take words that are worth looking at."""
        self._suggestions = suggestions
        self._refresh()

    def _show_run(self) -> None:
        self._page.set_locked(self._controller.active)
        self._page.pairs.set_inside_possible(self._controller.trainer is not None)

    def _choose_epoch(self, number: int) -> None:
        self._epoch = number - 1
        self._refresh()

    def _refresh(self) -> None:
        """Show the text of the moment with the settings of the moment, once the page is seen."""
        opened, page = self._opened, self._page
        if opened is None or not page.isVisible():
            return
        if self._news:
            self._news = False
            for worker in (self._text_search, self._vocabulary_search, self._concordancing):
                worker.open_text(opened.corpus)
            page.open_text(opened)
            self._statistics.look(opened.corpus)
        if self._suggestions is not None:
            page.concordance.show_suggestions(self._suggestions)
            self._suggestions = None
        config = self._form.config_or_none()
        page.show_config(config)
        if config is not None:
            self._epoch = min(self._epoch, config.epochs - 1)
            self._counting.ask(opened.corpus, config, self._epoch)
            self._preparing.ask(opened, config.window_rules(self._epoch))

    def _find_next(self, word: str) -> None:
        self._text_search.find(word, self._page.text.place, backwards=False)

    def _show_measured(self, measured: Measured) -> None:
        if self._opened is not None:
            self._page.show_measured(self._opened, measured)
