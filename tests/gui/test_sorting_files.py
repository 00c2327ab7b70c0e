"""What files that are opened together are taken for."""

import numpy as np
import pytest

from w2v_gui.gui.sorting_files import FEW, sort_files
from w2v_gui.vectors.formats import write_vectors
from w2v_gui.vectors.formats.model_file import ModelFile
from w2v_gui.vectors.formats.npz import write_model
from w2v_gui.vectors.word_vectors import WordVectors

VECTORS = WordVectors(["king", "queen", "land"], np.eye(3, dtype=np.float32))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "novel.txt").write_text("the king rules the land\n" * 20, encoding="utf-8")
    for name in ("page.html", "page.vec"):
        (tmp_path / name).write_text("<!DOCTYPE html><p>not found", encoding="utf-8")
    (tmp_path / "pointer.txt").write_text("version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n")
    for name in ("vectors.bin", "glove.glove.txt", "map_vectors.tsv", "plain.npz", "m.safetensors"):
        write_vectors(tmp_path / name, VECTORS)
    (tmp_path / "m.vocab.txt").write_text("king\nqueen\nland\n", encoding="utf-8")
    np.savez(tmp_path / "theirs.npz", words=np.array(VECTORS.words), vectors=VECTORS.matrix)
    write_model(tmp_path / "trained.npz", ModelFile(VECTORS, VECTORS.matrix, {"vector_size": 3}, {"epoch": 1}))
    return tmp_path


@pytest.mark.parametrize(
    ("names", "text_is_open", "texts", "models", "vectors"),
    [
        ("novel.txt", False, "novel.txt", "", ""),
        ("novel.txt trained.npz", False, "novel.txt", "trained.npz", ""),
        ("trained.npz", True, "", "trained.npz", ""),
        ("trained.npz", False, "", "", "trained.npz"),
        ("plain.npz", True, "", "", "plain.npz"),
        ("theirs.npz novel.txt", True, "novel.txt", "", "theirs.npz"),
        ("vectors.bin novel.txt trained.npz", False, "novel.txt", "trained.npz", "vectors.bin"),
        ("glove.glove.txt novel.txt", False, "novel.txt", "", "glove.glove.txt"),
        ("missing.npz", True, "", "missing.npz", ""),
        ("missing.txt", True, "missing.txt", "", ""),
        ("page.html", False, "page.html", "", ""),
        ("page.vec", False, "", "", "page.vec"),
        ("pointer.txt", False, "", "", "pointer.txt"),
    ],
)
def test_told_by_their_beginnings(folder, names, text_is_open, texts, models, vectors):
    found = sort_files([str(folder / name) for name in names.split()], text_is_open)
    wanted = tuple([str(folder / name) for name in kind.split()] for kind in (texts, models, vectors))
    assert tuple(found) == wanted


def test_words_that_belong_to_a_file_of_vectors_are_no_text(folder):
    pair = sorted(str(path) for path in folder.glob("map_*"))
    beside = sorted(str(path) for path in folder.glob("m.*"))
    assert len(pair) == len(beside) == 2
    assert sort_files(pair, False) == ([], [], [str(folder / "map_vectors.tsv")])
    assert sort_files(beside, False) == ([], [], [str(folder / "m.safetensors")])


def test_a_folder_of_vectors_stands_for_them(folder):
    def sorted_with(*names):
        inside = folder / "inside"
        inside.mkdir(exist_ok=True)
        for name in names:
            (folder / name).rename(inside / name)
        found = sort_files([str(inside)], False)
        return [[path.removeprefix(str(inside)) for path in kind] for kind in found]

    assert sorted_with() == [[""], [], []]
    assert sorted_with("m.safetensors", "m.vocab.txt") == [[], [], ["/m.safetensors"]]
    assert sorted_with("glove.glove.txt") == [[], [], ["/glove.glove.txt", "/m.safetensors"]]
    assert sorted_with("novel.txt") == [[""], [], []]


def test_many_files_are_a_collection_of_texts(folder):
    paths = [str(folder / "glove.glove.txt")] * (FEW + 1)
    assert sort_files(paths, False).texts == paths
