"""Choosing words and pairs worth looking at when a text has been opened, on a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.corpus.suggestions import Suggestions, suggest
from w2v_gui.gui.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.gui.jobs import Job, Jobs


class Suggester(QObject):
    """Finds what to look at first in a text.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    found : Signal(object)
        With the `Suggestions` for the text that was asked about last.
    failed : Signal(object)
        With the exception; `found` came before, with next to nothing.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._latest = Latest(jobs, self)
        self._latest.answered.connect(self.found)
        self._latest.failed.connect(self._suggest_little)

    def look(self, corpus: EncodedCorpus, known: Sequence[str] = ()) -> None:
        """Look at a text; ``known`` are words that are worth watching in it. The answer comes as a signal."""

        def work(job: Job) -> Suggestions:
            # The first who asks waits until the places of all words are known: it should not be the window.
            corpus.vocabulary.index("")
            return suggest(corpus, known=known)

        self._latest.ask(work)

    def _suggest_little(self, error: BaseException) -> None:
        self.found.emit(Suggestions((0,)))
        self.failed.emit(error)
