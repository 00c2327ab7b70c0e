"""Groups of vectors that point the same way: k-means on the sphere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

_ROUNDS = 60
_ROWS = 8192
"""Vectors that are compared with the centres at a time."""

_STILL = 1e-3
"""When less than this part of the vectors changes its group, the groups are found."""


@dataclass(frozen=True, eq=False)
class Clusters:
    """Groups and their centres.

    Attributes
    ----------
    labels : ndarray of int32, shape (n,)
        The group of each vector, -1 for one without a direction. At first, 0 is the largest group.
    centres : ndarray of float32, shape (k, N)
        Of length 1.
    """

    labels: NDArray[np.int32]
    centres: NDArray[np.float32]


def clusters(
    units: NDArray[np.float32],
    count: int,
    seed: int = 1,
    before: Clusters | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Clusters:
    """Divide vectors into groups by spherical k-means (Dhillon & Modha 2001), begun like k-means++.

    Parameters
    ----------
    units : ndarray of float32, shape (n, N)
        Vectors of length 1; zeros are those without a direction.
    count : int
        How many groups; there are fewer where there are fewer vectors.
    seed : int
    before : Clusters, optional
        Groups of vectors that have moved since: from these it is begun, so that a group keeps its number.
    cancelled : callable
        Says whether to give up.

    Raises
    ------
    Cancelled
    """
    known = np.flatnonzero(units.any(axis=1))
    rows = units if len(known) == len(units) else units[known]
    count = max(1, min(count, len(rows)))
    fresh = before is None or before.centres.shape != (count, units.shape[1])
    labels = np.full(len(units), -1, np.int32)
    if not len(rows):
        return Clusters(labels, np.zeros((0, units.shape[1]), np.float32))
    centres = _scattered(rows, count, seed) if fresh or before is None else before.centres
    found = np.full(len(rows), -1, np.int32)
    for _ in range(_ROUNDS):
        if cancelled():
            raise Cancelled
        nearest, cosines = _nearest(rows, centres)
        changed = np.count_nonzero(nearest != found)
        found = nearest
        if changed <= _STILL * len(rows):
            break
        centres = _centres(rows, found, cosines, centres)
    if fresh:
        order = np.argsort(-np.bincount(found, minlength=count), kind="stable")
        centres = centres[order]
        found = np.argsort(order).astype(np.int32)[found]
    labels[known] = found
    return Clusters(labels, centres)


def _scattered(rows: NDArray[np.float32], count: int, seed: int) -> NDArray[np.float32]:
    """Return vectors to begin with, each chosen the sooner the farther it is from those before."""
    random = np.random.default_rng(seed)
    chosen = [int(random.integers(len(rows)))]
    far = np.full(len(rows), np.inf)
    while len(chosen) < count:
        far = np.minimum(far, np.maximum(1.0 - rows @ rows[chosen[-1]].astype(np.float32), 0.0))
        far[chosen] = 0.0
        total = float(far.sum())
        chances = far / total if total > 0 else np.full(len(rows), 1 / len(rows))
        chosen.append(int(random.choice(len(rows), p=chances)))
    return rows[chosen].copy()


def _nearest(rows: NDArray[np.float32], centres: NDArray[np.float32]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Return for every vector the nearest centre, and its cosine with that."""
    nearest = np.empty(len(rows), np.int32)
    cosines = np.empty(len(rows), np.float32)
    for start in range(0, len(rows), _ROWS):
        products = rows[start : start + _ROWS] @ centres.T
        nearest[start : start + _ROWS] = products.argmax(axis=1)
        cosines[start : start + _ROWS] = products.max(axis=1)
    return nearest, cosines


def _centres(
    rows: NDArray[np.float32],
    nearest: NDArray[np.int32],
    cosines: NDArray[np.float32],
    before: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Return the directions of the means; a group that has lost all its vectors gets the one that fits worst."""
    groups = np.arange(len(before))
    sums = np.zeros(before.shape)
    for start in range(0, len(rows), _ROWS):
        belongs = (nearest[start : start + _ROWS] == groups[:, None]).astype(np.float32)
        sums += belongs @ rows[start : start + _ROWS]
    lengths = np.linalg.norm(sums, axis=1)
    centres = np.where(lengths[:, None] > 0, sums / np.where(lengths > 0, lengths, 1.0)[:, None], before)
    empty = np.setdiff1d(groups, nearest)
    centres[empty] = rows[np.argsort(cosines, kind="stable")[: len(empty)]]
    return centres.astype(np.float32)
