"""Which word is missing, asked of a saved model."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.prediction import Predictor
from w2v_gui.engine.trainer import Trainer
from w2v_gui.models import model_of, predictor_of
from w2v_gui.vectors.formats.npz import read_model, write_model
from w2v_gui.vectors.word_vectors import WordVectors

CORPUS = EncodedCorpus.from_sentences([["a", "b", "c", "a", "d"], ["b", "a", "c", "e", "e"], ["once"]] * 2 + [["rare"]])


def model(objective="softmax"):
    config = TrainingConfig(
        objective=objective, model="cbow", vector_size=8, min_count=2, epochs=3, threads=1, batch_size=2, sample=0
    )
    trainer = Trainer(CORPUS, config)
    trainer.train_chunk(20)
    made = trainer, model_of(trainer)
    trainer.close()
    return made


@pytest.mark.parametrize("objective", ["softmax", "negative_sampling", "hierarchical_softmax"])
def test_a_saved_model_predicts_what_the_trainer_does(tmp_path, objective):
    trainer, saved = model(objective)
    write_model(tmp_path / "m.npz", saved)
    predictor = predictor_of(read_model(tmp_path / "m.npz"))
    parameters = trainer.parameters
    own = Predictor.of(trainer.config, trainer.vocabulary, parameters.W, parameters.W_out)
    np.testing.assert_allclose(predictor.predict([0], [2]).values, own.predict([0], [2]).values, rtol=1e-6)
    assert predictor.vocabulary.find("rare") is None


def test_what_does_not_hold_a_model_predicts_nothing():
    _, saved = model()
    vectors = saved.vectors
    without_counts = WordVectors(vectors.words, vectors.matrix)
    rising = WordVectors(vectors.words, vectors.matrix, np.arange(1, len(vectors) + 1))
    never = WordVectors(vectors.words, vectors.matrix, np.zeros(len(vectors), np.int64))
    for damaged in (
        replace(saved, config={}),
        replace(saved, W_out=None),
        replace(saved, W_out=saved.W_out[1:]),
        replace(saved, config=saved.config | {"objective": "no such"}),
        replace(saved, config=saved.config | {"window": None, "vector_size": 9}),
        replace(saved, config=saved.config | {"unheard_of": 1}),
        replace(saved, vectors=without_counts),
        replace(saved, vectors=rising),
        replace(saved, vectors=never),
    ):
        assert predictor_of(damaged) is None
    assert predictor_of(saved) is not None
