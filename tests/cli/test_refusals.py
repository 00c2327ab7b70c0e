"""What ``train`` refuses before it begins, and vectors that cannot be saved in the end."""

import os

import pytest
from commands import QUICK, failure

from w2v_gui.__main__ import main
from w2v_gui.vectors.formats import read_vectors


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("empty.txt", b"", "is empty"),
        ("missing.txt", None, "no file"),
        ("binary.txt", bytes(range(256)) * 50, "not a text"),
        ("document.pdf", b"%PDF-1.4", "document"),
        ("one.txt", b"word word word", "only word"),
        ("punctuation.txt", b"... !!! ???", "no words"),
        ("short.txt", b"each word stands here once", "No word occurs 2 times"),
    ],
)
def test_texts(tmp_path, capsys, name, content, sentence):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    found = failure(capsys, "train", str(tmp_path / name), "-o", str(tmp_path / "v.bin"), *QUICK)
    assert sentence in found
    assert not (tmp_path / "v.bin").exists()


def test_a_folder_without_text(tmp_path, capsys):
    assert "holds no .txt" in failure(capsys, "train", str(tmp_path), "-o", str(tmp_path / "v.bin"))


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--alpha", "nan"], "alpha must lie between"),
        (["--alpha", "-1"], "alpha must lie between"),
        (["--epochs", "0"], "epochs must lie between"),
        (["--window", "2.5"], "window must be a whole number"),
        (["--vector-size", "many"], "vector_size must be a whole number"),
        (["--model", "bert"], "model is one of cbow, skipgram"),
        (["--min-alpha", "1"], "is above the rate at the start"),
        (["--language", "klingon"], "language is one of auto, spaced"),
        (["--lines", "verse"], "lines is one of auto, sentence, paragraph, not “verse”"),
        (["--segmenter", "abacus"], "segmenter is one of jieba, characters"),
        (["--encoding", "klingon"], "klingon"),
        (["--frobnicate"], "unrecognized arguments: --frobnicate"),
        (["--user-dictionary", "missing.txt", "--language", "chinese"], "missing.txt"),
        (["--window", "90", "--full-windows-only"], "longest sentence"),
        (["-"], "only once"),
    ],
)
def test_options(tmp_path, capsys, text, options, sentence):
    stdin = ["-"] if options == ["-"] else []
    found = failure(capsys, "train", text, *stdin, *options, "-o", str(tmp_path / "v.bin"))
    assert sentence in found
    assert not (tmp_path / "v.bin").exists()


def test_a_target_that_cannot_be_written_is_noticed_before_anything_is_read(tmp_path, capsys, text, monkeypatch):
    monkeypatch.setattr("w2v_gui.corpus.ingest.encode", lambda *_, **__: pytest.fail("read"))
    (tmp_path / "folder.bin").mkdir()
    (tmp_path / "read-only.bin").write_bytes(b"")
    (tmp_path / "read-only.bin").chmod(0o444)
    good = str(tmp_path / "v.bin")
    for options, sentence in [
        (["-o", str(tmp_path / "no" / "v.bin")], "folder does not exist"),
        (["-o", str(tmp_path / "v.doc")], "names no format"),
        (["-o", str(tmp_path / "folder.bin")], "could not be saved"),
        (["-o", str(tmp_path / "read-only.bin")], "read-only"),
        (["-o", text], "one of the files to read"),
        (["-o", good, "--report", str(tmp_path / "no" / "r.json")], "folder does not exist"),
        (["-o", good, "--report", good], "cannot be the same file"),
        (["-o", good, "--report", text], "one of the files to read"),
        (["-o", good, "--resume", str(tmp_path / "missing.npz")], "cannot be read"),
        ([], "required: -o"),
    ]:
        assert sentence in failure(capsys, "train", text, *options)
    assert not os.path.exists(good)


def test_a_disk_that_is_full_at_the_end_does_not_cost_the_vectors(tmp_path, capsys, text, monkeypatch):
    (tmp_path / "rescue").mkdir()
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "rescue"))
    replace = os.replace

    def full(source, target):
        if "rescue" not in str(target):
            raise OSError(28, "No space left on device")
        replace(source, target)

    monkeypatch.setattr(os, "replace", full)
    assert main(["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]) == 2
    err = capsys.readouterr().err
    assert "no room" in err
    (rescued,) = (tmp_path / "rescue").iterdir()
    assert str(rescued) in err
    assert len(read_vectors(rescued)) > 10


def test_a_disk_that_is_full_everywhere(tmp_path, capsys, text, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert main(["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]) == 2
    assert "no room" in capsys.readouterr().err


def test_not_enough_memory(capsys, monkeypatch, model):
    def large(*_):
        raise MemoryError

    monkeypatch.setattr("w2v_gui.vectors.queries.answer", large)
    assert "not enough memory" in failure(capsys, "query", model, "king")
