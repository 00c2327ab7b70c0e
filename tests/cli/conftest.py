"""What the commands work on: a text, and a file of vectors."""

import signal

import numpy as np
import pytest

from w2v_gui.vectors.formats import write_vectors
from w2v_gui.vectors.word_vectors import WordVectors


@pytest.fixture(autouse=True)
def interruptible():
    """Let Ctrl-C interrupt, also where the tests run in the background of a shell that has it ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


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
