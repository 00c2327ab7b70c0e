import numpy as np
import pytest
from panel_data import make_trainer, take
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from w2v_gui.corpus.vocabulary import Vocabulary
from w2v_gui.gui.panels.heatmap import CHANGE, START, W_OUT, HeatmapPanel, W
from w2v_gui.gui.row_choice import RowChoice, read_words
from w2v_gui.gui.theme import DARK, LIGHT

WORDS = [f"word{i}" for i in range(100)]


@pytest.fixture
def make(qtbot, theme, language):
    """Return a function that makes a panel over a vocabulary, with its trainer."""

    def make(words=WORDS, size=8, objective="negative_sampling", watched=()):
        panel = HeatmapPanel()
        qtbot.addWidget(panel)
        panel.resize(700, 500)
        panel.show()
        qtbot.waitExposed(panel)
        panel.apply_palette(LIGHT)
        trainer = make_trainer(words, size, objective)
        panel.begin(trainer)
        panel.set_watched(watched)
        return panel, trainer

    return make


def show(panel, trainer, words_done=0):
    panel.show_snapshot(take(trainer, panel.wanted, words_done))


def shown(panel):
    return panel.view.scene.matrix


def learn(trainer, row=3, by=0.25):
    """Change one row of W."""
    W = trainer.parameters.W.copy()
    W[row] += np.float32(by)
    trainer.parameters.W = W


def choose(qtbot, panel, kind):
    qtbot.mouseClick(panel.kind.button(kind), Qt.MouseButton.LeftButton)


def pick(panel, *titles):
    """Take an entry of the card's menu, by the titles on the way to it."""
    menu = panel.menu()
    for title in titles[:-1]:
        menu = next(action.menu() for action in menu.actions() if action.text() == title)
    next(action for action in menu.actions() if action.text() == titles[-1]).trigger()


def cell(panel, row, column):
    """Return the middle of a cell, in pixels."""
    scene = panel.view.scene
    return QPoint(scene.column_area(column).center().x(), scene.row_area(row).center().y())


# -- W, W′, ΔW -------------------------------------------------------------------------------------------------


def test_rows_of_frequent_words_are_shown_and_wanted(make):
    panel, trainer = make()
    show(panel, trainer)
    assert panel.wanted["rows"] == panel.wanted["out_rows"] == tuple(range(60))
    matrix = shown(panel)
    assert matrix.labels[:2] == ("word0", "word1")
    np.testing.assert_array_equal(matrix.values, trainer.parameters.W[:60])
    assert panel._title.text() == "W · input vectors"
    assert panel._caption.text().startswith(f"{panel.view.scene.rows} most frequent")
    assert panel._caption.text().endswith(" × 8")


def test_the_caption_follows_a_card_that_becomes_larger_out_of_sight(qtbot, make):
    panel, trainer = make()
    show(panel, trainer)
    before = panel.view.scene.rows
    panel.hide()
    panel.resize(700, 800)
    panel.show()
    qtbot.waitUntil(lambda: panel.view.scene.rows > before)
    assert panel._caption.text().startswith(f"{panel.view.scene.rows} most frequent")


def test_output_vectors_are_there_at_once(qtbot, make):
    panel, trainer = make()
    show(panel, trainer)
    choose(qtbot, panel, W_OUT)
    np.testing.assert_array_equal(shown(panel).values, trainer.parameters.W_out[:60])
    assert panel._title.text() == "W′ · output vectors"
    choose(qtbot, panel, W)
    np.testing.assert_array_equal(shown(panel).values, trainer.parameters.W[:60])


def test_arrow_keys_go_from_matrix_to_matrix(qtbot, make):
    panel, trainer = make()
    show(panel, trainer)
    qtbot.keyClick(panel.kind.button(W), Qt.Key.Key_Right)
    assert panel._title.text() == "W′ · output vectors"


def test_inner_nodes_of_the_tree_the_root_first(qtbot, make):
    panel, trainer = make(WORDS[:10], objective="hierarchical_softmax", watched=(3,))
    show(panel, trainer)
    assert panel.wanted["out_rows"] == (8, 7, 6, 5, 4, 3, 2, 1, 0)
    choose(qtbot, panel, W_OUT)
    matrix = shown(panel)
    assert matrix.labels[:2] == ("node 1 (root)", "node 2")
    assert not matrix.marked  # row 3 is no word
    np.testing.assert_array_equal(matrix.values[0], trainer.parameters.W_out[8])
    assert panel._title.text() == "W′ · inner nodes"
    with qtbot.assertNotEmitted(panel.word_chosen):
        qtbot.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=cell(panel, 1, 1))
    assert next(panel.csv_rows())[0] == "node"


def test_change_since_the_last_frame(qtbot, make):
    panel, trainer = make()
    show(panel, trainer, 0)
    choose(qtbot, panel, CHANGE)
    assert panel.view.scene is None
    assert "next frame" in panel.message.text()
    learn(trainer)
    show(panel, trainer, 10)
    expected = np.zeros((60, 8))
    expected[3] = 0.25
    np.testing.assert_allclose(shown(panel).values, expected, atol=1e-6)
    show(panel, trainer, 10)  # the same moment, seen again
    np.testing.assert_allclose(shown(panel).values, expected, atol=1e-6)
    show(panel, trainer, 20)
    assert not shown(panel).values.any()


def test_change_is_known_before_it_is_asked_for(qtbot, make):
    panel, trainer = make()
    show(panel, trainer, 0)
    learn(trainer)
    show(panel, trainer, 10)
    choose(qtbot, panel, CHANGE)
    assert shown(panel).values[3] == pytest.approx(0.25)


def test_change_since_the_start(qtbot, make):
    panel, trainer = make()
    show(panel, trainer, 0)
    assert not panel.wanted["since_start"]
    with qtbot.waitSignal(panel.wanted_changed):
        pick(panel, "Change ΔW", "Since the start")
    assert panel.kind.value == CHANGE
    assert panel.wanted["since_start"]
    for words_done in (10, 20):
        learn(trainer)
        show(panel, trainer, words_done)
    assert shown(panel).values[3] == pytest.approx(0.5)
    assert not shown(panel).values[4].any()
    assert panel._title.text() == "ΔW since the start"
    choose(qtbot, panel, W)
    assert not panel.wanted["since_start"]


def test_other_rows_have_no_change_until_they_have_been_seen_twice(qtbot, make):
    panel, trainer = make(watched=(70, 71))
    choose(qtbot, panel, CHANGE)
    show(panel, trainer, 0)
    learn(trainer, 70)
    show(panel, trainer, 10)
    panel.choose_rows("watched")
    show(panel, trainer, 20)
    assert panel.view.scene is None
    learn(trainer, 70)
    show(panel, trainer, 30)
    assert shown(panel).values[0] == pytest.approx(0.25)


# -- rows ------------------------------------------------------------------------------------------------------


def test_rows_of_watched_words(qtbot, make):
    panel, trainer = make(watched=(80, 7))
    show(panel, trainer)
    assert shown(panel).marked == {7}
    with qtbot.waitSignal(panel.wanted_changed):
        pick(panel, "Rows", "Watched words")
    assert panel.wanted["rows"] == (80, 7)
    show(panel, trainer)
    assert shown(panel).labels == ("word80", "word7")
    panel.set_watched(())
    show(panel, trainer)
    assert panel.view.scene is None
    assert "No word is watched" in panel.message.text()


def type_words(qtbot, panel, text):
    panel.search.entry.clear()
    qtbot.keyClicks(panel.search.entry, text)
    qtbot.keyClick(panel.search.entry, Qt.Key.Key_Return)


def test_rows_of_words_that_are_typed(qtbot, make):
    panel, trainer = make()
    show(panel, trainer)
    assert not panel.search.isVisible()
    pick(panel, "Rows", "Words I type")
    assert panel.search.isVisible()
    assert "Type the words" in panel.message.text()
    with qtbot.assertNotEmitted(panel.unknown):
        type_words(qtbot, panel, "word90, WORD2")
    assert panel.wanted["rows"] == (90, 2)
    show(panel, trainer)
    assert shown(panel).labels == ("word90", "word2")
    assert not panel.search.hint.isVisible()
    pick(panel, "Rows", "Most frequent words")
    assert not panel.search.isVisible()
    assert panel.wanted["rows"] == tuple(range(60))


def test_words_that_are_not_there_are_said_in_a_sentence(qtbot, make):
    panel, trainer = make()
    panel.choose_rows("searched")
    show(panel, trainer)
    with qtbot.waitSignal(panel.unknown) as unknown:
        type_words(qtbot, panel, "word4 wrod5")
    assert unknown.args == ["wrod5"]
    assert panel.search.hint.text() == "No “wrod5” among the 100 words kept."
    panel.show_spellings("something else", ["nothing"])
    panel.show_spellings("wrod5", ["word5", "word50"])
    assert panel.search.hint.text().endswith("Did you mean: word5, word50?")
    assert panel.wanted["rows"] == (4,)
    type_words(qtbot, panel, "<b>x</b>")
    assert panel.search.hint.textFormat() == Qt.TextFormat.PlainText
    assert panel.wanted["rows"] == (4,)  # a slip of the keyboard does not empty the picture
    type_words(qtbot, panel, "word5")
    assert not panel.search.hint.isVisible()


def test_typed_words_are_looked_for_in_the_next_text_too(qtbot, make):
    panel, _ = make()
    panel.choose_rows("searched")
    type_words(qtbot, panel, "word4 word8")
    panel.begin(make_trainer([f"word{i}" for i in range(6, 30)]))
    assert panel.wanted["rows"] == (2,)
    assert "“word4”" in panel.search.hint.text()


@pytest.mark.parametrize("text", ["a,b", "a b", " a ，b；a", "a、b", "A b"])
def test_words_are_separated_by_spaces_or_commas(text):
    assert read_words(text, Vocabulary(["a", "b"], [2, 1])) == ([0, 1], [])


def test_choosing_from_a_model_without_rows():
    choice = RowChoice()
    assert choice.rows == choice.output_rows == ()
    choice.begin(2, 1, nodes=True)
    assert (choice.rows, choice.output_rows) == ((0, 1), (0,))


# -- columns ---------------------------------------------------------------------------------------------------


def test_columns_are_sorted_once_by_variance(make):
    panel, trainer = make(size=4)
    trainer.parameters.W = trainer.parameters.W * np.float32([1, 9, 3, 0])
    show(panel, trainer)
    pick(panel, "Columns", "By variance, largest first")
    assert shown(panel).columns.tolist() == [2, 3, 1, 4]
    np.testing.assert_array_equal(shown(panel).values[:, 0], trainer.parameters.W[:60, 1])
    assert "sorted" in panel._caption.text()
    trainer.parameters.W = trainer.parameters.W * np.float32([1, 0, 1, 1])
    show(panel, trainer, 10)
    assert shown(panel).columns.tolist() == [2, 3, 1, 4]
    pick(panel, "Columns", "Sort again")
    assert shown(panel).columns.tolist() == [3, 1, 2, 4]
    pick(panel, "Columns", "In order")
    assert shown(panel).columns.tolist() == [1, 2, 3, 4]
    assert "sorted" not in panel._caption.text()


def test_more_columns_than_pixels_share_them(make):
    panel, trainer = make(size=1000)
    panel.resize(300, 300)
    show(panel, trainer)
    scene = panel.view.scene
    groups = scene.cells.shape[1]
    assert groups <= scene.grid.width() * panel.devicePixelRatioF()
    np.testing.assert_allclose(scene.cells.mean(), scene.matrix.values[: scene.rows].mean(), atol=1e-3)
    assert "mean of its columns" in panel.header.toolTip()
    panel.resize(700, 300)
    panel.grab()
    assert panel.view.scene.cells.shape[1] > groups


# -- scale -----------------------------------------------------------------------------------------------------


def test_scales_grow_only_and_each_matrix_has_its_own(qtbot, make):
    panel, trainer = make()
    levels = []
    first = trainer.parameters.W
    for scale in (0.005, 0.1, 0.4, 0.05):
        trainer.parameters.W = first * np.float32(scale)
        show(panel, trainer)
        levels.append(panel.level)
    assert levels == sorted(levels)
    assert levels[0] < levels[1] < levels[2] == levels[3]
    choose(qtbot, panel, W_OUT)
    assert panel.level > levels[-1]
    choose(qtbot, panel, W)
    assert panel.level == levels[-1]
    panel.begin(trainer)
    assert panel.level == 0


def test_a_locked_scale_stays_and_fits_again_when_unlocked(make):
    panel, trainer = make()
    show(panel, trainer)
    level = panel.level
    pick(panel, "Lock the colour scales")
    assert "locked" in panel._caption.text()
    trainer.parameters.W = trainer.parameters.W * np.float32(10)
    show(panel, trainer)
    assert panel.level == level
    panel.begin(trainer)
    show(panel, trainer)
    assert panel.level == level
    pick(panel, "Lock the colour scales")
    assert panel.level > level


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_colours_of_signs(make, palette):
    panel, trainer = make(["a", "b", "c"], size=3)
    trainer.parameters.W = np.float32([[-5, 0, 5], [0, 0, 0], [np.nan, 5, -5]])
    panel.apply_palette(palette)
    show(panel, trainer)
    picture = panel.view.grab().toImage()
    colours = [[picture.pixelColor(cell(panel, row, column)).name() for column in range(3)] for row in range(3)]
    assert colours[0] == [palette.negative, palette.card, palette.positive]
    assert colours[1] == [palette.card] * 3
    assert colours[2] == [palette.border_strong, palette.positive, palette.negative]


@pytest.mark.parametrize("scale", [1e-6, 1e-3, 1.0, 1e6])
def test_nothing_of_the_scale_is_cut(make, scale):
    panel, trainer = make()
    trainer.parameters.W = trainer.parameters.W * np.float32(scale)
    show(panel, trainer)
    view = panel.view
    picture = view.grab().toImage()
    assert len({picture.pixel(picture.width() - 1, y) for y in range(picture.height())}) == 1
    assert len({picture.pixel(picture.width() - 12, y) for y in range(picture.height())}) > 1
    assert view.scene.bar.right() < view.width() - 12


# -- mouse and keys --------------------------------------------------------------------------------------------


def test_pointing_shows_word_dimension_and_value(make):
    panel, trainer = make(["<b>bold</b>", *WORDS])
    show(panel, trainer)
    QTest.mouseMove(panel.view, cell(panel, 0, 5))
    assert panel.view.pointed == (0, 5)
    value = f"{trainer.parameters.W[0, 5]:+.4f}".replace("-", "−")
    assert panel.view._readout.rows == (("<b>bold</b> · dimension 6", value),)
    assert panel.view.rect().contains(panel.view._readout.geometry())
    W = trainer.parameters.W.copy()
    W[0, 5] = 0.125
    trainer.parameters.W = W
    show(panel, trainer, 10)
    assert panel.view._readout.rows[0][1] == "+0.1250"
    QTest.mouseMove(panel.view, QPoint(2, panel.view.height() - 2))
    assert panel.view.pointed is None
    assert not panel.view._readout.isVisible()


@pytest.mark.parametrize("size", [(260, 170), (1200, 900)])
def test_what_is_pointed_at_is_there_in_another_layout_too(make, size):
    panel, trainer = make(size=1000)
    show(panel, trainer)
    QTest.mouseMove(panel.view, cell(panel, 0, 0))
    QTest.mouseMove(panel.view, cell(panel, panel.view.scene.rows - 1, panel.view.scene.cells.shape[1] - 1))
    assert panel.view.pointed is not None
    panel.resize(*size)
    panel.grab()
    scene = panel.view.scene
    row, group = panel.view.pointed or (0, 0)  # the mouse is perhaps told again where it is
    assert row < scene.rows
    assert group < scene.cells.shape[1]


def test_a_long_word_leaves_room_for_its_value(make):
    panel, trainer = make(["x" * 200, "b"])
    panel.resize(300, 170)
    show(panel, trainer)
    QTest.mouseMove(panel.view, cell(panel, 0, 5))
    assert panel.view.rect().contains(panel.view._readout.geometry())


def test_a_click_on_a_row_or_on_its_label_watches_the_word(qtbot, make):
    panel, trainer = make(watched=(50,))
    panel.choose_rows("watched")
    show(panel, trainer)
    for place in (cell(panel, 0, 3), QPoint(4, cell(panel, 0, 0).y())):
        with qtbot.waitSignal(panel.word_chosen) as chosen:
            qtbot.mouseClick(panel.view, Qt.MouseButton.LeftButton, pos=place)
        assert chosen.args == [50]


def test_keys_point_and_choose(qtbot, make):
    panel, trainer = make()
    show(panel, trainer)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(panel.view, key)
    assert panel.view.pointed == (2, 1)
    with qtbot.waitSignal(panel.word_chosen) as chosen:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert chosen.args == [2]
    for _ in range(100):
        qtbot.keyClick(panel.view, Qt.Key.Key_Down)
        qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    assert panel.view.pointed == (panel.view.scene.rows - 1, 7)


# -- the card --------------------------------------------------------------------------------------------------


def test_rows_fit_the_height_so_that_labels_do_not_overlap(make):
    panel, trainer = make()
    show(panel, trainer)
    many = panel.view.scene.rows
    panel.resize(300, 170)
    panel.grab()
    scene = panel.view.scene
    assert 3 < scene.rows < 10 < many
    assert scene.grid.height() / scene.rows >= 13
    assert scene.grid.left() > scene.labels.width
    assert panel._caption.text() in (f"top {scene.rows} × 8", f"{scene.rows} × 8")


def test_nothing_is_wanted_while_it_is_not_seen(qtbot, make):
    panel, _ = make()
    assert panel.wanted
    with qtbot.waitSignal(panel.wanted_changed):
        panel.hide()
    assert panel.wanted == {}


def test_before_a_run_a_sentence_stands_in_place_of_the_picture(make):
    panel, trainer = make()
    assert not panel.view.isVisible()
    show(panel, trainer)
    assert panel.view.isVisible()
    panel.begin(trainer)
    assert not panel.view.isVisible()
    show(panel, trainer)
    panel.open_text(trainer.vocabulary)
    assert not panel.view.isVisible()
    assert panel.wanted == {}
    panel.resize(400, 300)


def test_table_of_what_is_shown_in_full_precision(make):
    panel, trainer = make(["<b>bold</b>", "b", "c" * 200], size=3)
    trainer.parameters.W = trainer.parameters.W * np.float32([1, 2, 30])
    show(panel, trainer)
    panel.choose_columns("by_variance")
    header, *rows = panel.csv_rows()
    assert header == ("word", *shown(panel).columns.tolist())
    assert header[1] == 3
    assert [row[0] for row in rows] == ["<b>bold</b>", "b", "c" * 200]
    for row, vector in zip(rows, trainer.parameters.W, strict=True):
        assert list(row[1:]) == [vector[dimension - 1] for dimension in header[1:]]


@pytest.mark.parametrize(("words", "size"), [(["a", "b"], 1), (["שלום", "مرحبا", "😀", "x" * 200, "a\tb"], 1000)])
@pytest.mark.parametrize("fill", [None, 0.0, np.nan, np.inf, 3e38])
def test_any_words_with_any_vectors(qtbot, make, words, size, fill):
    panel, trainer = make(words, size, watched=(1,))
    if fill is not None:
        trainer.parameters.W = np.full_like(trainer.parameters.W, fill)
    for words_done, kind in enumerate((W, W_OUT, CHANGE)):
        choose(qtbot, panel, kind)
        for columns in ("in_order", "by_variance"):
            panel.choose_columns(columns)
            show(panel, trainer, words_done)
            panel.grab()
    panel.choose_since(START)
    show(panel, trainer, 10)
    panel.grab()


def test_the_language_may_change_while_it_is_shown(qtbot, make, language):
    panel, trainer = make(WORDS[:10], objective="hierarchical_softmax")
    show(panel, trainer)
    choose(qtbot, panel, W_OUT)
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: panel._title.text() == "W′ · 内部节点")
    assert shown(panel).labels[0] == "节点 1（根）"
