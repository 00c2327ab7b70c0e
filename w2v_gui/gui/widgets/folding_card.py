"""A card that can be folded down to its header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal

from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_NO_LIMIT = 16_777_215


class FoldingCard(Card):
    """A card that is no more than a line at first; pressing its header shows what is in it.

    Attributes
    ----------
    fold_changed : Signal(bool)
        Whether it is folded now.
    """

    fold_changed = Signal(bool)

    indent = 5

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folded = False
        self._folded_before = False
        self.arrow = IconButton("unfolded", self.header)
        self.arrow.clicked.connect(lambda: self.set_folded(not self._folded))
        self.header_row.insertWidget(0, self.arrow)
        self.header_row.setSpacing(6)
        self.header.clicked.connect(self._unfold)
        self.set_folded(True)

    @property
    def folded(self) -> bool:
        return self._folded

    def set_folded(self, folded: bool) -> None:
        if folded == self._folded:
            return
        self._folded = folded
        self.content.setVisible(not folded)
        self.setMaximumHeight(self.header.minimumHeight() + 2 if folded else _NO_LIMIT)
        self.arrow.set_icon("folded" if folded else "unfolded")
        self._name_arrow()
        self.fold_changed.emit(folded)

    def set_enlarged(self, enlarged: bool) -> None:
        # Alone on the page a folded card would be next to nothing; back in its place it is as it was.
        if enlarged:
            self._folded_before = self._folded
            self.set_folded(False)
        else:
            self.set_folded(self._folded_before)
        super().set_enlarged(enlarged)

    def _unfold(self) -> None:
        self.set_folded(False)

    def _name_arrow(self) -> None:
        self.arrow.set_meaning(self.tr("Unfold") if self._folded else self.tr("Fold"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_arrow()
