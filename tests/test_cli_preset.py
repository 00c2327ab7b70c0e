"""``train --preset``: what it sets, and what stands above it."""

import json

import pytest

from w2v_gui import cli
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.presets import PRESETS


@pytest.fixture
def trained(tmp_path):
    """Return a function that trains on a small text and returns the config of it; None if that fails."""

    def train(*options):
        text, report = tmp_path / "text.txt", tmp_path / "report.json"
        text.write_text("the cat sat on the mat and the dog sat on the rug\n" * 5)
        argv = ["train", str(text), "-o", str(tmp_path / "out.txt"), "--report", str(report), *options]
        if cli.main(argv) != 0:
            return None
        return TrainingConfig.from_dict(json.loads(report.read_text())["config"])

    return train


def test_a_preset_for_the_model_that_is_asked_for(trained, capsys):
    config = trained("--preset", "derivation", "--model", "cbow")
    assert config.model == "cbow"
    assert PRESETS["derivation"].describes(config)
    assert "no effect" not in capsys.readouterr().err


def test_other_options_come_first(trained, capsys):
    config = trained("--preset", "derivation", "--alpha", "0.02", "--window", "2")
    assert (config.alpha, config.min_alpha, config.window, config.batch_size) == (0.02, 0.02, 2, 1)
    config = trained("--preset", "derivation", "--objective", "negative_sampling")
    assert config == TrainingConfig(
        objective="negative_sampling", window=1, full_windows_only=True, min_count=1, sample=0, alpha=0.05,
        min_alpha=0.05, threads=1,
    )  # fmt: skip
    assert "no effect" not in capsys.readouterr().err


def test_what_is_wrong_is_said(trained, capsys):
    assert trained("--preset", "gensim") is None
    assert "derivation" in capsys.readouterr().err
    assert trained("--preset", "word2vec", "--window", "0") is None
    assert "window must lie between 1 and 100" in capsys.readouterr().err


def test_the_help_says_why(capsys):
    cli.main(["train", "--help"])
    shown = " ".join(capsys.readouterr().out.split())
    assert all(f"{name} – {' '.join(preset.help.split()[:6])}" in shown for name, preset in PRESETS.items())
