"""The Text page in the window: its settings are those of the form, and pages take each other's wishes."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from w2v_gui.corpus.word_lists import DictionaryEntry
from w2v_gui.gui.pages import PAGES

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
CHINESE = "通灵之说，撰此石头记一书。\n作者自云：因曾历过一番梦幻之后，故将真事隐去。\n" * 20


def ready(page):
    """Whether everything that is made on workers has come."""
    reading = page.text._reading
    return reading is not None and reading.windows is not None and page.pairs._table is not None


@pytest.fixture
def sample(qtbot, make_window):
    """A window with the derivation's sentence on its Text page, and that page."""
    window = make_window()
    with qtbot.waitSignal(window.text_opened):
        window.open_sample("derivation")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    qtbot.waitUntil(lambda: ready(window.text_page))
    return window, window.text_page


@pytest.fixture
def novel(qtbot, make_window, tmp_path):
    """A window with a Chinese file on its Text page, and that page."""
    path = tmp_path / "stone.txt"
    path.write_text(CHINESE, encoding="gb18030")
    window = make_window()
    window.pages.show_page("text")
    with qtbot.waitSignal(window.text_opened):
        window.open_paths([str(path)])
    qtbot.waitUntil(lambda: ready(window.text_page))
    return window, window.text_page


def test_the_derivations_table_stands_there_when_its_sentence_is_open(sample):
    _, page = sample
    rows = page.pairs._table.rows(0, 100)
    assert [(" ".join(row.input_words), row.target_word) for row in rows] == [
        ("我 学习", "爱"),
        ("爱 没有", "学习"),
        ("学习 什么", "没有"),
        ("没有 能够", "什么"),
        ("什么 阻挡", "能够"),
        ("能够 我", "阻挡"),
        ("阻挡 的", "我"),
        ("我 脚步", "的"),
    ]


def test_a_setting_chosen_among_the_pairs_is_one_of_the_form(qtbot, sample):
    window, page = sample
    page.pairs.setting_chosen.emit("window", 2)
    assert window.train_page.form.config().window == 2
    qtbot.waitUntil(lambda: len(page.pairs._table) == 6)
    window.train_page.form.choose("model", "skipgram")
    qtbot.waitUntil(lambda: len(page.pairs._table) == 24)
    window.train_page.form.choose("window", 1)
    qtbot.waitUntil(lambda: len(page.pairs._table) == 16)


def test_settings_are_locked_while_a_run_goes_on(qtbot, sample):
    window, page = sample
    assert page.pairs.settings.isEnabled()
    window.commands.step()
    qtbot.waitUntil(lambda: window.controller.active and window.controller.trainer is not None)
    assert not page.source.min_count.editor.widget.isEnabled()
    window.controller.stop()
    qtbot.waitUntil(lambda: not window.controller.active)
    assert page.source.min_count.editor.widget.isEnabled()


def test_an_epoch_is_one_for_text_and_pairs(qtbot, sample):
    _, page = sample
    page.text.epoch_chosen.emit(3)
    qtbot.waitUntil(lambda: page.text._reading.windows.epoch == 2)
    qtbot.waitUntil(lambda: page.pairs._table.windows.rules.epoch == 2)


def test_a_minimum_that_keeps_no_word_is_said(qtbot, sample):
    window, page = sample
    window.train_page.form.choose("min_count", 99)
    qtbot.waitUntil(lambda: page.pairs._problem is not None)
    assert "No word occurs 99 times" in str(page.pairs._problem)
    window.train_page.form.choose("min_count", 1)
    qtbot.waitUntil(lambda: page.pairs._problem is None and page.pairs._table is not None)


def test_the_concordance_is_asked_for_on_another_page(qtbot, sample):
    window, page = sample
    window.pages.show_page("train")
    window.train_page.concordance_asked.emit("学习")
    assert window.pages.key == "text"
    assert page.concordance.isVisible()
    qtbot.waitUntil(lambda: page.concordance.looked_up == "学习")
    window.actions_.concordance.trigger()
    assert page.concordance.entry.hasFocus()


def test_without_a_text_there_is_nothing_to_look_up(make_window):
    window = make_window()
    window.actions_.concordance.trigger()
    assert "First open a text" in window.message.text


def test_a_line_of_the_concordance_leads_to_its_place_in_the_text(sample):
    _, page = sample
    page.concordance.position_chosen.emit(4)
    assert page.text.view.marks.cursor == 4


def walked(page):
    """The pair that the Inside page walks through: where it stands, and its inputs."""
    if page.scene is None:
        return None
    place = page.scene.place
    return place.position, tuple(place.tokens[i] for i in place.context)


def test_a_pair_is_walked_through_as_it_stands_in_the_table(qtbot, sample):
    window, page = sample
    form = window.train_page.form
    for name, value in {"full_windows_only": False, "sample": 0.1, "window": 3, "model": "cbow"}.items():
        form.choose(name, value)
    page.pairs.inside_asked.emit(3)
    assert "Train or step first" in window.message.text
    assert window.pages.key == "text"
    window.commands.step()
    qtbot.waitUntil(lambda: window.controller.latest is not None and window.controller.latest.words_done > 0)
    inside = window.pages.make("inside")
    # Every epoch draws anew which words are left out, and how far windows reach.
    for epoch in (2, 5):
        page.pairs.epoch_chosen.emit(epoch)
        qtbot.waitUntil(lambda epoch=epoch: page.pairs._table.windows.rules.epoch == epoch - 1)
        row = page.pairs._table.rows(1, 1)[0]
        page.pairs.inside_asked.emit(row.position)
        assert window.pages.key == "inside"
        qtbot.waitUntil(lambda row=row: walked(inside) == (row.position, row.input_words))
        window.pages.show_page("text")


def test_words_put_together_by_hand_are_one_word_and_the_view_stays(qtbot, novel):
    window, page = novel
    corpus = window.controller.corpus
    ids = corpus.ids.tolist()
    words = [corpus.word(i) for i in ids]
    place = words.index("作者")
    joined = words[place] + words[place + 1]
    page.text.go_to(place)
    window.activateWindow()
    page.text.view.setFocus()
    qtbot.waitUntil(page.text.view.hasFocus)
    with qtbot.waitSignal(window.text_opened):
        page.text.entry_made.emit(DictionaryEntry((joined,)))
    assert page.text.view.hasFocus()
    assert joined in window.controller.corpus.vocabulary
    assert window.pages.key == "text"
    qtbot.waitUntil(lambda: ready(page))
    assert page.source.wanted.options.user_dictionary == (DictionaryEntry((joined,)),)
    qtbot.mouseClick(page.source.foot.said.action, LEFT)
    qtbot.waitUntil(lambda: joined not in window.controller.corpus.vocabulary)


def test_a_correction_is_taken_back_by_key(qtbot, novel):
    window, page = novel
    window.activateWindow()
    page.text.view.setFocus()
    qtbot.waitUntil(page.text.view.hasFocus)
    with qtbot.waitSignal(window.text_opened):
        page.text.entry_made.emit(DictionaryEntry(("自云曾",)))
    with qtbot.waitSignal(window.text_opened):
        qtbot.keyClick(page.text.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.source.wanted.options.user_dictionary == ()
    assert page.source.foot.said.text == ""


def test_a_word_that_is_passed_over_keeps_its_places(qtbot, novel):
    window, page = novel
    tokens = len(window.controller.corpus)
    page.open_concordance("之后")
    with qtbot.waitSignal(window.text_opened):
        page.vocabulary.stop_word_made.emit("之后")
    corpus = window.controller.corpus
    assert len(corpus) == tokens
    assert corpus.stop_words == ("之后",)
    assert "之后" not in corpus.vocabulary
    # Its lines are there as before.
    qtbot.waitUntil(lambda: page.concordance.looked_up == "之后")


class Windows(QObject):
    """Notes which windows come to light."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@pytest.mark.parametrize("key", [kind.key for kind in PAGES])
def test_no_part_of_a_page_is_a_window_for_a_moment(qapp, window, key):
    windows = Windows()
    qapp.installEventFilter(windows)
    window.pages.show_page(key)
    QCoreApplication.processEvents()
    qapp.removeEventFilter(windows)
    assert windows.shown == []


def test_a_page_that_is_not_seen_is_told_when_it_is(qtbot, sample):
    window, page = sample
    window.pages.show_page("train")
    with qtbot.waitSignal(window.text_opened):
        window.open_sample("planted_zh")
    assert page.text._opened.sample == "derivation"
    window.pages.show_page("text")
    assert page.text._opened.sample == "planted_zh"
    qtbot.waitUntil(lambda: ready(page))


def test_what_was_chosen_for_one_text_is_chosen_for_the_next(qtbot, novel, tmp_path):
    window, page = novel
    with qtbot.waitSignal(window.text_opened):
        page.source.choose_option("punctuation", True)
    with qtbot.waitSignal(window.text_opened):
        page.source.choose_option("language", "mixed")
    other = tmp_path / "other.txt"
    other.write_text(CHINESE, encoding="utf-8")
    with qtbot.waitSignal(window.text_opened):
        window.open_paths([str(other)])
    options = page.source.recipe.options
    assert options.punctuation
    assert options.language == "auto"
