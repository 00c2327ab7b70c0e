"""Two cards beside or below each other, or one at a time where there is no room for both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from w2v_gui.gui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from w2v_gui.gui.widgets.card import Card


class TwoCards(QWidget):
    """Shows both cards where it is large enough, else one of them and a switch.

    Parameters
    ----------
    left, right : Card
        Or the upper and the lower one.
    room : int
        The width, or the height, from which there is room for both, in pixels.
    gap : int
        Between the two.
    orientation : Qt.Orientation
        Whether they stand beside or below each other.
    """

    def __init__(
        self,
        left: Card,
        right: Card,
        room: int,
        gap: int,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cards = {"left": left, "right": right}
        self._room = room
        self._arranged_narrow: bool | None = None
        self.switch = Segmented(list(self._cards))
        self.switch.setObjectName("quiet")
        self.splitter = QSplitter(orientation)
        self.splitter.setHandleWidth(gap)
        self.splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.switch)
        column.addWidget(self.splitter, 1)
        for i, card in enumerate(self._cards.values()):
            self.splitter.addWidget(card)
            self.splitter.setStretchFactor(i, 1)
        # Halves, whatever the cards would like.
        self.splitter.setSizes([room, room])
        self.switch.chosen.connect(self.arrange)
        self.arrange()

    @property
    def narrow(self) -> bool:
        """Whether there is room for one card only."""
        beside = self.splitter.orientation() == Qt.Orientation.Horizontal
        return (self.width() if beside else self.height()) < self._room

    def arrange(self) -> None:
        """Show what there is room for; to be called when a card has come back."""
        self._arranged_narrow = self.narrow
        for name, card in self._cards.items():
            # A card that has been taken out to fill the page is not ours to hide.
            if card.parent() is self.splitter:
                card.setVisible(not self.narrow or self.switch.value == name)
        self._place_switch()

    def _place_switch(self) -> None:
        self.switch.setVisible(self.narrow)

    def prefer(self, name: str) -> None:
        """Show the "left" or the "right" card where there is room for one."""
        self.switch.set_value(name)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._arranged_narrow is not self.narrow:
            self.arrange()

    def set_labels(self, left: str, right: str, name: str) -> None:
        """Say what the buttons of the switch, and the switch itself, are called."""
        self.switch.set_label("left", left)
        self.switch.set_label("right", right)
        self.switch.setAccessibleName(name)


class TabbedCards(TwoCards):
    """Two cards whose switch stands in the header of the one that is seen, in place of its title."""

    def arrange(self) -> None:
        focused = any(button.hasFocus() for button in self.switch.buttons)
        super().arrange()
        if focused:
            # On its way from card to card it would have lost it.
            self.switch.button(self.switch.value).setFocus()

    def _place_switch(self) -> None:
        value = self.switch.value
        leads = {
            name: self.narrow and name == value and card.parent() is self.splitter for name, card in self._cards.items()
        }
        for name in sorted(leads, key=leads.__getitem__):
            self._cards[name].set_lead(self.switch if leads[name] else None)
        self.switch.setVisible(any(leads.values()))
