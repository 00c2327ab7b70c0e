"""Reading, writing and checking lists of words, on a worker: a hundred thousand lines take a quarter of a second."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from w2v_gui.errors import UserError
from w2v_gui.gui.source.list_kinds import LIST_KINDS

if TYPE_CHECKING:
    from w2v_gui.gui.jobs import Job, Jobs

Checked = tuple[int, tuple[Any, ...] | None, BaseException | None]


class ListWork(QObject):
    """Does what the editing of a list needs.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    written : Signal(str)
        With entries as text, a line each.
    checked : Signal(int, object, object)
        With the number that was given, and the entries, or the exception that says what is wrong.
    loaded : Signal(str)
        With the text of a file.
    failed : Signal(object)
        With the exception of a file that could not be read.
    """

    written = Signal(str)
    checked = Signal(int, object, object)
    loaded = Signal(str)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def write(self, name: str, entries: tuple[Any, ...]) -> None:
        """Write the entries of an option down."""
        self._jobs.start(lambda job: LIST_KINDS[name].text(entries), self._written, self._failed)

    def check(self, name: str, number: int, text: str) -> None:
        """Read text as the entries of an option."""

        def work(job: Job) -> Checked:
            try:
                return number, LIST_KINDS[name].parse(text, name), None
            except UserError as error:
                return number, None, error

        self._jobs.start(work, self._checked, self._failed)

    def load(self, path: str) -> None:
        """Read the text of a file in any encoding."""

        def work(job: Job) -> str:
            from w2v_gui.corpus.word_lists import list_text

            return list_text(path)

        self._jobs.start(work, self._loaded, self._failed)

    def _written(self, text: str) -> None:
        self.written.emit(text)

    def _checked(self, answer: Checked) -> None:
        self.checked.emit(*answer)

    def _loaded(self, text: str) -> None:
        self.loaded.emit(text)

    def _failed(self, error: BaseException) -> None:
        self.failed.emit(error)
