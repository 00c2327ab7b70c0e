"""Asking a model on a worker which word is missing in a line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.corpus.gap import LineReader, example, split_at_gap
from w2v_gui.errors import Cancelled
from w2v_gui.gui.latest import Latest
from w2v_gui.gui.predict.predicted import Predicted, Unknown
from w2v_gui.gui.spellings import Spellings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.tokenizers import TokenizerOptions
    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.prediction import Predictor
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.panels.predict import PredictPanel

MOST = 100
"""So many words are listed."""


class Predicting(QObject):
    """Takes lines, one instead of the other, and answers by signals; a newer moment of the weights answers again.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    answered : Signal(object)
        With `Predicted`.
    example_found : Signal(object)
        With an `Example` from the text; None if it has none.
    spelled : Signal(str, object)
        With a word that is neither known nor in the text, and the list of known ones that are spelled like it.
    failed : Signal(object)
        With an exception that is not the user's doing.
    """

    answered = Signal(object)
    spelled = Signal(str, object)
    example_found = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._predictor: Predictor | None = None
        self._opened: Opened | None = None
        self._reader: _Reader = _Reader(None)
        self._line = ""
        self._lineage: object = None
        self._predict, self._example = Latest(jobs, self), Latest(jobs, self)
        self._looked_for: set[str] = set()
        self._spellings = Spellings(jobs, self._vocabulary, self)
        self._spellings.found.connect(self.spelled)
        self._predict.answered.connect(self._answer)
        self._example.answered.connect(self.example_found)
        for source in (self._predict, self._example, self._spellings):
            source.failed.connect(self.failed)

    @property
    def active(self) -> bool:
        """Whether an answer is to come."""
        return self._predict.active or self._example.active

    def show_explored(self, explored: Explored | None) -> None:
        """Answer with this model from now on; of the same lineage, a line that was asked about is asked again."""
        lineage = explored.lineage if explored is not None else None
        opened = explored.opened if explored is not None else None
        before, self._predictor = self._predictor, explored.predictor if explored is not None else None
        if opened is not self._opened:
            self._opened = opened
            self._reader = _Reader(opened)
            self._example.forget()
        if lineage is not self._lineage:
            self._lineage, self._line = lineage, ""
            self._predict.forget()
            self._example.forget()
        elif self._predictor is not before and self._line:
            self.ask(self._line)

    def ask(self, line: str) -> None:
        """Say which word is missing in a line; what was asked before is given up."""
        if line != self._line:
            self._line = line
            self._looked_for.clear()
        predictor, opened, reader = self._predictor, self._opened, self._reader
        if predictor is None:
            return
        corpus = opened.corpus if opened is not None else None
        self._predict.ask(lambda job: _predicted(line, predictor, corpus, reader, job))

    def find_example(self, seed: int) -> None:
        """Look for a place of the text where a word can be hidden."""
        predictor, opened = self._predictor, self._opened
        if predictor is None or opened is None:
            return
        corpus, config = opened.corpus, predictor.config
        kept = corpus.vocabulary.reaching(config.min_count)
        self._example.ask(lambda job: example(corpus, kept, config.window, seed))

    def attend(self, panel: PredictPanel) -> None:
        """Take the wishes of a panel, and bring it the answers."""
        panel.asked.connect(self.ask)
        panel.example_asked.connect(self.find_example)
        self.answered.connect(panel.show_predicted)
        self.spelled.connect(panel.show_spellings)
        self.example_found.connect(panel.show_example)

    def _answer(self, predicted: Predicted) -> None:
        self.answered.emit(predicted)
        absent = [each.word for each in predicted.unknown if each.absent]
        # One of them: a newer moment of the weights has the same words.
        for word in absent[:1]:
            if word not in self._looked_for:
                self._looked_for.add(word)
                self._spellings.find(word)

    def _vocabulary(self) -> Vocabulary | None:
        return self._predictor.vocabulary if self._predictor is not None else None


class _Reader:
    """Reads lines as a text was read; made when it is needed, by whoever needs it first."""

    def __init__(self, opened: Opened | None) -> None:
        self._options = _options(opened)
        self._reader: LineReader | None = None

    def words(self, text: str, known: Callable[[str], bool]) -> list[str]:
        if self._reader is None:
            self._reader = LineReader(self._options)
        return self._reader.words(text, known)


def _options(opened: Opened | None) -> TokenizerOptions | None:
    if opened is None or opened.recipe is None or opened.report is None:
        return None
    return replace(opened.recipe.options, language=opened.report.language)


def _predicted(line: str, predictor: Predictor, corpus: EncodedCorpus | None, reader: _Reader, job: Job) -> Predicted:
    parts = split_at_gap(line)
    if parts is None:
        return Predicted(line, predictor)
    find = predictor.vocabulary.find
    known = find if corpus is None else corpus.find
    left, right = (tuple(reader.words(part, lambda word: known(word) is not None)) for part in parts[:2])
    if job.cancelled():
        raise Cancelled
    prediction = predictor.predict([find(word) for word in left], [find(word) for word in right], job.cancelled)
    unknown = _unknown([word for word in (*left, *right) if find(word) is None], corpus)
    return Predicted(line, predictor, left, right, prediction, prediction.best(MOST), unknown, parts.more)


def _unknown(words: Sequence[str], corpus: EncodedCorpus | None) -> tuple[Unknown, ...]:
    found = []
    for word in dict.fromkeys(words):
        id_ = corpus.find(word) if corpus is not None else None
        if id_ is None or corpus is None:
            found.append(Unknown(word))
        elif id_ >= len(corpus.vocabulary):
            found.append(Unknown(word, stop=True))
        else:
            found.append(Unknown(word, int(corpus.vocabulary.counts[id_])))
    return tuple(found)
