"""Which word is missing: what a trained model says about a gap, with its own output layer and nothing beside it.

CBOW is asked as it was trained: h is the mean of the context's rows of W. Skip-gram was trained to predict from one
word at a time, so each word of the context answers for itself, and the mean of their answers is the prediction: a
mixture, in which every word of the context has the same weight. With one word of context it is P(w | c) itself.

Full softmax and hierarchical softmax answer with probabilities, which sum to 1. Negative sampling has never learned
any: σ(u) is how likely word and context come from the text, and not from the noise that was drawn against it. It is a
score for each word by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np

from w2v_gui.engine.huffman import HuffmanTree
from w2v_gui.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.config import TrainingConfig

    Array = NDArray[np.float64]

Kind = Literal["probability", "score"]
State = Literal["used", "unknown", "outside"]

USED: State = "used"
UNKNOWN: State = "unknown"
OUTSIDE: State = "outside"
"""What becomes of a word of the context: it counts, the model does not know it, or the window does not reach it."""

_AT_ONCE = 1 << 22


@dataclass(frozen=True, eq=False)
class Prediction:
    """What a model says about a gap.

    Attributes
    ----------
    kind : {"probability", "score"}
    values : ndarray of float64, shape (V,)
        Of every word; empty where no word of the context can be used.
    left, right : tuple of {"used", "unknown", "outside"}
        What became of each word before and after the gap, in the order of the text.
    """

    kind: Kind
    values: Array
    left: tuple[State, ...]
    right: tuple[State, ...]

    @property
    def used(self) -> int:
        """How many words of the context were used."""
        return (*self.left, *self.right).count(USED)

    @cached_property
    def total(self) -> float:
        """The sum over all words: 1 for probabilities."""
        return float(self.values.sum())

    def best(self, most: int) -> NDArray[np.intp]:
        """Return the rows of the words with the highest values, the highest first, equal ones in order."""
        most = min(most, len(self.values))
        if most < 1:
            return np.empty(0, np.intp)
        threshold = np.partition(self.values, -most)[-most]
        candidates = np.flatnonzero(self.values >= threshold)
        return candidates[np.argsort(-self.values[candidates], kind="stable")][:most]

    def rank(self, row: int) -> int:
        """Return the place of a word among all, from 1; equal ones share the best of their places."""
        return 1 + int(np.count_nonzero(self.values > self.values[row]))


class Predictor:
    """Says which words fit into a gap. It copies nothing: whoever trains on must give it copies.

    Parameters
    ----------
    config : TrainingConfig
    vocabulary : Vocabulary
        The words that were trained: row k of W is word k.
    W : ndarray of float32, shape (V, N)
    W_out : ndarray of float32, shape (rows, N)
        V rows, or the V − 1 inner nodes of the tree.
    layer : Layer
        What turns scores into answers.
    """

    def __init__(
        self,
        config: TrainingConfig,
        vocabulary: Vocabulary,
        W: NDArray[np.float32],
        W_out: NDArray[np.float32],
        layer: Layer,
    ) -> None:
        rows = layer.rows
        if W.shape != (len(vocabulary), config.vector_size) or W_out.shape != (rows, config.vector_size):
            raise ValueError(f"{len(vocabulary)} words and {rows} outputs, but W {W.shape} and W_out {W_out.shape}")
        self.config, self.vocabulary = config, vocabulary
        self._W, self._W_out, self._layer = W, W_out, layer

    @classmethod
    def of(
        cls, config: TrainingConfig, vocabulary: Vocabulary, W: NDArray[np.float32], W_out: NDArray[np.float32]
    ) -> Predictor:
        """Return who predicts with these weights.

        Raises
        ------
        ValueError
            If the matrices are not of the size that settings and vocabulary ask for.
        """
        return cls(config, vocabulary, W, W_out, LAYERS[config.objective](vocabulary))

    def renewed(self, W: NDArray[np.float32], W_out: NDArray[np.float32]) -> Predictor:
        """Return the same with the weights of another moment; the tree of hierarchical softmax is not made again."""
        return Predictor(self.config, self.vocabulary, W, W_out, self._layer)

    @property
    def kind(self) -> Kind:
        """What it answers with."""
        return self._layer.kind

    def window(
        self, left: Sequence[int | None], right: Sequence[int | None]
    ) -> tuple[tuple[State, ...], tuple[State, ...]]:
        """Return what becomes of each word beside the gap.

        As in training, words that the model does not know leave no place behind: the window reaches beyond them.

        Parameters
        ----------
        left, right : sequence of int or None
            The rows of the words before and after the gap, in the order of the text; None for unknown ones.
        """
        reach = self.config.window
        return tuple(reversed(_states(left[::-1], reach))), _states(right, reach)

    def predict(
        self,
        left: Sequence[int | None],
        right: Sequence[int | None],
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Prediction:
        """Return what the model says about a gap between two rows of words, see `window`.

        Raises
        ------
        Cancelled
        """
        before, after = self.window(left, right)
        states = zip((*left, *right), (*before, *after), strict=True)
        inputs = [row for row, state in states if state == USED and row is not None]
        values = self._answer(inputs, cancelled) if inputs else np.empty(0)
        return Prediction(self.kind, values, before, after)

    def _answer(self, inputs: Sequence[int], cancelled: Callable[[], bool]) -> Array:
        rows = self._W[list(inputs)].astype(np.float64)
        hidden = rows.mean(axis=0, keepdims=True) if self.config.model == "cbow" else rows
        values = np.zeros(len(self.vocabulary))
        step = max(1, _AT_ONCE // len(self._W_out))
        for start in range(0, len(hidden), step):
            if cancelled():
                raise Cancelled
            some = hidden[start : start + step].astype(np.float32)
            with np.errstate(over="ignore", invalid="ignore"):
                scores = some @ self._W_out.T
            for u in scores:
                values += self._layer.values(u.astype(np.float64))
        return values / len(hidden)


def _states(outwards: Sequence[int | None], reach: int) -> tuple[State, ...]:
    states: list[State] = []
    for row in outwards:
        if row is None:
            states.append(UNKNOWN)
        else:
            states.append(USED if states.count(USED) < reach else OUTSIDE)
    return tuple(states)


# -- output layers ------------------------------------------------------------------------------------------------


class Layer(Protocol):
    """What makes answers of the scores u = W_out·h.

    Attributes
    ----------
    kind : {"probability", "score"}
    rows : int
        Of W_out.
    """

    kind: Kind
    rows: int

    def values(self, u: Array) -> Array:
        """Return the answer for every word."""


class Softmax:
    """Probabilities: exp(u) divided by its sum over all words, (3) and (4)."""

    kind: Kind = "probability"

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.rows = len(vocabulary)

    def values(self, u: Array) -> Array:
        """Return the probability of every word."""
        u = np.nan_to_num(u, nan=-np.inf, neginf=-np.inf)
        highest = u.max()
        if highest == -np.inf:
            return np.zeros(len(u))
        exponentials = np.exp(u - highest)
        return np.asarray(exponentials / exponentials.sum())


class NegativeSampling:
    """Scores: σ(u), for each word by itself."""

    kind: Kind = "score"

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.rows = len(vocabulary)

    def values(self, u: Array) -> Array:
        """Return the score of every word."""
        return _sigmoid(np.nan_to_num(u, nan=-np.inf, neginf=-np.inf))


class HierarchicalSoftmax:
    """Probabilities: of each leaf of the tree the product of the decisions on the way to it."""

    kind: Kind = "probability"

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.rows = len(vocabulary) - 1

    @cached_property
    def _levels(self) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
        """From the root on, the inner nodes of each level, and their two children."""
        size = len(self._vocabulary)
        children = HuffmanTree(self._vocabulary.counts, self._vocabulary.words).children
        levels = []
        nodes = np.array([size - 2])
        while len(nodes):
            below = children[nodes]
            levels.append((nodes, below))
            nodes = below[below >= size] - size
        return levels

    def values(self, u: Array) -> Array:
        """Return the probability of every leaf; all of a level come of the level above at once."""
        size = len(self._vocabulary)
        u = np.nan_to_num(u)
        first = _sigmoid(u)
        second = _sigmoid(-u)
        reached = np.empty(2 * size - 1)
        reached[2 * size - 2] = 1.0
        for nodes, children in self._levels:
            here = reached[size + nodes]
            reached[children[:, 0]] = here * first[nodes]
            reached[children[:, 1]] = here * second[nodes]
        return reached[:size]


LAYERS: Mapping[str, Callable[[Vocabulary], Layer]] = {
    "softmax": Softmax,
    "negative_sampling": NegativeSampling,
    "hierarchical_softmax": HierarchicalSoftmax,
}
"""By the names of the setting ``objective``."""


def _sigmoid(u: Array) -> Array:
    return np.asarray(np.exp(-np.logaddexp(0.0, -u)))
