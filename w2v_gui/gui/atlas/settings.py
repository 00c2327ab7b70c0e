"""The settings of the ways to make a map, and the seed that they begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from w2v_gui.errors import ConfigError
from w2v_gui.gui.form.editor import Editor, stacked
from w2v_gui.gui.language import sentence
from w2v_gui.gui.text import plain_label, set_tooltip
from w2v_gui.gui.widgets.icon_button import IconButton
from w2v_gui.gui.widgets.number_field import NumberField, parsed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from w2v_gui.setting import Setting

_WIDTH = 300
_SEEDS = 2**31 - 1


class AtlasSettings(QWidget):
    """A form for the settings of one method at a time.

    Parameters
    ----------
    methods : mapping
        For each method, its settings by name.

    Attributes
    ----------
    chosen : Signal(str, object)
        A method, and the values that differ from their defaults.
    seed_chosen : Signal(int)
    """

    chosen = Signal(str, object)
    seed_chosen = Signal(int)

    def __init__(self, methods: Mapping[str, Mapping[str, Setting]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self._methods = methods
        self._method = next(iter(methods))
        self._entered: dict[str, dict[str, Any]] = {method: {} for method in methods}
        self._editors: dict[str, dict[str, Editor]] = {}
        self._forms: dict[str, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for method, settings in methods.items():
            self._forms[method] = self._form(method, settings)
            column.addWidget(self._forms[method])
        self._seed_label = plain_label(kind="muted")
        self.seed = NumberField(whole=True, minimum=0, maximum=_SEEDS, step=1)
        self.seed.setFixedWidth(96)
        self.seed.settled.connect(self._choose_seed)
        self._seed_label.setBuddy(self.seed)
        self.another = IconButton("random")
        self.another.clicked.connect(self._another_seed)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._seed_label)
        row.addStretch(1)
        row.addWidget(self.another)
        row.addWidget(self.seed)
        column.addLayout(row)
        self._seed = 1
        self.show_seed(1)
        self.show_method(self._method)
        self.setFocusProxy(self.seed)
        self.retranslate()

    def _form(self, method: str, settings: Mapping[str, Setting]) -> QWidget:
        form = QWidget(self)
        editors = {name: Editor(setting, form) for name, setting in settings.items()}
        for editor in editors.values():
            editor.chosen.connect(lambda name, value, method=method: self._enter(method, name, value))
            editor.settled.connect(lambda name, method=method: self._settle(method))
            editor.cleared.connect(lambda name, method=method: self._clear(method, name))
            editor.show_value(editor.setting.default)
            editor.show_default(editor.setting.default, changed=False)
        form.setLayout(stacked(list(editors.values())))
        self._editors[method] = editors
        return form

    def editor(self, method: str, name: str) -> Editor:
        return self._editors[method][name]

    def values(self, method: str) -> dict[str, Any]:
        """Return what differs from the defaults and is allowed."""
        return {
            name: value for name, value in self._checked(method).items() if value != self._methods[method][name].default
        }

    def show_method(self, method: str) -> None:
        """Show the settings of one method."""
        self._method = method
        for each, form in self._forms.items():
            form.setVisible(each == method)
        focus = next((w for editor in self._editors[method].values() for w in editor.focus_widgets), self.seed)
        self.setFocusProxy(focus)

    def show_seed(self, seed: int) -> None:
        self._seed = seed
        self.seed.show_value(seed)

    def _enter(self, method: str, name: str, value: Any) -> None:
        typed = parsed(value) if isinstance(value, str) and not self._methods[method][name].choices else value
        self._entered[method][name] = typed
        self._show(method)

    def _clear(self, method: str, name: str) -> None:
        self._entered[method].pop(name, None)
        editor = self._editors[method][name]
        editor.show_value(editor.setting.default)
        self._settle(method)

    def _settle(self, method: str) -> None:
        self._show(method)
        self.chosen.emit(method, self.values(method))

    def _checked(self, method: str) -> dict[str, Any]:
        """Return what is entered and allowed."""
        checked = {}
        for name, value in self._entered[method].items():
            if value != "" and self._problem(method, name) is None:
                checked[name] = self._methods[method][name].check(value)
        return checked

    def _problem(self, method: str, name: str) -> ConfigError | None:
        value = self._entered[method].get(name, "")
        if value == "":
            return None
        try:
            self._methods[method][name].check(value)
        except ConfigError as error:
            return error
        return None

    def _show(self, method: str) -> None:
        changed = self.values(method)
        for name, editor in self._editors[method].items():
            problem = self._problem(method, name)
            editor.show_problem(sentence(problem) if problem else "", wrong=problem is not None)
            editor.show_default(editor.setting.default, changed=name in changed)

    def _choose_seed(self) -> None:
        value = parsed(self.seed.text())
        if isinstance(value, int) and 0 <= value <= _SEEDS:
            if value != self._seed:
                self._seed = value
                self.seed_chosen.emit(value)
        else:
            # What is no seed gives way to the one that is in use.
            self.seed.setText(str(self._seed))

    def _another_seed(self) -> None:
        self.show_seed((self._seed + 1) % _SEEDS)
        self.seed_chosen.emit(self._seed)

    def retranslate(self) -> None:
        for method, editors in self._editors.items():
            for editor in editors.values():
                editor.retranslate({})
            self._show(method)
        self._seed_label.setText(self.tr("Seed"))
        self.seed.setAccessibleName(self.tr("Seed"))
        explained = self.tr(
            "Where chance comes in, the same seed gives the same map. What another seed changes was chance, too."
        )
        set_tooltip(self._seed_label, explained)
        set_tooltip(self.seed, explained)
        self.another.set_meaning(self.tr("Another seed"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
