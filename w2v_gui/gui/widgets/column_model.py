"""What tables have in common whose columns are named and explained."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from w2v_gui.gui.text import escaped

Index = QModelIndex | QPersistentModelIndex


class ColumnModel(QAbstractTableModel):
    """Rows of one column of words and several of figures; what is in them is said by those who are made of it.

    Attributes
    ----------
    columns : int
        How many there are.
    words_in : int
        The column that begins at the left; figures end at the right.
    """

    columns = 0
    words_in = 0

    @property
    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def title(self, column: int) -> str:
        """Return what stands above a column."""
        raise NotImplementedError

    def meaning(self, column: int) -> str:
        """Return what is in a column."""
        raise NotImplementedError

    def alignment(self, column: int) -> int:
        """Return where in a column its cells stand, as Qt takes it."""
        side = Qt.AlignmentFlag.AlignLeft if column == self.words_in else Qt.AlignmentFlag.AlignRight
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def retranslate(self) -> None:
        self.titles_changed()
        self.cells_changed()

    def titles_changed(self) -> None:
        """Have the titles written anew."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columns - 1)

    def cells_changed(self) -> None:
        """Have the cells written anew."""
        if self.count:
            self.dataChanged.emit(self.index(0, 0), self.index(self.count - 1, self.columns - 1))

    # -- what Qt asks -------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 – Qt's own signature
        return 0 if parent.isValid() else self.count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.columns

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return escaped(self.meaning(section))
        return None
