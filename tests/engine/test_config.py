from __future__ import annotations

import math

import pytest

from w2v_gui.engine.config import SETTINGS, TrainingConfig
from w2v_gui.errors import ConfigError


def test_defaults_are_allowed_for_every_combination() -> None:
    for model in ("cbow", "skipgram"):
        for objective in ("softmax", "negative_sampling", "hierarchical_softmax"):
            config = TrainingConfig(model=model, objective=objective)
            assert config.cbow_gradient == ("derived" if objective == "softmax" else "word2vec")
            assert TrainingConfig.from_dict(config.to_dict()) == config


def test_the_settings_of_the_field_are_there_in_order() -> None:
    assert list(SETTINGS) == [
        "model", "objective", "vector_size", "window", "full_windows_only", "min_count", "sample", "negative",
        "ns_exponent", "alpha", "min_alpha", "epochs", "batch_size", "threads", "seed", "cbow_gradient",
    ]  # fmt: skip
    for setting in SETTINGS.values():
        assert setting.label
        assert setting.help


@pytest.mark.parametrize("name", [name for name, setting in SETTINGS.items() if setting.minimum is not None])
def test_values_outside_their_range_are_refused_by_name(name: str) -> None:
    setting = SETTINGS[name]
    assert setting.minimum is not None
    assert setting.maximum is not None
    for value in (setting.minimum - 1, setting.maximum + 1, math.nan, math.inf, -math.inf, "many", None.__class__):
        with pytest.raises(ConfigError, match=name):
            TrainingConfig(**{name: value})


@pytest.mark.parametrize("name", ["model", "objective", "cbow_gradient"])
def test_unknown_choices_are_refused(name: str) -> None:
    with pytest.raises(ConfigError, match=f"{name} is one of"):
        TrainingConfig(**{name: "glove"})


def test_whole_numbers_must_be_whole() -> None:
    with pytest.raises(ConfigError, match="window must be a whole number"):
        TrainingConfig(window=2.5)
    assert TrainingConfig(window="3").window == 3


def test_rate_at_the_end_is_not_above_the_rate_at_the_start() -> None:
    with pytest.raises(ConfigError, match="min_alpha"):
        TrainingConfig(alpha=0.01, min_alpha=0.02)


def test_unknown_names_are_refused() -> None:
    with pytest.raises(ConfigError, match="velocity"):
        TrainingConfig.from_dict({"velocity": 3})


def test_only_what_matters_applies() -> None:
    assert SETTINGS["negative"].applies("cbow", "negative_sampling")
    assert not SETTINGS["negative"].applies("cbow", "softmax")
    assert not SETTINGS["cbow_gradient"].applies("skipgram", "softmax")


def test_a_rate_that_stays_the_same_goes_on_doing_so() -> None:
    constant = TrainingConfig(alpha=0.1, min_alpha=0.1)
    assert constant.constant_rate
    assert constant.changed(alpha=0.02).min_alpha == 0.02
    assert constant.changed(alpha=0.2, min_alpha=0.05).min_alpha == 0.05
    assert constant.changed(epochs=9).min_alpha == 0.1
    assert TrainingConfig().changed(alpha=0.02).min_alpha == 1e-4


def test_epochs_that_have_begun_cannot_be_taken_back() -> None:
    config = TrainingConfig(epochs=9)
    assert config.changed_live(3, epochs=3, alpha=0.01) == TrainingConfig(epochs=3, alpha=0.01)
    with pytest.raises(ConfigError, match="Epoch 4 has begun already"):
        config.changed_live(4, epochs=3)


def test_settings_say_where_they_come_from() -> None:
    assert all(setting.source for setting in SETTINGS.values() if setting.name not in ("min_count", "epochs"))
