"""What can go wrong while a file is read, or written for the time being, said to whoever wanted it read."""

from __future__ import annotations

import errno
import os
import zipfile
import zlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from w2v_gui.errors import QT_TRANSLATE_NOOP, CorpusError

if TYPE_CHECKING:
    from collections.abc import Iterator

# What reading can raise; UnicodeDecodeError comes of names in a damaged .zip.
_READING: tuple[type[Exception], ...] = (OSError, EOFError, zlib.error, zipfile.BadZipFile, UnicodeDecodeError)
with suppress(ImportError):  # Python can be built without it
    from lzma import LZMAError

    _READING += (LZMAError,)


def readable(name: str) -> str:
    """Return a file name that can be shown: the bytes of it that are no characters replaced."""
    return os.fsencode(name).decode("utf-8", "replace")


@contextmanager
def problems(name: str) -> Iterator[None]:
    """Turn what can go wrong while reading something of such a name into a sentence."""
    try:
        yield
    except FileNotFoundError as error:
        raise CorpusError(
            QT_TRANSLATE_NOOP("errors", "There is no file “{name}”: check the name, or choose it again."), name=name
        ) from error
    except RuntimeError as error:  # what zipfile says of members that it cannot open
        raise CorpusError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{name}” is locked with a password, or packed in a way that is not read here: unpack it by hand.",
            ),
            name=name,
        ) from error
    except _READING as error:
        # Seeking to where a damaged file points is "invalid"; and what unpacks bz2 uses the general kind, unnumbered.
        if isinstance(error, OSError) and error.errno not in (None, errno.EINVAL):
            raise CorpusError(
                QT_TRANSLATE_NOOP("errors", "“{name}” cannot be read ({reason})."), name=name, reason=error.strerror
            ) from error
        raise CorpusError(
            QT_TRANSLATE_NOOP("errors", "“{name}” is damaged or incomplete: unpack it by hand, or get it again."),
            name=name,
        ) from error


@contextmanager
def disk_problems(sentence: str) -> Iterator[None]:
    """Turn what can go wrong with a temporary file into a sentence that names its {reason}."""
    try:
        yield
    except OSError as error:
        raise CorpusError(sentence, reason=error.strerror or str(error)) from error
