"""Reading expressions, and answering them."""

from __future__ import annotations

import contextlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from w2v_gui.errors import QueryError, UnknownWordError
from w2v_gui.vectors.queries import Expression, Term, analogy, answer, parse
from w2v_gui.vectors.word_vectors import WordVectors

VOCABULARY = {"king", "man", "woman", "t-shirt", "shirt", "t", "国王", "男人", "女人", "c++", "a - b", "x-y", "y-z"}


def terms(text, vocabulary=VOCABULARY):
    return [(term.sign, term.word) for term in parse(text, vocabulary).terms]


@pytest.mark.parametrize(
    "text",
    [
        "king - man + woman",
        "king-man+woman",
        "king −man +woman",
        "  + king − man\t+ woman ",
        "king – man ＋ woman",
        '"king" - “man” + woman',
    ],
)
def test_arithmetic_with_and_without_spaces(text):
    assert terms(text) == [(1, "king"), (-1, "man"), (1, "woman")]
    assert terms(text, None) == [(1, "king"), (-1, "man"), (1, "woman")]


@pytest.mark.parametrize("text", ["国王-男人+女人", "国王 − 男人 + 女人", "国王－男人＋女人", "国王−男人 +女人"])
def test_arithmetic_with_chinese_words(text):
    assert terms(text) == [(1, "国王"), (-1, "男人"), (1, "女人")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("t-shirt", [(1, "t-shirt")]),
        ("t-shirt-shirt+t", [(1, "t-shirt"), (-1, "shirt"), (1, "t")]),
        ("king-t-shirt", [(1, "king"), (-1, "t-shirt")]),
        ("t - shirt", [(1, "t"), (-1, "shirt")]),
        ('"t"-shirt', [(1, "t"), (-1, "shirt")]),
        ("c++ - king", [(1, "c++"), (-1, "king")]),
        ('"a - b" + king', [(1, "a - b"), (1, "king")]),
        ("x-y-z", [(1, "x-y"), (-1, "z")]),
        ("-man", [(-1, "man")]),
        ("odd-one", [(1, "odd"), (-1, "one")]),
    ],
)
def test_signs_inside_words(text, expected):
    assert terms(text) == expected


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "no word to ask for"),
        ("  \n", "no word to ask for"),
        ('""', "no word to ask for"),
        ("king -", "ends with a sign"),
        ("+", "ends with a sign"),
        ("king - + man", "between two signs"),
        ("king -- man", "between two signs"),
        ("king man", "between “king” and “man”"),
        ('king "man"', "between “king” and “man”"),
    ],
)
def test_what_is_no_expression_is_answered_with_a_sentence(text, sentence):
    with pytest.raises(QueryError, match=sentence):
        parse(text, VOCABULARY)


@given(st.lists(st.tuples(st.sampled_from([1, -1]), st.sampled_from(sorted(VOCABULARY))), min_size=1))
def test_an_expression_written_out_reads_back_the_same(parts):
    expression = Expression(tuple(Term(sign, word) for sign, word in parts))
    assert parse(str(expression), VOCABULARY) == expression


@given(st.text())
def test_any_text_is_an_expression_or_a_sentence(text):
    with contextlib.suppress(QueryError):
        assert parse(text, VOCABULARY).terms


def royal() -> WordVectors:
    """Two features, royal and female, and words of other lengths than 1."""
    words = ["king", "queen", "man", "woman", "prince", "apple"]
    matrix = [[1, 0.1, 0], [1, 1.1, 0], [0.1, 0.1, 0.02], [0.2, 2.2, 0.2], [3, 0.5, 0.6], [0, 0, 1]]
    return WordVectors(words, np.array(matrix))


def test_king_minus_man_plus_woman_is_queen():
    vectors = royal()
    found = answer(vectors, "king - man + woman", 2)
    assert found[0].word == "queen"
    assert not {"king", "man", "woman"} & {neighbour.word for neighbour in found}
    assert found == analogy(vectors, "man", "king", "woman", 2)
    units = vectors.matrix.astype(float) / np.linalg.norm(vectors.matrix.astype(float), axis=1, keepdims=True)
    asked = units[0] - units[2] + units[3]
    assert found[0].similarity == pytest.approx(units[1] @ asked / np.linalg.norm(asked), abs=1e-6)


def test_a_single_word_gives_its_neighbours():
    assert answer(royal(), "King", 3) == royal().neighbours("king", 3)


def test_unknown_words_and_sums_of_nothing():
    with pytest.raises(UnknownWordError, match="“quen”"):
        answer(royal(), "king - quen")
    with pytest.raises(QueryError, match="add up to zero"):
        answer(royal(), "king + man - king - man")
    with pytest.raises(QueryError, match="add up to zero"):
        answer(WordVectors(["a", "b"], np.zeros((2, 2))), "a")
