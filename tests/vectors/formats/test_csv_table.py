"""The table for spreadsheets: as the csv module takes it, and back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vector_files import any_file, assert_equal, vectors_of

from w2v_gui.errors import FormatError
from w2v_gui.vectors.formats import open_vectors, read_vectors, write_vectors
from w2v_gui.vectors.word_vectors import WordVectors

WORDS = ["the", 'a,"b"', "line\nbreak", "=1+1", "'=1", "-", "-5", "+x", "爱", " ", ""]


@given(words=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=4), min_size=1, unique=True))
@any_file
def test_any_words_come_back(tmp_path, words):
    write_vectors(tmp_path / "v.csv", vectors_of(words))
    assert_equal(read_vectors(tmp_path / "v.csv"), vectors_of(words))


def test_spreadsheets_find_columns_and_compute_nothing(tmp_path):
    write_vectors(tmp_path / "v.csv", WordVectors(WORDS, vectors_of(WORDS, 2).matrix, range(len(WORDS))))
    content = (tmp_path / "v.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfword,count,x1,x2\r\n")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1:]
    assert [row[0] for row in rows] == ["the", 'a,"b"', "line\nbreak", "'=1+1", "''=1", "-", "-5", "'+x", "爱", " ", ""]
    assert [row[1] for row in rows] == [str(count) for count in range(len(WORDS))]
    back = read_vectors(tmp_path / "v.csv")
    assert list(back.words) == WORDS
    assert back.counts.tolist() == list(range(len(WORDS)))


def test_the_first_rows_only(tmp_path):
    write_vectors(tmp_path / "v.csv", vectors_of(WORDS))
    opened = open_vectors(tmp_path / "v.csv", first=3)
    assert opened.vectors.words == tuple(WORDS[:3])
    assert opened.report.partial
    assert not open_vectors(tmp_path / "v.csv", first=len(WORDS)).report.partial


@pytest.mark.parametrize("row", ["a,1", "a,1,2,3", "a,1,x", '"a', "a" * 200_000 + ",1,2", ""])
def test_a_row_that_does_not_fit(tmp_path, row):
    (tmp_path / "v.csv").write_text(f"word,x1,x2\n{row}\n")
    with pytest.raises(FormatError, match=r"Row 1 of “v\.csv” does not hold a word and 2 numbers"):
        read_vectors(tmp_path / "v.csv")
