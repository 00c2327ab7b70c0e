"""A sentence on one line with a window marked in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from w2v_gui.gui.text import one_line, set_tooltip
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.window_line import visible_words
from w2v_gui.gui.word_menu import add_concordance

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QContextMenuEvent, QPaintEvent

_FONT_SIZE = 15
_HEIGHT = 30
# Between two words; the brackets stand in it, so that no word moves when the window does.
_GAP = 13
_BRACKET = 2
_LONGEST = 24
_ELLIPSIS = "…"


class Placed(NamedTuple):
    """A word, or an ellipsis, where it is drawn.

    Attributes
    ----------
    x, width : int
        In pixels.
    place : int
        Which word of the sentence; -1 for an ellipsis.
    """

    x: int
    width: int
    text: str
    place: int


class SentenceView(QWidget):
    """Draws what is given in the colour of the input, what is to be predicted in that of the output, in brackets.

    Where the sentence is too long, words are left out at both ends, and those of the window last.

    Attributes
    ----------
    concordance_asked : Signal(object)
        With a word that was chosen in a menu.
    """

    concordance_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._tokens: tuple[str, ...] = ()
        self._centre = 0
        self._context: frozenset[int] = frozenset()
        self._given: frozenset[int] = frozenset()
        self._placed: tuple[int, list[Placed]] = (-1, [])
        font = QFont(self.font())
        font.setPixelSize(_FONT_SIZE)
        self._plain = QFont(font)
        font.setWeight(QFont.Weight.DemiBold)
        self._strong = font
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sentence(
        self, tokens: Sequence[str], centre: int, context: Sequence[int], given: Sequence[int] | None = None
    ) -> None:
        """Show a sentence.

        ``centre`` and ``context`` say which of its words are the window, ``given`` which of these are the input: if
        nothing is said, the context.
        """
        tokens = tuple(tokens)
        around = frozenset(context)
        inputs = around if given is None else frozenset(given)
        if (tokens, centre, around, inputs) == (self._tokens, self._centre, self._context, self._given):
            return
        self._tokens, self._centre, self._context, self._given = tokens, centre, around, inputs
        self._placed = (-1, [])
        text = self._marked_text()
        self.setAccessibleName(text)
        set_tooltip(self, text)
        self.updateGeometry()
        self.update()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    def placed(self) -> list[Placed]:
        """Return what is drawn, from left to right."""
        if self._placed[0] != self.width():
            self._placed = self.width(), self._place(self.width())
        return self._placed[1]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        word = self.word_at(event.pos().x())
        if word:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            add_concordance(menu, word, self.concordance_asked.emit)
            menu.popup(event.globalPos())

    def word_at(self, x: int) -> str:
        """Return the word that is drawn ``x`` pixels from the left; nothing between two words."""
        words = (word for word in self.placed() if word.place >= 0 and word.x <= x < word.x + word.width)
        return next((self._tokens[word.place] for word in words), "")

    def sizeHint(self) -> QSize:
        return QSize(260, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        placed = self.placed()
        if not placed:
            return
        palette = self._palette
        metrics = QFontMetrics(self._strong)
        baseline = (self.height() + metrics.ascent() - metrics.descent()) // 2
        first, last = self._span()
        with QPainter(self) as painter:
            for word in placed:
                marked = word.place == self._centre or word.place in self._context
                painter.setFont(self._strong if marked else self._plain)
                painter.setPen(QColor(self._colour(word.place)))
                painter.drawText(word.x, baseline, word.text)
                painter.setFont(self._strong)
                painter.setPen(QColor(palette.muted))
                # By their ink: fonts leave very different amounts of air around them.
                if word.place == first:
                    painter.drawText(word.x - _BRACKET - metrics.tightBoundingRect("[").right(), baseline, "[")
                if word.place == last:
                    left = word.x + word.width + _BRACKET - metrics.tightBoundingRect("]").left()
                    painter.drawText(left, baseline, "]")

    def _colour(self, index: int) -> str:
        if index in self._given:
            return self._palette.context
        if index == self._centre or index in self._context:
            return self._palette.centre
        return self._palette.muted if index < 0 or self._tokens[index] == _ELLIPSIS else self._palette.text

    # -- what there is room for --------------------------------------------------------------------------------

    def _span(self) -> tuple[int, int]:
        return min({self._centre, *self._context}), max({self._centre, *self._context})

    def _place(self, room: int) -> list[Placed]:
        if not self._tokens:
            return []
        advance = QFontMetrics(self._strong).horizontalAdvance
        low, high = visible_words(
            len(self._tokens),
            self._centre,
            self._span(),
            lambda index: self._width(index, advance),
            advance(_ELLIPSIS) + _GAP,
            room - _GAP,
        )
        placed: list[Placed] = []
        x = _GAP - _BRACKET
        words = [(i, one_line(self._tokens[i], _LONGEST)) for i in range(low, high + 1)]
        if low > 0:
            words.insert(0, (-1, _ELLIPSIS))
        if high < len(self._tokens) - 1:
            words.append((-1, _ELLIPSIS))
        for index, text in words:
            width = advance(text)
            placed.append(Placed(x, width, text, index))
            x += width + _GAP
        return placed

    def _width(self, index: int, advance: Callable[[str], int]) -> int:
        return advance(one_line(self._tokens[index], _LONGEST)) + _GAP

    def _marked_text(self) -> str:
        if not self._tokens:
            return ""
        first, last = self._span()
        words = [one_line(token, _LONGEST) for token in self._tokens]
        words[first] = "[" + words[first]
        words[last] += "]"
        return " ".join(words)
