"""One entry of a legend: a line, two words and their similarity."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from w2v_gui.gui.text import one_line, set_tooltip, true_minus
from w2v_gui.gui.theme import LIGHT, Palette, tabular
from w2v_gui.gui.widgets.flash import Flash
from w2v_gui.gui.widgets.icon_button import CrossButton

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent

_HEIGHT = 24
_LINE = 20
_GAP = 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class PairRow(QWidget):
    """Shows the line that stands for two words in a plot, the words, and the latest value.

    Parameters
    ----------
    words : tuple of str

    Attributes
    ----------
    removed : Signal(object)
        With the row: its cross or Delete was pressed.
    """

    removed = Signal(object)

    def __init__(self, words: tuple[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._palette = LIGHT
        self._pen = QPen()
        self._value = math.nan
        self._flash = Flash(self)
        self.cross = CrossButton(self)
        self.cross.clicked.connect(self._remove)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()

    @property
    def text(self) -> str:
        """The two words."""
        return " – ".join(one_line(word, 60) for word in self.words)

    @property
    def figure(self) -> str:
        """The value as it is shown."""
        return "–" if math.isnan(self._value) else true_minus(f"{self._value:.3f}")

    @property
    def flashing(self) -> bool:
        """Whether it draws the eye at this moment."""
        return self._flash.running

    def flash(self) -> None:
        self._flash.begin(self.rect())

    def set_value(self, value: float) -> None:
        """Show the latest value; nan if there is none."""
        if value != self._value:
            self._value = value
            self.update()

    def set_line(self, pen: QPen, palette: Palette) -> None:
        """Show how the line is drawn in the plot."""
        self._pen, self._palette = pen, palette
        self.update()

    def retranslate(self) -> None:
        self.setAccessibleName(self.text)
        set_tooltip(
            self,
            self.tr("{pair}: cosine of the angle between the two rows of W, the latest value.").format(pair=self.text),
        )
        set_tooltip(self.cross, self.tr("Remove this pair (Delete)"))
        self.cross.setAccessibleName(self.tr("Remove {pair}").format(pair=self.text))

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                painter.setPen(QPen(QColor(self._palette.accent), 1))
                painter.setBrush(QColor(self._palette.hover))
                painter.drawRoundedRect(self.rect().adjusted(0, 1, -1, -2), 5, 5)
            self._flash.paint(painter, self._palette)
            y = self.height() / 2
            painter.setPen(self._pen)
            painter.drawLine(QPointF(6, y), QPointF(6 + _LINE, y))
            figures = tabular(self.font())
            figure_width = QFontMetrics(figures).horizontalAdvance("\u22120.000")
            left = 6 + _LINE + _GAP
            right = self.cross.x() - 2
            words = QRect(left, 0, max(right - figure_width - _GAP - left, 0), self.height())
            painter.setPen(QColor(self._palette.text))
            painter.drawText(words, _MIDDLE | Qt.AlignmentFlag.AlignLeft, self._elided(words.width()))
            painter.setFont(figures)
            area = QRect(right - figure_width, 0, figure_width, self.height())
            painter.drawText(area, _MIDDLE | Qt.AlignmentFlag.AlignRight, self.figure)

    def _elided(self, width: int) -> str:
        """Return the words in a width; when both are long, of both the beginning is seen."""
        metrics = self.fontMetrics()
        first, second = (one_line(word, 60) for word in self.words)
        room = width - metrics.horizontalAdvance(" – ")
        half = max(room // 2, room - metrics.horizontalAdvance(second))
        first = metrics.elidedText(first, Qt.TextElideMode.ElideRight, half)
        rest = room - metrics.horizontalAdvance(first)
        second = metrics.elidedText(second, Qt.TextElideMode.ElideRight, rest)
        # Each word by itself: two that are written from right to left would else change places.
        return f"\u2068{first}\u2069 – \u2068{second}\u2069"

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.cross.move(self.width() - self.cross.width() - 2, (self.height() - self.cross.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._flash.stop()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _remove(self) -> None:
        self.removed.emit(self)
