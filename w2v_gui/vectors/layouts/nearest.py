"""The nearest of each row among all rows of unit length: exactly, or by a forest where they are many."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.vectors.layouts.work import Work

EXACT = 20_000
"""Of so many rows all pairs are compared, in a few seconds."""

_NUMBERS = 1 << 22
"""Similarities held at a time: 16 MB."""

_TREES = 50
_STRETCH = 256
"""Rows that are looked up between two looks at whether somebody still wants to know."""


def nearest(
    units: NDArray[np.float32], count: int, seed: int, work: Work
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return the nearest rows of each row, without itself, and how far they are.

    Parameters
    ----------
    units : ndarray of float32, shape (n, N)
        Rows of length 1: the nearest are those with the highest cosines.
    count : int
        How many, fewer than n.
    seed : int
        Where rows are many, their nearest are found by Annoy's forest of random trees, nearly all of them.
    work : Work

    Returns
    -------
    rows : ndarray of intp, shape (n, count)
        The nearest first.
    distances : ndarray of float64, shape (n, count)
        Euclidean: the square root of 2 − 2 · cosine.
    """
    if len(units) <= EXACT:
        return _among_all(units, count, work)
    return _by_forest(units, count, seed, work)


def _among_all(units: NDArray[np.float32], count: int, work: Work) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    total = len(units)
    rows = np.empty((total, count), np.intp)
    cosines = np.empty((total, count), np.float32)
    height = max(1, _NUMBERS // total)
    for start in range(0, total, height):
        work.say("neighbours", start / total)
        block = units[start : start + height] @ units.T
        inside = np.arange(len(block))
        block[inside, start + inside] = -np.inf
        best = np.argpartition(-block, count - 1, axis=1)[:, :count]
        known = np.take_along_axis(block, best, axis=1)
        order = np.argsort(-known, axis=1, kind="stable")
        rows[start : start + height] = np.take_along_axis(best, order, axis=1)
        cosines[start : start + height] = np.take_along_axis(known, order, axis=1)
    return rows, np.sqrt(np.maximum(2.0 - 2.0 * cosines.astype(np.float64), 0.0))


def _by_forest(
    units: NDArray[np.float32], count: int, seed: int, work: Work
) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    from openTSNE.dependencies.annoy import AnnoyIndex

    total = len(units)
    work.say("neighbours")
    index = AnnoyIndex(units.shape[1], "euclidean")
    index.set_seed(seed % (2**31 - 1) + 1)
    for row, unit in enumerate(units):
        index.add_item(row, unit)
    work.check()
    # On one thread: the trees are others for every number of threads.
    index.build(_TREES, n_jobs=1)
    rows = np.empty((total, count), np.intp)
    distances = np.empty((total, count))

    def look_up(start: int) -> None:
        work.check()
        for row in range(start, min(start + _STRETCH, total)):
            found, far = index.get_nns_by_item(row, count + 1, include_distances=True)
            others = [place for place, other in enumerate(found) if other != row][:count]
            rows[row] = [found[place] for place in others]
            distances[row] = [far[place] for place in others]

    with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
        starts = range(0, total, _STRETCH)
        for start, _ in zip(starts, threads.map(look_up, starts), strict=True):
            work.say("neighbours", start / total)
    return rows, distances
