"""word2vec's binary format: a line ``V N``, then for each word the word, a space and N float32."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.vectors.formats.collected import Collected
from w2v_gui.vectors.formats.opened import LONGEST_ROW, check_promise, cut_off, encoded_word, header_of, required_header

if TYPE_CHECKING:
    from typing import BinaryIO

    from numpy.typing import NDArray

    from w2v_gui.vectors.formats.opened import Opened, Source
    from w2v_gui.vectors.formats.writing import Writing
    from w2v_gui.vectors.word_vectors import WordVectors

NAME = "word2vec binary"
ENDINGS = (".bin",)
_CHUNK = 1 << 20


def recognises(source: Source) -> bool:
    """Whether the file begins with a header; that no text follows, `looks_like_text` has been asked before."""
    return header_of(source) is not None


def read(source: Source) -> Opened:
    """Read the rows, each with or without a newline after it (word2vec.c writes one, gensim does not).

    Raises
    ------
    FormatError
        If the header is not one, promises more than the file can hold, or the file ends too early.
    """
    header = required_header(source)
    width = header.dimensions * 4
    wanted = header.words if source.first is None else min(header.words, source.first)
    check_promise(source, header, least=header.length + wanted * (width + 1))
    source.stream.seek(header.length)
    buffer, position = b"", 0
    with Collected(source, header.dimensions, None if source.packed else wanted) as collected:
        while collected.taken < wanted:
            # Reading as much again as is there already keeps the search linear, whatever the file holds.
            more = source.stream.read(max(_CHUNK, width, len(buffer) - position))
            if not more or len(buffer) - position > LONGEST_ROW:
                raise cut_off(source, collected.taken + 1, header.words)
            buffer = buffer[position:] + more
            words, places, position = _rows(buffer, width, wanted - collected.taken)
            if words:
                collected.add(_joined(words), b" ", _gathered(buffer, places, header.dimensions))
            source.tell()
        partial = wanted < header.words
        unread = 0 if partial else source.rest(buffer[position:], b"\n")
        return collected.opened(NAME, header.words, unread, partial=partial)


def _rows(buffer: bytes, width: int, most: int) -> tuple[list[bytes], NDArray[np.intp], int]:
    """Return the words of whole rows, where their numbers begin, and where the last row ends."""
    words: list[bytes] = []
    position = 0
    last = len(buffer) - width
    find, add = buffer.find, words.append
    for _ in range(most):
        space = find(b" ", position)
        if space < 0 or space >= last:
            break
        add(buffer[position:space])
        position = space + 1 + width
    # Where numbers begin follows from the words: a list of it would take as long as all of the above.
    places = np.cumsum(np.fromiter(map(len, words), np.intp, len(words)) + (1 + width)) - width
    return words, places, position


def _joined(words: list[bytes]) -> bytes:
    """Return words with a space between each two, and without the newlines before them."""
    joined = b" ".join(words).lstrip(b"\n")
    while b" \n" in joined:
        joined = joined.replace(b" \n", b" ")
    return joined


def _gathered(buffer: bytes, places: NDArray[np.intp], dimensions: int) -> NDArray[np.float32]:
    """Copy the numbers of rows that begin at any places."""
    width = 4 * dimensions
    # At every byte a row may begin; the rows overlap, and only those asked for are looked at.
    everywhere = np.ndarray((len(buffer) - width + 1,), dtype=f"V{width}", buffer=buffer, strides=(1,))
    return everywhere[places].view("<f4").reshape(-1, dimensions).astype(np.float32, copy=False)


def write(file: BinaryIO, vectors: WordVectors, writing: Writing) -> None:
    """Write the rows, each with a newline after it, as word2vec.c does; gensim and all others read that."""
    file.write(b"%d %d\n" % vectors.matrix.shape)
    for words, rows in writing.blocks(vectors):
        for word, row in zip(words, rows, strict=True):
            file.write(b"%b %b\n" % (writing.noted(word, encoded_word(word)), row.astype("<f4").tobytes()))
