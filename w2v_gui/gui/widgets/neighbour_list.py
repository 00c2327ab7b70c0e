"""Words with bars: the neighbours of a word, drawn as plain text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from w2v_gui.gui.text import escaped, number, one_line
from w2v_gui.gui.theme import LIGHT, Palette, tabular

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW = 29
_FIGURE = 44


@dataclass(frozen=True)
class Row:
    """One word, how similar it is, and how often it occurs."""

    word: str
    similarity: float
    count: int


class NeighbourList(QWidget):
    """Draws rows of word, bar, similarity and count; a click or Return chooses one.

    Attributes
    ----------
    chosen : Signal(str)
        The word.
    room_changed : Signal()
        There is room for another number of rows.
    """

    chosen = Signal(str)
    room_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._rows: tuple[Row, ...] = ()
        self._hovered = -1
        self._current = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self._current = min(self._current, len(self._rows) - 1)
        self.updateGeometry()
        self.update()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def rows_that_fit(self) -> int:
        return max(0, self.height() // _ROW)

    def as_tsv(self) -> str:
        """Return the rows as a table to paste into a spreadsheet."""
        return "".join(f"{row.word}\t{row.similarity:.6f}\t{row.count}\n" for row in self._rows)

    def sizeHint(self) -> QSize:
        return QSize(220, _ROW * max(4, len(self._rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 4 * _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figures = tabular(self.font())
        small = QFont(figures)
        small.setPixelSize(11)
        painter.setFont(small)
        count_width = max((painter.fontMetrics().horizontalAdvance(number(r.count)) for r in self._rows), default=0)
        width = self.width()
        room = width - _FIGURE - count_width - 24
        word_width = max(56, min(int(room * 0.5), 130))
        for i, row in enumerate(self._rows):
            top = i * _ROW
            if top + _ROW > self.height():
                break
            area = QRect(0, top, width, _ROW)
            if i in (self._hovered, self._current if self.hasFocus() else -1):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._palette.hover))
                painter.drawRoundedRect(QRectF(area.adjusted(0, 1, 0, -1)), 5, 5)
            self._paint_row(painter, row, area, word_width, room - word_width, count_width, figures, small)

    def _paint_row(
        self,
        painter: QPainter,
        row: Row,
        area: QRect,
        word_width: int,
        bar_width: int,
        count_width: int,
        figures: QFont,
        small: QFont,
    ) -> None:
        palette = self._palette
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        x = area.left() + 6
        painter.setFont(self.font())
        painter.setPen(QColor(palette.text))
        word = painter.fontMetrics().elidedText(one_line(row.word), Qt.TextElideMode.ElideRight, word_width)
        painter.drawText(QRect(x, area.top(), word_width, _ROW), middle | Qt.AlignmentFlag.AlignLeft, word)
        x += word_width + 8
        bar = QRectF(x, area.center().y() - 2.5, max(0, bar_width - 8), 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.chip))
        painter.drawRoundedRect(bar, 3, 3)
        part = min(max(row.similarity, 0.0), 1.0)
        painter.setBrush(QColor(palette.context))
        painter.drawRoundedRect(QRectF(bar.x(), bar.y(), max(bar.width() * part, 0.0), bar.height()), 3, 3)
        x += bar_width
        painter.setFont(figures)
        painter.setPen(QColor(palette.text))
        figure = f"{row.similarity:.3f}".replace("-", "\u2212")
        painter.drawText(QRect(x, area.top(), _FIGURE, _ROW), middle | Qt.AlignmentFlag.AlignRight, figure)
        painter.setFont(small)
        painter.setPen(QColor(palette.muted))
        painter.drawText(
            QRect(x + _FIGURE, area.top(), count_width + 8, _ROW),
            middle | Qt.AlignmentFlag.AlignRight,
            number(row.count),
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(int(event.position().y()) // _ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().height() // _ROW != event.oldSize().height() // _ROW:
            self.room_changed.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._choose(int(event.position().y()) // _ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._rows:
            step = 1 if key == Qt.Key.Key_Down else -1
            self._current = min(max(self._current + step, 0), len(self._rows) - 1)
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._current)
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_tsv())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            i = event.pos().y() // _ROW
            if 0 <= i < len(self._rows):
                row = self._rows[i]
                text = self.tr("{word}: cosine similarity {similarity}, occurs {count} times").format(
                    word=one_line(row.word), similarity=f"{row.similarity:.4f}", count=number(row.count)
                )
                QToolTip.showText(event.globalPos(), escaped(text), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _hover(self, i: int) -> None:
        i = i if 0 <= i < len(self._rows) else -1
        if i != self._hovered:
            self._hovered = i
            self.setCursor(Qt.CursorShape.PointingHandCursor if i >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def _choose(self, i: int) -> None:
        if 0 <= i < len(self._rows):
            self.chosen.emit(self._rows[i].word)
