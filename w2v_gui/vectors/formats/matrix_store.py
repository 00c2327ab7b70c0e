"""Where the numbers of a file go while it is read: to memory, or to a nameless file when they are many."""

from __future__ import annotations

import mmap
from typing import IO, TYPE_CHECKING

import numpy as np

from w2v_gui.machine import free_memory
from w2v_gui.temporary import temporary_file

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHARE = 0.25
"""Of the memory that is free, so much at most becomes a matrix; the rest is for those who ask it."""

_UNKNOWN = 1 << 31
"""Bytes kept in memory where the system does not say how much is free."""


def most_in_memory() -> int:
    """Return how many bytes a matrix may take in memory."""
    free = free_memory()
    return _UNKNOWN if free is None else int(SHARE * free)


class MatrixStore:
    """Takes rows of float32 as they come.

    The file that is read is not mapped itself: in most formats the rows stand at uneven places, and whoever cut
    the file short while it is mapped would end this process. A nameless file is nobody else's. It is written
    before it is mapped, so that a full disk is an error and nothing worse.

    Parameters
    ----------
    dimensions : int
    rows : int, optional
        How many rows there will be at most, as far as the file is known to have them.
    limit : int, optional
        Bytes beyond which the rows go to disk.
    """

    def __init__(self, dimensions: int, rows: int | None = None, limit: int | None = None) -> None:
        self._limit = most_in_memory() if limit is None else limit
        self._width = 4 * dimensions
        self._file: IO[bytes] | None = None
        self._length = 0
        if (rows or 0) * self._width > self._limit:
            self._file = temporary_file()
            rows = 0
        self._rows = np.empty((rows or 0, dimensions), dtype=np.float32)

    def __enter__(self) -> MatrixStore:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def __len__(self) -> int:
        return self._length

    def add(self, rows: NDArray[np.float32]) -> None:
        """Add rows to the end; `OSError` if the disk is full."""
        before, self._length = self._length, self._length + len(rows)
        if self._file is None and self._length > len(self._rows):
            self._grow(before)
        if self._file is not None:
            self._file.write(np.ascontiguousarray(rows).data)
        else:
            self._rows[before : self._length] = rows

    def _grow(self, filled: int) -> None:
        """Make room; or go to disk, where the rows would become too many."""
        dimensions = self._rows.shape[1]
        if self._length * self._width > self._limit:
            self._file = temporary_file()
            self._file.write(self._rows[:filled].data)
            self._rows = np.empty((0, dimensions), dtype=np.float32)
        else:
            # The system moves the pages of a large array instead of copying them: it is never there twice.
            self._rows.resize((max(self._length, len(self._rows) * 3 // 2), dimensions), refcheck=False)

    def finish(self) -> NDArray[np.float32]:
        """Return all rows."""
        if self._file is None or self._length == 0:
            return self._rows[: self._length]
        self._file.flush()
        content = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        return np.frombuffer(content, dtype=np.float32).reshape(self._length, -1)
