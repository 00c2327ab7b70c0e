"""Files that change or vanish after they have been read."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from w2v_gui.corpus.sources import FileState, open_texts
from w2v_gui.gui.file_watch import MOST_WATCHED, FileChanges, FileWatch
from w2v_gui.gui.jobs import Jobs


@pytest.fixture
def watch(qapp):
    jobs = Jobs()
    watch = FileWatch(jobs, jobs)
    yield watch
    jobs.shutdown()
    jobs.deleteLater()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text("one two", encoding="utf-8")
    return path


def watched(qtbot, watch, path):
    watch.watch([FileState.of(path)])
    qtbot.waitUntil(lambda: str(path) in watch.watched)


def test_a_file_that_is_written_again_is_noticed(qtbot, watch, file):
    watched(qtbot, watch, file)
    with qtbot.waitSignal(watch.found) as found:
        file.write_text("one two three", encoding="utf-8")
    assert found.args == [FileChanges(changed=(file,))]


def test_a_file_saved_by_replacing_it_is_noticed_each_time(qtbot, watch, file, tmp_path):
    watched(qtbot, watch, file)
    for text, expected in (("another, longer text", FileChanges(changed=(file,))), ("one two", None)):
        fresh = tmp_path / "fresh"
        fresh.write_text(text, encoding="utf-8")
        if expected is None:  # put back as it was: nothing has changed then
            os.utime(fresh, ns=(0, watch._states[0].written))
        with qtbot.waitSignal(watch.found) as found:
            fresh.replace(file)
        assert found.args == [expected or FileChanges()]
        qtbot.waitUntil(lambda: str(file) in watch.watched)


def test_a_file_that_goes_and_comes_back(qtbot, watch, file):
    watched(qtbot, watch, file)
    with qtbot.waitSignal(watch.found) as found:
        file.unlink()
    assert found.args == [FileChanges(gone=(file,))]
    with qtbot.waitSignal(watch.found) as found:
        file.write_text("one two", encoding="utf-8")
    assert found.args == [FileChanges(changed=(file,))]


def test_what_changed_while_it_was_read_is_told_at_once(qtbot, watch, file):
    state = FileState.of(file)
    file.write_text("longer than before", encoding="utf-8")
    with qtbot.waitSignal(watch.found) as found:
        watch.watch([state, None])
    assert found.args == [FileChanges(changed=(file,))]


def test_of_many_files_none_is_watched_but_all_are_looked_at_when_the_window_is_come_back_to(qtbot, watch, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(MOST_WATCHED + 1):
        (folder / f"{number:05}.txt").write_text("a b", encoding="utf-8")
    texts = open_texts([folder])
    last = texts[-1].path
    last.unlink()
    with qtbot.waitSignal(watch.found) as found:
        watch.watch([text.state for text in texts])
    assert found.args == [FileChanges(gone=(last,))]
    assert watch.watched == []
    texts[0].path.unlink()
    with qtbot.waitSignal(watch.found) as found:
        QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert found.args == [FileChanges(gone=(texts[0].path, last))]


def test_other_files_are_forgotten(qtbot, watch, file, tmp_path):
    watched(qtbot, watch, file)
    other = tmp_path / "other" / "other.txt"
    other.parent.mkdir()
    other.write_text("a b", encoding="utf-8")
    watched(qtbot, watch, other)
    file.unlink()
    with qtbot.waitSignal(watch.found) as found:
        other.unlink()
    assert found.args == [FileChanges(gone=(other,))]
