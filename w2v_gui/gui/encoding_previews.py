"""Showing the beginning of a file in every encoding it could be in, on a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.errors import QT_TRANSLATE_NOOP, CorpusError

if TYPE_CHECKING:
    from w2v_gui.corpus.encoding_preview import EncodingPreview
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.opening import Recipe


class EncodingPreviews(QObject):
    """Reads the beginning of one file of a text.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    found : Signal(str, object)
        With the name of the source, and what it looks like: some `EncodingPreview`.
    failed : Signal(str, object)
        With the name and the exception.
    """

    found = Signal(str, object)
    failed = Signal(str, object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs

    def look(self, recipe: Recipe, name: str) -> None:
        """Look at the source of that name; the answer comes as a signal."""

        def work(job: Job) -> tuple[str, tuple[EncodingPreview, ...] | None, BaseException | None]:
            try:
                return name, _previews(recipe, name), None
            except Exception as error:
                # With the name: who has asked for another file meanwhile need not hear of this one.
                return name, None, error

        self._jobs.start(work, self._tell, self._not_told)

    def _tell(self, answer: tuple[str, tuple[EncodingPreview, ...] | None, BaseException | None]) -> None:
        name, previews, error = answer
        if error is not None:
            self.failed.emit(name, error)
        else:
            self.found.emit(name, previews)

    def _not_told(self, error: BaseException) -> None:
        self.failed.emit("", error)


def _previews(recipe: Recipe, name: str) -> tuple[EncodingPreview, ...]:
    from w2v_gui.corpus.encoding_preview import previews

    for source in recipe.sources():
        if source.name == name:
            return previews(source)
    raise CorpusError(
        QT_TRANSLATE_NOOP("errors", "There is no file “{name}”: check the name, or choose it again."), name=name
    )
