"""The settings of a run, as a form made from their declarations."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from w2v_gui.engine.config import SETTINGS, TrainingConfig
from w2v_gui.engine.presets import PRESETS
from w2v_gui.errors import ConfigError
from w2v_gui.gui.form.draft import Draft
from w2v_gui.gui.form.editor import Editor, stacked, titled
from w2v_gui.gui.form.estimate_view import EstimateView
from w2v_gui.gui.form.preset_menu import DEFAULTS, LAST, PresetMenu
from w2v_gui.gui.form.words import short_names, summary
from w2v_gui.gui.language import sentence
from w2v_gui.gui.text import plain_label, set_tooltip
from w2v_gui.gui.widgets.card import Card
from w2v_gui.gui.widgets.fold import Fold
from w2v_gui.gui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.widgets.changed_dot import ChangedDot
    from w2v_gui.session.snapshot import Snapshot
    from w2v_gui.setting import Setting

# Which heading a setting stands under; one that is not named here stands with the training settings.
_VECTORS = ("vector_size", "window", "min_count")
_OUTPUT = ("negative",)

_SETTLE_MS = 800
"""How long after the last key a value that is typed during a run is taken: “1” may be on its way to “100”."""


class ModelForm(Card):
    """The form of `TrainingConfig`: only what matters for the chosen model and output layer is shown.

    A field that was not touched follows the defaults, which differ between models.

    Attributes
    ----------
    changed : Signal()
        The form says something else than before; `config` may raise.
    live_changed : Signal(object)
        The new values, by name, of settings that can change during a run.
    last_changed : Signal(object)
        A run has begun with these settings, a `TrainingConfig`: they are the last ones now.
    reset : QPushButton
        Back to the same start; enabled by whoever knows the run.
    presets : PresetMenu
    estimate : EstimateView
    """

    changed = Signal()
    live_changed = Signal(object)
    last_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft({})
        self._running: TrainingConfig | None = None
        self._last: TrainingConfig | None = None
        self._epochs_begun = 0
        self._tokens = self._words = 0
        self._editors = {name: Editor(setting, self.body, headed=name != "model") for name, setting in SETTINGS.items()}
        for editor in self._editors.values():
            editor.chosen.connect(self.choose)
            editor.settled.connect(self._settle)
            editor.cleared.connect(self.clear)
        self._headings = {name: plain_label(kind="section") for name in ("vectors", "training")}
        self._error = plain_label(kind="error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._change_live)
        self.presets = PresetMenu()
        self.presets.chosen.connect(self.apply_preset)
        self.advanced = Fold()
        self.estimate = EstimateView()
        self.reset = QPushButton()
        self.reset.setEnabled(False)
        self._lay_out()
        self._refresh()
        self.retranslate()

    # -- what it says -----------------------------------------------------------------------------------------

    def config(self) -> TrainingConfig:
        """Return what the form says.

        Raises
        ------
        ConfigError
            If it says something that is not allowed.
        """
        return self._draft.config()

    def config_or_none(self) -> TrainingConfig | None:
        """Return what the form says, or None if it says something that is not allowed."""
        try:
            return self.config()
        except ConfigError:
            return None

    def editor(self, name: str) -> QWidget:
        return self._editors[name].widget

    def dot(self, name: str) -> ChangedDot:
        """Return what shows that a setting is not at its default."""
        return self._editors[name].dot

    @property
    def error(self) -> str:
        """What is wrong with the form; empty when nothing is."""
        places = [self._error, *(editor.problem for editor in self._editors.values())]
        return next((place.text() for place in places if not place.isHidden()), "")

    # -- filling it in ----------------------------------------------------------------------------------------

    def show_config(self, config: TrainingConfig) -> None:
        """Fill the form in as ``config`` says; what is at its default counts as not touched."""
        self._take(Draft.of(config))

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Fill the form in; whatever is not named goes back to its default."""
        self._take(Draft(values))

    def apply_preset(self, name: str) -> None:
        """Take the settings of a preset, of the run that was begun last, or all defaults."""
        if name == DEFAULTS:
            self.set_values({})
        elif name == LAST and self._last is not None:
            self.show_config(self._last)
        elif name in PRESETS:
            self._draft.apply(name)
            self._take(self._draft)

    def set_last(self, config: TrainingConfig) -> None:
        """Take the settings of the run that was begun last, to go back to."""
        self._last = config
        self.presets.set_last_known(True)

    def choose(self, name: str, value: Any) -> None:
        """Take what the user entered for one setting; an empty field goes back to the default."""
        self._draft.enter(name, value)
        self._refresh(typing=name)
        self.changed.emit()
        if self._running is not None and SETTINGS[name].live:
            self._settling.start()

    def clear(self, name: str) -> None:
        """Take a setting back to its default."""
        self.choose(name, "")
        self._refresh()
        self._settle()

    def _take(self, draft: Draft) -> None:
        self._draft = draft
        self._refresh()
        self.changed.emit()

    # -- during a run -----------------------------------------------------------------------------------------

    def set_running(self, config: TrainingConfig | None) -> None:
        """Lock what cannot change during a run; None unlocks."""
        if config is None:
            self._settling.stop()
        elif self._running is None:
            self._epochs_begun = 0
            self.set_last(config)
            self.last_changed.emit(config)
        self._running = config
        for name, editor in self._editors.items():
            editor.set_locked(config is not None and not SETTINGS[name].live)
        self.presets.setEnabled(config is None)
        self._check()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take how far the run is: an epoch that has begun cannot be taken back."""
        self._epochs_begun = math.ceil(snapshot.words_done * snapshot.epochs / max(snapshot.words_total, 1))

    def _settle(self) -> None:
        if self._settling.isActive():
            self._change_live()

    def _change_live(self) -> None:
        self._settling.stop()
        running, config = self._running, self.config_or_none()
        if running is None or config is None:
            return
        live = {name: getattr(config, name) for name, setting in SETTINGS.items() if setting.live}
        changes = {name: value for name, value in live.items() if value != getattr(running, name)}
        if not changes:
            return
        try:
            self._running = running.changed_live(self._epochs_begun, **changes)
        except ConfigError as error:
            self._mark(error)
        else:
            self.live_changed.emit(changes)

    # -- what is wrong with it --------------------------------------------------------------------------------

    def show_error(self, error: BaseException | None) -> None:
        """Say what is wrong, at the field if it is one's fault, and go there; None says nothing."""
        problems = self._draft.problems()
        if problems:
            self._mark_all(problems)
        else:
            self._mark(error)
        wrong = next((editor for editor in self._from_top if editor.is_wrong and not editor.widget.isHidden()), None)
        if wrong is None:
            self._scroll.ensureWidgetVisible(self._error)
            return
        if wrong.setting.advanced:
            self.advanced.heading.setChecked(True)
        wrong.widget.setFocus()
        if isinstance(wrong.widget, NumberField):
            wrong.widget.selectAll()
        # What has just appeared has no place yet.
        QTimer.singleShot(0, wrong.problem, lambda: self._scroll_to(wrong))

    def _scroll_to(self, editor: Editor) -> None:
        for widget in (editor.problem, editor.widget):
            self._scroll.ensureWidgetVisible(widget, 0, 12)

    def _check(self) -> None:
        """Say at each field what is wrong with it, or else what is wrong with them together."""
        problems = self._draft.problems()
        if problems:
            self._mark_all(problems)
            return
        try:
            self.config()
        except ConfigError as error:
            self._mark(error)
        else:
            self._mark(None)

    def _mark(self, error: BaseException | None) -> None:
        """Say one thing that is wrong, beneath the first field that has to do with it."""
        values = error.values if isinstance(error, ConfigError) else {}
        blamed = [name for name in self._draft.shown if name == values.get("name") or name in values]
        if error is not None and blamed:
            self._mark_all({blamed[0]: error}, also=blamed[1:])
        else:
            self._mark_all({})
            self._error.setText(sentence(error) if error else "")
            self._error.setVisible(error is not None)

    def _mark_all(self, errors: Mapping[str, BaseException], also: Collection[str] = ()) -> None:
        self._error.hide()
        for name, editor in self._editors.items():
            error = errors.get(name)
            editor.show_problem(sentence(error) if error else "", wrong=error is not None or name in also)

    # -- showing it -------------------------------------------------------------------------------------------

    def set_corpus(self, tokens: int, words: int) -> None:
        """Take the size of the text, for the estimate."""
        self._tokens, self._words = tokens, words
        self._show_estimate()

    def _refresh(self, typing: str = "") -> None:
        draft = self._draft
        shown = draft.shown
        for name, editor in self._editors.items():
            value, default = draft.value(name), draft.default(name)
            editor.set_shown(name in shown)
            editor.show_default(default, changed=value != default)
            if name != typing:
                editor.show_value(value)
        self._check()
        self.presets.show_active(draft.preset)
        self._show_estimate()
        self._tell_advanced()

    def _tell_advanced(self) -> None:
        config = self.config_or_none()
        if config is not None:
            shown = (SETTINGS[name] for name in self._draft.shown)
            values = ((setting, getattr(config, setting.name)) for setting in shown if setting.advanced)
            self.advanced.set_summary(summary(values))

    def _show_estimate(self) -> None:
        config = self.config_or_none()
        if config is not None:
            self.estimate.show_size(config, self._tokens, self._words)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(7)
        column.addWidget(self._error)
        groups: dict[str, list[Editor]] = {"output": [], "vectors": [], "training": [], "advanced": []}
        for name, editor in self._editors.items():
            if name not in ("model", "objective"):
                groups[_group(editor.setting)].append(editor)
        top = [self._editors["model"], self._editors["objective"]]
        self._from_top = [*top, *(editor for group in groups.values() for editor in group)]
        column.addWidget(self._editors["model"].widget)
        column.addLayout(titled(self._editors["objective"]))
        column.addLayout(stacked(groups["output"]))
        for name in ("vectors", "training"):
            column.addWidget(self._headings[name])
            column.addLayout(stacked(groups[name]))
        self.advanced.body.setLayout(stacked(groups["advanced"]))
        column.addWidget(self.advanced)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidget(page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self.body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._foot())
        self.add_tool(self.presets)
        self._set_tab_order(groups)

    def _foot(self) -> QWidget:
        # Below what scrolls, so that it is in sight whatever is unfolded.
        foot = QFrame()
        foot.setObjectName("cardFooter")
        column = QVBoxLayout(foot)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.estimate)
        column.addWidget(self.reset)
        return foot

    def _set_tab_order(self, groups: Mapping[str, list[Editor]]) -> None:
        """Go from top to bottom: otherwise it would be the order of the declarations."""
        usual, advanced = (
            [widget for editor in editors for widget in editor.focus_widgets]
            for editors in (self._from_top[: -len(groups["advanced"])], groups["advanced"])
        )
        for first, second in pairwise([self.presets, *usual, self.advanced.heading, *advanced, self.reset]):
            QWidget.setTabOrder(first, second)

    def apply_palette(self, palette: Palette) -> None:
        self.advanced.set_colour(palette.muted)
        self.presets.apply_palette(palette)

    def retranslate(self) -> None:
        self.set_title(self.tr("Model"))
        self._headings["vectors"].setText(self.tr("VECTORS"))
        self._headings["training"].setText(self.tr("TRAINING"))
        self.advanced.set_title(self.tr("ADVANCED"))
        self.reset.setText(self.tr("Reset to the same start"))
        set_tooltip(
            self.reset,
            self.tr(
                "Back to the very same initial weights and the first word, with the settings of this run; the curve is "
                "emptied. Possible while a run waits, and when it has ended."
            ),
        )
        short = short_names()
        for editor in self._editors.values():
            editor.retranslate(short)
        self.presets.retranslate()
        self.estimate.retranslate()
        self._tell_advanced()
        self._check()


def _group(setting: Setting) -> str:
    if setting.advanced:
        return "advanced"
    if setting.name in _OUTPUT:
        return "output"
    return "vectors" if setting.name in _VECTORS else "training"
