"""Words of every kind in every place: markup, other directions, emoji, very long ones; two of them, and a million."""

import csv
import io
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from fakes import FakeTrainer
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.gui.controller import open_trainer
from w2v_gui.gui.opening import Opened
from w2v_gui.gui.text import one_line
from w2v_gui.session.run import RunState

LONG = "w" * 200
TURNED = "evil\u202eword"
WILD = (
    "<b>bold</b>",
    "<img src=x onerror=y>",
    "&amp;",
    "&File",
    "{count}",
    "%s%n",
    "שלום",
    "العربية",
    "👩‍👩‍👧",
    "🇨🇭",
    "e\u0301" * 20,
    "\u200b",
    TURNED,
    LONG,
    "黛玉" * 100,
    "=1+1",
    "nan",
    "null",
    'quote"',
    "comma,word",
)
VALUES = {"min_count": 1, "vector_size": 8, "threads": 1, "epochs": 2, "objective": "negative_sampling"}


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def train_to_the_end(qtbot, window):
    click(qtbot, window.top_bar.train)
    qtbot.waitUntil(lambda: window.controller.state is RunState.FINISHED)
    qtbot.waitUntil(lambda: all(section.list.rows for section in window.train_page.watched.words.sections))


def type_into(qtbot, field, text):
    """Type as an input method does: QTest has no keys for most of these words."""
    field.setFocus()
    field.clear()
    field.insert(text)
    field.textEdited.emit(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def random_corpus(words, name="text", sentences=300):
    rng = np.random.default_rng(1)
    # Each at least once, the rest at random.
    drawn = [list(rng.choice(words, 6)) for _ in range(sentences)]
    return EncodedCorpus.from_sentences([list(words), *([str(word) for word in row] for row in drawn)], name)


@pytest.fixture
def wild(qtbot, make_window):
    """A window with a run over words of every kind that has ended; many of them are watched and compared."""
    window = make_window(FakeTrainer)
    window.resize(1440, 900)
    window.take_text(Opened(random_corpus(WILD, "<b>name</b> & \u202e.txt"), values=VALUES))
    page = window.train_page
    vocabulary = window.controller.corpus.vocabulary
    for word in WILD:
        type_into(qtbot, page.watched.entry, word)
        assert vocabulary.index(word) in page.watched.watched
    for pair in zip(WILD[2::2], WILD[3::2], strict=True):
        if not any(" " in word for word in pair):
            type_into(qtbot, page.pairs.entry, " ".join(pair))
    train_to_the_end(qtbot, window)
    return window


def said(widget):
    """Return all texts of a window that may hold a word."""
    for each in [widget, *widget.findChildren(QWidget)]:
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        yield from (each.accessibleName(), each.accessibleDescription(), each.windowTitle())
    for action in widget.findChildren(QAction):
        yield action.text()


def assert_all_is_plain(window):
    for label in window.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText or not Qt.mightBeRichText(label.text()), label.text()


def test_no_word_is_read_as_markup(wild):
    assert_all_is_plain(wild)
    for widget in [wild, *wild.findChildren(QWidget)]:
        assert "<b>" not in widget.toolTip()
        assert "<img" not in widget.toolTip()


def test_no_word_turns_or_breaks_what_stands_beside_it(wild):
    for text in said(wild):
        assert "\u202e" not in text
        assert len(text) < 1500
    wild.resize(1, 1)
    QCoreApplication.processEvents()
    for card in (*wild.train_page._panels, wild.train_page.form, wild.top_bar, wild.status):
        if card.isVisible():
            assert wild.rect().contains(card.mapTo(wild, card.rect().bottomRight()))


def test_every_word_has_its_menus(qtbot, wild):
    panel = wild.train_page.watched
    for section in panel.words.sections:
        for row in (None, *section.list.rows):
            menu = panel.menu_for(section.id, row)
            for entry in menu.actions():
                text = entry.text()
                assert "\u202e" not in text
                assert len(text) < 80
                assert "&" not in text.replace("&&", "")
            menu.deleteLater()
    for card in wild.train_page._panels:
        card._show_menu()
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu)
        qtbot.keyClick(popup, Qt.Key.Key_Escape)


@pytest.mark.parametrize("name", ["watched", "pairs", "heatmap", "map"])
def test_words_leave_the_window_as_they_are(wild, qapp, name):
    card, exports = getattr(wild.train_page, name), {}
    card.export_asked.disconnect()
    card.export_asked.connect(lambda export: exports.update({export.kind: export.content()}))
    for kind in ("png", "svg", "csv"):
        card.export(kind)
    assert not QImage.fromData(exports["png"]).isNull()
    ET.fromstring(exports["svg"])
    rows = list(csv.reader(io.StringIO(exports["csv"].decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    cells = {part.removeprefix("'") for row in rows for cell in row for part in (cell, *cell.split(" – "))}
    if name in ("heatmap", "map"):
        assert set(WILD) <= cells
    else:
        assert any(word in cells for word in WILD)
    card.copy()
    lines = qapp.clipboard().text().rstrip("\n").split("\n")
    assert len({line.count("\t") for line in lines}) == 1


def test_wild_words_that_are_not_there_are_only_quoted(qtbot, wild):
    page = wild.train_page
    page.heatmap.choose_rows("searched")
    for field, hint in (
        (page.watched.entry, page.watched.hint),
        (page.heatmap.search.entry, page.heatmap.search.hint),
        (page.pairs.entry, page.pairs.hint),
    ):
        for word in ("<i>no</i>", "אין", "🐉" * 300, "{word}", "%d", "no\u202ebody"):
            type_into(qtbot, field, f"{word} {word}x" if field is page.pairs.entry else word)
            qtbot.waitUntil(lambda hint=hint, word=word: f"No “{one_line(word, 60)}" in hint.text())
            assert "\u202e" not in hint.text()
            assert len(hint.text()) < 600
            assert_all_is_plain(wild)
    qtbot.waitUntil(lambda: not wild.jobs._jobs)


def test_wild_words_in_both_languages_and_themes_and_the_smallest_window(qtbot, wild, language, theme):
    wild.resize(1, 1)
    for code, mode in (("zh_CN", "dark"), ("en", "light")):
        language.choose(code)
        theme.set_mode(mode)
        for card in wild.train_page._panels:
            wild.train_page.enlarging.toggle(card)
            assert not wild.grab().isNull()
            wild.train_page.enlarging.back()
    assert wild.width() == 1024


@pytest.mark.parametrize("objective", ["negative_sampling", "hierarchical_softmax", "softmax"])
def test_a_vocabulary_of_two(qtbot, make_window, objective):
    window = make_window(open_trainer)
    window.take_text(Opened(random_corpus(["<b>", "שלום"]), values=VALUES | {"objective": objective}))
    train_to_the_end(qtbot, window)
    page = window.train_page
    assert window.message.text == ""
    assert [len(section.list.rows) for section in page.watched.words.sections] == [1] * len(page.watched.watched)
    qtbot.waitUntil(lambda: page.heatmap.view.scene is not None and page.heatmap.view.scene.rows == 2)
    for key in ("W_out", "change", "W"):
        click(qtbot, page.heatmap.kind.button(key))
    type_into(qtbot, page.pairs.entry, "<b> שלום")
    qtbot.waitUntil(lambda: bool(page.pairs.rows))
    for card in page._panels:
        card.copy()
        page.enlarging.toggle(card)
        assert not window.grab().isNull()


def test_a_vocabulary_of_one_is_refused_in_a_sentence(qtbot, make_window):
    window = make_window(open_trainer)
    window.take_text(Opened(random_corpus(["alone"]), values=VALUES))
    click(qtbot, window.top_bar.train)
    qtbot.waitUntil(lambda: bool(window.message.text))
    assert "needs at least two words" in window.message.text
    assert window.top_bar.train.isEnabled()


@pytest.fixture(scope="module")
def million():
    """A text in which each of a million words occurs once, and the frequent ones often."""
    size = 1_000_000
    counts = np.maximum(200_000 // np.arange(1, size + 1), 1)
    ids = np.repeat(np.arange(size, dtype=np.int32), counts)
    np.random.default_rng(0).shuffle(ids)
    offsets = np.append(np.arange(0, len(ids), 1000), len(ids)).astype(np.int64)
    return EncodedCorpus("million.txt", ids, offsets, Vocabulary([f"word{i}" for i in range(size)], counts))


def test_a_vocabulary_of_a_million(qtbot, make_window, million):
    window = make_window(open_trainer)
    window.take_text(Opened(million, values=VALUES | {"vector_size": 2, "epochs": 9999}))
    page = window.train_page
    qtbot.waitUntil(lambda: bool(page.watched.watched))
    click(qtbot, window.top_bar.train)
    qtbot.waitUntil(lambda: any(section.list.rows for section in page.watched.words.sections))
    # The rarest word is found while one types, and its neighbours among a million.
    entry = page.watched.entry
    entry.setFocus()
    qtbot.keyClicks(entry, "word999999")
    qtbot.waitUntil(lambda: entry._found == ["word999999"])
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert page.watched.watched[0] == 999_999
    qtbot.waitUntil(lambda: bool(page.watched.words.section(999_999).list.rows))
    qtbot.waitUntil(lambda: 999_999 in page.map._shown)
    page.heatmap.choose_rows("searched")
    type_into(qtbot, page.heatmap.search.entry, "word5 word999998")
    qtbot.waitUntil(lambda: page.heatmap._ids == (5, 999_998))
    type_into(qtbot, page.pairs.entry, "word3 word999997")
    qtbot.waitUntil(lambda: any("word999997" in row.words and row.text for row in page.pairs.rows))
    type_into(qtbot, entry, "wordx12")
    qtbot.waitUntil(lambda: "word12" in page.watched.hint.words)
    click(qtbot, window.top_bar.stop)
    qtbot.waitUntil(lambda: window.controller.state is RunState.STOPPED)
    QCoreApplication.processEvents()
