"""GloVe's format: no header, on each line a word and N numbers between spaces.

How many numbers there are is what the lines agree on. A word may be a number itself, or hold spaces.
"""

from __future__ import annotations

import codecs
from collections import Counter
from typing import TYPE_CHECKING

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError
from w2v_gui.vectors.formats.collected import Collected
from w2v_gui.vectors.formats.opened import encoded_word
from w2v_gui.vectors.formats.text_rows import LONE_NUMBER, is_number, read_rows, split_row

if TYPE_CHECKING:
    from typing import BinaryIO

    from w2v_gui.vectors.formats.opened import Opened, Source
    from w2v_gui.vectors.formats.writing import Writing
    from w2v_gui.vectors.word_vectors import WordVectors

NAME = "GloVe text"
ENDINGS = (".glove.txt", ".glove")

_LINES = 200
"""So many lines are asked how many numbers they have."""


def recognises(source: Source) -> bool:
    """Whether the file begins with lines of a word and as many numbers each."""
    return _dimensions(source) is not None


def read(source: Source) -> Opened:
    """Read the rows.

    Raises
    ------
    FormatError
        If lines do not agree on how many numbers there are, or the file ends in the midst of a row.
    """
    dimensions = _dimensions(source)
    if dimensions is None:
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors", "The lines of “{file}” do not hold a word and as many numbers each, as those of GloVe do."
            ),
            file=source.name,
        )
    begun = len(codecs.BOM_UTF8) if source.head.startswith(codecs.BOM_UTF8) else 0
    with Collected(source, dimensions) as collected:
        rest, unfinished = read_rows(source, collected, dimensions, source.first, None, begun)
        partial = bool(source.rest(rest, b" \t\r\n")) if collected.taken == source.first else False
        return collected.opened(NAME, None, 0, unfinished, partial)


def _dimensions(source: Source) -> int | None:
    """Return how many numbers the rows have; None if these are no rows."""
    # What is not ended is not asked: numbers may be missing there.
    lines = [line for line in source.first_lines.split(b"\n")[:-1] if line.strip()][:_LINES]
    if not lines:
        return None
    found = [_numbers_at_end(line) for line in lines]
    usual, _ = Counter(found).most_common(1)[0]
    for dimensions in (usual, usual - 1):
        if dimensions < 1 or (dimensions == 1 and not _are_alone(lines)):
            continue
        if all(len(split_row(line, dimensions)) == dimensions + 1 for line in lines):
            words = [split_row(line, dimensions)[0] for line in lines]
            if min(found) >= dimensions and not all(map(is_number, words)) and not _are_columns(words):
                return dimensions
    return None


def _are_alone(lines: list[bytes]) -> bool:
    """Whether lines end as vectors of one dimension do that were written here, and do not list words and counts."""
    last = [line.split()[-1] for line in lines]
    finite = [number for number in last if number not in (b"nan", b"inf", b"-inf")]
    return bool(finite) and all(map(LONE_NUMBER.fullmatch, finite))


def _are_columns(words: list[bytes]) -> bool:
    """Whether most of what stands before the numbers is divided: these are pairs of words with scores, say.

    Words with spaces in them are few.
    """
    return 2 * sum(len(word.split()) > 1 for word in words) > len(words)


def _numbers_at_end(line: bytes) -> int:
    """Return how many fields at the end of a line are numbers."""
    numbers = 0
    for field in reversed(line.split()):
        if not is_number(field):
            break
        numbers += 1
    return numbers


def write(file: BinaryIO, vectors: WordVectors, writing: Writing) -> None:
    """Write the rows.

    A line of two whole numbers is a header to every reader, and one of a word and a whole number may be a count: so a
    single number is never written as one.
    """
    for line in writing.lines(vectors, encoded_word, "%.9g" if vectors.dimensions > 1 else "%.8e"):
        file.write(line)
