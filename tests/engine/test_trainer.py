"""Whole runs: every mode learns, and what a user may do to a run between two chunks."""

from __future__ import annotations

import math

import numpy as np
import pytest

from w2v_gui.corpus import samples
from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.trainer import Trainer
from w2v_gui.errors import ConfigError, CorpusError, DivergenceError

MODES = [
    (model, objective)
    for model in ("cbow", "skipgram")
    for objective in ("softmax", "negative_sampling", "hierarchical_softmax")
]


@pytest.fixture(scope="module", params=["en", "zh"])
def planted(request: pytest.FixtureRequest) -> samples.PlantedText:
    return samples.planted_text(request.param)


def analogy_accuracy(trainer: Trainer, planted: samples.PlantedText) -> float:
    unit = trainer.parameters.W / np.linalg.norm(trainer.parameters.W, axis=1, keepdims=True)
    right = []
    for section in planted.questions:
        for question in section.questions:
            a, b, c, expected = (trainer.vocabulary.index(word) for word in question)
            scores = unit @ (unit[b] - unit[a] + unit[c])
            scores[[a, b, c]] = -np.inf
            right.append(int(scores.argmax()) == expected)
    return float(np.mean(right))


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_every_mode_learns_the_planted_relations(planted: samples.PlantedText, model: str, objective: str) -> None:
    settings = {**samples.DEMO_SETTINGS, "model": model, "objective": objective, "threads": 2}
    settings.pop("alpha", None)
    # Batches of the usual 32 windows lead to the same in twice the time.
    settings |= {"epochs": 3, "batch_size": 128} if objective == "softmax" else {"epochs": 8}
    trainer = Trainer(planted.corpus(), TrainingConfig(**settings))
    start = trainer.parameters.W.copy()
    losses = []
    while not trainer.finished:
        losses.append(trainer.train_chunk(50_000).loss)
    trainer.close()
    assert (np.abs(trainer.parameters.W - start).max(axis=1) > 0.01).all()
    assert np.abs(trainer.parameters.W_out).max() > 0.1
    assert losses[-1] < 0.75 * trainer.know_nothing_loss
    assert losses[-1] < losses[0]
    assert analogy_accuracy(trainer, planted) >= 0.9


def test_the_demo_learns_the_planted_relations(planted: samples.PlantedText) -> None:
    trainer = Trainer(planted.corpus(), TrainingConfig(**samples.DEMO_SETTINGS))
    while not trainer.finished:
        trainer.train_chunk(100_000)
    trainer.close()
    assert analogy_accuracy(trainer, planted) >= 0.9


def train_to_the_end(trainer: Trainer) -> None:
    while not trainer.finished:
        trainer.train_chunk(20_000)


def text(tokens: int = 3000, words: int = 30, line: int = 10) -> EncodedCorpus:
    rng = np.random.default_rng(1)
    ids = rng.zipf(1.5, tokens) % words
    return EncodedCorpus.from_sentences([[f"w{i}" for i in ids[s : s + line]] for s in range(0, tokens, line)])


def small(**changes: object) -> TrainingConfig:
    return TrainingConfig(**{"vector_size": 8, "min_count": 1, "threads": 1, "epochs": 2, **changes})


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_the_first_loss_is_the_know_nothing_loss(model: str, objective: str) -> None:
    trainer = Trainer(text(), small(model=model, objective=objective, batch_size=1))
    first = trainer.step().loss
    if objective == "hierarchical_softmax":  # the length of that one word's code
        assert first / math.log(2) == pytest.approx(round(first / math.log(2)), abs=1e-4)
    elif objective == "negative_sampling":  # noise words equal to the target are passed over
        assert first <= trainer.know_nothing_loss + 1e-6
    else:
        assert first == pytest.approx(math.log(len(trainer.vocabulary)), rel=1e-4)


@pytest.mark.parametrize("sample", [0.0, 0.01])
def test_know_nothing_loss_of_the_tree_is_that_of_the_words_that_subsampling_leaves(sample: float) -> None:
    trainer = Trainer(text(30_000), small(objective="hierarchical_softmax", sample=sample, alpha=1e-6, min_alpha=0))
    assert trainer.train_chunk(30_000).loss == pytest.approx(trainer.know_nothing_loss, rel=0.02)


def test_know_nothing_losses() -> None:
    corpus = text()
    words = len(corpus.vocabulary)
    assert Trainer(corpus, small(objective="softmax")).know_nothing_loss == pytest.approx(math.log(words))
    assert Trainer(corpus, small(negative=7)).know_nothing_loss == pytest.approx(8 * math.log(2))
    tree = Trainer(corpus, small(objective="hierarchical_softmax", sample=0)).know_nothing_loss / math.log(2)
    shares = corpus.vocabulary.counts / len(corpus)
    entropy = -(shares * np.log2(shares)).sum()
    assert entropy <= tree < entropy + 1  # Huffman's bound


@pytest.mark.parametrize("batch_size", [1, 32])
@pytest.mark.parametrize(("model", "objective"), MODES)
def test_reset_gives_the_very_same_start(model: str, objective: str, batch_size: int) -> None:
    trainer = Trainer(text(), small(model=model, objective=objective, batch_size=batch_size))
    start = trainer.parameters.W.tobytes()
    first = trainer.train_chunk(1000)
    assert trainer.parameters.W.tobytes() != start
    trainer.reset()
    assert trainer.parameters.W.tobytes() == start
    assert not trainer.parameters.W_out.any()
    assert (trainer.words_done, trainer.epoch, trainer.finished) == (0, 0, False)
    assert trainer.train_chunk(1000) == first


def test_preparing_trains_nothing() -> None:
    trainer = Trainer(text(), small())
    start = trainer.parameters.W.tobytes()
    trainer.prepare()
    assert trainer.parameters.W.tobytes() == start
    assert trainer.words_done == 0


def test_a_step_is_one_window() -> None:
    trainer = Trainer(text(), small())
    before = trainer.parameters.W.copy()
    result = trainer.step()
    assert result.windows == 1
    assert result.predictions > 0
    trainer.step()
    assert 0 < (before != trainer.parameters.W).any(axis=1).sum() <= 2 * 10


def test_steps_and_chunks_come_to_the_same() -> None:
    by_steps, by_chunks = Trainer(text(300), small(epochs=1)), Trainer(text(300), small(epochs=1))
    while not by_steps.finished:
        by_steps.step()
    while not by_chunks.finished:
        by_chunks.train_chunk(64)
    assert by_steps.parameters.W.tobytes() == by_chunks.parameters.W.tobytes()


def test_progress_and_rate() -> None:
    trainer = Trainer(text(), small(alpha=0.1, min_alpha=0.02))
    assert trainer.alpha == pytest.approx(0.1)
    result = trainer.train_chunk(1500)
    assert (result.words, result.words_done, result.epoch) == (1500, 1500, 0)
    assert result.alpha == pytest.approx(0.08)
    result = trainer.train_chunk(10_000)  # a chunk ends with the epoch
    assert (result.words, result.epoch) == (1500, 1)
    result = trainer.train_chunk(10_000)
    assert result.finished
    assert result.alpha == pytest.approx(0.02)
    assert trainer.train_chunk(10).words == 0


def test_rate_and_epochs_change_between_chunks() -> None:
    trainer = Trainer(text(), small(alpha=0.1, min_alpha=0.0))
    trainer.train_chunk(3000)
    trainer.change(alpha=0.4)
    assert trainer.alpha == pytest.approx(0.4)
    trainer.train_chunk(1500)
    assert trainer.alpha == pytest.approx(0.2)
    trainer.change(epochs=3)
    assert trainer.alpha == pytest.approx(0.2)
    trainer.train_chunk(1500)
    trainer.train_chunk(1500)
    assert trainer.alpha == pytest.approx(0.2 / 3)
    with pytest.raises(ConfigError, match="epochs"):
        trainer.change(epochs=2)
    assert trainer.config.epochs == 3


def test_a_run_resumes_where_it_stood_to_the_same_bytes() -> None:
    whole, first, second = (Trainer(text(), small()) for _ in range(3))
    whole.train_chunk(3000)
    whole.train_chunk(3000)
    first.train_chunk(2000)
    second.restore(first.parameters.W, first.parameters.W_out, first.state())
    assert second.alpha == first.alpha
    second.train_chunk(1000)
    second.train_chunk(3000)
    assert second.finished
    assert second.parameters.W.tobytes() == whole.parameters.W.tobytes()


def test_a_model_of_another_text_does_not_resume() -> None:
    other = Trainer(text(words=20), small())
    with pytest.raises(ConfigError, match="does not belong"):
        Trainer(text(), small()).restore(other.parameters.W, other.parameters.W_out, other.state())


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_a_rate_that_runs_away_keeps_the_last_good_state(model: str, objective: str) -> None:
    trainer = Trainer(text(20_000), small(model=model, objective=objective, epochs=50, batch_size=32))
    for _ in range(12):
        trainer.train_chunk(20_000)
    trainer.change(alpha=10.0)
    trainer._schedule = trainer._schedule._replace(start=1e6, floor=1e6)  # beyond what the setting allows
    with pytest.raises(DivergenceError, match="Lower"):
        train_to_the_end(trainer)
    assert np.abs(trainer.parameters.W).max() < 100
    assert np.isfinite(trainer.parameters.W_out).all()
    assert trainer.words_done >= 100_000


def test_a_run_that_runs_away_at_once_is_back_at_the_start() -> None:
    trainer = Trainer(text(20_000), small(model="cbow", alpha=10.0, min_alpha=10.0, epochs=100))
    start = trainer.parameters.W.tobytes()
    trainer._schedule = trainer._schedule._replace(start=1e8, floor=1e8)
    with pytest.raises(DivergenceError):
        train_to_the_end(trainer)
    assert trainer.parameters.W.tobytes() == start
    assert trainer.words_done == 0


def test_nan_weights_are_noticed() -> None:
    trainer = Trainer(text(), small())
    trainer.parameters.W[3, 2] = np.nan
    with pytest.raises(DivergenceError):
        trainer.train_chunk(100)


def test_one_word_is_not_enough() -> None:
    with pytest.raises(CorpusError, match="at least two"):
        Trainer(EncodedCorpus.from_sentences([["only"] * 10]), small())


def test_min_count_that_keeps_nothing() -> None:
    with pytest.raises(ConfigError, match="Lower the minimum count"):
        Trainer(text(), small(min_count=100_000))


def test_window_larger_than_every_sentence() -> None:
    with pytest.raises(CorpusError, match="Lower the window"):
        Trainer(text(line=10), small(window=5, full_windows_only=True))
    with pytest.raises(CorpusError, match="longest sentence has 1 words"):
        Trainer(EncodedCorpus.from_sentences([["a"], ["b"]]), small())
    assert Trainer(text(line=10), small(window=50)).train_chunk(100).windows > 0


def test_sentences_in_which_nothing_is_kept_train_nothing_and_end() -> None:
    corpus = EncodedCorpus.from_sentences([["a"], ["rare", "b"], ["a"], ["b"], ["other", "a"]] * 2)
    trainer = Trainer(corpus, small(min_count=4, epochs=1))
    result = trainer.step()
    assert result.finished
    assert result.windows == 0
    assert math.isnan(result.loss)


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_stop_words_are_passed_over_like_rare_words(model: str, objective: str) -> None:
    rng = np.random.default_rng(1)
    sentences = [[f"w{i}" for i in rng.zipf(1.5, 12) % 40] for _ in range(200)]
    rare = [[f"rare{i}", *sentence[:6], f"other{i}", *sentence[6:]] for i, sentence in enumerate(sentences)]
    corpus = EncodedCorpus.from_sentences(rare)
    kept = corpus.vocabulary.kept(2)
    stopped = EncodedCorpus("", corpus.ids, corpus.offsets, kept, corpus.vocabulary.words[len(kept) :])
    trainers = [
        Trainer(text, small(model=model, objective=objective, min_count=2, sample=0.01)) for text in (corpus, stopped)
    ]
    for trainer in trainers:
        train_to_the_end(trainer)
    one, other = (trainer.parameters for trainer in trainers)
    np.testing.assert_array_equal(one.W, other.W)
    np.testing.assert_array_equal(one.W_out, other.W_out)
    assert one.W_out.any()


def test_a_softmax_batch_that_does_not_fit() -> None:
    corpus = EncodedCorpus.from_sentences([[f"w{i}" for i in range(100_000)]])
    with pytest.raises(ConfigError, match="Lower batch_size"):
        Trainer(corpus, small(objective="softmax", batch_size=8192))


def test_the_derivations_sentence_is_learned_by_heart() -> None:
    corpus = samples.derivation_sentence()
    config = small(
        model="cbow",
        objective="softmax",
        vector_size=5,
        window=1,
        full_windows_only=True,
        sample=0,
        batch_size=1,
        alpha=0.5,
        epochs=400,
    )
    trainer = Trainer(corpus, config)
    while not trainer.finished:
        loss = trainer.train_chunk(100).loss
    assert trainer.know_nothing_loss == pytest.approx(math.log(9))
    assert loss < 0.1


def test_a_resumed_run_that_runs_away_keeps_what_was_resumed() -> None:
    first, second = (Trainer(text(20_000), small(epochs=50)) for _ in range(2))
    first.train_chunk(5000)
    second.restore(first.parameters.W, first.parameters.W_out, first.state())
    second._schedule = second._schedule._replace(start=1e8, floor=1e8)
    with pytest.raises(DivergenceError, match="5,000 words"):
        train_to_the_end(second)
    assert second.parameters.W.tobytes() == first.parameters.W.tobytes()
    assert second.words_done == 5000


@pytest.mark.parametrize("size", [5, 8, 33])
def test_first_values_of_single_rows_are_those_the_training_starts_from(size):
    trainer = Trainer(samples.planted_text("en").corpus(), TrainingConfig(vector_size=size, seed=7))
    start = trainer.parameters.W.copy()
    trainer.prepare()
    trainer.train_chunk(2000)
    ids = (0, 1, 400, 17, len(trainer.vocabulary) - 1)
    assert trainer.initial_rows(ids).tobytes() == start[list(ids)].tobytes()
    assert trainer.initial_rows(()).shape == (0, size)
    trainer.close()
