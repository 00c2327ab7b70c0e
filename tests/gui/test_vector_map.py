import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from small_scenes import MODES, scene, stage, walk

from w2v_gui.gui.panels.vector_map import VectorMapPanel
from w2v_gui.gui.theme import DARK, LIGHT
from w2v_gui.gui.widgets.vector_map_painting import arrow_factor
from w2v_gui.vectors.projection import Plane


@pytest.fixture
def make(qtbot, theme, language):
    """Return a function that makes a panel with a scene, at a stage."""

    def make(what, key="pair", size=(560, 420)):
        panel = VectorMapPanel()
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show()
        qtbot.waitExposed(panel)
        panel.apply_palette(LIGHT)
        panel.show_scene(what)
        panel.show_stage(stage(key))
        arrive(panel)
        return panel

    return make


def arrive(panel):
    """Let all points come to where they belong."""
    while panel.map._glide.isActive():
        panel.map._go_on()


def spots(panel):
    return np.array([panel.map.places[key] for key in sorted(panel.map.places)])


def from_the_first(places):
    """Return the ways from the first point to all, the longest with length 1."""
    ways = places - places[0]
    return ways / np.linalg.norm(ways, axis=1).max()


def test_two_dimensions_are_drawn_as_they_are(make):
    what = scene(size=2)
    panel = make(what)
    exact = np.concatenate([what.vectors.W, what.vectors.W_out]) * (1, -1)
    np.testing.assert_allclose(from_the_first(spots(panel)), from_the_first(exact), atol=1e-4)
    assert panel._caption.text() == "the dimensions themselves"


def test_the_plane_is_that_of_the_largest_variance():
    rows = np.random.default_rng(0).normal(size=(40, 6)) * (1, 5, 1, 1, 3, 1)
    plane = Plane.through(rows)
    assert set(np.abs(plane.axes).argmax(axis=0)) == {1, 4}
    values = np.linalg.eigvalsh(np.cov(rows.T))[::-1]
    np.testing.assert_allclose(plane.share, values[:2] / values.sum())
    np.testing.assert_allclose(plane.project(rows).mean(axis=0), 0, atol=1e-6)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_plane_through_equal_vectors_keeps_them_together(size):
    places = Plane.through(np.ones((4, size))).project(np.ones((4, size)))
    assert np.isfinite(places).all()
    assert not np.ptp(places, axis=0).any()


@pytest.mark.parametrize(("model", "objective"), MODES)
def test_arrows_lead_where_the_update_leads(make, model, objective):
    way = walk(model, objective)
    panel = make(way.scene(), "W_new")
    trace = way.scene().trace
    size = len(way.network.W)
    moved = {*trace.input_words.tolist(), *(size + trace.rows).tolist()}
    assert set(panel.map.arrows) == moved
    shown = spots(panel)
    way.advance(1)
    panel.show_scene(way.scene())
    panel.show_stage(stage("pair"))
    arrive(panel)
    np.testing.assert_allclose(spots(panel), shown, atol=0.05)
    assert not panel.map.arrows


def test_a_matrix_moves_only_when_the_walk_has_come_to_it(make):
    what = scene()
    panel = make(what, "dW_out")
    before = spots(panel)
    assert not panel.map.arrows
    panel.show_stage(stage("W_out_new"))
    arrive(panel)
    assert min(panel.map.arrows) >= len(what.words)
    np.testing.assert_array_equal(spots(panel)[: len(what.words)], before[: len(what.words)])
    panel.show_stage(stage("W_new"))
    assert min(panel.map.arrows) < len(what.words)
    panel.show_stage(stage("u"))
    arrive(panel)
    np.testing.assert_array_equal(spots(panel), before)


def test_axes_stay_until_they_are_refitted(make, qtbot):
    way = walk(alpha=0.5)
    panel = make(way.scene())
    plane, scale = panel._plane, panel.map.camera.scale
    way.advance(2)
    panel.show_scene(way.scene())
    arrive(panel)
    assert panel.map.camera.scale == scale
    way.advance(300)
    panel.show_scene(way.scene())
    arrive(panel)
    assert panel._plane is plane
    # Nothing is lost: where points would leave the picture, it shows more.
    assert panel.map.camera.scale < scale
    assert not panel.map.outside
    qtbot.mouseClick(panel.refit, Qt.MouseButton.LeftButton)
    arrive(panel)
    assert panel._plane is not plane
    assert not panel.map.outside


def test_what_the_user_looks_at_stays_and_the_rest_is_counted(make, qtbot):
    way = walk(alpha=0.5)
    panel = make(way.scene())
    panel.map.setFocus()
    qtbot.keyClick(panel.map, Qt.Key.Key_Plus)
    scale = panel.map.camera.scale
    way.advance(300)
    panel.show_scene(way.scene())
    arrive(panel)
    assert panel.map.camera.scale == scale
    assert panel.map.outside
    assert "out of sight" in panel._caption.text()
    qtbot.mouseClick(panel.refit, Qt.MouseButton.LeftButton)
    arrive(panel)
    assert "out of sight" not in panel._caption.text()


def test_another_network_gets_axes_of_its_own(make):
    panel = make(scene())
    plane = panel._plane
    panel.show_scene(scene(steps=0, seed=5))
    assert panel._plane is not plane


def test_points_glide(make):
    way = walk(alpha=0.5)
    panel = make(way.scene())
    way.advance(20)
    panel.show_scene(way.scene())
    on_the_way = spots(panel)
    arrive(panel)
    assert np.abs(spots(panel) - on_the_way).max() > 1


def test_labels_do_not_overlap_and_all_words_of_a_small_network_have_theirs(make):
    panel = make(scene(), "W_new")
    labels = list(panel.map.labels.values())
    assert len(labels) == 18
    for i, a in enumerate(labels):
        for b in labels[:i]:
            assert a.x + a.width <= b.x or b.x + b.width <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y


def test_output_rows_of_hierarchical_softmax_are_inner_nodes(make):
    panel = make(scene(objective="hierarchical_softmax"), "pair")
    rows = list(panel.csv_rows())[1:]
    assert [row for matrix, row, *_ in rows if matrix == "W_out"] == [f"n{i}" for i in range(8)]


def test_pointing_tells_word_matrix_and_place(make):
    what = scene()
    panel = make(what)
    x, y = panel.map.places[3]
    QTest.mouseMove(panel.map, QPoint(round(x), round(y)))
    told = panel.map._readout.rows
    assert told[0] == (what.words[panel.map.current % 9], "W" if panel.map.current < 9 else "W′")
    assert [name.split(" · ")[0] for name, _ in told[1:]] == ["PC 1", "PC 2"]


def test_a_large_network_has_a_sentence_instead(make):
    panel = make(scene(words=300))
    assert not panel.map.isVisible()
    assert "small networks" in panel._empty.text()
    assert not panel.refit.isEnabled()
    assert list(panel.csv_rows()) == [("matrix", "row", "x", "y", "x_before", "y_before")]
    panel.show_scene(scene())
    assert panel.map.isVisible()
    assert panel.refit.isEnabled()


def test_arrows_are_drawn_longer_but_not_too_long():
    assert arrow_factor([]) == arrow_factor([0.0]) == arrow_factor([80.0, 300.0]) == 1
    assert arrow_factor([4.0, 1.0]) == 20
    assert arrow_factor([0.001]) == 100


@pytest.mark.parametrize("settings", [{"size": 1}, {"words": 2}, {"words": 190, "size": 20}])
@pytest.mark.parametrize("size", [(120, 90), (900, 500)])
def test_any_network_can_be_painted_at_any_size(make, settings, size):
    panel = make(scene(**settings), "W_new", size)
    panel.apply_palette(DARK)
    assert not panel.grab().isNull()


def test_both_languages(make, qtbot, language):
    panel = make(scene(size=2))
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: panel.refit.text() == "重新定轴")
    assert panel.map._names == ("第 1 维", "第 2 维")
