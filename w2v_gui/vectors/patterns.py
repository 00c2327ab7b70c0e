"""Finding words by a part of them or by a regular expression, in bounded time whatever is asked for.

Python's own expressions hold up every other thread until a search ends, and there are some that hardly ever do. Those
of `regex` let the others go on, and give up after a time; what they can grow to when they are read is limited here.
"""

from __future__ import annotations

import math
import re
import time
from typing import TYPE_CHECKING

from w2v_gui.errors import QT_TRANSLATE_NOOP, Cancelled, ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_SECONDS = 3.0
"""So long all words together may take."""

_LONGEST_PATTERN = 200
_LONGEST_WORD = 1000
_MOST_REPEATS = 2000
"""The numbers in braces, all multiplied with each other: so large a pattern may become when it is read."""

_AT_ONCE = 2000
_RECURSION = re.compile(r"\(\?(?:R|&|P>|[+-]?\d)")
_REPEATS = re.compile(r"\{[^{}]*?(\d*)\s*,?\s*(\d*)[^{}]*\}")


def containing(
    words: Sequence[str], rows: Iterable[int], part: str, cancelled: Callable[[], bool] = lambda: False
) -> list[int]:
    """Return those of some rows whose words contain a text; small letters in it stand for capitals too.

    Parameters
    ----------
    words : sequence of str
        The word of each row.
    rows : iterable of int
    part : str
    cancelled : callable
        Asked now and then; `Cancelled` is raised when it says so.
    """
    folded = part == part.lower()

    def fits(word: str) -> bool:
        return part in (word.lower() if folded else word)

    return _chosen(words, rows, fits, cancelled)


def matching(
    words: Sequence[str], rows: Iterable[int], pattern: str, cancelled: Callable[[], bool] = lambda: False
) -> list[int]:
    """Return those of some rows in whose words a regular expression is found somewhere.

    Raises
    ------
    ConfigError
        If it is none, or could become too large, or takes too long with these words.
    """
    import regex

    _check(pattern)
    try:
        expression = regex.compile(pattern)
    except regex.error as error:
        place = getattr(error, "pos", None)
        raise ConfigError(
            QT_TRANSLATE_NOOP(
                "errors",
                "This is no regular expression: it goes wrong at character {place}. To look for a sign that has a "
                "meaning of its own, put \\ before it.",
            ),
            place=1 if place is None else min(place, max(len(pattern) - 1, 0)) + 1,
        ) from None
    until = time.monotonic() + _SECONDS

    def fits(word: str) -> bool:
        left = max(until - time.monotonic(), 1e-3)
        return expression.search(word[:_LONGEST_WORD], concurrent=True, timeout=left) is not None

    try:
        return _chosen(words, rows, fits, cancelled)
    except TimeoutError:
        raise ConfigError(
            QT_TRANSLATE_NOOP(
                "errors",
                "This regular expression takes too long with these words. Make it simpler: repetitions within "
                "repetitions, as in (a+)+, take longest.",
            )
        ) from None


def _check(pattern: str) -> None:
    sizes = [max(int(number or 1) for number in found) for found in _REPEATS.findall(pattern)]
    if len(pattern) > _LONGEST_PATTERN or math.prod(max(s, 1) for s in sizes) > _MOST_REPEATS:
        raise ConfigError(
            QT_TRANSLATE_NOOP(
                "errors", "This regular expression is too large. Use a shorter one, with smaller numbers in braces."
            )
        )
    if _RECURSION.search(pattern):
        raise ConfigError(
            QT_TRANSLATE_NOOP(
                "errors", "This regular expression refers to itself, which is not supported. Write it without."
            )
        )


def _chosen(
    words: Sequence[str], rows: Iterable[int], fits: Callable[[str], bool], cancelled: Callable[[], bool]
) -> list[int]:
    chosen = []
    for count, row in enumerate(rows):
        if count % _AT_ONCE == 0 and cancelled():
            raise Cancelled
        if fits(words[row]):
            chosen.append(row)
    return chosen
