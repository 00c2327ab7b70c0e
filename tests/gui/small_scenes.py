"""Scenes of small networks, as the Inside page shows them."""

from __future__ import annotations

import numpy as np

from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.network import Network
from w2v_gui.gui.walk.stage import ORDER, Stage
from w2v_gui.session.scene import MatrixRows, Place, Scene, Vectors

MODES = [(m, o) for m in ("cbow", "skipgram") for o in ("softmax", "negative_sampling", "hierarchical_softmax")]


def stage(key):
    """Return a station of the walk of which only the key matters."""
    return Stage(key, key, key, "", "", frozenset(), ORDER.index(key) > ORDER.index("e"), lambda _: [], lambda _: [])


def many_words(count):
    return Vocabulary([f"word{i}" for i in range(count)], np.arange(count, 0, -1) * 10)


class SmallWalk:
    """A small network that is trained step by step, with the scene of the step that comes next."""

    def __init__(self, model="cbow", objective="softmax", vocabulary=None, size=5, alpha=0.1, mapped=True, **settings):
        self.vocabulary = vocabulary or derivation_sentence().vocabulary
        config = TrainingConfig(
            model=model, objective=objective, vector_size=size, window=1, min_count=1, alpha=alpha, **settings
        )
        self.network = Network.small(self.vocabulary, config)
        self.alpha = alpha
        self.mapped = mapped
        self.position = 0
        self.losses = []

    @property
    def trace(self):
        example = self.network.example(1 + self.position % (len(self.vocabulary) - 2), (0, 2), self.position)
        return self.network.trace(example, self.alpha)

    def step(self, count=1):
        for _ in range(count):
            trace = self.trace
            self.losses.append(trace.loss)
            self.network.apply(trace)
            self.position += 1
        return self

    def scene(self, rows=40, **changes):
        trace = self.trace
        others = range(min(rows, len(self.vocabulary)))
        W_ids = np.unique([*trace.input_words, *others])
        out_ids = np.unique([*trace.drawn, *(i for i in others if i < trace.output_size)])
        after = self.network.copy()
        after.apply(trace)
        tree = getattr(self.network.layer, "tree", None)
        label = self.vocabulary.words.__getitem__ if tree is None else "n{}".format
        values = {
            "words": self.vocabulary.words,
            "counts": np.asarray(self.vocabulary.counts),
            "trace": trace,
            "place": Place(("a", "b", "c"), 1, (0, 2)),
            "W": _rows(W_ids, self.vocabulary.words.__getitem__, self.network.W, after.W),
            "W_out": _rows(out_ids, label, self.network.W_out, after.W_out),
            "position": self.position,
            "length": self.position,
            "losses": np.array(self.losses),
            "mean_positions": np.arange(0, self.position + 1, 5),
            "mean_losses": 2.2 - 0.001 * np.arange(0, self.position + 1, 5),
            "vectors": Vectors(self.network.W.copy(), self.network.W_out.copy()) if self.mapped else None,
            "noise_probabilities": None,
            "tree": tree,
            "source": "small",
        }
        return Scene(**(values | changes))


def _rows(ids, label, before, after):
    before, after = before[ids].copy(), after[ids].copy()
    return MatrixRows(ids, tuple(label(int(i)) for i in ids), before, after, (before != after).any(axis=1))
