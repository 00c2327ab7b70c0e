"""Files of word vectors: one module a format, and the registry of them.

A new format is a new module and a line in `READERS`, in `writers.WRITERS`, or in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError
from w2v_gui.vectors.formats import fasttext_binary, glove, npz, safetensors_file, word2vec_binary, word2vec_text
from w2v_gui.vectors.formats.completed import completed
from w2v_gui.vectors.formats.opened import Opened, ReadReport, Source, header_of
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
    "open_vectors",
    "read_vectors",
    "write_vectors",
    "writer_of",
]


@dataclass(frozen=True)
class Reader:
    """A format that can be read: how it is recognised, and by whom it is read."""

    name: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source], Opened]


@dataclass(frozen=True)
class Refused:
    """A format that is recognised in order to be refused; the sentence says what to do instead."""

    recognises: Callable[[Source], bool]
    sentence: str


READERS: tuple[Reader, ...] = (
    Reader(npz.NAME, lambda source: source.head.startswith(b"PK\x03\x04"), npz.read),
    Reader(safetensors_file.NAME, safetensors_file.recognises, safetensors_file.read),
    Reader(fasttext_binary.NAME, fasttext_binary.recognises, fasttext_binary.read),
    Reader(word2vec_text.NAME, looks_like_text, word2vec_text.read),
    Reader(word2vec_binary.NAME, lambda source: header_of(source) is not None, word2vec_binary.read),
    Reader(glove.NAME, glove.recognises, glove.read),
)
"""Asked in this order: the first that recognises a file reads it."""

REFUSED: tuple[Refused, ...] = (
    Refused(
        lambda source: source.size == 0 or not source.head,
        QT_TRANSLATE_NOOP("errors", "“{file}” is empty. Choose a file of word vectors."),
    ),
    Refused(
        lambda source: len(source.head) > 1 and source.head[0] == 0x80 and 2 <= source.head[1] <= 5,
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” is a Python pickle, as gensim's save() writes them, and opening one can run any program hidden "
            'in it. In gensim, save the vectors with model.wv.save_word2vec_format("vectors.bin", binary=True) and '
            "open that file.",
        ),
    ),
    Refused(
        lambda source: source.head.startswith(b"\x93NUMPY"),
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” is a bare array without words. If gensim wrote it, load the model there, save it with "
            "save_word2vec_format() and open that file.",
        ),
    ),
    Refused(
        lambda source: source.head.startswith(b"FiFu"),
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” is in finalfusion's format, which is not read here. Convert it to word2vec's with "
            "“finalfusion convert -t word2vec” and open that file.",
        ),
    ),
)

_UNKNOWN = QT_TRANSLATE_NOOP(
    "errors",
    "“{file}” is not a file of word vectors that can be read here. Save the vectors in word2vec's format, text or "
    "binary: its first line holds the number of words and of dimensions.",
)


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
    with Source(path, first, progress, cancelled) as source:
        return completed(source, _reader_of(source).read(source))


def _reader_of(source: Source) -> Reader:
    for refused in REFUSED:
        if refused.recognises(source):
            raise FormatError(refused.sentence, file=source.name)
    for reader in READERS:
        if reader.recognises(source):
            return reader
    raise FormatError(_UNKNOWN, file=source.name)


def read_vectors(path: str | os.PathLike[str]) -> WordVectors:
    """Read a file of word vectors; see `open_vectors`."""
    return open_vectors(path).vectors
