"""The settings of a small network: those that make a difference to what one sees of a single step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from w2v_gui.engine.config import SETTINGS
from w2v_gui.gui.form.draft import Draft
from w2v_gui.gui.form.editor import Editor, stacked
from w2v_gui.gui.form.words import label, short_names, value_text
from w2v_gui.gui.language import sentence
from w2v_gui.gui.text import set_tooltip
from w2v_gui.gui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES = ("model", "objective", "cbow_gradient", "vector_size", "alpha", "negative", "seed")
_WIDTH = 300


class SmallNetworkForm(QWidget):
    """Holds settings until the network is begun anew with them.

    Parameters
    ----------
    settings : mapping
        By name, as a text comes with them.

    Attributes
    ----------
    asked : Signal(object)
        With the settings by name: all of those that were given, with what has been changed.
    """

    asked = Signal(object)

    def __init__(self, settings: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors = {name: Editor(SETTINGS[name], self) for name in _NAMES}
        self.begin = QPushButton(self)
        self.begin.setProperty("kind", "primary")
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(stacked(list(self.editors.values())))
        column.addLayout(foot)
        self.setFixedWidth(_WIDTH)
        self.setFocusProxy(self.editors["vector_size"].widget)
        for editor in self.editors.values():
            editor.chosen.connect(self._enter)
            editor.cleared.connect(self._clear)
            if isinstance(editor.widget, NumberField):
                editor.widget.returnPressed.connect(self._ask)
        self.begin.clicked.connect(self._ask)
        self.show_settings(settings, settings)
        self.retranslate()

    def show_settings(self, settings: Mapping[str, Any], usual: Mapping[str, Any]) -> None:
        """Show settings, and mark what differs from those that the text comes with."""
        self._given, self._usual = dict(settings), dict(usual)
        self._draft = Draft(settings)
        self._show()

    @property
    def settings(self) -> dict[str, Any]:
        """The settings that were given or asked for last, by name."""
        return dict(self._given)

    def summary(self) -> str:
        """Return what is in use, in a few words."""
        names = ("model", "objective")
        parts = [value_text(SETTINGS[name], self._given[name]) for name in names if name in self._given]
        return " · ".join((*parts, f"N = {self._given.get('vector_size', '')}", f"α = {self._given.get('alpha', '')}"))

    def retranslate(self) -> None:
        short = short_names()
        for editor in self.editors.values():
            editor.retranslate(short)
        self.begin.setText(self.tr("Begin anew"))
        set_tooltip(self.begin, self.tr("Draw new weights from the seed; what has been learned by now is dropped."))
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _enter(self, name: str, value: Any) -> None:
        self._draft.enter(name, value)
        self._show()

    def _clear(self, name: str) -> None:
        self._enter(name, self._usual[name])

    def _show(self) -> None:
        problems = self._draft.problems()
        for name, editor in self.editors.items():
            value = self._draft.value(name)
            editor.set_shown(name in self._draft.shown)
            editor.show_value(value)
            usual = self._usual.get(name, value)
            editor.show_default(usual, changed=value != usual)
            problem = sentence(problems[name]) if name in problems else ""
            editor.show_problem(problem, wrong=name in problems)
        self.begin.setEnabled(not problems)
        self.begin.setAccessibleDescription(" ".join(label(SETTINGS[name]) for name in problems))
        window = self.window()
        if window is not self and window.isVisible():
            window.adjustSize()

    def _ask(self) -> None:
        if not self._draft.problems():
            config = self._draft.config()
            self._given = {name: getattr(config, name) for name in self._given}
            self.asked.emit(self.settings)
