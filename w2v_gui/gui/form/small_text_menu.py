"""A button that offers the small texts, and says which of them is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal

from w2v_gui.corpus.small_texts import BY_KEY, SMALL_TEXTS
from w2v_gui.gui.language import translated
from w2v_gui.gui.text import escaped, set_tooltip
from w2v_gui.gui.widgets.pill_menu import PillMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WHOLE = 10_000


class SmallTextMenu(PillMenu):
    """Shows the title of the text in use.

    Attributes
    ----------
    chosen : Signal(str)
        The key of a text.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for key in BY_KEY:
            self.add_choice(key)
        self._present = SMALL_TEXTS[0].key
        self._room = _WHOLE
        self.menu_.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.show_present(self._present)
        self.retranslate()

    def show_present(self, key: str) -> None:
        """Say which text is in use."""
        self._present = key
        self._actions[key].setChecked(True)
        self._describe()

    def set_room(self, width: int = _WHOLE) -> None:
        """Shorten the title to so many pixels."""
        self._room = width
        self._describe()

    def retranslate(self) -> None:
        for key, text in BY_KEY.items():
            self._actions[key].setText(translated("small_texts", text.title))
            self._actions[key].setToolTip(escaped(translated("small_texts", text.watch)))
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _describe(self) -> None:
        text = BY_KEY[self._present]
        title = translated("small_texts", text.title)
        self.setText(self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, self._room))
        set_tooltip(self, f"{title}\n{translated('small_texts', text.watch)}")
        self.setAccessibleName(self.tr("Small text: {title}").format(title=title))
