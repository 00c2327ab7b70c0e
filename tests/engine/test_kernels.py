"""The fast kernels against the reference, window by window on the same random stream."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.windows import UNIT, Window, make_stream, windows
from w2v_gui.engine import reference
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.huffman import HuffmanTree
from w2v_gui.engine.kernels.hierarchical_softmax import TOGETHER
from w2v_gui.engine.kernels.negative_sampling import noise_words
from w2v_gui.engine.kernels.primitives import exponential, sigmoid, softplus
from w2v_gui.engine.kernels.work import Work, next_unit
from w2v_gui.engine.noise import alias_table, noise_probabilities
from w2v_gui.engine.schedule import line
from w2v_gui.engine.trainer import Trainer

if TYPE_CHECKING:
    from collections.abc import Sequence

MODELS = ("cbow", "skipgram")
OBJECTIVES = ("softmax", "negative_sampling", "hierarchical_softmax")
K = 5


def small_corpus() -> EncodedCorpus:
    rng = np.random.default_rng(5)
    words = [f"w{i}" for i in range(12)]
    shares = 1 / np.arange(1, 13)
    return EncodedCorpus.from_sentences(
        [list(rng.choice(words, size=rng.integers(2, 12), p=shares / shares.sum())) for _ in range(40)]
    )


def config_of(model: str, objective: str, **changes: object) -> TrainingConfig:
    settings: dict[str, object] = {
        "vector_size": 7,  # not a multiple of any vector length
        "window": 3,
        "min_count": 1,
        "sample": 0.05,
        "alpha": 0.2,
        "epochs": 2,
        "batch_size": 1,
        "negative": K,
        "threads": 1,
    }
    return TrainingConfig(model=model, objective=objective, **{**settings, **changes})


class Reference:
    """The run of a trainer once more, in float64, window after window."""

    def __init__(self, trainer: Trainer) -> None:
        config = self.config = trainer.config
        self.corpus, self.vocabulary = trainer.corpus, trainer.vocabulary
        self.stream = make_stream(
            trainer.corpus,
            trainer.vocabulary,
            window=config.window,
            sample=config.sample,
            full_windows_only=config.full_windows_only,
            seed=config.seed,
        )
        self.W = trainer.parameters.W.astype(np.float64)
        self.W_out = trainer.parameters.W_out.astype(np.float64)
        self.schedule = line(config.alpha, config.min_alpha, 0, len(trainer.corpus) * config.epochs)
        self.noise = alias_table(noise_probabilities(trainer.vocabulary.counts, config.ns_exponent))
        self.tree = HuffmanTree(trainer.vocabulary.counts, trainer.vocabulary.words)
        self.losses: list[float] = []
        self.predictions = 0

    def run(self) -> None:
        for epoch in range(self.config.epochs):
            for window in windows(self.stream, epoch, 0, len(self.corpus)):
                alpha = self.schedule.alpha(epoch * len(self.corpus) + window.position)
                loss = 0.0
                for inputs, targets in self.examples(window):
                    gradients = self.gradients(inputs, targets, window, epoch)
                    loss += gradients.loss
                    self.W, self.W_out = reference.updated(self.W, self.W_out, gradients, alpha)
                self.losses.append(loss)
                self.predictions += 1 if self.config.model == "cbow" else len(window.context)

    def examples(self, window: Window) -> list[tuple[list[Sequence[int]], Sequence[int]]]:
        """What is trained one after the other: groups of inputs that take their gradients together, and targets."""
        context, centre = window.context, window.centre
        if self.config.model == "cbow":
            return [([context], [centre])]
        if self.config.objective == "softmax":
            return [([[centre]], context)]
        # The kernels' direction, word2vec.c's: each context word's vector predicts the centre.
        together = TOGETHER if self.config.objective == "hierarchical_softmax" else len(context)
        starts = range(0, len(context), together)
        return [([[word] for word in context[start : start + together]], [centre]) for start in starts]

    def gradients(
        self, inputs: list[Sequence[int]], targets: Sequence[int], window: Window, epoch: int
    ) -> reference.Gradients:
        gradients = reference.total([self.example(some, targets, window, epoch) for some in inputs])
        if self.config.model == "cbow" and self.config.cbow_gradient == "word2vec":
            return reference.as_word2vec(gradients, len(window.context))
        return gradients

    def example(self, inputs: Sequence[int], targets: Sequence[int], window: Window, epoch: int) -> reference.Gradients:
        if self.config.objective == "softmax":
            return reference.softmax_gradients(self.W, self.W_out, inputs, targets)
        if self.config.objective == "negative_sampling":
            noise = noise_words(self.noise, self.config.seed, epoch, window.position, K)
            return reference.negative_sampling_gradients(self.W, self.W_out, inputs, window.centre, noise.tolist())
        nodes, codes = self.tree.way(window.centre)
        return reference.hierarchical_softmax_gradients(self.W, self.W_out, inputs, nodes.tolist(), codes.tolist())


def train(trainer: Trainer, words: int = 10_000) -> tuple[float, int]:
    total, predictions = 0.0, 0
    while not trainer.finished:
        result = trainer.train_chunk(words)
        if result.predictions:
            total += result.loss * result.predictions
            predictions += result.predictions
    return total, predictions


@pytest.mark.parametrize("gradient", ["derived", "word2vec"])
@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize("model", MODELS)
def test_kernels_do_what_the_reference_does(model: str, objective: str, full: bool, gradient: str) -> None:
    trainer = Trainer(
        small_corpus(), config_of(model, objective, full_windows_only=full, cbow_gradient=gradient, window=2)
    )
    oracle = Reference(trainer)
    oracle.run()
    total, predictions = train(trainer)
    assert len(oracle.losses) > 100
    assert predictions == oracle.predictions
    assert total == pytest.approx(sum(oracle.losses), rel=1e-5)
    assert np.abs(oracle.W_out).max() > 0.05
    np.testing.assert_allclose(trainer.parameters.W, oracle.W, atol=2e-5)
    np.testing.assert_allclose(trainer.parameters.W_out, oracle.W_out, atol=2e-5)


@pytest.mark.parametrize("gradient", ["derived", "word2vec"])
@pytest.mark.parametrize("model", MODELS)
def test_a_batch_is_the_sum_of_its_windows_at_the_same_weights(model: str, gradient: str) -> None:
    size = 16
    trainer = Trainer(small_corpus(), config_of(model, "softmax", batch_size=size, cbow_gradient=gradient))
    oracle = Reference(trainer)
    all_windows = list(windows(oracle.stream, 0, 0, len(oracle.corpus)))[:size]
    W, W_out, total = oracle.W.copy(), oracle.W_out.copy(), 0.0
    for window in all_windows:
        ((inputs, targets),) = oracle.examples(window)
        gradients = oracle.gradients(inputs, targets, window, 0)
        total += gradients.loss
        step_W, step_out = reference.updated(oracle.W, oracle.W_out, gradients, oracle.schedule.alpha(window.position))
        W += step_W - oracle.W
        W_out += step_out - oracle.W_out
    result = trainer.step()
    assert result.windows == size
    assert result.loss * result.predictions == pytest.approx(total, rel=1e-5)
    np.testing.assert_allclose(trainer.parameters.W, W, atol=1e-6)
    np.testing.assert_allclose(trainer.parameters.W_out, W_out, atol=1e-6)


@pytest.mark.parametrize("batch_size", [1, 8])
@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize("model", MODELS)
def test_one_thread_and_a_seed_give_the_same_bytes_whatever_the_chunks(
    model: str, objective: str, batch_size: int
) -> None:
    def result(words: int, seed: int = 1) -> bytes:
        trainer = Trainer(small_corpus(), config_of(model, objective, batch_size=batch_size, seed=seed))
        train(trainer, words)
        return trainer.parameters.W.tobytes() + trainer.parameters.W_out.tobytes()

    whole = result(10_000)
    assert result(10_000) == whole
    assert result(17) == whole
    assert result(10_000, seed=2) != whole


@pytest.mark.parametrize("objective", OBJECTIVES)
@pytest.mark.parametrize("model", MODELS)
def test_several_threads_do_the_same_work(model: str, objective: str) -> None:
    rng = np.random.default_rng(0)
    corpus = EncodedCorpus.from_sentences([[str(i) for i in rng.integers(0, 40, 20)] for _ in range(1000)])
    one = Trainer(corpus, config_of(model, objective, batch_size=32, sample=0, alpha=0.02))
    three = Trainer(corpus, config_of(model, objective, batch_size=32, sample=0, alpha=0.02, threads=3))
    total, predictions = train(one, 5_000)
    total_three, predictions_three = train(three, 5_000)
    three.close()
    assert predictions_three == predictions
    assert total_three == pytest.approx(total, rel=0.02)
    assert np.corrcoef(one.parameters.W.ravel(), three.parameters.W.ravel())[0, 1] > 0.9


def test_a_word_that_stands_in_the_context_twice_moves_twice_as_far() -> None:
    corpus = EncodedCorpus.from_sentences([["x", "y", "x"]])
    trainer = Trainer(corpus, config_of("cbow", "softmax", window=1, full_windows_only=True, sample=0))
    trainer.parameters.W_out[...] = np.linspace(-1, 1, trainer.parameters.W_out.size).reshape(2, -1)
    oracle = Reference(trainer)
    trainer.step()
    (window,) = windows(oracle.stream, 0, 0, 3)
    assert window.context == (0, 0)
    gradients = oracle.gradients([window.context], [window.centre], window, 0)
    expected, _ = reference.updated(oracle.W, oracle.W_out, gradients, 0.2 - 1 / 6 * (0.2 - 1e-4))
    np.testing.assert_allclose(trainer.parameters.W, expected, atol=1e-6)


def test_logits_beyond_six_still_learn() -> None:
    assert 1 - float(sigmoid(np.float32(8))) == pytest.approx(math.exp(-8), rel=1e-2)
    assert float(sigmoid(np.float32(-8))) == pytest.approx(math.exp(-8), rel=1e-2)


def test_functions_of_a_logit_are_accurate() -> None:
    u = np.linspace(-30, 30, 2001, dtype=np.float32)
    np.testing.assert_allclose([sigmoid(x) for x in u], reference.sigmoid(u), atol=2e-7)
    np.testing.assert_allclose([softplus(x) for x in u], np.logaddexp(0, u.astype(np.float64)), rtol=1e-12)
    below = np.linspace(-87, 0, 2001, dtype=np.float32)
    np.testing.assert_allclose([exponential(x) for x in below], np.exp(below.astype(np.float64)), rtol=5e-6)
    near = below[below > -1]
    np.testing.assert_allclose([exponential(x) for x in near], np.exp(near.astype(np.float64)), rtol=3e-7)
    assert float(exponential(np.float32(-1e30))) < 1e-37


def test_units_are_taken_one_after_the_other() -> None:
    work = Work(np.array([5], np.int64), 5 + UNIT + 3, 0, 0, 0)
    assert next_unit(work) == (5, 5 + UNIT)
    assert next_unit(work) == (5 + UNIT, 5 + UNIT + 3)
    begin, end = next_unit(work)
    assert begin >= end
