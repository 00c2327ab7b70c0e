"""Saving the vectors that are explored, or where their words stand on the map, on a worker."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from w2v_gui.gui import dialogs, tables
from w2v_gui.gui.exporting import file_name
from w2v_gui.gui.latest import Latest
from w2v_gui.gui.save.files import SavedFile
from w2v_gui.gui.save.previewing import SavePreviewing
from w2v_gui.gui.save.wish import chosen_vectors, map_rows
from w2v_gui.vectors.formats.atomic import atomic_writer
from w2v_gui.vectors.formats.writers import WRITERS, Writer, write_vectors

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.panels.save import SavePanel
    from w2v_gui.gui.save.wish import SaveWish
    from w2v_gui.gui.settings import WindowSettings
    from w2v_gui.vectors.layouts.frame import LayoutFrame
    from w2v_gui.vectors.word_vectors import WordVectors

_ENDINGS = re.compile(r"(?<=.)(\.[a-z]{2,11})+$")
_POLL_MS = 60


class VectorSaving(QObject):
    """Asks where to save, and writes there what there was when it was asked for; one file at a time.

    Parameters
    ----------
    jobs : Jobs
    settings : WindowSettings
        Remembers the folder.
    window : QWidget
        Over which it is asked where to save.

    Attributes
    ----------
    saved : Signal(str)
        With the path.
    written : Signal(object)
        With the `SavedFile`.
    progressed : Signal(str, float)
        With the path of what is being written, which is empty when nothing is, and how far that is.
    failed : Signal(object)
        With the exception; what was at the path before is unchanged.
    """

    saved = Signal(str)
    written = Signal(object)
    progressed = Signal(str, float)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, settings: WindowSettings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._latest = Latest(jobs, self)
        self._latest.answered.connect(self._done)
        self._latest.failed.connect(self._gone_wrong)
        self._explored: Explored | None = None
        self._path = ""
        self._then: Callable[[], None] | None = None
        self._previewing = SavePreviewing(jobs, self)
        self._previewing.failed.connect(self.failed)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._tell_progress)

    def attend(self, panel: SavePanel) -> None:
        """Do what the panel wishes, and tell it how it goes."""
        panel.save_asked.connect(self.save)
        panel.cancelled.connect(self.cancel)
        self.progressed.connect(panel.show_progress)
        self.written.connect(panel.show_written)
        self._previewing.attend(panel)

    @property
    def active(self) -> bool:
        """Whether a file is being written."""
        return self._latest.active

    def show_explored(self, explored: Explored | None) -> None:
        """Know what there is to be saved."""
        self._explored = explored
        self._previewing.show_explored(explored)

    def save(self, wish: SaveWish) -> None:
        """Ask where to save, and do it; what is saved is what there is now, whatever happens while it is asked."""
        explored = self._explored
        if explored is None or self.active:
            return
        writer = next((writer for writer in WRITERS if writer.key == wish.format), None)
        label = dialogs.format_label(writer) if writer is not None else dialogs.map_label()
        ending = writer.endings[0] if writer is not None else ".csv"
        name = file_name(_ENDINGS.sub("", explored.name)) + ("-map" if writer is None else "")
        path = dialogs.choose_vectors_target(self._window, self._settings.folder, name, label, ending)
        if not path:
            return
        self._settings.folder = str(Path(path).parent)
        if writer is None:
            assert wish.frame is not None
            self._start(path, _map_work(path, explored.vectors, wish.frame))
            return
        # Not by the paths themselves: of a name that is too long they raise, and the worker has a sentence for that.
        others = [other.name for other in writer.files(path)[1:] if os.path.exists(other)]
        work = _vectors_work(path, explored, wish, writer)
        if others:
            # The dialog has asked about the first file only.
            dialogs.ask_replace(self._window, others, lambda: self._start(path, work))
        else:
            self._start(path, work)

    def wait(self, then: Callable[[], None]) -> None:
        """Call ``then`` when the file that is being written is on the disk, not if nothing comes of it."""
        self._then = then

    def cancel(self) -> None:
        """Give up the file that is being written; what was there before stays."""
        self._latest.forget()
        self._stand_still()

    def _start(self, path: str, work: Callable[[Job], SavedFile]) -> None:
        self._path = path
        self._latest.ask(work)
        self._poll.start()
        self._tell_progress()

    def _done(self, file: SavedFile) -> None:
        then = self._then
        self._stand_still()
        self.written.emit(file)
        self.saved.emit(file.path)
        if then is not None:
            then()

    def _gone_wrong(self, error: BaseException) -> None:
        self._stand_still()
        self.failed.emit(error)

    def _stand_still(self) -> None:
        self._path, self._then = "", None
        self._poll.stop()
        self.progressed.emit("", 0.0)

    def _tell_progress(self) -> None:
        self.progressed.emit(self._path, float(self._latest.progress or 0.0))


def _vectors_work(path: str, explored: Explored, wish: SaveWish, writer: Writer) -> Callable[[Job], SavedFile]:
    def work(job: Job) -> SavedFile:
        vectors = chosen_vectors(explored, wish)
        written = write_vectors(path, vectors, job.report, job.cancelled, writer)
        return SavedFile(path, written.rows, written.marked, written.left_out)

    return work


def _map_work(path: str, vectors: WordVectors, frame: LayoutFrame) -> Callable[[Job], SavedFile]:
    def work(job: Job) -> SavedFile:
        content = tables.as_csv(map_rows(vectors, frame, job))
        with atomic_writer(path) as file:
            file.write(content)
        return SavedFile(path, len(frame.rows))

    return work
