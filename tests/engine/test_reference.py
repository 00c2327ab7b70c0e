"""The reference against central differences: the derivation is right if nudging a weight says so too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from w2v_gui.engine import reference
from w2v_gui.engine.huffman import HuffmanTree

if TYPE_CHECKING:
    from collections.abc import Callable

V, N = 9, 5
NUDGE = 1e-5
CONTEXT = [0, 2, 0, 4]  # a word stands in the context twice
CENTRE = 1
NOISE = [5, 3, 5, CENTRE, 8]  # one noise word twice, and the target among them
NODES, CODES = HuffmanTree(np.array([9, 8, 8, 5, 4, 3, 2, 1, 1])).way(CENTRE)
WAYS = [HuffmanTree(np.array([9, 8, 8, 5, 4, 3, 2, 1, 1])).way(word) for word in CONTEXT]

EXAMPLES: dict[str, Callable[..., reference.Gradients]] = {
    "cbow softmax": lambda W, W_out: reference.softmax_gradients(W, W_out, CONTEXT, [CENTRE]),
    "skipgram softmax": lambda W, W_out: reference.softmax_gradients(W, W_out, [CENTRE], CONTEXT),
    "cbow negative sampling": lambda W, W_out: reference.negative_sampling_gradients(W, W_out, CONTEXT, CENTRE, NOISE),
    "skipgram negative sampling": lambda W, W_out: reference.total(
        [reference.negative_sampling_gradients(W, W_out, [CENTRE], word, NOISE) for word in CONTEXT]
    ),
    "cbow hierarchical softmax": lambda W, W_out: reference.hierarchical_softmax_gradients(
        W, W_out, CONTEXT, NODES, CODES
    ),
    "skipgram hierarchical softmax": lambda W, W_out: reference.total(
        [reference.hierarchical_softmax_gradients(W, W_out, [CENTRE], nodes, codes) for nodes, codes in WAYS]
    ),
}


def weights(name: str) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    return rng.normal(size=(V, N)), rng.normal(size=(V - 1 if "hierarchical" in name else V, N))


def central_differences(loss: Callable[[], float], matrix: np.ndarray) -> np.ndarray:
    gradient = np.zeros_like(matrix)
    for place in np.ndindex(matrix.shape):
        value = matrix[place]
        matrix[place] = value + NUDGE
        above = loss()
        matrix[place] = value - NUDGE
        below = loss()
        matrix[place] = value
        gradient[place] = (above - below) / (2 * NUDGE)
    return gradient


@pytest.mark.parametrize("name", EXAMPLES)
def test_gradients_agree_with_central_differences(name: str) -> None:
    W, W_out = weights(name)
    gradients = EXAMPLES[name](W, W_out)

    def loss() -> float:
        return EXAMPLES[name](W, W_out).loss

    for by_hand, matrix in ((gradients.W, W), (gradients.W_out, W_out)):
        numeric = central_differences(loss, matrix)
        assert np.abs(by_hand).max() > 0.01
        assert np.abs(by_hand - numeric).max() / np.abs(numeric).max() < 1e-6


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_step_lowers_the_loss(name: str) -> None:
    W, W_out = weights(name)
    gradients = EXAMPLES[name](W, W_out)
    assert EXAMPLES[name](*reference.updated(W, W_out, gradients, 0.01)).loss < gradients.loss


def test_a_context_word_that_stands_twice_moves_twice_as_far() -> None:
    W, W_out = weights("cbow softmax")
    gradient = EXAMPLES["cbow softmax"](W, W_out).W
    np.testing.assert_allclose(gradient[0], 2 * gradient[2])
    np.testing.assert_array_equal(gradient[[1, 3, 5, 6, 7, 8]], 0)


def test_word2vec_convention_is_c_times_the_true_gradient() -> None:
    W, W_out = weights("cbow softmax")
    true = EXAMPLES["cbow softmax"](W, W_out)
    undivided = reference.as_word2vec(true, len(CONTEXT))
    h = reference.hidden(W, CONTEXT)
    e = reference.softmax_error(reference.softmax(reference.logits(W_out, h)), [CENTRE])
    np.testing.assert_allclose(undivided.W[2], W_out.T @ e)
    np.testing.assert_array_equal(undivided.W_out, true.W_out)


def test_skipgram_error_is_the_sum_of_its_predictions_errors() -> None:
    y = reference.softmax(np.arange(4.0))
    summed = sum(reference.softmax_error(y, [target]) for target in [2, 0, 2])
    np.testing.assert_allclose(reference.softmax_error(y, [2, 0, 2]), summed)


def test_the_derivations_first_pair_by_hand() -> None:
    # 我 and 学习 predict 爱, in two dimensions, worked out on paper: with W_out = 0 every word is as likely
    # as any other, so e = 1/9 everywhere but −8/9 at the target.
    W = np.zeros((9, 2))
    W[0], W[2] = [1.0, 0.0], [0.0, 1.0]
    gradients = reference.softmax_gradients(W, np.zeros((9, 2)), [0, 2], [1])
    assert gradients.loss == pytest.approx(np.log(9))
    np.testing.assert_allclose(gradients.W_out[1], [-4 / 9, -4 / 9])
    np.testing.assert_allclose(gradients.W_out[[0, 2, 8]], 1 / 18)
    np.testing.assert_array_equal(gradients.W, 0)


def test_large_logits_neither_overflow_nor_stop_learning() -> None:
    u = np.array([-800.0, 0.0, 800.0])
    np.testing.assert_allclose(reference.softmax(u), [0, 0, 1])
    np.testing.assert_allclose(reference.sigmoid(u), [0, 0.5, 1])
    assert reference.logistic_loss(u, np.array([1.0, 1.0, 0.0])) == pytest.approx(1600 + np.log(2))
