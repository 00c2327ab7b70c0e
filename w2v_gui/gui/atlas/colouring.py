"""From what is known about words to the colours of a map of them, and what stands for these colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Signal

from w2v_gui.gui.telling import telling_first
from w2v_gui.gui.text import number, one_line, true_minus
from w2v_gui.gui.widgets.atlas_colours import GroupKey, ScaleKey, cluster_look, frequency_look, similarity_look

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.gui.theme import Palette
    from w2v_gui.gui.widgets.atlas_painting import Look
    from w2v_gui.vectors.word_vectors import WordVectors

    Coloured = tuple[Look, ScaleKey | GroupKey]

_GROUPS = 8
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


class AtlasColouring(QObject):
    """Knows what the colours of a map should say, and asks for what is not known.

    Attributes
    ----------
    name : str
        One of `COLOURS`.
    clusters_asked : Signal(int)
        So many groups of words.
    cosines_asked : Signal(object)
        With a direction: how similar is every word?
    changed : Signal()
        The points have other colours.
    """

    clusters_asked = Signal(int)
    cosines_asked = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.name = "plain"
        self._asked: tuple[str, ...] = ()
        self._direction: NDArray[np.float32] | None = None
        self._cosines: NDArray[np.float32] | None = None
        self._groups: tuple[NDArray[np.intp], NDArray[np.integer]] | None = None

    @property
    def has_asked(self) -> bool:
        """Whether there is something to which words can be similar."""
        return self._direction is not None

    def choose(self, name: str) -> None:
        """Let colours say this."""
        self.name = name
        self.changed.emit()

    def forget(self) -> None:
        """Know nothing any more: the vectors are others, or of another moment."""
        self._cosines = self._groups = None

    def forget_groups(self) -> None:
        """Know no groups any more: there are other words on the map."""
        self._groups = None

    def show_asked(self, words: tuple[str, ...], direction: NDArray[np.float32] | None) -> None:
        """Know what is asked about, and in which direction that is."""
        self._asked, self._direction, self._cosines = words, direction, None
        self.choose("plain" if direction is None and self.name == "similarity" else self.name)

    def show_clusters(self, rows: NDArray[np.intp], labels: NDArray[np.integer]) -> None:
        """Know to which group words belong."""
        self._groups = (rows, np.asarray(labels))
        self.changed.emit()

    def show_cosines(self, direction: NDArray[np.float32], cosines: NDArray[np.float32]) -> None:
        """Know how similar every word is to what was asked."""
        if direction is self._direction:
            self._cosines = cosines
            self.changed.emit()

    def coloured(self, vectors: WordVectors, rows: NDArray[np.int64], palette: Palette) -> Coloured | None:
        """Return the colours of some words, or None where they all have one, or it is not known yet."""
        if self.name == "frequency":
            return by_frequency(vectors, rows, palette)
        if self.name == "similarity" and self._direction is not None:
            if self._cosines is None or len(self._cosines) != len(vectors):
                self.cosines_asked.emit(self._direction)
                return None
            return by_similarity(self._cosines, rows, " ".join(self._asked), palette)
        if self.name == "cluster":
            if self._groups is None:
                self.clusters_asked.emit(_GROUPS)
                return None
            return by_cluster(self._group_of(rows), vectors.words, rows, palette)
        return None

    def of_group(self, group: int, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return those of some words that belong to a group."""
        chosen: NDArray[np.int64] = rows[self._group_of(rows) == group]
        return chosen

    def _group_of(self, rows: NDArray[np.int64]) -> NDArray[np.integer]:
        assert self._groups is not None
        known, labels = self._groups
        groups = np.full(max(int(known.max(initial=-1)), int(rows.max(initial=-1))) + 1, -1, np.int64)
        groups[known] = labels
        return groups[rows]
