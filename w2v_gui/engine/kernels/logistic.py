"""One window against a few output rows with binary labels: the step that two objectives share.

Negative sampling and hierarchical softmax ask the same of a hidden vector h: for each of a few output rows,
is the label 1 or 0? Only the choice of rows and labels differs. For a row with label t, u = row · h,
loss = −ln σ(u) if t else −ln σ(−u), ∂E/∂u = σ(u) − t.

All gradients of a window are taken at the parameters as they were before it, then applied. Matrices are
passed flattened; a row is named by its first element, ``row · N``, unsigned, which spares the compiler the
check for negative indices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numba import float32, uint64

from w2v_gui.compiled import compiled
from w2v_gui.corpus.windows import UNIT, make_buffer
from w2v_gui.engine.kernels.primitives import sigmoid, softplus
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
    noise : ndarray of int64
        Noise words drawn.
    tally : ndarray of float64, shape (3,)
        Windows trained, sum of the recorded losses, number of predictions in it.
    """

    inputs: NDArray[np.float32]
    steps: NDArray[np.float32]
    rows: NDArray[np.uint64]
    labels: NDArray[np.float32]
    noise: NDArray[np.int64]
    tally: NDArray[np.float64]


def make_scratch(vector_size: int, window: int, output_rows: int) -> Scratch:
    """Return working memory for windows of that reach against so many output rows."""
    inputs = max(2 * window, 2)
    return Scratch(
        np.zeros(inputs * vector_size, np.float32),
        np.zeros(inputs * output_rows, np.float32),
        np.zeros(output_rows, np.uint64),
        np.zeros(output_rows, np.float32),
        np.full(output_rows, -1, np.int64),
        np.zeros(3, np.float64),
    )


@compiled
def record_loss(scratch, inputs, m):  # type: ignore[no-untyped-def]
    """Add the loss of ``inputs`` × ``m`` logits, which stand in ``scratch.steps``, to the running sum."""
    total = 0.0
    for i in range(inputs):
        for j in range(m):
            u = scratch.steps[i * m + j]
            total += softplus(-u) if scratch.labels[j] > 0 else softplus(u)
    scratch.tally[1] += total
    scratch.tally[2] += inputs


@compiled
def logits_to_steps(scratch, inputs, m, alpha):  # type: ignore[no-untyped-def]
    """Replace every logit u by α · (label − σ(u))."""
    steps, labels = scratch.steps, scratch.labels
    for i in range(inputs * m):
        steps[i] = -alpha * sigmoid(steps[i])
    for i in range(inputs):
        for j in range(m):
            steps[i * m + j] += alpha * labels[j]


@compiled
def logits(inputs, w_out, rows, m, count, n_dims, out):  # type: ignore[no-untyped-def]
    """Multiply ``count`` input rows with ``m`` output rows, four inputs at a time.

    Four at a time, because every element of an output row is then loaded once for four sums.
    """
    n = uint64(n_dims)
    fours = count // 4 * 4
    for i in range(0, fours, 4):
        x0 = uint64(i) * n
        x1, x2, x3 = x0 + n, x0 + n + n, x0 + n + n + n
        for j in range(m):
            y = rows[j]
            s0 = s1 = s2 = s3 = float32(0)
            for d in range(n):
                v = w_out[y + d]
                s0 += inputs[x0 + d] * v
                s1 += inputs[x1 + d] * v
                s2 += inputs[x2 + d] * v
                s3 += inputs[x3 + d] * v
            out[i * m + j] = s0
            out[(i + 1) * m + j] = s1
            out[(i + 2) * m + j] = s2
            out[(i + 3) * m + j] = s3
    for i in range(fours, count):
        x0 = uint64(i) * n
        for j in range(m):
            y = rows[j]
            s0 = float32(0)
            for d in range(n):
                s0 += inputs[x0 + d] * w_out[y + d]
            out[i * m + j] = s0


@compiled
def add_rows(target, base, source, rows, steps, first, m, n_dims):  # type: ignore[no-untyped-def]
    """Add Σ_j ``steps[first + j]`` · (row j of ``source``) to one row of ``target``, six rows at a time."""
    n = uint64(n_dims)
    sixes = m // 6 * 6
    for j in range(0, sixes, 6):
        g0, g1, g2 = steps[first + j], steps[first + j + 1], steps[first + j + 2]
        g3, g4, g5 = steps[first + j + 3], steps[first + j + 4], steps[first + j + 5]
        y0, y1, y2, y3, y4, y5 = rows[j], rows[j + 1], rows[j + 2], rows[j + 3], rows[j + 4], rows[j + 5]
        for d in range(n):
            target[base + d] += (
                g0 * source[y0 + d]
                + g1 * source[y1 + d]
                + g2 * source[y2 + d]
                + g3 * source[y3 + d]
                + g4 * source[y4 + d]
                + g5 * source[y5 + d]
            )
    for j in range(sixes, m):
        g0 = steps[first + j]
        y0 = rows[j]
        for d in range(n):
            target[base + d] += g0 * source[y0 + d]


@compiled
def skipgram_window(w, w_out, buffer, c, scratch, m, n_dims, alpha, with_loss):  # type: ignore[no-untyped-def]
    """Apply one skip-gram window: every context word's input vector against the ``m`` rows of the centre.

    The direction is word2vec.c's: the context words' rows of W are the inputs and share the centre's output
    rows, so that a window is one small dense product. Over a corpus the pairs are those of the derivation.

    Parameters
    ----------
    w, w_out : ndarray of float32, flattened (V, N)
        Updated in place.
    buffer : Buffer
        The window is that of the word at ``c``.
    scratch : Scratch
        ``rows`` and ``labels`` say what is asked.
    """
    tokens, low, high = buffer.tokens, buffer.left[c], buffer.right[c]
    inputs, steps, rows = scratch.inputs, scratch.steps, scratch.rows
    n = uint64(n_dims)
    count = high - low - 1
    scratch.tally[0] += 1
    x = uint64(0)
    for t in range(low, high):
        if t != c:
            row = uint64(tokens[t]) * n
            for d in range(n):
                inputs[x + d] = w[row + d]
            x += n
    logits(inputs, w_out, rows, m, count, n_dims, steps)
    if with_loss:
        record_loss(scratch, count, m)
    logits_to_steps(scratch, count, m, alpha)
    first = 0
    for t in range(low, high):
        if t != c:
            add_rows(w, uint64(tokens[t]) * n, w_out, rows, steps, first, m, n_dims)
            first += m
    fours = count // 4 * 4
    for j in range(m):
        y = rows[j]
        for i in range(0, fours, 4):
            x0 = uint64(i) * n
            x1, x2, x3 = x0 + n, x0 + n + n, x0 + n + n + n
            g0, g1, g2, g3 = steps[i * m + j], steps[(i + 1) * m + j], steps[(i + 2) * m + j], steps[(i + 3) * m + j]
            for d in range(n):
                w_out[y + d] += g0 * inputs[x0 + d] + g1 * inputs[x1 + d] + g2 * inputs[x2 + d] + g3 * inputs[x3 + d]
        for i in range(fours, count):
            x0 = uint64(i) * n
            g0 = steps[i * m + j]
            for d in range(n):
                w_out[y + d] += g0 * inputs[x0 + d]


@compiled
def cbow_hidden(w, buffer, c, hidden, n_dims):  # type: ignore[no-untyped-def]
    """Write h, the mean of the context words' input vectors, to ``hidden[:N]``; return their number C (19)."""
    tokens, low, high = buffer.tokens, buffer.left[c], buffer.right[c]
    n = uint64(n_dims)
    count = high - low - 1
    for d in range(n):
        hidden[d] = float32(0)
    for t in range(low, high):
        if t != c:
            row = uint64(tokens[t]) * n
            for d in range(n):
                hidden[d] += w[row + d]
    share = float32(1) / float32(count)
    for d in range(n):
        hidden[d] *= share
    return count


@compiled
def cbow_scatter(w, buffer, c, change, offset, n_dims):  # type: ignore[no-untyped-def]
    """Add ``change[offset:offset + N]`` to the input vector of every context word, once for each time it stands."""
    tokens, low, high = buffer.tokens, buffer.left[c], buffer.right[c]
    n = uint64(n_dims)
    e = uint64(offset)
    for t in range(low, high):
        if t != c:
            row = uint64(tokens[t]) * n
            for d in range(n):
                w[row + d] += change[e + d]


@compiled
def cbow_window(w, w_out, buffer, c, scratch, m, n_dims, alpha, with_loss, divide):  # type: ignore[no-untyped-def]
    """Apply one CBOW window: the mean of the context against the ``m`` rows of the centre.

    Parameters
    ----------
    divide : bool
        Whether every context word receives the error divided by C (the derivation) or undivided (word2vec).
    """
    hidden, steps, rows = scratch.inputs, scratch.steps, scratch.rows
    n = uint64(n_dims)
    scratch.tally[0] += 1
    count = cbow_hidden(w, buffer, c, hidden, n_dims)
    fours = m // 4 * 4
    for j in range(0, fours, 4):
        y0, y1, y2, y3 = rows[j], rows[j + 1], rows[j + 2], rows[j + 3]
        s0 = s1 = s2 = s3 = float32(0)
        for d in range(n):
            v = hidden[d]
            s0 += v * w_out[y0 + d]
            s1 += v * w_out[y1 + d]
            s2 += v * w_out[y2 + d]
            s3 += v * w_out[y3 + d]
        steps[j], steps[j + 1], steps[j + 2], steps[j + 3] = s0, s1, s2, s3
    for j in range(fours, m):
        y0 = rows[j]
        s0 = float32(0)
        for d in range(n):
            s0 += hidden[d] * w_out[y0 + d]
        steps[j] = s0
    if with_loss:
        record_loss(scratch, 1, m)
    logits_to_steps(scratch, 1, m, alpha)
    for d in range(n):
        hidden[n + d] = float32(0)
    add_rows(hidden, n, w_out, rows, steps, 0, m, n_dims)
    for j in range(m):
        y0 = rows[j]
        g0 = steps[j]
        for d in range(n):
            w_out[y0 + d] += g0 * hidden[d]
    if divide:
        share = float32(1) / float32(count)
        for d in range(n):
            hidden[n + d] *= share
    cbow_scatter(w, buffer, c, hidden, n_dims, n_dims)


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
