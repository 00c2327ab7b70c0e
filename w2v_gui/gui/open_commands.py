"""What the buttons, menus and lists do by which something is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from w2v_gui.gui.recent import RecentMenu

if TYPE_CHECKING:
    from w2v_gui.gui.actions import Actions
    from w2v_gui.gui.opener import Opener
    from w2v_gui.gui.recent import Recent
    from w2v_gui.gui.start_view import StartView
    from w2v_gui.gui.top_bar import TopBar


class OpenCommands(QObject):
    """Takes what is pressed to the one who opens.

    Parameters
    ----------
    opener : Opener
    recent : Recent
        What was opened before; a menu of it is filled here.
    actions, bar, start
        Where one can press.
    parent : QObject
    """

    def __init__(
        self, opener: Opener, recent: Recent, actions: Actions, bar: TopBar, start: StartView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._menu = RecentMenu(recent, actions.menus["recent"])
        for files in (actions.open.triggered, bar.open.clicked, start.open.clicked):
            files.connect(opener.choose_files)
        for folder in (actions.open_folder.triggered, start.folder.clicked):
            folder.connect(opener.choose_folder)
        for paste in (actions.paste.triggered, start.paste.clicked):
            paste.connect(opener.paste)
        for before in (self._menu.chosen, start.recent_chosen):
            before.connect(opener.open_recent)
        actions.open_vectors.triggered.connect(opener.choose_vectors)
        actions.open_model.triggered.connect(opener.choose_model)
        actions.sample_group.triggered.connect(lambda action: opener.open_sample(action.data()))
        start.sample_chosen.connect(lambda key: opener.open_sample(key))

    def retranslate(self) -> None:
        """Write the menu in the language of the moment."""
        self._menu.fill()
