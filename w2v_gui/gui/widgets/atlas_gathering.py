"""Points within a box or a line that one has drawn around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPolygonF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtCore import QSize

_CLOSER = 2.0
"""A corner of a lasso is at least so many pixels away from the one before."""

_MOST_CORNERS = 4000


class Gathering:
    """What is drawn around points, while the mouse is pressed.

    Parameters
    ----------
    start : QPointF
    lasso : bool
        Whether it follows the mouse; else it is a box between where one began and where one is.
    """

    def __init__(self, start: QPointF, *, lasso: bool) -> None:
        self._corners = [start]
        self._lasso = lasso
        self._end = start

    def go(self, to: QPointF) -> None:
        self._end = to
        if self._lasso and (to - self._corners[-1]).manhattanLength() >= _CLOSER and len(self._corners) < _MOST_CORNERS:
            self._corners.append(to)

    @property
    def edge(self) -> list[QPointF]:
        """The corners of what is enclosed."""
        if self._lasso:
            return [*self._corners, self._end]
        box = QRectF(self._corners[0], self._end).normalized()
        return [box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()]


def enclosed(edge: Sequence[QPointF], x: NDArray[np.float32], y: NDArray[np.float32], size: QSize) -> NDArray[np.intp]:
    """Return which points lie within an edge; those outside the picture never do.

    The edge is filled with colour, and every point looks which colour it has: that takes the same time for any edge.
    """
    mask = QImage(size, QImage.Format.Format_Grayscale8)
    mask.fill(0)
    with QPainter(mask) as painter:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawPolygon(QPolygonF(list(edge)))
    lines = np.frombuffer(mask.constBits(), np.uint8).reshape(mask.height(), mask.bytesPerLine())
    inside = np.flatnonzero((x >= 0) & (x < size.width()) & (y >= 0) & (y < size.height()))
    filled = lines[y[inside].astype(np.intp), x[inside].astype(np.intp)] > 127
    return np.asarray(inside[filled], np.intp)
