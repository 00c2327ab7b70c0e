"""The projector's pair of files: as its parser takes it, and whichever of them is opened."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from vector_files import any_file, assert_equal, vectors_of

from w2v_gui.errors import FormatError, SaveError
from w2v_gui.vectors.formats import open_vectors, read_vectors, write_vectors
from w2v_gui.vectors.word_vectors import WordVectors

VECTORS = vectors_of(["the", "New York", "爱"], 3)
JAVASCRIPT_SPACE = " \t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)


def is_no_number(text: str) -> bool:
    try:
        return math.isnan(float(text.replace("Infinity", "inf")))
    except ValueError:
        return True


def vectors_as_the_projector_takes_them(text: str) -> list[list[float]]:
    """Do what TensorBoard's ``parseTensors`` does; a label in the first column is an error here."""
    rows = []
    for line in text.split("\n"):
        if line := line.strip(JAVASCRIPT_SPACE):
            cells = line.split("\t")
            assert not is_no_number(cells[0])
            assert len(cells) > 1
            assert not rows or len(cells) == len(rows[0])
            rows.append([float(cell) for cell in cells])
    return rows


def labels_as_the_projector_takes_them(text: str) -> list[list[str]]:
    """Do what TensorBoard's ``parseMetadata`` does."""
    lines = [line for line in text.split("\n") if line.strip(JAVASCRIPT_SPACE)]
    return [line.split("\t") for line in (lines[1:] if "\t" in lines[0] else lines)]


@given(
    words=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=3), min_size=1, max_size=5, unique=True),
    counted=st.booleans(),
)
@any_file
def test_its_parser_finds_every_word_beside_its_vector(tmp_path, words, counted):
    vectors = WordVectors(words, vectors_of(words, 2).matrix, range(len(words)) if counted else None)
    write_vectors(tmp_path / "v.tsv", vectors)
    rows = vectors_as_the_projector_takes_them((tmp_path / "v.tsv").read_bytes().decode())
    labels = labels_as_the_projector_takes_them((tmp_path / "v_metadata.tsv").read_bytes().decode())
    assert np.array_equal(np.array(rows, dtype=np.float32), vectors.matrix)
    assert len(labels) == len(words)
    for label, word in zip(labels, words, strict=True):
        assert label[0] == word or not word.strip(JAVASCRIPT_SPACE) or set(word) & set("\t\n\v\f\r")
        assert len(label) == 1 + counted


def test_rows_that_would_break_it_are_left_out_and_counted(tmp_path):
    matrix = [[1, 2], [math.nan, 1], [3, 4], [1, math.inf]]
    done = write_vectors(tmp_path / "v.tsv", WordVectors(list("abcd"), matrix))
    assert (done.rows, done.left_out) == (2, 2)
    assert_equal(read_vectors(tmp_path / "v.tsv"), WordVectors(["a", "c"], [[1, 2], [3, 4]]))
    with pytest.raises(SaveError, match="two or more dimensions"):
        write_vectors(tmp_path / "w.tsv", WordVectors(["a"], [[1]]))
    with pytest.raises(SaveError, match="none of them"):
        write_vectors(tmp_path / "w.tsv", WordVectors(["a", "b"], np.full((2, 2), math.nan)))
    assert sorted(file.name for file in tmp_path.iterdir()) == ["v.tsv", "v_metadata.tsv"]


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ("x_vectors.tsv", "x_metadata.tsv"),
        ("vectors.tsv", "metadata.tsv"),
        ("tensors.tsv", "metadata.tsv"),
        ("vecs.tsv", "meta.tsv"),
        ("x.tsv", "x_metadata.tsv"),
        ("x.tsv", "metadata.tsv"),
        ("x_vectors.TSV", "x_metadata.TSV"),
        ("vectors.tsv.gz", "metadata.tsv.gz"),
    ],
)
def test_either_of_the_pair_opens_both(tmp_path, numbers, words):
    pack = ".gz" if numbers.endswith(".gz") else ""
    write_vectors(tmp_path / f"a.tsv{pack}", VECTORS)
    (tmp_path / f"a.tsv{pack}").rename(tmp_path / numbers)
    (tmp_path / f"a_metadata.tsv{pack}").rename(tmp_path / words)
    assert_equal(read_vectors(tmp_path / numbers), VECTORS)
    if (numbers, words) != ("x.tsv", "metadata.tsv"):  # whose words these are, their name does not say
        assert_equal(read_vectors(tmp_path / words), VECTORS)


@pytest.mark.parametrize(
    "metadata",
    [
        "the\nNew York\n爱",
        "word\nthe\nNew York\n爱\n",
        "the\r\nNew York\r\n爱\r\n",
        "count\tlabel\n3\tthe\n2\tNew York\n1\t爱\n",
        "word\tcount\nthe\t3\nNew York\t2\n爱\t1\n",
        "Token\tclass\nthe\tA\nNew York\tB\n爱\t\n",
    ],
)
def test_metadata_of_others(tmp_path, metadata):
    write_vectors(tmp_path / "v.tsv", VECTORS)
    (tmp_path / "v_metadata.tsv").write_bytes(metadata.encode())
    opened = open_vectors(tmp_path / "v.tsv")
    assert_equal(opened.vectors, VECTORS)
    assert (opened.vectors.counts is not None) == ("count" in metadata)


def test_the_first_rows_only(tmp_path):
    write_vectors(tmp_path / "v.tsv", VECTORS)
    opened = open_vectors(tmp_path / "v.tsv", first=2)
    assert_equal(opened.vectors, WordVectors(VECTORS.words[:2], VECTORS.matrix[:2]))
    assert (opened.report.partial, opened.report.available) == (True, 3)


def test_what_does_not_belong_together(tmp_path):
    write_vectors(tmp_path / "v.tsv", VECTORS)
    (tmp_path / "v_metadata.tsv").write_text("only\ntwo\n")
    for name in ("v.tsv", "v_metadata.tsv"):
        with pytest.raises(FormatError, match=r"“v\.tsv” does not hold as many vectors as “v_metadata\.tsv”"):
            read_vectors(tmp_path / name)
    (tmp_path / "v_metadata.tsv").unlink()
    with pytest.raises(FormatError, match=r"vectors without words.*“v_metadata\.tsv”"):
        read_vectors(tmp_path / "v.tsv")
    (tmp_path / "v_metadata.tsv").write_text("a\nb\nc\n")
    content = (tmp_path / "v.tsv").read_text().replace("-", "x", 1)
    (tmp_path / "v.tsv").write_text("1\t2\t3\n" * 20_000 + content)
    (tmp_path / "v_metadata.tsv").write_text("w\n" * 20_003)
    with pytest.raises(FormatError, match=r"Not all lines of “v\.tsv” after row \d+ hold 3 numbers"):
        read_vectors(tmp_path / "v.tsv")
