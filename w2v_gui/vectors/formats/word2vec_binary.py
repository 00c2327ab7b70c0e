"""word2vec's binary format: a line ``V N``, then for each word the word, a space and N float32."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.vectors.formats.collected import Collected
from w2v_gui.vectors.formats.opened import LONGEST_ROW, check_promise, cut_off, encoded_word, header_of, required_header

if TYPE_CHECKING:
    from typing import BinaryIO

    from numpy.typing import NDArray

    from w2v_gui.vectors.formats.opened import Opened, Source
    from w2v_gui.vectors.formats.writing import Writing
    from w2v_gui.vectors.word_vectors import WordVectors

NAME = "word2vec binary"
ENDINGS = (".bin",)
_CHUNK = 1 << 22
"""Bytes looked at together: so many that those who work on other threads rarely wait for each other."""

_ROWS = 1 << 12
"""About so many rows are looked at together: Python's lock is not given to others meanwhile."""

_SPACE = ord(" ")


def recognises(source: Source) -> bool:
    """Whether the file begins with a header; that no text follows, `looks_like_text` has been asked before."""
    return header_of(source) is not None


def read(source: Source) -> Opened:
    """Read the rows, each with or without a newline after it (word2vec.c writes one, gensim does not).

    Raises
    ------
    FormatError
        If the header is not one, promises more than the file can hold, or the file ends too early.
    """
    header = required_header(source)
    width = header.dimensions * 4
    wanted = header.words if source.first is None else min(header.words, source.first)
    check_promise(source, header, least=header.length + wanted * (width + 1))
    source.stream.seek(header.length)
    with Collected(source, header.dimensions, None if source.packed else wanted) as collected:
        window, removed = _Window(width), re.compile(rb"(?s) .{%d}" % width)
        while collected.taken < wanted:
            if len(window.content) > LONGEST_ROW or not window.filled(source):
                raise cut_off(source, collected.taken + 1, header.words)
            words, places = _rows(window.content, removed, width, wanted - collected.taken)
            if len(places):
                collected.add(words, b" ", window.numbers(places))
                window.passed(int(places[-1]) + width)
            source.tell()
        partial = wanted < header.words
        unread = 0 if partial else source.rest(bytes(window.content), b"\n")
        return collected.opened(NAME, header.words, unread, partial=partial)


class _Window:
    """A stretch of a file, moved along it: always in the same memory, because new memory costs as much as the reading.

    Parameters
    ----------
    width : int
        Bytes of the numbers of a row.
    """

    def __init__(self, width: int) -> None:
        self._width = width
        self._buffer = bytearray(min(_CHUNK, _ROWS * width))
        self._end = 0

    @property
    def content(self) -> memoryview:
        """What has been read and not been passed yet."""
        return memoryview(self._buffer)[: self._end]

    def filled(self, source: Source) -> bool:
        """Read on, as much as there is room for, and return whether there was anything."""
        if self._end == len(self._buffer):
            # As much again as is there already keeps the search linear, whatever the file holds.
            self._buffer = self._buffer + bytes(len(self._buffer))
        read = source.stream.readinto(memoryview(self._buffer)[self._end :])  # type: ignore[attr-defined]
        self._end += read
        return bool(read)

    def numbers(self, places: NDArray[np.intp]) -> NDArray[np.float32]:
        """Copy the numbers of rows that begin at any places."""
        # At every byte a row may begin; the rows overlap, and only those asked for are looked at.
        everywhere = np.ndarray((self._end - self._width + 1,), f"V{self._width}", self._buffer, strides=(1,))
        return everywhere[places].view("<f4").reshape(len(places), -1).astype(np.float32, copy=False)

    def passed(self, end: int) -> None:
        """Drop what stands before a place."""
        rest = self.content[end:]
        self._end = len(rest)
        self.content[:] = rest


def _rows(content: memoryview, removed: re.Pattern[bytes], width: int, most: int) -> tuple[bytes, NDArray[np.intp]]:
    """Return the words of whole rows with a space between each two, and where their numbers begin.

    A word ends at the first space. So what remains when each space and the numbers after it become a space are the
    words, and where they stand among the numbers follows from where they stand now.
    """
    left, count = removed.subn(b" ", content, most)
    ends = np.flatnonzero(np.frombuffer(left, np.uint8) == _SPACE)[:count]
    words = left[: ends[-1]].lstrip(b"\n") if count else b""
    while b" \n" in words:
        words = words.replace(b" \n", b" ")
    return words, ends + np.arange(1, count * width + 1, width)


def write(file: BinaryIO, vectors: WordVectors, writing: Writing) -> None:
    """Write the rows, each with a newline after it, as word2vec.c does; gensim and all others read that."""
    file.write(b"%d %d\n" % vectors.matrix.shape)
    for words, rows in writing.blocks(vectors):
        for word, row in zip(words, rows, strict=True):
            file.write(b"%b %b\n" % (writing.noted(word, encoded_word(word)), row.astype("<f4").tobytes()))
