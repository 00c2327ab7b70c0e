"""The lines of one of two words, below a line that says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from w2v_gui.gui.concordance.lines import LineView
from w2v_gui.gui.widgets.parts_label import PartsLabel

if TYPE_CHECKING:
    from collections.abc import Callable

_HEIGHT = 24


class Side(QWidget):
    """A small title and lines.

    Parameters
    ----------
    describe : callable
        Returns what is said of a word, by its id.

    Attributes
    ----------
    head : QHBoxLayout
        With the title; behind it there is room for a button.
    """

    def __init__(self, describe: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PartsLabel(kind="section")
        self.title.setContentsMargins(10, 0, 4, 0)
        # As high as a button would be: the lines of both sides begin at the same height.
        self.title.setMinimumHeight(_HEIGHT)
        self.view = LineView(describe)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(0, 0, 4, 0)
        self.head.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self.head)
        column.addWidget(self.view, 1)

    def say(self, title: str) -> None:
        """Say which lines these are."""
        self.title.setText(title)
        self.view.setAccessibleName(title)
