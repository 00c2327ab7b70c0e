"""What a file of vectors holds, collected block by block."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError
from w2v_gui.vectors.formats.matrix_store import MatrixStore
from w2v_gui.vectors.formats.opened import Opened, ReadReport
from w2v_gui.vectors.word_vectors import Lexicon, WordVectors, lengths

if TYPE_CHECKING:
    from types import TracebackType

    from numpy.typing import NDArray

    from w2v_gui.vectors.formats.opened import Source


class Collected:
    """Takes words and their numbers: decodes the words, leaves out those that come twice, and measures the rows.

    To be used in a ``with`` statement, which drops what has not been handed out by `opened`.

    Parameters
    ----------
    source : Source
    dimensions : int
    rows : int, optional
        How many there will be at most, as far as the file is known to have them.

    Attributes
    ----------
    taken : int
        Rows of the file that have been taken, those left out included.
    """

    def __init__(self, source: Source, dimensions: int, rows: int | None = None) -> None:
        self._source = source
        self._rows: dict[str, int] = {}
        self._norms: list[NDArray[np.float64]] = []
        self._repaired = 0
        self._duplicates = 0
        self._store = MatrixStore(dimensions, rows)
        self.taken = 0

    def __enter__(self) -> Collected:
        self._store.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._store.__exit__()

    def add(self, words: bytes, separator: bytes, numbers: NDArray[np.float32]) -> None:
        """Take some rows.

        Parameters
        ----------
        words : bytes
            The words with a separator between each two.
        separator : bytes
            What none of them holds.
        numbers : ndarray of float32, shape (n, N)
        """
        fresh = self._number(self._decoded(words, separator))
        self.taken += len(numbers)
        if fresh is not None:
            numbers = numbers[fresh]
        self._norms.append(lengths(numbers))
        try:
            self._store.add(numbers)
        except OSError as error:
            raise FormatError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "There is no room on the disk for the vectors of “{file}” ({reason}). Free some space, or open "
                    "only its first rows.",
                ),
                file=self._source.name,
                reason=error.strerror or error,
            ) from error

    def _decoded(self, words: bytes, separator: bytes) -> list[str]:
        try:
            return words.decode().split(separator.decode())
        except UnicodeDecodeError:
            decoded = [word.decode(errors="replace") for word in words.split(separator)]
            self._repaired += sum(
                "\ufffd" in word and word.encode() != raw
                for word, raw in zip(decoded, words.split(separator), strict=True)
            )
            return decoded

    def _number(self, words: list[str]) -> list[int] | None:
        """Give each new word the next row; return the places of the new ones, or None if all are."""
        first = len(self._rows)
        found = list(map(self._rows.setdefault, words, count(first)))
        if len(self._rows) == first + len(words):
            return None
        fresh = [place for place, row in enumerate(found) if row == first + place]
        for row, place in enumerate(fresh, first):
            self._rows[words[place]] = row
        self._duplicates += len(words) - len(fresh)
        return fresh

    def opened(
        self,
        format: str,
        available: int | None = None,
        unread: int = 0,
        unfinished: bool = False,
        partial: bool = False,
    ) -> Opened:
        """Return the vectors, and the report on them."""
        norms = np.concatenate([np.empty(0), *self._norms])
        vectors = WordVectors(Lexicon(self._rows, self._rows), self._store.finish(), norms=norms)
        return Opened(
            vectors,
            ReadReport(
                format,
                len(vectors),
                vectors.dimensions,
                self._repaired,
                self._duplicates,
                unread,
                unfinished,
                partial,
                available,
            ),
        )
