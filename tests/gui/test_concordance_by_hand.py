"""Lines of a concordance are gone through by mouse and keys."""

from __future__ import annotations

import numpy as np
import pytest
from concordance_data import ALT, answered, entries, look_up, making_cards, open_menu, point, texts
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui import concordancing


@pytest.fixture
def make(qtbot, theme, language):
    with making_cards(qtbot) as make:
        yield make


def test_keys_go_through_lines_and_words(qtbot, make):
    panel = make([["the", "king", "of", str(i)] for i in range(100)])
    look_up(qtbot, panel, "king")
    view, page = panel.view, panel.view.verticalScrollBar().pageStep()
    chosen = []
    panel.position_chosen.connect(chosen.append)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for key, row in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_PageDown, 1 + page),
        (Qt.Key.Key_Up, page),
        (Qt.Key.Key_End, 99),
        (Qt.Key.Key_Down, 99),
        (Qt.Key.Key_PageUp, 99 - page),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 1),
    ):
        qtbot.keyClick(view, key)
        assert view.current == row
        assert view.viewport().rect().contains(view._area(row))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen == [5]
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.accessibleDescription() == "the"
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleDescription() == "1"


def test_a_double_click_goes_to_the_text_and_copy_takes_the_line(qtbot, make):
    panel = make()
    look_up(qtbot, panel, "king")
    chosen = []
    panel.position_chosen.connect(chosen.append)
    viewport = panel.view.viewport()
    place = point(panel, 1, "queen")
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [8]
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "9\tthe queen of the\tking\t\n"


def test_the_menu_is_for_the_word_under_the_pointer(qtbot, make):
    panel = make()
    look_up(qtbot, panel, "king")
    chosen, walked = [], []
    panel.position_chosen.connect(chosen.append)
    panel.inside_asked.connect(walked.append)
    menu = open_menu(qtbot, panel, point(panel, 1, "queen"))
    found = entries(menu)
    assert next(iter(found)) == "Concordance of “queen”"
    found["Show in the text"].trigger()
    found["Walk through this pair"].trigger()
    assert (chosen, walked) == ([5], [5])
    found["Concordance of “queen”"].trigger()
    menu.close()
    answered(qtbot, panel)
    assert texts(panel) == ["the queen of the king"]
    panel.show_config(TrainingConfig(min_count=2))
    menu = open_menu(qtbot, panel, point(panel, 0, "queen"))
    assert not entries(menu)["Walk through this pair"].isEnabled()
    menu.close()
    menu = open_menu(qtbot, panel, QPoint(60, panel.view.viewport().height() - 2))
    assert "Copy as TSV" in entries(menu)
    menu.close()


def test_the_menu_key_opens_the_menu_of_the_word_the_keys_have_come_to(qtbot, make):
    panel = make()
    look_up(qtbot, panel, "king")
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(panel.view, event)
    menu = QApplication.activePopupWidget()
    assert next(iter(entries(menu))) == "Concordance of “of”"
    menu.close()


def test_one_goes_back_and_forward_through_what_was_looked_up(qtbot, make):
    panel = make()
    row = panel.row
    for word in ("king", "queen", "of"):
        look_up(qtbot, panel, word)
    assert row.way.back.isEnabled()
    assert not row.way.forward.isEnabled()
    qtbot.keyClick(panel.entry, Qt.Key.Key_Left, ALT)
    answered(qtbot, panel)
    assert panel.looked_up == panel.entry.text() == "queen"
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_Left, ALT)
    answered(qtbot, panel)
    assert panel.view.count == 4
    assert not row.way.back.isEnabled()
    qtbot.keyClick(panel.view, Qt.Key.Key_Left, ALT)
    assert panel.looked_up == "king"
    qtbot.mouseClick(row.way.forward, Qt.MouseButton.LeftButton)
    answered(qtbot, panel)
    assert panel.looked_up == "queen"
    look_up(qtbot, panel, "the")
    assert not row.way.forward.isEnabled()
    qtbot.mouseClick(row.way.back, Qt.MouseButton.LeftButton)
    answered(qtbot, panel)
    assert panel.looked_up == "queen"


def test_ten_million_lines_scroll(qtbot, make, theme):
    panel = make([["a"]])
    corpus = panel._corpus
    look_up(qtbot, panel, "a")
    answer = panel._answer
    many = np.zeros(10_000_000, np.int32)
    panel.show_answer(
        concordancing.Answer(panel._wish, corpus, answer.phrase, len(many), many, complete=True),
    )
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_End)
    assert panel.view.current == 9_999_999
    assert panel.view.verticalScrollBar().value() == 10_000_000 - panel.view.verticalScrollBar().pageStep()
    assert panel._caption.text() == "10,000,000 lines of “a”"
