"""Writing to files what cards show.

What was seen is caught at the moment it is asked for; packing and writing it happen on a worker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.gui import dialogs, pictures, tables
from w2v_gui.vectors.formats.atomic import atomic_writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.settings import WindowSettings

PICTURES = ("png", "svg")
"""The kinds of pictures, by the ending of their files."""


@dataclass(frozen=True)
class Export:
    """Something to be written to a file.

    Attributes
    ----------
    name : str
        What the file could be called, without its ending.
    kind : str
        The ending: png, svg, csv, html or pdf.
    content : callable
        Returns the bytes of the file; may be called on any thread, and takes a while.
    """

    name: str
    kind: str
    content: Callable[[], bytes]


def export_picture(kind: str, title: str, caption: str, widget: QWidget) -> Export:
    """Catch the picture of ``widget`` under its title, in the theme of the moment."""
    catch = pictures.svg if kind == "svg" else pictures.png
    return Export(file_name(title), kind, catch(title, caption, widget))


def export_table(title: str, rows: Iterable[Sequence[object]]) -> Export:
    """Catch a table; its first row names the columns."""
    caught = rows if isinstance(rows, tables.LaterRows) else [tuple(row) for row in rows]
    return Export(file_name(title), "csv", lambda: tables.as_csv(caught))


def file_name(title: str) -> str:
    """Return ``title`` as a name that every file system takes, without an ending."""
    name = re.sub(r'[\x00-\x1f\x7f<>:"/\\|?*]+', " ", title)
    return " ".join(name.split()).strip(". ")[:80] or "w2v-gui"


class Exporter(QObject):
    """Asks where to put what a card gives away, and writes it there on a worker.

    Parameters
    ----------
    jobs : Jobs
    settings : WindowSettings
        Remembers the folder.
    parent : QWidget
        The window over which the dialog stands.

    Attributes
    ----------
    saved : Signal(object)
        With the path.
    failed : Signal(object)
        With the error; what was at the path before is unchanged.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, settings: WindowSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._window = parent

    def save(self, export: Export) -> None:
        """Ask for a file and write ``export`` to it, unless the dialog is cancelled."""
        path = dialogs.choose_export(self._window, self._settings.export_folder, export.name, export.kind)
        if path:
            self._settings.export_folder = str(Path(path).parent)
            self._write(path, export)

    def _write(self, path: str, export: Export) -> None:
        def work(job: Job) -> str:
            content = export.content()
            with atomic_writer(path) as file:
                file.write(content)
            return path

        self._jobs.start(work, self._done, self._gone_wrong)

    def _done(self, path: str) -> None:
        self.saved.emit(path)

    def _gone_wrong(self, error: BaseException) -> None:
        self.failed.emit(error)
