"""Where the words of a line stand: the word that was looked for in the middle, its context on both sides."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from w2v_gui.corpus.concordance import LEFT, PLACE, RIGHT, SORTED_BY
from w2v_gui.gui.text import number, one_line
from w2v_gui.gui.theme import tabular

if TYPE_CHECKING:
    from collections.abc import Sequence

    from w2v_gui.corpus.concordance import Line, Phrase, Token

BORDER = "‖"
ELLIPSIS = "…"

_GAP = 6
_MARGIN = 8
_BETWEEN = 14
_LONGEST = 40
_ROOM_FOR_PLACE = 480
_REMEMBERED = 20_000


class Role(Enum):
    """What a word in a line is: that decides how it is drawn."""

    WORD = "word"
    KEY = "key"
    PASSED_OVER = "passed over"
    MATCH = "match"
    SIGN = "sign"


class Column(NamedTuple):
    """Where a column begins, and how wide it is, in pixels; a width of 0: there is no room for it."""

    x: int
    width: int


class Columns(NamedTuple):
    """How the width is shared."""

    place: Column
    left: Column
    match: Column
    right: Column


class Placed(NamedTuple):
    """A word, or a sign, where it is drawn; ``token`` is None for an ellipsis."""

    x: int
    width: int
    text: str
    role: Role
    token: Token | None


class Fonts:
    """The fonts of the lines, and how wide words are in them."""

    def __init__(self, font: QFont) -> None:
        self.plain = QFont(font)
        self.strong = QFont(font)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self.figures = tabular(font)
        self.figures.setPixelSize(11)
        self._advance = QFontMetrics(self.plain).horizontalAdvance
        self._strong_advance = QFontMetrics(self.strong).horizontalAdvance
        self._known: dict[tuple[str, bool], tuple[str, int]] = {}

    def of(self, word: str, *, strong: bool = False) -> tuple[str, int]:
        """Return a word as it is drawn, and how wide it is."""
        known = self._known.get((word, strong))
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            text = one_line(word, _LONGEST)
            known = text, (self._strong_advance if strong else self._advance)(text)
            self._known[word, strong] = known
        return known

    def columns(self, width: int, phrase: Phrase, tokens: int) -> Columns:
        """Share a width among the columns of a concordance of ``phrase`` in a text of so many tokens."""
        place = 0
        if width >= _ROOM_FOR_PLACE:
            place = QFontMetrics(self.figures).horizontalAdvance(number(tokens)) + _BETWEEN
        room = width - 2 * _MARGIN - place - 2 * _BETWEEN
        needed = sum(self.of(word, strong=True)[1] for word in phrase.words) + _GAP * (len(phrase) - 1)
        match = min(needed, room // 2)
        left = (room - match) // 2
        x = _MARGIN + place
        middle = x + left + _BETWEEN
        end = middle + match + _BETWEEN
        return Columns(
            Column(_MARGIN, place), Column(x, left), Column(middle, match), Column(end, width - _MARGIN - end)
        )


class Layout:
    """Puts the words of lines in their places.

    Parameters
    ----------
    words : sequence of str
        Of all ids.
    fonts : Fonts
    columns : Columns
    kept : int
        Training passes over ids that are not below it.
    by : str
        What the lines are sorted by: those words are marked.
    marked : set of int
        Ids of words that are marked wherever they stand.
    """

    def __init__(
        self,
        words: Sequence[str],
        fonts: Fonts,
        columns: Columns,
        kept: int,
        by: str = PLACE,
        marked: frozenset[int] = frozenset(),
    ) -> None:
        self._words, self._fonts, self._columns = words, fonts, columns
        self._kept, self._by, self._marked = kept, by, marked

    def place(self, line: Line) -> list[Placed]:
        """Return the words of a line that there is room for, from left to right."""
        columns = self._columns
        before = self._side(line.before[::-1], columns.left.width, self._by == LEFT, more=not line.opens)
        after = self._side(line.after, columns.right.width, self._by == RIGHT, more=not line.closes)
        edge = columns.left.x + columns.left.width
        left = [each._replace(x=edge - each.x - each.width) for each in reversed(before)]
        right = [each._replace(x=columns.right.x + each.x) for each in after]
        return [*left, *self._match(line.match), *right]

    def _match(self, tokens: Sequence[Token]) -> list[Placed]:
        x, width = self._columns.match
        end = x + width
        placed = []
        for token in tokens:
            text, advance = self._fonts.of(self._words[token.id], strong=True)
            if x + advance > end:
                # The last that is seen; wherever there is little room, of a long phrase this is the beginning.
                text = QFontMetrics(self._fonts.strong).elidedText(text, Qt.TextElideMode.ElideRight, end - x)
                placed.append(Placed(x, end - x, text, Role.MATCH, token))
                break
            placed.append(Placed(x, advance, text, Role.MATCH, token))
            x += advance + _GAP
        return placed

    def _side(self, tokens: Sequence[Token], room: int, keys: bool, *, more: bool) -> list[Placed]:
        """Return the words of one side, the nearest first, ``x`` being their distance from the middle."""
        ellipsis = self._fonts.of(ELLIPSIS)[1]
        placed: list[Placed] = []
        x, words = 0, 0
        for place, token in enumerate(tokens):
            text, width = (BORDER, self._fonts.of(BORDER)[1]) if token.id < 0 else self._fonts.of(self._words[token.id])
            last = place == len(tokens) - 1 and not more
            if x + width + (0 if last else _GAP + ellipsis) > room:
                more = True
                break
            placed.append(Placed(x, width, text, self._role(token, words, keys), token))
            words += token.id >= 0
            x += width + _GAP
        if more and x + ellipsis <= room:
            placed.append(Placed(x, ellipsis, ELLIPSIS, Role.SIGN, None))
        return placed

    def _role(self, token: Token, words: int, keys: bool) -> Role:
        if token.id < 0:
            return Role.SIGN
        if (keys and words < SORTED_BY) or token.id in self._marked:
            return Role.KEY
        return Role.WORD if token.id < self._kept else Role.PASSED_OVER
