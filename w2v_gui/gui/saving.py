"""Saving vectors: a copy is taken while nothing is being trained, then written on a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.vectors.formats.npz import ModelFile


class Saver(QObject):
    """Writes one file.

    Parameters
    ----------
    path : str
        The ending chooses the format.
    jobs : Jobs
    saved, failed : callable
        Called on the window's thread with the path, or with the error.
    parent : QObject
    """

    _copied = Signal(object)
    _refused = Signal(object)

    def __init__(
        self,
        path: str,
        jobs: Jobs,
        saved: Callable[[str], None],
        failed: Callable[[BaseException], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._jobs = jobs
        self._saved = saved
        self._failed = failed
        self._copied.connect(self._write)
        self._refused.connect(self._give_up)

    def copy(self, trainer: Trainer) -> None:
        """Copy what is to be saved; called between two chunks, on the thread of the run."""
        try:
            from w2v_gui.models import model_of

            self._copied.emit(model_of(trainer))
        except Exception as error:
            self._refused.emit(error)

    def _write(self, model: ModelFile) -> None:
        path = self._path

        def work(job: Job) -> str:
            from w2v_gui.models import write_model_or_vectors

            write_model_or_vectors(path, model)
            return path

        self._jobs.start(work, self._saved, self._failed)
        self.deleteLater()

    def _give_up(self, error: BaseException) -> None:
        self._failed(error)
        self.deleteLater()
