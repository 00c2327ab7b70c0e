"""A text of any length as tokens in boxes, scrolled by pixels and by a bar that counts tokens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QScrollBar, QWidget

from w2v_gui.gui.widgets.pointing_view import PointingView
from w2v_gui.gui.widgets.token_layout import BOX, PITCH, Typesetter
from w2v_gui.gui.widgets.token_painting import Marks, paint_block
from w2v_gui.gui.widgets.token_sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent

    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.widgets.token_sheet import Stretches

MARGIN = 12
_RIGHT_MARGIN = 4
_NARROWEST = 60
_FONT_SIZE = 16
_NOTCH = 120
"""What a mouse wheel reports for one notch."""
_ROWS_A_NOTCH = 2
_LONGEST_BAR = 1 << 30
_REMEMBERED = 500


class TokenSurface(PointingView):
    """Shows tokens, and what is marked among them.

    It lays out what is seen and nothing else, so that the length of the text does not matter.

    Attributes
    ----------
    bar : QScrollBar
        Counts tokens; whoever lays out the view puts it beside it.
    moved : Signal()
        Something else is seen, or stands elsewhere.
    """

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        font = QFont(self.font())
        font.setPixelSize(_FONT_SIZE)
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._typesetter = Typesetter(font)
        self._sheet: Sheet | None = None
        self._states: Callable[[int, int], Sequence[int]] = lambda begin, end: bytes(end - begin)
        self._known: dict[int, Sequence[int]] = {}
        self._marks = Marks()
        self._turned = 0.0
        self.bar.valueChanged.connect(self._follow_bar)

    # -- what is shown ------------------------------------------------------------------------------------------

    @property
    def sheet(self) -> Sheet | None:
        """What is shown, and where on it."""
        return self._sheet

    @property
    def marks(self) -> Marks:
        """What is marked."""
        return self._marks

    def show_text(self, stretches: Stretches | None, size: int = 0) -> None:
        """Show another text from its beginning, or none."""
        self._marks = Marks()
        self._sheet = None
        if stretches is not None and size:
            self._sheet = Sheet(stretches, size, self._typesetter, *self._room())
        self.forget_states()
        self._show_moved()

    def set_states(self, states: Callable[[int, int], Sequence[int]]) -> None:
        """Take what says what becomes of the tokens from one position to another: `KEPT` and so on."""
        self._states = states
        self.forget_states()

    def forget_states(self) -> None:
        """Ask anew what becomes of the tokens; none of them moves."""
        self._known.clear()
        self.update()

    def states(self, begin: int, end: int) -> Sequence[int]:
        """Return what becomes of the tokens of a stretch."""
        known = self._known.get(begin)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            known = self._known[begin] = self._states(begin, end)
        return known

    def area(self, token: int) -> QRect | None:
        """Return where the box of a token is, if it is seen."""
        spot = self._sheet.spot(token) if self._sheet is not None else None
        if spot is None or not -BOX < spot.y < self.height():
            return None
        return QRect(MARGIN + spot.x, spot.y, spot.piece.width, BOX)

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def _mark(self, **changes: Any) -> None:
        marks = replace(self._marks, **changes)
        if marks != self._marks:
            self._marks = marks
            self.update()

    def _token_at(self, point: QPoint) -> int | None:
        if self._sheet is None or not self.rect().contains(point):
            return None
        return self._sheet.hit(point - QPoint(MARGIN, 0))

    # -- the place in the text ------------------------------------------------------------------------------------

    @property
    def place(self) -> tuple[int, int]:
        """The first token that is seen, and the height of its row: `show_from` leads there again."""
        if self._sheet is None:
            return 0, 0
        spot = self._sheet.spot(self._sheet.first)
        return self._sheet.first, spot.y if spot is not None else 0

    def show_from(self, token: int, y: int = 0) -> None:
        """Bring the row of a token to the upper edge, or to another height."""
        if self._sheet is not None:
            self._sheet.go(min(max(token, 0), self._sheet.size - 1), y)
            self._show_moved()

    def scroll_pixels(self, pixels: int) -> None:
        """Go down so many pixels, or up."""
        if self._sheet is not None and pixels:
            self._sheet.scroll(pixels)
            self._show_moved()

    def _room(self) -> tuple[int, int]:
        return max(self.width() - MARGIN - _RIGHT_MARGIN, _NARROWEST), max(self.height(), PITCH)

    def _show_moved(self) -> None:
        sheet = self._sheet
        self.bar.blockSignals(True)
        if sheet is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, sheet.last_first // self._grain)
            self.bar.setPageStep(max(len(sheet.tokens_seen()) // self._grain, 1))
            self.bar.setValue(sheet.first // self._grain)
        self.bar.blockSignals(False)
        self.bar.setVisible(self.bar.maximum() > 0)
        self.update()
        self.moved.emit()

    @property
    def _grain(self) -> int:
        """Tokens to a step of the bar: its numbers have an end."""
        return 1 + (self._sheet.size // _LONGEST_BAR if self._sheet is not None else 0)

    def _follow_bar(self, value: int) -> None:
        self.show_from(value * self._grain)

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta().y()
        if not pixels:
            self._turned += event.angleDelta().y() / _NOTCH * _ROWS_A_NOTCH * PITCH
            pixels = int(self._turned)
            self._turned -= pixels
        self._mouse = event.position()
        self.scroll_pixels(-pixels)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._sheet is not None:
            self._mouse = None
            self._sheet.resize(*self._room())
            self._show_moved()

    # -- drawing ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(self._palette.card))
            if self._sheet is None:
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(event.rect())
            for y, block in self._sheet.seen():
                painter.save()
                painter.translate(MARGIN, y)
                states = self.states(block.stretch.begin, block.stretch.end)
                visible = event.rect().top() - y, event.rect().bottom() + 1 - y
                paint_block(painter, block, states, self._marks, self._palette, self._typesetter, visible)
                painter.restore()
