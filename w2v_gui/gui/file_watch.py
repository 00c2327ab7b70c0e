"""Watching the files that were read: whether they are still as they were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from w2v_gui.corpus.sources import FileState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from w2v_gui.gui.jobs import Job, Jobs

MOST_WATCHED = 64
"""So many files are watched all the time; more of them are looked at when the window is come back to."""

_CALM_MS = 250
"""A file that is being written says so many times a second."""


@dataclass(frozen=True)
class FileChanges:
    """Which of the files that were read are no longer as they were."""

    changed: tuple[Path, ...] = ()
    gone: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone)


def changes(states: Iterable[FileState]) -> FileChanges:
    """Compare files with what they were when they were read."""
    changed, gone = [], []
    for state in states:
        try:
            now = FileState.of(state.path)
        except (OSError, ValueError):
            gone.append(state.path)
        else:
            if now != state:
                changed.append(state.path)
    return FileChanges(tuple(changed), tuple(gone))


class FileWatch(QObject):
    """Looks after the files of the text that is open, on a worker.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    found : Signal(object)
        With the `FileChanges`, when they are others than before.
    """

    found = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._states: tuple[FileState, ...] = ()
        self._told = FileChanges()
        self._looking: Job | None = None
        self._again = False
        self._watcher = QFileSystemWatcher(self)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self.look)
        # A file that is saved by putting another in its place ceases to be watched: its folder tells of the new one.
        self._watcher.fileChanged.connect(lambda _path: self._calm.start())
        self._watcher.directoryChanged.connect(lambda _path: self._calm.start())
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._state_changed)

    @property
    def watched(self) -> list[str]:
        """The files that are watched all the time."""
        return self._watcher.files()

    def watch(self, states: Sequence[FileState | None]) -> None:
        """Look after these files from now on, and after no others; None stands for what is no file."""
        self._calm.stop()
        self._states = tuple({state.path: state for state in states if state is not None}.values())
        if self._told:
            self._told = FileChanges()
            self.found.emit(self._told)
        before = [*self._watcher.files(), *self._watcher.directories()]
        if before:
            self._watcher.removePaths(before)
        if self._states:
            # What has happened since it was read has not been told.
            self.look()

    def look(self) -> None:
        """Compare the files with what they were; what is found comes as a signal."""
        if self._looking is not None:
            self._again = True
            return
        states = self._states

        def work(job: Job) -> tuple[tuple[FileState, ...], FileChanges, list[str]]:
            found = changes(states)
            few = [state.path for state in states] if len(states) <= MOST_WATCHED else []
            there = [str(path) for path in few if path not in found.gone]
            folders = {str(path.parent) for path in few if path.parent.is_dir()}
            return states, found, [*there, *sorted(folders)]

        self._looking = self._jobs.start(work, self._looked, self._not_looked)

    def _looked(self, answer: tuple[tuple[FileState, ...], FileChanges, list[str]]) -> None:
        states, found, paths = answer
        self._looking = None
        if states is self._states:
            known = {*self._watcher.files(), *self._watcher.directories()}
            missing = [path for path in paths if path not in known]
            if missing and len(self._watcher.addPaths(missing)) < len(missing):
                # What happened between the look and now has been seen by nobody.
                self._again = True
            if found != self._told:
                self._told = found
                self.found.emit(found)
        else:
            self._again = True
        if self._again:
            self._again = False
            self.look()

    def _not_looked(self, error: BaseException) -> None:
        # What cannot be looked at is not said to have changed.
        self._looking = None

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._states:
            self.look()
