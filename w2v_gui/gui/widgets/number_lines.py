"""Equations with numbers, one a line, aligned at their equals signs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from w2v_gui.gui.theme import LIGHT, Palette, tabular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from w2v_gui.gui.walk.stage import NumberLine

_LINE = 19
_FAR = 10_000
_EQUALS = " = "
_MINUS = "−"
_MIDDLE = 220
"""What is computed is aligned up to this width; a longer sum would draw the results of all others far away."""

_LEFT_PART = 0.45
"""What stands before the equals sign takes at most this part of the width."""


class Piece(NamedTuple):
    """A piece of text at its place."""

    x: int
    line: int
    text: str
    kind: str


class NumberLines(QWidget):
    """Draws number lines; what has no room in a line goes on in the next, indented. Nothing is cut off.

    The width is given, the height follows from it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[NumberLine, ...] = ()
        self._texts: list[Piece] = []
        self._palette = LIGHT
        self._accent = "centre"
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def lines(self) -> tuple[NumberLine, ...]:
        """What is shown."""
        return self._lines

    def show_lines(self, lines: Sequence[NumberLine], accent: str = "centre") -> None:
        """Show lines; the results of strong ones are in the colour of the palette that ``accent`` names."""
        self._lines, self._accent = tuple(lines), accent
        self.setAccessibleName("\n".join(map(as_text, self._lines)))
        self._arrange()
        self.updateGeometry()
        self.update()

    def apply_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.update()

    # -- how large ----------------------------------------------------------------------------------------------

    def heightForWidth(self, width: int) -> int:
        return height_of(self._arranged(width))

    def sizeHint(self) -> QSize:
        return QSize(320, height_of(self._texts))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _LINE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    # -- drawing ------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_lines(QPainter(self), self._texts, self._font(), self._palette, self._accent)

    def _font(self) -> QFont:
        return tabular(self.font())

    def _arrange(self) -> None:
        self._texts = self._arranged(self.width())

    def _arranged(self, width: int) -> list[Piece]:
        return arranged(self._lines, self._font(), width)


def arranged(lines: Sequence[NumberLine], font: QFont, width: int) -> list[Piece]:
    """Return the pieces of number lines, each at its place within a width."""
    return _Arrangement(lines, QFontMetrics(font), QFontMetrics(_bold(font)), width).pieces


def height_of(pieces: Sequence[Piece]) -> int:
    """Return how high arranged lines are, in pixels."""
    return _LINE * (1 + max((piece.line for piece in pieces), default=0))


def paint_lines(painter: QPainter, pieces: Sequence[Piece], font: QFont, palette: Palette, accent: str) -> None:
    """Paint arranged lines from the origin on; ``accent`` names the colour of strong results."""
    fonts = {True: _bold(font), False: font}
    colours = {"muted": palette.muted, "strong": getattr(palette, accent)}
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
    for piece in pieces:
        painter.setFont(fonts[piece.kind == "strong"])
        painter.setPen(QColor(colours.get(piece.kind, palette.text)))
        painter.drawText(QRect(piece.x, piece.line * _LINE, _FAR, _LINE), middle, piece.text)


class _Arrangement:
    """Finds the place of every piece of text."""

    def __init__(self, lines: Sequence[NumberLine], metrics: QFontMetrics, strong: QFontMetrics, width: int) -> None:
        self._metrics, self._strong, self._width = metrics, strong, width
        self._equals = metrics.horizontalAdvance(_EQUALS)
        self.pieces: list[Piece] = []
        self._line = 0
        computed = [line for line in lines if line.middle or line.result]
        widest = max((metrics.horizontalAdvance(line.left) for line in computed), default=0)
        self._left = min(widest, int(width * _LEFT_PART))
        negative = any(line.middle and line.result.startswith(_MINUS) for line in computed)
        self._sign = metrics.horizontalAdvance(_MINUS) if negative else 0
        self._second = self._second_column(computed)
        for line in lines:
            self._put(line)

    def _second_column(self, lines: Sequence[NumberLine]) -> int:
        """Return where the second equals signs stand: as far right as they must, where there is room for it."""
        start = self._left + self._equals
        widths = [self._metrics.horizontalAdvance(line.middle) for line in lines if line.middle and line.result]
        results = self._sign + max((self._wide(line) for line in lines if line.middle), default=0)
        fitting = [
            start + width
            for width in widths
            if width <= _MIDDLE and start + width + self._equals + results <= self._width
        ]
        return max(fitting, default=start)

    def _put(self, line: NumberLine) -> None:
        if not line.middle and not line.result:
            self._flow(0, [(word, "muted") for word in line.left.split()])
            self._line += 1
            return
        left = line.left
        if self._metrics.horizontalAdvance(left) > self._left:
            left = self._metrics.elidedText(left, Qt.TextElideMode.ElideRight, self._left)
        self.pieces += [Piece(0, self._line, left, "left"), Piece(self._left, self._line, _EQUALS, "muted")]
        start = self._left + self._equals
        kind = "strong" if line.strong else "result"
        end = start + self._metrics.horizontalAdvance(line.middle)
        if not line.middle and start + self._wide(line) <= self._width:
            self.pieces.append(Piece(start, self._line, line.result, kind))
        elif not line.middle:
            self._flow(start, [(word, kind) for word in _words(line.result)])
        elif not line.result:
            self._flow(start, [(word, "middle") for word in _words(line.middle)])
        elif end <= self._second and self._second + self._equals + self._sign + self._wide(line) <= self._width:
            # Digits stand below digits: a minus sign hangs out to the left.
            signed = line.result.startswith((_MINUS, "["))
            result = self._second + self._equals + (0 if signed else self._sign)
            self.pieces += [
                Piece(start, self._line, line.middle, "middle"),
                Piece(self._second, self._line, _EQUALS, "muted"),
                Piece(result, self._line, line.result, kind),
            ]
        else:
            words = [(word, "middle") for word in _words(line.middle)]
            self._flow(start, [*words, ("=", "muted"), *((word, kind) for word in _words(line.result))])
        self._line += 1

    def _flow(self, start: int, words: Sequence[tuple[str, str]]) -> None:
        """Write words one after the other, and go on in the next line where they meet the edge."""
        x, space = start, self._metrics.horizontalAdvance(" ")
        for i, (word, kind) in enumerate(words):
            wide = (self._strong if kind == "strong" else self._metrics).horizontalAdvance(word)
            # An equals sign does not stay behind at the end of a line.
            after = space + self._strong.horizontalAdvance(words[i + 1][0]) if word == "=" else 0
            if x > start and x + wide + after > self._width:
                x, self._line = start, self._line + 1
            self.pieces.append(Piece(x, self._line, word, kind))
            x += wide + space

    def _wide(self, line: NumberLine) -> int:
        return (self._strong if line.strong else self._metrics).horizontalAdvance(line.result)


def as_text(line: NumberLine) -> str:
    """Return a number line as it is read: ``e(爱) = 0.31 − 1 = −0.69``."""
    return _EQUALS.join(part for part in (line.left, line.middle, line.result) if part)


def _words(text: str) -> list[str]:
    """Return what may stand in different lines: an operator stays with what it stands before."""
    words: list[str] = []
    for word in text.split():
        if words and words[-1] in ("+", "−", "/", "×", "·", "→"):
            words[-1] += f" {word}"
        else:
            words.append(word)
    return words


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
