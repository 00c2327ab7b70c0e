"""What came of a line in which a word is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from w2v_gui.engine.prediction import Prediction, Predictor


@dataclass(frozen=True)
class Unknown:
    """A word of the line that the model does not know.

    Attributes
    ----------
    word : str
    count : int or None
        How often it stands in the text, less than the minimum count; None if it is not there.
    stop : bool
        Whether it is a stop word.
    """

    word: str
    count: int | None = None
    stop: bool = False

    @property
    def absent(self) -> bool:
        """Whether it is nowhere at all."""
        return self.count is None and not self.stop


@dataclass(frozen=True, eq=False)
class Predicted:
    """What came of a line.

    Attributes
    ----------
    line : str
        As it was typed.
    predictor : Predictor
        Whose answer it is.
    left, right : tuple of str
        The words before and after the gap.
    prediction : Prediction or None
        None where there is no gap.
    rows : ndarray of intp
        The best words, the best first.
    unknown : tuple of Unknown
    more : bool
        Whether there are more gaps, about which nothing is said.
    """

    line: str
    predictor: Predictor
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    prediction: Prediction | None = None
    rows: NDArray[np.intp] | None = None
    unknown: tuple[Unknown, ...] = ()
    more: bool = False
