from __future__ import annotations

import numpy as np

from w2v_gui.vectors.clusters import clusters


def groups(sizes, size=20, seed=0):
    random = np.random.default_rng(seed)
    vectors = np.concatenate(
        [5 * random.standard_normal(size) + random.standard_normal((count, size)) for count in sizes]
    ).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1)[:, None]


def test_groups_are_found_the_largest_first_and_the_same_for_a_seed():
    units = groups((10, 40, 25))
    found = clusters(units, 3)
    assert [set(part.tolist()) for part in np.split(found.labels, [10, 50])] == [{2}, {0}, {1}]
    assert np.array_equal(found.labels, clusters(units, 3).labels)
    assert np.allclose(np.linalg.norm(found.centres, axis=1), 1.0)


def test_groups_of_vectors_that_have_moved_keep_their_numbers():
    units = groups((10, 40, 25))
    before = clusters(units, 3)
    # Now the smallest is the largest: from the beginning, its number would be another.
    later = np.concatenate([units[:10]] * 9 + [units[10:]])
    found = clusters(later, 3, before=before)
    assert set(found.labels[:90].tolist()) == {2}


def test_what_has_no_direction_belongs_to_no_group():
    units = groups((5, 5))
    units[3] = 0
    found = clusters(units, 2)
    assert np.flatnonzero(found.labels == -1).tolist() == [3]
    assert clusters(np.zeros((4, 3), np.float32), 2).labels.tolist() == [-1] * 4
    assert clusters(np.ones((3, 1), np.float32), 10).centres.shape == (3, 1)
