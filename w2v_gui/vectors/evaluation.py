"""How well vectors do on test sets: human judgements of similarity (Spearman), and analogies (accuracy)."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.vectors.analogies import solve
from w2v_gui.vectors.test_sets import PairsSet, read_analogies, read_pairs

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable

    from numpy.typing import ArrayLike, NDArray

    from w2v_gui.vectors.test_sets import AnalogiesSet, TestSet
    from w2v_gui.vectors.word_vectors import WordVectors

RESTRICT = 30_000
"""Among so many words analogies are answered, if nothing else is said, as by word2vec's compute-accuracy."""

_MOST_MISSES = 1000

SEMANTIC, SYNTACTIC = "semantic", "syntactic"

_SYNTACTIC = re.compile(r"gram\d+-.*")


@dataclass(frozen=True)
class Missing:
    """A word of a test set that takes no part.

    Attributes
    ----------
    word : str
        As the test set has it.
    items : int
        How many pairs or questions are lost by it.
    rare : bool
        Whether it has a vector, but is not among the first words, to which the test is restricted.
    """

    word: str
    items: int
    rare: bool = False


@dataclass(frozen=True)
class Miss:
    """A pair about which people and vectors disagree.

    Attributes
    ----------
    words : tuple of str
    judgement, cosine : float
    rank, rank_by_cosine : float
        The place among all pairs that are found, 1 being the most similar; ties share their mean.
    """

    words: tuple[str, str]
    judgement: float
    cosine: float
    rank: float
    rank_by_cosine: float


@dataclass(frozen=True)
class WrongAnswer:
    """A question that is not answered right by 3CosAdd.

    Attributes
    ----------
    words : tuple of str
        a, b, c and the right answer, as the vocabulary has them.
    answer, answer_by_product : str
        What comes by 3CosAdd and by 3CosMul; empty where no word has a direction.
    section : int
        The section in which it stands, from 0 on.
    """

    words: tuple[str, ...]
    answer: str
    answer_by_product: str
    section: int


@dataclass(frozen=True, eq=False)
class PairsScore:
    """How well similarities agree with human judgements.

    Attributes
    ----------
    name : str
        The test set.
    spearman : float
        Rank correlation, -1 to 1; NaN where it is not defined (fewer than two pairs, or all alike).
    found, total : int
        Pairs whose words are both in the vocabulary; pairs in the test set.
    pairs : tuple of (str, str)
        Those that are found.
    judgements, cosines : ndarray of float64, shape (found,)
    missing : tuple of Missing
    """

    name: str
    spearman: float
    found: int
    total: int
    pairs: tuple[tuple[str, str], ...]
    judgements: NDArray[np.float64]
    cosines: NDArray[np.float64]
    missing: tuple[Missing, ...] = ()

    @property
    def interval(self) -> tuple[float, float]:
        """Where the correlation lies with 95 % confidence, by Fisher's z.

        The standard error is that of Bonett & Wright (2000) for ranks. NaN for fewer than four pairs.
        """
        if self.found < 4 or not abs(self.spearman) < 1:
            return (math.nan, math.nan) if self.found < 4 else (self.spearman, self.spearman)
        z, error = math.atanh(self.spearman), math.sqrt((1 + self.spearman**2 / 2) / (self.found - 3))
        return math.tanh(z - 1.959964 * error), math.tanh(z + 1.959964 * error)

    @cached_property
    def misses(self) -> tuple[Miss, ...]:
        """The pairs whose ranks differ most, those first that do so most; of very many pairs a thousand."""
        ranks, by_cosine = (len(values) + 1 - _ranks(values) for values in (self.judgements, self.cosines))
        return tuple(
            Miss(
                self.pairs[i],
                float(self.judgements[i]),
                float(self.cosines[i]),
                float(ranks[i]),
                float(by_cosine[i]),
            )
            for i in np.argsort(-np.abs(ranks - by_cosine), kind="stable")[:_MOST_MISSES].tolist()
        )


@dataclass(frozen=True)
class SectionScore:
    """The analogies of one section: how many come out right, are found, and there are.

    Attributes
    ----------
    name : str
    correct : int
        By 3CosAdd.
    correct_by_product : int
        By 3CosMul.
    found, total : int
    """

    name: str
    correct: int
    correct_by_product: int
    found: int
    total: int

    @property
    def accuracy(self) -> float:
        """Share of the found questions that 3CosAdd answers right; NaN if none is found."""
        return self.correct / self.found if self.found else math.nan

    @property
    def accuracy_by_product(self) -> float:
        """Share of the found questions that 3CosMul answers right; NaN if none is found."""
        return self.correct_by_product / self.found if self.found else math.nan


@dataclass(frozen=True, eq=False)
class AnalogiesScore:
    """The analogies of a test set, section by section; the totals are sums over all of them.

    Attributes
    ----------
    name : str
        The test set.
    sections : tuple of SectionScore
        In the order of the file.
    restrict : int or None
        Only the first so many words took part.
    wrong : tuple of WrongAnswer
        In the order of the file.
    missing : tuple of Missing
    """

    name: str
    sections: tuple[SectionScore, ...]
    restrict: int | None = None
    wrong: tuple[WrongAnswer, ...] = ()
    missing: tuple[Missing, ...] = ()

    @cached_property
    def whole(self) -> SectionScore:
        """All sections together."""
        return _sum(self.name, self.sections)

    @property
    def correct(self) -> int:
        """Questions that 3CosAdd answers right."""
        return self.whole.correct

    @property
    def found(self) -> int:
        """Questions whose four words all take part."""
        return self.whole.found

    @property
    def total(self) -> int:
        """Questions in the test set."""
        return self.whole.total

    @property
    def accuracy(self) -> float:
        """Share of the found questions that 3CosAdd answers right; NaN if none is found."""
        return self.whole.accuracy

    @property
    def accuracy_by_product(self) -> float:
        """Share of the found questions that 3CosMul answers right; NaN if none is found."""
        return self.whole.accuracy_by_product

    @property
    def groups(self) -> tuple[SectionScore, ...]:
        """Sums over the semantic and the syntactic sections, as word2vec's questions-words names them; else none."""
        found = [_sum(name, [s for s in self.sections if group_of(s.name) == name]) for name in (SEMANTIC, SYNTACTIC)]
        return tuple(found) if all(group.total for group in found) else ()

    def wrong_in(self, group: str) -> list[WrongAnswer]:
        """Return the wrong answers in all sections of a group."""
        return [one for one in self.wrong if group_of(self.sections[one.section].name) == group]


def group_of(section: str) -> str:
    """Return which kind of relation a section is about, by the names of word2vec's questions-words."""
    return SYNTACTIC if _SYNTACTIC.fullmatch(section) else SEMANTIC


Score = PairsScore | AnalogiesScore


def _sum(name: str, sections: Iterable[SectionScore]) -> SectionScore:
    figures = [(s.correct, s.correct_by_product, s.found, s.total) for s in sections]
    return SectionScore(name, *map(sum, zip(*figures, strict=True))) if figures else SectionScore(name, 0, 0, 0, 0)


def spearman(first: ArrayLike, second: ArrayLike) -> float:
    """Spearman's rank correlation; ties share their mean rank. NaN where it is not defined."""
    ranks = [_ranks(np.asarray(values, dtype=np.float64)) for values in (first, second)]
    if len(ranks[0]) < 2:
        return math.nan
    x, y = (rank - rank.mean() for rank in ranks)
    spread = math.sqrt(float(x @ x) * float(y @ y))
    return float(x @ y) / spread if spread > 0 else math.nan


def _ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    mean: NDArray[np.float64] = last - (counts - 1) / 2
    return mean[place]


def evaluate_pairs(vectors: WordVectors, path: str | os.PathLike[str], restrict: int | None = None) -> PairsScore:
    """Compare cosine similarities with the judgements in a file; see `read_test_set` and `score_pairs`.

    Raises
    ------
    FormatError
        If the file cannot be read or holds no pair with a judgement.
    """
    return score_pairs(vectors, read_pairs(path), restrict)


def evaluate_analogies(
    vectors: WordVectors, path: str | os.PathLike[str], restrict: int | None = RESTRICT
) -> AnalogiesScore:
    """Answer the questions of a file and count the right answers; see `read_test_set` and `score_analogies`.

    Raises
    ------
    FormatError
        If the file cannot be read or holds no questions.
    """
    return score_analogies(vectors, read_analogies(path), restrict)


def score(
    vectors: WordVectors, test_set: TestSet, restrict: int | None, report: Callable[[float], None] = lambda _: None
) -> Score:
    """Score vectors on a test set of either kind; ``restrict`` is for analogies."""
    if isinstance(test_set, PairsSet):
        return score_pairs(vectors, test_set)
    return score_analogies(vectors, test_set, restrict, report)


def score_pairs(vectors: WordVectors, test_set: PairsSet, restrict: int | None = None) -> PairsScore:
    """Compare the cosines of pairs of words with human judgements.

    Words are tried as written, then lower-cased.

    Parameters
    ----------
    vectors : WordVectors
    test_set : PairsSet
    restrict : int, optional
        Only the first so many words take part.
    """
    rows, missing = _look_up(vectors, [pair[:2] for pair in test_set.pairs], restrict)
    there = np.flatnonzero((rows >= 0).all(axis=1))
    judgements = np.array([test_set.pairs[i][2] for i in there.tolist()])
    units = [vectors.units(column).astype(np.float64) for column in rows[there].T]
    cosines: NDArray[np.float64] = np.einsum("ij,ij->i", *units)
    return PairsScore(
        test_set.name,
        spearman(judgements, cosines),
        len(there),
        len(test_set),
        tuple(test_set.pairs[i][:2] for i in there.tolist()),
        judgements,
        cosines,
        missing,
    )


def score_analogies(
    vectors: WordVectors,
    test_set: AnalogiesSet,
    restrict: int | None = RESTRICT,
    report: Callable[[float], None] = lambda _: None,
) -> AnalogiesScore:
    """Answer analogies and count the right answers.

    ``a b c d`` means that d is to c as b is to a. A question counts as found if all four words take part; it is right
    if d is the nearest of all words that take part, a, b and c aside (3CosAdd as in word2vec's compute-accuracy;
    3CosMul as in Levy & Goldberg 2014). Words are tried as written, then lower-cased.

    Parameters
    ----------
    vectors : WordVectors
    test_set : AnalogiesSet
    restrict : int, optional
        Only the first so many words take part; None for all.
    report : callable
        Called with the share that is done; may raise to give up.
    """
    asked = [question for section in test_set.sections for question in section.questions]
    rows, missing = _look_up(vectors, asked, restrict)
    there = rows.min(axis=1, initial=0) >= 0
    questions = rows[there]
    answers = solve(vectors, questions, restrict, report)
    right = np.stack([column == questions[:, 3] for column in answers.T], axis=1)
    sections, start, done = [], 0, 0
    wrong: list[WrongAnswer] = []
    for place, section in enumerate(test_set.sections):
        end = start + len(section.questions)
        found = int(there[start:end].sum())
        correct = np.count_nonzero(right[done : done + found], axis=0)
        sections.append(SectionScore(section.name, int(correct[0]), int(correct[1]), found, end - start))
        for i in (done + np.flatnonzero(~right[done : done + found, 0])).tolist():
            words = tuple(vectors.words[row] for row in questions[i].tolist())
            by_sum, by_product = (vectors.words[row] if row >= 0 else "" for row in answers[i].tolist())
            wrong.append(WrongAnswer(words, by_sum, by_product, place))
        start, done = end, done + found
    return AnalogiesScore(test_set.name, tuple(sections), restrict, tuple(wrong), missing)


def _look_up(
    vectors: WordVectors, items: list[tuple[str, ...]], restrict: int | None
) -> tuple[NDArray[np.intp], tuple[Missing, ...]]:
    """Return the rows of the words, an item a line and -1 for what takes no part, and which words those are."""
    limit = len(vectors) if restrict is None else min(restrict, len(vectors))
    known = vectors.lexicon.rows
    rows: dict[str, int] = {}
    missing: Counter[str] = Counter()
    for item in items:
        for word in item:
            if word not in rows:
                # Not vectors.find: a rare "Turkey" outside the limit must not hide a frequent "turkey" inside it.
                forms = (known.get(form, limit) for form in (word, word.lower()))
                rows[word] = next((row for row in forms if row < limit), -1)
        missing.update({word for word in item if rows[word] < 0})
    width = len(items[0]) if items else 4
    found = np.array([[rows[word] for word in item] for item in items], dtype=np.intp).reshape(-1, width)
    return found, tuple(
        Missing(word, count, vectors.find(word) is not None)
        for word, count in sorted(missing.items(), key=lambda entry: (-entry[1], entry[0]))
    )
