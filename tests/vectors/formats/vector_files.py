"""Vectors for tests of files, small and of every kind."""

from __future__ import annotations

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from w2v_gui.vectors.formats import WRITERS, write_vectors
from w2v_gui.vectors.word_vectors import WordVectors

ENDINGS = [ending for writer in WRITERS for ending in writer.endings]
WORDS = ["the", "爱", "t-shirt", "<img/src=x>", "naïve", "😀", "1.5", "-2", "x" * 3000, "%s{0}"]

word = st.text(st.characters(exclude_categories=("Z", "C")), min_size=1)
finite = st.floats(width=32, allow_nan=False, allow_infinity=False)
any_file = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def vectors_of(words, dimensions: int = 3, seed: int = 1) -> WordVectors:
    matrix = np.random.default_rng(seed).standard_normal((len(words), dimensions)).astype(np.float32)
    return WordVectors(words, matrix)


def small_file(path) -> bytes:
    """Bytes of a small file of the format that ``path`` ends in."""
    write_vectors(path, vectors_of(["the", "爱", "a", "naïve"]))
    return path.read_bytes()


def contents(folder) -> dict[str, bytes]:
    """What the files of a folder hold, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@st.composite
def any_vectors(draw, least_dimensions=1):
    words = draw(st.lists(word, min_size=1, max_size=6, unique=True))
    shape = (len(words), draw(st.integers(least_dimensions, 5)))
    return WordVectors(words, draw(arrays.arrays(np.float32, shape, elements=finite)))


def assert_equal(left: WordVectors, right: WordVectors) -> None:
    assert left.words == right.words
    assert left.matrix.dtype == right.matrix.dtype == np.float32
    assert left.matrix.tobytes() == right.matrix.tobytes()
