"""The command ``train``: what it learns from, saves and tells."""

import gzip
import io
import json
import sys

import numpy as np
import pytest
from commands import QUICK, failure, interrupt_after

from w2v_gui.__main__ import main
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.vectors.formats import WRITERS, read_vectors
from w2v_gui.vectors.formats.npz import read_model

ENDINGS = [e for writer in WRITERS if writer.key in ("word2vec-binary", "word2vec-text", "npz") for e in writer.endings]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_text_becomes_vectors(tmp_path, capsys, text, ending):
    assert main(["train", text, "-o", str(tmp_path / f"v{ending}"), *QUICK]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "20,000 words" in err
    assert "Saved" in err
    vectors = read_vectors(tmp_path / f"v{ending}")
    assert vectors.dimensions == 8
    assert np.isfinite(vectors.matrix).all()


def test_the_same_command_gives_the_same_bytes(tmp_path, text):
    for name in ("one.npz", "two.npz"):
        assert main(["train", text, "-o", str(tmp_path / name), *QUICK]) == 0
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()


@pytest.mark.parametrize("objective", ["softmax", "negative_sampling", "hierarchical_softmax"])
@pytest.mark.parametrize("kind", ["cbow", "skipgram"])
def test_every_mode_learns(tmp_path, text, kind, objective):
    report = tmp_path / "r.json"
    argv = ["train", text, "-o", str(tmp_path / "v.npz"), "--report", str(report), *QUICK]
    assert main([*argv, "--model", kind, "--objective", objective, "--alpha", "0.05"]) == 0
    found = json.loads(report.read_text(encoding="utf-8"))
    assert found["loss_curve"][0][1] > found["loss"] > 0
    assert found["config"]["model"] == kind


def test_the_report_holds_what_was_done(tmp_path, text):
    assert main(["train", text, "-o", str(tmp_path / "v.bin"), "--report", str(tmp_path / "r.json"), *QUICK]) == 0
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"), parse_constant=pytest.fail)
    assert TrainingConfig.from_dict(report["config"]) == TrainingConfig(vector_size=8, epochs=2, min_count=2, threads=1)
    assert set(report["versions"]) == {"w2v_gui", "python", "numpy", "numba"}
    assert report["V"] == len(read_vectors(tmp_path / "v.bin"))
    assert (report["tokens"], report["words_trained"], report["finished"]) == (20_000, 40_000, True)
    assert report["words_per_s"] == pytest.approx(40_000 / report["seconds_training"])
    assert min(report["seconds_ingest"], report["seconds_prepare"], report["seconds_training"]) > 0
    words, losses = zip(*report["loss_curve"], strict=True)
    assert list(words) == sorted(words)
    assert words[-1] == 40_000
    assert losses[0] > losses[-1] > 0
    assert report["peak_memory_bytes"] > 10_000_000
    assert report["ingest"]["files"][0]["decoding"]["encoding"] == "utf-8"
    assert report["ingest"]["tokens"] == 20_000


def test_standard_input(tmp_path, monkeypatch, text):
    with open(text, "rb") as file:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(file.read())))
    assert main(["train", "-", "-o", str(tmp_path / "v.npz"), *QUICK]) == 0
    assert main(["train", text, "-o", str(tmp_path / "w.npz"), *QUICK]) == 0
    assert (tmp_path / "v.npz").read_bytes() == (tmp_path / "w.npz").read_bytes()


def test_several_texts_packed_and_in_folders(tmp_path, text):
    (tmp_path / "folder" / "deep").mkdir(parents=True)
    (tmp_path / "folder" / "deep" / "a.txt").write_text("one two three\n" * 5, encoding="utf-8")
    (tmp_path / "b.gz").write_bytes(gzip.compress(b"four five\n" * 5))
    argv = ["train", text, str(tmp_path / "folder"), str(tmp_path / "b.gz"), "-o", str(tmp_path / "v.txt"), *QUICK]
    assert main(argv) == 0
    assert {"one", "five"} <= set(read_vectors(tmp_path / "v.txt").words)


def test_options_of_the_text(tmp_path, capsys):
    path = tmp_path / "zh.txt"
    path.write_text("我爱自然语言处理，2 个 Word。\n" * 20, encoding="gb18030")
    (tmp_path / "stop.txt").write_text("我\n", encoding="utf-16")
    (tmp_path / "user.txt").write_text("自然语言处理 1000000\n", encoding="gb18030")
    argv = [
        "train",
        str(path),
        "-o",
        str(tmp_path / "v.txt"),
        *QUICK,
        "--language",
        "mixed",
        "--encoding",
        "gb18030",
    ]
    argv += ["--user-dictionary", str(tmp_path / "user.txt"), "--stop-words", str(tmp_path / "stop.txt")]
    assert main([*argv, "--digits", "--punctuation", "--no-lower-case"]) == 0
    words = set(read_vectors(tmp_path / "v.txt").words)
    assert {"自然语言处理", "2", "Word", "，"} <= words
    assert "我" not in words
    assert "read as mixed" in (told := capsys.readouterr().err)
    assert "20 stop words more are passed over." in told


def test_characters_as_words_with_a_dictionary(tmp_path):
    path = tmp_path / "zh.txt"
    path.write_text("我爱自然语言处理。\n" * 20, encoding="utf-8")
    (tmp_path / "user.txt").write_text("自然|语言\n", encoding="utf-8")
    argv = ["train", str(path), "-o", str(tmp_path / "v.txt"), *QUICK, "--segmenter", "characters"]
    assert main([*argv, "--user-dictionary", str(tmp_path / "user.txt")]) == 0
    assert set(read_vectors(tmp_path / "v.txt").words) == {"我", "爱", "自然", "语言", "处", "理"}


def test_options_that_the_text_has_no_use_for_are_named(tmp_path, capsys, text):
    argv = ["train", text, "-o", str(tmp_path / "v.txt"), *QUICK]
    assert main([*argv, "--no-hmm", "--segmenter", "jieba", "--digits"]) == 0
    assert "--segmenter and --hmm has no effect on a text read as spaced." in capsys.readouterr().err
    assert main(argv) == 0
    assert "no effect" not in capsys.readouterr().err


def test_a_target_is_not_one_of_the_lists(tmp_path, capsys, text):
    (tmp_path / "stop.txt").write_text("the\n")
    argv = ["train", text, "-o", str(tmp_path / "stop.txt"), *QUICK]
    assert main([*argv, "--stop-words", str(tmp_path / "stop.txt")]) == 2
    assert "is one of the files to read" in capsys.readouterr().err
    assert (tmp_path / "stop.txt").read_text() == "the\n"


def test_wrapped_lines_are_told_and_can_be_overruled(tmp_path, capsys):
    path = tmp_path / "novel.txt"
    paragraph = "\n".join(["the king of the wood and the queen of the lake went to the old town"] * 5)
    path.write_text(f"{paragraph}\n\n" * 10)
    argv = ["train", str(path), "-o", str(tmp_path / "v.txt"), *QUICK]
    assert main(argv) == 0
    assert "in 10 sentences" in (told := capsys.readouterr().err)
    assert "Lines are wrapped; paragraphs are taken as sentences." in told
    assert main([*argv, "--lines", "sentence"]) == 0
    assert "in 50 sentences" in (told := capsys.readouterr().err)
    assert "A line is a sentence." in told


def test_strange_text_is_text(tmp_path, capsys):
    path, model = tmp_path / "t.txt", str(tmp_path / "v.bin")
    strange = "<b>bold</b> <img src=x> [red] {0} %s a\0b \ufeffmark 😀 "
    path.write_bytes((strange * 200_000).encode() + b"\xed\xa0\x80 \n" + strange.encode())
    assert path.stat().st_size > 10_000_000
    argv = ["train", str(path), "-o", model, *QUICK, "--epochs", "1", "--encoding", "utf-8"]
    assert main([*argv, "--language", "segmented"]) == 0
    assert main(["query", model, read_vectors(model).words[0], "--top", "2"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_replaced_bytes_are_told(tmp_path, capsys):
    path = tmp_path / "t.txt"
    path.write_bytes(b"caf\xe9 au lait again\n" * 20)
    assert main(["train", str(path), "-o", str(tmp_path / "v.txt"), *QUICK, "--encoding", "utf-8"]) == 0
    assert "20 bytes are no characters in utf-8" in capsys.readouterr().err


def test_a_setting_without_effect_is_told(tmp_path, capsys, text):
    argv = ["train", text, "-o", str(tmp_path / "v.txt"), *QUICK, "--batch-size", "3", "--negative", "2"]
    assert main(argv) == 0
    assert "--batch-size has no effect on skipgram with negative_sampling" in capsys.readouterr().err


def test_resuming_gives_the_bytes_of_a_run_never_stopped(tmp_path, capsys, text, monkeypatch):
    straight, halves = tmp_path / "straight.npz", tmp_path / "halves.npz"
    assert main(["train", text, "-o", str(straight), *QUICK]) == 0
    interrupt_after(monkeypatch, 3)
    assert main(["train", text, "-o", str(halves), *QUICK]) == 130
    monkeypatch.undo()
    assert 0 < read_model(halves).state["position"] < 20_000
    assert main(["train", text, "-o", str(halves), "--resume", str(halves)]) == 0
    assert halves.read_bytes() == straight.read_bytes()
    assert "all of its 2 epochs" in failure(capsys, "train", text, "-o", str(halves), "--resume", str(halves))
    assert main(["train", text, "-o", str(halves), "--resume", str(halves), "--epochs", "3"]) == 0


def test_plain_progress_lines(tmp_path, capsys, text, monkeypatch):
    monkeypatch.setattr("w2v_gui.cli.console.PLAIN_SECONDS", -1.0)
    assert main(["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert any(line.startswith("reading 100 %: 20,000 words") for line in lines)
    last = [line for line in lines if line.startswith("training")][-1]
    assert last.startswith("training 100 %")
    assert "words/s, loss " in last
    assert "epoch 2 of 2, 0:00 left" in last


def test_progress_bar_on_a_terminal(tmp_path, text, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert main(["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]) == 0
    assert "words/s, loss" in sys.stderr.getvalue()
    assert "100%" in sys.stderr.getvalue()
