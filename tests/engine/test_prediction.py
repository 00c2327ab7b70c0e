"""What a model says about a gap, held against the derivation in float64."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.engine import reference
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.huffman import HuffmanTree
from w2v_gui.engine.prediction import OUTSIDE, UNKNOWN, USED, Predictor
from w2v_gui.errors import Cancelled

WORDS, SIZE = 40, 6
OBJECTIVES = ("softmax", "negative_sampling", "hierarchical_softmax")
COUNTS = np.sort(np.random.default_rng(5).integers(1, 200, WORDS))[::-1]


def make(model, objective, words=WORDS, counts=COUNTS, window=5, scale=1.0):
    vocabulary = Vocabulary([f"w{i}" for i in range(words)], counts)
    generator = np.random.default_rng(7)
    rows = words - (objective == "hierarchical_softmax")
    W = (scale * generator.normal(size=(words, SIZE))).astype(np.float32)
    W_out = (scale * generator.normal(size=(rows, SIZE))).astype(np.float32)
    config = TrainingConfig(model=model, objective=objective, vector_size=SIZE, window=window)
    return Predictor.of(config, vocabulary, W, W_out), W.astype(np.float64), W_out.astype(np.float64)


def answer(objective, predictor, W, W_out, inputs):
    """Return what the reference says when the given words are the input."""
    h = reference.hidden(W, inputs)
    if objective == "softmax":
        return reference.softmax(reference.logits(W_out, h))
    if objective == "negative_sampling":
        return reference.sigmoid(reference.logits(W_out, h))
    tree = HuffmanTree(predictor.vocabulary.counts, predictor.vocabulary.words)
    return [reference.leaf_probability(W_out, h, *map(list, tree.way(word))) for word in range(len(W))]


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_cbow_is_asked_with_the_mean_of_its_context(objective):
    predictor, W, W_out = make("cbow", objective)
    prediction = predictor.predict([3, 9, 3], [17])
    np.testing.assert_allclose(prediction.values, answer(objective, predictor, W, W_out, [3, 9, 3, 17]), rtol=1e-5)


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_in_skip_gram_every_word_of_the_context_predicts_for_itself(objective):
    predictor, W, W_out = make("skipgram", objective)
    alone = predictor.predict([], [17])
    np.testing.assert_allclose(alone.values, answer(objective, predictor, W, W_out, [17]), rtol=1e-5)
    together = predictor.predict([3, 9, 3], [17])
    expected = np.mean([answer(objective, predictor, W, W_out, [word]) for word in (3, 9, 3, 17)], axis=0)
    np.testing.assert_allclose(together.values, expected, rtol=1e-5)


@given(
    counts=st.lists(st.integers(1, 1000), min_size=2, max_size=60),
    model=st.sampled_from(["cbow", "skipgram"]),
    objective=st.sampled_from(["softmax", "hierarchical_softmax"]),
    scale=st.sampled_from([0.0, 1.0, 30.0]),
)
@settings(max_examples=60)
def test_probabilities_sum_to_one(counts, model, objective, scale):
    predictor, _, _ = make(model, objective, len(counts), sorted(counts, reverse=True), scale=scale)
    prediction = predictor.predict([0], [1, 0])
    assert prediction.kind == "probability"
    assert prediction.total == pytest.approx(1, abs=1e-9)
    assert (prediction.values >= 0).all()


def test_negative_sampling_answers_with_scores():
    predictor, _, _ = make("cbow", "negative_sampling")
    prediction = predictor.predict([3], [9])
    assert prediction.kind == "score"
    assert prediction.total > 1.5


def test_the_window_reaches_beyond_words_that_are_unknown_and_not_beyond_its_size():
    predictor, _, _ = make("cbow", "softmax", window=2)
    prediction = predictor.predict([1, 2, None, 3], [None, 4])
    assert prediction.left == (OUTSIDE, USED, UNKNOWN, USED)
    assert prediction.right == (UNKNOWN, USED)
    assert prediction.used == 3
    np.testing.assert_array_equal(prediction.values, predictor.predict([2, 3], [4]).values)


def test_nothing_is_said_where_no_word_is_known():
    predictor, _, _ = make("skipgram", "softmax")
    prediction = predictor.predict([None], [])
    assert prediction.used == 0
    assert len(prediction.best(5)) == 0


def test_the_best_come_first_and_equal_ones_share_a_rank():
    predictor, _, _ = make("cbow", "softmax")
    prediction = predictor.predict([3], [9])
    best = prediction.best(WORDS + 5).tolist()
    assert best == np.argsort(-prediction.values, kind="stable").tolist()
    assert [prediction.rank(row) for row in best[:3]] == [1, 2, 3]
    alike, _, _ = make("cbow", "softmax", scale=0.0)
    assert {alike.predict([3], [9]).rank(row) for row in range(WORDS)} == {1}


@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize("wrong", [np.nan, np.inf, 3e38])
def test_rows_that_are_no_numbers_spoil_nothing_but_themselves(objective, wrong):
    predictor, W, W_out = make("cbow", objective)
    W, W_out = W.astype(np.float32), W_out.astype(np.float32)
    W_out[5] = wrong
    values = predictor.renewed(W, W_out).predict([3], [9]).values
    assert np.isfinite(values).all()
    W[3] = wrong
    assert np.isfinite(predictor.renewed(W, W_out).predict([3], [9]).values).all()


def test_it_can_be_given_up():
    predictor, _, _ = make("skipgram", "softmax")
    with pytest.raises(Cancelled):
        predictor.predict([1], [2], lambda: True)


def test_matrices_of_another_size_are_refused():
    predictor, W, _ = make("cbow", "hierarchical_softmax")
    with pytest.raises(ValueError, match="40 words and 39 outputs"):
        predictor.renewed(W, W)
