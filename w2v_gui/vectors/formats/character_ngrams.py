"""The character n-grams of words, and the buckets that fastText puts them into.

Bojanowski et al., “Enriching Word Vectors with Subword Information” (2017), section 3.2: a word between the signs
``<`` and ``>`` is cut into all its n-grams of ``shortest`` to ``longest`` characters. A bucket is the FNV-1a hash of
an n-gram's UTF-8, as fastText computes it: bytes from 128 on are taken as negative numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_BASIS = np.uint32(2166136261)
_PRIME = np.uint32(16777619)
_BRACKETS = b"<", b">"


def ngram_buckets(
    words: Sequence[bytes], shortest: int, longest: int, buckets: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the buckets of all n-grams of some words, in fastText's order, and how many each word has.

    Parameters
    ----------
    words : sequence of bytes
        In UTF-8. Where they are not, every byte that does not continue a character begins one.
    shortest, longest : int
        In characters, the signs around the word included; neither of these alone is an n-gram.
    buckets : int

    Returns
    -------
    buckets : ndarray of int64
        Those of the first word, then of the second, and so on: by where they begin, then by their length.
    counts : ndarray of int64, shape (len(words),)
    """
    text = np.frombuffer(b"".join(_BRACKETS[0] + word + _BRACKETS[1] for word in words), np.uint8)
    lengths = np.fromiter((len(word) + 2 for word in words), np.int64, len(words))
    ends = np.cumsum(lengths)
    continues = np.append((text & 0xC0) == 0x80, False)
    # What is hashed of a byte: with its sign extended to 32 bits.
    values = np.append(text, np.uint8(0)).view(np.int8).astype(np.int32).view(np.uint32)
    starts = np.flatnonzero(~continues[:-1])
    owner = np.repeat(np.arange(len(words)), lengths)[starts]
    end, first = ends[owner], starts == (ends - lengths)[owner]
    hashes = np.full(len(starts), _BASIS)
    position = starts.copy()
    found, there = [], []
    for length in range(1, longest + 1):
        growing = position < end
        if not growing.any():
            break
        going = growing.copy()
        while going.any():
            hashes[going] = (hashes[going] ^ values[position[going]]) * _PRIME
            position[going] += 1
            going &= (position < end) & continues[position]
        if length >= shortest:
            found.append(hashes.copy())
            there.append(growing & ~((length == 1) & (first | (position == end))))
    if not found:
        return np.empty(0, np.int64), np.zeros(len(words), np.int64)
    table, present = np.stack(found, axis=1), np.stack(there, axis=1)
    counts = np.bincount(owner, present.sum(axis=1), len(words)).astype(np.int64)
    return table[present].astype(np.int64) % buckets, counts
