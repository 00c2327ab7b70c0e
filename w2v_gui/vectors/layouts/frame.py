"""What is wanted of a map, and how it stands at a moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class LayoutWish:
    """Which map is wanted.

    Attributes
    ----------
    method : str
        The key of a layout.
    dimensions : int
        2 or 3.
    words : int
        So many words, from the first row on.
    rows : tuple of int or None
        These rows instead.
    seed : int
    values : mapping
        Settings of the method by name; what is left out has its default.
    """

    method: str = "pca"
    dimensions: int = 2
    words: int = 5000
    rows: tuple[int, ...] | None = None
    seed: int = 1
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class LayoutFrame:
    """A map at a moment; its arrays are read-only.

    Attributes
    ----------
    wish : LayoutWish
    rows : ndarray of intp, shape (n,)
        Which row of the vectors each point is.
    coordinates : ndarray of float32, shape (n, dimensions)
        NaN for words without a direction.
    iteration, iterations : int
        How far it is; both 0 where there are no iterations.
    figure : float
        For PCA the part of the variance that is shown, 0 to 1; for t-SNE the Kullback–Leibler divergence in nats; NaN
        where there is none.
    taken : mapping
        Settings that could not be as they were wished, and what was taken instead: a perplexity that is too large for
        so few words.
    """

    wish: LayoutWish
    rows: NDArray[np.intp]
    coordinates: NDArray[np.float32]
    iteration: int = 0
    iterations: int = 0
    figure: float = float("nan")
    taken: Mapping[str, Any] = field(default_factory=dict)

    @property
    def finished(self) -> bool:
        """Whether nothing more will move."""
        return self.iteration >= self.iterations
