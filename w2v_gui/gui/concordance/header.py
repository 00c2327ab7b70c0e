"""What the columns of a concordance are, and by which of them its lines are sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from w2v_gui.corpus.concordance import LEFT, PLACE, RIGHT
from w2v_gui.gui.text import plain_label, set_tooltip

if TYPE_CHECKING:
    from w2v_gui.gui.concordance.layout import Columns

HEIGHT = 24
_ARROWS = {False: "↑", True: "↓"}


class ConcordanceHeader(QWidget):
    """A title above each column; a press sorts by it, a second one the other way round, a third one not any more.

    Attributes
    ----------
    order_chosen : Signal(str, bool)
        What the lines should be sorted by, and whether the other way round.
    """

    order_chosen = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by, self._descending = PLACE, False
        self._columns: Columns | None = None
        self.buttons = {by: QPushButton(self) for by in (PLACE, LEFT, RIGHT)}
        for by, button in self.buttons.items():
            button.setProperty("kind", "column")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(lambda _=False, by=by: self._press(by))
        self.word = plain_label(kind="section", parent=self)
        self.word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedHeight(HEIGHT)
        self.retranslate()

    def show_order(self, by: str, descending: bool) -> None:
        """Mark what the lines are sorted by."""
        self._by, self._descending = by, descending
        self.retranslate()

    def set_columns(self, columns: Columns) -> None:
        """Stand above the columns."""
        self._columns = columns
        for by, column in ((PLACE, columns.place), (LEFT, columns.left), (RIGHT, columns.right)):
            button = self.buttons[by]
            width = min(button.sizeHint().width(), column.width)
            x = column.x + column.width - width if by == LEFT else column.x
            button.setGeometry(x, 0, width, HEIGHT)
            button.setVisible(column.width > 0)
        needed = self.word.sizeHint().width()
        middle = columns.match.x + columns.match.width // 2
        self.word.setGeometry(middle - needed // 2, 0, needed, HEIGHT)

    def _press(self, by: str) -> None:
        if by != self._by:
            self.order_chosen.emit(by, False)
        elif not self._descending:
            self.order_chosen.emit(by, True)
        else:
            self.order_chosen.emit(PLACE, False)

    def retranslate(self) -> None:
        titles = {PLACE: self.tr("Place"), LEFT: self.tr("Words before"), RIGHT: self.tr("Words after")}
        meanings = {
            PLACE: self.tr("Sort by the place in the text, counted in words"),
            LEFT: self.tr("Sort by the words before, the nearest first"),
            RIGHT: self.tr("Sort by the words after, the nearest first"),
        }
        for by, button in self.buttons.items():
            arrow = f" {_ARROWS[self._descending]}" if by == self._by else ""
            button.setText(titles[by] + arrow)
            button.setAccessibleName(meanings[by])
            set_tooltip(button, meanings[by])
        self.word.setText(self.tr("Word"))
        if self._columns is not None:
            self.set_columns(self._columns)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
