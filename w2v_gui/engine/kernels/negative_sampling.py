"""Fast negative sampling (Mikolov et al. 2013b): the target against k noise words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from numba import float32, int64, uint32, uint64

from w2v_gui.compiled import compiled
from w2v_gui.corpus.windows import draw, gather, stream_key
from w2v_gui.engine.kernels.logistic import LogisticTeam, make_model, train_window
from w2v_gui.engine.kernels.primitives import rate
from w2v_gui.engine.kernels.work import next_unit, records_loss
from w2v_gui.engine.noise import alias_table, noise_probabilities

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.corpus.windows import Buffer, Stream
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.kernels.logistic import Scratch
    from w2v_gui.engine.kernels.work import Tally, Work
    from w2v_gui.engine.noise import Noise
    from w2v_gui.engine.parameters import Parameters
    from w2v_gui.engine.schedule import Schedule

SHARED_POSITIONS = 2
"""So many neighbouring positions of the corpus share their noise words.

All contexts of one centre share them anyway, as published for pWord2Vec (Ji et al. 2016); sharing them
between two neighbouring centres as well saves reads of rows that lie far apart in memory, at no cost in
quality.
"""

WHOLE_WINDOW = 1 << 30
"""All contexts of a window take their gradients at the same parameters: measured, it costs nothing in quality."""


@compiled
def draw_noise(noise, key, position, k, out):
    """Draw the ``k`` noise words of a position into ``out[:k]``."""
    accept, alias = noise.accept, noise.alias
    size = uint64(accept.shape[0])
    block = position // SHARED_POSITIONS
    for j in range(k):
        bits = draw(key, block * k + j)
        word = ((bits & uint64(0xFFFFFFFF)) * size) >> uint64(32)
        out[j] = word if uint32(bits >> uint64(32)) <= accept[word] else alias[word]


def noise_words(noise: Noise, seed: int, epoch: int, position: int, k: int) -> NDArray[np.int64]:
    """Return the ``k`` noise words that are drawn for the centre at a position, to look at."""
    out = np.zeros(k, np.int64)
    draw_noise(noise, np.uint64(stream_key(seed, epoch, 2)), position, k, out)
    return out


@compiled
def ask(scratch, target, k, stride):
    """Fill in rows and labels: the target with 1, the noise words with 0; return how many there are.

    A noise word that is the target itself is passed over, as in word2vec.c.
    """
    rows, labels, noise = scratch.rows, scratch.labels, scratch.noise
    rows[0] = uint64(target) * stride
    labels[0] = float32(1)
    m = 1
    for j in range(k):
        if noise[j] != target:
            rows[m] = uint64(noise[j]) * stride
            labels[m] = float32(0)
            m += 1
    return m


@compiled
def train(stream, buffer, work, schedule, w, w_out, stride, scratch, model, noise, k):
    """Train with ``k`` noise words on units of ``work`` until none is left."""
    key = stream_key(stream.seed, work.epoch, 2)
    block = int64(-1)
    begin, end = next_unit(work)
    while begin < end:
        first, last = gather(stream, buffer, work.epoch, begin, end)
        for c in range(first, last):
            if buffer.left[c] == buffer.right[c]:
                continue
            position = buffer.positions[c]
            if position // SHARED_POSITIONS != block:
                block = position // SHARED_POSITIONS
                draw_noise(noise, key, position, k, scratch.noise)
            m = ask(scratch, buffer.tokens[c], k, stride)
            alpha = rate(schedule, work.before + position)
            with_loss = records_loss(stream, work, position)
            train_window(w, w_out, buffer, c, scratch, m, model, stride, alpha, with_loss)
        begin, end = next_unit(work)


class Objective:
    """Negative sampling: k + 1 rows of W_out a prediction."""

    def __init__(self, config: TrainingConfig, vocabulary: Vocabulary) -> None:
        self._model = make_model(config, WHOLE_WINDOW)
        self._negative = config.negative
        self._noise = alias_table(noise_probabilities(vocabulary.counts, config.ns_exponent))
        self._team = LogisticTeam(config, config.negative + 1)
        self.output_rows = len(vocabulary)
        self.spare_rows = 0
        self.know_nothing_loss = (config.negative + 1) * math.log(2)

    def train(self, parameters: Parameters, stream: Stream, work: Work, schedule: Schedule) -> Tally:
        """Train on a stretch, on all threads."""
        w, w_out = parameters.W_storage.reshape(-1), parameters.W_out_storage.reshape(-1)
        stride, k = parameters.stride, self._negative

        def kernel(member: int, buffer: Buffer, scratch: Scratch) -> None:
            train(stream, buffer, work, schedule, w, w_out, stride, scratch, self._model, self._noise, k)

        return self._team.run(kernel, work)

    def close(self) -> None:
        """Let the threads end."""
        self._team.close()
