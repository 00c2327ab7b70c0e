"""How far a map can be believed: whether those that are near on it are near in N dimensions, too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import Cancelled
from w2v_gui.vectors.libraries import library

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

NEIGHBOURS = 10
"""How many neighbours on the map are looked at."""

SAMPLE = 2000
"""Of more points, so many are looked at; all are compared with."""

_NUMBERS = 1 << 22
"""Similarities held at a time: 16 MB."""


@dataclass(frozen=True)
class Trust:
    """Trustworthiness of a map (Venna & Kaski 2001).

    Attributes
    ----------
    value : float
        1 where all that are neighbours on the map are neighbours in N dimensions; a random map has about 0.5.
    neighbours : int
        How many neighbours of each point were looked at.
    sampled, points : int
        How many points were looked at, and how many there are on the map.
    """

    value: float
    neighbours: int
    sampled: int
    points: int


def trustworthiness(
    units: NDArray[np.float32],
    coordinates: NDArray[np.float32],
    cancelled: Callable[[], bool] = lambda: False,
    neighbours: int = NEIGHBOURS,
    sample: int = SAMPLE,
) -> Trust | None:
    """Return how far a map can be believed; None where there are too few points to tell.

    A point that is among the k nearest on the map, but only the r-th nearest by cosine, costs r − k. What all this
    costs is divided by what it could cost at most. Of many points a sample is looked at, always the same.

    Parameters
    ----------
    units : ndarray of float32, shape (n, N)
        Vectors of length 1.
    coordinates : ndarray of float32, shape (n, 2 or 3)
        Finite.
    cancelled : callable
        Says whether to give up.
    neighbours : int
        k; fewer than half of the points.
    sample : int

    Raises
    ------
    Cancelled
    """
    total = len(units)
    near = min(neighbours, (total - 1) // 2)
    if near < 1:
        return None
    chosen = np.arange(total)
    if total > sample:
        chosen = np.sort(np.random.default_rng(0).choice(total, sample, replace=False))
    tree = library("scipy.spatial").cKDTree(coordinates)
    cost = 0.0
    height = max(1, _NUMBERS // total)
    for start in range(0, len(chosen), height):
        rows = chosen[start : start + height]
        found = _others(tree.query(coordinates[rows], near + 1)[1], rows)
        cosines = units[rows] @ units.T
        cosines[np.arange(len(rows)), rows] = -np.inf
        for similar, those in zip(cosines, found, strict=True):
            if cancelled():
                raise Cancelled
            ranks = 1 + np.count_nonzero(similar > similar[those, None], axis=1)
            cost += float(np.maximum(ranks - near, 0).sum())
    most = len(chosen) * near * (2 * total - 3 * near - 1) / 2
    return Trust(1.0 - cost / most, near, len(chosen), total)


def _others(found: NDArray[np.intp], rows: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return the points that were found, nearest first, without the one that was asked about.

    It need not be the first, nor there at all, where several points lie at its place.
    """
    itself = found == rows[:, None]
    itself[~itself.any(axis=1), -1] = True
    others: NDArray[np.intp] = found[~itself].reshape(len(rows), -1)
    return others
