"""Everything the user can ask the window to do, as actions with shortcuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from w2v_gui.gui.language import LANGUAGES, translated
from w2v_gui.gui.opening import SAMPLES
from w2v_gui.gui.theme import MODES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QMenu


class Actions:
    """The actions of the window and its menu bar; their texts are set by `retranslate`."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self.open = self._action(QKeySequence(QKeySequence.StandardKey.Open))
        self.open_folder = self._action(QKeySequence("Ctrl+Shift+O"))
        self.save = self._action(QKeySequence(QKeySequence.StandardKey.Save))
        self.quit = self._action(QKeySequence(QKeySequence.StandardKey.Quit))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.train = self._action(QKeySequence("Ctrl+R"))
        self.step = self._action(QKeySequence("F10"))
        self.stop = self._action(QKeySequence("Ctrl+."))
        self.about = self._action(QKeySequence())
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.full_screen = self._action(QKeySequence(QKeySequence.StandardKey.FullScreen))
        self.samples = {key: self._action(QKeySequence()) for key in SAMPLES}
        self.themes = self._choices(MODES)
        self.languages = self._choices(("system", *LANGUAGES))
        self._menus: dict[str, QMenu] = {}
        self._fill_menu_bar()
        self.retranslate()

    def _action(self, shortcut: QKeySequence) -> QAction:
        action = QAction(self._window)
        if not shortcut.isEmpty():
            action.setShortcut(shortcut)
        self._window.addAction(action)
        return action

    def _choices(self, values: tuple[str, ...]) -> dict[str, QAction]:
        group = QActionGroup(self._window)
        actions = {value: self._action(QKeySequence()) for value in values}
        for action in actions.values():
            action.setCheckable(True)
            group.addAction(action)
        return actions

    def _fill_menu_bar(self) -> None:
        bar = self._window.menuBar()
        for name in ("file", "run", "view", "help"):
            self._menus[name] = bar.addMenu("")
        file = self._menus["file"]
        file.addActions([self.open, self.open_folder])
        self._menus["samples"] = file.addMenu("")
        self._menus["samples"].addActions(list(self.samples.values()))
        file.addSeparator()
        file.addAction(self.save)
        file.addSeparator()
        file.addAction(self.quit)
        self._menus["run"].addActions([self.train, self.step, self.stop])
        view = self._menus["view"]
        for name, actions in (("theme", self.themes), ("language", self.languages)):
            self._menus[name] = view.addMenu("")
            self._menus[name].addActions(list(actions.values()))
        view.addSeparator()
        view.addAction(self.full_screen)
        self._menus["help"].addAction(self.about)

    @property
    def samples_menu(self) -> QMenu:
        return self._menus["samples"]

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        texts = {
            self.open: translate("Actions", "&Open text…"),
            self.open_folder: translate("Actions", "Open &folder…"),
            self.save: translate("Actions", "&Save vectors…"),
            self.quit: translate("Actions", "&Quit"),
            self.step: translate("Actions", "S&tep"),
            self.stop: translate("Actions", "St&op"),
            self.about: translate("Actions", "&About w2v-gui"),
            self.full_screen: translate("Actions", "&Full screen"),
            self.themes["system"]: translate("Actions", "Like the &system"),
            self.themes["light"]: translate("Actions", "&Light"),
            self.themes["dark"]: translate("Actions", "&Dark"),
            self.languages["system"]: translate("Actions", "Like the &system"),
        }
        for key, action in self.samples.items():
            texts[action] = translated("samples", SAMPLES[key].title)
        for code, name in LANGUAGES.items():
            texts[self.languages[code]] = name
        for action, text in texts.items():
            action.setText(text)
        titles = {
            "file": translate("Actions", "&File"),
            "run": translate("Actions", "&Run"),
            "view": translate("Actions", "&View"),
            "help": translate("Actions", "&Help"),
            "samples": translate("Actions", "Built-in sa&mples"),
            "theme": translate("Actions", "&Theme"),
            "language": translate("Actions", "&Language"),
        }
        for name, title in titles.items():
            self._menus[name].setTitle(title)
