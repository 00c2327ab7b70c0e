"""How files are opened: progress and cancel, the first rows only, where the numbers go, and what is no vectors."""

from __future__ import annotations

import errno
import gzip
import os
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vector_files import any_file, assert_equal, small_file, vectors_of

from w2v_gui.errors import Cancelled, FormatError
from w2v_gui.vectors.formats import ReadReport, looks_like_vectors, matrix_store, open_vectors, write_vectors
from w2v_gui.vectors.formats.report import lines
from w2v_gui.vectors.word_vectors import WordVectors

WORDS = [f"w{number}" for number in range(300)]
KINDS = ["v.bin", "v.txt", "v.glove", "v.bin.gz", "v.txt.gz", "v.glove.gz"]


def file_of(folder, name, vectors):
    plain = folder / ("plain.bin" if ".bin" in name else "plain.txt")
    write_vectors(plain, vectors)
    content = plain.read_bytes()
    if "glove" in name:
        content = content.partition(b"\n")[2]
    path = folder / name
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    return path


@pytest.fixture
def small_pieces(monkeypatch):
    for module in ("word2vec_binary", "text_rows", "opened"):
        monkeypatch.setattr(f"w2v_gui.vectors.formats.{module}._CHUNK", 1 << 10)


@pytest.mark.usefixtures("small_pieces")
@pytest.mark.parametrize("name", KINDS)
class TestEveryKind:
    def test_progress_rises_and_cancel_ends_it(self, tmp_path, name):
        path = file_of(tmp_path, name, vectors_of(WORDS, 20))
        shares = []
        open_vectors(path, progress=shares.append)
        assert shares == sorted(shares)
        assert 0 <= shares[0] <= shares[-1] <= 1
        assert len(set(shares)) > 3
        asked = iter([False] * 3 + [True])
        with pytest.raises(Cancelled):
            open_vectors(path, cancelled=lambda: next(asked))

    @pytest.mark.parametrize("first", [1, 7, 299, 300, 1000])
    def test_the_first_rows_only(self, tmp_path, name, first):
        vectors = vectors_of(WORDS, 20)
        opened = open_vectors(file_of(tmp_path, name, vectors), first=first)
        assert_equal(opened.vectors, WordVectors(vectors.words[:first], vectors.matrix[:first]))
        assert opened.report.partial is (first < 300)
        assert opened.report.unread == 0

    def test_what_is_too_large_for_memory_is_mapped_and_the_same(self, tmp_path, monkeypatch, name):
        vectors = vectors_of(["a", "a", "b", *WORDS], 20)
        path = file_of(tmp_path, name, vectors)
        in_memory = open_vectors(path)
        monkeypatch.setattr(matrix_store, "free_memory", lambda: 40_000)
        mapped = open_vectors(path)
        assert (in_memory.report.mapped, mapped.report.mapped) == (False, True)
        assert_equal(mapped.vectors, in_memory.vectors)
        assert mapped.vectors.neighbours("b") == in_memory.vectors.neighbours("b")
        assert mapped.report.duplicates == in_memory.report.duplicates == 1

    def test_a_full_disk_is_a_sentence(self, tmp_path, monkeypatch, name):
        class Full:
            def write(self, data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

            def close(self):
                pass

        path = file_of(tmp_path, name, vectors_of(WORDS, 20))
        monkeypatch.setattr(matrix_store, "free_memory", lambda: 40_000)
        monkeypatch.setattr(matrix_store, "temporary_file", Full)
        with pytest.raises(FormatError, match="no room on the disk"):
            open_vectors(path)


@pytest.mark.parametrize("name", KINDS[:3])
def test_of_a_file_cut_short_the_rows_before_can_be_had(tmp_path, name):
    path = file_of(tmp_path, name, vectors_of(WORDS, 20))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(FormatError):
        open_vectors(path)
    assert open_vectors(path, first=20).vectors.words == tuple(WORDS[:20])


def test_a_report_counts_what_is_odd(tmp_path):
    matrix = np.eye(6, 3, dtype=np.float32)
    matrix[1], matrix[2, 0], matrix[4, 1] = 0, np.nan, np.inf
    write_vectors(tmp_path / "v.bin", WordVectors(["a", "b", "c", "a", "e", "f"], matrix))
    opened = open_vectors(tmp_path / "v.bin")
    report = opened.report
    assert (report.rows, report.duplicates, report.zero, report.not_finite) == (5, 1, 2, 2)
    assert report.size == (tmp_path / "v.bin").stat().st_size
    assert "norms" in vars(opened.vectors)
    assert opened.vectors.norms.tolist()[:2] == [1, 0]
    told = {line.label: line.text for line in lines(report)}
    assert told["Format"] == "word2vec binary"
    assert told["Words"] == "5"
    assert told["Duplicates"].startswith("1 ")
    assert [line.label for line in lines(report) if line.is_remark] == [
        "Duplicates",
        "Rows of zeros",
        "Rows not finite",
    ]


def test_a_report_says_what_was_left_out(tmp_path):
    content = small_file(tmp_path / "v.txt").replace(b"4 3\n", b"3 3\n", 1)
    (tmp_path / "v.txt").write_bytes(gzip.compress(content))
    told = {line.label: line.text for line in lines(open_vectors(tmp_path / "v.txt").report)}
    assert told["Format"] == "word2vec text, packed by gzip"
    assert " B follow the last row" in told["Left unread"]
    told = {line.label: line.text for line in lines(open_vectors(tmp_path / "v.txt", first=2).report)}
    assert told["Part"] == "Only the first 2 of 3 rows were read, as was asked."


def test_a_report_reads_well_of_one_and_of_many():
    def sentences(count):
        report = ReadReport("f", count, 3, repaired=count, duplicates=count, zero=count, not_finite=count)
        return {line.label: line.text for line in lines(report) if line.is_remark}

    assert sentences(1) == {
        "Repaired words": "1 holds bytes that are not UTF-8; “�” stands in their place.",
        "Duplicates": "1 row was left out, because its word stands further up already.",
        "Rows of zeros": "1 has no direction and is never listed as a neighbour.",
        "Rows not finite": "1 holds NaN or infinity, has no direction and is never listed as a neighbour.",
    }
    assert all(text.startswith(("1,000 hold", "1,000 rows were", "1,000 have")) for text in sentences(1000).values())
    one, many = (ReadReport("f", count, 3, partial=True, available=400_000) for count in (1, 1000))
    assert lines(one)[-1].text == "Only the first of 400,000 rows was read, as was asked."
    assert lines(many)[-1].text == "Only the first 1,000 of 400,000 rows were read, as was asked."
    assert lines(replace(many, available=None))[-1].text.startswith("Only the first 1,000 rows were read")


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")
def test_a_small_file_that_unpacks_without_end_takes_no_memory(tmp_path):
    (tmp_path / "v").write_bytes(b"2 2\n" + b"a 12345678b 12345678")
    bomb = gzip.compress((tmp_path / "v").read_bytes() + bytes(100 << 20))
    (tmp_path / "v").write_bytes(bomb)
    report = open_vectors(tmp_path / "v").report
    assert report.rows == 2
    assert 1 << 26 <= report.unread < 80 << 20


TEXTS = [
    "Once upon a time there was a text.\n",
    "In 1999 there were 7 8 9\nand in 2000 there were 10\n",
    "2000 12\nis not a header, and this is prose.\nMore of it.\n",
    "1 2 3\n4 5 6\n",
    "the 100\nof 50\n",
    "老虎\t猫\t7.5\t12\n汽车\t车\t9.1\t12\n",
    "小心 谨慎 4.0 4 4 \n产妇 坐月 4.0 4 4 \n",
    "昔者莊周夢為胡蝶，栩栩然胡蝶也。\n",
    "",
    "<!DOCTYPE html><p>not found",
]
VECTORS = [
    b"2 2\na 1 2\nb 3 4\n",
    b"the 0.1 0.2\nof 0.3 0.4\n",
    b"2 2\na 12345678b 12\x00\xff5678",
    b"\x80\x04\x95",
    b"FiFu",
    b'{"1":{"lst":["str",498]}}',
    b"[ 0.1 0.2 0.3\n] 0.2 0.3 0.4\n",
    b"[ 1.00000000e+00\n] nan\n",
    b'" 0.1 0.2 0.3\n{ 0.2 0.3 0.4\n',
    ("x " + "0.125 " * 20_000 + "\n").encode(),
    ("1 20000\nx " + "0.125 " * 20_000 + "\n").encode(),
]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_vectors_are_told_from_texts(tmp_path, pack):
    path = tmp_path / "v"
    for text in TEXTS:
        path.write_bytes(pack(text.encode()))
        assert not looks_like_vectors(path), text
    for content in VECTORS:
        path.write_bytes(pack(content))
        assert looks_like_vectors(path), content[:40]
    assert not looks_like_vectors(tmp_path / "missing")
    assert not looks_like_vectors(tmp_path)


@given(st.binary(max_size=300), st.sampled_from([b"", b"2 2\n", b"a 1 2\n", b"PK\x03\x04", b"{", b"\x80\x02"]))
@settings(any_file, max_examples=60)
def test_telling_never_fails(tmp_path, content, begun):
    (tmp_path / "v").write_bytes(begun + content)
    assert looks_like_vectors(tmp_path / "v") in (True, False)
