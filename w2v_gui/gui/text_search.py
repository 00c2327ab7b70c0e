"""Looking for words in a text, on a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.corpus.next_place import search
from w2v_gui.gui.latest import Latest

if TYPE_CHECKING:
    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.gui.jobs import Jobs


class TextSearch(QObject):
    """Looks for the next place of some words; of several wishes only the latest is answered.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    found : Signal(object)
        With what was `Found`.
    failed : Signal(object)
        With the exception.
    """

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._corpus: EncodedCorpus | None = None
        self._latest = Latest(jobs, self)
        self._latest.answered.connect(self.found)
        self._latest.failed.connect(self.failed)

    def open_text(self, corpus: EncodedCorpus) -> None:
        """Look in this text from now on."""
        self.forget()
        self._corpus = corpus

    def find(self, typed: str, start: int, backwards: bool) -> None:
        """Look from a position on, onwards or backwards, and from the other end of the text to there."""
        corpus = self._corpus
        if corpus is None or not typed.strip():
            return
        self._latest.ask(lambda job: search(corpus, typed, start, backwards=backwards, cancelled=job.cancelled))

    def forget(self) -> None:
        """Answer nothing that was asked before: it was about another text."""
        self._latest.forget()
