"""Softmax in batches: the windows of a batch are stacked into matrices, and BLAS multiplies them.

All gradients of a batch are taken at the same parameters and summed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numba import float32
from threadpoolctl import ThreadpoolController

from w2v_gui.compiled import compiled
from w2v_gui.corpus.windows import UNIT, gather, make_buffer
from w2v_gui.engine.kernels.exponentials import exponentials
from w2v_gui.engine.kernels.primitives import rate
from w2v_gui.engine.kernels.work import Tally, ThreadTeam
from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from w2v_gui.corpus.windows import Stream
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.kernels.work import Work
    from w2v_gui.engine.parameters import Parameters
    from w2v_gui.engine.schedule import Schedule

LARGEST_BATCH = 2**28
"""Most logits of a batch, windows × V: one gigabyte."""


class Batch(NamedTuple):
    """Windows stacked for one update.

    A row is one forward pass: its inputs are averaged to h, and its targets are predicted from h. In CBOW
    the inputs are the context and the target is the centre; in skip-gram it is the other way round.

    Attributes
    ----------
    inputs, targets : ndarray of int32, shape (B, inputs at most), (B, targets at most)
    n_inputs, n_targets : ndarray of int32, shape (B,)
    hidden : ndarray of float32, shape (B, N)
        h of every row.
    factor : ndarray of float32, shape (B,)
        What the errors of every row still have to be multiplied with.
    scaled : ndarray of float32, shape (B, N)
        h of every row, times its factor.
    change : ndarray of float32, shape (B, N)
        −α · EH of every row, short of its factor.
    logits : ndarray of float32, shape (B, V)
        u, then −α · e, short of the factor.
    alpha : ndarray of float32, shape (B,)
    tally : ndarray of float64, shape (2,)
        Sum of the losses, and the number of predictions in it.
    """

    inputs: NDArray[np.int32]
    targets: NDArray[np.int32]
    n_inputs: NDArray[np.int32]
    n_targets: NDArray[np.int32]
    hidden: NDArray[np.float32]
    factor: NDArray[np.float32]
    scaled: NDArray[np.float32]
    change: NDArray[np.float32]
    logits: NDArray[np.float32]
    alpha: NDArray[np.float32]
    tally: NDArray[np.float64]


def make_batch(config: TrainingConfig, words: int) -> Batch:
    """Return an empty batch."""
    size = config.batch_size
    context, centre = 2 * config.window, 1
    inputs, targets = (context, centre) if config.model == "cbow" else (centre, context)
    return Batch(
        np.zeros((size, inputs), np.int32),
        np.zeros((size, targets), np.int32),
        np.zeros(size, np.int32),
        np.zeros(size, np.int32),
        np.zeros((size, config.vector_size), np.float32),
        np.zeros(size, np.float32),
        np.zeros((size, config.vector_size), np.float32),
        np.zeros((size, config.vector_size), np.float32),
        np.zeros((size, words), np.float32),
        np.zeros(size, np.float32),
        np.zeros(2, np.float64),
    )


@compiled
def collect(stream, buffer, work, schedule, batch, cbow):
    """Fill a batch from the stretch; move the stretch's cursor behind its last window; return its size."""
    size = batch.n_inputs.shape[0]
    corpus_end = stream.offsets[-1]
    filled = 0
    # A batch that was begun is completed beyond the stretch: where chunks end must not change the result.
    while filled < size and work.cursor[0] < (work.end if filled == 0 else corpus_end):
        begin = work.cursor[0]
        end = min(begin + UNIT, corpus_end)
        first, last = gather(stream, buffer, work.epoch, begin, end)
        work.cursor[0] = end
        for c in range(first, last):
            low, high = buffer.left[c], buffer.right[c]
            if low == high:
                continue
            position = buffer.positions[c]
            if filled == size or (filled == 0 and position >= work.end):
                work.cursor[0] = position
                break
            around, centre = (batch.inputs, batch.targets) if cbow else (batch.targets, batch.inputs)
            n = 0
            for t in range(low, high):
                if t != c:
                    around[filled, n] = buffer.tokens[t]
                    n += 1
            centre[filled, 0] = buffer.tokens[c]
            batch.n_inputs[filled], batch.n_targets[filled] = (n, 1) if cbow else (1, n)
            batch.alpha[filled] = rate(schedule, work.before + position)
            filled += 1
    return filled


@compiled
def mean_inputs(batch, w, begin, end):
    """Write h of rows ``begin`` to ``end``: the mean of their input vectors, (1) and (19)."""
    for b in range(begin, end):
        hidden = batch.hidden[b]
        hidden[:] = float32(0)
        for i in range(batch.n_inputs[b]):
            row = w[batch.inputs[b, i]]
            for d in range(hidden.shape[0]):
                hidden[d] += row[d]
        share = float32(1) / float32(batch.n_inputs[b])
        for d in range(hidden.shape[0]):
            hidden[d] *= share


@compiled
def batch_errors(batch, begin, end, tally):
    """Turn the logits of rows ``begin`` to ``end`` into −α · e, short of a factor, and add up their losses.

    The factor −α · C / Σ exp(u) of a row is left out here and multiplied with h and EH instead: they are N
    numbers each, and the logits V.
    """
    for b in range(begin, end):
        logits = batch.logits[b]
        targets = batch.targets[b, : batch.n_targets[b]]
        count = targets.shape[0]
        mass, loss = exponentials(logits, targets)
        for i in range(count):
            logits[targets[i]] -= mass / float32(count)
        factor = -batch.alpha[b] * float32(count) / mass
        batch.factor[b] = factor
        for d in range(batch.hidden.shape[1]):
            batch.scaled[b, d] = factor * batch.hidden[b, d]
        tally[0] += loss
        tally[1] += count


@compiled
def scatter(batch, w, size, divide):
    """Add every row's change to its input vectors, (18); once for each time a word stands there."""
    for b in range(size):
        change = batch.change[b]
        count = batch.n_inputs[b]
        factor = batch.factor[b] / float32(count) if divide else batch.factor[b]
        for i in range(count):
            row = w[batch.inputs[b, i]]
            for d in range(change.shape[0]):
                row[d] += factor * change[d]


def quietly(work: Callable[[int], None]) -> Callable[[int], None]:
    """Let numpy not warn of infinity and NaN: the trainer's guard looks for them."""
    return np.errstate(over="ignore", invalid="ignore")(work)


class Batched:
    """Batches, in three passes that are divided among the threads.

    Every element is written by one thread only, so more threads change nothing but the order of sums.
    """

    def __init__(self, config: TrainingConfig, words: int) -> None:
        if config.batch_size * words > LARGEST_BATCH:
            raise ConfigError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "A batch of {batch_size} windows over {words} words does not fit into memory. Lower batch_size to "
                    "{largest} or less, raise min_count, or choose negative sampling.",
                ),
                batch_size=config.batch_size,
                words=words,
                largest=max(LARGEST_BATCH // words, 1),
            )
        self._config = config
        self._buffer = make_buffer(config.window)
        self._batch = make_batch(config, words)
        self._product = np.zeros((words, config.vector_size), np.float32)
        self._changes = np.zeros((config.threads, config.batch_size, config.vector_size), np.float32)
        self._team = ThreadTeam(config.threads)
        self._blas = ThreadpoolController()

    def train(self, parameters: Parameters, stream: Stream, work: Work, schedule: Schedule) -> Tally:
        """Train batch after batch until the stretch is done."""
        batch, cbow = self._batch, self._config.model == "cbow"
        batch.tally[:] = 0
        windows = 0
        with self._blas.limit(limits=1, user_api="blas"):
            while size := collect(stream, self._buffer, work, schedule, batch, cbow):
                self._update(parameters, size)
                windows += size
        return Tally(int(work.cursor[0]), windows, float(batch.tally[0]), int(batch.tally[1]))

    def _update(self, parameters: Parameters, size: int) -> None:
        """Do one batch: columns of the logits, rows of the error, rows of W_out, each divided among the threads."""
        batch, w, w_out = self._batch, parameters.W, parameters.W_out
        hidden, logits = batch.hidden[:size], batch.logits[:size]
        rows, words = self._shares(size), self._shares(len(w_out))
        tallies = np.zeros((len(rows), 2))

        def forward(member: int) -> None:
            part = slice(*words[member])
            np.matmul(hidden, w_out[part].T, out=logits[:, part])

        def error(member: int) -> None:
            batch_errors(batch, *rows[member], tallies[member])

        def backward(member: int) -> None:
            part = slice(*words[member])
            np.matmul(logits[:, part], w_out[part], out=self._changes[member, :size])
            np.matmul(logits[:, part].T, batch.scaled[:size], out=self._product[part])
            w_out[part] += self._product[part]

        mean_inputs(batch, w, 0, size)
        self._team.run(quietly(forward), len(words))
        self._team.run(error, len(rows))
        self._team.run(quietly(backward), len(words))
        np.sum(self._changes[: len(words), :size], axis=0, out=batch.change[:size])
        scatter(batch, w, size, self._config.cbow_gradient == "derived")
        batch.tally[:] += tallies.sum(axis=0)

    def _shares(self, size: int) -> list[tuple[int, int]]:
        """Cut ``range(size)`` into one piece for each thread."""
        share = -(-size // self._config.threads)
        return [(begin, min(begin + share, size)) for begin in range(0, size, share)]

    def close(self) -> None:
        """Let the threads end."""
        self._team.close()
