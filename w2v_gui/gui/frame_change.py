"""What has changed since the last frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class FrameChange:
    """Remembers the rows of the last frame.

    Attributes
    ----------
    values : ndarray of float32 or None
        The rows of the latest frame less those of the one before; None while there is nothing to compare with.
    """

    def __init__(self) -> None:
        self.values: NDArray[np.float32] | None = None
        self._ids: tuple[int, ...] = ()
        self._rows: NDArray[np.float32] | None = None
        self._moment = -1

    def take(self, ids: tuple[int, ...], rows: NDArray[np.float32], moment: int) -> None:
        """Take the rows of a frame; the same moment seen again changes nothing."""
        same = ids == self._ids
        if same and moment == self._moment:
            return
        self.values = difference(rows, self._rows) if same and self._rows is not None else None
        self._ids, self._rows, self._moment = ids, rows, moment


def difference(now: NDArray[np.float32], before: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return by how much rows have changed; those of a run that diverges need not be finite."""
    with np.errstate(invalid="ignore", over="ignore"):
        return now - before
