"""Starting the window: one application, one translator, one main window, and a way out when there is no screen."""

from __future__ import annotations

import argparse
import ctypes
import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

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
        self.exit(2, f"{message} (see {self.prog} --help)\n")


def parser() -> Parser:
    """Return the command line of the window."""
    result = Parser(
        prog="w2v-gui",
        description="Train word2vec on your own text in a window. The same without a window: w2v-gui train --help.",
        allow_abbrev=False,
    )
    result.add_argument(
        "texts",
        nargs="*",
        metavar="FILE",
        help="what to open: texts or folders of them (.txt, .gz, .zip), a saved model (.npz), word vectors of any kind",
    )
    result.add_argument("--demo", action="store_true", help="open the built-in sample and train at once")
    result.add_argument(
        "--screenshot",
        type=_picture,
        metavar="FILE.png",
        help="without a screen: train to the end, save a picture, and leave",
    )
    result.add_argument("--theme", choices=("system", "light", "dark"), help="light, dark, or like the system")
    result.add_argument("--language", choices=("system", "en", "zh_CN"), help="the language of the window")
    result.add_argument("--size", type=_size, metavar="WxH", help="size of the window, for example 1440x900")
    result.add_argument("--ask", metavar="WORD", help="the word whose neighbours are shown")
    return result


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, or take a picture of it; returns the exit code."""
    options = parser().parse_args(argv)
    if options.screenshot:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not _has_display():
        print(NO_DISPLAY, file=sys.stderr)
        return 2
    try:
        for module in ("QtWidgets", "QtSvg"):
            importlib.import_module(f"PySide6.{module}")
        _try_platform()
    except (ImportError, OSError) as error:
        print(NO_QT.format(reason=error), file=sys.stderr)
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


def _picture(text: str) -> str:
    path = Path(text)
    if path.suffix.lower() != ".png":
        raise argparse.ArgumentTypeError(f"a picture is saved as .png, so its name cannot be “{text}”")
    if not path.absolute().parent.is_dir():
        raise argparse.ArgumentTypeError(f"there is no folder “{path.parent}” to save the picture in")
    return text


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"a size is written like 1440x900, not “{text}”") from None
    if not (200 <= width <= 10_000 and 200 <= height <= 10_000):
        raise argparse.ArgumentTypeError(f"{text} is not a size for a window")
    return width, height
