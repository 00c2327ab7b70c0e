"""What each character means for words: the tables that steer the scanner."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What a character can mean; the upper bits of its entry in the table. The lower ones are the code point that stands
# for it in the word: its lower case, say.
STARTS = 1  # can begin a word
CONTINUES = 2  # goes on with a word that has begun
COUNTS = 4  # makes a word worth keeping: a word without any such character is dropped
JOINS = 8  # goes on with a word if a character that can begin one follows: the apostrophe of "don't"
IGNORED = 16  # leaves no trace in a word: a soft hyphen
NEWLINE = 32  # ends the sentence
SINGLE = 64  # a word by itself: punctuation, where it is wanted
HAN = 128  # beside one of these a segmenter's break is obeyed
LINE_END = 256  # ends the sentence if it comes again before any word: at a blank line

KIND = 21
"""So many bits of an entry are the code point; what it means begins above them."""

CODE_POINT = (1 << KIND) - 1
"""Mask of the code point in an entry."""

BREAK = 0xFDD0
"""The code point (one that is set aside for use inside programs) that a segmenter puts between its words."""

HAN_RANGES = (
    (0x3005, 0x3005),
    (0x3007, 0x3007),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x323AF),
)
"""Chinese characters, with the sign of repetition and the round zero."""

END = "\u2029"
"""Ends the sentence in every table."""

LINE_ENDS = "\n\v\f\r\x85\u2028"
_JOINERS = "'’·_\u05f3\u05f4\u200c\u200d"
_IGNORED = (0x00AD, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
# Never part of a word, and often left glued to one where only the characters have been spaced out.
_EAST_ASIAN_PUNCTUATION = (
    *map(ord, "—“”…、。〃〈〉《》「」『』【】〔〕〖〗"),
    *range(0xFF01, 0xFF10),
    *range(0xFF1A, 0xFF21),
    *range(0xFF3B, 0xFF41),
    *range(0xFF5B, 0xFF66),
)
# Beyond this no letters are assigned.
_LAST = 0x40000

_WORD = STARTS | CONTINUES | COUNTS


def categories() -> NDArray[np.uint8]:
    """Return the first letter of the Unicode category of every code point; unassigned ones are ``C``."""
    letters = "".join([unicodedata.category(chr(code))[0] for code in range(_LAST)])
    table = np.full(0x110000, ord("C"), np.uint8)
    table[:_LAST] = np.frombuffer(letters.encode("ascii"), np.uint8)
    return table


def lower_case() -> NDArray[np.uint32]:
    """Return the lower case of every code point, one for one.

    Where the lower case takes two characters (the dotted capital I) the first stands for it. The typographic
    apostrophe is left as it is here.
    """
    table = np.arange(0x110000, dtype=np.uint32)
    for code in range(0x20000):
        character = chr(code)
        if not character.islower() and (lowered := character.lower()) != character:
            table[code] = ord(lowered[0])
    return table


@cache
def character_table(
    *, segmented: bool, lower: bool, digits: bool, punctuation: bool, breaks: bool, paragraphs: bool
) -> NDArray[np.uint32]:
    """Make the scanner's table.

    Parameters
    ----------
    segmented : bool
        The words are separated by white space (and East Asian punctuation): everything else belongs to a word,
        and the options decide only whether words without a letter are kept.
    lower : bool
        Words are folded to lower case.
    digits, punctuation : bool
        Whether digits belong to words, and whether punctuation and symbols are words.
    breaks : bool
        Whether `BREAK` ends words beside Chinese characters: for text that has been through a segmenter.
    paragraphs : bool
        Whether it takes a blank line to end a sentence: for text with wrapped lines. Otherwise every line end does.

    Returns
    -------
    ndarray of uint32, shape (0x110000,), read-only
    """
    category = categories()
    kind = np.zeros(0x110000, np.uint32)
    number, mark, letter = (category == ord(letter) for letter in "NML")
    other = (category == ord("P")) | (category == ord("S"))
    han = np.zeros(0x110000, bool)
    for first, last in HAN_RANGES:
        han[first : last + 1] = True
    if segmented:
        kind[other] = STARTS | CONTINUES | (COUNTS if punctuation else 0)
        kind[number] = STARTS | CONTINUES | (COUNTS if digits else 0)
        kind[mark] = STARTS | CONTINUES
        for character in "\u200c\u200d":
            kind[ord(character)] = CONTINUES
        for code in _EAST_ASIAN_PUNCTUATION:
            kind[code] = SINGLE | COUNTS if punctuation else 0
    else:
        if punctuation:
            kind[other] = SINGLE | COUNTS
        if digits:
            kind[number] = _WORD
        kind[mark] = CONTINUES
        for character in _JOINERS:
            kind[ord(character)] |= JOINS
    kind[letter | han] = _WORD
    kind[han] |= HAN
    for code in _IGNORED:
        kind[code] = IGNORED
    for character in LINE_ENDS:
        kind[ord(character)] = LINE_END if paragraphs else NEWLINE
    kind[ord(END)] = NEWLINE
    if breaks:
        kind[BREAK] = IGNORED
    stands_for = lower_case().copy() if lower else np.arange(0x110000, dtype=np.uint32)
    if not segmented:
        stands_for[ord("’")] = ord("'")
    table = stands_for | (kind << np.uint32(KIND))
    table.flags.writeable = False
    return table
