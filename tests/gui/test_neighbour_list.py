import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from w2v_gui.gui.theme import DARK
from w2v_gui.gui.widgets.neighbour_list import NeighbourList, Row
from w2v_gui.gui.widgets.neighbour_painter import ROW_HEIGHT, Columns, Widest

NASTY = ["<img src=x onerror=1>", "א" * 30, "\u202eturned", "x" * 5000, "😀👍", "a\nb", "\ud800", "&amp;", ""]


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def neighbours(qtbot, theme, clock):
    widget = NeighbourList(clock=clock)
    qtbot.addWidget(widget)
    widget.set_room(8)
    widget.resize(280, 8 * ROW_HEIGHT)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    qtbot.waitUntil(widget.hasFocus)  # a window gives it to its only widget
    widget.clearFocus()
    return widget


def rows(*ids, add=0.0):
    return [Row(i, f"word{i}", 0.9 - 0.01 * i + add, 10 * i) for i in ids]


def order(widget):
    return [row.id for row in widget.rows]


def middle(place):
    return QPoint(30, place * ROW_HEIGHT + ROW_HEIGHT // 2)


def press(qtbot, widget, *keys):
    for key in keys:
        qtbot.keyClick(widget, key)


def test_figures_are_always_the_latest_and_the_order_is_soon(qtbot, neighbours, clock):
    neighbours.show_rows(rows(1, 2, 3))
    clock.now += 0.05
    neighbours.show_rows(rows(3, 1, 2, add=0.05))
    assert order(neighbours) == [1, 2, 3]
    assert neighbours.rows[0].similarity == pytest.approx(0.94)
    neighbours.show_rows(rows(2, 3, 1, add=0.06))
    qtbot.waitUntil(lambda: order(neighbours) == [2, 3, 1])
    assert neighbours.rows[0].similarity == pytest.approx(0.94)


def test_after_a_pause_a_new_order_is_shown_at_once(neighbours, clock):
    neighbours.show_rows(rows(1, 2, 3))
    clock.now += 1
    neighbours.show_rows(rows(3, 4, 1))
    assert order(neighbours) == [3, 4, 1]


def test_an_order_taken_back_in_time_is_no_order(qtbot, neighbours, clock):
    neighbours.show_rows(rows(1, 2, 3))
    neighbours.show_rows(rows(3, 2, 1))
    neighbours.show_rows(rows(1, 2, 3))
    clock.now += 10
    qtbot.waitUntil(lambda: not neighbours.moving)
    assert order(neighbours) == [1, 2, 3]


def test_what_belongs_to_another_run_goes_at_once(neighbours):
    neighbours.show_rows(rows(1, 2, 3))
    neighbours.show_rows(())
    assert neighbours.rows == ()


def test_motion_ends_and_is_spared_when_nobody_sees_it(qtbot, neighbours, clock):
    neighbours.show_rows(rows(1, 2, 3))
    assert neighbours.moving
    clock.now += 10
    qtbot.waitUntil(lambda: not neighbours.moving)
    neighbours.show_rows(rows(2, 1, 3))
    assert neighbours.moving
    neighbours.hide()
    assert not neighbours.moving
    neighbours.show_rows(rows(3, 2, 1))
    assert order(neighbours) == [3, 2, 1]
    assert not neighbours.moving


def test_same_order_other_figures_does_not_move(qtbot, neighbours, clock):
    neighbours.show_rows(rows(1, 2, 3))
    clock.now += 10
    qtbot.waitUntil(lambda: not neighbours.moving)
    neighbours.show_rows(rows(1, 2, 3, add=0.05))
    assert not neighbours.moving


def test_a_click_chooses_what_was_under_the_pointer_when_it_was_pressed(qtbot, neighbours, clock):
    neighbours.show_rows(rows(1, 2, 3))
    clock.now += 10
    qtbot.mousePress(neighbours, Qt.MouseButton.LeftButton, pos=middle(1))
    neighbours.show_rows(rows(3, 1, 2))
    clock.now += 10
    with qtbot.waitSignal(neighbours.chosen) as chosen:
        qtbot.mouseRelease(neighbours, Qt.MouseButton.LeftButton, pos=middle(1))
    assert chosen.args == [2]


def test_a_row_on_its_way_is_chosen_where_it_is_seen(qtbot, neighbours, clock):
    neighbours.show_rows(rows(1, 2, 3, 4, 5, 6))
    clock.now += 10
    neighbours.show_rows(rows(6, 1, 2, 3, 4, 5))
    with qtbot.waitSignal(neighbours.chosen) as chosen:
        qtbot.mouseClick(neighbours, Qt.MouseButton.LeftButton, pos=middle(5))
    assert chosen.args == [6]


def test_clicks_beside_the_rows_choose_nothing(qtbot, neighbours, clock):
    neighbours.show_rows(rows(1, 2))
    clock.now += 10
    with qtbot.assertNotEmitted(neighbours.chosen):
        qtbot.mouseClick(neighbours, Qt.MouseButton.LeftButton, pos=middle(5))
        qtbot.mouseClick(neighbours, Qt.MouseButton.RightButton, pos=middle(0))


def test_keys_walk_and_choose(qtbot, neighbours, clock):
    neighbours.show_rows(rows(1, 2, 3))
    clock.now += 10
    chosen = []
    neighbours.chosen.connect(chosen.append)
    neighbours.setFocus(Qt.FocusReason.TabFocusReason)
    key = Qt.Key
    press(qtbot, neighbours, key.Key_Return, key.Key_Down, key.Key_Return, key.Key_End, key.Key_Down, key.Key_Return)
    press(qtbot, neighbours, key.Key_Home, key.Key_Up, key.Key_Enter)
    assert chosen == [1, 2, 3, 1]


def test_whoever_has_come_to_a_word_stays_with_it(qtbot, neighbours, clock):
    neighbours.show_rows(rows(1, 2, 3))
    neighbours.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, neighbours, Qt.Key.Key_Down)
    clock.now += 10
    neighbours.show_rows(rows(2, 3, 1))
    with qtbot.waitSignal(neighbours.chosen) as chosen:
        press(qtbot, neighbours, Qt.Key.Key_Return)
    assert chosen.args == [2]


def test_keys_on_an_empty_list(qtbot, neighbours):
    neighbours.setFocus(Qt.FocusReason.TabFocusReason)
    neighbours.grab()
    with qtbot.assertNotEmitted(neighbours.chosen):
        press(qtbot, neighbours, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Home)
    with qtbot.waitSignal(neighbours.removed):
        press(qtbot, neighbours, Qt.Key.Key_Delete)


@pytest.mark.parametrize(
    ("reason", "expected"), [(QContextMenuEvent.Reason.Mouse, 1), (QContextMenuEvent.Reason.Keyboard, 0)]
)
def test_the_menu_is_for_the_row_that_is_meant(qtbot, neighbours, clock, reason, expected):
    neighbours.show_rows(rows(7, 8, 9))
    clock.now += 10
    neighbours.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(neighbours.menu_wanted) as wanted:
        QApplication.sendEvent(neighbours, QContextMenuEvent(reason, middle(1), neighbours.mapToGlobal(middle(1))))
    assert wanted.args[0] == neighbours.rows[expected]


def test_everything_can_be_drawn(neighbours, clock):
    similarities = [1.0, 0.5, 0.0, -0.3, -1.0, 0.2, 0.1, 0.05, float("0.9999999")]
    neighbours.apply_palette(DARK)
    neighbours.show_rows([Row(i, word, s, 10**i) for i, (word, s) in enumerate(zip(NASTY, similarities, strict=True))])
    for width in (10, 120, 190, 400):
        neighbours.resize(width, 8 * ROW_HEIGHT)
        neighbours.grab()
        clock.now += 0.1
    assert "\u22120.3000" not in neighbours.explanation(neighbours.rows[0])


def test_where_it_is_narrow_counts_go_before_words_do(qapp):
    widest = Widest(70, 1_000_000)
    wide, narrow = (Columns.fitting(width, widest, qapp.font()) for width in (300, 200))
    assert wide.count > 0
    assert narrow.count == 0
    assert narrow.word >= 60
    assert narrow.bar >= 30


def test_room_grows_with_what_is_shown_and_never_shrinks(qapp):
    widest = Widest().also([("word", 5)], qapp.font())
    wider = widest.also([("a much longer word", 3)], qapp.font())
    assert wider.word > widest.word
    assert wider.count == 5
    assert wider.also([("a", 1)], qapp.font()) == wider
