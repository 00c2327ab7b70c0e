"""An area of any number of rows of the same height, of which only those are drawn that are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent

# Qt counts where a scroll bar stands with 31 bits: of more pixels than that, one step stands for several.
_MOST_STEPS = 1 << 30
_NOTCH = 120
_ROWS_A_NOTCH = 3


class RowArea(QAbstractScrollArea):
    """Scrolls rows below a header that stays where it is.

    A `QTableView` counts the pixels of all rows in 31 bits, too few for a hundred million of them.

    Parameters
    ----------
    row_height, header_height : int
        In pixels.
    """

    def __init__(self, row_height: int, header_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_height, self._header_height = row_height, header_height
        self._count = 0
        self._top = 0
        self._turned = 0.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._dragged)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def set_count(self, count: int) -> None:
        """Have so many rows; how far it is scrolled is kept."""
        self._count = count
        self.scroll_to(self._top)

    @property
    def visible_range(self) -> range:
        """The numbers of the rows that are seen, from 0."""
        first = self._top // self._row_height
        return range(first, min(-(-(self._top + self._page()) // self._row_height), self._count))

    def row_at(self, position: QPoint) -> int:
        """Return the number of the row at a place in the viewport; -1 if there is none."""
        if position.y() < self._header_height or not self.viewport().rect().contains(position):
            return -1
        place = (position.y() - self._header_height + self._top) // self._row_height
        return place if place < self._count else -1

    def edge(self, place: int) -> int:
        """Return where in the viewport the upper edge of a row is."""
        return self._header_height + place * self._row_height - self._top

    def scroll_to(self, top: int) -> None:
        """Scroll until so many pixels of rows are above."""
        last = self._last_top()
        self._top = min(max(top, 0), last)
        bar = self.verticalScrollBar()
        steps = min(last, _MOST_STEPS)
        with QSignalBlocker(bar):
            bar.setRange(0, steps)
            bar.setPageStep(max(self._page() * steps // max(last, 1), 1))
            bar.setValue(self._top * steps // max(last, 1))
        # Its signals blocked, the bar does not tell the area whether it is needed.
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn if last else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.scrolled()

    def show_row(self, place: int) -> None:
        """Scroll as little as possible to see all of a row."""
        top = place * self._row_height
        self.scroll_to(min(max(self._top, top - self._page() + self._row_height), top))

    def centre_row(self, place: int) -> None:
        """Bring a row into the middle, unless all of it is seen."""
        top = place * self._row_height
        if not self._top <= top <= self._top + self._page() - self._row_height:
            rows_above = (self._page() - self._row_height) // 2 // self._row_height
            self.scroll_to(top - rows_above * self._row_height)

    def hold(self, before: int, after: int) -> None:
        """Scroll so that a row stands where another one stood when other rows were shown."""
        self.scroll_to(self._top + (after - before) * self._row_height)

    def scrolled(self) -> None:
        """Draw what is seen now."""
        self.viewport().update()

    def _page(self) -> int:
        return max(self.viewport().height() - self._header_height, 1)

    def _last_top(self) -> int:
        return max(self._count * self._row_height - self._page(), 0)

    def _dragged(self, value: int) -> None:
        last = self._last_top()
        self._top = value * last // max(min(last, _MOST_STEPS), 1)
        self.scrolled()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Leave the viewport as it is: `_dragged` has it drawn anew."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A touchpad says pixels, a wheel notches.
        self._turned += event.pixelDelta().y() or event.angleDelta().y() * _ROWS_A_NOTCH * self._row_height / _NOTCH
        whole = int(self._turned)
        self._turned -= whole
        self.scroll_to(self._top - whole)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scroll_to(self._top)
