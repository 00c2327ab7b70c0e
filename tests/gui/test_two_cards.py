import pytest
from PySide6.QtCore import Qt

from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.enlarging import Enlarging
from w2v_gui.gui.widgets.two_cards import TabbedCards, TwoCards


@pytest.fixture
def two(qtbot):
    two = TwoCards(Card(), Card(), room=500, gap=10)
    two.set_labels("One", "Other", "Which")
    qtbot.addWidget(two)
    two.resize(800, 300)
    two.show()
    qtbot.waitExposed(two)
    return two


def shown(two):
    return [two.splitter.widget(i).isVisible() for i in range(2)]


def test_both_stand_side_by_side_when_there_is_room(two):
    assert shown(two) == [True, True]
    assert not two.switch.isVisible()


def test_without_room_one_is_shown_at_a_time(qtbot, two):
    two.resize(400, 300)
    assert shown(two) == [True, False]
    qtbot.mouseClick(two.switch.button("right"), Qt.MouseButton.LeftButton)
    assert shown(two) == [False, True]
    two.resize(700, 300)
    assert shown(two) == [True, True]
    two.resize(400, 300)
    assert shown(two) == [False, True]


def test_below_each_other_it_is_the_height_that_counts(qtbot):
    two = TwoCards(Card(), Card(), room=500, gap=10, orientation=Qt.Orientation.Vertical)
    qtbot.addWidget(two)
    two.resize(200, 600)
    two.show()
    assert shown(two) == [True, True]
    assert two.splitter.widget(1).y() > two.splitter.widget(0).y()
    two.resize(900, 400)
    assert shown(two) == [True, False]
    two.prefer("right")
    assert shown(two) == [False, True]


def test_it_may_be_narrow_from_the_start(qtbot):
    two = TwoCards(Card(), Card(), room=500, gap=10)
    qtbot.addWidget(two)
    two.resize(400, 300)
    two.show()
    qtbot.waitExposed(two)
    assert shown(two) == [True, False]
    assert two.switch.isVisible()


def test_a_card_comes_back_into_a_place_that_has_become_narrow(two):
    card = two.splitter.widget(1)
    card.setParent(None)
    two.resize(400, 300)
    two.splitter.addWidget(card)
    card.show()
    two.arrange()
    assert shown(two) == [True, False]


def test_a_card_that_was_taken_out_is_left_alone(two):
    card = two.splitter.widget(1)
    card.setParent(None)
    card.show()
    two.resize(400, 300)
    assert card.isVisible()
    card.close()


def test_tabs_stand_where_the_title_of_the_card_that_is_seen_would_be(qtbot):
    cards = Card(), Card()
    tabs = TabbedCards(*cards, room=500, gap=10)
    qtbot.addWidget(tabs)
    tabs.resize(400, 300)
    tabs.show()
    qtbot.waitExposed(tabs)
    tabs.activateWindow()
    qtbot.waitUntil(tabs.isActiveWindow)
    assert cards[0].header.isAncestorOf(tabs.switch)
    assert not cards[0]._title.isVisible()
    tabs.switch.button("left").setFocus()
    qtbot.keyClick(tabs.switch.button("left"), Qt.Key.Key_Right)
    assert shown(tabs) == [False, True]
    assert cards[1].header.isAncestorOf(tabs.switch)
    qtbot.waitUntil(tabs.switch.button("right").hasFocus)
    tabs.resize(700, 300)
    assert not tabs.switch.isVisible()
    assert all(card._title.isVisible() for card in cards)


def test_a_card_that_fills_the_page_has_its_title(qtbot):
    cards = Card(), Card()
    tabs = TabbedCards(*cards, room=500, gap=10)
    page = Enlarging(tabs)
    page.add(*cards)
    page.changed.connect(tabs.arrange)
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show()
    qtbot.waitExposed(page)
    page.enlarge(cards[0])
    assert cards[0]._title.isVisible()
    assert not tabs.switch.isVisible()
    page.back()
    assert not cards[0]._title.isVisible()
    assert tabs.switch.isVisible()
