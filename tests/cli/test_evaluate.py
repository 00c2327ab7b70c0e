"""The command ``evaluate``."""

import pytest
from commands import failure

from w2v_gui.__main__ import main

PAIRS = "king\tqueen\t9\nking\tman\t4\nking\tt-shirt\t0\nx\ty\t1\n"
QUESTIONS = ": royal\nman king woman queen\nman king woman nobody\n: none\n"


@pytest.mark.parametrize("options", [("--pairs", "--analogies"), ()])
def test_scores_and_how_many_were_found(tmp_path, capsys, model, options):
    (tmp_path / "pairs.tsv").write_text(PAIRS)
    (tmp_path / "questions.txt").write_text(QUESTIONS)
    paths = [str(tmp_path / "pairs.tsv"), str(tmp_path / "questions.txt")]
    argv = [part for pair in zip(options, paths, strict=True) for part in pair] if options else paths
    assert main(["evaluate", model, *argv]) == 0
    assert [line.split("\t") for line in capsys.readouterr().out.splitlines()] == [
        ["pairs", "1.0000", "3", "4", ""],
        ["questions: royal", "1.0000", "1", "2", "1.0000"],
        ["questions: none", "–", "0", "0", "–"],
        ["questions", "1.0000", "1", "2", "1.0000"],
    ]


@pytest.mark.parametrize(("restrict", "found"), [("3", "0"), ("4", "1"), ("0", "1")])
def test_restricted_to_frequent_words(tmp_path, capsys, model, restrict, found):
    (tmp_path / "q.txt").write_text("man king woman queen\n")
    assert main(["evaluate", model, str(tmp_path / "q.txt"), "--restrict", restrict]) == 0
    assert capsys.readouterr().out.splitlines()[-1].split("\t")[2] == found


def test_lines_without_an_item_are_told(tmp_path, capsys, model):
    (tmp_path / "own.csv").write_text("word1,word2,score\nking,queen,9\nking,man,\nking,woman,4\n")
    assert main(["evaluate", model, str(tmp_path / "own.csv")]) == 0
    assert "own: 1 lines hold no item and were passed over: 3." in capsys.readouterr().err


def test_refusals(tmp_path, capsys, model):
    assert "nothing to evaluate on" in failure(capsys, "evaluate", model)
    (tmp_path / "prose.txt").write_text("This is prose.")
    assert "no test set" in failure(capsys, "evaluate", model, "--pairs", str(tmp_path / "prose.txt"))
    assert "no test set" in failure(capsys, "evaluate", model, "--analogies", str(tmp_path / "prose.txt"))
    (tmp_path / "pairs.tsv").write_text(PAIRS)
    assert "holds pairs" in failure(capsys, "evaluate", model, "--analogies", str(tmp_path / "pairs.tsv"))
    assert "restrict must be" in failure(capsys, "evaluate", model, "--pairs", "x", "--restrict", "-1")
