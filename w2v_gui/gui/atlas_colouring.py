"""From what is known about words to the colours of a map of them, and what stands for these colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.telling import telling_first
from w2v_gui.gui.text import number, one_line, true_minus
from w2v_gui.gui.widgets.atlas_colours import GroupKey, ScaleKey, cluster_look, frequency_look, similarity_look

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.widgets.atlas_painting import Look
    from w2v_gui.vectors.word_vectors import WordVectors

    Coloured = tuple[Look, ScaleKey | GroupKey]

_WORDS_A_GROUP, _LOOKED_AT = 2, 40
"""A group is named by two of its most frequent words: by those that say most."""


def by_frequency(vectors: WordVectors, rows: NDArray[np.int64], palette: Palette) -> Coloured:
    """Return colours for how often words occur; where that is not known, for their ranks."""
    if vectors.counts is None:
        # The most frequent word is the first one.
        values, sign = rows + 1, -1.0
        title = QCoreApplication.translate("AtlasColouring", "rank")
    else:
        values, sign = np.maximum(vectors.counts[rows], 0), 1.0
        title = QCoreApplication.translate("AtlasColouring", "count")
    sizes = sign * np.log1p(values.astype(np.float64))
    span = float(np.ptp(sizes)) if len(sizes) else 0.0
    parts = (sizes - sizes.min()) / span if span > 0 else np.full(len(rows), 0.5)
    look, table = frequency_look(parts, palette)
    ends = [number(values[place]) for place in (sizes.argmin(), sizes.argmax())] if len(sizes) else ["–", "–"]
    return look, ScaleKey(title, ends[0], ends[1], table)


def by_similarity(cosines: NDArray[np.float32], rows: NDArray[np.int64], asked: str, palette: Palette) -> Coloured:
    """Return colours for the cosines of words with what is asked."""
    look, table, end = similarity_look(cosines[rows], palette)
    title = QCoreApplication.translate("AtlasColouring", "cosine with {word}").format(word=one_line(asked, 16))
    return look, ScaleKey(title, true_minus(f"{-end:.2f}"), f"{end:.2f}", table)


def by_cluster(
    groups: NDArray[np.integer], words: tuple[str, ...], rows: NDArray[np.int64], palette: Palette
) -> Coloured:
    """Return colours for groups of words; each is named by its most frequent words.

    Parameters
    ----------
    groups : ndarray of int, shape (n,)
        The group of each of ``rows``, from 0; -1 for none.
    words : tuple of str
    rows : ndarray of int64, shape (n,)
        Most frequent words first.
    palette : Palette
    """
    look, colours = cluster_look(groups, palette)
    comma = QCoreApplication.translate("AtlasColouring", ", ", "between words in a list")
    names = []
    for group in range(int(groups.max(initial=-1)) + 1):
        first = rows[np.flatnonzero(groups == group)[:_LOOKED_AT]].tolist()
        telling = telling_first([words[row] for row in first])[:_WORDS_A_GROUP]
        names.append((colours[group % len(colours)], comma.join(one_line(words[first[i]], 16) for i in telling)))
    return look, GroupKey(QCoreApplication.translate("AtlasColouring", "Groups"), tuple(names))
