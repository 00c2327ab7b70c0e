import numpy as np
import pytest
from panel_data import make_trainer, take
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from w2v_gui.gui.panels.map import MapPanel
from w2v_gui.gui.telling import telling_first
from w2v_gui.gui.theme import DARK, LIGHT

WORDS = [f"word{i}" for i in range(700)]


@pytest.fixture
def make(qtbot, theme, language):
    """Return a function that makes a panel over a vocabulary, with its trainer."""

    def make(words=WORDS, size=8, watched=()):
        panel = MapPanel()
        qtbot.addWidget(panel)
        panel.resize(520, 460)
        panel.show()
        qtbot.waitExposed(panel)
        panel.apply_palette(LIGHT)
        trainer = make_trainer(words, size)
        panel.begin(trainer)
        panel.set_watched(watched)
        return panel, trainer

    return make


def show(panel, trainer, words_done=0):
    panel.show_snapshot(take(trainer, panel.wanted, words_done))


def move(trainer, seed=1, by=0.05):
    W = trainer.parameters.W
    trainer.parameters.W = W + (by * np.random.default_rng(seed).normal(size=W.shape)).astype(np.float32)


def point(panel, word):
    """Return where a word is, in whole pixels."""
    x, y = panel.map.places[word]
    return QPoint(round(x), round(y))


def turn_wheel(widget, place, steps):
    event = QWheelEvent(
        QPointF(place),
        QPointF(widget.mapToGlobal(place)),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


# -- what is asked for and shown -------------------------------------------------------------------------------


def test_frequent_and_watched_words_are_wanted_while_the_map_is_seen(qtbot, make):
    panel, _ = make(watched=(680, 3))
    wanted = panel.wanted["mapped"]
    assert wanted[:2] == (680, 3)
    assert sorted(wanted) == [*range(450), 680]
    with qtbot.waitSignal(panel.wanted_changed):
        panel.hide()
    assert panel.wanted == {}
    with qtbot.waitSignal(panel.wanted_changed):
        panel.show()
    assert panel.wanted["mapped"] == wanted


def test_watching_another_word_wants_it_on_the_map(qtbot, make):
    panel, _ = make()
    with qtbot.waitSignal(panel.wanted_changed):
        panel.set_watched((650,))
    assert 650 in panel.wanted["mapped"]
    with qtbot.assertNotEmitted(panel.wanted_changed):
        panel.set_watched((650,))


def test_long_vectors_make_fewer_words(make):
    assert len(make(size=2000)[0].wanted["mapped"]) == 300
    assert len(make(size=4000)[0].wanted["mapped"]) == 150


def test_the_caption_says_how_much_of_the_variance_is_seen(make):
    panel, trainer = make()
    flat = np.zeros_like(trainer.parameters.W)
    flat[:, :2] = trainer.parameters.W[:, :2]
    trainer.parameters.W = flat
    show(panel, trainer)
    assert panel._caption.text() == "PCA · 100 % of variance · 450 words"


def test_the_map_is_the_one_of_the_vectors(make):
    panel, trainer = make(WORDS[:30])
    flat = np.zeros_like(trainer.parameters.W)
    flat[:, :2] = trainer.parameters.W[:, :2]
    trainer.parameters.W = flat
    show(panel, trainer)
    places = panel.map.places
    seen = np.array([places[i] for i in range(30)])
    between = np.linalg.norm(seen[:, None] - seen[None], axis=2)
    exact = np.linalg.norm(flat[:, None] - flat[None], axis=2)
    np.testing.assert_allclose(between / between.max(), exact / exact.max(), atol=2e-3)


def test_all_words_are_in_the_picture_frame_after_frame(make):
    panel, trainer = make(watched=(1, 2))
    for frame in range(12):
        show(panel, trainer, frame)
        trainer.parameters.W = trainer.parameters.W * np.float32(1.4 if frame < 6 else 0.8)
        move(trainer, frame)
        for x, y in panel.map.places.values():
            assert 0 <= x <= panel.map.width()
            assert 0 <= y <= panel.map.height()


def test_the_picture_comes_nearer_in_small_steps(make):
    panel, trainer = make()
    show(panel, trainer)
    first = panel.map.camera.scale
    trainer.parameters.W = trainer.parameters.W * np.float32(0.2)
    scales = [first]
    for frame in range(1, 80):
        show(panel, trainer, frame)
        scales.append(panel.map.camera.scale)
    steps = np.array(scales[1:]) / np.array(scales[:-1])
    assert steps.max() < 1.15
    assert scales[-1] > 3 * first


def test_the_picture_goes_on_coming_nearer_when_no_frame_comes(qtbot, make):
    panel, trainer = make()
    show(panel, trainer)
    first = panel.map.camera.scale
    trainer.parameters.W = trainer.parameters.W * np.float32(0.5)
    show(panel, trainer, 1)
    qtbot.waitUntil(lambda: panel.map.camera.scale > 1.8 * first)
    qtbot.waitUntil(lambda: not panel.map._settling.isActive())


def test_labels_are_whole_apart_and_marked_words_have_one(make):
    panel, trainer = make(["a word that is far too long to be " + "written " * 30, *WORDS], watched=(0, 7, 690))
    show(panel, trainer)
    labels = panel.map.labels
    assert {0, 7, 690} <= set(labels)
    assert len(labels) > 20
    area = panel.map.rect()
    for label in labels.values():
        assert label.x >= 0
        assert label.x + label.width <= area.width()
        assert label.width < 200


def test_little_words_get_their_labels_last():
    words = ["the", "of", "kingdom", "and", "music", "s", "的", "宝玉", *WORDS[:8]]
    order = [words[i] for i in telling_first(words)]
    assert order[:3] == ["kingdom", "宝玉", "word0"]
    assert sorted(order[-6:]) == sorted(["the", "of", "and", "music", "s", "的"])
    assert len(order) == len(words)


def test_words_glide_to_their_places(make):
    panel, trainer = make(WORDS[:40])
    show(panel, trainer)
    before = panel.map.places
    exact = dict(zip(panel._shown, panel._projection.coordinates.tolist(), strict=True))
    trainer.parameters.W = trainer.parameters.W * np.float32(1.3)
    show(panel, trainer, 1)
    camera = panel.map.camera
    for word, (x, y) in exact.items():
        seen = camera.to_map(*panel.map.places[word])
        assert seen == pytest.approx((1.15 * x, 1.15 * y), abs=0.01)
    for frame in range(2, 30):
        show(panel, trainer, frame)
    arrived = np.array([camera.to_map(*panel.map.places[word]) for word in exact])
    np.testing.assert_allclose(arrived, 1.3 * np.array(list(exact.values())), atol=0.02)
    assert before.keys() == panel.map.places.keys()


# -- trails ----------------------------------------------------------------------------------------------------


def trail_lengths(panel):
    return sorted(len(trail) for trail in panel.map._laid_out().trails)


def test_watched_words_leave_trails_of_what_was_learned(make):
    panel, trainer = make(watched=(3, 4))
    for frame in range(5):
        move(trainer, frame)
        show(panel, trainer, 10 * frame)
        show(panel, trainer, 10 * frame)  # the same moment, seen again
    assert trail_lengths(panel) == [6, 6]  # five steps, and where the point has glided to since
    panel.set_watched((4, 9))
    move(trainer)
    show(panel, trainer, 100)
    show(panel, trainer, 110)
    assert trail_lengths(panel) == [2, 7]
    for frame in range(60):
        show(panel, trainer, 200 + frame)
    assert max(trail_lengths(panel)) < 40
    panel.begin(trainer)
    assert trail_lengths(panel) == []


def test_a_trail_ends_at_its_point_wherever_that_glides(qtbot, make):
    panel, trainer = make(watched=(3, 4))
    for frame in range(2):
        move(trainer, frame, by=0.4)
        show(panel, trainer, 10 * frame)
    before = point(panel, 3)
    for _ in range(15):
        panel.map._settle()
        ends = [(trail[-1].x(), trail[-1].y()) for trail in panel.map._laid_out().trails]
        assert ends == [panel.map.places[word] for word in (3, 4)]
    assert point(panel, 3) != before
    assert trail_lengths(panel) == [3, 3]


# -- mouse and keys --------------------------------------------------------------------------------------------


def test_pointing_names_a_word_and_a_click_chooses_it(qtbot, make):
    panel, trainer = make(WORDS[:12])
    show(panel, trainer)
    QTest.mouseMove(panel.map, point(panel, 7))
    assert panel.map.current == 7
    assert panel.map._readout.rows == (("word7", "count 5,000"),)
    assert panel.map._readout.isVisible()
    with qtbot.waitSignal(panel.word_chosen) as chosen:
        qtbot.mouseClick(panel.map, Qt.MouseButton.LeftButton, pos=point(panel, 7))
    assert chosen.args == [7]
    with qtbot.assertNotEmitted(panel.word_chosen):
        qtbot.mouseClick(panel.map, Qt.MouseButton.RightButton, pos=point(panel, 7))


def test_a_click_on_a_label_chooses_its_word(qtbot, make):
    panel, trainer = make()
    show(panel, trainer)
    word, label = list(panel.map.labels.items())[5]
    with qtbot.waitSignal(panel.word_chosen) as chosen:
        place = QPoint(label.x + label.width // 2, label.y + label.height // 2)
        qtbot.mouseClick(panel.map, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [word]


def test_the_readout_follows_a_word_that_moves_away(make):
    panel, trainer = make(WORDS[:12])
    show(panel, trainer)
    QTest.mouseMove(panel.map, point(panel, 7))
    W = trainer.parameters.W.copy()
    W[7] = W.mean(axis=0) + 3 * (W[8] - W.mean(axis=0))
    trainer.parameters.W = W
    show(panel, trainer, 1)
    assert panel.map.current != 7 or panel.map.places[7] == pytest.approx(panel.map._mouse.toTuple(), abs=15)


def test_the_wheel_zooms_where_the_mouse_is_and_a_double_click_shows_everything(qtbot, make):
    panel, trainer = make(WORDS[:40])
    show(panel, trainer)
    before = panel.map.places
    place = point(panel, 11)
    turn_wheel(panel.map, place, 4)
    after = panel.map.places
    assert after[11] == pytest.approx(before[11], abs=1.5)
    far = max(before, key=lambda word: abs(before[word][0] - place.x()))
    assert abs(after[far][0] - place.x()) > 1.8 * abs(before[far][0] - place.x())
    zoomed = panel.map.camera.scale
    trainer.parameters.W = trainer.parameters.W * np.float32(2)
    show(panel, trainer, 1)
    assert panel.map.camera.scale == zoomed  # what the user looks at stays as it is
    qtbot.mouseDClick(panel.map, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert not panel.map.camera.moved
    for x, y in panel.map.places.values():
        assert 0 <= x <= panel.map.width()
        assert 0 <= y <= panel.map.height()


def test_zoom_has_ends(make):
    panel, trainer = make(WORDS[:40])
    show(panel, trainer)
    fitting = panel.map.camera.scale
    for steps in (200, -400):
        turn_wheel(panel.map, QPoint(50, 50), steps)
        assert fitting / 10 < panel.map.camera.scale < fitting * 1000
    panel.grab()


def test_dragging_moves_the_picture_and_chooses_nothing(qtbot, make):
    panel, trainer = make(WORDS[:12])
    show(panel, trainer)
    before = panel.map.places
    start = point(panel, 7)
    with qtbot.assertNotEmitted(panel.word_chosen):
        qtbot.mousePress(panel.map, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(panel.map, start + QPoint(20, 5))
        QTest.mouseMove(panel.map, start + QPoint(40, 10))
        qtbot.mouseRelease(panel.map, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 10))
    after = panel.map.places
    for word, (x, y) in before.items():
        assert after[word] == pytest.approx((x + 40, y + 10), abs=1e-6)


def test_arrow_keys_go_from_word_to_word_and_return_chooses(qtbot, make):
    panel, trainer = make(WORDS[:30], watched=(8,))
    show(panel, trainer)
    panel.map.setFocus()
    qtbot.keyClick(panel.map, Qt.Key.Key_Right)
    assert panel.map.current == 8
    before = panel.map.places[8]
    qtbot.keyClick(panel.map, Qt.Key.Key_Left)
    assert panel.map.current not in (8, -1)
    assert panel.map.places[panel.map.current][0] < before[0]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
        for _ in range(30):
            qtbot.keyClick(panel.map, key)
    assert panel.map.current >= 0
    with qtbot.waitSignal(panel.word_chosen) as chosen:
        qtbot.keyClick(panel.map, Qt.Key.Key_Return)
    assert chosen.args == [panel.map.current]


def test_plus_minus_and_zero_zoom(qtbot, make):
    panel, trainer = make(WORDS[:30])
    show(panel, trainer)
    scale = panel.map.camera.scale
    qtbot.keyClick(panel.map, Qt.Key.Key_Plus)
    assert panel.map.camera.scale > scale
    qtbot.keyClick(panel.map, Qt.Key.Key_Minus)
    qtbot.keyClick(panel.map, Qt.Key.Key_Minus)
    assert panel.map.camera.scale < scale
    qtbot.keyClick(panel.map, Qt.Key.Key_0)
    assert panel.map.camera.scale == scale


# -- odd vocabularies and vectors ------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [["a", "b"], ["<b>bold</b>", "&amp;", "שלום", "مرحبا", "😀", "x" * 200, "a\tb"]])
@pytest.mark.parametrize("fill", [None, 0.0, 0.3, np.nan, np.inf, 3e38])
def test_any_words_with_any_vectors(make, words, fill):
    panel, trainer = make(words, watched=(0,))
    for frame in range(3):
        if fill is not None and frame == 1:
            trainer.parameters.W = np.full_like(trainer.parameters.W, fill)
        show(panel, trainer, frame)
        panel.grab()
    if fill is None:
        assert len(panel.map.places) == len(words)


def test_one_row_that_is_not_a_number_is_left_out(make):
    panel, trainer = make(WORDS[:10])
    trainer.parameters.W[3] = np.nan
    show(panel, trainer)
    assert set(panel.map.places) == {*range(10)} - {3}
    panel.grab()


def test_a_small_vocabulary_is_shown_whole(make):
    panel, trainer = make(["我", "在", "学习"], watched=(2,))
    show(panel, trainer)
    assert set(panel.map.labels) == {0, 1, 2}


def test_the_smallest_size(make):
    panel, trainer = make(watched=(1, 2))
    panel.resize(300, 170)
    show(panel, trainer)
    panel.grab()
    assert panel._caption.text() == "PCA · 29 %"


# -- the card --------------------------------------------------------------------------------------------------


def test_before_a_run_a_sentence_stands_in_place_of_the_map(make):
    panel, trainer = make()
    assert not panel.map.isVisible()
    show(panel, trainer)
    assert panel.map.isVisible()
    panel.begin(trainer)
    assert not panel.map.isVisible()
    assert panel._caption.text() == ""
    show(panel, trainer)
    panel.open_text(trainer.vocabulary)
    assert not panel.map.isVisible()
    assert panel.wanted == {}


def test_table_of_what_is_shown(make):
    panel, trainer = make(["<b>bold</b>", "b", "c"], watched=(2,))
    show(panel, trainer)
    header, *rows = panel.csv_rows()
    assert header == ("word", "count", "x", "y")
    assert [row[:2] for row in rows] == [("c", 1000), ("<b>bold</b>", 3000), ("b", 2000)]
    x, y = np.array([row[2:] for row in rows]).T
    assert np.hypot(x, y).max() > 0.5


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_watched_words_are_orange(make, palette):
    panel, trainer = make(WORDS[:12], watched=(7,))
    panel.apply_palette(palette)
    show(panel, trainer)
    picture = panel.map.grab().toImage()
    assert picture.pixelColor(point(panel, 7)).name() == palette.centre
    assert picture.pixelColor(point(panel, 3)).name() == palette.context


def test_the_language_may_change_while_it_is_shown(qtbot, make, language):
    panel, trainer = make()
    show(panel, trainer)
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: panel._caption.text() == "PCA · 占方差 29% · 450 个词")
