"""Giving memory back to the system that this process holds but does not use.

Two things make a process look, and be, larger than its data. The C library keeps what has been freed for the
next allocation: after a text of many words that is tens of megabytes. And machine code that has run once stays
in memory, though a compiler that has done its work is not needed again; its pages come back from the file by
themselves if it is. On systems without these means nothing happens.
"""

from __future__ import annotations

import ctypes
import mmap
import re
from pathlib import Path

_MAPPING = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ \S+ *(.*)")


def trim_heap() -> None:
    """Return freed memory of the C library to the system."""
    trim = getattr(_c_library(), "malloc_trim", None)
    if trim is not None:
        trim(ctypes.c_size_t(0))


class LibraryPages:
    """The code and constants of a shared library, which can leave memory until they are used again.

    Parameters
    ----------
    name : str
        Part of the library's file name.
    """

    def __init__(self, name: str) -> None:
        self._advise = getattr(_c_library(), "madvise", None)
        self._mappings = _clean_mappings(name)

    def release(self) -> None:
        """Let them go."""
        if self._advise is None:
            return
        for begin, end in self._mappings:
            self._advise(ctypes.c_void_p(begin), ctypes.c_size_t(end - begin), mmap.MADV_DONTNEED)


def _clean_mappings(name: str) -> list[tuple[int, int]]:
    """Return where a library lies in memory exactly as in its file, never written to: only that can be read again."""
    try:
        lines = Path("/proc/self/smaps").read_text(errors="replace").splitlines()
    except OSError:
        return []
    found: list[tuple[int, int]] = []
    clean: list[tuple[int, int]] = []
    for line in lines:
        mapping = _MAPPING.fullmatch(line)
        if mapping is not None:
            begin, end, rights, path = mapping.groups()
            wanted = name in Path(path).name and "w" not in rights
            found = [(int(begin, 16), int(end, 16))] if wanted else []
        elif found and line.split() == ["Anonymous:", "0", "kB"]:
            clean += found
    return clean


def _c_library() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(None)
    except (OSError, TypeError):  # Windows has no such thing
        return None
