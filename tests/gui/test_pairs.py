from types import SimpleNamespace

import numpy as np
import pytest
from bringing_up import bring_up
from PySide6.QtCore import Qt

from w2v_gui.corpus.suggestions import Suggestions
from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.gui.panels.pairs import MOST_PAIRS, PairsPanel
from w2v_gui.gui.theme import DARK, LIGHT
from w2v_gui.session.history import SimilarityCurve

WORDS = [f"word{i}" for i in range(20)]
TOKENS = 1000


def vocabulary(words=WORDS):
    return Vocabulary(words, range(10 * len(words), 0, -10))


def run_of(words=WORDS, epochs=5):
    return SimpleNamespace(vocabulary=vocabulary(words), corpus=range(TOKENS), config=SimpleNamespace(epochs=epochs))


def curve(pair, similarity, start=0):
    words = np.linspace(start, 2 * TOKENS, len(similarity))
    return SimilarityCurve(pair, words, words / 100, np.asarray(similarity, float))


def snapshot(*curves, epochs=5):
    return SimpleNamespace(pairs=curves, epochs=epochs)


@pytest.fixture
def panel(qtbot, theme, language):
    panel = bring_up(qtbot, PairsPanel(), 300, 300)
    panel.apply_palette(LIGHT)
    panel.open_text(vocabulary())
    return panel


def ask(qtbot, panel, typed):
    panel.entry.setFocus()
    panel.entry.clear()
    qtbot.keyClicks(panel.entry, typed)
    qtbot.keyClick(panel.entry, Qt.Key.Key_Return)


def drawn(panel, pair):
    """Return the points of the line that stands for a pair."""
    return panel.lines[panel._followed[pair].line].getData()


def test_suggestions_are_followed_when_nothing_else_is(qtbot, panel):
    with qtbot.waitSignal(panel.wanted_changed):
        panel.show_suggestions(Suggestions((), ((1, 2), (1, 9))))
    assert panel.wanted == {"pairs": ((1, 2), (1, 9))}
    assert [row.text for row in panel.rows] == ["word1 – word2", "word1 – word9"]
    panel.show_suggestions(Suggestions((), ((3, 4),)))
    assert panel.pairs == ((1, 2), (1, 9))


@pytest.mark.parametrize("typed", ["word3, word4", "word3,word4", "word3，word4", "word3、 word4"])
def test_a_comma_separates_too(qtbot, panel, typed):
    panel.entry.setFocus()
    panel.entry.insert(typed)  # as an input method does
    qtbot.keyClick(panel.entry, Qt.Key.Key_Return)
    assert panel.pairs == ((3, 4),)


def test_two_words_are_typed(qtbot, panel):
    ask(qtbot, panel, "word3 WORD4")
    assert panel.pairs == ((3, 4),)
    assert panel.entry.text() == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("word3", "Type two words"),
        ("word3 word4 word5", "Type two words"),
        ("word3 word3", "type two words"),
        ("word3 wrod4", "No “wrod4” among the 20 words"),
    ],
)
def test_what_is_no_pair_is_said_and_nothing_is_lost(qtbot, panel, language, typed, said):
    ask(qtbot, panel, typed)
    assert said in panel.hint.text()
    assert panel.pairs == ()
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: said not in panel.hint.text())
    assert not panel.hint.isHidden()
    ask(qtbot, panel, "word3 word4")
    assert panel.hint.isHidden()


def test_spellings_of_an_unknown_word(qtbot, panel):
    with qtbot.waitSignal(panel.unknown) as unknown:
        ask(qtbot, panel, "wrod3 word4")
    assert unknown.args == ["wrod3"]
    panel.show_spellings("wrod3", ["word3"])
    assert panel.hint.words == ("word3",)
    qtbot.mouseClick(panel.hint.buttons[0], Qt.MouseButton.LeftButton)
    assert panel.pairs == ((3, 4),)
    assert panel.hint.isHidden()


def test_a_pair_followed_already_is_shown_instead_of_added(panel):
    panel.add(1, 2)
    panel.add(2, 1)
    assert panel.pairs == ((1, 2),)
    assert panel.rows[0].flashing
    panel.grab()


def test_no_more_than_can_be_told_apart(panel):
    for i in range(MOST_PAIRS + 1):
        panel.add(i, i + 1)
    assert len(panel.pairs) == MOST_PAIRS
    assert "remove one first" in panel.hint.text()
    colours = {(line.opts["pen"].color().name(), tuple(line.opts["pen"].dashPattern())) for line in panel.lines}
    assert len(colours) == MOST_PAIRS


def test_curves_are_drawn_over_epochs_with_the_latest_value(panel):
    panel.add(1, 2)
    panel.begin(run_of())
    panel.show_snapshot(snapshot(curve((1, 2), [0.1, 0.4, 0.8123])))
    x, y = drawn(panel, (1, 2))
    assert list(x) == [0, 1, 2]
    assert list(y) == [0.1, 0.4, 0.8123]
    assert panel.rows[0].figure == "0.812"
    assert panel.plot.x_range == pytest.approx((-0.04, 5.04))


def test_the_legend_has_the_values_under_the_pointer(qtbot, panel):
    panel.add(1, 2)
    panel.begin(run_of())
    panel.show_snapshot(snapshot(curve((1, 2), [0.1, 0.4, 0.8])))
    panel.plot.setFocus()
    qtbot.keyClick(panel.plot, Qt.Key.Key_Home)
    assert panel.rows[0].figure == "0.100"
    assert panel.cross.isVisible()
    panel.show_snapshot(snapshot(curve((1, 2), [0.1, 0.4, 0.9])))
    assert panel.rows[0].figure == "0.100"
    panel.entry.setFocus()
    assert panel.rows[0].figure == "0.900"
    assert not panel.cross.isVisible()


@pytest.mark.parametrize("epochs", [1, 5, 100])
def test_both_ends_of_the_run_are_labelled(panel, epochs):
    panel.begin(run_of(epochs=epochs))
    labels = [label for _, label in panel.plot.plotItem.getAxis("bottom")._tickLevels[0]]
    assert float(labels[0]) == 0
    assert float(labels[-1]) == epochs


def test_long_curves_are_thinned_but_keep_their_ends(panel):
    panel.begin(run_of())
    panel.add(1, 2)
    panel.show_snapshot(snapshot(curve((1, 2), np.linspace(0, 1, 5000))))
    x, y = drawn(panel, (1, 2))
    assert len(x) < 500
    assert (y[0], y[-1]) == (0, 1)


def test_the_axis_only_grows_and_by_steps(panel):
    panel.begin(run_of())
    panel.add(1, 2)
    lows = []
    for lowest in (0.3, -0.1, -0.35, -0.36, 0.2, -0.99):
        panel.show_snapshot(snapshot(curve((1, 2), [lowest, 0.9])))
        low, high = panel.plot.plotItem.vb.viewRange()[1]
        lows.append(low)
        assert high >= 1
    assert lows[:2] == pytest.approx([-0.2, -0.2])
    assert lows[2:5] == pytest.approx([-0.4, -0.4, -0.4])
    assert lows[5] <= -0.99


def test_removing_frees_the_line_for_the_next(qtbot, panel):
    panel.begin(run_of())
    for pair in ((1, 2), (3, 4), (5, 6)):
        panel.add(*pair)
    panel.show_snapshot(snapshot(*(curve(pair, [0.5, 0.6]) for pair in panel.pairs)))
    qtbot.mouseClick(panel.rows[1].cross, Qt.MouseButton.LeftButton)
    assert panel.pairs == ((1, 2), (5, 6))
    assert panel.wanted == {"pairs": ((1, 2), (5, 6))}
    panel.add(7, 8)
    assert panel._followed[7, 8].line == 1
    x, _ = drawn(panel, (7, 8))
    assert x is None or len(x) == 0
    assert panel.rows[-1].figure == "–"


def test_delete_removes_and_goes_on_to_the_next(qtbot, panel):
    panel.show_suggestions(Suggestions((), ((1, 2), (3, 4))))
    first, second = panel.rows
    qtbot.waitUntil(second.isVisible)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    assert panel.rows == (second,)
    assert second.hasFocus()
    panel.grab()
    qtbot.keyClick(second, Qt.Key.Key_Delete)
    assert panel.entry.hasFocus()
    assert panel.wanted == {}


def test_a_new_run_clears_the_curves_and_keeps_the_pairs_it_knows(panel):
    panel.show_suggestions(Suggestions((), ((1, 2), (1, 15))))
    panel.begin(run_of())
    panel.show_snapshot(snapshot(*(curve(pair, [0.5, -0.6]) for pair in panel.pairs)))
    panel.begin(run_of(WORDS[:10], epochs=1))
    assert panel.pairs == ((1, 2),)
    assert all(line.getData()[0] is None or len(line.getData()[0]) == 0 for line in panel.lines)
    assert panel.rows[0].figure == "–"
    assert panel.plot.plotItem.vb.viewRange()[1][0] == pytest.approx(-0.2)
    panel.begin(run_of(WORDS[:2]))
    assert panel.pairs == ()


def test_another_text_keeps_what_was_chosen_and_not_what_was_suggested(panel):
    panel.show_suggestions(Suggestions((), ((1, 2),)))
    panel.add(3, 4)
    panel.open_text(vocabulary(["word4", "word1", "word2", "word3"]))
    assert panel.pairs == ((3, 0),)


def test_a_curve_of_a_pair_no_longer_followed_is_not_drawn(panel):
    panel.begin(run_of())
    panel.add(1, 2)
    panel.remove(panel.rows[0])
    panel.show_snapshot(snapshot(curve((1, 2), [0.5])))
    assert all(line.getData()[0] is None or len(line.getData()[0]) == 0 for line in panel.lines)


def test_nothing_is_wanted_while_it_is_not_seen(qtbot, panel):
    panel.add(1, 2)
    with qtbot.waitSignal(panel.wanted_changed):
        panel.hide()
    assert panel.wanted == {}
    with qtbot.waitSignal(panel.wanted_changed):
        panel.show()
    assert panel.wanted == {"pairs": ((1, 2),)}


def test_table_of_pairs_that_were_followed_from_different_moments(panel):
    panel.begin(run_of())
    panel.add(1, 2)
    panel.add(3, 4)
    panel.show_snapshot(snapshot(curve((1, 2), [0.1, 0.2, 0.3]), curve((3, 4), [0.5, 0.6], start=TOKENS)))
    assert list(panel.csv_rows()) == [
        ("words", "seconds", "word1 – word2", "word3 – word4"),
        (0.0, 0.0, 0.1, None),
        (1000.0, 10.0, 0.2, 0.5),
        (2000.0, 20.0, 0.3, 0.6),
    ]


def test_any_word_can_be_drawn(panel):
    words = ["<b>bold</b>", "א" * 30, "x" * 300, "😀👍", "a\nb", "\u202eturned"]
    panel.open_text(vocabulary(words))
    panel.add(0, 1)
    panel.add(1, 2)
    panel.add(3, 4)
    panel.apply_palette(DARK)
    for width in (160, 240, 700):
        panel.resize(width, 300)
        panel.grab()
    assert panel.rows[0].text == f"<b>bold</b> – {'א' * 30}"


def test_items_are_updated_in_place(panel):
    panel.begin(run_of())
    panel.add(1, 2)
    items = list(panel.plot.plotItem.items)
    for _ in range(3):
        panel.show_snapshot(snapshot(curve((1, 2), [0.1, 0.2])))
    assert list(panel.plot.plotItem.items) == items


# -- in the window ----------------------------------------------------------------------------------------------


def test_a_pair_chosen_among_the_neighbours_is_plotted_while_the_run_goes_on(qtbot, window, slow):
    slow.seconds_per_word = 0
    qtbot.waitUntil(lambda: bool(window.train_page.watched.watched))
    window.train_page.watched.pair_chosen.emit(3, 4)
    panel = window.train_page.pairs
    assert (3, 4) in panel.pairs
    with qtbot.waitSignal(window.run_ended):
        qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: all(row.figure != "–" for row in panel.rows))
    assert len(list(panel.csv_rows())) > 2


@pytest.mark.parametrize("seen_again", ["while it goes on", "after its end"])
def test_a_card_that_was_not_seen_has_kept_its_curves(qtbot, window, slow, seen_again):
    slow.seconds_per_word = 1e-4
    panel, enlarging, controller = window.train_page.pairs, window.train_page.enlarging, window.controller
    qtbot.waitUntil(lambda: bool(panel.pairs))
    with qtbot.waitSignal(window.run_ended):
        qtbot.mouseClick(window.top_bar.train, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: controller.latest is not None and any(map(len, controller.latest.pairs)))
        pair = panel.pairs[0]
        enlarging.enlarge(window.train_page.loss)
        qtbot.waitUntil(lambda: controller.latest.view.pairs == ())
        hidden_at = controller.latest.words_done
        if seen_again == "while it goes on":
            enlarging.back()
    if seen_again == "after its end":
        enlarging.back()
    total = controller.trainer.words_total
    qtbot.waitUntil(lambda: drawn(panel, pair)[0][-1] == panel._scale.count and not controller.active)
    words = panel._followed[pair].curve.words
    assert words[-1] == total
    assert words[0] < hidden_at


def test_epochs_stand_below_the_plot_once_there_is_a_run(panel):
    def labels():
        return [label for _, label in panel.plot.plotItem.getAxis("bottom")._tickLevels[0]]

    assert labels() == []
    panel.begin(run_of(epochs=1))
    assert labels()
    panel.open_text(vocabulary())
    assert labels() == []
