"""Finding the lines of a concordance on a worker: the first ones at once, then all, then in the order one wants."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from w2v_gui.corpus.collocates import collocates
from w2v_gui.corpus.concordance import PLACE, NotInText, alphabetical, arranged, find, read_phrase, sample
from w2v_gui.errors import Cancelled
from w2v_gui.gui.concordance.wish import Answer, Wish
from w2v_gui.gui.latest import Latest
from w2v_gui.gui.spellings import Spellings

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from w2v_gui.corpus.collocates import Collocates
    from w2v_gui.corpus.concordance import Phrase, Positions
    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.panels.concordance import ConcordancePanel

MOST_SORTED = 2_000_000
"""Of more lines a sample of so many is sorted by words: that takes half a second."""

_POLL_MS = 15


@dataclass(frozen=True, eq=False)
class _Searched:
    """All there is of a phrase in a text."""

    corpus: EncodedCorpus
    text: str
    phrase: Phrase
    positions: Positions


class _Ranks:
    """The order of the alphabet, once it has been needed; two who need it at the same time make it twice."""

    def __init__(self, corpus: EncodedCorpus) -> None:
        self._corpus = corpus
        self._ranks: NDArray[np.int32] | None = None

    def get(self, cancelled: Callable[[], bool]) -> NDArray[np.int32]:
        if self._ranks is None:
            self._ranks = alphabetical(self._corpus.words, cancelled)
        return self._ranks


class Concordancing(QObject):
    """Takes wishes, one instead of the other, and answers by signals; answers to former wishes do not come.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    answered : Signal(object)
        With an `Answer`: several times while lines are being found.
    missing : Signal(object, object, object)
        With what was looked for, the word of it that is not in the text, and those that are spelled like it: at first
        none, then perhaps some.
    counted : Signal(object, object)
        With what was looked for, and its `Collocates`.
    written : Signal(object)
        With text that was asked for.
    failed : Signal(object)
        With an exception that is not the user's doing.
    """

    answered = Signal(object)
    missing = Signal(object, object, object)
    counted = Signal(object, object)
    written = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._corpus: EncodedCorpus | None = None
        self._ranks: _Ranks | None = None
        self._wish = Wish("")
        self._searched: _Searched | None = None
        self._absent = ""
        self._lines = Latest(jobs, self)
        self._lines.answered.connect(self._done)
        self._lines.failed.connect(self._gone_wrong)
        self._count = Latest(jobs, self)
        self._count.answered.connect(lambda answer: self.counted.emit(*answer))
        self._count.failed.connect(self.failed)
        self._shown: object = None
        self._window = 0
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._show_progress)
        self._spellings = Spellings(jobs, self._vocabulary, self)
        self._spellings.found.connect(self._spelled)
        self._spellings.failed.connect(self.failed)

    @property
    def active(self) -> bool:
        """Whether lines are being looked for or sorted."""
        return self._lines.active

    def open_text(self, corpus: EncodedCorpus) -> None:
        """Look in this text from now on."""
        self._give_up()
        self._corpus, self._ranks = corpus, _Ranks(corpus)
        self._searched = None
        self._wish = Wish("")

    def ask(self, wish: Wish) -> None:
        """Look for lines; what was asked before is given up."""
        if self._corpus is None or self._ranks is None:
            return
        self._give_up()
        self._wish = wish
        searched = self._searched
        if searched is not None and searched.text != wish.text:
            searched = self._searched = None
        self._lines.ask(_work(self._corpus, wish, self._ranks, searched))
        if searched is None:
            self._poll.start()

    def count(self, window: int) -> None:
        """Count what stands within so many words of what is looked for, as soon as all of it is found; 0: do not."""
        self._window = window
        self._count.forget()
        searched = self._searched
        if not window or searched is None:
            return

        def work(job: Job) -> tuple[str, Collocates]:
            phrase, positions = searched.phrase, searched.positions
            return searched.text, collocates(searched.corpus, positions, len(phrase), window, job.cancelled)

        self._count.ask(work)

    def write(self, make: Callable[[], str]) -> None:
        """Let text be made that takes a while."""
        self._jobs.start(lambda job: make(), self._written, self._not_written)

    def attend(self, panel: ConcordancePanel) -> None:
        """Take the wishes of a panel, and bring it the answers."""
        panel.asked.connect(self.ask)
        panel.collocates_asked.connect(self.count)
        panel.text_asked.connect(self.write)
        self.answered.connect(panel.show_answer)
        self.missing.connect(panel.show_missing)
        self.counted.connect(panel.show_collocates)
        self.written.connect(panel.take_text)

    # -- what comes back ----------------------------------------------------------------------------------------

    def _give_up(self) -> None:
        for wish in (self._lines, self._count):
            wish.forget()
        self._shown = None
        self._absent = ""
        self._poll.stop()

    def _show_progress(self) -> None:
        answer = self._lines.progress
        if answer is not None and answer is not self._shown:
            self._shown = answer
            self.answered.emit(answer)

    def _done(self, outcome: tuple[_Searched | str, Answer | None]) -> None:
        searched, answer = outcome
        self._poll.stop()
        if isinstance(searched, str):
            self._absent = searched
            self.missing.emit(self._wish.text, searched, ())
            self._spellings.find(searched)
            return
        fresh = searched is not self._searched
        self._searched = searched
        self.answered.emit(answer)
        if fresh:
            self.count(self._window)

    def _written(self, text: str) -> None:
        self.written.emit(text)

    def _not_written(self, error: BaseException) -> None:
        self.failed.emit(error)

    def _gone_wrong(self, error: BaseException) -> None:
        self._give_up()
        self.failed.emit(error)

    def _vocabulary(self) -> Vocabulary | None:
        return self._corpus.vocabulary if self._corpus is not None else None

    def _spelled(self, word: str, spellings: list[str]) -> None:
        if word == self._absent and spellings:
            self.missing.emit(self._wish.text, word, spellings)


def _work(
    corpus: EncodedCorpus, wish: Wish, ranks: _Ranks, searched: _Searched | None
) -> Callable[[Job], tuple[_Searched | str, Answer | None]]:
    """Return the work of finding and arranging lines; those that have been found already are arranged only."""

    def work(job: Job) -> tuple[_Searched | str, Answer | None]:
        try:
            known = searched or _search(corpus, wish, job)
        except NotInText as absent:
            return absent.word, None
        shown = _arrange(known, wish, ranks, job)
        return known, Answer(wish, corpus, known.phrase, len(known.positions), shown, complete=True)

    return work


def _search(corpus: EncodedCorpus, wish: Wish, job: Job) -> _Searched:
    phrase = read_phrase(corpus, wish.text)

    def found(positions: Positions) -> None:
        if len(positions):
            job.report(Answer(wish, corpus, phrase, len(positions), positions, complete=False))

    return _Searched(corpus, wish.text, phrase, find(corpus, phrase, found, job.cancelled))


def _arrange(searched: _Searched, wish: Wish, ranks: _Ranks, job: Job) -> Positions:
    shown = sample(searched.positions, wish.sample) if wish.sample else searched.positions
    if wish.by == PLACE:
        return arranged(searched.corpus, shown, len(searched.phrase), PLACE, descending=wish.descending)
    shown = sample(shown, MOST_SORTED)
    if job.cancelled():
        raise Cancelled
    order = ranks.get(job.cancelled)
    return arranged(searched.corpus, shown, len(searched.phrase), wish.by, order, descending=wish.descending)
