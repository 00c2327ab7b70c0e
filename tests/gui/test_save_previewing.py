"""What a file would hold: the beginning and the size of that which is written."""

from __future__ import annotations

import numpy as np
import pytest

from w2v_gui.gui.explored import Explored
from w2v_gui.gui.jobs import Job
from w2v_gui.gui.save.previewing import previews
from w2v_gui.gui.save.wish import ALL, FIRST, MAP, SELECTION, SaveWish
from w2v_gui.vectors.formats.writers import WRITERS, write_vectors
from w2v_gui.vectors.layouts.frame import LayoutFrame, LayoutWish
from w2v_gui.vectors.word_vectors import WordVectors

WORDS = ("king", "女王", "two words", "=1+1", "x" * 10_000, "tab\tline\n", "\u202eabc")
MATRIX = np.arange(28, dtype=np.float32).reshape(7, 4)
EXPLORED = Explored("novel", WordVectors(WORDS, MATRIX, range(7, 0, -1), -MATRIX))


def made(explored=EXPLORED, **wish):
    return previews(explored, SaveWish("", **{"scope": ALL, **wish}), Job(lambda job: None, None))


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.key)
def test_the_size_is_that_of_the_file_and_the_lines_are_its_first(qapp, tmp_path, writer):
    preview = made()[writer.key]
    files = write_vectors(tmp_path / f"x{writer.endings[0]}", EXPLORED.vectors, writer=writer).files
    assert preview.size == sum(file.stat().st_size for file in files)
    assert [name for name, _ in preview.parts] == [file.name.replace("x", "…", 1) for file in files]
    for file, (_, lines) in zip(files, preview.parts, strict=True):
        assert lines
        if writer.key in ("glove", "projector"):
            assert file.read_text("utf-8").split("\n")[0].split() == lines[0].split()


def test_numbers_of_rows_are_those_of_the_whole_file(qapp):
    many = Explored("many", WordVectors([f"w{i}" for i in range(1000)], np.ones((1000, 3)), np.ones(1000)))
    found = made(many, scope=FIRST, first=900)
    for key in ("word2vec-binary", "word2vec-text"):
        ((_, lines),) = found[key].parts
        assert lines[0] == "900 3"
        assert lines[1].startswith("w0 ")
        assert lines[-1] == "…"
    for key, text in {"npz": "W: float32 (900, 3)", "safetensors": "W: F32 (900, 3)"}.items():
        ((_, lines),) = found[key].parts
        assert text in lines
        assert any(line.startswith("word_offsets: ") and line.endswith("(901)") for line in lines)


def test_what_cannot_be_saved_says_why(qapp):
    flat = Explored("flat", WordVectors(["a"], [[1.0]]))
    assert "dimensions" in str(made(flat)["projector"].error)
    assert all(preview.error for preview in made(scope=SELECTION, words=("nobody",)).values())


def test_the_map(qapp):
    frame = LayoutFrame(LayoutWish(), np.array([2, 0]), np.array([[0.5, 1], [2, 3]], np.float32))
    ((_, lines),) = made(frame=frame)[MAP].parts
    assert lines[:3] == ("word,count,x,y", "two words,5,0.5,1", "king,7,2,3")
