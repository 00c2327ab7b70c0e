"""Heatmap and map on the page, with a run: what is clicked there, and what is asked for after the run has ended."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from w2v_gui.session.run import RunState


@pytest.fixture
def ended(qtbot, window, slow):
    """A window whose run has come to its end."""
    slow.seconds_per_word = 0
    with qtbot.waitSignal(window.run_ended):
        qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.train_page.heatmap.view.scene is not None)
    return window


def test_a_run_that_ends_before_the_window_knows_it_is_shown_all_the_same(qtbot, window, slow):
    slow.seconds_per_word = 0
    qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    assert window.controller._thread.wait(10_000)  # without a look at any event
    page = window.train_page
    qtbot.waitUntil(lambda: page.heatmap.view.scene is not None)
    assert page.heatmap.view.scene.matrix.labels[0] == "the"
    assert page.map.map.places


def test_the_map_has_every_word_and_marks_the_watched_ones(ended):
    page = ended.train_page
    assert len(page.map.map.places) == len(ended.controller.trainer.vocabulary)
    assert page.map.map._marked == page.watched.watched
    assert set(page.watched.watched) <= set(page.map.map.labels)


def test_a_click_on_the_map_watches_the_word(qtbot, ended):
    page = ended.train_page
    word = next(word for word in page.map.map.labels if word not in page.watched.watched)
    label = page.map.map.labels[word]
    place = QPoint(label.x + label.width // 2, label.y + label.height // 2)
    qtbot.mouseClick(page.map.map, Qt.MouseButton.LeftButton, pos=place)
    assert word in page.watched.watched
    assert word in page.map.map._marked


def test_a_click_on_a_row_watches_the_word(qtbot, ended):
    page = ended.train_page
    row = next(row for row in range(5) if row not in page.watched.watched)
    qtbot.mouseClick(page.heatmap.view, Qt.MouseButton.LeftButton, pos=page.heatmap.view.scene.row_area(row).center())
    assert row in page.watched.watched
    qtbot.waitUntil(lambda: row in page.heatmap.view.scene.matrix.marked)


def test_a_card_that_was_alone_comes_back_into_a_window_that_has_become_narrow(window):
    page = window.train_page
    window.resize(1440, 700)
    QApplication.processEvents()
    width = page.form.width()
    page.enlarging.enlarge(page.map)
    window.resize(1024, 700)
    QApplication.processEvents()
    page.enlarging.back()
    QApplication.processEvents()
    assert page.heatmap.isVisible()
    assert not page.map.isVisible()
    assert page.form.width() == width
    page.pictures.switch.button("right").click()
    QApplication.processEvents()
    assert page.map.isVisible()
    assert page.form.width() == width


def test_change_since_the_start_can_be_asked_for_after_the_run(qtbot, ended):
    page, trainer = ended.train_page, ended.controller.trainer
    page.heatmap.choose_since("start")
    qtbot.waitUntil(lambda: page.heatmap.view.scene is not None)
    assert page.heatmap._title.text().startswith("ΔW")
    # Every word that was trained has added one to the first number of W.
    changed = page.heatmap.view.scene.matrix.values
    assert changed[0, 0] == pytest.approx(trainer.words_done, rel=0.01)
    assert not np.any(changed[1:])


def test_words_that_are_not_there_get_suggestions(qtbot, ended):
    heatmap = ended.train_page.heatmap
    heatmap.choose_rows("searched")
    qtbot.keyClicks(heatmap.search.entry, "quen moon")
    qtbot.keyClick(heatmap.search.entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: heatmap.search.hint.text().endswith("Did you mean: queen?"))
    qtbot.waitUntil(lambda: heatmap.view.scene is not None and heatmap.view.scene.matrix.labels == ("moon",))


def test_the_map_that_had_no_room_is_drawn_when_it_is_looked_at(qtbot, window, slow):
    page = window.train_page
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: page.pictures.narrow and not page.map.isVisible())
    assert not page.view.mapped
    slow.seconds_per_word = 0
    with qtbot.waitSignal(window.run_ended):
        qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    assert not page.map.map.places
    qtbot.mouseClick(page.pictures.switch.button("right"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.map.map.places) == len(window.controller.trainer.vocabulary))
    assert not page.view.rows
    qtbot.mouseClick(page.pictures.switch.button("left"), Qt.MouseButton.LeftButton)
    assert page.heatmap.isVisible()


def test_a_reset_empties_trails_and_change(qtbot, window, slow):
    slow.seconds_per_word = 1e-4
    page = window.train_page
    qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(page.map.map._laid_out().trails))
    qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.controller.state is RunState.PAUSED)
    window.controller.reset()
    qtbot.waitUntil(lambda: window.controller.latest is not None and bool(page.map.map.places))
    assert not page.map.map._laid_out().trails
    page.heatmap.choose_since("frame")
    assert page.heatmap.view.scene is None
