"""A training run on a Qt thread: the only module of this package that knows Qt."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from w2v_gui.session.control import RunControl
from w2v_gui.session.mailbox import Mailbox
from w2v_gui.session.priority import give_way
from w2v_gui.session.run import RunEvent, RunState, run_session

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.engine.trainer import Trainer

_STACK = 8 * 1024 * 1024


class TrainingThread(QThread):
    """Runs `run_session` and passes its events on as signals.

    The thread has no slots: those would run on the thread that made it. Whoever wants something of the run
    uses `control` and `mailbox`.

    Parameters
    ----------
    open_trainer : callable
        Makes the trainer, on this thread.
    run_id : int
        Marks events and snapshots, so that those of an older run can be told apart and dropped.
    paused : bool
        Whether to wait before the first word, for single steps.
    mailbox : Mailbox, optional
        Where snapshots go.
    parent : QObject, optional

    Attributes
    ----------
    state_changed, failed, ended : Signal(object)
        Each with a `RunEvent`. A run that fails emits ``state_changed`` and ``failed``; every run emits ``ended`` once.
    """

    state_changed = Signal(object)
    failed = Signal(object)
    ended = Signal(object)

    def __init__(
        self,
        open_trainer: Callable[[], Trainer],
        *,
        run_id: int = 0,
        paused: bool = False,
        mailbox: Mailbox | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("training")
        # On macOS a thread gets 512 KB, which the compiler of the kernels overflows.
        self.setStackSize(_STACK)
        self.run_id = run_id
        self.control = RunControl(paused=paused)
        self.mailbox = mailbox or Mailbox()
        self._open_trainer = open_trainer

    def run(self) -> None:
        """Run the session; called by Qt on the new thread."""
        give_way()
        try:
            run_session(self._open_trainer, self.control, self.mailbox, self._on_event, run_id=self.run_id)
        except BaseException as error:
            # run_session raises nothing; a bug in it must still reach the window instead of vanishing with the thread.
            self._on_event(RunEvent(self.run_id, RunState.FAILED, None, error, traceback.format_exc()))

    def reset(self, run_id: int) -> bool:
        """Have the run go back to its start, as a run with another number; False if it is over."""
        if not self.control.reset(run_id):
            return False
        self.run_id = run_id
        return True

    def shutdown(self, seconds: float = 10.0) -> bool:
        """Ask the run to stop and wait for it, at most so many seconds; may be called any number of times.

        Returns
        -------
        bool
            Whether the thread has ended. It is never killed: one that is still busy has to be kept alive.
        """
        self.control.stop()
        return self.wait(int(seconds * 1000))

    def _on_event(self, event: RunEvent) -> None:
        self.state_changed.emit(event)
        if event.state is RunState.FAILED:
            self.failed.emit(event)
        if event.state.ended:
            self.ended.emit(event)
