"""Other people's ``.npz``: a table of numbers and a list of words, whatever their names."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError
from w2v_gui.vectors.formats.assembled import assembled, decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from w2v_gui.vectors.formats.opened import Opened, Source
    from w2v_gui.vectors.formats.zipped_arrays import Archive, Header

NAME = "npz"

_TABLES = ("W", "vectors", "embeddings", "embedding", "matrix", "weight", "syn0")
_WORDS = ("words", "vocab", "vocabulary", "tokens", "index_to_key", "index2word", "labels")


def read(source: Source, archive: Archive) -> Opened:
    """Read the table of floats that there are words for, and the words. Python objects are never opened.

    Raises
    ------
    FormatError
        If there is no such table, if several fit, or if the words are missing or Python objects.
    """
    headers = {}
    for name in sorted(archive.names):
        source.tell(0.0)
        headers[name] = archive.header(name)
    tables = [name for name, header in headers.items() if _is_table(header)]
    words = [name for name, header in headers.items() if header.dtype.kind in "US" and len(header.shape) == 1]
    # Of an archive with very many arrays, no more pairs are looked at than it takes to see that there are several.
    some = list(islice(_fitting(headers, tables, words), 2))
    table, vocabulary = some[0] if len(some) == 1 else _usual(headers, tables, words) or ("", "")
    if not table:
        raise _refusal(source, headers, tables, words, several=bool(some))
    texts, repaired = _texts(archive.array(vocabulary))
    return assembled(
        source, NAME, texts, _float32(archive.in_place(table)), _counts(archive, headers, len(texts)), repaired=repaired
    )


def _is_table(header: Header) -> bool:
    return header.dtype.kind == "f" and header.dtype.itemsize <= 8 and len(header.shape) == 2 and 0 not in header.shape


def _fitting(headers: Mapping[str, Header], tables: list[str], words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each table with each array of as many words."""
    of_length: dict[int, list[str]] = {}
    for name in words:
        of_length.setdefault(headers[name].shape[0], []).append(name)
    for table in tables:
        for name in of_length.get(headers[table].shape[0], ()):
            yield table, name


def _usual(headers: Mapping[str, Header], tables: list[str], words: list[str]) -> tuple[str, str] | None:
    """Return the pair of table and words whose names are usual."""
    return next(
        _fitting(headers, [name for name in _TABLES if name in tables], [name for name in _WORDS if name in words]),
        None,
    )


def _texts(words: NDArray[np.str_] | NDArray[np.bytes_]) -> tuple[list[str], int]:
    return (words.tolist(), 0) if words.dtype.kind == "U" else decoded(words.tolist())


def _float32(table: NDArray[np.floating]) -> NDArray[np.float32]:
    with np.errstate(over="ignore", invalid="ignore"):
        return np.ascontiguousarray(table, dtype=np.float32)


def _counts(archive: Archive, headers: Mapping[str, Header], count: int) -> NDArray[np.int64] | None:
    header = headers.get("counts")
    if header is None or header.dtype.kind not in "iu" or header.shape != (count,):
        return None
    return archive.array("counts").astype(np.int64)


def _refusal(
    source: Source, headers: Mapping[str, Header], tables: list[str], words: list[str], several: bool
) -> FormatError:
    if several:
        return FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” holds several arrays of vectors ({names}), and nothing says which are meant. Save one of "
                "them under the name “vectors”, and its words as “words”.",
            ),
            file=source.name,
            names=", ".join(tables[:5]),
        )
    objects = [name for name, header in headers.items() if header.dtype.hasobject]
    if objects:
        return FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "In “{file}”, the array “{name}” holds Python objects, and opening those can run any program hidden in "
                "them. Save the words with numpy.array(words, dtype=str) and open that file.",
            ),
            file=source.name,
            name=objects[0],
        )
    if not tables:
        return FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” holds no vectors: none of its arrays are rows of floating-point numbers. Save the vectors "
                "as one array of two dimensions, and the words beside it.",
            ),
            file=source.name,
        )
    return FormatError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” holds {count} vectors but no array of as many words. Save the words into it with "
            "numpy.array(words, dtype=str) under the name “words”.",
        ),
        file=source.name,
        count=max(headers[name].shape[0] for name in tables),
    )
