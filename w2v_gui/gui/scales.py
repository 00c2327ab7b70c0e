"""How numbers are laid out along an axis, and the two ways to say how far a run has come."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Protocol

import numpy as np

from w2v_gui.gui.text import duration, true_minus

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
# Steps in which people count time, and lengths of time that an axis may have.
_STEPS = (
    *(1, 2, 5, 10, 15, 30),
    *(_MINUTE * n for n in (1, 2, 5, 10, 15, 30)),
    *(_HOUR * n for n in (1, 2, 4, 6, 12, 24)),
)
_SPANS = (
    *(1, 2, 5, 10, 15, 20, 30, 45),
    *(_MINUTE * n for n in (1, 1.5, 2, 3, 4, 5, 7.5, 10, 15, 20, 30, 45)),
    *(_HOUR * n for n in (1, 1.5, 2, 3, 4, 6, 8, 12, 24)),
)

# More than this along an axis is a fence.
_MOST_LABELS = 12


_IN_POWERS = 1e5


def nice_step(span: float, parts: int = 8) -> float:
    """Return a step of the series 1, 2, 5 that divides ``span`` into about so many parts."""
    raw = max(span, 1e-12) / parts
    decade = 10.0 ** math.floor(math.log10(raw))
    return decade * next(m for m in (1, 2, 5, 10) if raw <= m * decade * (1 + 1e-9))


def nice_ceiling(value: float) -> float:
    """Return the smallest of … 0.1, 0.2, 0.5, 1, 2, 5 … that is not below ``value``."""
    return nice_step(value, 1)


def multiples(step: float, low: float, high: float) -> list[float]:
    """Return the multiples of ``step`` from ``low`` to ``high``, both included."""
    slack = 1e-6
    return [i * step for i in range(math.ceil(low / step - slack), math.floor(high / step + slack) + 1)]


def powers(end: float, most: int) -> list[float]:
    """Return the numbers to be written along an axis from 1 to ten to the power of ``end``, by their logarithms.

    The powers of ten, with 2 and 5 times of them where there is room for so many, or some of them where there is not.
    """
    decades = range(math.floor(end + 1e-9) + 1)
    for between in ((1, 2, 5), (1,)):
        values = [m * 10.0**decade for decade in decades for m in between if math.log10(m) + decade <= end]
        if len(values) <= most:
            return values
    return [10.0**decade for decade in decades[:: math.ceil(len(decades) / max(most, 1))]]


def decimal(value: float, step: float) -> str:
    """Return a number with as many decimals as multiples of ``step`` need, a step of the series 1, 2, 5.

    Multiples of very large steps, of a loss that has run away, are written with an exponent: 1.5e30.
    """
    if step >= _IN_POWERS:
        return true_minus(f"{value:.2g}".replace("e+", "e"))
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return true_minus(f"{value:.{decimals}f}")


def _parts(room: float, label: int) -> int:
    return max(2, min(_MOST_LABELS, int(room) // label))


def _apart(count: int, most: int) -> int:
    """Return how far apart numbers are to be, if about ``most`` of ``count`` are to be left."""
    return max(1, round(nice_step(count, most)))


class Course(Protocol):
    """What has been measured over a run: how many words had been trained at each point, and for how long."""

    @property
    def words(self) -> NDArray[np.float64]: ...

    @property
    def seconds(self) -> NDArray[np.float64]: ...


class Scale(Protocol):
    """A way to say how far a run has come."""

    def along(self, course: Course) -> NDArray[np.float64]:
        """Return where the points of ``course`` stand on the axis."""

    def end(self, course: Course) -> float:
        """Return where the axis should end; it only ever grows with the course."""

    def ticks(self, low: float, high: float, room: float) -> list[tuple[float, str]]:
        """Return as many places as there is room for in so many pixels, with what is written there."""

    def epochs(self, course: Course, low: float, high: float, most: int) -> list[tuple[float, int]]:
        """Return where between ``low`` and ``high`` an epoch ends and another begins, with the number that ended.

        Where there are many, about ``most`` of them are returned, whose numbers are round.
        """


class EpochScale:
    """Words trained, counted in epochs.

    Parameters
    ----------
    tokens : int
        Words in an epoch.
    count : int
        How many epochs there will be.
    """

    def __init__(self, tokens: int, count: int) -> None:
        self._tokens = max(tokens, 1)
        self.count = count

    def along(self, course: Course) -> NDArray[np.float64]:
        return course.words / self._tokens

    def end(self, course: Course) -> float:
        return float(self.count)

    def ticks(self, low: float, high: float, room: float) -> list[tuple[float, str]]:
        step = nice_step(high - low, _parts(room, 34))
        # Parts of an epoch are of interest to those who look closely.
        if high - low > 2:
            step = max(1.0, step)
        return [(x, decimal(x, step)) for x in multiples(step, low, high)]

    def epochs(self, course: Course, low: float, high: float, most: int) -> list[tuple[float, int]]:
        first, last = max(1, math.ceil(low)), min(self.count - 1, math.floor(high))
        apart = _apart(last - first + 1, most)
        return [(float(n), n) for n in range(math.ceil(first / apart) * apart, last + 1, apart)]


class TimeScale:
    """Seconds of training, pauses not counted.

    Parameters
    ----------
    tokens : int
        Words in an epoch.
    """

    def __init__(self, tokens: int) -> None:
        self._tokens = max(tokens, 1)

    def along(self, course: Course) -> NDArray[np.float64]:
        return course.seconds

    def end(self, course: Course) -> float:
        # How long it will take is not known. An axis that grows all the time would move the curve all the time.
        seconds = float(course.seconds[-1]) if len(course.seconds) else 0.0
        return next((span for span in _SPANS if span >= seconds), _DAY * math.ceil(seconds / _DAY))

    def ticks(self, low: float, high: float, room: float) -> list[tuple[float, str]]:
        parts = _parts(room, 58)
        raw = (high - low) / parts
        if raw <= 0.5:
            step = nice_step(high - low, parts)
            return [(x, f"{decimal(x, step)} s") for x in multiples(step, low, high)]
        step = next((step for step in _STEPS if step >= raw), _DAY * math.ceil(raw / _DAY))
        return [(x, duration(x)) for x in multiples(step, low, high)]

    def epochs(self, course: Course, low: float, high: float, most: int) -> list[tuple[float, int]]:
        if not len(course.words):
            return []
        done = course.words / self._tokens
        numbers = np.arange(1, math.ceil(done[-1]))
        at = np.interp(numbers, done, course.seconds)
        seen = (low <= at) & (at <= high)
        seen &= numbers % _apart(int(seen.sum()), most) == 0
        return [(float(x), int(n)) for x, n in zip(at[seen], numbers[seen], strict=True)]
