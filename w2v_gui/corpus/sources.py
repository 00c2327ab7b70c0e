"""Where text comes from: files, folders, packed files, the clipboard, a stream. Read block by block, never whole."""

from __future__ import annotations

import gzip
import os
import stat
import zipfile
from abc import ABC, abstractmethod
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from w2v_gui.corpus.decoding import CountingDecoder, Decoding, detect
from w2v_gui.corpus.read_problems import problems, readable
from w2v_gui.errors import QT_TRANSLATE_NOOP, CorpusError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Sequence

BLOCK = 1 << 19
"""Bytes read at a time."""

HEAD = 1 << 18
"""Bytes from the beginning that decide on the encoding."""


_TOO_WRONG = 0.2  # share of bytes that are no characters, from which on it is not the encoding


@dataclass(frozen=True)
class TextBlock:
    """A piece of text, and how many bytes of its source have been read so far."""

    text: str
    position: int


@dataclass(frozen=True)
class FileState:
    """A file on disk at some moment: its size, and when it was written last, in nanoseconds."""

    path: Path
    size: int
    written: int

    @classmethod
    def of(cls, path: Path) -> FileState:
        """Look how a file is now."""
        found = path.stat()
        return cls(path, found.st_size, found.st_mtime_ns)


class TextSource(Protocol):
    """Something that text can be read from, block by block."""

    @property
    def name(self) -> str:
        """What to call it on screen and in messages."""

    @property
    def size(self) -> int | None:
        """Bytes on disk; None if nobody knows."""

    @property
    def decoding(self) -> Decoding:
        """How it was decoded, as far as it has been read; `Decoding.replaced` grows on the way."""

    @property
    def state(self) -> FileState | None:
        """The file as it was when it was found; None if there is none."""

    def blocks(self, encoding: str | None = None) -> Generator[TextBlock, None, None]:
        """Read the text from its beginning; ``encoding=None`` finds out.

        Raises
        ------
        CorpusError
            If it cannot be read or is not text.
        """


@dataclass
class _Bytes:
    """An open source: reads bytes, and says how far it has got on disk."""

    read: Callable[[int], bytes]
    position: Callable[[], int]


class ByteSource(ABC):
    """A source of bytes; decoding them is common to all."""

    def __init__(self, name: str, size: int | None, state: FileState | None = None) -> None:
        self.name = name
        self.size = size
        self.state = state
        self._decoding = Decoding("utf-8", 1.0, "utf-8")

    @property
    def decoding(self) -> Decoding:
        """How it was decoded, as far as it has been read."""
        return self._decoding

    @abstractmethod
    @contextmanager
    def _open(self) -> Iterator[_Bytes]:
        """Open the source at its beginning."""

    def head(self, size: int) -> bytes:
        """Return its first bytes.

        Raises
        ------
        CorpusError
            If it cannot be read.
        """
        with problems(self.name), self._open() as source:
            return source.read(size)

    def blocks(self, encoding: str | None = None) -> Generator[TextBlock, None, None]:
        """Read the text from its beginning, decoded by ``encoding`` or by what is found."""
        with problems(self.name), self._open() as source:
            data = source.read(HEAD)
            decoding = self._find_decoding(data) if encoding is None else self._check_encoding(encoding, data)
            decoder = CountingDecoder(decoding.encoding)
            while True:
                text = decoder.decode(data, final=not data)
                self._decoding = replace(decoding, replaced=decoder.replaced)
                if text:
                    yield TextBlock(text, source.position())
                if not data:
                    return
                data = source.read(BLOCK)

    def _find_decoding(self, head: bytes) -> Decoding:
        self._refuse_documents(head)
        decoding = detect(head)
        if decoding is None:
            raise CorpusError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{name}” is not a text: its bytes are no characters in any encoding. Save it as plain text "
                    "(.txt), or choose its encoding by hand.",
                ),
                name=self.name,
            )
        return decoding

    def _check_encoding(self, encoding: str, head: bytes) -> Decoding:
        decoder = CountingDecoder(encoding)
        decoder.decode(head)
        if decoder.replaced > _TOO_WRONG * len(head):
            raise CorpusError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{name}” is not in the encoding “{encoding}”: {share} % of its bytes are no characters in it. "
                    "Choose another, or let it be found automatically.",
                ),
                name=self.name,
                encoding=encoding,
                share=round(100 * decoder.replaced / len(head)),
            )
        return Decoding(decoder.encoding, 1.0, "chosen")

    def _refuse_documents(self, head: bytes) -> None:
        for mark, kind in ((b"PK\x03\x04", "ZIP"), (b"%PDF-", "PDF"), (b"{\\rtf", "RTF")):
            if head.startswith(mark):
                raise CorpusError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        "“{name}” is a document ({kind}), not plain text: save it as plain text (.txt) first.",
                    ),
                    name=self.name,
                    kind=kind,
                )


class FileText(ByteSource):
    """A file of text, as it is or packed by gzip (which is seen from its content)."""

    def __init__(self, path: str | Path, name: str | None = None) -> None:
        self.path = Path(path)
        name = name or readable(self.path.name)
        with problems(name):
            state = FileState.of(self.path)
        super().__init__(name, state.size, state)

    @contextmanager
    def _open(self) -> Iterator[_Bytes]:
        with self.path.open("rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
            file.seek(0)
            if packed:
                with gzip.GzipFile(fileobj=file) as unpacked:
                    yield _Bytes(unpacked.read, file.tell)
            else:
                yield _Bytes(file.read, file.tell)


class ZipText(ByteSource):
    """One text in a .zip file."""

    def __init__(self, archive: FileState, member: zipfile.ZipInfo) -> None:
        self.path = archive.path
        self._member = member
        super().__init__(f"{readable(self.path.name)}/{_member_name(member)}", member.compress_size, archive)

    @contextmanager
    def _open(self) -> Iterator[_Bytes]:
        with zipfile.ZipFile(self.path) as archive, archive.open(self._member) as file:
            share = self._member.compress_size / max(self._member.file_size, 1)
            yield _Bytes(file.read, lambda: int(file.tell() * share))


class StreamText(ByteSource):
    """A binary stream, such as standard input: it can be read only once.

    Its beginning is kept, so that it can be looked at before the reading proper.
    """

    def __init__(self, stream: BinaryIO, name: str) -> None:
        super().__init__(name, None)
        self._stream = stream
        self._head: bytes | None = None
        self._position = 0

    @contextmanager
    def _open(self) -> Iterator[_Bytes]:
        if self._head is None:
            self._head = self._stream.read(HEAD) or b""
        if self._position > len(self._head):
            raise CorpusError(
                QT_TRANSLATE_NOOP("errors", "“{name}” can be read only once: save it to a file first."), name=self.name
            )
        waiting = [self._head]
        self._position = len(self._head)

        def read(size: int) -> bytes:
            if waiting:
                return waiting.pop()
            data = self._stream.read(size) or b""
            self._position += len(data)
            return data

        yield _Bytes(read, lambda: self._position)


class PastedText:
    """Text that is there already."""

    state = None

    def __init__(self, text: str, name: str) -> None:
        self.name = name
        self._text = text
        self.size: int | None = len(text.encode("utf-8", "surrogatepass"))

    @property
    def decoding(self) -> Decoding:
        """Nothing had to be decoded."""
        return Decoding("utf-8", 1.0, "utf-8")

    def blocks(self, encoding: str | None = None) -> Generator[TextBlock, None, None]:
        """Hand out the text in blocks; there is no encoding to choose."""
        position = 0
        for start in range(0, len(self._text), BLOCK):
            text = self._text[start : start + BLOCK]
            position += len(text.encode("utf-8", "surrogatepass"))
            yield TextBlock(text, position)


def open_texts(paths: Sequence[str | Path]) -> list[TextSource]:
    """Find the texts in files, in folders (every .txt and .txt.gz below them, in order) and in .zip files.

    Raises
    ------
    CorpusError
        If a file is missing, is no file, or a folder or .zip holds no text.
    """
    return [source for path in paths for source in _open_path(Path(path))]


def _open_path(path: Path) -> list[TextSource]:
    name = readable(str(path))
    with problems(name):
        try:
            mode = path.stat().st_mode
        except ValueError as error:  # a name that no file can have
            raise FileNotFoundError from error
    if stat.S_ISDIR(mode):
        return _open_folder(path)
    if not stat.S_ISREG(mode):
        raise CorpusError(
            QT_TRANSLATE_NOOP("errors", "“{name}” is a device or a connection, not a file: save its text to a file."),
            name=name,
        )
    if path.suffix.lower() == ".zip":
        return _open_zip(path)
    return [FileText(path)]


def _open_folder(folder: Path) -> list[TextSource]:
    found = []
    for parent, folders, names in os.walk(folder):
        folders.sort()
        found += [Path(parent, name) for name in _texts(names)]
    found = sorted(path for path in found if path.is_file())
    if not found:
        raise CorpusError(
            QT_TRANSLATE_NOOP(
                "errors", "The folder “{name}” holds no .txt or .txt.gz file: choose the files one by one."
            ),
            name=readable(str(folder)),
        )
    return [FileText(path, readable(str(path.relative_to(folder.parent)))) for path in found]


def _texts(names: list[str]) -> set[str]:
    """Return the names of texts; where one lies packed beside itself, only the one that is not."""
    plain = {name for name in names if name.lower().endswith(".txt")}
    packed = {name for name in names if name.lower().endswith(".txt.gz")}
    return plain | {name for name in packed if name[: -len(".gz")] not in plain}


def _open_zip(path: Path) -> list[TextSource]:
    name = readable(path.name)
    with problems(name), zipfile.ZipFile(path) as archive:
        state = FileState.of(path)
        members = [
            member
            for member in archive.infolist()
            if not member.is_dir() and not member.filename.startswith("__MACOSX/")
        ]
        texts = [member for member in members if member.filename.lower().endswith(".txt")]
        if not texts:
            texts = [member for member in members if _looks_like_text(archive, member)]
    if not texts:
        raise CorpusError(
            QT_TRANSLATE_NOOP("errors", "“{name}” holds no text: unpack it and look what is in it."), name=name
        )
    return [ZipText(state, member) for member in sorted(texts, key=lambda member: member.filename)]


def _looks_like_text(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    with archive.open(member) as file:
        head = file.read(1 << 12)
    return bool(head) and detect(head) is not None


def _member_name(member: zipfile.ZipInfo) -> str:
    """Return a member's name; where its encoding is not declared, zipfile reads it as cp437, which it seldom is."""
    if member.flag_bits & 0x800:
        return member.filename
    for encoding in ("utf-8", "gb18030"):
        try:
            return member.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return member.filename
