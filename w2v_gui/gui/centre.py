"""Where everything stands in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

# The edge of the cards below.
_EDGE = 10


class Centre(QWidget):
    """The rail at the left; beside it the bar, what is said, the pages, and the status, from above.

    Parameters
    ----------
    rail, bar : QWidget
    said : sequence of QWidget
        Lines that come and go.
    middle, status : QWidget
    """

    def __init__(self, rail: QWidget, bar: QWidget, said: Sequence[QWidget], middle: QWidget, status: QWidget) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(rail)
        column = QVBoxLayout()
        across.addLayout(column, 1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        lines = QVBoxLayout()
        lines.setContentsMargins(_EDGE, 0, _EDGE, 0)
        lines.setSpacing(0)
        for line in said:
            lines.addWidget(line)
        column.addLayout(lines)
        column.addWidget(middle, 1)
        column.addWidget(status)
