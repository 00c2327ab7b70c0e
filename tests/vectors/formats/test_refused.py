"""Files that are not what they claim to be: a sentence with the remedy, before anything is allocated or run."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import pickle
import struct
import zipfile

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from vector_files import any_file

from w2v_gui.errors import FormatError
from w2v_gui.vectors.formats import read_vectors


@pytest.mark.parametrize(
    "header",
    [
        b"1000000000 300\n",
        b"99999999999999999999999 1\n",
        b"1 99999999999999999999999\n",
        b"3 1000000\n",
        b"5 3\n",
    ],
)
@pytest.mark.parametrize("body", [b"a 1 2 3\nb 1 2 3\n", b"a " + struct.pack("<3f", 0, 1, 2)])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_header_that_promises_too_much_is_refused_before_anything_is_allocated(
    tmp_path, monkeypatch, header, body, pack
):
    (tmp_path / "v").write_bytes(pack(header + body))
    sizes = []
    empty = np.empty
    monkeypatch.setattr("numpy.empty", lambda shape, *a, **k: sizes.append(np.prod(shape)) or empty(shape, *a, **k))
    with pytest.raises(FormatError, match=r"too short|ends inside"):
        read_vectors(tmp_path / "v")
    assert sum(sizes) * 4 <= 1032 * (tmp_path / "v").stat().st_size


@pytest.mark.parametrize("header", [b"0 0\n", b"0 100\n", b"3 0\n"])
def test_a_header_that_promises_nothing_is_refused(tmp_path, header):
    (tmp_path / "v").write_bytes(header + b"a b c\n")
    with pytest.raises(FormatError, match="holds no vectors"):
        read_vectors(tmp_path / "v")


def sidecar() -> bytes:
    file = io.BytesIO()
    np.save(file, np.eye(3))
    return file.getvalue()


def foreign_zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("vectors.txt", "1 1\na 1\n")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (gzip.compress(b"", mtime=0), "is empty"),
        *[(pickle.dumps({"a": [1]}, protocol), "save_word2vec_format") for protocol in (2, 3, 4, 5)],
        (sidecar(), "save_word2vec_format"),
        (foreign_zip(), "Unpack it"),
        (b"FiFu\0\0\0\0", "finalfusion convert"),
        (b"\xba\x16\x4f\x2f\x0c\0\0\0", "damaged or incomplete fastText"),
        (b"the 0.1 0.2\nof 0.3\n", "first line"),
        (b"Once upon a time there was a text.\n", "first line"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "first line"),
        (b"2 2", "first line"),
        (b"-2 2\na 1 2\n", "first line"),
        ("２ ２\na 1 2\n".encode(), "first line"),
        (b'{"1":{"lst":["str",498]}}', "JSON"),
        (b"\n<!DOCTYPE HTML><html>", "web page"),
        (b"<html>", "web page"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12345\n", "git lfs pull"),
        (b"%PDF-1.7\n", "PDF"),
        (bytes(257) + b"ustar\x0000", "Unpack it"),
        (bz2.compress(b"1 1\na 1\n"), "Unpack it"),
        (lzma.compress(b"1 1\na 1\n"), "Unpack it"),
        ("1 1\na 1\n".encode("utf-16"), "UTF-16"),
        (b"\x04\0\0\0\x05\0\0\0\0\0\0\0abcde", "without its words"),
        (b"\x89HDF\r\n\x1a\n", "HDF5"),
    ],
)
def test_what_is_no_word2vec_file_is_refused_with_the_remedy(tmp_path, content, sentence):
    (tmp_path / "v.bin").write_bytes(content)
    with pytest.raises(FormatError, match=sentence):
        read_vectors(tmp_path / "v.bin")


def test_pickles_are_never_opened(tmp_path):
    class Trap:
        def __reduce__(self):
            return os.mkdir, (str(tmp_path / "sprung"),)

    (tmp_path / "v.bin").write_bytes(pickle.dumps(Trap()))
    with pytest.raises(FormatError):
        read_vectors(tmp_path / "v.bin")
    np.savez(tmp_path / "v.npz", format_version=np.array(1), W=np.array([Trap()], dtype=object))
    with pytest.raises(FormatError):
        read_vectors(tmp_path / "v.npz")
    assert not (tmp_path / "sprung").exists()


def test_paths_that_hold_no_file(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in ("missing", "", "pipe", "nul\0"):
        with pytest.raises(FormatError, match="cannot be read"):
            read_vectors(tmp_path / name)
    with pytest.raises(FormatError, match="it is a folder"):
        read_vectors(tmp_path)


@given(content=st.binary(max_size=400))
@any_file
def test_random_bytes_are_refused(tmp_path, content):
    (tmp_path / "v").write_bytes(content)
    with pytest.raises(FormatError):
        read_vectors(tmp_path / "v")


@given(body=st.binary(max_size=200), count=st.integers(0, 10), dimensions=st.integers(0, 10))
@any_file
def test_random_bytes_after_a_header_are_vectors_or_a_sentence(tmp_path, body, count, dimensions):
    (tmp_path / "v").write_bytes(b"%d %d\n" % (count, dimensions) + body)
    try:
        assert len(read_vectors(tmp_path / "v")) <= count
    except FormatError as error:
        assert str(error)  # noqa: PT017
