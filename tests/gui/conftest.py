"""A window that trains a fake, with settings that vanish with the test."""

from __future__ import annotations

import threading

import pytest
from fakes import FakeTrainer, small_corpus
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings
from shiboken6 import isValid

from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.language import Language
from w2v_gui.gui.main_window import MainWindow
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.settings import WindowSettings
from w2v_gui.gui.theme import Theme
from w2v_gui.gui.unsaved import discard


@pytest.fixture(autouse=True)
def own_settings(tmp_path):
    """Keep the tests away from the settings of whoever runs them."""
    before = QSettings.defaultFormat()
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    yield
    QSettings.setDefaultFormat(before)


@pytest.fixture(autouse=True)
def widgets_gone(qapp):
    """Delete the widgets of a test after it: else every theme of later tests would be put on them too."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def language(qapp):
    """English, whatever the machine speaks; put back to English afterwards."""
    language = Language(qapp, "en")
    yield language
    language.choose("en")
    language.deleteLater()


@pytest.fixture
def jobs(qapp):
    """The workers of a window that is not there."""
    parent = QObject()
    jobs = Jobs(parent)
    yield jobs
    assert jobs.shutdown()


@pytest.fixture
def theme(qapp):
    theme = Theme(qapp, "light")
    yield theme
    theme.deleteLater()


@pytest.fixture(autouse=True)
def nothing_measured(monkeypatch):
    """Leave the trainers that a test counts to the test: speed is measured only where that is looked at."""
    monkeypatch.setattr("w2v_gui.gui.estimator.PAUSE_MS", 1_000_000)


@pytest.fixture(autouse=True)
def asked_at_once(monkeypatch):
    """Read a text again as soon as an option has changed: nobody is typing."""
    monkeypatch.setattr("w2v_gui.gui.panels.source._SETTLE_MS", 1)


@pytest.fixture
def make_window(qtbot, theme, language):
    """Return a function that makes a window, whose trainers it makes as it is told."""
    windows = []

    def make(open_trainer=FakeTrainer, ask_unsaved=discard):
        window = MainWindow(theme, language, WindowSettings(), open_trainer, ask_unsaved)
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    for window in filter(isValid, windows):
        window.close()
        window.shutdown()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Slow:
    """Trainers that train only as fast as a test lets them."""

    def __init__(self):
        self.made = []
        self.gate = threading.Event()
        self.seconds_per_word = 1e-3
        self.diverge_at = None
        self.fail_prepare = None
        self.hold_prepare = False

    def __call__(self, corpus, config):
        slow = self

        class Held(FakeTrainer):
            def prepare(self):
                if slow.hold_prepare:
                    slow.gate.wait(20)
                super().prepare()

        trainer = Held(
            corpus,
            config,
            seconds_per_word=self.seconds_per_word,
            diverge_at=self.diverge_at,
            fail_prepare=self.fail_prepare,
        )
        self.made.append(trainer)
        return trainer


@pytest.fixture
def slow():
    slow = Slow()
    yield slow
    slow.gate.set()


@pytest.fixture
def window(make_window, slow):
    """A window with a small text open, and slow trainers."""
    window = make_window(slow)
    window.take_text(Opened(small_corpus(), values={"min_count": 1, "vector_size": 8, "threads": 1, "epochs": 2}))
    return window


@pytest.fixture
def inside(qtbot, make_window):
    """A window on its Inside page, which was seen last, and has begun with the derivation's sentence."""
    WindowSettings().page = "inside"
    window = make_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: window.inside_page.scene is not None)
    return window
