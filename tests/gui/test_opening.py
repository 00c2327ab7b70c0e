"""Opening texts: files, samples, drops; what is wrong with them, and cancelling."""

import gzip
import threading

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from w2v_gui.errors import Cancelled
from w2v_gui.gui import main_window

TEXT = "the king rules the land and the queen rules the king\n" * 200


@pytest.fixture
def text_file(tmp_path):
    path = tmp_path / "royal.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_open_by_the_button(qtbot, make_window, text_file, monkeypatch):
    window = make_window()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *args: ([str(text_file)], ""))
    with qtbot.waitSignal(window.text_opened, timeout=20_000):
        qtbot.mouseClick(window.top_bar.open, Qt.MouseButton.LeftButton)
    assert window.top_bar.name.text() == "royal.txt"
    assert "2,200 tokens" in window.top_bar.summary.text()
    assert "V = 6" in window.top_bar.summary.text()
    assert "utf-8" in window.top_bar.summary.toolTip().lower()
    assert window.top_bar.train.isEnabled()
    assert "ready" in window.status.state.text()


def test_drop_a_file(qtbot, make_window, tmp_path):
    packed = tmp_path / "royal.txt.gz"
    packed.write_bytes(gzip.compress(TEXT.encode()))
    window = make_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(packed))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(window.text_opened, timeout=20_000):
        window.dropEvent(event)
    assert event.isAccepted()


@pytest.mark.parametrize("key", ["planted_en", "planted_zh", "derivation"])
def test_samples_by_the_menu(qtbot, make_window, key):
    window = make_window()
    with qtbot.waitSignal(window.text_opened, timeout=30_000):
        window.actions_.samples[key].trigger()
    qtbot.waitUntil(lambda: bool(window.train_page.watched.watched))
    assert window.train_page.form.error == ""
    assert window.controller.corpus is not None


def bad_files(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    binary = tmp_path / "picture.txt"
    binary.write_bytes(bytes(range(256)) * 400)
    folder = tmp_path / "folder"
    folder.mkdir()
    return [empty, tmp_path / "missing.txt", binary, folder]


@pytest.mark.parametrize("which", range(4))
def test_a_bad_file_is_one_sentence_and_the_old_text_stays(qtbot, window, tmp_path, which):
    corpus = window.controller.corpus
    path = bad_files(tmp_path)[which]
    with qtbot.waitSignal(window.opening_failed, timeout=20_000):
        window.open_paths([str(path)])
    assert len(window.message.text) > 20
    assert "Traceback" not in window.message.text
    assert window.controller.corpus is corpus
    assert window.top_bar.name.text() == "small.txt"
    assert window.top_bar.train.isEnabled()


class HeldReading:
    """A reading that goes on until it is cancelled."""

    def __init__(self):
        self.begun = threading.Event()

    def __call__(self, paths):
        def work(job):
            from types import SimpleNamespace

            job.report(SimpleNamespace(bytes_done=4_200_000, bytes_total=8_400_000, tokens=123_456))
            self.begun.set()
            while not job.cancelled():
                threading.Event().wait(0.005)
            raise Cancelled

        return work


@pytest.fixture
def held(monkeypatch):
    held = HeldReading()
    monkeypatch.setattr(main_window, "read_files", held)
    return held


def test_progress_and_cancel(qtbot, window, held):
    corpus = window.controller.corpus
    window.open_paths(["big.txt"])
    assert not window.top_bar.train.isEnabled()
    assert not window.top_bar.open.isEnabled()
    qtbot.waitUntil(lambda: window.top_bar.percent.text() == "50 %")
    assert window.status.state.text() == "reading: 4.2 MB of 8.4 MB, 123,456 tokens"
    with qtbot.waitSignal(window.opening_failed, timeout=5000):
        qtbot.mouseClick(window.top_bar.cancel, Qt.MouseButton.LeftButton)
    assert "cancelled" in window.message.text
    assert window.controller.corpus is corpus
    assert window.top_bar.train.isVisible()


def test_opening_a_second_text_while_reading_does_nothing(qtbot, window, held):
    window.open_paths(["one.txt"])
    window.open_paths(["two.txt"])
    window.open_sample("derivation")
    held.begun.wait(5)
    window.reader.cancel()
    qtbot.waitUntil(lambda: window.top_bar.train.isVisible())


def test_closing_while_reading(qtbot, window, held):
    window.open_paths(["big.txt"])
    held.begun.wait(5)
    window.close()


def test_replaced_bytes_are_said(qtbot, make_window, tmp_path):
    path = tmp_path / "broken.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode() + b"\xff\xfe broken\n" + TEXT.encode())
    window = make_window()
    with qtbot.waitSignal(window.text_opened, timeout=20_000):
        window.open_paths([str(path)])
    assert "could not be read" in window.message.text
