"""The commands ``convert`` and ``inspect``."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import numpy as np
import pytest
from commands import failure

from w2v_gui.__main__ import main
from w2v_gui.vectors.formats import READERS, WRITERS, read_vectors, write_vectors
from w2v_gui.vectors.word_vectors import WordVectors

WORDS = ["the", "爱", "[b]"]
MATRIX = np.array([[1, 2, 2], [0, 0, 0], [3, 4, 0]], dtype=np.float32)


@pytest.fixture
def source(tmp_path):
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "v.npz"
    write_vectors(path, WordVectors(WORDS, MATRIX, [9, 8, 7], -MATRIX))
    return str(path)


class TestConvert:
    @pytest.mark.parametrize("ending", [writer.endings[0] for writer in WRITERS])
    def test_every_format_and_back(self, tmp_path, capsys, source, ending):
        assert main(["convert", source, str(tmp_path / f"v{ending}")]) == 0
        assert main(["convert", str(tmp_path / f"v{ending}"), str(tmp_path / "back.bin")]) == 0
        out, err = capsys.readouterr()
        assert out == ""
        assert f"Saved 3 words in 3 dimensions to {tmp_path}/v{ending}" in err
        assert "Rows of zeros: 1" in err
        assert read_vectors(tmp_path / "back.bin").words == tuple(WORDS)
        assert read_vectors(tmp_path / "back.bin").matrix.tobytes() == MATRIX.tobytes()

    @pytest.mark.parametrize("rows", ["W", "W_out", "mean"])
    def test_other_rows_and_the_first_only(self, tmp_path, source, rows):
        assert main(["convert", source, str(tmp_path / "v.npz"), "--vectors", rows, "--first", "2"]) == 0
        vectors = read_vectors(tmp_path / "v.npz")
        assert vectors.words == tuple(WORDS[:2])
        assert vectors.matrix.tolist() == {"W": MATRIX, "W_out": -MATRIX, "mean": 0 * MATRIX}[rows][:2].tolist()
        assert (vectors.output is not None) == (rows == "W")

    def test_another_format_than_the_ending_says(self, tmp_path, source):
        assert main(["convert", source, str(tmp_path / "v.txt"), "--format", "glove"]) == 0
        assert (tmp_path / "v.txt").read_bytes() == "the 1 2 2\n爱 0 0 0\n[b] 3 4 0\n".encode()

    def test_both_files_of_a_pair_are_named_and_what_was_changed(self, tmp_path, capsys):
        matrix = [[1, 2], [3, 4], [np.nan, 1]]
        write_vectors(tmp_path / "v.npz", WordVectors(["a\tb", "c", "d"], matrix))
        assert main(["convert", str(tmp_path / "v.npz"), str(tmp_path / "v.tsv")]) == 0
        said = capsys.readouterr().err
        assert f"Saved 2 words in 2 dimensions to {tmp_path}/v.tsv and {tmp_path}/v_metadata.tsv." in said
        assert "In 1 of the words, signs" in said
        assert "not finite: 1." in said

    def test_refusals_leave_everything_as_it_was(self, tmp_path, capsys, source):
        write_vectors(tmp_path / "pair.tsv", WordVectors(WORDS, MATRIX))
        before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
        pair = str(tmp_path / "pair.tsv")
        for argv, sentence in [
            ([source, str(tmp_path / "v.doc")], "names no format"),
            ([source, str(tmp_path / "no" / "v.bin")], "folder does not exist"),
            ([source, source], "belongs to what is to be read"),
            ([pair, str(tmp_path / "pair_metadata.tsv"), "--format", "csv"], "belongs to what is to be read"),
            ([str(tmp_path / "missing.bin"), str(tmp_path / "v.bin")], "cannot be read"),
            ([pair, str(tmp_path / "v.bin"), "--vectors", "mean"], "without output vectors"),
            ([source, str(tmp_path / "v.bin"), "--first", "0"], "first must be a whole number from 1 on"),
            ([source, str(tmp_path / "v.bin"), "--format", "doc"], "invalid choice"),
            ([source], "required: OUT"),
        ]:
            assert sentence in failure(capsys, "convert", *argv)
        assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before

    @pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
    def test_stopped_half_way_nothing_is_left(self, tmp_path, monkeypatch, source, number, code):
        (tmp_path / "v.txt").write_bytes(b"old")
        monkeypatch.setattr("w2v_gui.vectors.formats.writing._BLOCK", 3)
        tell = "w2v_gui.vectors.formats.writing.Writing.tell"
        monkeypatch.setattr(tell, lambda writing, share: os.kill(os.getpid(), number) if share > 0.5 else None)
        before = signal.getsignal(signal.SIGTERM)
        try:
            ended = main(["convert", source, str(tmp_path / "v.txt")])
        except SystemExit as leaving:
            ended = leaving.code
        assert ended == code
        assert signal.getsignal(signal.SIGTERM) is before
        assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "v.txt"]
        assert (tmp_path / "v.txt").read_bytes() == b"old"


class TestInspect:
    def test_the_report_and_the_first_words(self, capsys, source):
        assert main(["inspect", source, "--words", "2"]) == 0
        rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
        assert ["Format", "w2v-gui model"] in rows
        assert ["Words", "3"] in rows
        assert ["Dimensions", "3"] in rows
        assert any(row[0] == "Rows of zeros" and row[1].startswith("1") for row in rows)
        assert rows[-2:] == [["the", "9", "3.0000"], ["爱", "8", "0.0000"]]

    def test_a_table_on_a_terminal_shows_words_as_they_are(self, capsys, source, monkeypatch):
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        assert main(["inspect", source]) == 0
        out = capsys.readouterr().out
        assert "[b]" in out
        assert "norm" in out

    def test_json(self, tmp_path, capsys):
        write_vectors(tmp_path / "v.bin", WordVectors(["a", "爱"], [[3, 4], [np.nan, 1]]))
        assert main(["inspect", str(tmp_path / "v.bin"), "--json", "--first", "5"]) == 0
        found = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
        assert (found["format"], found["rows"], found["not_finite"]) == ("word2vec binary", 2, 1)
        assert found["words"] == [
            {"word": "a", "count": None, "norm": 5.0},
            {"word": "爱", "count": None, "norm": None},
        ]

    def test_the_first_rows_only(self, capsys, source):
        assert main(["inspect", source, "--first", "1", "--words", "5"]) == 0
        assert "Only the first of 3 rows was read" in capsys.readouterr().out

    def test_refusals(self, tmp_path, capsys, source):
        (tmp_path / "v.fifu").write_bytes(b"FiFu\0\0\0\0")
        assert "finalfusion convert" in failure(capsys, "inspect", str(tmp_path / "v.fifu"))
        assert "words must be a whole number from 0 on" in failure(capsys, "inspect", source, "--words", "x")


def test_help_names_every_format(capsys):
    for command in ("convert", "inspect"):
        main([command, "--help"])
        shown = " ".join(capsys.readouterr().out.split())
        assert all(reader.name in shown for reader in READERS)
    main(["convert", "--help"])
    shown = capsys.readouterr().out
    assert all(writer.key in shown and writer.label in shown for writer in WRITERS)


def test_nothing_that_training_needs_is_imported(source):
    code = (
        f"import sys; from w2v_gui.__main__ import main; main(['inspect', {source!r}]); "
        "print(*sorted({'numba', 'scipy', 'PySide6', 'w2v_gui.engine', 'w2v_gui.corpus'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100)
    assert done.stdout.splitlines()[-1] == ""
