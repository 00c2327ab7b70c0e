"""Showing the beginning of a file in every encoding it could be in, on a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.errors import QT_TRANSLATE_NOOP, CorpusError
from w2v_gui.gui.latest import Latest

if TYPE_CHECKING:
    from w2v_gui.corpus.encoding_preview import EncodingPreview
    from w2v_gui.gui.jobs import Jobs
    from w2v_gui.gui.opening import Recipe


class EncodingPreviews(QObject):
    """Reads the beginning of one file of a text.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    found : Signal(object)
        With what the source looks like: some `EncodingPreview`.
    failed : Signal(object)
        With the exception.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._latest = Latest(jobs, self)
        self._latest.answered.connect(self.found)
        self._latest.failed.connect(self.failed)

    def look(self, recipe: Recipe, name: str) -> None:
        """Look at the source of that name; the answer comes as a signal, unless another one is looked at since."""
        self._latest.ask(lambda job: _previews(recipe, name))

    def forget(self) -> None:
        """Tell of no file any more."""
        self._latest.forget()


def _previews(recipe: Recipe, name: str) -> tuple[EncodingPreview, ...]:
    from w2v_gui.corpus.encoding_preview import previews

    for source in recipe.sources():
        if source.name == name:
            return previews(source)
    raise CorpusError(
        QT_TRANSLATE_NOOP("errors", "There is no file “{name}”: check the name, or choose it again."), name=name
    )
