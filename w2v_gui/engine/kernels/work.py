"""A stretch of text to train on, and how several threads share it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple, Protocol

import numpy as np

from w2v_gui.compiled import compiled
from w2v_gui.corpus.windows import UNIT, draw, stream_key
from w2v_gui.engine.kernels.primitives import fetch_add

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.corpus.windows import Stream
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.parameters import Parameters
    from w2v_gui.engine.schedule import Schedule


class Work(NamedTuple):
    """A stretch of one epoch, as the kernels see it.

    Attributes
    ----------
    cursor : ndarray of int64, shape (1,)
        Where the next unit begins; moved on indivisibly by the thread that takes it.
    end : int
        Where the stretch ends.
    epoch : int
        From 0.
    before : int
        Words of the epochs before: added to a position, it gives the words done.
    loss_mask : int
        The loss is recorded for centres whose random bits are 0 under this mask: 0 records all, 15 every
        sixteenth. A logarithm for every logit would slow training down noticeably.
    """

    cursor: NDArray[np.int64]
    end: int
    epoch: int
    before: int
    loss_mask: int


class Tally(NamedTuple):
    """What came of a stretch.

    Attributes
    ----------
    position : int
        Where training stands now. A batch that was begun is completed, so this can lie beyond the end.
    windows : int
        Windows trained.
    loss : float
        Sum of the recorded losses, in nats.
    predictions : int
        How many predictions are in that sum.
    """

    position: int
    windows: int
    loss: float
    predictions: int


class Objective(Protocol):
    """An output layer: which rows of W_out a prediction involves, and how they and W are updated.

    Each module of this package that is named like a choice of the setting ``objective`` holds one.
    """

    output_rows: int
    """Rows of W_out."""

    spare_rows: int
    """Rows behind W_out that the kernels want as working memory."""

    know_nothing_loss: float
    """Mean loss of a prediction that knows nothing, in nats."""

    def __init__(self, config: TrainingConfig, vocabulary: Vocabulary) -> None: ...

    def train(self, parameters: Parameters, stream: Stream, work: Work, schedule: Schedule) -> Tally:
        """Train on a stretch."""
        ...

    def close(self) -> None:
        """Let go of threads."""
        ...


@compiled
def next_unit(work):
    """Take the next unit of the stretch: return its begin and end, or an empty unit when there is none."""
    begin = fetch_add(work.cursor, UNIT)
    return begin, min(begin + UNIT, work.end)


@compiled
def records_loss(stream, work, position):
    """Return whether the loss of the centre at a position is recorded."""
    return draw(stream_key(stream.seed, work.epoch, 3), position) & np.uint64(work.loss_mask) == 0


class ThreadTeam:
    """Threads that run the same kernel, which releases the GIL, on the units of one stretch.

    Rows of the matrices are shared without locks (Recht et al. 2011, "Hogwild!"): two threads seldom write
    the same row at the same time, and a lost update now and then does no harm.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self._pool = ThreadPoolExecutor(size - 1, thread_name_prefix="kernel") if size > 1 else None

    def run(self, kernel: Callable[[int], None], units: int) -> None:
        """Call ``kernel(member)`` on as many members as there are units for; the caller is one of them."""
        helpers = min(self.size, units) - 1
        if self._pool is None or helpers <= 0:
            kernel(0)
            return
        running = [self._pool.submit(kernel, member) for member in range(1, helpers + 1)]
        try:
            kernel(0)
        finally:
            for future in running:
                future.result()

    def close(self) -> None:
        """Let the threads end."""
        if self._pool is not None:
            self._pool.shutdown()
