"""Rows of text: what Python reads, and that compiled code reads the same."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vector_files import vectors_of

from w2v_gui.errors import FormatError
from w2v_gui.vectors.formats import open_vectors, text_kernel, text_rows, write_vectors

numbers = st.one_of(
    st.floats(width=32).map(repr),
    st.floats().map(repr),
    st.from_regex(r"[+-]?[0-9]{0,25}\.?[0-9]{0,25}([eE][+-]?[0-9]{0,3})?", fullmatch=True),
    st.sampled_from(["nan", "-Infinity", "1e400", "1e-400", "1_0", "0x1", "1,5", "16777217", "1e-45", "3.4028236e38"]),
)
line = st.tuples(
    st.sampled_from(["a", "爱", "", " ", "x y", "\t", "-", "1", "\0", "x" * 300]),
    st.sampled_from([" ", "  ", "\t", ""]),
    st.lists(numbers, min_size=1, max_size=4),
    st.sampled_from(["", " ", "\r", "\t \v"]),
).map(lambda parts: parts[0] + parts[1] + " ".join(parts[2]) + parts[3])


def as_comparable(rows: text_rows.Parsed):
    return rows.words, rows.numbers.view(np.uint32).tolist(), rows.end, rows.bad


@given(st.lists(line, max_size=6).map(lambda lines: "".join(each + "\n" for each in lines).encode()), st.integers(1, 4))
@settings(max_examples=200, deadline=None)
def test_compiled_code_reads_what_python_reads(block, dimensions):
    for most in (1, 100):
        expected = text_rows.parsed(block, dimensions, most)
        found = text_kernel.parsed(block, dimensions, most)
        assert as_comparable(found) == as_comparable(expected)


def test_numbers_halfway_between_two_float32_are_rounded_as_python_does():
    rng = np.random.default_rng(1)
    below = rng.standard_normal(300).astype(np.float32)
    halfway = (below.astype(np.float64) + np.nextafter(below, np.float32(np.inf)).astype(np.float64)) / 2
    for digits in (17, 20, 30):
        texts = [f"{value:.{digits}g}" for value in halfway.tolist()]
        found = text_kernel.parsed(f"a {' '.join(texts)}\n".encode(), 300, 1).numbers[0]
        assert found.tolist() == np.array([float(text) for text in texts]).astype(np.float32).tolist()


def test_more_numbers_than_compiled_code_can_hand_back(monkeypatch):
    monkeypatch.setattr(text_kernel, "_LEFT_OVER", 4)
    block = b"a nan 1 nan\n" * 3
    words, rows, end, bad = text_kernel.parsed(block, 3, 100)
    assert (words, end, bad) == ([b"a"] * 2, 24, False)
    assert rows[:, 1].tolist() == [1, 1]


@pytest.mark.parametrize("ending", [".txt", ".glove"])
def test_large_texts_are_read_by_compiled_code(tmp_path, monkeypatch, ending):
    vectors = vectors_of(["the", "爱", "New␠York", "2"], 5)
    write_vectors(tmp_path / "v.txt", vectors)
    content = (tmp_path / "v.txt").read_bytes()
    path = tmp_path / "large"
    path.write_bytes(content if ending == ".txt" else content.partition(b"\n")[2])
    monkeypatch.setattr(text_rows, "LARGE", 1)
    monkeypatch.setattr(text_rows, "_CHUNK", 7)
    monkeypatch.setattr(text_rows, "parsed", None)
    found = open_vectors(path).vectors
    assert (found.words, found.matrix.tobytes()) == (vectors.words, vectors.matrix.tobytes())


def test_a_line_without_end_is_no_row(tmp_path, monkeypatch):
    monkeypatch.setattr(text_rows, "LONGEST_ROW", 1000)
    monkeypatch.setattr(text_rows, "_CHUNK", 100)
    (tmp_path / "v").write_bytes(b"2 2\na 1 2\n" + b"x" * 5000)
    with pytest.raises(FormatError, match="Row 2"):
        open_vectors(tmp_path / "v")
