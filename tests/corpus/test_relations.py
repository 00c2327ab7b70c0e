"""What two words share, counted by hand."""

from __future__ import annotations

import numpy as np
import pytest

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.relations import beside, contexts, relate, telling
from w2v_gui.errors import Cancelled

SENTENCES = [
    s.split() for s in ("big cat sleeps", "big dog sleeps", "old dog barks", "big dog", "x y z", "x y z w v u")
]


@pytest.fixture(scope="module")
def corpus():
    return EncodedCorpus.from_sentences(SENTENCES)


def side(corpus, word, window=1, most=None):
    return contexts(corpus, corpus.find(word), window, most)


def test_shared_contexts_have_counts_and_pmi_on_either_side(corpus):
    relation = relate(side(corpus, "cat"), side(corpus, "dog"), len(corpus.vocabulary))
    words = [corpus.word(int(id_)) for id_ in relation.ids]
    assert sorted(words) == ["big", "sleeps"]
    big = words.index("big")
    assert relation.counts[:, big].tolist() == [1, 2]
    # Of 20 tokens 3 are "big"; of the 2 beside "cat" 1 is, of the 5 beside "dog" 2.
    np.testing.assert_allclose(relation.pmi[:, big], np.log2([(1 / 2) / (3 / 20), (2 / 5) / (3 / 20)]))


def test_the_shares_add_up_to_the_cosine_of_the_two_rows(corpus):
    size = len(corpus.vocabulary)
    first, second = side(corpus, "cat", 2), side(corpus, "dog", 2)
    rows = np.zeros((2, size))
    for row, each in zip(rows, (first, second), strict=True):
        row[each.near.ids] = np.maximum(each.near.pmi, 0) * np.sqrt(each.near.counts)
    expected = rows[0] @ rows[1] / np.linalg.norm(rows[0]) / np.linalg.norm(rows[1])
    relation = relate(first, second, size)
    assert relation.shares.sum() == pytest.approx(expected)
    assert relation.cosine == pytest.approx(expected)
    assert (np.diff(relation.shares) <= 0).all()
    assert relate(first, first, size).cosine == pytest.approx(1)


def test_words_that_are_not_trained_explain_nothing(corpus):
    first, second = side(corpus, "cat"), side(corpus, "dog")
    big = corpus.find("big")
    assert corpus.find("sleeps") > big
    assert relate(first, second, big + 1).ids.tolist() == [big]
    nothing = relate(first, second, 0)
    assert len(nothing.ids) == 0
    assert nothing.cosine == 0


def test_words_that_share_nothing(corpus):
    relation = relate(side(corpus, "cat"), side(corpus, "y"), len(corpus.vocabulary))
    assert len(relation.ids) == 0
    assert relation.cosine == 0


def test_of_a_frequent_word_a_sample_is_looked_at(corpus):
    some = side(corpus, "dog", most=2)
    assert some.sampled
    assert (some.total, len(some.positions)) == (3, 2)
    assert some.near.counts.sum() <= 4
    assert not side(corpus, "dog", most=3).sampled


def test_lines_are_told_by_what_stands_in_them_and_a_word_counts_once(corpus):
    dogs = side(corpus, "dog", 2)
    ids = np.array([corpus.find("big"), corpus.find("sleeps"), corpus.find("old")])
    found = telling(corpus, dogs.positions, 2, ids, np.array([1.0, 0.5, 0.0]), 10)
    # "big dog sleeps", "big dog"; "old dog barks" has nothing of it.
    assert found.tolist() == [4, 10]
    assert telling(corpus, dogs.positions, 2, ids, np.array([1.0, 0.5, 0.0]), 1).tolist() == [4]
    twice = EncodedCorpus.from_sentences([["a", "a", "k", "a"], ["a", "k", "b"]])
    ids = np.array([twice.find("a"), twice.find("b")])
    keys = contexts(twice, twice.find("k"), 3)
    assert telling(twice, keys.positions, 3, ids, np.array([1.0, 0.5]), 5).tolist() == [5, 2]


def test_of_lines_with_a_context_those_come_first_where_it_is_nearest():
    corpus = EncodedCorpus.from_sentences([["c", "x", "k"], ["k"], ["k", "c"], ["c", "y", "y", "k"], ["k", "x", "c"]])
    keys, c = contexts(corpus, corpus.find("k"), 3), corpus.find("c")
    assert beside(corpus, keys.positions, 3, c, 9).tolist() == [4, 2, 10, 9]
    assert beside(corpus, keys.positions, 2, c, 9).tolist() == [4, 2, 10]
    assert beside(corpus, keys.positions, 3, c, 1).tolist() == [4]
    assert len(beside(corpus, keys.positions[:0], 3, c, 9)) == 0


def test_lines_end_with_their_sentence():
    corpus = EncodedCorpus.from_sentences([["k"], ["a", "k"], ["a"]])
    found = telling(corpus, np.array([0, 2]), 2, np.array([corpus.find("a")]), np.ones(1), 5)
    assert found.tolist() == [2]


def test_it_can_be_given_up(corpus):
    with pytest.raises(Cancelled):
        contexts(corpus, 0, 2, cancelled=lambda: True)
    with pytest.raises(Cancelled):
        telling(corpus, np.array([1]), 2, np.array([0]), np.ones(1), 5, lambda: True)
    with pytest.raises(Cancelled):
        beside(corpus, np.array([1]), 2, 0, 5, lambda: True)
