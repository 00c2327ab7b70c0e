"""Words compared with each other: the cosine of each with each, and an order that puts similar ones side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.vectors.libraries import library
from w2v_gui.vectors.spelling import nearest_spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from w2v_gui.vectors.word_vectors import WordVectors

MOST = 100
"""So many words are compared at most."""

_BETWEEN = re.compile(r"[\s,;，、；]+")


@dataclass(frozen=True, eq=False)
class Comparison:
    """Words and their cosines.

    Attributes
    ----------
    words : tuple of str
        Each once, as the vectors have them.
    cosines : ndarray of float64, shape (n, n)
        1 on the diagonal; NaN where a word has no direction.
    order : tuple of int
        Places of the words in an order in which similar ones stand side by side.
    unknown : mapping of str to sequence of str
        Words that the vectors do not have, and those that are spelled like them.
    left_out : int
        How many known words there were beyond the most that are compared.
    """

    words: tuple[str, ...]
    cosines: NDArray[np.float64]
    order: tuple[int, ...]
    unknown: Mapping[str, Sequence[str]]
    left_out: int


def typed_words(text: str, vectors: WordVectors) -> list[str]:
    """Return what was typed as words: as one if there is such a word, else parted at spaces and commas."""
    text = text.strip()
    if not text or vectors.find(text) is not None:
        return [text] * bool(text)
    return [word for word in _BETWEEN.split(text) if word]


def compare(vectors: WordVectors, words: Iterable[str]) -> Comparison:
    """Compare words with each other."""
    rows: dict[int, None] = {}
    unknown: dict[str, Sequence[str]] = {}
    for word in words:
        row = vectors.find(word)
        if row is None:
            unknown[word] = ()
        else:
            rows[row] = None
    chosen = list(rows)[:MOST]
    for word in list(unknown)[:1]:
        unknown[word] = nearest_spellings(word, vectors.words)
    cosines = cosines_of(vectors, chosen)
    names = tuple(vectors.words[row] for row in chosen)
    return Comparison(names, cosines, clustered(cosines), unknown, len(rows) - len(chosen))


def cosines_of(vectors: WordVectors, rows: Sequence[int]) -> NDArray[np.float64]:
    """Return the cosine of each row with each, shape (n, n); NaN where a row has no direction."""
    units = vectors.units(np.asarray(rows, dtype=np.intp)).astype(np.float64)
    cosines: NDArray[np.float64] = np.clip(units @ units.T, -1.0, 1.0)
    lost = ~units.any(axis=1)
    cosines[lost] = cosines[:, lost] = np.nan
    known = np.flatnonzero(~lost)
    cosines[known, known] = 1.0
    return cosines


def clustered(cosines: NDArray[np.float64]) -> tuple[int, ...]:
    """Return an order in which similar ones stand side by side; those without a direction come last.

    The leaves of a tree by average linkage of 1 − cosine, turned so that neighbours are as similar as the tree allows
    (Bar-Joseph et al. 2001).
    """
    lost = np.isnan(np.diagonal(cosines))
    known, rest = np.flatnonzero(~lost), np.flatnonzero(lost).tolist()
    if len(known) < 3:
        return tuple(known.tolist() + rest)
    hierarchy, distance = library("scipy.cluster.hierarchy"), library("scipy.spatial.distance")
    far = 1.0 - cosines[np.ix_(known, known)]
    # Rounding leaves the two halves a little different, and equal vectors a little apart.
    far = np.maximum((far + far.T) / 2, 0.0)
    tree = hierarchy.linkage(distance.squareform(far, checks=False), method="average", optimal_ordering=True)
    return tuple(known[hierarchy.leaves_list(tree)].tolist() + rest)
