"""The window: connects pages and bars to the controller, and opens and saves."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from w2v_gui import __version__
from w2v_gui.errors import ConfigError, UserError
from w2v_gui.gui import saving
from w2v_gui.gui.actions import Actions
from w2v_gui.gui.controller import Controller, open_trainer
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.language import filled, sentence, translated
from w2v_gui.gui.opening import read_files, read_sample
from w2v_gui.gui.pacing import Paced
from w2v_gui.gui.pages.train import TrainPage
from w2v_gui.gui.status_bar import StatusBar
from w2v_gui.gui.text import number, one_line, size
from w2v_gui.gui.theme import has_chinese_glyphs
from w2v_gui.gui.top_bar import TopBar
from w2v_gui.gui.widgets.message_bar import MessageBar
from w2v_gui.session.run import RunState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.jobs import Job
    from w2v_gui.gui.language import Language
    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.settings import WindowSettings
    from w2v_gui.gui.theme import Palette, Theme
    from w2v_gui.session.run import RunEvent
    from w2v_gui.session.snapshot import Snapshot

_POLL_MS = 60


class MainWindow(QMainWindow):
    """The whole window.

    Parameters
    ----------
    theme, language, settings
        Chosen before the window is made, so that it is right from the first moment.
    open_trainer : callable
        Makes the trainer of a run.

    Attributes
    ----------
    text_opened : Signal()
        A text has been read and is ready.
    opening_failed : Signal(str)
        With the sentence that was shown.
    refused : Signal(str)
        With the sentence that says why no run was started.
    run_ended : Signal(object)
        With the `RunState` in which a run came to its end, after everything has been shown.
    """

    text_opened = Signal()
    opening_failed = Signal(str)
    refused = Signal(str)
    run_ended = Signal(object)

    def __init__(
        self,
        theme: Theme,
        language: Language,
        settings: WindowSettings,
        open_trainer: Callable[[EncodedCorpus, TrainingConfig], Trainer] = open_trainer,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._settings = settings
        self._opened: Opened | None = None
        self._reading: Job | None = None
        self._after_reading: Callable[[], None] | None = None
        self.jobs = Jobs(self)
        self.controller = Controller(self.jobs, self, open_trainer)
        self.top_bar = TopBar()
        self.message = MessageBar()
        self.train_page = TrainPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.train_page)
        self.status = StatusBar()
        self._figures = Paced(self._show_figures, 0.2)
        self.actions_ = Actions(self)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._show_reading)
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumSize(1024, 700)
        self.resize(1440, 900)
        if not settings.geometry.isEmpty():
            self.restoreGeometry(settings.geometry)
        self.apply_palette(theme.palette)
        self._show_text()
        self._update_actions()
        self.retranslate()
        if not has_chinese_glyphs():
            self._say_font_is_missing()

    @property
    def language(self) -> str:
        """The code of the language in use."""
        return self._language.code

    # -- making the window ------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        message = QVBoxLayout()
        message.setContentsMargins(10, 0, 10, 0)
        message.addSpacing(0)
        message.addWidget(self.message)
        column.addLayout(message)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(centre)

    def _connect(self) -> None:
        bar, actions, controller, page = self.top_bar, self.actions_, self.controller, self.train_page
        bar.open.clicked.connect(self.choose_files)
        bar.train.clicked.connect(self.toggle_training)
        bar.step.clicked.connect(self.step)
        bar.stop.clicked.connect(controller.stop)
        bar.cancel.clicked.connect(self.cancel_reading)
        bar.language_pressed.connect(self._other_language)
        bar.theme_pressed.connect(self._other_theme)
        actions.open.triggered.connect(self.choose_files)
        actions.open_folder.triggered.connect(self.choose_folder)
        actions.save.triggered.connect(self.choose_target)
        actions.quit.triggered.connect(self.close)
        actions.train.triggered.connect(self.toggle_training)
        actions.step.triggered.connect(self.step)
        actions.stop.triggered.connect(controller.stop)
        actions.about.triggered.connect(self._about)
        actions.full_screen.triggered.connect(self._toggle_full_screen)
        for key, action in actions.samples.items():
            action.setData(key)
            action.triggered.connect(self._open_this_sample)
        for mode, action in actions.themes.items():
            action.setData(mode)
            action.setChecked(mode == self._theme.mode)
            action.triggered.connect(self._choose_theme)
        for code, action in actions.languages.items():
            action.setData(code)
            action.setChecked(code == self._language.choice)
            action.triggered.connect(self._choose_language)
        page.form.changed.connect(self._form_changed)
        page.form.live_changed.connect(controller.change)
        page.view_changed.connect(controller.look)
        page.neighbours.unknown.connect(self._find_spellings)
        controller.state_changed.connect(self._state_changed)
        controller.begun.connect(self._begun)
        controller.snapshot_taken.connect(self._show_snapshot)
        controller.failed.connect(self._run_failed)
        self._theme.changed.connect(self.apply_palette)

    # -- opening ----------------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Open text"),
            self._settings.folder,
            self.tr("Texts (*.txt *.gz *.zip);;All files (*)"),
        )
        if paths:
            self.open_paths(paths)

    def choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Open folder"), self._settings.folder)
        if path:
            self.open_paths([path])

    def open_paths(self, paths: Sequence[str], then: Callable[[], None] | None = None) -> None:
        """Read files and folders; ``then`` is called when the text is ready."""
        self._settings.folder = str(Path(paths[0]).resolve().parent)
        self._read(read_files(list(paths)), then)

    def open_sample(self, key: str, then: Callable[[], None] | None = None) -> None:
        """Open a built-in text; ``then`` is called when it is ready."""
        self._read(read_sample(key), then)

    def cancel_reading(self) -> None:
        if self._reading is not None:
            self._reading.cancel()

    def _read(self, work: Callable[[Job], Opened], then: Callable[[], None] | None) -> None:
        if self._reading is not None:
            return
        self.message.hide()
        self._after_reading = then
        self._reading = self.jobs.start(work, self._read_done, self._read_failed)
        self.top_bar.show_reading(True)
        self.top_bar.cancel.setFocus()
        self.top_bar.show_unknown_progress()
        self._show_reading()
        self._poll.start()
        self._update_actions()

    def _show_reading(self) -> None:
        job = self._reading
        progress = job.progress if job is not None else None
        if progress is None:
            self.status.show_reading(self.tr("reading…"))
            return
        done, total = progress.bytes_done, progress.bytes_total
        if total:
            self.top_bar.show_progress(min(done / total, 1.0))
        self.status.show_reading(
            self.tr("reading: {done} of {total}, {tokens} tokens").format(
                done=size(done), total=size(total), tokens=number(progress.tokens)
            )
            if total
            else self.tr("reading: {done}, {tokens} tokens").format(done=size(done), tokens=number(progress.tokens))
        )

    def _stop_reading(self) -> None:
        self._reading = None
        self._poll.stop()
        self.top_bar.show_reading(False)
        self.top_bar.show_progress(self.controller.latest.progress if self.controller.latest else None)
        self.status.show_reading("")

    def _read_done(self, opened: Opened) -> None:
        self._stop_reading()
        self.controller.set_corpus(opened.corpus)
        self._opened = opened
        self.train_page.form.set_values(opened.values)
        self.train_page.open_text(opened.corpus.vocabulary, opened.watch)
        self.top_bar.show_progress(None)
        self.status.show_ready(True)
        self._show_text()
        self._update_actions()
        self.top_bar.train.setFocus()
        self._warn_about(opened)
        then, self._after_reading = self._after_reading, None
        self.text_opened.emit()
        if then is not None:
            then()

    def _read_failed(self, error: BaseException) -> None:
        job = self._reading
        self._stop_reading()
        self._after_reading = None
        self._update_actions()
        self.top_bar.open.setFocus()
        if job is not None and job.cancelled():
            self.message.say(self.tr("Reading was cancelled; nothing has changed."), "info")
            self.opening_failed.emit(self.message.text)
            return
        self._say_error(error, job.traceback if job is not None else "")
        self.opening_failed.emit(sentence(error))

    def _warn_about(self, opened: Opened) -> None:
        report = opened.report
        if report is None:
            return
        replaced = report.replaced
        if replaced:
            self.message.say(
                self.tr(
                    "Bytes that could not be read in the encoding that was found, and have been replaced: {count}."
                ).format(count=number(replaced)),
                "notice",
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_paths(paths)

    # -- the run ----------------------------------------------------------------------------------------------

    def toggle_training(self) -> None:
        """Train, pause or go on, whichever is next."""
        if self.controller.state in (RunState.TRAINING, RunState.PREPARING):
            if not self.controller.pausing:
                self.controller.pause()
            else:
                self.controller.resume()
            return
        config = self._config_or_say()
        if config is not None:
            self.controller.train(config)

    def step(self) -> None:
        config = self._config_or_say()
        if config is not None:
            self.controller.step(config)

    def _config_or_say(self) -> TrainingConfig | None:
        if self.controller.corpus is None or self._reading is not None:
            return None
        self.message.hide()
        try:
            config = self.train_page.form.config()
            # Found out here rather than on the thread, so that it is said at the form and nothing is started.
            self.controller.corpus.vocabulary.kept(config.min_count)
        except ConfigError as error:
            self.train_page.form.show_error(error)
            self.refused.emit(sentence(error))
            return None
        return config

    def _state_changed(self, state: RunState | None) -> None:
        if state is not RunState.TRAINING:
            self._flush()
        self.top_bar.show_state(state)
        self.status.show_state(state)
        running = self.controller.active
        trainer = self.controller.trainer
        self.train_page.form.set_running(
            (trainer.config if trainer is not None else self._config_quietly()) if running else None
        )
        self._update_actions()
        if state is not None and state.ended:
            self.run_ended.emit(state)

    def _begun(self, trainer: Trainer) -> None:
        self._figures.forget()
        self.status.begin(trainer.config)
        self.train_page.begin(trainer)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self.train_page.show_snapshot(snapshot)
        self._figures.offer(snapshot)
        if self.controller.state is not RunState.TRAINING:
            self._flush()

    def _show_figures(self, snapshot: Snapshot) -> None:
        self.status.show_snapshot(snapshot)
        self.top_bar.show_progress(snapshot.progress)

    def _flush(self) -> None:
        self.train_page.flush()
        self._figures.flush()

    def _run_failed(self, event: RunEvent) -> None:
        error = event.error
        if isinstance(error, ConfigError):
            self.train_page.form.show_error(error)
        if error is not None:
            self._say_error(error, event.traceback)

    def _find_spellings(self, word: str) -> None:
        trainer, corpus = self.controller.trainer, self.controller.corpus
        vocabulary = trainer.vocabulary if trainer is not None else corpus.vocabulary if corpus is not None else None
        if vocabulary is None:
            return

        def work(job: Job) -> tuple[str, list[str]]:
            from w2v_gui.vectors.spelling import nearest_spellings

            return word, nearest_spellings(word, vocabulary.words)

        self.jobs.start(work, self._show_spellings, self._say_error)

    def _show_spellings(self, found: tuple[str, list[str]]) -> None:
        self.train_page.neighbours.show_spellings(*found)

    # -- saving -----------------------------------------------------------------------------------------------

    def choose_target(self) -> None:
        if self.controller.trainer is None:
            return
        name = Path(self.controller.trainer.corpus.name or "vectors").stem
        path, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save vectors"),
            os.path.join(self._settings.folder, f"{name}.bin"),
            self.tr("word2vec binary (*.bin);;word2vec text (*.txt);;Model to train on (*.npz)"),
        )
        if path:
            self.save_to(path)

    def save_to(self, path: str) -> None:
        """Save the vectors as they are now; the ending of the name chooses the format."""
        saver = saving.Saver(path, self.jobs, self._saved, self._not_saved, self)
        self.controller.between_chunks(saver.copy)

    def _saved(self, path: str) -> None:
        self.message.say(self.tr("Saved to {path}.").format(path=path), "info")

    def _not_saved(self, error: BaseException) -> None:
        self._say_error(error)

    # -- showing ----------------------------------------------------------------------------------------------

    def _config_quietly(self) -> TrainingConfig | None:
        try:
            return self.train_page.form.config()
        except ConfigError:
            return None

    def _form_changed(self) -> None:
        self._show_text()
        self._update_actions()

    def _show_text(self) -> None:
        corpus = self.controller.corpus
        if corpus is None:
            self.top_bar.show_text("", "", "")
            self.setWindowTitle("w2v-gui")
            return
        config = self._config_quietly()
        parts = [self.tr("{tokens} tokens").format(tokens=number(len(corpus)))]
        if config is not None:
            words = int(np.count_nonzero(corpus.vocabulary.counts >= config.min_count))
            self.train_page.form.set_corpus(len(corpus), words)
            parts += [
                f"V = {number(words)}",
                _label(config, "model"),
                _label(config, "objective"),
                f"N = {config.vector_size}",
            ]
        name = one_line(corpus.name, 80) if corpus.name else self.tr("text")
        if self._opened is not None and self._opened.title:
            name = translated("samples", self._opened.title)
        self.top_bar.show_text(name, " · ".join(parts), self._explanation(corpus))
        self.setWindowTitle(f"{name} – w2v-gui")

    def _explanation(self, corpus: EncodedCorpus) -> str:
        lines = [
            self.tr("{sentences} sentences, {words} different words").format(
                sentences=number(corpus.sentences), words=number(len(corpus.vocabulary))
            )
        ]
        report = self._opened.report if self._opened is not None else None
        if report is not None:
            lines.append(filled("corpus", report.reason.template, report.reason.values))
            for file in report.files[:5]:
                lines.append(
                    self.tr("{name}: {encoding}, {share} % sure").format(
                        name=one_line(file.name, 60),
                        encoding=file.decoding.encoding,
                        share=round(100 * file.decoding.confidence),
                    )
                )
        return " · ".join(lines)

    def _update_actions(self) -> None:
        controller, actions, bar = self.controller, self.actions_, self.top_bar
        reading = self._reading is not None
        can_train = controller.corpus is not None and not reading
        if bar.stop.hasFocus() and not controller.active:
            # Qt would move the focus on to whatever comes next.
            bar.train.setFocus()
        for button, action, enabled in (
            (bar.train, actions.train, can_train),
            (bar.step, actions.step, can_train and controller.state is not RunState.PREPARING),
            (bar.stop, actions.stop, controller.active and not reading),
        ):
            button.setEnabled(enabled)
            action.setEnabled(enabled)
        for action in (actions.open, actions.open_folder, *actions.samples.values()):
            action.setEnabled(not reading)
        bar.open.setEnabled(not reading)
        actions.save.setEnabled(controller.trainer is not None)
        running = controller.state in (RunState.TRAINING, RunState.PREPARING)
        actions.train.setText(
            QCoreApplication.translate("Actions", "&Pause")
            if running
            else QCoreApplication.translate("Actions", "&Train")
        )
        if reading:
            why = self.tr("The text is being read.")
        elif controller.corpus is None:
            why = self.tr("There is no text to train on yet: open one first.")
        elif running:
            why = self.tr("Pause after the chunk at work. Ctrl+R")
        else:
            why = self.tr("Train on this text with the settings on the left. Ctrl+R")
        bar.explain_train(why)

    def _say_error(self, error: BaseException, details: str = "") -> None:
        # What the user can act on needs no traceback; what is our own fault does.
        self.message.say(sentence(error), "error", "" if isinstance(error, UserError) else details)

    def _say_font_is_missing(self) -> None:
        self.message.say(
            self.tr(
                "No font with Chinese characters is installed, so Chinese words will be boxes. On Debian and Ubuntu: "
                "sudo apt install fonts-noto-cjk"
            ),
            "notice",
        )

    def _about(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(self.tr("About w2v-gui"))
        box.setText(f"w2v-gui {__version__}")
        box.setInformativeText(self.tr("A desktop laboratory for word2vec. Nothing you open leaves this machine."))
        box.open()

    def apply_palette(self, palette: Palette) -> None:
        for part in (self.top_bar, self.status, self.train_page):
            part.apply_palette(palette)

    # -- theme and language -----------------------------------------------------------------------------------

    def _pressed(self) -> str:
        """Return what the action that was just triggered stands for."""
        action = self.sender()
        assert isinstance(action, QAction)
        return str(action.data())

    def _open_this_sample(self) -> None:
        self.open_sample(self._pressed())

    def _choose_theme(self) -> None:
        self._set_theme(self._pressed())

    def _other_theme(self) -> None:
        self._set_theme("light" if self._theme.palette.name == "dark" else "dark")

    def _set_theme(self, mode: str) -> None:
        self._settings.theme = mode
        self.actions_.themes[mode].setChecked(True)
        self._theme.set_mode(mode)

    def _choose_language(self) -> None:
        self._set_language(self._pressed())

    def _other_language(self) -> None:
        self._set_language("en" if self._language.code == "zh_CN" else "zh_CN")

    def _set_language(self, code: str) -> None:
        self._settings.language = code
        self.actions_.languages[code].setChecked(True)
        self._language.choose(code)

    def retranslate(self) -> None:
        self.actions_.retranslate()
        self._show_text()
        self._update_actions()

    def _toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # -- the end ----------------------------------------------------------------------------------------------

    def shutdown(self, seconds: float = 10.0) -> bool:
        """Stop everything that goes on, and wait at most so many seconds for each; may be called any number of times.

        Returns
        -------
        bool
            Whether all threads have ended.
        """
        self._poll.stop()
        jobs_ended = self.jobs.shutdown(seconds)
        return self.controller.shutdown(seconds) and jobs_ended

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.geometry = self.saveGeometry()
        # Compiling cannot be interrupted: whoever closes the window need not look at it while it is waited for.
        self.hide()
        self.shutdown()
        super().closeEvent(event)


def _label(config: TrainingConfig, name: str) -> str:
    from w2v_gui.engine.config import SETTINGS

    value = getattr(config, name)
    return translated("settings", next(choice.label for choice in SETTINGS[name].choices if choice.value == value))
