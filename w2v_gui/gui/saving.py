"""Saving a model or its vectors: a copy is taken while nothing is being trained, then written on a worker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.gui import dialogs

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.controller import Controller
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.settings import WindowSettings
    from w2v_gui.vectors.formats.model_file import ModelFile


class Saver(QObject):
    """Writes one file, and says how it went.

    Parameters
    ----------
    path : str
        The ending chooses the format.
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    saved : Signal(object)
        With the number of words that had been trained when the copy was taken.
    failed : Signal(object)
        With the exception.
    """

    saved = Signal(object)
    failed = Signal(object)
    _copied = Signal(object, object)
    _refused = Signal(object)

    def __init__(self, path: str, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._jobs = jobs
        self._copied.connect(self._write_copy)
        self._refused.connect(self._give_up)

    def copy(self, trainer: Trainer) -> None:
        """Copy what is to be saved; called between two chunks, on the thread of the run."""
        try:
            from w2v_gui.models import model_of

            self._copied.emit(model_of(trainer), trainer.words_done)
        except Exception as error:
            self._refused.emit(error)

    def write(self, trainer: Trainer) -> None:
        """Save a run that has ended: nothing changes its weights any more, and they need not be copied."""
        path = self._path

        def work(job: Job) -> int:
            from w2v_gui.models import save

            save(path, trainer)
            return trainer.words_done

        self._jobs.start(work, self._written, self._give_up)

    def _write_copy(self, model: ModelFile, words_done: int) -> None:
        path = self._path

        def work(job: Job) -> int:
            from w2v_gui.models import write_model_or_vectors

            write_model_or_vectors(path, model)
            return words_done

        self._jobs.start(work, self._written, self._give_up)

    def _written(self, words_done: int) -> None:
        self.saved.emit(words_done)
        self.deleteLater()

    def _give_up(self, error: BaseException) -> None:
        self.failed.emit(error)
        self.deleteLater()


class Saving(QObject):
    """Saves the model of the window, one file at a time, and knows how much of it is on disk.

    Parameters
    ----------
    controller : Controller
        Has the model.
    jobs : Jobs
    settings : WindowSettings
        Remembers folder and format.
    window : QWidget
        Over which it is asked where to save.

    Attributes
    ----------
    saved : Signal(str)
        With the path.
    failed : Signal(object)
        With the exception; what was asked for to be done after the saving is not done.
    """

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, controller: Controller, jobs: Jobs, settings: WindowSettings, window: QWidget) -> None:
        super().__init__(window)
        self._controller = controller
        self._jobs = jobs
        self._settings = settings
        self._window = window
        self._path = ""
        self._words_on_disk = 0
        self._seconds_on_disk = 0.0
        self._loaded: tuple[Trainer, str, int] | None = None
        self._now: tuple[str, float] | None = None
        self._run_has_changed = False
        self._then: Callable[[], None] | None = None
        controller.begun.connect(self._begun)

    @property
    def active(self) -> bool:
        """Whether a file is being written."""
        return self._now is not None

    @property
    def at_stake(self) -> float:
        """How many seconds of training are not on disk."""
        latest = self._controller.latest
        if self._controller.trainer is None or latest is None or latest.words_done in (0, self._words_on_disk):
            return 0.0
        return max(latest.seconds - self._seconds_on_disk, 0.0)

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save to the file that the model is in, or ask for one; ``then`` is called when it has been written."""
        if self._path:
            self.save_to(self._path, then)
        else:
            self.save_as(then)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask where to save, and in which format, and do it."""
        trainer = self._controller.trainer
        if trainer is None or self.active:
            return
        name = Path(self._path or trainer.corpus.name or "model").stem
        path = dialogs.choose_target(self._window, self._settings.folder, name, self._settings.ending)
        if path:
            self._settings.folder = str(Path(path).parent)
            self._settings.ending = Path(path).suffix
            self.save_to(path, then)

    def save_to(self, path: str, then: Callable[[], None] | None = None) -> None:
        """Save what there is now; the ending of the name chooses the format."""
        controller, latest, trainer = self._controller, self._controller.latest, self._controller.trainer
        if self.active or trainer is None:
            return
        self._now, self._then = (path, latest.seconds if latest is not None else 0.0), then
        self._run_has_changed = False
        saver = Saver(path, self._jobs, self)
        saver.saved.connect(self._saved)
        saver.failed.connect(self._failed)
        if not controller.between_chunks(saver.copy):
            saver.write(trainer)

    def expect(self, trainer: Trainer, path: str) -> None:
        """Know that the run of ``trainer``, which is about to begin, stands as it is in the file at ``path``."""
        # Now, because the run may have gone on by the time that it is told to have begun.
        self._loaded = trainer, path, trainer.words_done

    def _begun(self, trainer: Trainer) -> None:
        self._path, self._words_on_disk, self._seconds_on_disk = "", 0, 0.0
        self._run_has_changed = True
        loaded, self._loaded = self._loaded, None
        if loaded is not None and loaded[0] is trainer:
            _, self._path, self._words_on_disk = loaded

    def _saved(self, words_done: int) -> None:
        assert self._now is not None
        (path, seconds), then = self._now, self._then
        self._now = self._then = None
        if not self._run_has_changed:
            self._path, self._words_on_disk, self._seconds_on_disk = path, words_done, seconds
        self.saved.emit(path)
        if then is not None:
            then()

    def _failed(self, error: BaseException) -> None:
        self._now = self._then = None
        self.failed.emit(error)
