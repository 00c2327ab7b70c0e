"""The pages and the rail at the left by which one goes from page to page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from w2v_gui.gui.icons import icon
from w2v_gui.gui.language import translated
from w2v_gui.gui.text import set_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from w2v_gui.gui.actions import Actions
    from w2v_gui.gui.pages import PageKind
    from w2v_gui.gui.settings import WindowSettings
    from w2v_gui.gui.theme import Palette

_ICON = 22


def shortcut(place: int) -> QKeySequence:
    """Return the keys that lead to the page at a place, counted from 0."""
    return QKeySequence(f"Ctrl+{place + 1}")


class Pages(QStackedWidget):
    """The pages, of which one is seen; each is made when it is wanted for the first time.

    Parameters
    ----------
    kinds : sequence of PageKind
    first : str
        The key of the page that is seen at first.

    Attributes
    ----------
    made : Signal(str, object)
        With the key of a page that has just been made, and the page.
    shown : Signal(str)
        With the key of the page that is seen from now on.
    """

    made = Signal(str, object)
    shown = Signal(str)

    def __init__(self, kinds: Sequence[PageKind], first: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds = {kind.key: kind for kind in kinds}
        self._pages: dict[str, Any] = {}
        self._palette: Palette | None = None
        self.make(first)

    @property
    def key(self) -> str:
        """The page that is seen."""
        return next(key for key, page in self._pages.items() if page is self.currentWidget())

    def make(self, key: str) -> Any:
        """Return a page, which is made if it is not there yet."""
        if key not in self._pages:
            page: Any = self._kinds[key].make()
            self._pages[key] = page
            if self._palette is not None:
                page.apply_palette(self._palette)
            self.addWidget(page)
            self.made.emit(key, page)
        return self._pages[key]

    def apply_palette(self, palette: Palette) -> None:
        """Give the pages their colours, those to come as well."""
        self._palette = palette
        for page in self._pages.values():
            page.apply_palette(palette)

    def show_page(self, key: str) -> None:
        """Show a page; a key that names none, as an older program may have left one, changes nothing."""
        if key in self._kinds and key != self.key:
            self.setCurrentWidget(self.make(key))
            self.shown.emit(key)


class Middle(QStackedWidget):
    """The pages, or what stands in their place while there is no text to show in the one that is chosen.

    Parameters
    ----------
    start : QWidget
        What stands there then.
    pages : Pages
    kinds : sequence of PageKind
    """

    def __init__(self, start: QWidget, pages: Pages, kinds: Sequence[PageKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = start
        self._pages = pages
        self._without_text = {kind.key for kind in kinds if not kind.needs_text}
        self._text_open = False
        self.addWidget(start)
        self.addWidget(pages)
        pages.shown.connect(self._arrange)
        self._arrange()

    def show_text_open(self) -> None:
        """Show the pages from now on, whichever is chosen."""
        self._text_open = True
        self._arrange()

    def _arrange(self) -> None:
        ready = self._text_open or self._pages.key in self._without_text
        self.setCurrentWidget(self._pages if ready else self._start)


class Rail(QFrame):
    """An icon over a name for every page; the arrow keys move along.

    Attributes
    ----------
    chosen : Signal(str)
        With the key of the page that the user wants to see.
    """

    chosen = Signal(str)

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
        button = QToolButton(self)
        button.setProperty("kind", "page")
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFixedSize(60, 56)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # By the state and not by the click: the arrow keys press a button of a group without clicking it.
        button.toggled.connect(lambda on, key=kind.key: self.chosen.emit(key) if on else None)
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
            keys = shortcut(place).toString(QKeySequence.SequenceFormat.NativeText)
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
        actions.page_group.triggered.connect(self._choose)
        pages.shown.connect(rail.show_page)
        pages.shown.connect(self._shown)
        rail.show_page(pages.key)
        actions.pages[pages.key].setChecked(True)
        pages.show_page(settings.page)

    def _choose(self, action: QAction) -> None:
        self._pages.show_page(action.data())

    def _shown(self, key: str) -> None:
        self._actions.pages[key].setChecked(True)
        self._settings.page = key
