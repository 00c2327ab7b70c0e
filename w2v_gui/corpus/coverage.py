"""How much of a text is left when rare words are passed over."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.corpus.vocabulary import Vocabulary


class Coverage:
    """Says of any minimum count how many words and tokens it keeps, in microseconds.

    Parameters
    ----------
    vocabulary : Vocabulary
        Every word of the text.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._counts = vocabulary.counts

    @cached_property
    def _rising(self) -> NDArray[np.int64]:
        return -self._counts

    @cached_property
    def _tokens(self) -> NDArray[np.int64]:
        return np.concatenate([[0], np.cumsum(self._counts)])

    @property
    def all_words(self) -> int:
        """Different words, however rare."""
        return len(self._counts)

    @property
    def all_tokens(self) -> int:
        """The tokens of all words; stop words are none."""
        return int(self._tokens[-1])

    def words(self, min_count: int) -> int:
        """Return how many different words occur at least ``min_count`` times."""
        return int(np.searchsorted(self._rising, -min_count, side="right"))

    def tokens(self, min_count: int) -> int:
        """Return how many tokens those are."""
        return int(self._tokens[self.words(min_count)])
