"""A line of words in the colours of their roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from w2v_gui.gui.widgets.painted_line import MARGIN, PaintedLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

_HEIGHT = 24
_ELLIPSIS = "…"


class Run(NamedTuple):
    """Some words; ``role`` is "centre", "context", "passed", or empty for what is said about them."""

    text: str
    role: str = ""


class RoleLine(PaintedLine):
    """Shows as much of a line as there is room for; the tooltip has all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._runs: tuple[Run, ...] = ()
        self._strong = QFont(self.font())
        self._strong.setWeight(QFont.Weight.DemiBold)

    @property
    def text(self) -> str:
        """All that is written."""
        return " ".join(run.text for run in self._runs)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Write something else."""
        if tuple(runs) != self._runs:
            self._runs = tuple(runs)
            self._say(self.text, self.text)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = {
            "centre": self._palette.centre,
            "context": self._palette.context,
            "passed": self._palette.text,
            "": self._palette.muted,
        }
        x, end = MARGIN, self.width() - MARGIN
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
