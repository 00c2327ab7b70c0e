"""What lines that paint themselves have in common: their height, their room, and that all of them can be read."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from w2v_gui.gui.text import set_tooltip
from w2v_gui.gui.theme import LIGHT, Palette

MARGIN = 12
"""Pixels left free at either end."""


class PaintedLine(QWidget):
    """A line that is as long as there is room for; its name and its tooltip say all of it.

    Parameters
    ----------
    height : int
    """

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.minimumHeight())

    def _say(self, text: str, tooltip: str) -> None:
        """Let another text be read where there is no room for it, and paint it."""
        self.setAccessibleName(text)
        set_tooltip(self, tooltip)
        self.update()
