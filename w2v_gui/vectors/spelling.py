"""The nearest spellings of a word that is not in the vocabulary, in bounded time."""

from __future__ import annotations

import heapq
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SCANNED = 300_000
"""How many words are looked at: the most frequent ones, about a quarter of a second's worth."""

SHORTLIST = 400
"""How many of them are compared letter by letter."""

LONGEST = 60
"""Longer words are not compared: nobody mistypes them, and a comparison takes quadratic time."""


def nearest_spellings(word: str, words: Iterable[str], top: int = 3) -> list[str]:
    """Return the words spelled most like ``word``, best first; equally good ones by their order.

    Two passes: the share of letters in common picks a short list out of many words, then
    `difflib.SequenceMatcher` compares those, without regard to case.

    Parameters
    ----------
    word : str
    words : iterable of str
        The vocabulary, most frequent first. Only the first `SCANNED` are looked at.
    top : int
        How many to return at most.
    """
    asked = word.casefold()
    if not asked or len(asked) > LONGEST:
        return []
    letters = frozenset(asked)
    shortest, longest = len(asked) - 2, len(asked) + 2
    likely = []
    for rank, candidate in enumerate(islice(words, SCANNED)):
        if shortest <= len(candidate) <= longest:
            shared = len(letters.intersection(candidate if candidate.islower() else candidate.casefold()))
            if 2 * shared >= len(letters):
                likely.append((shared / max(len(letters), len(candidate)), -rank, candidate))
    scored = []
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(asked)
    for _, order, candidate in heapq.nlargest(SHORTLIST, likely):
        matcher.set_seq1(candidate.casefold())
        ratio = matcher.ratio()
        if ratio >= 0.5:
            scored.append((ratio, order, candidate))
    return [candidate for _, _, candidate in heapq.nlargest(top, scored)]
