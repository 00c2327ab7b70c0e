import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from text_data import opened_words

from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.panels.frequency import FrequencyPanel
from w2v_gui.gui.scales import powers

COUNTS = {f"w{i}": 10_000 // i for i in range(1, 2000)} | {"<i>": 1}


@pytest.fixture
def panel(qtbot, theme, language):
    panel = FrequencyPanel()
    qtbot.addWidget(panel)
    panel.resize(320, 280)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def show(panel, counts=COUNTS, min_count=5):
    panel.open_text(opened_words(counts))
    panel.show_config(TrainingConfig(min_count=min_count))
    QApplication.processEvents()


def place(panel, rank):
    """Return where in the plot a rank stands."""
    scene = panel.plot.plotItem.vb.mapViewToScene(QPointF(np.log10(rank), 1))
    return QPoint(panel.plot.mapFromScene(scene).x(), panel.plot.area.center().y())


def test_the_curve_is_divided_where_words_are_passed_over(panel):
    show(panel, min_count=100)
    x, y = panel.curve.getData()
    assert (x[0], y[0]) == (0, 4)
    assert x[-1] == pytest.approx(2)
    rest, counts = panel.rest.getData()
    assert rest[0] == x[-1]
    assert (rest[-1], counts[-1]) == pytest.approx((np.log10(2000), 0))
    assert panel.cut.value() == pytest.approx(np.log10(100.5))
    panel.show_config(TrainingConfig(min_count=1000))
    assert panel.cut.value() == pytest.approx(np.log10(10.5))
    panel.show_config(None)
    assert panel.cut.value() == pytest.approx(np.log10(10.5))


def test_the_line_says_how_many_words_are_kept_if_there_is_room(panel):
    show(panel)
    assert panel.cut.text.format == "1,999 words kept · min. count 5"
    panel.resize(150, 200)
    QApplication.processEvents()
    assert "words kept" not in panel.cut.text.format


def test_pointing_tells_the_word(panel, qtbot):
    show(panel)
    qtbot.mouseMove(panel.plot.viewport(), place(panel, 10))
    assert panel.readout.isVisible()
    assert dict(panel.readout.rows) == {"rank": "10", "word": "w10", "count": "1,000"}
    panel.plot.leaveEvent(None)
    assert not panel.readout.isVisible()


def test_a_click_and_the_keys_choose_a_word(panel, qtbot):
    show(panel)
    with qtbot.waitSignal(panel.word_chosen) as chosen:
        qtbot.mouseClick(panel.plot.viewport(), Qt.MouseButton.LeftButton, pos=place(panel, 3))
    assert chosen.args == ["w3"]
    panel.plot.setFocus()
    qtbot.keyClick(panel.plot, Qt.Key.Key_End)
    with qtbot.waitSignal(panel.word_chosen) as chosen:
        qtbot.keyClick(panel.plot, Qt.Key.Key_Return)
    assert chosen.args == ["<i>"]


def test_a_click_beside_the_plot_chooses_nothing(panel, qtbot):
    show(panel)
    with qtbot.assertNotEmitted(panel.word_chosen):
        qtbot.mouseClick(panel.plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


@pytest.mark.parametrize("counts", [{"a": 1}, {"a": 2, "b": 1, "c": 1}, {"a": 1_000_000}])
def test_small_texts_have_a_scale_too(panel, counts):
    show(panel, counts, min_count=3)
    panel.grab()
    ticks = [label for _, label in panel.plot.plotItem.getAxis("bottom")._tickLevels[0]]
    assert ticks[0] == "1"
    assert panel.body.isVisible()
    assert panel.law.getData()[0] is None


def test_no_text_no_curve(panel):
    show(panel)
    show(panel, {})
    assert not panel.body.isVisible()
    assert list(panel.csv_rows()) == [("first_rank", "last_rank", "count")]


def test_the_table_has_every_rank(panel):
    show(panel, {"a": 5, "b": 3, "c": 3, "d": 1})
    assert list(panel.csv_rows())[1:] == [(1, 1, 5), (2, 3, 3), (4, 4, 1)]


def test_labels_along_a_logarithmic_axis():
    assert powers(1.2, 10) == [1, 2, 5, 10]
    assert powers(4.5, 6) == [1, 10, 100, 1000, 10_000]
    assert powers(6.1, 4) == [1, 100, 10_000, 1_000_000]
    assert powers(0, 1) == [1]


def test_theme_and_language_change(panel, theme, language, qtbot):
    show(panel)
    theme.set_mode("dark")
    panel.apply_palette(theme.palette)
    assert panel.curve.opts["pen"].color().name() == theme.palette.context
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: panel._title.text() == "词频分布")
    assert "最小词频" in panel.cut.text.format
