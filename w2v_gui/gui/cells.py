"""From numbers to the colours of cells: what a scale spans, and what becomes of more columns than pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.gui.scales import nice_ceiling

if TYPE_CHECKING:
    from numpy.typing import NDArray

ZERO = 127
"""The colour of zero in a table of 255 colours, the lowest value first."""

NOT_A_NUMBER = 255

_WITHIN = 98
"""So many per cent of the values are within the scale: single large ones would leave all others pale."""

_SMALLEST = 1e-6


class Scales:
    """The values at both ends of a symmetric scale, one for each kind of matrix.

    A scale only grows, along 1, 2, 5, 10, so that colours can be compared from frame to frame.
    """

    def __init__(self) -> None:
        self._levels: dict[str, float] = {}
        self._locked = False

    @property
    def locked(self) -> bool:
        return self._locked

    def lock(self, locked: bool) -> None:
        """Keep all scales as they are; unlocked, they fit again what is shown."""
        self._locked = locked
        if not locked:
            self._levels = {}

    def begin(self) -> None:
        """Fit again to a new run, unless the scales are locked: then runs can be compared."""
        if not self._locked:
            self._levels = {}

    def fit(self, kind: str, values: NDArray[np.floating]) -> float:
        """Return the level for these values, at least as high as any before."""
        level = self._levels.get(kind, 0.0)
        if not (self._locked and level):
            level = self._levels[kind] = max(level, fitting_level(values))
        return level


def fitting_level(values: NDArray[np.floating]) -> float:
    """Return the round number that nearly all values are within."""
    sizes = np.abs(values[np.isfinite(values)])
    return nice_ceiling(max(float(np.percentile(sizes, _WITHIN)), _SMALLEST)) if len(sizes) else _SMALLEST


def groups(columns: int, most: int) -> NDArray[np.intp]:
    """Return where groups of neighbouring columns begin, and where the last ends: at most ``most``, nearly equal."""
    count = max(1, min(columns, most))
    return np.linspace(0, columns, count + 1).round().astype(np.intp)


def pooled(values: NDArray[np.floating], edges: NDArray[np.intp]) -> NDArray[np.floating]:
    """Return the mean of each group of columns.

    A pixel that showed one of its columns, or the largest, would sparkle from frame to frame: the mean moves as
    evenly as the values do.
    """
    if len(edges) == values.shape[1] + 1:
        return values
    with np.errstate(invalid="ignore", over="ignore"):  # of a run that diverges
        sums: NDArray[np.floating] = np.add.reduceat(values, edges[:-1], axis=1)
    return np.asarray(np.divide(sums, np.diff(edges), dtype=values.dtype))


def colour_indices(values: NDArray[np.floating], level: float) -> NDArray[np.uint8]:
    """Return, for each value, which of 255 colours it has; `NOT_A_NUMBER` where it is none."""
    # In double precision: the level of a run that diverges may be beyond what the values themselves can be.
    steps = np.rint(np.clip(values.astype(np.float64) / level, -1, 1) * ZERO) + ZERO
    return np.where(np.isnan(steps), NOT_A_NUMBER, steps).astype(np.uint8)
