"""Trainers and snapshots for panels that are tested alone."""

from __future__ import annotations

from types import SimpleNamespace

import fakes
import numpy as np

from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.session.snapshot import View


def make_trainer(words, size=8, objective="negative_sampling"):
    """Return what a panel may know of a trainer: words with falling counts, and random vectors."""
    rng = np.random.default_rng(0)
    output = len(words) - (objective == "hierarchical_softmax")
    W = rng.normal(size=(len(words), size)).astype(np.float32)
    return SimpleNamespace(
        vocabulary=Vocabulary(words, np.arange(len(words), 0, -1) * 1000),
        config=TrainingConfig(vector_size=size, min_count=1, objective=objective),
        parameters=SimpleNamespace(W=W, W_out=rng.normal(size=(output, size)).astype(np.float32)),
        start=W.copy(),
    )


def take(trainer, wanted, words_done=0):
    """Return a snapshot with what is wanted, as a run would leave it."""
    W, W_out = trainer.parameters.W, trainer.parameters.W_out
    view = View(**wanted).within(len(W), len(W_out))
    return fakes.snapshot(
        words_done=words_done,
        view=view,
        W=W[list(view.rows)],
        W_out=W_out[list(view.out_rows)],
        W_start=trainer.start[list(view.rows if view.since_start else ())],
        mapped=W[list(view.mapped)],
    )
