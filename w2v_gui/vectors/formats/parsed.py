"""What has been read from a block of lines, in Python or by the compiled twin."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Parsed(NamedTuple):
    """Rows read from a block of whole lines.

    Attributes
    ----------
    words : list of bytes
    numbers : ndarray of float32, shape (n, N)
    end : int
        Where the last of them ends.
    bad : bool
        Whether what stands there is no row.
    """

    words: list[bytes]
    numbers: NDArray[np.float32]
    end: int
    bad: bool
