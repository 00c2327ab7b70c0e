"""Where the ids of a text are kept while it is being read: in memory, or on disk when there are too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.corpus.read_problems import disk_problems
from w2v_gui.errors import QT_TRANSLATE_NOOP
from w2v_gui.temporary import temporary_file

if TYPE_CHECKING:
    from typing import IO

    from numpy.typing import NDArray


_FIRST = 1 << 16
"""Ids there is room for at the beginning."""

_BLOCK = 1 << 20
"""Ids that are replaced at a time."""

_NO_ROOM = QT_TRANSLATE_NOOP(
    "errors",
    "There is no room for the text's numbers on the disk ({reason}): free some space, or read less text.",
)


class IdStore:
    """Takes ids as they come, in memory or, when they become too many, in a temporary file.

    To be used in a ``with`` statement, which drops whatever has not been handed out by `finish`.

    Parameters
    ----------
    memory_limit : int
        Bytes beyond which the ids go to the file.
    """

    def __init__(self, memory_limit: int) -> None:
        self._limit = memory_limit
        self._ids = np.empty(_FIRST, np.int32)
        self._file: IO[bytes] | None = None
        self._length = 0

    def __enter__(self) -> IdStore:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def __len__(self) -> int:
        return self._length

    def add(self, ids: NDArray[np.int32]) -> None:
        """Add ids to the end."""
        before, self._length = self._length, self._length + len(ids)
        if self._file is None and 4 * self._length > self._limit:
            with disk_problems(_NO_ROOM):
                self._file = temporary_file()
                self._file.write(self._ids[:before].data)
            self._ids = np.empty(0, np.int32)
        if self._file is not None:
            with disk_problems(_NO_ROOM):
                self._file.write(ids.data)
            return
        if self._length > len(self._ids):
            # The system moves the pages of a large array instead of copying them: it is never there twice.
            self._ids.resize(max(self._length, len(self._ids) * 3 // 2), refcheck=False)
        self._ids[before : self._length] = ids

    def finish(self, ranks: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return all ids as one read-only array, each replaced by its rank."""
        if self._file is not None:
            self._rank_file(ranks)
            return np.memmap(self._file, np.int32, "r", shape=(self._length,))
        ids = self._ids
        ids.resize(self._length, refcheck=False)
        for position in range(0, len(ids), _BLOCK):
            part = ids[position : position + _BLOCK]
            part[...] = ranks[part]
        ids.flags.writeable = False
        return ids

    def _rank_file(self, ranks: NDArray[np.int32]) -> None:
        """Replace ids by ranks, block by block."""
        assert self._file is not None
        step = 4 * _BLOCK
        with disk_problems(_NO_ROOM):
            for position in range(0, 4 * self._length, step):
                self._file.seek(position)
                ids = np.frombuffer(self._file.read(step), np.int32)
                self._file.seek(position)
                self._file.write(ranks[ids].data)
            self._file.flush()
