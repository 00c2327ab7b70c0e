"""Comparing words with each other on a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.gui.latest import Latest
from w2v_gui.vectors.comparison import Comparison, compare, typed_words

if TYPE_CHECKING:
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.panels.similarity import CompareWish, SimilarityPanel


class Comparing(QObject):
    """Takes wishes, one instead of the other; a newer moment of the vectors is compared without being asked for.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    compared : Signal(object)
        With a `Comparison`.
    failed : Signal(object)
        With an exception that is not the user's doing.
    """

    compared = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._explored: Explored | None = None
        self._words: tuple[str, ...] = ()
        self._typed = ""
        self._latest = Latest(jobs, self)
        self._latest.answered.connect(self._done)
        self._latest.failed.connect(self.failed)

    def show_explored(self, explored: Explored | None) -> None:
        """Compare the words of these vectors from now on."""
        before, self._explored = self._explored, explored
        if explored is None or before is None or explored.lineage is not before.lineage:
            self._latest.forget()
            self._words, self._typed = (), ""
        elif self._words or self._typed:
            self._begin()

    def ask(self, wish: CompareWish) -> None:
        """Compare these words; what was asked before is given up."""
        self._words, self._typed = wish.words, wish.typed
        self._begin()

    def attend(self, panel: SimilarityPanel) -> None:
        """Take the wishes of a panel, and bring it the answers."""
        panel.compare_asked.connect(self.ask)
        self.compared.connect(panel.show_comparison)

    def _begin(self) -> None:
        if self._explored is None:
            return
        vectors, words, typed = self._explored.vectors, self._words, self._typed

        def work(job: Job) -> Comparison:
            return compare(vectors, (*words, *typed_words(typed, vectors)))

        self._latest.ask(work)

    def _done(self, comparison: Comparison) -> None:
        # What was typed has become words; those that are not there have been said once.
        self._words, self._typed = comparison.words, ""
        self.compared.emit(comparison)
