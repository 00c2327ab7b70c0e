"""One row of the table that the benchmarks print: theirs beside ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


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
