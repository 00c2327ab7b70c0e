"""Why two words are near: the card as one uses it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from concordance_data import NASTY
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from why_data import PETS, card_with_worker, explored, show

from w2v_gui.corpus.relations import contexts
from w2v_gui.gui.concordance.layout import Role
from w2v_gui.gui.panels.why import WhyPanel
from w2v_gui.gui.relating import Relating
from w2v_gui.gui.why.shared_table import COUNT_1, PMI_2, SHARE, WORD


@pytest.fixture
def lent(qtbot):
    with card_with_worker(qtbot, WhyPanel, Relating, (760, 420)) as lent:
        yield lent


@pytest.fixture
def pets(qtbot, lent):
    card, worker, said = lent
    show(qtbot, card, worker, explored())
    return card, worker, said


def asked(qtbot, card, worker, first, second):
    card.show_pair(first, second)
    qtbot.waitUntil(lambda: not worker.active)


def shared(card):
    return [card.shared.word(row) for row in range(card.shared.count)]


def lines(side):
    return [" ".join(each.text for each in side.view.placed(row)) for row in range(side.view.count)]


def test_what_stands_beside_both_words_is_listed_with_counts(qtbot, pets):
    card, worker, _ = pets
    asked(qtbot, card, worker, "cat", "dog")
    assert {"big", "sleeps", "at", "the"} <= set(shared(card))
    assert "barks" not in shared(card)
    row = shared(card).index("sleeps")
    texts = [card.shared.index(row, column).data() for column in range(card.shared.columns)]
    assert texts[COUNT_1] == "4"
    assert [each[0] for each in card.csv_rows()][1:] == shared(card)
    assert card.overlap.text().startswith("cosine")
    assert f" · {len(shared(card))} contexts shared of " in card.overlap.text()


def test_lines_of_both_stand_side_by_side_with_what_is_shared_marked(qtbot, pets):
    card, worker, _ = pets
    asked(qtbot, card, worker, "cat", "dog")
    cats, dogs = map(lines, card.lines.sides)
    assert "a cat sleeps" in cats
    assert "the big dog sleeps at home" in dogs
    roles = {each.text: each.role for each in card.lines.sides[1].view.placed(dogs.index("the big dog sleeps at home"))}
    assert roles["sleeps"] is Role.KEY
    assert roles["home"] is Role.WORD
    assert roles["dog"] is Role.MATCH


def test_choosing_a_shared_word_shows_the_lines_with_it_and_the_cross_leads_back(qtbot, pets):
    card, worker, _ = pets
    asked(qtbot, card, worker, "cat", "dog")
    before = lines(card.lines.sides[0])
    card.table.setFocus()
    card.table.select(shared(card).index("big"))
    qtbot.waitUntil(lambda: not worker.active)
    assert set(lines(card.lines.sides[0])) == {"the big cat sleeps at home"}
    assert "“big”" in card.lines.sides[0].title.text()
    assert card.lines.cross.isVisible()
    qtbot.mouseClick(card.lines.cross, Qt.MouseButton.LeftButton)
    assert lines(card.lines.sides[0]) == before
    assert not card.table.selected()
    assert card.lines.cross.isHidden()


def test_words_are_typed_and_change_places(qtbot, pets):
    card, worker, _ = pets
    first, second = card.row.entries
    first.setFocus()
    qtbot.keyClicks(first, "cat")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert not card.shared.count
    qtbot.waitUntil(second.hasFocus)
    qtbot.keyClicks(second, "dog")
    qtbot.keyClick(second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not worker.active)
    assert card.shared.count
    qtbot.mouseClick(card.row.swap, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not worker.active)
    assert (first.text(), second.text()) == ("dog", "cat")
    assert "the old dog barks" in lines(card.lines.sides[0])


def test_the_rows_are_sorted_by_a_press_on_a_title(qtbot, pets):
    card, worker, _ = pets
    asked(qtbot, card, worker, "cat", "dog")
    card.table.select(1)
    chosen = card.shared.word(1)
    for column in (COUNT_1, PMI_2, SHARE):
        card.table.horizontalHeader().sectionClicked.emit(column)
        values = card.shared._values(column)[card.shared._order]
        assert (values[:-1] >= values[1:]).all()
        assert card.shared.title(column).endswith("↓")
        assert card.shared.word(card.table.currentIndex().row()) == chosen
    card.table.horizontalHeader().sectionClicked.emit(WORD)
    qtbot.waitUntil(lambda: not worker.active)


def test_a_double_click_asks_on_and_lines_lead_to_the_concordance(qtbot, pets):
    card, worker, said = pets
    asked(qtbot, card, worker, "cat", "dog")
    card.table.setFocus()
    card.table.select(0)
    qtbot.keyClick(card.table, Qt.Key.Key_Return)
    assert said.words == [card.shared.word(0)]
    view = card.lines.sides[1].view
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(view.width() // 2, 10))
    assert said.concordances == ["dog"]
    qtbot.waitUntil(lambda: not worker.active)


def test_the_menu_of_a_row_is_about_its_word(qtbot, pets):
    card, worker, said = pets
    asked(qtbot, card, worker, "cat", "dog")
    card._open_row_menu(0, card.mapToGlobal(QPoint(5, 5)))
    menu = card.findChildren(QMenu)[-1]
    menu.actions()[0].trigger()
    assert said.concordances == [card.shared.word(0)]
    menu.close()
    assert card.pointed_words == ()


def test_a_word_that_is_not_in_the_text_is_named_with_its_likes(qtbot, pets):
    card, worker, _ = pets
    asked(qtbot, card, worker, "cat", "dogg")
    assert card.hint.text() == "“dogg” is not in the open text."
    qtbot.waitUntil(lambda: "dog" in card.hint.words)
    qtbot.mouseClick(card.hint.buttons[card.hint.words.index("dog")], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not worker.active)
    assert card.row.pair == ("cat", "dog")
    assert card.shared.count
    assert card.hint.isHidden()
    asked(qtbot, card, worker, "xyz1", "xyz2")
    assert card.hint.text() == "Neither “xyz1” nor “xyz2” is in the open text."
    assert not card.shared.count


def test_spellings_that_come_late_say_nothing_about_another_pair(qtbot, pets):
    card, worker, _ = pets
    asked(qtbot, card, worker, "cat", "dogg")
    card.show_pair("cat", "dog")
    worker._spelled("dogg", ["dog"])
    assert card.hint.words == ()
    qtbot.waitUntil(lambda: not worker.active)
    assert card.hint.isHidden()
    assert card.shared.count


def test_a_sentence_in_a_low_card_does_not_make_it_higher(qtbot, theme, pets):
    card, worker, _ = pets
    card.resize(250, 300)
    asked(qtbot, card, worker, "cat", "dog")
    qtbot.waitUntil(lambda: card.minimumSizeHint().height() <= 284)
    asked(qtbot, card, worker, "cat", "dogg")
    qtbot.waitUntil(lambda: "dog" in card.hint.words)
    qtbot.waitUntil(lambda: card.minimumSizeHint().height() <= 284)


def test_in_a_low_card_one_title_does_for_the_lines_of_both(qtbot, theme, pets):
    card, worker, _ = pets
    asked(qtbot, card, worker, "cat", "dog")
    titles = [side.title for side in card.lines.sides]
    counts = " and ".join(str(side.view.count) for side in card.lines.sides)
    assert card.height() == 420
    assert [title.isVisible() for title in (card.lines.title, *titles)] == [False, True, True]
    card.resize(250, 284)
    assert [title.isVisible() for title in (card.lines.title, *titles)] == [True, False, False]
    assert card.lines.title.text() == f"The most telling lines · {counts}"
    assert card.table.viewport().height() > 2.5 * card.table.rowHeight(0)
    card.table.select(shared(card).index("big"))
    qtbot.waitUntil(lambda: not worker.active)
    assert card.lines.title.text() == "Lines with “big” · 2 and 2"
    qtbot.mouseClick(card.lines.cross, Qt.MouseButton.LeftButton)
    assert not card.table.selected()


def test_a_pair_that_is_followed_is_not_asked_for_again(qtbot, pets):
    card, worker, _ = pets
    asked(qtbot, card, worker, "cat", "dog")
    qtbot.mouseClick(card.row.swap, Qt.MouseButton.LeftButton)
    card.row.entries[0].setText("bi")
    card.follow("cat", "dog")
    assert card.row.pair == ("bi", "cat")
    card.follow("cat", "big")
    assert card.row.pair == ("cat", "big")
    qtbot.waitUntil(lambda: not worker.active)


def test_words_that_share_nothing_and_words_without_a_vector(qtbot, pets):
    card, worker, _ = pets
    asked(qtbot, card, worker, "cat", "two")
    assert "“cat” as well as beside “two”" in card.nothing.text()
    assert card.nothing.isVisible()
    asked(qtbot, card, worker, "rare", "dog")
    assert "no cosine" in card.overlap.text()


def test_without_a_text_it_says_what_is_missing_and_still_knows_the_cosine(qtbot, lent):
    card, worker, _ = lent
    show(qtbot, card, worker, explored(text=False, trained=False))
    assert "without a text" in card.nothing.text()
    asked(qtbot, card, worker, "cat", "dog")
    assert "without a text" in card.nothing.text()
    assert card.overlap.text().startswith("cosine")


def test_a_newer_moment_measures_again_and_leaves_the_rest(qtbot, pets):
    card, worker, _ = pets
    asked(qtbot, card, worker, "cat", "dog")
    card.table.select(2)
    qtbot.waitUntil(lambda: not worker.active)
    before, related, caption = card.table.currentIndex().row(), card._related, card.overlap.text()
    show(qtbot, card, worker, explored(seed=2, before=card._explored))
    assert card._related is related
    assert card.table.currentIndex().row() == before
    assert card.overlap.text() != caption


def test_other_vectors_begin_anew(qtbot, pets):
    card, worker, _ = pets
    asked(qtbot, card, worker, "cat", "dog")
    show(qtbot, card, worker, explored(seed=2))
    assert card.row.pair == ("", "")
    assert not card.shared.count
    assert "Type two words" in card.nothing.text()
    show(qtbot, card, worker, None)
    assert card._empty.isVisible()


def test_frequent_words_are_answered_from_a_sample_first(qtbot, lent, monkeypatch):
    card, worker, _ = lent
    answers = []
    worker.related.connect(answers.append)
    monkeypatch.setattr("w2v_gui.gui.relating.AT_FIRST", 3)
    show(qtbot, card, worker, explored(PETS * 3))
    asked(qtbot, card, worker, "cat", "dog")
    assert [each.sampled for each in answers] == [True, False]
    assert "sample" not in card.overlap.text()
    assert [len(side.positions) for side in answers[1].relation.sides] == [13 + 2, 12]


def test_what_was_counted_is_not_counted_again_and_not_kept_for_ever(qtbot, pets, monkeypatch):
    card, worker, _ = pets
    counted = []
    count = "w2v_gui.gui.relating.contexts"
    monkeypatch.setattr(
        count, lambda corpus, id_, *more: counted.append(corpus.word(id_)) or contexts(corpus, id_, *more)
    )
    asked(qtbot, card, worker, "cat", "dog")
    asked(qtbot, card, worker, "cat", "big")
    assert counted == ["cat", "dog", "big"]
    monkeypatch.setattr("w2v_gui.gui.relating._REMEMBERED_PLACES", 3)
    asked(qtbot, card, worker, "dog", "cat")
    asked(qtbot, card, worker, "big", "dog")
    assert counted == ["cat", "dog", "big", "big"]


def test_words_from_the_wild_are_shown_as_they_are(qtbot, lent):
    card, worker, _ = lent
    wild = [[*NASTY, "cat", *NASTY[:3]], [*NASTY[2:], "dog", NASTY[0]]] * 3
    show(qtbot, card, worker, explored(wild))
    for first, second in pairwise(NASTY):
        asked(qtbot, card, worker, first, second)
        assert card.shared.count, (first, second)
        qtbot.mouseClick(card.row.swap, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not worker.active)
        assert card._related.pair == (second, first)
    asked(qtbot, card, worker, "cat", "dog")
    assert card.shared.count
    for row in range(card.shared.count):
        assert "<img" not in card.shared.index(row, WORD).data(Qt.ItemDataRole.ToolTipRole)
    card.grab()
    for width in (250, 310, 1400):
        card.resize(width, 420)
        header = card.table.horizontalHeader()
        assert header.length() <= card.table.viewport().width()
        card.grab()
