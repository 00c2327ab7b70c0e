"""Searching and sorting a vocabulary on a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.corpus.word_index import Found, WordIndex
from w2v_gui.gui.latest import Latest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.gui.jobs import Job, Jobs


class VocabularySearch(QObject):
    """Finds words by their parts, one query after the other; of those that wait only the latest is looked for.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    found : Signal(object)
        With a `Found`.
    sorted : Signal(object)
        With the ids of all words in alphabetical order.
    failed : Signal(object)
        With the exception.
    """

    found = Signal(object)
    sorted = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._corpus: EncodedCorpus | None = None
        self._index: WordIndex | None = None
        self._latest = Latest(jobs, self)
        self._latest.answered.connect(self._show)
        self._latest.failed.connect(self._fail)
        self._waiting = ""
        self._order_wanted = False

    def open_text(self, corpus: EncodedCorpus) -> None:
        """Search in another text; what is still under way for the one before is not told any more."""
        self._latest.forget()
        self._corpus, self._index = corpus, None
        self._waiting, self._order_wanted = "", False

    def find(self, query: str) -> None:
        """Search for a query; the answer comes as a signal, unless another one has been asked for since."""
        self._waiting = query
        self._go_on()

    def sort(self) -> None:
        """Put all words in alphabetical order; the answer comes as a signal."""
        self._order_wanted = True
        self._go_on()

    def _go_on(self) -> None:
        """Begin what is waiting, unless something is being done."""
        corpus, known, query = self._corpus, self._index, self._waiting
        if self._latest.active or corpus is None or not (query or self._order_wanted):
            return
        self._waiting = ""
        if not query:
            self._order_wanted = False

        def work(job: Job) -> tuple[WordIndex, Found | NDArray[np.int64]]:
            index = known if known is not None else WordIndex(corpus.words)
            return index, index.find(query) if query else index.alphabetical()

        self._latest.ask(work)

    def _show(self, answer: tuple[WordIndex, Found | NDArray[np.int64]]) -> None:
        self._index, result = answer
        if not isinstance(result, Found):
            self.sorted.emit(result)
        elif not self._waiting:
            self.found.emit(result)
        self._go_on()

    def _fail(self, error: BaseException) -> None:
        self.failed.emit(error)
        self._go_on()
