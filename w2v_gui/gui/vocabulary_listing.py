"""Which words of a vocabulary are listed, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.corpus.word_index import Found, arranged
from w2v_gui.gui.vocabulary_table import COUNT, KEEP, KEPT, RANK, WORD

if TYPE_CHECKING:
    from numpy.typing import NDArray

ALL, PASSED_OVER = "all", "passed over"
FILTERS = (KEPT, PASSED_OVER, ALL)

BY_COUNT, RAREST, BY_WORD, BY_WORD_BACKWARDS = ORDERS = ("count", "rarest", "word", "word backwards")
_ALPHABETICAL = (BY_WORD, BY_WORD_BACKWARDS)


class Listing:
    """What is chosen to be listed; the rows follow from it.

    Attributes
    ----------
    filter : str
        One of `FILTERS`.
    found : Found or None
        What was searched for; None where nothing is.
    order : str
        One of `ORDERS`.
    by_count, alphabetical : ndarray of int64, or None
        All words in these orders; None where the ids are in the order of counts, or where it is not known yet.
    """

    def __init__(self) -> None:
        self.filter = KEPT
        self.order, self._pressed = BY_COUNT, COUNT
        self.forget()

    def forget(self) -> None:
        """Forget what belongs to the words of one text."""
        self.found: Found | None = None
        self.by_count: NDArray[np.int64] | None = None
        self.alphabetical: NDArray[np.int64] | None = None

    @property
    def lacks_order(self) -> bool:
        """Whether the alphabetical order is wanted and not known."""
        return self.order in _ALPHABETICAL and self.alphabetical is None

    @property
    def column(self) -> int:
        """The column by which the rows are sorted: counts, shares and chances all go the same way."""
        return COUNT if self.lacks_order else self._pressed

    @property
    def rising(self) -> bool:
        """Whether what stands in that column grows from above to below."""
        if self.lacks_order:
            return self.order == BY_WORD_BACKWARDS
        # The most frequent word has the lowest rank, and is thinned out most.
        return self.order in (BY_WORD, BY_COUNT if self._pressed in (RANK, KEEP) else RAREST)

    def press(self, column: int) -> None:
        """Sort by a column, the other way round if that is so already."""
        forth, back = (BY_WORD, BY_WORD_BACKWARDS) if column == WORD else (BY_COUNT, RAREST)
        self.order = back if (self.order, self._pressed) == (forth, column) else forth
        self._pressed = column

    def set_order(self, order: str) -> None:
        """Sort in one of `ORDERS`."""
        self.order = order
        if order in _ALPHABETICAL:
            self._pressed = WORD
        elif self._pressed == WORD:
            self._pressed = COUNT

    def rows(self, words: int, kept: int) -> tuple[NDArray[np.int64], int]:
        """Return the ids to be listed, from above to below, and how many more the search has found.

        Parameters
        ----------
        words : int
            How many words there are; what has been found beyond them is not known yet.
        kept : int
            How many are trained: those with ids below.
        """
        ids = np.arange(words) if self.found is None else self.found.ids
        ids = ids[: np.searchsorted(ids, words)]
        split = int(np.searchsorted(ids, kept))
        chosen = {KEPT: ids[:split], PASSED_OVER: ids[split:], ALL: ids}[self.filter]
        order = self.alphabetical if self.order in _ALPHABETICAL and not self.lacks_order else self.by_count
        backwards = self.order in (RAREST, BY_WORD_BACKWARDS)
        first = self.found.exact if self.found is not None else None
        return arranged(chosen, order, backwards=backwards, first=first), len(ids) - len(chosen)
