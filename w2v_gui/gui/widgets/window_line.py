"""Which words of a sentence there is room for on a line on which a window must be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def visible_words(
    count: int, centre: int, span: tuple[int, int], width: Callable[[int], int], end: int, room: int
) -> tuple[int, int]:
    """Return the first and the last word there is room for: those of the window first, then those around it.

    Parameters
    ----------
    count : int
        How many words there are.
    centre : int
        The one that is seen in any case.
    span : tuple of int
        The first and the last word of the window.
    width : callable
        Returns what the so-and-so-manieth word takes, in pixels.
    end : int
        What it takes to say at an end that something is left out.
    room : int
    """
    last = count - 1
    low = high = centre
    used = width(centre)
    turn = -1
    while low > 0 or high < last:
        within = [side for side, more in ((-1, low > span[0]), (1, high < span[1])) if more]
        sides = within or [side for side, more in ((-1, low > 0), (1, high < last)) if more]
        side = turn if turn in sides else sides[0]
        word = low - 1 if side < 0 else high + 1
        used += width(word)
        ends = end * ((min(low, word) > 0) + (max(high, word) < last))
        if used + ends > room:
            break
        low, high = min(low, word), max(high, word)
        turn = -side
    return low, high
