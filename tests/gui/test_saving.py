import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from w2v_gui.gui.opening import Opened, read_sample
from w2v_gui.session.run import RunState
from w2v_gui.vectors.formats import read_vectors


@pytest.fixture
def trained(qtbot, make_window):
    """A window with the real trainer, and a text of the derivation that it has learned."""
    from w2v_gui.gui.controller import open_trainer

    window = make_window(open_trainer)
    opened = read_sample("derivation")(None)
    window.take_text(Opened(opened.corpus, values={**opened.values, "epochs": 100_000}))
    qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.controller.latest is not None, timeout=60_000)
    return window


def save(qtbot, window, path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (str(path), ""))
    qtbot.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(window.message.text), timeout=10_000)


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


def test_nothing_to_save_without_a_run(window):
    assert not window.actions_.save.isEnabled()
    window.choose_target()
