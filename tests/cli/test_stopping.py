"""Trainings that do not come to their end: stopped, or run away."""

import json
import os
import signal
import threading
import time

import pytest
from commands import QUICK, interrupt_after

from w2v_gui.__main__ import main
from w2v_gui.engine.trainer import Trainer
from w2v_gui.errors import DivergenceError
from w2v_gui.vectors.formats import read_vectors


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_what_was_learned_is_saved(tmp_path, capsys, text, monkeypatch, number, code):
    before = signal.getsignal(number)
    interrupt_after(monkeypatch, 2, number)
    out, report = tmp_path / "v.bin", tmp_path / "r.json"
    assert main(["train", text, "-o", str(out), "--report", str(report), *QUICK]) == code
    assert f"Stopped after 10,000 of 40,000 words; saved to {out}." in capsys.readouterr().err
    assert len(read_vectors(out)) > 10
    found = json.loads(report.read_text(encoding="utf-8"))
    assert (found["finished"], found["words_done"]) == (False, 10_000)
    assert signal.getsignal(number) is before


def test_before_anything_was_learned_nothing_is_saved(tmp_path, capsys, text, monkeypatch):
    monkeypatch.setattr(Trainer, "prepare", lambda self: os.kill(os.getpid(), signal.SIGINT))
    assert main(["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]) == 130
    assert "Stopped after 0 of 40,000 words; nothing was saved." in capsys.readouterr().err
    assert not (tmp_path / "v.bin").exists()


def test_while_reading(tmp_path, capsys, text, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("w2v_gui.corpus.ingest.encode", interrupted)
    assert main(["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]) == 130
    assert "nothing was saved" in capsys.readouterr().err


def test_a_second_time_at_once(tmp_path, capsys, text, monkeypatch):
    def twice(self, words):
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(5)

    monkeypatch.setattr(Trainer, "train_chunk", twice)
    assert main(["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]) == 130
    assert "Interrupted" in capsys.readouterr().err
    assert sorted(os.listdir(tmp_path)) == ["text.txt"]


def test_outside_the_main_thread(tmp_path, text):
    codes = []
    argv = ["train", text, "-o", str(tmp_path / "v.bin"), *QUICK]
    thread = threading.Thread(target=lambda: codes.append(main(argv)))
    thread.start()
    thread.join()
    assert codes == [0]


def test_is_a_sentence(tmp_path, capsys, text):
    argv = ["train", text, "-o", str(tmp_path / "v.bin"), *QUICK, "--alpha", "10", "--objective", "softmax"]
    assert main([*argv, "--epochs", "50"]) == 2
    assert "Lower alpha" in capsys.readouterr().err


@pytest.mark.parametrize("good_chunks", [0, 2])
def test_the_last_good_state_is_saved_if_there_is_one(tmp_path, capsys, text, monkeypatch, good_chunks):
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
