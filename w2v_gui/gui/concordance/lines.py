"""Lines with a word in the middle, as many as there are: only those that are seen are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QHelpEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from w2v_gui.corpus.concordance import PLACE
from w2v_gui.gui.concordance.layout import Columns, Fonts, Layout, Placed, Role
from w2v_gui.gui.text import escaped, number
from w2v_gui.gui.theme import LIGHT, Palette

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from w2v_gui.corpus.concordance import Line, Lines, Phrase, Token

ROW_HEIGHT = 24
_REMEMBERED = 400
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Shown(NamedTuple):
    """What is shown: lines of a phrase, the words of all ids, what they are sorted by, and which ids are marked."""

    lines: Lines
    phrase: Phrase
    words: Sequence[str]
    by: str = PLACE
    marked: frozenset[int] = frozenset()


class LineView(QAbstractScrollArea):
    """Draws the lines with the word in the middle, and answers to the mouse and to keys.

    Up and down go from line to line, left and right from word to word; Return or a double click goes to the text.

    Attributes
    ----------
    chosen : Signal(object)
        With the position of a line in the text.
    menu_wanted : Signal(object, object, object)
        With a line and the token of it that is pointed at, or None, and the place on the screen.
    copy_wanted : Signal()
    columns_changed : Signal(object)
        With `Columns`: the width is shared in another way.
    """

    chosen = Signal(object)
    menu_wanted = Signal(object, object, object)
    copy_wanted = Signal()
    columns_changed = Signal(object)

    def __init__(self, describe: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._describe = describe
        self._palette = LIGHT
        self._shown: Shown | None = None
        self._kept = 0
        self._fonts = Fonts(self.font())
        self._columns: Columns | None = None
        self._rows: dict[int, tuple[Line, list[Placed]]] = {}
        self._current, self._token, self._hovered = 0, 0, -1
        self._by_key = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always: a bar that comes and goes would move the words under the pointer.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # -- what is shown ------------------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._shown.lines) if self._shown is not None else 0

    @property
    def current(self) -> int:
        """The number of the line that keys act on."""
        return self._current

    @property
    def columns(self) -> Columns | None:
        """How the width is shared, once something has been shown."""
        return self._columns

    def show_lines(self, shown: Shown | None, kept: int, *, anew: bool = True) -> None:
        """Show lines; ``anew``: from the first one, else there are only more of them.

        Words whose ids are not below ``kept`` are pale: training passes over them.
        """
        self._shown, self._kept = shown, kept
        if anew:
            self._current = self._token = 0
            self._lay_out()
        self._fit_bar()
        if anew:
            self.verticalScrollBar().setValue(0)
        self.viewport().update()

    def set_kept(self, kept: int) -> None:
        """Take how many words are kept."""
        if kept != self._kept:
            self._kept = kept
            self._lay_out()

    def placed(self, row: int) -> list[Placed]:
        """Return the words of a line, where they are drawn."""
        return self._row(row)[1]

    def line(self, row: int) -> Line | None:
        """Return a line, if there is one."""
        return self._row(row)[0] if 0 <= row < self.count else None

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.viewport().update()

    def _row(self, row: int) -> tuple[Line, list[Placed]]:
        known = self._rows.get(row)
        if known is None:
            shown, columns = self._shown, self._columns
            assert shown is not None
            assert columns is not None
            line = shown.lines.line(row)
            known = line, self._layout(shown, columns).place(line)
            if len(self._rows) > _REMEMBERED:
                self._rows.clear()
            self._rows[row] = known
        return known

    def _layout(self, shown: Shown, columns: Columns) -> Layout:
        return Layout(shown.words, self._fonts, columns, self._kept, shown.by, shown.marked)

    def _lay_out(self) -> None:
        """Share the width anew; all lines are to be laid out again."""
        if self._shown is not None:
            tokens = len(self._shown.lines.corpus)
            self._columns = self._fonts.columns(self.viewport().width(), self._shown.phrase, tokens)
            self.columns_changed.emit(self._columns)
        self._rows.clear()
        self.viewport().update()

    def _fit_bar(self) -> None:
        whole = max(self.viewport().height() // ROW_HEIGHT, 1)
        bar = self.verticalScrollBar()
        bar.setPageStep(whole)
        bar.setRange(0, max(self.count - whole, 0))

    # -- drawing ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        area = event.rect()
        with QPainter(self.viewport()) as painter:
            painter.fillRect(area, QColor(self._palette.card))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            first = self.verticalScrollBar().value()
            top, bottom = area.top() // ROW_HEIGHT, area.bottom() // ROW_HEIGHT
            for row in range(first + top, min(first + bottom + 1, self.count)):
                self._paint_row(painter, row)

    def _paint_row(self, painter: QPainter, row: int) -> None:
        columns, area = self._columns, self._area(row)
        assert columns is not None
        line, placed = self._row(row)
        self._paint_ground(painter, row, area, placed)
        metrics = QFontMetrics(self._fonts.plain)
        baseline = area.top() + (ROW_HEIGHT + metrics.ascent() - metrics.descent()) // 2
        if columns.place.width:
            painter.setFont(self._fonts.figures)
            painter.setPen(QColor(self._palette.muted))
            painter.drawText(columns.place.x, baseline, number(line.position + 1))
        colours = self._colours()
        role = None
        for each in placed:
            if each.role is not role:
                role = each.role
                painter.setFont(self._fonts.strong if role is Role.MATCH else self._fonts.plain)
                painter.setPen(colours[role])
            painter.drawText(each.x, baseline, each.text)

    def _colours(self) -> dict[Role, QColor]:
        palette = self._palette
        names = {
            Role.WORD: palette.text,
            Role.KEY: palette.context,
            Role.PASSED_OVER: palette.disabled,
            Role.MATCH: palette.centre,
            Role.SIGN: palette.muted,
        }
        return {role: QColor(name) for role, name in names.items()}

    def _paint_ground(self, painter: QPainter, row: int, area: QRect, placed: Sequence[Placed]) -> None:
        current = row == self._current and self.hasFocus()
        if not current and row != self._hovered:
            return
        painter.setPen(QPen(QColor(self._palette.accent), 1) if current else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.hover))
        painter.drawRoundedRect(QRectF(area).adjusted(1.5, 1, -1.5, -1), 5, 5)
        if current and self._by_key and placed:
            word = self._token_at(placed)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._palette.accent_soft))
            painter.drawRoundedRect(QRectF(word.x - 3, area.top() + 3, word.width + 6, ROW_HEIGHT - 6), 4, 4)

    def _area(self, row: int) -> QRect:
        top = (row - self.verticalScrollBar().value()) * ROW_HEIGHT
        return QRect(0, top, self.viewport().width(), ROW_HEIGHT)

    def _update_row(self, row: int) -> None:
        self.viewport().update(self._area(row))

    # -- where one is -------------------------------------------------------------------------------------------

    def _words(self, placed: Sequence[Placed]) -> list[Placed]:
        return [each for each in placed if each.token is not None and each.token.id >= 0]

    def _token_at(self, placed: Sequence[Placed]) -> Placed:
        """Return the word to which keys have gone, counted from the one that was looked for."""
        words = self._words(placed)
        middle = next(place for place, each in enumerate(words) if each.role is Role.MATCH)
        return words[min(max(middle + self._token, 0), len(words) - 1)]

    def _go_to(self, row: int) -> None:
        """Let keys act on a line, and show it."""
        if not self.count:
            return
        self._update_row(self._current)
        self._current = min(max(row, 0), self.count - 1)
        bar = self.verticalScrollBar()
        if self._current < bar.value():
            bar.setValue(self._current)
        elif self._current >= bar.value() + bar.pageStep():
            bar.setValue(self._current - bar.pageStep() + 1)
        self._update_row(self._current)
        self.setAccessibleDescription(" ".join(each.text for each in self.placed(self._current)))

    def _go_sideways(self, by: int) -> None:
        words = self._words(self.placed(self._current))
        middle = next(place for place, each in enumerate(words) if each.role is Role.MATCH)
        self._token = min(max(self._token + by, -middle), len(words) - 1 - middle)
        self.setAccessibleDescription(self._token_at(words).text)
        self._update_row(self._current)

    def _row_at(self, place: QPoint) -> int:
        row = self.verticalScrollBar().value() + place.y() // ROW_HEIGHT
        return row if place.y() >= 0 and row < self.count else -1

    def word_at(self, place: QPoint) -> Token | None:
        """Return the word at a place of the viewport."""
        row = self._row_at(place)
        if row < 0:
            return None
        near = (each for each in self._words(self.placed(row)) if each.x - 3 <= place.x() <= each.x + each.width + 3)
        return next((each.token for each in near), None)

    # -- mouse and keyboard -------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._row_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row >= 0:
            self._by_key, self._token = False, 0
            self._go_to(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        line = self.line(self._row_at(event.position().toPoint()))
        if line is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(line.position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, page = event.key(), self.verticalScrollBar().pageStep()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        steps |= {Qt.Key.Key_Home: -self.count, Qt.Key.Key_End: self.count}
        line = self.line(self._current)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif line is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        elif key in steps:
            self._by_key = True
            self._go_to(self._current + steps[Qt.Key(key)])
        elif key in _SIDEWAYS:
            self._by_key = True
            self._go_sideways(_SIDEWAYS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(line.position)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            line = self.line(self._current)
            word = self._token_at(self.placed(self._current)) if line is not None else None
            corner = QPoint(word.x, self._area(self._current).bottom()) if word is not None else QPoint()
            self.menu_wanted.emit(line, word.token if word else None, self.viewport().mapToGlobal(corner))
        else:
            place = self.viewport().mapFromGlobal(event.globalPos())
            self.menu_wanted.emit(self.line(self._row_at(place)), self.word_at(place), event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            token = self.word_at(event.pos())
            QToolTip.showText(event.globalPos(), escaped(self._describe(token.id)) if token else "", self)
            return True
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            for each in (self._hovered, row):
                self._update_row(each)
            self._hovered = row

    # -- what Qt tells ------------------------------------------------------------------------------------------

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # What stays in sight is moved, and not drawn again.
        self.viewport().scroll(0, dy * ROW_HEIGHT)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self._fit_bar()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._update_row(self._current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._update_row(self._current)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._fonts = Fonts(self.font())
            self._lay_out()
        super().changeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 3 * ROW_HEIGHT)
