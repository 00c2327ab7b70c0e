"""A button that says what is set in the small window that it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from w2v_gui.gui.icons import icon
from w2v_gui.gui.widgets.parts_label import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from w2v_gui.gui.theme import Palette

_FRAME = 40
"""What the frame and the arrow take of its width."""


class SummaryButton(QPushButton):
    """Says it in several parts; those for which there is no room are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pill")
        self.setIconSize(QSize(9, 9))
        # The arrow stands behind the words.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._parts: tuple[str, ...] = ()

    def set_parts(self, parts: Sequence[str]) -> None:
        """Say what is set, the most important first."""
        self._parts = tuple(parts)
        self.setAccessibleDescription(", ".join(parts))
        self._fit()

    def apply_palette(self, palette: Palette) -> None:
        self.setIcon(icon("unfolded", palette.muted, palette.border_strong))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        metrics, room = self.fontMetrics(), self.width() - _FRAME
        text = SEPARATOR.join(self._parts)
        for count in range(len(self._parts) - 1, 0, -1):
            if metrics.horizontalAdvance(text) <= room:
                break
            text = SEPARATOR.join([*self._parts[:count], "…"])
        self.setText(text)
