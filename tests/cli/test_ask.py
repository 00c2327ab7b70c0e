"""The command ``query``."""

import io
import sys

import numpy as np
import pytest
from commands import failure

from w2v_gui.__main__ import main
from w2v_gui.vectors.formats import write_vectors
from w2v_gui.vectors.word_vectors import WordVectors


class TestQuery:
    @pytest.mark.parametrize(
        ("expression", "best"),
        [
            (["king - man + woman"], "queen"),
            (["king", "-", "man", "+", "woman"], "queen"),
            (["KING−man+woman"], "queen"),
            (["国王-男人+女人"], "女王"),
            (["t-shirt"], "[red]"),
        ],
    )
    def test_answers_as_plain_lines(self, capsys, model, expression, best):
        assert main(["query", model, *expression, "--top", "3"]) == 0
        rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
        assert len(rows) == 3
        assert rows[0][0] == best
        assert float(rows[0][1]) == pytest.approx(0.9, abs=0.15)
        assert int(rows[0][2]) in range(10, 21)

    def test_a_table_on_a_terminal_shows_words_as_they_are(self, capsys, model, monkeypatch):
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
        assert main(["query", model, "t-shirt", "--top", "1"]) == 0
        out = capsys.readouterr().out
        assert "[red]" in out
        assert "cosine" in out

    def test_output_vectors(self, capsys, model):
        assert main(["query", model, "[red]", "--vectors", "W_out", "--top", "1"]) == 0
        assert capsys.readouterr().out.split("\t")[0] != "t-shirt"

    def test_questions_line_by_line(self, capsys, model, monkeypatch):
        monkeypatch.setattr(sys, "stdin", io.StringIO("king\n\nqueeen\n国王-男人+女人\n"))
        assert main(["query", model, "-", "--top", "1"]) == 2
        out, err = capsys.readouterr()
        assert [line.split("\t")[:2] for line in out.splitlines()] == [["king", "queen"], ["国王-男人+女人", "女王"]]
        assert "“queeen” is not in the vocabulary. The nearest spellings are “queen”" in err

    @pytest.mark.parametrize(
        ("argv", "sentence"),
        [
            (["kingg"], "nearest spellings are “king”"),
            (["king -"], "ends with a sign"),
            ([""], "no word to ask for"),
            (["king", "--top", "0"], "top must be a whole number from 1 on"),
            (["king", "--top", "x"], "top must be"),
            ([], "required: QUESTION"),
        ],
    )
    def test_questions_without_an_answer(self, capsys, model, argv, sentence):
        assert sentence in failure(capsys, "query", model, *argv)

    def test_files_that_hold_no_vectors(self, tmp_path, capsys, text):
        assert "first line" in failure(capsys, "query", text, "king")
        assert "cannot be read" in failure(capsys, "query", str(tmp_path / "missing.bin"), "king")
        assert "cannot be read" in failure(capsys, "query", str(tmp_path), "king")
        (tmp_path / "two\nlines").write_bytes(b"")
        assert "“two lines” is empty" in failure(capsys, "query", str(tmp_path / "two\nlines"), "king")

    def test_word2vec_files_have_no_output_vectors(self, tmp_path, capsys):
        write_vectors(tmp_path / "v.bin", WordVectors(["a", "b"], np.eye(2)))
        assert "without output vectors" in failure(capsys, "query", str(tmp_path / "v.bin"), "a", "--vectors", "mean")
