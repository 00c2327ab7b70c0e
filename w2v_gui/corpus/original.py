"""The text itself, kept while it is read, so that it can be shown later as it stands in the file."""

from __future__ import annotations

import codecs
import weakref
from bisect import bisect_right
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.corpus.read_problems import disk_problems
from w2v_gui.errors import QT_TRANSLATE_NOOP, CorpusError
from w2v_gui.temporary import temporary_file

if TYPE_CHECKING:
    from typing import IO

    from numpy.typing import NDArray

MEMORY_LIMIT = 4 << 20
"""Bytes of text that are kept in memory; more of them go to a temporary file."""

LEAST_BLOCK = 1 << 16
"""A block has at least so many bytes, if it is not the last."""

_NO_ROOM = QT_TRANSLATE_NOOP(
    "errors",
    "There is no room for a copy of the text on the disk ({reason}): free some space, or read less text.",
)


class OriginalText:
    """Takes a text piece by piece as UTF-8, in memory or in a nameless file, and gives blocks of it back.

    A block begins and ends between two tokens. It is about as long as a piece; only blocks without any token can be
    longer, and no two of these follow one another. Reading may be done from several threads at once.

    Parameters
    ----------
    memory_limit : int
        Bytes beyond which the text goes to the file.
    """

    def __init__(self, memory_limit: int = MEMORY_LIMIT) -> None:
        self._limit = memory_limit
        self._memory = bytearray()
        self._file: IO[bytes] | None = None
        self._reading = Lock()
        self._length = 0
        # How many tokens, and bytes, there are before each block.
        self._tokens = [0]
        self._bytes = [0]
        self._firsts = np.zeros(1, np.int64)
        self._table = np.empty(0, np.uint32)

    # -- while the text is read -----------------------------------------------------------------------------------

    def add(self, text: str, tokens: int, rest: int) -> None:
        """Add a piece of the text.

        Parameters
        ----------
        text : str
        tokens : int
            How many tokens have been found so far.
        rest : int
            So many characters at the end of the text so far are not among them yet: an unfinished word.

        Raises
        ------
        CorpusError
            If the disk is full.
        """
        self._write(_encoded(text))
        if rest > len(text):  # how long it is in bytes can be said when a piece begins before it
            return
        place = self._length - len(_encoded(text[len(text) - rest :]))
        if place - self._bytes[-1] < LEAST_BLOCK:
            return
        if len(self._tokens) > 1 and tokens == self._tokens[-1] == self._tokens[-2]:
            self._bytes[-1] = place
        else:
            self._tokens.append(tokens)
            self._bytes.append(place)

    def finish(self, tokens: int, table: NDArray[np.uint32]) -> None:
        """End the text: so many tokens have been found in all, by the scanner with this table."""
        self._tokens.append(tokens)
        self._bytes.append(self._length)
        self._firsts = np.array(self._tokens[:-1], np.int64)
        self._table = table
        if self._file is not None:
            with disk_problems(_NO_ROOM):
                self._file.flush()

    def _write(self, data: bytes) -> None:
        self._length += len(data)
        if self._file is None and self._length > self._limit:
            with disk_problems(_NO_ROOM):
                self._file = temporary_file()
                weakref.finalize(self, self._file.close)
                self._file.write(self._memory)
            self._memory = bytearray()
        if self._file is None:
            self._memory += data
        else:
            with disk_problems(_NO_ROOM):
                self._file.write(data)

    # -- afterwards -----------------------------------------------------------------------------------------------

    @property
    def table(self) -> NDArray[np.uint32]:
        """What every code point meant to the scanner."""
        return self._table

    @property
    def blocks(self) -> int:
        """How many blocks there are."""
        return len(self._firsts)

    def find(self, token: int) -> int:
        """Return the block in which a token stands."""
        return int(np.searchsorted(self._firsts, token, side="right")) - 1

    def offset(self, block: int) -> int:
        """Return how many bytes there are before a block."""
        return self._bytes[block]

    def block_at(self, offset: int) -> int:
        """Return the block in which a byte stands."""
        return min(max(bisect_right(self._bytes, offset) - 1, 0), self.blocks - 1)

    def tokens(self, block: int) -> tuple[int, int]:
        """Return which tokens stand in a block: from the first, up to the second."""
        return self._tokens[block], self._tokens[block + 1]

    def text(self, block: int) -> str:
        """Return the text of a block.

        Raises
        ------
        CorpusError
            If it cannot be read.
        """
        return _decoded(self._read(self._bytes[block], self._bytes[block + 1]))

    def ends_of(self, block: int, length: int) -> str:
        """Return the text of a block, however long it is, without most of what is not near its beginning or end.

        Parameters
        ----------
        block : int
        length : int
            So many bytes are near enough.
        """
        begin, end = self._bytes[block], self._bytes[block + 1]
        if end - begin <= 2 * length:
            return self.text(block)
        return _decoded(self._read(begin, begin + length)) + _decoded(self._read(end - length, end))

    def _read(self, begin: int, end: int) -> bytes:
        if self._file is None:
            return bytes(memoryview(self._memory)[begin:end])
        try:
            with self._reading:
                self._file.seek(begin)
                data = self._file.read(end - begin)
        except OSError as error:
            raise CorpusError(
                QT_TRANSLATE_NOOP("errors", "The text cannot be read again from the disk ({reason}): open it anew."),
                reason=error.strerror or str(error),
            ) from error
        return data


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _decoded(data: bytes) -> str:
    """Return text, without what is left of a character that has been cut through at either end."""
    cut = 0
    while cut < len(data) and data[cut] & 0xC0 == 0x80:
        cut += 1
    return codecs.getincrementaldecoder("utf-8")("surrogatepass").decode(data[cut:])
