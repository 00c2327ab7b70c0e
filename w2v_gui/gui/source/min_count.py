"""The minimum count, and what it keeps of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from w2v_gui.engine.config import SETTINGS, TrainingConfig
from w2v_gui.errors import ConfigError
from w2v_gui.gui.form.editor import Editor, stacked
from w2v_gui.gui.language import sentence
from w2v_gui.gui.source.option_editor import WIDTH
from w2v_gui.gui.text import number, plain_label
from w2v_gui.gui.theme import tabular
from w2v_gui.gui.widgets.number_field import NumberField, parsed

if TYPE_CHECKING:
    from w2v_gui.corpus.coverage import Coverage

_NAME = "min_count"


class MinCount(QWidget):
    """The field of the form's setting, at another place.

    Attributes
    ----------
    chosen : Signal(str, object)
        The name of the setting, and what was entered for it.
    """

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coverage: Coverage | None = None
        self._value: int | None = None
        self.editor = Editor(SETTINGS[_NAME], self)
        self.editor.widget.setFixedWidth(WIDTH)
        self.editor.chosen.connect(self._typed)
        self.editor.cleared.connect(lambda name: self.chosen.emit(name, ""))
        self.kept = plain_label(kind="muted")
        self.kept.setWordWrap(True)
        self.kept.setFont(tabular(self.kept.font()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(stacked([self.editor]))
        column.addWidget(self.kept)
        self.show_config(TrainingConfig())
        self.retranslate()

    def show_coverage(self, coverage: Coverage) -> None:
        """Take what another text has of each frequency."""
        self._coverage = coverage
        self._write()

    def show_config(self, config: TrainingConfig | None) -> None:
        """Show what the form says; where it says nothing that is allowed, what is typed stays."""
        if config is not None:
            default = SETTINGS[_NAME].default_for(config.model, config.objective)
            self._value = config.min_count
            self.editor.show_default(default, changed=config.min_count != default)
            if not (self.editor.widget.hasFocus() and self._typed_value() == config.min_count):
                self.editor.show_value(config.min_count)
        self._check()
        self._write()

    def set_locked(self, locked: bool) -> None:
        self.editor.set_locked(locked)

    def retranslate(self) -> None:
        self.editor.retranslate({})
        self._check()
        self._write()

    def _typed(self, name: str, value: object) -> None:
        self._check()
        self.chosen.emit(name, value)

    def _typed_value(self) -> float | str:
        assert isinstance(self.editor.widget, NumberField)
        return parsed(self.editor.widget.text())

    def _check(self) -> None:
        value = self._typed_value()
        try:
            if value != "":
                SETTINGS[_NAME].check(value)
        except ConfigError as error:
            self.editor.show_problem(sentence(error), wrong=True)
        else:
            self.editor.show_problem("", wrong=False)

    def _write(self) -> None:
        self.kept.setText(kept_text(self._coverage, self._value) if self._coverage and self._value else "")


def kept_text(coverage: Coverage, min_count: int) -> str:
    """Return what a minimum count keeps of a text."""
    words, tokens = coverage.words(min_count), coverage.tokens(min_count)
    if not words:
        return QCoreApplication.translate("source", "keeps no word at all: lower it")
    return QCoreApplication.translate("source", "keeps {words} words, {tokens} tokens ({share})").format(
        words=number(words), tokens=number(tokens), share=f"{100 * tokens / coverage.all_tokens:.1f}\u00a0%"
    )
