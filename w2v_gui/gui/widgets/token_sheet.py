"""A text of any length on a sheet that nobody has ever laid out whole: only what is seen of it is."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from w2v_gui.gui.widgets.token_layout import BOX, PITCH, Block

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from w2v_gui.gui.widgets.token_layout import Piece, Stretch, Typesetter

_LAID_OUT = 400
"""So many stretches stay laid out."""

_HALF_SEEN = PITCH - 1 - BOX // 2
"""A row of which half is hidden still counts as the first one."""


class Stretches(Protocol):
    """A text, stretch by stretch."""

    def at(self, position: int, /) -> Stretch: ...
    def after(self, stretch: Any, /) -> Stretch | None: ...
    def before(self, stretch: Any, /) -> Stretch | None: ...


class Spot(NamedTuple):
    """Where a piece is seen: its left and upper edge."""

    x: int
    y: int
    piece: Piece


class Sheet:
    """Knows which part of a text is seen, and where.

    The place is held by a stretch of the text and the pixels of it that are above the upper edge: nothing has to be
    known of what comes before.

    Parameters
    ----------
    stretches : Stretches
    size : int
        Number of tokens, at least one.
    typesetter : Typesetter
    width, height : int
        Of what is seen.
    """

    def __init__(self, stretches: Stretches, size: int, typesetter: Typesetter, width: int, height: int) -> None:
        self.size = size
        self._stretches = stretches
        self._typesetter = typesetter
        self._width, self._height = width, height
        self._blocks: OrderedDict[int, Block] = OrderedDict()
        self._top = self._block(stretches.at(0))
        self._hidden = 0
        self._seen: list[tuple[int, Block]] | None = None
        self._lowest: tuple[Block, int] | None = None
        self._held = 0

    # -- what is seen -----------------------------------------------------------------------------------------

    def seen(self) -> list[tuple[int, Block]]:
        """Return the blocks that are seen, each with where its upper edge is."""
        if self._seen is None:
            self._seen = []
            block: Block | None = self._top
            y = -self._hidden
            while block is not None and y < self._height:
                self._seen.append((y, block))
                y += block.height
                block = self._after(block)
        return self._seen

    @property
    def first(self) -> int:
        """The first token of the uppermost row."""
        return self._top.first_from(self._top.row_at(self._hidden + _HALF_SEEN))

    @property
    def last_first(self) -> int:
        """What `first` is at the end of the text."""
        block, hidden = self._bottom()
        return block.first_from(block.row_at(hidden + _HALF_SEEN))

    def tokens_seen(self) -> range:
        """Return the positions of all tokens of which something is seen."""
        tokens = [
            piece.token
            for y, block in self.seen()
            for row in block.rows
            if -BOX < y + row.top < self._height
            for piece in row.pieces
            if piece.token >= 0
        ]
        return range(tokens[0], tokens[-1] + 1) if tokens else range(0)

    def spot(self, token: int) -> Spot | None:
        """Return where a token is, if its stretch is among those that are seen."""
        for y, block in self.seen():
            if block.stretch.begin <= token < block.stretch.end:
                row, piece = block.piece_of(token)
                return Spot(piece.x, y + row.top, piece)
        return None

    def hit(self, point: QPoint) -> int | None:
        """Return the token at a place."""
        for y, block in self.seen():
            if y <= point.y() < y + block.height:
                row = block.rows[block.row_at(point.y() - y)]
                if point.y() - y - row.top >= BOX or point.y() < y + row.top:
                    return None
                for piece in row.pieces:
                    if piece.x <= point.x() < piece.x + piece.width:
                        return piece.token if piece.token >= 0 else None
        return None

    def nearest(self, point: QPoint) -> int:
        """Return the token nearest to a place, in the row that is at its height."""
        y, block = next(((y, block) for y, block in self.seen() if point.y() < y + block.height), self.seen()[-1])
        return _nearest(block, block.row_at(point.y() - y), point.x())

    # -- going elsewhere --------------------------------------------------------------------------------------

    def resize(self, width: int, height: int) -> None:
        """Take other sizes; the token that was seen first stays the first, however often that happens."""
        if (width, height) == (self._width, self._height):
            return
        held = self._held
        spot = self.spot(held)
        if width != self._width:
            self._blocks.clear()
        self._width, self._height = width, height
        self._seen = self._lowest = None
        self._put(held, spot.y if spot is not None else 0)
        self._held = held

    def scroll(self, pixels: int) -> None:
        """Go down so many pixels, or up."""
        self._hidden += pixels
        self._settle()
        self._held = self.first

    def go(self, token: int, y: int = 0) -> None:
        """Bring the row of a token to a height, as far as the text allows."""
        self._put(token, y)
        self._held = self.first

    def reveal(self, token: int) -> None:
        """Go as little as possible so that the row of a token is seen."""
        spot = self.spot(token)
        if spot is not None:
            over = min(spot.y, 0) or max(spot.y + PITCH - self._height, 0)
            if over:
                self.scroll(over)
        else:
            self.go(token, 0 if token < self.first else max(self._height - PITCH, 0))

    def beside(self, token: int, x: int, rows: int) -> int:
        """Return the token so many rows below another, or above it, that is nearest to a place in its row."""
        block = self._block_of(token)
        row = block.row_of(token) + rows
        while row < 0:
            before = self._before(block)
            if before is None:
                return 0
            block, row = before, row + len(before.rows)
        while row >= len(block.rows):
            after = self._after(block)
            if after is None:
                return self.size - 1
            block, row = after, row - len(block.rows)
        return _nearest(block, row, x)

    def row_ends(self, token: int) -> tuple[int, int]:
        """Return the first and the last token of the row that a token stands in."""
        block = self._block_of(token)
        tokens = [piece.token for piece in block.rows[block.row_of(token)].pieces if piece.token >= 0]
        return tokens[0], tokens[-1]

    def stretch(self, token: int) -> Stretch:
        """Return the stretch that a token stands in."""
        return self._block_of(token).stretch

    def piece(self, token: int) -> Piece:
        return self._block_of(token).piece_of(token)[1]

    def backwards(self, token: int) -> bool:
        """Whether what stands around a token is read from right to left."""
        return self._block_of(token).backwards

    # -- how ----------------------------------------------------------------------------------------------------

    def _put(self, token: int, y: int) -> None:
        self._top = self._block_of(token)
        row = self._top.row_of(token)
        self._hidden = self._top.rows[row].top - y
        self._settle()

    def _settle(self) -> None:
        """Let the uppermost block be one that is seen, and the text neither begin too low nor end too high."""
        self._seen = None
        while self._hidden < 0:
            before = self._before(self._top)
            if before is None:
                self._hidden = 0
                break
            self._top = before
            self._hidden += before.height
        while self._hidden >= self._top.height:
            after = self._after(self._top)
            if after is None:
                break
            self._hidden -= self._top.height
            self._top = after
        block, hidden = self._bottom()
        if (self._top.stretch.begin, self._hidden) > (block.stretch.begin, hidden):
            self._top, self._hidden = block, hidden

    def _bottom(self) -> tuple[Block, int]:
        """Return the uppermost block, and what is hidden of it, when the end of the text is seen."""
        if self._lowest is None:
            block = self._block(self._stretches.at(self.size - 1))
            room = self._height - block.height
            while room > 0:
                before = self._before(block)
                if before is None:
                    room = 0
                    break
                block = before
                room -= block.height
            self._lowest = block, -room
        return self._lowest

    def _block_of(self, token: int) -> Block:
        for _, block in self._seen or ():
            if block.stretch.begin <= token < block.stretch.end:
                return block
        return self._block(self._stretches.at(token))

    def _block(self, stretch: Stretch) -> Block:
        block = self._blocks.get(stretch.begin)
        if block is None:
            block = self._typesetter.lay_out(stretch, self._width)
            self._blocks[stretch.begin] = block
            if len(self._blocks) > _LAID_OUT:
                self._blocks.popitem(last=False)
        else:
            self._blocks.move_to_end(stretch.begin)
        return block

    def _after(self, block: Block) -> Block | None:
        after = self._stretches.after(block.stretch)
        return self._block(after) if after is not None else None

    def _before(self, block: Block) -> Block | None:
        before = self._stretches.before(block.stretch)
        return self._block(before) if before is not None else None


def _nearest(block: Block, row: int, x: int) -> int:
    tokens = [piece for piece in block.rows[row].pieces if piece.token >= 0]
    if not tokens:
        return block.first_from(row)
    return min(tokens, key=lambda piece: max(piece.x - x, x - piece.x - piece.width, 0)).token
