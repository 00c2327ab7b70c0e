"""What the stations of the lesson call right and wrong, and why."""

from __future__ import annotations

import math
from dataclasses import replace
from string import Formatter

import pytest
from lesson_page import Learner, LessonPage, do_what_it_waits_for, enter, make_panel

from w2v_gui.gui.lesson.station import Choice, Moment, Number, Verdict
from w2v_gui.gui.lesson.stations import STATIONS
from w2v_gui.gui.lesson.typed import typed_number

KEYS = [station.key for station in STATIONS]
RIGHT, WRONG = Verdict.RIGHT, Verdict.WRONG


@pytest.fixture
def panel(qtbot, theme, language):
    return make_panel(qtbot, theme)


@pytest.fixture
def page(panel):
    return LessonPage(panel)


def test_there_are_ten_to_fifteen_stations_with_a_way_to_each():
    assert 10 <= len(STATIONS) <= 15
    assert len(set(KEYS)) == len(KEYS)
    for station in STATIONS:
        assert None not in vars(station.setup).values(), station.key  # every station can be the first one


def test_every_field_of_every_text_has_a_value(panel, page):
    for at, station in enumerate(STATIONS):
        panel.start(at)
        values = station.values(panel._attempt.moment)
        texts = [getattr(station, name) for name in ("text", "ask", "right", "wrong", "hint", "waiting")]
        if isinstance(station.task, Choice):
            texts += station.task.options
        elif isinstance(station.task, Number):
            texts += [slip.remark for slip in station.task.slips]
        fields = {field for text in texts for _, field, _, _ in Formatter().parse(text) if field}
        assert fields <= set(values), station.key


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("h", lambda learner: 2 * learner.number("h"), "sum"),
        ("y", lambda learner: 0.1, "twice"),
        ("E", lambda learner: -learner.number("E"), "negative"),
        ("E", lambda learner: learner.number("E") / math.log(10), "base 10"),
        ("EH", lambda learner: 9, "picked"),
        ("EH", lambda learner: 7, "stay"),
        ("skipgram", lambda learner: (learner.number("skipgram") - 1) / 2, "one output"),
        ("skipgram", lambda learner: -learner.number("skipgram"), "sign"),
        ("softmax", lambda learner: 70_000, "each"),
        ("softmax", lambda learner: 200, "every row"),
        ("negative", lambda learner: 9, "softmax"),
        ("negative", lambda learner: 3, "One more"),
        ("tree", lambda learner: 8, "on the path"),
        ("tree", lambda learner: 5, "inner nodes"),
    ],
)
def test_known_slips_are_answered_with_words_of_their_own(qtbot, panel, page, key, typed, said):
    panel.start(KEYS.index(key))
    enter(qtbot, panel, f"{typed(Learner(page)):.4f}")
    assert panel.verdict is WRONG
    assert said in panel.remark.text.split("\n")[1]


def moment_of(panel, page, key):
    panel.start(KEYS.index(key))
    do_what_it_waits_for(page, key)
    return panel.station, panel._attempt.moment


def test_undo_is_judged_by_the_bits(panel, page):
    station, moment = moment_of(panel, page, "undo")
    assert station.check(moment, 0) is RIGHT
    trace = moment.present.trace
    for factor, place in ((1 + 1e-15, 1), (1.5, 2)):
        other = replace(moment.present, trace=replace(trace, loss=trace.loss * factor))
        assert other.trace.loss != trace.loss
        changed = Moment(moment.before, other, "pair")
        assert station.check(changed, place) is RIGHT
        assert station.check(changed, 0) is WRONG


@pytest.mark.parametrize(("factor", "place"), [(0.5, 0), (1.0, 1), (1.5, 2)])
def test_training_is_judged_by_the_curve(panel, page, factor, place):
    station, moment = moment_of(panel, page, "train")
    means = moment.present.mean_losses.copy()
    means[-1] = means[0] * factor
    changed = Moment(moment.before, replace(moment.present, mean_losses=means), "pair")
    assert [station.check(changed, i) for i in range(3)] == [RIGHT if i == place else WRONG for i in range(3)]


def test_falling_and_staying_can_be_right_too(panel, page):
    station, moment = moment_of(panel, page, "update")
    before, present = moment.before, moment.present
    back = replace(present, trace=before.trace)
    assert station.check(Moment(before, back, "y"), 2) is RIGHT
    output = before.trace.outputs[0]
    fallen = replace(before.trace, outputs=(replace(output, y=output.y * 0.9),))
    assert station.check(Moment(before, replace(present, trace=fallen), "y"), 1) is RIGHT


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.25", 0.25),
        (" -.5 ", -0.5),
        ("−0.8", -0.8),
        ("1/9", 1 / 9),
        ("1 / 9", 1 / 9),
        ("0,393", 0.393),
        ("7,000,000", 7e6),
        ("7 000 000", 7e6),
        ("7000000", 7e6),
        ("7e6", 7e6),
        ("7M", 7e6),
        ("700万", 7e6),
        ("０．２５", 0.25),
        ("7，000，000", 7e6),
        ("", None),
        ("1/0", None),
        ("1/", None),
        ("two", None),
        ("1e999", None),
        ("7,00,0", None),
        ("nan", None),
        ("١", 1),
    ],
)
def test_numbers_as_people_type_them(text, value):
    assert typed_number(text) == value
