"""From a text that has been read to the Text page that shows it, in the real window.

    python tests/benchmarks/opening.py --corpus TEXT(.gz) [--chinese TEXT(.gz)]

Offscreen. Timed from the moment at which the window is given the text to the end of its first painting. Meanwhile a
timer of the window's thread says for how long nothing else could have happened there.
"""

from __future__ import annotations

import tempfile
import time
from typing import TYPE_CHECKING

from offscreen import THREAD, application, milliseconds, timed
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from table import show_for_texts

from w2v_gui.gui.collector import Collector
from w2v_gui.gui.controller import open_trainer
from w2v_gui.gui.language import Language
from w2v_gui.gui.main_window import MainWindow
from w2v_gui.gui.opening import Recipe, read_text
from w2v_gui.gui.settings import WindowSettings
from w2v_gui.gui.theme import Theme
from w2v_gui.gui.unsaved import discard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from table import Row

    from w2v_gui.gui.opening import Opened

TIMES = 5


class Window:
    """The window on its Text page."""

    def __init__(self) -> None:
        app = application()
        self.window = MainWindow(Theme(app, "light"), Language(app, "en"), WindowSettings(), open_trainer, discard)
        Collector(self.window)
        self.page = self.window.text_page
        self.window.resize(1440, 900)
        self.window.pages.show_page("text")
        self.window.show()
        self.held = 0.0
        self._last = time.perf_counter()
        self._clock = QTimer(self.window, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)
        self._clock.start(1)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.held = max(self.held, 1000 * (now - self._last))
        self._last = now

    def until(self, done: Callable[[], bool]) -> None:
        """Let the window live until something has happened."""
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(lambda: loop.quit() if done() else None)
        timer.start(1)
        loop.exec()

    def rest(self, milliseconds: int) -> None:
        """Let everything end that is still being worked on."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def read(self, path: str) -> Opened:
        """Read a text as the window does, without showing it."""
        read: list[Opened] = []
        self.window.jobs.start(read_text(Recipe((path,))), read.append, print)
        self.until(lambda: bool(read))
        return read[0]

    def show_text(self, opened: Opened) -> tuple[float, float]:
        """Show a text; return after how many milliseconds it was seen, and for how many the window was held up."""
        view = self.page.text.view
        before = view.sheet
        self.rest(500)
        self.held, self._last = 0.0, time.perf_counter()

        def show() -> None:
            self.window.take_text(opened)
            self.until(lambda: view.sheet is not None and view.sheet is not before)
            view.repaint()

        return milliseconds(show), self.held


def rows(path: str) -> Iterator[Row]:
    """Measure how a text is opened, `TIMES` times."""
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        window = Window()
        opened = window.read(path)
        window.show_text(opened)  # compiled, or loaded
        seen, held = zip(*(window.show_text(opened) for _ in range(TIMES)), strict=True)
        tokens = f"{len(opened.corpus):,} tokens"
        yield timed("from a text that has been read to the Text page with its text", seen, None, tokens)
        yield timed("the window held up meanwhile", held, THREAD)
        window.rest(1000)
        window.window.leave()


if __name__ == "__main__":
    show_for_texts(__doc__, rows)
