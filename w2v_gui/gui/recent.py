"""The texts that were opened last, and the menu of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from w2v_gui.gui.text import escaped, number, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu

    from w2v_gui.gui.settings import WindowSettings

LIMIT = 8

_KEY = "files/recent"
_FIRST_KEY = "files/first_rows"
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

    def first_rows(self, entry: tuple[str, ...]) -> int | None:
        """How many rows were read of a file of vectors; None if all of them were."""
        return self._first_rows().get(entry[0]) if len(entry) == 1 else None

    def name(self, entry: tuple[str, ...]) -> str:
        """Return what an entry is called: its first file, and how many more there are, or how much was read of it."""
        name, first = one_line(Path(entry[0]).name, 60), self.first_rows(entry)
        if len(entry) > 1:
            more = QCoreApplication.translate("Recent", "{name} and {count} more")
            return more.format(name=name, count=len(entry) - 1)
        if first is not None:
            return QCoreApplication.translate("Recent", "{name}, first {rows} rows").format(
                name=name, rows=number(first)
            )
        return name

    def add(self, paths: Sequence[str], first: int | None = None) -> None:
        """Put an entry at the top; it is not there twice. ``first`` is how many rows were read, if not all."""
        entry = tuple(str(Path(path).absolute()) for path in paths)
        known = {path: rows for path, rows in self._first_rows().items() if (path,) != entry}
        if first is not None:
            known[entry[0]] = first
        self._settings.set(_FIRST_KEY, json.dumps(known))
        self._store([entry, *(other for other in self.entries if other != entry)])

    def remove(self, entry: tuple[str, ...]) -> None:
        self._store([other for other in self.entries if other != entry])

    def clear(self) -> None:
        self._store([])

    def _first_rows(self) -> dict[str, int]:
        try:
            stored = json.loads(self._settings.value(_FIRST_KEY, "{}"))
            return {str(path): int(rows) for path, rows in stored.items() if int(rows) > 0}
        except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
            return {}

    def _store(self, entries: list[tuple[str, ...]]) -> None:
        kept = entries[:LIMIT]
        first = {path: rows for path, rows in self._first_rows().items() if (path,) in kept}
        self._settings.set(_FIRST_KEY, json.dumps(first))
        self._settings.set(_KEY, json.dumps(kept))
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
        folder = one_line(str(Path(entry[0]).parent), 300)
        label = f"{self._recent.name(entry)} · {folder}"
        short = self._menu.fontMetrics().elidedText(label, Qt.TextElideMode.ElideMiddle, _WIDTH)
        return short.replace("&", "&&")
