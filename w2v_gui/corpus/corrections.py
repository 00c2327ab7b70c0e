"""What the user's dictionary says about the words that a segmenter has made of a text."""

from __future__ import annotations

import re
from collections import deque
from itertools import accumulate, compress, count, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from w2v_gui.corpus.word_lists import DictionaryEntry


BOUNDARY = r"\s，。！？；：、（）《》“”「」…"
"""Characters that no word of Chinese reaches beyond, as a class of a regular expression names them."""

_BOUNDARY_CHARACTER = re.compile(f"[{BOUNDARY}]")
_MOST_LINES = 16  # about the same characters: the latest ones; nobody changes his mind that often
_Line = tuple[int, tuple[str, ...]]


class Corrections:
    """Joins and divides words after the segmenter.

    Wherever an entry's characters begin and end with words of the segmenter, they are its parts. A segmenter alone
    cannot promise that: it weighs its neighbours against a word, and guesses. The entries take effect one after the
    other, each on what those before it have made: a later line corrects an earlier one, be it about the same
    characters or some of them. Where occurrences of the same entry overlap, the first of them counts.

    Parameters
    ----------
    entries : iterable of DictionaryEntry
        The user's dictionary.
    weighed : callable
        Whether an entry is left to the segmenter.
    """

    def __init__(self, entries: Iterable[DictionaryEntry], weighed: Callable[[DictionaryEntry], bool]) -> None:
        self._lines: dict[str, deque[_Line]] = {}
        for place, entry in enumerate(entries):
            if weighed(entry):
                self._lines.pop(entry.word, None)
            elif not _BOUNDARY_CHARACTER.search(entry.word):
                self._lines.setdefault(entry.word, deque(maxlen=_MOST_LINES)).append((place, entry.parts))
        self._beginnings = {word[:end] for word in self._lines for end in range(1, len(word))}
        self._divided = {word for word, lines in self._lines.items() if any(len(parts) > 1 for _, parts in lines)}
        self._within = self._beginnings | self._lines.keys()

    def apply(self, words: list[str]) -> list[str]:
        """Return the words as they should be; joined, they are the same text."""
        if not self._lines:
            return words
        corrected: list[str] = []
        done = 0
        for place in self._candidates(words):
            if place < done or not self._begins_entry(words, place):
                continue
            start, end = _clause(words, done, place)
            corrected += words[done:start]
            corrected += self._correct(words[start:end])
            done = end
        corrected += words[done:]
        return corrected

    def settled(self, words: list[str], waiting: int) -> int:
        """Return how many characters can be corrected without what follows these words.

        Parameters
        ----------
        words : list of str
            The last words of a text that goes on.
        waiting : int
            So many of them at the end are not settled in any case.
        """
        text = "".join(words)
        ends = list(accumulate(map(len, words[:-waiting])))
        inside = {place for start, word in self._found(text) for place in range(start + 1, start + len(word))}
        return next((end for end in reversed(ends) if end not in inside), ends[-1] if ends else 0)

    def _candidates(self, words: list[str]) -> list[int]:
        """Return where an entry may begin: most words are ruled out by themselves, and most others with the next."""
        following = [*words[1:], ""]
        return [
            place
            for place in compress(count(), map(self._within.__contains__, words))
            if words[place] in self._divided or words[place] + following[place] in self._within
        ]

    def _begins_entry(self, words: list[str], place: int) -> bool:
        """Whether words from this place on make up an entry, but perhaps not its parts."""
        text = words[place]
        if text in self._divided:
            return True
        while text in self._beginnings and (place := place + 1) < len(words):
            text += words[place]
            if text in self._lines:
                return True
        return False

    def _correct(self, words: list[str]) -> list[str]:
        """Return the words of a clause as they should be."""
        text = "".join(words)
        ends = {0, *accumulate(map(len, words))}
        for _, parts in sorted({line for _, word in self._found(text) for line in self._lines[word]}):
            _apply(parts, text, ends)
        return [text[start:end] for start, end in pairwise(sorted(ends))]

    def _found(self, text: str) -> Iterator[tuple[int, str]]:
        """Find every occurrence of an entry in a text: where it begins, and its characters."""
        for start in range(len(text)):
            for end in range(start + 1, len(text) + 1):
                part = text[start:end]
                if part in self._lines:
                    yield start, part
                if part not in self._beginnings:
                    break


def _apply(parts: tuple[str, ...], text: str, ends: set[int]) -> None:
    """Make some characters these parts, wherever words end before and after them."""
    word = "".join(parts)
    start = text.find(word)
    while start >= 0:
        next_place, end = start + 1, start + len(word)
        if start in ends and end in ends:
            ends.difference_update(range(start + 1, end))
            ends.update(accumulate(map(len, parts[:-1]), initial=start))
            next_place = end
        start = text.find(word, next_place)


def _clause(words: list[str], least: int, place: int) -> tuple[int, int]:
    """Return the first and the last word, and one, that can have to do with each other around a place."""
    start, end = place, place + 1
    while start > least and not _BOUNDARY_CHARACTER.search(words[start - 1]):
        start -= 1
    while end < len(words) and not _BOUNDARY_CHARACTER.search(words[end]):
        end += 1
    return start, end
