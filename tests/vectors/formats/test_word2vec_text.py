"""word2vec's text format."""

from __future__ import annotations

import numpy as np
import pytest

from w2v_gui.errors import FormatError
from w2v_gui.vectors.formats import open_vectors, read_vectors


@pytest.mark.parametrize(
    "content",
    [
        "2 2\na 1 2\nb 3 4.5\n",
        "2 2\r\na 1 2\r\nb 3 4.5\r\n",
        "2 2\na 1 2 \nb 3 4.5 \n",
        "2\t2\na\t1\t2\nb\t3\t4.5",
        " 2  2 \na  1  2\nb  3  4.5\n",
        "2 2\na 1e0 +2.0\nb 3 45e-1\n\n",
    ],
)
def test_ways_to_write_it(tmp_path, content):
    (tmp_path / "v").write_bytes(content.encode())
    vectors = read_vectors(tmp_path / "v")
    assert vectors.words == ("a", "b")
    assert vectors.matrix.tolist() == [[1, 2], [3, 4.5]]


def test_words_with_spaces_of_fasttext(tmp_path):
    (tmp_path / "v").write_text("3 2\n</s> 1 2\n. . . 3 4\nNew York 5 6\n", encoding="utf-8")
    assert read_vectors(tmp_path / "v").words == ("</s>", ". . .", "New York")


def test_numbers_that_are_not_finite_are_kept(tmp_path):
    (tmp_path / "v").write_text("2 2\na nan inf\nb 1e300 -1e300\n", encoding="utf-8")
    matrix = read_vectors(tmp_path / "v").matrix
    assert np.isnan(matrix[0, 0])
    assert matrix[1].tolist() == [np.inf, -np.inf]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("2 2\na 1 2\nb 3\n", "Row 2 .* a word and 2 numbers"),
        ("2 2\na 1 2\nb 3 x\n", "Row 2 .* a word and 2 numbers"),
        ("2 2\na 1 2 3\nb 4 5 6\n", "Row 1 .* a word and 2 numbers"),
        ("3 2\na 1 2\nbcdef 3.25 4.25\n", "ends inside row 3 of 3"),
        ("3 2\na 1.12345 2.2345\nb 3", "ends inside row 2 of 3"),
        ("2 2\n\n\nhello, dear and wide world\n", "Row 1"),
    ],
)
def test_rows_that_do_not_fit_are_named(tmp_path, content, sentence):
    (tmp_path / "v").write_text(content, encoding="utf-8")
    with pytest.raises(FormatError, match=sentence):
        read_vectors(tmp_path / "v")


def test_a_text_without_a_last_newline_is_reported(tmp_path):
    (tmp_path / "v").write_text("1 2\na 1 2.34", encoding="utf-8")
    assert open_vectors(tmp_path / "v").report.unfinished
