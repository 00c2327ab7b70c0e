import numpy as np
import pytest

from w2v_gui.session.neighbours import NeighbourWatch, nearest


def by_definition(matrix, word, top):
    unit = matrix.astype(np.float64)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    similarity = unit @ unit[word]
    order = [i for i in np.argsort(-similarity, kind="stable") if i != word][:top]
    return order, similarity[order]


def test_nearest_agrees_with_the_definition_across_blocks():
    matrix = np.random.default_rng(3).normal(size=(40_000, 5)).astype(np.float32)
    for word in (0, 17, 39_999):
        (found,) = nearest(matrix, (word,), 12)
        ids, similarities = by_definition(matrix, word, 12)
        assert list(found.ids) == list(ids)
        np.testing.assert_allclose(found.similarities, similarities, atol=1e-6)


def test_nearest_survives_zero_rows_and_tiny_vocabularies():
    matrix = np.zeros((3, 4), dtype=np.float32)
    (found,) = nearest(matrix, (1,), 10)
    assert list(found.ids) == [0, 2]
    assert np.all(found.similarities == 0)
    assert len(nearest(np.ones((1, 4), dtype=np.float32), (0,), 10)[0].ids) == 0


def test_ties_keep_the_order_of_frequency():
    (found,) = nearest(np.ones((50, 4), dtype=np.float32), (0,), 49)
    assert sorted(found.ids) == list(found.ids)


def test_many_words_at_once_are_each_as_alone():
    matrix = np.random.default_rng(4).normal(size=(20_000, 6)).astype(np.float32)
    words = (5, 19_000, 5, 700)
    for word, found in zip(words, nearest(matrix, words, 9), strict=True):
        (alone,) = nearest(matrix, (word,), 9)
        assert found.word == word
        assert list(found.ids) == list(alone.ids)
        np.testing.assert_allclose(found.similarities, alone.similarities, atol=1e-6)


@pytest.fixture
def matrix():
    return np.random.default_rng(5).normal(size=(3_000, 6)).astype(np.float32)


@pytest.fixture
def now():
    return [0.0]


@pytest.fixture
def watch(now):
    return NeighbourWatch(clock=lambda: now[0])


def assert_true(found, matrix, word, top):
    ids, similarities = by_definition(matrix, word, top)
    assert found.word == word
    assert list(found.ids) == list(ids)
    np.testing.assert_allclose(found.similarities, similarities, atol=1e-6)


def test_figures_and_order_are_always_those_of_now(watch, matrix):
    words = (4, 2_999)
    watch.look(matrix, words, 10)
    matrix += np.random.default_rng(6).normal(scale=0.02, size=matrix.shape).astype(np.float32)
    for word, found in zip(words, watch.look(matrix, words, 10), strict=True):
        assert_true(found, matrix, word, 10)
        assert not found.ids.flags.writeable
        assert not found.similarities.flags.writeable


def test_a_newcomer_from_far_away_is_seen_a_moment_later_and_at_rest_at_once(watch, now, matrix):
    watch.look(matrix, (4,), 10)
    for newcomer, wait, complete in ((7, 4.1, False), (9, 0.0, True)):
        matrix[newcomer] = -matrix[4]
        watch.look(matrix, (4,), 10, complete=True)
        matrix[newcomer] = matrix[4]
        assert newcomer not in watch.look(matrix, (4,), 10)[0].ids
        now[0] += wait
        assert newcomer in watch.look(matrix, (4,), 10, complete=complete)[0].ids


def test_a_new_word_and_more_neighbours_are_looked_for_at_once(watch, matrix):
    watch.look(matrix, (4,), 10)
    old, new = watch.look(matrix, (4, 8), 10)
    assert_true(old, matrix, 4, 10)
    assert_true(new, matrix, 8, 10)
    assert_true(watch.look(matrix, (8,), 500)[0], matrix, 8, 500)
    assert watch.look(matrix, (), 10) == ()


def test_few_words_have_no_more_neighbours_than_there_are(watch):
    matrix = np.eye(3, dtype=np.float32)
    for _ in range(2):
        assert sorted(watch.look(matrix, (1,), 10)[0].ids) == [0, 2]
