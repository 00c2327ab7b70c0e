"""What tables have in common whose columns are named and explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from w2v_gui.gui.text import escaped
from w2v_gui.gui.widgets.bar_cells import BAR

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont

Index = QModelIndex | QPersistentModelIndex


class ColumnModel(QAbstractTableModel):
    """Rows of one column of words and several of figures; what is in them is said by those who are made of it.

    Attributes
    ----------
    columns : int
        How many there are.
    words_in : int
        The column that begins at the left; figures end at the right.
    font : QFont or None
        That of all cells, where it is not the table's.
    """

    columns = 0
    words_in = 0
    font: QFont | None = None

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

    def cell_text(self, row: int, column: int) -> str:
        """Return what is written in a cell."""
        raise NotImplementedError

    def cell_tip(self, row: int, column: int) -> str:
        """Return what is said of a cell to whoever rests on it, as plain text."""
        raise NotImplementedError

    def cell_colour(self, row: int, column: int) -> QColor | None:
        """Return in which colour a cell is written; None for that of the table."""
        return None

    def cell_bar(self, row: int, column: int) -> tuple[float, QColor] | None:
        """Return how long the bar in a cell is, from 0 to 1, and its colour; None where there is none."""
        return None

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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell_text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self.cell_colour(row, column)
        if role == Qt.ItemDataRole.FontRole:
            return self.font
        if role == BAR:
            return self.cell_bar(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return escaped(self.cell_tip(row, column))
        return None

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
