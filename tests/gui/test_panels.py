import fakes
import numpy as np
import pytest

from w2v_gui.gui.panels.heatmap import HeatmapPanel
from w2v_gui.gui.theme import DARK, LIGHT
from w2v_gui.session.snapshot import View


def snapshot(W):
    return fakes.snapshot(W=W, view=View(rows=tuple(range(len(W)))))


@pytest.fixture
def heatmap(qtbot, theme):
    panel = HeatmapPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 500)
    panel.show()
    panel.apply_palette(LIGHT)
    panel.begin([f"word{i}" for i in range(100)])
    return panel


def test_the_heatmap_is_updated_in_place(heatmap):
    for _ in range(3):
        heatmap.show_snapshot(snapshot(W=np.ones((30, 4), np.float32)))
    assert heatmap.image in heatmap.plot.plotItem.items


def test_heatmap_levels_are_symmetric_and_never_shrink(heatmap):
    rng = np.random.default_rng(1)
    levels = []
    for scale in (0.005, 0.1, 0.4, 0.05):
        heatmap.show_snapshot(snapshot(W=(scale * rng.normal(size=(30, 40))).astype(np.float32)))
        low, high = heatmap.image.levels
        assert low == -high
        levels.append(high)
    assert levels == sorted(levels)
    assert levels[2] == levels[3]
    heatmap.begin(["a"])
    assert heatmap.level == 0


def test_heatmap_of_one_row_and_of_nothing_but_zeros(heatmap):
    heatmap.show_snapshot(snapshot(W=np.zeros((1, 1), np.float32)))
    heatmap.grab()
    assert heatmap.image.image.shape == (1, 1)


def test_rows_fit_the_height_so_that_labels_do_not_overlap(heatmap):
    heatmap.show_snapshot(snapshot(W=np.ones((30, 40), np.float32)))
    assert heatmap.image.image.shape[0] == 30
    heatmap.resize(700, 260)
    heatmap.grab()
    assert heatmap.image.image.shape[0] < 20


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_zero_is_the_ground_of_the_card(palette):
    colours = palette.sign_map(257)
    ground = tuple(int(palette.card[i : i + 2], 16) for i in (1, 3, 5))
    assert tuple(colours[128]) == ground
    assert tuple(colours[0]) == tuple(int(palette.negative[i : i + 2], 16) for i in (1, 3, 5))
    assert tuple(colours[-1]) == tuple(int(palette.positive[i : i + 2], 16) for i in (1, 3, 5))
