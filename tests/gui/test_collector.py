import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from w2v_gui.gui.collector import Collector


class Knot:
    """Refers to itself: nothing but a collection lets go of it."""

    def __init__(self):
        self.me = self


@pytest.fixture
def window(qtbot):
    window = QWidget()
    gc.enable()
    yield window
    if isValid(window):
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.disable()  # as between all other tests
    gc.unfreeze()


@pytest.fixture
def collector(window):
    return Collector(window)


def test_garbage_goes_in_its_own_time(qtbot, collector):
    knot = weakref.ref(Knot())
    qtbot.waitUntil(lambda: knot() is None)
    assert not gc.isenabled()


def test_what_lived_for_a_while_is_collected_too(collector):
    knot = Knot()
    for _ in range(25):
        collector.collect()
    gone = weakref.ref(knot)
    del knot
    for _ in range(25):
        collector.collect()
    assert gone() is None


def test_what_has_lasted_is_not_looked_through_again(collector):
    kept = [Knot() for _ in range(30_000)]
    assert len(gc.get_objects()) > len(kept)
    for _ in range(25):
        collector.collect()
    assert len(gc.get_objects()) < len(kept)


def test_python_collects_by_itself_again_when_the_window_is_gone(window, collector):
    assert not gc.isenabled()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gc.isenabled()
