"""Principal components: at once, and the same every time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, Cancelled
from w2v_gui.setting import setting
from w2v_gui.vectors.projection import LivePca, Projection

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

_LARGE = 1024
"""A matrix of so many columns has its components found directly; those of a wider one are approached in rounds."""

_ROWS = 8192
"""Rows that are multiplied at a time."""


@dataclass(frozen=True)
class PcaSettings:
    """How principal components are taken."""

    lengths: bool = setting(
        False,
        QT_TRANSLATE_NOOP("settings", "Lengths count"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Take the vectors as long as they are. Otherwise each is taken with length 1, so that only the angles "
            "between them count, as they do for the cosine.",
        ),
    )


def principal(rows: NDArray[np.float32], dimensions: int, cancelled: Callable[[], bool] = lambda: False) -> Projection:
    """Return rows along their first principal components.

    Parameters
    ----------
    rows : ndarray of float32, shape (n, N)
        Finite.
    dimensions : int
        Of the map; where there are fewer components, the rest is 0.
    cancelled : callable
        Says whether to give up.

    Raises
    ------
    Cancelled
    """
    count, size = rows.shape
    if size > _LARGE or not count:
        return LivePca(dimensions).project(rows)
    # Divided by the largest number, nothing overflows on the way.
    scale = np.float32(float(np.abs(rows).max(initial=0.0)) or 1.0)
    mean = (rows.mean(axis=0, dtype=np.float64) / scale).astype(np.float32)
    covariance = np.zeros((size, size))
    for start in range(0, count, _ROWS):
        if cancelled():
            raise Cancelled
        block = rows[start : start + _ROWS] / scale - mean
        covariance += block.T @ block
    variances, axes = np.linalg.eigh(covariance)
    kept = min(dimensions, size)
    axes = axes[:, ::-1][:, :kept].astype(np.float32)
    coordinates = np.zeros((count, dimensions), np.float32)
    for start in range(0, count, _ROWS):
        block = rows[start : start + _ROWS] / scale - mean
        coordinates[start : start + _ROWS, :kept] = block @ axes * scale
    share = np.zeros(dimensions)
    total = float(np.maximum(variances, 0.0).sum())
    if total > 0:
        share[:kept] = np.clip(variances[::-1][:kept] / total, 0.0, 1.0)
    return Projection(coordinates, share)
