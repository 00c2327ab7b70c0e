"""Where the words of a large map are: on the map, and in the picture of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize

from w2v_gui.gui.widgets.atlas_orbit import Orbit, frame_of
from w2v_gui.gui.widgets.atlas_painting import AtlasScene, point_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from w2v_gui.gui.widgets.camera import Camera

_REACH = 14
"""How near to a point, in pixels, one has to be to mean it."""

_STEPS, _MOST_GLIDING = 5, 20_000
"""Words that glide get there in so many steps; of more words than that none does."""

_MANY = 90
"""So many per cent of the words are within a distance of 1 of the middle of the map."""

_FARTHEST = 3.0
"""Words farther out are not waited for: a few that t-SNE has thrown away at first would make all others a dot."""

_MOST_SEEN = 99
"""So many per cent of the words of a map of three dimensions are in the picture however it is turned."""


class AtlasPoints:
    """Words known by their rows, at places of two or three dimensions, looked at with a camera.

    Parameters
    ----------
    camera : Camera

    Attributes
    ----------
    rows : ndarray of int64, shape (n,)
        The word of each point, the most frequent first.
    size : QSize
        Of the picture.
    orbit : Orbit
        From where a map of three dimensions is looked at.
    """

    def __init__(self, camera: Camera) -> None:
        self.orbit = Orbit()
        self._camera = camera
        self.size = QSize(1, 1)
        self._radius = 1.0
        self._moments = 0
        self._scene: AtlasScene | None = None
        self._take(np.zeros(0, np.int64))

    def _take(self, rows: NDArray[np.int64]) -> None:
        self.rows = rows
        self._axes = self._goal = np.zeros((2, len(rows)), np.float32)
        self._steps = 0
        self._point_of = np.full(int(rows.max(initial=-1)) + 1, -1, np.int64)
        self._point_of[rows] = np.arange(len(rows))

    def begin(self) -> None:
        """Have no words, and look from where everybody begins."""
        self._take(np.zeros(0, np.int64))
        self.orbit.forget()
        self._camera.forget()
        self.forget_scene()

    def show(self, rows: NDArray[np.intp], coordinates: NDArray[np.float32], *, glide: bool = False) -> bool:
        """Take words at coordinates, and return whether they are others than before, or of other dimensions.

        What is not finite is left out. Others are looked at as a whole; the same ones from where one has looked, and
        if they are to ``glide``, they need a few steps to get there, see `go_on`.
        """
        there = np.isfinite(coordinates).all(axis=1)
        if not there.all():
            rows, coordinates = rows[there], coordinates[there]
        axes = _normalised(coordinates)
        others = not np.array_equal(rows, self.rows)
        if others:
            self._take(rows.astype(np.int64))
        if others or len(axes) != len(self._axes):
            others = True
            self._camera.forget()
        self._goal, self._steps = axes, _STEPS if glide and not others and len(rows) <= _MOST_GLIDING else 1
        self.go_on()
        return others

    @property
    def gliding(self) -> bool:
        """Whether words have not arrived yet."""
        return self._steps > 0

    def go_on(self) -> None:
        """Let words that glide go a step, slower and slower."""
        if self._steps:
            share = np.float32(2 / (self._steps + 1))
            self._axes = self._goal if self._steps == 1 else self._axes + share * (self._goal - self._axes)
            self._steps -= 1
            self._moments += 1
            self._camera.follow(self._extent())
            self.forget_scene()

    def _extent(self) -> NDArray[np.float32]:
        """Return corners between which the points are however they are turned, shape (0 or 2, 2)."""
        if not len(self.rows):
            return np.zeros((0, 2), np.float32)
        if self.flat:
            corners = np.stack([self._axes.min(axis=1), self._axes.max(axis=1)])
            return np.asarray(np.clip(corners, -_FARTHEST, _FARTHEST), np.float32)
        distances = np.sqrt((self._axes * self._axes).sum(axis=0))
        self._radius = max(float(distances.max()), 1e-6)
        # A few words far out would make the picture of all others small; whoever looks for them zooms.
        return frame_of(float(np.percentile(distances, _MOST_SEEN)))

    def resize(self, size: QSize) -> None:
        """Look at them in a picture of this size."""
        self.size = size
        self._camera.resize(size.width(), size.height())
        self.forget_scene()

    def forget_scene(self) -> None:
        """Look anew: one has moved, or turned."""
        self._scene = None

    @property
    def flat(self) -> bool:
        """Whether the map has two dimensions."""
        return len(self._axes) == 2

    @property
    def standpoint(self) -> tuple[float, ...]:
        """Equal where the picture is the same, or the same moved."""
        return self._moments, self._camera.scale, *self.size.toTuple(), *self.orbit.angles

    @property
    def origin(self) -> tuple[float, float]:
        """Where the middle of the map is in the picture."""
        right, up = (self._camera.centre * self._camera.scale).tolist()
        return self.size.width() / 2 - right, self.size.height() / 2 + up

    @property
    def diameter(self) -> float:
        """How large points are drawn."""
        return point_size(len(self.rows), self.size, (self._camera.scale / self._camera.fitting) ** 2)

    @property
    def scene(self) -> AtlasScene:
        """Where the points are in the picture."""
        if self._scene is None:
            right, up, depth = (*self._axes, None) if self.flat else self.orbit.seen(self._axes, self._radius)
            scale, (x, y) = np.float32(self._camera.scale), self.origin
            self._scene = AtlasScene(self.rows, right * scale + np.float32(x), np.float32(y) - up * scale, depth)
        return self._scene

    def has(self, row: int) -> bool:
        """Whether a word is on the map."""
        return 0 <= row < len(self._point_of) and bool(self._point_of[row] >= 0)

    def point(self, row: int) -> int:
        """Return which point a word on the map is."""
        return int(self._point_of[row])

    def place(self, row: int) -> tuple[float, float] | None:
        """Return where a word is in the picture, None if it is not on the map."""
        if not self.has(row):
            return None
        point = self._point_of[row]
        return float(self.scene.x[point]), float(self.scene.y[point])

    def points_of(self, rows: Sequence[int] | NDArray[np.int64]) -> NDArray[np.int64]:
        """Return which points words are; those that are not on the map are left out."""
        wanted = np.asarray(rows, np.int64)
        points: NDArray[np.int64] = self._point_of[wanted[(wanted >= 0) & (wanted < len(self._point_of))]]
        return points[points >= 0]

    def mask(self, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return for each point whether it is one of some words."""
        mask = np.zeros(len(self.rows), bool)
        mask[self.points_of(rows)] = True
        return mask

    def named(self, points: NDArray[np.integer]) -> list[tuple[int, float, float]]:
        """Return the words of points, and where they are in the picture."""
        x, y = self.scene.x[points].tolist(), self.scene.y[points].tolist()
        return list(zip(self.rows[points].tolist(), x, y, strict=True))

    @property
    def seen(self) -> NDArray[np.bool_]:
        """Which points are in the picture."""
        x, y = self.scene.x, self.scene.y
        inside: NDArray[np.bool_] = (x > 0) & (x < self.size.width()) & (y > 0) & (y < self.size.height())
        return inside

    def at(self, x: float, y: float) -> int:
        """Return the word of the nearest point within reach, or -1."""
        if not len(self.rows):
            return -1
        beside, below = self.scene.x - np.float32(x), self.scene.y - np.float32(y)
        distance = beside * beside + below * below
        nearest = int(distance.argmin())
        return int(self.rows[nearest]) if distance[nearest] <= _REACH**2 else -1

    def next(self, row: int, right: int, down: int) -> int:
        """Return the word that is nearest to another that way, the same one if there is none in the picture."""
        seen = np.flatnonzero(self.seen)
        place = self.place(row)
        if place is None or not len(seen):
            return row
        x, y = self.scene.x[seen] - np.float32(place[0]), self.scene.y[seen] - np.float32(place[1])
        ahead, aside = x * right + y * down, np.abs(x * down + y * right)
        # One that lies more aside than ahead only if there is no other.
        cost = np.where(ahead > 0.5, ahead + 2 * aside + 10 * np.maximum(aside - ahead, 0), np.inf)
        best = int(cost.argmin())
        return int(self.rows[seen[best]]) if np.isfinite(cost[best]) else row


def _normalised(coordinates: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return points about the origin, most within a distance of 1: a map that grows as it unfolds stays in sight.

    Parameters
    ----------
    coordinates : ndarray of float32, shape (n, dimensions)

    Returns
    -------
    ndarray of float32, shape (dimensions, n)
    """
    axes = np.ascontiguousarray(coordinates.T, np.float64)
    if not axes.size:
        return np.asarray(axes, np.float32)
    axes -= axes.mean(axis=1, keepdims=True)
    size = np.percentile(np.sqrt((axes * axes).sum(axis=0)), _MANY)
    return np.asarray(axes / size if size > 0 else axes, np.float32)
