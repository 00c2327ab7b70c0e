import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from w2v_gui.gui.panels.plots import Plot, still
from w2v_gui.gui.theme import LIGHT


def pixels(widget):
    QApplication.processEvents()
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    values = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return values.astype(int)


def set_labels(plot, labels, width):
    axis = plot.plotItem.getAxis("left")
    axis.setTicks([[(i / (len(labels) - 1), label) for i, label in enumerate(labels)]])
    axis.setWidth(width)


@pytest.mark.parametrize("grid", [False, True])
def test_labels_that_were_written_before_are_gone(qtbot, theme, grid):
    plot = Plot()
    qtbot.addWidget(plot)
    plot.resize(300, 200)
    plot.apply_palette(LIGHT)
    plot.plotItem.layout.setContentsMargins(0, 8, 8, 8)
    plot.plotItem.vb.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
    if grid:
        plot.show_grid()
    plot.show()
    qtbot.waitExposed(plot)
    for labels, width in ((["1", "2", "3"], 20), (["1.00", "2.00"], 60), (["4", "5", "6", "7"], 30), (["a", "b"], 90)):
        set_labels(plot, labels, width)
        kept = pixels(plot)
        for name in ("left", "bottom"):
            axis = plot.plotItem.getAxis(name)
            axis.setCacheMode(axis.CacheMode.NoCache)
        fresh = pixels(plot)
        # Text is smoothed a little otherwise in a picture that is kept.
        assert not (np.abs(kept - fresh) > 90).any()
        set_labels(plot, labels, width)
        for name in ("left", "bottom"):
            still(plot.plotItem.getAxis(name))
        pixels(plot)
