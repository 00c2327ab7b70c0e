import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.errors import ConfigError

VOCABULARY = Vocabulary(["the", "of", "king", "queen"], [100, 10, 3, 3])


def test_words_and_ids():
    assert len(VOCABULARY) == 4
    assert "king" in VOCABULARY
    assert "emperor" not in VOCABULARY
    assert VOCABULARY.index("king") == 2
    assert VOCABULARY.index("emperor") is None
    assert VOCABULARY.total == 116
    assert not VOCABULARY.counts.flags.writeable


@pytest.mark.parametrize(("min_count", "size"), [(0, 4), (1, 4), (3, 4), (4, 2), (10, 2), (11, 1), (100, 1)])
def test_min_count_keeps_a_prefix(min_count, size):
    kept = VOCABULARY.kept(min_count)
    assert kept.words == VOCABULARY.words[:size]
    assert kept.counts.tolist() == VOCABULARY.counts.tolist()[:size]
    for again in (kept, kept.kept(min_count)):
        assert [again.index(word) for word in (*VOCABULARY.words, "emperor")] == [*range(size)] + [None] * (5 - size)
        assert [word in again for word in VOCABULARY.words] == [True] * size + [False] * (4 - size)


def test_the_places_of_the_words_are_gathered_once_for_all_that_is_kept():
    vocabulary = Vocabulary(["the", "king", "queen"], [9, 5, 1])
    assert vocabulary.kept(5).index("king") == 1
    assert "_index" in vars(vocabulary)
    kept = vocabulary.kept(2).kept(6)
    assert kept.index("king") is None
    assert "_index" not in vars(kept)


@given(st.lists(st.integers(1, 20), min_size=1, max_size=30), st.integers(1, 20))
def test_min_count_keeps_exactly_the_words_that_reach_it(counts, min_count):
    counts = sorted(counts, reverse=True)
    vocabulary = Vocabulary([f"w{i}" for i in range(len(counts))], counts)
    expected = [count for count in counts if count >= min_count]
    if expected:
        assert vocabulary.kept(min_count).counts.tolist() == expected
    else:
        with pytest.raises(ConfigError):
            vocabulary.kept(min_count)


def test_a_min_count_that_keeps_nothing_says_what_there_is():
    with pytest.raises(ConfigError, match=r"No word occurs 101 times: the most frequent one, “the”, occurs 100"):
        VOCABULARY.kept(101)
    with pytest.raises(ConfigError):
        Vocabulary([], []).kept(1)


def test_subsampling_is_the_formula():
    t, total = 1e-2, 116
    expected = [min(1.0, (math.sqrt(n / (t * total)) + 1) * t * total / n) for n in (100, 10, 3, 3)]
    np.testing.assert_allclose(VOCABULARY.keep_probability(t), expected, rtol=1e-12)
    assert VOCABULARY.keep_probability(t)[0] < 0.2
    np.testing.assert_array_equal(VOCABULARY.keep_probability(0), 1.0)
    np.testing.assert_array_equal(VOCABULARY.keep_probability(1.0), 1.0)


@pytest.mark.parametrize(("words", "counts"), [(["a", "b"], [1, 2]), (["a"], [1, 1]), (["a", "b"], [[2, 1]])])
def test_what_is_no_vocabulary_is_refused(words, counts):
    with pytest.raises(ValueError, match="counts"):
        Vocabulary(words, counts)
