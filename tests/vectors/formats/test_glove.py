"""GloVe's format, which says nothing of itself."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vector_files import any_file

from w2v_gui.errors import FormatError
from w2v_gui.vectors.formats import open_vectors, read_vectors

SMALL = "the 0.418 -1\n爱 2 1e-3\n. . . 3 4\n2 5 6\n"


@pytest.mark.parametrize(
    "content",
    [
        SMALL,
        SMALL.rstrip("\n"),
        SMALL.replace("\n", "\r\n"),
        SMALL.replace("\n", " \n"),
        SMALL.replace("爱 ", "爱\t"),
        "\ufeff" + SMALL,
        SMALL.replace("爱", "\n  \n爱") + "\n\n",
    ],
)
def test_ways_to_write_it(tmp_path, content):
    (tmp_path / "v").write_bytes(content.encode())
    opened = open_vectors(tmp_path / "v")
    assert opened.vectors.words == ("the", "爱", ". . .", "2")
    assert opened.vectors.matrix.ravel().tolist() == pytest.approx([0.418, -1, 2, 1e-3, 3, 4, 5, 6])
    assert (opened.report.format, opened.report.rows, opened.report.dimensions) == ("GloVe text", 4, 2)
    assert opened.report.unfinished is not content.endswith("\n")


def test_words_that_are_numbers_or_spaces_do_not_mislead(tmp_path):
    (tmp_path / "v").write_text("1 0.5 2 3\n2 0.5 2 3\n3 0.5 2 3\na 4 5 6\n  7 8 9\n x 1 2 3\n", encoding="utf-8")
    assert read_vectors(tmp_path / "v").words == ("1", "2", "3", "a", " ", " x")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (SMALL + "b 1\n" * 300, "first line"),
        (SMALL * 300 + "b 1\n", "Row 1,201 .* as other rows do"),
        (SMALL * 300 + "b 1 2,5\n", "Row 1,201 .* as other rows do"),
        (SMALL + "b 0.5", "ends inside row 5"),
        ("the 100\nof 50\n", "first line"),
        ("1 2 3\n4 5 6\n", "first line"),
        ("the 1 2", "first line"),
        ("the 1,5 2,5\nof 3,5 4,5\n", "first line"),
    ],
)
def test_what_does_not_agree_is_refused(tmp_path, content, sentence):
    (tmp_path / "v").write_text(content, encoding="utf-8")
    with pytest.raises(FormatError, match=sentence):
        read_vectors(tmp_path / "v")


def test_cut_anywhere_it_is_refused_or_its_whole_rows_are_right(tmp_path):
    content = SMALL.encode()
    (tmp_path / "v").write_bytes(content)
    whole = read_vectors(tmp_path / "v")
    for pack in (bytes, gzip.compress):
        for length in range(len(content)):
            (tmp_path / "cut").write_bytes(pack(content[:length]))
            try:
                opened = open_vectors(tmp_path / "cut")
            except FormatError:
                continue
            rows = len(opened.vectors) - opened.report.unfinished
            assert opened.vectors.words == whole.words[: len(opened.vectors)]
            assert opened.vectors.matrix[:rows].tobytes() == whole.matrix[:rows].tobytes()


field = st.sampled_from(["a", "爱", "0", "-1.5", "nan", "inf", "1e400", "1,5", "", "\t", "\0", "1_0", ".", "e5", "\r"])


@given(st.lists(st.lists(field, max_size=4).map(" ".join), max_size=5).map("\n".join))
@settings(any_file, max_examples=60)
def test_whatever_fields_there_are_it_is_vectors_or_a_sentence(tmp_path, content):
    for header in ("", "2 2\n"):
        (tmp_path / "v").write_text(header + content, encoding="utf-8")
        try:
            opened = open_vectors(tmp_path / "v")
        except FormatError as error:
            assert "\n" not in str(error)  # noqa: PT017
        else:
            assert opened.vectors.matrix.shape == (len(opened.vectors), opened.report.dimensions)
