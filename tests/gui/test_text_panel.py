"""The text as the model reads it: its windows, what is left out and why."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from text_panel_data import (
    CHINESE,
    CONFIG,
    ENGLISH,
    centre_of,
    click,
    drag,
    heard,
    make_text_panel,
    point_at,
    position_of,
    read,
    shown,
    windows_of,
)

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.next_place import search
from w2v_gui.corpus.passages import Passages
from w2v_gui.corpus.samples import derivation_sentence
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.panels.text import TextPanel
from w2v_gui.gui.text_reading import Paragraphs
from w2v_gui.gui.theme import LIGHT


@pytest.fixture
def make_panel(qtbot, theme, language):
    return partial(make_text_panel, qtbot)


# -- the window --------------------------------------------------------------------------------------------------


def test_the_text_stands_as_it_is_with_its_words_in_boxes(make_panel):
    assert "".join(shown(make_panel())).startswith("此开卷第一回也。作者自云：因曾")
    assert shown(make_panel(ENGLISH))[:7] == ["The", "cat", "saw", "the", "dog", ",", "and"]


@pytest.mark.parametrize("full", [False, True])
def test_the_window_is_the_one_that_is_trained(make_panel, full):
    config = replace(CONFIG, sample=0.02, full_windows_only=full)
    panel = make_panel(ENGLISH, config)
    windows = windows_of(panel.opened_, config)
    without = 0
    for position in panel.view.sheet.tokens_seen():
        point_at(panel, position)
        window = windows.at(position)
        marks = panel.view.marks
        if window is None:
            without += 1
            assert (marks.centre, marks.context) == (None, frozenset())
        else:
            assert (marks.centre, marks.context) == (position, frozenset(window.context_positions))
    assert without > 5


def test_the_line_below_names_centre_and_context(make_panel):
    panel = make_panel(config=replace(CONFIG, window=1))
    point_at(panel, position_of(panel, "之后"))
    assert panel.line.text == "centre 之后 · context 梦幻  故"
    QApplication.sendEvent(panel.view, QEvent(QEvent.Type.Leave))
    assert panel.line.text == "Point at a word to see its window."


def test_keys_show_windows_as_the_pointer_does(qtbot, make_panel):
    panel = make_panel(config=replace(CONFIG, window=1))
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    assert panel.line.text == "centre 开卷 · context 此  第一回"


def test_another_epoch_is_asked_for_and_draws_anew(qtbot, make_panel):
    config = replace(CONFIG, sample=0.01)
    panel = make_panel(ENGLISH, config)
    asked = heard(panel.epoch_chosen)
    before = panel._reading.states(0, 200)
    assert not panel.epoch.before.isEnabled()
    place = panel.view.place
    qtbot.mouseClick(panel.epoch.after, Qt.MouseButton.LeftButton)
    assert (asked, panel.epoch.label.text()) == ([(2,)], "epoch 2")
    panel.show_windows(None)
    panel.show_windows(windows_of(panel.opened_, config, 1))
    assert panel._reading.states(0, 200) != before
    assert panel.view.place == place
    qtbot.mouseClick(panel.epoch.after, Qt.MouseButton.LeftButton)
    assert not panel.epoch.after.isEnabled()
    panel.show_config(replace(config, epochs=1))
    assert asked == [(2,), (3,), (1,)]


# -- what is left out --------------------------------------------------------------------------------------------


def test_every_reason_is_told(make_panel):
    config = replace(CONFIG, sample=0.01, min_count=201)
    panel = make_panel(ENGLISH, config, stop_words=("dog",))
    facts = panel.view._explain
    kept = windows_of(panel.opened_, config).kept(0, 1000)
    the = next(
        p for p in range(1000) if panel.opened_.corpus.word(panel.opened_.corpus.ids[p]) == "the" and not kept[p]
    )
    assert "Passed over: left out by subsampling in this epoch: kept with " in facts(the)
    assert "Passed over: occurs 200 ×, min. count is 201" in facts(position_of(panel, "cat"))
    assert facts(position_of(panel, "dog")) == "dog\nPassed over: a stop word"
    saw = facts(position_of(panel, "saw"))
    assert saw.startswith("saw\noccurs 600 × · ")
    assert "rank 2" in saw
    assert panel.legend.text == "left out by subsampling · below min. count · stop word"


def test_a_token_without_a_window_says_why(make_panel):
    panel = make_panel(
        "lonely\nlonely\nrare\n" + "one two three four five\n" * 2, replace(CONFIG, full_windows_only=True)
    )
    point_at(panel, position_of(panel, "rare"))
    assert panel.line.text == "rare · occurs 1 ×, min. count is 2"
    point_at(panel, position_of(panel, "one"))
    assert "there are not 2 words on either side" in panel.line.text
    panel.show_config(CONFIG)
    panel.show_windows(windows_of(panel.opened_))
    point_at(panel, position_of(panel, "lonely"))
    assert "no other word of its sentence is left" in panel.line.text


def test_settings_change_the_reasons_at_once_and_move_nothing(make_panel):
    panel = make_panel(ENGLISH)
    panel.view.bar.setValue(300)
    place = panel.view.place
    cat = next(p for p in panel.view.sheet.tokens_seen() if panel._reading.word(p) == "cat")
    assert "Passed over" not in panel.view._explain(cat)
    panel.show_config(replace(CONFIG, min_count=300))
    assert "min. count is 300" in panel.view._explain(cat)
    panel.show_config(None)
    assert "min. count is 300" in panel.view._explain(cat)
    point_at(panel, cat)
    assert panel.line.text == "cat · occurs 200 ×, min. count is 300"
    assert panel.view.place == place


def test_what_is_seen_as_a_whole_has_no_scroll_bar(make_panel):
    assert not make_panel().view.bar.isVisible()
    assert make_panel(ENGLISH).view.bar.isVisible()


# -- another text -----------------------------------------------------------------------------------------------


def test_after_reading_again_the_same_place_of_the_text_is_shown(qtbot, make_panel):
    lines = "".join(f"甲乙丙丁 第{n}行 戊己庚辛壬癸 nr{n}x\n" for n in range(400))
    panel = make_panel(lines, replace(CONFIG, min_count=1))
    panel.view.bar.setValue(panel.view.bar.maximum() // 2)
    panel.view.scroll_pixels(10)
    before = panel.view.sheet.seen()[0]
    cursor = next(p for p in panel.view.sheet.tokens_seen() if panel._reading.word(p).startswith("nr"))
    click(qtbot, panel, cursor)
    word = panel._reading.word(cursor)
    opened, passages = read(lines, segmenter="characters")
    assert len(opened.corpus) > 1.2 * len(panel.opened_.corpus)
    panel.open_text(opened)
    assert panel.view.sheet.seen()[0] == before
    panel.show_passages(passages)
    after = panel.view.sheet.seen()[0]
    assert (after[0], after[1].stretch.text) == (before[0], before[1].stretch.text)
    assert panel._reading.word(panel.view.marks.cursor) == word


def test_until_the_text_that_was_read_again_is_there_its_windows_wait(make_panel):
    panel = make_panel()
    last = panel.view.sheet.tokens_seen()[-1]
    point_at(panel, last)
    line = panel.line.text
    shorter = Opened(read(CHINESE[:40])[0].corpus, panel.opened_.report, recipe=panel.opened_.recipe)
    panel.open_text(shorter)
    panel.show_windows(windows_of(shorter, replace(CONFIG, min_count=1)))
    point_at(panel, 0)
    point_at(panel, last)
    assert panel.line.text == line


def test_a_sentence_without_end_is_shown_in_parts_that_do_not_depend_on_the_way_there():
    corpus = EncodedCorpus.from_sentences([["first", "line"], [f"word{n % 700}" for n in range(7000)], ["last"]])
    passages = Passages(corpus, None)
    paragraphs = Paragraphs(passages, len(corpus))
    parts, part = [], paragraphs.at(0)
    while part is not None:
        parts.append((part.begin, part.end))
        part = paragraphs.after(part)
    assert [begin for begin, _ in parts] == [0, *(end for _, end in parts[:-1])]
    assert parts[-1][1] == len(corpus)
    assert 3 <= len(parts) - 2 <= 5
    for begin, end in parts:
        for position in (begin, (begin + end) // 2, end - 1):
            found = Paragraphs(passages, len(corpus)).at(position)
            assert (found.begin, found.end) == (begin, end)


def test_another_text_begins_at_its_beginning(make_panel):
    panel = make_panel(ENGLISH)
    panel.view.bar.setValue(1000)
    opened, passages = read(CHINESE)
    panel.open_text(opened)
    assert not panel.body.isVisible()
    panel.show_passages(passages)
    assert panel.view.place == (0, 0)
    assert panel.view.marks.cursor is None


# -- finding -----------------------------------------------------------------------------------------------------


def answer(panel):
    """Let searches be answered at once, and return what was asked for."""
    asked = heard(panel.find_asked)
    panel.find_asked.connect(
        lambda typed, start, backwards: panel.show_found(
            search(panel.opened_.corpus, typed, start, backwards=backwards)
        )
    )
    return asked


def test_words_are_found_one_place_after_the_other(qtbot, make_panel):
    panel = make_panel(ENGLISH)
    answer(panel)
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert panel.find_bar.entry.hasFocus()
    qtbot.keyClicks(panel.find_bar.entry, "saw nobody")
    first = position_of(panel, "nobody") - 1
    step = position_of(panel, "nobody", 1) - 1 - first
    for expected in (first, first + step):
        qtbot.keyClick(panel.find_bar.entry, Qt.Key.Key_Return)
        assert panel.view.marks.found == range(expected, expected + 2)
        assert panel.view.area(expected) is not None
    for expected in (first, first + 199 * step):
        qtbot.keyClick(panel.find_bar.entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        assert panel.view.marks.found[0] == expected
    qtbot.mouseClick(panel.find_bar.next, Qt.MouseButton.LeftButton)
    assert panel.view.marks.found[0] == first
    qtbot.keyClick(panel.find_bar.entry, Qt.Key.Key_Escape)
    assert panel.find_bar.isHidden()
    assert not panel.view.marks.found


def test_what_is_not_in_the_text_is_told(qtbot, make_panel):
    panel = make_panel(ENGLISH)
    answer(panel)
    unknown = heard(panel.unknown)
    qtbot.mouseClick(panel.find_button, Qt.MouseButton.LeftButton)
    panel.find_bar.entry.setText("cat <b>brid</b>")
    qtbot.keyClick(panel.find_bar.entry, Qt.Key.Key_Return)
    assert panel.find_bar.message.text() == "“<b>brid</b>” is not in the text."
    assert unknown == [("<b>brid</b>",)]
    panel.show_spellings("<b>brid</b>", ["bird", "birds"])
    assert panel.find_bar.message.text().endswith("Did you mean: bird, birds?")
    panel.find_bar.entry.setText("nobody cat")
    qtbot.keyClick(panel.find_bar.entry, Qt.Key.Key_Return)
    assert panel.find_bar.message.text() == "“nobody cat” do not follow each other in the text."


# -- what can be done with a token -------------------------------------------------------------------------------


def trigger(menu, text):
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_the_menu_of_a_token(qtbot, make_panel):
    panel = make_panel(ENGLISH.replace("dog", "R&D"))
    signals = (panel.concordance_asked, panel.vocabulary_asked, panel.inside_asked, panel.stop_word_made)
    got = [heard(signal) for signal in signals]
    menu = panel.token_menu(0)
    for text in (
        "Concordance of “the”",
        "Show in the vocabulary",
        "Walk through this pair",
        "Pass over “the” from now on",
        "Copy word",
    ):
        trigger(menu, text)
    assert got == [[("the",)], [("the",)], [(0,)], [("the",)]]
    assert QGuiApplication.clipboard().text() == "The"
    trigger(menu, "Copy sentence")
    assert QGuiApplication.clipboard().text() == ENGLISH.replace("dog", "R&D").split("\n")[0]


def test_the_menu_opens_by_mouse_and_by_key_at_the_token(qtbot, make_panel):
    panel = make_panel(ENGLISH)
    asked = heard(panel.view.menu_asked)
    panel.view.menu_asked.disconnect(panel._open_menu)
    click(qtbot, panel, 2)
    at = centre_of(panel, 5)
    for reason, point in ((QContextMenuEvent.Reason.Keyboard, QPoint()), (QContextMenuEvent.Reason.Mouse, at)):
        QApplication.sendEvent(panel.view, QContextMenuEvent(reason, point, panel.view.mapToGlobal(point)))
    assert [position for position, _ in asked] == [2, 5]
    assert panel.view.marks.cursor == 5


def test_what_is_chosen_is_copied_as_it_stands(qtbot, make_panel):
    panel = make_panel(ENGLISH)
    drag(qtbot, panel, 3, 5)
    qtbot.keyClick(panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "the dog, and"


def test_what_is_seen_can_be_taken_away(make_panel):
    panel = make_panel(ENGLISH, replace(CONFIG, min_count=300))
    rows = list(panel.csv_rows())
    assert rows[:3] == [
        ("position", "token", "word", "id", "count", "state"),
        (0, "The", "the", 0, 800, "kept"),
        (1, "cat", "cat", rows[2][3], 200, "below min_count"),
    ]
    assert len(rows) == len(panel.view.sheet.tokens_seen()) + 1


def test_in_chinese_too(qtbot, make_panel, language):
    panel = make_panel()
    point_at(panel, 1)
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: "中心词" in panel.line.text)
    assert panel.epoch.label.text() != "epoch 1"


def test_colours_follow_the_theme(make_panel, theme):
    panel = make_panel()
    panel.apply_palette(LIGHT)
    image = panel.view.grab().toImage()
    assert image.pixelColor(2, 2) == QColor(LIGHT.card)


def test_before_a_text_is_open_there_is_a_sentence(qtbot, theme, language):
    panel = TextPanel()
    qtbot.addWidget(panel)
    panel.show_config(CONFIG)
    panel.show_windows(None)
    panel.go_to(3)
    assert not panel.body.isVisibleTo(panel)
    assert [*panel.csv_rows()] == []


def test_a_built_in_sample_is_shown_with_spaces(qtbot, theme, language):
    panel = TextPanel()
    qtbot.addWidget(panel)
    opened = Opened(derivation_sentence())
    panel.open_text(opened)
    panel.show_passages(Passages(opened.corpus, None))
    assert shown(panel) == ["我", "爱", "学习", "没有", "什么", "能够", "阻挡", "我", "的", "脚步"]
