"""A sentence with words to press: as high and as wide as there is need."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.gui.widgets.word_hint import WordHint

SENTENCE = "“paaris” is not among the 31,294 words. Did you mean:"


@pytest.fixture
def holder(qtbot):
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addWidget(WordHint(holder))
    column.addStretch(1)
    qtbot.addWidget(holder)
    holder.resize(160, 200)
    holder.show()
    qtbot.waitExposed(holder)
    return holder


def test_what_was_said_in_a_narrow_place_takes_less_height_in_a_wide_one(qtbot, holder):
    hint = holder.findChild(WordHint)
    hint.say(SENTENCE)
    narrow = hint.sizeHint().height()
    holder.resize(700, 200)
    qtbot.waitUntil(lambda: hint.sizeHint().height() < narrow)


def test_words_for_which_there_was_room_do_not_keep_it_wide(qtbot, holder):
    hint = holder.findChild(WordHint)
    hint.say(SENTENCE, ["paris", "parish", "parsis"])
    holder.resize(700, 200)
    qtbot.waitUntil(lambda: all(button.isVisible() for button in hint.buttons))
    holder.resize(160, 200)
    qtbot.waitUntil(lambda: not hint.buttons[2].isVisible())
    assert hint.width() < 160
