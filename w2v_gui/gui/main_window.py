"""The window: puts bars, pages and those who do the work together, and connects them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from w2v_gui.errors import ConfigError
from w2v_gui.gui import dialogs
from w2v_gui.gui.actions import Actions
from w2v_gui.gui.appearance import Appearance
from w2v_gui.gui.centre import Centre
from w2v_gui.gui.controller import Controller, open_trainer
from w2v_gui.gui.estimator import Estimator
from w2v_gui.gui.exporting import Exporter
from w2v_gui.gui.failures import say_error
from w2v_gui.gui.guidance import Guidance
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.notices import Notices, font_is_missing
from w2v_gui.gui.open_commands import OpenCommands
from w2v_gui.gui.opener import Opener
from w2v_gui.gui.page_links import PageLinks
from w2v_gui.gui.page_stack import Middle, Pages
from w2v_gui.gui.pages import PAGES
from w2v_gui.gui.rail import Navigation, Rail
from w2v_gui.gui.reader import Reader
from w2v_gui.gui.reading_display import ReadingDisplay
from w2v_gui.gui.reading_options import ReadingOptions
from w2v_gui.gui.recent import Recent
from w2v_gui.gui.run_commands import RunCommands
from w2v_gui.gui.run_display import RunDisplay
from w2v_gui.gui.saving import Saving
from w2v_gui.gui.situation import Situation
from w2v_gui.gui.start_view import StartView
from w2v_gui.gui.status_bar import StatusBar
from w2v_gui.gui.text_display import TextDisplay
from w2v_gui.gui.theme import has_chinese_glyphs
from w2v_gui.gui.top_bar import TopBar
from w2v_gui.gui.unsaved import LEAVING, Unsaved
from w2v_gui.gui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.inside import Inside
    from w2v_gui.gui.language import Language
    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.pages.explore import ExplorePage
    from w2v_gui.gui.pages.inside import InsidePage
    from w2v_gui.gui.pages.text import TextPage
    from w2v_gui.gui.pages.train import TrainPage
    from w2v_gui.gui.settings import WindowSettings
    from w2v_gui.gui.theme import Palette, Theme
    from w2v_gui.gui.unsaved import AskUnsaved
    from w2v_gui.session.run import RunEvent, RunState


class MainWindow(QMainWindow):
    """The whole window.

    Parameters
    ----------
    theme, language, settings
        Chosen before the window is made, so that it is right from the first moment.
    open_trainer : callable
        Makes the trainer of a run.
    ask_unsaved : callable
        Asks what is to become of a model that is not on disk; see `Unsaved`.

    Attributes
    ----------
    text_opened : Signal()
        A text has been read and is ready.
    vectors_opened : Signal()
        Vectors have been read and can be asked.
    opening_failed : Signal(str)
        With the sentence that was shown.
    refused : Signal(str)
        With the sentence that says why no run was started.
    run_ended : Signal(object)
        With the `RunState` in which a run came to its end, after everything has been shown.
    """

    text_opened = Signal()
    vectors_opened = Signal()
    opening_failed = Signal(str)
    refused = Signal(str)
    run_ended = Signal(object)

    def __init__(
        self,
        theme: Theme,
        language: Language,
        settings: WindowSettings,
        open_trainer: Callable[[EncodedCorpus, TrainingConfig], Trainer] = open_trainer,
        ask_unsaved: AskUnsaved = dialogs.ask_unsaved,
    ) -> None:
        super().__init__()
        theme.take_off()
        self._language = language
        self._settings = settings
        self._leaving = False
        self.top_bar = TopBar()
        self.notices = Notices()
        self.message = MessageBar()
        self.rail = Rail(PAGES)
        self.pages = Pages(PAGES, "train")
        self.train_page: TrainPage = self.pages.make("train")
        self.status = StatusBar()
        self.actions_ = Actions(self, PAGES)
        self.guidance = Guidance(settings, self.actions_)
        self.jobs = Jobs(self)
        self.reader = Reader(self.jobs, self)
        self.controller = Controller(self.jobs, self, open_trainer)
        self.saving = Saving(self.controller, self.jobs, settings, self)
        self.unsaved = Unsaved(self.saving, ask_unsaved, self.top_bar.name.text, self)
        self.recent = Recent(settings, self)
        self.start = StartView(self.recent)
        self.reading_options = ReadingOptions(settings, self.jobs, self)
        self.opener = Opener(
            self.reader, self.controller, self.unsaved, self.recent, self.reading_options, settings, self
        )
        self.commands = RunCommands(self.controller, self.reader, self.train_page.form, self.unsaved, self)
        self.commands.attend(self.top_bar, self.actions_)
        self._open_commands = OpenCommands(self.opener, self.recent, self.actions_, self.top_bar, self.start, self)
        self.estimator = Estimator(self.controller, self.reader, self.train_page.form, open_trainer, self)
        self._text = TextDisplay(self.top_bar, self.train_page.form, self.message, self)
        self._display = RunDisplay(self.controller, self.top_bar, self.status, self.train_page, self)
        self._reading = ReadingDisplay(self.reader, self.controller, self.top_bar, self.status, self.message, self)
        self._appearance = Appearance(theme, language, settings, self.actions_, self)
        self.exporter = Exporter(self.jobs, settings, self)
        self.links = PageLinks(
            self.pages,
            self.train_page,
            self.controller,
            self.opener,
            self.reader,
            self.jobs,
            self.exporter,
            self.message,
            settings,
            language,
            theme,
            self,
        )
        self._navigation = Navigation(self.rail, self.pages, self.actions_, settings, self)
        self._middle = Middle(self.start, self.pages, PAGES)
        said = (self.guidance, self.notices, self.message)
        self.setCentralWidget(Centre(self.rail, self.top_bar, said, self._middle, self.status))
        self._connect_buttons()
        self._connect_actions()
        self._connect_workers()
        theme.changed.connect(self.apply_palette)
        self.setAcceptDrops(True)
        self.setMinimumSize(1024, 700)
        self.resize(1440, 900)
        if not settings.geometry.isEmpty():
            self.restoreGeometry(settings.geometry)
        if settings.last_run is not None:
            self.train_page.form.set_last(settings.last_run)
        self.apply_palette(theme.palette)
        self.retranslate()
        self.guidance.show_page(self.pages.key)
        if not has_chinese_glyphs():
            self.notices.add(font_is_missing)
        theme.put_on()
        self.start.open.setFocus()

    @property
    def language(self) -> str:
        """The code of the language in use."""
        return self._language.code

    @property
    def inside_page(self) -> InsidePage:
        """The Inside page; it is made when it is asked for."""
        page: InsidePage = self.pages.make("inside")
        return page

    @property
    def inside(self) -> Inside:
        """What connects that page with the walk it shows."""
        return self.links.inside

    @property
    def explore_page(self) -> ExplorePage:
        """The Explore page; it is made when it is asked for."""
        page: ExplorePage = self.pages.make("explore")
        return page

    @property
    def text_page(self) -> TextPage:
        """The Text page; it is made when it is asked for."""
        page: TextPage = self.pages.make("text")
        return page

    # -- who hears of what ------------------------------------------------------------------------------------

    def _connect_buttons(self) -> None:
        bar, page = self.top_bar, self.train_page
        bar.cancel.clicked.connect(self.reader.cancel)
        self.pages.shown.connect(self.guidance.show_page)
        bar.language_pressed.connect(self._appearance.other_language)
        bar.theme_pressed.connect(self._appearance.other_theme)
        page.form.changed.connect(self._update_situation)
        page.form.live_changed.connect(self.controller.change)
        page.form.last_changed.connect(self._settings.remember_run)
        page.view_changed.connect(self.controller.look)

    def _connect_actions(self) -> None:
        actions = self.actions_
        actions.save.triggered.connect(lambda: self.saving.save())
        actions.save_as.triggered.connect(lambda: self.saving.save_as())
        actions.quit.triggered.connect(self.close)
        actions.lesson.triggered.connect(lambda: self.links.open_lesson())
        actions.concordance.triggered.connect(lambda: self.links.open_concordance())
        actions.keys.triggered.connect(lambda: dialogs.show_keys(self, actions.sections()))
        actions.about.triggered.connect(lambda: dialogs.show_about(self))
        actions.full_screen.triggered.connect(self._toggle_full_screen)

    def _connect_workers(self) -> None:
        self.opener.text_read.connect(self.take_text)
        self.opener.text_read_again.connect(self.take_text_again)
        self.opener.model_read.connect(self._take_model)
        self.opener.vectors_read.connect(self._take_vectors)
        self.opener.refused.connect(self._reading.refuse)
        self._reading.changed.connect(self._update_situation)
        self._reading.failed.connect(self.opening_failed)
        self.controller.failed.connect(self._run_failed)
        self._display.state_shown.connect(self._state_shown)
        self.commands.accepted.connect(self.message.hide)
        self.commands.refused.connect(self.refused)
        for worker in (self.saving, self.exporter, self.links):
            worker.saved.connect(self._say_saved)
            worker.failed.connect(self._say_error)
        self.links.vectors_closed.connect(lambda: self.start.show_vectors(""))
        self.links.vectors_closed.connect(self._reading.forget)

    # -- what the user can ask for ----------------------------------------------------------------------------

    def open_paths(self, paths: Sequence[str], then: Callable[[], None] | None = None) -> None:
        """Read files and folders, if there are any; ``then`` is called when the text is ready."""
        self.opener.open_paths(paths, then)

    def open_sample(self, key: str, then: Callable[[], None] | None = None) -> None:
        """Open a built-in text; ``then`` is called when it is ready."""
        self.opener.open_sample(key, then)

    def _toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    # -- what has been read ------------------------------------------------------------------------------------

    def take_text(self, opened: Opened) -> None:
        """Show a text that has been read; whatever was open before is let go of."""
        self.controller.set_corpus(opened.corpus)
        self.guidance.show_sample(opened.sample)
        self.train_page.form.set_values(opened.values)
        self._middle.show_text_open()
        if self.pages.key != "text":
            self.pages.show_page("train")
        self._show_text(opened)
        self.top_bar.train.setFocus()
        self._text.say_warning()
        self.text_opened.emit()

    def take_text_again(self, opened: Opened) -> None:
        """Show the text that was open as it has been read now; settings, page and focus stay as they are."""
        self.controller.set_corpus(opened.corpus)
        self._show_text(opened)
        self.text_opened.emit()

    def _show_text(self, opened: Opened) -> None:
        self.links.open_text(opened)
        self.top_bar.show_progress(None)
        self.status.show_ready(True)
        self._text.show_text(opened)
        self._update_situation()

    def _take_model(self, trainer: Trainer, path: str) -> None:
        self.saving.expect(trainer, path)
        self.train_page.form.show_config(trainer.config)
        self.controller.go_on_with(trainer)
        self.message.say(lambda: self.tr("Training goes on with {path}.").format(path=path), "info")

    def _take_vectors(self, explored: Explored) -> None:
        self.start.show_vectors(explored.name)
        self._update_situation()
        self.links.show_vectors(explored, self.vectors_opened.emit)

    # -- while a run goes on ----------------------------------------------------------------------------------

    def _state_shown(self, state: RunState | None) -> None:
        self._update_situation()
        self.guidance.show_state(state)
        if state is not None and state.ended:
            self.run_ended.emit(state)

    def _run_failed(self, event: RunEvent) -> None:
        if isinstance(event.error, ConfigError):
            self.train_page.form.show_error(event.error)
        if event.error is not None:
            self._say_error(event.error, event.traceback)

    # -- what is said -----------------------------------------------------------------------------------------

    def _update_situation(self) -> None:
        controller, form = self.controller, self.train_page.form
        situation = Situation(
            controller.corpus is not None, self.reader.active, controller.state, controller.trainer is not None
        )
        if form.reset.hasFocus() and not situation.can_reset:
            # Qt would move the focus on to whatever comes next.
            self.top_bar.train.setFocus()
        self.top_bar.show_situation(situation)
        self.actions_.show_situation(situation)
        self.start.set_enabled(situation.can_open)
        form.reset.setEnabled(situation.can_reset)

    def _say_saved(self, path: str) -> None:
        self.message.say(lambda: self.tr("Saved to {path}.").format(path=path), "info")

    def _say_error(self, error: BaseException, details: str = "") -> None:
        say_error(self.message, error, details)

    def apply_palette(self, palette: Palette) -> None:
        for part in (self.rail, self.top_bar, self.status, self.start, self.pages):
            part.apply_palette(palette)

    def retranslate(self) -> None:
        self.actions_.retranslate()
        self._open_commands.retranslate()
        self._text.refresh()
        self._update_situation()

    # -- what Qt tells ----------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.opener.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.opener.takes(event.mimeData()):
            event.acceptProposedAction()
            self.opener.open_data(event.mimeData())

    def _close_unasked(self) -> None:
        self._leaving = True
        self._close_later()

    def _close_later(self) -> None:
        # Not within an event that has just refused to close the window.
        QTimer.singleShot(0, self.close)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.links.wait_for_saving(self._close_later):
            event.ignore()
            self.message.say(lambda: self.tr("The vectors are being saved; the window closes when that is done."))
            return
        if not self._leaving and self.unsaved.asks(LEAVING):
            event.ignore()
            if self.saving.active:
                self.message.say(lambda: self.tr("The model is being saved; the window closes when that is done."))
            self.unsaved.before(self._close_unasked, LEAVING)
            return
        self.leave()
        super().closeEvent(event)

    def leave(self, seconds: float = 10.0) -> bool:
        """Go away without a question, and `shutdown`."""
        self._settings.geometry = self.saveGeometry()
        # Compiling cannot be interrupted: whoever closes the window need not look at it while it is waited for.
        self.hide()
        return self.shutdown(seconds)

    def shutdown(self, seconds: float = 10.0) -> bool:
        """Stop everything that goes on, and wait at most so many seconds for each; may be called any number of times.

        Returns
        -------
        bool
            Whether all threads have ended.
        """
        self.reader.shutdown()
        ended = [workers.shutdown(seconds) for workers in (self.estimator, self.pages, self.jobs, self.links)]
        return self.controller.shutdown(seconds) and all(ended)
