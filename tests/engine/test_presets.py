"""What the presets set, and that training with them goes as calmly as they say."""

from __future__ import annotations

import numpy as np
import pytest

from w2v_gui.corpus.samples import derivation_sentence, planted_text
from w2v_gui.engine.config import SETTINGS, TrainingConfig
from w2v_gui.engine.presets import PRESETS
from w2v_gui.engine.trainer import Trainer

MODELS = ("cbow", "skipgram")


def losses(trainer: Trainer, words: int) -> np.ndarray:
    """Train to the end; return the mean loss of every whole chunk."""
    found = []
    while not trainer.finished:
        result = trainer.train_chunk(words)
        if result.words == words:
            found.append(result.loss)
    trainer.close()
    return np.array(found)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_is_allowed_and_describes_itself_until_something_differs(name: str, model: str) -> None:
    preset = PRESETS[name]
    assert preset.title
    assert preset.help
    values = preset.values(model)
    config = TrainingConfig(model=model, **values)
    assert preset.describes(config)
    assert all(SETTINGS[setting].applies(model, config.objective) for setting in values)
    assert "model" not in values
    assert not preset.describes(config.changed(window=config.window + 1))
    assert preset.describes(config.changed(seed=77))
    assert [other for other in PRESETS if PRESETS[other].describes(config)] == [name]


def test_the_derivation_is_exact_and_online_at_a_rate_that_stays() -> None:
    for model in MODELS:
        config = TrainingConfig(model=model, **PRESETS["derivation"].values(model))
        assert (config.objective, config.batch_size, config.threads) == ("softmax", 1, 1)
        assert (config.window, config.full_windows_only, config.sample, config.min_count) == (1, True, 0, 1)
        assert config.constant_rate
        assert config.cbow_gradient == "derived"


def test_word2vec_is_what_word2vec_c_does() -> None:
    for model, alpha in (("cbow", 0.05), ("skipgram", 0.025)):
        config = TrainingConfig(model=model, **PRESETS["word2vec"].values(model))
        assert (config.objective, config.negative, config.ns_exponent) == ("negative_sampling", 5, 0.75)
        assert (config.vector_size, config.window, config.min_count, config.epochs) == (100, 5, 5, 5)
        assert (config.sample, config.alpha) == (1e-3, alpha)
        assert config.min_alpha == pytest.approx(alpha * 1e-4)
        assert config.cbow_gradient == "word2vec"


@pytest.mark.parametrize("vector_size", [5, 100])
@pytest.mark.parametrize(("model", "least"), [("cbow", 0.0), ("skipgram", np.log(2))])
def test_the_derivation_learns_its_sentence_without_a_wobble(model: str, least: float, vector_size: int) -> None:
    """Skip-gram cannot know which of two neighbours comes first: it ends at ln 2."""
    config = TrainingConfig(model=model, vector_size=vector_size, epochs=300, **PRESETS["derivation"].values(model))
    found = losses(Trainer(derivation_sentence(), config), 10)
    assert found[0] == pytest.approx(np.log(9), abs=0.01)
    assert np.diff(found).max() < 1e-4
    assert found[-1] == pytest.approx(least, abs=0.02)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("model", MODELS)
def test_the_derivation_learns_a_small_text_calmly(model: str, language: str) -> None:
    config = TrainingConfig(model=model, vector_size=50, epochs=4, **PRESETS["derivation"].values(model))
    trainer = Trainer(planted_text(language, tokens=20_000).corpus(), config)
    found = losses(trainer, 2000)
    assert np.diff(found).max() < 0.1
    assert found[-1] < 0.6 * trainer.know_nothing_loss
