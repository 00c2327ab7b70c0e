"""The rail at the left, by which one goes from page to page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QToolButton, QVBoxLayout, QWidget

from w2v_gui.gui.actions import page_keys
from w2v_gui.gui.icons import icon
from w2v_gui.gui.language import translated
from w2v_gui.gui.text import set_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QMouseEvent

    from w2v_gui.gui.actions import Actions
    from w2v_gui.gui.page_stack import Pages
    from w2v_gui.gui.pages import PageKind
    from w2v_gui.gui.settings import WindowSettings
    from w2v_gui.gui.theme import Palette

_ICON = 22


class _PageButton(QToolButton):
    """Says when it is clicked with the mouse: Qt lets the arrow keys click, too.

    Attributes
    ----------
    pointed : Signal()
    """

    pointed = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.pointed.emit()


class Rail(QFrame):
    """An icon over a name for every page; the arrow keys move along.

    Attributes
    ----------
    chosen : Signal(str)
        With the key of the page that the user wants to see.
    entered : Signal(str)
        With the key of the page that the user wants to be on: a click, while the arrow keys go on to the next page.
    """

    chosen = Signal(str)
    entered = Signal(str)

    def __init__(self, kinds: Sequence[PageKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._kinds = tuple(kinds)
        self._group = QButtonGroup(self)
        self.buttons = {kind.key: self._button(kind) for kind in self._kinds}
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 8)
        column.setSpacing(4)
        for button in self.buttons.values():
            column.addWidget(button)
        column.addStretch(1)
        self.retranslate()

    def _button(self, kind: PageKind) -> QToolButton:
        button = _PageButton(self)
        button.setProperty("kind", "page")
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFixedSize(60, 56)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.toggled.connect(lambda on, key=kind.key: self.chosen.emit(key) if on else None)
        button.pointed.connect(lambda key=kind.key: self.entered.emit(key))
        self._group.addButton(button)
        return button

    def show_page(self, key: str) -> None:
        self.buttons[key].setChecked(True)

    def apply_palette(self, palette: Palette) -> None:
        for kind in self._kinds:
            self.buttons[kind.key].setIcon(icon(kind.icon, palette.muted, on=palette.accent, size=_ICON))

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Pages"))
        for place, kind in enumerate(self._kinds):
            button = self.buttons[kind.key]
            button.setText(translated("pages", kind.title))
            keys = page_keys(place).toString(QKeySequence.SequenceFormat.NativeText)
            set_tooltip(button, f"{translated('pages', kind.question)} {keys}")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class Navigation(QObject):
    """Takes the user's choice of a page, by rail or by key, to all who have to know, and remembers it."""

    def __init__(self, rail: Rail, pages: Pages, actions: Actions, settings: WindowSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._actions = actions
        self._settings = settings
        rail.chosen.connect(pages.show_page)
        rail.entered.connect(self._enter)
        actions.page_group.triggered.connect(self._choose)
        pages.shown.connect(rail.show_page)
        pages.shown.connect(self._shown)
        rail.show_page(pages.key)
        actions.pages[pages.key].setChecked(True)
        pages.show_page(settings.page)

    def _choose(self, action: QAction) -> None:
        self._pages.show_page(action.data())
        self._enter(action.data())

    def _enter(self, key: str) -> None:
        self._pages.when_whole(key, lambda page: page.take_focus() if self._pages.key == key else None)

    def _shown(self, key: str) -> None:
        self._actions.pages[key].setChecked(True)
        self._settings.page = key
