"""The Explore page in its window: vectors of a run and of files, side by side."""

import multiprocessing
import pickle

import numpy as np
import pytest
from fakes import unhurried
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog

from w2v_gui.gui.controller import open_trainer
from w2v_gui.session.run import RunState
from w2v_gui.vectors.layouts import LayoutWish

WORDS = ("king", "queen", "castle", "moon", "garden", "walks")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "strange & far.vec"
    rows = np.random.default_rng(0).normal(size=(len(WORDS), 4))
    lines = [" ".join([word, *map(str, row)]) for word, row in zip(WORDS, rows.round(4), strict=True)]
    path.write_text(f"{len(WORDS)} 4\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def open_file(qtbot, window, path):
    with qtbot.waitSignal(window.vectors_opened):
        window.open_paths([str(path)])


def test_vectors_without_a_text_are_asked_closed_and_opened_again(qtbot, make_window, file, monkeypatch, tmp_path):
    window = make_window()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: (str(file), ""))
    with qtbot.waitSignal(window.vectors_opened):
        window.actions_.open_vectors.trigger()
    page, exploring = window.explore_page, window.links.exploring
    assert window.pages.key == "explore"
    assert page.isVisible()
    assert page.bar.without.isVisible()
    page.ask.focus_entry()
    qtbot.keyClicks(window.focusWidget(), "king")
    with qtbot.waitSignal(page.ask.answered):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "king" in page.similarity.words)
    window.pages.show_page("train")
    assert window.start._vectors.isVisible()
    window.pages.show_page("explore")
    before = exploring.explored
    bad = tmp_path / "bad.bin"
    bad.write_bytes(pickle.dumps({"king": [1.0, 2.0]}))
    with qtbot.waitSignal(window.opening_failed):
        window.opener.open_vectors(str(bad))
    assert len(window.message.text) > 20
    assert exploring.explored is before
    page.bar.more.action("close").trigger()
    assert exploring.explored is None
    window.pages.show_page("train")
    assert not window.start._vectors.isVisible()
    with qtbot.waitSignal(window.vectors_opened):
        window.opener.open_recent(window.recent.entries[0])
    assert exploring.explored.vectors.words == WORDS


def test_a_run_goes_on_beside_a_file_and_both_can_be_chosen(qtbot, make_window, file, language):
    window = make_window(lambda *what: unhurried(open_trainer(*what)))
    with qtbot.waitSignal(window.text_opened):
        window.open_sample("derivation")
    window.train_page.form.choose("epochs", 100_000)
    window.commands.toggle()
    qtbot.waitUntil(lambda: window.controller.state is RunState.TRAINING)
    open_file(qtbot, window, file)
    page, exploring = window.explore_page, window.links.exploring
    assert window.controller.state is RunState.TRAINING
    assert page.bar.sources.isVisible()
    assert page.bar.sources.value == "file"
    qtbot.mouseClick(page.bar.sources.button("run"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: exploring.explored is not None and exploring.explored.report is None)
    page.rows_chosen.emit("W_out")
    qtbot.waitUntil(lambda: exploring.explored.rows == "W_out")
    qtbot.mouseClick(page.bar.sources.button("file"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: exploring.explored is not None and exploring.explored.report is not None)
    assert exploring.explored.rows == "W"
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: "推导" in page.bar.sources.button("run").toolTip())
    qtbot.mouseClick(window.top_bar.theme, Qt.MouseButton.LeftButton)
    assert window.controller.state is RunState.TRAINING


def test_only_the_first_rows_are_read_when_it_is_asked_for(qtbot, make_window, file):
    window = make_window()
    open_file(qtbot, window, file)
    window.explore_page.bar.more.action("first").trigger()
    qtbot.waitUntil(lambda: window.findChild(QInputDialog) is not None)
    dialog = window.findChild(QInputDialog)
    dialog.setIntValue(3)
    with qtbot.waitSignal(window.vectors_opened):
        dialog.accept()
    assert window.links.exploring.explored.vectors.words == WORDS[:3]


def test_closing_while_a_map_is_made_leaves_nothing(qtbot, make_window, file):
    window = make_window()
    open_file(qtbot, window, file)
    mapping = window.links.exploring.mapping
    mapping.ask(LayoutWish("tsne"))
    qtbot.waitUntil(lambda: mapping.state in ("preparing", "running", "done"))
    window.close()
    assert window.shutdown()
    assert multiprocessing.active_children() == []
