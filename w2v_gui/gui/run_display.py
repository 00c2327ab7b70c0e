"""Shows how a run stands: its snapshots and states, in the bars and on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.gui.pacing import Paced
from w2v_gui.session.run import RunState

if TYPE_CHECKING:
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.controller import Controller
    from w2v_gui.gui.pages.train import TrainPage
    from w2v_gui.gui.status_bar import StatusBar
    from w2v_gui.gui.top_bar import TopBar
    from w2v_gui.session.snapshot import Snapshot

# Of so many snapshots one is written out: figures that change more often cannot be read.
_FIGURES_EVERY = 3


class RunDisplay(QObject):
    """Takes what the controller tells to where it is seen.

    Parameters
    ----------
    controller : Controller
    top_bar, status, page
        Where it is shown.
    parent : QObject

    Attributes
    ----------
    state_shown : Signal(object)
        With the `RunState` that has been shown, or None when there is no run.
    """

    state_shown = Signal(object)

    def __init__(
        self, controller: Controller, top_bar: TopBar, status: StatusBar, page: TrainPage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._top_bar = top_bar
        self._status = status
        self._page = page
        self._figures = Paced(self._show_figures, _FIGURES_EVERY, 2)
        controller.state_changed.connect(self._show_state)
        controller.begun.connect(self._begin)
        controller.snapshot_taken.connect(self._show_snapshot)

    def _show_state(self, state: RunState | None) -> None:
        if state is not RunState.TRAINING:
            self._flush()
        self._top_bar.show_state(state)
        self._status.show_state(state)
        form, trainer = self._page.form, self._controller.trainer
        config = trainer.config if trainer is not None else form.config_or_none()
        form.set_running(config if self._controller.active else None)
        self.state_shown.emit(state)

    def _begin(self, trainer: Trainer) -> None:
        self._figures.forget()
        self._status.begin(trainer.config)
        self._page.begin(trainer)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        self._page.show_snapshot(snapshot)
        self._figures.offer(snapshot)
        if self._controller.state is not RunState.TRAINING:
            self._flush()

    def _show_figures(self, snapshot: Snapshot) -> None:
        self._status.show_snapshot(snapshot)
        self._top_bar.show_progress(snapshot.progress)

    def _flush(self) -> None:
        self._page.flush()
        self._figures.flush()
