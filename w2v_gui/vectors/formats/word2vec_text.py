"""word2vec's text format: a line ``V N``, then on each line a word and N numbers, between spaces."""

from __future__ import annotations

import codecs
import contextlib
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError
from w2v_gui.vectors.formats.opened import HEAD, LONGEST_ROW, WordList, allocate, cut_off, encoded_word, header_of

if TYPE_CHECKING:
    from typing import BinaryIO

    from w2v_gui.vectors.formats.opened import Opened, Source
    from w2v_gui.vectors.formats.writing import Writing
    from w2v_gui.vectors.word_vectors import WordVectors

NAME = "word2vec text"
ENDINGS = (".txt", ".vec")
_CHUNK = 1 << 20


def read(source: Source) -> Opened:
    """Read the rows. A word with spaces in it is whatever stands before the last N numbers.

    Raises
    ------
    FormatError
        If the header is not one, promises more than the file can hold, a line does not hold a word and N
        numbers, or the file ends too early.
    """
    header = header_of(source)
    if header is None:
        raise FormatError(
            QT_TRANSLATE_NOOP("errors", "“{file}” does not begin with a line of two numbers, as word2vec files do."),
            file=source.name,
        )
    count, dimensions, start = header
    # The shortest row is an empty word, N times a space and a digit, and a newline, which the last may lack.
    matrix = allocate(source, count, dimensions, least=start + count * (dimensions * 2 + 1) - 1)
    source.stream.seek(start)
    words = WordList()
    line = b""
    for number in range(1, count + 1):
        line = source.stream.readline(LONGEST_ROW)
        if not line:
            raise cut_off(source, number, count)
        fields = split_row(line, dimensions)
        try:
            values = np.array([float(field) for field in fields[1:]], dtype=np.float64)
        except ValueError:
            values = np.empty(0)
        if len(values) != dimensions or (number == 1 and _too_many(fields[0])):
            if number < count and not line.endswith(b"\n"):
                raise cut_off(source, number, count)
            raise FormatError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Row {row} of “{file}” does not hold a word and {dimensions} numbers, as its first line promises. "
                    "The file may be damaged or incomplete; get it again, or save it anew.",
                ),
                file=source.name,
                row=number,
                dimensions=dimensions,
            )
        row = words.add(fields[0])
        if row is not None:
            with np.errstate(over="ignore"):
                matrix[row] = values
    unfinished = not line.endswith(b"\n")
    unread = 0
    while more := source.stream.read(_CHUNK):
        unread += len(more.strip()) if unread == 0 else len(more)
    return words.opened(NAME, matrix, unread, unfinished)


def split_row(line: bytes, dimensions: int) -> list[bytes]:
    """Split a line into its word and its last ``dimensions`` fields."""
    line = line.rstrip(b" \t\r\n")
    fields = line.rsplit(b" ", dimensions)
    if len(fields) == dimensions + 1 and all(fields[1:]):
        return fields
    # Tabs, or several spaces in a row. On the left, nothing is stripped: the word may be empty.
    return line.rsplit(None, dimensions)


def _too_many(word: bytes) -> bool:
    """Whether a word in the first row ends with a number: then the header has the dimensions wrong."""
    _, space, last = word.rpartition(b" ")
    try:
        float(last)
    except ValueError:
        return False
    return bool(space)


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
    body = source.head[start:]
    *lines, _ = body.split(b"\n")
    if dimensions <= source.most and lines and all(_numbers(line, dimensions) == dimensions for line in lines[:count]):
        return True
    if body.translate(None, _TEXT):
        return False
    try:
        # Not final: the head may end inside a character.
        codecs.getincrementaldecoder("utf-8")().decode(body)
    except UnicodeDecodeError:
        return False
    return len(source.head) >= HEAD or not _is_exactly_binary(body, count, dimensions)


_TEXT = bytes(set(range(256)) - set(range(32)) - {127} | {9, 10, 13})


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
    numbers = 0
    for field in split_row(line, dimensions)[1:]:
        with contextlib.suppress(ValueError):
            float(field)
            numbers += 1
    return numbers


def write(file: BinaryIO, vectors: WordVectors, writing: Writing) -> None:
    """Write the rows; nine significant digits bring every float32 back exactly."""
    file.write(b"%d %d\n" % vectors.matrix.shape)
    for line in writing.lines(vectors, encoded_word):
        file.write(line)
