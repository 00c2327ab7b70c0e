from __future__ import annotations

import numpy as np
import pytest

from w2v_gui.errors import Cancelled
from w2v_gui.vectors.trust import trustworthiness


def rows(count, size=12, seed=0):
    vectors = np.random.default_rng(seed).standard_normal((count, size)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1)[:, None]


@pytest.mark.parametrize(("count", "neighbours"), [(150, 10), (40, 3)])
def test_it_is_what_scikit_learn_says(count, neighbours):
    from sklearn.manifold import trustworthiness as theirs

    units = rows(count)
    for places in (units[:, :2], np.random.default_rng(1).standard_normal((count, 3)).astype(np.float32)):
        ours = trustworthiness(units, places, neighbours=neighbours)
        assert ours.value == pytest.approx(theirs(units, places, n_neighbors=neighbours, metric="cosine"), abs=1e-9)
        assert (ours.sampled, ours.points, ours.neighbours) == (count, count, neighbours)


def test_a_sample_comes_near_to_all_and_is_always_the_same():
    units = rows(1500)
    whole = trustworthiness(units, units[:, :2])
    some = trustworthiness(units, units[:, :2], sample=400)
    assert some.sampled == 400
    assert some.value == pytest.approx(whole.value, abs=0.02)
    assert trustworthiness(units, units[:, :2], sample=400) == some


def test_few_points_have_fewer_neighbours_and_two_have_none():
    assert trustworthiness(rows(9), rows(9)[:, :2]).neighbours == 4
    assert trustworthiness(rows(2), rows(2)[:, :2]) is None
    same = np.repeat(rows(1), 20, axis=0)
    assert trustworthiness(same, np.zeros((20, 2), np.float32)).value == 1.0


def test_it_can_be_given_up():
    with pytest.raises(Cancelled):
        trustworthiness(rows(50), rows(50)[:, :2], cancelled=lambda: True)
