"""Bytes that begin like a format and go on as they please: vectors or a sentence, and no more memory than is due."""

from __future__ import annotations

import contextlib
import gzip
import struct
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from vector_files import any_file

from w2v_gui.errors import FormatError
from w2v_gui.vectors.formats import READERS, Source, open_vectors

FASTTEXT = struct.pack("<2i", 793712314, 12)
BEGINNINGS = [
    b"PK\x03\x04",
    b"PK\x03\x04" + bytes(22) + struct.pack("<2H", 5, 0) + b"W.npy\x93NUMPY\x01\x00",
    (64).to_bytes(8, "little") + b'{"W":',
    (40).to_bytes(8, "little") + b'{"__metadata__":{"words":"[]"},"W":{"dtyp',
    FASTTEXT,
    FASTTEXT + struct.pack("<12id3i2q", 3, 5, 5, 5, 5, 1, 2, 2, 4, 3, 6, 100, 1e-4, 2, 2, 0, 9, -1) + b"a\0",
    b"word,count,x1,x2\r\n",
    b"1\t2\n",
    b"a 0.1 0.2\n",
    b"2 2\na 1 2\n",
    b"2 2\na \0\0\x80\x3f\0\0\0\xc0\nb ",
    b"\x1f\x8b\x08\x00",
]


ALLOWED = 8_000_000
"""Bytes that any small file may take: the buffers of a reader, and what is imported meanwhile."""


@contextlib.contextmanager
def at_most(size: int):
    """Fail if more memory is asked for meanwhile."""
    tracemalloc.start()
    try:
        yield
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < size


def test_every_reader_is_tried(tmp_path):
    tried = set()
    for beginning in BEGINNINGS:
        (tmp_path / "v").write_bytes(beginning)
        with contextlib.suppress(FormatError), Source(tmp_path / "v") as source:
            tried |= {next((reader.name for reader in READERS if reader.recognises(source)), "none")}
    assert tried >= {reader.name for reader in READERS}


@pytest.mark.parametrize("beginning", BEGINNINGS)
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@given(rest=st.binary(max_size=300))
@settings(any_file, max_examples=40)
def test_anything_after_the_beginning_of_a_format(tmp_path, beginning, pack, rest):
    (tmp_path / "v").write_bytes(pack(beginning + rest))
    (tmp_path / "v_metadata").write_bytes(b"a\nb\n")
    with at_most(ALLOWED):
        try:
            assert len(open_vectors(tmp_path / "v").vectors) <= 100
        except FormatError as error:
            assert "\n" not in str(error)  # noqa: PT017


def safetensors(header: bytes, length: int | None = None) -> bytes:
    return (len(header) if length is None else length).to_bytes(8, "little") + header + bytes(100)


@pytest.mark.parametrize(
    "content",
    [
        safetensors(b'{"x":{"dtype":"F32","shape":[1000000000,100],"data_offsets":[0,400000000000]}}'),
        safetensors(b'{"x":1}', 90_000_000),
        gzip.compress(safetensors(b'{"x":[' + b"[]," * 20_000_000 + b"]}")),
        FASTTEXT + struct.pack("<12id3i2q", 300, 5, 5, 5, 5, 1, 2, 2, 2**30, 3, 6, 9, 0.1, 2**30, 2**30, 0, 9, -1),
        FASTTEXT
        + struct.pack("<12id3i2q", 2**30, 5, 5, 5, 5, 1, 2, 2, 0, 3, 6, 100, 1e-4, 1, 1, 0, 9, -1)
        + b"a\0"
        + struct.pack("<qb?2q", 1, 0, False, 1, 2**30),
        b"1000000000\t1\n",
        b"1000000000 300\na " + bytes(1200),
        b"1 1000000000\na " + bytes(1200),
        b"1000000000 300\na" + b" 1" * 300 + b"\n",
        gzip.compress(b"9000000 3\na " + bytes(300_000)),
        gzip.compress(b"9000000 3\na 1 2 3\n" + b"\n" * 300_000),
    ],
    ids=[
        "shape",
        "length",
        "brackets",
        "words",
        "dimensions",
        "tabs",
        "rows",
        "width",
        "lines",
        "packed rows",
        "packed lines",
    ],
)
def test_a_lie_costs_no_memory(tmp_path, content):
    (tmp_path / "v").write_bytes(content)
    with at_most(20_000_000), pytest.raises(FormatError):
        open_vectors(tmp_path / "v")
