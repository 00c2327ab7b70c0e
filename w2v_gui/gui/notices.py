"""Notices that stay until they are closed, whatever else is said."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.errors import QT_TRANSLATE_NOOP
from w2v_gui.gui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Notices(QWidget):
    """Bars below each other, one a notice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[MessageBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    @property
    def texts(self) -> list[str]:
        """What is being said."""
        return [bar.text for bar in self._bars if bar.text]

    def add(self, text: Callable[[], str], details: str = "") -> None:
        """Say something until it is closed; ``text`` returns it in the language of the window."""
        bar = MessageBar(self)
        self._column.addWidget(bar)
        self._bars.append(bar)
        bar.say(text, "notice", details)


_FONT_IS_MISSING = {
    "win32": QT_TRANSLATE_NOOP(
        "notices",
        "No font with Chinese characters is installed, so Chinese words are shown as boxes. In Windows: Settings > "
        "System > Optional features > “Chinese (Simplified) Supplemental Fonts”; then start w2v-gui again.",
    ),
    "darwin": QT_TRANSLATE_NOOP(
        "notices",
        "No font with Chinese characters is installed, so Chinese words are shown as boxes. In macOS: Font Book > "
        "File > Restore Standard Fonts; then start w2v-gui again.",
    ),
    "linux": QT_TRANSLATE_NOOP(
        "notices",
        "No font with Chinese characters is installed, so Chinese words are shown as boxes. Debian, Ubuntu: sudo apt "
        "install fonts-noto-cjk · Fedora: sudo dnf install google-noto-sans-cjk-fonts · Arch: sudo pacman -S "
        "noto-fonts-cjk. Then start w2v-gui again.",
    ),
}


def font_is_missing(platform: str = sys.platform) -> str:
    """Return what to do where no font has Chinese characters, in letters that can be read without one."""
    english = _FONT_IS_MISSING.get(platform, _FONT_IS_MISSING["linux"])
    translated = QCoreApplication.translate("notices", english)
    # A Chinese sentence alone would itself be boxes.
    return english if translated == english else f"{english}\n{translated}"


def was_struck_down(report: Path) -> str:
    """Return what is said after a run that was struck down."""
    return QCoreApplication.translate(
        "notices", "w2v-gui ended unexpectedly last time. A report lies at {path}."
    ).format(path=report)


def came_again(report: str, count: int) -> str:
    """Return what is said of an error that has been shown before."""
    return QCoreApplication.translate(
        "notices", "The same error has come again, {count} times by now. Its report lies at {path}."
    ).format(count=count, path=report)
