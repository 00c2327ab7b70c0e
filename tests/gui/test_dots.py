import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from w2v_gui.gui.widgets.dots import paint_dots

BLUE = QColor(20, 90, 220, 150)


def ink(image):
    """Return how blue every pixel is, 0 to 255."""
    grey = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine() // 4, 4)
    return 255 - pixels[:, : grey.width(), 2].astype(float)


def picture(ratio, draw, shift=(0.0, 0.0)):
    image = QImage(round(60 * ratio), round(40 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(*shift)
        draw(painter)
    return ink(image)


def middle(ink):
    y, x = np.indices(ink.shape) + 0.5
    return (x * ink).sum() / ink.sum(), (y * ink).sum() / ink.sum()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("shift", [(0.0, 0.0), (7.0, -3.0)])
@pytest.mark.parametrize("point", [(20.0, 15.0), (20.3, 15.9), (33.77, 9.02)])
def test_a_dot_lies_where_qt_would_draw_it(qapp, ratio, shift, point):
    def by_qt(painter):
        painter.setPen(QPen(BLUE, 6.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoint(QPointF(*point))

    drawn = picture(ratio, lambda painter: paint_dots(painter, [point], BLUE, 6.0), shift)
    expected = picture(ratio, by_qt, shift)
    assert middle(drawn) == pytest.approx(middle(expected), abs=0.2)
    assert drawn.sum() == pytest.approx(expected.sum(), rel=0.1)
    assert drawn.max() == pytest.approx(expected.max(), abs=2)


def test_dots_over_the_edge_and_far_away_are_harmless(qapp):
    drawn = picture(1.0, lambda painter: paint_dots(painter, [(0.0, 0.0), (-1e6, 5.0), (59.9, 1e6)], BLUE, 6.0))
    assert drawn[:3, :3].any()
    assert not drawn[5:, 5:].any()
