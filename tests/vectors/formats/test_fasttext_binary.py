"""fastText's models: equal to gensim's reading, and what is refused."""

from __future__ import annotations

import gzip
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from vector_files import any_file

from w2v_gui.errors import FormatError
from w2v_gui.vectors.formats import open_vectors, read_vectors
from w2v_gui.vectors.formats.character_ngrams import ngram_buckets

WORDS = ["</s>", "the", "爱人", "naïve", "😀", "a", ""]
ENCODED = [word.encode() for word in WORDS]
DIMENSIONS, BUCKETS = 5, 11
ROWS = np.random.default_rng(1).standard_normal((len(WORDS) + BUCKETS, DIMENSIONS)).astype(np.float32)


def model(
    words=ENCODED,
    *,
    kind=2,
    version=12,
    dimensions=DIMENSIONS,
    buckets=BUCKETS,
    ngrams=(3, 6),
    labels=0,
    pruned=-1,
    quantised=False,
    rows=ROWS,
    size=None,
) -> bytes:
    """Return the bytes that fastText writes."""
    size = len(words) if size is None else size
    header = struct.pack("<2i", 793712314, version)
    settings = struct.pack("<12id", dimensions, 5, 5, 5, 5, 1, 2, kind, buckets, *ngrams, 100, 1e-4)
    sizes = struct.pack("<3i2q", size, size - labels, labels, 1000, pruned)
    entries = b"".join(word + b"\0" + struct.pack("<qb", 100 - row, 0) for row, word in enumerate(words))
    matrix = struct.pack("<?2q", quantised, *rows.shape) + rows.astype("<f4").tobytes()
    return header + settings + sizes + entries + matrix + matrix


def ngrams_one_by_one(word: bytes, shortest: int, longest: int, buckets: int) -> list[int]:
    """Return the buckets of a word's n-grams, character by character, as the paper and fastText have it."""
    characters = [character.encode() for character in f"<{word.decode()}>"]
    found = []
    for start in range(len(characters)):
        for length in range(shortest, longest + 1):
            piece = characters[start : start + length]
            if len(piece) == length and not (length == 1 and piece[0] in (b"<", b">")):
                hashed = 2166136261
                for byte in b"".join(piece):
                    hashed = ((hashed ^ (byte | 0xFFFFFF00 if byte > 127 else byte)) * 16777619) % 2**32
                found.append(hashed % buckets)
    return found


plain = st.text(st.characters(exclude_characters="<>", exclude_categories=("C",)), max_size=6).map(str.encode)


@given(words=st.lists(plain, min_size=1, max_size=4), shortest=st.integers(0, 4), more=st.integers(0, 4))
def test_ngrams_are_those_found_one_by_one(words, shortest, more):
    longest = shortest + more
    buckets, counts = ngram_buckets(words, shortest, longest, 1000)
    expected = [ngrams_one_by_one(word, max(shortest, 1), longest, 1000) for word in words]
    assert counts.tolist() == [len(found) for found in expected]
    assert buckets.tolist() == [bucket for found in expected for bucket in found]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize("rows_at_a_time", [4096, 3])
def test_a_word_is_the_mean_of_its_row_and_its_ngrams(tmp_path, monkeypatch, pack, rows_at_a_time):
    monkeypatch.setattr("w2v_gui.vectors.formats.fasttext_binary._ROWS", rows_at_a_time)
    (tmp_path / "v.bin").write_bytes(pack(model()))
    vectors = read_vectors(tmp_path / "v.bin")
    assert list(vectors.words) == WORDS
    assert vectors.counts.tolist() == list(range(100, 93, -1))
    for row, word in enumerate(WORDS):
        ngrams = [] if word == "</s>" else ngrams_one_by_one(word.encode(), 3, 6, BUCKETS)
        wanted = [ROWS[row], *(ROWS[len(WORDS) + bucket] for bucket in ngrams)]
        assert np.allclose(vectors.matrix[row], np.mean(wanted, axis=0), atol=1e-6)


@pytest.mark.filterwarnings("ignore")
def test_gensim_reads_the_same(tmp_path):
    fasttext = pytest.importorskip("gensim.models.fasttext")
    (tmp_path / "v.bin").write_bytes(model())
    theirs = fasttext.load_facebook_vectors(str(tmp_path / "v.bin"))
    ours = read_vectors(tmp_path / "v.bin")
    assert tuple(theirs.index_to_key) == ours.words
    # The end of a sentence has no n-grams in fastText, whatever gensim says.
    assert ours.matrix[1:].tobytes() == theirs.vectors[1:].tobytes()


@pytest.mark.parametrize("change", [{"ngrams": (0, 0)}, {"buckets": 0, "rows": ROWS[: len(WORDS)]}, {"pruned": 0}])
def test_without_ngrams_the_rows_are_the_vectors(tmp_path, change):
    (tmp_path / "v.bin").write_bytes(model(**change))
    assert read_vectors(tmp_path / "v.bin").matrix.tobytes() == ROWS[: len(WORDS)].tobytes()


def test_words_that_are_not_utf8_and_the_first_rows_only(tmp_path):
    (tmp_path / "v.bin").write_bytes(model((b"a\xff", b"\x80\x80", b"ok", b"d", b"e", b"f", b"g")))
    report = open_vectors(tmp_path / "v.bin").report
    assert (report.rows, report.repaired) == (7, 2)
    opened = open_vectors(tmp_path / "v.bin", first=3)
    assert opened.vectors.words == ("a\ufffd", "\ufffd\ufffd", "ok")
    assert (opened.report.partial, opened.report.available) == (True, 7)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"kind": 3}, "classifier"),
        ({"labels": 2}, "classifier"),
        ({"quantised": True}, "quantised"),
        ({"pruned": 5}, "quantised"),
        ({"version": 13}, "version 13"),
        ({"kind": 9}, "damaged"),
        ({"size": 2**31 - 1}, "damaged"),
        ({"size": -1}, "damaged"),
        ({"size": 0}, "damaged"),
        ({"dimensions": 6}, "damaged"),
        ({"dimensions": -5}, "damaged"),
        ({"buckets": 2**30}, "damaged"),
        ({"buckets": -3, "rows": ROWS[:4]}, "damaged"),
        ({"ngrams": (3, 2**31 - 1)}, "damaged"),
        ({"ngrams": (-5, -1)}, "damaged"),
    ],
)
def test_what_is_refused(tmp_path, change, sentence):
    (tmp_path / "v.bin").write_bytes(model(**change))
    with pytest.raises(FormatError, match=sentence):
        read_vectors(tmp_path / "v.bin")


def test_truncated_anywhere_is_refused_or_whole(tmp_path):
    content = model()
    (tmp_path / "v.bin").write_bytes(content)
    whole = read_vectors(tmp_path / "v.bin").matrix.tobytes()
    for length in range(0, len(content), 3):
        (tmp_path / "v.bin").write_bytes(content[:length])
        try:
            vectors = read_vectors(tmp_path / "v.bin")
        except FormatError:
            continue
        assert vectors.matrix.tobytes() == whole


@given(data=st.data())
@any_file
def test_damaged_anywhere_is_vectors_or_a_sentence(tmp_path, data):
    content = bytearray(model())
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / "v.bin").write_bytes(content)
    try:
        assert len(read_vectors(tmp_path / "v.bin")) <= len(WORDS)
    except FormatError as error:
        assert str(error)  # noqa: PT017
