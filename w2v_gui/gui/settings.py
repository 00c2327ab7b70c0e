"""What the window remembers from one start to the next."""

from __future__ import annotations

import json

from PySide6.QtCore import QByteArray, QSettings

from w2v_gui.engine.config import TrainingConfig
from w2v_gui.errors import ConfigError


class WindowSettings:
    """The remembered choices, in the place where the system keeps such things."""

    def __init__(self) -> None:
        self._store = QSettings("w2v-gui", "w2v-gui")

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    @property
    def theme(self) -> str:
        return self._text("window/theme", "system")

    @theme.setter
    def theme(self, mode: str) -> None:
        self._store.setValue("window/theme", mode)

    @property
    def language(self) -> str:
        return self._text("window/language", "system")

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("window/language", code)

    @property
    def folder(self) -> str:
        """The folder from which a text was opened last."""
        return self._text("files/folder", "")

    @folder.setter
    def folder(self, path: str) -> None:
        self._store.setValue("files/folder", path)

    @property
    def export_folder(self) -> str:
        """The folder into which a picture or a table was saved last."""
        return self._text("files/export_folder", self.folder)

    @export_folder.setter
    def export_folder(self, path: str) -> None:
        self._store.setValue("files/export_folder", path)

    @property
    def geometry(self) -> QByteArray:
        value = self._store.value("window/geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)

    @property
    def last_run(self) -> TrainingConfig | None:
        """The settings of the run that was begun last; None if there was none, or another version wrote them."""
        try:
            return TrainingConfig.from_dict(json.loads(self._text("run/settings", "")))
        except (ValueError, TypeError, ConfigError):
            return None

    def remember_run(self, config: TrainingConfig) -> None:
        """Keep the settings of a run that begins."""
        self._store.setValue("run/settings", json.dumps(config.to_dict()))
