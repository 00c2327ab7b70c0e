"""Which word is missing: the card as one uses it."""

from __future__ import annotations

import numpy as np
import pytest
from concordance_data import NASTY
from PySide6.QtCore import Qt
from why_data import card_with_worker, explored, show

from w2v_gui.corpus.ingest import encode
from w2v_gui.corpus.sources import PastedText
from w2v_gui.gui.opening import Opened, Recipe
from w2v_gui.gui.panels.predict import GAP, PredictPanel
from w2v_gui.gui.predict.table import BARS, COUNT, VALUE, WORD
from w2v_gui.gui.predicting import Predicting
from w2v_gui.gui.widgets.bar_cells import BAR


@pytest.fixture
def lent(qtbot):
    with card_with_worker(qtbot, PredictPanel, Predicting, (600, 420)) as lent:
        yield lent


@pytest.fixture
def pets(qtbot, lent):
    card, worker, said = lent
    show(qtbot, card, worker, explored())
    return card, worker, said


def ask(qtbot, card, worker, line):
    card.entry.setFocus()
    card.entry.clear()
    qtbot.keyClicks(card.entry, line)
    qtbot.keyClick(card.entry, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not worker.active)


def words(card):
    return [card.rows.word(row) for row in range(card.rows.count)]


def test_the_words_of_the_best_probability_come_first(qtbot, pets):
    card, worker, _ = pets
    ask(qtbot, card, worker, "the big ___ sleeps")
    predictor = card._explored.predictor
    find = predictor.vocabulary.find
    expected = predictor.predict([find("the"), find("big")], [find("sleeps")])
    assert words(card) == [predictor.vocabulary.words[row] for row in np.argsort(-expected.values, kind="stable")]
    top = [card.rows.index(0, column).data() for column in (WORD, VALUE, COUNT)]
    assert top[1] == f"{expected.values.max():.3f}"
    assert card.rows.index(0, BARS).data(BAR)[0] == 1
    assert next(iter(card.csv_rows())) == ("word", "probability", "count")
    assert card._caption.text() == "probabilities · CBOW"
    assert "words is 1 here" in card.note.text()


def test_scores_are_called_scores_and_have_bars_of_their_own_length(qtbot, lent):
    card, worker, _ = lent
    show(qtbot, card, worker, explored(objective="negative_sampling", model="skipgram"))
    ask(qtbot, card, worker, "big ___")
    assert card.rows.title(VALUE) == "score σ(u)"
    assert "not probabilities" in card.note.text()
    assert "mean of their predictions" in card.note.text()
    assert card._caption.text() == "scores · skip-gram"
    best = card._predicted.prediction.values.max()
    assert card.rows.index(0, BARS).data(BAR)[0] == best < 1
    assert next(iter(card.csv_rows()))[1] == "score"


def test_what_is_not_used_is_seen_and_said(qtbot, pets):
    card, worker, _ = pets
    ask(qtbot, card, worker, "at the big zebra ___ rare sleeps")
    assert card.used.text() == "3 words used · 1 beyond the window · 2 unknown"
    assert card.sentence._given == frozenset({1, 2, 6})
    assert "Not known and left out: zebra." in card.hint.text()
    assert "Rarer than min. count 2 and left out: rare." in card.hint.text()


def test_numbers_and_further_gaps_are_not_dropped_in_silence(qtbot, pets):
    card, worker, _ = pets
    ask(qtbot, card, worker, "the 1984, big ___ cat ___ .")
    assert card.used.text() == "3 words used · 1 unknown"
    assert "Not known and left out: 1984" in card.hint.text()
    assert "more than one gap" in card.hint.text()


def test_the_end_is_not_completed_while_the_middle_is_changed(qtbot, pets):
    card, _, _ = pets
    card.entry.setText("the  ___ sle")
    card.entry.setFocus()
    card.entry.setCursorPosition(4)
    qtbot.keyClicks(card.entry, "b")
    assert not card.entry.completer().popup().isVisible()


def test_a_misspelled_word_is_replaced_by_one_that_is_offered(qtbot, pets):
    card, worker, _ = pets
    ask(qtbot, card, worker, "the BIGG ___")
    qtbot.waitUntil(lambda: "big" in card.hint.words)
    qtbot.mouseClick(card.hint.buttons[card.hint.words.index("big")], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not worker.active)
    assert card.entry.text() == "the big ___"
    assert card.used.text() == "2 words used"
    assert card.hint.isHidden()


@pytest.mark.parametrize(
    ("line", "said"),
    [("the big cat", "There is no gap"), ("zebra ___ lion", "none of the words"), ("___", "none of the words")],
)
def test_a_line_from_which_nothing_follows(qtbot, pets, line, said):
    card, worker, _ = pets
    ask(qtbot, card, worker, line)
    assert said in card.nothing.text()
    assert card.nothing.isVisible()
    ask(qtbot, card, worker, "the ___")
    assert card.table.isVisible()


def test_it_begins_with_a_line_of_the_text_and_the_hidden_word_is_shown_when_asked_for(qtbot, pets):
    card, worker, _ = pets
    line = card.entry.text()
    assert GAP in line
    hidden = card._example.word
    assert hidden not in card.hidden.text()
    qtbot.mouseClick(card.reveal, Qt.MouseButton.LeftButton)
    rank = words(card).index(hidden) + 1
    assert (
        card.hidden.text() == f"{hidden}: place {rank} of {card.rows.count}, {card.rows.index(rank - 1, VALUE).data()}"
    )
    assert card.table.currentIndex().row() == rank - 1
    seen = {line}
    for _ in range(8):
        qtbot.mouseClick(card.another, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not worker.active)
        seen.add(card.entry.text())
        assert card.reveal.isVisible()
    assert len(seen) > 2
    ask(qtbot, card, worker, "the big ___")
    assert not card.reveal.isVisible()


def test_a_newer_moment_answers_again_where_the_rows_stand(qtbot, pets):
    card, worker, _ = pets
    qtbot.mouseClick(card.reveal, Qt.MouseButton.LeftButton)
    line, before, resets = card.entry.text(), words(card), []
    card.rows.modelAboutToBeReset.connect(lambda: resets.append(1))
    chosen = card.rows.word(card.table.currentIndex().row())
    show(qtbot, card, worker, explored(seed=2, before=card._explored))
    assert words(card) != before
    assert not resets
    assert card.entry.text() == line
    assert card.rows.word(card.table.currentIndex().row()) == chosen
    rank = words(card).index(chosen) + 1
    assert f"place {rank} of" in card.hidden.text()


def test_a_double_click_asks_on(qtbot, pets):
    card, worker, said = pets
    ask(qtbot, card, worker, "the big ___")
    card.table.setFocus()
    card.table.select(1)
    qtbot.keyClick(card.table, Qt.Key.Key_Return)
    assert said.words == [words(card)[1]]


def test_vectors_alone_say_why_they_cannot(qtbot, lent):
    card, worker, _ = lent
    show(qtbot, card, worker, explored(trained=False))
    assert "without the output layer W′" in card.nothing.text()
    assert card.entry.isHidden() or not card.entry.isVisible()
    show(qtbot, card, worker, None)
    assert card._empty.isVisible()


def test_a_model_without_its_text_is_asked_all_the_same(qtbot, lent):
    card, worker, _ = lent
    shown = explored(text=False)
    show(qtbot, card, worker, shown)
    assert not card.another.isVisible()
    assert "Type a line" in card.nothing.text()
    ask(qtbot, card, worker, "the big ___")
    assert card.rows.count == len(shown.vectors)


def test_chinese_is_divided_as_the_text_was(qtbot, lent):
    card, worker, _ = lent
    text = "我喜欢北京。\n他喜欢上海。\n" * 3
    recipe = Recipe(pasted=text)
    read = encode([PastedText(text, "t")])
    assert read.report.language == "chinese"
    opened = Opened(read.corpus, read.report, recipe=recipe)
    shown = explored([["我", "喜欢", "北京"], ["他", "喜欢", "上海"]] * 3)
    object.__setattr__(shown, "opened", opened)
    show(qtbot, card, worker, shown)
    card.ask("我喜欢＿＿")
    qtbot.waitUntil(lambda: not worker.active)
    assert card._predicted.left == ("我", "喜欢")
    assert card.used.text() == "2 words used"


def test_words_from_the_wild_are_shown_as_they_are(qtbot, lent):
    card, worker, _ = lent
    show(qtbot, card, worker, explored([NASTY, NASTY[::-1]] * 2))
    for width in (250, 310, 1400):
        card.resize(width, 420)
        card.another.click()
        qtbot.waitUntil(lambda: not worker.active)
        card.reveal.click()
        card.grab()
    for row in range(card.rows.count):
        assert "<img" not in card.rows.index(row, WORD).data(Qt.ItemDataRole.ToolTipRole)
