import threading

import pytest
from PySide6.QtCore import QObject

from w2v_gui.gui.jobs import Job, Jobs


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


class Witness:
    """Remembers on which thread it came to its end."""

    def __init__(self, ends):
        self._ends = ends

    def __del__(self):
        self._ends.append(threading.get_ident())


def test_what_work_holds_ends_on_the_windows_thread(qtbot, jobs, caller, monkeypatch):
    execute, ends, gone = Job.execute, [], threading.Event()

    def execute_and_linger(job):
        # The window is done with the job before the worker is, if it may.
        job.destroyed.connect(lambda: gone.set())
        execute(job)
        gone.wait(0.1)

    def job_of(witness):
        def work(job):
            found = Witness(ends)
            if witness is None:
                raise ValueError(found)
            return witness, found

        return work

    monkeypatch.setattr(Job, "execute", execute_and_linger)
    for witness in (Witness(ends), None):
        jobs.start(job_of(witness), lambda result: None, lambda error: None)
    del witness
    qtbot.waitUntil(lambda: len(ends) == 3)
    assert set(ends) == {threading.get_ident()}


def test_nothing_begins_after_shutdown(jobs, caller):
    assert jobs.shutdown()
    begun = threading.Event()
    jobs.start(lambda job: begun.set(), caller.done, caller.failed)
    assert jobs.shutdown()
    assert not begun.is_set()
