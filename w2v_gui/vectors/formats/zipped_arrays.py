"""A zip archive of numpy's arrays: each is looked at before anything is allocated, and large ones are not copied."""

from __future__ import annotations

import io
import math
import zipfile
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

import numpy as np

from w2v_gui.vectors.formats.mapped import content
from w2v_gui.vectors.formats.opened import DEFLATE_RATIO

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.vectors.formats.opened import Source

_LARGE = 1 << 24
"""Bytes from which on an array is worth not being copied. Of what is not copied, nobody looks at the checksum."""

_LOCAL_HEADER = 30
_LONGEST_HEADER = 1 << 14


@dataclass(frozen=True)
class Header:
    """What an array says of itself.

    Attributes
    ----------
    shape : tuple of int
    dtype : dtype
    columns_first : bool
        In Fortran's order.
    length : int
        Bytes before the first number.
    """

    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    columns_first: bool
    length: int


class Archive:
    """The arrays of a ``.npz``. Whatever is wrong with it raises one of a dozen kinds of exceptions.

    Attributes
    ----------
    names : set of str
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._content = content(source)
        self._archive = zipfile.ZipFile(_Bytes(self._content))
        infos = self._archive.infolist()
        self._members = {info.filename.removesuffix(".npy"): info for info in infos if info.filename.endswith(".npy")}
        self.names = set(self._members)

    def header(self, name: str) -> Header:
        """Return the header of an array whose declared size agrees with its shape, and with that of the file.

        Of Python objects, which are not opened, nobody knows the size.

        Raises
        ------
        ValueError
            If it does not.
        """
        info = self._members[name]
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ValueError(f"{name} is packed in an unknown way")
        ratio = 1 if info.compress_type == zipfile.ZIP_STORED else DEFLATE_RATIO
        if info.compress_size > len(self._content) or info.file_size > info.compress_size * ratio:
            raise ValueError(f"{name} is larger than the file")
        with self._archive.open(info) as member:
            start = io.BytesIO(member.read(min(info.file_size, _LONGEST_HEADER)))
        read_header = {
            (1, 0): np.lib.format.read_array_header_1_0,
            (2, 0): np.lib.format.read_array_header_2_0,
        }.get(np.lib.format.read_magic(start))
        if read_header is None:
            raise ValueError(f"{name} has an unknown version")
        shape, columns_first, dtype = read_header(start)
        length = start.tell()
        if dtype.hasobject:
            return Header(shape, dtype, columns_first, length)
        # Of numbers or words of no bytes, any file holds any number.
        if (
            min(shape, default=0) < 0
            or dtype.itemsize == 0
            or length + math.prod(shape) * dtype.itemsize != info.file_size
        ):
            raise ValueError(f"{name} is not as long as it says")
        return Header(shape, dtype, columns_first, length)

    def array(self, name: str) -> NDArray[Any]:
        """Return a copy of an array; its checksum has been looked at.

        Raises
        ------
        ValueError
            If its header lies, or it holds Python objects.
        """
        self.header(name)
        with self._archive.open(self._members[name]) as member:
            array: NDArray[Any] = np.lib.format.read_array(_Told(member, self._source), allow_pickle=False)
            # The checksum is only looked at when the end has been reached.
            member.read(1)
        return array

    def in_place(self, name: str) -> NDArray[Any]:
        """Return an array, and a large one as it lies in the file, if it lies there as it is."""
        info, header = self._members[name], self.header(name)
        stored = info.compress_type == zipfile.ZIP_STORED and not info.flag_bits & 0x1
        if not stored or info.file_size < _LARGE or header.dtype.hasobject or header.columns_first:
            return self.array(name)
        local = self._content[info.header_offset : info.header_offset + _LOCAL_HEADER]
        # Names and extra fields need not be as long here as in the directory at the end of the archive.
        name_length, extra_length = np.frombuffer(local[26:30].tobytes(), "<u2").tolist()
        start = info.header_offset + _LOCAL_HEADER + name_length + extra_length + header.length
        numbers = self._content[start : start + info.file_size - header.length]
        if numbers.ctypes.data % header.dtype.alignment or len(numbers) != info.file_size - header.length:
            return self.array(name)
        return numbers.view(header.dtype).reshape(header.shape)


class _Told:
    """A file that is read in pieces; before each, the user may have given up."""

    def __init__(self, file: IO[bytes], source: Source) -> None:
        self._file = file
        self._source = source

    def read(self, size: int = -1, /) -> bytes:
        self._source.tell(0.5)
        return self._file.read(size)


class _Bytes(io.RawIOBase):
    """Bytes in memory as a file, without copying them."""

    def __init__(self, content: NDArray[np.uint8]) -> None:
        self._content = memoryview(content.data)
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: len(self._content)}[whence]
        if base + offset < 0:
            raise ValueError("negative seek")
        self._position = base + offset
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: Any) -> int:
        piece = self._content[self._position : self._position + len(buffer)]
        buffer[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)
