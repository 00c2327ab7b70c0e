"""Showing one card of a page alone, and putting it back where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from w2v_gui.gui.widgets.card import Card


class Enlarging(QStackedWidget):
    """Shows the content of a page, or one of its cards alone.

    Where the card was, something of the same measure keeps its place: in a splitter or in a layout, however deep.
    Esc goes back.

    Parameters
    ----------
    content : QWidget
        What the page consists of.

    Attributes
    ----------
    changed : Signal(object)
        With the card that is alone now, or None.
    """

    changed = Signal(object)

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._stage = QWidget()
        self._stage_layout = QVBoxLayout(self._stage)
        self._stage_layout.setContentsMargins(0, 0, 0, 0)
        self.addWidget(content)
        self.addWidget(self._stage)
        self._card: Card | None = None
        self._place = QWidget()
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.back)
        self._escape.setEnabled(False)

    @property
    def card(self) -> Card | None:
        """The card that is alone, if one is."""
        return self._card

    def add(self, *cards: Card) -> None:
        """Let these cards be enlarged."""
        for card in cards:
            card.set_enlargeable(True)
            card.enlarge_asked.connect(lambda card=card: self.toggle(card))

    def toggle(self, card: Card) -> None:
        """Show ``card`` alone, or put it back if it is."""
        if card is self._card:
            self.back()
        else:
            self.enlarge(card)

    def enlarge(self, card: Card) -> None:
        """Show ``card`` alone; another one that was alone goes back first."""
        self.back()
        self._place = _stand_in(card)
        _exchange(card, self._place)
        self._stage_layout.addWidget(card)
        self._card = card
        self.setCurrentWidget(self._stage)
        card.show()
        card.set_enlarged(True)
        self._escape.setEnabled(True)
        self.changed.emit(card)

    def back(self) -> None:
        """Put the card that is alone back into its place."""
        card = self._card
        if card is None:
            return
        self._card = None
        self._escape.setEnabled(False)
        self._stage_layout.removeWidget(card)
        _exchange(self._place, card)
        self._place.deleteLater()
        self.setCurrentWidget(self._content)
        card.show()
        card.set_enlarged(False)
        self.changed.emit(None)


def _stand_in(card: Card) -> QWidget:
    place = QWidget()
    place.setSizePolicy(card.sizePolicy())
    place.setMinimumSize(card.minimumSize().expandedTo(card.minimumSizeHint()))
    place.setMaximumSize(card.maximumSize())
    return place


def _exchange(old: QWidget, new: QWidget) -> None:
    """Put ``new`` where ``old`` is, which is left without a parent."""
    holder = old.parentWidget()
    if isinstance(holder, QSplitter):
        holder.replaceWidget(holder.indexOf(old), new)
    elif holder is not None and (layout := holder.layout()) is not None:
        layout.replaceWidget(old, new)
    old.setParent(None)
