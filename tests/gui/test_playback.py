from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from small_scenes import MODES, scene, walk

from w2v_gui.gui.panels.playback import COUNTS, PlaybackPanel
from w2v_gui.gui.theme import DARK, LIGHT
from w2v_gui.gui.widgets.history_slider import HistorySlider
from w2v_gui.gui.widgets.speed_slider import FASTEST, SpeedSlider


@pytest.fixture
def make(qtbot, theme, language):
    """Return a function that makes a panel with a scene."""

    def make(what=None, size=(460, 320)):
        panel = PlaybackPanel()
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show()
        qtbot.waitExposed(panel)
        panel.apply_palette(LIGHT)
        panel.show_scene(what if what is not None else back(20))
        return panel

    return make


def back(position, steps=40, **settings):
    """Return a scene amid a history."""
    way = walk(steps=steps, **settings)
    way.go(position)
    return way.scene()


def heard(signal):
    """Return a list to which everything is added that a signal says."""
    said = []
    signal.connect(said.append)
    return said


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_buttons_ask_for_updates_and_for_the_way_back(make, qtbot):
    panel = make()
    advanced, gone = heard(panel.advance_asked), heard(panel.go_asked)
    for count in COUNTS:
        press(qtbot, panel.counts[count])
    press(qtbot, panel.undo)
    press(qtbot, panel.redo)
    assert advanced == [1, 10, 100, 1000]
    assert gone == [19, 21]


def test_only_what_can_be_done_can_be_pressed(make):
    panel = make(back(0))
    assert not panel.undo.isEnabled()
    assert panel.redo.isEnabled()
    panel.show_scene(back(40))
    assert panel.undo.isEnabled()
    assert not panel.redo.isEnabled()
    panel.show_scene(scene(steps=0))
    assert not (panel.undo.isEnabled())
    assert not (panel.redo.isEnabled())
    assert not (panel.history.isEnabled())
    assert panel.at.text() == "no update yet"


def test_playing_is_asked_for_and_shown(make, qtbot):
    panel = make()
    played = heard(panel.play_toggled)
    press(qtbot, panel.play)
    assert panel.play.text() == "Pause"
    assert not panel.counts[1].isEnabled()
    press(qtbot, panel.play)
    assert played == [True, False]
    panel.set_playing(True)
    assert panel.play.text() == "Pause"
    assert played == [True, False]


def test_going_back_stops_the_play(make, qtbot):
    panel = make()
    panel.set_playing(True)
    played = heard(panel.play_toggled)
    press(qtbot, panel.undo)
    assert played == [False]
    assert panel.play.text() == "Play"


def test_speed_is_chosen_in_equal_steps_of_its_logarithm(make, qtbot):
    panel = make()
    said = heard(panel.speed_changed)
    panel.speed.setFocus()
    qtbot.keyClick(panel.speed, Qt.Key.Key_Home)
    qtbot.keyClick(panel.speed, Qt.Key.Key_PageUp)
    qtbot.keyClick(panel.speed, Qt.Key.Key_PageUp)
    assert said == [1.0, 3.2, 10.0]
    assert panel.pace.text() == "10 / s"
    qtbot.keyClick(panel.speed, Qt.Key.Key_End)
    assert said[-1] == FASTEST
    assert panel.pace.text() == "fastest"


def test_a_speed_can_be_set_and_read(qtbot):
    slider = SpeedSlider()
    qtbot.addWidget(slider)
    for speed in (1.0, 10.0, 100.0, 1000.0, FASTEST):
        slider.set_speed(speed)
        assert slider.speed == speed


# -- the history -----------------------------------------------------------------------------------------------


@pytest.fixture
def slider(qtbot, theme):
    slider = HistorySlider()
    qtbot.addWidget(slider)
    slider.resize(400, 20)
    slider.show()
    slider.show_position(0, 100)
    return slider


def drag(slider, *places):
    """Press the handle and move it, without letting go."""
    middle = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(7, middle))
    for place in places:
        QTest.mouseMove(slider, QPoint(place, middle))


def test_dragging_asks_again_only_when_it_was_answered_and_then_for_the_latest(slider):
    asked = heard(slider.asked)
    drag(slider, 60, 120, 180, 240)
    assert len(asked) == 1
    slider.show_position(asked[0], 100)
    assert len(asked) == 2
    assert asked[1] == slider.value()
    slider.show_position(asked[1], 100)
    assert len(asked) == 2, "there was nothing new to ask for"


def test_the_handle_stays_under_the_hand(slider):
    drag(slider, 200)
    held = slider.value()
    slider.show_position(3, 100)
    assert slider.value() == held


def test_where_it_is_let_go_of_is_asked_for_in_any_case(slider):
    asked = heard(slider.asked)
    drag(slider, 60, 240)
    last = slider.value()
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(240, slider.height() // 2))
    assert asked[-1] == last
    assert len(asked) == 2
    slider.show_position(last, 100)
    assert slider.value() == last
    assert len(asked) == 2


def test_a_press_beside_the_handle_goes_there(slider):
    asked = heard(slider.asked)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(200, slider.height() // 2))
    assert len(asked) == 1
    assert 47 <= asked[0] <= 53


def test_what_the_program_shows_is_not_asked_for(slider):
    asked = heard(slider.asked)
    slider.show_position(70, 90)
    slider.show_position(10, 50)
    assert asked == []
    assert slider.value() == 10


def test_the_text_says_where_one_is_and_where_one_would_go(make):
    panel = make()
    assert panel.at.text() == "update 20 of 40"
    asked = heard(panel.go_asked)
    panel.history.setFocus()
    QTest.keyClick(panel.history, Qt.Key.Key_Left)
    assert panel.at.text() == "update 19 of 40"
    assert asked == [19]


# -- rate, branches, progress ------------------------------------------------------------------------------------


def test_the_rate_is_that_of_the_scene_until_another_is_typed(make, qtbot):
    panel = make(back(20, alpha=0.25))
    said = heard(panel.alpha_changed)
    assert panel.alpha.text() == "0.25"
    panel.alpha.setFocus()
    panel.alpha.selectAll()
    qtbot.keyClicks(panel.alpha, "0.5")
    assert said == []
    qtbot.keyClick(panel.alpha, Qt.Key.Key_Return)
    assert said == [0.5]
    qtbot.keyClick(panel.alpha, Qt.Key.Key_Return)
    assert said == [0.5]


@pytest.mark.parametrize("typed", ["", "abc", "-1", "0", "nan", "1e9"])
def test_a_rate_that_is_none_is_explained_and_nothing_is_asked_for(make, qtbot, typed):
    panel = make()
    said = heard(panel.alpha_changed)
    panel.alpha.setFocus()
    panel.alpha.selectAll()
    qtbot.keyClick(panel.alpha, Qt.Key.Key_Delete)
    qtbot.keyClicks(panel.alpha, typed)
    qtbot.keyClick(panel.alpha, Qt.Key.Key_Return)
    assert said == []
    assert panel.problem.isVisible()
    assert panel.problem.text()
    assert panel.alpha.property("wrong")
    panel.show_scene(back(5))
    assert panel.alpha.text() == typed, "what was typed is not taken away"
    panel.alpha.selectAll()
    qtbot.keyClicks(panel.alpha, "0.2")
    assert not panel.problem.isVisible()
    assert not panel.alpha.property("wrong")


def test_branches_are_offered_only_when_there_are_several(make, qtbot):
    panel = make()
    assert not panel.branch.isVisible()
    panel.show_scene(replace(back(20), branch=2, branches=3))
    assert panel.branch.label.text() == "branch 2 of 3"
    asked = heard(panel.branch_asked)
    press(qtbot, panel.branch.before)
    press(qtbot, panel.branch.after)
    assert asked == [1, 3]
    panel.show_scene(replace(back(20), branch=3, branches=3))
    assert not panel.branch.after.isEnabled()


def test_what_takes_long_is_shown_and_can_be_given_up(make, qtbot):
    panel = make()
    cancelled = []
    panel.cancel_asked.connect(lambda: cancelled.append(True))
    panel.show_progress(300, 1000)
    assert panel._caption.text() == "300 of 1,000"
    assert not panel.counts[1].isEnabled()
    assert not panel.undo.isEnabled()
    press(qtbot, panel.cancel)
    assert cancelled == [True]
    panel.show_progress(0, 0)
    assert panel.progress.maximum() == 0
    panel.show_progress(0, None)
    assert not panel.progress.isVisible()
    assert panel.counts[1].isEnabled()
    assert panel._caption.text().startswith("dots")


# -- the losses --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_losses_are_those_of_the_scene(make, model, objective):
    what = back(20, model=model, objective=objective)
    panel = make(what)
    x, y = panel.losses.dots.getData()
    assert list(x) == list(range(1, 41))
    assert list(y) == list(what.losses)
    assert panel.losses.now.value() == 20
    rows = list(panel.csv_rows())
    assert rows[1][:2] == (0, None)
    assert {row[0]: row[2] for row in rows[1:] if row[2] is not None} == dict(
        zip(what.mean_positions.tolist(), what.mean_losses.tolist(), strict=True)
    )
    assert [row[1] for row in rows[2:]] == list(what.losses)


def test_pointing_at_an_update_tells_its_loss_and_a_click_goes_there(make, qtbot):
    what = back(20)
    panel = make(what)
    asked = heard(panel.go_asked)
    plot = panel.losses
    place = plot.mapFromScene(plot.plotItem.vb.mapViewToScene(plot.plotItem.vb.viewRect().center()))
    QTest.mouseMove(plot.viewport(), place)
    told = dict(plot.readout.rows)
    update = int(told["update"])
    assert told["E of its pair"] == f"{what.losses[update - 1]:.4f}"
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [update]


def test_a_long_history_is_drawn_in_few_dots_with_its_ends(make):
    what = scene(steps=1)
    losses = what.losses.repeat(100_000)
    panel = make(replace(what, losses=losses, position=100_000, length=100_000))
    x, _ = panel.losses.dots.getData()
    assert len(x) <= 1500
    assert (x[0], x[-1]) == (1, 100_000)
    assert panel.at.text() == "update 100,000 of 100,000"


def test_what_is_not_seen_is_drawn_when_it_is(make, qtbot):
    panel = make(back(20))
    panel.hide()
    panel.show_scene(back(7))
    assert panel.losses.now.value() == 20
    panel.show()
    assert panel.losses.now.value() == 7


@pytest.mark.parametrize("size", [(330, 240), (620, 260), (900, 500)])
def test_nothing_needs_more_room_than_there_is(make, qtbot, size):
    panel = make(replace(back(20), branch=2, branches=3), size)
    panel.show_progress(1, 10)
    panel.apply_palette(DARK)
    assert (panel.width(), panel.height()) == size
    widgets = (panel.play, panel.alpha, panel.at, panel.counts[1000], panel.cancel)
    qtbot.waitUntil(
        lambda: all(panel.rect().contains(widget.mapTo(panel, widget.rect().bottomRight())) for widget in widgets)
    )


def test_both_languages(make, qtbot, language):
    panel = make()
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: panel.play.text() == "播放")
    assert panel.at.text() == "第 20 / 40 次更新"
