"""What nobody caught: it is written down and said, once, and the window lives on."""

import faulthandler
import logging
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qWarning

from w2v_gui.gui.crash import CrashGuard
from w2v_gui.gui.crash_dialog import CrashDialog
from w2v_gui.gui.reports import KEPT, Reports, described
from w2v_gui.session.run import RunState

SECRET = "黛玉葬花"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "log"


@pytest.fixture
def guard(qapp, folder):
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    guard = CrashGuard(folder)
    guard.install()
    yield guard
    guard.uninstall()
    guard.deleteLater()
    assert before == (sys.excepthook, threading.excepthook, sys.unraisablehook)
    faulthandler.enable()


@pytest.fixture
def guarded(window, guard):
    """A window in which F10 raises instead of taking a step."""

    def broken():
        raise KeyError(SECRET)

    guard.watch(window)
    window.actions_.step.triggered.disconnect()
    window.actions_.step.triggered.connect(broken)
    return window


def written(folder):
    return sorted(folder.glob("crash-*.txt"))


def dialog(window):
    return next((each for each in window.findChildren(CrashDialog) if each.isVisible()), None)


def fail(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F10)


def shown(qtbot, window):
    qtbot.waitUntil(lambda: dialog(window) is not None)
    return dialog(window)


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def back(qtbot, window):
    qtbot.waitUntil(lambda: dialog(window) is None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_an_action_that_raises_is_said_and_the_window_lives_on(qtbot, guarded, folder, qapp):
    fail(qtbot, guarded)
    box = shown(qtbot, guarded)
    (report,) = written(folder)
    labels = [label.text() for label in box.findChildren(type(box.count))]
    assert any("KeyError" in text for text in labels)
    assert any(str(report) in text for text in labels)
    click(qtbot, box.copy)
    copied = qapp.clipboard().text()
    assert "Traceback" in copied
    assert "KeyError" in copied
    click(qtbot, box.go_on)
    back(qtbot, guarded)
    click(qtbot, guarded.top_bar.train)
    qtbot.waitUntil(lambda: guarded.controller.state is RunState.TRAINING)


def test_the_report_says_what_is_needed_and_nothing_of_the_text(qtbot, guarded, folder):
    fail(qtbot, guarded)
    click(qtbot, shown(qtbot, guarded).go_on)
    report = written(folder)[0].read_text(encoding="utf-8")
    log = (folder / "w2v-gui.log").read_text(encoding="utf-8")
    for part in ("w2v-gui", "Python 3.", "PySide6", "numpy", "KeyError", "in broken", "test_crash.py"):
        assert part in report
    assert "in broken" in log
    assert SECRET not in report + log


def test_the_same_error_opens_no_second_dialog(qtbot, guarded, guard, folder):
    again = []
    guard.again.connect(lambda path, count: again.append((path, count)))
    fail(qtbot, guarded)
    click(qtbot, shown(qtbot, guarded).go_on)
    back(qtbot, guarded)
    fail(qtbot, guarded)
    qtbot.waitUntil(lambda: again == [(str(written(folder)[0]), 2)])
    assert dialog(guarded) is None
    assert len(written(folder)) == 1


def test_a_storm_is_counted_in_the_one_dialog(qtbot, guarded, guard, folder):
    def storm():
        for _ in range(1000):
            try:
                raise ValueError("again")
            except ValueError as error:
                sys.excepthook(ValueError, error, error.__traceback__)
        raise OSError("another")

    guarded.actions_.step.triggered.connect(storm)
    fail(qtbot, guarded)
    box = shown(qtbot, guarded)
    qtbot.waitUntil(lambda: "1,001" in box.count.text())
    assert len(guarded.findChildren(CrashDialog)) == 1
    assert box.count.text() == "Errors since then: 1,001, of 3 kinds in all."
    assert box.trace.toPlainText().count("Traceback") == 3
    assert len(written(folder)) == 3
    assert (folder / "w2v-gui.log").stat().st_size < 50_000


def test_quit_in_the_dialog_closes_the_window(qtbot, guarded):
    fail(qtbot, guarded)
    click(qtbot, shown(qtbot, guarded).leave)
    qtbot.waitUntil(lambda: not guarded.isVisible())


def test_an_error_while_a_dialog_is_open_is_shown_over_it(qtbot, guarded, guard):
    from w2v_gui.gui import dialogs

    asked = []
    dialogs.ask_unsaved(guarded, "text", 10, asked.append)
    try:
        raise RuntimeError("behind")
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    box = shown(qtbot, guarded)
    click(qtbot, box.go_on)
    qtbot.waitUntil(lambda: dialog(guarded) is None)
    assert not asked


def test_an_error_in_a_thread_is_shown_as_well(qtbot, guarded, folder):
    def broken():
        raise RuntimeError("in a thread")

    thread = threading.Thread(target=broken, name="helper")
    thread.start()
    thread.join()
    box = shown(qtbot, guarded)
    assert "in a thread" in box.trace.toPlainText()
    assert "Thread: helper" in written(folder)[0].read_text(encoding="utf-8")
    click(qtbot, box.go_on)


def test_what_fails_while_an_object_goes_is_written_down_and_not_shown(qtbot, guarded, folder):
    class Thing:
        def __del__(self):
            raise RuntimeError("going")

    Thing()
    qtbot.waitUntil(lambda: len(written(folder)) == 1)
    assert "going" in written(folder)[0].read_text(encoding="utf-8")
    assert dialog(guarded) is None


@pytest.mark.qt_no_exception_capture
def test_what_qt_says_is_in_the_log(guard, folder):
    qWarning("the pen is missing")
    assert "Qt: the pen is missing" in (folder / "w2v-gui.log").read_text(encoding="utf-8")


def test_where_nothing_can_be_written_the_error_is_still_shown(qtbot, window, tmp_path, qapp):
    (tmp_path / "file").touch()
    guard = CrashGuard(tmp_path / "file" / "log")
    guard.install()
    try:
        guard.watch(window)
        sys.excepthook(ValueError, ValueError("nowhere"), None)
        box = shown(qtbot, window)
        assert "No report could be written" in " ".join(label.text() for label in box.findChildren(type(box.count)))
        click(qtbot, box.go_on)
        qtbot.waitUntil(lambda: dialog(window) is None)
    finally:
        guard.uninstall()
        faulthandler.enable()


class TestReports:
    def test_messages_are_cut_and_quotes_left_out(self):
        try:
            try:
                raise KeyError(SECRET)
            except KeyError as error:
                raise ValueError(f"could not read '{SECRET}', \"{SECRET}\": " + 1000 * "x") from error
        except ValueError as error:
            text = described(error)
        assert SECRET not in text
        assert "could not read" in text
        assert text.index("KeyError") < text.index("which led to") < text.index("ValueError")
        assert max(map(len, text.splitlines())) < 400

    def test_names_of_the_program_are_kept(self):
        with pytest.raises(AttributeError) as caught:
            None.seconds  # noqa: B018
        assert "'seconds'" in described(caught.value)

    def test_an_error_that_cannot_be_written_out(self):
        class Broken(Exception):
            def __str__(self):
                raise RuntimeError

        assert "Broken" in described(Broken())

    def test_two_in_a_second_and_the_oldest_go(self, folder):
        all_reports = [Reports(folder).write(str(i)) for i in range(KEPT + 5)]
        assert len(set(all_reports)) == KEPT + 5
        assert len(written(folder)) == KEPT
        assert all_reports[-1].exists()

    def test_only_what_says_something_is_collected(self, folder):
        folder.mkdir()
        for name, text, age in (("1", "Fatal Python error: Aborted", 0), ("2", "", 0), ("3", "", 30)):
            path = folder / f"struck-down-{name}.log"
            path.write_text(text, encoding="utf-8")
            then = time.time() - age * 24 * 3600
            os.utime(path, (then, then))
        report = Reports(folder).collect()
        assert "Fatal Python error" in report.read_text(encoding="utf-8")
        assert [path.name for path in folder.glob("struck-down-*")] == ["struck-down-2.log"]
        assert Reports(folder).collect() is None


START = """
import sys
from PySide6.QtCore import QTimer
from w2v_gui.app import parser
from w2v_gui.gui import start, main_window
def show(self, event):
    QTimer.singleShot(300, lambda: exec(sys.argv[1], {"window": self}))
main_window.MainWindow.showEvent = show
sys.exit(start.run(parser().parse_args([])))
"""


def start(tmp_path, then):
    places = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, "-c", START, then], env={**os.environ, **places}, capture_output=True, text=True, timeout=60
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="places the log by XDG_STATE_HOME")
def test_a_run_that_was_struck_down_is_said_at_the_next_start(tmp_path):
    log = Path(tmp_path, "w2v-gui", "log")
    assert start(tmp_path, "import os; os.abort()").returncode < 0
    say = "print(*window.notices.texts); window.close()"
    result = start(tmp_path, say)
    assert result.returncode == 0
    (report,) = written(log)
    assert f"A report lies at {report}." in result.stdout
    assert "Aborted" in report.read_text(encoding="utf-8")
    assert "A report" not in start(tmp_path, say).stdout
    assert not list(log.glob("struck-down-*"))


def test_the_log_is_closed_at_the_end(guard):
    guard.uninstall()
    assert not logging.getLogger("w2v_gui").handlers
    guard.install()
