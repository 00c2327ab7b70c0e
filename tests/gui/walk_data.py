"""Walks through the derivation's own sentence, for whoever shows them."""

from __future__ import annotations

import itertools

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.walk import walk_of
from w2v_gui.session.walkthrough import Walkthrough

MODES = list(itertools.product(("cbow", "skipgram"), ("softmax", "negative_sampling", "hierarchical_softmax")))


def walkthrough(model="cbow", objective="softmax", sentences=None, **settings):
    """Return a walk with a small network of its own, at the text's first pair: 我 学习 and 爱."""
    values = {"vector_size": 5, "window": 1, "min_count": 1, "sample": 0, "full_windows_only": True, "alpha": 0.1}
    config = TrainingConfig(model=model, objective=objective, **values | settings)
    corpus = derivation_sentence() if sentences is None else EncodedCorpus.from_sentences(sentences, name="text")
    return Walkthrough.small(corpus, config)


def stages(scene):
    """Return the stages of a scene by their keys."""
    return {stage.key: stage for stage in walk_of(scene.trace)}


def lines_of(scene, key):
    """Return the results of a stage by what they are results of."""
    return {line.left: line.result for line in stages(scene)[key].numbers(scene)}
