import numpy as np
import pytest
from fakes import FakeTrainer, small_corpus

from w2v_gui.engine.config import TrainingConfig
from w2v_gui.errors import ConfigError, DivergenceError
from w2v_gui.session.control import RunControl
from w2v_gui.session.mailbox import Mailbox
from w2v_gui.session.run import ChunkSizer, RunState, Speedometer, run_session
from w2v_gui.session.snapshot import View


class Watcher:
    """Runs a session on the spot and keeps what it said."""

    def __init__(self, trainer=None, control=None, view=None):
        self.trainer = trainer or FakeTrainer()
        self.control = control or RunControl()
        self.mailbox = Mailbox()
        self.mailbox.want(view)
        self.events = []
        self.hooks = {}

    def on_event(self, event):
        self.events.append(event)
        self.hooks.get(event.state, lambda: None)()

    def run(self):
        run_session(lambda: self.trainer, self.control, self.mailbox, self.on_event, run_id=5)
        return self

    @property
    def states(self):
        return [event.state.value for event in self.events]


def test_a_run_that_is_soon_over_has_curves_of_pairs_with_as_many_points_as_that_of_the_loss():
    snapshot = Watcher(view=View(pairs=((0, 1), (2, 99_999)))).run().mailbox.take()
    assert snapshot.view.pairs == ((0, 1),)
    (course,) = snapshot.pairs
    assert len(course.words) >= len(snapshot.curve) > 3
    assert course.words[-1] == snapshot.words_done


def test_trains_to_the_end_and_leaves_the_last_snapshot():
    watcher = Watcher(view=View(rows=(0, 1, 2), watched=(1,))).run()
    assert watcher.states == ["preparing", "training", "finished"]
    assert {event.run_id for event in watcher.events} == {5}
    assert watcher.events[1].trainer is watcher.trainer
    trainer = watcher.trainer
    assert trainer.finished
    assert trainer.closed
    snapshot = watcher.mailbox.take()
    assert snapshot.words_done == snapshot.words_total == trainer.words_total
    assert snapshot.curve.predictions.sum() == trainer.words_total * 6
    assert snapshot.loss == pytest.approx(snapshot.curve.loss[-1])
    np.testing.assert_array_equal(snapshot.W, trainer.parameters.W[:3])
    assert len(snapshot.neighbours) == 1


def test_nothing_is_copied_while_nobody_looks():
    watcher = Watcher()
    put = []
    watcher.mailbox.put = put.append
    watcher.mailbox._wanted = False
    watcher.run()
    assert len(watcher.trainer.chunks) > 1
    assert len(put) == 1


def test_paused_steps_one_window_each():
    control = RunControl(paused=True)
    control.step()
    control.step()
    control.step()
    watcher = Watcher(control=control)
    seen = []

    def stop(trainer):
        seen.append(trainer.words_done)
        control.stop()

    original = watcher.mailbox.put
    watcher.mailbox.put = lambda snapshot: (original(snapshot), snapshot.words_done == 3 and control.call(stop))
    watcher.run()
    assert watcher.states == ["preparing", "paused", "stopped"]
    assert watcher.trainer.steps == 3
    assert watcher.trainer.chunks == []
    assert seen == [3]


def test_stopped_before_it_began_compiles_nothing():
    control = RunControl()
    control.stop()
    watcher = Watcher(control=control).run()
    assert watcher.states == ["preparing", "stopped"]
    assert not watcher.trainer.prepared
    assert watcher.trainer.closed


def test_changes_reach_the_trainer_between_chunks():
    control = RunControl()
    control.change(alpha=0.5, epochs=3)
    watcher = Watcher(control=control).run()
    assert watcher.trainer.config.alpha == 0.5
    assert watcher.trainer.words_done == 3 * len(watcher.trainer.corpus)


def test_a_change_that_has_become_too_late_ends_nothing():
    class Strict(FakeTrainer):
        def change(self, **settings):
            raise ConfigError("Too late.")

    control = RunControl()
    control.change(epochs=1)
    assert Watcher(Strict(), control).run().states == ["preparing", "training", "finished"]


def test_divergence_is_an_event_and_the_last_good_state_is_shown():
    watcher = Watcher(FakeTrainer(diverge_at=700)).run()
    assert watcher.states == ["preparing", "training", "failed"]
    event = watcher.events[-1]
    assert isinstance(event.error, DivergenceError)
    assert "DivergenceError" in event.traceback
    assert event.trainer is watcher.trainer
    assert watcher.mailbox.take().words_done == watcher.trainer.words_done <= 700
    assert watcher.trainer.closed


@pytest.mark.parametrize("error", [RuntimeError("no compiler"), MemoryError()])
def test_any_error_while_preparing_is_an_event(error):
    watcher = Watcher(FakeTrainer(fail_prepare=error)).run()
    assert watcher.states == ["preparing", "failed"]
    assert watcher.events[-1].error is error


def test_a_trainer_that_cannot_be_made_is_an_event():
    events = []

    def refuse():
        raise ValueError("no")

    run_session(refuse, RunControl(), Mailbox(), events.append)
    assert [event.state for event in events] == [RunState.PREPARING, RunState.FAILED]
    assert events[-1].trainer is None


def test_work_asked_for_at_the_last_moment_is_done_before_the_end_is_told():
    watcher = Watcher()
    done = []
    watcher.hooks[RunState.TRAINING] = lambda: (
        watcher.control.call(lambda trainer: done.append(list(watcher.states))),
        watcher.control.stop(),
    )
    watcher.run()
    assert done == [["preparing", "training"]]
    assert not watcher.control.call(done.append)


def test_chunks_grow_to_the_time_they_should_take():
    sizer = ChunkSizer(0.015, 0.015)
    for _ in range(40):
        words = sizer.words
        sizer.took(words, words / 1_000_000)
    assert sizer.words == pytest.approx(15_000, rel=0.01)
    sizer.took(3, 10.0)
    assert sizer.words == pytest.approx(15_000, rel=0.01)
    for _ in range(40):
        words = sizer.words
        sizer.took(words, words / 20)
    assert sizer.words == 1


def test_chunks_of_a_long_run_are_longer():
    sizer = ChunkSizer(0.03, 0.1)
    lengths, passed = [], 0.0
    while passed < 20:
        words = sizer.words
        sizer.took(words, words / 1_000_000)
        lengths.append((passed, words / 1_000_000))
        passed += words / 1_000_000
    early = [seconds for at, seconds in lengths if 0.2 < at < 0.55]
    assert early == pytest.approx([0.03] * len(early), rel=0.01)
    assert lengths[-1][1] == pytest.approx(0.1, rel=0.01)


def test_chunk_times_are_kept_with_a_slow_trainer():
    corpus = small_corpus(sentences=2000)
    config = TrainingConfig(vector_size=4, min_count=1, threads=1, epochs=1)
    trainer = FakeTrainer(corpus, config, seconds_per_word=2e-5)
    Watcher(trainer).run()
    settled = trainer.chunks[5:-1]
    assert settled
    assert 400 <= np.median(settled) <= 2000


def test_speed_is_that_of_the_last_second():
    speed = Speedometer(span=1.0)
    assert np.isnan(speed.words_per_s)
    for _ in range(50):
        speed.add(10, 0.1)
    assert speed.words_per_s == pytest.approx(100)
    for _ in range(20):
        speed.add(100, 0.1)
    assert speed.words_per_s == pytest.approx(1000)


def test_reset_is_a_new_run_from_the_same_start():
    control = RunControl()
    watcher = Watcher(control=control, view=View(rows=tuple(range(12))))
    start = watcher.trainer.parameters.W.copy()
    watcher.hooks[RunState.TRAINING] = control.pause
    watcher.hooks[RunState.PAUSED] = lambda: control.reset(9)
    put = []

    def keep(snapshot):
        put.append(snapshot)
        if snapshot.run_id == 9:
            control.stop()

    watcher.mailbox.put = keep
    watcher.run()
    assert watcher.states == ["preparing", "training", "paused", "stopped"]
    assert [event.run_id for event in watcher.events] == [5, 5, 5, 9]
    before, after = put[-3:-1]
    assert before.run_id == 5
    assert before.words_done > 0
    assert len(before.curve) > 0
    assert after.run_id == 9
    assert after.words_done == len(after.curve) == 0
    assert np.isnan(after.loss)
    assert np.isnan(after.words_per_s)
    np.testing.assert_array_equal(after.W, start)


def test_a_reset_at_the_last_moment_is_told_of():
    control = RunControl()
    watcher = Watcher(control=control)
    close = control.close

    def close_late():
        control._stopped = False
        assert control.reset(9)
        return close()

    control.close = close_late
    watcher.run()
    assert watcher.states == ["preparing", "training", "finished"]
    assert watcher.events[-1].run_id == watcher.mailbox.take().run_id == 9
    assert watcher.trainer.words_done == 0
