"""Splitters as all pages have them: a gap, and nothing that can be folded away by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import Qt

GAP = 10


def splitter(orientation: Qt.Orientation, sizes: Mapping[QWidget, int], stretch: Sequence[int]) -> QSplitter:
    """Return widgets side by side or one below the other.

    Parameters
    ----------
    orientation : Qt.Orientation
    sizes : mapping of QWidget to int
        The widgets in their order, and how large they are at first, in pixels.
    stretch : sequence of int
        What part each of them has in room that is to spare.
    """
    result = QSplitter(orientation)
    result.setHandleWidth(GAP)
    result.setChildrenCollapsible(False)
    for place, widget in enumerate(sizes):
        result.addWidget(widget)
        result.setStretchFactor(place, stretch[place])
    result.setSizes(list(sizes.values()))
    return result
