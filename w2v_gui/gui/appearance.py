"""Choosing theme and language: menus and buttons change them, and they are remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from w2v_gui.gui.actions import Actions
    from w2v_gui.gui.language import Language
    from w2v_gui.gui.settings import WindowSettings
    from w2v_gui.gui.theme import Theme


class Appearance(QObject):
    """Takes the user's choice of theme and language to all who have to know.

    Parameters
    ----------
    theme, language
        What is changed.
    settings : WindowSettings
        Where it is remembered.
    actions : Actions
        Where it is chosen and shown.
    parent : QObject
    """

    def __init__(
        self, theme: Theme, language: Language, settings: WindowSettings, actions: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._language = language
        self._settings = settings
        self._actions = actions
        actions.themes[theme.mode].setChecked(True)
        actions.languages[language.choice].setChecked(True)
        actions.theme_group.triggered.connect(self._choose_theme)
        actions.language_group.triggered.connect(self._choose_language)

    def other_theme(self) -> None:
        """Go from light to dark or back."""
        self._set_theme("light" if self._theme.palette.name == "dark" else "dark")

    def other_language(self) -> None:
        """Go from English to Chinese or back."""
        self._set_language("en" if self._language.code == "zh_CN" else "zh_CN")

    def _choose_theme(self, action: QAction) -> None:
        self._set_theme(action.data())

    def _choose_language(self, action: QAction) -> None:
        self._set_language(action.data())

    def _set_theme(self, mode: str) -> None:
        self._settings.theme = mode
        self._actions.themes[mode].setChecked(True)
        self._theme.set_mode(mode)

    def _set_language(self, choice: str) -> None:
        self._settings.language = choice
        self._actions.languages[choice].setChecked(True)
        self._language.choose(choice)
