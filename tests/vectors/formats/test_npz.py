"""Our own format."""

from __future__ import annotations

import io
import json
import zipfile

import numpy as np
import pytest
from vector_files import assert_equal, vectors_of

from w2v_gui.errors import FormatError
from w2v_gui.vectors.formats import npz, open_vectors, read_vectors
from w2v_gui.vectors.formats.model_file import ModelFile
from w2v_gui.vectors.formats.npz import read_model, write_model
from w2v_gui.vectors.word_vectors import WordVectors


def small_model() -> ModelFile:
    vectors = vectors_of(["a", "b\udc80", "爱"])
    vectors = WordVectors(vectors.words, vectors.matrix, [5, 2, 2])
    return ModelFile(vectors, np.ones((2, 3), dtype=np.float32), {"alpha": 0.05, "model": "cbow"}, {"epoch": 3})


def test_comes_back_whole(tmp_path):
    model = small_model()
    write_model(tmp_path / "m.npz", model)
    back = read_model(tmp_path / "m.npz")
    assert_equal(back.vectors, model.vectors)
    assert back.vectors.counts.tolist() == [5, 2, 2]
    assert np.array_equal(back.W_out, model.W_out)
    assert back.vectors.output is None  # a row less than words: inner nodes of a tree
    assert (back.config, back.state) == (model.config, model.state)


def test_comes_back_whole_when_it_was_packed(tmp_path):
    write_model(tmp_path / "m.npz.gz", small_model())
    assert (tmp_path / "m.npz.gz").read_bytes().startswith(b"\x1f\x8b")
    assert read_model(tmp_path / "m.npz.gz").state == {"epoch": 3}


def test_output_vectors_of_words_can_be_asked(tmp_path):
    model = small_model()
    write_model(tmp_path / "m.npz", ModelFile(model.vectors, -model.vectors.matrix))
    assert np.array_equal(read_vectors(tmp_path / "m.npz").using("W_out").matrix, -model.vectors.matrix)


def test_whoever_opens_the_vectors_gets_the_model_as_well_unless_rows_are_missing(tmp_path):
    model = small_model()
    write_model(tmp_path / "m.npz", model)
    opened = open_vectors(tmp_path / "m.npz")
    assert opened.model.vectors is opened.vectors
    assert np.array_equal(opened.model.W_out, model.W_out)
    assert (opened.model.config, opened.model.state) == (model.config, model.state)
    assert open_vectors(tmp_path / "m.npz", first=2).model is None


def test_numpy_opens_it_without_pickle(tmp_path):
    write_model(tmp_path / "m.npz", small_model())
    with np.load(tmp_path / "m.npz", allow_pickle=False) as archive:
        assert archive["format_version"] == npz.VERSION
        assert json.loads(archive["config"].tobytes()) == {"alpha": 0.05, "model": "cbow"}
        assert archive["words"].tobytes()[: archive["word_offsets"][1]] == b"a"
    with zipfile.ZipFile(tmp_path / "m.npz") as archive:
        assert all(info.compress_type == zipfile.ZIP_STORED for info in archive.infolist())


def arrays_of_a_file(tmp_path) -> dict[str, np.ndarray]:
    write_model(tmp_path / "m.npz", small_model())
    with np.load(tmp_path / "m.npz") as archive:
        return dict(archive)


@pytest.mark.parametrize(
    "change",
    [
        {"W": None},
        {"words": None},
        {"state": None},
        {"W": np.zeros((2, 3), np.float32)},
        {"W": np.zeros((3, 0), np.float32), "W_out": None},
        {"W": np.zeros((3, 3), np.float64)},
        {"W": np.zeros(3, np.float32)},
        {"W_out": np.zeros((2, 4), np.float32)},
        {"counts": np.array([1, 2])},
        {"word_offsets": np.array([0, 3, 2, 9])},
        {"word_offsets": np.array([0, 1, 2, 10**12])},
        {"word_offsets": np.array([-4, 1, 2, 7])},
        {"word_offsets": np.array([], np.int64)},
        {"words": np.array([255] * 7, np.uint8)},
        {"config": np.frombuffer(b"{", np.uint8)},
        {"config": np.frombuffer(b"[1]", np.uint8)},
        {"config": np.frombuffer(b"[" * 100_000, np.uint8)},
        {"format_version": np.array(2**40)},
        {"format_version": np.array("1")},
    ],
)
@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_parts_that_do_not_fit_are_refused(tmp_path, change, save):
    contents = arrays_of_a_file(tmp_path) | change
    save(tmp_path / "m.npz", **{name: array for name, array in contents.items() if array is not None})
    with pytest.raises(FormatError, match=r"damaged|newer"):
        read_model(tmp_path / "m.npz")


def test_a_compressed_copy_is_read(tmp_path):
    np.savez_compressed(tmp_path / "c.npz", **arrays_of_a_file(tmp_path))
    assert_equal(read_vectors(tmp_path / "c.npz"), small_model().vectors)


def test_a_declared_shape_is_checked_before_allocation(tmp_path, monkeypatch):
    contents = arrays_of_a_file(tmp_path)
    with zipfile.ZipFile(tmp_path / "m.npz", "w") as archive:
        for name, array in contents.items():
            file = io.BytesIO()
            np.save(file, array)
            lie = file.getvalue().replace(b"(3, 3), } ", b"(3, 3000),")
            archive.writestr(f"{name}.npy", lie)

    def never(*_, **__):
        raise AssertionError("allocated")

    read_array = np.lib.format.read_array
    monkeypatch.setattr(
        "numpy.lib.format.read_array",
        lambda file, **options: never() if "W.npy" in str(file) else read_array(file, **options),
    )
    with pytest.raises(FormatError, match="damaged"):
        read_model(tmp_path / "m.npz")


@pytest.mark.parametrize("damage", [lambda content: content[:-30], lambda content: content.replace(b"NUMPY", b"NOMPY")])
def test_a_damaged_file_is_called_so_in_our_own_words(tmp_path, damage):
    write_model(tmp_path / "m.npz", small_model())
    (tmp_path / "m.npz").write_bytes(damage((tmp_path / "m.npz").read_bytes()))
    with pytest.raises(FormatError) as caught:
        read_model(tmp_path / "m.npz")
    assert str(caught.value) == (
        "“m.npz” is damaged or incomplete, and no model can be read from it. Take an earlier copy, or train again."
    )
