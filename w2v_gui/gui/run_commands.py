"""What the buttons and keys of the run do: they take the form's settings to the controller, or say why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.errors import ConfigError
from w2v_gui.gui.language import sentence
from w2v_gui.gui.unsaved import AGAIN
from w2v_gui.session.run import RunState

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.gui.actions import Actions
    from w2v_gui.gui.controller import Controller
    from w2v_gui.gui.panels.model_form import ModelForm
    from w2v_gui.gui.reader import Reader
    from w2v_gui.gui.top_bar import TopBar
    from w2v_gui.gui.unsaved import Unsaved


class RunCommands(QObject):
    """Train, pause, go on, step, stop, reset.

    Parameters
    ----------
    controller : Controller
    reader : Reader
        While a text is being read, no run is started.
    form : ModelForm
        Says with which settings, and is told what is wrong with them.
    unsaved : Unsaved
        Asked before a new run takes the place of one that has learned something.
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

    def __init__(
        self, controller: Controller, reader: Reader, form: ModelForm, unsaved: Unsaved, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._reader = reader
        self._form = form
        self._unsaved = unsaved

    def attend(self, bar: TopBar, actions: Actions) -> None:
        """Do what is pressed in a bar, in the menus and at the form."""
        for toggle in (bar.train.clicked, actions.train.triggered):
            toggle.connect(self.toggle)
        for step in (bar.step.clicked, actions.step.triggered):
            step.connect(self.step)
        for stop in (bar.stop.clicked, actions.stop.triggered):
            stop.connect(self._controller.stop)
        for reset in (self._form.reset.clicked, actions.reset.triggered):
            reset.connect(self.reset)

    def toggle(self) -> None:
        """Train, pause or go on, whichever is next."""
        controller = self._controller
        if controller.state in (RunState.TRAINING, RunState.PREPARING):
            if controller.pausing:
                controller.resume()
            else:
                controller.pause()
            return
        self._run(controller.train)

    def step(self) -> None:
        """Train exactly one window."""
        self._run(self._controller.step)

    def reset(self) -> None:
        """Go back to the very same start and wait there; the form says again what that run was started with."""
        trainer = self._controller.trainer
        if trainer is None or self._reader.active:
            return
        self.accepted.emit()
        self._unsaved.before(lambda: self._reset(trainer.config), AGAIN)

    def _reset(self, config: TrainingConfig) -> None:
        if not self._controller.active and self._form.config_or_none() != config:
            self._form.show_config(config)
        self._controller.reset()

    def _run(self, command: Callable[[TrainingConfig], None]) -> None:
        """Give a command that goes on with the run there is, or starts one."""
        config = self._config_or_say()
        if config is None:
            return
        if self._controller.active:
            command(config)
        else:
            self._unsaved.before(lambda: command(config), AGAIN)

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
