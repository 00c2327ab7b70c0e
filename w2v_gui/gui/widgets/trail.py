"""A row of dots: how far one has come, and where one may go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from w2v_gui.gui.text import set_tooltip

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent

_RADIUS = 4.5
_WIDEST = 20.0
_GAP = 0.6
"""Between two groups, as a part of the way from dot to dot."""


class Trail(QWidget):
    """One dot for each station, in groups; those that are done are filled. A dot that is clicked is gone to.

    For the mouse only: with the keys one goes from station to station.

    Attributes
    ----------
    chosen : Signal(int)
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[int, ...] = ()
        self._names: tuple[str, ...] = ()
        self._at = 0
        self._done: frozenset[int] = frozenset()
        self._colour = "#888888"
        self.setFixedHeight(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_stations(self, names: Sequence[str], groups: Sequence[int]) -> None:
        """Take what the stations are called, and the group of each, in ascending order."""
        self._names, self._groups = tuple(names), tuple(groups)
        self.update()

    def set_colour(self, done: str) -> None:
        self._colour = done
        self.update()

    def show_progress(self, at: int, done: Collection[int]) -> None:
        self._at, self._done = at, frozenset(done)
        self.update()

    @property
    def done(self) -> frozenset[int]:
        """Which stations are done."""
        return self._done

    def sizeHint(self) -> QSize:
        return QSize(240, 20)

    def dot(self, index: int) -> QPointF:
        """Return where a dot is."""
        return QPointF(_RADIUS + 2 + self._pitch * (index + _GAP * self._groups[index]), self.height() / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        done, edge = QColor(self._colour), palette.color(QPalette.ColorRole.Dark)
        for index in range(len(self._names)):
            filled = index in self._done
            painter.setPen(QPen(done if filled else edge, 1.3))
            painter.setBrush(done if filled else QColor(Qt.GlobalColor.transparent))
            painter.drawEllipse(self.dot(index), _RADIUS - 1, _RADIUS - 1)
            if index == self._at:
                painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(self.dot(index), _RADIUS + 1.5, _RADIUS + 1.5)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._under(event.position())
        self.setCursor(Qt.CursorShape.ArrowCursor if index is None else Qt.CursorShape.PointingHandCursor)
        set_tooltip(self, "" if index is None else self._names[index])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self._under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self.chosen.emit(index)

    @property
    def _pitch(self) -> float:
        steps = len(self._names) - 1 + _GAP * (self._groups[-1] if self._groups else 0)
        return min((self.width() - 2 * _RADIUS - 4) / max(steps, 1), _WIDEST)

    def _under(self, point: QPointF) -> int | None:
        half = self._pitch / 2
        return next(
            (
                index
                for index in range(len(self._names))
                if QRectF(self.dot(index).x() - half, 0, 2 * half, self.height()).contains(point)
            ),
            None,
        )
