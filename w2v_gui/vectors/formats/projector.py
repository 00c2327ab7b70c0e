"""The pair of files that TensorBoard's projector loads: numbers between tabs, and beside them the words."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError
from w2v_gui.vectors.formats.assembled import assembled, decoded
from w2v_gui.vectors.formats.matrix_store import MatrixStore
from w2v_gui.vectors.formats.opened import LONGEST_ROW, Source
from w2v_gui.vectors.formats.projector_pair import names_words, partners

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from w2v_gui.vectors.formats.opened import Opened

NAME = "TensorBoard projector"

_CHUNK = 1 << 18
_WORD_COLUMNS = ("word", "label", "token", "name")
_COUNT_COLUMNS = ("count", "frequency", "freq")


def recognises(source: Source) -> bool:
    """Tell one of a pair: by the numbers between tabs in it, or, with the words, by those in its partner."""
    return bool(_columns(source)) or (names_words(source.path) and _numbers_beside(source.path) is not None)


def read(source: Source) -> Opened:
    """Read both files of a pair, whichever has been chosen.

    Raises
    ------
    FormatError
        If the other one is missing, or does not fit.
    """
    if not _columns(source):
        numbers_path = _numbers_beside(source.path)
        assert numbers_path is not None
        with source.beside(numbers_path) as numbers:
            return _read(numbers, source)
    words_path = next((path for path in partners(source.path) if path.is_file()), None)
    if words_path is None:
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” holds vectors without words: those belong in a second file beside it, such as “{other}”, "
                "and there is none. Put it there, or open another file.",
            ),
            file=source.name,
            other=next(partners(source.path)).name,
        )
    with source.beside(words_path) as words:
        return _read(source, words)


def _numbers_beside(path: Path) -> Path | None:
    for other in partners(path):
        if other.is_file():
            with contextlib.suppress(FormatError), Source(other) as numbers:
                if _columns(numbers):
                    return other
    return None


def _columns(source: Source) -> int:
    """Return how many numbers stand between tabs in each line, if nothing else does, and at least two; else 0."""
    if b"\t" not in source.head:
        return 0
    lines = source.first_lines.split(b"\n")
    if len(lines) > 1:
        # The last one may go on beyond what was looked at.
        del lines[-1]
    lines = [line for line in lines if line.strip()]
    columns = lines[0].count(b"\t") + 1 if lines else 0
    try:
        return columns if columns > 1 and len(_parsed(lines, columns)) else 0
    except ValueError:
        return 0


def _parsed(lines: list[bytes], columns: int) -> NDArray[np.float64]:
    """Return the numbers of some lines; `ValueError` if they are not so many in each."""
    numbers = np.loadtxt([line.decode("latin-1") for line in lines], delimiter="\t", comments=None, ndmin=2)
    if numbers.shape != (len(lines), columns):
        raise ValueError("not so many numbers")
    return numbers


def _read(numbers: Source, words: Source) -> Opened:
    metadata = _metadata(words)
    columns = _columns(numbers)
    count = len(metadata.words)
    if (count - 1) * (2 * columns) > numbers.most + 1:
        raise _misfit(numbers, words)
    wanted = min(count, numbers.first or count)
    done, unfinished = 0, False
    with MatrixStore(columns, None if numbers.packed else wanted) as store:
        for lines, whole in _blocks(numbers):
            if done + len(lines) > count:
                raise _misfit(numbers, words)
            store.add(_rows(numbers, lines, columns, done)[: max(0, wanted - done)])
            done += len(lines)
            unfinished = not whole
            if done >= wanted < count:
                break
        matrix = store.finish()
    if done == count - 1 and metadata.headed:
        metadata, count = metadata.without_header(), done
    if done < min(wanted, count):
        raise _misfit(numbers, words)
    return assembled(
        numbers,
        NAME,
        metadata.words[: len(matrix)],
        matrix,
        metadata.counts,
        repaired=metadata.repaired,
        unfinished=unfinished,
        available=count,
    )


def _rows(source: Source, lines: list[bytes], columns: int, before: int) -> NDArray[np.float32]:
    try:
        with np.errstate(over="ignore"):
            return _parsed(lines, columns).astype(np.float32)
    except ValueError:
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Not all lines of “{file}” after row {row} hold {columns} numbers. The file may be damaged or "
                "incomplete; get it again, or save it anew.",
            ),
            file=source.name,
            row=before,
            columns=columns,
        ) from None


def _misfit(numbers: Source, words: Source) -> FormatError:
    return FormatError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” does not hold as many vectors as “{other}” beside it holds words. Put the two files that "
            "belong together beside each other.",
        ),
        file=numbers.name,
        other=words.name,
    )


def _blocks(file: Source) -> Iterator[tuple[list[bytes], bool]]:
    """Return the lines of a file that are not empty, many at a time, and whether the last of them has an end."""
    rest = b""
    file.stream.seek(0)
    while chunk := file.stream.read(max(_CHUNK, len(rest))):
        file.tell()
        *lines, rest = (rest + chunk).split(b"\n")
        if len(rest) > LONGEST_ROW:
            raise FormatError(
                QT_TRANSLATE_NOOP(
                    "errors", "“{file}” has a line without end. It may be damaged; get it again, or save it anew."
                ),
                file=file.name,
            )
        if lines := [line for line in lines if line.strip()]:
            yield lines, True
    if rest.strip():
        yield [rest], False


@dataclass(frozen=True)
class _Metadata:
    words: list[str]
    repaired: int
    counts: NDArray[np.int64] | None = None

    @property
    def headed(self) -> bool:
        """Whether the first of what look like words is perhaps the name of the column: the projector wants none."""
        return self.counts is None and self.words[0].lower() in _WORD_COLUMNS

    def without_header(self) -> _Metadata:
        return _Metadata(self.words[1:], self.repaired)


def _metadata(file: Source) -> _Metadata:
    """Read the words. A file of one column has no header, and one of several has one."""
    rows = [line.rstrip(b"\r") for lines, _ in _blocks(file) for line in lines]
    if not rows or b"\t" not in rows[0]:
        return _Metadata(*decoded(rows))
    header = [name.strip().lower() for name in rows[0].decode(errors="replace").split("\t")]
    column = next((header.index(name) for name in _WORD_COLUMNS if name in header), 0)
    cells = [row.split(b"\t") for row in rows[1:]]
    counts = None
    for name in _COUNT_COLUMNS:
        if name in header and counts is None:
            counts = _whole_numbers(cells, header.index(name))
    return _Metadata(*decoded([row[column] if column < len(row) else b"" for row in cells]), counts)


def _whole_numbers(cells: list[list[bytes]], column: int) -> NDArray[np.int64] | None:
    try:
        return np.array([int(row[column]) for row in cells], dtype=np.int64)
    except (ValueError, IndexError, OverflowError):
        return None
