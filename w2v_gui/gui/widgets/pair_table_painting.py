"""How the rows of the table of training pairs are drawn: a sentence with its window, inputs, target."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics

from w2v_gui.gui.text import number, one_line
from w2v_gui.gui.theme import tabular
from w2v_gui.gui.widgets.window_line import visible_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from w2v_gui.gui.theme import Palette

ROW_HEIGHT = 27
HEADER_HEIGHT = 24

_FONT_SIZE = 14
_GAP = 8
_MARGIN = 12
_BETWEEN = 18
"""Between two columns."""

_LONGEST = 24
# No column of words is narrower: its title has room.
_TITLE = 84
_NUMBERED = 520
"""Narrower than this there is no room for the numbers of rows."""

ELLIPSIS = "…"
_DOT = " · "


class Line(Protocol):
    """What is drawn of a row; its words are told by their places in the sentence."""

    @property
    def number(self) -> int: ...

    @property
    def position(self) -> int: ...

    @property
    def tokens(self) -> tuple[str, ...]: ...

    @property
    def centre(self) -> int: ...

    @property
    def context(self) -> tuple[int, ...]: ...

    @property
    def inputs(self) -> tuple[int, ...]: ...

    @property
    def target(self) -> int: ...


@dataclass(frozen=True)
class Columns:
    """Where the columns begin, and how wide they are; a table too narrow for its numbers has none."""

    number: tuple[int, int]
    document: tuple[int, int]
    inputs: tuple[int, int]
    target: tuple[int, int]

    @classmethod
    def fitting(cls, width: int, digits: int, inputs: int) -> Columns:
        """Return columns for so many pixels.

        Parameters
        ----------
        width : int
        digits : int
            What the longest number of a row takes; 0 if there are no rows.
        inputs : int
            How many inputs a row has at most.
        """
        digits = digits if width >= _NUMBERED else 0
        begin = _MARGIN + (digits + _BETWEEN - 4 if digits else 0)
        room = max(width - begin - 2 * _BETWEEN - _MARGIN, 90)
        target = min(max(int(0.16 * room), _TITLE), 170)
        # Those of a wide window are seen in the sentence, too, which needs the room more.
        given = max(min(int((0.16 + 0.03 * min(inputs, 4)) * room), 40 + 56 * inputs if inputs > 1 else 170), _TITLE)
        document = room - target - given
        inputs_at = begin + document + _BETWEEN
        return cls((_MARGIN, digits), (begin, document), (inputs_at, given), (inputs_at + given + _BETWEEN, target))


class Piece(NamedTuple):
    """A word, or several signs, where they are drawn.

    Attributes
    ----------
    x, width : int
        In pixels.
    place : int
        Which word of the sentence; -1 for what is none.
    """

    x: int
    width: int
    text: str
    place: int


class Fonts:
    """The fonts of the table, and how wide words are in them."""

    def __init__(self, font: QFont) -> None:
        self.plain = QFont(font)
        self.plain.setPixelSize(_FONT_SIZE)
        self.strong = QFont(self.plain)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.small = tabular(font)
        self.small.setPixelSize(11)
        self.metrics = QFontMetrics(self.strong)
        self.small_metrics = QFontMetrics(self.small)
        # Words come again and again; to measure one takes as long as to draw it. A function of ours, because a cache
        # asks what it wraps for its signature, and Qt's take 50 ms to tell theirs.
        self.width: Callable[[str], int] = lru_cache(maxsize=8192)(lambda text: self.metrics.horizontalAdvance(text))

    def shortened(self, text: str, room: int) -> str:
        """Return a word, or its beginning if there is no room for it."""
        return text if self.width(text) <= room else self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


class Layout(NamedTuple):
    """Where everything of a row stands, but for its height.

    Attributes
    ----------
    document, inputs, target : list of Piece
    window : (int, int)
        From where to where the window reaches in the sentence, as far as it is seen.
    """

    document: list[Piece]
    inputs: list[Piece]
    target: list[Piece]
    window: tuple[int, int]


def lay_out(line: Line, columns: Columns, fonts: Fonts) -> Layout:
    """Return where the words of a row stand."""
    document = _sentence(line, columns.document, fonts)
    marked = [piece for piece in document if piece.place == line.centre or piece.place in line.context]
    left, width = columns.target
    target = fonts.shortened(one_line(line.tokens[line.target], _LONGEST), width)
    return Layout(
        document,
        _inputs(line, columns.inputs, fonts),
        [Piece(left, fonts.width(target), target, line.target)],
        (marked[0].x, marked[-1].x + marked[-1].width) if marked else (0, 0),
    )


def _sentence(line: Line, column: tuple[int, int], fonts: Fonts) -> list[Piece]:
    """Return the words around the window that there is room for; the target in any case, were it far away."""
    x, room = column
    words = [one_line(token, _LONGEST) for token in line.tokens]
    pieces: list[Piece] = []
    # Where even the two words that must be seen are too long, they are shortened.
    for longest in (room, room // 3, room // 5):
        pieces = _placed([fonts.shortened(word, longest) for word in words], line, x, room, fonts)
        if pieces[-1].x + pieces[-1].width <= x + room:
            break
    return pieces


def _placed(words: list[str], line: Line, x: int, room: int, fonts: Fonts) -> list[Piece]:
    span = min((line.centre, *line.context)), max((line.centre, *line.context))
    end = fonts.width(ELLIPSIS) + _GAP

    def width(place: int) -> int:
        return fonts.width(words[place]) + _GAP

    def seen(room: int) -> tuple[int, int]:
        return visible_words(len(words), line.centre, span, width, end, room + _GAP)

    low, high = seen(room)
    if not low <= line.target <= high:
        low, high = seen(room - width(line.target) - end)
    shown = [*range(low, high + 1)]
    if line.target < low:
        shown = [line.target, *([-1] if line.target < low - 1 else []), *shown]
    elif line.target > high:
        shown = [*shown, *([-1] if line.target > high + 1 else []), line.target]
    before = [-1] if shown[0] > 0 else []
    after = [-1] if shown[-1] < len(words) - 1 else []
    pieces = []
    for place in (*before, *shown, *after):
        text = ELLIPSIS if place < 0 else words[place]
        pieces.append(Piece(x, fonts.width(text), text, place))
        x += pieces[-1].width + _GAP
    return pieces


def _inputs(line: Line, column: tuple[int, int], fonts: Fonts) -> list[Piece]:
    """Return as many inputs as there is room for, with dots between them; the first one in any case."""
    x, room = column
    right = x + room
    pieces: list[Piece] = []
    for i, place in enumerate(line.inputs):
        more = fonts.width(_DOT + ELLIPSIS) if i < len(line.inputs) - 1 else 0
        text = one_line(line.tokens[place], _LONGEST)
        if not i:
            text = fonts.shortened(text, room - more)
        elif x + fonts.width(_DOT) + fonts.width(text) + more > right:
            pieces.append(Piece(x, fonts.width(_DOT + ELLIPSIS), _DOT + ELLIPSIS, -1))
            break
        else:
            pieces.append(Piece(x, fonts.width(_DOT), _DOT, -1))
            x += pieces[-1].width
        pieces.append(Piece(x, fonts.width(text), text, place))
        x += pieces[-1].width
    return pieces


class RowPainter:
    """Draws rows in the colours of a theme.

    Parameters
    ----------
    painter : QPainter
    palette : Palette
    fonts : Fonts
    columns : Columns
    """

    def __init__(self, painter: QPainter, palette: Palette, fonts: Fonts, columns: Columns) -> None:
        self._painter = painter
        self._fonts = fonts
        self._columns = columns
        self._grounds = QColor(palette.chip), QColor(palette.card)
        self._quiet = QColor(palette.muted)
        self._inside = QColor(palette.text)
        self._given = QColor(palette.context)
        self._predicted = QColor(palette.centre)
        ascent, descent = fonts.metrics.ascent(), fonts.metrics.descent()
        self._base = (ROW_HEIGHT + ascent - descent) // 2

    def paint(self, line: Line, layout: Layout, y: int, *, chosen: bool) -> None:
        """Draw a row whose upper edge is at ``y``; on the ground of one that is chosen the window has another one."""
        left, right = layout.window
        painter = self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._grounds[chosen])
        painter.drawRoundedRect(QRectF(left - 4, y + 3, right - left + 8, ROW_HEIGHT - 6), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._number(line.number, y)
        inside = frozenset((line.centre, *line.context))
        given = frozenset(line.inputs)
        base = y + self._base
        painter.setFont(self._fonts.plain)
        for piece in layout.document:
            if piece.place not in given and piece.place != line.target:
                painter.setPen(self._inside if piece.place in inside else self._quiet)
                painter.drawText(piece.x, base, piece.text)
        painter.setFont(self._fonts.strong)
        for piece in layout.document:
            if piece.place in given or piece.place == line.target:
                painter.setPen(self._predicted if piece.place == line.target else self._given)
                painter.drawText(piece.x, base, piece.text)
        for piece in layout.inputs:
            painter.setPen(self._quiet if piece.place < 0 else self._given)
            painter.drawText(piece.x, base, piece.text)
        painter.setPen(self._predicted)
        for piece in layout.target:
            painter.drawText(piece.x, base, piece.text)

    def _number(self, value: int, y: int) -> None:
        left, width = self._columns.number
        if width:
            self._painter.setFont(self._fonts.small)
            self._painter.setPen(self._quiet)
            place = QRectF(left, y, width, ROW_HEIGHT)
            self._painter.drawText(
                place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), number(value + 1)
            )
