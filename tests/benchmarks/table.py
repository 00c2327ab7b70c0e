"""One row of the table that the benchmarks print: theirs beside ours."""

from __future__ import annotations

import argparse
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Row(NamedTuple):
    """What was measured, what it was measured against, and what came of it."""

    what: str
    beside: str
    theirs: str
    ours: str
    ratio: str
    remark: str = ""


def show(rows: Iterable[Row]) -> None:
    """Print the table as Markdown, every row as soon as it is known."""
    header = Row("what", "beside", "theirs", "ours", "ratio", "")
    for row in (header, Row(*["---"] * len(header))):
        print("| " + " | ".join(row) + " |")
    for row in rows:
        print("| " + " | ".join(row) + " |", flush=True)


def show_for_texts(description: str | None, rows: Callable[[str], Iterable[Row]]) -> None:
    """Print the rows of one text, or of two, which the command line names."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", required=True, help="a text of spaced words, plain or .gz")
    parser.add_argument("--chinese", help="a Chinese text, plain or .gz")
    arguments = parser.parse_args()
    show(chain.from_iterable(rows(path) for path in (arguments.corpus, arguments.chinese) if path))
