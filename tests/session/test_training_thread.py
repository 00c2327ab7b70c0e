import pytest
from fakes import FakeTrainer
from PySide6.QtCore import QObject, QThread

from w2v_gui.errors import DivergenceError
from w2v_gui.session.run import RunState
from w2v_gui.session.training_thread import TrainingThread


@pytest.fixture
def heard():
    return []


def start(qtbot, heard, trainer, **more):
    thread = TrainingThread(lambda: trainer, run_id=3, **more)
    thread.state_changed.connect(heard.append)
    return thread


def test_a_whole_run_through_the_thread(qtbot, heard):
    thread = start(qtbot, heard, FakeTrainer())
    with qtbot.waitSignals([thread.ended, thread.finished]):
        thread.start()
    assert [event.state for event in heard] == [RunState.PREPARING, RunState.TRAINING, RunState.FINISHED]
    assert {event.run_id for event in heard} == {3}
    assert thread.shutdown()
    assert thread.stackSize() == 8 * 1024 * 1024


class Window(QObject):
    def __init__(self):
        super().__init__()
        self.threads = []

    def hear(self, event):
        self.threads.append(QThread.currentThread())


def test_events_arrive_on_the_thread_of_the_window(qtbot):
    window = Window()
    thread = TrainingThread(FakeTrainer)
    thread.ended.connect(window.hear)
    with qtbot.waitSignals([thread.ended, thread.finished]):
        thread.start()
    qtbot.waitUntil(lambda: len(window.threads) == 1)
    assert window.threads[0] == window.thread()
    assert thread.shutdown()


def test_failure_is_a_signal(qtbot, heard):
    thread = start(qtbot, heard, FakeTrainer(diverge_at=0))
    with qtbot.waitSignal(thread.failed) as failed:
        thread.start()
    assert isinstance(failed.args[0].error, DivergenceError)
    assert thread.shutdown()


@pytest.mark.parametrize("paused", [True, False])
def test_shutdown_ends_a_run_at_any_time_and_twice(qtbot, heard, paused):
    trainer = FakeTrainer(seconds_per_word=1e-3)
    thread = start(qtbot, heard, trainer, paused=paused)
    thread.start()
    assert thread.shutdown()
    assert thread.shutdown()
    assert not thread.isRunning()


def test_shutdown_of_a_thread_that_never_started(qtbot, heard):
    assert start(qtbot, heard, FakeTrainer()).shutdown()


def test_pause_step_and_go_on(qtbot, heard):
    trainer = FakeTrainer(seconds_per_word=1e-5)
    thread = start(qtbot, heard, trainer)
    thread.start()
    thread.control.pause()
    qtbot.waitUntil(lambda: bool(heard) and heard[-1].state is RunState.PAUSED)
    done = trainer.words_done
    thread.control.step()
    qtbot.waitUntil(lambda: trainer.words_done == done + 1)
    with qtbot.waitSignal(thread.ended):
        thread.control.run()
    assert trainer.finished
    assert thread.shutdown()
