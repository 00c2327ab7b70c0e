"""The lesson: a learner goes through all of it, answers right and wrong, wanders off and comes back."""

from __future__ import annotations

import pytest
from lesson_page import SENTENCE, Learner, LessonPage, choose, do_what_it_waits_for, enter, make_panel
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.lesson.station import Number, Verdict
from w2v_gui.gui.lesson.stations import STATIONS
from w2v_gui.gui.widgets.option_button import OptionButton
from w2v_gui.session.walkthrough import Walkthrough

KEYS = [station.key for station in STATIONS]
RIGHT, WRONG, NOT_YET = Verdict.RIGHT, Verdict.WRONG, Verdict.NOT_YET


@pytest.fixture
def panel(qtbot, theme, language):
    return make_panel(qtbot, theme)


@pytest.fixture
def page(panel):
    return LessonPage(panel)


def shown(panel):
    """Return all that can be read on the panel."""
    labels = [label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]
    return "\n".join([*labels, *(option.text() for option in panel.answer.options if option.isVisibleTo(panel))])


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_a_learner_goes_through_the_whole_lesson(qtbot, panel, page, language, code):
    language.choose(code)
    closed = []
    panel.closed.connect(lambda: closed.append(True))
    panel.start()
    for key in KEYS:
        assert panel.station.key == key
        assert panel.verdict is None
        assert panel.remark.text == ""
        task = panel.station.task
        for right in (False, True):
            if key == "pair":
                page.choose(3 if right else 2)
                if not right:
                    qtbot.mouseClick(panel.answer.check, Qt.MouseButton.LeftButton)
            elif isinstance(task, Number):
                value = Learner(page).number(key)
                enter(qtbot, panel, f"{value if right else value + 1:.4f}")
            else:
                place = Learner(page).place(key, panel)
                choose(qtbot, panel, place if right else (place + 1) % len(task.options))
                if panel.verdict is NOT_YET:
                    do_what_it_waits_for(page, key)
            assert panel.verdict is (RIGHT if right else WRONG), key
            assert len(panel.remark.text.split("\n")) == (2 if right else 3)  # the wrong one comes with a hint
            assert "{" not in shown(panel)
        assert not panel.answer.check.isVisible()
        if isinstance(task, Number):
            assert panel.next.hasFocus()
        qtbot.mouseClick(panel.next, Qt.MouseButton.LeftButton)
    assert closed == [True]
    assert panel.trail.done == set(range(len(STATIONS)))
    panel.start()
    assert panel.station.key == KEYS[0]  # ready to begin anew


def test_what_is_done_on_the_page_is_noticed(qtbot, panel, page):
    panel.start()
    qtbot.mouseClick(panel.answer.check, Qt.MouseButton.LeftButton)
    assert panel.verdict is NOT_YET
    page.choose(2)  # on the way there nothing is wrong yet
    assert panel.verdict is NOT_YET
    page.choose(3)
    assert panel.verdict is RIGHT
    assert "没有" in panel.remark.text
    page.choose(5)  # what was right stays so
    assert panel.verdict is RIGHT
    assert "没有" in panel.remark.text


def test_a_prediction_waits_for_its_own_update(qtbot, panel, page):
    panel.start(KEYS.index("update"))
    choose(qtbot, panel, 0)
    assert panel.verdict is NOT_YET
    page.choose(4)
    page.update()  # of another pair
    page.choose(1)
    page.go_to("W_new")
    assert panel.verdict is NOT_YET
    page.go(0)
    page.choose(1)
    page.update()
    assert panel.verdict is NOT_YET  # another pair is shown
    page.choose(1)
    assert panel.verdict is NOT_YET  # y is not reached
    page.go_to("y")
    assert panel.verdict is RIGHT


def test_going_back_is_all_the_way(qtbot, panel, page):
    panel.start(KEYS.index("undo"))
    choose(qtbot, panel, 0)
    page.update(16)  # twice through the text: the same pair again
    assert panel.verdict is NOT_YET
    page.go(0)
    assert panel.verdict is RIGHT


def test_another_choice_takes_the_first_back(qtbot, panel, page):
    panel.start(KEYS.index("update"))
    choose(qtbot, panel, 0)
    qtbot.mouseClick(panel.answer.options[1], Qt.MouseButton.LeftButton)
    assert panel.verdict is None
    do_what_it_waits_for(page, "update")
    assert panel.verdict is None
    qtbot.mouseClick(panel.answer.check, Qt.MouseButton.LeftButton)
    assert panel.verdict is WRONG


def test_what_is_no_number_is_not_counted_as_wrong(qtbot, panel, page):
    panel.start(KEYS.index("y"))
    enter(qtbot, panel, "a ninth")
    assert panel.verdict is None
    assert "1/9" in panel.remark.text
    qtbot.keyClick(panel.answer.entry, Qt.Key.Key_Backspace)
    assert panel.remark.text == ""
    enter(qtbot, panel, "1/9")
    assert panel.verdict is RIGHT


def test_nothing_can_be_checked_before_there_is_an_answer(panel, page):
    panel.start(KEYS.index("e"))
    assert not panel.answer.check.isEnabled()
    panel.start(KEYS.index("E"))
    assert not panel.answer.check.isEnabled()


def test_the_answer_is_shown_on_the_page_once_it_is_found(qtbot, panel, page):
    panel.start(KEYS.index("h"))
    assert page.asked[-1].stage == "x"  # h is not to be seen yet
    enter(qtbot, panel, "9")
    assert page.asked[-1].stage == "x"
    enter(qtbot, panel, f"{Learner(page).number('h'):.3f}")
    assert page.asked[-1].stage == "h"
    assert page.asked[-1].preset is None  # and nothing else is touched


def test_the_language_changes_in_the_midst(qtbot, panel, page, language):
    panel.start(KEYS.index("e"))
    choose(qtbot, panel, 3)
    assert panel.verdict is WRONG
    english = shown(panel)
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: "拉" in panel.remark.text)
    chinese = shown(panel)
    assert panel.answer.chosen == 3
    assert panel.verdict is WRONG
    assert not {line for line in english.split("\n") if len(line) > 12} & set(chinese.split("\n"))
    language.choose("en")
    qtbot.waitUntil(lambda: shown(panel) == english)


def test_the_numbers_follow_the_page(panel, page):
    panel.start(KEYS.index("h"))
    page.choose(2)
    assert "爱 and 没有" in shown(panel)


@pytest.mark.parametrize(
    "other", [{"model": "skipgram"}, {"objective": "hierarchical_softmax"}, {"vector_size": 7}, {"window": 2}]
)
def test_a_page_that_shows_something_else_is_called_back(qtbot, panel, page, other):
    panel.start(KEYS.index("E"))
    assert not panel.again.isVisible()
    page.open(**{"model": "cbow", "objective": "softmax"} | other)
    assert panel.again.isVisible()
    assert not panel.answer.isVisible()
    qtbot.mouseClick(panel.again, Qt.MouseButton.LeftButton)
    assert not panel.again.isVisible()
    enter(qtbot, panel, f"{Learner(page).number('E'):.2f}")
    assert panel.verdict is RIGHT


@pytest.mark.parametrize("at", range(len(STATIONS)), ids=KEYS)
def test_no_station_is_about_another_text(panel, at):
    setup = STATIONS[at].setup
    config = TrainingConfig(model=setup.model, objective=setup.objective, vector_size=setup.vector_size, **SENTENCE)
    panel.show_scene(Walkthrough.small(EncodedCorpus.from_sentences([["one", "two", "three"]]), config).scene())
    panel.start(at)
    assert panel.again.isVisible()
    assert not panel.answer.isVisible()


def test_a_network_put_in_the_place_of_the_first_is_judged_by_itself(qtbot, panel, page):
    panel.start(KEYS.index("update"))
    page.open(model="cbow", objective="softmax", seed=3)
    assert f"y = {Learner(page).y(Learner(page).u)[1]:.3f}" in shown(panel).replace("\u00a0", " ")
    choose(qtbot, panel, 0)
    do_what_it_waits_for(page, "update")
    assert panel.verdict is RIGHT


def test_without_a_page_nothing_is_asked(qtbot, panel):
    asked = []
    panel.setup_asked.connect(asked.append)
    panel.start()
    assert [setup.preset for setup in asked] == ["derivation"]
    assert panel.again.isVisible()
    assert not panel.answer.isVisible()
    panel.show_stage("h")
    assert panel.verdict is None
    qtbot.mouseClick(panel.next, Qt.MouseButton.LeftButton)
    assert panel.station.key == KEYS[1]


def test_it_goes_on_where_one_was(qtbot, panel, page):
    panel.start(4)
    with qtbot.waitSignal(panel.closed):
        qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    panel.start()
    assert panel.station.key == KEYS[4]
    qtbot.mouseClick(panel.back, Qt.MouseButton.LeftButton)
    assert panel.station.key == KEYS[3]
    dot = panel.trail.dot(13).toPoint()
    qtbot.mouseClick(panel.trail, Qt.MouseButton.LeftButton, pos=QPoint(dot.x(), dot.y()))
    assert panel.station.key == KEYS[13]


def test_options_wrap_and_take_their_text_literally(qtbot, theme):
    option = OptionButton()
    qtbot.addWidget(option)
    option.set_text("<b>R&D</b>")
    one = option.heightForWidth(240)
    option.set_text("a text that is far too long for one line of a button as narrow as this one")
    assert option.heightForWidth(240) > 1.5 * one
    option.show()
    assert not option.grab().isNull()


def test_keys_move_among_the_options_and_leave_the_walk_its_own(qtbot, panel, page):
    panel.start(KEYS.index("e"))
    first = panel.answer.options[0]
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert panel.answer.chosen == 0
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert panel.answer.chosen == 1


def cut_off(panel):
    labels = [label for label in panel.findChildren(QLabel) if label.isVisibleTo(panel) and label.wordWrap()]
    options = [option for option in panel.answer.options if option.isVisibleTo(panel)]
    return [thing.text() for thing in labels + options if thing.height() < thing.heightForWidth(thing.width())]


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_nothing_is_cut_off_in_a_narrow_column(qtbot, panel, page, language, code):
    language.choose(code)
    for at in range(len(STATIONS)):
        panel.start(at)
        qtbot.waitUntil(lambda: not cut_off(panel))
        assert panel._sheet.width() <= panel._scroll.viewport().width()
