"""Crash reports as files: what happened, where and with which versions, and nothing of the user's texts."""

from __future__ import annotations

import contextlib
import os
import platform
import re
import sys
import time
import traceback
from datetime import datetime
from importlib import metadata
from pathlib import Path

import platformdirs

from w2v_gui import __version__

KEPT = 20
"""How many reports are kept; the oldest go."""

_LIBRARIES = ("PySide6-Essentials", "numpy", "numba", "pyqtgraph", "rjieba")
# What these quote are names in a program. What others quote may be words of a text, or names of files.
_QUOTES_NAMES = (AttributeError, NameError, TypeError, ImportError, NotImplementedError)
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”|`[^`]*`")
_LONGEST = 300
_FORGOTTEN = 7 * 24 * 3600.0


def log_folder() -> Path:
    """Return where this system keeps a program's logs."""
    return Path(platformdirs.user_log_dir("w2v-gui", appauthor=False))


def facts() -> str:
    """Return the versions and the machine that a report is about."""
    versions = [f"w2v-gui {__version__}", f"Python {platform.python_version()}"]
    for name in _LIBRARIES:
        with contextlib.suppress(metadata.PackageNotFoundError):
            versions.append(f"{name} {metadata.version(name)}")
    return f"{', '.join(versions)}\n{platform.platform()}, {os.cpu_count()} processors"


def described(error: BaseException) -> str:
    """Return the traceback of an error and of those that led to it, without what messages quote of the data."""
    chain: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        trace = "".join(traceback.format_tb(current.__traceback__))
        chain.append(f"Traceback (most recent call last):\n{trace}{_named(current)}\n")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\nwhich led to\n\n".join(reversed(chain))


def place(error: BaseException) -> str:
    """Return what tells one error from another: its kind, and the line that raised it."""
    frames = traceback.extract_tb(error.__traceback__, limit=-1)
    return f"{type(error).__qualname__} {frames[0].filename}:{frames[0].lineno}" if frames else _named(error)


def _named(error: BaseException) -> str:
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    try:
        message = " ".join(str(error).split())
    except Exception:
        return name
    if not isinstance(error, _QUOTES_NAMES):
        message = _QUOTED.sub("‹…›", message)
    return f"{name}: {message[:_LONGEST]}" if message else name


class Reports:
    """The folder of the reports.

    Parameters
    ----------
    folder : Path
        Made when the first report is written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, text: str) -> Path | None:
        """Write a report and return where it lies; None where nothing can be written."""
        now = datetime.now().astimezone()
        path = self.folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"w2v-gui crash report, {now:%Y-%m-%d %H:%M:%S %z}\n{facts()}\n{_interface()}\n\n{text}\n")
        except OSError:
            return None
        self._tidy()
        return path

    @property
    def left_behind(self) -> Path:
        """What this process leaves behind if it is struck down; there while it runs, and empty."""
        return self.folder / f"struck-down-{os.getpid()}.log"

    def collect(self) -> Path | None:
        """Make reports of what processes before this one left behind; returns the last, None if there was nothing."""
        report = None
        for left in sorted(self.folder.glob("struck-down-*.log")):
            with contextlib.suppress(OSError):
                text = left.read_text(encoding="utf-8", errors="replace")
                if text.strip():
                    report = self.write(f"The program was struck down while it ran.\n\n{text}") or report
                    left.unlink()
                elif time.time() - left.stat().st_mtime > _FORGOTTEN:
                    # Of a process that was killed. A younger one may be that of a window that is open now.
                    left.unlink()
        return report

    def _tidy(self) -> None:
        for path in sorted(self.folder.glob("crash-*.txt"), key=lambda path: path.name)[:-KEPT]:
            with contextlib.suppress(OSError):
                path.unlink()


def _interface() -> str:
    gui = sys.modules.get("PySide6.QtGui")
    application = gui.QGuiApplication.instance() if gui is not None else None
    if application is None:
        return "no window"
    screens = (f"{s.size().width()}×{s.size().height()} @ {s.devicePixelRatio():g}" for s in application.screens())
    return f"windows by {application.platformName()}, screens {', '.join(screens)}"
