"""The most frequent words that begin with some letters, found while one types, however many words there are."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

_STRETCH = 20_000
"""So many words are sorted at a time: other threads stand still for some ten milliseconds meanwhile."""

_LAST = chr(0x10FFFF)


class Beginnings:
    """Words sorted in stretches, from the most frequent on; what has been sorted can be asked for already.

    One thread sorts, by `sort`, while others ask.

    Parameters
    ----------
    words : sequence of str
        Most frequent first.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._stretches: list[tuple[list[str], NDArray[np.int32]]] = []

    def sort(self, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Sort the words; what is done already is not done again."""
        while (start := len(self._stretches) * _STRETCH) < len(self.words) and not cancelled():
            stretch = self.words[start : start + _STRETCH]
            order = sorted(range(len(stretch)), key=stretch.__getitem__)
            ranks = np.array(order, dtype=np.int32) + np.int32(start)
            self._stretches.append(([stretch[place] for place in order], ranks))

    def find(self, beginning: str, most: int = 12) -> list[str]:
        """Return the words that begin with some letters, most frequent first.

        Words in small letters are found by capitals, too.
        """
        if not beginning:
            return []
        beginnings = {beginning, beginning.lower()}
        found: list[int] = []
        for words, ranks in list(self._stretches):
            here = [ranks[_within(words, each)] for each in beginnings]
            found += np.unique(np.concatenate(here))[: most - len(found)].tolist()
            if len(found) >= most:
                break
        return list(dict.fromkeys(self.words[rank] for rank in found))


def _within(words: Sequence[str], beginning: str) -> slice:
    """Return where in sorted words those stand that begin with some letters."""
    first = bisect_left(words, beginning)
    last = bisect_left(words, beginning + _LAST, first)
    # What goes on with the last character that there is comes after.
    while last < len(words) and words[last].startswith(beginning):
        last += 1
    return slice(first, last)
