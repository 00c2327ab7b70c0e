"""A table of training pairs with any number of rows, of which only those are made that are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from w2v_gui.gui.text import escaped, number, one_line
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.pair_table_painting import (
    ELLIPSIS,
    HEADER_HEIGHT,
    ROW_HEIGHT,
    Columns,
    Fonts,
    Layout,
    Line,
    RowPainter,
    lay_out,
)
from w2v_gui.gui.widgets.row_area import RowArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

MOST_SELECTED = 500
"""So many rows are chosen together at the most: they are copied while the window waits."""

_LAYOUTS_KEPT = 400


class Rows(Protocol):
    """Where the rows come from."""

    def __len__(self) -> int: ...

    def rows(self, first: int, count: int) -> Sequence[Line]:
        """Return so many rows from one on; fewer at the end."""


class PairTableView(RowArea):
    """Draws rows of document, input words and target word; one or several that follow each other can be chosen.

    Attributes
    ----------
    chosen : Signal(object)
        The row that has been reached by click or key.
    activated : Signal(object)
        A row has been double-clicked, or Return pressed on it.
    menu_wanted : Signal(object, object, object)
        With the row, the word that is pointed at or None, and the place on the screen.
    copy_wanted : Signal()
    """

    chosen = Signal(object)
    activated = Signal(object)
    menu_wanted = Signal(object, object, object)
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        # What Qt may ask for while the area is made.
        self._hovered = -1
        self._columns: Columns | None = None
        self._layouts: dict[int, Layout] = {}
        super().__init__(ROW_HEIGHT, HEADER_HEIGHT, parent)
        self._palette = LIGHT
        self._source: Rows | None = None
        self._inputs = 1
        self._current = self._anchor = -1
        self._seen: tuple[int, Sequence[Line]] = (0, ())
        self._fonts = Fonts(self.font())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # -- what is shown ----------------------------------------------------------------------------------------

    def show_rows(self, source: Rows | None, inputs: int = 1) -> None:
        """Show other rows, each with at most so many inputs; what is chosen and how far it is scrolled is kept."""
        self._source, self._inputs = source, inputs
        self._seen = (0, ())
        self.set_count(0 if source is None else len(source))
        self._current = min(self._current, self.count - 1)
        self._anchor = min(self._anchor, self.count - 1)
        self._lay_out_anew()

    @property
    def current(self) -> Line | None:
        """The row that is chosen, of several the one that was reached last."""
        return self.row(self._current)

    def row(self, place: int) -> Line | None:
        """Return a row by its number, from 0; None if there is none."""
        if self._source is None or not 0 <= place < self.count:
            return None
        return self._source.rows(place, 1)[0]

    @property
    def selection(self) -> range:
        """The numbers of the rows that are chosen."""
        if self._current < 0:
            return range(0)
        return range(min(self._current, self._anchor), max(self._current, self._anchor) + 1)

    def visible_rows(self) -> Sequence[Line]:
        """Return the rows that are seen."""
        seen = self.visible_range
        if self._source is None or not seen:
            return ()
        first, rows = self._seen
        if first != seen.start or len(rows) != len(seen):
            self._seen = seen.start, tuple(self._source.rows(seen.start, len(seen)))
        return self._seen[1]

    def choose(self, place: int) -> None:
        """Choose a row by its number and bring it into the middle, unless it is seen; nothing is emitted."""
        self.mark(place)
        if self._current >= 0:
            self.centre_row(self._current)

    def mark(self, place: int) -> None:
        """Choose a row by its number, wherever it is; nothing is emitted."""
        self._current = self._anchor = min(max(place, -1), self.count - 1)
        self._describe_current()
        self.viewport().update()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(520, HEADER_HEIGHT + 8 * ROW_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, HEADER_HEIGHT + 2 * ROW_HEIGHT)

    def titles(self) -> tuple[str, str, str]:
        """Return what the columns are called."""
        return self.tr("DOCUMENT"), self.tr("INPUT WORD"), self.tr("TARGET WORD")

    # -- drawing ----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), QColor(self._palette.card))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            columns = self._fitted()
            draw = RowPainter(painter, self._palette, self._fonts, columns)
            painter.setClipRect(0, HEADER_HEIGHT, self.viewport().width(), self._page())
            for line in self.visible_rows():
                y = self.edge(line.number)
                chosen = line.number in self.selection
                self._paint_ground(painter, line.number, y, chosen=chosen)
                draw.paint(line, self._layout_of(line), y, chosen=chosen)
            painter.setClipping(False)
            self._paint_titles(painter, columns)

    def _paint_titles(self, painter: QPainter, columns: Columns) -> None:
        painter.setFont(self._fonts.small)
        painter.setPen(QColor(self._palette.muted))
        places = (columns.document, columns.inputs, columns.target)
        for (left, width), title in zip(places, self.titles(), strict=True):
            shown = self._fonts.small_metrics.elidedText(title, Qt.TextElideMode.ElideRight, width)
            painter.drawText(
                QRect(left, 0, width, HEADER_HEIGHT - 2),
                int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
                shown,
            )
        painter.fillRect(0, HEADER_HEIGHT - 1, self.viewport().width(), 1, QColor(self._palette.border))

    def _paint_ground(self, painter: QPainter, place: int, y: int, *, chosen: bool) -> None:
        if not chosen and place != self._hovered:
            return
        area = QRectF(4.5, y + 0.5, self.viewport().width() - 9, ROW_HEIGHT - 1)
        focused = place == self._current and self.hasFocus()
        painter.setPen(QColor(self._palette.accent) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.accent_soft if chosen else self._palette.hover))
        painter.drawRoundedRect(area, 4, 4)

    def _fitted(self) -> Columns:
        if self._columns is None:
            digits = self._fonts.small_metrics.horizontalAdvance(number(self.count)) if self.count else 0
            self._columns = Columns.fitting(self.viewport().width(), digits, self._inputs)
        return self._columns

    def _layout_of(self, line: Line) -> Layout:
        known = self._layouts.get(line.number)
        if known is None:
            if len(self._layouts) >= _LAYOUTS_KEPT:
                self._layouts.clear()
            known = self._layouts[line.number] = lay_out(line, self._fitted(), self._fonts)
        return known

    def scrolled(self) -> None:
        self._hovered = -1
        super().scrolled()

    def _lay_out_anew(self) -> None:
        self._columns = None
        self._layouts.clear()
        self.viewport().update()

    # -- mouse and keyboard -----------------------------------------------------------------------------------

    def word_at(self, position: QPoint) -> str | None:
        """Return the word at a place in the viewport."""
        line = self.row(self.row_at(position))
        if line is None:
            return None
        layout = self._layout_of(line)
        for piece in (*layout.document, *layout.inputs, *layout.target):
            if piece.text != ELLIPSIS and piece.place >= 0 and 0 <= position.x() - piece.x <= piece.width:
                return line.tokens[piece.place]
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.row_at(event.position().toPoint())
        if place < 0 or event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return
        if event.button() == Qt.MouseButton.RightButton and place in self.selection:
            return  # the menu is for all that is chosen
        self._reach(place, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self.row_at(event.position().toPoint())
        if event.buttons() & Qt.MouseButton.LeftButton and place >= 0 and place != self._current:
            self._reach(place, extend=True)
        elif place != self._hovered:
            self._hovered = place
            self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self.row(self.row_at(event.position().toPoint()))
        if line is not None and event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = max(self._page() // ROW_HEIGHT - 1, 1)
        goal = {
            Qt.Key.Key_Down: self._current + 1,
            Qt.Key.Key_Up: self._current - 1,
            Qt.Key.Key_PageDown: self._current + page,
            Qt.Key.Key_PageUp: self._current - page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.count - 1,
        }.get(Qt.Key(event.key()))
        if goal is not None:
            self._reach(goal, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.activated.emit(self.current)
        elif event.matches(QKeySequence.StandardKey.Copy) and self.selection:
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _reach(self, place: int, *, extend: bool) -> None:
        """Go to a row; with ``extend`` all rows from the one that was chosen before are chosen."""
        if not self.count:
            return
        self._current = min(max(place, 0), self.count - 1)
        if not extend or self._anchor < 0:
            self._anchor = self._current
        most = MOST_SELECTED - 1
        self._anchor = min(max(self._anchor, self._current - most), self._current + most)
        self.show_row(self._current)
        self._describe_current()
        self.viewport().update()
        self.chosen.emit(self.current)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            line, word = self.current, None
            corner = QPoint(self._fitted().document[0], self.edge(self._current) + ROW_HEIGHT)
            place = self.viewport().mapToGlobal(corner)
        else:
            # Where the frame of an area has no width, its viewport's coordinates are its own.
            line, word = self.row(self.row_at(event.pos())), self.word_at(event.pos())
            place = event.globalPos()
        if line is None:
            event.ignore()
            return
        self.menu_wanted.emit(line, word, place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_keyboard and self._current < 0 and self.count:
            self._current = self._anchor = self.visible_range.start
            self._describe_current()
        self.viewport().update()
        super().focusInEvent(event)

    # -- what is said -----------------------------------------------------------------------------------------

    def explanation(self, line: Line) -> str:
        """Return what a row says, in words."""
        around = " ".join(one_line(token, 40) for token in line.tokens)
        given = " · ".join(one_line(line.tokens[place], 40) for place in line.inputs)
        text = self.tr("Pair {number}: given {inputs}, predict {target}.\n{sentence}")
        return text.format(
            number=number(line.number + 1),
            inputs=given,
            target=one_line(line.tokens[line.target], 40),
            sentence=around,
        )

    def _describe_current(self) -> None:
        line = self.current
        self.setAccessibleDescription("" if line is None else self.explanation(line))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            line = self.row(self.row_at(event.pos()))
            QToolTip.showText(event.globalPos(), escaped(self.explanation(line)) if line else "", self)
            return True
        if event.type() == QEvent.Type.Leave and self._hovered >= 0:
            self._hovered = -1
            self.viewport().update()
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_anew()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._fonts = Fonts(self.font())
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._lay_out_anew()
        super().changeEvent(event)
