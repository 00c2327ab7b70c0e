"""Python's collection of garbage, in small pieces and on the window's thread alone.

Left to itself, Python looks for garbage whenever some thread has made enough objects, and now and then through all
there are: with a compiler in memory that is a tenth of a second in which nothing moves. It would also do it on the
thread that trains, and Qt's objects must not be destroyed there.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PIECE_MS = 200
"""How often the youngest objects are looked at."""

_PIECES = 25
"""After so many pieces all objects are looked at that have come since the program began."""

_MANY = 20_000
"""To look through more objects than these takes longer than a frame: they are left alone for good, as what is there at
the beginning is. A library that has been loaded stays in any case."""


class Collector(QObject):
    """Takes over from Python's automatic collection until its window is destroyed.

    Parameters
    ----------
    window : QWidget
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._pieces = 0
        if gc.isenabled():
            window.destroyed.connect(gc.enable)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(PIECE_MS)

    def collect(self) -> None:
        """Look at the next piece."""
        self._pieces += 1
        if self._pieces % _PIECES:
            gc.collect(0)
        elif len(gc.get_objects()) <= _MANY:
            gc.collect()
        else:
            gc.freeze()
