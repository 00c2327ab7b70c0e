from itertools import pairwise

import numpy as np
import pytest

from w2v_gui.gui.cells import NOT_A_NUMBER, ZERO, Scales, colour_indices, fitting_level, groups, pooled


def values(*numbers):
    return np.array([numbers], dtype=np.float32)


def test_the_colours_of_a_value_and_of_its_opposite_are_as_far_from_zero():
    found = colour_indices(values(-1, -0.5, 0, 0.5, 1), 1.0)[0].tolist()
    assert found[2] == ZERO
    assert [ZERO - found[0], ZERO - found[1]] == [found[4] - ZERO, found[3] - ZERO]
    assert found == sorted(found)
    assert (found[0], found[-1]) == (0, 254)


def test_values_beyond_the_scale_have_its_last_colours():
    assert colour_indices(values(-7, 7, np.inf, -np.inf, 3e38), 1e-5)[0].tolist() == [0, 254, 254, 0, 254]


def test_the_largest_numbers_there_are_have_colours():
    huge = values(3e38, -3e38, 0)
    assert colour_indices(huge, fitting_level(huge))[0].tolist() == [203, 51, ZERO]


def test_what_is_not_a_number_has_a_colour_of_its_own():
    assert colour_indices(values(np.nan, 0), 1.0)[0].tolist() == [NOT_A_NUMBER, ZERO]


def test_a_scale_holds_nearly_all_values_and_is_round():
    many = np.random.default_rng(0).normal(size=(30, 100)).astype(np.float32)
    assert fitting_level(many * 0.1) == pytest.approx(0.5)
    many[0, 0] = 1000
    assert fitting_level(many * 0.1) == pytest.approx(0.5)


@pytest.mark.parametrize("empty", [np.zeros((0, 3)), np.full((2, 2), np.nan), np.zeros((3, 3))])
def test_a_scale_of_nothing_is_small(empty):
    assert 0 < fitting_level(empty.astype(np.float32)) < 1e-3


def test_scales_only_grow_and_each_kind_has_its_own():
    scales = Scales()
    assert [scales.fit("W", values(size)) for size in (0.09, 0.7, 0.3)] == pytest.approx([0.1, 1, 1])
    assert scales.fit("change", values(0.009)) == pytest.approx(0.01)
    assert scales.fit("W", values(0.09)) == pytest.approx(1)
    scales.begin()
    assert scales.fit("W", values(0.09)) == pytest.approx(0.1)


def test_a_locked_scale_stays_through_other_runs_and_fits_again_when_unlocked():
    scales = Scales()
    scales.fit("W", values(0.09))
    scales.lock(True)
    assert scales.fit("W", values(3)) == pytest.approx(0.1)
    scales.begin()
    assert scales.fit("W", values(3)) == pytest.approx(0.1)
    assert scales.fit("change", values(3)) == pytest.approx(5)  # it has had none to keep
    scales.lock(False)
    assert scales.fit("W", values(0.03)) == pytest.approx(0.05)


@pytest.mark.parametrize(("columns", "most"), [(100, 300), (1000, 170), (7, 3), (1, 1), (5, 0)])
def test_groups_hold_every_column_once_and_are_nearly_equal(columns, most):
    edges = groups(columns, most)
    assert (edges[0], edges[-1]) == (0, columns)
    sizes = np.diff(edges)
    assert len(sizes) == max(1, min(columns, most))
    assert sizes.max() - sizes.min() <= 1


def test_columns_that_share_a_pixel_show_their_mean():
    assert pooled(values(1, 3, -5, 5, 8), np.array([0, 2, 4, 5]))[0].tolist() == [2, 0, 8]
    many = np.random.default_rng(0).normal(size=(3, 1000)).astype(np.float32)
    edges = groups(1000, 170)
    expected = [[row[a:b].mean() for a, b in pairwise(edges)] for row in many]
    np.testing.assert_allclose(pooled(many, edges), expected, atol=1e-5)
    assert pooled(many, groups(1000, 5000)) is many


def test_means_of_infinities_are_no_numbers_and_no_warnings():
    assert np.isnan(pooled(values(np.inf, -np.inf), np.array([0, 2]))).all()
    assert np.isinf(pooled(values(3e38, 3e38), np.array([0, 2]))).all()
