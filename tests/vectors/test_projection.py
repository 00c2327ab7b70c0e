"""The live map against numpy's SVD, and that it keeps still."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from w2v_gui.vectors.projection import LivePca


def cloud(rows, size, seed=0, rank=6):
    """Return vectors with a few strong directions and noise in all, off the origin."""
    rng = np.random.default_rng(seed)
    strength = 2.0 * 0.7 ** np.arange(rank)
    strong = rng.normal(size=(rows, rank)) * strength @ np.linalg.qr(rng.normal(size=(size, size)))[0][:rank]
    return (strong + 0.05 * rng.normal(size=(rows, size)) + rng.normal(size=size)).astype(np.float32)


def oracle(matrix):
    """Return coordinates and shares by the singular value decomposition in double precision."""
    centred = matrix.astype(np.float64) - matrix.astype(np.float64).mean(axis=0)
    left, values, _ = np.linalg.svd(centred, full_matrices=False)
    return (left * values)[:, :2], values[:2] ** 2 / (values**2).sum()


def distances(points):
    return np.linalg.norm(points[:, None] - points[None], axis=2)


def steps(frames):
    """Return how far the points move from frame to frame, at most, in sizes of the map."""
    return max(np.abs(b - a).max() / np.abs(a).max() for a, b in pairwise(frames))


@pytest.mark.parametrize(("rows", "size"), [(400, 100), (60, 300), (400, 1000), (30, 1500), (7, 3), (2, 50), (50, 2)])
def test_agrees_with_the_svd(rows, size):
    matrix = cloud(rows, size, rank=min(6, size))
    projection = LivePca().project(matrix)
    expected, share = oracle(matrix)
    assert projection.share == pytest.approx(share, rel=1e-3)
    signs = np.sign((projection.coordinates * expected).sum(axis=0))
    signs[signs == 0] = 1
    np.testing.assert_allclose(projection.coordinates * signs, expected, atol=3e-3 * np.abs(expected).max())


@pytest.mark.parametrize("size", [100, 500])
def test_catches_up_with_vectors_that_have_moved(size):
    pca = LivePca()
    pca.project(cloud(200, size, seed=1))
    elsewhere = cloud(200, size, seed=2)
    for _ in range(6):
        projection = pca.project(elsewhere)
    expected, share = oracle(elsewhere)
    assert projection.share == pytest.approx(share, rel=1e-3)
    scale = np.abs(expected).max()
    np.testing.assert_allclose(distances(projection.coordinates), distances(expected), atol=5e-3 * scale)


def test_the_longest_coordinates_are_positive_at_first():
    for seed in range(5):
        coordinates = LivePca().project(cloud(50, 20, seed)).coordinates
        longest = np.abs(coordinates).argmax(axis=0)
        assert (coordinates[longest, [0, 1]] > 0).all()


def test_the_same_vectors_give_the_same_map():
    matrix = cloud(80, 300)
    first, second = (LivePca().project(matrix).coordinates for _ in range(2))
    assert first.tobytes() == second.tobytes()


def test_vectors_that_turn_together_stay_where_they_are():
    matrix = cloud(100, 40)
    turn = np.linalg.qr(np.eye(40) + 0.02 * np.random.default_rng(3).normal(size=(40, 40)))[0]
    turn *= np.sign(np.diag(turn))
    pca, frames = LivePca(), []
    for _ in range(60):
        frames.append(pca.project(matrix.astype(np.float32)).coordinates)
        matrix = matrix @ turn
    assert steps(frames) < 0.01
    assert np.abs(frames[-1] - frames[0]).max() < 0.05 * np.abs(frames[0]).max()


def test_minus_the_vectors_is_the_same_map():
    matrix = cloud(100, 40)
    pca = LivePca()
    before = pca.project(matrix).coordinates
    np.testing.assert_allclose(pca.project(-matrix).coordinates, before, atol=1e-3 * np.abs(before).max())


def test_components_that_change_places_do_not_turn_the_map():
    """When the second direction outgrows the first, an unaligned map would turn by a right angle."""
    rng = np.random.default_rng(4)
    points = rng.normal(size=(200, 2))
    directions = np.linalg.qr(rng.normal(size=(30, 2)))[0].T
    pca, frames = LivePca(), []
    for stretch in np.linspace(0.8, 1.25, 40):
        matrix = (points * (1.0, stretch)) @ directions + 0.01 * rng.normal(size=(200, 30))
        frames.append(pca.project(matrix.astype(np.float32)).coordinates)
    assert steps(frames) < 0.05


def test_words_may_come_and_go():
    matrix = cloud(120, 30)
    pca = LivePca()
    before = pca.project(matrix[:100], range(100)).coordinates
    order = np.random.default_rng(5).permutation(np.arange(3, 120))
    after = pca.project(-matrix[order], order).coordinates
    there = order < 100
    moved = np.abs(after[there] - before[order[there]]).max() / np.abs(before).max()
    assert moved < 0.5  # the plane is another, but it has not been mirrored
    shifted = after[there] - after[there].mean(axis=0)
    known = before[order[there]] - before[order[there]].mean(axis=0)
    assert np.corrcoef(shifted.ravel(), known.ravel())[0, 1] > 0.98


def test_none_of_the_words_need_be_the_same():
    pca = LivePca()
    pca.project(cloud(20, 10, 1), range(20))
    alone = LivePca().project(cloud(20, 10, 2), range(30, 50))
    after = pca.project(cloud(20, 10, 2), range(30, 50))
    for _ in range(8):
        after = pca.project(cloud(20, 10, 2), range(30, 50))
    np.testing.assert_allclose(distances(after.coordinates), distances(alone.coordinates), atol=0.02)


@pytest.mark.parametrize(
    "matrix",
    [
        np.zeros((10, 5)),
        np.ones((10, 5)),
        np.full((10, 300), 0.1),
        np.zeros((0, 5)),
        np.ones((1, 5)),
        np.full((3, 4), 1e-42),
    ],
)
def test_without_variance_all_words_lie_in_one_place(matrix):
    pca = LivePca()
    for _ in range(2):
        projection = pca.project(matrix.astype(np.float32))
        assert not projection.coordinates.any()
        assert projection.coordinates.shape == (len(matrix), 2)
        assert list(projection.share) == [0, 0]


def test_one_dimension_makes_a_line():
    projection = LivePca().project(np.float32([[1], [2], [4]]))
    assert not projection.coordinates[:, 1].any()
    assert sorted(abs(projection.coordinates[:, 0])) == pytest.approx([1 / 3, 4 / 3, 5 / 3], rel=1e-5)
    assert list(projection.share) == pytest.approx([1, 0])


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_rows_that_are_not_finite_have_no_place_and_move_no_other(bad):
    matrix = cloud(50, 20)
    pca = LivePca()
    expected = LivePca().project(matrix[:40]).coordinates
    matrix[40:] = bad
    for _ in range(2):
        coordinates = pca.project(matrix).coordinates
        assert np.isnan(coordinates[40:]).all()
        np.testing.assert_allclose(coordinates[:40], expected, atol=1e-3 * np.abs(expected).max())
    assert np.isfinite(pca.project(cloud(50, 20)).coordinates).all()


def test_nothing_but_nan():
    projection = LivePca().project(np.full((4, 3), np.nan, np.float32))
    assert np.isnan(projection.coordinates).all()
    assert not projection.share.any()


def test_values_whose_squares_overflow():
    huge = np.float32([[3e38, 0, 0], [-3e38, 0, 0], [0, 1e38, 0], [0, -1e38, 0]])
    projection = LivePca().project(huge)
    assert projection.share.sum() == pytest.approx(1)
    assert projection.coordinates[:2, 0] / 3e38 == pytest.approx([1, -1], rel=1e-3)


def test_another_size_starts_anew():
    pca = LivePca()
    pca.project(cloud(30, 20))
    matrix = cloud(30, 50, seed=7)
    expected, _ = oracle(matrix)
    coordinates = pca.project(matrix).coordinates
    np.testing.assert_allclose(distances(coordinates), distances(expected), atol=0.01 * np.abs(expected).max())


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 40),
    st.integers(1, 40),
    st.integers(0, 1000),
    st.sampled_from([1e-30, 1e-3, 1.0, 1e30]),
)
def test_any_matrix_has_a_map(rows, size, seed, scale):
    rng = np.random.default_rng(seed)
    pca = LivePca()
    for _ in range(2):
        matrix = (scale * rng.normal(size=(rows, size)) * rng.integers(0, 2, size=(rows, 1))).astype(np.float32)
        projection = pca.project(matrix)
        assert projection.coordinates.shape == (rows, 2)
        assert np.isfinite(projection.coordinates).all()
        assert 0 <= projection.share.sum() <= 1 + 1e-6
