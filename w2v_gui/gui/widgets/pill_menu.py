"""A button that says what is in use, and opens a menu of what else there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from w2v_gui.gui.icons import icon

if TYPE_CHECKING:
    from w2v_gui.gui.theme import Palette


class PillMenu(QPushButton):
    """Opens a menu below itself; its entries are known by their keys, which are their data.

    Attributes
    ----------
    menu_ : QMenu
    choices : QActionGroup
        The entries of which one can be in use.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pill")
        self.setIconSize(QSize(9, 9))
        # The arrow stands behind the words.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.menu_ = QMenu(self)
        self.menu_.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.menu_.setToolTipsVisible(True)
        self.choices = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        self.clicked.connect(self._open)

    def action(self, key: str) -> QAction:
        return self._actions[key]

    def add_choice(self, key: str) -> None:
        """Add an entry that can be in use."""
        self.add_entry(key)
        self._actions[key].setCheckable(True)
        self.choices.addAction(self._actions[key])

    def add_entry(self, key: str) -> None:
        """Add an entry that does something once."""
        self._actions[key] = self.menu_.addAction("")
        self._actions[key].setData(key)

    def apply_palette(self, palette: Palette) -> None:
        self.setIcon(icon("unfolded", palette.muted, palette.border_strong))

    def _open(self) -> None:
        self.menu_.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
