import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from small_scenes import MODES, scene, stage, walk

from w2v_gui.gui.panels.matrices import MatricesPanel, _exact_level
from w2v_gui.gui.theme import DARK, LIGHT


@pytest.fixture
def make(qtbot, theme, language):
    """Return a function that makes a panel with a scene, at a stage."""

    def make(what, key="pair", size=(560, 320)):
        panel = MatricesPanel()
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show()
        qtbot.waitExposed(panel)
        panel.apply_palette(LIGHT)
        panel.show_scene(what)
        panel.show_stage(stage(key))
        return panel

    return make


def hover(panel, pane, row, column):
    """Rest on a cell, and return what is told of it."""
    grid = panel.view.places.panes[pane]
    area = grid.row_area(row).intersected(grid.column_area(column))
    QTest.mouseMove(panel.view, QPoint(1, 1))  # where the mouse already is, nothing would be told
    QTest.mouseMove(panel.view, area.center() - QPoint(0, panel.view.bar.value()))
    return dict(panel.view._readout.rows)


def number(text):
    return float(text.replace("\u2212", "-"))


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_what_is_shown_is_what_the_update_does(make, model, objective):
    way = walk(model, objective)
    before = way.scene()
    panel = make(before, "W_new")
    rows = list(panel.csv_rows())[1:]
    assert panel.kind.value == "W"
    way.advance(1)
    after = way.network.W
    assert {label for _, label, _, old, new, _ in rows if old != new} == {
        before.words[i] for i in before.trace.input_words
    }
    for _, label, i, _, new, difference in rows:
        word = list(before.words).index(label)
        assert new == after[word, i - 1]
        assert difference == pytest.approx(after[word, i - 1] - before.vectors.W[word, i - 1], abs=1e-15)


@pytest.mark.parametrize(
    ("key", "kind", "known"),
    [
        ("h", "W", False),
        ("u", "W_out", False),
        ("dW_out", "W_out", False),
        ("W_out_new", "W_out", True),
        ("EH", "W_out", True),
        ("dW", "W", False),
        ("W_new", "W", True),
    ],
)
def test_the_matrix_follows_the_walk_and_its_new_values_wait_for_it(make, key, kind, known):
    panel = make(scene(), key)
    assert panel.kind.value == kind
    assert panel.view.places.matrix.known is known
    assert bool(panel.view.pending) is not known
    rows = list(panel.csv_rows())[1:]
    assert all((new is not None) is known for *_, new, _ in rows)
    assert not panel.view.places.panes[0].matrix.marked or known, "which rows move is not told before either"
    told = hover(panel, 0, 0, 0)
    assert ("difference" in told) is known


def test_a_chosen_matrix_stays_until_the_walk_may_decide_again(make, qtbot):
    panel = make(scene(), "h")
    qtbot.mouseClick(panel.kind.button("W_out"), Qt.MouseButton.LeftButton)
    panel.show_stage(stage("W_new"))
    assert panel.kind.value == "W_out"
    assert not panel.follows
    action = next(a for a in panel.menu().actions() if a.isCheckable())
    assert not action.isChecked()
    action.trigger()
    assert panel.kind.value == "W"
    assert panel.follows


def test_hovering_tells_word_dimension_and_the_way_of_a_number(make):
    what = scene()
    panel = make(what, "W_new")
    word = what.trace.input_words[0]
    row = list(what.W.ids).index(word)
    for pane in range(3):
        told = hover(panel, pane, row, 2)
        assert f"{what.words[word]} · dimension 3" in told
        old, new = map(number, told["before → after"].split(" → "))
        assert old == pytest.approx(what.W.before[row, 2], abs=1e-4)
        assert new == pytest.approx(what.W.after[row, 2], abs=1e-4)
        assert number(told["difference"]) == pytest.approx(what.W.after[row, 2] - what.W.before[row, 2], abs=1e-4)


def test_arrow_keys_go_through_the_cells(make, qtbot):
    panel = make(scene(), "W_new")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(panel.view, key)
    assert panel.view.pointed == (1, 1)
    assert "dimension 2" in panel.view.accessibleDescription()


def test_before_and_after_share_a_scale_and_the_difference_has_its_own(make):
    what = scene()
    panel = make(what, "W_new")
    levels = [pane.matrix.level for pane in panel.view.places.panes]
    largest = np.abs(what.W.after - what.W.before).max()
    assert levels[0] == levels[1] == 0.5
    assert largest <= levels[2] < 1.1 * largest


@pytest.mark.parametrize(
    ("largest", "level"), [(0.0307, 0.031), (0.031, 0.031), (4.0, 4.0), (0.0, 1e-12), (9.96, 10.0)]
)
def test_the_scale_of_the_difference_ends_just_above_it(largest, level):
    assert _exact_level(np.array([-largest, largest / 3])) == pytest.approx(level)


def test_of_many_rows_those_that_move_come_first_and_the_others_are_scrolled_to(make):
    what = scene(objective="negative_sampling", words=60, size=100, negative=38, alpha=0.05)
    panel = make(what, "W_new", (460, 260))
    places = panel.view.places
    moved = what.W.moved.sum()
    assert len(what.W.ids) > 20 > places.rows_seen > moved
    assert places.panes[0].matrix.marked == set(range(moved))
    assert panel.view.bar.isVisible()
    event = QWheelEvent(
        QPointF(200, 100),
        QPointF(panel.view.mapToGlobal(QPoint(200, 100))),
        QPoint(),
        QPoint(0, -12000),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(panel.view, event)
    last = len(places.matrix.labels) - 1
    assert places.matrix.labels[places.order[last]] in next(iter(hover(panel, 0, last, 0)))


def test_rows_keep_their_order_where_all_have_room(make):
    places = make(scene(), "W_new").view.places
    assert list(places.order) == list(range(9))


def test_keys_scroll_to_the_row_they_go_to(make, qtbot):
    panel = make(scene(objective="negative_sampling", words=60, size=3), "W_new", (460, 240))
    for _ in range(24):
        qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    places = panel.view.places
    area = places.panes[0].row_area(panel.view.pointed[0]).translated(0, -panel.view.bar.value())
    assert places.window.contains(area.center())
    assert panel.view.bar.value() > 0


@pytest.mark.parametrize("settings", [{"size": 1}, {"words": 2}, {"words": 300, "size": 300}])
@pytest.mark.parametrize("size", [(120, 90), (330, 240), (900, 500)])
def test_any_matrix_can_be_painted_at_any_size(make, settings, size):
    panel = make(scene(**settings), "W_new", size)
    panel.apply_palette(DARK)
    assert not panel.grab().isNull()
    panel.show_stage(stage("u"))
    assert not panel.grab().isNull()


def test_a_narrow_card_says_it_shortly(make):
    panel = make(scene(), "W_new", (330, 240))
    assert panel._title.text() == "Before → after"
    assert panel._caption.text() == "9 × 5 · 2 move"


def test_both_languages(make, qtbot, language):
    panel = make(scene(), "u")
    before = panel.view.pending
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: panel.view.pending != before)
    assert "W′" in panel.view.pending
