"""The lines of a concordance as rows of a table."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from w2v_gui.corpus.concordance import Line, Lines

MOST_SAVED = 200_000
"""So many lines are given away at most: hardly a program would take more of them."""


def row_of(line: Line, words: Sequence[str]) -> tuple[object, ...]:
    """Return a line as a row; the border between two sentences is a bar."""
    sides = (line.before, line.match, line.after)
    return line.position + 1, *(" ".join(words[each.id] if each.id >= 0 else "|" for each in side) for side in sides)


def rows_of(lines: Lines | None, words: Sequence[str]) -> Iterator[Sequence[object]]:
    """Yield a table, the first row its header; each row is made when it is asked for."""
    yield "position", "before", "word", "after"
    if lines is not None:
        for place in islice(range(len(lines)), MOST_SAVED):
            yield row_of(lines.line(place), words)
