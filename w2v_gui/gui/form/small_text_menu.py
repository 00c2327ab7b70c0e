"""A button that offers the small texts, and says which of them is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from w2v_gui.corpus.small_texts import BY_KEY, SMALL_TEXTS
from w2v_gui.gui.icons import icon
from w2v_gui.gui.language import translated
from w2v_gui.gui.text import escaped, set_tooltip

if TYPE_CHECKING:
    from w2v_gui.gui.theme import Palette

_WHOLE = 10_000


class SmallTextMenu(QPushButton):
    """Shows the title of the text in use.

    Attributes
    ----------
    chosen : Signal(str)
        The key of a text.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pill")
        self.setIconSize(QSize(9, 9))
        # The arrow stands behind the words.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.menu_ = QMenu(self)
        self.menu_.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.menu_.setToolTipsVisible(True)
        self._group = QActionGroup(self)
        self._actions = {key: self._add(key) for key in BY_KEY}
        self._present = SMALL_TEXTS[0].key
        self._room = _WHOLE
        self.menu_.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.clicked.connect(self._open)
        self.show_present(self._present)
        self.retranslate()

    def action(self, key: str) -> QAction:
        return self._actions[key]

    def show_present(self, key: str) -> None:
        """Say which text is in use."""
        self._present = key
        self._actions[key].setChecked(True)
        self._describe()

    def set_room(self, width: int = _WHOLE) -> None:
        """Shorten the title to so many pixels."""
        self._room = width
        self._describe()

    def apply_palette(self, palette: Palette) -> None:
        self.setIcon(icon("unfolded", palette.muted, palette.border_strong))

    def retranslate(self) -> None:
        for key, text in BY_KEY.items():
            self._actions[key].setText(translated("small_texts", text.title))
            self._actions[key].setToolTip(escaped(translated("small_texts", text.watch)))
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _add(self, key: str) -> QAction:
        action = self.menu_.addAction("")
        action.setData(key)
        action.setCheckable(True)
        self._group.addAction(action)
        return action

    def _describe(self) -> None:
        text = BY_KEY[self._present]
        title = translated("small_texts", text.title)
        self.setText(self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, self._room))
        set_tooltip(self, f"{title}\n{translated('small_texts', text.watch)}")
        self.setAccessibleName(self.tr("Small text: {title}").format(title=title))

    def _open(self) -> None:
        self.menu_.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
