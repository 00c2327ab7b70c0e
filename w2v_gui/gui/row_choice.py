"""Which rows of the matrices are looked at: those of frequent, of watched, or of searched words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from w2v_gui.corpus.vocabulary import Vocabulary

FREQUENT, WATCHED, SEARCHED = "frequent", "watched", "searched"
CHOICES = (FREQUENT, WATCHED, SEARCHED)

MOST = 60
"""The most rows looked at."""

_BETWEEN = re.compile(r"[\s,;，、；]+")


class RowChoice:
    """Which rows are chosen, in a vocabulary and in an output matrix.

    Attributes
    ----------
    kind : str
        One of `CHOICES`.
    watched, searched : tuple of int
        Ids of words.
    """

    def __init__(self) -> None:
        self.kind = FREQUENT
        self.watched: tuple[int, ...] = ()
        self.searched: tuple[int, ...] = ()
        self._words = 0
        self._output_rows = 0
        self._nodes = False

    def begin(self, words: int, output_rows: int, *, nodes: bool) -> None:
        """Choose in matrices of so many rows; with ``nodes`` those of W′ are inner nodes of a tree, not words."""
        self._words, self._output_rows, self._nodes = words, output_rows, nodes
        self.searched = ()

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of W."""
        chosen = {FREQUENT: tuple(range(MOST)), WATCHED: self.watched, SEARCHED: self.searched}[self.kind]
        return tuple(word for word in chosen if word < self._words)[:MOST]

    @property
    def output_rows(self) -> tuple[int, ...]:
        """The rows of W′; of a tree, the nodes that most words pass, the root first: those were made last."""
        if self._nodes:
            return tuple(range(self._output_rows - 1, -1, -1))[:MOST]
        return tuple(row for row in self.rows if row < self._output_rows)


def split_words(text: str) -> list[str]:
    """Return the words of what was typed: they are separated by spaces or commas."""
    return [word for word in _BETWEEN.split(text) if word]


def read_words(text: str, vocabulary: Vocabulary) -> tuple[list[int], list[str]]:
    """Return the ids of the words in ``text``, without repetition, and the words that the vocabulary does not have."""
    found: dict[int, None] = {}
    unknown: dict[str, None] = {}
    for word in split_words(text):
        known = vocabulary.find(word)
        if known is None:
            unknown[word] = None
        else:
            found[known] = None
    return list(found), list(unknown)
