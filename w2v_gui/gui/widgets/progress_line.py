"""A thin line that fills: how far something has come, or that it is on its way."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QProgressBar

from w2v_gui.gui.theme import LIGHT, Palette

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent

_FRAME_MS = 50
_ROUND_S = 1.6
_PIECE = 0.3
"""Where it is not known how far something has come, a piece of this length wanders along the line."""

_HEIGHT = 6


class ProgressLine(QProgressBar):
    """A progress bar drawn by ourselves.

    The style's would go on moving, invisibly, when it has become known how far something has come: thirty times a
    second the window would be drawn for nothing.
    """

    def __init__(self) -> None:
        super().__init__()
        self._palette = LIGHT
        self._frames = QTimer(self)
        self._frames.timeout.connect(self.update)
        self.setTextVisible(False)
        self.setFixedHeight(_HEIGHT)

    @property
    def moving(self) -> bool:
        """Whether it draws itself anew all the time."""
        return self._frames.isActive()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        unknown = self.maximum() == self.minimum()
        if unknown and not self._frames.isActive():
            self._frames.start(_FRAME_MS)
        elif not unknown:
            self._frames.stop()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._palette.chip))
            painter.drawRoundedRect(QRectF(self.rect()), _HEIGHT / 2, _HEIGHT / 2)
            begin, end = self._wandering() if unknown else (0.0, self.value() / self.maximum())
            if end > begin:
                painter.setBrush(QColor(self._palette.accent))
                width = self.width()
                piece = QRectF(begin * width, 0, max((end - begin) * width, _HEIGHT), _HEIGHT)
                painter.drawRoundedRect(piece, _HEIGHT / 2, _HEIGHT / 2)

    def _wandering(self) -> tuple[float, float]:
        """Return where the piece begins and ends, as parts of the line."""
        head = (time.monotonic() / _ROUND_S % 1.0) * (1.0 + _PIECE)
        return max(head - _PIECE, 0.0), min(head, 1.0)

    def hideEvent(self, event: QHideEvent) -> None:
        self._frames.stop()
        super().hideEvent(event)
