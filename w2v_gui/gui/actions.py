"""Everything the user can ask the window to do, as actions with shortcuts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from w2v_gui.gui.help import without_mark
from w2v_gui.gui.language import LANGUAGES, translated
from w2v_gui.gui.opening import SAMPLES
from w2v_gui.gui.theme import MODES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QMainWindow, QMenu

    from w2v_gui.gui.pages import PageKind
    from w2v_gui.gui.situation import Situation

_MENUS = ("file", "run", "view", "help")


def page_keys(place: int) -> QKeySequence:
    """Return the keys that lead to the page at a place, counted from 0."""
    return QKeySequence(f"Ctrl+{place + 1}")


class Actions:
    """The actions of the window and its menu bar; their texts are set by `retranslate`.

    An action of ``sample_group``, ``page_group``, ``theme_group`` or ``language_group`` has as its data what it
    stands for.

    Attributes
    ----------
    menus : dict of QMenu
        By name. "recent" is filled by whoever knows what was opened.
    """

    def __init__(self, window: QMainWindow, pages: Sequence[PageKind]) -> None:
        self._window = window
        self._kinds = tuple(pages)
        self.open = self._action(QKeySequence(QKeySequence.StandardKey.Open))
        self.open_folder = self._action(QKeySequence("Ctrl+Shift+O"))
        self.paste = self._action(QKeySequence(QKeySequence.StandardKey.Paste))
        self.open_vectors = self._action(QKeySequence("Ctrl+Shift+V"))
        self.open_model = self._action(QKeySequence("Ctrl+Shift+M"))
        self.save = self._action(QKeySequence(QKeySequence.StandardKey.Save))
        self.save_as = self._action(QKeySequence("Ctrl+Shift+S"))
        self.quit = self._action(QKeySequence("Ctrl+Q"))
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.train = self._action(QKeySequence("Ctrl+R"))
        self.train.setShortcuts([QKeySequence("Ctrl+R"), QKeySequence("F5")])
        self.step = self._action(QKeySequence("F10"))
        self.stop = self._action(QKeySequence("Ctrl+."))
        self.reset = self._action(QKeySequence("Ctrl+Shift+R"))
        self.concordance = self._action(QKeySequence("Ctrl+K"))
        self.keys = self._action(QKeySequence(QKeySequence.StandardKey.HelpContents))
        self.lesson = self._action(QKeySequence())
        self.hints = self._action(QKeySequence())
        self.hints.setCheckable(True)
        self.about = self._action(QKeySequence())
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        # On Linux the desktop decides whether there are standard keys for it; on some it does not.
        self.full_screen = self._action(QKeySequence("Meta+Ctrl+F" if sys.platform == "darwin" else "F11"))
        self.sample_group, self.samples = self._choices(tuple(SAMPLES))
        self.page_group, self.pages = self._choices(tuple(kind.key for kind in pages), checkable=True)
        for place, action in enumerate(self.pages.values()):
            action.setShortcut(page_keys(place))
        self.theme_group, self.themes = self._choices(MODES, checkable=True)
        self.language_group, self.languages = self._choices(("system", *LANGUAGES), checkable=True)
        self._running = False
        self.menus: dict[str, QMenu] = {}
        self._fill_menu_bar()
        self.retranslate()

    def _action(self, shortcut: QKeySequence) -> QAction:
        action = QAction(self._window)
        if not shortcut.isEmpty():
            action.setShortcut(shortcut)
        self._window.addAction(action)
        return action

    def _choices(self, values: tuple[str, ...], *, checkable: bool = False) -> tuple[QActionGroup, dict[str, QAction]]:
        group = QActionGroup(self._window)
        actions = {value: self._action(QKeySequence()) for value in values}
        for value, action in actions.items():
            action.setData(value)
            action.setCheckable(checkable)
            group.addAction(action)
        return group, actions

    def _fill_menu_bar(self) -> None:
        bar = self._window.menuBar()
        for name in _MENUS:
            self.menus[name] = bar.addMenu("")
        file = self.menus["file"]
        file.addActions([self.open, self.open_folder])
        self.menus["recent"] = file.addMenu("")
        self.menus["samples"] = file.addMenu("")
        self.menus["samples"].addActions(list(self.samples.values()))
        file.addAction(self.paste)
        file.addSeparator()
        file.addActions([self.open_vectors, self.open_model])
        file.addSeparator()
        file.addActions([self.save, self.save_as])
        file.addSeparator()
        file.addAction(self.quit)
        self.menus["run"].addActions([self.train, self.step, self.stop])
        self.menus["run"].addSeparator()
        self.menus["run"].addAction(self.reset)
        view = self.menus["view"]
        view.addActions(list(self.pages.values()))
        view.addSeparator()
        view.addAction(self.concordance)
        view.addSeparator()
        for name, actions in (("theme", self.themes), ("language", self.languages)):
            self.menus[name] = view.addMenu("")
            self.menus[name].addActions(list(actions.values()))
        view.addSeparator()
        view.addAction(self.full_screen)
        self.menus["help"].addActions([self.lesson, self.keys, self.hints, self.about])

    def sections(self) -> list[tuple[str, list[QAction]]]:
        """Return what can be done, menu by menu, without the menus within menus."""
        ours = self._window.actions()
        return [
            (without_mark(self.menus[name].title()), [each for each in self.menus[name].actions() if each in ours])
            for name in _MENUS
        ]

    def show_situation(self, situation: Situation) -> None:
        """Enable what can be done."""
        for action in (
            self.open,
            self.open_folder,
            self.paste,
            self.open_vectors,
            self.open_model,
            *self.samples.values(),
        ):
            action.setEnabled(situation.can_open)
        self.menus["recent"].setEnabled(situation.can_open)
        self.save.setEnabled(situation.can_save)
        self.save_as.setEnabled(situation.can_save)
        self.train.setEnabled(situation.can_train)
        self.step.setEnabled(situation.can_step)
        self.stop.setEnabled(situation.can_stop)
        self.reset.setEnabled(situation.can_reset)
        self._running = situation.running
        self._label_train()

    def _label_train(self) -> None:
        translate = QCoreApplication.translate
        self.train.setText(translate("Actions", "&Pause") if self._running else translate("Actions", "&Train"))

    def retranslate(self) -> None:
        self._label_train()
        translate = QCoreApplication.translate
        texts = {
            self.open: translate("Actions", "&Open text…"),
            self.open_folder: translate("Actions", "Open &folder…"),
            self.paste: translate("Actions", "&Paste text"),
            self.open_vectors: translate("Actions", "Open &vectors…"),
            self.open_model: translate("Actions", "&Continue a saved model…"),
            self.save: translate("Actions", "&Save model or vectors…"),
            self.save_as: translate("Actions", "Save &as…"),
            self.quit: translate("Actions", "&Quit"),
            self.step: translate("Actions", "&Step"),
            self.stop: translate("Actions", "St&op"),
            self.reset: translate("Actions", "&Reset to the same start"),
            self.concordance: translate("Actions", "&Concordance of a word…"),
            self.keys: translate("Actions", "&Keys and pointer"),
            self.lesson: translate("Actions", "&Lesson: word2vec step by step"),
            self.hints: translate("Actions", "&Hints"),
            self.about: translate("Actions", "&About w2v-gui"),
            self.full_screen: translate("Actions", "&Full screen"),
            self.themes["system"]: translate("Actions", "Like the &system"),
            self.themes["light"]: translate("Actions", "&Light"),
            self.themes["dark"]: translate("Actions", "&Dark"),
            self.languages["system"]: translate("Actions", "Like the &system"),
        }
        names = {self.samples[key]: translated("samples", sample.title) for key, sample in SAMPLES.items()}
        texts |= _numbered(names)
        texts |= _numbered({self.pages[kind.key]: translated("pages", kind.title) for kind in self._kinds})
        texts |= _numbered({self.languages[code]: name for code, name in LANGUAGES.items()})
        for action, text in texts.items():
            action.setText(text)
        titles = {
            "file": translate("Actions", "&File"),
            "run": translate("Actions", "&Run"),
            "view": translate("Actions", "&View"),
            "help": translate("Actions", "&Help"),
            "recent": translate("Actions", "Open &recent"),
            "samples": translate("Actions", "Built-in sa&mples"),
            "theme": translate("Actions", "&Theme"),
            "language": translate("Actions", "&Language"),
        }
        for name, title in titles.items():
            self.menus[name].setTitle(title)


def _numbered(names: Mapping[QAction, str]) -> dict[QAction, str]:
    """Return names for a menu, with their numbers as the keys to press."""
    return {action: f"&{place}  {name}" for place, (action, name) in enumerate(names.items(), start=1)}
