"""Where a word stands in a text, and what stands beside it: the lines of a concordance, keyword in context.

There is no index. To compare all ids of a text with one costs as much as to read them: measured on one core, 5 ms for
15 million tokens and 50 ms for 150 million, and for the most frequent word, every thirteenth token, 30 and 500 ms. An
index from words to positions would answer sooner, but take as much memory as the text itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from w2v_gui.corpus.next_place import standing
from w2v_gui.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus

    Positions = NDArray[np.int32 | np.int64]

PLACE, LEFT, RIGHT = "place", "left", "right"
"""What lines can be sorted by: where they stand in the text, the words before, the words after."""

SORTED_BY = 3
"""Lines are sorted by so many words, the nearest first."""

_BLOCK = 1 << 18
_LETTERS = 24
_WORDS = 10_000


class NotInText(LookupError):
    """A word that a text does not have."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


@dataclass(frozen=True)
class Phrase:
    """What is looked for: one word, or several in a row.

    Attributes
    ----------
    ids : tuple of int
    words : tuple of str
    """

    ids: tuple[int, ...]
    words: tuple[str, ...]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.ids)


class Token(NamedTuple):
    """A word of a line.

    Attributes
    ----------
    position : int
        In the text; that of the word behind it for the border between two sentences.
    id : int
        -1 for the border between two sentences.
    """

    position: int
    id: int


@dataclass(frozen=True)
class Line:
    """One line of a concordance.

    Attributes
    ----------
    position : int
        Of the first word that was looked for.
    before, match, after : tuple of Token
        In the order of the text.
    opens, closes : bool
        Whether there is nothing more before and after: a sentence begins or ends there, or the text.
    """

    position: int
    before: tuple[Token, ...]
    match: tuple[Token, ...]
    after: tuple[Token, ...]
    opens: bool
    closes: bool


def read_phrase(corpus: EncodedCorpus, typed: str) -> Phrase:
    """Return what is meant by what was typed, words with spaces between them.

    A word that is not there as it stands is looked for in small letters.

    Raises
    ------
    NotInText
        With the first word that is not there; with "" if nothing was typed.
    """
    words = typed.split()
    if not words:
        raise NotInText("")
    ids = []
    for word in words:
        known = corpus.find(word)
        if known is None:
            raise NotInText(word)
        ids.append(known)
    return Phrase(tuple(ids), tuple(map(corpus.word, ids)))


def find(
    corpus: EncodedCorpus,
    phrase: Phrase,
    found: Callable[[Positions], None] = lambda positions: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Positions:
    """Return where ``phrase`` stands: the positions of its first word, ascending. It stands within a sentence.

    Parameters
    ----------
    corpus : EncodedCorpus
    phrase : Phrase
    found : callable
        Called again and again with all positions found so far; the array stays as it is.
    cancelled : callable

    Raises
    ------
    Cancelled
    """
    ids, counts = corpus.ids, corpus.vocabulary.counts
    # The rarest of the words is looked for; those that stop words stand in for are taken to be frequent.
    rarity = [int(counts[each]) if each < len(counts) else len(ids) for each in phrase.ids]
    anchor = rarity.index(min(rarity))
    wanted = phrase.ids[anchor]
    places = _Growing(np.int32 if len(ids) < 1 << 31 else np.int64)
    for begin in range(0, len(ids), _BLOCK):
        if cancelled():
            raise Cancelled
        end = min(begin + _BLOCK, len(ids))
        starts = np.flatnonzero(ids[begin:end] == wanted) + (begin - anchor)
        places.extend(_whole(corpus, starts, phrase) if len(phrase) > 1 else starts)
        corpus.let_go(begin, end)
        found(places.so_far)
    return places.so_far


def _whole(corpus: EncodedCorpus, starts: NDArray[np.intp], phrase: Phrase) -> NDArray[np.intp]:
    """Return those places at which all words of the phrase stand, in one sentence."""
    starts = standing(corpus.ids, starts, phrase.ids)
    return starts[_ends(corpus, starts) >= starts + len(phrase)]


class _Growing:
    """Positions that become more: what has been handed out stays as it is."""

    def __init__(self, dtype: type[np.int32] | type[np.int64]) -> None:
        self._room: Positions = np.empty(1024, dtype)
        self._length = 0

    @property
    def so_far(self) -> Positions:
        return self._room[: self._length]

    def extend(self, positions: NDArray[np.intp]) -> None:
        length = self._length + len(positions)
        if length > len(self._room):
            room = np.empty(max(length, 2 * len(self._room)), self._room.dtype)
            room[: self._length] = self.so_far
            self._room = room
        self._room[self._length : length] = positions
        self._length = length


# -- lines --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Lines:
    """The lines of a concordance; each is made when it is asked for.

    Attributes
    ----------
    corpus : EncodedCorpus
    positions : ndarray
        Where they stand, in the order in which they are shown.
    length : int
        How many words were looked for.
    across : bool
        Whether lines go on beyond the borders of their sentence.
    """

    corpus: EncodedCorpus
    positions: Positions
    length: int = 1
    across: bool = False

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.positions)

    def line(self, number: int, most: int = 40) -> Line:
        """Return a line with at most so many words on either side."""
        corpus, start = self.corpus, int(self.positions[number])
        end = start + self.length
        first, last = (0, len(corpus)) if self.across else _sentence(corpus, start)
        left, right = max(first, start - most), min(last, end + most)
        tokens = list(map(Token, range(left, right), corpus.ids[left:right].tolist()))
        match = tuple(tokens[start - left : end - left])
        borders = self._borders(left, right) if self.across else frozenset()
        before = (*_with_borders(tokens[: start - left], borders), *_border(start, borders))
        return Line(start, before, match, _with_borders(tokens[end - left :], borders), left == first, right == last)

    def _borders(self, left: int, right: int) -> frozenset[int]:
        """Return where sentences begin between two places."""
        offsets = self.corpus.offsets
        first, end = np.searchsorted(offsets, left, side="right"), np.searchsorted(offsets, right)
        return frozenset(offsets[first:end].tolist())


def _with_borders(tokens: Sequence[Token], borders: frozenset[int]) -> tuple[Token, ...]:
    return tuple(each for token in tokens for each in (*_border(token.position, borders), token))


def _border(position: int, borders: frozenset[int]) -> tuple[Token, ...]:
    return (Token(position, -1),) if position in borders else ()


def _sentence(corpus: EncodedCorpus, position: int) -> tuple[int, int]:
    which = int(np.searchsorted(corpus.offsets, position, side="right"))
    return int(corpus.offsets[which - 1]), int(corpus.offsets[which])


def _ends(corpus: EncodedCorpus, positions: Positions) -> NDArray[np.int64]:
    """Return where the sentences of some positions end."""
    return corpus.offsets[np.searchsorted(corpus.offsets, positions, side="right")]


# -- their order --------------------------------------------------------------------------------------------------


def alphabetical(words: Sequence[str], cancelled: Callable[[], bool] = lambda: False) -> NDArray[np.int32]:
    """Return the rank of each word in the order of the alphabet, without regard to case.

    Words are told apart by their first letters, as many as matter; beyond them the more frequent one comes first.
    Numpy sorts them, because Python would stop all threads for as long as it takes.

    Raises
    ------
    Cancelled
    """
    keys = np.empty(len(words), f"U{_LETTERS}")
    for begin in range(0, len(words), _WORDS):
        if cancelled():
            raise Cancelled
        keys[begin : begin + _WORDS] = [word.casefold()[:_LETTERS] for word in words[begin : begin + _WORDS]]
    ranks = np.empty(len(words), np.int32)
    ranks[np.argsort(keys, kind="stable")] = np.arange(len(words), dtype=np.int32)
    return ranks


def arranged(
    corpus: EncodedCorpus,
    positions: Positions,
    length: int,
    by: str,
    ranks: NDArray[np.int32] | None = None,
    *,
    descending: bool = False,
) -> Positions:
    """Return positions in another order; lines that do not differ keep theirs.

    Parameters
    ----------
    corpus : EncodedCorpus
    positions : ndarray
        Ascending.
    length : int
        How many words were looked for.
    by : str
        `PLACE`; or `LEFT` or `RIGHT`: by the nearest word on that side, then by the one beyond. Lines whose
        sentence has no more words there come last.
    ranks : ndarray of int32
        Of all words, for `LEFT` and `RIGHT`; see `alphabetical`.
    descending : bool
        The other way round.
    """
    if by == PLACE:
        return positions[::-1] if descending else positions
    assert ranks is not None
    ends = _ends(corpus, positions)
    starts = corpus.offsets[np.searchsorted(corpus.offsets, positions, side="right") - 1]
    keys = []
    for distance in range(SORTED_BY):
        places = positions + (length + distance) if by == RIGHT else positions - (1 + distance)
        there = (places >= starts) & (places < ends)
        key = ranks[corpus.ids[np.clip(places, 0, len(corpus) - 1)]]
        keys.append(np.where(there, -key if descending else key, len(ranks)))
    corpus.let_go(0, len(corpus))
    return positions[np.lexsort(keys[::-1])]


def sample(positions: Positions, size: int, seed: int = 1) -> Positions:
    """Return so many positions, chosen at random, ascending; the same ones for the same seed."""
    if size >= len(positions):
        return positions
    chosen = np.random.default_rng(seed).choice(len(positions), size, replace=False, shuffle=False)
    return positions[np.sort(chosen)]
