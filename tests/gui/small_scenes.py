"""Scenes of small networks, as the Inside page shows them."""

from __future__ import annotations

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.walk.stage import ORDER, Stage
from w2v_gui.session.walkthrough import Walkthrough

MODES = [(m, o) for m in ("cbow", "skipgram") for o in ("softmax", "negative_sampling", "hierarchical_softmax")]


def stage(key):
    """Return a station of the walk of which only the key matters."""
    return Stage(key, key, key, "", "", frozenset(), ORDER.index(key) > ORDER.index("e"), lambda _: [], lambda _: [])


def walk(model="cbow", objective="softmax", *, words=0, size=5, steps=3, **settings):
    """Return a walk some steps from its start: through the derivation's sentence, or one of so many words."""
    corpus = derivation_sentence()
    if words:
        corpus = EncodedCorpus.from_sentences([[f"word{i}" for i in range(words)]], name="many")
    config = TrainingConfig(
        model=model, objective=objective, vector_size=size, window=1, min_count=1, sample=0, **settings
    )
    walk = Walkthrough.small(corpus, config)
    walk.advance(steps)
    return walk


def scene(*args, **settings):
    return walk(*args, **settings).scene()
