"""The files that were read: a row each, with size and encoding; ten thousand of them scroll like ten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QWidget

from w2v_gui.gui.icons import icon
from w2v_gui.gui.source.words import certainty, encoding_name
from w2v_gui.gui.text import escaped, number, one_line, size
from w2v_gui.gui.theme import LIGHT, Palette, tabular

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem

    from w2v_gui.corpus.ingest import FileReport

Index = QModelIndex | QPersistentModelIndex

ROW = 24
MOST_ROWS = 6
"""Beyond so many the list scrolls."""

_FILE = Qt.ItemDataRole.UserRole
_GAP = 8
_MARK = 14


class FileModel(QAbstractListModel):
    """The rows; nothing is computed for one that is not seen."""

    def __init__(self, title: Callable[[FileReport], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self.files: Sequence[FileReport] = ()

    def show_files(self, files: Sequence[FileReport]) -> None:
        self.beginResetModel()
        self.files = files
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 – Qt's own signature
        return 0 if parent.isValid() else len(self.files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        file = self.files[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._title(file))
        if role == _FILE:
            return file
        if role == Qt.ItemDataRole.ToolTipRole:
            return escaped(self._explanation(file))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._explanation(file).replace("\n", ", ")
        return None

    def _explanation(self, file: FileReport) -> str:
        lines = [
            one_line(self._title(file)),
            size(file.bytes),
            f"{encoding_name(file.decoding.encoding)}: {certainty(file.decoding)}",
        ]
        if file.decoding.replaced:
            text = self.tr("Bytes that are no characters in this encoding, and were replaced: {count}.")
            lines.append(text.format(count=number(file.decoding.replaced)))
        return "\n".join(lines)


class FileDelegate(QStyledItemDelegate):
    """Draws name, warning, encoding and size of a file."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, file = self.palette, index.data(_FILE)
        painter.save()
        state = option.state
        area: QRect = option.rect
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(palette.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(palette.hover))
        painter.setFont(tabular(option.font))
        metrics = QFontMetrics(painter.font())
        left, right = area.left() + _GAP, area.right() - _GAP
        for text in (size(file.bytes), encoding_name(file.decoding.encoding)):
            width = metrics.horizontalAdvance(text)
            painter.setPen(QColor(palette.muted))
            place = QRect(right - width, area.top(), width + 1, area.height())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), text)
            right -= width + _GAP
        if file.decoding.replaced:
            mark = QRect(right - _MARK, area.center().y() - _MARK // 2 + 1, _MARK, _MARK)
            icon("warning", palette.notice).paint(painter, mark)
            right -= _MARK + _GAP
        painter.setPen(QColor(palette.text))
        name = metrics.elidedText(index.data(), Qt.TextElideMode.ElideMiddle, right - left)
        place = QRect(left, area.top(), right - left, area.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), name)
        painter.restore()


class FileList(QListView):
    """As high as its rows, up to a few.

    Parameters
    ----------
    title : callable
        Returns what a file is called on screen.

    Attributes
    ----------
    file_chosen : Signal(int)
        The place of the file that is looked at now.
    """

    file_chosen = Signal(int)

    def __init__(self, title: Callable[[FileReport], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = FileModel(title, self)
        self._delegate = FileDelegate(self)
        self.setObjectName("files")
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.file_chosen.emit(now.row()))

    @property
    def files(self) -> Sequence[FileReport]:
        return self.rows.files

    @property
    def place(self) -> int:
        """The place of the file that is looked at; the first one's as long as none was chosen."""
        return max(self.currentIndex().row(), 0)

    def show_files(self, files: Sequence[FileReport]) -> None:
        """Show other files; where they are as many as before, the same one stays chosen."""
        place = self.place if len(files) == len(self.files) else 0
        self.rows.show_files(files)
        self.setFixedHeight(ROW * min(max(len(files), 1), MOST_ROWS) + 2)
        if files:
            self.setCurrentIndex(self.rows.index(place))

    def apply_palette(self, palette: Palette) -> None:
        self._delegate.palette = palette
        self.viewport().update()
