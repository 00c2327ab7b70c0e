"""What the looks of tokens mean: a small line below the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from w2v_gui.gui.widgets.painted_line import MARGIN, PaintedLine
from w2v_gui.gui.widgets.token_layout import BOX, PADDING, Piece, Typesetter
from w2v_gui.gui.widgets.token_painting import Marks, paint_token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

_HEIGHT = 28
_GAP = 14
_FONT_SIZE = 11


class TokenLegend(PaintedLine):
    """Shows a token of each look, with what it means written in it; where there is no room, the last are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_HEIGHT, parent)
        self._entries: tuple[tuple[int, str], ...] = ()
        font = QFont(self.font())
        font.setPixelSize(_FONT_SIZE)
        self.setFont(font)
        self._typesetter = Typesetter(font)

    @property
    def text(self) -> str:
        """All that is written."""
        return " · ".join(text for _, text in self._entries)

    def show_entries(self, entries: Sequence[tuple[int, str]]) -> None:
        """Explain some looks: what becomes of a token, and how that is called."""
        self._entries = tuple(entries)
        self._say(self.text, self.text.replace(" · ", "\n"))

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetrics(self._typesetter.font)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._typesetter.font)
            x = MARGIN
            for state, text in self._entries:
                room = self.width() - MARGIN - 2 * PADDING - x
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
                if shown != text and x > MARGIN:
                    break
                width = metrics.horizontalAdvance(shown) + 2 * PADDING
                painter.setPen(QColor(self._palette.muted))
                paint_token(
                    painter,
                    Piece(x, width, shown, -2),
                    (_HEIGHT - BOX) // 2,
                    state,
                    Marks(),
                    self._palette,
                    self._typesetter,
                )
                x += width + _GAP
