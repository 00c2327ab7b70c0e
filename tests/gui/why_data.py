"""Vectors with a text, and the two cards that ask why words are near and which is missing, with their workers."""

from __future__ import annotations

from contextlib import contextmanager
from types import SimpleNamespace

import numpy as np
from PySide6.QtCore import QObject

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.prediction import Predictor
from w2v_gui.gui.explored import Explored
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.theme import LIGHT
from w2v_gui.vectors.word_vectors import WordVectors

PETS = [
    ["the", "big", "cat", "sleeps", "at", "home"],
    ["the", "big", "dog", "sleeps", "at", "home"],
    ["the", "old", "dog", "barks"],
    ["a", "cat", "sleeps"],
    ["one", "two", "three"],
    ["one", "two", "three"],
] * 2 + [["rare", "cat"]]


def explored(sentences=PETS, *, text=True, trained=True, seed=1, before=None, **settings):
    """Return vectors that know nothing; a newer moment of ``before`` if it is given."""
    corpus = before.opened.corpus if before is not None else EncodedCorpus.from_sentences(sentences)
    config = TrainingConfig(
        **{"vector_size": 4, "min_count": 2, "window": 2, "model": "cbow", "objective": "softmax"} | settings
    )
    vocabulary = corpus.vocabulary.kept(config.min_count)
    W, W_out = np.random.default_rng(seed).normal(size=(2, len(vocabulary), 4)).astype(np.float32)
    if config.objective == "hierarchical_softmax":
        W_out = W_out[1:]
    predictor = Predictor.of(config, vocabulary, W, W_out) if trained else None
    vectors = WordVectors(vocabulary.words, W, vocabulary.counts)
    if before is not None:
        return Explored("pets", vectors, predictor=predictor, opened=before.opened, lineage=before.lineage)
    return Explored("pets", vectors, predictor=predictor, opened=Opened(corpus) if text else None)


@contextmanager
def card_with_worker(qtbot, make_card, make_worker, size):
    """Lend a card that is seen, with the worker that answers it, and what both say."""
    jobs, owner, card = Jobs(), QObject(), make_card()
    qtbot.addWidget(card)
    worker = make_worker(jobs, owner)
    said = SimpleNamespace(failures=[], words=[], concordances=[])
    worker.failed.connect(said.failures.append)
    card.word_chosen.connect(said.words.append)
    card.concordance_asked.connect(said.concordances.append)
    worker.attend(card)
    card.apply_palette(LIGHT)
    card.resize(*size)
    card.show()
    qtbot.waitExposed(card)
    card.activateWindow()
    yield card, worker, said
    assert jobs.shutdown()
    assert said.failures == []


def show(qtbot, card, worker, shown):
    """Show vectors as a page does, and wait for what comes of it."""
    worker.show_explored(shown)
    card.show_explored(shown)
    qtbot.waitUntil(lambda: not worker.active)
