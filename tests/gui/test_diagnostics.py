from types import SimpleNamespace

import fakes
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.panels.diagnostics import DiagnosticsPanel
from w2v_gui.session.history import DiagnosticsHistory, LossHistory

TOKENS = 200


def snapshot(points=100, words=10, norm=0.5):
    loss, steps = LossHistory(), DiagnosticsHistory()
    for i in range(1, points + 1):
        loss.append(words * i, 3.0, 50, i / 10, 0.025 * (1 - i / points))
        steps.append(words * i, i / 10, norm / i, 0.5, since=words)
    return fakes.snapshot(curve=loss.curve(), diagnostics=steps.curve())


@pytest.fixture
def panel(qtbot, theme, language):
    panel = DiagnosticsPanel()
    qtbot.addWidget(panel)
    panel.resize(840, 160)
    panel.show()
    qtbot.waitExposed(panel)
    panel.begin(SimpleNamespace(config=TrainingConfig(epochs=5), corpus=range(TOKENS)))
    return panel


def unfold(panel):
    panel.arrow.click()
    QApplication.processEvents()


def drawn(plot):
    x, y = plot.curve.getData()
    return (np.empty(0), np.empty(0)) if x is None else (x, y)


def test_it_wants_measurements_only_while_it_is_seen(panel, qtbot):
    assert panel.wanted == {}
    with qtbot.waitSignal(panel.wanted_changed):
        panel.arrow.click()
    assert panel.wanted == {"diagnostics": True}
    with qtbot.waitSignal(panel.wanted_changed):
        panel.hide()
    assert panel.wanted == {}
    with qtbot.waitSignal(panel.wanted_changed):
        panel.show()
    assert panel.wanted == {"diagnostics": True}
    with qtbot.waitSignal(panel.wanted_changed):
        panel.arrow.click()
    assert panel.wanted == {}


def test_nothing_is_drawn_while_it_is_folded(panel):
    panel.show_snapshot(snapshot())
    assert all(len(drawn(plot)[0]) == 0 for plot in panel.plots)
    unfold(panel)
    assert all(len(drawn(plot)[0]) == 100 for plot in panel.plots)


def test_three_quantities_over_the_epochs_with_their_latest_values(panel):
    unfold(panel)
    panel.show_snapshot(snapshot())
    for plot in panel.plots:
        x, _ = drawn(plot)
        assert x[-1] == pytest.approx(5.0)
        assert plot.plot.plotItem.vb.viewRange()[0] == [0, 5]
    assert panel.gradient.value.text() == "0.005"
    assert panel.changed.value.text() == "50.0 %"
    assert panel.rate.value.text() == "0"
    assert panel.changed.plot.plotItem.vb.viewRange()[1][1] == pytest.approx(1.03)


def test_every_number_is_explained(panel):
    for plot in panel.plots:
        for widget in (plot.name, plot.value):
            assert len(widget.toolTip()) > 40
    assert "512" in panel.gradient.name.toolTip()


def test_single_steps_amid_a_run_do_not_stretch_the_axis(panel):
    unfold(panel)
    steps = DiagnosticsHistory()
    for i in range(1, 6):
        steps.append(i, i / 1000, 500.0, 0.01, since=1)
    panel.show_snapshot(fakes.snapshot(diagnostics=steps.curve()))
    assert drawn(panel.gradient)[1].max() == 500
    for i in range(1, 50):
        steps.append(5 + 10 * i, i / 10, 0.5, 0.5, since=10)
    panel.show_snapshot(fakes.snapshot(diagnostics=steps.curve()))
    assert drawn(panel.gradient)[1].max() < 1
    assert panel.gradient.plot.plotItem.vb.viewRange()[1][1] < 1


def test_pointing_at_one_plot_tells_the_values_in_all(panel, qtbot):
    unfold(panel)
    panel.show_snapshot(snapshot())
    area = panel.changed.plot.area
    qtbot.mouseMove(panel.changed.plot.viewport(), QPoint(area.left() + area.width() // 5, area.center().y()))
    assert all(plot.cross.isVisible() for plot in panel.plots)
    assert float(panel.rate.value.text()) == pytest.approx(0.02, abs=0.0005)
    panel.changed.plot.leaveEvent(None)
    assert not any(plot.cross.isVisible() for plot in panel.plots)
    assert panel.rate.value.text() == "0"


@pytest.mark.parametrize(("size", "columns"), [((840, 160), 3), ((300, 380), 1), ((900, 700), 1)])
def test_the_plots_stand_as_there_is_room(panel, size, columns):
    unfold(panel)
    panel.resize(*size)
    QApplication.processEvents()
    panel.show_snapshot(snapshot())
    panel.grab()
    places = [plot.mapTo(panel, QPoint()) for plot in panel.plots]
    assert len({place.x() for place in places}) == columns
    for plot in panel.plots:
        assert panel.body.rect().contains(plot.geometry())


def test_a_new_run_starts_empty(panel):
    unfold(panel)
    panel.show_snapshot(snapshot())
    panel.begin(SimpleNamespace(config=TrainingConfig(epochs=2), corpus=range(TOKENS)))
    assert all(len(drawn(plot)[0]) == 0 for plot in panel.plots)
    assert all(plot.value.text() == "–" for plot in panel.plots)
    panel.open_text(None)
    assert not panel.body.isVisible()


def test_the_table_has_every_point(panel):
    unfold(panel)
    panel.show_snapshot(snapshot(points=4, words=100))
    rows = list(panel.csv_rows())
    assert rows[0] == ("words", "epoch", "seconds", "gradient_norm", "changed_share", "alpha")
    assert rows[2] == pytest.approx((200, 1.0, 0.2, 0.25, 0.5, 0.0125))
    assert len(rows) == 5


def test_theme_and_language_change(panel, theme, language, qtbot):
    unfold(panel)
    panel.show_snapshot(snapshot())
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: panel.gradient.name.text().startswith("梯度"))
    theme.set_mode("dark")
    panel.apply_palette(theme.palette)
    assert panel.gradient.curve.opts["pen"].color().name() == theme.palette.context
    qtbot.keyClick(panel.arrow, Qt.Key.Key_Space)
    assert panel.folded


def test_a_plot_without_measurements_says_why(panel):
    unfold(panel)
    assert panel.gradient.empty.isVisible()
    assert "unfolded" in panel.gradient.empty.text()
    panel.show_snapshot(snapshot())
    assert not any(plot.empty.isVisible() for plot in panel.plots)
