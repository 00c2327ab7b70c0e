"""A button that offers settings that belong together, and says which of them are in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup

from w2v_gui.engine.presets import PRESETS
from w2v_gui.gui.language import translated
from w2v_gui.gui.text import escaped, set_tooltip
from w2v_gui.gui.widgets.pill_menu import PillMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LAST, DEFAULTS = "last", "defaults"
"""What can be chosen beside the names of `PRESETS`."""


class PresetMenu(PillMenu):
    """Shows the name of the preset in use, if the form differs from it in nothing.

    Attributes
    ----------
    chosen : Signal(str)
        The name of a preset, `LAST` or `DEFAULTS`.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for name in PRESETS:
            self.add_choice(name)
        self.menu_.addSeparator()
        for name in (LAST, DEFAULTS):
            self.add_entry(name)
        self._active = ""
        self.set_last_known(False)
        self.menu_.triggered.connect(self._triggered)

    @property
    def active(self) -> str:
        """The name of the preset in use; empty if there is none."""
        return self._active

    def show_active(self, name: str) -> None:
        """Say which preset is in use; empty for none."""
        self._active = name
        for action_name in PRESETS:
            self._actions[action_name].setChecked(action_name == name)
        self._describe()

    def set_last_known(self, known: bool) -> None:
        """Say whether there are settings of an earlier run to go back to."""
        self._actions[LAST].setEnabled(known)

    def retranslate(self) -> None:
        for name, preset in PRESETS.items():
            self._actions[name].setText(translated("presets", preset.title))
            self._actions[name].setToolTip(escaped(translated("presets", preset.help)))
        self._actions[LAST].setText(self.tr("My last settings"))
        self._actions[LAST].setToolTip(escaped(self.tr("Everything as in the run that was begun last.")))
        self._actions[DEFAULTS].setText(self.tr("All defaults"))
        self._actions[DEFAULTS].setToolTip(escaped(self.tr("Every setting back to its default.")))
        self._describe()

    def _describe(self) -> None:
        preset = PRESETS.get(self._active)
        self.setText(translated("presets", preset.title) if preset else self.tr("Presets"))
        set_tooltip(
            self,
            translated("presets", preset.help) if preset else self.tr("Settings that belong together, in one go."),
        )
        self.setAccessibleName(f"{self.tr('Presets')}: {self.text()}" if preset else self.tr("Presets"))

    def _triggered(self, action: QAction) -> None:
        # Whether it is in use is for the form to say.
        self.show_active(self._active)
        self.chosen.emit(action.data())
