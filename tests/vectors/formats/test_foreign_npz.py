"""Other people's npz."""

from __future__ import annotations

import gzip
import io
import zipfile

import numpy as np
import pytest
from vector_files import assert_equal, vectors_of

from w2v_gui.errors import FormatError
from w2v_gui.vectors.formats import open_vectors, read_vectors, write_vectors
from w2v_gui.vectors.word_vectors import WordVectors

WORDS = ["the", "爱", "naïve", "x" * 50]
MATRIX = vectors_of(WORDS, 3).matrix
VECTORS = WordVectors(WORDS, MATRIX)


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
@pytest.mark.parametrize(
    ("words", "matrix"),
    [
        (np.array(WORDS), MATRIX),
        (np.array([word.encode() for word in WORDS]), MATRIX),
        (np.array(WORDS), MATRIX.astype(np.float64)),
        (np.array(WORDS), MATRIX.astype(">f4")),
        (np.array(WORDS), np.asfortranarray(MATRIX)),
    ],
)
def test_a_table_and_its_words_whatever_their_names(tmp_path, save, words, matrix):
    save(tmp_path / "v.npz", anything=matrix, whatever=words, lengths=np.arange(4), mean=matrix[0])
    assert_equal(read_vectors(tmp_path / "v.npz"), VECTORS)


def test_half_precision_and_counts(tmp_path):
    half = MATRIX.astype(np.float16)
    np.savez(tmp_path / "v.npz", vectors=half, words=np.array(WORDS), counts=np.array([4, 3, 2, 1]))
    back = read_vectors(tmp_path / "v.npz")
    assert back.matrix.tobytes() == half.astype(np.float32).tobytes()
    assert back.counts.tolist() == [4, 3, 2, 1]


def test_of_several_the_usual_names_or_none(tmp_path):
    np.savez(tmp_path / "v.npz", vectors=MATRIX, norms=-MATRIX, words=np.array(WORDS), tags=np.array(list("abcd")))
    assert_equal(read_vectors(tmp_path / "v.npz"), VECTORS)
    np.savez(tmp_path / "v.npz", one=MATRIX, two=-MATRIX, words=np.array(WORDS))
    with pytest.raises(FormatError, match=r"several arrays of vectors \(one, two\)"):
        read_vectors(tmp_path / "v.npz")


@pytest.mark.parametrize(
    ("arrays", "sentence"),
    [
        ({"vectors": MATRIX, "words": np.array(WORDS, dtype=object)}, r"“words” holds Python objects.*dtype=str"),
        ({"vectors": MATRIX}, "holds 4 vectors but no array of as many words"),
        ({"vectors": MATRIX, "words": np.array(["a"])}, "holds 4 vectors but no array of as many words"),
        ({"vectors": MATRIX.astype(int), "words": np.array(WORDS)}, "holds no vectors"),
        ({"words": np.array(WORDS)}, "holds no vectors"),
    ],
)
def test_what_is_missing_is_said(tmp_path, arrays, sentence):
    np.savez(tmp_path / "v.npz", **arrays)
    with pytest.raises(FormatError, match=sentence):
        read_vectors(tmp_path / "v.npz")


def with_header(header: bytes, body: bytes = b"") -> bytes:
    """Return an archive of words, and of an array with this header."""
    archive, words = io.BytesIO(), io.BytesIO()
    np.save(words, np.array(["a", "b"]))
    text = header + b" " * (-(len(header) + 11) % 64) + b"\n"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("words.npy", words.getvalue())
        file.writestr("W.npy", b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text + body)
    return archive.getvalue()


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize(
    "header",
    [
        b"{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1000000000), }",
        b"{'descr': '<f4', 'fortran_order': False, 'shape': (-2, -2), }",
        b"{'descr': '<U0', 'fortran_order': False, 'shape': (1000000000000,), }",
        b"{'descr': '|O', 'fortran_order': False, 'shape': (2, 3), }",
        b"{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3.0), }",
        b"{'descr': '<f4', 'fortran_order': False}",
        b"{" * 5000,
        b"__import__('os').mkdir('sprung')",
    ],
)
def test_headers_that_lie(tmp_path, monkeypatch, header, pack):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "v.npz").write_bytes(pack(with_header(header, bytes(24))))
    with pytest.raises(FormatError):
        read_vectors(tmp_path / "v.npz")
    assert [path.name for path in tmp_path.iterdir()] == ["v.npz"]


def test_a_zip_bomb_is_measured_before_it_goes_off(tmp_path):
    with zipfile.ZipFile(tmp_path / "v.npz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("W.npy", bytes(10_000_000))
    content = bytearray((tmp_path / "v.npz").read_bytes())
    place = content.rindex(b"PK\x01\x02") + 24
    content[place : place + 4] = (2**32 - 2).to_bytes(4, "little")
    (tmp_path / "v.npz").write_bytes(content)
    with pytest.raises(FormatError, match="damaged"):
        read_vectors(tmp_path / "v.npz")


def test_what_is_too_large_for_the_memory_is_mapped(tmp_path, monkeypatch):
    monkeypatch.setattr("w2v_gui.vectors.formats.mapped.most_in_memory", lambda: 0)
    monkeypatch.setattr("w2v_gui.vectors.formats.zipped_arrays._LARGE", 0)
    write_vectors(tmp_path / "ours.npz", VECTORS)
    np.savez_compressed(tmp_path / "packed.npz", W=MATRIX, words=np.array(WORDS))
    for name, mapped in [("ours.npz", True), ("packed.npz", False)]:
        opened = open_vectors(tmp_path / name)
        assert_equal(opened.vectors, VECTORS)
        assert opened.report.mapped == mapped
        assert opened.vectors.matrix.flags.aligned
