from __future__ import annotations

import itertools

import numpy as np
import pytest

from w2v_gui.vectors.comparison import MOST, clustered, compare, typed_words
from w2v_gui.vectors.word_vectors import WordVectors


@pytest.fixture
def vectors():
    random = np.random.default_rng(0)
    groups = random.integers(0, 2, 130)
    matrix = 4 * random.standard_normal((2, 16))[groups] + random.standard_normal((130, 16))
    matrix[3] = 0
    words = [f"{'ab'[group]}{row}" for row, group in enumerate(groups)]
    words[7] = "new york"
    return WordVectors(words, matrix)


def test_the_order_puts_groups_together(vectors):
    words = list(vectors.words[10:40])
    found = compare(vectors, words)
    groups = [found.words[place][0] for place in found.order]
    assert sorted(found.order) == list(range(30))
    assert sum(a != b for a, b in itertools.pairwise(groups)) == 1


def test_cosines_are_those_of_the_vectors_and_a_word_without_a_direction_comes_last(vectors):
    words = [vectors.words[row] for row in (0, 3, 1, 2)]
    found = compare(vectors, words)
    assert found.cosines[0, 2] == pytest.approx(vectors.similarity(words[0], words[2]))
    assert np.isnan(found.cosines[1]).all()
    assert [found.cosines[place, place] for place in (0, 2, 3)] == [1.0] * 3
    assert found.order[-1] == 1


def test_unknown_words_are_named_words_come_once_and_not_too_many(vectors):
    found = compare(vectors, ["zzz", vectors.words[0], vectors.words[0].upper(), "new yorc"])
    assert found.words == (vectors.words[0],)
    assert list(found.unknown) == ["zzz", "new yorc"]
    many = compare(vectors, vectors.words)
    assert (len(many.words), many.left_out) == (MOST, len(vectors) - MOST)


def test_what_is_typed_is_one_word_if_there_is_one(vectors):
    assert typed_words(" new york ", vectors) == ["new york"]
    assert typed_words("a1, b2，c", vectors) == ["a1", "b2", "c"]
    assert typed_words("  ", vectors) == []


def test_few_and_equal_vectors_are_ordered_too():
    for count in range(4):
        assert sorted(clustered(np.ones((count, count)))) == list(range(count))
