"""What comes out of opening a file of vectors, and what the readers share."""

from __future__ import annotations

import codecs
import errno
import gzip
import stat
import zlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from w2v_gui.errors import QT_TRANSLATE_NOOP, Cancelled, FormatError

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from types import TracebackType

    from w2v_gui.vectors.formats.model_file import ModelFile
    from w2v_gui.vectors.word_vectors import WordVectors

DEFLATE_RATIO = 1032
"""Deflate cannot pack more bytes than this into one."""

LONGEST_ROW = 1 << 25
"""No row is longer than this: a small gzip file must not unpack into one endless line in memory."""

_CHUNK = 1 << 20
_ENOUGH = 1 << 26
"""Unread bytes of a packed file that are counted: it may unpack to a thousand times its size."""

HEAD = 1 << 16
"""How many bytes of a file its format is told from."""


_LONGEST_LINE = 1 << 22
"""So much of a first line is looked at: a hundred thousand numbers and more."""


@dataclass(frozen=True)
class ReadReport:
    """What was found in a file of vectors, and what was not taken as it stood.

    Attributes
    ----------
    format : str
        The format's name.
    rows, dimensions : int
        Size of the matrix that was read.
    repaired : int
        Words with bytes that are not UTF-8; each is replaced by U+FFFD.
    duplicates : int
        Rows left out because their word stands further up.
    unread : int
        Bytes after the last row that the header promises.
    unfinished : bool
        A text whose last line has no end: the last number may have lost digits.
    partial : bool
        Only the first rows were read, because no more were asked for.
    available : int or None
        How many rows the file has, as far as that is known without reading them.
    zero, not_finite : int
        Rows of zeros, and rows with a number that is not finite. No cosine is defined for them.
    packed : bool
        Whether the file is gzipped.
    size : int
        Bytes of the file.
    mapped : bool
        Whether the numbers lie in a file, and come to memory as they are looked at.
    """

    format: str
    rows: int
    dimensions: int
    repaired: int = 0
    duplicates: int = 0
    unread: int = 0
    unfinished: bool = False
    partial: bool = False
    available: int | None = None
    zero: int = 0
    not_finite: int = 0
    packed: bool = False
    size: int = 0
    mapped: bool = False


@dataclass(frozen=True)
class Opened:
    """Vectors read from a file, and the report on them.

    Attributes
    ----------
    vectors : WordVectors
    report : ReadReport
    model : ModelFile or None
        The whole model, where that is what the file holds and all of it has been read.
    """

    vectors: WordVectors
    report: ReadReport
    model: ModelFile | None = None


class Source:
    """A file to read vectors from, unpacked on the way if it is gzipped.

    Everything that can go wrong below (no file, no permission, a damaged gzip stream) becomes a
    `FormatError` on leaving the ``with`` block.

    Parameters
    ----------
    path : path-like
    first : int, optional
        How many rows are wanted, from the first; all by default. A reader that can stop there does.
    progress : callable, optional
        Called now and then with the share of the work that is done, 0 to 1.
    cancelled : callable, optional
        Asked as often; `Cancelled` is raised when it returns true.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        first: int | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self.path = Path(path)
        self.name = self.path.name
        self.first = first
        self._progress = progress
        self._cancelled = cancelled

    def __enter__(self) -> Source:
        try:
            if self.path.is_dir():
                raise IsADirectoryError(errno.EISDIR, "it is a folder")
            # Opening a pipe would wait for somebody to write into it.
            if not stat.S_ISREG(self.path.stat().st_mode):
                raise OSError(errno.EINVAL, "not an ordinary file")
            self._file = self.path.open("rb")
        except (OSError, ValueError) as error:
            raise self._unreadable(error) from error
        try:
            self.packed = self._file.read(2) == b"\x1f\x8b"
            self._file.seek(0)
            self.size: int = self.path.stat().st_size
        except OSError as error:
            self._file.close()
            raise self._unreadable(error) from error
        self.stream: BinaryIO = gzip.GzipFile(fileobj=self._file) if self.packed else self._file  # type: ignore[assignment]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        if isinstance(error, (EOFError, gzip.BadGzipFile, zlib.error)):
            raise FormatError(
                QT_TRANSLATE_NOOP(
                    "errors", "“{file}” is a damaged or incomplete gzip file. Get it again from where it came from."
                ),
                file=self.name,
            ) from error
        if isinstance(error, MemoryError):
            raise FormatError(
                QT_TRANSLATE_NOOP(
                    "errors", "“{file}” does not fit into memory. Close other programs, or use a smaller file."
                ),
                file=self.name,
            ) from error
        if isinstance(error, OSError):
            raise self._unreadable(error) from error

    def beside(self, path: Path) -> Source:
        """Return another file that belongs to this one; who wants to hear of this one hears of that."""
        return Source(path, self.first, self._progress, self._cancelled)

    def tell(self, share: float | None = None) -> None:
        """Say how far the work is; to be called at least every few hundredths of a second.

        Parameters
        ----------
        share : float, optional
            What is done, 0 to 1; by default, how much of the file has been read.

        Raises
        ------
        Cancelled
            If the user has given up.
        """
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        if self._progress is not None:
            self._progress(min(1.0, self._file.tell() / max(1, self.size) if share is None else share))

    def rest(self, begun: bytes, stripped: bytes) -> int:
        """Return how many bytes follow that nobody has read; of what is packed, at least so many.

        Parameters
        ----------
        begun : bytes
            Those of them that have been taken from the stream.
        stripped : bytes
            Bytes that do not count, where the rest begins with them.
        """
        begun = begun.lstrip(stripped)
        while not begun and (more := self.stream.read(_CHUNK)):
            self.tell()
            begun = more.lstrip(stripped)
        if not self.packed:
            return len(begun) + max(0, self.size - self.stream.tell())
        found = len(begun)
        while found < _ENOUGH and (more := self.stream.read(_CHUNK)):
            found += len(more)
            self.tell()
        return found

    @property
    def most(self) -> int:
        """The most bytes that the content can have; a header that needs more is wrong."""
        return self.size * DEFLATE_RATIO if self.packed else self.size

    @cached_property
    def head(self) -> bytes:
        """The first bytes of the content; the stream is at its beginning again afterwards."""
        head = self.stream.read(HEAD)
        self.stream.seek(0)
        return head

    @cached_property
    def first_lines(self) -> bytes:
        """The head, or all of the first line where that is longer; the stream is at its beginning again afterwards."""
        if b"\n" in self.head or len(self.head) < HEAD:
            return self.head
        line = self.stream.readline(_LONGEST_LINE)
        self.stream.seek(0)
        return line

    def _unreadable(self, error: BaseException) -> FormatError:
        return FormatError(
            QT_TRANSLATE_NOOP("errors", "“{file}” cannot be read ({reason}). Check the path and its permissions."),
            file=self.path,
            reason=getattr(error, "strerror", None) or error,
        )


class Header(NamedTuple):
    """The first line of a word2vec file: how many words in how many dimensions, and its own length in bytes."""

    words: int
    dimensions: int
    length: int


def header_of(source: Source) -> Header | None:
    """Return the header line of word2vec's formats, if there is one; a mark of the byte order may stand before it."""
    line, end, _ = source.head[:64].partition(b"\n")
    fields = line.removeprefix(codecs.BOM_UTF8).split()
    if not end or len(fields) != 2 or not all(field.isdigit() for field in fields):
        return None
    return Header(int(fields[0]), int(fields[1]), len(line) + 1)


def required_header(source: Source) -> Header:
    """Return the header line; `FormatError` if there is none."""
    header = header_of(source)
    if header is None:
        raise FormatError(
            QT_TRANSLATE_NOOP("errors", "“{file}” does not begin with a line of two numbers, as word2vec files do."),
            file=source.name,
        )
    return header


def check_promise(source: Source, header: Header, least: int) -> None:
    """Make sure that the file can hold what its header promises, before anything is allocated for it.

    Parameters
    ----------
    source : Source
    header : Header
    least : int
        The fewest bytes that so many rows can take in the file.
    """
    if header.words == 0 or header.dimensions == 0:
        raise FormatError(
            QT_TRANSLATE_NOOP("errors", "“{file}” holds no vectors: its first line promises {count} × {dimensions}."),
            file=source.name,
            count=header.words,
            dimensions=header.dimensions,
        )
    if least > source.most or header.dimensions > LONGEST_ROW // 4:
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” is too short: its first line promises {count} words in {dimensions} dimensions, which "
                "need at least {least} bytes. It may be incomplete; get it again.",
            ),
            file=source.name,
            count=header.words,
            dimensions=header.dimensions,
            least=least,
        )


def cut_off(source: Source, row: int, count: int | None) -> FormatError:
    """Return the error for a file that ends too early; ``row`` counts from 1, ``count`` is what the file promises."""
    if count is None:
        return FormatError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” ends inside row {row}: it is incomplete. Get it again, or save it anew."
            ),
            file=source.name,
            row=row,
        )
    return FormatError(
        QT_TRANSLATE_NOOP(
            "errors", "“{file}” ends inside row {row} of {count}: it is incomplete. Get it again, or save it anew."
        ),
        file=source.name,
        row=row,
        count=count,
    )


_VISIBLE = {ord(c): chr(0x2400 + ord(c)) for c in "\t\n\v\f\r "}


def encoded_word(word: str) -> bytes:
    r"""Return a word as word2vec files can hold it.

    In these files white space ends a word. Our tokenizers leave none inside words, but vectors from
    elsewhere may: each such character is written as its visible sign (a space as ␠), so that nothing
    is lost and every reader finds its way. Lone surrogates, which UTF-8 cannot hold, are written as ``\udc80``.
    """
    return word.translate(_VISIBLE).encode(errors="backslashreplace")
