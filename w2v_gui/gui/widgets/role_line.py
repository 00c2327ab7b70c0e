"""A line of words in the colours of their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from w2v_gui.gui.text import set_tooltip
from w2v_gui.gui.theme import LIGHT, Palette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_HEIGHT = 24
_MARGIN = 12
_ELLIPSIS = "…"


class Run(NamedTuple):
    """Some words; ``role`` is "centre", "context", "passed", or empty for what is said about them."""

    text: str
    role: str = ""


class RoleLine(QWidget):
    """Shows as much of a line as there is room for; the tooltip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._runs: tuple[Run, ...] = ()
        self._strong = QFont(self.font())
        self._strong.setWeight(QFont.Weight.DemiBold)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """All that is written."""
        return " ".join(run.text for run in self._runs)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Write something else."""
        if tuple(runs) != self._runs:
            self._runs = tuple(runs)
            self.setAccessibleName(self.text)
            set_tooltip(self, self.text)
            self.update()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = {
            "centre": self._palette.centre,
            "context": self._palette.context,
            "passed": self._palette.text,
            "": self._palette.muted,
        }
        x, end = _MARGIN, self.width() - _MARGIN
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, QColor(self._palette.grid))
            for run in self._runs:
                font = self._strong if run.role else self.font()
                metrics = QFontMetrics(font)
                painter.setFont(font)
                painter.setPen(QColor(colours[run.role]))
                text = metrics.elidedText(run.text, Qt.TextElideMode.ElideRight, end - x)
                painter.drawText(x, (_HEIGHT + metrics.ascent() - metrics.descent()) // 2, text)
                if text != run.text:
                    break
                x += metrics.horizontalAdvance(text + " ")
