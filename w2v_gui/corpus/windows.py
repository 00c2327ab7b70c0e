"""Context windows: which words predict which, decided by position alone.

Subsampling and the random reach of a window are drawn from a hash of (seed, epoch, position in the corpus)
instead of a running generator. Nothing then depends on where a chunk of work begins or ends, on how many
threads there are, or on what has been looked at before: the same position always gives the same window, and
the pairs one can look at are the very pairs that are trained.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numba import uint64

from w2v_gui.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.vocabulary import Vocabulary

UNIT = 1024
"""Tokens that one call of `gather` handles at the most."""


class Stream(NamedTuple):
    """What `gather` reads: the corpus, and the rules for windows in it.

    Attributes
    ----------
    ids, offsets : ndarray
        Those of the `EncodedCorpus`.
    keep : ndarray of uint32, shape (V,)
        A word is kept where 32 random bits are not above this.
    window : int
        Largest reach on either side.
    full : bool
        Only windows that reach ``window`` words on both sides.
    seed : int
        Seed of every random decision.
    """

    ids: NDArray[np.int32]
    offsets: NDArray[np.int64]
    keep: NDArray[np.uint32]
    window: int
    full: bool
    seed: int


class Buffer(NamedTuple):
    """What `gather` fills: the kept words around a stretch of text, and the window of each.

    Attributes
    ----------
    tokens : ndarray of int32
        Ids of the kept words, in order.
    positions : ndarray of int64
        Where in the corpus each of them stands.
    left, right : ndarray of int32
        The context of the word at c is ``tokens[left[c]:c]`` and ``tokens[c + 1:right[c]]``; a word without
        a context has ``left == right``.
    """

    tokens: NDArray[np.int32]
    positions: NDArray[np.int64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]


def make_stream(
    corpus: EncodedCorpus, vocabulary: Vocabulary, *, window: int, sample: float, full_windows_only: bool, seed: int
) -> Stream:
    """Return the stream of a corpus, with only the words of ``vocabulary`` (a prefix of the corpus's)."""
    scale = 2.0**32
    keep = np.maximum(np.round(vocabulary.keep_probability(sample) * scale) - 1, 0).astype(np.uint32)
    return Stream(corpus.ids, corpus.offsets, keep, window, full_windows_only, seed)


def make_buffer(window: int) -> Buffer:
    """Return a buffer large enough for a stretch of `UNIT` tokens and its surroundings."""
    size = UNIT + 2 * window
    return Buffer(
        np.zeros(size, np.int32), np.zeros(size, np.int64), np.zeros(size, np.int32), np.zeros(size, np.int32)
    )


@compiled
def mix(x):
    """Return 64 well-mixed bits (the finaliser of SplitMix64; Steele, Lea, Flood 2014)."""
    x = uint64(x)
    x = (x ^ (x >> uint64(30))) * uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> uint64(27))) * uint64(0x94D049BB133111EB)
    return x ^ (x >> uint64(31))


@compiled
def stream_key(seed, epoch, purpose):
    """Return the key of one purpose's random numbers in one epoch."""
    return mix(mix(uint64(seed) * uint64(0x9E3779B97F4A7C15) + uint64(epoch)) + uint64(purpose))


@compiled
def draw(key, counter):
    """Return the 64 random bits that belong to ``counter``."""
    return mix(uint64(key) + uint64(counter) * uint64(0x9E3779B97F4A7C15))


@compiled
def gather(stream, buffer, epoch, begin, end):
    """Collect the kept words at positions ``begin`` to ``end`` with their windows.

    The neighbours that a window needs on either side of the stretch are collected too, so windows do not
    end at the borders of a stretch.

    Parameters
    ----------
    stream : Stream
    buffer : Buffer
        Overwritten.
    epoch : int
        From 0; every epoch draws anew.
    begin, end : int
        Positions in the corpus, at most `UNIT` apart.

    Returns
    -------
    first, last : int
        The words of the stretch are ``buffer.tokens[first:last]``.
    """
    ids, offsets, keep = stream.ids, stream.offsets, stream.keep
    tokens, positions, left, right = buffer.tokens, buffer.positions, buffer.left, buffer.right
    window = stream.window
    size = keep.shape[0]
    key = stream_key(stream.seed, epoch, 1)

    sentence = np.searchsorted(offsets, begin, side="right") - 1
    start = offsets[sentence]
    n = 0
    p = begin - 1
    while p >= start and n < window:
        word = ids[p]
        if word < size and (draw(key, p) & uint64(0xFFFFFFFF)) <= keep[word]:
            tokens[n], positions[n] = word, p
            n += 1
        p -= 1
    for i in range(n // 2):  # they were met from right to left
        tokens[i], tokens[n - 1 - i] = tokens[n - 1 - i], tokens[i]
        positions[i], positions[n - 1 - i] = positions[n - 1 - i], positions[i]
    first = n
    last = n
    bottom = 0  # where the present sentence begins in the buffer

    p = begin
    while p < end:
        stop = offsets[sentence + 1]
        here = min(stop, end)
        while p < here:
            word = ids[p]
            if word < size and (draw(key, p) & uint64(0xFFFFFFFF)) <= keep[word]:
                tokens[n], positions[n] = word, p
                n += 1
            p += 1
        last = n
        if p == end:  # the last word's neighbours may stand beyond the end
            beyond = 0
            while p < stop and beyond < window:
                word = ids[p]
                if word < size and (draw(key, p) & uint64(0xFFFFFFFF)) <= keep[word]:
                    tokens[n], positions[n] = word, p
                    n += 1
                    beyond += 1
                p += 1
            p = end
        for c in range(max(bottom, first), last):
            reach = window
            if not stream.full:
                bits = draw(key, positions[c]) >> uint64(32)
                reach = 1 + np.int64((bits * uint64(window)) >> uint64(32))
            low = max(c - reach, bottom)
            high = min(c + reach + 1, n)
            if high - low == 1 or (stream.full and high - low < 2 * window + 1):
                low = c
                high = c
            left[c], right[c] = low, high
        bottom = n
        sentence += 1
    return first, last


@dataclass(frozen=True)
class Window:
    """One centre word and its context.

    Attributes
    ----------
    position : int
        Where the centre stands in the corpus.
    centre : int
        Its id.
    context : tuple of int
        Ids of the context words, from left to right; a word that stands twice is there twice.
    context_positions : tuple of int
        Where they stand.
    """

    position: int
    centre: int
    context: tuple[int, ...]
    context_positions: tuple[int, ...]


def windows(stream: Stream, epoch: int, begin: int, end: int) -> Iterator[Window]:
    """Yield the windows whose centres stand at positions ``begin`` to ``end``, as they are trained."""
    buffer = make_buffer(stream.window)
    for start in range(begin, end, UNIT):
        first, last = gather(stream, buffer, epoch, start, min(start + UNIT, end))
        for c in range(first, last):
            low, high = int(buffer.left[c]), int(buffer.right[c])
            around = [i for i in range(low, high) if i != c]
            if around:
                yield Window(
                    int(buffer.positions[c]),
                    int(buffer.tokens[c]),
                    tuple(int(buffer.tokens[i]) for i in around),
                    tuple(int(buffer.positions[i]) for i in around),
                )
