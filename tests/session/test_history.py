import math

import numpy as np
import pytest

from w2v_gui.session.history import LossCurve, LossHistory


def test_short_runs_are_kept_exactly():
    history = LossHistory()
    for i in range(1, 100):
        history.append(10 * i, 5 / i, 7)
    curve = history.curve()
    np.testing.assert_array_equal(curve.words, 10.0 * np.arange(1, 100))
    np.testing.assert_allclose(curve.loss, 5 / np.arange(1, 100))


@pytest.mark.parametrize("count", [8, 9, 15, 16, 17, 63, 64, 65, 1000, 12345])
def test_bounded_exact_at_the_ends_and_nothing_dropped(count):
    rng = np.random.default_rng(count)
    loss = rng.uniform(1, 4, size=count)
    predictions = rng.integers(1, 1000, size=count)
    history = LossHistory(limit=16)
    for i in range(count):
        history.append(i + 1, loss[i], int(predictions[i]))
        assert len(history) <= 16
    curve = history.curve()
    assert len(curve) == len(history)
    assert (curve.words[0], curve.loss[0]) == (1, loss[0])
    assert (curve.words[-1], curve.loss[-1]) == (count, loss[-1])
    assert np.all(np.diff(curve.words) > 0)
    assert curve.predictions.sum() == predictions.sum()
    assert math.isclose((curve.loss * curve.predictions).sum(), (loss * predictions).sum(), rel_tol=1e-12)


def test_merged_points_are_spread_evenly():
    history = LossHistory(limit=64)
    for i in range(10_000):
        history.append(i, 1.0, 1)
    inner = np.diff(history.curve().words)[1:-2]
    assert inner.max() <= 2 * inner.min()


def test_chunks_without_predictions_say_nothing():
    history = LossHistory()
    history.append(10, math.nan, 0)
    history.append(20, math.nan, 5)
    assert len(history) == 0
    assert len(history.curve()) == 0
    assert len(LossCurve.empty().smoothed()) == 0


def test_curve_is_a_read_only_copy():
    history = LossHistory()
    history.append(1, 2.0, 1)
    curve = history.curve()
    history.append(2, 3.0, 1)
    assert len(curve) == 1
    with pytest.raises(ValueError, match="read-only"):
        curve.loss[0] = 0


@pytest.mark.parametrize("count", [1, 2, 3, 10, 500])
def test_smoothing_keeps_constants_and_damps_noise(count):
    flat = LossCurve(np.arange(count), np.full(count, 2.5), np.ones(count))
    np.testing.assert_allclose(flat.smoothed(), 2.5)
    noise = np.random.default_rng(1).normal(size=count)
    noisy = LossCurve(np.arange(count), noise, np.ones(count))
    if count == 500:
        assert noisy.smoothed().std() < 0.5 * noise.std()


def test_smoothing_weighs_by_predictions():
    curve = LossCurve(np.arange(3), np.array([0.0, 0.0, 9.0]), np.array([1.0, 1.0, 1e9]))
    assert curve.smoothed()[1] == pytest.approx(9.0, abs=1e-6)
