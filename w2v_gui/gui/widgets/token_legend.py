"""What the looks of tokens mean: a small line below the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from w2v_gui.gui.text import set_tooltip
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.token_layout import BOX, PADDING, Piece, Typesetter
from w2v_gui.gui.widgets.token_painting import Marks, paint_token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_HEIGHT = 28
_MARGIN = 12
_GAP = 14
_FONT_SIZE = 11


class TokenLegend(QWidget):
    """Shows a token of each look, with what it means written in it; where there is no room, the last are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._entries: tuple[tuple[int, str], ...] = ()
        font = QFont(self.font())
        font.setPixelSize(_FONT_SIZE)
        self.setFont(font)
        self._typesetter = Typesetter(font)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        """All that is written."""
        return " · ".join(text for _, text in self._entries)

    def show_entries(self, entries: Sequence[tuple[int, str]]) -> None:
        """Explain some looks: what becomes of a token, and how that is called."""
        self._entries = tuple(entries)
        self.setAccessibleName(self.text)
        set_tooltip(self, self.text.replace(" · ", "\n"))
        self.update()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetrics(self._typesetter.font)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._typesetter.font)
            x = _MARGIN
            for state, text in self._entries:
                room = self.width() - _MARGIN - 2 * PADDING - x
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
                if shown != text and x > _MARGIN:
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
