"""The lines of a concordance, with a header by which they are sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from w2v_gui.gui.concordance.header import HEIGHT, ConcordanceHeader
from w2v_gui.gui.concordance.lines import ROW_HEIGHT, LineView, Shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

__all__ = ["ROW_HEIGHT", "ConcordanceView", "Shown"]


class ConcordanceView(LineView):
    """Lines below a header that names their columns."""

    def __init__(self, describe: Callable[[int], str], parent: QWidget | None = None) -> None:
        super().__init__(describe, parent)
        self.header = ConcordanceHeader(self)
        self.setViewportMargins(0, HEIGHT, 0, 0)
        self.columns_changed.connect(self.header.set_columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.setGeometry(0, 0, self.viewport().width(), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(0, HEIGHT)
