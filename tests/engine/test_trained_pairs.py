"""The rows one can look at are those that are trained: against the trainer, its kernels, and plain Python."""

from __future__ import annotations

import threading
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest
from engine.modes import MODES

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.pair_counts import count_pairs
from w2v_gui.corpus.pair_table import TABLES, PairTable, TrainedWindows
from w2v_gui.corpus.windows import gather, make_buffer
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.kernels.work import Tally, ThreadTeam, next_unit
from w2v_gui.engine.trainer import Trainer

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = 2**64 - 1


class Pair(NamedTuple):
    """A row as ids: what is given and what is predicted."""

    position: int
    given: tuple[int, ...]
    target: int


def text(lengths: list[int]) -> EncodedCorpus:
    """Return sentences in which frequent, rare and very rare words stand."""
    rng = np.random.default_rng(3)
    chances = 1 / np.arange(1, 200)
    return EncodedCorpus.from_sentences(
        [[f"w{i}" for i in rng.choice(199, size=length, p=chances / chances.sum())] for length in lengths]
    )


SENTENCES = text([1, 2, 3, 1500, 7, 30, 1, 1, 200, 900, 5] * 2)


def table_of(corpus: EncodedCorpus, config: TrainingConfig, epoch: int) -> PairTable:
    rules = config.window_rules(epoch)
    stream = rules.stream(corpus)
    return TABLES[config.model](TrainedWindows(corpus, rules, stream), count_pairs(corpus, stream, epoch))


def rows_of(corpus: EncodedCorpus, config: TrainingConfig, epoch: int) -> list[Pair]:
    table = table_of(corpus, config, epoch)
    index = corpus.vocabulary.index
    found = []
    for row in table.rows(0, len(table)):
        given = [index(word) for word in row.input_words]
        target = index(row.target_word)
        assert None not in (*given, target)
        found.append(Pair(row.position, tuple(i for i in given if i is not None), target or 0))
    return found


def pairs(model: str, position: int, centre: int, context: tuple[int, ...]) -> list[Pair]:
    """Return the rows that a window makes."""
    if model == "cbow":
        return [Pair(position, context, centre)]
    return [Pair(position, (centre,), target) for target in context]


# -- what the trainer hands to its kernels ------------------------------------------------------------------------


class Recorder:
    """An output layer that learns nothing, and takes down what it is given: unit by unit, on several threads."""

    know_nothing_loss = 1.0
    spare_rows = 0

    def __init__(self, config: TrainingConfig, size: int) -> None:
        self.output_rows = size
        self._model = config.model
        self._team = ThreadTeam(config.threads)
        self._lock = threading.Lock()
        self.seen: dict[int, list[Pair]] = {}

    def train(self, parameters, stream, work, schedule) -> Tally:
        def kernel(member: int) -> None:
            buffer = make_buffer(stream.window)
            while True:
                with self._lock:
                    begin, end = (int(place) for place in next_unit(work))
                if begin >= end:
                    return
                first, last = gather(stream, buffer, work.epoch, begin, end)
                for c in range(first, last):
                    self._take_down(work.epoch, buffer, c)

        self._team.run(kernel, max(-(-(work.end - int(work.cursor[0])) // 1024), 1))
        return Tally(work.end, 0, 0.0, 0)

    def _take_down(self, epoch, buffer, c) -> None:
        low, high = int(buffer.left[c]), int(buffer.right[c])
        context = tuple(int(buffer.tokens[i]) for i in range(low, high) if i != c)
        if context:
            with self._lock:
                position, centre = int(buffer.positions[c]), int(buffer.tokens[c])
                self.seen.setdefault(epoch, []).extend(pairs(self._model, position, centre, context))

    def close(self) -> None:
        self._team.close()


SETTINGS = [
    {"window": 1, "full_windows_only": True, "sample": 0.0, "min_count": 1},
    {"window": 5, "full_windows_only": False, "sample": 0.0, "min_count": 3},
    {"window": 2, "full_windows_only": False, "sample": 0.01, "min_count": 1, "seed": 7},
    {"window": 3, "full_windows_only": True, "sample": 0.005, "min_count": 5},
]


@pytest.mark.parametrize("threads", [1, 3])
@pytest.mark.parametrize("values", SETTINGS)
@pytest.mark.parametrize("model", sorted(TABLES))
def test_rows_are_what_the_trainer_hands_out(monkeypatch, model, values, threads) -> None:
    config = TrainingConfig(model=model, threads=threads, epochs=2, vector_size=4, **values)
    recorders = []

    def record(config, vocabulary):
        recorders.append(Recorder(config, len(vocabulary)))
        return recorders[-1]

    monkeypatch.setattr("w2v_gui.engine.trainer.make_objective", record)
    trainer = Trainer(SENTENCES, config)
    for words in (1, 700, 1023, 2500, 17, 100_000) * 2:  # chunks that end anywhere
        trainer.train_chunk(words)
    assert trainer.finished
    trainer.close()
    for epoch in range(2):
        # Threads take their units in any order; within one position the order is that of the window.
        seen = sorted(recorders[0].seen[epoch], key=lambda pair: pair.position)
        assert seen == rows_of(SENTENCES, config, epoch)
    assert values["sample"] == 0 or recorders[0].seen[0] != recorders[0].seen[1]


# -- what moves when the kernels train it -------------------------------------------------------------------------


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_each_step_of_the_trainer_moves_the_words_of_the_next_window_of_the_table(model, objective) -> None:
    corpus = text([9, 2, 14])
    config = TrainingConfig(
        model=model, objective=objective, window=3, min_count=2, sample=0.2, vector_size=4, threads=1, batch_size=1
    )
    expected: dict[int, list[Pair]] = {}
    for row in rows_of(corpus, config, 0):
        expected.setdefault(row.position, []).append(row)
    trainer = Trainer(corpus, config)
    trainer.parameters.W_out[...] = np.random.default_rng(0).normal(size=trainer.parameters.W_out.shape)
    assert len(expected) > 8
    for window in expected.values():
        before = trainer.parameters.W.copy()
        done = trainer.step()
        moved = set(np.flatnonzero((before != trainer.parameters.W).any(axis=1)).tolist())
        given = {word for row in window for word in row.given}
        # Kernels may turn skip-gram round, and give what the derivation predicts: the pairs are the same.
        assert moved in ((given,) if model == "cbow" else (given, {row.target for row in window}))
        assert done.predictions == len(window)
    trainer.close()


# -- plain Python, from the description alone ---------------------------------------------------------------------


def mix(x: int) -> int:
    """SplitMix64's finaliser."""
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9 & WORD
    x = (x ^ (x >> 27)) * 0x94D049BB133111EB & WORD
    return x ^ (x >> 31)


def plain_windows(sentences: list[list[int]], config: TrainingConfig, counts: list[int], epoch: int) -> Iterator[Pair]:
    golden = 0x9E3779B97F4A7C15
    key = mix(mix((config.seed * golden + epoch) & WORD) + 1 & WORD)
    total = sum(count for count in counts if count >= config.min_count)
    position = 0
    for sentence in sentences:
        kept = []
        for word in sentence:
            bits = mix((key + position * golden) & WORD)
            if counts[word] >= config.min_count:
                ratio = config.sample * total / counts[word]
                chance = min(ratio**0.5 + ratio, 1.0) if config.sample else 1.0
                if (bits & 0xFFFFFFFF) <= max(round(chance * 2**32) - 1, 0):
                    kept.append((position, word, bits >> 32))
            position += 1
        for i, (at, centre, bits) in enumerate(kept):
            reach = config.window if config.full_windows_only else 1 + (bits * config.window >> 32)
            around = [*kept[max(i - reach, 0) : i], *kept[i + 1 : i + 1 + reach]]
            if around and not (config.full_windows_only and len(around) < 2 * config.window):
                yield from pairs(config.model, at, centre, tuple(word for _, word, _ in around))


@pytest.mark.parametrize("epoch", [0, 3])
@pytest.mark.parametrize("values", SETTINGS)
@pytest.mark.parametrize("model", sorted(TABLES))
def test_rows_are_what_plain_python_makes_of_the_text(model, values, epoch) -> None:
    config = TrainingConfig(model=model, **values)
    bounds = SENTENCES.offsets.tolist()
    sentences = [SENTENCES.ids[a:b].tolist() for a, b in pairwise(bounds)]
    counts = SENTENCES.vocabulary.counts.tolist()
    assert list(plain_windows(sentences, config, counts, epoch)) == rows_of(SENTENCES, config, epoch)
