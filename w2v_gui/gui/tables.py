"""Tables as text: files that spreadsheets and programs read, and what is pasted into them."""

from __future__ import annotations

import csv
import io
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.,]*$)")


@dataclass(frozen=True)
class LaterRows:
    """Rows of a table that does not change any more: they can be made when they are written, on any thread.

    Attributes
    ----------
    make : callable
        Returns the rows.
    """

    make: Callable[[], Iterable[Sequence[object]]]

    def __iter__(self) -> Iterator[Sequence[object]]:
        return iter(self.make())


def as_csv(rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table as the bytes of a CSV file."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_cell(value) for value in row] for row in rows)
    # Without the mark at the start, Excel takes the file for one in the encoding of the system, and Chinese words
    # become garbage. pandas, R and LibreOffice know the mark and leave it out.
    return text.getvalue().encode("utf-8-sig", errors="replace")


def as_tsv(rows: Iterable[Sequence[object]]) -> str:
    """Return a table as text that a spreadsheet takes apart when it is pasted."""
    return "".join("\t".join(re.sub(r"[\t\r\n]", " ", _cell(value)) for value in row) + "\n" for row in rows)


def _cell(value: object) -> str:
    if isinstance(value, str):
        # A spreadsheet would compute a word like "=1+1", or worse. With an apostrophe in front it is a word again.
        # A single sign and plain numbers are harmless, and frequent in texts: they stay as they are.
        return f"'{value}" if len(value) > 1 and _FORMULA.match(value) else value
    if isinstance(value, float | int) or hasattr(value, "dtype"):
        number = float(value)  # type: ignore[arg-type]
        if not math.isfinite(number):
            return "" if math.isnan(number) else str(number)
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else f"{number:.9g}"
    return "" if value is None else str(value)
