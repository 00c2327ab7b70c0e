"""The equations as they are derived, in plain float64 numpy: the truth the fast kernels are held to.

Equation numbers are those of the derivation this project follows:
《看不懂你打我系列之word2vec详解（一）》, AI小老弟, 2019, after Rong, "word2vec Parameter Learning Explained", 2014.
Forward, backward and update are three separate acts, so that each can be looked at.

V words, N dimensions, C words of context. W has a row for each word's input vector v_w. W_out is W′ stored by
rows: row j is the output vector v′_w of word j, the derivation's column j; in hierarchical softmax its rows
belong to inner nodes.

Sums are written with their indices, as in the derivation, and computed in one order: the same numbers give the same
bits each time, which a library that shares the work among threads does not promise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

    Array = NDArray[np.float64]


@dataclass(frozen=True)
class Gradients:
    """Loss and gradients of one training example.

    Attributes
    ----------
    loss : float
        E in nats, summed over the predictions of the example.
    W : ndarray, shape (V, N)
        ∂E/∂W: zero but for the rows of the input words.
    W_out : ndarray
        ∂E/∂W′, of the shape of W_out.
    """

    loss: float
    W: Array
    W_out: Array


# Forward: from words to probabilities


def hidden(W: Array, inputs: Sequence[int]) -> Array:
    """Return h, the mean of the input words' vectors: (1) for one word, (19) for C words."""
    return np.asarray(W[list(inputs)].mean(axis=0))


def logits(W_out: Array, h: Array) -> Array:
    """Return u, the score of every output row: (2), u_j = v′_j · h."""
    return np.asarray(np.einsum("ji,i->j", W_out, h))


def softmax(u: Array) -> Array:
    """Return y, the probability of every word: (3) and (4)."""
    exponentials = np.exp(u - u.max())  # the largest exponent is 0: nothing overflows
    return np.asarray(exponentials / exponentials.sum())


def log_sum_exp(u: Array) -> float:
    """Return ln Σ exp(u_j)."""
    return float(u.max() + np.log(np.exp(u - u.max()).sum()))


def softmax_loss(u: Array, targets: Sequence[int]) -> float:
    """Return E: (7) and (20) for one target; for C targets E = −Σ_c u_c + C · ln Σ exp(u_j)."""
    return float(-u[list(targets)].sum() + len(targets) * log_sum_exp(u))


def sigmoid(u: ArrayLike) -> Array:
    """Return σ(u) = 1 / (1 + exp(−u)), without overflow."""
    return np.asarray(np.exp(-np.logaddexp(0.0, -np.asarray(u, dtype=np.float64))))


def logistic_loss(u: Array, labels: Array) -> float:
    """Return −Σ ln σ(u) over labels 1, and −Σ ln σ(−u) over labels 0."""
    return float(np.logaddexp(0.0, np.where(labels > 0, -u, u)).sum())


# Backward: from the error to the gradients


def softmax_error(y: Array, targets: Sequence[int]) -> Array:
    """Return ∂E/∂u: e = y − t, (9) to (11); for C targets their sum EI = Σ_c e_c = C · y − Σ_c t_c.

    A word that stands among the targets twice counts twice.
    """
    e = len(targets) * y
    for target in targets:
        e[target] -= 1
    return np.asarray(e)


def output_gradient(e: Array, h: Array) -> Array:
    """Return ∂E/∂W′ by rows: (8) and (12), row j is e_j · h."""
    return np.outer(e, h)


def hidden_gradient(W_out: Array, e: Array) -> Array:
    """Return ∂E/∂h = EH: (15), EH_i = Σ_j e_j · w′_ij."""
    return np.asarray(np.einsum("ji,j->i", W_out, e))


def input_gradient(inputs: Sequence[int], grad_h: Array, words: int) -> Array:
    """Return ∂E/∂W: (14), (16) and (17), EH in the input word's row; of C words each receives EH / C.

    A word that stands in the context twice receives its share twice.
    """
    gradient = np.zeros((words, len(grad_h)))
    for word in inputs:
        gradient[word] += grad_h / len(inputs)
    return gradient


# One training example, for each output layer


def softmax_gradients(W: Array, W_out: Array, inputs: Sequence[int], targets: Sequence[int]) -> Gradients:
    """Differentiate full softmax.

    In CBOW the inputs are the context and there is one target; in skip-gram it is the other way round.
    """
    h = hidden(W, inputs)
    u = logits(W_out, h)
    e = softmax_error(softmax(u), targets)
    return Gradients(
        softmax_loss(u, targets),
        input_gradient(inputs, hidden_gradient(W_out, e), len(W)),
        output_gradient(e, h),
    )


def logistic_gradients(
    W: Array, W_out: Array, inputs: Sequence[int], rows: Sequence[int], labels: Sequence[float]
) -> Gradients:
    """Differentiate for a few rows of W_out with binary labels: ∂E/∂u = σ(u) − label, and on as in (8), (15) and (17).

    A row that stands there twice is asked twice.
    """
    h = hidden(W, inputs)
    u = logits(W_out[list(rows)], h)
    wanted = np.asarray(labels, dtype=np.float64)
    e = sigmoid(u) - wanted
    gradient = np.zeros_like(W_out)
    np.add.at(gradient, list(rows), output_gradient(e, h))
    return Gradients(
        logistic_loss(u, wanted),
        input_gradient(inputs, hidden_gradient(W_out[list(rows)], e), len(W)),
        gradient,
    )


def negative_sampling_gradients(
    W: Array, W_out: Array, inputs: Sequence[int], target: int, noise: Sequence[int]
) -> Gradients:
    """Differentiate negative sampling (Mikolov et al. 2013b, (4)): the target with label 1, k noise words with label 0.

    A noise word that is the target itself is passed over.
    """
    others = [word for word in noise if word != target]
    return logistic_gradients(W, W_out, inputs, [target, *others], [1.0] + [0.0] * len(others))


def hierarchical_softmax_gradients(
    W: Array, W_out: Array, inputs: Sequence[int], nodes: Sequence[int], codes: Sequence[int]
) -> Gradients:
    """Differentiate hierarchical softmax (Morin and Bengio 2005): the target's inner nodes with labels 1 − code bit."""
    return logistic_gradients(W, W_out, inputs, nodes, [1.0 - code for code in codes])


def leaf_probability(W_out: Array, h: Array, nodes: Sequence[int], codes: Sequence[int]) -> float:
    """Return the probability of a word under hierarchical softmax: Π σ(±u) along its way."""
    u = logits(W_out[list(nodes)], h)
    signs = 1.0 - 2.0 * np.asarray(codes, dtype=np.float64)
    return float(np.prod(sigmoid(signs * u)))


def total(examples: Sequence[Gradients]) -> Gradients:
    """Return the sum of several examples: a skip-gram window is one for each context word."""
    return Gradients(
        sum(example.loss for example in examples),
        np.sum([example.W for example in examples], axis=0),
        np.sum([example.W_out for example in examples], axis=0),
    )


# Update


def as_word2vec(gradients: Gradients, context: int) -> Gradients:
    """Return CBOW's gradients in the convention of word2vec.c and gensim: EH undivided to each of C words.

    This is C times the true gradient of W.
    """
    return Gradients(gradients.loss, gradients.W * context, gradients.W_out)


def updated(W: Array, W_out: Array, gradients: Gradients, alpha: float) -> tuple[Array, Array]:
    """Return W and W_out after one step of gradient descent: (13) and (18)."""
    return W - alpha * gradients.W, W_out - alpha * gradients.W_out
