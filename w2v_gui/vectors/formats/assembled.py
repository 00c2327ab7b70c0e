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

    from w2v_gui.vectors.formats.opened import Source

_WORDS = 1 << 13
"""Words handled between two looks at whether the user has given up."""


def assembled(
    source: Source,
    format: str,
    words: Sequence[str],
    matrix: NDArray[np.float32],
    counts: NDArray[np.int64] | None = None,
    output: NDArray[np.float32] | None = None,
    *,
    repaired: int = 0,
    unfinished: bool = False,
    partial: bool = False,
    available: int | None = None,
) -> Opened:
    """Return vectors and the report on them; of words that come twice, the first is kept.

    Arrays may have rows to spare. ``partial`` are the vectors of a file that has more of them; ``available`` is how
    many it has, where that is known.
    """
    rows: dict[str, int] = {}
    for start in range(0, len(words), _WORDS):
        source.tell(0.9)
        for row, word in enumerate(words[start : start + _WORDS], start):
            rows.setdefault(word, row)
    duplicates = len(words) - len(rows)
    kept = slice(len(words)) if not duplicates else np.fromiter(rows.values(), np.intp, len(rows))
    vectors = WordVectors(
        list(rows), matrix[kept], None if counts is None else counts[kept], None if output is None else output[kept]
    )
    report = ReadReport(
        format,
        len(vectors),
        vectors.dimensions,
        repaired=repaired,
        duplicates=duplicates,
        unfinished=unfinished,
        partial=partial or (available is not None and available > len(words)),
        available=available,
    )
    return Opened(vectors, report)


def split_words(
    source: Source, text: NDArray[np.uint8], offsets: NDArray[np.int64], first: int | None = None
) -> tuple[list[str], int] | None:
    """Return words that stand in UTF-8 one after the other, and how many of them had to be repaired.

    No more than the first so many. None if the offsets do not lead from the beginning to the end.
    """
    if len(offsets) == 0 or offsets[0] != 0 or offsets[-1] != len(text) or np.any(offsets[1:] < offsets[:-1]):
        return None
    offsets = offsets if first is None else offsets[: first + 1]
    raw = text[: offsets[-1]].tobytes()
    words = []
    repaired = 0
    for number, (start, end) in enumerate(pairwise(offsets.tolist())):
        if number % _WORDS == 0:
            source.tell(0.9 * number / len(offsets))
        try:
            words.append(raw[start:end].decode("utf-8", "surrogatepass"))
        except UnicodeDecodeError:
            words.append(raw[start:end].decode(errors="replace"))
            repaired += 1
    return words, repaired


def decoded(words: Sequence[bytes]) -> tuple[list[str], int]:
    """Return words as text, and how many of them had to be repaired because they are not UTF-8."""
    texts = [word.decode(errors="replace") for word in words]
    return texts, sum("\ufffd" in text and text.encode() != word for text, word in zip(texts, words, strict=True))
