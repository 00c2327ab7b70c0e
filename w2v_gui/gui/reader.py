"""Reading a text on a worker: one at a time, with progress, and with a way to give up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.opening import Opened

_POLL_MS = 60


class Reader(QObject):
    """Owns the job that reads a text.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    begun : Signal()
    progressed : Signal(object)
        With an `IngestProgress`, from time to time; None while there is nothing to tell yet.
    ended : Signal()
        Nothing is being read any more. After it comes exactly one of the following three.
    opened : Signal(object)
        With what was `Opened`.
    cancelled : Signal()
    failed : Signal(object, str)
        With the exception and its traceback.
    """

    begun = Signal()
    progressed = Signal(object)
    ended = Signal()
    opened = Signal(object)
    cancelled = Signal()
    failed = Signal(object, str)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._then: Callable[[], None] | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._tell)

    @property
    def active(self) -> bool:
        """Whether a text is being read."""
        return self._job is not None

    def read(self, work: Callable[[Job], Opened], then: Callable[[], None] | None = None) -> None:
        """Do ``work``, unless a text is being read already; ``then`` is called after ``opened``."""
        if self._job is not None:
            return
        self._then = then
        self._job = self._jobs.start(work, self._done, self._failed)
        self.begun.emit()
        self._tell()
        self._poll.start()

    def cancel(self) -> None:
        """Ask for the reading to be given up."""
        if self._job is not None:
            self._job.cancel()

    def shutdown(self) -> None:
        """Tell nothing more; the job itself is ended by `Jobs`."""
        self._poll.stop()

    def _tell(self) -> None:
        if self._job is not None:
            self.progressed.emit(self._job.progress)

    def _end(self) -> tuple[Job, Callable[[], None] | None]:
        job, then = self._job, self._then
        assert job is not None
        self._job = self._then = None
        self._poll.stop()
        self.ended.emit()
        return job, then

    def _done(self, opened: Opened) -> None:
        _, then = self._end()
        self.opened.emit(opened)
        if then is not None:
            then()

    def _failed(self, error: BaseException) -> None:
        job, _ = self._end()
        if job.cancelled():
            self.cancelled.emit()
        else:
            self.failed.emit(error, job.traceback)
