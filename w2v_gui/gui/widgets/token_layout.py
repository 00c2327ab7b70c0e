"""Where the tokens of a text stand: rows as wide as there is room, with what stands between the tokens among them."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from w2v_gui.gui.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PADDING = 4
"""Pixels between a token and the edge of its box."""

BOX = 26
PITCH = 33
"""Height of a box, and from one row to the next."""

_TIGHT, _SPACED = 3, 6
"""Pixels between two pieces, without and with white space between them in the text."""

_NEW_LINE, _BLANK_LINE = 3, 14
"""Pixels below a sentence that ends a line, and below one that a blank line follows."""

_LONGEST_TOKEN = 60
_LONGEST_BETWEEN = 120
_MOST_BETWEEN = 40
"""So many characters and so many parts are shown of what stands between two tokens."""

_REMEMBERED = 20_000
_OPENING = ("Ps", "Pi")
_RIGHT_TO_LEFT = ("R", "AL")
_STRONG = ("L", *_RIGHT_TO_LEFT)


class Stretch(Protocol):
    """Some tokens in a row: at most a few hundred, of one sentence.

    Attributes
    ----------
    begin, end : int
        Their positions in the text.
    text : str
        As it stands in the file, from the end of the stretch before.
    starts, ends : sequence of int
        Where in ``text`` each of them stands.
    closes : bool
        Whether a sentence ends with it.
    """

    @property
    def begin(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def starts(self) -> Sequence[int]: ...
    @property
    def ends(self) -> Sequence[int]: ...
    @property
    def closes(self) -> bool: ...


class Piece(NamedTuple):
    """A token in its box, or something that stands between tokens.

    Attributes
    ----------
    x, width : int
        In pixels.
    text : str
        What is drawn.
    token : int
        The position of the token in the text; -1 for what stands between.
    """

    x: int
    width: int
    text: str
    token: int


class Row(NamedTuple):
    """Pieces beside each other; ``top`` is the upper edge of their boxes, from that of the block."""

    top: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, eq=False)
class Block:
    """A stretch of text, laid out.

    Attributes
    ----------
    stretch : Stretch
    rows : tuple of Row
    height : int
        In pixels, with the room below it.
    backwards : bool
        Whether it is read from right to left.
    """

    stretch: Stretch
    rows: tuple[Row, ...]
    height: int
    backwards: bool

    @cached_property
    def _places(self) -> dict[int, tuple[int, int]]:
        return {
            piece.token: (row, place)
            for row, line in enumerate(self.rows)
            for place, piece in enumerate(line.pieces)
            if piece.token >= 0
        }

    @cached_property
    def _tops(self) -> list[int]:
        return [row.top for row in self.rows]

    def row_of(self, token: int) -> int:
        return self._places[token][0]

    def piece_of(self, token: int) -> tuple[Row, Piece]:
        row, place = self._places[token]
        return self.rows[row], self.rows[row].pieces[place]

    def row_at(self, y: int) -> int:
        """Return the row at a height, or the nearest one above it."""
        return max(bisect_right(self._tops, y) - 1, 0)

    def first_from(self, row: int) -> int:
        """Return the first token in a row, or in those after it."""
        for line in self.rows[row:]:
            for piece in line.pieces:
                if piece.token >= 0:
                    return piece.token
        return self.stretch.end - 1


class _Part(NamedTuple):
    text: str
    width: int
    token: int
    gap: int  # before it, if it does not begin a row
    glued: bool  # to the part before it


class Typesetter:
    """Lays stretches of text out in one font."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        self.baseline = round((BOX + self.metrics.ascent() - self.metrics.descent()) / 2)
        self._measured: dict[tuple[str, int], tuple[str, int]] = {}

    def lay_out(self, stretch: Stretch, width: int) -> Block:
        """Return the stretch in rows of so many pixels."""
        rows: list[Row] = []
        pieces: list[Piece] = []
        x = top = 0
        for unit in _units(self._parts(stretch, width)):
            needed = sum(part.width + part.gap for part in unit)
            if pieces and x + needed > width:
                rows.append(Row(top, tuple(pieces)))
                pieces, x, top = [], 0, top + PITCH
            for part in unit:
                gap = part.gap if pieces else 0
                if pieces and x + gap + part.width > width:  # a unit that is too long for any row
                    rows.append(Row(top, tuple(pieces)))
                    pieces, x, gap, top = [], 0, 0, top + PITCH
                pieces.append(Piece(x + gap, part.width, part.text, part.token))
                x += gap + part.width
        if pieces:
            rows.append(Row(top, tuple(pieces)))
        backwards = _backwards(stretch.text)
        if backwards:
            rows = [_mirrored(row, width) for row in rows]
        return Block(stretch, tuple(rows), PITCH * len(rows) + _room_below(stretch), backwards)

    def _parts(self, stretch: Stretch, width: int) -> Iterator[_Part]:
        text, at = stretch.text, 0
        spaced, glued = True, False
        places = zip(map(int, stretch.starts), map(int, stretch.ends), strict=True)
        for token, (start, end) in enumerate(places, stretch.begin):
            between, after = _between(text[at:start])
            for quiet, before, opening in between:
                yield self._part(quiet, -1, width, before, not before and (glued or not opening))
                spaced, glued = False, opening
            spaced = (spaced and not between) or after
            yield self._part(text[start:end], token, width, spaced, glued and not spaced)
            spaced, glued, at = False, False, end
        for quiet, before, _ in _between(text[at:])[0]:
            yield self._part(quiet, -1, width, before, not before)

    def _part(self, raw: str, token: int, width: int, spaced: bool, glued: bool) -> _Part:
        shown, needed = self._measure(raw, width - 2 * PADDING, _LONGEST_BETWEEN if token < 0 else _LONGEST_TOKEN)
        return _Part(shown, needed + (2 * PADDING if token >= 0 else 0), token, _SPACED if spaced else _TIGHT, glued)

    def _measure(self, raw: str, room: int, longest: int) -> tuple[str, int]:
        """Return how a piece of text is shown, and how wide that is."""
        known = self._measured.get((raw, longest))
        if known is None:
            if len(self._measured) > _REMEMBERED:
                self._measured.clear()
            shown = one_line(raw, longest)
            known = shown, max(round(self.metrics.horizontalAdvance(shown)), 1)
            self._measured[raw, longest] = known
        shown, width = known
        if width > room:
            shown = self.metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
            width = min(round(self.metrics.horizontalAdvance(shown)), max(room, 1))
        return shown, width


def _units(parts: Iterator[_Part]) -> Iterator[list[_Part]]:
    """Yield what must not be torn apart at the end of a row: no row begins with a comma or ends with a bracket."""
    unit: list[_Part] = []
    for part in parts:
        if unit and not part.glued:
            yield unit
            unit = []
        unit.append(part)
    if unit:
        yield unit


@lru_cache(maxsize=4096)
def _between(text: str) -> tuple[tuple[tuple[str, bool, bool], ...], bool]:
    """Take apart what stands between two tokens.

    Returns
    -------
    parts : tuple of (str, bool, bool)
        Each with whether white space stands before it, and whether it belongs to what follows it.
    spaced : bool
        Whether white space stands at the end.
    """
    if text in ("", " "):
        return (), bool(text)
    words = text[: _LONGEST_BETWEEN * _MOST_BETWEEN].split()
    after = text[-1:].isspace()
    parts: list[tuple[str, bool, bool]] = []
    for place, word in enumerate(words[:_MOST_BETWEEN]):
        before = place > 0 or text[:1].isspace()
        attached = place == len(words) - 1 and not after
        closing = word.rstrip("".join({c for c in word if unicodedata.category(c) in _OPENING}))
        if closing:
            parts.append((closing, before, attached and before and closing == word))
        if closing != word:
            parts.append((word[len(closing) :], before and not closing, True))
    if len(words) > _MOST_BETWEEN:
        parts.append(("…", True, False))
    return tuple(parts), after


def _room_below(stretch: Stretch) -> int:
    if not stretch.closes:
        return 0
    tail = stretch.text[int(stretch.ends[-1]) :][-1000:].replace("\r\n", "\n")
    return _BLANK_LINE if tail.count("\n") > 1 else _NEW_LINE


def _backwards(text: str) -> bool:
    """Whether a text is read from right to left: as its first letter is."""
    if text.isascii():
        return False
    strong = (unicodedata.bidirectional(character) for character in text[:200])
    return next((kind for kind in strong if kind in _STRONG), "L") in _RIGHT_TO_LEFT


def _mirrored(row: Row, width: int) -> Row:
    pieces = (Piece(width - piece.x - piece.width, piece.width, piece.text, piece.token) for piece in row.pieces)
    return Row(row.top, tuple(pieces))
