"""Of several wishes only the latest is answered: work on another thread that a newer question makes needless."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from w2v_gui.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.gui.jobs import Job, Jobs


class Latest(QObject):
    """Lets one thing be worked on at a time; asking again gives up what was asked before.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    answered : Signal(object)
        With what the latest work returned; answers to former wishes do not come.
    failed : Signal(object)
        With the exception of the latest work, unless it was given up.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None

    @property
    def active(self) -> bool:
        """Whether an answer is to come."""
        return self._job is not None

    @property
    def progress(self) -> Any:
        """What the work has reported last; None if nothing is worked on."""
        return None if self._job is None else self._job.progress

    def ask(self, work: Callable[[Job], Any]) -> None:
        """Call ``work(job)`` on another thread; long work looks at ``job.cancelled`` and raises `Cancelled`."""
        self.forget()
        self._job = self._jobs.start(work, self._done, self._gone_wrong)

    def forget(self) -> None:
        """Give up what is worked on: its answer does not come."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _done(self, answer: Any) -> None:
        if self.sender() is self._job:
            self._job = None
            self.answered.emit(answer)

    def _gone_wrong(self, error: BaseException) -> None:
        if self.sender() is self._job:
            self._job = None
            if not isinstance(error, Cancelled):
                self.failed.emit(error)
