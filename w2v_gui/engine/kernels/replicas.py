"""Rows that every thread keeps writing, copied for each thread and merged again.

The rows of the most frequent words, and the nodes near the root of a Huffman tree, are written by every
thread in nearly every window. Shared, their cache lines travel between the cores all the time, and two
threads can be slower than one. So each thread works on its own copies of these few rows, and after every
unit adds what it has changed to the shared rows and takes over what the others have changed.

The copies stand behind the shared rows in the same matrix: a copied row is an ordinary row with another
number. With one thread there are no copies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from numba import uint64

from w2v_gui.compiled import compiled

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Replicas(NamedTuple):
    """One thread's copies of rows ``low`` to ``high`` of a matrix.

    Attributes
    ----------
    low, high : int
        Shared rows that are copied; none where they are equal.
    place : int
        Row at which this thread's copies begin.
    base : ndarray of float32, shape ((high − low) · stride,)
        What the copies were after the last merge.
    """

    low: int
    high: int
    place: int
    base: NDArray[np.float32]


@compiled
def element(replicas, row, stride):
    """Return the first element of the row to use for a row: its copy, where there is one."""
    row = uint64(row)
    low = uint64(replicas.low)
    if low <= row < uint64(replicas.high):
        row = row - low + uint64(replicas.place)
    return row * stride


@compiled
def merge(replicas, matrix, stride):
    """Add this thread's changes to the shared rows, and take over the others'."""
    shared = uint64(replicas.low) * stride
    own = uint64(replicas.place) * stride
    base = replicas.base
    for d in range(uint64(base.shape[0])):
        value = matrix[shared + d] + (matrix[own + d] - base[d])
        matrix[shared + d] = value
        matrix[own + d] = value
        base[d] = value


@compiled
def adopt(replicas, matrix, stride):
    """Take over the shared rows as they are."""
    shared = uint64(replicas.low) * stride
    own = uint64(replicas.place) * stride
    base = replicas.base
    for d in range(uint64(base.shape[0])):
        matrix[own + d] = matrix[shared + d]
        base[d] = matrix[shared + d]
