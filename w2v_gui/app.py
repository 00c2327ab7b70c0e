"""Starting the window: one application, one translator, one main window, and a way out when there is no screen."""

from __future__ import annotations

import argparse
import ctypes
import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from w2v_gui.cli.console import say
from w2v_gui.cli.window_options import add_window_options

if TYPE_CHECKING:
    from collections.abc import Sequence

NO_DISPLAY = (
    "There is no display to open a window on. Make a picture of a run instead with "
    "“w2v-gui --demo --screenshot FILE.png”, or train without a window with “w2v-gui train TEXT -o VECTORS.bin”."
)
NO_QT = (
    "The window cannot start, because a system library that Qt needs is missing ({reason}). On Debian and Ubuntu: "
    "sudo apt install libgl1 libegl1 libxkbcommon-x11-0 libdbus-1-3 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 "
    "libxcb-shape0 libfontconfig1. Without a window: “w2v-gui train TEXT -o VECTORS.bin”."
)


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, without the usage, and leave."""
        say(f"{message} (see {self.prog} --help)")
        self.exit(2)


def parser() -> Parser:
    """Return the command line of the window."""
    result = Parser(
        prog="w2v-gui",
        description="Train word2vec on your own text in a window. The same without a window: w2v-gui train --help.",
        allow_abbrev=False,
    )
    add_window_options(result)
    return result


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or take a picture of it; returns the exit code."""
    options = parser().parse_args(argv)
    if options.screenshot:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not _has_display():
        say(NO_DISPLAY)
        return 2
    try:
        for module in ("QtWidgets", "QtSvg"):
            importlib.import_module(f"PySide6.{module}")
        _try_platform()
    except (ImportError, OSError) as error:
        say(NO_QT.format(reason=error))
        return 2
    from w2v_gui.gui.start import run

    return run(options)


def _has_display() -> bool:
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _try_platform() -> None:
    """Load Qt's part for X11 by hand: Qt itself ends the program with an abort when a library of it is missing.

    Raises
    ------
    OSError
        Naming the library.
    """
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("WAYLAND_DISPLAY") or not os.environ.get("DISPLAY"):
        return
    from PySide6.QtCore import QLibraryInfo

    plugin = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / "libqxcb.so"
    if plugin.exists():
        ctypes.CDLL(str(plugin))
