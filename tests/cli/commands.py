"""Running the command line's real entry point."""

import os
import signal

from w2v_gui.__main__ import main
from w2v_gui.engine.trainer import Trainer

QUICK = ["--vector-size", "8", "--epochs", "2", "--min-count", "2", "--threads", "1"]


def failure(capsys, *argv: str) -> str:
    """Run a command that must fail with exit code 2 and one line on standard error; return that line."""
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    *_, sentence = err.splitlines()
    return sentence


def interrupt_after(monkeypatch, chunks: int, number: int = signal.SIGINT) -> None:
    """Send this process a signal when so many chunks have been trained."""
    train_chunk = Trainer.train_chunk
    count = iter(range(1, 10**9))

    def interrupting(self, words):
        if next(count) == chunks:
            os.kill(os.getpid(), number)
        return train_chunk(self, words)

    monkeypatch.setattr(Trainer, "train_chunk", interrupting)
