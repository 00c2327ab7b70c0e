"""Words with bars: the neighbours of a word, drawn as plain text."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from w2v_gui.gui.text import escaped, number, one_line
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.neighbour_painter import MARK_WIDTH, ROW_HEIGHT, Columns, NeighbourPainter, Widest
from w2v_gui.gui.widgets.row_motion import RowMotion

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import (
        QFocusEvent,
        QHideEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QShowEvent,
    )

# A new order can be taken in about three times a second, no more.
ORDER_S = 0.34
_FRAME_MS = 60
# A mark that fades need not be drawn as often as a row that moves.
_FADE_MS = 300


@dataclass(frozen=True)
class Row:
    """One word, how similar it is, and how often it occurs."""

    id: int
    word: str
    similarity: float
    count: int


class NeighbourList(QWidget):
    """Draws rows of word, bar, similarity and count; a click or Return chooses one.

    Rows that change places glide there, and not more often than the eye can follow: figures and bars are always the
    latest, their order may be a moment older.

    Parameters
    ----------
    clock : callable
        Seconds, monotonic.

    Attributes
    ----------
    chosen : Signal(int)
        The id of a word.
    removed : Signal()
        Delete was pressed.
    menu_wanted : Signal(object, object)
        With the row, or None, and the place on the screen.
    copy_wanted : Signal()
    reached : Signal(object)
        With the rectangle of the row that has been reached by keyboard.
    """

    chosen = Signal(int)
    removed = Signal()
    menu_wanted = Signal(object, object)
    copy_wanted = Signal()
    reached = Signal(object)

    def __init__(self, parent: QWidget | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._palette = LIGHT
        self._latest: tuple[Row, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._room = 4
        self._widest = Widest()
        self._columns: Columns | None = None
        self._hovered = self._current = -1
        self._pressed: int | None = None
        self._motion = RowMotion(clock)
        self._due = -float("inf")
        self._frames = QTimer(self)
        self._frames.timeout.connect(self._frame)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._arrange)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # -- what is shown ------------------------------------------------------------------------------------------

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown, in the order in which it is shown."""
        return self._rows

    @property
    def room(self) -> int:
        """How many rows high it is."""
        return self._room

    @property
    def moving(self) -> bool:
        """Whether anything on it moves or fades."""
        return self._frames.isActive()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, or the same with other figures."""
        rows = tuple(rows)
        if rows == self._latest:
            return
        self._latest = rows
        if not self.isVisible() or not rows or not self._rows or self._clock() >= self._due:
            self._arrange()
        else:
            fresh = {row.id: row for row in rows}
            self._rows = tuple(fresh.get(row.id, row) for row in self._rows)
            if not self._waiting.isActive() and tuple(fresh) != self._motion.keys:
                self._waiting.start(max(0, round(1000 * (self._due - self._clock()))))
        self.update()

    def set_room(self, rows: int) -> None:
        """Be so many rows high."""
        if rows != self._room:
            self._room = rows
            self.updateGeometry()

    def set_widest(self, widest: Widest) -> None:
        """Leave room for words and counts as wide; lists below each other share it, so that their columns do."""
        if widest != self._widest:
            self._widest = widest
            self._columns = None
            self.update()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(220, ROW_HEIGHT * self._room)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, ROW_HEIGHT * self._room)

    def _arrange(self) -> None:
        self._waiting.stop()
        keys = tuple(row.id for row in self._latest)
        current = self._rows[self._current].id if 0 <= self._current < len(self._rows) else None
        self._rows = self._latest
        # Whoever has come to a word by keyboard stays with it.
        self._current = keys.index(current) if current in keys else min(self._current, len(keys) - 1)
        if keys != self._motion.keys:
            self._motion.arrange(keys)
            self._due = self._clock() + ORDER_S
            if self.isVisible():
                self._frames.start(_FRAME_MS)
            else:
                self._motion.settle()
        self.update()

    def _frame(self) -> None:
        # Only what moves is drawn anew: with many lists on a machine that trains, that counts.
        if self._motion.gliding:
            self._frames.setInterval(_FRAME_MS)
            first, last = self._motion.stirred
            self.update(0, int(first * ROW_HEIGHT), self.width(), math.ceil((last - first) * ROW_HEIGHT) + 1)
        elif self._motion.marked:
            if self._frames.interval() != _FADE_MS:
                self._frames.setInterval(_FADE_MS)
                self.update()  # the rows have arrived
            self.update(0, 0, MARK_WIDTH, self.height())
        else:
            self._frames.stop()
            self.update()

    # -- drawing ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), QColor(self._palette.card))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._columns is None:
                self._columns = Columns.fitting(self.width(), self._widest, self.font())
            draw = NeighbourPainter(painter, self._palette, self._columns)
            if not self._rows:
                draw.paint_waiting(self._room)
            self._paint_grounds(draw)
            shown = {row.id: row for row in self._rows}
            area = QRectF(event.rect())
            for placed in self._motion.placed():
                row = shown[placed.key]
                if area.intersects(self._row_rect(placed.place)):
                    draw.paint_mark(placed)
                    if area.right() > MARK_WIDTH:
                        draw.paint(placed, row.word, row.similarity, row.count)

    def _paint_grounds(self, draw: NeighbourPainter) -> None:
        current = self._current if self.hasFocus() else -1
        if self.hasFocus() and current < 0:
            draw.paint_ground(QRectF(self.rect()), focused=True)
        places = {placed.key: placed.place for placed in self._motion.placed()}
        for i in {self._hovered, current} & set(range(len(self._rows))):
            draw.paint_ground(self._row_rect(places[self._rows[i].id]), focused=i == current)

    def _row_rect(self, place: float) -> QRectF:
        return QRectF(0, place * ROW_HEIGHT, self.width(), ROW_HEIGHT)

    # -- mouse and keyboard -------------------------------------------------------------------------------------

    def _row_at(self, position: QPoint) -> int:
        """Return the row that is seen at a place, be it on its way or not; -1 if there is none."""
        if not self.rect().contains(position):
            return -1
        place = position.y() / ROW_HEIGHT - 0.5
        near = [p for p in self._motion.placed() if abs(p.place - place) <= 0.5]
        if not near:
            return -1
        # The one that is drawn last lies on top.
        return self._motion.keys.index(near[-1].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._row_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        i = self._row_at(event.position().toPoint())
        # Kept from here on: while the button is down another row may come to lie under the pointer.
        self._pressed = self._rows[i].id if i >= 0 and event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is not None and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(pressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._rows:
            self._go_to(self._current + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._rows:
            self._go_to(0 if key == Qt.Key.Key_Home else len(self._rows) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if 0 <= self._current < len(self._rows):
                self.chosen.emit(self._rows[self._current].id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_keyboard and self._current < 0 and self._rows:
            self._current = 0
        self.reached.emit(self._row_rect(max(self._current, 0)).toRect())
        super().focusInEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            i = self._current
            place = self.mapToGlobal(self._row_rect(max(i, 0)).center().toPoint())
        else:
            i, place = self._row_at(event.pos()), event.globalPos()
        self.menu_wanted.emit(self._rows[i] if 0 <= i < len(self._rows) else None, place)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            i = self._row_at(event.pos())
            text = self.explanation(self._rows[i]) if i >= 0 else ""
            QToolTip.showText(event.globalPos(), escaped(text), self)
            return True
        return super().event(event)

    def explanation(self, row: Row) -> str:
        """Return what the figures of a row are."""
        return self.tr(
            "{word}: cosine of the angle between the two rows of W {similarity}. 1 is the same direction, "
            "0 unrelated. The word occurs {count} times."
        ).format(word=one_line(row.word), similarity=f"{row.similarity:.4f}", count=number(row.count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._columns = None

    def changeEvent(self, event: QEvent) -> None:
        # Another language writes numbers in another way, another font is of another width.
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._columns = None
            self.update()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._frames.stop()
        self._motion.settle()
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        self._motion.settle()

    def _go_to(self, i: int) -> None:
        self._current = min(max(i, 0), len(self._rows) - 1)
        self.setAccessibleDescription(self.explanation(self._rows[self._current]))
        self.reached.emit(self._row_rect(self._current).toRect())
        self.update()

    def _hover(self, i: int) -> None:
        if i != self._hovered:
            self._hovered = i
            self.setCursor(Qt.CursorShape.PointingHandCursor if i >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()
