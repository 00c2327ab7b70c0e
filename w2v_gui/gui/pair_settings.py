"""What decides which training pairs there are, at hand above their table: model, window, full windows, epoch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from w2v_gui.engine.config import SETTINGS
from w2v_gui.gui.form.words import explanation, label
from w2v_gui.gui.language import translated
from w2v_gui.gui.text import number, plain_label, set_tooltip
from w2v_gui.gui.widgets.segmented import Segmented
from w2v_gui.gui.widgets.stepper import Stepper
from w2v_gui.gui.widgets.switch import Switch

if TYPE_CHECKING:
    from w2v_gui.engine.config import TrainingConfig

_WIDEST = int(SETTINGS["window"].maximum or 1)


class PairSettings(QWidget):
    """Shows four settings of a training, and asks for others.

    Attributes
    ----------
    model : Segmented
    epoch : Stepper
        Both are placed by whoever has room for them.
    setting_chosen : Signal(str, object)
        The name of a setting, and the value it should have.
    epoch_chosen : Signal(int)
        From 1.
    """

    setting_chosen = Signal(str, object)
    epoch_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config: TrainingConfig | None = None
        self._epoch = 1
        self._locked = False
        self.model = Segmented([choice.value for choice in SETTINGS["model"].choices])
        self.window_ = Stepper()
        self.full = Switch()
        self._full_label = plain_label(kind="muted")
        self._full_label.setBuddy(self.full)
        self.epoch = Stepper()
        for stepper in (self.window_, self.epoch):
            stepper.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.window_)
        row.addSpacing(8)
        row.addWidget(self.full)
        row.addWidget(self._full_label)
        row.addStretch(1)
        self.model.chosen.connect(lambda value: self.setting_chosen.emit("model", value))
        self.window_.asked.connect(lambda value: self.setting_chosen.emit("window", value))
        self.full.clicked.connect(lambda on: self.setting_chosen.emit("full_windows_only", on))
        self.epoch.asked.connect(self._choose_epoch)
        self._enable()
        self.retranslate()

    def show_config(self, config: TrainingConfig) -> None:
        """Show settings; an epoch that they do not have any more gives way to their last."""
        self._config = config
        self.model.set_value(config.model)
        self.full.setChecked(config.full_windows_only)
        self._write()
        self._enable()
        if self._epoch > config.epochs:
            self._choose_epoch(config.epochs)

    def show_epoch(self, epoch: int) -> None:
        """Show that these are the pairs of an epoch, from 1; nothing is emitted."""
        self._epoch = epoch
        self._write()

    def set_locked(self, locked: bool) -> None:
        """Let nobody change what a run goes on with; which epoch is shown is no setting of it."""
        self._locked = locked
        self._enable()
        self._explain()

    def retranslate(self) -> None:
        for choice in SETTINGS["model"].choices:
            self.model.set_label(choice.value, translated("settings", choice.label))
        self.model.setAccessibleName(label(SETTINGS["model"]))
        self._full_label.setText(self.tr("full windows"))
        self.full.setAccessibleName(label(SETTINGS["full_windows_only"]))
        self._write()
        self._explain()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _choose_epoch(self, epoch: int) -> None:
        self.show_epoch(epoch)
        self.epoch_chosen.emit(epoch)

    def _enable(self) -> None:
        there = self._config is not None
        for widget in (self.model, self.window_, self.full):
            widget.setEnabled(there and not self._locked)
        self.epoch.setEnabled(there)

    def _write(self) -> None:
        if self._config is None:
            reach, epochs = 5, 5
        else:
            reach, epochs = self._config.window, self._config.epochs
        self.window_.show_number(reach, _WIDEST, self._window_text(reach))
        self.epoch.show_number(self._epoch, epochs, self._epoch_text(self._epoch, epochs))
        # Wide enough for all there can be: the arrows stay under the pointer.
        for stepper, widest in (
            (self.window_, self._window_text(_WIDEST)),
            (self.epoch, self._epoch_text(epochs, epochs)),
        ):
            stepper.label.setMinimumWidth(stepper.label.fontMetrics().horizontalAdvance(widest))

    def _window_text(self, reach: int) -> str:
        return self.tr("window {window} · span {span}").format(window=reach, span=2 * reach + 1)

    def _epoch_text(self, epoch: int, epochs: int) -> str:
        return self.tr("epoch {epoch} of {epochs}").format(epoch=number(epoch), epochs=number(epochs))

    def _explain(self) -> None:
        why = self.tr("A run goes on with this: stop or reset it to change it.") if self._locked else ""
        window, full, model = (SETTINGS[name] for name in ("window", "full_windows_only", "model"))
        span = self.tr("The span is the whole window: the centre with its words on both sides.")
        self.window_.set_meanings(
            self.tr("Smaller window"),
            "\n".join(filter(None, (why, explanation(window, window.default_for("cbow", "softmax")), span))),
            self.tr("Larger window"),
        )
        for widget in (self.full, self._full_label):
            set_tooltip(widget, why or explanation(full, full.default_for("cbow", "softmax")))
        for choice in model.choices:
            set_tooltip(self.model.button(choice.value), why or translated("settings", model.help))
        if why:
            set_tooltip(self.window_.before, why)
            set_tooltip(self.window_.after, why)
        self.epoch.set_meanings(
            self.tr("The pairs of the epoch before"),
            self.tr(
                "Every epoch draws the reach of windows and the words left out by subsampling anew. With full windows "
                "and without subsampling the pairs of all epochs are the same."
            ),
            self.tr("The pairs of the next epoch"),
        )
