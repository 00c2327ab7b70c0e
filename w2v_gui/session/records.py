"""What is followed over the course of a run besides its loss: similarities of pairs, and the size of the steps."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.session.history import DiagnosticsCurve, DiagnosticsHistory, SimilarityCurve, SimilarityHistory

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.session.snapshot import View

SAMPLED_ROWS = 512
"""Rows of W on which the size of the steps is measured, spread evenly over the vocabulary."""


KEPT_PAIRS = 32
"""So many pairs that are not followed at the moment keep their curves."""


class Records:
    """Takes a measurement whenever a snapshot is taken; to be called while nothing is being written to the weights.

    What is not asked for is not measured, but what was measured is kept: a curve that is asked for again goes on, and
    a straight line leads over the gap.
    """

    def __init__(self) -> None:
        # In the order in which they were last asked for, with the words at which that was.
        self._similarities: dict[tuple[int, int], tuple[SimilarityHistory, int]] = {}
        self._steps: StepMeter | None = None
        self._measuring = False
        self._words = -1

    def record(self, trainer: Trainer, view: View, seconds: float) -> None:
        """Measure what ``view`` follows."""
        self.follow(trainer, view.pairs, seconds)
        if view.diagnostics:
            self._measure_steps(trainer, seconds)
        self._measuring = view.diagnostics
        self._words = trainer.words_done

    def follow(self, trainer: Trainer, pairs: Sequence[tuple[int, int]], seconds: float) -> None:
        """Take a point of the curve of every pair."""
        words = trainer.words_done
        for pair in pairs:
            known = pair in self._similarities
            history, latest = self._similarities.pop(pair) if known else (SimilarityHistory(pair), -1)
            self._similarities[pair] = history, words
            # A pair that is new gets its first point at once, even while the run waits.
            if words != latest:
                history.append(words, seconds, similarity(trainer.parameters.W, *pair))
        for pair in list(self._similarities)[: -KEPT_PAIRS - len(pairs)]:
            del self._similarities[pair]

    def _measure_steps(self, trainer: Trainer, seconds: float) -> None:
        if self._steps is None:
            self._steps = StepMeter(trainer)
        elif not self._measuring:
            self._steps.resume(trainer)
        elif trainer.words_done != self._words:
            self._steps.measure(trainer, seconds)

    def similarities(self, pairs: Iterable[tuple[int, int]]) -> tuple[SimilarityCurve, ...]:
        """Return the curves of pairs that were asked for just now."""
        return tuple(self._similarities[pair][0].curve() for pair in pairs)

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """All pairs whose curves are kept."""
        return tuple(self._similarities)

    def diagnostics(self) -> DiagnosticsCurve:
        """Return how large the steps were."""
        return self._steps.history.curve() if self._steps is not None else DiagnosticsCurve.empty()


class StepMeter:
    """Compares some rows of W with what they were a moment ago.

    The gradient's norm is ‖ΔW‖ / (α · words): since W moves by −α times a gradient for every word, this is the
    mean gradient a word has left in these rows, as far as the gradients agree.

    Parameters
    ----------
    trainer : Trainer
        Its rows now are what the first measurement compares with.
    """

    def __init__(self, trainer: Trainer) -> None:
        size = trainer.parameters.W.shape[0]
        self._ids = np.unique(np.linspace(0, size - 1, min(size, SAMPLED_ROWS)).astype(np.intp))
        self._take(trainer)
        self.history = DiagnosticsHistory()

    def resume(self, trainer: Trainer) -> None:
        """Begin anew to compare: over a gap the gradients cancel, and its norm would be one of another size."""
        self._take(trainer)

    def measure(self, trainer: Trainer, seconds: float) -> None:
        """Take a point: the norm, and the share of rows in which anything has changed."""
        rows, words, alpha = self._rows, self._words, self._alpha
        self._take(trainer)
        trained = self._words - words
        if trained <= 0:
            return  # back at the start
        difference = self._rows - rows
        length = float(np.linalg.norm(difference)) / (0.5 * (alpha + self._alpha) * trained)
        changed = float(difference.any(axis=1).mean())
        self.history.append(self._words, seconds, length, changed, since=trained)

    def _take(self, trainer: Trainer) -> None:
        self._rows = trainer.parameters.W[self._ids]
        self._words, self._alpha = trainer.words_done, trainer.alpha


def similarity(matrix: NDArray[np.float32], a: int, b: int) -> float:
    """Return the cosine of the angle between two rows; nan if one of them is zero and has no direction."""
    left, right = matrix[a].astype(np.float64), matrix[b].astype(np.float64)
    lengths = float(np.linalg.norm(left) * np.linalg.norm(right))
    return float(np.clip(left @ right / lengths, -1.0, 1.0)) if lengths > 0 else math.nan
