"""From N dimensions to two: principal components that follow vectors as they move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_WIDTH = 8
"""How many directions are followed: those beyond the two that are shown make the iteration converge faster."""

_PRODUCT = 200_000
_DECOMPOSITION = 64_000
"""So many multiplications are not shared among threads by BLAS."""

_NOTHING = 1e-12
"""A mean square of the scaled values below this is what rounding leaves of equal rows."""

_ROUNDS_AT_FIRST = 24
_ROUNDS = 4

_ANGLE = 3e-4
"""The iteration rests when a round turns what is shown by less than this, in radians."""


@dataclass(frozen=True, eq=False)
class Projection:
    """Where the rows of a matrix lie on a map.

    Attributes
    ----------
    coordinates : ndarray of float32, shape (n, dimensions)
        Rows that are not finite have NaN.
    share : ndarray of float64, shape (dimensions,)
        The part of the variance along each principal component, from 0 to 1, the largest first.
    """

    coordinates: NDArray[np.float32]
    share: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Plane:
    """A plane that stays where it is, however the vectors move that were laid onto it.

    Attributes
    ----------
    origin : ndarray of float64, shape (N,)
        The vector that lies at (0, 0).
    axes : ndarray of float64, shape (N, 2)
        The two directions; where N is 1, the second is none.
    share : ndarray of float64, shape (2,), or None
        The part of the variance along each, when it was laid; None where the axes are the dimensions themselves.
    """

    origin: NDArray[np.float64]
    axes: NDArray[np.float64]
    share: NDArray[np.float64] | None

    @classmethod
    def through(cls, rows: NDArray[np.float64]) -> Plane:
        """Lay a plane through vectors, shape (n, N): along the first principal components, or their dimensions."""
        size = rows.shape[1]
        if size <= 2:
            return cls(np.zeros(size), np.eye(size, 2), None)
        origin = rows.mean(axis=0)
        _, lengths, directions = np.linalg.svd(rows - origin, full_matrices=False)
        axes = np.zeros((size, 2))
        kept = min(2, len(directions))
        axes[:, :kept] = directions[:kept].T
        share = np.zeros(2)
        share[:kept] = lengths[:kept] ** 2 / (float((lengths**2).sum()) or 1.0)
        found = cls(origin, axes, share)
        return cls(origin, axes * _signs(found.project(rows)), share)

    def project(self, rows: NDArray[np.float64]) -> NDArray[np.float32]:
        """Return where vectors lie on it, shape (n, N) → (n, 2)."""
        return ((rows - self.origin) @ self.axes).astype(np.float32)


class LivePca:
    """Principal components of rows that change a little from frame to frame.

    A frame is found from the one before by a few rounds of subspace iteration with a Rayleigh–Ritz step (Halko,
    Martinsson & Tropp 2011, started warm), which costs a handful of thin products instead of an eigenproblem.

    Components have no sign, and where two are nearly equal no direction either. So the map is turned, and mirrored
    if need be, onto the previous one (orthogonal Procrustes): what moves on it has moved. The first map is that of
    the components themselves, each with its longest coordinate positive.

    Parameters
    ----------
    dimensions : int
        Of the map.
    """

    def __init__(self, dimensions: int = 2) -> None:
        self._dimensions = dimensions
        self._basis: NDArray[np.float32] | None = None
        self._ids: NDArray[np.int64] = np.zeros(0, np.int64)
        self._before: NDArray[np.float32] = np.zeros((0, dimensions), np.float32)

    def project(self, matrix: NDArray[np.float32], ids: Sequence[int] | None = None) -> Projection:
        """Return the map of the rows of ``matrix``.

        Parameters
        ----------
        matrix : ndarray of float32, shape (n, N)
        ids : sequence of int, optional
            Distinct numbers by which rows are known from frame to frame; by default their places.
        """
        names = np.arange(len(matrix)) if ids is None else np.asarray(ids, dtype=np.int64)
        finite = np.isfinite(matrix).all(axis=1)
        rows, scale = _centred(matrix if finite.all() else matrix[finite])
        found, share = self._components(rows)
        coordinates = np.full((len(matrix), self._dimensions), np.nan, np.float32)
        # Values of a run that diverges are near the largest number there is: scaled for all that comes before this.
        with np.errstate(over="ignore"):
            coordinates[finite] = found * np.float32(scale)
        coordinates[~np.isfinite(coordinates).all(axis=1)] = np.nan
        coordinates = turned_onto(coordinates, names, self._before, self._ids)
        self._ids, self._before = names, coordinates
        return Projection(coordinates, share)

    def _components(self, rows: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
        """Return the coordinates along the first components, and their shares of the variance."""
        shown = self._dimensions
        coordinates = np.zeros((len(rows), shown), np.float32)
        share = np.zeros(shown)
        variance = float(np.einsum("ij,ij->", rows, rows))
        if variance > _NOTHING * rows.size:
            stack = _stacked(rows, _PRODUCT)
            self._basis = _follow(stack, self._basis, shown)
            kept = min(shown, self._basis.shape[1])
            coordinates[:, :kept] = (stack @ self._basis[:, :kept]).reshape(-1, kept)[: len(rows)]
            along = np.einsum("ij,ij->j", coordinates, coordinates, dtype=np.float64)
            share = np.minimum(along / variance, 1.0)
        return coordinates, share


def turned_onto(
    coordinates: NDArray[np.float32],
    names: NDArray[np.integer],
    before: NDArray[np.float32],
    names_before: NDArray[np.integer],
) -> NDArray[np.float32]:
    """Return a map turned, and mirrored if need be, so that it lies as nearly as possible where one lay before.

    Parameters
    ----------
    coordinates : ndarray of float32, shape (n, dimensions)
    names : ndarray of int, shape (n,)
        Distinct numbers by which points are known.
    before : ndarray of float32, shape (m, dimensions)
        The map before; where it has no point in common with the new one, each coordinate is given the sign that makes
        its longest positive.
    names_before : ndarray of int, shape (m,)
    """
    _, now, then = np.intersect1d(names, names_before, assume_unique=True, return_indices=True)
    new, old = coordinates[now], before[then]
    both = np.isfinite(new).all(axis=1) & np.isfinite(old).all(axis=1)
    target = _scaled(old[both])
    if not target.any():
        return coordinates * _signs(coordinates)
    left, _, right = np.linalg.svd(_scaled(new[both]).T @ target)
    turned: NDArray[np.float32] = coordinates @ (left @ right).astype(np.float32)
    return turned


def _centred(rows: NDArray[np.float32]) -> tuple[NDArray[np.float32], float]:
    """Return the rows less their mean and divided by a scale, and that scale."""
    scale = float(max(rows.max(initial=0.0), -rows.min(initial=0.0)))
    if scale < np.finfo(np.float32).tiny:
        return np.zeros_like(rows), 0.0
    rows = np.divide(rows, np.float32(scale), dtype=np.float32)
    rows -= rows.mean(axis=0, dtype=np.float64).astype(np.float32)
    return rows, scale


def _stacked(rows: NDArray[np.float32], multiplications: int) -> NDArray[np.float32]:
    """Return the rows in a stack of blocks, the last filled up with zeros.

    What is computed block by block stays on the calling thread. The whole would be handed to BLAS's own threads, and
    waiting for those while a model trains on all cores takes a hundred times as long as the work itself.
    """
    size = rows.shape[1]
    height = max(1, multiplications // (size * _WIDTH))
    blocks = -(-len(rows) // height)
    missing = np.zeros((blocks * height - len(rows), size), np.float32)
    return np.concatenate([rows, missing]).reshape(blocks, height, size)


def _orthonormal(columns: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return an orthonormal basis of tall columns, by QR of blocks and then of what is left of them (TSQR)."""
    blocks, corners = np.linalg.qr(_stacked(columns, _DECOMPOSITION))
    top = np.linalg.qr(corners.reshape(-1, columns.shape[1]))[0]
    joined: NDArray[np.float32] = (blocks @ top.reshape(corners.shape)).reshape(-1, columns.shape[1])
    return joined[: len(columns)]


def _follow(stack: NDArray[np.float32], basis: NDArray[np.float32] | None, shown: int) -> NDArray[np.float32]:
    """Return an orthonormal basis whose first ``shown`` columns are the first components, from a similar one."""
    size = stack.shape[2]
    width = min(_WIDTH, size)
    rounds = _ROUNDS
    if basis is None or basis.shape != (size, width):
        rounds = _ROUNDS_AT_FIRST
        basis = _orthonormal(np.random.default_rng(0).standard_normal((size, width), dtype=np.float32))
    seen = stack @ basis
    for _ in range(rounds):
        before = basis[:, :shown]
        # Multiply by the covariance, make orthonormal, and turn to the best components that are in it.
        basis = _orthonormal((stack.transpose(0, 2, 1) @ seen).sum(axis=0))
        seen = stack @ basis
        _, turn = np.linalg.eigh((seen.transpose(0, 2, 1) @ seen).sum(axis=0))
        basis, seen = basis @ turn[:, ::-1], seen @ turn[:, ::-1]
        overlap = np.linalg.svd(before.T @ basis[:, :shown], compute_uv=False)
        if 1.0 - overlap.min() < _ANGLE**2 / 2:
            break
    return basis


def _scaled(points: NDArray[np.float32]) -> NDArray[np.float64]:
    points = points.astype(np.float64)
    return points / (np.abs(points).max(initial=0.0) or 1.0)


def _signs(coordinates: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return for every column the sign that makes its longest coordinate positive."""
    if not len(coordinates):
        return np.ones(coordinates.shape[1], np.float32)
    known = np.nan_to_num(coordinates)
    longest = np.abs(known).argmax(axis=0)
    return np.where(known[longest, np.arange(known.shape[1])] < 0, -1, 1).astype(np.float32)
