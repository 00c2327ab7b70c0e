import fakes
import numpy as np
import pytest
from fakes import loss_curve

from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.panels.heatmap import HeatmapPanel
from w2v_gui.gui.panels.loss import LossPanel
from w2v_gui.gui.panels.plots import nice_ceiling, nice_step
from w2v_gui.gui.theme import DARK, LIGHT
from w2v_gui.session.snapshot import View


def snapshot(W=None, loss=(), words_total=1000):
    shown = {} if W is None else {"W": W, "view": View(rows=tuple(range(len(W))))}
    return fakes.snapshot(curve=loss_curve(loss, words_total), words_total=words_total, **shown)


@pytest.fixture
def loss(qtbot, theme):
    panel = LossPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 300)
    panel.show()
    panel.apply_palette(LIGHT)
    panel.begin(TrainingConfig(epochs=5), 4.1589, 200)
    return panel


@pytest.fixture
def heatmap(qtbot, theme):
    panel = HeatmapPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 500)
    panel.show()
    panel.apply_palette(LIGHT)
    panel.begin([f"word{i}" for i in range(100)])
    return panel


def test_loss_axis_only_grows_and_holds_everything(loss):
    lows, highs = [], []
    for end in (4.2, 3.0, 2.2, 2.4, 2.1):
        loss.show_snapshot(snapshot(loss=np.linspace(4.2, end, 50)))
        low, high = loss.plot.plotItem.vb.viewRange()[1]
        lows.append(low)
        highs.append(high)
        assert low <= end <= 4.2 <= high
    assert lows == sorted(lows, reverse=True)
    assert highs == sorted(highs)
    assert len(set(lows)) < len(lows)


def test_loss_over_epochs_with_the_know_nothing_line(loss):
    loss.show_snapshot(snapshot(loss=[4.0, 3.0, 2.5]))
    x, y = loss.raw.getData()
    assert x[-1] == pytest.approx(5.0)
    assert list(y) == [4.0, 3.0, 2.5]
    assert loss.line.value() == 4.1589
    assert "ln 2 = 4.16" in loss.line_label.format


def test_items_are_updated_in_place(loss, heatmap):
    items = list(loss.plot.plotItem.items)
    for _ in range(3):
        loss.show_snapshot(snapshot(loss=[3.0, 2.0]))
        heatmap.show_snapshot(snapshot(W=np.ones((30, 4), np.float32)))
    assert list(loss.plot.plotItem.items) == items
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


def test_nice_numbers():
    assert [nice_ceiling(x) for x in (0.003, 0.02, 0.21, 0.5, 1.3)] == pytest.approx([0.005, 0.02, 0.5, 0.5, 2])
    assert nice_step(4.16, 14) == pytest.approx(0.5)
