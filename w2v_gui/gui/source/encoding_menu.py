"""The choice of an encoding by what the text looks like in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from w2v_gui.gui.language import translated
from w2v_gui.gui.text import one_line, plain_label
from w2v_gui.gui.theme import LIGHT, Palette
from w2v_gui.gui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem

    from w2v_gui.corpus.encoding_preview import EncodingPreview

Index = QModelIndex | QPersistentModelIndex

AUTOMATIC = ""
"""Stands for an encoding that is found out."""

_SIZE = QSize(440, 400)
_LINES = 2
_HEAD, _LINE, _PAD = 20, 19, 7
_ROLE = Qt.ItemDataRole.UserRole
_LONGEST = 120


class CandidateModel(QAbstractListModel):
    """The first row is "automatic", the others are what can be chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.previews: Sequence[EncodingPreview] = ()

    def show_previews(self, previews: Sequence[EncodingPreview]) -> None:
        self.beginResetModel()
        self.previews = previews
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 – Qt's own signature
        return 0 if parent.isValid() or not self.previews else len(self.previews) + 1

    def encoding(self, row: int) -> str:
        return self.previews[row - 1].encoding if row else AUTOMATIC

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        preview = self.previews[max(index.row() - 1, 0)]
        name = translated("encodings", preview.label) if index.row() else self.tr("Automatic")
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == _ROLE:
            return self._wrong(preview) if index.row() else "", self._lines(preview, index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " · ".join([name, self._wrong(preview), *self._lines(preview, index.row())])
        return None

    def _lines(self, preview: EncodingPreview, row: int) -> list[str]:
        if not row:
            return [self.tr("Found out from the bytes, for each file by itself.")]
        return [one_line(line.strip(), _LONGEST) for line in preview.lines[:_LINES]]

    def _wrong(self, preview: EncodingPreview) -> str:
        if not preview.undecodable:
            return ""
        share = 100 * preview.undecodable
        return self.tr("{share} % undecodable").format(share=f"{share:.1f}" if share >= 0.1 else "< 0.1")


class CandidateDelegate(QStyledItemDelegate):
    """Draws the name of an encoding, how much does not fit it, and the first lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.palette = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = max(len(index.data(_ROLE)[1]), 1)
        return QSize(200, 2 * _PAD + _HEAD + lines * _LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        palette, (wrong, lines) = self.palette, index.data(_ROLE)
        area: QRect = option.rect
        painter.save()
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(palette.accent_soft))
        inner = area.adjusted(10, _PAD, -10, -_PAD)
        font = option.font
        head = QRect(inner.left(), inner.top(), inner.width(), _HEAD)
        painter.setFont(font)
        painter.setPen(QColor(palette.notice))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), wrong)
        bold = painter.font()
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(palette.text))
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), index.data())
        painter.setFont(font)
        painter.setPen(QColor(palette.muted if not index.row() else palette.text))
        metrics = QFontMetrics(font)
        for number, line in enumerate(lines):
            place = QRect(inner.left(), inner.top() + _HEAD + number * _LINE, inner.width(), _LINE)
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)
        painter.restore()


class EncodingMenu(QWidget):
    """Candidates, the most plausible first; the arrow keys go along, Enter chooses.

    Attributes
    ----------
    chosen : Signal(str, bool)
        The encoding, or `AUTOMATIC`; and whether for all files.
    """

    chosen = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._refusal = ""
        self.heading = plain_label(kind="title")
        self.scope = Segmented(["this", "all"], self)
        self.waiting = plain_label(kind="empty")
        self.waiting.setWordWrap(True)
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.rows = CandidateModel(self)
        self._delegate = CandidateDelegate(self)
        self.list = QListView(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self._delegate)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self.hint = plain_label(kind="muted")
        shown = QWidget(self)
        shown.setFixedSize(_SIZE)
        self._shown = QStackedLayout(shown)
        self._shown.addWidget(self.waiting)
        self._shown.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.heading, self.scope, shown, self.hint):
            column.addWidget(widget)
        self.setFocusProxy(self.list)
        self.retranslate()

    def begin(self, name: str, *, several: bool) -> None:
        """Wait for what a file looks like."""
        self._name, self._refusal = name, ""
        self.scope.setVisible(several)
        self.scope.set_value("this")
        self.rows.show_previews(())
        self.retranslate()
        self._show_list()

    def show_previews(self, previews: Sequence[EncodingPreview], present: str) -> None:
        """Show the candidates; ``present`` is the encoding in use, or `AUTOMATIC`."""
        self.rows.show_previews(previews)
        encodings = [preview.encoding for preview in previews]
        row = encodings.index(present) + 1 if present in encodings else 0
        self._show_list()
        if previews:
            self.list.setCurrentIndex(self.rows.index(row))
            self.list.setFocus()

    def show_refused(self, text: str) -> None:
        """Say why there is nothing to show."""
        self._refusal = text
        self.retranslate()

    def apply_palette(self, palette: Palette) -> None:
        self._delegate.palette = palette
        self.list.viewport().update()

    def retranslate(self) -> None:
        self.heading.setText(self.tr("How “{name}” reads in each encoding").format(name=one_line(self._name, 40)))
        self.scope.set_label("this", self.tr("For this file"))
        self.scope.set_label("all", self.tr("For all files"))
        self.waiting.setText(self._refusal or self.tr("Looking at the file…"))
        self.hint.setText(self.tr("↑ ↓ compare · Enter chooses · Esc leaves"))
        self.list.setAccessibleName(self.heading.text())

    def _show_list(self) -> None:
        self._shown.setCurrentWidget(self.list if self.rows.rowCount() else self.waiting)

    def _choose(self, index: QModelIndex) -> None:
        everywhere = not self.scope.isHidden() and self.scope.value == "all"
        self.chosen.emit(self.rows.encoding(index.row()), everywhere)
