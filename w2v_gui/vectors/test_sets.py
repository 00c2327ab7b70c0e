"""Reading test sets: pairs of words with human judgements, and analogies, in whatever form they come."""

from __future__ import annotations

import codecs
import re
import stat
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError
from w2v_gui.vectors.columns import Row, may_be_pair, pair, pair_columns, question, separated

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence

MOST_BYTES, MOST_LINES = 16_000_000, 200_000
"""The largest sets there are hold a megabyte and twenty thousand lines."""

_HEAD = 1 << 12
"""By so much of its beginning a test set is told from other files."""

COMMENT, HEADING, NO_NUMBER, NO_QUESTION = "comment", "heading", "no number", "no question"
"""Why a line is passed over."""

_SECTION = re.compile(r":\s*(\w.*)?")

_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True)
class Layout:
    """How a file has been understood.

    Attributes
    ----------
    separator : str
        One of `columns.SEPARATORS`.
    words : tuple of int
        The columns of the words, from 1 on; empty for analogies.
    score : int
        The column of the judgements, from 1 on; 0 for analogies.
    heading : str
        What stands above the judgements.
    tagged : bool
        Whether the part of speech was taken off the words: sun-n.
    passed_over : tuple of (int, str)
        Lines that hold no item, and why; empty lines are not told.
    """

    separator: str
    words: tuple[int, ...] = ()
    score: int = 0
    heading: str = ""
    tagged: bool = False
    passed_over: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class PairsSet:
    """Pairs of words, and how similar people find them."""

    name: str
    pairs: tuple[tuple[str, str, float], ...]
    layout: Layout

    def __len__(self) -> int:
        """Return how many items there are."""
        return len(self.pairs)


@dataclass(frozen=True)
class Section:
    """Questions that ask for the same relation: a is to b as c is to d."""

    name: str
    questions: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class AnalogiesSet:
    """Analogies, section by section in the order of the file."""

    name: str
    sections: tuple[Section, ...]
    layout: Layout

    def __len__(self) -> int:
        """Return how many items there are."""
        return sum(len(section.questions) for section in self.sections)


TestSet = PairsSet | AnalogiesSet


def read_test_set(path: str | os.PathLike[str]) -> TestSet:
    """Read a test set and recognise from its content what it is.

    Pairs are two words and a number on a line, analogies four words. Tabs, commas, semicolons or spaces stand between
    them; other columns, a heading, a column that numbers the lines and decimal commas do no harm. ``: name`` opens a
    section of analogies. Lines that begin with ``#`` or ``//`` are comments.

    Parameters
    ----------
    path : path-like
        UTF-8, or UTF-16 with a mark at its beginning; any line ends.

    Raises
    ------
    FormatError
        If the file cannot be read, or is no test set.
    """
    path = Path(path)
    lines, comments = _lines(_text(path))
    if len(lines) > MOST_LINES:
        raise _too_large(path)
    found = _understood(path.stem, lines, comments)
    if found is None:
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” is no test set: there should be two words and a number on each line, or four words.",
            ),
            file=path.name,
        )
    return found


def looks_like_test_set(path: str | os.PathLike[str]) -> bool:
    """Whether a file begins as nothing but a test set does: pairs with judgements, or analogies in named sections."""
    path = Path(path)
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(_HEAD)
        # What is cut may be cut within a character.
        text = _decoded(head if len(head) < _HEAD else head[: head.rfind(b"\n") + 1])
    except (OSError, ValueError):
        return False
    found = _understood(path.stem, *_lines(text))
    return isinstance(found, PairsSet) or (found is not None and any(section.name for section in found.sections))


def _understood(name: str, lines: list[tuple[int, str]], comments: list[int]) -> TestSet | None:
    """Return what lines hold; None if they are no test set."""
    content = [(place, line) for place, line in lines if not _SECTION.fullmatch(line)]
    quads = separated(content, lambda row: question(row) is not None)
    pairs = separated(content, may_be_pair)
    questions, layout = _analogies(*quads)
    judged, layout_of_pairs = _pairs(*pairs)
    count = max(len(questions), len(judged))
    if count * 2 < len(content) or not count:
        return None
    if len(questions) >= len(judged):
        return AnalogiesSet(name, _sections(lines, questions), _with_comments(layout, comments))
    return PairsSet(name, tuple(judged), _with_comments(layout_of_pairs, comments))


def read_pairs(path: str | os.PathLike[str]) -> PairsSet:
    """Read a test set that must hold pairs; see `read_test_set`."""
    found = read_test_set(path)
    if isinstance(found, PairsSet):
        return found
    raise FormatError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” holds analogies and no pairs: there should be two words and a number on each line. Give it as "
            "analogies.",
        ),
        file=Path(path).name,
    )


def read_analogies(path: str | os.PathLike[str]) -> AnalogiesSet:
    """Read a test set that must hold analogies; see `read_test_set`."""
    found = read_test_set(path)
    if isinstance(found, AnalogiesSet):
        return found
    raise FormatError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” holds pairs and no analogies: there should be four words on each line. Give it as pairs.",
        ),
        file=Path(path).name,
    )


def _pairs(separator: str, rows: Sequence[Row]) -> tuple[list[tuple[str, str, float]], Layout]:
    columns = pair_columns(rows) if rows else None
    if columns is None:
        return [], Layout(separator)
    items: list[tuple[str, str, float]] = []
    passed_over: list[tuple[int, str]] = []
    for place, row in rows:
        item = pair(row, columns)
        if item is not None:
            items.append(item)
        else:
            passed_over.append((place, NO_NUMBER if items or passed_over else HEADING))
    words = (columns.first + 1, columns.second + 1)
    return items, Layout(separator, words, columns.score + 1, columns.heading, columns.tagged, tuple(passed_over))


def _analogies(separator: str, rows: Sequence[Row]) -> tuple[dict[int, tuple[str, ...]], Layout]:
    asked = [(place, question(row)) for place, row in rows]
    items = {place: words for place, words in asked if words is not None}
    return items, Layout(separator, passed_over=tuple((place, NO_QUESTION) for place, words in asked if words is None))


def _with_comments(layout: Layout, comments: Iterable[int]) -> Layout:
    return replace(layout, passed_over=tuple(sorted((*layout.passed_over, *((place, COMMENT) for place in comments)))))


def _sections(lines: Iterable[tuple[int, str]], questions: dict[int, tuple[str, ...]]) -> tuple[Section, ...]:
    sections: list[tuple[str, list[tuple[str, ...]]]] = [("", [])]
    for place, line in lines:
        if _SECTION.fullmatch(line):
            sections.append((line[1:].strip(), []))
        elif place in questions:
            sections[-1][1].append(questions[place])
    if not sections[0][1]:
        del sections[0]
    return tuple(Section(name, tuple(asked)) for name, asked in sections)


def _lines(text: str) -> tuple[list[tuple[int, str]], list[int]]:
    """Return the lines that are not empty with their numbers, and the numbers of comments."""
    lines, comments = [], []
    for place, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        stripped = line.strip(" \r\n")
        if stripped.startswith(("#", "//")):
            comments.append(place)
        elif stripped.strip():
            lines.append((place, stripped))
    return lines, comments


def _text(path: Path) -> str:
    try:
        status = path.stat()
        if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
            raise OSError("not an ordinary file")
        if status.st_size > MOST_BYTES:
            raise _too_large(path)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise FormatError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read ({reason}). Check the path and its permissions."),
            file=path,
            reason=getattr(error, "strerror", None) or error,
        ) from error
    try:
        return _decoded(data)
    except UnicodeDecodeError as error:
        raise FormatError(
            QT_TRANSLATE_NOOP("errors", "“{file}” is not a text in UTF-8. Save it as UTF-8 and try again."),
            file=path.name,
        ) from error


def _decoded(data: bytes) -> str:
    return data.decode(next((name for mark, name in _BOMS.items() if data.startswith(mark)), "utf-8"))


def _too_large(path: Path) -> FormatError:
    return FormatError(
        QT_TRANSLATE_NOOP("errors", "“{file}” is too large for a test set. Choose another file."), file=path.name
    )
