from types import SimpleNamespace

import numpy as np
import pytest
from bringing_up import bring_up
from fakes import small_corpus
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QSplitter

from w2v_gui.corpus.suggestions import Suggestions
from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.panels.watched import MOST_WORDS, WatchedPanel
from w2v_gui.gui.theme import DARK
from w2v_gui.gui.widgets.neighbour_painter import ROW_HEIGHT
from w2v_gui.gui.widgets.watched_column import Watched, shared_rows
from w2v_gui.gui.widgets.watched_section import HEAD_HEIGHT
from w2v_gui.session.neighbours import Neighbours
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
WORDS = [f"word{i}" for i in range(40)]


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def vocabulary(words=WORDS):
    return Vocabulary(words, range(10 * len(words), 0, -10))


def run_of(words):
    return SimpleNamespace(vocabulary=vocabulary(words))


def snapshot(panel, *words, size=40, turn=0):
    """Neighbours of some words: the ids after them, nearest first."""
    top = panel.wanted["top"]

    def neighbours(word):
        ids = np.array([(word + 1 + turn + i) % size for i in range(top)])
        return Neighbours(word, ids, np.linspace(0.9, 0.1, top).astype(np.float32))

    return SimpleNamespace(neighbours=tuple(neighbours(word) for word in words or panel.watched))


@pytest.fixture
def panel(qtbot, theme, language):
    panel = bring_up(qtbot, WatchedPanel(clock=Clock()), 300, 700)
    panel.open_text(vocabulary())
    return panel


def ask(qtbot, panel, word):
    panel.entry.setFocus()
    qtbot.keyClicks(panel.entry, word)
    qtbot.keyClick(panel.entry, Qt.Key.Key_Return)


def watched_word(id_):
    return Watched(id_, WORDS[id_], 10 * (len(WORDS) - id_))


def sections(panel):
    return {section.id: section for section in panel.words.sections}


def shown(panel):
    """Return the watched words as they are seen from top to bottom."""
    QGuiApplication.processEvents()
    return [s.id for s in sorted(sections(panel).values(), key=lambda s: s.y())]


def rows_shown(panel, word):
    return [row.id for row in panel.words.section(word).list.rows]


def test_suggestions_are_watched_when_nothing_else_is(panel):
    panel.show_suggestions(Suggestions((5, 2, 7)))
    assert panel.watched == (5, 2, 7)
    panel.show_suggestions(Suggestions((1,)))
    assert panel.watched == (5, 2, 7)


def test_what_is_typed_stands_on_top(qtbot, panel):
    panel.show_suggestions(Suggestions((5, 2)))
    with qtbot.waitSignal(panel.watched_changed) as changed:
        ask(qtbot, panel, "word9")
    assert changed.args == [(9, 5, 2)]
    assert shown(panel) == [9, 5, 2]
    assert panel.entry.text() == ""
    assert panel.wanted["watched"] == (9, 5, 2)


def test_capitals_find_the_small_word(qtbot, panel):
    ask(qtbot, panel, "WORD3")
    assert panel.watched == (3,)


def test_every_word_has_its_own_neighbours(panel):
    panel.show_suggestions(Suggestions((5, 2)))
    panel.show_snapshot(snapshot(panel))
    assert rows_shown(panel, 5)[:3] == [6, 7, 8]
    assert rows_shown(panel, 2)[:3] == [3, 4, 5]
    first = sections(panel)[5].list.rows[0]
    assert (first.word, first.count) == ("word6", 340)


def test_a_word_watched_already_is_shown_instead_of_added(qtbot, panel):
    panel.show_suggestions(Suggestions((5, 2, 7, 9, 11)))
    panel.resize(300, 320)
    qtbot.waitUntil(lambda: panel.words.verticalScrollBar().maximum() > 0)
    ask(qtbot, panel, "word11")
    assert panel.watched == (5, 2, 7, 9, 11)
    assert sections(panel)[11].flashing
    top = sections(panel)[11].mapTo(panel.words.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < panel.words.viewport().height()
    panel.grab()


def test_the_oldest_makes_room_and_it_is_said(qtbot, panel):
    for i in range(MOST_WORDS):
        ask(qtbot, panel, WORDS[i])
    assert panel.watched == tuple(range(MOST_WORDS))[::-1]
    ask(qtbot, panel, "word20")
    assert panel.watched == (20, *range(1, MOST_WORDS))[:1] + tuple(range(MOST_WORDS))[:0:-1]
    assert "“word0” made room" in panel.hint.text()
    assert len(shown(panel)) == MOST_WORDS


def test_the_cross_removes(qtbot, panel):
    panel.show_suggestions(Suggestions((5, 2, 7)))
    with qtbot.waitSignal(panel.watched_changed) as changed:
        qtbot.mouseClick(sections(panel)[2].cross, Qt.MouseButton.LeftButton)
    assert changed.args == [(5, 7)]
    assert shown(panel) == [5, 7]


def test_delete_removes_and_goes_on_to_the_next(qtbot, panel):
    panel.show_suggestions(Suggestions((5, 2, 7)))
    sections(panel)[2].list.setFocus()
    qtbot.keyClick(sections(panel)[2].list, Qt.Key.Key_Delete)
    assert panel.watched == (5, 7)
    assert sections(panel)[7].list.hasFocus()
    qtbot.keyClick(sections(panel)[7].list, Qt.Key.Key_Delete)
    assert sections(panel)[5].list.hasFocus()
    qtbot.keyClick(sections(panel)[5].list, Qt.Key.Key_Delete)
    assert panel.watched == ()
    assert panel.entry.hasFocus()
    assert panel.hint.text().startswith("Type a word")
    assert panel.wanted == {}


def test_tab_goes_from_the_entry_through_the_lists(qtbot, panel):
    panel.show_suggestions(Suggestions((5, 2)))
    panel.watch("word9")
    panel.show_snapshot(snapshot(panel))
    panel.entry.setFocus()
    qtbot.waitUntil(lambda: all(s.list.isVisible() for s in sections(panel).values()))
    for id_ in (9, 5, 2):
        qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Tab)
        assert panel.focusWidget() is sections(panel)[id_].list
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Return)
    assert panel.watched == (4, 9, 5, 2)


def test_keys_bring_into_sight_what_they_reach(qtbot, panel):
    panel.show_suggestions(Suggestions((5, 2, 7, 9, 11)))
    panel.resize(300, 320)
    panel.show_snapshot(snapshot(panel))
    qtbot.waitUntil(lambda: panel.words.verticalScrollBar().maximum() > 0)
    last = sections(panel)[11].list
    last.setFocus(Qt.FocusReason.TabFocusReason)
    assert panel.words.verticalScrollBar().value() > 0
    assert last.visibleRegion().boundingRect().top() == 0
    qtbot.keyClick(last, Qt.Key.Key_End)
    assert panel.words.verticalScrollBar().value() == panel.words.verticalScrollBar().maximum()


def test_clicking_a_neighbour_watches_it(qtbot, panel):
    panel.show_suggestions(Suggestions((5,)))
    panel.show_snapshot(snapshot(panel))
    qtbot.mouseClick(sections(panel)[5].list, Qt.MouseButton.LeftButton, pos=QPoint(30, ROW_HEIGHT + 10))
    assert panel.watched == (7, 5)


def test_a_word_that_made_room_has_nothing_more_to_say(qtbot, panel):
    for i in range(MOST_WORDS):
        panel.watch_id(i)
    first = panel.words.section(0)
    with qtbot.assertNotEmitted(panel.watched_changed):
        panel.words.arrange([watched_word(i) for i in range(1, MOST_WORDS)])
        first.list.setFocus()
        first.list.reached.emit(first.list.rect())
        qtbot.keyClick(first.list, Qt.Key.Key_Delete)


@pytest.mark.parametrize(("words", "least", "most"), [(1, 18, 30), (2, 8, 13), (3, 5, 8), (8, 3, 5)])
def test_words_share_the_height(qtbot, panel, words, least, most):
    panel.show_suggestions(Suggestions(tuple(range(words))))
    top = panel.wanted["top"]
    assert least <= top <= most
    lists = [section.list for section in panel.words.sections]
    qtbot.waitUntil(lambda: all(list_.height() == list_.room * ROW_HEIGHT for list_ in lists))
    assert max(list_.room for list_ in lists) == panel.wanted["top"]
    assert (panel.words.verticalScrollBar().maximum() > 0) == (words == 8)


@pytest.mark.parametrize(
    ("height", "words", "most", "rooms"),
    [
        (3 * HEAD_HEIGHT + 12 + 14 * ROW_HEIGHT, 3, 30, [5, 5, 4]),  # what cannot be divided
        (3 * HEAD_HEIGHT + 12 + 14 * ROW_HEIGHT, 3, 4, [4, 4, 4]),  # as many as there are
        (2 * HEAD_HEIGHT + 6 + 5 * ROW_HEIGHT, 2, 30, [3, 3]),  # never fewer than three
        (HEAD_HEIGHT + 4 * ROW_HEIGHT, 2, 30, [4, 3]),  # no room for the second word: the first has it
        (0, 2, 30, [3, 3]),
    ],
)
def test_no_room_for_a_row_is_left_over(height, words, most, rooms):
    assert shared_rows(height, words, most) == rooms


def test_words_end_at_the_lower_edge(qtbot, panel):
    panel.show_suggestions(Suggestions((5, 15, 25)))
    panel.show_snapshot(snapshot(panel))
    last = panel.words.sections[-1]
    qtbot.waitUntil(lambda: 0 <= panel.words.height() - last.geometry().bottom() - 1 < len(panel.watched))


def test_a_word_that_gets_less_room_shows_fewer_rows_and_more_again(panel):
    panel.show_suggestions(Suggestions((5, 15)))
    panel.show_snapshot(snapshot(panel))
    before = rows_shown(panel, 5)
    panel.watch_id(30)
    panel.watch_id(31)
    assert rows_shown(panel, 5) == before[: panel.words.section(5).list.room]
    panel.remove(30)
    panel.remove(31)
    assert rows_shown(panel, 5) == before


def test_more_room_asks_for_more_neighbours(qtbot, panel):
    panel.show_suggestions(Suggestions((5,)))
    before = panel.wanted["top"]
    with qtbot.waitSignal(panel.wanted_changed):
        panel.resize(300, 500)
    assert panel.wanted["top"] < before


def test_nothing_is_wanted_while_nobody_looks(qtbot, panel):
    panel.show_suggestions(Suggestions((5,)))
    with qtbot.waitSignal(panel.wanted_changed):
        panel.hide()
    assert panel.wanted == {}
    with qtbot.waitSignal(panel.wanted_changed):
        panel.show()
    assert panel.wanted["watched"] == (5,)


def test_a_new_run_keeps_the_words_and_drops_the_figures(panel):
    panel.show_suggestions(Suggestions((5, 35)))
    panel.show_snapshot(snapshot(panel))
    panel.begin(run_of(WORDS[:20]))
    assert panel.watched == (5,)
    assert rows_shown(panel, 5) == []
    assert panel.hint.text().startswith("Neighbours appear")
    panel.show_snapshot(snapshot(panel, size=20))
    assert rows_shown(panel, 5)
    assert panel.hint.isHidden()


def test_a_run_that_keeps_none_of_the_words_shows_something_all_the_same(panel):
    panel.show_suggestions(Suggestions((3, 38)))
    panel.remove(3)
    panel.begin(run_of(WORDS[:20]))
    assert panel.watched == (3,)
    panel.begin(run_of(WORDS[:2]))
    assert panel.watched == (0,)


def test_another_text_keeps_what_was_chosen_and_not_what_was_suggested(qtbot, panel):
    panel.show_suggestions(Suggestions((5, 2)))
    ask(qtbot, panel, "word7")
    panel.open_text(vocabulary(["new", "word5", "word7"]))
    assert panel.watched == (2,)
    assert sections(panel)[2].word == "word7"
    assert sections(panel)[2].count_label.text() == "count 10"
    panel.open_text(vocabulary(["other"]))
    assert panel.watched == ()


def test_a_snapshot_of_words_no_longer_watched_is_not_shown(panel):
    panel.show_suggestions(Suggestions((5, 2)))
    late = snapshot(panel)
    panel.remove(5)
    panel.show_snapshot(late)
    assert panel.watched == (2,)


def test_an_unknown_word_is_said_in_whatever_language_is_chosen(qtbot, panel, language):
    with qtbot.waitSignal(panel.unknown) as unknown:
        ask(qtbot, panel, "wrod1")
    assert unknown.args == ["wrod1"]
    assert panel.entry.selectedText() == "wrod1"
    panel.show_spellings("another", ["no"])
    assert "No “wrod1” among the 40 words" in panel.hint.text()
    panel.show_spellings("wrod1", ["word1", "word11"])
    assert panel.hint.words == ("word1", "word11")
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: "不在" in panel.hint.text())
    assert panel.hint.words == ("word1", "word11")
    language.choose("en")
    qtbot.waitUntil(lambda: "No “wrod1”" in panel.hint.text())


def test_a_likely_spelling_is_watched_with_a_click(qtbot, panel):
    ask(qtbot, panel, "wrod1")
    panel.show_spellings("wrod1", ["word1", "word11"])
    qtbot.mouseClick(panel.hint.buttons[1], Qt.MouseButton.LeftButton)
    assert panel.watched[0] == 11
    assert panel.hint.words == ()
    assert panel.entry.text() == ""


@pytest.mark.parametrize("height", range(300, 340, 7))
def test_the_last_row_in_sight_is_a_whole_one(qtbot, panel, height):
    panel.show_suggestions(Suggestions((1, 2, 3, 4)))
    panel.resize(300, height)
    column = panel.words

    def rows_of_the_last():
        in_sight = column.viewport().height()
        last = max(each.y() for each in column.sections if each.y() < in_sight)
        return (in_sight - last - HEAD_HEIGHT) / ROW_HEIGHT

    qtbot.waitUntil(lambda: column.verticalScrollBar().maximum() > 0 and rows_of_the_last() in (1, 2, 3))


def test_the_bar_takes_no_width_from_the_columns(qtbot, panel):
    panel.show_suggestions(Suggestions((1, 2, 3)))
    bar = panel.words.verticalScrollBar()
    width = panel.words.width() - bar.sizeHint().width()
    for height, scrolls in ((700, False), (300, True), (700, False)):
        panel.resize(panel.width(), height)
        qtbot.waitUntil(lambda scrolls=scrolls: (bar.isVisible(), panel.words.sections[0].width()) == (scrolls, width))


def test_the_menu_of_a_neighbour(qtbot, panel):
    panel.show_suggestions(Suggestions((5,)))
    panel.show_snapshot(snapshot(panel))
    actions = panel.menu_for(5, sections(panel)[5].list.rows[1]).actions()
    watch, plot, concordance, _, copy, remove = actions
    assert concordance.text() == "Concordance of “word7”"
    assert [watch.text(), plot.text()] == ["Watch “word7”", "Plot similarity with “word5”"]
    with qtbot.waitSignal(panel.pair_chosen) as pair:
        plot.trigger()
    assert pair.args == [5, 7]
    copy.trigger()
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("word5\tword6\t0.9")
    watch.trigger()
    assert panel.watched == (7, 5)
    remove.trigger()
    assert panel.watched == (7,)


def test_a_menu_that_outlives_its_word_does_nothing(panel):
    panel.show_suggestions(Suggestions((5, 2)))
    panel.show_snapshot(snapshot(panel))
    *_, copy, remove = panel.menu_for(5, None).actions()
    panel.open_text(vocabulary(["other"]))
    copy.trigger()
    remove.trigger()
    assert panel.watched == ()


def test_ctrl_c_copies_the_table_one_is_in(qtbot, panel):
    words = ["a", "b\tc", "d"]
    panel.open_text(vocabulary(words))
    panel.show_suggestions(Suggestions((0, 2)))
    panel.show_snapshot(snapshot(panel, 0, size=3))
    table = sections(panel)[0].list
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["word", "neighbour", "cosine", "count"]
    assert [line.split("\t")[0] for line in lines[1:]] == ["a"] * len(table.rows)
    assert all(line.count("\t") == 3 for line in lines)
    assert len(list(panel.csv_rows())) == 1 + len(table.rows)


def test_words_are_shown_as_they_are_never_as_markup(qtbot, panel, language):
    panel.open_text(vocabulary([*NASTY, "fine"]))
    for i in range(len(NASTY)):
        panel.watch_id(i)
    panel.show_snapshot(snapshot(panel, size=len(NASTY) + 1))
    panel.apply_palette(DARK)
    panel.resize(240, 500)
    panel.grab()
    for id_, section in sections(panel).items():
        for row in section.list.rows:
            panel.menu_for(id_, row).close()
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in panel.findChildren(QLabel))
    panel.watch("<b>bold</b>")
    assert sections(panel)[1].word_label.text() == "<b>bold</b>"


def test_a_vocabulary_of_two(panel):
    panel.open_text(vocabulary(["a", "b"]))
    panel.show_suggestions(Suggestions((0, 1)))
    assert panel.wanted["top"] == 1
    panel.show_snapshot(snapshot(panel, size=2))
    assert rows_shown(panel, 0) == [1]


# -- in the window ----------------------------------------------------------------------------------------------


def finish(qtbot, window):
    with qtbot.waitSignal(window.run_ended):
        qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    assert window.controller.state is RunState.FINISHED


def test_a_word_is_watched_from_the_start(qtbot, window):
    qtbot.waitUntil(lambda: bool(window.train_page.watched.watched))


def test_asking_after_the_run_shows_true_neighbours(qtbot, window, slow):
    slow.seconds_per_word = 0
    finish(qtbot, window)
    panel = window.train_page.watched
    ask(qtbot, panel, "castle")
    castle = window.controller.corpus.vocabulary.index("castle")
    assert castle in panel.watched
    qtbot.waitUntil(lambda: bool(rows_shown(panel, castle)))
    assert castle not in rows_shown(panel, castle)
    similarities = [row.similarity for row in sections(panel)[castle].list.rows]
    assert similarities == sorted(similarities, reverse=True)


def test_asking_while_it_waits(qtbot, window):
    qtbot.mouseClick(window.top_bar.step, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.controller.latest is not None)
    panel = window.train_page.watched
    ask(qtbot, panel, "garden")
    garden = window.controller.corpus.vocabulary.index("garden")
    qtbot.waitUntil(lambda: bool(rows_shown(panel, garden)))


def test_spellings_come_from_the_text(qtbot, window):
    panel = window.train_page.watched
    ask(qtbot, panel, "gardn")
    qtbot.waitUntil(lambda: "garden" in panel.hint.words)


def test_a_sample_comes_with_its_words(qtbot, make_window):
    window = make_window()
    window.open_sample("derivation")
    panel = window.train_page.watched
    qtbot.waitUntil(lambda: bool(panel.watched))
    assert window.controller.corpus.vocabulary.words[panel.watched[0]] == "学习"


def test_suggestions_for_a_text_that_has_been_replaced_are_dropped(qtbot, make_window, slow):
    window = make_window(slow)
    for words in (["old"] * 5, ["new", "newer"]):
        corpus = small_corpus().__class__.from_sentences([words] * 20, name="text")
        window.take_text(Opened(corpus, values={"min_count": 1}))
    panel = window.train_page.watched
    qtbot.waitUntil(lambda: bool(panel.watched))
    assert len(panel.watched) == 2


def test_splitters_leave_it_readable(qtbot, window):
    for splitter in window.train_page.findChildren(QSplitter):
        splitter.setSizes([10_000, 1])
    window.grab()
    for splitter in window.train_page.findChildren(QSplitter):
        splitter.setSizes([1, 10_000])
    window.grab()
