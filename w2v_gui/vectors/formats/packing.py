"""Files that are packed on the way to the disk."""

from __future__ import annotations

import contextlib
import gzip
import os
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKED = ".gz"
"""After any ending of a name: the file is packed."""


@contextlib.contextmanager
def packed_or_not(path: str | os.PathLike[str], file: BinaryIO) -> Iterator[BinaryIO]:
    """Return what to write to, so that ``file`` becomes what its name says."""
    if not os.fspath(path).lower().endswith(PACKED):
        yield file
        return
    # Neither name nor time of day in the file: the same vectors are the same bytes.
    with gzip.GzipFile("", "wb", compresslevel=6, fileobj=file, mtime=0) as packed:
        yield cast("BinaryIO", _Forward(packed))


class _Forward:
    """A file that cannot go back, and says so: zip archives are then written without going back."""

    def __init__(self, file: gzip.GzipFile) -> None:
        self.write = file.write
        self.flush = file.flush
