"""Where the rows of a list are while they change places, so that the eye can follow."""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

GLIDE_S = 0.25
_MARK_S = 1.1
_MARK_FADES_S = 0.5


class Mark(Enum):
    """What has happened to a row."""

    UP = "up"
    DOWN = "down"
    NEW = "new"


@dataclass(frozen=True)
class Placed:
    """One row as it is to be drawn.

    Attributes
    ----------
    key : int
    place : float
        Its place from the top, a fraction while it glides.
    opacity : float
        From 0 to 1 while it fades in.
    mark : Mark or None
    strength : float
        From 1 to 0 while the mark fades.
    """

    key: int
    place: float
    opacity: float = 1.0
    mark: Mark | None = None
    strength: float = 0.0


class RowMotion:
    """Moves rows from their old places to their new ones.

    Parameters
    ----------
    clock : callable
        Seconds, monotonic.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._keys: tuple[int, ...] = ()
        self._from: dict[int, float] = {}
        self._marks: dict[int, Mark] = {}
        self._began = -float("inf")

    @property
    def keys(self) -> tuple[int, ...]:
        """The rows, in the order in which they will come to rest."""
        return self._keys

    @property
    def gliding(self) -> bool:
        """Whether rows are on their way."""
        return self._clock() < self._began + GLIDE_S

    @property
    def marked(self) -> bool:
        """Whether there are marks to be seen."""
        return bool(self._marks) and self._clock() < self._began + _MARK_S

    def arrange(self, keys: Sequence[int]) -> None:
        """Let the rows go to new places, from where they are at this moment."""
        keys = tuple(keys)
        here = {placed.key: placed.place for placed in self.placed()}
        self._marks = dict(self._changes(keys))
        self._from = {key: here[key] for key in keys if key in here}
        self._keys = keys
        self._began = self._clock()

    @property
    def stirred(self) -> tuple[float, float]:
        """From which place to which rows are on their way, where they come from and where they go to included."""
        here = [place for place, key in enumerate(self._keys) if self._from.get(key) != place]
        ends = [*here, *(self._from[self._keys[place]] for place in here if self._keys[place] in self._from)]
        return (min(ends), max(ends) + 1.0) if ends else (0.0, 0.0)

    def settle(self) -> None:
        """Put every row where it belongs at once."""
        self._began = -float("inf")

    def placed(self) -> list[Placed]:
        """Return the rows as they are at this moment, those that move last, so that they are drawn above the others."""
        passed = self._clock() - self._began
        done = _eased(passed / GLIDE_S)
        strength = min(max((_MARK_S - passed) / _MARK_FADES_S, 0.0), 1.0)
        rows = [
            Placed(
                key,
                place + (self._from.get(key, place) - place) * (1.0 - done),
                1.0 if key in self._from else done,
                self._marks.get(key) if strength else None,
                strength,
            )
            for place, key in enumerate(self._keys)
        ]
        return sorted(rows, key=lambda row: row.mark is Mark.UP)

    def _changes(self, keys: tuple[int, ...]) -> Iterator[tuple[int, Mark]]:
        # A list that has grown or shrunk shows more or less of the same: that is no news.
        if len(keys) != len(self._keys):
            return
        before = {key: place for place, key in enumerate(self._keys)}
        yield from ((key, Mark.NEW) for key in keys if key not in before)
        here = [key for key in keys if key in before]
        kept = _in_order([before[key] for key in here])
        for i, key in enumerate(here):
            # The others have merely made room, or moved up where somebody left.
            if i not in kept:
                rises = before[key] > max((before[here[j]] for j in kept if j < i), default=-1)
                yield key, Mark.UP if rises else Mark.DOWN


def _in_order(places: Sequence[int]) -> set[int]:
    """Return the longest run of indices, gaps allowed, along which the places rise; the later one of two as long."""
    length: list[int] = []
    before: list[int] = []
    for i, place in enumerate(places):
        fitting = [j for j in range(i) if places[j] < place]
        best = max(fitting, key=lambda j: (length[j], j), default=-1)
        length.append(length[best] + 1 if fitting else 1)
        before.append(best)
    kept, i = set(), max(range(len(places)), key=lambda j: (length[j], j), default=-1)
    while i >= 0:
        kept.add(i)
        i = before[i]
    return kept


def _eased(share: float) -> float:
    """Return the share of the way that is done after a share of the time: fast at first, then gently to rest."""
    return 1.0 - (1.0 - min(max(share, 0.0), 1.0)) ** 3
