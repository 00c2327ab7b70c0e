"""The proof agrees where the derivation is right, and does not where it is not."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from modes import CENTRE, CONTEXT, MODES, network, plain_gradients

from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.network import Network
from w2v_gui.engine.proof import BOUND, prove
from w2v_gui.errors import Cancelled


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_gradients_are_proved_from_the_start_until_little_is_left_to_learn(model, objective):
    net = network(model, objective)
    example = net.example(CENTRE, CONTEXT)
    for _ in range(4):
        proof = prove(net, net.trace(example, 0.5))
        assert proof.holds
        assert proof.error < BOUND
        for _ in range(100):
            net.apply(net.trace(example, 0.5))


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_the_slopes_are_those_of_plain_python(model, objective):
    net = network(model, objective)
    example = net.example(CENTRE, CONTEXT)
    W, W_out = plain_gradients(net, example)
    matrices = {"W": W, "W_out": W_out}
    proof = prove(net, net.trace(example, 0.1))
    assert {row.matrix for row in proof.rows} == {"W", "W_out"}
    for row in proof.rows:
        np.testing.assert_allclose(row.numeric, matrices[row.matrix][row.row], atol=1e-9)


@pytest.mark.parametrize(("model", "objective"), MODES)
@pytest.mark.parametrize("wrong", ["e_sum", "grad_h"])
def test_a_wrong_gradient_is_found(model, objective, wrong):
    net = network(model, objective, cbow_gradient="derived")
    trace = net.trace(net.example(CENTRE, CONTEXT), 0.1)
    slightly_off = getattr(trace, wrong) * (1 + 1e-5)
    proof = prove(net, dataclasses.replace(trace, **{wrong: slightly_off}))
    assert not proof.holds
    assert proof.error == pytest.approx(1e-5, rel=0.01)


@pytest.mark.parametrize("objective", ["softmax", "negative_sampling", "hierarchical_softmax"])
def test_the_convention_of_word2vec_is_named_by_its_factor(objective):
    net = network("cbow", objective, cbow_gradient="word2vec")
    proof = prove(net, net.trace(net.example(CENTRE, CONTEXT), 0.1))
    assert proof.holds
    assert proof.factor == 3
    first = proof.rows[0]
    assert first.by_hand == pytest.approx(3 * first.numeric)
    assert abs(first.by_hand[first.strongest]) == np.abs(first.by_hand).max()


def test_over_many_words_the_rows_worth_a_look_are_proved():
    vocabulary = Vocabulary([f"w{i}" for i in range(3000)], np.arange(3000, 0, -1))
    for model in ("cbow", "skipgram"):
        config = TrainingConfig(model=model, objective="softmax", vector_size=20, min_count=1, cbow_gradient="derived")
        net = Network.small(vocabulary, config)
        net.W_out *= 30  # scores so large that one word gets nearly everything
        trace = net.trace(net.example(5, [7, 9, 7]), 0.1)
        proof = prove(net, trace)
        assert proof.holds
        assert [row.row for row in proof.rows if row.matrix == "W_out"] == trace.drawn.tolist()


def test_a_proof_can_be_given_up():
    net = network("cbow", "softmax")
    with pytest.raises(Cancelled):
        prove(net, net.trace(net.example(CENTRE, CONTEXT), 0.1), lambda: True)
