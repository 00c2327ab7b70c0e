import pytest
from PySide6.QtGui import QColor

from w2v_gui.gui.theme import LIGHT
from w2v_gui.gui.widgets.progress_line import ProgressLine


@pytest.fixture
def line(qtbot):
    line = ProgressLine()
    qtbot.addWidget(line)
    line.resize(200, 6)
    line.setRange(0, 1000)
    line.show()
    qtbot.waitExposed(line)
    return line


def filled(line):
    """Return which part of the line has the colour of what is done."""
    image = line.grab().toImage()
    columns = [image.pixelColor(x, 3) for x in range(image.width())]
    return sum(colour == QColor(LIGHT.accent) for colour in columns) / len(columns)


@pytest.mark.parametrize("value", [0, 250, 1000])
def test_it_is_filled_as_far_as_things_have_come(line, value):
    line.setValue(value)
    assert filled(line) == pytest.approx(value / 1000, abs=0.02)


def test_it_moves_only_while_nothing_is_known(qtbot, line):
    assert not line.moving
    line.setRange(0, 0)
    qtbot.waitUntil(lambda: line.moving)
    qtbot.waitUntil(lambda: filled(line) > 0)
    line.setRange(0, 1000)
    line.setValue(1)
    qtbot.waitUntil(lambda: not line.moving)
    line.setRange(0, 0)
    qtbot.waitUntil(lambda: line.moving)
    line.hide()
    assert not line.moving
