"""A picture in which one points at things with the mouse or with keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from w2v_gui.gui.theme import LIGHT, Palette

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent


class PointingView(QWidget):
    """Knows where the mouse is and whether the focus should be seen; what there is to point at others know.

    Whoever derives from it forgets ``_mouse`` when keys point.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: Palette = LIGHT
        self._mouse: QPointF | None = None
        self._by_key = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _point_at_nothing(self) -> None:
        raise NotImplementedError

    @property
    def _shows_focus(self) -> bool:
        return self._by_key and self.hasFocus()

    def leaveEvent(self, event: QEvent) -> None:
        self._mouse = None
        self._point_at_nothing()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._mouse is None:
            self._point_at_nothing()
        self.update()
