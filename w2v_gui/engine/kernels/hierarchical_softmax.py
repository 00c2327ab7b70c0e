"""Fast hierarchical softmax (Morin and Bengio 2005): the inner nodes on the way to the target's leaf."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from numba import float32

from w2v_gui.compiled import compiled
from w2v_gui.corpus.windows import gather
from w2v_gui.engine.huffman import HuffmanTree
from w2v_gui.engine.kernels.logistic import LogisticTeam, make_model, train_window
from w2v_gui.engine.kernels.primitives import rate
from w2v_gui.engine.kernels.replicas import Replicas, adopt, element, merge
from w2v_gui.engine.kernels.simd import padded
from w2v_gui.engine.kernels.work import next_unit, records_loss

if TYPE_CHECKING:
    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.corpus.windows import Buffer, Stream
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.kernels.logistic import Scratch
    from w2v_gui.engine.kernels.work import Tally, Work
    from w2v_gui.engine.parameters import Parameters
    from w2v_gui.engine.schedule import Schedule

REPLICATED_NODES = 64
"""So many nodes nearest to the root (by weight) are copied for every thread."""

TOGETHER = 2
"""So many contexts of a window take their gradients at the same parameters.

All contexts of a window ask the same nodes, and the steps of many at once overshoot near the root: with whole
windows, analogies came out at .317 where they are .329 with pairs (15 million tokens of Wikipedia, 3 epochs).
"""


@compiled
def ask(scratch, replicas, paths, target, stride):
    """Fill in rows and labels: the nodes on the target's way, with 1 − code bit; return how many there are."""
    rows, labels = scratch.rows, scratch.labels
    start = paths.starts[target]
    m = paths.starts[target + 1] - start
    for j in range(m):
        rows[j] = element(replicas, paths.nodes[start + j], stride)
        labels[j] = float32(1) - float32(paths.codes[start + j])
    return m


@compiled
def train(stream, buffer, work, schedule, w, w_out, stride, scratch, model, paths, replicas):
    """Train on units of ``work`` until none is left."""
    adopt(replicas, w_out, stride)
    begin, end = next_unit(work)
    while begin < end:
        first, last = gather(stream, buffer, work.epoch, begin, end)
        for c in range(first, last):
            if buffer.left[c] == buffer.right[c]:
                continue
            position = buffer.positions[c]
            m = ask(scratch, replicas, paths, buffer.tokens[c], stride)
            alpha = rate(schedule, work.before + position)
            with_loss = records_loss(stream, work, position)
            train_window(w, w_out, buffer, c, scratch, m, model, stride, alpha, with_loss)
        merge(replicas, w_out, stride)
        begin, end = next_unit(work)


class Objective:
    """Hierarchical softmax: the inner nodes of a Huffman tree own the rows of W_out."""

    def __init__(self, config: TrainingConfig, vocabulary: Vocabulary) -> None:
        self._model = make_model(config, TOGETHER)
        self.tree = HuffmanTree(vocabulary.counts, vocabulary.words)
        self._team = LogisticTeam(config, max(int(self.tree.depths.max()), 1))
        self.output_rows = len(self.tree)
        targets = vocabulary.counts * vocabulary.keep_probability(config.sample)
        self.know_nothing_loss = self.tree.mean_code_length(targets) * math.log(2)
        copied = min(REPLICATED_NODES, self.output_rows) if config.threads > 1 else 0
        low = self.output_rows - copied  # nodes are numbered by weight: the heaviest are the last
        self.spare_rows = copied * config.threads
        self._replicas = [
            Replicas(
                low,
                self.output_rows,
                self.output_rows + copied * member,
                np.zeros(copied * padded(config.vector_size), np.float32),
            )
            for member in range(config.threads)
        ]

    def train(self, parameters: Parameters, stream: Stream, work: Work, schedule: Schedule) -> Tally:
        """Train on a stretch, on all threads."""
        w, w_out = parameters.W_storage.reshape(-1), parameters.W_out_storage.reshape(-1)
        stride, paths = parameters.stride, self.tree.paths

        def kernel(member: int, buffer: Buffer, scratch: Scratch) -> None:
            replicas = self._replicas[member]
            train(stream, buffer, work, schedule, w, w_out, stride, scratch, self._model, paths, replicas)

        return self._team.run(kernel, work)

    def close(self) -> None:
        """Let the threads end."""
        self._team.close()
