"""The learning rate over a run: a straight line down to its minimum."""

from __future__ import annotations

from typing import NamedTuple


class Schedule(NamedTuple):
    """α(words) = max(floor, start − slope · words): a straight line over the words done.

    It depends on the words done alone, not on how the work is cut into pieces.
    """

    start: float
    slope: float
    floor: float

    def alpha(self, words: int) -> float:
        """Return the learning rate after so many words."""
        return max(self.floor, self.start - self.slope * words)


def line(alpha: float, min_alpha: float, done: int, total: int) -> Schedule:
    """Return the line from ``alpha`` at ``done`` words to ``min_alpha`` at ``total`` words."""
    slope = max(alpha - min_alpha, 0.0) / max(total - done, 1)
    return Schedule(alpha + slope * done, slope, min(min_alpha, alpha))
