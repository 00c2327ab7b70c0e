"""What a scene takes from large matrices, and what it has to say of a step."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError
from w2v_gui.session.scene import MatrixRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from w2v_gui.engine.network import Network
    from w2v_gui.engine.trace import Ids, StepTrace
    from w2v_gui.errors import UserError

RUN_AWAY = 10
"""A loss of so many times ln V, what blind guessing costs, is no bad luck: the weights are running away."""

ROWS_SHOWN = 24
"""Rows of a large matrix that are handed out; those that take part in the step are there in any case."""


def rows_of_W(network: Network, trace: StepTrace) -> MatrixRows:
    """Return rows of W before and after a step: those of the pair, and of the most frequent words."""
    words = network.vocabulary.words
    wanted = np.concatenate([trace.input_words, trace.example.targets, np.arange(min(len(network.W), ROWS_SHOWN))])
    ids = _first(wanted, ROWS_SHOWN)
    before = network.W[ids]
    after = before.copy()
    after[np.searchsorted(ids, trace.input_words)] = trace.W_new
    return MatrixRows(ids, tuple(words[i] for i in ids), before, after, np.isin(ids, trace.input_words))


def rows_of_W_out(network: Network, trace: StepTrace) -> MatrixRows:
    """Return rows of W_out before and after a step: those that are worth a look, and the first ones."""
    words = network.vocabulary.words
    wanted = np.concatenate([trace.drawn, np.arange(min(len(network.W_out), ROWS_SHOWN))])
    ids = _first(wanted, max(ROWS_SHOWN, len(trace.drawn)))
    before = network.W_out[ids]
    labels = tuple(words[i] if network.layer.tree is None else f"n{i}" for i in ids)
    return MatrixRows(ids, labels, before, trace.moved_W_out(ids, before), np.isin(ids, trace.rows))


def _first(ids: Ids, most: int) -> Ids:
    """Return the first so many different ids, in ascending order."""
    return np.array(sorted(list(dict.fromkeys(ids.tolist()))[:most]), np.int64)


def remark(trace: StepTrace, words: Sequence[str]) -> UserError | None:
    """Return what should be said of a step, if anything should."""
    if trace.loss > RUN_AWAY * len(trace.outputs) * math.log(trace.size):
        return ConfigError(
            QT_TRANSLATE_NOOP(
                "errors",
                "E = {loss:.3g} is far worse than guessing: every step overshoots. Go back some updates, and on from "
                "there with a lower rate.",
            ),
            loss=trace.loss,
        )
    if trace.centre in trace.context:
        return ConfigError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{word}” stands in its own context: the network is asked to predict a word from itself. The numbers "
                "are right; the lesson is odd.",
            ),
            word=words[trace.centre],
        )
    return None
