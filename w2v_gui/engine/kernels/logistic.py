"""One window against a few output rows with binary labels: the step that two objectives share.

Negative sampling and hierarchical softmax ask the same of a hidden vector h: for each of a few output rows,
is the label 1 or 0? Only the choice of rows and labels differs. For a row with label t, u = row · h,
loss = −ln σ(u) if t else −ln σ(−u), ∂E/∂u = σ(u) − t.

Windows are small, so what counts is to keep sums in registers and to load every number for several products:
rows are worked on in tiles of two inputs by three outputs. Where a row is updated, the next one is read only
after it is written: two rows of a window may be the same word.

Matrices are passed flattened, with padded rows; a row is named by its first element, ``row · stride``,
unsigned, which spares the check for negative indices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numba import float32, uint64

from w2v_gui.compiled import compiled
from w2v_gui.corpus.windows import UNIT, make_buffer
from w2v_gui.engine.kernels.primitives import sigmoid, softplus
from w2v_gui.engine.kernels.simd import WIDTH, add, aligned_zeros, load, multiply_add, padded, splat, store, total
from w2v_gui.engine.kernels.work import Tally, ThreadTeam

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from w2v_gui.corpus.windows import Buffer
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.kernels.work import Work


class Scratch(NamedTuple):
    """Working memory of one thread.

    Attributes
    ----------
    inputs : ndarray of float32
        Copies of the input rows of a window, one after the other.
    steps : ndarray of float32
        For every input and output row α · (label − σ(u)).
    rows : ndarray of uint64
        First elements of the output rows in question.
    labels : ndarray of float32
        Their labels.
    places : ndarray of uint64
        First elements of the context words' rows of W.
    noise : ndarray of int64
        Noise words drawn.
    tally : ndarray of float64, shape (3,)
        Windows trained, sum of the recorded losses, number of predictions in it.
    """

    inputs: NDArray[np.float32]
    steps: NDArray[np.float32]
    rows: NDArray[np.uint64]
    labels: NDArray[np.float32]
    places: NDArray[np.uint64]
    noise: NDArray[np.int64]
    tally: NDArray[np.float64]


class Model(NamedTuple):
    """What is made of a window.

    Attributes
    ----------
    cbow : bool
        CBOW: the mean of the context is one input. Otherwise skip-gram: every context word is one.
    divide : bool
        CBOW: whether every context word receives the error divided by C (the derivation) or undivided (word2vec).
    together : int
        Skip-gram: so many context words, an even number, take their gradients at the same parameters; the next
        ones at the parameters as these have left them.
    """

    cbow: bool
    divide: bool
    together: int


def make_model(config: TrainingConfig, together: int) -> Model:
    """Return what the settings make of a window."""
    return Model(config.model == "cbow", config.cbow_gradient == "derived", together)


def make_scratch(vector_size: int, window: int, output_rows: int) -> Scratch:
    """Return working memory for windows of that reach against so many output rows."""
    inputs, outputs = 2 * window + 1, output_rows + 2  # room for what is padded
    return Scratch(
        aligned_zeros(inputs * padded(vector_size)),
        np.zeros(inputs * outputs, np.float32),
        np.zeros(outputs, np.uint64),
        np.zeros(outputs, np.float32),
        np.zeros(inputs, np.uint64),
        np.full(outputs, -1, np.int64),
        np.zeros(3, np.float64),
    )


@compiled
def pad_rows(scratch, m):
    """Repeat the first row up to a multiple of three, and return that; its steps will be zero."""
    wide = (m + 2) // 3 * 3
    for j in range(m, wide):
        scratch.rows[j] = scratch.rows[0]
    return wide


@compiled
def record_loss(scratch, count, m, wide):
    """Add the loss of ``count`` × ``m`` logits, which stand in ``scratch.steps``, to the running sum."""
    loss = 0.0
    for i in range(count):
        for j in range(m):
            u = scratch.steps[i * wide + j]
            loss += softplus(-u) if scratch.labels[j] > 0 else softplus(u)
    scratch.tally[1] += loss
    scratch.tally[2] += count


@compiled
def logits_to_steps(scratch, count, m, wide, padded_count, alpha):
    """Replace every logit u by α · (label − σ(u)), and those of padding by zero."""
    steps, labels = scratch.steps, scratch.labels
    for i in range(count * wide):
        steps[i] = -alpha * sigmoid(steps[i])
    for i in range(count):
        for j in range(m):
            steps[i * wide + j] += alpha * labels[j]
        for j in range(m, wide):
            steps[i * wide + j] = float32(0)
    for i in range(count * wide, padded_count * wide):
        steps[i] = float32(0)


@compiled
def logits_tile(inputs, x0, x1, w_out, y0, y1, y2, stride, steps, at, below):
    """Multiply two input rows with three output rows; write to ``steps`` from ``at`` and from ``below`` on.

    Five loads serve six products, and the six sums stay in registers.
    """
    zero = splat(float32(0))
    a0, a1, a2, b0, b1, b2 = zero, zero, zero, zero, zero, zero
    for d in range(uint64(0), stride, uint64(WIDTH)):
        a, b = load(inputs, x0 + d), load(inputs, x1 + d)
        y = load(w_out, y0 + d)
        a0, b0 = multiply_add(a, y, a0), multiply_add(b, y, b0)
        y = load(w_out, y1 + d)
        a1, b1 = multiply_add(a, y, a1), multiply_add(b, y, b1)
        y = load(w_out, y2 + d)
        a2, b2 = multiply_add(a, y, a2), multiply_add(b, y, b2)
    steps[at], steps[at + 1], steps[at + 2] = total(a0), total(a1), total(a2)
    steps[below], steps[below + 1], steps[below + 2] = total(b0), total(b1), total(b2)


@compiled
def add_outputs_tile(w, x0, x1, w_out, y0, y1, y2, stride, steps, at, below):
    """Add three output rows, times their steps, to each of two rows of W.

    The second row is read after the first is written: both may be the same word.
    """
    a0, a1, a2 = splat(steps[at]), splat(steps[at + 1]), splat(steps[at + 2])
    b0, b1, b2 = splat(steps[below]), splat(steps[below + 1]), splat(steps[below + 2])
    for d in range(uint64(0), stride, uint64(WIDTH)):
        v0, v1, v2 = load(w_out, y0 + d), load(w_out, y1 + d), load(w_out, y2 + d)
        store(w, x0 + d, multiply_add(a0, v0, multiply_add(a1, v1, multiply_add(a2, v2, load(w, x0 + d)))))
        store(w, x1 + d, multiply_add(b0, v0, multiply_add(b1, v1, multiply_add(b2, v2, load(w, x1 + d)))))


@compiled
def add_inputs_tile(inputs, x0, x1, w_out, y0, y1, y2, stride, steps, at, below):
    """Add two input rows, times their steps, to each of three output rows, which may be the same."""
    a0, a1, a2 = splat(steps[at]), splat(steps[at + 1]), splat(steps[at + 2])
    b0, b1, b2 = splat(steps[below]), splat(steps[below + 1]), splat(steps[below + 2])
    for d in range(uint64(0), stride, uint64(WIDTH)):
        a, b = load(inputs, x0 + d), load(inputs, x1 + d)
        store(w_out, y0 + d, multiply_add(a0, a, multiply_add(b0, b, load(w_out, y0 + d))))
        store(w_out, y1 + d, multiply_add(a1, a, multiply_add(b1, b, load(w_out, y1 + d))))
        store(w_out, y2 + d, multiply_add(a2, a, multiply_add(b2, b, load(w_out, y2 + d))))


@compiled
def skipgram_window(w, w_out, buffer, c, scratch, m, together, stride, alpha, with_loss):
    """Apply one skip-gram window: every context word's input vector against the ``m`` rows of the centre.

    The direction is word2vec.c's: the context words' rows of W are the inputs and share the centre's output
    rows, so that a window is one small dense product. Over a corpus the pairs are those of the derivation.

    Parameters
    ----------
    w, w_out : ndarray of float32, flattened
        Updated in place.
    buffer : Buffer
        The window is that of the word at ``c``.
    scratch : Scratch
        ``rows`` and ``labels`` say what is asked.
    together : int
        As in `Model`.
    stride : uint64
        Length of a row with its padding.
    """
    tokens, low, high = buffer.tokens, buffer.left[c], buffer.right[c]
    inputs, steps, rows, places = scratch.inputs, scratch.steps, scratch.rows, scratch.places
    scratch.tally[0] += 1
    wide = pad_rows(scratch, m)
    t = low
    while t < high:
        count = 0
        while t < high and count < together:
            if t != c:
                place = uint64(tokens[t]) * stride
                x = uint64(count) * stride
                for d in range(uint64(0), stride, uint64(WIDTH)):
                    store(inputs, x + d, load(w, place + d))
                places[count] = place
                count += 1
            t += 1
        pairs = count
        if count % 2 == 1:  # an odd one is paired with the first row, with steps of zero
            places[count] = places[0]
            pairs += 1
        for i in range(0, pairs, 2):
            x0 = uint64(i) * stride
            for j in range(0, wide, 3):
                at = i * wide + j
                logits_tile(
                    inputs, x0, x0 + stride, w_out, rows[j], rows[j + 1], rows[j + 2], stride, steps, at, at + wide
                )
        if with_loss:
            record_loss(scratch, count, m, wide)
        logits_to_steps(scratch, count, m, wide, pairs, alpha)
        for i in range(0, pairs, 2):
            for j in range(0, wide, 3):
                at = i * wide + j
                add_outputs_tile(
                    w, places[i], places[i + 1], w_out, rows[j], rows[j + 1], rows[j + 2], stride, steps, at, at + wide
                )
        for j in range(0, wide, 3):
            for i in range(0, pairs, 2):
                x0 = uint64(i) * stride
                at = i * wide + j
                add_inputs_tile(
                    inputs, x0, x0 + stride, w_out, rows[j], rows[j + 1], rows[j + 2], stride, steps, at, at + wide
                )


@compiled
def cbow_hidden(w, buffer, c, places, hidden, stride):
    """Write h, the mean of the context words' input vectors, to ``hidden``, (19).

    Their places in W go to ``places``; returned is their number C.
    """
    count = 0
    for t in range(buffer.left[c], buffer.right[c]):
        if t != c:
            places[count] = uint64(buffer.tokens[t]) * stride
            count += 1
    share = splat(float32(1) / float32(count))
    zero = splat(float32(0))
    for d in range(uint64(0), stride, uint64(WIDTH)):
        even, odd = zero, zero
        for i in range(0, count - 1, 2):
            even = add(even, load(w, places[i] + d))
            odd = add(odd, load(w, places[i + 1] + d))
        if count % 2 == 1:
            even = add(even, load(w, places[count - 1] + d))
        store(hidden, d, multiply_add(share, add(even, odd), zero))
    return count


@compiled
def cbow_scatter(w, places, count, change, offset, share, stride):
    """Add ``share`` · ``change[offset:]`` to every context word's input vector, once for each time it stands."""
    factor = splat(float32(share))
    for i in range(count):
        place = places[i]
        for d in range(uint64(0), stride, uint64(WIDTH)):
            store(w, place + d, multiply_add(factor, load(change, uint64(offset) + d), load(w, place + d)))


@compiled
def cbow_window(w, w_out, buffer, c, scratch, m, stride, alpha, with_loss, divide):
    """Apply one CBOW window: the mean of the context against the ``m`` rows of the centre."""
    hidden, steps, rows, places = scratch.inputs, scratch.steps, scratch.rows, scratch.places
    scratch.tally[0] += 1
    wide = pad_rows(scratch, m)
    count = cbow_hidden(w, buffer, c, places, hidden, stride)
    zero = splat(float32(0))
    for j in range(0, wide, 3):
        y0, y1, y2 = rows[j], rows[j + 1], rows[j + 2]
        s0, s1, s2 = zero, zero, zero
        for d in range(uint64(0), stride, uint64(WIDTH)):
            h = load(hidden, d)
            s0 = multiply_add(h, load(w_out, y0 + d), s0)
            s1 = multiply_add(h, load(w_out, y1 + d), s1)
            s2 = multiply_add(h, load(w_out, y2 + d), s2)
        steps[j], steps[j + 1], steps[j + 2] = total(s0), total(s1), total(s2)
    if with_loss:
        record_loss(scratch, 1, m, wide)
    logits_to_steps(scratch, 1, m, wide, 1, alpha)
    error = stride
    for d in range(uint64(0), stride, uint64(WIDTH)):
        store(hidden, error + d, zero)
    for j in range(0, wide, 3):
        y0, y1, y2 = rows[j], rows[j + 1], rows[j + 2]
        g0, g1, g2 = splat(steps[j]), splat(steps[j + 1]), splat(steps[j + 2])
        for d in range(uint64(0), stride, uint64(WIDTH)):
            e = multiply_add(g0, load(w_out, y0 + d), load(hidden, error + d))
            e = multiply_add(g1, load(w_out, y1 + d), e)
            store(hidden, error + d, multiply_add(g2, load(w_out, y2 + d), e))
    for j in range(0, wide, 3):
        y0, y1, y2 = rows[j], rows[j + 1], rows[j + 2]
        g0, g1, g2 = splat(steps[j]), splat(steps[j + 1]), splat(steps[j + 2])
        for d in range(uint64(0), stride, uint64(WIDTH)):
            h = load(hidden, d)
            store(w_out, y0 + d, multiply_add(g0, h, load(w_out, y0 + d)))
            store(w_out, y1 + d, multiply_add(g1, h, load(w_out, y1 + d)))
            store(w_out, y2 + d, multiply_add(g2, h, load(w_out, y2 + d)))
    cbow_scatter(w, places, count, hidden, error, 1 / count if divide else 1.0, stride)


@compiled
def train_window(w, w_out, buffer, c, scratch, m, model, stride, alpha, with_loss):
    """Apply the window of the word at ``c``: its inputs against the ``m`` rows in ``scratch``."""
    if model.cbow:
        cbow_window(w, w_out, buffer, c, scratch, m, stride, alpha, with_loss, model.divide)
    else:
        skipgram_window(w, w_out, buffer, c, scratch, m, model.together, stride, alpha, with_loss)


class LogisticTeam:
    """Threads with a buffer and working memory each, for the two objectives of this kind."""

    def __init__(self, config: TrainingConfig, output_rows: int) -> None:
        self._team = ThreadTeam(config.threads)
        self._tools = [
            (make_buffer(config.window), make_scratch(config.vector_size, config.window, output_rows))
            for _ in range(config.threads)
        ]

    def run(self, kernel: Callable[[int, Buffer, Scratch], None], work: Work) -> Tally:
        """Call ``kernel(member, buffer, scratch)`` on every thread there is work for, and sum up."""
        units = -(-(work.end - int(work.cursor[0])) // UNIT)
        for _, scratch in self._tools:
            scratch.tally[:] = 0
        self._team.run(lambda member: kernel(member, *self._tools[member]), units)
        windows, loss, predictions = np.sum([scratch.tally for _, scratch in self._tools], axis=0)
        return Tally(work.end, int(windows), float(loss), int(predictions))

    def close(self) -> None:
        """Let the threads end."""
        self._team.close()
