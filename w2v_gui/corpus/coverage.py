"""How much of a text is left when rare words are passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from w2v_gui.corpus.vocabulary import Vocabulary


class Coverage:
    """Says of any minimum count how many words and tokens it keeps: of a million words within half a millisecond.

    Nothing is prepared for that: sums up to each word would take longer to make than all answers that are asked for.

    Parameters
    ----------
    vocabulary : Vocabulary
        Every word of the text.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.all_words = len(vocabulary)
        self.all_tokens = vocabulary.total

    def words(self, min_count: int) -> int:
        """Return how many different words occur at least ``min_count`` times."""
        return self._vocabulary.reaching(min_count)

    def tokens(self, min_count: int) -> int:
        """Return how many tokens those are."""
        return self.all_tokens - int(self._vocabulary.counts[self.words(min_count) :].sum())
