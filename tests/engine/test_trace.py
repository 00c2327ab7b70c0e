"""Every number of a step against plain Python, in all six modes, and one step worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from modes import CENTRE, CONTEXT, MODES, network, plain_gradients, plain_loss

from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.kernels.negative_sampling import noise_words
from w2v_gui.engine.network import Network
from w2v_gui.engine.noise import alias_table, noise_probabilities
from w2v_gui.engine.trace import Example
from w2v_gui.errors import ConfigError


@pytest.fixture(params=MODES, ids=" ".join)
def net(request):
    return network(*request.param)


def test_the_loss_is_that_of_plain_python(net):
    example = net.example(CENTRE, CONTEXT)
    expected = plain_loss(net.W, net.W_out, example, net.config.objective, net.layer.tree)
    assert net.trace(example, 0.1).loss == pytest.approx(expected, rel=1e-12)
    assert net.loss(example) == pytest.approx(expected, rel=1e-12)


def test_every_gradient_is_that_of_central_differences(net):
    example = net.example(CENTRE, CONTEXT)
    trace = net.trace(example, 0.1)
    by_hand_W, by_hand_W_out = np.zeros_like(net.W), np.zeros_like(net.W_out)
    by_hand_W[trace.input_words] = trace.grad_W
    by_hand_W_out[trace.drawn] = trace.grad_W_out_drawn
    W, W_out = plain_gradients(net, example)
    np.testing.assert_allclose(by_hand_W, W, atol=1e-9)
    np.testing.assert_allclose(by_hand_W_out, W_out, atol=1e-9)


def test_what_is_applied_is_what_was_shown(net):
    trace = net.trace(net.example(CENTRE, CONTEXT), 0.1)
    W, W_out = net.W.copy(), net.W_out.copy()
    W[trace.input_words], W_out[trace.drawn] = trace.W_new, trace.W_out_drawn_new
    change = net.apply(trace)
    assert np.array_equal(net.W, W)
    assert np.array_equal(net.W_out, W_out)
    assert not np.array_equal(trace.W_old, trace.W_new)
    net.toggle(change)
    assert np.array_equal(net.W[trace.input_words], trace.W_old)
    assert np.array_equal(net.W_out[trace.drawn], trace.W_out_drawn)


def test_sums_are_the_sums_of_their_terms(net):
    trace = net.trace(net.example(CENTRE, CONTEXT), 0.1)
    for i in range(5):
        assert trace.hidden_terms(i).sum() == pytest.approx(trace.h[i])
        assert trace.grad_h_terms(i).sum() == pytest.approx(trace.grad_h[i])
    for output in trace.outputs:
        for row, u in zip(output.rows.tolist(), output.u, strict=True):
            assert trace.score_terms(row).sum() == pytest.approx(u)


def test_the_errors_of_all_targets_are_added(net):
    trace = net.trace(net.example(CENTRE, CONTEXT), 0.1)
    for row, total in zip(trace.rows.tolist(), trace.e_sum, strict=True):
        assert total == pytest.approx(sum(output.e[output.rows == row].sum() for output in trace.outputs))
    assert len(trace.outputs) == (1 if trace.cbow else 3)


@pytest.mark.parametrize("objective", ["softmax", "negative_sampling", "hierarchical_softmax"])
def test_word2vec_moves_each_context_word_by_the_whole_error(objective):
    derived = network("cbow", objective, cbow_gradient="derived")
    undivided = network("cbow", objective, cbow_gradient="word2vec")
    example = derived.example(CENTRE, CONTEXT)
    one, other = derived.trace(example, 0.1), undivided.trace(example, 0.1)
    assert np.array_equal(other.grad_W, one.grad_W)
    assert other.moved_W == pytest.approx(3 * one.moved_W)
    # 我 stands in the context twice and moves twice.
    assert one.shares.tolist() == pytest.approx([2 / 3, 1 / 3])
    assert other.moved_W[0] == pytest.approx(2 * one.grad_h)


def test_a_step_worked_out_by_hand():
    """Two words, one dimension: W = (1, 2), W′ = (ln 3, 0); the second word predicts the first at α = 0.5.

    h = 2, u = (2 ln 3, 0), y = (9/10, 1/10), E = ln(10/9), e = (−1/10, 1/10), ∂E/∂W′ = (−2/10, 2/10),
    EH = −ln 3 / 10.
    """
    config = TrainingConfig(model="cbow", objective="softmax", vector_size=1, min_count=1)
    net = Network(Vocabulary(["a", "b"], [2, 1]), config, np.array([[1.0], [2.0]]), np.array([[math.log(3)], [0.0]]))
    trace = net.trace(net.example(0, [1]), 0.5)
    (output,) = trace.outputs
    assert trace.h == pytest.approx([2])
    assert output.u == pytest.approx([2 * math.log(3), 0])
    assert output.y == pytest.approx([0.9, 0.1])
    assert trace.loss == pytest.approx(math.log(10 / 9))
    assert output.e == pytest.approx([-0.1, 0.1])
    assert trace.grad_W_out_drawn == pytest.approx(np.array([[-0.2], [0.2]]))
    assert trace.W_out_drawn_new == pytest.approx(np.array([[math.log(3) + 0.1], [-0.1]]))
    assert trace.grad_h == pytest.approx([-math.log(3) / 10])
    assert trace.W_new == pytest.approx(np.array([[2 + math.log(3) / 20]]))


def test_noise_words_are_those_of_the_trainer():
    net = network("cbow", "negative_sampling", seed=7, negative=4)
    noise = alias_table(noise_probabilities(net.vocabulary.counts, 0.75))
    for position, epoch in ((0, 0), (5, 0), (5, 3)):
        drawn = net.example(CENTRE, CONTEXT, position, epoch).noise
        assert drawn == (tuple(noise_words(noise, 7, epoch, position, 4)),)


def test_a_noise_word_that_is_the_target_is_passed_over():
    net = network("cbow", "negative_sampling")
    trace = net.trace(Example((0, 2), (1,), ((1, 4, 4),)), 0.1)
    assert trace.outputs[0].rows.tolist() == [1, 4, 4]
    assert trace.outputs[0].t.tolist() == [1, 0, 0]
    assert trace.rows.tolist() == [1, 4]


def test_of_many_words_only_those_that_matter_are_drawn():
    words = 500
    vocabulary = Vocabulary([f"w{i}" for i in range(words)], np.arange(words, 0, -1))
    net = Network.small(vocabulary, TrainingConfig(model="cbow", objective="softmax", vector_size=3, min_count=1))
    trace = net.trace(net.example(400, [10, 20]), 0.1)
    drawn = set(trace.drawn.tolist())
    best = np.argsort(trace.outputs[0].y)[-5:].tolist()
    assert drawn == {400, 10, 20, *best}
    count, share = trace.rest(trace.outputs[0].y)
    assert count == words - len(drawn)
    assert share == pytest.approx(1 - trace.outputs[0].y[trace.drawn].sum())
    assert not trace.all_drawn
    with pytest.raises(KeyError):
        trace.place(next(i for i in range(words) if i not in drawn))


def test_skip_gram_over_many_words_adds_the_errors_of_every_target():
    words = 500
    vocabulary = Vocabulary([f"w{i}" for i in range(words)], np.arange(words, 0, -1))
    net = Network.small(vocabulary, TrainingConfig(model="skipgram", objective="softmax", vector_size=3, min_count=1))
    trace = net.trace(net.example(3, [10, 20, 10]), 0.1)
    expected = 3 * trace.outputs[0].y
    expected[10] -= 2
    expected[20] -= 1
    assert trace.e_sum == pytest.approx(expected)
    assert trace.errors_of(np.array([20, 3])) == pytest.approx(expected[[20, 3]])


@pytest.mark.parametrize("broken", [math.nan, math.inf])
def test_weights_that_are_no_numbers_are_refused(broken):
    net = network("cbow", "softmax")
    net.W[0, 0] = broken
    with pytest.raises(ConfigError, match="no numbers"):
        net.trace(net.example(CENTRE, CONTEXT), 0.1)


def test_an_empty_context_is_refused():
    net = network("cbow", "softmax")
    with pytest.raises(ConfigError, match="at least one context word"):
        net.example(CENTRE, [])


@pytest.mark.parametrize("objective", ["softmax", "negative_sampling", "hierarchical_softmax"])
def test_a_single_word_is_refused(objective):
    config = TrainingConfig(objective=objective, vector_size=1, min_count=1)
    with pytest.raises(ConfigError, match="single word"):
        Network.small(Vocabulary(["a"], [3]), config)


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_one_dimension_is_enough(model, objective):
    config = TrainingConfig(model=model, objective=objective, vector_size=1, min_count=1)
    net = Network.small(Vocabulary(["a", "b"], [2, 1]), config)
    example = net.example(0, [1, 0])  # the target stands in its own context
    trace = net.trace(example, 0.1)
    assert trace.loss == pytest.approx(plain_loss(net.W, net.W_out, example, objective, net.layer.tree))
