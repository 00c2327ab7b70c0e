"""Which columns of a table hold words and which a judgement: tables come in many shapes, and say little about it."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SEPARATORS = {"tab": "\t", "semicolon": ";", "comma": ",", "space": None}
"""What may stand between columns; of two that do equally well the first is taken."""

Row = tuple[int, tuple[str, ...]]
"""The number of a line, and its fields."""

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?", re.ASCII)
_WORD_HEADING = re.compile(r"(word|w|term|item|token|string|词|词语|单词)[ _-]?[1-4a-d一二]")
_SCORE_HEADING = re.compile(
    r"(human |mean |average )?\(?(score|mean|similarity|sim|relatedness|rating|human|gold|average|avg|judge?ment)\)?"
    r"|simlex999|分数|得分|评分|平均分?|相似度"
)
_SCORE_LIKE = re.compile(r"(?!sd|std|stdev)(.*\b)?(mean|score|simlex|rating|sim|similarity|average)")
_TAG = re.compile(r".+-[nvjar]")

_LABELS = 5
_ENOUGH_ROWS = 20
"""Among so many rows, a column with at most so many different words holds labels, such as parts of speech."""


@dataclass(frozen=True)
class PairColumns:
    """Where the words and the judgements of a table are; columns count from 0.

    Attributes
    ----------
    first, second, score : int
    heading : str
        What stands above the judgements; empty where nothing does.
    tagged : bool
        Whether every word ends in its part of speech: sun-n.
    """

    first: int
    second: int
    score: int
    heading: str = ""
    tagged: bool = False


def fields(line: str, separator: str) -> tuple[str, ...]:
    """Divide a line; where tabs are missing, spaces are taken for them."""
    sign = SEPARATORS[separator]
    if sign is None or (sign == "\t" and sign not in line):
        return tuple(line.split())
    if sign == "\t":
        return tuple(field.strip() for field in line.split(sign))
    try:
        # A field may be longer than the module takes; such a line holds no words to look up.
        return tuple(field.strip() for field in next(csv.reader([line], delimiter=sign, skipinitialspace=True)))
    except (csv.Error, StopIteration):
        return ()


def number(text: str) -> float | None:
    """Return a finite number that is written with a point or a comma, or None."""
    if not _NUMBER.fullmatch(text):
        return None
    value = float(text.replace(",", "."))
    return value if math.isfinite(value) else None


def question(row: Sequence[str]) -> tuple[str, ...] | None:
    """Return the four words of a line of an analogy; the number of the line may stand before them."""
    if len(row) == 5 and row[0].isdigit():
        row = row[1:]
    if len(row) != 4 or not all(row) or all(_WORD_HEADING.fullmatch(name.lower()) for name in row):
        return None
    # A pair with its part of speech has four fields, too, one of them a number.
    return tuple(row) if sum(number(field) is not None for field in row) in (0, 4) else None


def separated(lines: Sequence[tuple[int, str]], fits: Callable[[Sequence[str]], bool]) -> tuple[str, list[Row]]:
    """Divide lines by what makes the most of them fit."""
    best: tuple[int, str, list[Row]] | None = None
    for separator in SEPARATORS:
        rows = [(place, fields(line, separator)) for place, line in lines]
        # The names of columns, divided at spaces, may look like a pair.
        count = sum(fits(row) for _, row in rows[1:] or rows)
        if best is None or count > best[0]:
            best = count, separator, rows
    assert best is not None
    _, separator, rows = best
    without_tabs = separator == "tab" and not any("\t" in line for _, line in lines)
    return ("space" if without_tabs else separator), rows


def may_be_pair(row: Sequence[str]) -> bool:
    """Return whether there are two words and a number among the fields, or three numbers."""
    numbers = sum(number(field) is not None for field in row)
    return (numbers >= 1 and sum(map(bool, row)) - numbers >= 2) or (len(row) == 3 and numbers == 3)


def pair_columns(rows: Sequence[Row]) -> PairColumns | None:
    """Find the columns of words and judgements; None where there are none."""
    names = _heading(rows[0][1])
    likely = [row for _, row in rows[bool(names) :] if may_be_pair(row)]
    if not likely:
        return None
    width = Counter(map(len, likely)).most_common(1)[0][0]
    body = [row for row in likely if len(row) == width]
    names = names if len(names) == width else ()
    columns = list(zip(*body, strict=True))
    numeric = [_is_numeric(column) for column in columns]
    words = _word_columns(columns, numeric, names)
    if words is None:
        return None
    score = _score_column(columns, numeric, names, words)
    if score is None:
        return None
    tagged = all(_TAG.fullmatch(row[column]) for row in body for column in words)
    return PairColumns(*words, score, names[score] if names else "", tagged)


def pair(row: Sequence[str], columns: PairColumns) -> tuple[str, str, float] | None:
    """Return two words and the judgement about them; None where one of them is missing."""
    if len(row) <= max(columns.first, columns.second, columns.score):
        return None
    first, second, score = row[columns.first], row[columns.second], number(row[columns.score])
    if not first or not second or score is None:
        return None
    return (first[:-2], second[:-2], score) if columns.tagged else (first, second, score)


def _heading(first: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first line if it holds the names of columns, else nothing."""
    names = [_plain(name) for name in first]
    known = any(_SCORE_HEADING.fullmatch(name) or _WORD_HEADING.fullmatch(name) for name in names)
    return first if known or not any(number(field) is not None for field in first) else ()


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").split())


def _is_numeric(column: Sequence[str]) -> bool:
    return sum(number(field) is not None for field in column) * 2 > len(column)


def _word_columns(
    columns: Sequence[Sequence[str]], numeric: Sequence[bool], names: Sequence[str]
) -> tuple[int, int] | None:
    named = [i for i, name in enumerate(names) if _WORD_HEADING.fullmatch(name.lower())]
    if len(named) >= 2:
        return named[0], named[1]
    if len(columns) == 3 and all(numeric):
        return 0, 1
    words = [i for i, is_numeric in enumerate(numeric) if not is_numeric]
    telling = [i for i in words if len(columns[i]) < _ENOUGH_ROWS or len(set(columns[i])) > _LABELS]
    if len(telling) >= 2:
        words = telling
    return (words[0], words[1]) if len(words) >= 2 else None


def _score_column(
    columns: Sequence[Sequence[str]], numeric: Sequence[bool], names: Sequence[str], words: tuple[int, int]
) -> int | None:
    scores = [i for i, is_numeric in enumerate(numeric) if is_numeric and i not in words]
    scores = [i for i in scores if i > words[0] or not _counts(columns[i])]
    if names:
        plain = [_plain(name) for name in names]
        by_name = [i for i in scores if _SCORE_HEADING.fullmatch(plain[i])]
        by_name = by_name or [i for i in scores if _SCORE_LIKE.match(plain[i])]
        scores = by_name or scores
    behind = [i for i in scores if i > words[1]]
    return next(iter(behind or scores), None)


def _counts(column: Sequence[str]) -> bool:
    """Return whether a column only numbers its lines, as 1, 2, 3 …."""
    if len(column) < 3 or not all(field.isdigit() for field in column):
        return False
    begin = int(column[0][:18])
    return begin in (0, 1) and all(int(field[:18]) == begin + i for i, field in enumerate(column))
