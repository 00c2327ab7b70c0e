"""Pages are made in parts, between which the window answers, and seen when they are whole."""

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QLabel

from w2v_gui.gui.in_parts import InParts
from w2v_gui.gui.page_stack import Pages
from w2v_gui.gui.pages import PAGES, PageKind
from w2v_gui.gui.pages.page import Page
from w2v_gui.gui.theme import LIGHT
from w2v_gui.gui.widgets.card import Card


class Labels(Page):
    """A page of three parts, which notes where it is when each is made."""

    def __init__(self):
        super().__init__()
        self.turns = []

    def _parts(self):
        for _ in range(3):
            self.label = QLabel(self)
            self.turns.append((self.parent() is not None, self.isVisible()))
            yield

    def retranslate(self):
        self.label.setText("word")

    def apply_palette(self, palette):
        self.palette_ = palette


def kind(key, load):
    return PageKind(key, key, key, "page_text", load)


@pytest.fixture
def pages(qtbot):
    threads = []

    def load():
        threads.append(threading.current_thread())
        return Labels

    pages = Pages([kind("first", lambda: Page), kind("one", load), kind("other", load)], "first")
    pages.threads = threads
    qtbot.addWidget(pages)
    pages.show()
    qtbot.waitExposed(pages)
    yield pages
    pages.shutdown()


def test_the_window_has_its_turn_between_two_parts(qtbot, qapp):
    order = []

    def parts():
        for number in range(3):
            order.append(number)
            QTimer.singleShot(0, qapp, lambda: order.append("window"))
            yield

    InParts(parts(), qapp)
    assert order == []
    qtbot.waitUntil(lambda: len(order) == 6)
    assert order == [0, "window", 1, "window", 2, "window"]


def test_a_page_is_chosen_at_once_and_seen_when_it_is_whole(qtbot, pages):
    made = []
    pages.made.connect(lambda key, page: made.append((key, page, page.isVisible())))
    with qtbot.waitSignal(pages.shown):
        pages.show_page("one")
    assert pages.key == "one"
    assert not pages.make("first").isVisible()
    qtbot.waitUntil(lambda: bool(made))
    key, page, seen_before = made.pop()
    assert (key, seen_before, page.isVisible()) == ("one", False, True)
    # Every part was made where it belongs, unseen.
    assert page.turns == [(True, False)] * 3
    assert pages.threads[0] is not threading.main_thread()


def test_who_needs_a_page_has_it_at_once(qtbot, pages):
    pages.apply_palette(LIGHT)
    pages.show_page("one")
    page = pages.make("one")
    assert page.isVisible()
    assert len(page.turns) == 3
    assert page.palette_ is LIGHT
    qtbot.wait(10)
    assert pages.make("one") is page
    assert len(page.turns) == 3


def test_what_waits_for_a_page_is_done_when_it_is_whole(qtbot, pages):
    done = []
    for word in ("first", "second"):
        pages.when_whole("one", lambda page, word=word: done.append((word, len(page.turns))))
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == [("first", 3), ("second", 3)]
    assert pages.key == "first"
    pages.when_whole("one", lambda page: done.append("at once"))
    assert done[-1] == "at once"
    pages.when_whole("other", lambda page: done.append("waited for"))
    pages.make("other")
    assert done[-1] == "waited for"


def test_of_two_pages_on_their_way_the_last_is_seen(qtbot, pages):
    pages.show_page("one")
    pages.show_page("other")
    made = []
    pages.made.connect(lambda key, page: made.append(key))
    qtbot.waitUntil(lambda: "other" in made)
    assert pages.make("other").isVisible()
    assert not pages.make("one").isVisible()


def test_the_language_may_change_while_a_page_is_made(qtbot, pages):
    parts = pages._parts("one")
    next(parts)
    page = pages.widget(pages.count() - 1)
    QCoreApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    for _ in parts:
        pass
    assert page.label.text() == "word"


def test_nothing_more_is_made_after_the_end(qtbot, pages):
    pages.show_page("one")
    begun = pages.widget(pages.count() - 1)
    pages.shutdown()
    qtbot.wait(20)
    assert pages.widget(pages.count() - 1) is begun


@pytest.mark.parametrize("key", ["text", "inside", "explore"])
def test_a_large_page_is_not_made_in_one_go(qtbot, theme, key):
    page = next(kind for kind in PAGES if kind.key == key).load()()
    qtbot.addWidget(page)
    before, parts = set(), 0
    for _ in page.build():
        cards = set(page.findChildren(Card))
        assert len(cards - before) <= 3
        before, parts = cards, parts + 1
    assert parts > len(before) // 2
