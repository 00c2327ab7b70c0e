"""A run saved and taken up again is the run that was never interrupted."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np
import pytest

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.trainer import Trainer
from w2v_gui.errors import ConfigError, CorpusError, FormatError
from w2v_gui.models import model_of, resume, save, write_model_or_vectors
from w2v_gui.vectors.formats import read_vectors
from w2v_gui.vectors.formats.npz import read_model

if TYPE_CHECKING:
    from pathlib import Path

MODES = [
    (model, objective)
    for model in ("cbow", "skipgram")
    for objective in ("softmax", "negative_sampling", "hierarchical_softmax")
]


@pytest.fixture(scope="module")
def corpus() -> EncodedCorpus:
    draws = np.random.default_rng(1).zipf(1.3, 12_000) % 60
    words = [f"w{draw}" for draw in draws]
    return EncodedCorpus.from_sentences(words[start : start + 30] for start in range(0, len(words), 30))


def config(**changes) -> TrainingConfig:
    return TrainingConfig(
        **{"vector_size": 8, "threads": 1, "epochs": 3, "min_count": 2, "batch_size": 4, "sample": 0.01, **changes}
    )


@pytest.fixture
def trainers(corpus):
    """Make trainers that are closed afterwards."""
    made = []

    def make(**changes):
        made.append(Trainer(corpus, config(**changes)))
        return made[-1]

    make.track = lambda trainer: made.append(trainer) or trainer
    yield make
    for trainer in made:
        trainer.close()


def train_to_the_end(trainer, chunk=1000):
    while not trainer.finished:
        trainer.train_chunk(chunk)


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_a_resumed_run_ends_in_the_same_bytes(tmp_path, corpus, trainers, model, objective):
    straight = trainers(model=model, objective=objective)
    train_to_the_end(straight)

    interrupted = trainers(model=model, objective=objective)
    for _ in range(17):
        interrupted.train_chunk(1000)
    save(tmp_path / "m.npz", interrupted)
    resumed = trainers.track(resume(corpus, read_model(tmp_path / "m.npz")))
    assert (resumed.words_done, resumed.alpha) == (interrupted.words_done, interrupted.alpha)
    assert resumed.config == interrupted.config
    train_to_the_end(resumed)
    assert resumed.parameters.W.tobytes() == straight.parameters.W.tobytes()
    assert resumed.parameters.W_out.tobytes() == straight.parameters.W_out.tobytes()


@pytest.mark.parametrize("objective", ["negative_sampling", "hierarchical_softmax"])
def test_a_model_holds_what_the_trainer_has(trainers, objective):
    trainer = trainers(objective=objective)
    trainer.train_chunk(5000)
    model = model_of(trainer)
    assert model.vectors.words == trainer.vocabulary.words
    assert np.array_equal(model.vectors.matrix, trainer.parameters.W)
    assert np.array_equal(model.W_out, trainer.parameters.W_out)
    assert model.config == dataclasses.asdict(trainer.config)
    assert (model.vectors.output is None) == (objective == "hierarchical_softmax")


def test_a_model_is_a_copy_unless_asked_otherwise(trainers):
    trainer = trainers()
    copied, shared = model_of(trainer), model_of(trainer, copy=False)
    before = copied.vectors.matrix.copy()
    trainer.train_chunk(5000)
    assert np.array_equal(copied.vectors.matrix, before)
    assert np.array_equal(shared.vectors.matrix, trainer.parameters.W)


@pytest.mark.parametrize("ending", [".bin", ".txt", ".npz", ".NPZ", ".npz.gz"])
def test_the_ending_chooses_the_format(tmp_path, trainers, ending):
    model = model_of(trainers())
    write_model_or_vectors(tmp_path / f"v{ending}", model)
    assert read_vectors(tmp_path / f"v{ending}").words == model.vectors.words
    if ending.lower().startswith(".npz"):
        assert read_model(tmp_path / f"v{ending}").state == model.state


def test_more_epochs_begin_at_alpha_again(corpus, trainers):
    trainer = trainers(epochs=1)
    train_to_the_end(trainer)
    with pytest.raises(ConfigError, match="all of its 1 epochs"):
        resume(corpus, model_of(trainer))
    with pytest.raises(ConfigError, match="all of its 1 epochs"):
        resume(corpus, model_of(trainer), epochs=1)
    resumed = trainers.track(resume(corpus, model_of(trainer), epochs=2))
    assert resumed.words_done == len(corpus)
    assert resumed.alpha == pytest.approx(trainer.config.alpha)
    train_to_the_end(resumed)
    assert resumed.epoch == 2


def test_changes_that_a_model_can_take_and_others(corpus, trainers):
    trainer = trainers()
    trainer.train_chunk(1000)
    model = model_of(trainer)
    resumed = trainers.track(resume(corpus, model, alpha="0.01", threads=2, vector_size=8))
    assert resumed.alpha == pytest.approx(0.01)
    assert resumed.config.threads == 2
    with pytest.raises(ConfigError, match="vector_size = 8, which cannot become 9"):
        resume(corpus, model, vector_size=9)
    with pytest.raises(ConfigError, match="alpha must"):
        resume(corpus, model, alpha="nan")


def test_another_text_is_refused(trainers):
    trainer = trainers()
    other = EncodedCorpus.from_sentences([["a", "b", "c"] * 5] * 5)
    with pytest.raises(CorpusError, match="another text"):
        resume(other, model_of(trainer))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"config": {}}, "vectors only"),
        ({"state": {}}, "vectors only"),
        ({"W_out": None}, "vectors only"),
        ({"state": {"epoch": "x", "position": 0, "schedule": [1, 2, 3]}}, "damaged"),
        ({"state": {"epoch": 0, "position": 0, "schedule": None}}, "damaged"),
        ({"state": {"position": 0}}, "damaged"),
        ({"state": {"epoch": 0, "position": 10**9, "schedule": [1, 0, 0]}}, "does not belong"),
        ({"W_out": np.zeros((2, 8), np.float32)}, "does not belong"),
    ],
)
def test_damaged_models_are_refused(corpus, trainers, change, sentence):
    model = dataclasses.replace(model_of(trainers()), **change)
    with pytest.raises((FormatError, ConfigError), match=sentence):
        resume(corpus, model)


def test_settings_that_are_unknown_or_out_of_range_are_refused(corpus, trainers):
    model = model_of(trainers())
    for change in ({"gamma": 1}, {"alpha": -1}, {"vector_size": None, "window": []}):
        with pytest.raises(ConfigError):
            resume(corpus, dataclasses.replace(model, config=model.config | change))


def test_resuming_from_vectors_of_another_format_says_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "saved.bin"
    path.write_bytes(b"1 1\na \x00\x00\x80?\n")
    with pytest.raises(FormatError, match="holds vectors only"):
        read_model(path)
