"""What all pages have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QHideEvent, QShowEvent

    from w2v_gui.gui.theme import Palette


class Page(QWidget):
    """Is told by Qt whether it is seen, and says so; what its cards give away or ask for goes through it.

    A page is empty at first, until somebody goes through `build`.

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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = False

    def build(self) -> Iterator[None]:
        """Make what the page consists of, part by part: each takes no longer than anybody would notice."""
        yield from self._parts()
        self._whole = True
        self.retranslate()

    def _parts(self) -> Iterator[None]:
        """Make the cards where they belong, and connect them."""
        yield from ()

    def take_focus(self) -> None:
        """Put the focus where one begins; where that is not plain, the next step of Tab leads to the first card."""
        self.setFocus()

    def apply_palette(self, palette: Palette) -> None:
        """Take the colours of a theme."""

    def retranslate(self) -> None:
        """Write everything in the language of the moment."""

    def changeEvent(self, event: QEvent) -> None:
        if self._whole and event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.seen_changed.emit(False)
