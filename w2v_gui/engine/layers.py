"""Output layers as one looks at them: which output units a target asks, and what they should answer.

The fast kernels decide the same in their own way (`kernels`); the tests hold the two together. A new objective is a
class here and a line in `LAYERS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np

from w2v_gui.engine.huffman import HuffmanTree
from w2v_gui.engine.noise import alias_table, noise_probabilities
from w2v_gui.engine.trace import Units

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.reference import Array


class OutputLayer(Protocol):
    """What there is at the end of the network.

    Attributes
    ----------
    rows : int
        Rows of W_out.
    softmax : bool
        Whether the units share one probability; else each has its own, σ(u).
    """

    rows: int
    softmax: bool

    @property
    def probabilities(self) -> Array | None:
        """Negative sampling: the chance of each word to be drawn as noise, shape (V,)."""

    @property
    def tree(self) -> HuffmanTree | None:
        """Hierarchical softmax: the tree whose inner nodes are the units."""

    def draw(self, position: int, epoch: int = 0) -> tuple[int, ...]:
        """Return the noise words that belong to a position of the text; the same ones that training draws there."""

    def units(self, target: int, noise: Sequence[int]) -> Units:
        """Return the units that are asked for a target."""


class Softmax:
    """Every word is asked: t is 1 for the target and 0 for all others."""

    softmax = True
    probabilities = None
    tree = None

    def __init__(self, vocabulary: Vocabulary, config: TrainingConfig) -> None:
        self.rows = len(vocabulary)
        self._all = np.arange(self.rows)

    def draw(self, position: int, epoch: int = 0) -> tuple[int, ...]:
        """Return nothing: there is no noise."""
        return ()

    def units(self, target: int, noise: Sequence[int]) -> Units:
        """Return all words."""
        labels = np.zeros(self.rows)
        labels[target] = 1
        return Units(self._all, labels)


class NegativeSampling:
    """The target is asked with label 1, and k noise words with label 0 (Mikolov et al. 2013b)."""

    softmax = False
    tree = None

    def __init__(self, vocabulary: Vocabulary, config: TrainingConfig) -> None:
        self.rows = len(vocabulary)
        probabilities = noise_probabilities(vocabulary.counts, config.ns_exponent)
        self.probabilities = probabilities
        self._noise = alias_table(probabilities)
        self._seed, self._negative = config.seed, config.negative

    def draw(self, position: int, epoch: int = 0) -> tuple[int, ...]:
        """Return k noise words; the same word may be drawn twice."""
        from w2v_gui.engine.kernels.negative_sampling import noise_words  # numba takes half a second to load

        return tuple(noise_words(self._noise, self._seed, epoch, position, self._negative).tolist())

    def units(self, target: int, noise: Sequence[int]) -> Units:
        """Return the target and the noise words; one that is the target itself is passed over."""
        others = [word for word in noise if word != target]
        return Units(np.array([target, *others], np.int64), np.array([1.0] + [0.0] * len(others)))


class HierarchicalSoftmax:
    """The inner nodes on the target's way through a Huffman tree are asked, with labels 1 − code bit."""

    softmax = False
    probabilities = None

    def __init__(self, vocabulary: Vocabulary, config: TrainingConfig) -> None:
        self._tree = HuffmanTree(vocabulary.counts, vocabulary.words)
        self.tree = self._tree
        self.rows = len(self._tree)

    def draw(self, position: int, epoch: int = 0) -> tuple[int, ...]:
        """Return nothing: there is no noise."""
        return ()

    def units(self, target: int, noise: Sequence[int]) -> Units:
        """Return the inner nodes, from the root on."""
        nodes, codes = self._tree.way(target)
        return Units(nodes.astype(np.int64), 1.0 - codes.astype(np.float64))


LAYERS: Mapping[str, Callable[[Vocabulary, TrainingConfig], OutputLayer]] = {
    "softmax": Softmax,
    "negative_sampling": NegativeSampling,
    "hierarchical_softmax": HierarchicalSoftmax,
}
"""By the names of the setting ``objective``."""
