import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from text_data import opened_sentences

from w2v_gui.engine.config import TrainingConfig
from w2v_gui.gui.panels.sentence_lengths import SentenceLengthsPanel
from w2v_gui.gui.text_statistics import measure


@pytest.fixture
def panel(qtbot, theme, language):
    panel = SentenceLengthsPanel()
    qtbot.addWidget(panel)
    panel.resize(520, 280)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def show(panel, *lengths, window=5):
    opened = opened_sentences(*lengths)
    panel.open_text(opened)
    panel.show_config(TrainingConfig(window=window))
    panel.show_lengths(measure(opened.corpus).lengths)
    QApplication.processEvents()


def heights(bars):
    return np.asarray(bars.opts["height"]).tolist()


def place(panel, x):
    scene = panel.plot.plotItem.vb.mapViewToScene(QPointF(x, 0))
    return QPoint(panel.plot.mapFromScene(scene).x(), panel.plot.area.center().y())


def test_sentences_shorter_than_a_window_are_pale(panel):
    show(panel, 3, 4, 4, 5, 6, window=2)
    assert heights(panel.short) == [0, 0, 0, 1, 2, 0, 0]
    assert heights(panel.full) == [0, 0, 0, 0, 0, 1, 1]
    assert panel.span.value() == 5
    assert panel.span.isVisible()
    assert "60 % shorter" in panel._caption.text()
    panel.show_config(TrainingConfig(window=1))
    assert sum(heights(panel.short)) == 0
    panel.show_config(TrainingConfig(window=50))
    assert sum(heights(panel.full)) == 0
    assert not panel.span.isVisible()


def test_the_bar_in_which_the_line_stands_is_divided(panel):
    show(panel, *range(1, 80), window=2)
    assert panel._histogram.width == 2
    assert heights(panel.short)[:4] == [1, 2, 1, 0]
    assert heights(panel.full)[:4] == [0, 0, 1, 2]


def test_pointing_tells_how_many(panel, qtbot):
    show(panel, *[7] * 3, *range(1, 80), *range(1, 80), 4000)
    qtbot.mouseMove(panel.plot.viewport(), place(panel, 7))
    assert dict(panel.readout.rows) == {"tokens": "6–7", "sentences": "7"}
    qtbot.mouseMove(panel.plot.viewport(), place(panel, 0.1))
    assert panel.readout.rows[0] == ("tokens", "1")
    panel.plot.setFocus()
    qtbot.keyClick(panel.plot, Qt.Key.Key_End)
    assert dict(panel.readout.rows) == {"tokens": "≥ 80", "sentences": "1"}
    panel.plot.leaveEvent(None)
    assert not panel.readout.isVisible()


def test_the_caption_says_what_is_usual(panel):
    show(panel, 2, 4, 12_000)
    assert panel._caption.text().startswith("median 4 tokens · mean 4002.0 · longest 12,000")


def test_another_text_is_measured_first(panel):
    show(panel, 2, 4)
    panel.open_text(opened_sentences(3))
    assert not panel.body.isVisible()
    assert "measured" in panel._empty.text()
    assert list(panel.csv_rows()) == [("tokens", "sentences")]


@pytest.mark.parametrize("lengths", [(1,), (9,), (20_000,), (1, 1, 2)])
def test_texts_of_any_shape_can_be_drawn(panel, lengths, qtbot):
    show(panel, *lengths)
    panel.grab()
    qtbot.mouseMove(panel.plot.viewport(), place(panel, lengths[-1]))
    assert panel.readout.isVisible()


def test_the_table_has_every_length(panel):
    show(panel, 2, 2, 4)
    assert list(panel.csv_rows()) == [("tokens", "sentences"), (2, 2), (4, 1)]


def test_theme_and_language_change(panel, theme, language, qtbot):
    show(panel, 2, 12, 14)
    theme.set_mode("dark")
    panel.apply_palette(theme.palette)
    assert panel.full.opts["brush"].color().name() == theme.palette.context
    language.choose("zh_CN")
    qtbot.waitUntil(lambda: panel._title.text() == "句长分布")
    assert "完整窗口" in panel.span.text.format
