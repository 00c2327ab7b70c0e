import dataclasses

import pytest
from fakes import FakeTrainer, small_corpus

from w2v_gui import machine
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.errors import Cancelled, ConfigError, UserError
from w2v_gui.session.control import RunControl
from w2v_gui.session.mailbox import Mailbox
from w2v_gui.session.rate import LARGEST, check_size, measure, rate_of
from w2v_gui.session.run import CHUNK_SECONDS, run_session


class Clocked(FakeTrainer):
    """A trainer that takes the same time for each word, and some more for each chunk, by a clock of its own."""

    def __init__(self, seconds_per_word, seconds_per_chunk=0.0, *, sentences=400, epochs=1000):
        config = TrainingConfig(vector_size=8, min_count=1, threads=1, epochs=epochs)
        super().__init__(small_corpus(sentences), config)
        self.now = 100.0
        self._word, self._chunk = seconds_per_word, seconds_per_chunk

    def clock(self):
        return self.now

    def prepare(self):
        super().prepare()
        self.now += 7.0

    def train_chunk(self, words):
        result = super().train_chunk(words)
        self.now += self._chunk + result.words * self._word
        return result


def measured(trainer, seconds=0.25, cancelled=lambda: False):
    return measure(lambda: trainer, seconds, cancelled, trainer.clock)


@pytest.mark.parametrize("words_per_s", [300.0, 20_000.0, 1_000_000.0])
def test_the_rate_is_that_of_chunks_as_a_run_has_them(words_per_s):
    trainer = Clocked(1 / words_per_s)
    rate = measured(trainer)
    assert rate.words_per_s == pytest.approx(words_per_s)
    assert rate.predictions_per_word == 6
    assert trainer.closed
    assert trainer.chunks[0] / words_per_s < 0.05
    assert 0.25 <= trainer.now - 107.0 < 0.25 + 4 * CHUNK_SECONDS


def test_the_small_chunks_at_the_beginning_do_not_count():
    rate = measured(Clocked(1e-6, seconds_per_chunk=1e-3))
    assert rate.words_per_s > 0.8 / (1e-6 + 1e-3 / (CHUNK_SECONDS / 1e-6))


def test_a_text_that_is_soon_over_is_trained_to_its_end():
    trainer = Clocked(1e-6, sentences=3, epochs=2)
    rate = measured(trainer)
    assert trainer.finished
    assert rate.words_per_s == pytest.approx(1e6)


def test_predictions_that_are_not_recorded_are_counted_in():
    trainer = Clocked(1e-5)
    trainer.recorded_share = 1 / 16
    assert measured(trainer).predictions_per_word == 6 * 16


@pytest.mark.parametrize("asked", [1, 2, 3, 9])
def test_it_is_given_up_at_once_and_nothing_stays_open(asked):
    trainer = Clocked(1e-5)
    answers = iter([False] * (asked - 1) + [True])
    made = []
    with pytest.raises(Cancelled):
        measure(lambda: made.append(trainer) or trainer, 0.25, lambda: next(answers), trainer.clock)
    assert len(made) == (asked > 1)
    assert trainer.prepared == (asked > 2)
    assert trainer.closed == (asked > 1)
    assert len(trainer.chunks) == max(asked - 3, 0)


def test_what_goes_wrong_is_passed_on_and_nothing_stays_open():
    trainer = FakeTrainer(diverge_at=0)
    with pytest.raises(UserError):
        measure(lambda: trainer, 0.25, lambda: False)
    assert trainer.closed

    def refuse():
        raise ConfigError("No.")

    with pytest.raises(ConfigError):
        measure(refuse, 0.25, lambda: False)


def test_large_weights_are_not_made_only_to_measure():
    check_size(LARGEST // 100, 100, None)
    check_size(1000, 100, 4 * 800_000)
    with pytest.raises(UserError, match=r"0\.2 GB"):
        check_size(LARGEST // 100 + 1, 100, None)
    with pytest.raises(UserError, match="large"):
        check_size(1000, 100, 4 * 800_000 - 1)


def test_the_rate_of_a_run_is_over_all_of_it():
    trainer = FakeTrainer()
    mailbox = Mailbox()
    run_session(lambda: trainer, RunControl(), mailbox, lambda event: None)
    snapshot = dataclasses.replace(mailbox.take(), seconds=2.0)
    rate = rate_of(snapshot, 0.5)
    assert rate.words_per_s == trainer.words_total / 2
    assert rate.predictions_per_word == 12
    assert rate_of(dataclasses.replace(snapshot, seconds=0.0), 1.0) is None
    assert rate_of(dataclasses.replace(snapshot, words_done=0), 1.0) is None


def test_free_memory_is_what_the_system_says(tmp_path):
    told = tmp_path / "meminfo"
    assert machine.free_memory(told) is None
    told.write_text("MemTotal: 100 kB\nMemAvailable:    64 kB\n")
    assert machine.free_memory(told) == 65_536
    told.write_text("MemAvailable: much\n")
    assert machine.free_memory(told) is None
