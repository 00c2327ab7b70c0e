"""What a file of vectors holds, collected block by block."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError
from w2v_gui.vectors.formats.matrix_store import MatrixStore
from w2v_gui.vectors.formats.opened import Opened, ReadReport
from w2v_gui.vectors.lengths import lengths
from w2v_gui.vectors.lexicon import Lexicon
from w2v_gui.vectors.word_vectors import WordVectors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future
    from types import TracebackType

    from numpy.typing import NDArray

    from w2v_gui.vectors.formats.opened import Source


_WORDS = 20_000
"""Words that are numbered at a time."""

_WAITING = 4
"""Blocks at most that have been read and wait to be measured and moved."""

_BLOCK = 1 << 18
"""Numbers that are moved at a time."""


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
        self._words: list[str] = []
        self._norms: list[NDArray[np.float64]] = []
        self._repaired = 0
        self._store = MatrixStore(dimensions, rows)
        # Measuring and moving numbers leaves Python's lock to who reads the file meanwhile.
        self._thread = ThreadPoolExecutor(1)
        self._waiting: deque[Future[None]] = deque()
        self.taken = 0

    def __enter__(self) -> Collected:
        self._store.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown(cancel_futures=True)
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
            Nobody writes into it any more.
        """
        self._words += self._decoded(words, separator)
        self.taken += len(numbers)
        if len(self._waiting) == _WAITING:
            self._waiting.popleft().result()
        self._waiting.append(self._thread.submit(self._keep, numbers))

    def _keep(self, numbers: NDArray[np.float32]) -> None:
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

    def _numbered(self) -> dict[str, int]:
        """Return the row of each word; of one that comes twice, the last.

        All at the end, this takes half the time that it takes block by block; in pieces, because Python's lock is not
        given to others within one.
        """
        rows: dict[str, int] = {}
        for start in range(0, len(self._words), _WORDS):
            self._source.tell(1.0)
            piece = self._words[start : start + _WORDS]
            rows.update(zip(piece, range(start, start + len(piece)), strict=True))
        return rows

    def opened(
        self,
        format: str,
        available: int | None = None,
        unread: int = 0,
        unfinished: bool = False,
        partial: bool = False,
    ) -> Opened:
        """Return the vectors, and the report on them."""
        rows = self._numbered()
        for block in self._waiting:
            block.result()
        matrix, norms = self._store.finish(), np.concatenate([np.empty(0), *self._norms])
        if len(rows) < len(self._words):
            kept = first_rows(self._words)
            matrix, norms = without_others(matrix, kept), norms[kept]
            rows = {self._words[row]: place for place, row in enumerate(kept.tolist())}
        vectors = WordVectors(Lexicon(rows, rows), matrix, norms=norms)
        return Opened(
            vectors,
            ReadReport(
                format,
                len(vectors),
                vectors.dimensions,
                self._repaired,
                len(self._words) - len(rows),
                unread,
                unfinished,
                partial,
                available,
            ),
        )


def first_rows(words: Sequence[str]) -> NDArray[np.intp]:
    """Return the rows of words that do not stand further up already."""
    rows: dict[str, int] = {}
    for row, word in enumerate(words):
        rows.setdefault(word, row)
    return np.fromiter(rows.values(), np.intp, len(rows))


def without_others(matrix: NDArray[np.float32], kept: NDArray[np.intp]) -> NDArray[np.float32]:
    """Return the rows that are kept, in their order: in their old place, or as many on disk as were there."""
    step = max(1, _BLOCK // matrix.shape[1])
    if matrix.flags.writeable:
        for start in range(0, len(kept), step):
            block = kept[start : start + step]
            matrix[start : start + len(block)] = matrix[block]
        return matrix[: len(kept)]
    with MatrixStore(matrix.shape[1], len(kept)) as store:
        for start in range(0, len(kept), step):
            store.add(matrix[kept[start : start + step]])
        return store.finish()
