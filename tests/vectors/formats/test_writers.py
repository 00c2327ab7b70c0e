"""Saving: which format a name stands for, how far it is, giving up, and what a format cannot hold."""

from __future__ import annotations

import gzip

import numpy as np
import pytest
from vector_files import contents, vectors_of

from w2v_gui.errors import Cancelled, SaveError
from w2v_gui.vectors.formats import WRITERS, check_writable, read_vectors, write_vectors, writer_of
from w2v_gui.vectors.word_vectors import WordVectors

ENDINGS = [writer.endings[0] for writer in WRITERS]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("v.bin", "word2vec-binary"),
        ("V.TXT", "word2vec-text"),
        ("v.vec.gz", "word2vec-text"),
        ("v.glove.txt", "glove"),
        ("v.glove", "glove"),
        ("v.safetensors.gz", "safetensors"),
        ("v.npz", "npz"),
        ("v.tsv", "projector"),
        ("v.csv", "csv"),
    ],
)
def test_the_ending_stands_for_a_format(name, key):
    assert writer_of(name).key == key


def test_another_format_than_the_ending_says(tmp_path):
    (glove,) = (writer for writer in WRITERS if writer.key == "glove")
    write_vectors(tmp_path / "v.txt", vectors_of(["a", "b"], 2), writer=glove)
    assert (tmp_path / "v.txt").read_bytes().startswith(b"a 0.")


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("pack", ["", ".gz"])
def test_progress_goes_up_to_all_of_it(tmp_path, monkeypatch, ending, pack):
    monkeypatch.setattr("w2v_gui.vectors.formats.writing._BLOCK", 10)
    shares = []
    vectors = vectors_of("abcdefgh", 5)
    vectors = WordVectors(vectors.words, vectors.matrix, output=vectors.matrix)
    write_vectors(tmp_path / f"v{ending}{pack}", vectors, shares.append)
    assert len(shares) > 3
    assert shares == sorted(shares)
    assert shares[-1] == 1


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("pack", ["", ".gz"])
def test_given_up_half_way_nothing_has_changed(tmp_path, monkeypatch, ending, pack):
    monkeypatch.setattr("w2v_gui.vectors.formats.writing._BLOCK", 10)
    target = tmp_path / f"v{ending}{pack}"
    write_vectors(target, vectors_of("ab"))
    before = contents(tmp_path)
    answers = iter([False, False, True])
    with pytest.raises(Cancelled):
        write_vectors(target, vectors_of("abcdefgh", 5), cancelled=lambda: next(answers))
    assert contents(tmp_path) == before


@pytest.mark.parametrize("ending", ENDINGS)
def test_packed_is_the_same_file_packed_with_neither_name_nor_time(tmp_path, ending):
    vectors = WordVectors(["a", "爱"], [[1, 2], [3, 4]], [5, 6])
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        write_vectors(tmp_path / folder / f"v{ending}.gz", vectors)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert all(file[4:8] == bytes(4) and not file[3] & 8 for file in contents(tmp_path / "one").values())
    if ending != ".npz":  # an archive that is packed on the way is written without going back
        write_vectors(tmp_path / f"v{ending}", vectors)
        assert (
            gzip.decompress((tmp_path / "one" / f"v{ending}.gz").read_bytes()) == (tmp_path / f"v{ending}").read_bytes()
        )


@pytest.mark.parametrize(
    ("ending", "marked"),
    [(".bin", 3), (".txt", 3), (".glove", 3), (".npz", 0), (".safetensors", 0), (".tsv", 2), (".csv", 1)],
)
def test_words_that_a_format_cannot_hold_are_counted(tmp_path, ending, marked):
    done = write_vectors(tmp_path / f"v{ending}", vectors_of(["New York", "a\nb", "x\udc80", "爱"]))
    assert (done.rows, done.marked, done.left_out) == (4, marked, 0)


@pytest.mark.parametrize("ending", [".npz", ".safetensors"])
def test_output_vectors_are_saved_beside_what_they_belong_to(tmp_path, ending):
    vectors = WordVectors(["a", "b"], np.eye(2), [2, 1], -np.eye(2))
    write_vectors(tmp_path / f"v{ending}", vectors)
    back = read_vectors(tmp_path / f"v{ending}")
    assert back.counts.tolist() == [2, 1]
    assert np.array_equal(back.using("W_out").matrix, -np.eye(2))
    write_vectors(tmp_path / f"v{ending}", vectors.using("mean"))
    back = read_vectors(tmp_path / f"v{ending}")
    assert not back.matrix.any()
    assert back.output is None


def test_a_pair_is_saved_as_one(tmp_path, monkeypatch):
    write_vectors(tmp_path / "x_vectors.tsv", vectors_of("ab"))
    assert sorted(contents(tmp_path)) == ["x_metadata.tsv", "x_vectors.tsv"]
    before = contents(tmp_path)
    (tmp_path / "x_metadata.tsv").chmod(0o444)
    with pytest.raises(SaveError, match="read-only"):
        check_writable(tmp_path / "x_vectors.tsv")
    with pytest.raises(SaveError, match="read-only"):
        write_vectors(tmp_path / "x_vectors.tsv", vectors_of("cd"))
    assert contents(tmp_path) == before
