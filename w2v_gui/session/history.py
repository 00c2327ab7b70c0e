"""The loss of a run in bounded memory: older points are merged, none is dropped."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class LossCurve:
    """The mean loss over the course of a run; arrays are read-only.

    Attributes
    ----------
    words : ndarray of float64, shape (n,)
        How many words had been trained, mean over the predictions of a merged point.
    loss : ndarray of float64, shape (n,)
        Mean loss per prediction, nats.
    predictions : ndarray of float64, shape (n,)
        How many predictions a point stands for: its weight.
    """

    words: NDArray[np.float64]
    loss: NDArray[np.float64]
    predictions: NDArray[np.float64]

    @classmethod
    def empty(cls) -> LossCurve:
        """Return a curve without points."""
        nothing = np.empty(0)
        nothing.flags.writeable = False
        return cls(nothing, nothing, nothing)

    def __len__(self) -> int:
        return len(self.words)

    def smoothed(self, share: float = 0.01) -> NDArray[np.float64]:
        """Return the loss averaged over neighbouring points, weighted by their predictions.

        Two passes of a window that holds about ``share`` of the points: the curve neither lags behind nor is cut short.
        """
        count = len(self)
        reach = max(1, round(count * share / 2))
        loss = self.loss
        at = np.arange(count)
        # Symmetric at the start, where the loss falls steeply; at the end the window looks back instead of shrinking,
        # since the last points are the ones one looks at.
        low, high = np.maximum(at - reach, 0), np.minimum(at + np.minimum(reach, at) + 1, count)
        weight = np.concatenate([[0.0], np.cumsum(self.predictions)])
        for _ in range(2):
            total = np.concatenate([[0.0], np.cumsum(loss * self.predictions)])
            loss = (total[high] - total[low]) / (weight[high] - weight[low])
        return loss


class LossHistory:
    """The loss of a run as a bounded number of points.

    Points are taken in as they come. When there are too many, each two neighbours become one, with the mean of
    both weighted by their predictions, and from then on a point takes in twice as many. The sum of loss times
    predictions therefore stays what it was. The first and the latest point are kept as they are.

    Parameters
    ----------
    limit : int
        The most points ever held, at least 8.
    """

    def __init__(self, limit: int = 4096) -> None:
        if limit < 8:
            raise ValueError("a history needs room for at least 8 points")
        self._limit = limit
        # Columns: words × predictions, loss × predictions, predictions. Sums merge by addition.
        self._sums = np.zeros((limit, 3))
        self._closed = 0
        self._stride = 1
        self._in_open = 0
        self._open = np.zeros(3)
        self._first: tuple[float, float, float] | None = None
        self._latest: tuple[float, float, float] | None = None

    def __len__(self) -> int:
        return (self._first is not None) + self._closed + (self._in_open > 0) + (self._latest is not None)

    def append(self, words: int, loss: float, predictions: int) -> None:
        """Take in the mean loss of a chunk that ended at ``words``; one without predictions says nothing."""
        if predictions <= 0 or math.isnan(loss):
            return
        point = (float(words), float(loss), float(predictions))
        if self._first is None:
            self._first = point
            return
        if self._latest is not None:
            self._merge(self._latest)
        self._latest = point

    def curve(self) -> LossCurve:
        """Return a copy of the points so far."""
        sums = self._sums[: self._closed]
        if self._in_open:
            sums = np.vstack([sums, self._open])
        words, loss = sums[:, 0] / sums[:, 2], sums[:, 1] / sums[:, 2]
        ends = [point for point in (self._first, self._latest) if point is not None]
        if not ends:
            return LossCurve.empty()
        first, last = ends[:1], ends[1:]
        columns = [
            np.concatenate([[p[i] for p in first], middle, [p[i] for p in last]])
            for i, middle in enumerate((words, loss, sums[:, 2]))
        ]
        for column in columns:
            column.flags.writeable = False
        return LossCurve(*columns)

    def _merge(self, point: tuple[float, float, float]) -> None:
        words, loss, predictions = point
        self._open += (words * predictions, loss * predictions, predictions)
        self._in_open += 1
        if self._in_open < self._stride:
            return
        self._sums[self._closed] = self._open
        self._closed += 1
        self._open[:] = 0.0
        self._in_open = 0
        # Room is kept for the first, the open and the latest point.
        if self._closed >= self._limit - 3:
            self._halve()

    def _halve(self) -> None:
        pairs, odd = divmod(self._closed, 2)
        if odd:
            # The one left over goes on as the open point, which is half full now.
            self._open = self._sums[self._closed - 1].copy()
            self._in_open = self._stride
        self._sums[:pairs] = self._sums[: 2 * pairs].reshape(pairs, 2, 3).sum(axis=1)
        self._closed = pairs
        self._stride *= 2
