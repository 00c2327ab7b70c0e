"""The words of vectors: which row each has, and what is said of one that is not there."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from w2v_gui.errors import QT_TRANSLATE_NOOP, UnknownWordError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Lexicon:
    """The words of a set of vectors and the row of each; shared by all matrices over the same words.

    Parameters
    ----------
    words : iterable of str
    rows : dict, optional
        The row of each word, where that is known already.
    """

    def __init__(self, words: Iterable[str], rows: dict[str, int] | None = None) -> None:
        self.words: tuple[str, ...] = tuple(words)
        if rows is not None:
            self.__dict__["rows"] = rows

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each word; of a word that stands twice, the first."""
        return dict(zip(reversed(self.words), reversed(range(len(self.words))), strict=True))

    def find(self, word: str) -> int | None:
        """Return the row of ``word`` as it is written, else lower-cased, else None."""
        row = self.rows.get(word)
        return self.rows.get(word.lower()) if row is None else row


def unknown_word(word: str, nearest: Sequence[str]) -> UnknownWordError:
    """Return the error that says that a word is not in the vocabulary, and which spellings are nearest."""
    if nearest:
        return UnknownWordError(
            QT_TRANSLATE_NOOP("errors", "“{word}” is not in the vocabulary. The nearest spellings are {nearest}."),
            word=word,
            nearest=", ".join(f"“{spelling}”" for spelling in nearest),
        )
    return UnknownWordError(
        QT_TRANSLATE_NOOP(
            "errors", "“{word}” is not in the vocabulary, nor is any similar spelling. Ask for another word."
        ),
        word=word,
    )
