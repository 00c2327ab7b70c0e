"""The trainer: reads the text chunk by chunk and lets the kernels update the weights.

It knows no clock, no thread of its own beyond the kernels' and no window: whoever calls `Trainer.train_chunk`
decides how much at a time, and may look, pause or change the rate in between.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from w2v_gui.corpus.windows import make_stream
from w2v_gui.engine.guard import Guard
from w2v_gui.engine.kernels import make_objective
from w2v_gui.engine.kernels.work import Tally, Work
from w2v_gui.engine.parameters import allocate, initial_rows, initialise
from w2v_gui.engine.schedule import Schedule, line
from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError, CorpusError, DivergenceError
from w2v_gui.memory import trim_heap

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.engine.config import TrainingConfig

EVERY_LOSS_BELOW = 1_000_000
"""In a text with fewer tokens every prediction's loss is recorded; in longer ones that of every sixteenth centre."""


@dataclass(frozen=True)
class ChunkResult:
    """What came of a chunk.

    Attributes
    ----------
    words : int
        Tokens of the text passed in this chunk.
    words_done : int
        Tokens passed since the start, over all epochs.
    windows : int
        Windows trained in this chunk.
    predictions : int
        How many predictions are in the loss.
    loss : float
        Their mean loss in nats; NaN where there was none.
    alpha : float
        Learning rate after the chunk.
    epoch : int
        From 0; the number of epochs when finished.
    finished : bool
        Whether the last epoch is done.
    """

    words: int
    words_done: int
    windows: int
    predictions: int
    loss: float
    alpha: float
    epoch: int
    finished: bool


class Trainer:
    """One training run of a model on a corpus.

    Parameters
    ----------
    corpus : EncodedCorpus
    config : TrainingConfig

    Attributes
    ----------
    vocabulary : Vocabulary
        The words that are trained: those of the corpus that occur at least ``min_count`` times.
    parameters : Parameters
        The weights, updated in place while a chunk is trained.
    know_nothing_loss : float
        Mean loss of a prediction that knows nothing, in nats.

    Raises
    ------
    CorpusError
        If fewer than two words are kept, or no window can be made from the text.
    ConfigError
        If ``min_count`` keeps nothing, or the weights do not fit into memory.
    """

    def __init__(self, corpus: EncodedCorpus, config: TrainingConfig) -> None:
        self.corpus = corpus
        self.vocabulary = corpus.vocabulary.kept(config.min_count)
        if len(self.vocabulary) < 2:
            raise CorpusError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Only the word “{word}” occurs {min_count} times, and a model needs at least two words. Lower the "
                    "minimum count or open a longer text.",
                ),
                word=self.vocabulary.words[0],
                min_count=config.min_count,
            )
        self._config = config
        self._stream = make_stream(
            corpus,
            self.vocabulary,
            window=config.window,
            sample=config.sample,
            full_windows_only=config.full_windows_only,
            seed=config.seed,
        )
        self._check_windows()
        self._objective = make_objective(config, self.vocabulary)
        trim_heap()  # its tables were built by way of long lists; the weights need the room
        self.know_nothing_loss = self._objective.know_nothing_loss
        self.parameters = allocate(
            len(self.vocabulary), self._objective.output_rows, config.vector_size, self._objective.spare_rows
        )
        self._loss_mask = 0 if len(corpus) < EVERY_LOSS_BELOW else 15
        self._guard = Guard(self.parameters, self.know_nothing_loss, max(self.words_total // 10, 1))
        initialise(self.parameters, config.seed)
        self._go_to_start()

    def _check_windows(self) -> None:
        """Raise if no sentence is long enough for a window."""
        longest = int(np.diff(self.corpus.offsets).max(initial=0))
        needed = 2 * self._config.window + 1 if self._config.full_windows_only else 2
        if longest < needed:
            raise CorpusError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The longest sentence has {longest} words and a window needs {needed}. Lower the window, allow "
                    "partial windows, or open a text with longer lines.",
                ),
                longest=longest,
                needed=needed,
            )

    @property
    def config(self) -> TrainingConfig:
        """The settings, as changed during the run."""
        return self._config

    @property
    def epoch(self) -> int:
        """Epochs done."""
        return self._epoch

    @property
    def words_done(self) -> int:
        """Tokens of the text passed since the start, over all epochs."""
        return self._epoch * len(self.corpus) + self._position

    @property
    def words_total(self) -> int:
        """Tokens of the text times epochs."""
        return len(self.corpus) * self._config.epochs

    @property
    def finished(self) -> bool:
        """Whether the last epoch is done."""
        return self._epoch >= self._config.epochs

    @property
    def alpha(self) -> float:
        """The learning rate now."""
        return self._schedule.alpha(self.words_done)

    @property
    def recorded_share(self) -> float:
        """Which part of the predictions is in the loss, and counted in `ChunkResult.predictions`."""
        return 1 / (self._loss_mask + 1)

    def prepare(self) -> None:
        """Compile the kernels, or load them; the first time this takes seconds. Nothing is trained."""
        self._train(0, self._loss_mask)
        self._guard.everything()

    def reset(self) -> None:
        """Go back to the very same start: initial weights, first word."""
        initialise(self.parameters, self._config.seed)
        self.parameters.W_out[...] = 0
        self._guard.forget()
        self._go_to_start()

    def _go_to_start(self) -> None:
        self._epoch = 0
        self._position = 0
        self._schedule = line(self._config.alpha, self._config.min_alpha, 0, self.words_total)

    def initial_rows(self, ids: Sequence[int]) -> NDArray[np.float32]:
        """Return what rows of W were at the very start.

        Returns
        -------
        ndarray of float32, shape (len(ids), N)
        """
        return initial_rows(ids, self._config.vector_size, self._config.seed)

    def change(self, *, alpha: float | None = None, epochs: int | None = None) -> None:
        """Change what can be changed between chunks: the rate falls in a straight line from here on.

        Raises
        ------
        ConfigError
            If a value is not allowed, or as many epochs are done already.
        """
        changes = {name: value for name, value in {"alpha": alpha, "epochs": epochs}.items() if value is not None}
        config = self._config.changed_live(self._epoch + (self._position > 0), **changes)
        now = self.alpha if alpha is None else config.alpha
        self._config = config
        self._schedule = line(now, config.min_alpha, self.words_done, self.words_total)

    def train_chunk(self, words: int) -> ChunkResult:
        """Train on the next ``words`` tokens of the text, at most to the end of the epoch.

        Raises
        ------
        DivergenceError
            If values ran away; the parameters then hold the last good state.
        """
        before = self.words_done
        tally = self._train(max(words, 1), self._loss_mask)
        return self._result(before, tally)

    def step(self) -> ChunkResult:
        """Train exactly one window (with softmax, one batch): the next one there is.

        Raises
        ------
        DivergenceError
            If values ran away; the parameters then hold the last good state.
        """
        before = self.words_done
        tally = Tally(self._position, 0, 0.0, 0)
        while not (tally.windows or self.finished):
            tally = self._train(1, 0)
        return self._result(before, tally)

    def _train(self, words: int, loss_mask: int) -> Tally:
        if self.finished:
            return Tally(self._position, 0, 0.0, 0)
        end = min(self._position + words, len(self.corpus))
        work = Work(np.array([self._position], np.int64), end, self._epoch, self._epoch * len(self.corpus), loss_mask)
        tally = self._objective.train(self.parameters, self._stream, work, self._schedule)
        self.corpus.let_go(self._position, tally.position)
        self._position = tally.position
        if self._position >= len(self.corpus):
            self._epoch += 1
            self._position = 0
        return tally

    def _result(self, before: int, tally: Tally) -> ChunkResult:
        loss = tally.loss / tally.predictions if tally.predictions else math.nan
        healthy = self._guard.healthy(math.inf if math.isnan(tally.loss) else loss, self.words_done)
        if not healthy or (self.finished and not self._guard.everything()):
            self._fall_back()
        return ChunkResult(
            words=self.words_done - before,
            words_done=self.words_done,
            windows=tally.windows,
            predictions=tally.predictions,
            loss=loss,
            alpha=self.alpha,
            epoch=self._epoch,
            finished=self.finished,
        )

    def _fall_back(self) -> None:
        """Restore the last good state and say which setting to lower."""
        alpha, position = self.alpha, self._guard.last_good_words
        if self._guard.restore():
            self._epoch, self._position = divmod(position, len(self.corpus))
        else:
            self.reset()
        if self._config.objective == "softmax" and self._config.batch_size > 1:
            raise DivergenceError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Training ran away at the rate α = {alpha:.4g}; the state after {words} words was kept. Lower "
                    "alpha or batch_size.",
                ),
                alpha=alpha,
                words=position,
            )
        raise DivergenceError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Training ran away at the rate α = {alpha:.4g}; the state after {words} words was kept. Lower alpha.",
            ),
            alpha=alpha,
            words=position,
        )

    def state(self) -> dict[str, Any]:
        """Return where the run stands, as plain values: with weights and config, all that resuming needs."""
        return {"epoch": self._epoch, "position": self._position, "schedule": list(self._schedule)}

    def restore(self, W: NDArray[np.float32], W_out: NDArray[np.float32], state: Mapping[str, Any]) -> None:
        """Go on from saved weights and a saved state.

        Raises
        ------
        ConfigError
            If they do not belong to this corpus and these settings.
        """
        epoch, position = int(state["epoch"]), int(state["position"])
        fits = W.shape == self.parameters.W.shape and W_out.shape == self.parameters.W_out.shape
        if not (fits and 0 <= epoch <= self._config.epochs and 0 <= position < len(self.corpus)):
            raise ConfigError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The saved model does not belong to this text and these settings. Open the text it was trained on.",
                )
            )
        self.parameters.W[...] = W
        self.parameters.W_out[...] = W_out
        self._epoch, self._position = epoch, position
        self._schedule = Schedule(*(float(value) for value in state["schedule"]))
        self._guard.keep(self.words_done)

    def close(self) -> None:
        """Let the kernels' threads end, and let go of the last good state."""
        self._objective.close()
        self._guard.close()
