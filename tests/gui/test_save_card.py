"""The card of every way out: what is chosen is what lies on the disk."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from bringing_up import bring_up
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox

from w2v_gui.errors import SaveError
from w2v_gui.gui import dialogs, vector_saving
from w2v_gui.gui.explored import Explored
from w2v_gui.gui.panels.save import SavePanel
from w2v_gui.gui.save.wish import FIRST, MAP, SELECTION
from w2v_gui.gui.settings import WindowSettings
from w2v_gui.gui.vector_saving import VectorSaving
from w2v_gui.vectors.formats import read_vectors
from w2v_gui.vectors.formats.writers import WRITERS
from w2v_gui.vectors.layouts.frame import LayoutFrame, LayoutWish
from w2v_gui.vectors.word_vectors import WordVectors

WORDS = ("king", "女王", "t-shirt", "=1+1")
MATRIX = np.arange(16, dtype=np.float32).reshape(4, 4) + 1
VECTORS = WordVectors(WORDS, MATRIX, [9, 5, 2, 1], -MATRIX)
EXPLORED = Explored("novel.txt", VECTORS)
FRAME = LayoutFrame(LayoutWish(), np.array([2, 0]), np.array([[0.5, 1], [np.nan, np.nan]], np.float32))


@pytest.fixture
def panel(qtbot, theme, language):
    return bring_up(qtbot, SavePanel(), 330, 300)


@pytest.fixture
def saving(panel, jobs):
    saving = VectorSaving(jobs, WindowSettings(), panel)
    saving.attend(panel)
    show(saving, panel, EXPLORED)
    return saving


@pytest.fixture
def answer(monkeypatch, tmp_path):
    """What is answered when it is asked where to save."""
    asked = {}

    def choose(parent, folder, name, label, ending):
        asked.update(name=name, label=label, ending=ending)
        return asked.get("path", str(tmp_path / f"{name}{ending}"))

    monkeypatch.setattr(dialogs, "choose_vectors_target", choose)
    return asked


def show(saving, panel, explored):
    panel.show_explored(explored)
    saving.show_explored(explored)


def press(qtbot, panel, key):
    qtbot.mouseClick(panel.buttons[key], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", [writer.key for writer in WRITERS])
def test_each_button_saves_what_can_be_opened(panel, saving, answer, qtbot, key):
    with qtbot.waitSignal(saving.saved) as saved:
        press(qtbot, panel, key)
    assert answer["name"] == "novel"
    assert saved.args[0].endswith(answer["ending"])
    if key == "glove":  # has no first line
        assert Path(saved.args[0]).read_text("utf-8").splitlines()[1].split()[:2] == ["女王", "5"]
    else:
        read = read_vectors(saved.args[0])
        assert set(read.words) >= {"king", "女王", "t-shirt"}
        np.testing.assert_allclose(read.matrix[0], MATRIX[0], rtol=1e-5)
    assert "4 words are in novel" in panel.remark.text()
    assert not saving.active


def test_the_first_words_and_those_selected(panel, saving, answer, qtbot):
    qtbot.mouseClick(panel.scope.button(FIRST), Qt.MouseButton.LeftButton)
    panel.first.selectAll()
    qtbot.keyClicks(panel.first, "2")
    with qtbot.waitSignal(saving.saved) as saved:
        press(qtbot, panel, "word2vec-binary")
    assert read_vectors(saved.args[0]).words == WORDS[:2]
    qtbot.mouseClick(panel.scope.button(SELECTION), Qt.MouseButton.LeftButton)
    assert not panel.buttons["csv"].isEnabled()
    assert panel.what.text() == "Select words on the map first."
    panel.show_selection(("t-shirt", "nobody", "king", "king"))
    with qtbot.waitSignal(saving.saved) as saved:
        press(qtbot, panel, "npz")
    read = read_vectors(saved.args[0])
    assert read.words == ("t-shirt", "king")
    np.testing.assert_array_equal(read.matrix, MATRIX[[2, 0]])
    np.testing.assert_array_equal(read.output, -MATRIX[[2, 0]])
    assert read.counts.tolist() == [2, 9]


def test_a_number_that_is_none_saves_nothing(panel, saving, qtbot):
    qtbot.mouseClick(panel.scope.button(FIRST), Qt.MouseButton.LeftButton)
    panel.first.selectAll()
    qtbot.keyClicks(panel.first, "x")
    assert not panel.buttons["npz"].isEnabled()
    assert panel.first.property("wrong")


def test_the_matrix_of_the_page_is_saved(panel, saving, answer, qtbot):
    show(saving, panel, EXPLORED.using("W_out"))
    assert "W′" in panel.what.text()
    with qtbot.waitSignal(saving.saved) as saved:
        press(qtbot, panel, "npz")
    read = read_vectors(saved.args[0])
    np.testing.assert_array_equal(read.matrix, -MATRIX)
    assert read.output is None


def test_the_map_as_a_table(panel, saving, answer, qtbot):
    assert not panel.buttons[MAP].isEnabled()
    panel.show_map(FRAME)
    with qtbot.waitSignal(saving.saved) as saved:
        press(qtbot, panel, MAP)
    with open(saved.args[0], encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [
            ["word", "count", "x", "y"],
            ["t-shirt", "2", "0.5", "1"],
            ["king", "9", "", ""],
        ]


@pytest.mark.parametrize(
    ("name", "offered"), [("a.txt.gz", "a"), ("glove.6B", "glove.6B"), ("What? (1/2)", "What (1 2)"), (".txt", "txt")]
)
def test_the_name_that_is_offered(panel, saving, answer, qtbot, name, offered):
    answer["path"] = ""
    show(saving, panel, Explored(name, VECTORS))
    press(qtbot, panel, "npz")
    assert answer["name"] == offered


def test_nothing_is_saved_when_the_dialog_is_left(panel, saving, answer, qtbot):
    answer["path"] = ""
    press(qtbot, panel, "npz")
    assert not saving.active


def test_what_cannot_be_written_is_told(panel, saving, answer, qtbot, tmp_path):
    answer["path"] = str(tmp_path / "nowhere" / "x.bin")
    with qtbot.waitSignal(saving.failed) as failed:
        press(qtbot, panel, "word2vec-binary")
    assert isinstance(failed.args[0], SaveError)
    assert panel.buttons["npz"].isEnabled()
    assert panel.remark.text() == ""


def test_a_name_that_is_too_long_for_the_second_file_is_told(panel, saving, answer, qtbot, tmp_path):
    answer["path"] = str(tmp_path / f"{'x' * 248}.tsv")
    with qtbot.waitSignal(saving.failed) as failed:
        press(qtbot, panel, "projector")
    assert isinstance(failed.args[0], SaveError)
    assert "too long" in str(failed.args[0])
    assert not list(tmp_path.glob("*.tsv"))


def test_writing_can_be_stopped(panel, saving, answer, qtbot, tmp_path, monkeypatch):
    (tmp_path / "novel.bin").write_text("before")

    def slow(path, vectors, progress, cancelled, writer):
        def tell(share):
            progress(0.4)
            while not cancelled():
                pass

        return write_vectors(path, vectors, tell, cancelled, writer)

    write_vectors = vector_saving.write_vectors
    monkeypatch.setattr(vector_saving, "write_vectors", slow)
    press(qtbot, panel, "word2vec-binary")
    qtbot.waitUntil(lambda: panel.progress.value() == 400)
    assert panel.what.text() == "Writing novel.bin …"
    assert not panel.buttons["npz"].isEnabled()
    qtbot.mouseClick(panel.stop, Qt.MouseButton.LeftButton)
    assert panel.buttons["npz"].isEnabled()
    qtbot.waitUntil(lambda: [path.name for path in tmp_path.glob("*novel*")] == ["novel.bin"])
    assert (tmp_path / "novel.bin").read_text() == "before"


@pytest.mark.parametrize("replace", [True, False])
def test_a_second_file_is_not_replaced_unasked(panel, saving, answer, qtbot, tmp_path, replace):
    projector = next(writer for writer in WRITERS if writer.key == "projector")
    second = projector.files(tmp_path / f"novel{projector.endings[0]}")[1]
    second.write_text("mine")
    press(qtbot, panel, "projector")
    box = panel.findChild(QMessageBox)
    assert second.name in box.text()
    button = next(button for button in box.buttons() if (button.text() == "&Replace") == replace)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    if replace:
        qtbot.waitSignal(saving.saved).wait()
    assert (second.read_text() == "mine") != replace


def test_what_is_saved_is_what_there_was_when_it_was_asked_for(panel, saving, qtbot, tmp_path, monkeypatch):
    def choose(*_):
        saving.show_explored(Explored("later", WordVectors(["x"], [[1.0]])))
        return str(tmp_path / "a.bin")

    monkeypatch.setattr(dialogs, "choose_vectors_target", choose)
    with qtbot.waitSignal(saving.saved):
        press(qtbot, panel, "word2vec-binary")
    assert read_vectors(tmp_path / "a.bin").words == WORDS


def test_other_vectors_have_other_words(panel, saving):
    panel.show_selection(("king",))
    panel.show_map(FRAME)
    show(saving, panel, Explored("other", VECTORS))
    assert panel.wish("npz").words == ()
    assert not panel.buttons[MAP].isEnabled()
    show(saving, panel, None)
    assert not panel.buttons["npz"].isVisible()


def test_words_that_move_do_not_lay_out_the_card_each_time(panel, monkeypatch):
    panel.show_explored(EXPLORED)
    panel.show_map(FRAME)
    laid_out = []
    monkeypatch.setattr(panel._area, "fit", lambda: laid_out.append(True))
    later = LayoutFrame(FRAME.wish, FRAME.rows, FRAME.coordinates + 1)
    panel.show_map(later)
    assert not laid_out
    assert panel.wish(MAP).frame is later
    panel.show_map(None)
    assert laid_out


def test_where_there_is_room_each_format_says_what_its_file_would_hold(panel, saving, qtbot):
    assert not panel.preview.isVisible()
    panel.resize(1200, 500)
    qtbot.waitUntil(lambda: "king" in panel.preview.text.text())
    panel.resize(790, 260)
    assert panel.preview.text.text().startswith("4 4\n")
    for label in panel.formats.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    panel.buttons["projector"].setFocus()
    assert "_metadata.tsv" in panel.preview.text.text()
    qtbot.mouseClick(panel.scope.button(FIRST), Qt.MouseButton.LeftButton)
    panel.first.selectAll()
    qtbot.keyClicks(panel.first, "1")
    panel.buttons["csv"].setFocus()
    qtbot.waitUntil(lambda: "女王" not in panel.preview.text.text())
    qtbot.mouseClick(panel.scope.button(SELECTION), Qt.MouseButton.LeftButton)
    assert panel.preview.text.text() == ""
    panel.resize(330, 300)
    assert not panel.preview.isVisible()
    assert panel.buttons["csv"].width() < 120
