"""Answers against the definitions in float64, and what cannot be answered."""

from __future__ import annotations

import numpy as np
import pytest

from w2v_gui.errors import Cancelled, QueryError
from w2v_gui.vectors.queries import analogy, answer
from w2v_gui.vectors.questions import Choice
from w2v_gui.vectors.word_vectors import WordVectors


def royal() -> WordVectors:
    """Two features, royal and female, and words of other lengths than 1."""
    words = ["king", "queen", "man", "woman", "prince", "apple"]
    matrix = [[1, 0.1, 0], [1, 1.1, 0], [0.1, 0.1, 0.02], [0.2, 2.2, 0.2], [3, 0.5, 0.6], [0, 0, 1]]
    return WordVectors(words, np.array(matrix))


def oracle(vectors, positive, negative, multiply=False):
    """All words but those asked, nearest first, by the definitions in float64."""
    units = vectors.matrix.astype(float) / np.linalg.norm(vectors.matrix.astype(float), axis=1, keepdims=True)
    at = vectors.words.index
    if multiply:
        cosines = (1 + units @ units.T) / 2
        scores = np.prod([cosines[at(word)] for word in positive], axis=0)
        scores = scores / np.prod([cosines[at(word)] + 0.001 for word in negative], axis=0)
    else:
        asked = sum(units[at(word)] for word in positive) - sum((units[at(word)] for word in negative), np.zeros(1))
        scores = units @ (asked / np.linalg.norm(asked))
    order = [row for row in np.argsort(-scores) if vectors.words[row] not in (*positive, *negative)]
    return [(vectors.words[row], scores[row]) for row in order]


def many() -> WordVectors:
    matrix = np.random.default_rng(3).standard_normal((300, 12)) * np.linspace(0.1, 5, 300)[:, None]
    return WordVectors([f"w{i}" for i in range(300)], matrix, np.random.default_rng(4).integers(1, 50, 300))


def found(answer_):
    return [(neighbour.word, pytest.approx(neighbour.similarity, abs=2e-5)) for neighbour in answer_.neighbours]


def test_king_minus_man_plus_woman_is_queen():
    given_ = answer(royal(), "king - man + woman", Choice(2))
    assert given_.neighbours[0].word == "queen"
    assert (given_.question, given_.kind, given_.counterpart) == ("king − man + woman", "nearest", "king")
    assert given_.words == ("king", "man", "woman")
    assert given_.neighbours == analogy(royal(), "man", "king", "woman", 2)
    assert given_.neighbours == answer(royal(), "man : king :: woman : ?", Choice(2)).neighbours


@pytest.mark.parametrize("multiply", [False, True])
@pytest.mark.parametrize(
    ("text", "positive", "negative"),
    [
        ("w1 - w2 + w3", ["w1", "w3"], ["w2"]),
        ("w1 + w1 - w2", ["w1", "w1"], ["w2"]),
        ("w1 + w2", ["w1", "w2"], []),
        ("- w1 - w2 + w9", ["w9"], ["w1", "w2"]),
        ("w5 : w6 :: w7 : ?", ["w6", "w7"], ["w5"]),
        ("w5 : w6 :: ? : w7", ["w5", "w7"], ["w6"]),
    ],
)
def test_sums_by_their_definitions(text, positive, negative, multiply):
    given_ = answer(many(), text, Choice(20, method="mul" if multiply else "add"))
    assert found(given_) == oracle(many(), positive, negative, multiply)[:20]
    assert given_.measure == ("3CosMul" if multiply else "cosine")
    assert given_.compared == 300
    assert np.linalg.norm(given_.direction) == pytest.approx(1)


def test_a_single_word_gives_its_neighbours_by_either_method():
    for method in ("add", "mul"):
        given_ = answer(royal(), "King", Choice(3, method=method))
        assert list(given_.neighbours) == royal().neighbours("king", 3)
        assert given_.measure == "cosine"


@pytest.mark.parametrize("method", ["add", "mul"])
@pytest.mark.parametrize(
    "among", [None, ("w7", "w8", "w9", "w299", "nobody"), tuple(f"w{i}" for i in range(0, 300, 2))]
)
@pytest.mark.parametrize("min_count", [0, 25])
@pytest.mark.parametrize("restrict", [None, 100])
def test_what_is_left_out_is_left_out_before_the_first_are_taken(method, among, min_count, restrict):
    vectors = many()
    given_ = answer(vectors, "w1 - w2 + w7", Choice(5, min_count, restrict, among, method))
    allowed = [
        (word, score)
        for word, score in oracle(vectors, ["w1", "w7"], ["w2"], method == "mul")
        if vectors.counts[vectors.index(word)] >= min_count
        and vectors.index(word) < (restrict or 300)
        and (among is None or word in among)
    ]
    assert found(given_) == allowed[:5]


def test_the_odd_one_out_has_the_lowest_mean_cosine_with_the_others():
    vectors = many()
    words = [f"w{i}" for i in (3, 1, 4, 15, 9, 26)]
    given_ = answer(vectors, ", ".join(words))
    units = vectors.units([vectors.index(word) for word in words]).astype(float)
    cosines = units @ units.T
    means = (cosines.sum(axis=1) - 1) / 5
    assert [member.word for member in given_.members] == [words[i] for i in np.argsort(-means)]
    assert [member.similarity for member in given_.members] == pytest.approx(sorted(means, reverse=True))
    assert given_.odd == words[int(np.argmin(means))]
    assert given_.members[0].count == vectors.counts[vectors.index(given_.members[0].word)]


def test_of_two_words_none_is_odd():
    given_ = answer(royal(), "king, queen")
    assert given_.odd is None
    assert given_.members[0].similarity == pytest.approx(royal().similarity("king", "queen"))
    assert answer(WordVectors(list("abc"), np.eye(3)), "a, b, c").odd is None


def test_all_unknown_words_are_named_with_their_spellings():
    given_ = answer(royal(), "kign - man + quen + kign")
    assert [unknown.word for unknown in given_.unknown] == ["kign", "quen"]
    assert given_.unknown[0].spellings[0] == "king"
    assert given_.unknown[1].spellings == ("queen",)
    assert not given_.neighbours
    assert [unknown.word for unknown in answer(royal(), ", ".join("bcdefghi")).unknown] == list("bcdefghi")


def test_words_without_a_direction_are_told():
    vectors = WordVectors(["a", "b", "zero", "nan"], [[1, 0], [1, 1], [0, 0], [np.nan, 1]])
    given_ = answer(vectors, "a + zero - nan")
    assert given_.directionless == ("zero", "nan")
    assert [neighbour.word for neighbour in given_.neighbours] == ["b"]
    assert answer(vectors, "a, b, zero").directionless == ("zero",)


def test_words_without_a_direction_are_not_compared():
    words, rows = ["a", "b", "c", "zero", "nan"], [[1, 0], [1, 0.1], [-1, 1], [0, 0], [np.nan, 1]]
    vectors = WordVectors(words, rows)
    found, without = answer(vectors, "zero, a, b, nan, c"), answer(vectors, "a, b, c")
    assert found.odd == "c"
    assert found.members == without.members
    assert [member.word for member in answer(vectors, "nan, b, a").members] == ["b", "a"]
    assert answer(vectors, "nan, b, a").odd is None
    assert not answer(vectors, "a, zero").members


def test_sums_of_nothing():
    for method in ("add", "mul"):
        with pytest.raises(QueryError, match="add up to zero"):
            answer(royal(), "king + man - king - man", Choice(method=method))


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("zero", "“zero” is zero"),
        ("nan", "“nan” is not finite"),
        ("inf + zero", "“inf” is not finite"),
        ("a - a + nan", "add up to zero"),
    ],
)
def test_of_words_without_a_direction_it_is_said_why_they_have_none(question, why):
    vectors = WordVectors(["a", "zero", "nan", "inf"], [[1, 0], [0, 0], [np.nan, 1], [np.inf, 1]])
    with pytest.raises(QueryError, match=why):
        answer(vectors, question)


def test_how_many_words_are_not_those_of_the_question():
    vectors = WordVectors(list("abcd"), np.eye(4), [4, 3, 2, 1])
    assert answer(vectors, "a + b").others == 2
    assert answer(vectors, "a + d", Choice(restrict=3)).others == 2
    assert answer(vectors, "a + b", Choice(among=("b", "c", "d"))).others == 2
    assert answer(vectors, "a + b + c + d").others == 0


def test_an_answer_nobody_waits_for_is_not_computed():
    with pytest.raises(Cancelled):
        answer(royal(), "king", cancelled=lambda: True)
    with pytest.raises(Cancelled):
        answer(royal(), "kign", cancelled=lambda: True)
