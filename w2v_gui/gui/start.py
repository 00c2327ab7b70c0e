"""From a command line to a running window, or to a picture of one."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from w2v_gui.gui import dialogs
from w2v_gui.gui.collector import Collector
from w2v_gui.gui.crash import CrashGuard
from w2v_gui.gui.icons import application_icon
from w2v_gui.gui.interrupts import Interrupts
from w2v_gui.gui.language import Language
from w2v_gui.gui.main_window import MainWindow
from w2v_gui.gui.notices import came_again, was_struck_down
from w2v_gui.gui.reports import log_folder
from w2v_gui.gui.settings import WindowSettings
from w2v_gui.gui.theme import Theme
from w2v_gui.gui.unsaved import discard
from w2v_gui.session.priority import helpers_give_way
from w2v_gui.session.run import RunState

if TYPE_CHECKING:
    import argparse

_SWITCH_S = 0.001
"""For so long one thread of Python may keep the others waiting. The window lets go of the interpreter many times while
it draws, and asks for it back each time: at Python's own 5 ms, busy workers held it up for a tenth of a second."""

log = logging.getLogger("w2v_gui")

# Time for the last snapshot to be painted before the picture is taken.
_SETTLE_MS = 250
# The window is there and has painted itself; nobody has gone to another page yet.
_AHEAD_MS = 1000
# Seconds to wait, without a window, for what cannot be interrupted: compiling, writing a large file.
_PATIENCE = 60.0
# The same for somebody who has pressed Ctrl-C.
_HASTE = 0.5


def run(options: argparse.Namespace) -> int:
    """Open the window as the command line says and stay until it is closed; returns the exit code."""
    app = application()
    guard = CrashGuard(log_folder(), app)
    interrupts = Interrupts(app)
    report = guard.install()
    interrupts.install()
    window = make_window(options)
    app.aboutToQuit.connect(window.shutdown)
    interrupts.came.connect(lambda number: _leave(window, guard, 128 + number))
    if not options.screenshot:
        guard.watch(window)
        guard.again.connect(lambda path, count: window.message.say(lambda: came_again(path, count), "error"))
        if report is not None:
            window.notices.add(lambda: was_struck_down(report))
    picture = Picture(window, options.screenshot) if options.screenshot else None
    window.show()
    QTimer.singleShot(_AHEAD_MS, window.pages, window.pages.import_ahead)
    _open(window, options)
    code = app.exec()
    if not window.shutdown(_PATIENCE):
        log.warning("a thread did not end in time")
        _end_at_once(guard, code)
    # Destroyed here rather than at the interpreter's end, where the order of things is anyone's guess.
    window.deleteLater()
    app.processEvents()
    interrupts.uninstall()
    guard.uninstall()
    return picture.code if picture is not None and code == 0 else code


def _leave(window: MainWindow, guard: CrashGuard, code: int) -> None:
    """Leave without a question and without waiting, but for a file that is being written."""
    if not window.leave(_PATIENCE if window.saving.active else _HASTE):
        _end_at_once(guard, code)
    QApplication.exit(code)


def _end_at_once(guard: CrashGuard, code: int) -> NoReturn:
    # To end the interpreter under a running thread is to crash; files are written atomically, so nothing is lost.
    guard.uninstall()
    os._exit(code)


def application() -> QApplication:
    """Return the one application, made if need be."""
    # Qt would paint large areas on several threads, and wait for them on cores that are training.
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")
    sys.setswitchinterval(_SWITCH_S)
    if QApplication.instance() is None:
        # Before Qt starts threads that bring what the user does.
        helpers_give_way()
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("w2v-gui")
    app.setApplicationDisplayName("w2v-gui")
    app.setDesktopFileName("w2v-gui")
    app.setWindowIcon(application_icon())
    return app


def make_window(options: argparse.Namespace) -> MainWindow:
    """Make the window in the theme, the language and the size that are remembered or asked for."""
    app = application()
    settings = WindowSettings()
    language = Language(app, options.language or settings.language)
    theme = Theme(app, options.theme or settings.theme)
    # For a picture nobody is there to be asked.
    ask = discard if options.screenshot else dialogs.ask_unsaved
    window = MainWindow(theme, language, settings, ask_unsaved=ask)
    Collector(window)
    if options.size:
        # A picture may be smaller than a window that one works in.
        window.setMinimumSize(min(options.size[0], 1024), min(options.size[1], 700))
        window.resize(*options.size)
    elif options.screenshot:
        window.resize(1440, 900)
    else:
        # On a small screen, or one whose pixels are scaled, the window is no larger than that.
        room = window.screen().availableSize()
        window.setMinimumSize(window.minimumSize().boundedTo(room))
        window.resize(window.size().boundedTo(room))
    return window


def _open(window: MainWindow, options: argparse.Namespace) -> None:
    def begin() -> None:
        if options.ask:
            window.train_page.watched.watch(options.ask)
        if options.demo or options.screenshot:
            # Whichever page was seen last: what is to be seen is how it learns.
            window.pages.show_page("train")
            if not window.controller.active:
                window.commands.toggle()

    if options.ask:
        # Of vectors from a file there is no training to watch: the word is asked about where they are.
        window.vectors_opened.connect(
            lambda: window.explore_page.ask.ask(options.ask), Qt.ConnectionType.SingleShotConnection
        )
    if options.texts:
        window.open_paths(options.texts, begin)
    elif options.demo or options.screenshot:
        window.open_sample("planted_zh" if window.language == "zh_CN" else "planted_en", begin)


class Picture(QObject):
    """Saves a picture of the window when the run has ended, and leaves.

    Attributes
    ----------
    code : int
        The exit code: 0 when the picture was saved.
    """

    def __init__(self, window: MainWindow, path: str) -> None:
        super().__init__(window)
        self._window = window
        self._path = path
        self.code = 2
        window.run_ended.connect(self._ended)
        # Vectors are not trained: there is no end of a run to wait for, but answers and a map.
        window.vectors_opened.connect(self._await_answers)
        window.opening_failed.connect(self._fail)
        window.refused.connect(self._fail)

    def _ended(self, state: RunState) -> None:
        if state is RunState.FINISHED:
            QTimer.singleShot(_SETTLE_MS, self._take)
        else:
            QTimer.singleShot(0, self._say_message)

    def _await_answers(self) -> None:
        window = self._window
        waits = window.jobs.active or window.controller.active
        QTimer.singleShot(_SETTLE_MS, self._await_answers if waits else self._take)

    def _take(self) -> None:
        if self._window.grab().save(self._path):
            self.code = 0
            QApplication.quit()
        else:
            self._fail(f"The picture could not be written to {self._path}. Choose a folder that exists, and .png.")

    def _say_message(self) -> None:
        self._fail(self._window.message.text)

    def _fail(self, sentence: str) -> None:
        print(sentence, file=sys.stderr)
        QTimer.singleShot(0, QApplication.quit)
