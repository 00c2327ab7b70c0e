"""Words of the text are put right: made one, or divided, by mouse and keys."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from text_panel_data import ENGLISH, click, drag, heard, make_text_panel, position_of

from w2v_gui.corpus.word_lists import DictionaryEntry


@pytest.fixture
def make_panel(qtbot, theme, language):
    return partial(make_text_panel, qtbot)


def test_selected_tokens_are_made_one_word(qtbot, make_panel):
    panel = make_panel()
    made = heard(panel.entry_made)
    first = position_of(panel, "作者")
    drag(qtbot, panel, first, first + 1)
    assert panel.offer_bar.text == "Make one word: 作者自云"
    qtbot.mouseClick(panel.offer_bar.button, Qt.MouseButton.LeftButton)
    assert made == [(DictionaryEntry(("作者自云",)),)]
    assert panel.offer_bar.text == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_J])
def test_all_of_it_is_done_by_keys(qtbot, make_panel, key):
    panel = make_panel()
    made = heard(panel.entry_made)
    click(qtbot, panel, position_of(panel, "作者"))
    modifier = Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_J else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(panel.view, key, modifier)
    assert made == []
    qtbot.keyClick(panel.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(panel.view, key, modifier)
    qtbot.keyClick(panel.view, Qt.Key.Key_Left)
    qtbot.keyClick(panel.view, Qt.Key.Key_F2)
    assert panel.offer_bar.text == "Divide here: 作 | 者"
    qtbot.keyClick(panel.view, key, modifier)
    assert made == [(DictionaryEntry(("作者自云",)),), (DictionaryEntry(("作", "者")),)]


def test_no_word_reaches_over_what_stands_between(qtbot, make_panel):
    panel = make_panel()
    made = heard(panel.entry_made)
    drag(qtbot, panel, position_of(panel, "也"), position_of(panel, "作者"))
    assert panel.offer_bar.text == "“。” stands between these words: a word cannot reach over it."
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    drag(qtbot, panel, position_of(panel, "也", 1), position_of(panel, "此", 2))
    assert panel.offer_bar.text == "These words stand in different sentences."
    assert made == []


def test_where_there_is_no_segmenter_nothing_is_offered_and_the_menu_says_why(qtbot, make_panel):
    panel = make_panel(ENGLISH)
    drag(qtbot, panel, 0, 2)
    assert panel.view.marks.selected == range(3)
    assert panel.offer_bar.text == ""
    action = next(action for action in panel.token_menu(1).actions() if action.text() == "Put the words right")
    assert not action.isEnabled()
    assert "no segmenter" in action.toolTip()


def test_a_word_of_one_character_cannot_be_divided(make_panel):
    panel = make_panel()

    def possible(word):
        actions = panel.token_menu(position_of(panel, word)).actions()
        return next(action for action in actions if action.text() == "Divide this word… (F2)").isEnabled()

    assert possible("作者")
    assert not possible("此")


def test_while_it_is_trained_on_the_text_stays(qtbot, make_panel):
    panel = make_panel()
    made = heard(panel.entry_made)
    drag(qtbot, panel, 0, 1)
    panel.set_locked(True)
    assert "is being trained on" in panel.offer_bar.text
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert made == []


def test_a_long_reason_stays_within_a_narrow_card(qtbot, make_panel):
    panel = make_panel()
    panel.resize(300, 420)
    panel.set_locked(True)
    click(qtbot, panel, position_of(panel, "作者"))
    qtbot.keyClick(panel.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert panel.offer_bar.text.startswith("The text is being trained on")
    reason = panel.offer_bar.reason
    assert panel.view.rect().contains(panel.offer_bar.geometry())
    assert reason.height() >= reason.heightForWidth(reason.width()) > reason.fontMetrics().height()
