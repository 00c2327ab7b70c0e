"""A trainer that looks like the real one from outside and only moves numbers about: quick, exact, obedient."""

from __future__ import annotations

import time
from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.errors import QT_TRANSLATE_NOOP, DivergenceError
from w2v_gui.session.history import LossCurve
from w2v_gui.session.snapshot import Snapshot, View


@dataclass(frozen=True)
class FakeResult:
    words: int
    words_done: int
    predictions: int
    loss: float
    alpha: float
    epoch: int
    finished: bool


class FakeTrainer:
    """Every word adds one to W[0, 0]; the loss falls from the know-nothing line towards 1."""

    def __init__(self, corpus=None, config=None, *, seconds_per_word=0.0, diverge_at=None, fail_prepare=None):
        self.corpus = corpus or small_corpus()
        self.config = config or TrainingConfig(vector_size=8, min_count=1, threads=1, epochs=2)
        self.vocabulary = self.corpus.vocabulary.kept(self.config.min_count)
        W = np.zeros((len(self.vocabulary), self.config.vector_size), dtype=np.float32)
        self.parameters = SimpleNamespace(W=W, W_out=np.zeros_like(W))
        self.know_nothing_loss = 4.1589
        self.reset()
        self.prepared = self.closed = False
        self.chunks: list[int] = []
        self.steps = 0
        self._seconds_per_word = seconds_per_word
        self._diverge_at = diverge_at
        self._fail_prepare = fail_prepare

    @property
    def words_total(self):
        return len(self.corpus) * self.config.epochs

    @property
    def epoch(self):
        return min(self.words_done // len(self.corpus), self.config.epochs - 1)

    @property
    def finished(self):
        return self.words_done >= self.words_total

    recorded_share = 1.0

    def prepare(self):
        if self._fail_prepare:
            raise self._fail_prepare
        self.prepared = True

    def train_chunk(self, words):
        assert self.prepared
        words = min(words, self.words_total - self.words_done)
        self.chunks.append(words)
        return self._train(words)

    def step(self):
        assert self.prepared
        self.steps += 1
        return self._train(1)

    def _train(self, words):
        if self._diverge_at is not None and self.words_done + words > self._diverge_at:
            raise DivergenceError(QT_TRANSLATE_NOOP("tests", "Away: lower {setting}."), setting="alpha")
        if self._seconds_per_word:
            time.sleep(words * self._seconds_per_word)
        self.words_done += words
        self.parameters.W[0, 0] += words
        self.alpha = self.config.alpha * (1 - 0.9 * self.words_done / self.words_total)
        loss = 1 + (self.know_nothing_loss - 1) * float(np.exp(-4 * self.words_done / self.words_total))
        return FakeResult(words, self.words_done, words * 6, loss, self.alpha, self.epoch, self.finished)

    def change(self, *, alpha=None, epochs=None):
        if alpha is not None:
            self.config = self.config.changed(alpha=alpha)
        if epochs is not None:
            self.config = self.config.changed(epochs=epochs)

    def initial_rows(self, ids):
        W = self.parameters.W
        return np.random.default_rng(self.config.seed).normal(size=W.shape).astype(np.float32)[list(ids)]

    def reset(self):
        W = self.parameters.W
        W[...] = np.random.default_rng(self.config.seed).normal(size=W.shape)
        self.words_done = 0
        self.alpha = self.config.alpha

    def state(self):
        epoch, position = divmod(self.words_done, len(self.corpus))
        return {"epoch": epoch, "position": position, "schedule": [self.config.alpha, 0, 0]}

    def close(self):
        self.closed = True


def unhurried(trainer):
    """Return the real ``trainer``, slow enough to be looked at before it ends, on however fast a machine."""
    train_chunk = trainer.train_chunk

    def train_a_little(words):
        time.sleep(1e-3)
        return train_chunk(min(words, 100))

    trainer.train_chunk = train_a_little
    return trainer


def small_corpus(sentences=400):
    """Return a corpus of twelve words, 6 tokens a sentence."""
    words = [
        "the",
        "king",
        "queen",
        "rules",
        "castle",
        "<b>bold</b>",
        "黛玉",
        "宝玉",
        "said",
        "walks",
        "garden",
        "moon",
    ]
    rng = np.random.default_rng(0)
    weights = 1 / np.arange(1, len(words) + 1)
    picks = rng.choice(len(words), size=(sentences, 6), p=weights / weights.sum())
    return EncodedCorpus.from_sentences([[words[i] for i in row] for row in picks], "small.txt")


def loss_curve(loss=(), words_total=1000):
    """Return a curve of evenly spread points."""
    loss = np.asarray(loss, dtype=float)
    words = np.linspace(10, words_total, len(loss))
    return LossCurve(words, loss, np.ones(len(loss)), words / 1000, np.full(len(loss), 0.025))


def snapshot(**fields):
    """Return a snapshot of an empty view, but for what is given."""
    nothing = np.zeros((0, 4), np.float32)
    given = {
        "run_id": 0,
        "words_done": 500,
        "words_total": 1000,
        "epoch": 0,
        "epochs": 5,
        "alpha": 0.02,
        "words_per_s": 1e5,
        "loss": 2.0,
        "curve": LossCurve.empty(),
        "seconds": 0.5,
        "view": View(),
        **dict.fromkeys(("W", "W_out", "W_start", "mapped"), nothing),
    }
    return Snapshot(**given | fields)
