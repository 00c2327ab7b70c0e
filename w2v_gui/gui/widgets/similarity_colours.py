"""Which colours similarities have: those of the scale from -1 to 1, or all there are for the range they lie in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.gui.cells import colour_indices

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SMALLEST = 1e-4
"""Similarities that differ less would be coloured by rounding."""


@dataclass(frozen=True)
class ColourRange:
    """What the colours span; the sign of a similarity is never given away for it.

    Attributes
    ----------
    low, high : float
        Between them the colours are spread: if both are above zero all are green, if both are below it all are violet.
    """

    low: float = -1.0
    high: float = 1.0

    @property
    def _palest(self) -> float:
        return min(max(0.0, self.low), self.high)

    @property
    def _reach(self) -> float:
        return max(self.high - self._palest, self._palest - self.low)

    @property
    def ends(self) -> tuple[float, float]:
        """The similarities at both ends of the scale: of two signs, both have equal room."""
        palest, reach = self._palest, self._reach
        return (palest - reach if self.low < palest else palest), (palest + reach if self.high > palest else palest)

    def shares(self, values: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return how strong the colours are: -1 the strongest violet, 1 the strongest green."""
        shares: NDArray[np.float64] = np.clip((values - self._palest) / self._reach, -1.0, 1.0)
        return shares

    def indices(self, values: NDArray[np.floating]) -> NDArray[np.uint8]:
        """Return which of the colours of a `colour_table` each value has."""
        return colour_indices(self.shares(values), 1.0)


WHOLE = ColourRange()


def spread(values: NDArray[np.float64]) -> ColourRange | None:
    """Return the range of the similarities of different words; None where they do not differ."""
    different = values[~np.eye(len(values), dtype=bool)]
    known = different[np.isfinite(different)]
    if not len(known) or np.ptp(known) < _SMALLEST:
        return None
    return ColourRange(float(known.min()), float(known.max()))
