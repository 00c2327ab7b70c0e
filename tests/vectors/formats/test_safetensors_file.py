"""Safetensors: ours for everybody, and everybody's for us; headers that lie."""

from __future__ import annotations

import itertools
import json

import numpy as np
import pytest
from vector_files import assert_equal, vectors_of

from w2v_gui.errors import FormatError
from w2v_gui.vectors.formats import open_vectors, read_vectors, write_vectors
from w2v_gui.vectors.word_vectors import WordVectors

save_file = pytest.importorskip("safetensors.numpy").save_file
load_file = pytest.importorskip("safetensors.numpy").load_file

WORDS = ["the", "爱", "naïve"]
MATRIX = vectors_of(WORDS, 4).matrix


def raw(header: object, body: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + body


def entry(shape, start, end, dtype="F32"):
    return {"dtype": dtype, "shape": shape, "data_offsets": [start, end]}


def test_its_own_library_reads_ours(tmp_path):
    write_vectors(tmp_path / "v.safetensors", WordVectors(WORDS, MATRIX, [3, 2, 1], -MATRIX))
    tensors = load_file(tmp_path / "v.safetensors")
    assert tensors["W"].tobytes() == MATRIX.tobytes()
    assert tensors["W_out"].tobytes() == (-MATRIX).tobytes()
    assert tensors["counts"].tolist() == [3, 2, 1]
    ends = tensors["word_offsets"].tolist()
    text = tensors["words"].tobytes()
    assert [text[a:b].decode() for a, b in itertools.pairwise(ends)] == WORDS


@pytest.mark.parametrize(
    "words",
    [
        json.dumps(WORDS),
        json.dumps(WORDS, ensure_ascii=False),
        "\n".join(WORDS),
        json.dumps({word: row for row, word in enumerate(WORDS)}),
        json.dumps(dict(enumerate(WORDS))),
    ],
)
@pytest.mark.parametrize("key", ["words", "vocab"])
def test_words_in_the_metadata(tmp_path, key, words):
    save_file({"embedding.weight": MATRIX}, tmp_path / "v.safetensors", {key: words, "format": "pt"})
    assert_equal(read_vectors(tmp_path / "v.safetensors"), WordVectors(WORDS, MATRIX))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("vocab.txt", "\n".join(WORDS) + "\n"),
        ("vocab.txt", "".join(f"{word}\t{7}\r\n" for word in WORDS)),
        ("v.words.txt", "\ufeff" + "\n".join(WORDS)),
        ("v_vocab.json", json.dumps(WORDS)),
        ("words.json", json.dumps({word: row for row, word in enumerate(WORDS)})),
        ("tokenizer.json", json.dumps({"model": {"vocab": {word: row for row, word in enumerate(WORDS)}}})),
        ("tokenizer.json", json.dumps({"model": {"vocab": [[word, -1.5] for word in WORDS]}})),
    ],
)
def test_words_beside_it(tmp_path, name, content):
    save_file({"embeddings": MATRIX}, tmp_path / "v.safetensors")
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert_equal(read_vectors(tmp_path / "v.safetensors"), WordVectors(WORDS, MATRIX))


def test_without_words_it_says_what_is_missing(tmp_path):
    save_file({"embeddings": MATRIX}, tmp_path / "v.safetensors")
    with pytest.raises(FormatError, match=r"holds 3 vectors but no words.*vocab\.txt"):
        read_vectors(tmp_path / "v.safetensors")
    (tmp_path / "vocab.txt").write_text("only\ntwo\n")
    with pytest.raises(FormatError, match=r"holds 3 vectors, but “vocab\.txt” beside it holds 2 words"):
        read_vectors(tmp_path / "v.safetensors")


@pytest.mark.parametrize("dtype", ["F16", "BF16", "F64"])
def test_other_floats(tmp_path, dtype):
    values = np.array([[1, -2.5, 0.0078125], [np.inf, 3e-5, 65504], [0, -0.0, 1]], dtype=np.float32)
    if dtype == "BF16":
        body = (values.view(np.uint32) >> 16).astype("<u2").tobytes()
        expected = (values.view(np.uint32) >> 16 << 16).view(np.float32)
    else:
        kind = {"F16": "<f2", "F64": "<f8"}[dtype]
        body, expected = values.astype(kind).tobytes(), values.astype(kind).astype(np.float32)
    header = {"x": entry([3, 3], 0, len(body), dtype), "__metadata__": {"words": json.dumps(WORDS)}}
    (tmp_path / "v").write_bytes(raw(header, body))
    assert read_vectors(tmp_path / "v").matrix.tobytes() == expected.tobytes()


def test_of_several_tables_that_with_the_usual_name_or_none(tmp_path):
    metadata = {"words": json.dumps(WORDS)}
    save_file({"other": -MATRIX, "vectors": MATRIX, "bias": MATRIX[0]}, tmp_path / "v", metadata)
    assert_equal(read_vectors(tmp_path / "v"), WordVectors(WORDS, MATRIX))
    save_file({"one": -MATRIX, "two": MATRIX}, tmp_path / "v", metadata)
    with pytest.raises(FormatError, match=r"several tables of numbers \(one, two\)"):
        read_vectors(tmp_path / "v")
    save_file({"layer": MATRIX[0], "ids": np.eye(3, dtype=np.int64)}, tmp_path / "v", metadata)
    with pytest.raises(FormatError, match="holds no vectors"):
        read_vectors(tmp_path / "v")


def test_the_first_rows_only(tmp_path):
    write_vectors(tmp_path / "v.safetensors", WordVectors(WORDS, MATRIX, [3, 2, 1], -MATRIX))
    opened = open_vectors(tmp_path / "v.safetensors", first=2)
    assert_equal(opened.vectors, WordVectors(WORDS[:2], MATRIX[:2]))
    assert (opened.report.partial, opened.report.available) == (True, 3)


def test_what_is_too_large_for_the_memory_is_mapped(tmp_path, monkeypatch):
    write_vectors(tmp_path / "v.safetensors", WordVectors(WORDS, MATRIX))
    monkeypatch.setattr("w2v_gui.vectors.formats.mapped.most_in_memory", lambda: 0)
    opened = open_vectors(tmp_path / "v.safetensors")
    assert opened.report.mapped
    assert_equal(opened.vectors, WordVectors(WORDS, MATRIX))


def test_of_words_that_come_twice_the_first_is_kept(tmp_path):
    save_file({"x": MATRIX}, tmp_path / "v", {"words": json.dumps(["a", "b", "a"])})
    opened = open_vectors(tmp_path / "v")
    assert_equal(opened.vectors, WordVectors(["a", "b"], MATRIX[:2]))
    assert opened.report.duplicates == 1


@pytest.mark.parametrize(
    "content",
    [
        raw({"x": entry([1, 2], 0, 8)}, bytes(7)),
        raw({"x": entry([1, 2], 0, 8)}, bytes(9)),
        raw({"x": entry([1, 2], 4, 12)}, bytes(12)),
        raw({"x": entry([1, 2], 0, 8), "y": entry([1, 2], 4, 12)}, bytes(12)),
        raw({"x": entry([1, 2], 0, 8), "y": entry([1, 2], 12, 20)}, bytes(20)),
        raw({"x": entry([1, 2], 8, 0)}, bytes(8)),
        raw({"x": entry([-1, -2], 0, 8)}, bytes(8)),
        raw({"x": entry([1, 2], -8, 0)}, bytes(8)),
        raw({"x": entry([2**40, 2**40], 0, 8)}, bytes(8)),
        raw({"x": entry([1.0, 2], 0, 8)}, bytes(8)),
        raw({"x": entry([True, 2], 0, 8)}, bytes(8)),
        raw({"x": entry([1] * 10**5, 0, 4)}, bytes(4)),
        raw({"x": entry("12", 0, 8)}, bytes(8)),
        raw({"x": entry([1, 2], 0, 10**400)}, bytes(8)),
        raw({"x": [1, 2]}, bytes(8)),
        raw({"x": entry([1, 2], 0, 8, ["F32"])}, bytes(8)),
        raw({"x": {}}, bytes(8)),
        raw({"x": entry([1, 2], 0, 8), "__metadata__": [1]}, bytes(8)),
        raw({}, bytes(8)),
        raw(b"{" + b'"x":[' * 50_000, bytes(8)),
        raw(b"{" + bytes([255] * 20)),
        raw(b"{" + b"[" * 100_000),
        raw(b'{"x":' + b"9" * 10_000 + b"}"),
        (2**60).to_bytes(8, "little") + b'{"x":1}',
        (2**31).to_bytes(8, "little") + b'{"x":1}',
        (10**8).to_bytes(8, "little") + b'{"x":1}',
        (0).to_bytes(8, "little") + b'{"x":1}',
    ],
)
def test_headers_that_lie(tmp_path, content):
    (tmp_path / "v").write_bytes(content)
    with pytest.raises(FormatError, match="damaged or incomplete safetensors"):
        read_vectors(tmp_path / "v")
