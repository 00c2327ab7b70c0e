"""GloVe's text format: on each line a word and N numbers, between spaces, and no header."""

from __future__ import annotations

from typing import TYPE_CHECKING

from w2v_gui.vectors.formats.opened import encoded_word

if TYPE_CHECKING:
    from typing import BinaryIO

    from w2v_gui.vectors.formats.writing import Writing
    from w2v_gui.vectors.word_vectors import WordVectors

NAME = "GloVe text"
ENDINGS = (".glove.txt", ".glove")


def write(file: BinaryIO, vectors: WordVectors, writing: Writing) -> None:
    """Write the rows.

    A line of two whole numbers is a header to every reader, so that a single number is never written as one.
    """
    for line in writing.lines(vectors, encoded_word, "%.9g" if vectors.dimensions > 1 else "%.8e"):
        file.write(line)
