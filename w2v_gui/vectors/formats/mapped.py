"""The content of a file as bytes in memory, or where it does not fit there, mapped."""

from __future__ import annotations

import mmap
from typing import IO, TYPE_CHECKING

import numpy as np

from w2v_gui.temporary import temporary_file
from w2v_gui.vectors.formats.matrix_store import most_in_memory

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.vectors.formats.opened import Source

_CHUNK = 1 << 22
_BLOCK = 1 << 20


def content(source: Source, needed: int | None = None) -> NDArray[np.uint8]:
    """Return the bytes of a file.

    Whoever cuts a file short while it is mapped ends the process that looks at it, and programs that save vectors anew
    do just that. So only a file that would take too much of the memory is mapped; what is smaller is read, in a few
    tenths of a second. What is packed goes to a nameless file first, which is nobody else's. That becomes no larger
    than a packed file of this size can unpack to.

    Parameters
    ----------
    source : Source
    needed : int, optional
        So many bytes are enough.
    """
    source.stream.seek(0)
    if not source.packed:
        return _read_or_mapped(source, source.stream, source.size)
    with temporary_file() as file:
        done = 0
        while (needed is None or done < needed) and (chunk := source.stream.read(_CHUNK)):
            done += file.write(chunk)
            source.tell()
        file.flush()
        file.seek(0)
        return _read_or_mapped(source, file, done)


def _read_or_mapped(source: Source, file: IO[bytes], size: int) -> NDArray[np.uint8]:
    if size > most_in_memory():
        return np.frombuffer(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), np.uint8)
    found = np.empty(size, np.uint8)
    done = 0
    while done < size and (count := file.readinto(found[done : done + _CHUNK].data)):  # type: ignore[attr-defined]
        done += count
        source.tell(0.9 * done / size)
    return found[:done]


def float32(source: Source, content: NDArray[np.uint8], dtype: str, shape: tuple[int, int]) -> NDArray[np.float32]:
    """Return numbers as float32: the very bytes where that is what they are and where they stand, else a copy.

    Parameters
    ----------
    source : Source
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
            source.tell(0.9 * start / shape[0])
            # A copy of a few rows begins where numbers may begin.
            block = rows[start : start + step].copy().view(kind)
            if dtype == "bf16":
                matrix[start : start + step] = (block.astype(np.uint32) << 16).view(np.float32)
            else:
                matrix[start : start + step] = block
    return matrix
