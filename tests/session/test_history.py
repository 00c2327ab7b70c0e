import math

import numpy as np
import pytest

from w2v_gui.session.history import (
    DiagnosticsCurve,
    DiagnosticsHistory,
    LossCurve,
    LossHistory,
    SimilarityCurve,
    SimilarityHistory,
    WeightedMeans,
)


def curve(loss, predictions=None):
    count = np.arange(len(loss), dtype=float)
    weight = np.ones(len(loss)) if predictions is None else np.asarray(predictions, dtype=float)
    return LossCurve(count, np.asarray(loss, dtype=float), weight, count / 1000, np.full(len(loss), 0.025))


def test_short_runs_are_kept_exactly():
    history = LossHistory()
    for i in range(1, 100):
        history.append(10 * i, 5 / i, 7, i / 8, 0.025 / i)
    curve = history.curve()
    at = np.arange(1, 100)
    np.testing.assert_array_equal(curve.words, 10.0 * at)
    np.testing.assert_allclose(curve.loss, 5 / at)
    np.testing.assert_array_equal(curve.predictions, 7.0)
    np.testing.assert_allclose(curve.seconds, at / 8)
    np.testing.assert_allclose(curve.alpha, 0.025 / at)


@pytest.mark.parametrize("count", [1, 2, 3, 8, 9, 15, 16, 17, 63, 64, 65, 1000, 12345])
def test_bounded_exact_at_the_ends_and_nothing_dropped(count):
    rng = np.random.default_rng(count)
    values = rng.uniform(1, 4, size=(count, 2))
    weights = rng.integers(1, 1000, size=count).astype(float)
    history = WeightedMeans(3, limit=16)
    for i in range(count):
        history.append((i + 1, *values[i]), weights[i])
        assert len(history) <= 16
    at, one, other, weight = history.columns()
    assert len(at) == len(history)
    assert (at[0], one[0], other[0], weight[0]) == (1, *values[0], weights[0])
    assert (at[-1], one[-1], other[-1], weight[-1]) == (count, *values[-1], weights[-1])
    assert np.all(np.diff(at) > 0)
    assert weight.sum() == weights.sum()
    for column, value in ((one, values[:, 0]), (other, values[:, 1])):
        assert math.isclose((column * weight).sum(), (value * weights).sum(), rel_tol=1e-12)


def test_a_history_needs_room_for_its_ends():
    with pytest.raises(ValueError, match="at least 8"):
        LossHistory(limit=7)


def test_merged_points_are_spread_evenly():
    history = LossHistory(limit=64)
    for i in range(10_000):
        history.append(i, 1.0, 1, i, 0.1)
    inner = np.diff(history.curve().words)[1:-2]
    assert inner.max() <= 2 * inner.min()


def test_long_runs_are_exact_at_the_ends():
    history = LossHistory()
    for i in range(1, 20_001):
        history.append(10 * i, 5 / i, 7, i / 8, 0.025 / i)
    curve = history.curve()
    assert 1024 < len(curve) <= 4096
    for i, at in ((1, 0), (20_000, -1)):
        point = (curve.words[at], curve.loss[at], curve.predictions[at], curve.seconds[at], curve.alpha[at])
        assert point == (10 * i, 5 / i, 7, i / 8, 0.025 / i)


def test_chunks_without_predictions_say_nothing():
    history = LossHistory()
    history.append(10, math.nan, 0, 1.0, 0.1)
    history.append(20, math.nan, 5, 2.0, 0.1)
    assert len(history) == 0
    assert len(history.curve()) == 0


def test_a_rate_that_is_not_known_spoils_nothing_else():
    history = LossHistory(limit=8)
    for i in range(20):
        history.append(i, 2.0, 3, i, math.nan)
    np.testing.assert_allclose(history.curve().loss, 2.0)
    assert np.isnan(history.curve().alpha).all()


def test_curves_without_points():
    assert len(LossCurve.empty()) == len(LossCurve.empty().smoothed()) == 0
    assert len(DiagnosticsCurve.empty()) == 0
    assert len(SimilarityCurve.empty((3, 4))) == 0
    assert SimilarityCurve.empty((3, 4)).pair == (3, 4)


def test_curve_is_a_read_only_copy():
    history = LossHistory()
    history.append(1, 2.0, 1, 0.1, 0.025)
    curve = history.curve()
    history.append(2, 3.0, 1, 0.2, 0.025)
    assert len(curve) == 1
    for column in (curve.words, curve.loss, curve.predictions, curve.seconds, curve.alpha):
        with pytest.raises(ValueError, match="read-only"):
            column[0] = 0


@pytest.mark.parametrize("count", [1, 2, 3, 10, 500])
def test_smoothing_keeps_constants_and_damps_noise(count):
    np.testing.assert_allclose(curve(np.full(count, 2.5)).smoothed(), 2.5)
    noise = np.random.default_rng(1).normal(size=count)
    if count == 500:
        assert curve(noise).smoothed().std() < 0.5 * noise.std()


def test_smoothing_weighs_by_predictions():
    heavy = np.ones(500)
    heavy[250] = 1e6
    loss = np.zeros(500)
    loss[250] = 9.0
    assert curve(loss).smoothed()[251] < 2
    assert curve(loss, heavy).smoothed()[251] > 8.9


def test_smoothing_follows_the_steep_start_and_the_latest_points():
    falling = curve(np.linspace(4, 2, 1000))
    smoothed = falling.smoothed()
    assert smoothed[0] == pytest.approx(4.0)
    np.testing.assert_allclose(smoothed[:980], falling.loss[:980], atol=1e-9)
    assert abs(smoothed[-1] - 2.0) < 0.02


def test_the_smoothed_curve_begins_where_the_loss_does_however_long_the_run():
    # Chunks double until they are large; the loss has fallen long before they are.
    predictions = np.minimum(2_000.0 * 2.0 ** np.minimum(np.arange(400), 20), 3e6)
    done = np.cumsum(predictions)
    loss = 2.2 + 2.0 * np.exp(-done / 1e6)
    for points in (20, 100, 400):
        smoothed = curve(loss[:points], predictions[:points]).smoothed()
        assert smoothed[0] == pytest.approx(loss[0])
        assert np.abs(smoothed - loss[:points]).max() < 0.25


def test_a_step_before_the_run_leaves_no_mark_on_the_smoothed_curve():
    loss, predictions = np.full(300, 4.0), np.full(300, 20_000.0)
    loss[[0, 150, 299]], predictions[[0, 150, 299]] = 9.0, 8.0
    np.testing.assert_allclose(curve(loss, predictions).even().smoothed(), 4.0, atol=0.01)


def test_points_of_single_steps_are_merged_for_drawing():
    loss = [9.0, 1.0, 4.0, 4.0, 8.0, 4.0, 4.0, 7.0]
    predictions = [5, 5, 10_000, 20_000, 5, 20_000, 20_000, 5]
    stepped = curve(loss, predictions)
    even = stepped.even()
    assert len(even) == 4
    assert even.predictions.sum() == sum(predictions)
    np.testing.assert_allclose(even.loss, 4.0, atol=0.01)
    assert (even.words[0], even.words[-1]) == (stepped.words[0], stepped.words[-1])
    assert (even.seconds[0], even.seconds[-1]) == (stepped.seconds[0], stepped.seconds[-1])
    assert np.all(np.diff(even.words) > 0)


@pytest.mark.parametrize("predictions", [[], [7], [7, 7, 7], [300, 9_000, 300_000, 300]])
def test_points_that_tell_something_are_drawn_as_they_are(predictions):
    points = curve(np.ones(len(predictions)), predictions)
    assert points.even() is points


def test_similarity_of_a_pair_over_a_long_run():
    history = SimilarityHistory((2, 7), limit=16)
    for i in range(1000):
        history.append(10 * i, i / 4, i / 1000)
    history.append(10_010, 250.1, math.nan)
    curve = history.curve()
    assert curve.pair == (2, 7)
    assert len(curve) == len(history) <= 16
    assert (curve.words[0], curve.seconds[0], curve.similarity[0]) == (0, 0, 0)
    assert (curve.words[-1], curve.seconds[-1], curve.similarity[-1]) == (9990, 999 / 4, 0.999)
    np.testing.assert_allclose(curve.similarity, curve.words / 10_000)
    np.testing.assert_allclose(curve.seconds, curve.words / 40)


def test_diagnostics_are_weighted_by_the_words_they_look_back_on():
    history = DiagnosticsHistory(limit=8)
    words = 0
    for i in range(100):
        since = 1 + i % 3
        words += since
        history.append(words, words / 10, 4.0 if i % 2 else 1.0, 0.5, since=since)
    history.append(words, words / 10, math.nan, 0.0, since=0)
    curve = history.curve()
    assert len(curve) == len(history) <= 8
    assert (curve.words[0], curve.gradient_norm[0]) == (1, 1.0)
    assert (curve.words[-1], curve.seconds[-1], curve.gradient_norm[-1]) == (words, words / 10, 4.0)
    assert np.all((curve.gradient_norm >= 1) & (curve.gradient_norm <= 4))
    np.testing.assert_allclose(curve.changed_share, 0.5)
