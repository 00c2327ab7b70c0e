"""What takes long to make is made in parts, and between two of them the window answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOTHING_LEFT = object()


class InParts(QObject):
    """Goes on with a generator whenever the window has nothing else to do, until it comes to its end.

    Parameters
    ----------
    parts : iterator
        Makes a part each time it is asked for the next. One that raises is not gone on with.
    parent : QObject

    Attributes
    ----------
    whole : bool
        Whether nothing is missing any more.
    """

    def __init__(self, parts: Iterator[None], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self.whole = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def _go_on(self) -> None:
        if next(self._parts, _NOTHING_LEFT) is not _NOTHING_LEFT:
            self._timer.start(0)
        else:
            self.whole = True

    def finish(self) -> None:
        """Make what is missing now."""
        self._timer.stop()
        for _ in self._parts:
            pass
        self.whole = True

    def give_up(self) -> None:
        """Leave the rest unmade."""
        self._timer.stop()
