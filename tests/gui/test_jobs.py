import threading

import pytest
from PySide6.QtCore import QObject

from w2v_gui.gui.jobs import Jobs


class Caller(QObject):
    """Keeps what came back."""

    def __init__(self):
        super().__init__()
        self.results = []
        self.errors = []

    def done(self, result):
        self.results.append(result)

    def failed(self, error):
        self.errors.append(error)


@pytest.fixture
def caller(qapp):
    return Caller()


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.shutdown()


def test_work_is_done_elsewhere_and_its_result_comes_back(qtbot, jobs, caller):
    jobs.start(lambda job: threading.get_ident(), caller.done, caller.failed)
    qtbot.waitUntil(lambda: bool(caller.results))
    assert caller.results[0] != threading.get_ident()
    assert caller.errors == []


def test_an_error_comes_back_as_one(qtbot, jobs, caller):
    def work(job):
        raise ValueError("two is not three")

    job = jobs.start(work, caller.done, caller.failed)
    qtbot.waitUntil(lambda: bool(caller.errors))
    assert isinstance(caller.errors[0], ValueError)
    assert "two is not three" in job.traceback
    assert caller.results == []


def test_shutdown_cancels_waits_and_drops_what_comes(qtbot, jobs, caller):
    begun, ended = threading.Event(), threading.Event()

    def work(job):
        begun.set()
        while not job.cancelled():
            ended.wait(0.01)
        ended.set()

    jobs.start(work, caller.done, caller.failed)
    assert begun.wait(60)
    assert jobs.shutdown()
    assert ended.is_set()
    qtbot.wait(20)
    assert caller.results == caller.errors == []


def test_nothing_begins_after_shutdown(jobs, caller):
    assert jobs.shutdown()
    begun = threading.Event()
    jobs.start(lambda job: begun.set(), caller.done, caller.failed)
    assert jobs.shutdown()
    assert not begun.is_set()
