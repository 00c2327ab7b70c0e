"""What all pages have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent


class Page(QWidget):
    """Is told by Qt whether it is seen, and says so; what its cards give away or ask for goes through it.

    Attributes
    ----------
    seen_changed : Signal(bool)
        The page has come to light, or is hidden.
    export_asked : Signal(object)
        With the `Export` that a card gives away.
    concordance_asked : Signal(object)
        With a word.
    """

    seen_changed = Signal(bool)
    export_asked = Signal(object)
    concordance_asked = Signal(object)

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen_changed.emit(False)
