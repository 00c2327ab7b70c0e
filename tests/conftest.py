"""What holds for every test: no screen, no settings of the user's, and no thread left behind."""

from __future__ import annotations

import gc
import os
import threading
import time

# Qt reads this once, when the first application is made.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from pytestqt.qtbot import QtBot

# Python collects garbage on whichever thread happens to ask for memory. A Qt object that has timers must not end
# anywhere but on its own thread: the timers would go on and strike what is no more. The window has a collector of its
# own for that; here garbage is collected between tests.
gc.disable()

_GARBAGE = 50_000
"""Objects made since the last collection that make the next one worth its time."""

PATIENCE_MS = 60_000
"""How long to wait for what must come: a machine with much else to do is slow, and not wrong."""


def pytest_collection_finish():
    """Spare every collection of garbage what has been imported, and the tests themselves: they stay to the end."""
    gc.collect()
    gc.freeze()


class PatientBot(QtBot):
    """A bot that gives up late, so that it is a fault when it does."""

    def waitUntil(self, callback, *, timeout=PATIENCE_MS):
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal, *, timeout=PATIENCE_MS, **options):
        return super().waitSignal(signal, timeout=timeout, **options)

    def waitSignals(self, signals, *, timeout=PATIENCE_MS, **options):
        return super().waitSignals(signals, timeout=timeout, **options)


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture(autouse=True)
def garbage_collected_here():
    """Collect garbage on the thread of the tests, and on no other."""
    yield
    if gc.get_count()[0] > _GARBAGE:
        gc.collect()


@pytest.fixture(autouse=True)
def no_thread_left(request):
    """Fail the test that leaves a Python thread or a Qt thread running."""
    before = set(threading.enumerate())
    yield
    qt = "qapp" in request.fixturenames
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while (left := _left(before, qt)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not left, f"threads left running: {left}"


def _left(before: set[threading.Thread], qt: bool) -> list[str]:
    # A dummy is Python's view of a thread that Qt made; those are counted by Qt below.
    left = [
        thread.name
        for thread in threading.enumerate()
        if thread not in before and thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]
    if qt:
        from PySide6.QtCore import QThread
        from shiboken6 import getAllValidWrappers

        threads = [thing for thing in getAllValidWrappers() if isinstance(thing, QThread)]
        left += [repr(thread) for thread in threads if thread.isRunning() and not _is_main(thread)]
    return left


def _is_main(thread: object) -> bool:
    from PySide6.QtCore import QCoreApplication

    application = QCoreApplication.instance()
    return application is not None and thread == application.thread()
