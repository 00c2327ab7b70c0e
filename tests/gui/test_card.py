import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QMenu, QSplitter, QVBoxLayout, QWidget

from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.enlarging import Enlarging
from w2v_gui.gui.widgets.folding_card import FoldingCard
from w2v_gui.gui.widgets.parts_label import PartsLabel
from w2v_gui.gui.widgets.segmented import Segmented

WORDS = [("word", "count"), ("黛玉", 3), ("=1+1", 2)]


class Table(Card):
    def csv_rows(self):
        return iter(WORDS)


def shown(qtbot, widget, width=400, height=250):
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def table(qtbot, theme, language):
    table = Table()
    table.set_title("W · input vectors")
    return shown(qtbot, table)


def entries(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def pick(menu, text):
    next(action for action in menu.actions() if action.text() == text).trigger()


def button(card, name):
    return next(b for b in card.header.findChildren(QWidget) if name in b.accessibleName())


# -- the header -------------------------------------------------------------------------------------------------


def test_a_card_with_nothing_to_give_has_no_menu(qtbot, theme):
    card = shown(qtbot, Card())
    assert not [b for b in card.header.findChildren(QWidget) if b.isVisible() and b.accessibleName()]
    QApplication.sendEvent(card, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5)))
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("width", [300, 420, 900])
def test_title_and_tools_stay_whole_and_the_caption_gives_way(qtbot, theme, language, width):
    card = Table()
    card.set_title("Loss")
    card.set_caption("nats per prediction · raw and smoothed · by epoch and whatever else there is to say")
    tool = Segmented(("epochs", "time"))
    tool.set_label("epochs", "Epochs")
    tool.set_label("time", "Time")
    card.add_tool(tool)
    shown(qtbot, card, width)
    parts = [w for w in card.header.findChildren(QWidget) if w.isVisible() and w.parent() is card.header]
    parts.sort(key=lambda w: w.x())
    for left, right in itertools.pairwise(parts):
        assert left.geometry().right() < right.x()
    assert parts[-1].geometry().right() < card.header.width()
    for part in parts:
        if not isinstance(part, QLabel) or part.text() == "Loss":
            assert part.width() >= part.sizeHint().width()
        assert part.height() < card.header.height()


def test_headers_are_as_high_with_controls_as_without(qtbot, theme):
    plain, table = shown(qtbot, Card()), Table()
    table.add_tool(Segmented(("a", "b")))
    shown(qtbot, table)
    assert plain.header.height() == table.header.height()


def test_the_menu_opens_by_click_key_and_right_click(table, qtbot):
    more = button(table, "W · input vectors: ")
    more.setFocus()
    for act in (
        lambda: qtbot.mouseClick(more, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(more, Qt.Key.Key_Space),
        lambda: QApplication.sendEvent(
            table, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(50, 90), QPoint(50, 90))
        ),
    ):
        act()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert entries(menu) == ["Save as PNG…", "Save as SVG…", "Save as CSV…", "Copy as TSV"]
        menu.close()


def test_menu_and_buttons_speak_the_language(table, language):
    english = entries(table.menu())
    language.choose("zh_CN")
    chinese = entries(table.menu())
    assert len(chinese) == len(english)
    assert not set(chinese) & set(english)
    QApplication.processEvents()
    assert button(table, "W · input vectors").accessibleName().startswith("W · input vectors：")


# -- what can be taken away -------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["PNG", "SVG", "CSV"])
def test_exports_are_asked_for_with_what_is_shown(table, qtbot, kind):
    with qtbot.waitSignal(table.export_asked) as asked:
        pick(table.menu(), f"Save as {kind}…")
    export = asked.args[0]
    assert (export.name, export.kind) == ("W · input vectors", kind.lower())
    starts = {"PNG": b"\x89PNG", "SVG": b"<?xml", "CSV": b"\xef\xbb\xbfword,count\r\n\xe9\xbb\x9b"}
    assert export.content().startswith(starts[kind])


def test_the_table_is_copied_for_a_spreadsheet(table):
    pick(table.menu(), "Copy as TSV")
    assert QGuiApplication.clipboard().text() == "word\tcount\n黛玉\t3\n'=1+1\t2\n"


def test_nothing_can_be_taken_away_while_there_is_nothing_to_see(table):
    table.show_body(False)
    assert not any(action.isEnabled() for action in table.menu().actions() if not action.isSeparator())


# -- alone on the page ------------------------------------------------------------------------------------------


class Page:
    """Three cards in nested splitters, one more in a layout below them."""

    def __init__(self, qtbot):
        self.cards = {name: Table() for name in "abcd"}
        for name, card in self.cards.items():
            card.set_title(name)
            card.setMinimumSize(60, 50)
        inner = QSplitter(Qt.Orientation.Vertical)
        inner.addWidget(self.cards["b"])
        inner.addWidget(self.cards["c"])
        outer = QSplitter(Qt.Orientation.Horizontal)
        outer.addWidget(self.cards["a"])
        outer.addWidget(inner)
        content = QWidget()
        column = QVBoxLayout(content)
        column.addWidget(outer, 1)
        low = QHBoxLayout()
        low.addWidget(self.cards["d"])
        low.addWidget(QLabel("beside"))
        column.addLayout(low)
        self.enlarging = Enlarging(content)
        self.enlarging.add(*self.cards.values())
        shown(qtbot, self.enlarging, 800, 600)
        outer.setSizes([200, 590])
        inner.setSizes([130, 270])
        QApplication.processEvents()

    def places(self):
        QApplication.processEvents()
        return {
            name: (card.parentWidget(), card.mapTo(self.enlarging, QPoint()), card.size())
            for name, card in self.cards.items()
        }


@pytest.fixture
def page(qtbot, theme, language):
    return Page(qtbot)


@pytest.mark.parametrize("name", list("abcd"))
def test_a_card_fills_the_page_and_goes_back_to_its_very_place(page, qtbot, name):
    before, card = page.places(), page.cards[name]
    qtbot.mouseDClick(card.header, Qt.MouseButton.LeftButton, pos=QPoint(90, 15))
    QApplication.processEvents()
    assert page.enlarging.card is card
    assert card.enlarged
    assert card.size() == page.enlarging.size()
    assert [other for other in page.cards.values() if other.isVisible()] == [card]
    qtbot.keyClick(page.enlarging, Qt.Key.Key_Escape)
    assert page.enlarging.card is None
    assert not card.enlarged
    assert page.places() == before


def test_back_by_double_click_menu_and_button(page, qtbot):
    card, before = page.cards["b"], page.places()
    for back in (
        lambda: qtbot.mouseDClick(card.header, Qt.MouseButton.LeftButton, pos=QPoint(90, 15)),
        lambda: pick(card.menu(), "Back to the page"),
        lambda: qtbot.mouseClick(button(card, "Back to the page"), Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space),
    ):
        pick(card.menu(), "Enlarge")
        assert page.enlarging.card is card
        back()
        assert page.enlarging.card is None
        assert card.isAncestorOf(QApplication.focusWidget())
        assert page.places() == before


def test_another_card_takes_the_stage(page):
    before = page.places()
    page.enlarging.enlarge(page.cards["a"])
    page.enlarging.enlarge(page.cards["c"])
    assert [card for card in page.cards.values() if card.isVisible()] == [page.cards["c"]]
    page.enlarging.back()
    page.enlarging.back()
    assert page.places() == before


def test_escape_is_left_to_others_while_no_card_is_alone(page, qtbot):
    entry = QLineEdit(page.enlarging)
    entry.show()
    with qtbot.waitSignal(QShortcut(QKeySequence(Qt.Key.Key_Escape), page.enlarging).activated):
        qtbot.keyClick(entry, Qt.Key.Key_Escape)


def test_theme_language_and_size_may_change_while_a_card_is_alone(page, theme, language):
    sizes = {name: place[2] for name, place in page.places().items()}
    page.enlarging.enlarge(page.cards["b"])
    theme.set_mode("dark")
    language.choose("zh_CN")
    page.enlarging.resize(1000, 700)
    QApplication.processEvents()
    assert page.cards["b"].size() == page.enlarging.size()
    page.enlarging.back()
    QApplication.processEvents()
    assert all(card.isVisible() for card in page.cards.values())
    page.enlarging.resize(800, 600)
    for name, (_, _, size) in page.places().items():
        assert abs(size.width() - sizes[name].width()) <= 3
        assert abs(size.height() - sizes[name].height()) <= 3


def test_the_cards_share_a_larger_page_as_if_none_had_been_alone(page):
    before = page.places()
    page.enlarging.resize(620, 400)
    QApplication.processEvents()
    page.enlarging.enlarge(page.cards["b"])
    QApplication.processEvents()
    page.enlarging.back()
    page.enlarging.resize(800, 600)
    assert page.places() == before


# -- folded -----------------------------------------------------------------------------------------------------


@pytest.fixture
def folding(qtbot, theme, language):
    class Folding(FoldingCard):
        def csv_rows(self):
            return iter(WORDS)

    card = Folding()
    card.set_title("Diagnostics")
    QVBoxLayout(card.body).addWidget(QLabel("inside"))
    card.body.setMinimumHeight(100)
    return shown(qtbot, card)


def test_a_folding_card_is_a_line_until_it_is_pressed(folding, qtbot):
    assert folding.folded
    assert not folding.body.isVisible()
    assert folding.maximumHeight() == folding.header.height() + 2
    with qtbot.waitSignal(folding.fold_changed):
        qtbot.mouseClick(folding.header, Qt.MouseButton.LeftButton, pos=QPoint(60, 15))
    assert folding.body.isVisible()
    assert folding.maximumHeight() > 1000
    qtbot.mouseClick(folding.header, Qt.MouseButton.LeftButton, pos=QPoint(60, 15))
    assert not folding.folded
    qtbot.mouseClick(folding.arrow, Qt.MouseButton.LeftButton)
    assert folding.folded
    qtbot.keyClick(folding.arrow, Qt.Key.Key_Space)
    assert not folding.folded


def test_nothing_can_be_taken_away_from_what_is_folded(folding):
    assert not any(action.isEnabled() for action in folding.menu().actions() if not action.isSeparator())
    folding.set_folded(False)
    assert all(action.isEnabled() for action in folding.menu().actions() if not action.isSeparator())


def test_a_folded_card_goes_back_to_its_line(folding, qtbot):
    content = QWidget()
    column = QVBoxLayout(content)
    column.addWidget(Card(), 1)
    column.addWidget(folding)
    enlarging = shown(qtbot, Enlarging(content), 500, 400)
    enlarging.add(folding)
    QApplication.processEvents()
    before = folding.geometry()
    pick(folding.menu(), "Enlarge")
    QApplication.processEvents()
    assert folding.size() == enlarging.size()
    assert folding.body.isVisible()
    qtbot.keyClick(enlarging, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert folding.geometry() == before


def test_alone_on_the_page_a_folded_card_is_open_and_folded_again_afterwards(folding):
    for folded in (True, False):
        folding.set_folded(folded)
        folding.set_enlarged(True)
        assert not folding.folded
        folding.set_enlarged(False)
        assert folding.folded is folded


def test_a_caption_is_whole_parts_or_nothing(qtbot):
    label = PartsLabel()
    qtbot.addWidget(label)
    label.setText("count by rank · log–log")
    wide = label.fontMetrics().horizontalAdvance
    assert label.fitted(wide("count by rank · log–log")) == "count by rank · log–log"
    assert label.fitted(wide("count by rank")) == "count by rank"
    assert label.fitted(wide("count by")) == ""
