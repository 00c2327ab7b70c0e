"""A table for spreadsheets and data frames: a row for each word, with a header ``word,count,x1,x2…``."""

from __future__ import annotations

import codecs
import csv
import io
import re
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError
from w2v_gui.vectors.formats.assembled import assembled
from w2v_gui.vectors.formats.matrix_store import MatrixStore
from w2v_gui.vectors.formats.opened import LONGEST_ROW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from numpy.typing import NDArray

    from w2v_gui.vectors.formats.opened import Opened, Source
    from w2v_gui.vectors.formats.writing import Writing
    from w2v_gui.vectors.word_vectors import WordVectors

NAME = "CSV table"
ENDINGS = (".csv",)

_FORMULA = re.compile(r"'*([=@\t\r]|[+-](?![\d.,]*$))")
_HEADER = re.compile(rb"word,(count,)?x1(,x\d+)*\r?\n")
_ROWS = 256


def recognises(source: Source) -> bool:
    """Tell a table that was written here by its header."""
    return _header(source) is not None


def _header(source: Source) -> re.Match[bytes] | None:
    if not source.head.removeprefix(codecs.BOM_UTF8).startswith(b"word,"):
        return None
    return _HEADER.match(source.first_lines.removeprefix(codecs.BOM_UTF8))


def read(source: Source) -> Opened:
    """Read what `write` has written.

    Raises
    ------
    FormatError
        If a row does not hold a word and as many numbers as the header has columns.
    """
    header = _header(source)
    assert header is not None
    leading = 2 if header[1] else 1
    columns = header[0].count(b",x")
    words: list[str] = []
    counts: list[int] = []
    numbers: list[list[float]] = []
    lines = _Lines(source)
    rows = csv.reader(lines, strict=True)
    next(rows)
    store = MatrixStore(columns)
    try:
        for row in rows:
            if len(row) != leading + columns:
                raise ValueError("not so many columns")
            counts += [int(count) for count in row[1:leading]]
            numbers.append([float(number) for number in row[leading:]])
            words.append(_from_word(row[0]))
            if len(numbers) == _ROWS:
                store.add(_float32(numbers))
                numbers = []
            if len(words) == source.first:
                break
        if not words:
            raise ValueError("no rows")
        counted = np.array(counts, dtype=np.int64) if counts else None
    except (ValueError, OverflowError, csv.Error):
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Row {row} of “{file}” does not hold a word and {columns} numbers, as its first line promises. The "
                "file may be damaged or incomplete; get it again, or save it anew.",
            ),
            file=source.name,
            row=len(words) + 1,
            columns=columns,
        ) from None
    with store:
        store.add(_float32(numbers).reshape(-1, columns))
        matrix = store.finish()
    return assembled(
        source,
        NAME,
        words,
        matrix,
        counted,
        repaired=sum("\ufffd" in word for word in words),
        unfinished=lines.unfinished,
        partial=bool(source.stream.read(1)),
    )


class _Lines:
    """The lines of the table, and whether the latest has no end."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self.unfinished = False
        source.stream.seek(len(codecs.BOM_UTF8) if source.head.startswith(codecs.BOM_UTF8) else 0)

    def __iter__(self) -> Iterator[str]:
        while line := self._source.stream.readline(LONGEST_ROW):
            self._source.tell()
            self.unfinished = not line.endswith(b"\n")
            yield line.decode(errors="replace")


def _float32(rows: list[list[float]]) -> NDArray[np.float32]:
    with np.errstate(over="ignore"):
        return np.array(rows, dtype=np.float64).astype(np.float32)


def write(file: BinaryIO, vectors: WordVectors, writing: Writing) -> None:
    """Write the rows, with the column ``count`` where counts are known."""
    counted = [] if vectors.counts is None else ["count"]
    # Without the mark, Excel takes the file for one in the encoding of the system, and Chinese words become garbage.
    file.write(codecs.BOM_UTF8)
    file.write(_cells(["word", *counted, *(f"x{number}" for number in range(1, vectors.dimensions + 1))]) + b"\r\n")
    pattern = ",%.9g" * vectors.dimensions + "\r\n"
    done = 0
    for words, rows in writing.blocks(vectors):
        for number, (word, row) in enumerate(zip(words, rows.tolist(), strict=True), done):
            count = [] if vectors.counts is None else [int(vectors.counts[number])]
            # Lone surrogates, which UTF-8 cannot hold, are written as \udc80.
            visible = writing.noted(word, word.encode(errors="backslashreplace")).decode()
            file.write(_cells([_as_word(visible), *count]) + (pattern % tuple(row)).encode())
        done += len(words)


def _cells(values: list[object]) -> bytes:
    """Return the beginning of a line, with the quotes that it needs."""
    text = io.StringIO(newline="")
    csv.writer(text).writerow(values)
    return text.getvalue().removesuffix("\r\n").encode()


def _as_word(word: str) -> str:
    """Put an apostrophe before what a spreadsheet would compute, such as "=1+1": to spreadsheets it is a word then."""
    return f"'{word}" if len(word) > 1 and _FORMULA.match(word) else word


def _from_word(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
