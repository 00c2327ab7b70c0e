"""The report of a training run."""

import json
import math

import numpy as np
import pytest

from w2v_gui.cli.report import LossCurve, Times, peak_memory, write_report
from w2v_gui.cli.train import chunk_words
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.trainer import Trainer


def test_a_loss_curve_is_bounded_and_true():
    curve = LossCurve(1_000_000)
    rng = np.random.default_rng(1)
    losses = rng.random(100_000)
    predictions = rng.integers(0, 5, 100_000)
    for i, (loss, weight) in enumerate(zip(losses, predictions, strict=True)):
        curve.add(10 * (i + 1), loss if weight else math.nan, int(weight))
    points = curve.points()
    assert 400 <= len(points) <= 502
    assert np.mean([loss for _, loss in points[1:-1]]) == pytest.approx(
        np.average(losses, weights=predictions), abs=1e-3
    )
    assert math.isnan(LossCurve(10).latest)


def test_a_report_has_no_nan(tmp_path, corpus_and_trainer):
    ingested, trainer = corpus_and_trainer
    write_report(str(tmp_path / "r.json"), trainer, ingested.report, LossCurve(10), Times(), None)
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"), parse_constant=pytest.fail)
    assert report["loss"] is None
    assert report["words_per_s"] is None


def test_peak_memory_is_plausible():
    assert 10_000_000 < peak_memory() < 1 << 40


def test_chunks_are_fixed_by_the_settings(corpus_and_trainer):
    assert chunk_words(corpus_and_trainer[1]) == chunk_words(corpus_and_trainer[1]) == 5_000


@pytest.fixture
def corpus_and_trainer():
    from w2v_gui.corpus.ingest import encode
    from w2v_gui.corpus.sources import PastedText

    ingested = encode([PastedText("one two three four five\n" * 50, "pasted")])
    trainer = Trainer(ingested.corpus, TrainingConfig(vector_size=4, threads=1))
    yield ingested, trainer
    trainer.close()
