"""What nobody caught: into the log, into a report, and before the user, once; the window goes on where it can."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import logging.handlers
import platform
import sys
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QObject, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from w2v_gui import __version__
from w2v_gui.gui.crash_dialog import CrashDialog
from w2v_gui.gui.reports import Reports, described, place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

log = logging.getLogger("w2v_gui")

_LOG_BYTES = 1 << 20
_LOGS = 3
# An error in a drawing comes with every frame; it is not said with every frame.
_SECONDS = 1.0


@dataclass(frozen=True)
class Crash:
    """An error that nobody caught.

    Attributes
    ----------
    place : str
        What tells it from others.
    error : str
        Its kind and its message.
    text : str
        Its traceback, without what messages quote.
    report : Path or None
        Where its report lies.
    count : int
        How often it has come.
    """

    place: str
    error: str
    text: str
    report: Path | None
    count: int


class CrashGuard(QObject):
    """Catches what nobody caught, from `install` to `uninstall`.

    Parameters
    ----------
    folder : Path
        Where log and reports go.

    Attributes
    ----------
    again : Signal(str, int)
        An error that the user has been shown has come again: with the path of its report, and how often it has come.
    """

    again = Signal(str, int)
    _caught = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._reports = Reports(folder)
        self._crashes: dict[str, Crash] = {}
        self._lock = threading.Lock()
        self._busy = threading.local()
        self._handlers: list[logging.Handler] = []
        self._left_behind: TextIO | None = None
        self._hooks: tuple[object, object, object] | None = None
        self._quiet_until = 0.0
        self._window: QWidget | None = None
        self._dialog: CrashDialog | None = None
        # Never at once: an error may come out of a drawing, or from another thread.
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> Path | None:
        """Begin to catch; returns the report of a run before this one that was struck down, if there was one."""
        self._open_log()
        report = self._reports.collect()
        with contextlib.suppress(OSError):
            self._left_behind = self._reports.left_behind.open("w", encoding="utf-8")
            faulthandler.enable(self._left_behind)
        self._hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._uncaught
        threading.excepthook = lambda args: self._uncaught(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        sys.unraisablehook = self._unraisable
        qInstallMessageHandler(_from_qt)
        log.info("start of w2v-gui %s, Python %s", __version__, platform.python_version())
        return report

    def uninstall(self) -> None:
        """End as one ends well: leave the hooks as they were, and nothing behind."""
        if self._hooks is None:
            return
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks  # type: ignore[assignment]
        self._hooks = None
        qInstallMessageHandler(None)
        if self._left_behind is not None:
            faulthandler.disable()
            self._left_behind.close()
            self._left_behind = None
            with contextlib.suppress(OSError):
                self._reports.left_behind.unlink()
        log.info("end")
        for handler in self._handlers:
            log.removeHandler(handler)
            handler.close()
        self._handlers = []

    def watch(self, window: QWidget) -> None:
        """Show from now on what is caught, over ``window``."""
        self._window = window

    def _open_log(self) -> None:
        stream = logging.StreamHandler()
        stream.setLevel(logging.WARNING)
        self._handlers = [stream]
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            file = logging.handlers.RotatingFileHandler(
                self._folder / "w2v-gui.log", maxBytes=_LOG_BYTES, backupCount=_LOGS, encoding="utf-8"
            )
            file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(message)s"))
            self._handlers.append(file)
        for handler in self._handlers:
            log.addHandler(handler)
        log.setLevel(logging.INFO)

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._catch(error.with_traceback(trace), self._caught.emit)

    def _unraisable(self, unraisable: sys.UnraisableHookArgs) -> None:
        # While an object was let go of: nothing hangs on it, and there is nothing for the user to decide.
        if unraisable.exc_value is not None:
            self._catch(unraisable.exc_value, lambda crash: None)

    def _catch(self, error: BaseException, tell: Callable[[Crash], None]) -> None:
        """Write down an error and tell of it; one that comes while this is done is dropped."""
        if getattr(self._busy, "now", False):
            return
        self._busy.now = True
        try:
            tell(self._written_down(error))
        finally:
            self._busy.now = False

    def _written_down(self, error: BaseException) -> Crash:
        where = place(error)
        with self._lock:
            known = self._crashes.get(where)
            if known is None:
                text = described(error)
                report = self._reports.write(f"Thread: {threading.current_thread().name}\n\n{text}")
                crash = Crash(where, f"{type(error).__name__}: {error}"[:300], text, report, 1)
                log.error("unexpected error\n%s", text)
            else:
                crash = Crash(known.place, known.error, known.text, known.report, known.count + 1)
                if crash.count & known.count == 0:  # with each power of two
                    log.error("again, %s times by now: %s", crash.count, where)
            self._crashes[where] = crash
        return crash

    def _show(self, crash: Crash) -> None:
        if self._window is None:
            return
        if self._dialog is not None:
            self._dialog.add(crash.place, crash.text, crash.count)
        elif crash.count == 1:
            dialog = CrashDialog(crash, self._folder, QApplication.activeModalWidget() or self._window)
            dialog.finished.connect(self._dialog_closed)
            dialog.quit.connect(self._window.close)
            self._dialog = dialog
            dialog.open()
        elif time.monotonic() >= self._quiet_until:
            self._quiet_until = time.monotonic() + _SECONDS
            self.again.emit(str(crash.report or self._folder), crash.count)

    def _dialog_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _from_qt(kind: QtMsgType, context: object, text: str) -> None:
    level = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
    }.get(kind, logging.ERROR)
    log.log(level, "Qt: %s", text)
