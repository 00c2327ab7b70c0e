"""A table of very many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from w2v_gui.gui.theme import LIGHT, Palette, tabular

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent

Index = QModelIndex | QPersistentModelIndex

ROW = 24
PADDING = 7


class RowTable(QTableView):
    """Shows a model's rows, all of one height, and asks it only for those that are seen.

    Parameters
    ----------
    rows : QAbstractTableModel
        Says what is written by the roles of text, alignment and foreground.
    cells : type of Cells
        Who writes it.

    Attributes
    ----------
    chosen : Signal(int)
        A row, by Return or a double click.
    menu_asked : Signal(int, object)
        A menu is asked for, with the row and the place on the screen.
    copy_asked : Signal()
        By Ctrl+C.
    typed : Signal(str)
        Letters that nothing here has a use for.
    left_upwards : Signal()
        The arrow was pressed in the first row.
    resized : Signal()
        There is another amount of room for the columns.
    """

    chosen = Signal(int)
    menu_asked = Signal(int, object)
    copy_asked = Signal()
    typed = Signal(str)
    left_upwards = Signal()
    resized = Signal()

    def __init__(
        self, rows: QAbstractTableModel, parent: QWidget | None = None, cells: type[Cells] | None = None
    ) -> None:
        super().__init__(parent)
        self._painter = (cells or Cells)(self)
        self.setItemDelegate(self._painter)
        self.setModel(rows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        heights = self.verticalHeader()
        heights.hide()
        heights.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heights.setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))

    def selected(self) -> list[range]:
        """Return the rows that are selected, in stretches from above to below."""
        # Their indices would be millions of objects.
        stretches = {(part.top(), part.bottom() + 1) for part in self.selectionModel().selection().toList()}
        return [range(*stretch) for stretch in sorted(stretches)]

    def select(self, row: int) -> None:
        """Select one row and bring it into sight."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def apply_palette(self, palette: Palette) -> None:
        self._painter.apply_palette(palette, self.font())
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.chosen.emit(row)
        elif event.key() == Qt.Key.Key_Up and row <= 0:
            self.left_upwards.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        # Qt would ask for the text of every row.
        self.typed.emit(search)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == event.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            event.ignore()
            return
        place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()) if by_key else event.globalPos()
        self.menu_asked.emit(index.row(), QPoint(place))


class Cells(QStyledItemDelegate):
    """Writes the cells of a table: the style sheet would be asked many times for each of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.apply_palette(LIGHT, parent.font())

    def apply_palette(self, palette: Palette, font: QFont) -> None:
        self._text, self._selected = QColor(palette.text), QColor(palette.accent_soft)
        self._font = tabular(font)
        self._metrics = QFontMetrics(self._font)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        painter.setFont(self._font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._selected)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        if not text:
            return
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) or self._text)
        room = area.adjusted(PADDING, 0, -PADDING, 0)
        if self._metrics.horizontalAdvance(text) > room.width():
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        alignment = int(index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.drawText(room, alignment | int(Qt.TextFlag.TextSingleLine), text)
