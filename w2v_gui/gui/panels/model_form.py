"""The settings of a run, as a form made from their declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from w2v_gui.engine.config import SETTINGS, Setting, TrainingConfig
from w2v_gui.errors import ConfigError
from w2v_gui.gui.language import sentence, translated
from w2v_gui.gui.text import number, plain_label, set_tooltip, size
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.fold import Fold
from w2v_gui.gui.widgets.number_field import NumberField, written
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.gui.widgets.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from w2v_gui.gui.theme import Palette

# Which heading a setting stands under; one that is not named here stands with the training settings.
_VECTORS = ("vector_size", "window", "min_count")
_OUTPUT = ("negative",)
_ACROSS = ("model", "objective", "cbow_gradient")


class Editor:
    """A setting's label and widget in the form."""

    def __init__(self, setting: Setting, form: ModelForm) -> None:
        self.setting = setting
        # With a parent from the start: a label without one would be shown as a window of its own.
        self.label = plain_label(kind="section" if setting.name in _ACROSS else "muted", parent=form.body)
        if setting.choices:
            self.widget: QWidget = Segmented([choice.value for choice in setting.choices])
            self.widget.chosen.connect(self._chosen)
        elif setting.type is bool:
            self.widget = Switch()
            self.widget.clicked.connect(self._chosen)
        else:
            self.widget = NumberField(whole=setting.type is int)
            self.widget.edited.connect(self._chosen)
        self.label.setBuddy(self.widget)
        self.widget.setObjectName(f"setting_{setting.name}")
        self._form = form

    def _chosen(self, value: Any) -> None:
        self._form.choose(self.setting.name, value)

    def show(self, value: Any) -> None:
        if isinstance(self.widget, Segmented):
            self.widget.set_value(value)
        elif isinstance(self.widget, Switch):
            self.widget.setChecked(bool(value))
        elif isinstance(self.widget, NumberField):
            self.widget.set_number(value)

    def set_wrong(self, wrong: bool) -> None:
        if isinstance(self.widget, NumberField):
            self.widget.set_wrong(wrong)


class ModelForm(Card):
    """The form of `TrainingConfig`: only what matters for the chosen model and output layer is shown.

    A field that was not touched follows the defaults, which differ between models.

    Attributes
    ----------
    changed : Signal()
        The form says something else than before; `config` may raise.
    live_changed : Signal(object)
        The new values, by name, of settings that can change during a run.
    reset : QPushButton
        Back to the same start; enabled by whoever knows the run.
    """

    changed = Signal()
    live_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: dict[str, Any] = {}
        self._running: TrainingConfig | None = None
        self._tokens = self._words = 0
        self._editors = {name: Editor(setting, self) for name, setting in SETTINGS.items()}
        self._headings = {name: plain_label(kind="section") for name in ("vectors", "training", "estimate")}
        self._error = plain_label(kind="error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._estimate = plain_label(kind="muted")
        self._estimate.setWordWrap(True)
        self.advanced = Fold()
        self.reset = QPushButton()
        self.reset.setEnabled(False)
        self._lay_out()
        self.retranslate()
        self._refresh()

    def config(self) -> TrainingConfig:
        """Return what the form says.

        Raises
        ------
        ConfigError
            If it says something that is not allowed.
        """
        return TrainingConfig(**self._values())

    def config_or_none(self) -> TrainingConfig | None:
        """Return what the form says, or None if it says something that is not allowed."""
        try:
            return self.config()
        except ConfigError:
            return None

    def show_config(self, config: TrainingConfig) -> None:
        """Fill the form in as ``config`` says; what is at its default counts as not touched."""
        kind = config.model, config.objective
        values = config.to_dict()
        self.set_values({name: v for name, v in values.items() if v != SETTINGS[name].default_for(*kind)})

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Fill the form in; whatever is not named goes back to its default."""
        self._chosen = dict(values)
        self._refresh()
        self.changed.emit()

    def choose(self, name: str, value: Any) -> None:
        """Take what the user entered for one setting; an empty field goes back to the default."""
        if isinstance(value, str) and not value.strip():
            self._chosen.pop(name, None)
        else:
            self._chosen[name] = value
        self._refresh(typing=name)
        self.changed.emit()
        if self._running is not None and SETTINGS[name].live:
            self._change_live(name)

    def set_running(self, config: TrainingConfig | None) -> None:
        """Lock what cannot change during a run; None unlocks."""
        self._running = config
        for name, editor in self._editors.items():
            editor.widget.setEnabled(config is None or SETTINGS[name].live)

    def set_corpus(self, tokens: int, words: int) -> None:
        """Take the size of the text, for the estimate."""
        self._tokens, self._words = tokens, words
        self._show_estimate()

    def editor(self, name: str) -> QWidget:
        return self._editors[name].widget

    @property
    def error(self) -> str:
        """What is wrong with the form; empty when nothing is."""
        return "" if self._error.isHidden() else self._error.text()

    def show_error(self, error: BaseException | None) -> None:
        """Say what is wrong, at the form; None says nothing."""
        self._error.setText(sentence(error) if error else "")
        self._error.setVisible(error is not None)
        wrong = str(error.values.get("name", "")) if isinstance(error, ConfigError) else ""
        for name, editor in self._editors.items():
            editor.set_wrong(name == wrong or (isinstance(error, ConfigError) and not wrong and name in error.values))

    def _values(self) -> dict[str, Any]:
        values = dict(self._chosen)
        for name, value in values.items():
            if isinstance(value, str) and not SETTINGS[name].choices:
                values[name] = _parsed(value)
        return values

    def _kind(self) -> tuple[str, str]:
        return tuple(self._chosen.get(name, SETTINGS[name].default_for("", "")) for name in ("model", "objective"))

    def _refresh(self, typing: str = "") -> None:
        kind = self._kind()
        for name, editor in self._editors.items():
            setting = editor.setting
            applies = setting.applies(*kind)
            editor.label.setVisible(applies and name != "model")
            editor.widget.setVisible(applies)
            if name in self._chosen:
                value = self._chosen[name]
                if name == typing or (isinstance(value, str) and not setting.choices):
                    continue
            else:
                value = setting.default_for(*kind)
                if name == typing and isinstance(editor.widget, NumberField):
                    # The user has just emptied the field: leave it empty, and say what it stands for.
                    editor.widget.setPlaceholderText(written(value))
                    continue
            editor.show(value)
        try:
            self.config()
        except ConfigError as error:
            self.show_error(error)
        else:
            self.show_error(None)
        self._show_estimate()

    def _change_live(self, name: str) -> None:
        assert self._running is not None
        try:
            value = getattr(self.config(), name)
            self._running = self._running.changed(**{name: value})
        except ConfigError as error:
            self.show_error(error)
        else:
            self.live_changed.emit({name: value})

    def _show_estimate(self) -> None:
        config = self.config_or_none()
        if config is None:
            return
        shown = self._tokens > 0
        self._headings["estimate"].setVisible(shown)
        self._estimate.setVisible(shown)
        rows = 2 * self._words - (config.objective == "hierarchical_softmax")
        self._estimate.setText(
            self.tr("{words} words to read\n{memory} of weights").format(
                words=number(self._tokens * config.epochs), memory=size(4.0 * rows * config.vector_size)
            )
        )

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._error)
        groups: dict[str, list[Editor]] = {"output": [], "vectors": [], "training": []}
        advanced: list[Editor] = []
        for name, editor in self._editors.items():
            if name in ("model", "objective"):
                continue
            group = "vectors" if name in _VECTORS else "output" if name in _OUTPUT else "training"
            (advanced if editor.setting.advanced else groups[group]).append(editor)
        column.addWidget(self._editors["model"].widget)
        column.addWidget(self._editors["objective"].label)
        column.addWidget(self._editors["objective"].widget)
        column.addLayout(_grid(groups["output"]))
        for name in ("vectors", "training"):
            column.addWidget(self._headings[name])
            column.addLayout(_grid(groups[name]))
        self.advanced.body.setLayout(_grid(advanced))
        column.addWidget(self.advanced)
        column.addWidget(self._headings["estimate"])
        column.addWidget(self._estimate)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self.body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scroll)
        # Below what scrolls, so that it is in sight whatever is unfolded.
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 8, 12, 10)
        foot.addWidget(self.reset)
        outer.addLayout(foot)

    def apply_palette(self, palette: Palette) -> None:
        self.advanced.set_colour(palette.muted)

    def retranslate(self) -> None:
        self.set_title(self.tr("Model"))
        self._headings["vectors"].setText(self.tr("VECTORS"))
        self._headings["training"].setText(self.tr("TRAINING"))
        self._headings["estimate"].setText(self.tr("ESTIMATE"))
        self.advanced.set_title(self.tr("ADVANCED"))
        self.reset.setText(self.tr("Reset to the same start"))
        set_tooltip(
            self.reset,
            self.tr(
                "Back to the very same initial weights and the first word, with the settings of this run; the curve is "
                "emptied. Possible while a run waits, and when it has ended."
            ),
        )
        # Three long names do not fit beside each other; the whole name is in the tooltip.
        short = {
            "softmax": self.tr("Softmax", "short"),
            "negative_sampling": self.tr("Neg. samp.", "short"),
            "hierarchical_softmax": self.tr("Hier.", "short"),
            "derived": self.tr("Divided by C", "short"),
            "word2vec": self.tr("Undivided", "short"),
        }
        for editor in self._editors.values():
            setting = editor.setting
            label, explained = translated("settings", setting.label), self._explanation(setting)
            editor.label.setText(label.upper() if setting.name in _ACROSS else label)
            editor.widget.setAccessibleName(label)
            set_tooltip(editor.label, explained)
            if isinstance(editor.widget, Segmented):
                for choice in setting.choices:
                    name = translated("settings", choice.label)
                    editor.widget.set_label(choice.value, short.get(choice.value, name), f"{name}. {explained}")
            else:
                set_tooltip(editor.widget, explained)
        self._refresh()

    def _explanation(self, setting: Setting) -> str:
        text = translated("settings", setting.help)
        if setting.minimum is not None and setting.maximum is not None:
            unit = translated("settings", setting.unit)
            limits = self.tr("From {minimum} to {maximum}").format(
                minimum=written(setting.minimum), maximum=written(setting.maximum)
            )
            text += f" {limits}{' ' + unit if unit else ''}."
        return text

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _grid(editors: list[Editor]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    for row, editor in enumerate(editors):
        if isinstance(editor.widget, Segmented):
            grid.addWidget(editor.label, 2 * row, 0, 1, 2)
            grid.addWidget(editor.widget, 2 * row + 1, 0, 1, 2)
        else:
            if isinstance(editor.widget, NumberField):
                editor.widget.setFixedWidth(96)
            grid.addWidget(editor.label, 2 * row, 0)
            grid.addWidget(editor.widget, 2 * row, 1, Qt.AlignmentFlag.AlignRight)
    return grid


def _parsed(text: str) -> Any:
    """Return typed text as a number where it is one; what is none is for the setting to refuse."""
    text = text.strip()
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text
