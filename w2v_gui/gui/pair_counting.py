"""Numbering the training pairs of a text, and finding one by its word, on a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from w2v_gui.gui.latest import Latest

if TYPE_CHECKING:
    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.pair_table import PairTable
    from w2v_gui.corpus.window_rules import WindowRules
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.gui.jobs import Job, Jobs

LOOK_MS = 60
"""How often it is looked how far the counting has come."""


class PairCounting(QObject):
    """Makes the table of pairs that was asked for last; what is asked for before it is ready takes its place.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    begun : Signal()
        A table has been asked for that is not known yet.
    progressed : Signal(object)
        With the `PairTable` of what is counted so far.
    counted : Signal(object)
        With the whole `PairTable`.
    none : Signal(object)
        With the sentence, as an error, that says why there are no pairs, or with what went wrong.
    found : Signal(object, object)
        With the id of a word that was looked for, and the position of the next window that has it at its centre; None
        if there is none.
    """

    begun = Signal()
    progressed = Signal(object)
    counted = Signal(object)
    none = Signal(object)
    found = Signal(object, object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: tuple[EncodedCorpus, WindowRules] | None = None
        self._model = "cbow"
        self._table: PairTable | None = None
        self._part: PairTable | None = None
        self._counting = Latest(jobs, self)
        self._counting.answered.connect(self._show)
        self._counting.failed.connect(self._fail)
        self._search = Latest(jobs, self)
        self._search.answered.connect(lambda answer: self.found.emit(*answer))
        self._search.failed.connect(self.none)
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MS)
        self._looking.timeout.connect(self._look)

    def ask(self, corpus: EncodedCorpus, config: TrainingConfig, epoch: int) -> None:
        """Ask for the pairs of an epoch, from 0; the answers come as signals."""
        wanted = corpus, config.window_rules(epoch)
        same_model = self._model == config.model
        self._model = config.model
        if self._asked is not None and self._asked[0] is corpus and self._asked[1] == wanted[1]:
            # The windows of both models are the same: only their numbers are others.
            if self._table is not None and not same_model:
                self.counted.emit(self._table.numbered_as(self._model))
            return
        self.forget()
        self._asked = wanted
        self.begun.emit()
        self._counting.ask(lambda job: _count(job, *wanted))
        self._looking.start()

    def find(self, word: int, after: int) -> None:
        """Look for the next window with a word, by its id, at its centre: behind a position, or from the beginning."""
        table = self._table
        if table is None:
            return

        def work(job: Job) -> tuple[int, int | None]:
            return word, table.windows.copy().next_with_centre(word, after)

        self._search.ask(work)

    def forget(self) -> None:
        """Hold no text any more, and answer nothing that was asked before."""
        for wish in (self._counting, self._search):
            wish.forget()
        self._looking.stop()
        self._asked = self._table = self._part = None

    # -- the answers ------------------------------------------------------------------------------------------

    def _look(self) -> None:
        part = self._counting.progress
        if part is not None and part is not self._part:
            self._part = part
            self.progressed.emit(part.numbered_as(self._model))

    def _show(self, table: PairTable) -> None:
        self._end_counting()
        self._table = table
        self.counted.emit(table.numbered_as(self._model))

    def _fail(self, error: BaseException) -> None:
        self._end_counting()
        self.none.emit(error)

    def _end_counting(self) -> None:
        self._looking.stop()
        self._part = None


def _count(job: Job, corpus: EncodedCorpus, rules: WindowRules) -> PairTable:
    """Count, and report tables of what is counted so far."""
    from w2v_gui.corpus.pair_counts import count_pairs, why_none
    from w2v_gui.corpus.pair_table import CbowTable, TrainedWindows

    stream = rules.stream(corpus)
    windows = TrainedWindows(corpus, rules, stream)
    windows.unit(0)  # what compiles it should not be the window, when it draws its first row
    counts = count_pairs(
        corpus,
        stream,
        rules.epoch,
        progress=lambda so_far: job.report(CbowTable(windows, so_far)),
        cancelled=job.cancelled,
    )
    if not counts.windows[-1]:
        raise why_none(corpus, rules)
    return CbowTable(windows, counts)
