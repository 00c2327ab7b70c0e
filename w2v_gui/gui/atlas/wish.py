"""What is looked for on a map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class FindWish:
    """Which words are looked for.

    Attributes
    ----------
    text : str
    expression : bool
        Whether it is a regular expression; else it is a part of words.
    rows : ndarray of int64
        Among these words.
    """

    text: str
    expression: bool
    rows: NDArray[np.int64]
