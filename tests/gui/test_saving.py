import numpy as np
import pytest
from fakes import unhurried
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from w2v_gui.gui import dialogs
from w2v_gui.gui.opening import Opened, read_sample
from w2v_gui.session.run import RunState
from w2v_gui.vectors.formats import read_vectors


@pytest.fixture
def trained(qtbot, make_window):
    """A window with the real trainer, and a text of the derivation that it has learned."""
    from w2v_gui.gui.controller import open_trainer

    window = make_window(lambda *what: unhurried(open_trainer(*what)))
    opened = read_sample("derivation")(None)
    window.take_text(Opened(opened.corpus, values={**opened.values, "epochs": 100_000}))
    qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.controller.latest is not None)
    return window


def save(qtbot, window, path, monkeypatch):
    monkeypatch.setattr(dialogs, "choose_target", lambda *args: str(path))
    as_ = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_S, as_)
    qtbot.waitUntil(lambda: bool(window.message.text))


@pytest.mark.parametrize("ending", ["bin", "txt", "npz"])
def test_save_while_training_and_after(qtbot, trained, tmp_path, monkeypatch, ending):
    path = tmp_path / f"vectors.{ending}"
    assert trained.controller.state is RunState.TRAINING
    save(qtbot, trained, path, monkeypatch)
    assert "Saved to" in trained.message.text
    first = read_vectors(path)
    assert "学习" in first
    qtbot.mouseClick(trained.top_bar.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: trained.controller.state.ended)
    trained.message.hide()
    save(qtbot, trained, path, monkeypatch)
    W = trained.controller.trainer.parameters.W
    vectors = read_vectors(path)
    rows = [vectors.vector(word) for word in trained.controller.trainer.vocabulary.words]
    np.testing.assert_allclose(rows, W, atol=1e-5)


def test_saving_where_one_cannot_is_one_sentence(qtbot, trained, tmp_path, monkeypatch):
    save(qtbot, trained, tmp_path / "missing" / "vectors.bin", monkeypatch)
    assert "could not be saved" in trained.message.text
    trained.message.hide()
    save(qtbot, trained, tmp_path / "vectors.docx", monkeypatch)
    assert "names no format" in trained.message.text


def test_nothing_to_save_without_a_run(window, monkeypatch):
    assert not window.actions_.save.isEnabled()
    assert not window.actions_.save_as.isEnabled()
    monkeypatch.setattr(dialogs, "choose_target", lambda *args: pytest.fail("asked"))
    window.saving.save()


def test_save_goes_to_the_same_file_again(qtbot, trained, tmp_path, monkeypatch):
    path = tmp_path / "model.npz"
    save(qtbot, trained, path, monkeypatch)
    first = path.read_bytes()
    trained.message.hide()
    monkeypatch.setattr(dialogs, "choose_target", lambda *args: pytest.fail("asked"))
    words = trained.controller.latest.words_done
    qtbot.waitUntil(lambda: trained.controller.latest.words_done > words)
    qtbot.keyClick(trained, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Saved to" in trained.message.text)
    assert path.read_bytes() != first


def test_a_new_run_does_not_overwrite_the_file_of_the_one_before(qtbot, window, slow, tmp_path, monkeypatch):
    slow.seconds_per_word = 0
    for name in ("one.npz", "two.npz"):
        with qtbot.waitSignal(window.run_ended):
            qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
        monkeypatch.setattr(dialogs, "choose_target", lambda *args, name=name: str(tmp_path / name))
        with qtbot.waitSignal(window.saving.saved):
            qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert {path.name for path in tmp_path.glob("*.npz")} == {"one.npz", "two.npz"}


@pytest.fixture
def with_dialog(qtbot):
    """Return a function that calls ``act(dialog)`` as soon as a file dialog is open."""

    def do(act):
        def look():
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QFileDialog):
                timer.stop()
                act(dialog)

        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(10)
        return timer

    return do


@pytest.mark.parametrize(("ending", "place"), [(".npz", 0), (".bin", 1), (".txt", 2), ("nonsense", 0)])
def test_a_name_without_an_ending_gets_that_of_the_format(qtbot, window, with_dialog, tmp_path, ending, place):
    def act(dialog):
        assert dialog.selectedNameFilter() == dialog.nameFilters()[place]
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        field.setText("mine")
        qtbot.keyClick(field, Qt.Key.Key_Return)

    timer = with_dialog(act)
    path = dialogs.choose_target(window, str(tmp_path), "text", ending)
    assert path == str(tmp_path / ("mine" + (".npz" if place == 0 else ending)))
    assert not timer.isActive()


def test_another_format_gives_another_ending_and_cancelling_nothing(qtbot, window, with_dialog, tmp_path):
    def choose(dialog):
        dialog.selectNameFilter(dialog.nameFilters()[2])
        dialog.filterSelected.emit(dialog.nameFilters()[2])
        dialog.accept()

    timers = [with_dialog(choose)]
    assert dialogs.choose_target(window, str(tmp_path), "text", ".npz") == str(tmp_path / "text.txt")
    timers.append(with_dialog(lambda dialog: dialog.reject()))
    assert dialogs.choose_target(window, str(tmp_path), "text", ".npz") == ""
