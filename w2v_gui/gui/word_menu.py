"""What every menu of a word offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from w2v_gui.gui.text import menu_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu


def add_concordance(menu: QMenu, word: str, ask: Callable[[str], None], before: QAction | None = None) -> QAction:
    """Add an entry that asks for the lines of the text in which ``word`` stands.

    Parameters
    ----------
    menu : QMenu
    word : str
    ask : callable
        Called with the word.
    before : QAction, optional
        Where in the menu; at its end if nothing is said.
    """
    text = QCoreApplication.translate("word_menu", "Concordance of “{word}”").format(word=menu_text(word))
    action = QAction(text, menu)
    action.triggered.connect(lambda: ask(word))
    menu.insertAction(before, action)  # type: ignore[arg-type]
    return action
