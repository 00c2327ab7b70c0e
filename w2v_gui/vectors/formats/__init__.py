"""Files of word vectors: one module a format, and the registry of them.

A new format is a new module and a line in `READERS`, in `writers.WRITERS`, or in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from w2v_gui.errors import FormatError
from w2v_gui.vectors.formats import (
    csv_table,
    fasttext_binary,
    foreign_npz,
    glove,
    npz,
    projector,
    safetensors_file,
    word2vec_binary,
    word2vec_text,
)
from w2v_gui.vectors.formats.completed import completed
from w2v_gui.vectors.formats.opened import Opened, ReadReport, Source
from w2v_gui.vectors.formats.refused import REFUSED, TEXT, UNKNOWN, holds_arrays, is_text
from w2v_gui.vectors.formats.word2vec_text import looks_like_text
from w2v_gui.vectors.formats.writers import WRITERS, Writer, Written, check_writable, write_vectors, writer_of

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from w2v_gui.vectors.word_vectors import WordVectors

__all__ = [
    "READERS",
    "REFUSED",
    "WRITERS",
    "Opened",
    "ReadReport",
    "Reader",
    "Writer",
    "Written",
    "check_writable",
    "looks_like_vectors",
    "open_vectors",
    "read_vectors",
    "write_vectors",
    "writer_of",
]


@dataclass(frozen=True)
class Reader:
    """A format that can be read: how it is recognised, and by whom it is read.

    ``certain`` is asked of what is recognised, where it is not clear whether a file holds vectors at all: other files
    than vectors may begin likewise.
    """

    name: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source], Opened]
    certain: Callable[[Source], bool] = lambda source: True


READERS: tuple[Reader, ...] = (
    Reader(foreign_npz.NAME, lambda source: source.head.startswith(b"PK\x03\x04"), npz.read, holds_arrays),
    Reader(safetensors_file.NAME, safetensors_file.recognises, safetensors_file.read),
    Reader(fasttext_binary.NAME, fasttext_binary.recognises, fasttext_binary.read),
    Reader(projector.NAME, projector.recognises, projector.read),
    Reader(csv_table.NAME, csv_table.recognises, csv_table.read),
    Reader(word2vec_text.NAME, looks_like_text, word2vec_text.read, word2vec_text.begins_with_rows),
    Reader(word2vec_binary.NAME, word2vec_binary.recognises, word2vec_binary.read),
    Reader(glove.NAME, glove.recognises, glove.read),
)
"""Asked in this order: the first that recognises a file reads it."""


def open_vectors(
    path: str | os.PathLike[str],
    first: int | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Opened:
    """Read a file of word vectors and report on it; its format is told from its content, gzipped or not.

    Parameters
    ----------
    path : path-like
    first : int, optional
        Only so many rows, from the first.
    progress : callable, optional
        Called now and then with the share of the work that is done, 0 to 1.
    cancelled : callable, optional
        Asked as often, at least every few hundredths of a second.

    Raises
    ------
    FormatError
        If the file cannot be read, is damaged, or is of a format that is not read here.
    Cancelled
        If ``cancelled`` returned true.
    """
    with Source(path, None if first is None else max(1, first), progress, cancelled) as source:
        return completed(source, _reader_of(source).read(source))


def _reader_of(source: Source) -> Reader:
    for refused in REFUSED:
        if refused.recognises(source):
            raise FormatError(refused.sentence, file=source.name)
    for reader in READERS:
        if reader.recognises(source):
            return reader
    raise FormatError(TEXT if is_text(source.head) else UNKNOWN, file=source.name)


def looks_like_vectors(path: str | os.PathLike[str]) -> bool:
    """Whether a file is meant as vectors, be they such that are refused, and not as a text to learn from.

    Looks at the beginning only. What cannot be read is neither.
    """
    try:
        with Source(path) as source:
            refused = next((kind for kind in REFUSED if kind.recognises(source)), None)
            if refused is not None:
                return refused.holds_vectors
            reader = next((reader for reader in READERS if reader.recognises(source)), None)
            return reader is not None and reader.certain(source)
    except FormatError:
        return False


def read_vectors(path: str | os.PathLike[str]) -> WordVectors:
    """Read a file of word vectors; see `open_vectors`."""
    return open_vectors(path).vectors
