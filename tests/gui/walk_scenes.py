"""Scenes and stages for what shows them: real steps of a real network."""

from __future__ import annotations

import functools

import numpy as np

from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.network import Network
from w2v_gui.gui.walk.stage import ORDER, Part, Stage
from w2v_gui.session.scene import MatrixRows, Place, Scene

FORWARD = ORDER[:7]
LIT = {
    "pair": {Part.INPUTS, Part.TARGET},
    "x": {Part.INPUTS},
    "h": {Part.INPUTS, Part.W_ROWS, Part.HIDDEN},
    "u": {Part.HIDDEN, Part.W_OUT_ROWS, Part.OUTPUTS, Part.TREE},
    "y": {Part.OUTPUTS},
    "E": {Part.TARGET, Part.LOSS},
    "e": {Part.OUTPUTS, Part.ERRORS},
    "dW_out": {Part.ERRORS, Part.HIDDEN, Part.W_OUT_ROWS},
    "W_out_new": {Part.W_OUT_ROWS},
    "EH": {Part.ERRORS, Part.W_OUT_ROWS, Part.HIDDEN},
    "dW": {Part.HIDDEN, Part.W_ROWS, Part.INPUTS},
    "W_new": {Part.W_ROWS},
}


def stage(key):
    """Return a stage that lights what its quantity is about."""
    lit = frozenset(LIT[key])
    return Stage(key, key, key, "", "", lit, key not in FORWARD, lambda scene: [], lambda scene: [])


def sentence_network(model="cbow", objective="softmax", size=5, **settings):
    """Return a small network over the derivation's sentence."""
    config = TrainingConfig(
        model=model, objective=objective, vector_size=size, window=1, min_count=1, seed=1, **settings
    )
    return Network.small(derivation_sentence().vocabulary, config)


@functools.cache
def large_network(model="cbow", objective="softmax", words=5000, size=100):
    """Return a network over many words, with weights of a usual size."""
    names = [f"word{i}" for i in range(words)]
    vocabulary = Vocabulary(names, np.maximum(1, 200_000 // np.arange(1, words + 1)))
    config = TrainingConfig(model=model, objective=objective, vector_size=size, min_count=1, seed=2)
    return Network.small(vocabulary, config)


def scene_of(network, centre, context, alpha=0.1, noise=None):
    """Return the scene of one step."""
    example = network.example(centre, context)
    if noise is not None:
        example = type(example)(example.inputs, example.targets, (tuple(noise),) * len(example.targets))
    return scene_of_example(network, example, alpha)


def scene_of_example(network, example, alpha=0.1):
    trace = network.trace(example, alpha)
    words = network.vocabulary.words
    ids = np.arange(trace.size) if trace.size <= 60 else np.sort(trace.input_words)
    after = network.W[ids].copy()
    for word, row in zip(trace.input_words, trace.W_new, strict=True):
        after[np.searchsorted(ids, word)] = row
    labels = tuple(words[i] for i in ids)
    moved = np.isin(ids, trace.input_words)
    tree = getattr(network.layer, "tree", None)
    out_labels = tuple(words[i] if tree is None else f"n{i}" for i in trace.drawn)
    return Scene(
        words=words,
        counts=network.vocabulary.counts,
        trace=trace,
        place=Place((), 0, ()),
        W=MatrixRows(ids, labels, network.W[ids].copy(), after, moved),
        W_out=MatrixRows(
            trace.drawn, out_labels, trace.W_out_drawn, trace.W_out_drawn_new, np.isin(trace.drawn, trace.rows)
        ),
        position=0,
        length=0,
        losses=np.zeros(0),
        mean_positions=np.zeros(0, np.int64),
        mean_losses=np.zeros(0),
        vectors=None,
        noise_probabilities=getattr(network.layer, "probabilities", None),
        tree=tree,
        source="small",
    )
