"""Softmax window by window: the derivation's exact online gradient descent, all gradients by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numba import float32, uint64

from w2v_gui.compiled import compiled
from w2v_gui.corpus.windows import gather, make_buffer
from w2v_gui.engine.kernels.exponentials import exponentials
from w2v_gui.engine.kernels.logistic import cbow_hidden, cbow_scatter
from w2v_gui.engine.kernels.primitives import rate
from w2v_gui.engine.kernels.simd import WIDTH, aligned_zeros, load, multiply_add, padded, splat, store, total
from w2v_gui.engine.kernels.work import Tally, next_unit, records_loss

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.corpus.windows import Stream
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.kernels.work import Work
    from w2v_gui.engine.parameters import Parameters
    from w2v_gui.engine.schedule import Schedule


class Tools(NamedTuple):
    """Working memory of the online form.

    Attributes
    ----------
    hidden : ndarray of float32, shape (2 · stride,)
        h, then −α · EH.
    steps : ndarray of float32, shape (V,)
        u, then −α · e.
    places : ndarray of uint64
        First elements of the input words' rows of W.
    context : ndarray of int32
        Ids of the context words.
    tally : ndarray of float64, shape (3,)
        Windows, sum of the recorded losses, predictions in it.
    """

    hidden: NDArray[np.float32]
    steps: NDArray[np.float32]
    places: NDArray[np.uint64]
    context: NDArray[np.int32]
    tally: NDArray[np.float64]


@compiled
def scores(w_out, hidden, stride, steps):
    """Write u, the product of every row of W_out with h, to ``steps``, (2)."""
    zero = splat(float32(0))
    words = steps.shape[0]
    for j in range(0, words - 2, 3):
        y0 = uint64(j) * stride
        y1, y2 = y0 + stride, y0 + stride + stride
        s0, s1, s2 = zero, zero, zero
        for d in range(uint64(0), stride, uint64(WIDTH)):
            h = load(hidden, d)
            s0 = multiply_add(h, load(w_out, y0 + d), s0)
            s1 = multiply_add(h, load(w_out, y1 + d), s1)
            s2 = multiply_add(h, load(w_out, y2 + d), s2)
        steps[j], steps[j + 1], steps[j + 2] = total(s0), total(s1), total(s2)
    for j in range(words // 3 * 3, words):
        y0 = uint64(j) * stride
        s0 = zero
        for d in range(uint64(0), stride, uint64(WIDTH)):
            s0 = multiply_add(load(hidden, d), load(w_out, y0 + d), s0)
        steps[j] = total(s0)


@compiled
def descend(w_out, hidden, stride, steps):
    """Write −α · EH behind h, (15), and update every row of W_out, (13)."""
    for d in range(uint64(0), stride, uint64(WIDTH)):
        store(hidden, stride + d, splat(float32(0)))
    for j in range(steps.shape[0]):
        y = uint64(j) * stride
        step = splat(steps[j])
        for d in range(uint64(0), stride, uint64(WIDTH)):
            row = load(w_out, y + d)
            store(hidden, stride + d, multiply_add(step, row, load(hidden, stride + d)))
            store(w_out, y + d, multiply_add(step, load(hidden, d), row))


@compiled
def steps_of(steps, targets, alpha):
    """Replace the logits u by −α · e, (3) and (9), and return the loss, (7).

    With C targets e is their sum, EI = C·y − Σt.
    """
    mass, loss = exponentials(steps, targets)
    scale = -alpha * float32(targets.shape[0]) / mass
    for j in range(steps.shape[0]):
        steps[j] *= scale
    for i in range(targets.shape[0]):
        steps[targets[i]] += alpha
    return loss


@compiled
def context_of(buffer, c, out):
    """Write the context words of the word at ``c`` to ``out``; return their number."""
    n = 0
    for t in range(buffer.left[c], buffer.right[c]):
        if t != c:
            out[n] = buffer.tokens[t]
            n += 1
    return n


@compiled
def train_online(stream, buffer, work, schedule, w, w_out, stride, tools, cbow, divide):
    """Train window by window, as derived: (1) to (20) and the skip-gram part."""
    hidden, steps, places, context, tally = tools.hidden, tools.steps, tools.places, tools.context, tools.tally
    begin, end = next_unit(work)
    while begin < end:
        first, last = gather(stream, buffer, work.epoch, begin, end)
        for c in range(first, last):
            if buffer.left[c] == buffer.right[c]:
                continue
            position = buffer.positions[c]
            alpha = rate(schedule, work.before + position)
            if cbow:
                count = cbow_hidden(w, buffer, c, places, hidden, stride)
                targets = buffer.tokens[c : c + 1]
            else:
                targets = context[: context_of(buffer, c, context)]
                count = 1
                places[0] = uint64(buffer.tokens[c]) * stride
                for d in range(uint64(0), stride, uint64(WIDTH)):
                    store(hidden, d, load(w, places[0] + d))
            scores(w_out, hidden, stride, steps)
            loss = steps_of(steps, targets, alpha)
            descend(w_out, hidden, stride, steps)
            cbow_scatter(w, places, count, hidden, stride, 1 / count if divide else 1.0, stride)
            tally[0] += 1
            if records_loss(stream, work, position):
                tally[1] += loss
                tally[2] += targets.shape[0]
        begin, end = next_unit(work)


class Online:
    """The derivation's exact online gradient descent: one window after the other, on one thread."""

    def __init__(self, config: TrainingConfig, words: int) -> None:
        self._config = config
        self._buffer = make_buffer(config.window)
        context = 2 * config.window
        self._tools = Tools(
            aligned_zeros(2 * padded(config.vector_size)),
            aligned_zeros(words),
            np.zeros(context, np.uint64),
            np.zeros(context, np.int32),
            np.zeros(3, np.float64),
        )

    def train(self, parameters: Parameters, stream: Stream, work: Work, schedule: Schedule) -> Tally:
        """Train on a stretch."""
        tally = self._tools.tally
        tally[:] = 0
        train_online(
            stream,
            self._buffer,
            work,
            schedule,
            parameters.W_storage.reshape(-1),
            parameters.W_out_storage.reshape(-1),
            parameters.stride,
            self._tools,
            self._config.model == "cbow",
            self._config.cbow_gradient == "derived",
        )
        return Tally(work.end, int(tally[0]), float(tally[1]), int(tally[2]))

    def close(self) -> None:
        """Nothing to let go of."""
