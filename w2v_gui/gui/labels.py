"""Where the labels of points go: never over each other, never over the edge, and where they were a moment ago."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_GAP = 3
_ROOM = (5, 3)
"""So many pixels must be free beside, and above and below, a label that appears; one that is there stays until it would
touch another."""

# To the right of the point, left of it, above, below and askew: by how much of its size a label is moved, and the way
# from the point.
_SIDES = (
    ((0.0, -0.5), (1.0, 0.0)),
    ((-1.0, -0.5), (-1.0, 0.0)),
    ((-0.5, -1.0), (0.0, -1.0)),
    ((-0.5, 0.0), (0.0, 1.0)),
    ((0.0, -1.0), (0.7, -0.7)),
    ((0.0, 0.0), (0.7, 0.7)),
    ((-1.0, -1.0), (-0.7, -0.7)),
    ((-1.0, 0.0), (-0.7, 0.7)),
)
_IN_TURN = 4
"""Of the points without a label so many take turns from frame to frame: in a crowd hardly any of them finds room."""

_LEADS = (0, 16, 32, 48, 66)
"""Distances at which a label that must be shown is put, the further ones when there is no room beside its point."""


class Candidate(NamedTuple):
    """A point that would like a label; all in pixels.

    Attributes
    ----------
    key : int
        By which the point is known from frame to frame.
    x, y : float
        Where it is.
    width, height : int
        The size of its label.
    radius : int
        Of the point.
    """

    key: int
    x: float
    y: float
    width: int
    height: int
    radius: int


@dataclass(frozen=True)
class Label:
    """Where a label goes: its upper left corner, and whether it stands so far off that a line should lead to it."""

    x: int
    y: int
    width: int
    height: int
    led: bool = False


class Occupied:
    """Which pixels of an area are taken: a line of pixels is one integer, a pixel one bit of it.

    Rectangles that reach over the edge of the area are never free.
    """

    def __init__(self, width: int, height: int) -> None:
        self._width = width
        self._lines = [0] * max(height, 0)

    def free(self, x: int, y: int, width: int, height: int) -> bool:
        if x < 0 or y < 0 or x + width > self._width or y + height > len(self._lines):
            return False
        mask = ((1 << width) - 1) << x
        return not any(line & mask for line in self._lines[y : y + height])

    def take(self, x: int, y: int, width: int, height: int) -> None:
        """Take a rectangle, or as much of it as is within the area."""
        left, right = max(x, 0), min(x + width, self._width)
        if left < right:
            mask = ((1 << (right - left)) - 1) << left
            for line in range(max(y, 0), min(y + height, len(self._lines))):
                self._lines[line] |= mask


class LabelPlacer:
    """Chooses places for labels, frame after frame.

    Greedy: those that must be shown first, then those that were shown before, then the others in the order given. No
    label covers another, nor a point that has one. A label that appears needs more room than one that stays, so that
    none blinks where two points nearly touch.
    """

    def __init__(self) -> None:
        self._spots: dict[int, int] = {}
        self._turn = 0

    def forget(self) -> None:
        """Place all anew at the next frame."""
        self._spots = {}

    def place(
        self,
        must: Sequence[Candidate],
        others: Sequence[Candidate],
        width: int,
        height: int,
        most: int,
        taken: Sequence[tuple[int, int, int, int]] = (),
    ) -> dict[int, Label]:
        """Return the labels there is room for, by key.

        Parameters
        ----------
        must : sequence of Candidate
            Their points are not covered by any label, and they get labels even at a distance.
        others : sequence of Candidate
            Most important first.
        width, height : int
            Of the area.
        most : int
            How many labels of ``others`` there may be.
        taken : sequence of tuple of int
            Rectangles that no label should cover: left, top, width, height.
        """
        picture = _Picture(width, height)
        for area in taken:
            picture.points.take(*area)
        for candidate in must:
            picture.points.take(*_around(candidate, candidate.radius))
        spots = {candidate.key: self._put(candidate, len(_LEADS), picture) for candidate in must}
        for candidate in self._in_turn(others):
            if len(picture.labels) >= most + len(must):
                break
            core = candidate.radius // 2 if candidate.key in self._spots else candidate.radius
            if picture.texts.free(*_around(candidate, core)):
                spots[candidate.key] = self._put(candidate, 1, picture)
        self._spots = {key: spot for key, spot in spots.items() if spot is not None}
        return picture.labels

    def _in_turn(self, others: Sequence[Candidate]) -> list[Candidate]:
        """Return those that have a label, and of the rest those whose turn it is; at first it is everyone's."""
        self._turn += 1
        there = [candidate for candidate in others if candidate.key in self._spots]
        rest = [candidate for candidate in others if candidate.key not in self._spots]
        return there + (rest[self._turn % _IN_TURN :: _IN_TURN] if there else rest)

    def _put(self, candidate: Candidate, leads: int, picture: _Picture) -> int | None:
        """Put a label where there is room for it, and return which of its places that is."""
        before = self._spots.get(candidate.key, -1)
        # A label beside its point stays on that side; one that is led comes nearer as soon as it can.
        spots = list(range(leads * len(_SIDES)))
        if 0 <= before < len(_SIDES):
            spots.insert(0, before)
        for spot in spots:
            label = _at(spot, candidate)
            beside, above = (0, 0) if spot == before else _ROOM
            area = _with_room(label, candidate, beside, above)
            if picture.texts.free(*area) and picture.points.free(*area):
                picture.texts.take(label.x, label.y, label.width, label.height)
                picture.points.take(*_around(candidate, candidate.radius))
                picture.labels[candidate.key] = label
                return spot
        return None


class _Picture:
    def __init__(self, width: int, height: int) -> None:
        self.texts = Occupied(width, height)
        self.points = Occupied(width, height)
        self.labels: dict[int, Label] = {}


def _around(candidate: Candidate, radius: int) -> tuple[int, int, int, int]:
    """Return the square around a point, as its corner and its size."""
    return round(candidate.x) - radius, round(candidate.y) - radius, 2 * radius + 1, 2 * radius + 1


def _with_room(label: Label, candidate: Candidate, beside: int, above: int) -> tuple[int, int, int, int]:
    """Return the rectangle of a label with room around it, but without what of it belongs to its own point."""
    x, y, size, _ = _around(candidate, candidate.radius)
    left, right = label.x - beside, label.x + label.width + beside
    top, bottom = label.y - above, label.y + label.height + above
    if label.x >= x + size:
        left = max(left, x + size)
    elif label.x + label.width <= x:
        right = min(right, x)
    elif label.y >= y + size:
        top = max(top, y + size)
    elif label.y + label.height <= y:
        bottom = min(bottom, y)
    return left, top, right - left, bottom - top


def _at(spot: int, candidate: Candidate) -> Label:
    lead, side = divmod(spot, len(_SIDES))
    (over, down), (right, below) = _SIDES[side]
    distance = candidate.radius + _GAP + _LEADS[lead]
    x = round(candidate.x + over * candidate.width + right * distance)
    y = round(candidate.y + down * candidate.height + below * distance)
    return Label(x, y, candidate.width, candidate.height, lead > 0)
