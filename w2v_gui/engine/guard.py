"""Watches a run for values that run away, and keeps the last good state."""

from __future__ import annotations

import math
import weakref
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.compiled import compiled
from w2v_gui.temporary import temporary_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO

    from numpy.typing import NDArray

    from w2v_gui.engine.parameters import Parameters

LARGEST_WEIGHT = np.float32(1e3)
"""Weights of a healthy run stay below about ten."""

LARGEST_LOSS = 10
"""A mean loss above this multiple of the know-nothing loss has run away."""

SLICE = 2**16
"""Elements looked at after each chunk; a whole matrix takes too long to look at every time."""


@compiled
def all_below(values, limit):
    """Return whether every |value| is below the limit; infinity and NaN are not."""
    good = 0
    for i in range(values.shape[0]):  # counted, not left early: that vectorises
        good += abs(values[i]) < limit
    return good == values.shape[0]


class Keepsake:
    """A copy of some matrices, on disk: the weights of a large model should not be in memory twice.

    Where the disk is full, or there is none to write to, the copy is kept in memory after all.
    """

    def __init__(self, matrices: Sequence[NDArray[np.float32]]) -> None:
        self._matrices = matrices
        self._file: IO[bytes] | None = None
        self._copies: list[NDArray[np.float32]] = []

    def take(self) -> None:
        """Copy the matrices as they are now."""
        try:
            if self._file is None:
                self._file = temporary_file()
                self._closing = weakref.finalize(self, self._file.close)
            self._file.seek(0)
            for matrix in self._matrices:
                self._file.write(matrix.data)
            self._file.flush()
            self._copies = []
        except OSError:
            self._copies = [matrix.copy() for matrix in self._matrices]

    def put_back(self) -> None:
        """Give the matrices the values they had when they were copied."""
        if self._copies or self._file is None:
            for matrix, copy in zip(self._matrices, self._copies, strict=True):
                matrix[...] = copy
            return
        self._file.seek(0)
        for matrix in self._matrices:
            matrix.reshape(-1)[:] = np.frombuffer(self._file.read(matrix.nbytes), np.float32)

    def close(self) -> None:
        """Let go of the file, which then is gone."""
        if self._file is not None:
            self._closing()
            self._file = None


class Guard:
    """Looks at loss and weights between chunks.

    Parameters
    ----------
    parameters : Parameters
        The weights to watch.
    know_nothing_loss : float
        In nats.
    interval : int
        So many words lie between two copies of the good state.

    Attributes
    ----------
    last_good_words : int
        Words done in the last good state; 0 stands for the start.
    """

    def __init__(self, parameters: Parameters, know_nothing_loss: float, interval: int) -> None:
        self._matrices = (parameters.W_storage, parameters.W_out_storage)
        self._keepsake = Keepsake(self._matrices)
        self._limit = LARGEST_LOSS * max(know_nothing_loss, 1.0)
        self._interval = interval
        self._next = interval
        self._looked_at = 0
        self.last_good_words = 0

    def healthy(self, loss: float, words_done: int) -> bool:
        """Return whether all is well after a chunk, judged by its loss and by a part of the weights."""
        if not (math.isnan(loss) or loss < self._limit) or not self._next_slice():
            return False
        if words_done >= self._next:
            if not self.everything():
                return False
            self.keep(words_done)
        return True

    def keep(self, words_done: int) -> None:
        """Take the weights as they are for the last good state."""
        self._keepsake.take()
        self.last_good_words = words_done
        self._next = words_done + self._interval

    def everything(self) -> bool:
        """Return whether all weights are of a healthy size."""
        return all(bool(all_below(matrix.reshape(-1), LARGEST_WEIGHT)) for matrix in self._matrices)

    def restore(self) -> bool:
        """Put the last good state back; return whether there was one."""
        if not self.last_good_words:
            return False
        self._keepsake.put_back()
        return True

    def forget(self) -> None:
        """Begin anew."""
        self.last_good_words = 0
        self._next = self._interval

    def close(self) -> None:
        """Let go of the copy."""
        self._keepsake.close()

    def _next_slice(self) -> bool:
        self._looked_at += 1
        for matrix in self._matrices:
            flat = matrix.reshape(-1)
            pieces = -(-len(flat) // SLICE) or 1
            start = self._looked_at % pieces * SLICE
            if not all_below(flat[start : start + SLICE], LARGEST_WEIGHT):
                return False
        return True
