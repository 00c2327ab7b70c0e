"""Short work off the window's thread: reading a text, saving vectors, looking up neighbours."""

from __future__ import annotations

import threading
import traceback
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from w2v_gui.session.priority import give_way

if TYPE_CHECKING:
    from collections.abc import Callable

_STACK = 8 * 1024 * 1024


class Job(QObject):
    """One piece of work on another thread. Exactly one of the signals comes, on the window's thread.

    Attributes
    ----------
    done : Signal(object)
        With what the work returned.
    failed : Signal(object)
        With the exception; its traceback as text is in `traceback`.
    progress : object
        The latest that the work has reported; to be polled, so that a busy worker cannot flood the window.
    """

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[Job], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._outcome: Any = None
        self._cancelled = False
        self.progress: Any = None
        self.traceback = ""

    def cancel(self) -> None:
        """Ask the work to give up; it ends with whatever exception it raises for that."""
        self._cancelled = True

    def cancelled(self) -> bool:
        return self._cancelled

    def report(self, progress: Any) -> None:
        self.progress = progress

    def execute(self) -> None:
        # What came out is held here too: whichever thread is done with it first, it ends with the job.
        try:
            self._outcome = self._work(self)
        except BaseException as error:
            self._outcome = error
            self.traceback = traceback.format_exc()
            self.failed.emit(error)
        else:
            self.done.emit(self._outcome)

    def let_go(self) -> None:
        """Hold neither the work nor what came of it any more."""
        self._work, self._outcome = _nothing, None


def _nothing(job: Job) -> None:
    pass


class _Task(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job: Job | None = job
        self.left = threading.Event()

    def run(self) -> None:
        # A text that has just been read is looked at by several jobs at once, while the window shows it.
        give_way()
        job, self._job = self._job, None
        if job is not None:
            job.execute()
        del job
        self.left.set()


class Jobs(QObject):
    """Starts jobs and sees to it that none is left when the window closes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._pool.setStackSize(_STACK)
        self._jobs: dict[Job, threading.Event] = {}
        self._closed = False

    def start(
        self, work: Callable[[Job], Any], done: Callable[[Any], None], failed: Callable[[BaseException], None]
    ) -> Job:
        """Call ``work(job)`` on another thread soon, then one of ``done`` and ``failed`` on the window's.

        ``done`` and ``failed`` are methods of a `QObject`: Qt brings the call to the thread of that object. After
        `shutdown` nothing is begun any more: a window that closes hides its cards, and those ask for this and that.
        """
        job = Job(work, self)
        if self._closed:
            return job
        task = _Task(job)
        self._jobs[job] = task.left
        job.done.connect(done)
        job.failed.connect(failed)
        job.done.connect(self._over)
        job.failed.connect(self._over)
        self._pool.start(task)
        return job

    @property
    def active(self) -> bool:
        """Whether anything is being done."""
        return bool(self._jobs)

    def shutdown(self, seconds: float = 10.0) -> bool:
        """Cancel everything and wait, at most so many seconds; returns whether all work has ended."""
        self._closed = True
        for job in self._jobs:
            job.cancel()
            job.done.disconnect()
            job.failed.disconnect()
        self._pool.clear()
        ended = self._pool.waitForDone(int(seconds * 1000))
        if ended:
            for job in self._jobs:
                job.let_go()
        self._jobs = {}
        return ended

    def _over(self) -> None:
        job = self.sender()
        if isinstance(job, Job) and job in self._jobs:
            # The other thread has a few lines to go. What the work held, widgets perhaps, must not end there.
            self._jobs.pop(job).wait()
            job.let_go()
            job.deleteLater()
