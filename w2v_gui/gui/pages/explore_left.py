"""The left column of the Explore page: a question above, reasons below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from w2v_gui.gui.widgets.splitters import GAP, Splitter

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LEAST_WIDTH = 250

_LEAST = 244, 284
"""Below the question there is room for four rows of its answer, and below that for three of what is shared and for a
line of each word: the same for both cards there, so that nothing moves when one takes the place of the other."""

_LEAST_BESIDE_A_MESSAGE = 200, 260
"""So much is left in the lowest window while a message is shown above the page."""


class LeftColumn(Splitter):
    """Gives both parts the least height with which they are of use, and less where there is no room for that."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setMinimumWidth(_LEAST_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = _LEAST if self.height() >= sum(_LEAST) + GAP else _LEAST_BESIDE_A_MESSAGE
        for place, height in enumerate(least):
            part = self.widget(place)
            if part is not None:
                part.setMinimumHeight(height)
