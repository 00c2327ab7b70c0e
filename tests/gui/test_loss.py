from types import SimpleNamespace

import fakes
import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.panels.loss import LossPanel
from w2v_gui.gui.theme import DARK, LIGHT
from w2v_gui.session.history import LossHistory

TOKENS = 200


def trainer(epochs=5, know_nothing=4.1589, objective="negative_sampling"):
    return SimpleNamespace(
        config=TrainingConfig(epochs=epochs, objective=objective),
        know_nothing_loss=know_nothing,
        corpus=range(TOKENS),
    )


def snapshot(loss=(), words_total=1000, **fields):
    return fakes.snapshot(curve=fakes.loss_curve(loss, words_total), words_total=words_total, **fields)


def make(qtbot, width=700, height=300, **of_trainer):
    panel = LossPanel()
    qtbot.addWidget(panel)
    panel.resize(width, height)
    panel.show()
    qtbot.waitExposed(panel)
    panel.begin(trainer(**of_trainer))
    QApplication.processEvents()
    return panel


@pytest.fixture
def loss(qtbot, theme, language):
    return make(qtbot)


def ticks(panel, axis):
    return [label for _, label in panel.plot.plotItem.getAxis(axis)._tickLevels[0]]


def x_range(panel):
    return panel.plot.plotItem.vb.viewRange()[0]


def y_range(panel):
    return panel.plot.plotItem.vb.viewRange()[1]


def place(panel, share):
    """Return the pixel at a share of the width, half-way up."""
    area = panel.plot.area
    return QPoint(round(area.left() + share * area.width()), area.center().y())


def move(panel, at, button=Qt.MouseButton.NoButton):
    """Move the mouse; unlike that of the test library, also to where the test before has left it."""
    viewport = panel.plot.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


def turn(panel, at, notches, sideways=0):
    """Turn the wheel; returns whether the plot has taken it."""
    viewport = panel.plot.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        QPoint(),
        QPoint(120 * sideways, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
    return event.isAccepted()


# -- what is drawn ----------------------------------------------------------------------------------------------


def test_before_the_first_result_only_the_know_nothing_line_is_there(loss):
    assert ticks(loss, "left") == ["4.16"]
    assert ticks(loss, "bottom") == ["0", "1", "2", "3", "4", "5"]
    assert len(loss.raw.getData()[0] if loss.raw.getData()[0] is not None else []) == 0
    assert loss.line.value() == 4.1589
    line = y_range(loss)
    loss.show_snapshot(snapshot(loss=[4.1, 4.0]))
    assert y_range(loss) == line
    assert len(ticks(loss, "left")) > 3


@pytest.mark.parametrize("height", [150, 300, 600])
def test_the_last_dot_is_whole_where_the_loss_has_come_to_nothing(loss, height):
    loss.resize(700, height)
    QApplication.processEvents()
    loss.show_snapshot(snapshot(loss=np.geomspace(4.1, 1e-4, 300)))
    low, high = y_range(loss)
    (_, at) = loss.now.getData()
    pixels = (at[0] - low) / (high - low) * loss.plot.plotItem.vb.height()
    assert pixels >= loss.now.opts["size"] / 2
    assert ticks(loss, "left")[0].strip("0.") == ""
    # However closely one looks.
    for _ in range(20):
        turn(loss, QPoint(8, loss.plot.area.bottom()), 1)
    assert not any("\N{MINUS SIGN}" in tick for tick in ticks(loss, "left"))


def test_the_axis_only_grows_and_holds_everything(loss):
    lows, highs = [], []
    for end in (4.2, 3.0, 2.2, 2.4, 2.1):
        loss.show_snapshot(snapshot(loss=np.linspace(4.2, end, 50)))
        low, high = y_range(loss)
        lows.append(low)
        highs.append(high)
        assert low <= end <= 4.2 <= high
    assert lows == sorted(lows, reverse=True)
    assert highs == sorted(highs)
    assert len(set(lows)) < len(lows)


def test_over_epochs_with_the_know_nothing_line(loss):
    loss.show_snapshot(snapshot(loss=[4.0, 3.0, 2.5]))
    x, y = loss.raw.getData()
    assert x[-1] == pytest.approx(5.0)
    assert list(y) == [4.0, 3.0, 2.5]
    assert "ln 2 = 4.16" in loss.line_label.format


def test_items_are_updated_in_place(loss):
    items = list(loss.plot.plotItem.items)
    for _ in range(3):
        loss.show_snapshot(snapshot(loss=[3.0, 2.0]))
    assert list(loss.plot.plotItem.items) == items


def test_a_new_run_starts_with_an_empty_plot(loss):
    loss.show_snapshot(snapshot(loss=np.linspace(4, 1, 50)))
    loss.plot.zoom(0.3, 2.0)
    loss.begin(trainer(epochs=2))
    assert not loss.plot.is_zoomed
    assert ticks(loss, "left") == ["4.16"]
    assert ticks(loss, "bottom")[-1].startswith("2")
    assert len(list(loss.csv_rows())) == 1


def test_a_step_before_the_run_leaves_no_mark(loss):
    history = LossHistory()
    history.append(2, 9.0, 8, 0.0, 0.025)
    loss.show_snapshot(fakes.snapshot(curve=history.curve()))
    assert list(loss.raw.getData()[1]) == [9.0]
    for i in range(1, 200):
        history.append(2 + 5 * i, 4.0, 9000, i / 10, 0.025)
    loss.show_snapshot(fakes.snapshot(curve=history.curve()))
    assert loss.raw.getData()[1].max() < 4.01
    assert loss.smooth.getData()[1].max() < 4.01
    assert loss.raw.getData()[0][0] == 2 / TOKENS


def test_long_runs_are_drawn_in_few_points_and_exactly_at_the_ends(loss):
    history = LossHistory()
    for i in range(1, 50_001):
        history.append(i, 5.0 if i in (1, 50_000) else 3.0, 300, i / 100, 0.025)
    loss.show_snapshot(fakes.snapshot(curve=history.curve(), epochs=250))
    x, y = loss.raw.getData()
    assert len(x) <= 4096
    assert len(loss.smooth.getData()[0]) <= 500
    assert (x[0], y[0]) == (1 / TOKENS, 5.0)
    assert (x[-1], y[-1]) == (250, 5.0)
    assert loss.now.getData()[0][0] == 250


@pytest.mark.parametrize("epochs", [1, 2, 3, 5, 20, 1000])
@pytest.mark.parametrize("size", [(300, 170), (700, 300), (1400, 800)])
def test_the_first_and_the_last_label_are_written_at_any_size(qtbot, theme, language, epochs, size):
    panel = make(qtbot, *size, epochs=epochs)
    panel.show_snapshot(snapshot(loss=np.linspace(4.2, 2.1, 50), epochs=epochs))
    for name in ("bottom", "left"):
        axis = panel.plot.plotItem.getAxis(name)
        written = drawn_labels(axis, panel)
        assert written == ticks(panel, name)
        assert 3 <= len(written) <= 20
    assert written[0] != written[-1]


def drawn_labels(axis, panel):
    """Return the labels that pyqtgraph finds room for, and make sure that they are within the widget."""
    pixmap = QPixmap(10, 10)
    painter = QPainter(pixmap)
    _, _, texts = axis.generateDrawSpecs(painter)
    painter.end()
    inside = panel.plot.rect()
    for rect, _, _ in texts:
        assert inside.contains(panel.plot.mapFromScene(axis.mapRectToScene(rect)).boundingRect())
    return [text for _, _, text in texts]


@pytest.mark.parametrize(
    ("objective", "formula"),
    [("softmax", "ln V"), ("negative_sampling", "(k + 1)"), ("hierarchical_softmax", "code length")],
)
@pytest.mark.parametrize("width", [240, 300, 700])
def test_the_line_says_what_there_is_room_for(qtbot, theme, language, objective, formula, width):
    panel = make(qtbot, width, 200, objective=objective, know_nothing=9.4912)
    text = panel.line_label.textItem.toPlainText()
    assert text.endswith("9.49")
    assert panel.line_label.textItem.boundingRect().width() <= panel.plot.area.width()
    if width == 700:
        assert formula in text


def test_colours_are_those_of_the_theme(loss):
    loss.show_snapshot(snapshot(loss=[3.0, 2.0]))
    for palette in (LIGHT, DARK):
        loss.apply_palette(palette)
        assert loss.smooth.opts["pen"].color().name() == palette.context


# -- the axis of time -------------------------------------------------------------------------------------------


def test_over_time(loss, qtbot):
    loss.show_snapshot(snapshot(loss=np.linspace(4, 3, 101), epochs=5))
    qtbot.mouseClick(loss.axis.button("time"), Qt.MouseButton.LeftButton)
    x, _ = loss.raw.getData()
    assert (x[0], x[-1]) == (0.01, 1.0)
    assert x_range(loss) == pytest.approx([0, 1], abs=0.02)
    assert ticks(loss, "bottom")[0] == "0.0 s"
    marks = [mark.value() for mark in loss.marks if mark.isVisible()]
    assert marks == pytest.approx([0.2, 0.4, 0.6, 0.8], abs=0.01)
    names = [mark.label.textItem.toPlainText() for mark in loss.marks if mark.isVisible()]
    assert names == ["epoch 2", "epoch 3", "epoch 4", "epoch 5"]
    qtbot.keyClick(loss.axis.button("time"), Qt.Key.Key_Left)
    assert loss.raw.getData()[0][-1] == 5.0
    assert not any(mark.label.textItem.toPlainText() for mark in loss.marks)


def test_the_axis_of_time_grows_with_the_run(loss, qtbot):
    loss.axis.button("time").click()
    ends = []
    for words in (1000, 4000, 9000, 9500, 20_000):
        loss.show_snapshot(snapshot(loss=np.full(20, 4.0), words_total=words, epochs=100))
        ends.append(round(x_range(loss)[1]))
    assert ends == [1, 5, 10, 10, 20]


# -- looking closely --------------------------------------------------------------------------------------------


@pytest.fixture
def curved(loss):
    loss.show_snapshot(snapshot(loss=np.linspace(4, 2, 101)))
    return loss


def test_the_wheel_zooms_around_the_cursor(curved):
    at, losses = place(curved, 0.6), y_range(curved)
    before = curved.plot.plotItem.vb.mapSceneToView(QPointF(at)).x()
    assert turn(curved, at, 3)
    low, high = x_range(curved)
    assert high - low < 3
    assert curved.plot.plotItem.vb.mapSceneToView(QPointF(at)).x() == pytest.approx(before, abs=0.01)
    assert curved.whole.isVisible()
    assert y_range(curved) == losses


def test_what_is_drawn_while_zoomed_ends_at_the_edges(curved):
    turn(curved, place(curved, 0.5), 5)
    low, high = x_range(curved)
    for item in (curved.raw, curved.smooth):
        x, y = item.getData()
        assert (x[0], x[-1]) == pytest.approx((low, high))
        assert np.all(np.diff(y) < 0)


def test_wheel_that_the_plot_has_no_use_for_is_left_to_the_page(curved):
    assert not turn(curved, place(curved, 0.5), -1)
    assert not turn(curved, place(curved, 0.5), 0, sideways=1)
    assert not curved.plot.is_zoomed
    turn(curved, place(curved, 0.5), 1)
    assert turn(curved, place(curved, 0.5), -1)
    assert not curved.plot.is_zoomed
    assert not turn(curved, place(curved, 0.5), -1)


def test_zoom_has_a_limit_at_both_ends(curved):
    for _ in range(100):
        turn(curved, place(curved, 0.5), 1)
    low, high = x_range(curved)
    assert 0 < high - low < 0.02
    assert len(ticks(curved, "bottom")) >= 2
    for _ in range(100):
        turn(curved, place(curved, 0.5), -1)
    assert not curved.plot.is_zoomed


def test_dragging_moves_as_far_as_the_run_goes(curved, qtbot):
    turn(curved, place(curved, 0.5), 4)
    viewport = curved.plot.viewport()
    low, high = x_range(curved)
    area = curved.plot.area
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place(curved, 0.5))
    move(curved, place(curved, 0.25), Qt.MouseButton.LeftButton)
    moved = x_range(curved)
    assert moved[0] - low == pytest.approx((high - low) / 4, rel=0.02)
    assert moved[1] - moved[0] == pytest.approx(high - low)
    for share in (0.1, 0.9) * 20:
        move(curved, place(curved, share), Qt.MouseButton.LeftButton)
    move(curved, QPoint(area.left() - 5000, area.center().y()), Qt.MouseButton.LeftButton)
    assert x_range(curved)[1] == pytest.approx(5, abs=0.05)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place(curved, 0.5))
    still = x_range(curved)
    move(curved, place(curved, 0.7))
    assert x_range(curved) == still


def test_dragging_the_whole_does_nothing(curved, qtbot):
    before = x_range(curved)
    viewport = curved.plot.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place(curved, 0.5))
    move(curved, place(curved, 0.25), Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place(curved, 0.25))
    assert x_range(curved) == before


@pytest.mark.parametrize("back", ["double click", "button", "key"])
def test_the_whole_run_again(curved, qtbot, back):
    before = x_range(curved), y_range(curved)
    turn(curved, place(curved, 0.5), 4)
    turn(curved, QPoint(5, place(curved, 0.5).y()), 2)
    assert (x_range(curved), y_range(curved)) != before
    if back == "double click":
        qtbot.mouseDClick(curved.plot.viewport(), Qt.MouseButton.LeftButton, pos=place(curved, 0.5))
    elif back == "button":
        qtbot.mouseClick(curved.whole, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(curved.plot, Qt.Key.Key_0)
    assert (x_range(curved), y_range(curved)) == before
    assert not curved.whole.isVisible()


def test_the_wheel_over_the_left_axis_zooms_the_loss(curved):
    x = x_range(curved)
    low, high = y_range(curved)
    assert turn(curved, QPoint(5, place(curved, 0.5).y()), 2)
    assert y_range(curved)[1] - y_range(curved)[0] < high - low
    assert x_range(curved) == x
    assert curved.whole.isVisible()


def test_the_view_stays_while_new_points_come(curved):
    turn(curved, place(curved, 0.5), 4)
    turn(curved, QPoint(5, place(curved, 0.5).y()), 2)
    near = x_range(curved), y_range(curved)
    curved.show_snapshot(snapshot(loss=np.linspace(4.5, 0.4, 301)))
    curved.show_snapshot(snapshot(loss=np.linspace(4.5, 0.4, 301), epochs=9))
    assert (x_range(curved), y_range(curved)) == near
    curved.plot.show_all()
    assert x_range(curved)[1] == pytest.approx(9, abs=0.1)
    assert y_range(curved)[0] < 0.4


def test_changing_the_axis_shows_the_whole(curved):
    turn(curved, place(curved, 0.5), 4)
    curved.axis.button("time").click()
    assert not curved.plot.is_zoomed
    assert x_range(curved) == pytest.approx([0, 1], abs=0.02)


# -- the crosshair ----------------------------------------------------------------------------------------------


def values(panel):
    return dict(panel.readout.rows)


def test_the_crosshair_tells_the_values_of_the_nearest_point(curved):
    move(curved, place(curved, 0.5))
    assert curved.cross.isVisible()
    assert values(curved)["epoch"] == "2.52"
    assert values(curved)["words"] == "505"
    assert values(curved)["time"] == "0:01"
    assert float(values(curved)["loss"]) == pytest.approx(3.0, abs=0.021)
    assert float(values(curved)["smoothed"]) == pytest.approx(3.0, abs=0.021)
    assert values(curved)["α"] == "0.02500"
    assert "epoch 2.52" in curved.plot.accessibleDescription()
    move(curved, place(curved, 0.1))
    assert float(values(curved)["epoch"]) < 0.6
    QApplication.sendEvent(curved.plot, QEvent(QEvent.Type.Leave))
    assert not curved.readout.isVisible()
    assert not curved.cross.isVisible()


def test_there_is_no_crosshair_where_there_is_no_curve(loss):
    move(loss, place(loss, 0.5))
    assert not loss.readout.isVisible()
    loss.show_snapshot(snapshot(loss=[4.0, 3.9]))
    assert loss.readout.isVisible()
    move(loss, QPoint(3, 3))
    assert not loss.readout.isVisible()


@pytest.mark.parametrize("size", [(300, 170), (700, 300)])
@pytest.mark.parametrize("share", [0.0, 0.02, 0.3, 0.5, 0.8, 1.0])
def test_the_values_are_never_cut_off(qtbot, theme, language, size, share):
    panel = make(qtbot, *size)
    # As long as the numbers of a great corpus are.
    panel.show_snapshot(snapshot(loss=np.linspace(14, 12, 101), words_total=987_654_321))
    area = panel.plot.area
    for y in (area.top() + 1, area.center().y(), area.bottom() - 1):
        at = QPoint(min(max(place(panel, share).x(), area.left() + 1), area.right() - 1), y)
        move(panel, at)
        assert panel.readout.isVisible()
        assert panel.plot.rect().contains(panel.readout.geometry())


def test_the_crosshair_follows_while_the_run_goes_on(curved):
    move(curved, place(curved, 0.5))
    curved.show_snapshot(snapshot(loss=np.linspace(4, 1, 201)))
    assert float(values(curved)["loss"]) == pytest.approx(2.5, abs=0.03)


def test_the_crosshair_moves_by_keys(curved, qtbot):
    plot = curved.plot
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(curved.readout.isVisible)
    assert values(curved)["epoch"] == "5.00"
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    assert float(values(curved)["epoch"]) < 0.1
    for _ in range(3):
        qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert 0.05 < float(values(curved)["epoch"]) < 0.2
    for _ in range(6):
        qtbot.keyClick(plot, Qt.Key.Key_Plus)
    assert curved.plot.is_zoomed
    low, high = x_range(curved)
    qtbot.keyClick(plot, Qt.Key.Key_End)
    assert x_range(curved)[1] - x_range(curved)[0] == pytest.approx(high - low)
    assert x_range(curved)[1] == pytest.approx(5, abs=0.05)
    assert values(curved)["epoch"] == "5.00"
    for _ in range(8):
        qtbot.keyClick(plot, Qt.Key.Key_Minus)
    assert not curved.plot.is_zoomed
    curved.axis.button("epochs").setFocus()
    qtbot.waitUntil(lambda: not curved.readout.isVisible())


# -- the rest ---------------------------------------------------------------------------------------------------


def test_the_table_has_every_point(loss):
    history = LossHistory()
    for i in range(1, 4):
        history.append(100 * i, 4.0 - i, 50, i / 4, 0.025 / i)
    loss.show_snapshot(fakes.snapshot(curve=history.curve()))
    rows = list(loss.csv_rows())
    assert rows[0] == ("words", "epoch", "seconds", "loss", "smoothed", "alpha", "predictions")
    assert len(rows) == 4
    smoothed = history.curve().smoothed()[1]
    assert rows[2] == pytest.approx((200, 1.0, 0.5, 2.0, smoothed, 0.0125, 50))


def test_the_languages_change_all_that_is_written(curved, language, qtbot):
    curved.axis.button("time").click()
    move(curved, place(curved, 0.5))
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: curved.axis.button("time").text() == "时间")
    assert "一无所知" in curved.line_label.textItem.toPlainText()
    assert "第 2 轮" in {mark.label.textItem.toPlainText() for mark in curved.marks}
    assert "词数" in values(curved)


def test_it_can_be_of_any_size(qtbot, theme):
    panel = LossPanel()
    page = QWidget()
    QVBoxLayout(page).addWidget(panel)
    qtbot.addWidget(page)
    page.show()
    panel.begin(trainer())
    panel.show_snapshot(snapshot(loss=np.linspace(4, 2, 101)))
    for size in ((200, 60), (2000, 1200), (120, 900), (300, 170)):
        page.resize(*size)
        QApplication.processEvents()
        page.grab()


def test_losses_far_above_the_line_are_shown_too(loss):
    loss.show_snapshot(snapshot(loss=np.linspace(4, 400, 50)))
    assert y_range(loss)[1] > 390
    assert len(ticks(loss, "left")) < 20
