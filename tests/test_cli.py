"""The command line: what it does, prints, saves and refuses, through its real entry point."""

from __future__ import annotations

import contextlib
import gzip
import io
import json
import math
import os
import signal
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

from w2v_gui import __version__, cli
from w2v_gui.__main__ import main
from w2v_gui.cli.options import describe
from w2v_gui.cli.report import LossCurve, Times, peak_memory, write_report
from w2v_gui.cli.train import chunk_words
from w2v_gui.engine.config import SETTINGS, TrainingConfig
from w2v_gui.engine.trainer import Trainer
from w2v_gui.errors import DivergenceError
from w2v_gui.vectors.formats import WRITERS, read_vectors, write_vectors
from w2v_gui.vectors.formats.npz import read_model
from w2v_gui.vectors.word_vectors import WordVectors

QUICK = ["--vector-size", "8", "--epochs", "2", "--min-count", "2", "--threads", "1"]
ENDINGS = [ending for writer in WRITERS for ending in writer.endings]


@pytest.fixture
def text(tmp_path):
    draws = np.random.default_rng(1).zipf(1.4, 20_000) % 300
    path = tmp_path / "text.txt"
    words = [f"{'abcdefghij'[draw % 10]}{'klmnopqrst'[draw // 10 % 10]}{'uvw'[draw // 100]}" for draw in draws]
    path.write_text("\n".join(" ".join(words[i : i + 20]) for i in range(0, len(words), 20)), encoding="utf-8")
    return str(path)


@pytest.fixture
def model(tmp_path):
    """Return a file of vectors in which a question has a known answer."""
    words = ["king", "man", "woman", "queen", "[red]", "国王", "男人", "女人", "女王", "t-shirt"]
    royal = np.array([[3, 1, 0], [0.1, 1, 0], [0.1, 0, 1], [3, 0, 1]])
    matrix = np.zeros((10, 7))
    matrix[0:4, 0:3] = royal
    matrix[5:9, 3:6] = royal
    matrix[[4, 9], 6] = 1
    write_vectors(tmp_path / "model.npz", WordVectors(words, matrix, range(20, 10, -1), matrix[::-1]))
    return str(tmp_path / "model.npz")


def failure(capsys, *argv: str) -> str:
    """Run a command that must fail with exit code 2 and one line on standard error; return that line."""
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    *_, sentence = err.splitlines()
    return sentence


class TestTrain:
    @pytest.mark.parametrize("ending", ENDINGS)
    def test_a_text_becomes_vectors(self, tmp_path, capsys, text, ending):
        assert main(["train", text, "-o", str(tmp_path / f"v{ending}"), *QUICK]) == 0
        out, err = capsys.readouterr()
        assert out == ""
        assert "20,000 words" in err
        assert "Saved" in err
        vectors = read_vectors(tmp_path / f"v{ending}")
        assert vectors.dimensions == 8
        assert np.isfinite(vectors.matrix).all()

    def test_the_same_command_gives_the_same_bytes(self, tmp_path, text):
        for name in ("one.npz", "two.npz"):
            assert main(["train", text, "-o", str(tmp_path / name), *QUICK]) == 0
        assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()

    @pytest.mark.parametrize("objective", ["softmax", "negative_sampling", "hierarchical_softmax"])
    @pytest.mark.parametrize("kind", ["cbow", "skipgram"])
    def test_every_mode_learns(self, tmp_path, text, kind, objective):
        report = tmp_path / "r.json"
        argv = ["train", text, "-o", str(tmp_path / "v.npz"), "--report", str(report), *QUICK]
        assert main([*argv, "--model", kind, "--objective", objective, "--alpha", "0.05"]) == 0
        found = json.loads(report.read_text(encoding="utf-8"))
        assert found["loss_curve"][0][1] > found["loss"] > 0
        assert found["config"]["model"] == kind

    def test_the_report_holds_what_was_done(self, tmp_path, text):
        assert main(["train", text, "-o", str(tmp_path / "v.bin"), "--report", str(tmp_path / "r.json"), *QUICK]) == 0
        report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"), parse_constant=pytest.fail)
        assert TrainingConfig.from_dict(report["config"]) == TrainingConfig(
            vector_size=8, epochs=2, min_count=2, threads=1
        )
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

    def test_standard_input(self, tmp_path, monkeypatch, text):
        with open(text, "rb") as file:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(file.read())))
        assert main(["train", "-", "-o", str(tmp_path / "v.npz"), *QUICK]) == 0
        assert main(["train", text, "-o", str(tmp_path / "w.npz"), *QUICK]) == 0
        assert (tmp_path / "v.npz").read_bytes() == (tmp_path / "w.npz").read_bytes()

    def test_several_texts_packed_and_in_folders(self, tmp_path, text):
        (tmp_path / "folder" / "deep").mkdir(parents=True)
        (tmp_path / "folder" / "deep" / "a.txt").write_text("one two three\n" * 5, encoding="utf-8")
        (tmp_path / "b.gz").write_bytes(gzip.compress(b"four five\n" * 5))
        argv = ["train", text, str(tmp_path / "folder"), str(tmp_path / "b.gz"), "-o", str(tmp_path / "v.txt"), *QUICK]
        assert main(argv) == 0
        assert {"one", "five"} <= set(read_vectors(tmp_path / "v.txt").words)

    def test_options_of_the_text(self, tmp_path, capsys):
        path = tmp_path / "zh.txt"
        path.write_text("我爱自然语言处理，2 个 Word。\n" * 20, encoding="gb18030")
        (tmp_path / "stop.txt").write_text("我\n", encoding="utf-8")
        (tmp_path / "user.txt").write_text("自然语言处理 1000000\n", encoding="utf-8")
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
        assert "read as mixed" in capsys.readouterr().err

    def test_strange_text_is_text(self, tmp_path, capsys):
        path, model = tmp_path / "t.txt", str(tmp_path / "v.bin")
        strange = "<b>bold</b> <img src=x> [red] {0} %s a\0b \ufeffmark 😀 "
        path.write_bytes((strange * 200_000).encode() + b"\xed\xa0\x80 \n" + strange.encode())
        assert path.stat().st_size > 10_000_000
        argv = ["train", str(path), "-o", model, *QUICK, "--epochs", "1", "--encoding", "utf-8"]
        assert main([*argv, "--language", "segmented"]) == 0
        assert main(["query", model, read_vectors(model).words[0], "--top", "2"]) == 0
        assert len(capsys.readouterr().out.splitlines()) == 2

    def test_replaced_bytes_are_told(self, tmp_path, capsys):
        path = tmp_path / "t.txt"
        path.write_bytes(b"caf\xe9 au lait again\n" * 20)
        assert main(["train", str(path), "-o", str(tmp_path / "v.txt"), *QUICK, "--encoding", "utf-8"]) == 0
        assert "20 bytes are no characters in utf-8" in capsys.readouterr().err

    def test_a_setting_without_effect_is_told(self, tmp_path, capsys, text):
        argv = ["train", text, "-o", str(tmp_path / "v.txt"), *QUICK, "--batch-size", "3", "--negative", "2"]
        assert main(argv) == 0
        assert "--batch-size has no effect on skipgram with negative_sampling" in capsys.readouterr().err

    def test_resuming_gives_the_bytes_of_a_run_never_stopped(self, tmp_path, capsys, text, monkeypatch):
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

    def test_plain_progress_lines(self, tmp_path, capsys, text, monkeypatch):
        monkeypatch.setattr("w2v_gui.cli.console.PLAIN_SECONDS", -1.0)
        assert main(["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]) == 0
        lines = capsys.readouterr().err.splitlines()
        assert any(line.startswith("reading 100 %: 20,000 words") for line in lines)
        last = [line for line in lines if line.startswith("training")][-1]
        assert last.startswith("training 100 %")
        assert "words/s, loss " in last
        assert "epoch 2 of 2, 0:00 left" in last

    def test_progress_bar_on_a_terminal(self, tmp_path, text, monkeypatch):
        class Terminal(io.StringIO):
            def isatty(self):
                return True

        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("COLUMNS", "200")
        monkeypatch.setattr(sys, "stderr", Terminal())
        assert main(["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]) == 0
        assert "words/s, loss" in sys.stderr.getvalue()
        assert "100%" in sys.stderr.getvalue()


def interrupt_after(monkeypatch, chunks: int, number: int = signal.SIGINT) -> None:
    """Send this process a signal when so many chunks have been trained."""
    train_chunk = Trainer.train_chunk
    count = iter(range(1, 10**9))

    def interrupting(self, words):
        if next(count) == chunks:
            os.kill(os.getpid(), number)
        return train_chunk(self, words)

    monkeypatch.setattr(Trainer, "train_chunk", interrupting)


class TestStopping:
    @pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
    def test_what_was_learned_is_saved(self, tmp_path, capsys, text, monkeypatch, number, code):
        before = signal.getsignal(number)
        interrupt_after(monkeypatch, 2, number)
        out, report = tmp_path / "v.bin", tmp_path / "r.json"
        assert main(["train", text, "-o", str(out), "--report", str(report), *QUICK]) == code
        assert f"Stopped after 10,000 of 40,000 words; saved to {out}." in capsys.readouterr().err
        assert len(read_vectors(out)) > 10
        found = json.loads(report.read_text(encoding="utf-8"))
        assert (found["finished"], found["words_done"]) == (False, 10_000)
        assert signal.getsignal(number) is before

    def test_before_anything_was_learned_nothing_is_saved(self, tmp_path, capsys, text, monkeypatch):
        monkeypatch.setattr(Trainer, "prepare", lambda self: os.kill(os.getpid(), signal.SIGINT))
        assert main(["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]) == 130
        assert "Stopped after 0 of 40,000 words; nothing was saved." in capsys.readouterr().err
        assert not (tmp_path / "v.bin").exists()

    def test_while_reading(self, tmp_path, capsys, text, monkeypatch):
        def interrupted(*_, **__):
            raise KeyboardInterrupt

        monkeypatch.setattr("w2v_gui.corpus.ingest.encode", interrupted)
        assert main(["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]) == 130
        assert "nothing was saved" in capsys.readouterr().err

    def test_a_second_time_at_once(self, tmp_path, capsys, text, monkeypatch):
        def twice(self, words):
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.01)
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(5)

        monkeypatch.setattr(Trainer, "train_chunk", twice)
        assert main(["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]) == 130
        assert "Interrupted" in capsys.readouterr().err
        assert sorted(os.listdir(tmp_path)) == ["text.txt"]

    def test_outside_the_main_thread(self, tmp_path, text):
        codes = []
        argv = ["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]
        thread = threading.Thread(target=lambda: codes.append(main(argv)))
        thread.start()
        thread.join()
        assert codes == [0]


class TestDivergence:
    def test_is_a_sentence(self, tmp_path, capsys, text):
        argv = ["train", text, "-o", str(tmp_path / "v.bin"), *QUICK, "--alpha", "10", "--objective", "softmax"]
        assert main([*argv, "--epochs", "50"]) == 2
        assert "Lower alpha" in capsys.readouterr().err

    @pytest.mark.parametrize("good_chunks", [0, 2])
    def test_the_last_good_state_is_saved_if_there_is_one(self, tmp_path, capsys, text, monkeypatch, good_chunks):
        train_chunk = Trainer.train_chunk
        count = iter(range(10**9))

        def diverging(self, words):
            if next(count) < good_chunks:
                return train_chunk(self, words)
            raise DivergenceError("It ran away. Lower alpha.")

        monkeypatch.setattr(Trainer, "train_chunk", diverging)
        assert main(["train", text, "-o", str(tmp_path / "v.npz"), *QUICK]) == 2
        err = capsys.readouterr().err
        assert "It ran away. Lower alpha." in err
        assert (tmp_path / "v.npz").exists() == bool(good_chunks)
        assert ("Saved" in err) == bool(good_chunks)


class TestRefusals:
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
    def test_texts(self, tmp_path, capsys, name, content, sentence):
        if content is not None:
            (tmp_path / name).write_bytes(content)
        found = failure(capsys, "train", str(tmp_path / name), "-o", str(tmp_path / "v.bin"), *QUICK)
        assert sentence in found
        assert not (tmp_path / "v.bin").exists()

    def test_a_folder_without_text(self, tmp_path, capsys):
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
            (["--language", "klingon"], "invalid choice: 'klingon'"),
            (["--encoding", "klingon"], "klingon"),
            (["--frobnicate"], "unrecognized arguments: --frobnicate"),
            (["--user-dictionary", "missing.txt", "--language", "chinese"], "missing.txt"),
            (["--window", "90", "--full-windows-only"], "longest sentence"),
            (["-"], "only once"),
        ],
    )
    def test_options(self, tmp_path, capsys, text, options, sentence):
        stdin = ["-"] if options == ["-"] else []
        found = failure(capsys, "train", text, *stdin, *options, "-o", str(tmp_path / "v.bin"))
        assert sentence in found
        assert not (tmp_path / "v.bin").exists()

    def test_a_target_that_cannot_be_written_is_noticed_before_anything_is_read(
        self, tmp_path, capsys, text, monkeypatch
    ):
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

    def test_a_disk_that_is_full_at_the_end_does_not_cost_the_vectors(self, tmp_path, capsys, text, monkeypatch):
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

    def test_a_disk_that_is_full_everywhere(self, tmp_path, capsys, text, monkeypatch):
        def full(*_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "replace", full)
        assert main(["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]) == 2
        assert "no room" in capsys.readouterr().err

    def test_not_enough_memory(self, capsys, monkeypatch, model):
        def large(*_):
            raise MemoryError

        monkeypatch.setattr("w2v_gui.vectors.queries.answer", large)
        assert "not enough memory" in failure(capsys, "query", model, "king")


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
            ([], "required: EXPRESSION"),
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


class TestEvaluate:
    def test_scores_and_how_many_were_found(self, tmp_path, capsys, model):
        (tmp_path / "pairs.tsv").write_text("king\tqueen\t9\nking\tman\t4\nking\tt-shirt\t0\nx\ty\t1\n")
        (tmp_path / "questions.txt").write_text(": royal\nman king woman queen\nman king woman nobody\n: none\n")
        argv = ["evaluate", model, "--pairs", str(tmp_path / "pairs.tsv")]
        assert main([*argv, "--analogies", str(tmp_path / "questions.txt")]) == 0
        assert [line.split("\t") for line in capsys.readouterr().out.splitlines()] == [
            ["pairs", "1.0000", "3", "4"],
            ["questions: royal", "1.0000", "1", "2"],
            ["questions: none", "–", "0", "0"],
            ["questions", "1.0000", "1", "2"],
        ]

    @pytest.mark.parametrize(("restrict", "found"), [("3", "0"), ("4", "1"), ("0", "1")])
    def test_restricted_to_frequent_words(self, tmp_path, capsys, model, restrict, found):
        (tmp_path / "q.txt").write_text("man king woman queen\n")
        assert main(["evaluate", model, "--analogies", str(tmp_path / "q.txt"), "--restrict", restrict]) == 0
        assert capsys.readouterr().out.splitlines()[-1].split("\t")[2] == found

    def test_refusals(self, tmp_path, capsys, model):
        assert "nothing to evaluate on" in failure(capsys, "evaluate", model)
        (tmp_path / "prose.txt").write_text("This is prose.")
        assert "no word pairs" in failure(capsys, "evaluate", model, "--pairs", str(tmp_path / "prose.txt"))
        assert "no analogies" in failure(capsys, "evaluate", model, "--analogies", str(tmp_path / "prose.txt"))
        assert "restrict must be" in failure(capsys, "evaluate", model, "--pairs", "x", "--restrict", "-1")


class TestProgram:
    @pytest.mark.parametrize("argv", [["--help"], ["-h"], *[[command, "--help"] for command in cli.COMMANDS]])
    def test_help(self, capsys, argv):
        assert main(argv) == 0
        assert "usage: w2v-gui" in capsys.readouterr().out

    def test_version(self, capsys):
        assert main(["--version"]) == 0
        assert capsys.readouterr().out == f"w2v-gui {__version__}\n"

    @pytest.mark.parametrize("name", SETTINGS)
    def test_every_setting_is_an_option_with_default_range_and_choices(self, capsys, name):
        main(["train", "--help"])
        shown = " ".join(capsys.readouterr().out.split())
        setting = SETTINGS[name]
        assert f"--{name.replace('_', '-')}" in shown
        assert "default " in describe(setting)
        for fact in [setting.unit, *(choice.value for choice in setting.choices)]:
            assert fact in shown
        if setting.type is bool:
            assert f"--no-{name.replace('_', '-')}" in shown
        elif setting.minimum is not None:
            assert f"{setting.minimum:g} to " in describe(setting)

    def test_anything_else_goes_to_the_window(self, monkeypatch):
        import types

        asked = []
        window = types.ModuleType("w2v_gui.app")
        window.main = lambda argv: asked.append(list(argv)) or 7
        monkeypatch.setitem(sys.modules, "w2v_gui.app", window)
        for argv in ([], ["text.txt"], ["--demo"], ["--screenshot", "x.png"], ["./train"]):
            assert main(argv) == 7
            assert asked[-1] == argv

    @pytest.mark.parametrize("command", ["query", "evaluate"])
    def test_questions_need_neither_window_nor_compiler(self, model, tmp_path, command):
        (tmp_path / "q.txt").write_text("man king woman queen\n")
        argv = [command, model, *(["king"] if command == "query" else ["--analogies", str(tmp_path / "q.txt")])]
        program = (
            "import sys; from w2v_gui.__main__ import main; code = main(sys.argv[1:]); "
            "bad = {'numba', 'PySide6', 'rich', 'pyqtgraph', 'rjieba'} & set(sys.modules); "
            "sys.exit(repr(bad) if bad else code)"
        )
        done = subprocess.run([sys.executable, "-c", program, *argv], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")

    def test_a_reader_that_has_seen_enough(self, model):
        read, write = os.pipe()
        os.close(read)
        argv = [sys.executable, "-m", "w2v_gui", "query", model, "king"]
        done = subprocess.run(argv, stdout=write, stderr=subprocess.PIPE, text=True, check=False)
        os.close(write)
        assert (done.returncode, done.stderr) == (0, "")

    def test_words_that_the_terminal_does_not_have(self, model):
        environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
        argv = [sys.executable, "-m", "w2v_gui", "query", model, "国王"]
        done = subprocess.run(argv, capture_output=True, env=environment, check=False)
        assert done.returncode == 0
        assert rb"\u5973\u738b" in done.stdout

    def test_ctrl_c_from_outside(self, tmp_path, text):
        argv = [sys.executable, "-m", "w2v_gui", "train", text, "-o", str(tmp_path / "v.npz"), *QUICK]
        process = subprocess.Popen([*argv, "--epochs", "100000"], stderr=subprocess.PIPE, text=True)
        with contextlib.closing(process.stderr):
            for line in process.stderr:
                if line.startswith("training"):
                    break
            process.send_signal(signal.SIGINT)
            rest = process.stderr.read()
            assert process.wait(30) == 130
        assert "Stopped after" in rest
        assert read_model(tmp_path / "v.npz").state["epoch"] > 0


class TestParts:
    def test_a_loss_curve_is_bounded_and_true(self):
        curve = LossCurve(1_000_000)
        rng = np.random.default_rng(1)
        losses = rng.random(100_000)
        predictions = rng.integers(0, 5, 100_000)
        for i, (loss, weight) in enumerate(zip(losses, predictions, strict=True)):
            curve.add(10 * (i + 1), loss if weight else math.nan, int(weight))
        points = curve.points()
        assert 400 <= len(points) <= 502
        assert np.mean([loss for _, loss in points[1:-1]]) == pytest.approx(
            np.average(losses, weights=predictions), abs=1e-3
        )
        assert math.isnan(LossCurve(10).latest)

    def test_a_report_has_no_nan(self, tmp_path, corpus_and_trainer):
        ingested, trainer = corpus_and_trainer
        write_report(str(tmp_path / "r.json"), trainer, ingested.report, LossCurve(10), Times(), None)
        report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"), parse_constant=pytest.fail)
        assert report["loss"] is None
        assert report["words_per_s"] is None

    def test_peak_memory_is_plausible(self):
        assert 10_000_000 < peak_memory() < 1 << 40

    def test_chunks_are_fixed_by_the_settings(self, corpus_and_trainer):
        assert chunk_words(corpus_and_trainer[1]) == chunk_words(corpus_and_trainer[1]) == 5_000


@pytest.fixture
def corpus_and_trainer():
    from w2v_gui.corpus.ingest import encode
    from w2v_gui.corpus.sources import PastedText

    ingested = encode([PastedText("one two three four five\n" * 50, "pasted")])
    trainer = Trainer(ingested.corpus, TrainingConfig(vector_size=4, threads=1))
    yield ingested, trainer
    trainer.close()
