import pytest
from PySide6.QtCore import QCoreApplication, Qt

from w2v_gui.gui.widgets.word_entry import WordEntry

WORDS = ["the", "castle", "cat", "Castor", "queen", "黛玉", "黛绿", "<b>bold</b>"]


@pytest.fixture
def make_entry(qtbot):
    def make(words=1, vocabulary=WORDS):
        entry = WordEntry(words=words)
        qtbot.addWidget(entry)
        entry.set_words(vocabulary)
        entry.show()
        entry.setFocus()
        qtbot.waitUntil(entry.hasFocus)
        return entry

    return make


def popup(entry):
    return entry.completer().popup()


def offered(entry):
    return entry.completer().model().stringList()


def take_first(qtbot, entry):
    qtbot.waitUntil(popup(entry).isVisible)
    qtbot.keyClick(popup(entry), Qt.Key.Key_Down)
    qtbot.keyClick(popup(entry), Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ca", ["castle", "cat"]),
        ("Cas", ["castle", "Castor"]),
        ("QUE", ["queen"]),
        ("黛", ["黛玉", "黛绿"]),
        ("<b", ["<b>bold</b>"]),
        ("", []),
        ("   ", []),
        ("nothing", []),
        ("castle ca", []),
    ],
)
def test_what_is_offered_begins_with_what_is_typed(make_entry, typed, expected):
    assert make_entry().offers(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ca", ["castle", "cat"]),
        ("castle q", ["castle queen"]),
        ("unknown 黛", ["unknown 黛玉", "unknown 黛绿"]),
        ("castle ", []),
        ("castle queen ca", []),
    ],
)
def test_of_two_words_the_last_is_completed(make_entry, typed, expected):
    assert make_entry(words=2).offers(typed) == expected


def test_rare_words_are_found_bit_by_bit(qtbot, make_entry):
    entry = make_entry(vocabulary=[f"word{i}" for i in range(100_000)] + ["zebra"])
    qtbot.keyClicks(entry, "ze")
    qtbot.waitUntil(lambda: offered(entry) == ["zebra"])
    qtbot.waitUntil(popup(entry).isVisible)
    assert len(entry.offers("word")) == 12


def test_looking_on_ends_when_something_else_is_typed(qtbot, make_entry):
    entry = make_entry(vocabulary=[f"word{i}" for i in range(100_000)] + ["zebra"])
    qtbot.keyClicks(entry, "z")
    entry.clear()
    qtbot.keyClicks(entry, "word1")
    qtbot.waitUntil(lambda: len(offered(entry)) == 12)
    assert all(word.startswith("word1") for word in offered(entry))


def test_taking_an_offer_enters_it_and_empties_the_field(qtbot, make_entry):
    entry = make_entry()
    qtbot.keyClicks(entry, "cas")
    with qtbot.waitSignal(entry.entered) as entered:
        take_first(qtbot, entry)
    assert entered.args == ["castle"]
    qtbot.waitUntil(lambda: entry.text() == "")


def test_two_words_one_after_the_other(qtbot, make_entry):
    entry = make_entry(words=2)
    entered = []
    entry.entered.connect(entered.append)
    qtbot.keyClicks(entry, "qu")
    take_first(qtbot, entry)
    qtbot.waitUntil(lambda: entry.text() == "queen ")
    assert entered == []
    qtbot.keyClicks(entry, "cas")
    take_first(qtbot, entry)
    qtbot.waitUntil(lambda: entry.text() == "")
    assert entered == ["queen castle"]


def test_return_enters_the_word_that_is_typed_though_a_longer_one_is_offered(qtbot, make_entry):
    entry = make_entry(vocabulary=["cats", "cat"])
    entered = []
    entry.entered.connect(entered.append)
    qtbot.keyClicks(entry, "cat")
    qtbot.waitUntil(popup(entry).isVisible)
    qtbot.keyClick(popup(entry), Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    assert entered == ["cat"]
    assert entry.text() == "cat"
    qtbot.keyClicks(entry, "s")
    take_first(qtbot, entry)
    qtbot.waitUntil(lambda: entry.text() == "")
    assert entered == ["cat", "cats"]


def test_return_enters_what_is_typed_and_nothing_when_nothing_is(qtbot, make_entry):
    entry = make_entry()
    with qtbot.assertNotEmitted(entry.entered):
        qtbot.keyClick(entry, Qt.Key.Key_Return)
    qtbot.keyClicks(entry, " gardn ")
    with qtbot.waitSignal(entry.entered) as entered:
        qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert entered.args == ["gardn"]


def test_the_first_click_chooses_what_stands_there_and_the_second_sets_the_cursor(qtbot, make_entry):
    entry = make_entry()
    entry.setText("queen")
    entry.clearFocus()
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert entry.selectedText() == "queen"
    qtbot.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert not entry.hasSelectedText()
