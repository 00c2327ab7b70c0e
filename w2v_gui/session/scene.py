"""What the Inside page shows at one moment: a step that is about to be taken, and what is around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from w2v_gui.engine.huffman import HuffmanTree
    from w2v_gui.engine.reference import Array
    from w2v_gui.engine.trace import Ids, StepTrace
    from w2v_gui.errors import UserError


@dataclass(frozen=True)
class Place:
    """Where an example comes from.

    Attributes
    ----------
    tokens : tuple of str
        The sentence, or as much of it as stands around the window; of a typed pair its own words.
    centre : int
        Which of them is the centre word.
    context : tuple of int
        Which of them are its context.
    position : int
        Where the centre stands in the corpus; -1 for a typed pair.
    number, total : int
        The so-and-so-manieth pair, from 1, of so many; 0 where that is not known.
    """

    tokens: tuple[str, ...]
    centre: int
    context: tuple[int, ...]
    position: int = -1
    number: int = 0
    total: int = 0

    @property
    def typed(self) -> bool:
        """Whether the pair was typed and does not stand in the text."""
        return self.position < 0


@dataclass(frozen=True, eq=False)
class MatrixRows:
    """Some rows of W or of W_out, before and after the step.

    Attributes
    ----------
    ids : ndarray of int64, shape (R,)
        Which rows of the matrix, in ascending order.
    labels : tuple of str
        Their words; inner nodes of a Huffman tree are called n0, n1, …
    before, after : ndarray of float64, shape (R, N)
    moved : ndarray of bool, shape (R,)
        Whether the step moves them.
    """

    ids: Ids
    labels: tuple[str, ...]
    before: Array
    after: Array
    moved: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Vectors:
    """Both matrices of a small network, whole, before the step."""

    W: Array
    W_out: Array


@dataclass(frozen=True, eq=False)
class Scene:
    """Everything the page shows; nothing in it changes any more.

    Attributes
    ----------
    words : sequence of str
        By id.
    counts : ndarray of int64, shape (V,)
        How often each occurs.
    trace : StepTrace
        The step that comes next, before its update.
    place : Place
        Where its example comes from.
    W, W_out : MatrixRows
        The rows worth a look.
    position : int
        Updates applied so far: what is shown is update ``position + 1``.
    length : int
        Updates known; those after ``position`` have been undone and can be done again.
    losses : ndarray of float64, shape (length,)
        E of each update's own example, before it was applied.
    mean_positions, mean_losses : ndarray, shape (M,)
        Mean E over the examples of the text, and after how many updates it was measured.
    vectors : Vectors or None
        Of a small network, for its map.
    noise_probabilities : ndarray of float64, shape (V,), or None
        Negative sampling: the chance of each word to be drawn as noise.
    tree : HuffmanTree or None
        Hierarchical softmax.
    source : str
        "small" for a network of the page's own, "run" for a copy of a run's weights.
    branch, branches : int
        Which of how many futures this is, from 1: to go on otherwise from an earlier point opens another.
    alpha : float
        The rate of the update that comes next.
    remark : UserError or None
        What should be said about the pair.
    """

    words: Sequence[str]
    counts: NDArray[np.int64]
    trace: StepTrace
    place: Place
    W: MatrixRows
    W_out: MatrixRows
    position: int
    length: int
    losses: Array
    mean_positions: Ids
    mean_losses: Array
    vectors: Vectors | None
    noise_probabilities: Array | None
    tree: HuffmanTree | None
    source: str
    branch: int = 1
    branches: int = 1
    alpha: float = 0.0
    remark: UserError | None = None

    def output_label(self, row: int) -> str:
        """Return what a row of W_out is called: its word, or n and the number of an inner node."""
        return self.words[row] if self.tree is None else f"n{row}"
