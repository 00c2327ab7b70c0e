"""One setting in the form: its label, what it is entered with, and what is said about it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from w2v_gui.gui.form.words import explanation, label, value_text
from w2v_gui.gui.language import translated
from w2v_gui.gui.text import plain_label, set_tooltip
from w2v_gui.gui.widgets.changed_dot import ChangedDot
from w2v_gui.gui.widgets.number_field import NumberField, written
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.gui.widgets.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from w2v_gui.setting import Setting

_FIELD_WIDTH = 96


class Editor(QObject):
    """A setting's widgets; made from its declaration and nothing else.

    Parameters
    ----------
    setting : Setting
    parent : QWidget
        Where the widgets are, until they are laid out.
    headed : bool
        Whether it has a label and a dot; what stands at the very top needs none.

    Attributes
    ----------
    chosen : Signal(str, object)
        The setting's name and what the user entered for it: text that may be no number, or a value.
    settled : Signal(str)
        The user is done with it for now.
    cleared : Signal(str)
        The user wants the default back.
    """

    chosen = Signal(str, object)
    settled = Signal(str)
    cleared = Signal(str)

    def __init__(self, setting: Setting, parent: QWidget, *, headed: bool = True) -> None:
        super().__init__(parent)
        self.setting = setting
        self._headed = headed
        self.label = plain_label(kind="section" if self.stands_above else "muted", parent=parent)
        self.dot = ChangedDot(parent)
        self.dot.clicked.connect(self._clear)
        self.problem = plain_label(kind="error", parent=parent)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.widget = self._make_widget(parent)
        self.widget.setObjectName(f"setting_{setting.name}")
        self.label.setBuddy(self.widget)
        self._default: Any = None

    def _make_widget(self, parent: QWidget) -> QWidget:
        setting = self.setting
        if setting.choices:
            segmented = Segmented([choice.value for choice in setting.choices], parent)
            segmented.chosen.connect(self._choose_now)
            return segmented
        if setting.type is bool:
            switch = Switch(parent)
            switch.clicked.connect(self._choose_now)
            return switch
        field = NumberField(
            whole=setting.type is int,
            minimum=-math.inf if setting.minimum is None else setting.minimum,
            maximum=math.inf if setting.maximum is None else setting.maximum,
            step=setting.step,
            parent=parent,
        )
        field.setFixedWidth(_FIELD_WIDTH)
        field.edited.connect(self._choose)
        field.settled.connect(self._settle)
        return field

    @property
    def stands_above(self) -> bool:
        """Whether the label is a heading above the widget, instead of standing beside it."""
        return bool(self.setting.choices)

    @property
    def focus_widgets(self) -> list[QWidget]:
        """What of it takes the focus, from left to right."""
        return [*self.widget.buttons] if isinstance(self.widget, Segmented) else [self.widget]

    @property
    def is_wrong(self) -> bool:
        return bool(self.widget.property("wrong"))

    def show_value(self, value: Any) -> None:
        """Show a value, or what was typed where it is no number."""
        if isinstance(self.widget, Segmented):
            self.widget.set_value(value)
        elif isinstance(self.widget, Switch):
            self.widget.setChecked(bool(value))
        elif isinstance(self.widget, NumberField):
            self.widget.show_value(value)

    def show_default(self, default: Any, *, changed: bool) -> None:
        """Say what the default is, and whether the setting differs from it."""
        if isinstance(self.widget, NumberField):
            # What an emptied field stands for.
            self.widget.setPlaceholderText(written(default))
        self.dot.set_there(changed)
        if default != self._default:
            self._default = default
            self._describe()

    def show_problem(self, problem: str, *, wrong: bool) -> None:
        """Say what is wrong beneath it; it may be marked as wrong although the sentence stands elsewhere."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem) and not self.widget.isHidden())
        if isinstance(self.widget, NumberField):
            self.widget.set_wrong(wrong)
            self.widget.setAccessibleDescription(problem)

    def set_shown(self, shown: bool) -> None:
        self.label.setVisible(shown and self._headed)
        self.dot.setVisible(shown and self._headed)
        self.widget.setVisible(shown)

    def set_locked(self, locked: bool) -> None:
        if locked:
            for widget in self.focus_widgets:
                # Else the focus would move on, to something that keys and wheel still change.
                widget.clearFocus()
        self.widget.setEnabled(not locked)
        self.dot.setEnabled(not locked)

    def retranslate(self, short_names: Mapping[str, str]) -> None:
        """Write everything anew; ``short_names`` stand on the buttons of choices whose whole names are too long."""
        name = label(self.setting)
        self.label.setText(name.upper() if self.stands_above else name)
        self.widget.setAccessibleName(name)
        if isinstance(self.widget, Segmented):
            for choice in self.setting.choices:
                whole = translated("settings", choice.label)
                self.widget.set_label(choice.value, short_names.get(choice.value, whole))
        self._describe()

    def _describe(self) -> None:
        explained = explanation(self.setting, self._default)
        set_tooltip(self.label, explained)
        if isinstance(self.widget, Segmented):
            for choice in self.setting.choices:
                name = translated("settings", choice.label)
                set_tooltip(self.widget.button(choice.value), f"{name}\n{explained}")
                self.widget.button(choice.value).setAccessibleName(name)
        else:
            set_tooltip(self.widget, explained)
        back = QCoreApplication.translate("form", "Changed. Default: {value}; click to go back to it.").format(
            value=value_text(self.setting, self._default)
        )
        set_tooltip(self.dot, back)
        self.dot.setAccessibleName(back)

    def _choose(self, value: Any) -> None:
        self.chosen.emit(self.setting.name, value)

    def _choose_now(self, value: Any) -> None:
        self._choose(value)
        self._settle()

    def _settle(self) -> None:
        self.settled.emit(self.setting.name)

    def _clear(self) -> None:
        self.cleared.emit(self.setting.name)


def stacked(editors: Sequence[Editor]) -> QGridLayout:
    """Return a layout of editors one below the other: label, dot, field, and what is wrong beneath."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    for i, editor in enumerate(editors):
        if isinstance(editor.widget, Segmented):
            grid.addLayout(titled(editor), 2 * i, 0, 1, 3)
        else:
            grid.addWidget(editor.label, 2 * i, 0)
            grid.addWidget(editor.dot, 2 * i, 1)
            grid.addWidget(editor.widget, 2 * i, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(editor.problem, 2 * i + 1, 0, 1, 3)
    return grid


def titled(editor: Editor) -> QVBoxLayout:
    """Return a layout with an editor's label above its widget."""
    heading = QHBoxLayout()
    heading.setSpacing(2)
    heading.addWidget(editor.label)
    heading.addWidget(editor.dot)
    heading.addStretch(1)
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addLayout(heading)
    column.addWidget(editor.widget)
    return column
