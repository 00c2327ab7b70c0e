"""Pairs are counted on a worker: what was asked for last is answered, and nothing else."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from w2v_gui.corpus import pair_counts
from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.errors import ConfigError, CorpusError
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.pair_counting import PairCounting

CONFIG = TrainingConfig(model="cbow", window=1, full_windows_only=True, min_count=1, sample=0.0, epochs=3)


class Heard:
    def __init__(self, counting):
        self.begun, self.parts, self.tables, self.none, self.found = [], [], [], [], []
        counting.begun.connect(lambda: self.begun.append(True))
        counting.progressed.connect(self.parts.append)
        counting.counted.connect(self.tables.append)
        counting.none.connect(self.none.append)
        counting.found.connect(lambda *answer: self.found.append(answer))


@pytest.fixture
def counting(qtbot):
    jobs = Jobs()
    counting = PairCounting(jobs)
    counting.heard = Heard(counting)
    yield counting
    assert jobs.shutdown()


@pytest.fixture
def gate(monkeypatch):
    """Counting goes on, after its first stretch, only when this is opened."""
    gate = threading.Event()
    count = pair_counts.count_pairs

    def held(corpus, stream, epoch, *, progress, cancelled):
        def report(counts):
            progress(counts)
            assert gate.wait(20)

        return count(corpus, stream, epoch, progress=report, cancelled=cancelled)

    monkeypatch.setattr(pair_counts, "count_pairs", held)
    yield gate
    gate.set()


def test_a_table_comes_and_the_other_model_needs_no_counting(qtbot, counting):
    corpus = derivation_sentence()
    counting.ask(corpus, CONFIG, 0)
    qtbot.waitUntil(lambda: bool(counting.heard.tables))
    counting.ask(corpus, replace(CONFIG, model="skipgram", alpha=0.5), 0)
    counting.ask(corpus, replace(CONFIG, model="skipgram", alpha=0.1), 0)
    assert [len(table) for table in counting.heard.tables] == [8, 16]
    assert len(counting.heard.begun) == 1


def test_what_is_counted_already_is_given_while_the_rest_is_counted(qtbot, counting, gate):
    corpus = EncodedCorpus.from_sentences([list("abcdefghij")] * 60_000)
    counting.ask(corpus, CONFIG, 0)
    qtbot.waitUntil(lambda: bool(counting.heard.parts))
    counting.ask(corpus, replace(CONFIG, model="skipgram"), 0)  # of the same windows, while they are being counted
    gate.set()
    qtbot.waitUntil(lambda: bool(counting.heard.tables))
    assert 0 < len(counting.heard.parts[0]) < 480_000
    assert [len(table) for table in counting.heard.tables] == [960_000]


def test_only_what_was_asked_last_is_answered(qtbot, counting, gate):
    corpus = derivation_sentence()
    counting.ask(corpus, CONFIG, 0)
    counting.ask(corpus, CONFIG, 1)
    counting.ask(corpus, replace(CONFIG, window=2), 2)
    gate.set()
    qtbot.waitUntil(lambda: bool(counting.heard.tables))
    assert [(table.windows.rules.window, table.windows.rules.epoch) for table in counting.heard.tables] == [(2, 2)]
    assert counting.heard.none == []


def test_after_a_text_is_gone_nothing_is_answered(qtbot, counting, gate):
    counting.ask(derivation_sentence(), CONFIG, 0)
    counting.forget()
    gate.set()
    other = EncodedCorpus.from_sentences([["a", "b", "c"]])
    counting.ask(other, CONFIG, 0)
    qtbot.waitUntil(lambda: bool(counting.heard.tables))
    assert [table.windows.corpus for table in counting.heard.tables] == [other]


def test_no_pairs_are_a_sentence(qtbot, counting):
    corpus = derivation_sentence()
    counting.ask(corpus, replace(CONFIG, window=8), 0)
    qtbot.waitUntil(lambda: len(counting.heard.none) == 1)
    counting.ask(corpus, replace(CONFIG, min_count=5), 0)
    qtbot.waitUntil(lambda: len(counting.heard.none) == 2)
    assert [type(error) for error in counting.heard.none] == [CorpusError, ConfigError]
    counting.find(0, -1)
    counting.ask(corpus, CONFIG, 0)
    qtbot.waitUntil(lambda: bool(counting.heard.tables))


def test_the_next_pair_of_a_word_is_found(qtbot, counting):
    corpus = derivation_sentence()
    counting.ask(corpus, CONFIG, 0)
    qtbot.waitUntil(lambda: bool(counting.heard.tables))
    word, edge = corpus.vocabulary.index("我"), corpus.vocabulary.index("脚步")
    counting.find(edge, -1)
    qtbot.waitUntil(lambda: bool(counting.heard.found))
    counting.find(word, -1)
    qtbot.waitUntil(lambda: len(counting.heard.found) == 2)
    assert counting.heard.found == [(edge, None), (word, 7)]
