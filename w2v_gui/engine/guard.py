"""Watches a run for values that run away, and keeps the last good state."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.compiled import compiled

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.engine.parameters import Parameters

LARGEST_WEIGHT = np.float32(1e3)
"""Weights of a healthy run stay below about ten."""

LARGEST_LOSS = 10
"""A mean loss above this multiple of the know-nothing loss has run away."""

SLICE = 2**16
"""Elements looked at after each chunk; a whole matrix takes too long to look at every time."""


@compiled
def all_below(values, limit):  # type: ignore[no-untyped-def]
    """Return whether every |value| is below the limit; infinity and NaN are not."""
    good = 0
    for i in range(values.shape[0]):  # counted, not left early: that vectorises
        good += abs(values[i]) < limit
    return good == values.shape[0]


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
    """

    def __init__(self, parameters: Parameters, know_nothing_loss: float, interval: int) -> None:
        self._parameters = parameters
        self._limit = LARGEST_LOSS * max(know_nothing_loss, 1.0)
        self._interval = interval
        self._good: tuple[NDArray[np.float32], NDArray[np.float32], int] | None = None
        self._next = interval
        self._looked_at = 0

    @property
    def last_good_words(self) -> int:
        """Words done in the last good state; 0 stands for the start."""
        return self._good[2] if self._good else 0

    def healthy(self, loss: float, words_done: int) -> bool:
        """Return whether all is well after a chunk, judged by its loss and by a part of the weights."""
        if not (math.isnan(loss) or loss < self._limit) or not self._next_slice():
            return False
        if words_done >= self._next:
            if not self.everything():
                return False
            self._keep(words_done)
        return True

    def everything(self) -> bool:
        """Return whether all weights are of a healthy size."""
        return all(bool(all_below(matrix.reshape(-1), LARGEST_WEIGHT)) for matrix in self._matrices())

    def restore(self) -> bool:
        """Put the last good state back; return whether there was one."""
        if self._good is None:
            return False
        for matrix, kept in zip(self._matrices(), self._good[:2], strict=True):
            matrix[...] = kept
        return True

    def forget(self) -> None:
        """Begin anew."""
        self._good = None
        self._next = self._interval

    def _matrices(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        return self._parameters.W_storage, self._parameters.W_out_storage

    def _next_slice(self) -> bool:
        self._looked_at += 1
        for matrix in self._matrices():
            flat = matrix.reshape(-1)
            pieces = -(-len(flat) // SLICE) or 1
            start = self._looked_at % pieces * SLICE
            if not all_below(flat[start : start + SLICE], LARGEST_WEIGHT):
                return False
        return True

    def _keep(self, words_done: int) -> None:
        if self._good is None:
            inner, outer = self._matrices()
            self._good = (inner.copy(), outer.copy(), words_done)
        else:
            for matrix, kept in zip(self._matrices(), self._good[:2], strict=True):
                kept[...] = matrix
            self._good = (*self._good[:2], words_done)
        self._next = words_done + self._interval
