"""What the buttons and keys of the run do: they take the form's settings to the controller, or say why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.errors import ConfigError
from w2v_gui.gui.language import sentence
from w2v_gui.session.run import RunState

if TYPE_CHECKING:
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.gui.controller import Controller
    from w2v_gui.gui.panels.model_form import ModelForm
    from w2v_gui.gui.reader import Reader


class RunCommands(QObject):
    """Train, pause, go on, step, reset.

    Parameters
    ----------
    controller : Controller
    reader : Reader
        While a text is being read, no run is started.
    form : ModelForm
        Says with which settings, and is told what is wrong with them.
    parent : QObject

    Attributes
    ----------
    accepted : Signal()
        Something is about to be done: what was said before is out of date.
    refused : Signal(str)
        With the sentence that says why no run was started.
    """

    accepted = Signal()
    refused = Signal(str)

    def __init__(self, controller: Controller, reader: Reader, form: ModelForm, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._reader = reader
        self._form = form

    def toggle(self) -> None:
        """Train, pause or go on, whichever is next."""
        controller = self._controller
        if controller.state in (RunState.TRAINING, RunState.PREPARING):
            if controller.pausing:
                controller.resume()
            else:
                controller.pause()
            return
        config = self._config_or_say()
        if config is not None:
            controller.train(config)

    def step(self) -> None:
        """Train exactly one window."""
        config = self._config_or_say()
        if config is not None:
            self._controller.step(config)

    def reset(self) -> None:
        """Go back to the very same start and wait there; the form says again what that run was started with."""
        trainer = self._controller.trainer
        if trainer is None or self._reader.active:
            return
        self.accepted.emit()
        if not self._controller.active and self._form.config_or_none() != trainer.config:
            self._form.show_config(trainer.config)
        self._controller.reset()

    def _config_or_say(self) -> TrainingConfig | None:
        corpus = self._controller.corpus
        if corpus is None or self._reader.active:
            return None
        self.accepted.emit()
        try:
            config = self._form.config()
            # Found out here rather than on the thread, so that it is said at the form and nothing is started.
            corpus.vocabulary.kept(config.min_count)
        except ConfigError as error:
            self._form.show_error(error)
            self.refused.emit(sentence(error))
            return None
        return config
