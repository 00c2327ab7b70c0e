"""Finding words by a part of them, and putting them in alphabetical order: a million of them, without a loop over any.

All words stand one after the other in an array of characters. A part of a word is looked for in all of it at once.
Patterns have wildcards and are no regular expressions: Python's would hold up every other thread until a search ends,
and there are some that hardly ever do. Here the cost is bounded by the length of the pattern.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_END = ord("\n")
_ANY = -1
_SPECIAL = "*?"
_FIRST_HAN = "\u2e80"

# Words that agree in more than this many characters stay in the order of their frequency.
_COMPARED = 200


@dataclass(frozen=True)
class Pattern:
    """What words are searched for.

    Attributes
    ----------
    pieces : tuple of tuple of int
        Code points that follow each other, -1 for any character. Between two pieces there may be anything.
    at_start, at_end : bool
        Whether the first piece begins the word, and the last one ends it.
    """

    pieces: tuple[tuple[int, ...], ...]
    at_start: bool = False
    at_end: bool = False

    @classmethod
    def literal(cls, word: str) -> Pattern:
        """Return the pattern of one whole word."""
        return cls((tuple(map(ord, word)),) if word else (), at_start=True, at_end=True)

    @classmethod
    def parse(cls, query: str) -> Pattern:
        r"""Return what a query means.

        Letters are a part of a word; ``^`` before them is its beginning, ``$`` after them its end. With ``*`` for
        anything and ``?`` for one character, a query means the whole word. ``\`` takes the meaning of what follows.
        """
        query = query.replace("\n", " ")
        at_start = len(query) > 1 and query.startswith("^")
        query = query[at_start:]
        at_end = len(query) > 1 and query.endswith("$") and not query.endswith("\\$")
        query = query[: len(query) - at_end]
        pieces: list[list[int]] = [[]]
        whole = escaped = False
        for character in query:
            if character == "\\" and not escaped:
                escaped = True
                continue
            if character in _SPECIAL and not escaped:
                whole = True
                if character == "*":
                    pieces.append([])
                else:
                    pieces[-1].append(_ANY)
            else:
                pieces[-1].append(ord(character))
            escaped = False
        return cls(
            tuple(tuple(piece) for piece in pieces if piece),
            at_start=(at_start or whole) and bool(pieces[0]),
            at_end=(at_end or whole) and bool(pieces[-1]),
        )


@dataclass(frozen=True, eq=False)
class Found:
    """What a search has found.

    Attributes
    ----------
    query : str
    ids : ndarray of int64, shape (H,)
        The words that match, by frequency.
    exact : int or None
        The word that is the query itself, if there is one.
    """

    query: str
    ids: NDArray[np.int64]
    exact: int | None = None


class WordIndex:
    """Searches in words.

    Parameters
    ----------
    words : sequence of str
    """

    def __init__(self, words: Sequence[str]) -> None:
        text = "\n".join(words)
        if text.count("\n") != max(len(words) - 1, 0):
            text = "\n".join([word.replace("\n", " ") for word in words])
        self._characters = _as_array(f"\n{text}\n" if len(words) else "\n")
        breaks = np.flatnonzero(self._characters == _END)
        self._starts = breaks[:-1] + 1
        self._ends = breaks[1:]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._ends)

    def find(self, query: str) -> Found:
        """Return the words that match a query, see `Pattern.parse`.

        Where nothing matches as it stands, small letters are tried: as a rule words have been folded to them.
        """
        found = self._find(query)
        if len(found.ids) or query == query.lower():
            return found
        return replace(self._find(query.lower()), query=query)

    def _find(self, query: str) -> Found:
        ids = self._matching(Pattern.parse(query))
        itself = self._matching(Pattern.literal(query))
        if not len(itself):
            return Found(query, ids)
        exact = int(itself[0])
        place = int(np.searchsorted(ids, exact))
        if ids[place : place + 1] != [exact]:
            # A word with a wildcard in it need not match itself.
            ids = np.insert(ids, place, exact)
        return Found(query, ids, exact)

    def _matching(self, pattern: Pattern) -> NDArray[np.int64]:
        if not pattern.pieces:
            return np.arange(len(self))
        first, *rest = pattern.pieces
        hits = self._hits(first, begins=pattern.at_start, ends=pattern.at_end and not rest)
        ids = np.searchsorted(self._ends, hits, side="right")
        earliest = np.flatnonzero(np.diff(ids, prepend=-1))
        ids, place = ids[earliest], hits[earliest] + len(first)
        for piece in rest:
            hits = self._hits(piece, ends=pattern.at_end and piece is rest[-1])
            following = np.searchsorted(hits, place)
            there = following < len(hits)
            ids, reached = ids[there], hits[following[there]] + len(piece)
            inside = reached <= self._ends[ids]
            ids, place = ids[inside], reached[inside]
        return np.asarray(ids, dtype=np.int64)

    def _hits(self, piece: tuple[int, ...], *, begins: bool = False, ends: bool = False) -> NDArray[np.int64]:
        """Return where a piece stands in the text: anywhere, or only where it begins or ends a word."""
        text = self._characters
        room = len(text) - len(piece)
        known = next((k for k, code in enumerate(piece) if code != _ANY), 0)
        if begins:
            hits = self._starts
        elif ends:
            hits = self._ends - len(piece)
        else:
            hits = np.flatnonzero(_fits(text[known : known + max(room, 0)], piece[known]))
        hits = hits[(hits >= 1) & (hits < room)]
        for k, code in enumerate(piece):
            hits = hits[_fits(text[hits + k], code)]
        return hits[text[hits + len(piece)] == _END] if ends else hits

    def alphabetical(self) -> NDArray[np.int64]:
        """Return the words in alphabetical order.

        Capitals are sorted like small letters, and Chinese characters in common use by their sound. Words that differ
        in nothing else stay in the order of their frequency.
        """
        ranks = self._ranks()
        bits = max(1, int(ranks.max()).bit_length()) if len(ranks) else 1
        at_once = 64 // bits
        order = np.arange(len(self))
        # Places in `order` that are not settled yet, and for each of them where those begin that are the same so far.
        open_, group = order.copy(), np.zeros(len(self), np.int64)
        for compared in range(0, _COMPARED, at_once):
            words = order[open_]
            key = np.zeros(len(words), np.uint64)
            for k in range(compared, compared + at_once):
                # Where a word has ended, its end stands for what would follow.
                place = np.minimum(self._starts[words] + k, self._ends[words])
                key = key << np.uint64(bits) | ranks[place]
            sorted_ = np.lexsort((key, group))
            order[open_], key = words[sorted_], key[sorted_]
            differs = np.append(True, (np.diff(key) != 0) | (np.diff(group) != 0))
            group = open_[np.maximum.accumulate(np.where(differs, np.arange(len(key)), 0))]
            last = np.append(differs[1:], True)
            tied = ~(differs & last) & (key & np.uint64(2**bits - 1) != 0)
            open_, group = open_[tied], group[tied]
            if not len(open_):
                break
        return order

    def _ranks(self) -> NDArray[np.uint64]:
        """Return for every character of the text where it stands in the alphabet; 0 for the end of a word."""
        present = np.zeros(0x110000, bool)
        present[self._characters] = True
        present[_END] = False
        codes = np.flatnonzero(present)
        keys = [_alphabet(chr(code)) for code in codes.tolist()]
        places = {key: rank for rank, key in enumerate(sorted(set(keys)), 1)}
        table = np.zeros(len(present), np.uint64)
        table[codes] = [places[key] for key in keys]
        return np.asarray(table[self._characters])


def arranged(
    ids: NDArray[np.int64], order: NDArray[np.int64] | None, *, backwards: bool, first: int | None
) -> NDArray[np.int64]:
    """Return words in an order.

    Parameters
    ----------
    ids : ndarray of int64
        Rising.
    order : ndarray of int64, or None
        All words there are in that order; None for that of their ids.
    backwards : bool
        The other way round.
    first : int or None
        A word that comes first in any case, if it is among them.
    """
    rows = ids
    if order is not None:
        chosen = np.zeros(len(order), bool)
        chosen[ids] = True
        rows = order[chosen[order]]
    if backwards:
        rows = rows[::-1]
    if first is not None and first in ids:
        rows = np.append(first, rows[rows != first])
    return rows


def _as_array(text: str) -> NDArray[np.unsignedinteger]:
    """Return the code points of a text in as few bytes each as its characters allow."""
    try:
        return np.frombuffer(text.encode("latin-1"), np.uint8)
    except UnicodeEncodeError:
        pass
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.dtype("<u2"))
    if len(units) == len(text):
        return units
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.dtype("<u4"))


def _fits(characters: NDArray[np.unsignedinteger], code: int) -> NDArray[np.bool_]:
    return np.asarray(characters != _END if code == _ANY else characters == code)


def _alphabet(character: str) -> tuple[bool, bytes, str]:
    """Return by what a character is sorted: its letter without marks, then with them."""
    if character >= _FIRST_HAN:
        try:
            # GB 2312 has the characters in common use in the order of their sounds, from its row 16 on.
            return (True, character.encode("gb2312"), "")
        except UnicodeEncodeError:
            return (True, b"\xff", character)
    small = character.lower()
    return (False, unicodedata.normalize("NFKD", small)[:1].encode("utf-32-be", "surrogatepass"), small)
