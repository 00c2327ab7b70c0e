"""word2vec's binary format: a line ``V N``, then for each word the word, a space and N float32."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError
from w2v_gui.vectors.formats.opened import LONGEST_ROW, WordList, allocate, cut_off, encoded_word, header_of

if TYPE_CHECKING:
    from typing import BinaryIO

    from w2v_gui.vectors.formats.opened import Opened, Source
    from w2v_gui.vectors.formats.writing import Writing
    from w2v_gui.vectors.word_vectors import WordVectors

NAME = "word2vec binary"
ENDINGS = (".bin",)
_CHUNK = 1 << 20


def read(source: Source) -> Opened:
    """Read the rows, each with or without a newline after it (word2vec.c writes one, gensim does not).

    Raises
    ------
    FormatError
        If the header is not one, promises more than the file can hold, or the file ends too early.
    """
    header = header_of(source)
    if header is None:
        raise FormatError(
            QT_TRANSLATE_NOOP("errors", "“{file}” does not begin with a line of two numbers, as word2vec files do."),
            file=source.name,
        )
    count, dimensions, start = header
    matrix = allocate(source, count, dimensions, least=start + count * (dimensions * 4 + 1))
    source.stream.seek(start)
    words = WordList()
    width = dimensions * 4
    buffer, position = b"", 0
    for number in range(1, count + 1):
        space = buffer.find(b" ", position)
        while space < 0 or len(buffer) - space <= width:
            # Reading as much again as is there already keeps the search linear, whatever the file holds.
            more = source.stream.read(max(_CHUNK, width, len(buffer) - position))
            if not more or len(buffer) - position > LONGEST_ROW:
                raise cut_off(source, number, count)
            buffer, position = buffer[position:] + more, 0
            space = buffer.find(b" ")
        row = words.add(buffer[position:space].lstrip(b"\n"))
        if row is not None:
            matrix[row] = np.frombuffer(buffer, "<f4", dimensions, space + 1)
        position = space + 1 + width
    unread = len(buffer[position:].lstrip(b"\n"))
    while more := source.stream.read(_CHUNK):
        unread += len(more)
    return words.opened(NAME, matrix, unread)


def write(file: BinaryIO, vectors: WordVectors, writing: Writing) -> None:
    """Write the rows, each with a newline after it, as word2vec.c does; gensim and all others read that."""
    file.write(b"%d %d\n" % vectors.matrix.shape)
    for words, rows in writing.blocks(vectors):
        for word, row in zip(words, rows, strict=True):
            file.write(b"%b %b\n" % (writing.noted(word, encoded_word(word)), row.astype("<f4").tobytes()))
