"""The content of a file as memory: mapped, and not copied."""

from __future__ import annotations

import mmap
from typing import IO, TYPE_CHECKING

import numpy as np

from w2v_gui.temporary import temporary_file

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.vectors.formats.opened import Source

MAPPED_FROM = 1 << 24
"""What is smaller is read: it takes no time, and whoever changes the file then changes nothing here."""

_CHUNK = 1 << 20
_BLOCK = 1 << 22


def mapped(source: Source, needed: int | None = None) -> NDArray[np.uint8]:
    """Return the bytes of a file; of a large one, nothing is read before it is looked at.

    What is packed goes to a nameless file first. That becomes no larger than a packed file of this size can unpack to.

    Parameters
    ----------
    source : Source
    needed : int, optional
        Of what is packed, so many bytes are enough.
    """
    source.stream.seek(0)
    if not source.packed:
        return _content(source.stream, source.size)
    with temporary_file() as file:
        done = 0
        while (needed is None or done < needed) and (chunk := source.stream.read(_CHUNK)):
            done += file.write(chunk)
        file.flush()
        file.seek(0)
        return _content(file, done)


def _content(file: IO[bytes], size: int) -> NDArray[np.uint8]:
    if size < MAPPED_FROM:
        return np.frombuffer(file.read(size), np.uint8)
    return np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), np.uint8)


def float32(content: NDArray[np.uint8], dtype: str, shape: tuple[int, int]) -> NDArray[np.float32]:
    """Return numbers as float32: the very bytes where that is what they are and where they stand, else a copy.

    Parameters
    ----------
    content : ndarray of uint8
        As many bytes as the numbers have.
    dtype : str
        ``<f4``, ``<f2``, ``<f8``, their big-endian forms, or ``bf16``.
    shape : tuple of int
    """
    kind = np.dtype("<u2" if dtype == "bf16" else dtype)
    aligned = content.ctypes.data % kind.itemsize == 0
    if aligned and kind == np.float32:
        return content.view(kind).reshape(shape)
    matrix = np.empty(shape, dtype=np.float32)
    rows = content.reshape(shape[0], -1)
    step = max(1, _BLOCK // max(1, shape[1]))
    with np.errstate(over="ignore", invalid="ignore"):
        for start in range(0, shape[0], step):
            # A copy of a few rows begins where numbers may begin.
            block = rows[start : start + step].copy().view(kind)
            if dtype == "bf16":
                matrix[start : start + step] = (block.astype(np.uint32) << 16).view(np.float32)
            else:
                matrix[start : start + step] = block
    return matrix
