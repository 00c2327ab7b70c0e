"""The strip at the top of the Inside page, by clicks and keys, with real scenes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.small_texts import SMALL_TEXTS
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.engine.network import Network
from w2v_gui.gui.panels.pair import RUN, SMALL, PairPanel
from w2v_gui.gui.theme import DARK, LIGHT
from w2v_gui.gui.walk.stage import ORDER, Stage
from w2v_gui.gui.widgets.sentence_view import SentenceView
from w2v_gui.session.walkthrough import Walkthrough

FIRST = SMALL_TEXTS[0]
STAGES = tuple(Stage(key, key, f"title of {key}", "(9)", "", frozenset(), False, list, list) for key in ORDER)


def walk_of(text=FIRST):
    return Walkthrough.small(text.corpus("en"), TrainingConfig(**text.settings))


def long_walk():
    """A walk through a text too long to be numbered, with a word that stands in it twice."""
    corpus = EncodedCorpus.from_sentences([["a", "b", "<b>c</b>"]] * 7_000 + [["x", "Y"], ["x", "Y"]])
    config = TrainingConfig(min_count=1, vector_size=2, window=1, sample=0.0)
    return Walkthrough(Network.small(corpus.vocabulary, config), corpus, 0.1, source="run")


@pytest.fixture
def make_panel(qtbot, language):
    def make(walk=None, width=1300):
        panel = PairPanel()
        qtbot.addWidget(panel)
        walk = walk_of() if walk is None else walk
        panel.set_vocabulary(walk.network.vocabulary)
        panel.show_scene(walk.scene())
        panel.show_stages(STAGES, "pair")
        panel.resize(width, panel.sizeHint().height())
        panel.show()
        panel.activateWindow()
        qtbot.waitExposed(panel)
        return panel

    return make


@pytest.fixture
def panel(make_panel):
    return make_panel()


def click(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def write(qtbot, entry, text):
    entry.setText(text)  # QTest has no keys for Chinese
    qtbot.keyClick(entry, Qt.Key.Key_Return)


def enter(qtbot, field, text):
    field.clear()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def heard(signal):
    got = []
    signal.connect(lambda *values: got.append(values))
    return got


# -- which pair --------------------------------------------------------------------------------------------------


def test_the_pair_stands_in_its_sentence(panel):
    walk = walk_of()
    walk.next_pair()
    panel.show_scene(walk.scene())
    assert panel.number.text() == "Pair 2 of 8"
    assert panel.sentence.accessibleName() == "我 [爱 学习 没有] 什么 能够 阻挡 我 的 脚步"


def test_a_pair_of_a_long_text_has_a_place_and_a_typed_one_says_so(panel):
    walk = long_walk()
    walk.pair_at(20_000)
    panel.show_scene(walk.scene())
    assert panel.number.text() == "Pair at word 20,001"
    walk.typed_pair("x", ("a", "a"))
    panel.show_scene(walk.scene())
    assert panel.number.text() == "Typed pair"


def test_what_is_odd_about_a_pair_is_said_beside_it(panel):
    walk = walk_of()
    height = panel.sizeHint().height()
    walk.typed_pair("爱", ("爱", "我"))
    panel.show_scene(walk.scene())
    assert "“爱”" in panel.remark.text()
    assert panel.sizeHint().height() == height
    panel.resize(panel.minimumSizeHint().width(), panel.height())
    assert panel.odd.isVisible()
    assert "“爱”" in panel.odd.toolTip()
    walk.next_pair()
    panel.show_scene(walk.scene())
    assert panel.remark.text() == ""
    assert panel.odd.isHidden()


def test_other_pairs_are_asked_for(qtbot, panel):
    asked = [heard(signal) for signal in (panel.previous_asked, panel.next_pair_asked, panel.random_asked)]
    for button in (panel.previous, panel.next_pair, panel.next_pair, panel.random):
        click(qtbot, button)
    assert [len(each) for each in asked] == [1, 2, 1]


def test_return_again_looks_for_the_same_word_again(qtbot, make_panel):
    panel = make_panel(long_walk())
    asked = heard(panel.word_asked)
    write(qtbot, panel.search, "X")
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert asked == [("x",), ("x",)]


def test_an_offered_word_is_looked_for(qtbot, make_panel):
    panel = make_panel(walk_of(SMALL_TEXTS[1]))
    asked = heard(panel.word_asked)
    panel.search.setFocus()
    qtbot.keyClicks(panel.search, "co")
    popup = panel.search.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [("cocoa",)]
    assert panel.search.text() == "cocoa"


def test_a_word_that_is_not_there_is_named_and_those_like_it_offered(qtbot, panel):
    asked, unknown = heard(panel.word_asked), heard(panel.unknown)
    write(qtbot, panel.search, "<b>学</b>")
    assert (asked, unknown) == ([], [("<b>学</b>",)])
    assert "<b>学</b>" in panel.message.text
    panel.show_spellings("<b>学</b>", ["学习"])
    assert "学习" in panel.message.text
    assert panel.search.selectedText() == "<b>学</b>"
    write(qtbot, panel.search, "爱")
    assert panel.message.text == ""
    panel.show_spellings("<b>学</b>", ["学习"])
    assert panel.message.text == ""


# -- a pair of one's own -----------------------------------------------------------------------------------------


def test_a_pair_is_typed(qtbot, panel):
    typed = heard(panel.pair_typed)
    click(qtbot, panel.type_pair)
    assert panel.pair_window.isVisible()
    assert (panel.pair.context.text(), panel.pair.centre.text()) == ("我 学习", "爱")
    write(qtbot, panel.pair.context, "脚步，我 我")
    assert typed == [("爱", ("脚步", "我", "我"))]
    assert not panel.pair_window.isVisible()


def test_words_of_a_pair_are_completed_one_after_the_other(qtbot, make_panel):
    panel = make_panel(walk_of(SMALL_TEXTS[1]))
    typed = heard(panel.pair_typed)
    click(qtbot, panel.type_pair)
    context = panel.pair.context
    context.clear()
    for beginning, whole in (("te", "tea "), ("co", "tea cocoa ")):
        qtbot.keyClicks(context, beginning)
        popup = context.completer().popup()
        qtbot.waitUntil(popup.isVisible)
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda whole=whole: context.text() == whole)
    assert typed == []
    qtbot.keyClick(context, Qt.Key.Key_Return)
    assert typed == [("drink", ("tea", "cocoa"))]


@pytest.mark.parametrize(
    ("context", "centre", "said"),
    [
        ("我 nowhere", "爱", "“nowhere”"),
        ("我", "nowhere", "“nowhere”"),
        ("", "爱", "at least one context word"),
        ("我", "", "one centre word"),
        ("我", "爱 我", "one centre word"),
    ],
)
def test_what_is_wrong_with_a_typed_pair_is_said_and_stays(qtbot, panel, context, centre, said):
    typed = heard(panel.pair_typed)
    click(qtbot, panel.type_pair)
    for entry, text in ((panel.pair.context, context), (panel.pair.centre, centre)):
        entry.setText(text)
    click(qtbot, panel.pair.show_pair)
    assert typed == []
    assert said in panel.pair.check.text()
    assert panel.pair_window.isVisible()
    assert (panel.pair.context.text(), panel.pair.centre.text()) == (context, centre)
    qtbot.keyClicks(panel.pair.centre, "x")
    assert panel.pair.check.isHidden()


def test_escape_closes_what_was_opened(qtbot, panel):
    for button, window in ((panel.type_pair, panel.pair_window), (panel.network, panel.form_window)):
        click(qtbot, button)
        assert window.isVisible()
        qtbot.keyClick(window, Qt.Key.Key_Escape)
        assert not window.isVisible()


# -- where it comes from -----------------------------------------------------------------------------------------


def test_without_a_run_there_is_nothing_to_take(qtbot, panel):
    asked = heard(panel.run_asked)
    panel.set_run(False, None)
    run = panel.source.button(RUN)
    click(qtbot, run)
    assert asked == []
    assert "no run yet" in run.toolTip()


def test_the_weights_of_a_run_are_taken_and_taken_anew(qtbot, panel):
    asked = heard(panel.run_asked)
    panel.set_run(True, None)
    click(qtbot, panel.source.button(RUN))
    panel.set_run(True, 1_200_000)
    panel.show_scene(long_walk().scene())
    assert panel.copied.text() == "a copy of the run's weights after 1.2 M words"
    assert panel.texts.isHidden()
    assert panel.network.isHidden()
    click(qtbot, panel.anew)
    assert len(asked) == 2
    small = heard(panel.small_asked)
    click(qtbot, panel.source.button(SMALL))
    assert small == [(FIRST.key, dict(FIRST.settings))]


def test_what_could_not_be_taken_leaves_things_as_they_were(qtbot, panel):
    panel.set_run(True, None)
    click(qtbot, panel.source.button(RUN))
    panel.show_error("Not enough <b>memory</b>.")
    assert panel.message.text == "Not enough <b>memory</b>."
    assert panel.source.value == SMALL
    assert panel.number.text() == "Pair 1 of 8"
    click(qtbot, panel.next_pair)
    assert panel.message.text == ""


def test_another_small_text_comes_with_its_settings(panel):
    asked = heard(panel.small_asked)
    for text in SMALL_TEXTS:
        panel.texts.action(text.key).trigger()
    assert asked == [(text.key, dict(text.settings)) for text in SMALL_TEXTS]
    for _, settings in asked:
        TrainingConfig(**settings)


def test_a_network_with_other_settings(qtbot, panel):
    asked = heard(panel.small_asked)
    click(qtbot, panel.network)
    editors = panel.form.editors
    click(qtbot, editors["model"].widget.button("skipgram"))
    click(qtbot, editors["objective"].widget.button("negative_sampling"))
    assert editors["cbow_gradient"].widget.isHidden()
    enter(qtbot, editors["alpha"].widget, "0.3")
    [(key, settings)] = asked
    assert key == FIRST.key
    changed = {"model": "skipgram", "objective": "negative_sampling", "alpha": 0.3, "min_alpha": 0.3}
    assert settings == {**FIRST.settings, **changed}
    assert not panel.form_window.isVisible()
    assert panel.network.text() == "Skip-gram · Negative sampling · N = 5 · α = 0.3"
    click(qtbot, editors["objective"].dot)
    click(qtbot, panel.form.begin)
    assert asked[-1][1]["objective"] == "softmax"


@pytest.mark.parametrize("typed", ["0", "many", "1e9"])
def test_a_setting_that_will_not_do_is_said_and_nothing_begins(qtbot, panel, typed):
    asked = heard(panel.small_asked)
    click(qtbot, panel.network)
    size = panel.form.editors["vector_size"]
    enter(qtbot, size.widget, typed)
    click(qtbot, panel.form.begin)
    assert asked == []
    assert size.problem.text()
    assert size.widget.text() == typed


# -- the walk ----------------------------------------------------------------------------------------------------


def test_how_far_the_walk_has_come(qtbot, panel):
    panel.show_stages(STAGES, "u")
    reached = {key: button.property("reached") for key, button in panel.stages.buttons.items()}
    assert [reached[key] for key in ORDER[:6]] == ["known", "known", "known", "present", "ahead", "ahead"]
    chosen = heard(panel.stage_chosen)
    click(qtbot, panel.stages.buttons["E"])
    assert chosen == [("E",)]


def test_back_and_on(qtbot, panel):
    back, forward = heard(panel.back_asked), heard(panel.forward_asked)
    click(qtbot, panel.stages.forward)
    click(qtbot, panel.stages.forward)
    panel.stages.back.setFocus()
    qtbot.keyClick(panel.stages.back, Qt.Key.Key_Space)
    assert (len(back), len(forward)) == (1, 2)


def test_fewer_stages_than_before(qtbot, panel):
    few = tuple(stage for stage in STAGES if stage.key != "x")
    panel.show_stages(few, "h")
    chosen = heard(panel.stage_chosen)
    click(qtbot, panel.stages.buttons["W_new"])
    assert list(panel.stages.buttons) == [stage.key for stage in few]
    assert chosen == [("W_new",)]


def test_the_present_stage_is_seen_where_there_is_little_room(panel):
    panel.resize(panel.minimumSizeHint().width(), panel.height())
    QCoreApplication.sendPostedEvents()
    strip = panel.stages.strip
    for key in ("W_new", "pair"):
        panel.show_stages(STAGES, key)
        button = panel.stages.buttons[key]
        left = button.mapTo(strip.viewport(), button.rect().topLeft()).x()
        assert 0 <= left <= strip.viewport().width() - button.width()


def test_everything_is_reached_by_tab_and_has_a_name(qtbot, panel):
    panel.set_run(True, 1)
    panel.source.buttons[0].setFocus()
    seen = []
    for _ in range(60):
        widget = panel.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    there = [b for b in panel.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
    unreached = set(there) - set(seen) - set(panel.source.buttons)
    assert not unreached
    assert panel.search in seen
    assert all(widget.accessibleName() or widget.text() for widget in seen)
    order = list(panel.stages.buttons.values())
    assert [widget for widget in seen if widget in order] == order


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_it_fits_a_small_window_and_grows_no_higher(make_panel, language, code):
    language.choose(code)
    for walk, source in ((walk_of(), SMALL), (long_walk(), RUN)):
        panel = make_panel(walk)
        panel.set_run(source == RUN, 123_456_789)
        for width in (1300, panel.minimumSizeHint().width()):
            panel.resize(width, panel.height())
            QCoreApplication.sendPostedEvents()
            assert panel.layout().totalMinimumSize().width() <= width
            assert panel.sizeHint().height() <= 100


# -- the sentence ------------------------------------------------------------------------------------------------


def words(view):
    return [word.text for word in view.placed()]


@pytest.fixture
def view(qtbot):
    view = SentenceView()
    qtbot.addWidget(view)
    view.show_sentence([f"word{i}" for i in range(60)], 30, (28, 29, 31, 32))
    view.resize(700, 30)
    return view


def test_where_there_is_little_room_the_window_is_what_stays(view):
    assert words(view)[0] == words(view)[-1] == "…"
    assert {"word28", "word29", "word30", "word31", "word32"} <= set(words(view))
    everything = len(words(view))
    view.resize(450, 30)
    assert {"word28", "word29", "word30", "word31", "word32"} <= set(words(view))
    assert 5 < len(words(view)) < everything
    last = view.placed()[-1]
    assert last.x + last.width <= 450
    view.resize(120, 30)
    assert "word30" in words(view)


def test_no_word_moves_when_the_window_does(view):
    view.show_sentence(["one", "two", "three", "four"], 1, (0, 2))
    before = view.placed()
    view.show_sentence(["one", "two", "three", "four"], 2, (1, 3))
    assert view.placed() == before


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("given", [None, (0, 2), (1,)])
def test_the_roles_have_their_colours(view, palette, given):
    view.apply_palette(palette)
    view.show_sentence(["left", "middle", "right"], 1, (0, 2), given)
    picture = view.grab().toImage()
    colours = {}
    for word in view.placed():
        pixels = {picture.pixelColor(x, y).name() for x in range(word.x, word.x + word.width) for y in range(30)}
        colours[word.text] = pixels & {QColor(palette.centre).name(), QColor(palette.context).name()}
    centre, context = ({QColor(colour).name()} for colour in (palette.centre, palette.context))
    if given == (1,):  # skip-gram predicts the words around
        centre, context = context, centre
    assert colours == {"left": context, "middle": centre, "right": context}


# -- languages ---------------------------------------------------------------------------------------------------


def test_in_chinese(panel, language):
    panel.set_run(True, 1_200_000)
    language.choose("zh_CN")
    QCoreApplication.sendPostedEvents()
    assert panel.number.text() == "第 1 对，共 8 对"
    assert panel.texts.text() == "推导用的例句"
    assert panel.network.text() == "CBOW · Softmax · N = 5 · α = 0.1"
    assert panel.stages.forward.text() == "下一步"
    assert panel.pair.show_pair.text() == "查看这一对"
