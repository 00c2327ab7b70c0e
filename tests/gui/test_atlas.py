"""The map of the Explore page: the panel by mouse and keys, with frames that nobody had to compute."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from w2v_gui.gui.atlas.work import AtlasWork
from w2v_gui.gui.explored import Explored
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.panels.atlas import AtlasPanel
from w2v_gui.vectors.layouts import LayoutFrame, LayoutWish
from w2v_gui.vectors.trust import Trust
from w2v_gui.vectors.word_vectors import WordVectors

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def vectors(words: int = 60) -> WordVectors:
    rng = np.random.default_rng(1)
    names = [f"word{i}" for i in range(words)]
    return WordVectors(names, rng.normal(size=(words, 8)), np.arange(words, 0, -1) * 10)


def grid_frame(words: int = 60, wish: LayoutWish | None = None, dimensions: int = 2) -> LayoutFrame:
    """Return words in rows of ten, far enough apart to be pointed at."""
    at = np.arange(words)
    places = np.stack([at % 10, -(at // 10), (at * 7) % 5], axis=1)[:, :dimensions]
    return LayoutFrame(wish or LayoutWish(method="tsne"), at, places.astype(np.float32), 5, 10)


@pytest.fixture
def panel(qtbot, language):
    panel = AtlasPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 600)
    panel.asked = []
    panel.layout_asked.connect(panel.asked.append)
    panel.show()
    qtbot.waitExposed(panel)
    panel.show_explored(Explored("text", vectors()))
    panel.show_frame(grid_frame())
    panel.view.grab()
    return panel


def place(panel: AtlasPanel, row: int) -> QPoint:
    x, y = panel.view._place(row)
    return QPoint(round(x), round(y))


def drag(panel, start, *ways, keys=NO_KEYS):
    QTest.mousePress(panel.view, LEFT, keys, start)
    for way in ways:
        QTest.mouseMove(panel.view, way)
    QTest.mouseRelease(panel.view, LEFT, keys, ways[-1])


def test_principal_components_are_asked_for_when_the_page_is_first_seen(qtbot, language):
    panel = AtlasPanel()
    qtbot.addWidget(panel)
    asked = []
    panel.layout_asked.connect(asked.append)
    panel.show_explored(Explored("text", vectors()))
    assert not asked
    panel.show()
    assert asked == [LayoutWish()]


def test_a_box_gathers_words_and_they_can_be_isolated_and_left_again(panel, qtbot):
    chosen = []
    panel.selected.connect(chosen.append)
    room = QPoint(12, 12)
    drag(panel, place(panel, 11) - room, place(panel, 22) + room, keys=Qt.KeyboardModifier.ShiftModifier)
    assert chosen == [("word11", "word12", "word21", "word22")]
    qtbot.mouseClick(panel.gathered_bar.isolate, LEFT)
    assert panel.asked[-1].rows == (11, 12, 21, 22)
    frame = grid_frame(4, panel.asked[-1])
    panel.show_frame(LayoutFrame(frame.wish, np.array([11, 12, 21, 22]), frame.coordinates, 5, 10))
    assert chosen[-1] == ()
    qtbot.mouseClick(panel.gathered_bar.back, LEFT)
    assert panel.asked[-1].rows is None


def test_a_lasso_gathers_what_it_is_drawn_around(panel, qtbot):
    chosen = []
    panel.selected.connect(chosen.append)
    qtbot.mouseClick(panel.lasso_button, LEFT)
    near = [QPoint(x, y) for x, y in ((-15, -15), (15, -15), (15, 15), (-15, 15))]
    # Around the first word of the second row and the second one of the third: not around those beside them.
    edge = [place(panel, 10) + near[0], place(panel, 10) + near[1], place(panel, 21) + near[1]]
    edge += [place(panel, 21) + near[2], place(panel, 21) + near[3], place(panel, 10) + near[3]]
    drag(panel, *edge)
    assert chosen == [("word10", "word21")]
    QTest.keyClick(panel.view, Qt.Key.Key_Escape)
    assert chosen[-1] == ()


def test_pointing_at_a_word_asks_for_its_true_neighbours(panel, qtbot):
    with qtbot.waitSignal(panel.neighbours_asked) as asked:
        QTest.mouseMove(panel.view, place(panel, 23))
    assert asked.args == [23]
    panel.show_neighbours(23, [24, 5], [0.9, 0.8])
    told = panel.view._readout.rows
    assert told[0] == ("word23", "count 370")
    assert told[2:] == (("word24", "0.900"), ("word5", "0.800"))
    assert {23, 24, 5} <= set(panel.view.labels)


def test_arrows_go_from_word_to_word_and_return_chooses_one(panel):
    chosen = []
    panel.word_chosen.connect(chosen.append)
    QTest.mouseClick(panel.view, LEFT, NO_KEYS, place(panel, 22))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(panel.view, key)
    assert chosen == ["word33"]
    QTest.mouseDClick(panel.view, LEFT, NO_KEYS, place(panel, 5))
    assert chosen == ["word33", "word5"]
    assert panel.pointed_words == ("word5",)


def test_labels_are_apart_and_more_of_them_come_when_one_looks_closer(panel, qtbot):
    view = panel.view
    many = vectors(3000)
    panel.show_explored(Explored("text", many))
    places = np.random.default_rng(3).normal(size=(3000, 2)).astype(np.float32)
    panel.show_frame(LayoutFrame(LayoutWish(method="tsne"), np.arange(3000), places))

    def settled():
        view.grab()
        return view._labelling.settled

    qtbot.waitUntil(settled)
    before = set(view.labels)
    areas = np.array(
        [(label.x, label.y, label.x + label.width, label.y + label.height) for label in view.labels.values()]
    )
    lefts, tops, rights, bottoms = areas.T
    apart = (
        (lefts[:, None] >= rights)
        | (rights[:, None] <= lefts)
        | (tops[:, None] >= bottoms)
        | (bottoms[:, None] <= tops)
    )
    assert (apart | np.eye(len(areas), dtype=bool)).all()
    for _ in range(8):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    qtbot.waitUntil(settled)
    assert len(set(view.labels) - before) > 10


def test_a_map_that_is_being_made_is_paused_and_told_otherwise(panel, qtbot):
    panel.show_state("running")
    with qtbot.waitSignal(panel.pause_asked):
        QTest.keyClick(panel.view, Qt.Key.Key_Space)
    panel.show_state("paused")
    with qtbot.waitSignal(panel.resume_asked):
        qtbot.mouseClick(panel.run_bar.pause, LEFT)
    qtbot.mouseClick(panel.tools.method.button("tsne"), LEFT)
    assert panel.asked[-1].method == "tsne"
    panel.show_state("running")
    field = panel.settings.editor("tsne", "perplexity").widget
    field.setText("")
    with qtbot.waitSignal(panel.values_changed) as changed:
        qtbot.keyClicks(field, "12")
        field.settled.emit()
    assert changed.args == [{"perplexity": 12}]
    panel.show_state("done")
    assert panel.run_bar.isHidden()


def test_the_view_stays_where_it_was_put_while_words_move(panel):
    view = panel.view
    QTest.keyClick(view, Qt.Key.Key_Plus)
    drag(panel, QPoint(5, 5), QPoint(25, 15))
    before = view._place(11)
    frame = grid_frame()
    panel.show_frame(LayoutFrame(frame.wish, frame.rows, frame.coordinates * 30, 6, 10))
    assert view._place(11) == pytest.approx(before, abs=0.5)


def test_a_word_far_out_does_not_make_all_others_a_dot(panel):
    frame = grid_frame()
    places = frame.coordinates.copy()
    places[59] = 1000, -3000
    panel.show_frame(LayoutFrame(LayoutWish(words=60), frame.rows, places))
    assert abs(place(panel, 9).x() - place(panel, 0).x()) > 100


def test_words_glide_to_where_they_are_a_moment_later(panel, qtbot):
    first = grid_frame()
    panel.show_frame(LayoutFrame(LayoutWish(), first.rows, first.coordinates))
    view = panel.view
    QTest.keyClick(view, Qt.Key.Key_Plus)
    start, turned = view._place(0), first.coordinates[::-1]
    panel.show_frame(LayoutFrame(LayoutWish(), first.rows, np.ascontiguousarray(turned)))
    between = view._place(0)
    qtbot.waitUntil(lambda: not view._points.gliding)
    there = view._place(0)
    assert start[0] < between[0] < there[0]
    assert start[1] < between[1] < there[1]


def test_three_dimensions_are_turned_by_dragging_and_moved_with_shift(panel):
    panel.depth_button.click()
    assert panel.asked[-1].dimensions == 3
    panel.show_frame(grid_frame(dimensions=3))
    view = panel.view
    start = np.array([view._place(0), view._place(7)])
    drag(panel, QPoint(5, 5), QPoint(60, 5))
    turned = np.array([view._place(0), view._place(7)])
    assert abs((turned[1] - turned[0]) - (start[1] - start[0])).max() > 3
    drag(panel, QPoint(5, 5), QPoint(45, 5), keys=Qt.KeyboardModifier.ShiftModifier)
    assert np.array([view._place(0), view._place(7)]) - turned == pytest.approx(np.array([[40, 0], [40, 0]]), abs=0.5)


@pytest.mark.parametrize("size", [0, 1, 3])
@pytest.mark.parametrize("dimensions", [2, 3])
def test_very_small_maps_and_those_without_any_place_are_shown(panel, size, dimensions):
    panel.show_explored(Explored("tiny", vectors(size)))
    panel.show_frame(grid_frame(size, dimensions=dimensions))
    panel.grab()
    nowhere = np.full((size, dimensions), np.nan, np.float32)
    panel.show_frame(LayoutFrame(LayoutWish(), np.arange(size), nowhere))
    QTest.mouseMove(panel.view, QPoint(100, 100))
    QTest.keyClick(panel.view, Qt.Key.Key_Right)
    panel.grab()
    assert panel.view.labels == {}


def test_colours_say_what_they_stand_for(panel, qtbot):
    panel.tools.colour.action("frequency").trigger()
    assert panel.legend.accessibleName() == "count: 10 – 600"
    with qtbot.waitSignal(panel.clusters_asked):
        panel.tools.colour.action("cluster").trigger()
    panel.show_clusters(np.arange(60) % 3)
    assert panel.legend.accessibleName() == "Groups, word12, word15, word10, word13, word11, word14"
    assert not panel.tools.colour.action("similarity").isEnabled()
    direction = np.ones(8, np.float32)
    panel.show_asked(("word3",), ("word4",), direction)
    with qtbot.waitSignal(panel.cosines_asked):
        panel.tools.colour.action("similarity").trigger()
    panel.colouring.show_cosines(direction, np.linspace(-1, 1, 60, dtype=np.float32))
    tints = panel.view.look.tints
    assert panel.view.look.table[tints[0]].tolist() != panel.view.look.table[tints[59]].tolist()


def test_the_caption_says_how_far_the_map_can_be_believed(panel):
    panel.show_trust(Trust(0.912, 10, 500, 5000))
    assert panel._caption.text() == "t-SNE · iteration 5 of 10 · trust 0.91 · cosine · 60 words · seed 1"
    panel.show_state("running")
    assert panel._caption.text() == "t-SNE · trust 0.91 · cosine · 60 words · seed 1"
    assert list(panel.csv_rows())[:2] == [("word", "count", "x", "y"), ("word0", 600, 0.0, 0.0)]


def test_words_are_found_by_an_expression_and_gone_through(panel, qtbot):
    work = AtlasWork(Jobs(panel), panel)
    work.show_explored(panel._explored)
    work.attend(panel)
    panel.view.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = panel.find_bar
    bar.entry.setText("word[35]7")
    with qtbot.waitSignal(work.found):
        qtbot.mouseClick(bar.expression, LEFT)
    assert bar.message.text() == "2 words"
    QTest.keyClick(bar.entry, Qt.Key.Key_Return)
    QTest.keyClick(bar.entry, Qt.Key.Key_Return)
    assert panel.view.focus == 57
    qtbot.mouseClick(panel.gathered_bar.isolate, LEFT)
    assert panel.asked[-1].rows == (37, 57)
    with qtbot.waitSignal(work.refused):
        bar.entry.setText("(")
        bar._ask()
    assert "regular expression" in panel.problem_bar.text
    QTest.keyClick(bar.entry, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_all_words_of_some_vectors_are_not_so_many_of_others(panel):
    panel.tools.words.action("0").trigger()
    assert panel.asked[-1].words == 60
    panel.show_explored(Explored("other", vectors(90)))
    assert panel.asked[-1].words == LayoutWish().words
    panel.show_explored(None)
    assert panel.tools.words.action("5000").isChecked()
