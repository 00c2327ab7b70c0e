"""A submenu of which exactly one entry is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction


def add_choice(
    menu: QMenu,
    before: QAction,
    title: str,
    labels: Mapping[str, str],
    value: str,
    choose: Callable[[str], None],
) -> QMenu:
    """Add a submenu to choose one of a few values.

    Parameters
    ----------
    menu : QMenu
    before : QAction
        Where in the menu.
    title : str
    labels : mapping of str to str
        What the values are called.
    value : str
        The one that is chosen now.
    choose : callable
        Called with the value that the user picks.
    """
    submenu = QMenu(title, menu)
    menu.insertMenu(before, submenu)
    group = QActionGroup(submenu)
    for each, label in labels.items():
        action = submenu.addAction(label)
        action.setCheckable(True)
        action.setChecked(each == value)
        action.triggered.connect(lambda _=False, each=each: choose(each))
        group.addAction(action)
    return submenu
