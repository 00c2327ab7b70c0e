"""What a map is made of: which words, their directions, and where they lie at first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import Cancelled
from w2v_gui.vectors.layouts import LAYOUTS, checked
from w2v_gui.vectors.layouts.frame import LayoutFrame
from w2v_gui.vectors.layouts.pca import principal
from w2v_gui.vectors.projection import turned_onto

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from numpy.typing import NDArray

    from w2v_gui.vectors.layouts.frame import LayoutWish
    from w2v_gui.vectors.word_vectors import WordVectors

_ROWS = 8192
"""Rows that are copied between two looks at whether somebody still wants the map."""


@dataclass(frozen=True, eq=False)
class Prepared:
    """What a map is made of.

    Attributes
    ----------
    wish : LayoutWish
    rows : ndarray of intp, shape (n,)
        Which row of the vectors each point is.
    placed : ndarray of intp, shape (m,)
        The points that have a direction.
    units : ndarray of float32, shape (m, N)
        Their vectors with length 1.
    start : ndarray of float32, shape (m, dimensions)
        Where their principal components lay them.
    share : float
        The part of the variance that these show.
    """

    wish: LayoutWish
    rows: NDArray[np.intp]
    placed: NDArray[np.intp]
    units: NDArray[np.float32]
    start: NDArray[np.float32]
    share: float

    @property
    def suffices(self) -> bool:
        """Whether there are words enough for the method; of fewer, the principal components are all there is."""
        layout = LAYOUTS[self.wish.method]
        return not layout.prompt and len(self.placed) >= layout.fewest

    def frame(
        self,
        coordinates: NDArray[np.float32],
        iteration: int = 0,
        iterations: int = 0,
        figure: float = float("nan"),
        taken: Mapping[str, Any] | None = None,
    ) -> LayoutFrame:
        """Return a map of all points from the coordinates of those that have a direction."""
        whole = np.full((len(self.rows), coordinates.shape[1]), np.nan, np.float32)
        whole[self.placed] = coordinates
        whole.flags.writeable = False
        return LayoutFrame(self.wish, self.rows, whole, iteration, iterations, figure, taken or {})

    def principal_frame(self) -> LayoutFrame:
        """Return the map of the principal components."""
        return self.frame(self.start, figure=self.share)


def rows_of(wish: LayoutWish, size: int) -> NDArray[np.intp]:
    """Return the rows that a wish names, of so many; each once."""
    if wish.rows is None:
        return np.arange(max(0, min(wish.words, size)))
    rows = np.asarray(wish.rows, dtype=np.intp)
    _, first = np.unique(rows, return_index=True)
    rows = rows[np.sort(first)]
    return rows[(rows >= 0) & (rows < size)]


def unit_rows(
    vectors: WordVectors, rows: NDArray[np.intp], cancelled: Callable[[], bool] = lambda: False
) -> NDArray[np.float32]:
    """Return copies of rows with length 1, zeros for those without a direction; `Cancelled` when that is wished."""
    units = np.empty((len(rows), vectors.dimensions), np.float32)
    for start in range(0, len(rows), _ROWS):
        if cancelled():
            raise Cancelled
        units[start : start + _ROWS] = vectors.units(rows[start : start + _ROWS])
    return units


def prepare(
    vectors: WordVectors,
    wish: LayoutWish,
    before: LayoutFrame | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Prepared:
    """Find the words of a map and their principal components.

    Parameters
    ----------
    vectors : WordVectors
    wish : LayoutWish
    before : LayoutFrame, optional
        A map of principal components of the same words: the new one is turned onto it.
    cancelled : callable
        Says whether to give up.

    Raises
    ------
    Cancelled
    ConfigError
        If a setting is not allowed.
    """
    values = checked(wish)
    rows = rows_of(wish, len(vectors))
    placed = np.flatnonzero(~np.isin(rows, vectors.directionless))
    units = unit_rows(vectors, rows[placed], cancelled)
    found = principal(vectors.matrix[rows[placed]] if values.get("lengths") else units, wish.dimensions, cancelled)
    names = rows[placed]
    if before is not None and before.coordinates.shape[1] == wish.dimensions:
        start = turned_onto(found.coordinates, names, before.coordinates, before.rows)
    else:
        start = turned_onto(found.coordinates, names, found.coordinates[:0], names[:0])
    return Prepared(wish, rows, placed, units, start, float(found.share.sum()))
