"""Connects pages when they are made, with those who do their work and with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from w2v_gui.gui.spellings import Spellings
from w2v_gui.gui.suggester import Suggester

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from w2v_gui.corpus.suggestions import Suggestions
    from w2v_gui.gui.controller import Controller
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.exploring import Exploring
    from w2v_gui.gui.exporting import Exporter
    from w2v_gui.gui.inside import Inside
    from w2v_gui.gui.jobs import Jobs
    from w2v_gui.gui.language import Language
    from w2v_gui.gui.opener import Opener
    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.page_stack import Pages
    from w2v_gui.gui.pages.explore import ExplorePage
    from w2v_gui.gui.pages.inside import InsidePage
    from w2v_gui.gui.pages.page import Page
    from w2v_gui.gui.pages.text import TextPage
    from w2v_gui.gui.pages.train import TrainPage
    from w2v_gui.gui.reader import Reader
    from w2v_gui.gui.reading import Reading
    from w2v_gui.gui.settings import WindowSettings
    from w2v_gui.gui.source_work import SourceWork
    from w2v_gui.gui.theme import Theme
    from w2v_gui.gui.widgets.message_bar import MessageBar


class PageLinks(QObject):
    """Knows what each page needs, and which page answers what another one asks.

    Parameters
    ----------
    pages : Pages
    train_page : TrainPage
        Is there from the beginning.
    controller, opener, reader, jobs, exporter
        Who do the work.
    message : MessageBar
        Where it is said why a wish is not granted.
    settings, language, theme
        What is chosen in the window.
    window : QWidget

    Attributes
    ----------
    failed : Signal(object)
        With an exception that is not the user's doing.
    saved : Signal(str)
        With the path of vectors that have been saved.
    vectors_closed : Signal()
        The vectors of a file have been let go of.
    """

    failed = Signal(object)
    saved = Signal(str)
    vectors_closed = Signal()

    def __init__(
        self,
        pages: Pages,
        train_page: TrainPage,
        controller: Controller,
        opener: Opener,
        reader: Reader,
        jobs: Jobs,
        exporter: Exporter,
        message: MessageBar,
        settings: WindowSettings,
        language: Language,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._pages = pages
        self._train_page = train_page
        self._controller = controller
        self._opener = opener
        self._reader = reader
        self._jobs = jobs
        self._exporter = exporter
        self._message = message
        self._settings = settings
        self._language = language
        self._theme = theme
        self._window = window
        self._opened: Opened | None = None
        self._suggestions: Suggestions | None = None
        self._inside: Inside | None = None
        self._reading: Reading | None = None
        self._source: SourceWork | None = None
        self._exploring: Exploring | None = None
        self._spellings = Spellings(jobs, lambda: controller.vocabulary, self)
        self._suggester = Suggester(jobs, self)
        for worker in (self._spellings, self._suggester):
            worker.failed.connect(self.failed)
        self._suggester.found.connect(self._show_suggestions)
        self._connect_page("train", train_page)
        pages.made.connect(self._connect_page)

    @property
    def inside(self) -> Inside:
        """What connects the Inside page with the walk it shows; both are made when they are asked for."""
        self._pages.make("inside")
        assert self._inside is not None
        return self._inside

    @property
    def source(self) -> SourceWork:
        """What does the work of the Text page's sources; both are made when they are asked for."""
        self._pages.make("text")
        assert self._source is not None
        return self._source

    @property
    def exploring(self) -> Exploring:
        """What connects the Explore page with its vectors; both are made when they are asked for."""
        self._pages.make("explore")
        assert self._exploring is not None
        return self._exploring

    def _connect_page(self, key: str, page: Page) -> None:
        connect: dict[str, Callable[[Any], None]] = {
            "text": self._connect_text_page,
            "train": self._connect_train_page,
            "inside": self._connect_inside_page,
            "explore": self._connect_explore_page,
        }
        connect[key](page)
        page.export_asked.connect(self._exporter.save)
        page.concordance_asked.connect(self.open_concordance)

    def _connect_train_page(self, page: TrainPage) -> None:
        for panel in (page.watched, page.pairs, page.heatmap):
            panel.unknown.connect(self._spellings.find)
            self._spellings.found.connect(panel.show_spellings)

    # Who does the work of a page is imported with the page.

    def _connect_inside_page(self, page: InsidePage) -> None:
        from w2v_gui.gui.inside import Inside

        self._inside = Inside(page, self._controller, self._jobs, self._language, self)
        self._inside.failed.connect(self.failed)

    def _connect_text_page(self, page: TextPage) -> None:
        from w2v_gui.gui.reading import Reading
        from w2v_gui.gui.source_work import SourceWork

        self._source = SourceWork(
            page.source,
            self._opener,
            self._reader,
            self._jobs,
            self._exporter,
            self._settings,
            self._theme,
            self._window,
        )
        self._reading = Reading(page, self._controller, self._train_page.form, self._jobs, self)
        self._reading.failed.connect(self.failed)
        page.inside_asked.connect(self._walk_through)
        page.watch_asked.connect(self._watch)
        if self._opened is not None:
            self._reading.open_text(self._opened)
            self._source.open_text(self._opened)
        if self._suggestions is not None:
            self._reading.show_suggestions(self._suggestions)

    def _connect_explore_page(self, page: ExplorePage) -> None:
        from w2v_gui.gui.exploring import Exploring

        self._exploring = Exploring(page, self._controller, self._jobs, self._settings, self._window, self)
        self._exploring.failed.connect(self.failed)
        self._exploring.saved.connect(self.saved)
        page.bar.open_asked.connect(self._opener.choose_vectors)
        page.bar.first_asked.connect(self._opener.choose_first_rows)
        page.bar.close_asked.connect(self.vectors_closed)
        if self._opened is not None:
            self._exploring.open_text(self._opened)

    def wait_for_saving(self, then: Callable[[], None]) -> bool:
        """Call ``then`` when vectors that are being saved are on the disk; returns whether any are."""
        return self._exploring is not None and self._exploring.wait_for_saving(then)

    def shutdown(self, seconds: float = 10.0) -> bool:
        """Give up what pages work on by themselves, and wait; returns whether nothing goes on any more."""
        ended = [worker.shutdown(seconds) for worker in (self._inside, self._exploring) if worker is not None]
        return all(ended)

    # -- the text that is open ------------------------------------------------------------------------------------

    def open_text(self, opened: Opened) -> None:
        """Take a text that has been read to the pages, now or when they are made, and look what is worth a look."""
        self._opened, self._suggestions = opened, None
        self._train_page.open_text(opened.corpus.vocabulary)
        if self._reading is not None and self._source is not None:
            self._reading.open_text(opened)
            self._source.open_text(opened)
        if self._exploring is not None:
            self._exploring.open_text(opened)
        self._suggester.look(opened.corpus, opened.watch)

    def _show_suggestions(self, suggestions: Suggestions) -> None:
        self._suggestions = suggestions
        self._train_page.show_suggestions(suggestions)
        if self._reading is not None:
            self._reading.show_suggestions(suggestions)

    def show_vectors(self, explored: Explored, then: Callable[[], None]) -> None:
        """Show vectors that have been opened; ``then`` is called when they are shown."""

        def show(page: ExplorePage) -> None:
            self.exploring.show_vectors(explored)
            page.take_focus()
            then()

        self._pages.show_page("explore")
        self._pages.when_whole("explore", show)

    # -- from page to page ----------------------------------------------------------------------------------------

    def open_concordance(self, word: str = "") -> None:
        """Show where a word stands in the text that is open, or let one be entered."""
        if self._opened is None:
            self._message.say(lambda: self.tr("First open a text: then its lines can be looked up."), "notice")
            return
        self._pages.show_page("text")
        self._pages.when_whole("text", lambda page: page.open_concordance(word))

    def open_lesson(self) -> None:
        """Show the lesson on the page that it goes through."""
        self._pages.show_page("inside")
        self._pages.when_whole("inside", lambda page: page.show_lesson(True))

    def _walk_through(self, position: int) -> None:
        assert self._reading is not None
        if self._controller.trainer is None:
            self._message.say(
                lambda: self.tr("Train or step first: the Inside page walks with the weights of a run."), "notice"
            )
            return
        epoch = self._reading.epoch

        def walk(page: InsidePage) -> None:
            # First the wish: a page that is seen with nothing on the way to it begins with a small text.
            self.inside.begin_run(position, epoch)
            self._pages.show_page("inside")

        self._pages.when_whole("inside", walk)

    def _watch(self, word: str) -> None:
        self._train_page.watched.watch(word)
        self._pages.show_page("train")
