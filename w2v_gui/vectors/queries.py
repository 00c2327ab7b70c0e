"""Answers to questions: neighbours, arithmetic with words, analogies, the odd one out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, Cancelled, QueryError
from w2v_gui.vectors.lengths import unit_vector
from w2v_gui.vectors.question_parsing import parse
from w2v_gui.vectors.questions import Analogy, Answer, Choice, Comparison, Unknown
from w2v_gui.vectors.spelling import nearest_spellings
from w2v_gui.vectors.word_vectors import Neighbour

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray

    from w2v_gui.vectors.questions import Expression, Question
    from w2v_gui.vectors.word_vectors import WordVectors

EPSILON = 0.001
"""What 3CosMul adds to a divisor (Levy and Goldberg 2014)."""

_SPELLED = 5
"""For so many unknown words the nearest spellings are looked for: that takes a while for each."""

_EQUAL = 1e-6
"""Cosines that differ by less are the same."""


def answer(
    vectors: WordVectors,
    question: Question | str,
    choice: Choice | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Answer:
    """Answer a question.

    The words of a question are never among its neighbours. If one of its words is unknown, all that are unknown are
    named, with the nearest spellings of the first of them, and nothing is computed.

    Parameters
    ----------
    vectors : WordVectors
    question : Question or str
    choice : Choice, optional
        Among which words, and how.
    cancelled : callable
        Whether nobody waits for the answer any more.

    Raises
    ------
    QueryError
        If the question cannot be read, or its words add up to nothing.
    Cancelled
    """
    choice = choice or Choice()
    if isinstance(question, str):
        question = parse(question, vectors)
    places = [vectors.find(word) for word in question.words]
    if None in places:
        missing = [word for word, place in zip(question.words, places, strict=True) if place is None]
        return Answer(str(question), question.kind, unknown=_unknown(vectors, missing, cancelled))
    rows = [place for place in places if place is not None]
    if cancelled():
        raise Cancelled
    found = _comparison(vectors, rows) if isinstance(question, Comparison) else _sum(vectors, question, choice)
    return replace(
        found,
        question=str(question),
        kind=question.kind,
        words=tuple(vectors.words[row] for row in rows),
        counterpart=vectors.words[vectors.index(question.counterpart)] if question.counterpart else "",
        directionless=tuple(dict.fromkeys(vectors.words[row] for row in rows if not vectors.units([row]).any())),
    )


def analogy(vectors: WordVectors, a: str, b: str, c: str, top: int = 10) -> tuple[Neighbour, ...]:
    """Return what is to ``c`` as ``b`` is to ``a``: the words nearest to b - a + c by 3CosAdd.

    Raises
    ------
    UnknownWordError
        If one of the words is not in the vocabulary.
    """
    for word in (a, b, c):
        vectors.index(word)
    return answer(vectors, Analogy((a, b, c, None)), Choice(top)).neighbours


def rows_of(vectors: WordVectors, words: Iterable[str]) -> tuple[NDArray[np.intp], tuple[str, ...]]:
    """Return the rows of the words that are in the vocabulary, and the words that are not."""
    found = {word: vectors.find(word) for word in words}
    rows = np.fromiter((row for row in found.values() if row is not None), dtype=np.intp)
    return np.unique(rows), tuple(word for word, row in found.items() if row is None)


def _unknown(vectors: WordVectors, missing: Sequence[str], cancelled: Callable[[], bool]) -> tuple[Unknown, ...]:
    unknown = []
    for place, word in enumerate(dict.fromkeys(missing)):
        if cancelled():
            raise Cancelled
        unknown.append(Unknown(word, tuple(nearest_spellings(word, vectors.words)) if place < _SPELLED else ()))
    return tuple(unknown)


def _sum(vectors: WordVectors, question: Expression | Analogy, choice: Choice) -> Answer:
    weights: dict[int, int] = {}
    for term in question.terms:
        row = vectors.index(term.word)
        weights[row] = weights.get(row, 0) + term.sign
    asked = list(weights)
    powers = np.array([weights[row] for row in asked], dtype=np.float64)
    units = vectors.units(asked)
    direction = unit_vector(powers @ units.astype(np.float64))
    if not direction.any():
        raise _nothing(vectors, asked, units, question)
    among = None if choice.among is None else rows_of(vectors, choice.among)[0]
    candidates = vectors.candidates(choice.restrict, choice.min_count, among)
    multiplied = choice.method == "mul" and len(asked) > 1
    if multiplied:
        scores = _products(vectors.cosines(units, candidates), powers)
    else:
        scores = vectors.cosines(direction, candidates)[0]
    own = [row < candidates for row in asked] if isinstance(candidates, int) else np.isin(asked, candidates)
    return Answer(
        neighbours=tuple(vectors.best(scores, candidates, choice.top, asked)),
        direction=direction[0],
        measure="3CosMul" if multiplied else "cosine",
        compared=len(scores),
        others=len(scores) - int(np.sum(own)),
    )


def _nothing(
    vectors: WordVectors, asked: Sequence[int], units: NDArray[np.float32], question: Expression | Analogy
) -> QueryError:
    """Return why words add up to nothing; if none of them has a direction, it is said of the first why not."""
    if units.any():
        return QueryError(
            QT_TRANSLATE_NOOP(
                "errors", "The vectors of “{text}” add up to zero, which nothing is near to. Ask for other words."
            ),
            text=str(question),
        )
    word = vectors.words[asked[0]]
    if vectors.norms[asked[0]] == 0:
        return QueryError(
            QT_TRANSLATE_NOOP(
                "errors", "The vector of “{word}” is zero, which nothing is near to. Ask for other words."
            ),
            word=word,
        )
    return QueryError(
        QT_TRANSLATE_NOOP(
            "errors", "The vector of “{word}” is not finite: nothing is near to it. Ask for other words."
        ),
        word=word,
    )


def _products(cosines: NDArray[np.float32], powers: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return the 3CosMul scores of words: products of cosines, those of subtracted words in the divisor.

    Cosines are moved to 0 … 1 first, by (1 + cos) / 2, and `EPSILON` is added to divisors: Levy and Goldberg 2014,
    equation 4. A word that stands twice counts twice.
    """
    scores = np.ones(cosines.shape[1], dtype=np.float32)
    for row, power in zip(cosines, powers, strict=True):
        moved = (1 + row) / 2
        scores *= moved**power if power >= 0 else (moved + np.float32(EPSILON)) ** power
    scores[cosines.max(axis=0) == -np.inf] = -np.inf
    return scores


def _comparison(vectors: WordVectors, rows: Sequence[int]) -> Answer:
    """Compare several words: the odd one out has the lowest mean cosine with the others.

    That is the word furthest from the mean of all unit vectors, too. Words without a direction are left out.
    """
    units = vectors.units(rows).astype(np.float64)
    known = np.flatnonzero(units.any(axis=1))
    if len(known) < 2:
        return Answer(compared=len(rows))
    rows, units = [rows[int(place)] for place in known], units[known]
    others = len(rows) - 1
    means = (units @ units.sum(axis=0) - np.einsum("ij,ij->i", units, units)) / others
    members = [
        Neighbour(vectors.words[row], float(np.clip(mean, -1, 1)), None if vectors.counts is None else int(count))
        for row, mean, count in zip(rows, means, _counts(vectors, rows), strict=True)
    ]
    members.sort(key=lambda member: -member.similarity)
    certain = others > 1 and members[-2].similarity - members[-1].similarity > _EQUAL
    direction = unit_vector(units.sum(axis=0))[0]
    return Answer(
        members=tuple(members),
        odd=members[-1].word if certain else None,
        direction=direction if direction.any() else None,
        compared=len(rows),
    )


def _counts(vectors: WordVectors, rows: Sequence[int]) -> Sequence[int]:
    return [0] * len(rows) if vectors.counts is None else vectors.counts[list(rows)].tolist()
