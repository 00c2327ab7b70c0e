"""word2vec's binary format."""

from __future__ import annotations

import struct

import pytest
from vector_files import assert_equal, small_file, vectors_of

from w2v_gui.errors import FormatError
from w2v_gui.vectors.formats import open_vectors, read_vectors, write_vectors
from w2v_gui.vectors.word_vectors import WordVectors


def test_bytes_are_those_of_word2vec(tmp_path):
    vectors = WordVectors(["the", "爱"], [[1, -0.5], [0, 2]])
    write_vectors(tmp_path / "v.bin", vectors)
    expected = b"2 2\nthe " + struct.pack("<2f", 1, -0.5) + b"\n" + "爱 ".encode() + struct.pack("<2f", 0, 2) + b"\n"
    assert (tmp_path / "v.bin").read_bytes() == expected


@pytest.mark.parametrize("between", [b"", b"\n"])
def test_rows_with_and_without_newline(tmp_path, between):
    vectors = vectors_of(["a", "b", "c"])
    rows = (w.encode() + b" " + row.tobytes() for w, row in zip(vectors.words, vectors.matrix, strict=True))
    (tmp_path / "v").write_bytes(b"3 3\n" + between.join(rows))
    assert_equal(read_vectors(tmp_path / "v"), vectors)


def test_rows_across_the_chunks_that_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr("w2v_gui.vectors.formats.word2vec_binary._CHUNK", 1)
    vectors = vectors_of(["a", "b" * 100, "c"], 7)
    write_vectors(tmp_path / "v.bin", vectors)
    assert_equal(read_vectors(tmp_path / "v.bin"), vectors)


def test_words_that_are_not_utf8_are_repaired_and_counted(tmp_path):
    row = struct.pack("<2f", 1, 0.3)
    (tmp_path / "v").write_bytes(b"3 2\n" + b"caf\xe9 " + row + "爱".encode()[:2] + b" " + row + b"ok " + row)
    opened = open_vectors(tmp_path / "v")
    assert opened.vectors.words == ("caf�", "�", "ok")
    assert opened.report.repaired == 2


def test_a_word_that_comes_twice_keeps_its_first_row(tmp_path):
    (tmp_path / "v").write_bytes(b"3 1\n" + b"".join(b"%c " % w + struct.pack("<f", i) for i, w in enumerate(b"aba")))
    opened = open_vectors(tmp_path / "v")
    assert opened.vectors.words == ("a", "b")
    assert opened.vectors.matrix.tolist() == [[0], [1]]
    assert opened.report.duplicates == 1


def test_more_rows_than_promised_are_reported(tmp_path):
    content = small_file(tmp_path / "v.bin")
    (tmp_path / "v.bin").write_bytes(content.replace(b"4 3\n", b"2 3\n", 1))
    opened = open_vectors(tmp_path / "v.bin")
    assert opened.vectors.words == ("the", "爱")
    assert opened.report.unread == len(b"a ") + 12 + 1 + len("naïve ".encode()) + 12 + 1


def test_a_cut_file_names_the_row(tmp_path):
    content = small_file(tmp_path / "v.bin")
    (tmp_path / "v.bin").write_bytes(content[:-15])
    with pytest.raises(FormatError, match="ends inside row 4 of 4"):
        read_vectors(tmp_path / "v.bin")
