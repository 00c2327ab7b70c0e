"""The two files that TensorBoard's projector loads, by their names: one with numbers, one with words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_NUMBERS = ("vectors", "tensors", "vecs", "tensor", "embeddings")
_WORDS = ("metadata", "meta", "labels")
_ENDING = re.compile(r"\.(tsv|txt|csv)(\.gz)?$|\.gz$", re.IGNORECASE)


def names_words(path: Path) -> bool:
    """Whether a file is named like the one of a pair that holds the words."""
    return _ends_with(_parts(path)[0], _WORDS) is not None


def partners(path: Path) -> Iterator[Path]:
    """Return the files that may go with one of a pair, the most usual first.

    ``x_vectors.tsv`` and ``x_metadata.tsv``, ``vectors.tsv`` or ``tensors.tsv`` and ``metadata.tsv``, ``x.tsv`` and
    ``x_metadata.tsv``, and the like.
    """
    stem, ending = _parts(path)
    for other in _stems(stem):
        for wanted in dict.fromkeys((ending, ending.removesuffix(".gz"), ending.removesuffix(".gz") + ".gz")):
            yield path.with_name(other + wanted)


def _stems(stem: str) -> Iterator[str]:
    words = _ends_with(stem, _WORDS)
    if words is not None:
        yield from (words + name for name in _NUMBERS)
        if words.rstrip("_-. "):
            yield words.rstrip("_-. ")
        return
    numbers = _ends_with(stem, _NUMBERS)
    if numbers is not None:
        yield from (numbers + name for name in _WORDS)
    yield from (stem + joint + name for name in _WORDS for joint in "_-.")
    yield from _WORDS


def _parts(path: Path) -> tuple[str, str]:
    found = _ENDING.search(path.name)
    cut = found.start() if found else len(path.name)
    return path.name[:cut], path.name[cut:]


def _ends_with(stem: str, names: tuple[str, ...]) -> str | None:
    """Return what stands before one of these names, if the stem ends with one, as a word of its own."""
    for name in names:
        before = stem[: -len(name)]
        if stem.lower().endswith(name) and not before[-1:].isalnum():
            return before
    return None
