"""Tokens through which one goes with the mouse and with keys, and of which one can choose some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeySequence
from PySide6.QtWidgets import QToolTip, QWidget

from w2v_gui.gui.text import escaped
from w2v_gui.gui.widgets.token_layout import PITCH
from w2v_gui.gui.widgets.token_painting import caret_x
from w2v_gui.gui.widgets.token_surface import MARGIN, TokenSurface

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from w2v_gui.gui.widgets.token_sheet import Sheet, Stretches

_MOST_SELECTED = 200
_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ROWS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES: dict[int, int] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENDS: tuple[int, ...] = (Qt.Key.Key_Home, Qt.Key.Key_End)
_RETURN: tuple[int, ...] = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BUTTON = Qt.MouseButton.LeftButton


class TokenView(TokenSurface):
    """Knows which token is meant: the one that is pointed at, or the one at the cursor; and which are selected.

    Attributes
    ----------
    current_changed : Signal(object)
        With the position of the token that is meant, or None.
    selection_changed : Signal()
        Other tokens are selected, or the cursor or the caret has moved.
    confirmed : Signal()
        Return, or Ctrl+J: do what is offered.
    copy_asked : Signal()
    menu_asked : Signal(object, QPoint)
        With the position of a token, and where on the screen.
    """

    current_changed = Signal(object)
    selection_changed = Signal()
    confirmed = Signal()
    copy_asked = Signal()
    menu_asked = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explain: Callable[[int], str] = lambda token: ""
        self._anchor: int | None = None
        self._column: int | None = None
        self._pointed: int | None = None
        self._current: int | None = None
        self._dragged = False
        self._divisible = False
        self.moved.connect(self._point_again)

    # -- what it is given -----------------------------------------------------------------------------------------

    def show_text(self, stretches: Stretches | None, size: int = 0) -> None:
        self._anchor = self._column = self._pointed = self._mouse = None
        self._dragged = False
        super().show_text(stretches, size)
        self._tell_current()
        self.selection_changed.emit()

    def set_explanation(self, explain: Callable[[int], str]) -> None:
        """Take what says what is known of a token, for tooltips."""
        self._explain = explain

    def set_divisible(self, divisible: bool) -> None:
        """Say whether the caret can go into tokens."""
        self._divisible = divisible

    def show_window(self, centre: int | None, context: Iterable[int] = ()) -> None:
        """Mark a window, or none."""
        self._mark(centre=centre, context=frozenset(context))

    def show_found(self, found: range) -> None:
        """Mark what was searched for, and show it."""
        self._mark(found=found)
        if found:
            self.go_to(found[0])

    def go_to(self, token: int) -> None:
        """Put the cursor at a token and show it, in the upper part of the view if it was not seen."""
        sheet = self._sheet
        if sheet is None or not 0 <= token < sheet.size:
            return
        spot = sheet.spot(token)
        if spot is None or not 0 <= spot.y <= self.height() - PITCH:
            sheet.go(token, self.height() // 3)
        self._mouse = self._pointed = None
        self._put_cursor(token)
        self._show_moved()

    def put_cursor(self, token: int) -> None:
        """Put the cursor at a token without moving the text."""
        if self._sheet is not None and 0 <= token < self._sheet.size:
            self._put_cursor(token)

    def enter_token(self, token: int, place: int) -> None:
        """Put the caret before a character of a token, but not before the first."""
        length = len(self._sheet.piece(token).text) if self._sheet is not None else 0
        if length > 1 and self._divisible:
            self._put_cursor(token, caret=min(max(place, 1), length - 1))

    def clear_selection(self) -> None:
        """Select nothing, and leave the token that the caret is in."""
        self._anchor = self._marks.cursor
        self._mark(selected=range(0), caret=None)
        self.selection_changed.emit()

    # -- which token is meant -----------------------------------------------------------------------------------------

    @property
    def current(self) -> int | None:
        """The token that is pointed at, or else that the cursor is at."""
        return self._current

    def _point_at(self, token: int | None) -> None:
        self._pointed = token
        self._tell_current()

    def _point_at_nothing(self) -> None:
        self._point_at(None)

    def _point_again(self) -> None:
        """Look what stands under the mouse; between two tokens it still points at the one before, if that is seen."""
        if self._mouse is None:
            return
        token = self._token_at(self._mouse.toPoint())
        if token is None and self._pointed is not None and self.area(self._pointed) is not None:
            return
        self._point_at(token)

    def _tell_current(self) -> None:
        current = self._pointed if self._pointed is not None else self._marks.cursor
        if current != self._current:
            self._current = current
            self.current_changed.emit(current)

    def _put_cursor(self, token: int, *, extend: bool = False, caret: int | None = None) -> None:
        if not extend or self._anchor is None:
            self._anchor = token
        first, last = min(self._anchor, token), max(self._anchor, token)
        if last - first >= _MOST_SELECTED:
            return
        self._mark(cursor=token, selected=range(first, last + 1) if last > first else range(0), caret=caret)
        self._tell_current()
        self.selection_changed.emit()

    # -- the mouse ----------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse = event.position()
        point = event.position().toPoint()
        if self._dragged and self._sheet is not None:
            token = self._sheet.nearest(point - QPoint(MARGIN, 0))
            if token != self._marks.cursor:
                self._put_cursor(token, extend=True)
        self._point_again()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != _BUTTON:
            return
        token = self._token_at(event.position().toPoint())
        self._dragged = token is not None
        self._column = None
        if token is None:
            self.clear_selection()
        else:
            self._put_cursor(token, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        token = self._token_at(event.position().toPoint())
        if token is not None and event.button() == _BUTTON:
            self.enter_token(token, self._character_at(token, event.position().x() - MARGIN))

    def _character_at(self, token: int, x: float) -> int:
        assert self._sheet is not None
        piece = self._sheet.piece(token)
        gaps = range(1, len(piece.text))
        return min(gaps, key=lambda place: abs(caret_x(piece, place, self._typesetter) - x), default=1)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            token = self._token_at(event.pos())
            area = self.area(token) if token is not None else None
            if token is not None and area is not None:
                QToolTip.showText(event.globalPos(), escaped(self._explain(token)), self, area)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        token, where = self._token_at(event.pos()), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            token = self._marks.cursor
            area = self.area(token) if token is not None else None
            where = self.mapToGlobal(area.bottomLeft() if area is not None else self.rect().center())
        if token is None:
            event.ignore()
            return
        if token not in self._marks.selected and token != self._marks.cursor:
            self._put_cursor(token)
        self.menu_asked.emit(token, where)

    # -- keys ---------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        cursor = self._marks.cursor
        if self._by_key and self._sheet is not None and (cursor is None or self.area(cursor) is None):
            self._put_cursor(self._sheet.first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._sheet is None or not (self._edit(event, self._sheet) or self._walk(event, self._sheet)):
            super().keyPressEvent(event)

    def _edit(self, event: QKeyEvent, sheet: Sheet) -> bool:
        """Do what a key says about what is chosen; returns whether it says anything."""
        key, marks = event.key(), self._marks
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape and (marks.caret is not None or marks.selected or marks.found):
            self._mark(found=range(0))
            self.clear_selection()
        elif key in _RETURN or (control and key == Qt.Key.Key_J):
            self.confirmed.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif key == Qt.Key.Key_F2 and marks.cursor is not None:
            self.enter_token(marks.cursor, len(sheet.piece(marks.cursor).text) // 2)
        elif key in _STEPS and marks.caret is not None and marks.cursor is not None:
            self.enter_token(marks.cursor, marks.caret + _STEPS[key])
        else:
            return False
        return True

    def _walk(self, event: QKeyEvent, sheet: Sheet) -> bool:
        """Move the cursor as a key says; returns whether it says so."""
        target = self._target(event, sheet)
        if target is None:
            return False
        if event.key() not in _ROWS and event.key() not in _PAGES:
            self._column = None
        self._mouse = self._pointed = None
        self._put_cursor(
            min(max(target, 0), sheet.size - 1), extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        )
        if self._marks.cursor is not None:
            sheet.reveal(self._marks.cursor)
        self._show_moved()
        return True

    def _target(self, event: QKeyEvent, sheet: Sheet) -> int | None:
        """Return the token that a key leads to."""
        key, cursor = event.key(), self._marks.cursor
        if not (key in _STEPS or key in _ROWS or key in _PAGES or key in _ENDS):
            return None
        if cursor is None:
            return sheet.first
        if event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
            return 0
        if event.matches(QKeySequence.StandardKey.MoveToEndOfDocument):
            return sheet.size - 1
        if key in _STEPS:
            return cursor + _STEPS[key] * (-1 if sheet.backwards(cursor) else 1)
        if key in _ENDS:
            return sheet.row_ends(cursor)[key == Qt.Key.Key_End]
        if self._column is None:
            piece = sheet.piece(cursor)
            self._column = piece.x + piece.width // 2
        rows = _ROWS[key] if key in _ROWS else _PAGES[key] * max(self.height() // PITCH - 1, 1)
        return sheet.beside(cursor, self._column, rows)
