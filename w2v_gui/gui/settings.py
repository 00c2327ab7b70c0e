"""What the window remembers from one start to the next."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from w2v_gui.engine.config import TrainingConfig
from w2v_gui.errors import ConfigError

T = TypeVar("T")


class WindowSettings:
    """The remembered choices, in the place where the system keeps such things."""

    def __init__(self) -> None:
        self._store = QSettings("w2v-gui", "w2v-gui")

    def value(self, key: str, default: T) -> T:
        """Return what is remembered under ``key``, or ``default`` where that is nothing, or of another type."""
        value = self._store.value(key, default)
        return value if isinstance(value, type(default)) else default

    def set(self, key: str, value: Any) -> None:
        """Remember text or bytes under ``key``: every system has a place for those."""
        self._store.setValue(key, value)

    @property
    def theme(self) -> str:
        return self.value("window/theme", "system")

    @theme.setter
    def theme(self, mode: str) -> None:
        self.set("window/theme", mode)

    @property
    def language(self) -> str:
        return self.value("window/language", "system")

    @language.setter
    def language(self, code: str) -> None:
        self.set("window/language", code)

    @property
    def page(self) -> str:
        """The key of the page that was seen last."""
        return self.value("window/page", "")

    @page.setter
    def page(self, key: str) -> None:
        self.set("window/page", key)

    @property
    def folder(self) -> str:
        """The folder of what was opened or saved last; at first, that of the user's documents."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return self.value("files/folder", documents)

    @folder.setter
    def folder(self, path: str) -> None:
        self.set("files/folder", path)

    @property
    def export_folder(self) -> str:
        """The folder into which a picture or a table was saved last."""
        return self.value("files/export_folder", self.folder)

    @export_folder.setter
    def export_folder(self, path: str) -> None:
        self.set("files/export_folder", path)

    @property
    def ending(self) -> str:
        """The ending of the file that was saved last, which stands for its format."""
        return self.value("files/ending", ".npz")

    @ending.setter
    def ending(self, ending: str) -> None:
        self.set("files/ending", ending)

    @property
    def geometry(self) -> QByteArray:
        return self.value("window/geometry", QByteArray())

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self.set("window/geometry", value)

    @property
    def bookmarks(self) -> tuple[str, ...]:
        """The questions that are kept, the latest first."""
        try:
            kept = json.loads(self.value("explore/bookmarks", "[]"))
        except ValueError:
            return ()
        return tuple(text for text in kept if isinstance(text, str)) if isinstance(kept, list) else ()

    @bookmarks.setter
    def bookmarks(self, texts: tuple[str, ...]) -> None:
        self.set("explore/bookmarks", json.dumps(texts))

    @property
    def last_run(self) -> TrainingConfig | None:
        """The settings of the run that was begun last; None if there was none, or another version wrote them."""
        try:
            return TrainingConfig.from_dict(json.loads(self.value("run/settings", "")))
        except (ValueError, TypeError, ConfigError):
            return None

    def remember_run(self, config: TrainingConfig) -> None:
        """Keep the settings of a run that begins."""
        self.set("run/settings", json.dumps(config.to_dict()))
