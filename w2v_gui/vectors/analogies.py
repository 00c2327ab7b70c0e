"""Answering many analogies at once, by sums and by products of cosines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from w2v_gui.vectors.word_vectors import WordVectors

_COSINES_AT_ONCE = 1 << 25
"""Numbers in one block of cosines: 128 MB."""

_EPSILON = np.float32(0.001)
"""What keeps 3CosMul from dividing by zero; Levy & Goldberg's."""

_BETWEEN_REPORTS = 1 << 23
"""Cosines compared between two reports: about a tenth of a second."""


def solve(
    vectors: WordVectors,
    questions: NDArray[np.intp],
    restrict: int | None = None,
    report: Callable[[float], None] = lambda _: None,
) -> NDArray[np.intp]:
    """Return what is to c as b is to a, by 3CosAdd and by 3CosMul.

    The words a, b and c are no answers; of a word that stands twice, only the first row is one.

    3CosAdd takes the word with the largest cos(b) - cos(a) + cos(c), 3CosMul that with the largest
    cos(b) cos(c) / (cos(a) + 0.001), cosines being shifted to 0 … 1.
    Levy & Goldberg 2014, Linguistic Regularities in Sparse and Explicit Word Representations.

    Parameters
    ----------
    vectors : WordVectors
    questions : ndarray of intp, shape (Q, 3 or more)
        Rows of a, b and c.
    restrict : int, optional
        Only the first so many words can be answers; the questions must be made of them.
    report : callable
        Called with the share that is done; may raise to give up.

    Returns
    -------
    ndarray of intp, shape (Q, 2)
        -1 where the question has no direction.
    """
    rows = len(vectors) if restrict is None else min(restrict, len(vectors))
    answers = np.full((len(questions), 2), -1, dtype=np.intp)
    lost = np.union1d(vectors.directionless[vectors.directionless < rows], _repeated(vectors, rows))
    every = max(1, _BETWEEN_REPORTS // max(1, rows))
    done = 0
    for block in _blocks(questions[:, :3], max(16, _COSINES_AT_ONCE // max(1, rows))):
        words, places = np.unique(block, return_inverse=True)
        units = vectors.units(words)
        tell = partial(report, done / len(questions))
        cosines = vectors.cosines(units, rows, tell)
        cosines[:, lost] = 0
        shifted = np.empty_like(cosines)
        for row, moved in zip(cosines, shifted, strict=True):
            tell()
            np.divide(row + 1, 2, out=moved)
        places = places.reshape(-1, 3)
        a, b, c = (units[column] for column in places.T)
        has_direction = np.linalg.norm(b - a + c, axis=1) > 0
        # One question after the other: a row of cosines stays in the cache for all that is done with it.
        for i, (at_a, at_b, at_c) in enumerate(places.tolist()):
            if has_direction[i]:
                aside = np.concatenate([block[i], lost]) if len(lost) else block[i]
                answers[done + i, 0] = _first(cosines[at_b] - cosines[at_a] + cosines[at_c], aside)
                answers[done + i, 1] = _first(shifted[at_b] * shifted[at_c] / (shifted[at_a] + _EPSILON), aside)
            if i % every == 0:
                report((done + i) / len(questions))
        done += len(block)
    report(1.0)
    return answers


def _repeated(vectors: WordVectors, rows: int) -> NDArray[np.intp]:
    """Return the rows of words that have stood before: else a word could be an answer to a question about itself."""
    first = vectors.lexicon.rows
    if len(first) == len(vectors):
        return np.zeros(0, np.intp)
    return np.array([row for row, word in enumerate(vectors.words[:rows]) if first[word] != row], dtype=np.intp)


def _first(scores: NDArray[np.float32], aside: NDArray[np.intp]) -> int:
    scores[aside] = -np.inf
    best = int(scores.argmax())
    return best if scores[best] > -np.inf else -1


def _blocks(questions: NDArray[np.intp], most: int) -> Iterator[NDArray[np.intp]]:
    """Yield stretches of the questions that are about so many words at most."""
    begin, words = 0, set()  # type: int, set[int]
    for i, question in enumerate(questions.tolist()):
        if len(words.union(question)) > most:
            yield questions[begin:i]
            begin, words = i, set()
        words.update(question)
    if begin < len(questions):
        yield questions[begin:]
