"""What counts as a word: an editor for each option that matters for the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from w2v_gui.corpus.tokenizers import OPTIONS, TokenizerOptions
from w2v_gui.gui.form.editor import stacked
from w2v_gui.gui.form.words import value_text
from w2v_gui.gui.language import filled
from w2v_gui.gui.source.option_editor import OptionEditor, short_choices

if TYPE_CHECKING:
    from w2v_gui.corpus.ingest import IngestReport
    from w2v_gui.gui.theme import Palette

_AUTOMATIC = "auto"
_FOUND = ("language", "lines")
_ORDER = (
    "language",
    "segmenter",
    "hmm",
    "user_dictionary",
    "lines",
    "lower_case",
    "digits",
    "punctuation",
    "stop_words",
)
"""What belongs together stands together; an option that is not named comes after these."""


class WordOptions(QWidget):
    """Made from the declarations of the options.

    Attributes
    ----------
    chosen : Signal(str, object)
        The name of an option, and the value that was chosen for it.
    list_asked : Signal(str)
        The name of an option whose list should be edited.
    """

    chosen = Signal(str, object)
    list_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = TokenizerOptions()
        self._report: IngestReport | None = None
        self._read = TokenizerOptions()
        names = [*_ORDER, *(name for name in OPTIONS if name not in _ORDER)]
        self._editors = {name: OptionEditor(OPTIONS[name], self) for name in names}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for name, editor in self._editors.items():
            editor.chosen.connect(self.chosen)
            editor.cleared.connect(self._clear)
            if isinstance(editor.widget, QPushButton) and editor.setting.type is tuple:
                editor.widget.clicked.connect(lambda _checked=False, name=name: self.list_asked.emit(name))
            column.addLayout(stacked([editor]))
        self.show_options(self._options, None, self._read)
        self.retranslate()

    def editor(self, name: str) -> QWidget:
        """Return what an option is chosen with."""
        return self._editors[name].widget

    def show_options(self, options: TokenizerOptions, report: IngestReport | None, read: TokenizerOptions) -> None:
        """Show the options that are wanted, and what came of those with which the text was read."""
        self._options, self._report, self._read = options, report, read
        language = options.language
        if language == _AUTOMATIC and report is not None:
            language = report.language
        for name, editor in self._editors.items():
            value, default = getattr(options, name), editor.setting.default
            editor.set_shown(editor.setting.applies(language, options.segmenter))
            editor.show_value(value)
            editor.show_default(default, changed=value != default)
        self._write_found()

    def apply_palette(self, palette: Palette) -> None:
        for editor in self._editors.values():
            editor.apply_palette(palette)

    def retranslate(self) -> None:
        short = short_choices()
        for name, editor in self._editors.items():
            editor.retranslate(short)
            editor.show_value(getattr(self._options, name))
        self._write_found()

    def _clear(self, name: str) -> None:
        self.chosen.emit(name, OPTIONS[name].default)

    def _write_found(self) -> None:
        """Say what was found out of those options that are left to be found out."""
        report, short = self._report, short_choices()
        for name in _FOUND:
            editor = self._editors[name]
            if report is None or not getattr(self._options, name) == getattr(self._read, name) == _AUTOMATIC:
                # What was found before was found of another text, or has been chosen since.
                editor.name_choice(_AUTOMATIC, value_text(editor.setting, _AUTOMATIC))
                editor.explain("")
                continue
            found = value_text(editor.setting, getattr(report, name))
            button = short.get(getattr(report, name), found)
            editor.name_choice(_AUTOMATIC, self.tr("{found} · auto", "short").format(found=button))
            reason = filled("corpus", report.reason.template, report.reason.values) if name == "language" else ""
            editor.explain(self.tr("Taken for: {found}").format(found=found) + f"\n{reason}")
