"""The token scanner: one walk over the code points of a text that finds, counts and numbers its words.

It knows nothing about languages. What a character means for words is written in a table with one entry for
every code point, made by `w2v_gui.corpus.tokenizers`: options differ in their tables, not in the scanner.

Words are told apart by a 64-bit hash alone. Among V different words the chance that any two share one is about
V² / 2⁶⁵: three in a million for ten million words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from w2v_gui.compiled import compiled
from w2v_gui.corpus.characters import (
    BREAK,
    CODE_POINT,
    CONTINUES,
    COUNTS,
    HAN,
    IGNORED,
    JOINS,
    KIND,
    LINE_END,
    NEWLINE,
    SINGLE,
    STARTS,
)
from w2v_gui.errors import QT_TRANSLATE_NOOP, CorpusError

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST_WORD = 1 << 24
"""Characters without an end of a word after which a text is no text."""

# Places in the state that one call of the kernel leaves for the next.
_WORDS, _SENTENCE, _LINE, _TOKENS, _ENDS, _NEW, _FULL = range(7)

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SEED = np.uint64(0xD6E8FEB86659FD93)
_EMPTY = np.uint64(0)
_HALF = np.uint64(32)
_ONE = np.uint64(1)


@compiled
def _scan(
    codes: Any,
    position: int,
    final: bool,
    table: Any,
    slots: Any,
    slot_ids: Any,
    counts: Any,
    ids: Any,
    ends: Any,
    new: Any,
    state: Any,
) -> int:
    """Scan ``codes`` from ``position``; return where to go on: the start of an unfinished word, or the end.

    Returns before the word it has just read, with ``state[_FULL]`` set, when there is no room for a new word.
    """
    mask = np.uint64(slots.shape[0] - 1)
    room = min(slots.shape[0] // 2, counts.shape[0])
    length = codes.shape[0]
    words = state[_WORDS]
    sentence = state[_SENTENCE]
    line_end = state[_LINE]  # the first one since the last word; 0 if there was none
    tokens = state[_TOKENS]
    end_count = state[_ENDS]
    new_count = state[_NEW]
    state[_FULL] = 0
    i = position
    while i < length:
        entry = table[codes[i]]
        kind = entry >> KIND
        if not kind & (STARTS | SINGLE):
            if kind & (NEWLINE | LINE_END) and sentence > 0:
                # The same one again: “\r\n” is the end of one line.
                if kind & NEWLINE or line_end == codes[i]:
                    ends[end_count] = tokens
                    end_count += 1
                    sentence = 0
                elif line_end == 0:
                    line_end = np.int64(codes[i])
            i += 1
            continue
        start = i
        line_end = 0
        seen = kind
        last = kind
        h = (_SEED ^ np.uint64(entry & CODE_POINT)) * _MULTIPLIER
        h ^= h >> _HALF
        i += 1
        complete = kind & SINGLE != 0
        while i < length and not complete:
            entry = table[codes[i]]
            kind = entry >> KIND
            if kind & CONTINUES:
                seen |= kind
                last = kind
                h = (h ^ np.uint64(entry & CODE_POINT)) * _MULTIPLIER
                h ^= h >> _HALF
                i += 1
            elif kind & IGNORED:
                if codes[i] == BREAK:
                    if i + 1 == length:
                        break
                    complete = (last | (table[codes[i + 1]] >> KIND)) & HAN != 0
                i += 1
            elif kind & JOINS:
                following = i + 1
                while following < length and (table[codes[following]] >> KIND) & IGNORED:
                    following += 1
                if following == length:
                    break
                after = table[codes[following]] >> KIND
                if after & STARTS and not (last | after) & HAN:
                    h = (h ^ np.uint64(entry & CODE_POINT)) * _MULTIPLIER
                    h ^= h >> _HALF
                    i = following
                else:
                    complete = True
            else:
                complete = True
        if not complete and not final:
            i = start
            break
        if not seen & COUNTS:
            continue
        h ^= h >> np.uint64(29)
        h *= _MULTIPLIER
        h ^= h >> _HALF
        if h == _EMPTY:
            h = _ONE
        slot = h & mask
        while slots[slot] != h and slots[slot] != _EMPTY:
            slot = (slot + _ONE) & mask
        if slots[slot] == _EMPTY:
            if words >= room:
                state[_FULL] = 1
                i = start
                break
            slots[slot] = h
            slot_ids[slot] = words
            words += 1
            for j in range(start, i):
                entry = table[codes[j]]
                if not (entry >> KIND) & IGNORED:
                    new[new_count] = entry & CODE_POINT
                    new_count += 1
            new[new_count] = 10
            new_count += 1
        word = slot_ids[slot]
        counts[word] += 1
        ids[tokens] = word
        tokens += 1
        sentence += 1
    state[_WORDS] = words
    state[_SENTENCE] = sentence
    state[_LINE] = line_end
    state[_TOKENS] = tokens
    state[_ENDS] = end_count
    state[_NEW] = new_count
    return i


@compiled
def _rehash(slots: Any, slot_ids: Any, bigger: Any, bigger_ids: Any) -> None:
    """Move every word of one hash table into a bigger one."""
    mask = np.uint64(bigger.shape[0] - 1)
    for i in range(slots.shape[0]):
        h = slots[i]
        if h != _EMPTY:
            slot = h & mask
            while bigger[slot] != _EMPTY:
                slot = (slot + _ONE) & mask
            bigger[slot] = h
            bigger_ids[slot] = slot_ids[i]


class Scanner:
    """Splits text, handed over piece by piece, into numbered words.

    Where the pieces are cut does not matter: what there is of an unfinished word waits for the next piece.

    Parameters
    ----------
    table : ndarray of uint32, shape (0x110000,)
        What each code point means (upper bits) and stands for (lower bits).
    capacity : int
        Places in the hash table to begin with: a power of two.

    Attributes
    ----------
    words : list of str
        Every different word, in the order in which they were first seen.
    table : ndarray of uint32
    """

    def __init__(self, table: NDArray[np.uint32], *, capacity: int = 1 << 16) -> None:
        self.table = table
        self._slots = np.zeros(capacity, np.uint64)
        self._slot_ids = np.zeros(capacity, np.int32)
        self._counts = np.zeros(capacity // 2, np.int64)
        self._aside = 0
        self._state = np.zeros(7, np.int64)
        self._rest = ""
        self._waiting: list[str] = []
        self._waiting_length = 0
        self._ids = np.empty(0, np.int32)
        self._ends = np.empty(0, np.int64)
        self._new = np.empty(0, np.uint32)
        self.words: list[str] = []

    @property
    def counts(self) -> NDArray[np.int64]:
        """How often each word has been seen."""
        return self._counts[: len(self.words)]

    @property
    def rest(self) -> str:
        """The end of what has been handed over that waits for the next piece: it begins with an unfinished word."""
        return "".join([self._rest, *self._waiting])

    @property
    def aside(self) -> int:
        """The first so many words have been set aside."""
        return self._aside

    def set_aside(self, words: list[str]) -> None:
        """Give these words (as the scanner spells them) the first numbers; only before any text."""
        self.scan("\n".join(words) + "\n", final=True)
        self._counts[:] = 0
        self._aside = len(self.words)

    def scan(self, text: str, *, final: bool = False) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Scan the next piece of the text; ``final`` says that it is the last.

        Returns
        -------
        ids : ndarray of int32
            The words of the piece, numbered in the order in which each was first seen.
        ends : ndarray of int64
            After how many of these tokens a sentence ended; the last, unfinished one is not among them unless
            the piece is final.

        Raises
        ------
        CorpusError
            If the text goes on for many millions of characters without the end of a word.
        """
        self._waiting.append(text)
        self._waiting_length += len(text)
        # A word longer than a piece waits until as much again has come, so that it is not walked over and over.
        if not final and self._waiting_length < len(self._rest):
            return np.empty(0, np.int32), np.empty(0, np.int64)
        text = self._rest + "".join(self._waiting)
        self._waiting.clear()
        self._waiting_length = 0
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        ids, ends, position = self._scan(codes, final)
        self._rest = text[position:]
        if len(self._rest) > LONGEST_WORD:
            raise CorpusError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The text goes on for {count} characters without a space between words, from “{beginning}…”: "
                    "choose its language or encoding, or separate its words by spaces.",
                ),
                count=len(self._rest),
                beginning=self._rest[:20],
            )
        return ids, ends

    def _scan(self, codes: NDArray[np.uint32], final: bool) -> tuple[NDArray[np.int32], NDArray[np.int64], int]:
        self._buffers(len(codes))
        state = self._state
        state[_TOKENS] = state[_ENDS] = position = 0
        while True:
            state[_NEW] = 0
            position = _scan(
                codes,
                position,
                final,
                self.table,
                self._slots,
                self._slot_ids,
                self._counts,
                self._ids,
                self._ends,
                self._new,
                state,
            )
            self._take_new_words()
            if not state[_FULL]:
                break
            self._grow()
        if final and state[_SENTENCE]:
            self._ends[state[_ENDS]] = state[_TOKENS]
            state[_ENDS] += 1
            state[_SENTENCE] = 0
        return self._ids[: state[_TOKENS]].copy(), self._ends[: state[_ENDS]].copy(), position

    def _take_new_words(self) -> None:
        if self._state[_NEW]:
            text = self._new[: self._state[_NEW] - 1].tobytes().decode("utf-32-le", "surrogatepass")
            self.words += text.split("\n")

    def _grow(self) -> None:
        capacity = 2 * len(self._slots)
        slots, slot_ids = np.zeros(capacity, np.uint64), np.zeros(capacity, np.int32)
        _rehash(self._slots, self._slot_ids, slots, slot_ids)
        self._slots, self._slot_ids = slots, slot_ids
        self._counts = np.concatenate([self._counts, np.zeros(capacity // 2 - len(self._counts), np.int64)])

    def _buffers(self, length: int) -> None:
        """Make room for what a piece of ``length`` characters can bring at most."""
        if length > len(self._ids):
            self._ids = np.empty(length, np.int32)
            self._ends = np.empty(length, np.int64)
            self._new = np.empty(2 * length, np.uint32)
