"""How long vectors are, and the same directions with length 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike, NDArray

_BLOCK = 1 << 16
"""Numbers measured at a time: so many stay near the processor as float64."""


def lengths(matrix: NDArray[np.float32], tell: Callable[[float], None] = lambda share: None) -> NDArray[np.float64]:
    """Return the Euclidean length of each row; in float64, so that no finite row overflows and none but zeros is 0.

    Parameters
    ----------
    matrix : ndarray of float32, shape (V, N)
    tell : callable
        Called with the share that is done every few thousandths of a second; whatever it raises ends the work.
    """
    found = np.empty(len(matrix))
    step = max(1, _BLOCK // max(1, matrix.shape[1]))
    # One block for all: new memory for each would take longer than the measuring.
    scratch = np.empty((min(step, len(matrix)), matrix.shape[1]))
    with np.errstate(invalid="ignore"):
        for start in range(0, len(matrix), step):
            tell(start / len(matrix))
            rows = matrix[start : start + step]
            block = scratch[: len(rows)]
            block[...] = rows
            np.vecdot(block, block, out=found[start : start + step])
        return np.sqrt(found, out=found)


def unit_vector(vector: ArrayLike) -> NDArray[np.float32]:
    """Return a vector as a (1, N) array of length 1, or zeros if it has no direction."""
    values = np.asarray(vector, dtype=np.float64).reshape(1, -1)
    largest = np.abs(values).max(initial=0.0)
    if not np.isfinite(largest) or largest == 0:
        return np.zeros(values.shape, dtype=np.float32)
    values = values / largest
    return np.asarray(values / np.linalg.norm(values), dtype=np.float32)
