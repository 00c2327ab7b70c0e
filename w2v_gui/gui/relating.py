"""Finding out on a worker why two words are near: what stands beside both, and the lines in which it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.corpus.concordance import sample
from w2v_gui.corpus.relations import Contexts, Relation, beside, contexts, relate, telling
from w2v_gui.gui.latest import Latest
from w2v_gui.gui.spellings import Spellings
from w2v_gui.gui.why.related import TELLING, ContextLines, Ground, Pair, Related

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from w2v_gui.corpus.concordance import Positions
    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.panels.why import WhyPanel
    from w2v_gui.vectors.word_vectors import WordVectors

AT_FIRST = 10_000
"""Of words that stand more often a sample of so many places is looked at first, and then all; for lines the sample."""

MOST_LINES = 500
"""So many lines of each word are shown at most."""

_REMEMBERED, _REMEMBERED_PLACES = 16, 5_000_000


class Relating(QObject):
    """Takes pairs of words, one instead of the other, and answers by signals.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    related : Signal(object)
        With what was found, `Related`: of frequent words at first in a sample, then in all of the text.
    missing : Signal(object, object)
        With the words of a pair that are not in the text, and those that are spelled like the first of them: at first
        none, then perhaps some.
    measured : Signal(object, object)
        With a pair and the cosine of its vectors; None where one of them has no vector, or one without a direction.
    lines_found : Signal(object)
        With `ContextLines`.
    failed : Signal(object)
        With an exception that is not the user's doing.
    """

    related = Signal(object)
    missing = Signal(object, object)
    measured = Signal(object, object)
    lines_found = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._lineage: object = None
        self._vectors: WordVectors | None = None
        self._ground: Ground | None = None
        self._pair: Pair | None = None
        self._absent: tuple[str, ...] = ()
        self._known: dict[int, Contexts] = {}
        self._text, self._cosine, self._lines = (Latest(jobs, self) for _ in range(3))
        self._text.answered.connect(self._take)
        self._cosine.answered.connect(self._measured)
        self._lines.answered.connect(self.lines_found)
        self._spellings = Spellings(jobs, self._vocabulary, self)
        self._spellings.found.connect(self._spelled)
        for source in (self._text, self._cosine, self._lines, self._spellings):
            source.failed.connect(self.failed)

    @property
    def active(self) -> bool:
        """Whether something is looked for."""
        return self._text.active or self._cosine.active or self._lines.active

    def show_explored(self, explored: Explored | None) -> None:
        """Answer with these vectors and their text from now on; of the same lineage a pair is asked for again."""
        lineage = explored.lineage if explored is not None else None
        ground = Ground.of(explored) if explored is not None else None
        self._vectors = explored.vectors if explored is not None else None
        if lineage is not self._lineage:
            self._lineage, self._pair = lineage, None
            self._cosine.forget()
        if ground != self._ground:
            self._text.forget()
            self._lines.forget()
            self._ground = ground
            self._known.clear()
            self._relate(AT_FIRST)
        self._measure()

    def ask(self, first: str, second: str) -> None:
        """Find out about two words; what was asked before is given up."""
        self._pair = first, second
        self._absent = ()
        self._lines.forget()
        self._relate(AT_FIRST)
        self._measure()

    def look_for(self, related: Related, context: int) -> None:
        """Find the lines in which a shared context stands."""

        def work(job: Job) -> ContextLines:
            corpus, relation = related.ground.corpus, related.relation
            found = [
                beside(corpus, side.positions, relation.window, context, MOST_LINES, job.cancelled)
                for side in relation.sides
            ]
            return ContextLines(related, context, (found[0], found[1]))

        self._lines.ask(work)

    def forget_lines(self) -> None:
        """Give up looking for lines."""
        self._lines.forget()

    def attend(self, panel: WhyPanel) -> None:
        """Take the wishes of a panel, and bring it the answers."""
        panel.asked.connect(self.ask)
        panel.lines_asked.connect(self.look_for)
        panel.lines_given_up.connect(self.forget_lines)
        self.related.connect(panel.show_related)
        self.missing.connect(panel.show_missing)
        self.measured.connect(panel.show_similarity)
        self.lines_found.connect(panel.show_lines)

    # -- what is worked on ----------------------------------------------------------------------------------------

    def _relate(self, most: int | None) -> None:
        pair, ground = self._pair, self._ground
        if pair is None or ground is None:
            return
        known = dict(self._known)
        self._text.ask(lambda job: _related(pair, ground, known, most, job))

    def _take(self, answer: Related | tuple[str, ...]) -> None:
        if isinstance(answer, tuple):
            self._absent = answer
            self.missing.emit(answer, ())
            self._spellings.find(answer[0])
            return
        self._absent = ()
        self._remember(answer.relation.sides)
        self.related.emit(answer)
        if answer.sampled:
            self._relate(None)

    def _remember(self, sides: Sequence[Contexts]) -> None:
        """Keep what was counted for the next pairs, the latest longest; of frequent words it takes much room."""
        for side in sides:
            self._known.pop(side.id, None)
            self._known[side.id] = side
        while len(self._known) > len(sides) and (
            len(self._known) > _REMEMBERED or sum(each.total for each in self._known.values()) > _REMEMBERED_PLACES
        ):
            del self._known[next(iter(self._known))]

    def _measure(self) -> None:
        pair, vectors = self._pair, self._vectors
        if pair is None or vectors is None:
            return
        self._cosine.ask(lambda job: (pair, _similarity(vectors, pair)))

    def _measured(self, answer: tuple[Pair, float | None]) -> None:
        self.measured.emit(*answer)

    def _vocabulary(self) -> Vocabulary | None:
        return self._ground.corpus.vocabulary if self._ground is not None else None

    def _spelled(self, word: str, spellings: list[str]) -> None:
        if self._absent[:1] == (word,) and spellings:
            self.missing.emit(self._absent, spellings)


def _related(
    pair: Pair, ground: Ground, known: Mapping[int, Contexts], most: int | None, job: Job
) -> Related | tuple[str, ...]:
    """Return what two words share, or those of them that are not in the text."""
    corpus = ground.corpus
    ids = [corpus.find(word) for word in pair]
    absent = tuple(dict.fromkeys(word for word, id_ in zip(pair, ids, strict=True) if id_ is None))
    if absent:
        return absent
    sides = [_contexts(ground, id_, known.get(id_), most, job) for id_ in ids if id_ is not None]
    relation = relate(sides[0], sides[1], ground.kept)
    lines = [_telling(ground, relation, side, job) for side in sides]
    return Related(pair, ground, relation, (lines[0], lines[1]))


def _contexts(ground: Ground, id_: int, known: Contexts | None, most: int | None, job: Job) -> Contexts:
    if known is not None and (most is not None or not known.sampled):
        return known
    return contexts(ground.corpus, id_, ground.window, most, known, job.cancelled)


def _telling(ground: Ground, relation: Relation, side: Contexts, job: Job) -> Positions:
    ids, shares = relation.ids[:TELLING], relation.shares[:TELLING]
    some = sample(side.positions, AT_FIRST)
    return telling(ground.corpus, some, relation.window, ids, shares, MOST_LINES, job.cancelled)


def _similarity(vectors: WordVectors, pair: Pair) -> float | None:
    rows = [vectors.find(word) for word in pair]
    if rows[0] is None or rows[1] is None or not vectors.units([rows[0], rows[1]]).any(axis=1).all():
        return None
    return vectors.similarity(*pair)
