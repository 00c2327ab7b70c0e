"""What the window remembers from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings


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
    def geometry(self) -> QByteArray:
        value = self._store.value("window/geometry", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("window/geometry", value)
