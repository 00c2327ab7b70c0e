"""Of several wishes only the latest is answered."""

import threading

import pytest

from w2v_gui.errors import Cancelled
from w2v_gui.gui.latest import Latest


@pytest.fixture
def latest(jobs):
    """What the latest wish is answered with, in ``said``: as an answer or as an error."""
    latest = Latest(jobs, jobs)
    latest.said = []
    latest.answered.connect(latest.said.append)
    latest.failed.connect(latest.said.append)
    return latest


class Held:
    """Work that begins, and then waits until it is let go; an exception is raised, anything else returned."""

    def __init__(self, outcome, gives_up=False):
        self.outcome = outcome
        self.gives_up = gives_up
        self.begun, self.gate = threading.Event(), threading.Event()
        self.was_cancelled = None

    def __call__(self, job):
        job.report(f"half of {self.outcome}")
        self.begun.set()
        self.gate.wait(20)
        self.was_cancelled = job.cancelled()
        if self.was_cancelled and self.gives_up:
            raise Cancelled
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome


def idle(jobs):
    return not jobs._jobs


def test_a_wish_is_answered_and_that_is_all(qtbot, jobs, latest):
    work = Held("one")
    assert (latest.active, latest.progress) == (False, None)
    latest.ask(work)
    assert work.begun.wait(20)
    assert (latest.active, latest.progress) == (True, "half of one")
    work.gate.set()
    qtbot.waitUntil(lambda: bool(latest.said))
    assert latest.said == ["one"]
    assert (latest.active, latest.progress) == (False, None)


@pytest.mark.parametrize("outcome", ["one", ValueError("one")], ids=["an answer", "an error"])
@pytest.mark.parametrize("gives_up", [True, False])
@pytest.mark.parametrize("first_done", [True, False])
def test_another_wish_takes_the_place_of_the_one_before(qtbot, jobs, latest, outcome, gives_up, first_done):
    one, other = Held(outcome, gives_up), Held("other")
    latest.ask(one)
    assert one.begun.wait(20)
    latest.ask(other)
    for work in (one, other) if first_done else (other, one):
        work.gate.set()
    qtbot.waitUntil(lambda: idle(jobs))
    assert one.was_cancelled
    assert latest.said == ["other"]
    assert not latest.active


def test_what_is_forgotten_is_not_answered(qtbot, jobs, latest):
    work = Held("one")
    latest.ask(work)
    assert work.begun.wait(20)
    latest.forget()
    assert (latest.active, latest.progress) == (False, None)
    work.gate.set()
    qtbot.waitUntil(lambda: idle(jobs))
    assert work.was_cancelled
    assert latest.said == []


def test_an_answer_that_is_on_its_way_is_forgotten_too(qtbot, jobs, latest):
    done = threading.Event()
    latest.ask(lambda job: done.set())
    assert done.wait(20)
    latest.forget()
    qtbot.waitUntil(lambda: idle(jobs))
    assert latest.said == []


def test_an_error_is_told_and_another_wish_is_answered(qtbot, jobs, latest):
    error = ValueError("two is not three")
    one = Held(error)
    one.gate.set()
    latest.ask(one)
    qtbot.waitUntil(lambda: latest.said == [error])
    assert not latest.active
    latest.ask(lambda job: "two")
    qtbot.waitUntil(lambda: latest.said == [error, "two"])


def test_who_is_told_may_ask_again_at_once(qtbot, jobs, latest):
    latest.answered.connect(lambda answer: latest.ask(lambda job: answer + 1) if answer < 3 else None)
    latest.ask(lambda job: 1)
    qtbot.waitUntil(lambda: latest.said == [1, 2, 3])
    assert not latest.active
