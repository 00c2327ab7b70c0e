"""A star that keeps a question, and the questions that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from w2v_gui.gui.ask.bookmarks import Bookmarks, keepable
from w2v_gui.gui.text import menu_text
from w2v_gui.gui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from w2v_gui.gui.settings import WindowSettings


class BookmarkTools(QWidget):
    """Two buttons for the header of a card.

    Parameters
    ----------
    settings : WindowSettings
        Where bookmarks are kept.

    Attributes
    ----------
    chosen : Signal(object)
        With a question that was kept.
    """

    chosen = Signal(object)

    def __init__(self, settings: WindowSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bookmarks = Bookmarks(settings)
        self._question = ""
        self.star, self.list = IconButton("star", self), IconButton("unfolded", self)
        self.star.setCheckable(True)
        self.star.setFixedWidth(24)
        self.list.setFixedWidth(18)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.star)
        row.addWidget(self.list)
        self.star.clicked.connect(self._toggle)
        self.list.clicked.connect(self._open)
        self.show_question("")

    def show_question(self, question: str) -> None:
        """Show whether a question is kept; an empty one cannot be."""
        self._question = question
        kept = question in self._bookmarks
        self.star.setEnabled(keepable(question))
        self.star.setChecked(kept)
        self.star.set_icon("starred" if kept else "star")
        self.star.set_meaning(self.tr("Forget this question") if kept else self.tr("Keep this question"))
        self.list.set_meaning(self.tr("Questions that are kept"))

    def menu(self) -> QMenu:
        """Return a menu of the questions that are kept."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text in self._bookmarks.texts:
            menu.addAction(menu_text(text), lambda text=text: self.chosen.emit(text))
        if menu.isEmpty():
            menu.addAction(self.tr("None yet: the star keeps a question")).setEnabled(False)
        return menu

    def _toggle(self) -> None:
        self._bookmarks.toggle(self._question)
        self.show_question(self._question)

    def _open(self) -> None:
        self.menu().popup(self.list.mapToGlobal(QPoint(0, self.list.height() + 2)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_question(self._question)
        super().changeEvent(event)
