"""The texts that were opened last, and the menu of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from w2v_gui.gui.text import escaped, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu

    from w2v_gui.gui.settings import WindowSettings

LIMIT = 8

_KEY = "files/recent"
_WIDTH = 360


class Recent(QObject):
    """What was opened last, the latest first; kept in the settings.

    An entry holds the paths that were opened together.

    Attributes
    ----------
    changed : Signal()
    """

    changed = Signal()

    def __init__(self, settings: WindowSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def entries(self) -> list[tuple[str, ...]]:
        try:
            stored = json.loads(self._settings.value(_KEY, "[]"))
            return [tuple(str(path) for path in paths) for paths in stored if isinstance(paths, list) and paths]
        except (ValueError, TypeError, RecursionError):
            return []

    def add(self, paths: Sequence[str]) -> None:
        """Put an entry at the top; it is not there twice."""
        entry = tuple(str(Path(path).absolute()) for path in paths)
        self._store([entry, *(other for other in self.entries if other != entry)])

    def remove(self, entry: tuple[str, ...]) -> None:
        self._store([other for other in self.entries if other != entry])

    def clear(self) -> None:
        self._store([])

    def _store(self, entries: list[tuple[str, ...]]) -> None:
        self._settings.set(_KEY, json.dumps(entries[:LIMIT]))
        self.changed.emit()


class RecentMenu(QObject):
    """Fills a menu with the entries, and a way to forget them.

    Attributes
    ----------
    chosen : Signal(object)
        With the entry.
    """

    chosen = Signal(object)

    def __init__(self, recent: Recent, menu: QMenu) -> None:
        super().__init__(menu)
        self._recent = recent
        self._menu = menu
        menu.setToolTipsVisible(True)
        recent.changed.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        menu, entries = self._menu, self._recent.entries
        menu.clear()
        for place, entry in enumerate(entries, start=1):
            action = menu.addAction(f"&{place}  {self._label(entry)}")
            action.setToolTip(escaped("\n".join(one_line(path, 300) for path in entry)))
            action.triggered.connect(lambda _checked, entry=entry: self.chosen.emit(entry))
        menu.addSeparator()
        clear = menu.addAction(QCoreApplication.translate("Recent", "&Clear this list"))
        clear.triggered.connect(self._recent.clear)
        clear.setEnabled(bool(entries))

    def _label(self, entry: tuple[str, ...]) -> str:
        path = Path(entry[0])
        name = one_line(path.name, 120)
        if len(entry) > 1:
            name = QCoreApplication.translate("Recent", "{name} and {count} more").format(
                name=name, count=len(entry) - 1
            )
        label = f"{name} · {one_line(str(path.parent), 300)}"
        short = self._menu.fontMetrics().elidedText(label, Qt.TextElideMode.ElideMiddle, _WIDTH)
        return short.replace("&", "&&")
