"""Splitters as all pages have them: a gap, and nothing that can be folded away by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QSplitter, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import Qt

GAP = 10

_Part = TypeVar("_Part", bound=QWidget)


class Splitter(QSplitter):
    """Widgets side by side or one below the other, added one by one."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self._first_sizes: list[int] = []
        self.setHandleWidth(GAP)
        self.setChildrenCollapsible(False)

    def add(self, widget: _Part, size: int, stretch: int) -> _Part:
        """Add a widget, and return it.

        Parameters
        ----------
        widget : QWidget
        size : int
            How large it is at first, in pixels.
        stretch : int
            What part it has in room that is to spare.
        """
        self.addWidget(widget)
        self.setStretchFactor(self.count() - 1, stretch)
        self._first_sizes.append(size)
        self.setSizes(self._first_sizes)
        return widget


def splitter(orientation: Qt.Orientation, sizes: Mapping[QWidget, int], stretch: Sequence[int]) -> Splitter:
    """Return widgets side by side or one below the other.

    Parameters
    ----------
    orientation : Qt.Orientation
    sizes : mapping of QWidget to int
        The widgets in their order, and how large they are at first, in pixels.
    stretch : sequence of int
        What part each of them has in room that is to spare.
    """
    result = Splitter(orientation)
    for (widget, size), part in zip(sizes.items(), stretch, strict=True):
        result.add(widget, size, part)
    return result
