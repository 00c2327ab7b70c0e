"""What is to be saved: which words of which vectors, in which format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, Cancelled, SaveError
from w2v_gui.vectors.word_vectors import WordVectors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.jobs import Job
    from w2v_gui.vectors.layouts.frame import LayoutFrame

MAP = "map"
"""Stands for the coordinates of the map where otherwise the key of a format stands."""

ALL, FIRST, SELECTION = "all", "first", "selection"

_LOOK_EVERY = 4096


@dataclass(frozen=True, eq=False)
class SaveWish:
    """What is to be saved.

    Attributes
    ----------
    format : str
        The key of a writer, or `MAP`.
    scope : str
        `ALL`, `FIRST` or `SELECTION`; of a map its points are saved.
    first : int
        How many words, for `FIRST`.
    words : tuple of str
        Which words, for `SELECTION`.
    frame : LayoutFrame or None
        Where the words stand, for `MAP`.
    """

    format: str
    scope: str = ALL
    first: int = 0
    words: tuple[str, ...] = ()
    frame: LayoutFrame | None = None


def chosen_vectors(explored: Explored, wish: SaveWish) -> WordVectors:
    """Return the vectors that are to be saved; those of all words, or of the first, are not copied.

    Raises
    ------
    SaveError
        If none of the selected words has a vector.
    """
    vectors = explored.vectors
    # Where W′ or the mean is asked, that is what is saved; a second matrix beside it would be taken for its W′.
    with_output = vectors.output is not None and explored.rows == "W"
    if wish.scope == ALL and with_output == (vectors.output is not None):
        return vectors
    rows: slice | Sequence[int] = slice(None)
    if wish.scope == FIRST:
        rows = slice(max(wish.first, 1))
    elif wish.scope == SELECTION:
        rows = list(dict.fromkeys(row for word in wish.words if (row := vectors.lexicon.rows.get(word)) is not None))
        if not rows:
            raise SaveError(
                QT_TRANSLATE_NOOP(
                    "errors", "None of the selected words has a vector now. Select words on the map or ask for some."
                )
            )
    return of_rows(vectors, rows, with_output=with_output)


def of_rows(vectors: WordVectors, rows: slice | Sequence[int], *, with_output: bool = True) -> WordVectors:
    """Return the vectors of some rows."""
    words = vectors.words[rows] if isinstance(rows, slice) else [vectors.words[row] for row in rows]
    return WordVectors(
        words,
        vectors.matrix[rows],
        None if vectors.counts is None else vectors.counts[rows],
        vectors.output[rows] if with_output and vectors.output is not None else None,
    )


def map_rows(vectors: WordVectors, frame: LayoutFrame, job: Job) -> Iterator[Sequence[object]]:
    """Yield the points of a map; the first row names the columns."""
    yield ("word", "count", *("x", "y", "z")[: frame.coordinates.shape[1]])
    counts = np.zeros(0, np.int64) if vectors.counts is None else vectors.counts
    for place, row in enumerate(frame.rows.tolist()):
        if place % _LOOK_EVERY == 0:
            if job.cancelled():
                raise Cancelled
            job.report(place / len(frame.rows))
        yield (vectors.words[row], int(counts[row]) if len(counts) else None, *frame.coordinates[place].tolist())
