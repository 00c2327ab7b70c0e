"""A table for spreadsheets and data frames: a row for each word, with a header ``word,count,x1,x2…``."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import BinaryIO

    from w2v_gui.vectors.formats.writing import Writing
    from w2v_gui.vectors.word_vectors import WordVectors

NAME = "CSV table"
ENDINGS = (".csv",)

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Without it, Excel takes the file for one in the encoding of the system, and Chinese words become garbage."""

_FORMULA = re.compile(r"'*([=@\t\r]|[+-](?![\d.,]*$))")


def write(file: BinaryIO, vectors: WordVectors, writing: Writing) -> None:
    """Write the rows, with the column ``count`` where counts are known."""
    counted = [] if vectors.counts is None else ["count"]
    file.write(BYTE_ORDER_MARK)
    file.write(_table([["word", *counted, *(f"x{number}" for number in range(1, vectors.dimensions + 1))]]))
    number = 0
    for words, rows in writing.blocks(vectors):
        table = []
        for word, row in zip(words, rows.tolist(), strict=True):
            count = [] if vectors.counts is None else [int(vectors.counts[number])]
            # Lone surrogates, which UTF-8 cannot hold, are written as \udc80.
            visible = writing.noted(word, word.encode(errors="backslashreplace")).decode()
            table.append([_as_word(visible), *count, *(f"{value:.9g}" for value in row)])
            number += 1
        file.write(_table(table))


def _table(rows: list[list[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _as_word(word: str) -> str:
    """Put an apostrophe before what a spreadsheet would compute, such as "=1+1": to spreadsheets it is a word then."""
    return f"'{word}" if len(word) > 1 and _FORMULA.match(word) else word
