"""A network to look into: the weights in float64, and one example at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.engine import reference
from w2v_gui.engine.layers import LAYERS
from w2v_gui.engine.trace import Example, StepTrace, logistic_outputs, softmax_outputs, summed_errors
from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.reference import Array
    from w2v_gui.engine.trace import Ids, OutputTrace, Units

DRAWN_WHOLE = 16
"""Up to so many output units are all worth a look; of more, those that matter."""

MOST_PROBABLE = 5

_BLOCK = 512


@dataclass(frozen=True, eq=False)
class RowChange:
    """What a step did to one matrix, so that it can be undone and done again to the bit.

    Attributes
    ----------
    rows : ndarray of int64, shape (R,), or slice
        Which rows it moved.
    bits : ndarray of uint64, shape (R, N)
        The bits in which they differ from before: the same exchange leads there and back.
    """

    rows: Ids | slice
    bits: NDArray[np.uint64]

    def toggle(self, matrix: Array) -> None:
        """Undo the change, or do it again."""
        matrix.view(np.uint64)[self.rows] ^= self.bits


@dataclass(frozen=True, eq=False)
class Change:
    """What a step did to both matrices."""

    W: RowChange
    W_out: RowChange

    @property
    def nbytes(self) -> int:
        """How much memory it takes, with what Python needs for the objects."""
        return self.W.bits.nbytes + self.W_out.bits.nbytes + 1000


class Network:
    """W and W_out with their output layer, to be traced and moved one example at a time.

    Parameters
    ----------
    vocabulary : Vocabulary
        The V words.
    config : TrainingConfig
        Model, output layer, and what belongs to them.
    W, W_out : ndarray of float64, contiguous
        Input vectors and output vectors by rows; moved in place.

    Raises
    ------
    ConfigError
        If there are fewer than two words: nothing could be told apart.
    """

    def __init__(self, vocabulary: Vocabulary, config: TrainingConfig, W: Array, W_out: Array) -> None:
        if len(vocabulary) < 2:
            raise ConfigError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "With a single word there is nothing to predict: it has probability 1 from the start. Take a text "
                    "of at least two different words.",
                )
            )
        self.vocabulary = vocabulary
        self.config = config
        self.layer = LAYERS[config.objective](vocabulary, config)
        self._outputs = softmax_outputs if self.layer.softmax else logistic_outputs
        self.W = W
        self.W_out = W_out

    @classmethod
    def small(cls, vocabulary: Vocabulary, config: TrainingConfig) -> Network:
        """Return a network of its own, with W and W′ drawn at random, uniform within ±0.5, from the seed.

        The derivation has both start at random. (word2vec.c lets W′ start at 0: its first step then moves no input
        vector, and nothing could be seen.)
        """
        generator = np.random.default_rng(config.seed)
        size = config.vector_size
        network = cls(vocabulary, config, generator.uniform(-0.5, 0.5, (len(vocabulary), size)), np.empty((0, size)))
        network.W_out = generator.uniform(-0.5, 0.5, (network.layer.rows, size))
        return network

    @classmethod
    def copied(
        cls,
        vocabulary: Vocabulary,
        config: TrainingConfig,
        W: NDArray[np.floating],
        W_out: NDArray[np.floating],
    ) -> Network:
        """Return a network with a copy of somebody's weights."""
        return cls(vocabulary, config, np.array(W, np.float64, order="C"), np.array(W_out, np.float64, order="C"))

    @property
    def cbow(self) -> bool:
        """CBOW, or else skip-gram."""
        return self.config.model == "cbow"

    def example(self, centre: int, context: Sequence[int], position: int = -1, epoch: int = 0) -> Example:
        """Return what is learned from a window; its noise words are those that training draws at its position.

        Parameters
        ----------
        centre : int
        context : sequence of int
        position : int
            Where the centre stands in the corpus; -1 for a pair from elsewhere.
        epoch : int
            Which epoch's noise words.

        Raises
        ------
        ConfigError
            If there is no context.
        """
        if not context:
            raise ConfigError(
                QT_TRANSLATE_NOOP(
                    "errors", "A pair needs at least one context word: without one there is nothing to predict from."
                )
            )
        inputs, targets = (tuple(context), (centre,)) if self.cbow else ((centre,), tuple(context))
        noise = self.layer.draw(max(position, 0), epoch)
        return Example(inputs, targets, (noise,) * len(targets) if noise else (), position)

    # -- forward and backward ---------------------------------------------------------------------------------

    def trace(self, example: Example, alpha: float) -> StepTrace:
        """Return every quantity of the step that would come next; nothing is changed.

        Raises
        ------
        ConfigError
            If the weights hold values that are no numbers, or too large to compute with.
        """
        W_rows = self.W[list(example.inputs)]
        with np.errstate(all="ignore"):
            h = reference.hidden(self.W, example.inputs)
            outputs = self._outputs(h, self.W_out, self._asked(example))
            rows, e_sum = summed_errors(outputs)
            grad_h = reference.hidden_gradient(self.W_out if self.layer.softmax else self.W_out[rows], e_sum)
        drawn = self._drawn(example, outputs, rows)
        trace = StepTrace(
            example=example,
            cbow=self.cbow,
            objective=self.config.objective,
            alpha=alpha,
            divided=self.config.cbow_gradient == "derived",
            size=len(self.W),
            output_size=len(self.W_out),
            W_rows=W_rows,
            h=h,
            outputs=outputs,
            rows=rows,
            e_sum=e_sum,
            grad_h=grad_h,
            loss=sum(output.loss for output in outputs),
            drawn=drawn,
            W_out_drawn=self.W_out[drawn],
        )
        if not trace.finite:
            raise too_large()
        return trace

    def loss(self, example: Example) -> float:
        """Return E of an example, forward alone."""
        h = reference.hidden(self.W, example.inputs)
        if self.layer.softmax:
            return reference.softmax_loss(reference.logits(self.W_out, h), example.targets)
        return sum(
            reference.logistic_loss(reference.logits(self.W_out[units.rows], h), units.labels)
            for _, units in self._asked(example)
        )

    # -- update -----------------------------------------------------------------------------------------------

    def apply(self, trace: StepTrace) -> Change:
        """Apply a step that was traced at the present weights, (13) and (18), and return what it changed."""
        with np.errstate(all="ignore"):  # the next trace says if values ran away
            change_W = _move(self.W, trace.input_words, trace.alpha * trace.moved_W)
            if self.layer.softmax:
                change_W_out = _move_all(self.W_out, trace.alpha, trace.e_sum, trace.h)
            else:
                change_W_out = _move(self.W_out, trace.rows, trace.alpha * np.outer(trace.e_sum, trace.h))
        return Change(change_W, change_W_out)

    def toggle(self, change: Change) -> None:
        """Undo the last change, or do again the one that was undone last: the same bits come back."""
        change.W.toggle(self.W)
        change.W_out.toggle(self.W_out)

    # -- what is asked ----------------------------------------------------------------------------------------

    def _asked(self, example: Example) -> Iterator[tuple[int, Units]]:
        for i, target in enumerate(example.targets):
            yield target, self.layer.units(target, example.noise[i] if example.noise else ())

    def _drawn(self, example: Example, outputs: Sequence[OutputTrace], rows: Ids) -> Ids:
        if len(self.W_out) <= DRAWN_WHOLE:
            return np.arange(len(self.W_out))
        if not self.layer.softmax:
            return rows
        y = outputs[0].y
        best = np.argpartition(y, -MOST_PROBABLE)[-MOST_PROBABLE:]
        return np.unique(np.concatenate([best, example.inputs, example.targets])).astype(np.int64)


def too_large() -> ConfigError:
    """Return what there is to say of weights that are no numbers, or larger than any should be."""
    return ConfigError(
        QT_TRANSLATE_NOOP(
            "errors",
            "The weights hold values that are no numbers, or too large to compute with. Go back to an earlier "
            "step, or start anew with a lower rate.",
        )
    )


def _move(matrix: Array, rows: Ids, steps: Array) -> RowChange:
    before = matrix[rows]
    after = before - steps
    matrix[rows] = after
    return RowChange(rows, before.view(np.uint64) ^ after.view(np.uint64))


def _move_all(matrix: Array, alpha: float, e: Array, h: Array) -> RowChange:
    """Move every row, in blocks that stay in the cache: what counts in a large matrix is how often it is read."""
    bits = np.empty(matrix.shape, np.uint64)
    steps, before = np.empty((_BLOCK, matrix.shape[1])), np.empty((_BLOCK, matrix.shape[1]))
    for start in range(0, len(matrix), _BLOCK):
        rows = matrix[start : start + _BLOCK]
        size = len(rows)
        before[:size] = rows
        np.multiply(e[start : start + _BLOCK, None], h, out=steps[:size])
        steps[:size] *= alpha
        rows -= steps[:size]
        np.bitwise_xor(before[:size].view(np.uint64), rows.view(np.uint64), out=bits[start : start + _BLOCK])
    return RowChange(slice(None), bits)
