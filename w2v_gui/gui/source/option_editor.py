"""One option of reading: what it is called, and what it is chosen with, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QPushButton

from w2v_gui.gui.form.editor import Editor
from w2v_gui.gui.form.words import explanation, list_text
from w2v_gui.gui.icons import icon
from w2v_gui.gui.language import translated
from w2v_gui.gui.text import set_tooltip
from w2v_gui.gui.widgets.drop_down import DropDown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from w2v_gui.gui.theme import Palette

WIDTH = 146
"""Of what an option is chosen with, in pixels."""


class OptionEditor(Editor):
    """Like that of a setting; but choices have long names and open a menu, and a list is edited in a window."""

    def _make_widget(self, parent: QWidget) -> QWidget:
        if self.setting.choices:
            menu = DropDown([choice.value for choice in self.setting.choices], parent)
            menu.setFixedWidth(WIDTH)
            menu.chosen.connect(self._choose_now)
            return menu
        if self.setting.type is tuple:
            button = QPushButton(parent)
            button.setProperty("kind", "drop_down")
            button.setFixedWidth(WIDTH)
            button.setIconSize(QSize(9, 9))
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            return button
        return super()._make_widget(parent)

    @property
    def stands_above(self) -> bool:
        return False

    def show_value(self, value: Any) -> None:
        if isinstance(self.widget, DropDown):
            self.widget.set_value(value)
        elif isinstance(self.widget, QPushButton):
            self.widget.setText(list_text(value))
            self.widget.setAccessibleDescription(list_text(value))
        else:
            super().show_value(value)

    def retranslate(self, short_names: Mapping[str, str]) -> None:
        super().retranslate(short_names)
        if isinstance(self.widget, DropDown):
            for choice in self.setting.choices:
                whole = translated("settings", choice.label)
                self.widget.set_label(choice.value, short_names.get(choice.value, whole), whole)

    def name_choice(self, value: str, short: str) -> None:
        """Name a choice on its button otherwise than in the menu."""
        if isinstance(self.widget, DropDown):
            whole = next(choice.label for choice in self.setting.choices if choice.value == value)
            self.widget.set_label(value, short, translated("settings", whole))

    def explain(self, more: str) -> None:
        """Say something more than what the option is, to whoever rests on it."""
        set_tooltip(self.widget, f"{explanation(self.setting, self.setting.default)}\n{more}")

    def apply_palette(self, palette: Palette) -> None:
        if isinstance(self.widget, DropDown):
            self.widget.apply_palette(palette)
        elif isinstance(self.widget, QPushButton):
            self.widget.setIcon(icon("folded", palette.muted, palette.border_strong))


def short_choices() -> dict[str, str]:
    """Return what choices are called on buttons that have no room for their whole names."""
    return {
        "spaced": QCoreApplication.translate("source", "Spaced", "short"),
        "segmented": QCoreApplication.translate("source", "Segmented", "short"),
        "mixed": QCoreApplication.translate("source", "Mixed", "short"),
        "sentence": QCoreApplication.translate("source", "Sentences", "short"),
        "paragraph": QCoreApplication.translate("source", "Wrapped", "short"),
    }
