"""A stand-in for the Inside page: it does what the lesson asks for, and what a learner does on it."""

import math

import numpy as np

from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.network import Network
from w2v_gui.engine.timeline import Timeline
from w2v_gui.gui.walk.stage import ORDER
from w2v_gui.session.scene import MatrixRows, Place, Scene, Vectors

TOKENS = "我 爱 学习 没有 什么 能够 阻挡 我 的 脚步".split()
CENTRES = range(1, len(TOKENS) - 1)
NONE = np.empty(0)


def rows(ids, before, after, words):
    return MatrixRows(ids, tuple(words[i] for i in ids), before, after, (before != after).any(axis=1))


class FakePage:
    """Stands at a pair, a stage and an update of a network on the derivation's sentence."""

    def __init__(self, panel=None):
        self.panel = panel
        self.config = TrainingConfig(model="cbow", objective="softmax", vector_size=5, window=1)
        self.words = derivation_sentence().vocabulary.words
        self.asked = []
        self.make()
        if panel is not None:
            panel.setup_asked.connect(self.set_up)

    def make(self):
        self.timeline = Timeline(Network.small(derivation_sentence().vocabulary, self.config))
        self.pair, self.stage, self.alpha, self.means = 1, "pair", 0.5, {}
        self.measure()

    @property
    def network(self):
        return self.timeline.network

    def example(self, pair):
        at = CENTRES[pair - 1]
        ids = [self.words.index(token) for token in TOKENS]
        return self.network.example(ids[at], (ids[at - 1], ids[at + 1]), at)

    def measure(self):
        losses = [self.network.loss(self.example(pair)) for pair in range(1, len(CENTRES) + 1)]
        self.means[self.timeline.position] = float(np.mean(losses))

    # -- what the lesson asks for -------------------------------------------------------------------------------

    def set_up(self, setup):
        self.asked.append(setup)
        if setup.preset is not None:
            assert setup.preset == "derivation"
            self.config = TrainingConfig(
                model=setup.model,
                objective=setup.objective,
                vector_size=setup.vector_size,
                window=1,
                seed=setup.seed,
            )
            self.make()
            self.pair, self.alpha = setup.pair, setup.alpha
            self.show()
        self.go_to(setup.stage)

    # -- what a learner does ------------------------------------------------------------------------------------

    def show(self):
        self.panel.show_scene(self.scene())

    def go_to(self, stage):
        assert stage in ORDER
        self.stage = stage
        self.panel.show_stage(stage)

    def choose(self, pair):
        self.pair = pair
        self.show()

    def update(self, count=1, *, stay=True):
        for _ in range(count):
            self.timeline.apply(self.network.trace(self.example(self.pair), self.alpha))
            if not stay:
                self.pair = self.pair % len(CENTRES) + 1
        self.measure()
        self.show()
        self.go_to("pair")

    def go(self, position):
        self.timeline.go(position)
        self.show()

    def scene(self, **changes):
        network, trace = self.network, self.network.trace(self.example(self.pair), self.alpha)
        at = CENTRES[self.pair - 1]
        parts = {
            "words": self.words,
            "counts": network.vocabulary.counts,
            "trace": trace,
            "place": Place(tuple(TOKENS), at, (at - 1, at + 1), at, self.pair, len(CENTRES)),
            "W": rows(trace.input_words, trace.W_old, trace.W_new, self.words),
            "W_out": rows(trace.drawn, trace.W_out_drawn, trace.W_out_drawn_new, self.words),
            "position": self.timeline.position,
            "length": len(self.timeline.updates),
            "losses": np.array([update.loss for update in self.timeline.updates]),
            "mean_positions": np.array(sorted(self.means)),
            "mean_losses": np.array([self.means[i] for i in sorted(self.means)]),
            "vectors": Vectors(network.W.copy(), network.W_out.copy()),
            "noise_probabilities": getattr(network.layer, "probabilities", None),
            "tree": getattr(network.layer, "tree", None),
            "source": "small",
        }
        return Scene(**{**parts, **changes})
