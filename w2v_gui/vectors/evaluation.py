"""Test sets: human judgements of similarity (Spearman), and analogies (accuracy)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator

    from numpy.typing import ArrayLike, NDArray

    from w2v_gui.vectors.word_vectors import WordVectors

_SCORES_AT_ONCE = 1 << 24
"""Numbers in one block of cosines: 64 MB."""


@dataclass(frozen=True)
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
    """

    name: str
    spearman: float
    found: int
    total: int


@dataclass(frozen=True)
class SectionScore:
    """The analogies of one section: how many come out right, are found, and there are."""

    name: str
    correct: int
    found: int
    total: int

    @property
    def accuracy(self) -> float:
        """Share of the found questions that come out right; NaN if none is found."""
        return self.correct / self.found if self.found else math.nan


@dataclass(frozen=True)
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
    """

    name: str
    sections: tuple[SectionScore, ...]
    restrict: int | None = None

    @property
    def correct(self) -> int:
        """Questions answered right."""
        return sum(section.correct for section in self.sections)

    @property
    def found(self) -> int:
        """Questions whose four words all take part."""
        return sum(section.found for section in self.sections)

    @property
    def total(self) -> int:
        """Questions in the test set."""
        return sum(section.total for section in self.sections)

    @property
    def accuracy(self) -> float:
        """Share of the found questions that come out right; NaN if none is found."""
        return self.correct / self.found if self.found else math.nan


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
    """Compare cosine similarities with the judgements in a file.

    A line holds two words and a score, between tabs or spaces; the score is the first number after the
    words. Empty lines, comments (``#``) and lines without a score (a header) are passed over. Words are
    tried as written, then lower-cased.

    Parameters
    ----------
    vectors : WordVectors
    path : path-like
        UTF-8, with any line ends.
    restrict : int, optional
        Only the first so many words take part.

    Raises
    ------
    FormatError
        If the file cannot be read or holds no pair with a score.
    """
    path = Path(path)
    pairs = [pair for line in _lines(path) if (pair := _pair(line)) is not None]
    if not pairs:
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” holds no word pairs: there should be two words and a score on each line, "
                "with tabs or spaces between them.",
            ),
            file=path.name,
        )
    found = []
    for a, b, score in pairs:
        rows = _find(vectors, (a, b), restrict)
        if rows is not None:
            found.append((*rows, score))
    if not found:
        return PairsScore(path.stem, math.nan, 0, len(pairs))
    first, second, scores = (np.array(column) for column in zip(*found, strict=True))
    units = (vectors.units(rows.astype(np.intp)).astype(np.float64) for rows in (first, second))
    return PairsScore(path.stem, spearman(scores, np.einsum("ij,ij->i", *units)), len(found), len(pairs))


def _pair(line: str) -> tuple[str, str, float] | None:
    fields = [field.strip() for field in line.split("\t")] if "\t" in line else line.split()
    if len(fields) < 3 or not (fields[0] and fields[1]):
        return None
    # With tabs a column may come between (SimLex has the part of speech); without, it would be part of a header.
    scores = (_number(field) for field in (fields[2:] if "\t" in line else fields[2:3]))
    score = next((score for score in scores if score is not None), None)
    return None if score is None else (fields[0], fields[1], score)


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def evaluate_analogies(
    vectors: WordVectors, path: str | os.PathLike[str], restrict: int | None = 30_000
) -> AnalogiesScore:
    """Answer the questions of a file and count the right answers.

    The file is in the form of word2vec's questions-words: ``a b c d`` on a line, meaning that d is to c as
    b is to a, and lines ``: name`` that open a section. A question counts as found if all four words
    take part; it is right if d is the nearest of all words that take part, a, b and c aside
    (3CosAdd; word2vec's compute-accuracy). Words are tried as written, then lower-cased.

    Parameters
    ----------
    vectors : WordVectors
    path : path-like
        UTF-8, with any line ends.
    restrict : int, optional
        Only the first so many words take part; None for all.

    Raises
    ------
    FormatError
        If the file cannot be read or holds no questions.
    """
    path = Path(path)
    sections = list(_sections(path))
    if not any(questions for _, questions in sections):
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” holds no analogies: there should be four words on each line, with spaces between them.",
            ),
            file=path.name,
        )
    found: list[tuple[int, ...]] = []
    ends = []
    for _, questions in sections:
        found += [rows for words in questions if (rows := _find(vectors, words, restrict)) is not None]
        ends.append(len(found))
    right = _right(vectors, np.array(found, dtype=np.intp).reshape(-1, 4), restrict)
    return AnalogiesScore(
        path.stem,
        tuple(
            SectionScore(name, int(right[start:end].sum()), end - start, len(questions))
            for (name, questions), start, end in zip(sections, [0, *ends], ends, strict=False)
        ),
        restrict,
    )


def _right(vectors: WordVectors, questions: NDArray[np.intp], restrict: int | None) -> NDArray[np.bool_]:
    """Whether the fourth word of each question is the answer, many questions to one matrix product."""
    right = np.zeros(len(questions), dtype=np.bool_)
    rows = len(vectors) if restrict is None else min(restrict, len(vectors))
    step = min(1024, max(16, _SCORES_AT_ONCE // max(1, rows)))
    words, places = np.unique(questions, return_inverse=True)
    units = vectors.units(words)
    for start in range(0, len(questions), step):
        a, b, c, _ = places[start : start + step].T
        asked = units[b] - units[a] + units[c]
        lengths = np.linalg.norm(asked, axis=1, keepdims=True)
        asked /= np.where(lengths > 0, lengths, 1)
        scores = vectors.cosines(asked, rows)
        block = questions[start : start + step]
        scores[np.arange(len(block))[:, None], block[:, :3]] = -np.inf
        right[start : start + step] = (scores.argmax(axis=1) == block[:, 3]) & (lengths[:, 0] > 0)
    return right


def _sections(path: Path) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    name, questions = "", []  # type: str, list[tuple[str, ...]]
    for line in _lines(path):
        if line.startswith(":"):
            if name or questions:
                yield name, questions
            name, questions = line[1:].strip(), []
            continue
        words = tuple(line.split())
        if len(words) == 4:
            questions.append(words)
    if name or questions:
        yield name, questions


def _lines(path: Path) -> Iterator[str]:
    """Yield the lines that are neither empty nor comments."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise FormatError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read ({reason}). Check the path and its permissions."),
            file=path,
            reason=error.strerror or error,
        ) from error
    except UnicodeDecodeError as error:
        raise FormatError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is not a text in UTF-8. Save it as UTF-8 and try again."),
            file=path.name,
        ) from error
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            yield stripped


def _find(vectors: WordVectors, words: Iterable[str], restrict: int | None) -> tuple[int, ...] | None:
    """Return the rows of the words, or None unless all of them take part."""
    limit = len(vectors) if restrict is None else restrict
    rows = []
    for word in words:
        # Not vectors.find: a rare "Turkey" outside the limit must not hide a frequent "turkey" inside it.
        row = next(
            (row for form in (word, word.lower()) if (row := vectors.lexicon.rows.get(form, limit)) < limit), None
        )
        if row is None:
            return None
        rows.append(row)
    return tuple(rows)
