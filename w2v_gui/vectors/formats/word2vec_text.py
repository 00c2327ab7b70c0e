"""word2vec's text format: a line ``V N``, then on each line a word and N numbers, between spaces.

fastText's ``.vec`` is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from w2v_gui.vectors.formats.collected import Collected
from w2v_gui.vectors.formats.opened import HEAD, check_promise, encoded_word, header_of, required_header
from w2v_gui.vectors.formats.refused import is_text
from w2v_gui.vectors.formats.text_rows import is_number, read_rows, split_row

if TYPE_CHECKING:
    from typing import BinaryIO

    from w2v_gui.vectors.formats.opened import Opened, Source
    from w2v_gui.vectors.formats.writing import Writing
    from w2v_gui.vectors.word_vectors import WordVectors

NAME = "word2vec text"
ENDINGS = (".txt", ".vec")


def read(source: Source) -> Opened:
    """Read the rows. A word with spaces in it is whatever stands before the last N numbers.

    Raises
    ------
    FormatError
        If the header is not one, promises more than the file can hold, a line does not hold a word and N
        numbers, or the file ends too early.
    """
    header = required_header(source)
    # The shortest row is an empty word, N times a space and a digit, and a newline, which the last may lack.
    wanted = header.words if source.first is None else min(header.words, source.first)
    check_promise(source, header, least=header.length + wanted * (header.dimensions * 2 + 1) - 1)
    with Collected(source, header.dimensions, None if source.packed else wanted) as collected:
        rest, unfinished = read_rows(source, collected, header.dimensions, wanted, header.words, header.length)
        partial = wanted < header.words
        unread = 0 if partial else source.rest(rest, b" \t\r\n")
        return collected.opened(NAME, header.words, unread, unfinished, partial)


def looks_like_text(source: Source) -> bool:
    """Tell text from binary by what follows the header, however the file is named.

    Text are rows that read as rows. So that a damaged text is called one and not read as garbage, text is
    also what is UTF-8 without control bytes, as hardly any numbers in binary are, except where a short file
    is to the byte what a binary one would be.
    """
    header = header_of(source)
    if header is None:
        return False
    count, dimensions, start = header
    if begins_with_rows(source):
        return True
    body = source.head[start:]
    return is_text(body) and (len(source.head) >= HEAD or not _is_exactly_binary(body, count, dimensions))


def begins_with_rows(source: Source) -> bool:
    """Whether what follows the header reads as rows, or as the beginning of a row that is longer than was looked at."""
    header = header_of(source)
    if header is None or not 0 < header.dimensions <= source.most:
        return False
    *lines, last = source.head[header.length :].split(b"\n")
    if not lines:
        fields = last.split()[1:-1]
        return len(source.head) >= HEAD and len(fields) > 1 and all(map(is_number, fields))
    return all(_numbers(line, header.dimensions) == header.dimensions for line in lines[: header.words])


def _is_exactly_binary(body: bytes, count: int, dimensions: int) -> bool:
    """Whether binary rows, as many as promised, end where the file ends."""
    position = 0
    for _ in range(count):
        space = body.find(b" ", position)
        position = space + 1 + dimensions * 4
        if space < 0 or position > len(body):
            return False
    return not body[position:].strip(b"\n")


def _numbers(line: bytes, dimensions: int) -> int:
    """Return how many of the last fields of a line are numbers."""
    return sum(map(is_number, split_row(line, dimensions)[1:]))


def write(file: BinaryIO, vectors: WordVectors, writing: Writing) -> None:
    """Write the rows; nine significant digits bring every float32 back exactly."""
    file.write(b"%d %d\n" % vectors.matrix.shape)
    for line in writing.lines(vectors, encoded_word):
        file.write(line)
