"""Asking in the card: by keys and clicks, with a worker."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from w2v_gui.gui.asking import Asking
from w2v_gui.gui.explored import Explored
from w2v_gui.gui.jobs import Jobs
from w2v_gui.gui.panels.ask import AskPanel
from w2v_gui.vectors.questions import LONGEST
from w2v_gui.vectors.word_vectors import WordVectors

WORDS = ("king", "queen", "man", "woman", "prince", "apple", "国王", "t-shirt", "new york", "<b>bold</b>")


def vectors(seed=1, output=True, counts=True):
    random = np.random.default_rng(seed)
    size = (len(WORDS), 8)
    return WordVectors(
        WORDS,
        random.standard_normal(size),
        np.arange(100, 0, -10) if counts else None,
        random.standard_normal(size) if output else None,
    )


class Asked:
    """A card, its worker, and what has come of them."""

    def __init__(self, qtbot, explored):
        self.qtbot = qtbot
        self.jobs = Jobs()
        self.panel = AskPanel()
        qtbot.addWidget(self.panel)
        self.worker = Asking(self.jobs, self.panel)
        self.worker.attend(self.panel)
        self.answers, self.pairs, self.rows = [], [], []
        self.panel.answered.connect(self.answers.append)
        self.panel.pair_chosen.connect(lambda *pair: self.pairs.append(pair))
        self.panel.rows_chosen.connect(self.rows.append)
        self.show(explored)
        self.panel.resize(330, 500)
        self.panel.show()
        qtbot.waitExposed(self.panel)

    def show(self, explored):
        self.worker.show_explored(explored)
        self.panel.show_explored(explored)

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.worker.active)

    def type(self, text):
        entry = self.panel.entry
        entry.setFocus()
        entry.selectAll()
        self.qtbot.keyClicks(entry, text)
        self.qtbot.keyClick(entry.popup if entry.popup.isVisible() else entry, Qt.Key.Key_Return)
        self.settle()

    @property
    def words(self):
        return [row.word for row in self.panel.table.rows.rows]


@pytest.fixture
def card(qtbot, theme, language):
    asked = Asked(qtbot, Explored("x", vectors()))
    yield asked
    asked.jobs.shutdown()


def test_a_question_is_typed_and_answered(card):
    card.type("king - man + woman")
    expected = vectors().neighbours(
        vectors().units([0]) - vectors().units([2]) + vectors().units([3]), exclude=["king", "man", "woman"]
    )
    assert card.words == [neighbour.word for neighbour in expected]
    assert card.answers[-1].question == "king − man + woman"
    assert "cosine over W" in card.panel.remark.text()
    assert next(iter(card.panel.csv_rows())) == ("word", "cosine", "count")


def test_selecting_a_row_tells_the_pair_and_asking_on_leads_there_and_back(card):
    card.type("king")
    card.qtbot.keyClick(card.panel.entry, Qt.Key.Key_Down)
    first, second, *_ = card.words
    card.qtbot.keyClick(card.panel.table, Qt.Key.Key_Down)
    assert card.pairs == [("king", first), ("king", second)]
    card.qtbot.keyClick(card.panel.table, Qt.Key.Key_Return)
    card.settle()
    assert card.answers[-1].words == (second,)
    card.qtbot.keyClick(card.panel, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    card.settle()
    assert card.answers[-1].words == ("king",)
    card.qtbot.mouseClick(card.panel.table.viewport(), Qt.MouseButton.ForwardButton, pos=QPoint(5, 5))
    card.settle()
    assert card.answers[-1].words == (second,)


def test_all_unknown_words_can_be_replaced(card):
    card.type("kign - mann")
    assert "“kign”" in card.panel.unknown.text
    assert "“mann”" in card.panel.unknown.text
    for hint, word in zip(card.panel.unknown.hints[:1], ["king"], strict=True):
        card.qtbot.mouseClick(next(b for b in hint.buttons if b.text() == word), Qt.MouseButton.LeftButton)
    card.settle()
    assert card.panel.entry.text() == "king − mann"
    assert [unknown.word for unknown in card.answers[-1].unknown] == ["mann"]


def test_the_word_at_the_cursor_is_completed(card):
    entry = card.panel.entry
    card.qtbot.waitUntil(lambda: bool(entry._beginnings.find("k")))
    entry.setFocus()
    card.qtbot.keyClicks(entry, "king-qu")
    card.qtbot.waitUntil(entry.popup.isVisible)
    assert entry.offers == ["queen"]
    card.qtbot.keyClick(entry.popup, Qt.Key.Key_Tab)
    assert entry.text() == "king-queen"
    card.qtbot.keyClicks(entry, "+new")
    card.qtbot.keyClick(entry.popup, Qt.Key.Key_Down)
    card.qtbot.keyClick(entry.popup, Qt.Key.Key_Return)
    assert entry.text() == 'king-queen+"new york"'


def test_a_newer_moment_is_asked_the_same_and_what_is_selected_stays(card):
    card.type("king")
    card.panel.table.enter()
    chosen = card.panel.table.word
    newer = Explored("x", vectors(seed=2), words_done=5_000, lineage=card.panel._explored.lineage)
    card.show(newer)
    card.settle()
    assert card.words == [neighbour.word for neighbour in newer.vectors.neighbours("king")]
    assert card.panel.table.word == chosen
    assert card.pairs == [("king", chosen)]
    assert "after 5 k trained words" in card.panel.remark.text()


def test_in_a_low_card_only_what_is_not_seen_elsewhere_is_said(card):
    card.panel.resize(250, 244)
    card.type("king")
    assert not card.panel.remark.isVisible()
    card.type("t-shirt")
    assert card.panel.remark.text() == 'Nearest to "t-shirt"'
    card.type("king-man")
    assert card.panel.remark.text() == "Nearest to king − man"
    card.type("king, queen, apple")
    assert card.panel.remark.text() == f"The odd one out is {card.answers[-1].odd}"
    card.panel.resize(330, 500)
    assert "cosines over W" in card.panel.remark.text()


def test_options_leave_out_words_before_the_first_are_taken(card):
    options = card.panel.options
    card.type("king")
    options.edit.setPlainText("queen\nnobody, apple\n")
    card.qtbot.waitUntil(lambda: set(card.words) == {"queen", "apple"})
    assert "2 of 3" in options.found.text()
    assert "nobody" in options.found.text()
    options.min_count.clear()
    card.qtbot.keyClicks(options.min_count, "60")
    card.settle()
    assert card.words == ["queen"]


def test_what_cannot_be_chosen_says_why(qtbot, theme, language):
    card = Asked(qtbot, Explored("x", vectors(output=False, counts=False)))
    assert not card.panel.vectors.button("W_out").isEnabled()
    assert "no output vectors" in card.panel.vectors.button("mean").toolTip()
    assert not card.panel.options.min_count.isEnabled()
    card.jobs.shutdown()


def test_other_vectors_are_asked_for(card):
    card.qtbot.mouseClick(card.panel.vectors.button("W_out"), Qt.MouseButton.LeftButton)
    assert card.rows == ["W_out"]
    card.panel.ask("king")
    card.show(card.panel._explored.using("W_out"))
    card.settle()
    assert card.words == [neighbour.word for neighbour in vectors().using("W_out").neighbours("king")]
    assert "over W′" in card.panel.remark.text()


def test_a_star_keeps_a_question(card):
    card.type("king-man")
    card.qtbot.mouseClick(card.panel.bookmarks.star, Qt.MouseButton.LeftButton)
    assert [action.text() for action in card.panel.bookmarks.menu().actions()] == ["king − man"]
    assert AskPanel().bookmarks.menu().actions()[0].text() == "king − man"
    card.qtbot.mouseClick(card.panel.bookmarks.star, Qt.MouseButton.LeftButton)
    assert not card.panel.bookmarks.menu().actions()[0].isEnabled()


def test_examples_are_pressed(card):
    card.qtbot.waitUntil(lambda: bool(card.panel.examples.buttons))
    card.qtbot.mouseClick(card.panel.examples.buttons[0], Qt.MouseButton.LeftButton)
    card.settle()
    assert card.answers[-1].rows
    card.qtbot.keyClick(card.panel.entry, Qt.Key.Key_Escape)
    assert card.answers[-1].kind == "nothing"
    assert card.panel.examples.isVisible()
    card.qtbot.mouseClick(card.panel.way.back, Qt.MouseButton.LeftButton)
    card.settle()
    assert card.answers[-1].rows


@pytest.mark.parametrize(
    "text",
    ["+-+-", '"""\'"“', "\u202eabc \u200f", "😀 - 😀", "a\nb", "\ud800", "a : b", ", ,", "<b>x</b>", "{0} - {x}"],
)
def test_whatever_is_asked_there_is_a_sentence(card, text):
    card.panel.ask(text)
    card.settle()
    assert card.panel.remark.text() or card.panel.unknown.text


def test_much_too_much_is_pasted(card):
    QGuiApplication.clipboard().setText("word " * 200_000)
    card.panel.entry.paste()
    assert len(card.panel.entry.text()) == LONGEST
    assert "Only the first" in card.panel.remark.text()
