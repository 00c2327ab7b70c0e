"""The language of the window, and sentences from the layers below it that know no Qt."""

from __future__ import annotations

import importlib.resources
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from w2v_gui.engine.config import SETTINGS
from w2v_gui.errors import UserError, fill_in

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
"""The languages there are, each in its own name."""


class Language(QObject):
    """Installs the translators; Qt tells every widget with a ``LanguageChange`` event.

    Parameters
    ----------
    app : QCoreApplication
    code : str
        One of `LANGUAGES`, or "system".
    """

    def __init__(self, app: QCoreApplication, code: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._translators: list[QTranslator] = []
        self._choice = "system"
        self._code = "en"
        self.choose(code)

    @property
    def choice(self) -> str:
        """What the user chose: "system" or one of `LANGUAGES`."""
        return self._choice

    @property
    def code(self) -> str:
        """The language in use, one of `LANGUAGES`."""
        return self._code

    def choose(self, choice: str) -> None:
        self._choice = choice if choice in LANGUAGES else "system"
        self._code = system_language() if self._choice == "system" else self._choice
        QLocale.setDefault(QLocale(self._code))
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        if self._code == "en":
            return
        ours = importlib.resources.files("w2v_gui") / "translations" / f"{self._code}.qm"
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for path in (f"{qt}/qtbase_{self._code}.qm", str(ours)):
            translator = QTranslator(self)
            if translator.load(path):
                self._app.installTranslator(translator)
                self._translators.append(translator)


def system_language() -> str:
    """Return the one of `LANGUAGES` that suits the system's settings."""
    for name in QLocale.system().uiLanguages():
        if name.startswith("zh"):
            return "zh_CN"
        if name.startswith("en"):
            return "en"
    return "en"


def translated(context: str, text: str) -> str:
    """Return a text that another layer marked for translation, in the language of the window."""
    return QCoreApplication.translate(context, text) if text else ""


def filled(context: str, template: str, values: Mapping[str, object]) -> str:
    """Return a marked template, translated and with its fields filled in."""
    for candidate in (translated(context, template), template):
        try:
            return fill_in(candidate, values)
        except (KeyError, IndexError, ValueError):
            continue
    return template


def sentence(error: BaseException) -> str:
    """Return what to tell the user about an error, in the language of the window."""
    if isinstance(error, UserError):
        values = dict(error.values)
        setting = SETTINGS.get(str(values.get("name")))
        if setting is not None:
            values["name"] = translated("settings", setting.label)
        return filled("errors", error.template, values)
    if isinstance(error, MemoryError):
        return QCoreApplication.translate(
            "errors", "There is not enough memory for this. Try a higher minimum count or fewer dimensions."
        )
    return QCoreApplication.translate("errors", "Something unexpected happened: {error}").format(
        error=" ".join(f"{type(error).__name__}: {error}".split())
    )
