"""Reading a text or a model on a worker: one at a time, with progress, and with a way to give up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.gui.jobs import Job, Jobs

T = TypeVar("T")

_POLL_MS = 60


class Reader(QObject):
    """Owns the job that reads.

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
        Nothing is being read any more. After it either whoever wanted it gets what was read, or one of these comes.
    cancelled : Signal()
    failed : Signal(object, str)
        With the exception and its traceback.
    """

    begun = Signal()
    progressed = Signal(object)
    ended = Signal()
    cancelled = Signal()
    failed = Signal(object, str)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._job: Job | None = None
        self._take: Callable[[Any], None] | None = None
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._tell)

    @property
    def active(self) -> bool:
        """Whether something is being read."""
        return self._job is not None

    def read(self, work: Callable[[Job], T], take: Callable[[T], None]) -> None:
        """Do ``work``, unless something is being read already; ``take`` is called with what came of it."""
        if self._job is None:
            self._start(work, take)

    def read_instead(self, work: Callable[[Job], T], take: Callable[[T], None]) -> None:
        """Do ``work``; what is being read at the moment is given up, and nobody hears of it any more."""
        self.cancel()
        self._start(work, take)

    def _start(self, work: Callable[[Job], T], take: Callable[[T], None]) -> None:
        self._take = take
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

    def _end(self) -> tuple[Job, Callable[[Any], None]] | None:
        job, take = self._job, self._take
        if job is None or take is None or self.sender() is not job:
            return None
        self._job = self._take = None
        self._poll.stop()
        self.ended.emit()
        return job, take

    def _done(self, result: Any) -> None:
        if (ended := self._end()) is not None:
            _, take = ended
            take(result)

    def _failed(self, error: BaseException) -> None:
        if (ended := self._end()) is None:
            return
        job, _ = ended
        if job.cancelled():
            self.cancelled.emit()
        else:
            self.failed.emit(error, job.traceback)
