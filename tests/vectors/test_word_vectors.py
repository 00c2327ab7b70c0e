"""Neighbours and similarities against the definition in float64, and what must never come out as NaN."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from w2v_gui.errors import ConfigError, UnknownWordError
from w2v_gui.vectors.word_vectors import Neighbour, WordVectors


def random_vectors(size: int = 500, dimensions: int = 20, seed: int = 1) -> WordVectors:
    matrix = np.random.default_rng(seed).standard_normal((size, dimensions)).astype(np.float32)
    return WordVectors([f"w{i}" for i in range(size)], matrix, counts=np.arange(size, 0, -1))


def true_cosines(matrix: np.ndarray, query: np.ndarray) -> np.ndarray:
    matrix, query = matrix.astype(np.float64), query.astype(np.float64)
    return matrix @ query / np.linalg.norm(matrix, axis=1) / np.linalg.norm(query)


def test_neighbours_are_those_of_the_definition():
    vectors = random_vectors()
    cosines = true_cosines(vectors.matrix, vectors.matrix[7])
    expected = [row for row in np.argsort(-cosines) if row != 7][:10]
    found = vectors.neighbours("w7")
    assert [neighbour.word for neighbour in found] == [f"w{row}" for row in expected]
    assert [neighbour.similarity for neighbour in found] == pytest.approx(cosines[expected], abs=1e-6)
    assert [neighbour.count for neighbour in found] == [500 - row for row in expected]


def test_cosines_of_many_are_made_piece_by_piece_and_can_be_given_up(monkeypatch):
    vectors = random_vectors()
    units = vectors.units(range(7))
    expected = vectors.cosines(units, 450)
    monkeypatch.setattr("w2v_gui.vectors.word_vectors._PRODUCTS", 7 * 100)
    told = []
    assert vectors.cosines(units, 450, lambda: told.append(1)) == pytest.approx(expected, abs=1e-6)
    assert len(told) == 5
    with pytest.raises(ZeroDivisionError):
        vectors.cosines(units, 450, lambda: 1 // 0)


@pytest.mark.parametrize("top", [0, 1, 3, 498, 499, 500, 10_000])
def test_as_many_neighbours_as_asked_for_and_there_are(top):
    found = random_vectors().neighbours("w0", top)
    assert len(found) == min(top, 499)
    assert [n.similarity for n in found] == sorted((n.similarity for n in found), reverse=True)


def test_excluded_words_and_restriction():
    vectors = random_vectors()
    first, second, *_ = vectors.neighbours("w7", 5)
    assert vectors.neighbours("w7", 5, exclude=[first.word, "no such word"])[0] == second
    assert {n.word for n in vectors.neighbours("w7", 100, restrict=20)} == {f"w{i}" for i in range(20)} - {"w7"}
    assert len(vectors.neighbours("w400", 100, restrict=20)) == 20
    assert vectors.neighbours("w7", restrict=0) == []


def test_a_vector_of_any_length_can_be_asked_for():
    vectors = random_vectors()
    assert vectors.neighbours(vectors.vector("w3") * 1e30, 1) == [Neighbour("w3", pytest.approx(1), 497)]


def test_equally_near_words_come_in_order():
    vectors = WordVectors(list("abcdef"), np.ones((6, 3)))
    assert [n.word for n in vectors.neighbours("c", 3)] == ["a", "b", "d"]


def test_zero_and_infinite_rows_never_give_nan():
    matrix = np.ones((5, 3), dtype=np.float32)
    matrix[1] = 0
    matrix[2, 0] = np.nan
    matrix[3, 0] = np.inf
    vectors = WordVectors(["one", "zero", "nan", "infinite", "other"], matrix)
    assert [n.word for n in vectors.neighbours("one")] == ["other"]
    assert vectors.directionless.tolist() == [1, 2, 3]
    for word in ("zero", "nan", "infinite"):
        assert vectors.neighbours(word) == []
        assert vectors.similarity("one", word) == 0.0


@given(
    arrays.arrays(
        np.float32, (6, 4), elements=st.floats(width=32, allow_nan=False, allow_infinity=False, allow_subnormal=True)
    )
)
def test_any_finite_numbers_give_true_cosines(matrix):
    vectors = WordVectors(list("abcdef"), matrix)
    exact = matrix.astype(np.float64)
    lengths = np.linalg.norm(exact, axis=1)
    for word, row in zip("abcdef", exact, strict=True):
        for near in vectors.neighbours(word):
            other = "abcdef".index(near.word)
            cosine = exact[other] / lengths[other] @ (row / np.linalg.norm(row))
            assert near.similarity == pytest.approx(cosine, abs=1e-5)


def test_similarity_is_the_cosine():
    vectors = random_vectors()
    assert vectors.similarity("w1", "w1") == pytest.approx(1)
    expected = true_cosines(vectors.matrix[1:2], vectors.matrix[2])[0]
    assert vectors.similarity("w1", "w2") == pytest.approx(expected, abs=1e-6)


def test_words_are_tried_as_written_then_lower_cased():
    vectors = WordVectors(["Polish", "polish", "king"], np.eye(3))
    assert vectors.index("Polish") == 0
    assert vectors.index("POLISH") == 1
    assert vectors.index("King") == 2
    assert "KING" in vectors
    assert "queen" not in vectors


def test_of_a_word_that_stands_twice_the_first_row_counts():
    assert WordVectors(["a", "b", "a"], np.eye(3)).index("a") == 0


@pytest.mark.parametrize(
    ("asked", "offered"),
    [("kign", "king"), ("Quen", "queen"), ("国王们", "国王"), ("womann", "woman"), ("t-shrit", "t-shirt")],
)
def test_an_unknown_word_is_answered_with_the_nearest_spellings(asked, offered):
    vectors = WordVectors(["king", "queen", "woman", "国王", "t-shirt", "zebra"], np.eye(6))
    with pytest.raises(UnknownWordError, match=f"“{asked}” .* nearest spellings are “{offered}”"):
        vectors.index(asked)


@pytest.mark.parametrize("asked", ["", " ", "😀", "x" * 5000, "<b>", "\ud800", "{word}"])
def test_a_word_like_no_other_is_answered_with_a_sentence(asked):
    with pytest.raises(UnknownWordError, match="not in the vocabulary"):
        WordVectors(["king", "queen"], np.eye(2)).index(asked)


def test_spellings_of_a_million_words_are_compared_in_bounded_time():
    words = [f"{i:x}abcde" for i in range(1_000_000)]
    vectors = WordVectors(words, np.zeros((1_000_000, 1)))
    assert "0abcde" in vectors
    start = time.perf_counter()
    with pytest.raises(UnknownWordError):
        vectors.index("1f2edcab")
    assert time.perf_counter() - start < 3


def test_input_output_and_mean():
    W, W_out = np.eye(3, dtype=np.float32), np.eye(3, dtype=np.float32)[::-1]
    vectors = WordVectors(list("abc"), W, [3, 2, 1], W_out)
    assert np.array_equal(vectors.using("W_out").matrix, W_out)
    assert np.array_equal(vectors.using("mean").matrix, (W + W_out) / 2)
    assert np.array_equal(vectors.using("mean").using("W_out").using("W").matrix, W)
    assert vectors.using("W") is vectors
    assert vectors.using("W_out").counts.tolist() == [3, 2, 1]
    assert vectors.using("W_out").lexicon is vectors.lexicon
    with pytest.raises(ConfigError, match="without output vectors"):
        WordVectors(list("abc"), W).using("mean")


def test_arrays_handed_out_are_read_only_and_the_callers_own_stays_writable():
    matrix = np.zeros((2, 2), dtype=np.float32)
    vectors = WordVectors(["a", "b"], matrix, [1, 1])
    for array in (vectors.matrix, vectors.vector("a"), vectors.counts, vectors.norms):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1
    matrix[0] = 1
    assert np.shares_memory(matrix, vectors.matrix)


def test_shapes_that_do_not_fit_are_a_programming_error():
    with pytest.raises(ValueError, match="2 words"):
        WordVectors(["a", "b"], np.eye(3))
    with pytest.raises(ValueError, match="2 words"):
        WordVectors(["a", "b"], np.eye(2), counts=[1])
    with pytest.raises(ValueError, match="W_out"):
        WordVectors(["a", "b"], np.eye(2), output=np.eye(3))
