"""Lines of a word and its numbers, as word2vec's text format, fastText's ``.vec`` and GloVe have them."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError
from w2v_gui.vectors.formats.opened import LONGEST_ROW, cut_off
from w2v_gui.vectors.formats.parsed import Parsed

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from w2v_gui.vectors.formats.collected import Collected
    from w2v_gui.vectors.formats.opened import Source

LARGE = 1 << 24
"""Texts from this size on are read by compiled code, which takes half a second to be there."""

LONE_NUMBER = re.compile(rb"-?\d\.\d{8}e[+-]\d\d")
"""A number that is the only one of its row, as it is written here: one in any other form may be the count of a word."""

_CHUNK = 1 << 20
_PACKED = 3
"""So many times smaller a text of numbers becomes at most when it is packed."""

_EMPTY_LINE = re.compile(rb"^[ \t\r\v\f]*\n", re.MULTILINE)


def parsed(block: bytes, dimensions: int, most: int) -> Parsed:
    """Read whole lines, until there is one that does not hold a word and so many numbers.

    Parameters
    ----------
    block : bytes
        Each line with a newline at its end.
    dimensions : int
    most : int
        Rows to read at most.
    """
    words: list[bytes] = []
    rows: list[NDArray[np.float64]] = []
    end = 0
    while end < len(block) and len(words) < most:
        stop = block.index(b"\n", end) + 1
        fields = split_row(block[end:stop], dimensions)
        if len(fields) != dimensions + 1:
            break
        try:
            values = np.array([float(field) for field in fields[1:]], dtype=np.float64)
        except ValueError:
            break
        words.append(fields[0])
        rows.append(values)
        end = stop
    with np.errstate(over="ignore"):
        numbers = np.array(rows, dtype=np.float64).reshape(-1, dimensions).astype(np.float32)
    return Parsed(words, numbers, end, end < len(block) and len(words) < most)


def split_row(line: bytes, dimensions: int) -> list[bytes]:
    """Split a line into its word and its last ``dimensions`` fields.

    Where fields stand one space apart, so does the word, and what is before that space belongs to it: it may be
    empty, or end in spaces. Else any white space divides.
    """
    line = line.rstrip()
    fields = line.rsplit(None, dimensions)
    numbers = fields[-dimensions:]
    length = sum(map(len, numbers)) + len(numbers)
    if len(numbers) == dimensions and line[-length:] == b" " + b" ".join(numbers):
        return [line[:-length], *numbers]
    return fields


def read_rows(
    source: Source, collected: Collected, dimensions: int, wanted: int | None, promised: int | None, begun: int
) -> tuple[bytes, bool]:
    """Read rows from the stream until there are as many as wanted, or no more.

    Parameters
    ----------
    source : Source
        Its stream stands at the first row.
    collected : Collected
        Takes the rows.
    dimensions : int
    wanted : int or None
        Rows to read; None for all there are.
    promised : int or None
        Rows that the file says it has.
    begun : int
        Where the first row begins in the file.

    Returns
    -------
    rest : bytes
        What has been taken from the stream, but not read.
    unfinished : bool
        Whether the last line that was read has no end.

    Raises
    ------
    FormatError
        If a line does not hold a word and so many numbers, or the file ends before there are as many as promised.
    """
    parse = _parser(source)
    source.stream.seek(begun)
    buffer, ended, unfinished = b"", False, False
    while wanted is None or collected.taken < wanted:
        if not ended:
            # Reading as much again as is there already keeps the search for newlines linear.
            more = source.stream.read(max(_CHUNK, len(buffer)))
            ended = not more
            buffer += more
            source.tell()
        if ended and not buffer.strip():
            if promised is not None:
                raise cut_off(source, collected.taken + 1, promised)
            break
        if ended and not buffer.endswith(b"\n"):
            buffer, unfinished = buffer + b"\n", True
        whole = buffer.rfind(b"\n") + 1
        if not whole and len(buffer) > LONGEST_ROW:
            raise _bad_row(source, collected.taken + 1, promised, dimensions)
        block, rest = buffer[:whole], buffer[whole:]
        while block and (wanted is None or collected.taken < wanted):
            rows = parse(block, dimensions, len(block) if wanted is None else wanted - collected.taken)
            if rows.words:
                if collected.taken == 0 and promised is not None and _ends_in_number(rows.words[0]):
                    raise _bad_row(source, 1, promised, dimensions)
                collected.add(b"\n".join(rows.words), b"\n", rows.numbers)
            block = block[rows.end :]
            if rows.bad:
                if promised is not None or not _EMPTY_LINE.match(block):
                    last = unfinished and block.count(b"\n") == 1
                    refusal = cut_off if last else partial(_bad_row, dimensions=dimensions)
                    raise refusal(source, collected.taken + 1, promised)
                block = _EMPTY_LINE.sub(b"", block)
            source.tell()
        buffer = block + rest
    if unfinished and buffer:
        return buffer[:-1], False
    return buffer, unfinished


def _parser(source: Source) -> Callable[[bytes, int, int], Parsed]:
    if source.size * (_PACKED if source.packed else 1) < LARGE:
        return parsed
    from w2v_gui.vectors.formats import text_kernel

    return text_kernel.parsed


def _ends_in_number(word: bytes) -> bool:
    """Whether a word ends with a number after a space: in the first row that means that there are more dimensions."""
    _, space, last = word.rpartition(b" ")
    return bool(space) and is_number(last)


def is_number(field: bytes) -> bool:
    """Whether a field reads as a number."""
    try:
        float(field)
    except ValueError:
        return False
    return True


def _bad_row(source: Source, row: int, promised: int | None, dimensions: int) -> FormatError:
    if promised is None:
        return FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Row {row} of “{file}” does not hold a word and {dimensions} numbers, as other rows do. The file may "
                "be damaged or incomplete; get it again, or save it anew.",
            ),
            file=source.name,
            row=row,
            dimensions=dimensions,
        )
    return FormatError(
        QT_TRANSLATE_NOOP(
            "errors",
            "Row {row} of “{file}” does not hold a word and {dimensions} numbers, as its first line promises. "
            "The file may be damaged or incomplete; get it again, or save it anew.",
        ),
        file=source.name,
        row=row,
        dimensions=dimensions,
    )
