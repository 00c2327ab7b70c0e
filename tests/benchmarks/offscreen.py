"""What is measured in a window without a screen: the application, what acts take, and the row that says it."""

from __future__ import annotations

import os
import statistics
import time
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from table import Row

from w2v_gui.gui import start
from w2v_gui.gui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FRAME = 16.0
"""Milliseconds that a frame of scrolling may take."""

THREAD = 50.0
"""Milliseconds that anything may take on the window's thread."""


def application() -> QApplication:
    """Return the application, which is made when it is needed first."""
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    app = start.application()
    Theme(app, "light")
    return app


def milliseconds(act: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = time.perf_counter()
    act()
    return 1000 * (time.perf_counter() - start)


def timed(what: str, times: Sequence[float], target: float | None = None, remark: str = "") -> Row:
    """Return a row with the middle of some times in milliseconds, beside what they may be, and the longest of them."""
    middle, ordered = statistics.median(times), sorted(times)
    if len(ordered) > 1:
        high = f"95 %: {_written(ordered[int(0.95 * len(ordered))])}, longest {_written(ordered[-1])}"
        remark = f"{remark}; {high}" if remark else high
    if target is None:
        return Row(what, "", "", _written(middle), "", remark)
    return Row(what, "target", _written(target), _written(middle), f"{target / max(middle, 1e-3):.1f}×", remark)


def _written(time: float) -> str:
    if time < 10:
        return f"{time:.2g} ms" if time < 1 else f"{time:.1f} ms"
    return f"{time:,.0f} ms"
