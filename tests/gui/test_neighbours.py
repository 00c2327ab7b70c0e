import pytest
from fakes import small_corpus
from PySide6.QtCore import QPoint, Qt

from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.panels.neighbours import suggested
from w2v_gui.session.run import RunState

NASTY = [
    "<img src=x onerror=1>",
    "<b>bold</b>",
    "א" * 30,
    "\u202eturned",
    "x" * 5000,
    "😀👍",
    "a\nb",
    "\ud800",
    "&amp;",
]


def finish(qtbot, window):
    with qtbot.waitSignal(window.run_ended, timeout=20_000):
        qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    assert window.controller.state is RunState.FINISHED


def ask(qtbot, window, word):
    entry = window.train_page.neighbours.entry
    entry.setFocus()
    qtbot.keyClicks(entry, word)
    qtbot.keyClick(entry, Qt.Key.Key_Return)


def test_a_word_is_watched_from_the_start(window):
    assert window.train_page.neighbours.word


def test_asking_after_the_run_shows_true_neighbours(qtbot, window, slow):
    slow.seconds_per_word = 0
    finish(qtbot, window)
    panel = window.train_page.neighbours
    ask(qtbot, window, "castle")
    assert panel.word == "castle"
    assert panel.entry.text() == ""
    qtbot.waitUntil(lambda: bool(panel.list.rows))
    assert "castle" not in [row.word for row in panel.list.rows]
    similarities = [row.similarity for row in panel.list.rows]
    assert similarities == sorted(similarities, reverse=True)


def test_asking_while_it_waits(qtbot, window):
    qtbot.mouseClick(window.top_bar.step, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.controller.latest is not None)
    ask(qtbot, window, "garden")
    panel = window.train_page.neighbours
    qtbot.waitUntil(lambda: panel.word == "garden" and bool(panel.list.rows))


def test_clicking_a_neighbour_watches_it(qtbot, window, slow):
    slow.seconds_per_word = 0
    finish(qtbot, window)
    panel = window.train_page.neighbours
    word = panel.list.rows[1].word
    qtbot.mouseClick(panel.list, Qt.MouseButton.LeftButton, pos=QPoint(20, 29 + 10))
    assert panel.word == word
    panel.list.setFocus()
    qtbot.waitUntil(lambda: bool(panel.list.rows))
    first = panel.list.rows[0].word
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.word == first


def test_an_unknown_word_is_said_with_its_nearest_spellings(qtbot, window):
    panel = window.train_page.neighbours
    before = panel.word
    ask(qtbot, window, "gardn")
    assert "“gardn” is not among" in panel.hint.text()
    qtbot.waitUntil(lambda: "garden" in panel.hint.text())
    assert panel.word == before
    ask(qtbot, window, "garden")
    assert "gardn" not in panel.hint.text()


def test_completion_offers_the_most_frequent_words(qtbot, window):
    entry = window.train_page.neighbours.entry
    words = window.controller.corpus.vocabulary.words
    assert entry.offers("ca") == ["castle"]
    assert entry.offers("QUE") == ["queen"]
    assert entry.offers("") == []
    assert entry.offers("黛") == ["黛玉"]
    assert entry.offers("<b") == ["<b>bold</b>"]
    assert len(words) == 12


def test_taking_an_offer_watches_it_and_empties_the_field(qtbot, window):
    panel = window.train_page.neighbours
    qtbot.keyClicks(panel.entry, "cas")
    popup = panel.entry.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.word == "castle" and panel.entry.text() == "")


def test_words_are_shown_as_they_are_never_as_markup(qtbot, make_window, slow):
    window = make_window(slow)
    slow.seconds_per_word = 0
    words = [*NASTY, "fine"]
    window.take_text(
        Opened(
            small_corpus().__class__.from_sentences([words] * 20, name="<h1>name</h1>"),
            values={"min_count": 1, "vector_size": 4, "threads": 1, "epochs": 1},
        )
    )
    finish(qtbot, window)
    panel = window.train_page.neighbours
    for word in words:
        panel.watch(word)
        qtbot.waitUntil(lambda: len(panel.list.rows) >= 4)
        window.grab()
    for label in (panel.word_label, window.top_bar.name, panel.hint):
        assert label.textFormat() == Qt.TextFormat.PlainText
    panel.watch("<img src=x onerror=1>")
    assert panel.word_label.text() == "<img src=x onerror=1>"
    assert window.top_bar.name.text() == "<h1>name</h1>"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["的", "了", "宝玉", "人"], "宝玉"),
        (["of", "the", "water", "12345678"], "water"),
        (["1", "2"], "1"),
        (["的", "strong", "了", "林黛玉", "br", "宝玉"], "林黛玉"),
        (["a"], "a"),
        ([], ""),
    ],
)
def test_suggestions(words, expected):
    assert suggested(Vocabulary(words, range(len(words), 0, -1))) == expected
