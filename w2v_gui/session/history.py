"""What is plotted over a whole run, in bounded memory: older points are merged, none is dropped."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

# The mean over fewer predictions than this is mostly chance.
_TELLING = 256

# The smoothed loss is that of at most so much of the way from the start, on either side.
_NEAR = 0.3


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
    seconds : ndarray of float64, shape (n,)
        Seconds of training so far, pauses not counted.
    alpha : ndarray of float64, shape (n,)
        The learning rate.
    """

    words: NDArray[np.float64]
    loss: NDArray[np.float64]
    predictions: NDArray[np.float64]
    seconds: NDArray[np.float64]
    alpha: NDArray[np.float64]

    @classmethod
    def empty(cls) -> LossCurve:
        """Return a curve without points."""
        return LossHistory(8).curve()

    def __len__(self) -> int:
        return len(self.words)

    def smoothed(self, share: float = 0.015) -> NDArray[np.float64]:
        """Return the loss averaged over what is near, as long as ``share`` of all predictions.

        A point counts as a stretch as long as its predictions. Near the start, where the loss falls steeply, what is
        near is a part of the way from there: the curve begins where the loss begins. Two passes: it neither lags
        behind nor is cut short.
        """
        if not len(self):
            return self.loss
        weight = self.predictions
        end = np.concatenate([[0.0], np.cumsum(weight)])
        middle = end[:-1] + weight / 2
        usual = float(np.median(weight))
        reach = max(share * end[-1], 3 * usual) / 2
        # At the end the stretch looks back instead of shrinking, since the last points are the ones one looks at.
        near = np.maximum(np.minimum(middle * _NEAR, reach), weight / 2)
        low, high = np.maximum(middle - near, 0.0), np.minimum(middle + near, end[-1])
        loss = self.loss
        for _ in range(2):
            total = np.concatenate([[0.0], np.cumsum(loss * weight)])
            loss = (np.interp(high, end, total) - np.interp(low, end, total)) / (high - low)
        return loss

    def even(self) -> LossCurve:
        """Return the curve with points of very few predictions merged into the one before: alone they are noise.

        Those are single steps amid whole chunks. Where the curve begins and ends stays what it was.
        """
        light = self.predictions < min(_TELLING, float(np.median(self.predictions)) / 8) if len(self) else None
        if light is None or not light.any():
            return self
        starts = np.flatnonzero(~light)
        starts[0] = 0  # light points at the very start have none before
        weight = np.add.reduceat(self.predictions, starts)
        columns = [
            np.add.reduceat(column * self.predictions, starts) / weight
            for column in (self.words, self.loss, self.seconds, self.alpha)
        ]
        for merged, column in ((columns[0], self.words), (columns[2], self.seconds)):
            merged[0], merged[-1] = column[0], column[-1]
        for column in (*columns, weight):
            column.flags.writeable = False
        words, loss, seconds, alpha = columns
        return LossCurve(words, loss, weight, seconds, alpha)


@dataclass(frozen=True, eq=False)
class SimilarityCurve:
    """The cosine similarity of two words over the course of a run; arrays are read-only.

    Attributes
    ----------
    pair : tuple of int
        The ids of the two words.
    words : ndarray of float64, shape (n,)
        How many words had been trained.
    seconds : ndarray of float64, shape (n,)
        Seconds of training so far, pauses not counted.
    similarity : ndarray of float64, shape (n,)
        Cosine of the angle between their rows of W, from −1 to 1.
    """

    pair: tuple[int, int]
    words: NDArray[np.float64]
    seconds: NDArray[np.float64]
    similarity: NDArray[np.float64]

    @classmethod
    def empty(cls, pair: tuple[int, int]) -> SimilarityCurve:
        """Return a curve without points."""
        return SimilarityHistory(pair, 8).curve()

    def __len__(self) -> int:
        return len(self.words)

    def then(self, later: SimilarityCurve) -> SimilarityCurve:
        """Return the curve with those points of a later one that come after its own."""
        new = later.words > self.words[-1] if len(self) else np.ones(len(later), dtype=bool)
        columns = [
            np.concatenate([mine, its[new]])
            for mine, its in (
                (self.words, later.words),
                (self.seconds, later.seconds),
                (self.similarity, later.similarity),
            )
        ]
        for column in columns:
            column.flags.writeable = False
        return SimilarityCurve(self.pair, *columns)


@dataclass(frozen=True, eq=False)
class DiagnosticsCurve:
    """How training moves the weights over the course of a run; arrays are read-only.

    Attributes
    ----------
    words : ndarray of float64, shape (n,)
        How many words had been trained.
    seconds : ndarray of float64, shape (n,)
        Seconds of training so far, pauses not counted.
    gradient_norm : ndarray of float64, shape (n,)
        Norm of the mean gradient of a sample of the rows of W, ‖ΔW‖ / (mean alpha · words), since the point before.
    changed_share : ndarray of float64, shape (n,)
        The share of those rows that changed since the point before, from 0 to 1.
    """

    words: NDArray[np.float64]
    seconds: NDArray[np.float64]
    gradient_norm: NDArray[np.float64]
    changed_share: NDArray[np.float64]

    @classmethod
    def empty(cls) -> DiagnosticsCurve:
        """Return a curve without points."""
        return DiagnosticsHistory(8).curve()

    def __len__(self) -> int:
        return len(self.words)


class WeightedMeans:
    """A bounded number of points, each of some values and a weight.

    Points are taken in as they come. When there are too many, each two neighbours become one, with the mean of
    both by weight, and from then on a point takes in twice as many. The sum of a value times the weight therefore
    stays what it was. The first and the latest point are kept as they are.

    Parameters
    ----------
    values : int
        How many values a point has, its weight not counted.
    limit : int
        The most points ever held, at least 8.
    """

    def __init__(self, values: int, limit: int) -> None:
        if limit < 8:
            raise ValueError("a history needs room for at least 8 points")
        self._limit = limit
        # Each value times the weight, then the weight: sums merge by addition.
        self._sums = np.zeros((limit, values + 1))
        self._closed = 0
        self._stride = 1
        self._in_open = 0
        self._open = np.zeros(values + 1)
        self._first: NDArray[np.float64] | None = None
        self._latest: NDArray[np.float64] | None = None

    def __len__(self) -> int:
        return (self._first is not None) + self._closed + (self._in_open > 0) + (self._latest is not None)

    def append(self, values: Sequence[float], weight: float) -> None:
        """Take in a point; ``weight`` is above 0."""
        point = np.array([*values, weight], dtype=np.float64)
        if self._first is None:
            self._first = point
            return
        if self._latest is not None:
            self._merge(self._latest)
        self._latest = point

    def columns(self) -> tuple[NDArray[np.float64], ...]:
        """Return a read-only array for each value, and one of the weights."""
        sums = self._sums[: self._closed]
        if self._in_open:
            sums = np.vstack([sums, self._open])
        # Row by row the last column is the weight, and a column is what one wants to read: turn them.
        points = np.empty((sums.shape[1], len(self)))
        inner = points[:, 1 : 1 + len(sums)]
        if self._first is not None:
            points[:, 0] = self._first
        np.divide(sums[:, :-1].T, sums[:, -1], out=inner[:-1])
        inner[-1] = sums[:, -1]
        if self._latest is not None:
            points[:, -1] = self._latest
        points.flags.writeable = False
        return tuple(points)

    def _merge(self, point: NDArray[np.float64]) -> None:
        self._open[:-1] += point[:-1] * point[-1]
        self._open[-1] += point[-1]
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
        self._sums[:pairs] = self._sums[: 2 * pairs].reshape(pairs, 2, -1).sum(axis=1)
        self._closed = pairs
        self._stride *= 2


class LossHistory:
    """The loss of a run as a bounded number of points, each weighted by its predictions.

    Parameters
    ----------
    limit : int
        The most points ever held, at least 8.
    """

    def __init__(self, limit: int = 4096) -> None:
        self._points = WeightedMeans(4, limit)

    def __len__(self) -> int:
        return len(self._points)

    def append(self, words: int, loss: float, predictions: int, seconds: float, alpha: float) -> None:
        """Take in the mean loss of a chunk that ended at ``words``; one without predictions says nothing."""
        if predictions > 0 and not math.isnan(loss):
            self._points.append((words, loss, seconds, alpha), predictions)

    def curve(self) -> LossCurve:
        """Return a copy of the points so far."""
        words, loss, seconds, alpha, predictions = self._points.columns()
        return LossCurve(words, loss, predictions, seconds, alpha)


class SimilarityHistory:
    """The cosine similarity of two words as a bounded number of points.

    Parameters
    ----------
    pair : tuple of int
        The ids of the two words.
    limit : int
        The most points ever held, at least 8.
    """

    def __init__(self, pair: tuple[int, int], limit: int = 1024) -> None:
        self._pair = pair
        self._points = WeightedMeans(3, limit)

    def __len__(self) -> int:
        return len(self._points)

    def append(self, words: int, seconds: float, similarity: float) -> None:
        """Take in a similarity; that of a vector without a direction, nan, says nothing."""
        if not math.isnan(similarity):
            self._points.append((words, seconds, similarity), 1.0)

    def curve(self) -> SimilarityCurve:
        """Return a copy of the points so far."""
        words, seconds, similarity, _ = self._points.columns()
        return SimilarityCurve(self._pair, words, seconds, similarity)


class DiagnosticsHistory:
    """How training moves the weights, as a bounded number of points, each weighted by the words it looks back on.

    Parameters
    ----------
    limit : int
        The most points ever held, at least 8.
    """

    def __init__(self, limit: int = 1024) -> None:
        self._points = WeightedMeans(4, limit)

    def __len__(self) -> int:
        return len(self._points)

    def append(self, words: int, seconds: float, gradient_norm: float, changed_share: float, *, since: int) -> None:
        """Take in a sample that looks back on ``since`` words; one in which nothing was trained says nothing."""
        if since > 0 and not math.isnan(gradient_norm):
            self._points.append((words, seconds, gradient_norm, changed_share), since)

    def curve(self) -> DiagnosticsCurve:
        """Return a copy of the points so far."""
        words, seconds, gradient_norm, changed_share, _ = self._points.columns()
        return DiagnosticsCurve(words, seconds, gradient_norm, changed_share)
