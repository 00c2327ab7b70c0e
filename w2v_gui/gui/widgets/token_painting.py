"""How tokens are drawn: those that are trained in soft boxes, those that are passed over without."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from w2v_gui.gui.widgets.token_layout import BOX, PADDING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.widgets.token_layout import Block, Piece, Typesetter

KEPT, RARE, SAMPLED, STOPPED = range(4)
"""What becomes of a token: trained; below the minimum count; left out by subsampling; a stop word."""

_ROUND = 5
_DASHES = (3.0, 2.5)
_CARET = 2


@dataclass(frozen=True)
class Marks:
    """What is marked in the text, by positions.

    Attributes
    ----------
    centre : int or None
    context : frozenset of int
    cursor : int or None
    selected, found : range
        What the user has chosen, and what was searched for.
    caret : int or None
        In the token at the cursor: before which of its characters the caret stands.
    """

    centre: int | None = None
    context: frozenset[int] = frozenset()
    cursor: int | None = None
    selected: range = range(0)
    found: range = range(0)
    caret: int | None = None

    @cached_property
    def all(self) -> frozenset[int | None]:
        """Every token that is marked in any way."""
        return frozenset((self.centre, self.cursor, *self.context, *self.selected, *self.found))


class _Style(NamedTuple):
    fill: str | None
    ink: str


def paint_block(
    painter: QPainter,
    block: Block,
    states: Sequence[int],
    marks: Marks,
    palette: Palette,
    typesetter: Typesetter,
    visible: tuple[int, int],
) -> None:
    """Paint a block whose upper edge is at 0.

    Parameters
    ----------
    painter : QPainter
    block : Block
    states : sequence of int
        `KEPT` and so on for each of its tokens.
    marks : Marks
    palette : Palette
    typesetter : Typesetter
        That laid it out.
    visible : tuple of int
        The heights between which something is seen.
    """
    begin = block.stretch.begin
    marked = marks.all
    painter.setFont(typesetter.font)
    # Brackets open to the other side then.
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if block.backwards else Qt.LayoutDirection.LeftToRight)
    for row in block.rows:
        if not visible[0] - BOX < row.top < visible[1]:
            continue
        # Nearly all tokens look alike: those are painted together.
        alike = [p for p in row.pieces if p.token >= 0 and states[p.token - begin] == KEPT and p.token not in marked]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.chip))
        for piece in alike:
            painter.drawRoundedRect(piece.x, row.top, piece.width, BOX, _ROUND, _ROUND)
        baseline = row.top + typesetter.baseline
        painter.setPen(QColor(palette.text))
        for piece in alike:
            painter.drawText(piece.x + PADDING, baseline, piece.text)
        painter.setPen(QColor(palette.disabled))
        for piece in row.pieces:
            if piece.token < 0:
                painter.drawText(piece.x, baseline, piece.text)
        for piece in row.pieces:
            if piece.token >= 0 and (piece.token in marked or states[piece.token - begin] != KEPT):
                paint_token(painter, piece, row.top, states[piece.token - begin], marks, palette, typesetter)
    if marks.caret is not None and marks.cursor is not None and begin <= marks.cursor < block.stretch.end:
        _paint_caret(painter, block, marks.cursor, marks.caret, palette, typesetter)


def paint_token(
    painter: QPainter, piece: Piece, top: int, state: int, marks: Marks, palette: Palette, typesetter: Typesetter
) -> None:
    """Paint a token in its box."""
    box = QRectF(piece.x + 0.5, top + 0.5, piece.width - 1, BOX - 1)
    style = _style(piece.token, state, marks, palette)
    if style.fill is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.fill))
        painter.drawRoundedRect(box, _ROUND, _ROUND)
    edge = _edge(piece.token, state, marks, palette)
    if edge is not None:
        painter.setPen(edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _ROUND, _ROUND)
    painter.setPen(QColor(style.ink))
    painter.drawText(piece.x + PADDING, top + typesetter.baseline, piece.text)
    if state == RARE:
        painter.setPen(QPen(QColor(style.ink), 1))
        middle = top + typesetter.baseline - round(typesetter.metrics.xHeight() / 2)
        painter.drawLine(QLineF(piece.x + PADDING - 1, middle + 0.5, piece.x + piece.width - PADDING, middle + 0.5))


def _style(token: int, state: int, marks: Marks, palette: Palette) -> _Style:
    if token == marks.cursor and marks.caret is not None:
        return _Style(palette.accent_soft, palette.text)
    if token == marks.centre:
        return _Style(palette.centre, palette.accent_text)
    if token in marks.context:
        return _Style(palette.context_pale, palette.text)
    ink = palette.text if state == KEPT else palette.muted
    if token in marks.selected:
        return _Style(palette.accent_soft, ink)
    if token in marks.found:
        return _Style(palette.notice_soft, ink)
    return _Style(palette.chip if state == KEPT else None, ink)


def _edge(token: int, state: int, marks: Marks, palette: Palette) -> QPen | None:
    if token == marks.cursor or token in marks.selected:
        return QPen(QColor(palette.accent), 1.5)
    if token in marks.found:
        return QPen(QColor(palette.notice), 1)
    if state == SAMPLED:
        pen = QPen(QColor(palette.border_strong), 1)
        pen.setDashPattern(_DASHES)
        return pen
    return QPen(QColor(palette.border), 1) if state == STOPPED else None


def caret_x(piece: Piece, place: int, typesetter: Typesetter) -> float:
    """Return where the gap before a character of a token is."""
    return piece.x + PADDING + typesetter.metrics.horizontalAdvance(piece.text[:place])


def _paint_caret(
    painter: QPainter, block: Block, token: int, place: int, palette: Palette, typesetter: Typesetter
) -> None:
    row, piece = block.piece_of(token)
    x = caret_x(piece, place, typesetter)
    painter.fillRect(QRectF(x - _CARET / 2, row.top - 3, _CARET, BOX + 6), QColor(palette.accent))
