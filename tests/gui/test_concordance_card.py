"""The concordance card with its worker, by clicks and keys."""

from __future__ import annotations

import threading

import pytest
from concordance_data import KINGS, NASTY, answered, entries, look_up, making_cards, open_text, places, press, texts
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from w2v_gui.corpus import concordance
from w2v_gui.corpus.concordance import LEFT, PLACE, RIGHT
from w2v_gui.corpus.suggestions import Suggestions
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui import concordancing
from w2v_gui.gui.concordance.layout import Role
from w2v_gui.gui.theme import DARK


@pytest.fixture
def make(qtbot, theme, language):
    with making_cards(qtbot) as make:
        yield make


# -- what is found -------------------------------------------------------------------------------------------------


def test_lines_of_a_word_that_is_typed_are_shown(qtbot, make):
    panel = make()
    look_up(qtbot, panel, "king")
    assert texts(panel) == ["the king of Spain", "the queen of the king", "king", "the king of France"]
    assert panel._caption.text() == "4 lines of “king”"
    assert panel.entry.text() == "king"


def test_several_words_are_a_phrase(qtbot, make):
    panel = make()
    look_up(qtbot, panel, "the king of")
    assert texts(panel) == ["the king of Spain", "the king of France"]
    roles = [each.role for each in panel.view.placed(0)]
    assert roles == [Role.MATCH] * 3 + [Role.WORD]
    look_up(qtbot, panel, "king the")
    assert "do not stand side by side" in panel.nothing.text()
    assert not panel.view.isVisible()


def test_the_word_stands_in_the_middle_of_all_lines(qtbot, make):
    panel = make(width=900)
    look_up(qtbot, panel, "king")
    spots = {(e.x, e.width) for row in range(4) for e in panel.view.placed(row) if e.role is Role.MATCH}
    assert len(spots) == 1
    columns = panel.view.columns
    for row in range(4):
        for each in panel.view.placed(row):
            assert columns.left.x <= each.x
            assert each.x + each.width <= columns.right.x + columns.right.width


@pytest.mark.parametrize("width", [240, 480, 1200])
def test_what_does_not_fit_is_left_out_at_the_far_ends(qtbot, make, width):
    panel = make([[f"word{i}" for i in range(60)] + ["here"] + [f"more{i}" for i in range(60)]], width=width)
    look_up(qtbot, panel, "here")
    placed = panel.view.placed(0)
    assert placed[0].text == placed[-1].text == "…"
    assert placed[0].x >= panel.view.columns.left.x
    ends = [each.x + each.width for each in placed]
    assert all(end <= after.x for end, after in zip(ends[:-1], placed[1:], strict=True))
    assert ends[-1] <= panel.view.viewport().width()


def test_a_word_that_is_not_there_is_said_with_those_spelled_like_it(qtbot, make):
    panel = make([["queen", "king"]] * 3)
    look_up(qtbot, panel, "qeen king")
    assert panel.hint.text() == "“qeen” is not in the open text."
    assert panel.view.count == 0
    qtbot.waitUntil(lambda: bool(panel.hint.words))
    qtbot.mouseClick(panel.hint.buttons[0], Qt.MouseButton.LeftButton)
    answered(qtbot, panel)
    assert panel.looked_up == "queen king"
    assert panel.view.count == 3
    assert not panel.hint.isVisible()


def test_words_of_any_kind_are_plain_text(qtbot, make):
    panel = make([[*NASTY, "here", *NASTY[::-1]]], width=1500)
    panel.go_across(True)
    look_up(qtbot, panel, "here")
    drawn = " ".join(texts(panel))
    assert "\u202e" not in drawn
    assert "\t" not in drawn
    for word in (word for word in NASTY if word.split() == [word]):
        panel.look_up(word)
        answered(qtbot, panel)
        assert panel._answer.phrase.words == (word,)
        assert panel.view.count == 2
        panel.view.viewport().repaint()


def test_words_that_training_passes_over_are_pale(qtbot, make):
    panel = make()
    look_up(qtbot, panel, "king")
    panel.show_config(TrainingConfig(min_count=2))
    pale = {each.text for row in range(4) for each in panel.view.placed(row) if each.role is Role.PASSED_OVER}
    assert pale == {"queen", "Spain", "France"}
    assert "occurs 1 times" in panel._describe(panel._corpus.vocabulary.index("queen"))


def test_first_lines_are_there_before_the_last_are_found(qtbot, make, monkeypatch):
    gate = threading.Event()
    monkeypatch.setattr(concordance, "_BLOCK", 1000)

    def held(corpus, phrase, found, cancelled):
        def tell(positions):
            found(positions)
            assert gate.wait(20)

        return concordance.find(corpus, phrase, tell, cancelled)

    monkeypatch.setattr(concordancing, "find", held)
    panel = make([["a", "b", "c", "d"]] * 2000)
    panel.look_up("b")
    qtbot.waitUntil(lambda: panel.view.count == 250)
    assert panel._caption.text() == "250 lines so far"
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_PageDown)
    row = panel.view.current
    gate.set()
    answered(qtbot, panel)
    assert panel.view.count == 2000
    # Who has begun to read stays where he is.
    assert panel.view.current == row > 0


def test_what_is_asked_next_takes_the_place_of_what_was_asked(qtbot, make):
    panel = make([["a", "b"]] * 60_000)
    panel.look_up("a")
    panel.look_up("b")
    answered(qtbot, panel)
    assert panel._answer.phrase.words == ("b",)
    assert panel.view.line(0).position == 1


def test_answers_from_a_text_that_has_been_replaced_are_dropped(qtbot, make):
    panel = make([["a", "b"]] * 60_000)
    panel.look_up("a")
    open_text(panel, KINGS)
    answered(qtbot, panel)
    qtbot.waitUntil(lambda: not panel.worker._jobs._jobs)
    assert panel.view.count == 0
    assert panel._answer is None
    look_up(qtbot, panel, "king")
    assert panel.view.count == 4


def test_a_text_that_is_read_again_shows_the_same_word_and_another_one_what_is_suggested(qtbot, make):
    panel = make()
    panel.show_suggestions(Suggestions((1,)))
    answered(qtbot, panel)
    assert panel.looked_up == "king"
    panel.look_up("queen")
    open_text(panel, KINGS[:2])
    panel.show_suggestions(Suggestions((0,)))
    answered(qtbot, panel)
    assert panel.looked_up == "queen"
    open_text(panel, [["宝玉", "笑", "道"]])
    panel.show_suggestions(Suggestions((0,)))
    answered(qtbot, panel)
    assert texts(panel) == ["宝玉 笑 道"]


# -- order, sample, borders ----------------------------------------------------------------------------------------


def test_headers_sort_and_say_so(qtbot, make):
    panel = make()
    look_up(qtbot, panel, "king")
    press(qtbot, panel, RIGHT)
    assert texts(panel)[:2] == ["the king of France", "the king of Spain"]
    assert panel.view.header.buttons[RIGHT].text().endswith("↑")
    assert [e.text for e in panel.view.placed(0) if e.role is Role.KEY] == ["of", "France"]
    press(qtbot, panel, RIGHT)
    assert texts(panel)[:2] == ["the king of Spain", "the king of France"]
    assert panel.view.header.buttons[RIGHT].text().endswith("↓")
    press(qtbot, panel, RIGHT)
    assert places(panel) == sorted(places(panel))
    press(qtbot, panel, LEFT)
    assert texts(panel)[0] == "the queen of the king"
    press(qtbot, panel, PLACE)
    press(qtbot, panel, PLACE)
    assert places(panel) == sorted(places(panel), reverse=True)
    look_up(qtbot, panel, "of")
    assert places(panel) == sorted(places(panel), reverse=True)


def test_the_order_can_be_chosen_in_the_menu_where_there_is_no_room_for_places(qtbot, make):
    panel = make(width=300)
    look_up(qtbot, panel, "king")
    assert not panel.view.header.buttons[PLACE].isVisible()
    orders = entries(entries(panel.menu())["Order of the lines"].menu())
    orders["By the words after"].trigger()
    answered(qtbot, panel)
    assert texts(panel)[0] == "the king of France"


def test_a_sample_is_chosen_by_menu_and_said(qtbot, make):
    panel = make([["a", "b", str(i % 7)] for i in range(500)])
    look_up(qtbot, panel, "a")
    entries(panel.row.sample.menu_)["A random sample of 100 lines"].trigger()
    answered(qtbot, panel)
    assert panel.view.count == 100
    assert panel._caption.text() == "100 of 500 lines of “a” · a random sample, seed 1"
    some = places(panel)
    press(qtbot, panel, RIGHT)
    assert sorted(places(panel)) == some != places(panel)


def test_too_many_lines_are_sorted_by_a_sample_of_them(qtbot, make, monkeypatch):
    monkeypatch.setattr(concordancing, "MOST_SORTED", 50)
    panel = make([["a", "b", str(i % 7)] for i in range(500)])
    look_up(qtbot, panel, "a")
    assert panel.view.count == 500
    press(qtbot, panel, RIGHT)
    assert panel._caption.text() == "50 of 500 lines of “a” · a random sample, seed 1"


def test_lines_can_go_on_across_sentences(qtbot, make):
    panel = make()
    look_up(qtbot, panel, "queen")
    assert texts(panel) == ["the queen of the king"]
    entries(panel.menu())["Go on across sentence borders"].trigger()
    assert texts(panel)[0].startswith("the king of Spain ‖ the queen of the king ‖ king ‖ the")
    assert panel.menu().actions()[1].isChecked()


# -- what stands near, and what is given away ----------------------------------------------------------------------


def test_what_stands_near_is_listed_where_there_is_room(qtbot, make):
    panel = make([["red", "king", "of", str(i)] for i in range(40)] + [["red"]] * 400, width=1000)
    look_up(qtbot, panel, "king")
    qtbot.waitUntil(lambda: bool(panel.collocates.words()))
    assert panel.collocates.words()[:2] == ["of", "red"]
    assert panel.collocates.isVisible()
    panel.collocates.setFocus()
    panel.collocates.selectRow(0)
    qtbot.keyClick(panel.collocates, Qt.Key.Key_Return)
    answered(qtbot, panel)
    assert panel.looked_up == "of"
    qtbot.waitUntil(lambda: "king" in panel.collocates.words())
    panel.resize(500, 330)
    assert not panel.collocates.isVisible()


def test_lines_are_saved_and_copied_in_their_order(qtbot, make):
    panel = make()
    look_up(qtbot, panel, "king")
    press(qtbot, panel, RIGHT)
    rows = list(panel.csv_rows())
    assert rows[0] == ("position", "before", "word", "after")
    assert rows[1] == (12, "the", "king", "of France")
    exported = []
    panel.export_asked.connect(exported.append)
    panel.export("csv")
    assert exported[0].kind == "csv"
    assert exported[0].content().decode("utf-8-sig").splitlines()[1] == "12,the,king,of France"
    QGuiApplication.clipboard().clear()
    panel.copy()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "")
    assert QGuiApplication.clipboard().text().splitlines()[1] == "12\tthe\tking\tof France"
    panel.export("png")
    assert exported[1].content()[:4] == b"\x89PNG"


def test_the_card_speaks_the_language_of_the_moment_and_wears_any_theme(qtbot, make, language):
    panel = make(width=1000)
    panel.apply_palette(DARK)
    look_up(qtbot, panel, "king")
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: panel._caption.text() == "“king”共 4 行")
    assert panel.view.header.buttons[PLACE].text() == "位置 ↑"
    columns, button = panel.view.columns, panel.view.header.buttons[LEFT]
    assert button.geometry().right() <= columns.left.x + columns.left.width
    assert panel.view.viewport().grab().toImage().pixelColor(1, 1).name() == DARK.card
