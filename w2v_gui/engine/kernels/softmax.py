"""Fast full softmax: every prediction involves every row of W_out.

Two forms of the same step. With a batch size of 1 it is the derivation's own: one window, all gradients by
hand, both matrices updated, next window. With a larger batch, the windows of a batch are stacked into
matrices and their gradients, all taken at the same parameters, are summed: three matrix products by BLAS
and one pass of exponentials.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from w2v_gui.engine.kernels.softmax_batches import Batched
from w2v_gui.engine.kernels.softmax_online import Online

if TYPE_CHECKING:
    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.corpus.windows import Stream
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.kernels.work import Tally, Work
    from w2v_gui.engine.parameters import Parameters
    from w2v_gui.engine.schedule import Schedule


class Objective:
    """Full softmax: V rows of W_out a prediction."""

    def __init__(self, config: TrainingConfig, vocabulary: Vocabulary) -> None:
        self.output_rows = len(vocabulary)
        self.spare_rows = 0
        self.know_nothing_loss = math.log(len(vocabulary))
        form = Online if config.batch_size == 1 else Batched
        self._form: Online | Batched = form(config, len(vocabulary))

    def train(self, parameters: Parameters, stream: Stream, work: Work, schedule: Schedule) -> Tally:
        """Train on a stretch."""
        return self._form.train(parameters, stream, work, schedule)

    def close(self) -> None:
        """Let the threads end."""
        self._form.close()
