"""Vectors put together from words and numbers that stand apart in a file."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.vectors.formats.opened import Opened, ReadReport
from w2v_gui.vectors.word_vectors import WordVectors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def assembled(
    format: str,
    words: Sequence[str],
    matrix: NDArray[np.float32],
    counts: NDArray[np.int64] | None = None,
    output: NDArray[np.float32] | None = None,
    repaired: int = 0,
) -> Opened:
    """Return vectors and the report on them; of words that come twice, the first is kept."""
    rows: dict[str, int] = {}
    for row, word in enumerate(words):
        rows.setdefault(word, row)
    duplicates = len(words) - len(rows)
    if duplicates:
        kept = np.fromiter(rows.values(), np.intp, len(rows))
        matrix = matrix[kept]
        counts = None if counts is None else counts[kept]
        output = None if output is None else output[kept]
    vectors = WordVectors(list(rows), matrix, counts, output)
    return Opened(vectors, ReadReport(format, len(vectors), vectors.dimensions, repaired, duplicates))


def split_words(text: NDArray[np.uint8], offsets: NDArray[np.int64]) -> tuple[list[str], int] | None:
    """Return words that stand in UTF-8 one after the other, and how many of them had to be repaired.

    None if the offsets do not lead from the beginning to the end.
    """
    if len(offsets) == 0 or offsets[0] != 0 or offsets[-1] != len(text) or np.any(offsets[1:] < offsets[:-1]):
        return None
    raw = text.tobytes()
    words = []
    repaired = 0
    for start, end in pairwise(offsets.tolist()):
        try:
            words.append(raw[start:end].decode("utf-8", "surrogatepass"))
        except UnicodeDecodeError:
            words.append(raw[start:end].decode(errors="replace"))
            repaired += 1
    return words, repaired
