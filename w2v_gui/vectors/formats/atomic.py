"""Saving a file so that there is always a whole one: the old or the new."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import stat
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from w2v_gui.errors import QT_TRANSLATE_NOOP, SaveError

if TYPE_CHECKING:
    from collections.abc import Iterator

_DISK_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.ENOENT, errno.ENOTDIR}

_LEFT_OVER_S = 24 * 3600.0
"""A temporary file that nobody has written to for so long is nobody's any more."""


@contextlib.contextmanager
def atomic_writer(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a file for writing that takes the place of ``path`` only when all of it is on the disk.

    The bytes go to a temporary file in the same folder, which is synchronised and then renamed. If anything
    goes wrong, the temporary file is removed and what was at ``path`` is untouched. A symbolic link is
    followed; permissions of a file that is replaced are kept. What a program that was killed in the midst of saving
    at ``path`` has left is removed when it is a day old.

    Raises
    ------
    SaveError
        If the file cannot be written: no folder, or one that takes no files, no permission, not an ordinary file,
        disk full.
    """
    target = _target(path)
    part = _part(target)
    try:
        mode = _mode(target)
        # Without O_BINARY, Windows would turn every byte 10 into two.
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise _save_error(path, error) from error
    try:
        file = os.fdopen(descriptor, "wb", buffering=1 << 20)
        try:
            if mode is not None:
                with contextlib.suppress(OSError):
                    part.chmod(mode)
            yield file
            file.flush()
            os.fsync(file.fileno())
            file.close()
        except BaseException:
            # What is left in the buffer is written on closing, which may fail once more.
            with contextlib.suppress(OSError):
                file.close()
            raise
        os.replace(part, target)
    except BaseException as error:
        with contextlib.suppress(OSError):
            part.unlink()
        if isinstance(error, OSError):
            raise _save_error(path, error) from error
        raise
    _sync_folder(target.parent)
    _remove_left_over(target)


def check_target(path: str | os.PathLike[str]) -> None:
    """Make sure that a file could be saved at ``path``, before hours of work depend on it.

    Raises
    ------
    SaveError
        As `atomic_writer` would, except for a disk that is full later.
    """
    target = _target(path)
    part = _part(target)
    try:
        _mode(target)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        part.unlink()
    except OSError as error:
        raise _save_error(path, error) from error


def _target(path: str | os.PathLike[str]) -> Path:
    try:
        return Path(os.path.realpath(path))
    except ValueError as error:  # a NUL in the name
        raise _save_error(path, OSError(errno.EINVAL, "not a file name")) from error


def _part(target: Path) -> Path:
    """Return a temporary file beside the one to be saved; `_remove_left_over` knows it by its name."""
    return target.with_name(f".{_short(target.name)}.{secrets.token_hex(4)}.part")


def _short(name: str) -> str:
    """Cut a name so that the temporary one stays within the 255 bytes that file systems allow."""
    return name.encode(errors="surrogateescape")[:200].decode(errors="ignore")


def _mode(target: Path) -> int | None:
    """Return the permissions of a file that is to be replaced; None if there is none yet."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "not an ordinary file")
    # Renaming would get past the mark; whoever set it meant it.
    if not status.st_mode & 0o222:
        raise PermissionError(errno.EACCES, "the file is read-only")
    return stat.S_IMODE(status.st_mode)


def _save_error(path: str | os.PathLike[str], error: OSError) -> SaveError:
    reason = error.strerror or str(error)
    if error.errno in _DISK_FULL:
        return SaveError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” could not be saved: no room is left for it ({reason}). Free some space or choose another "
                "disk; what was there before is unchanged.",
            ),
            file=os.fspath(path),
            reason=reason,
        )
    if error.errno in _NOT_ALLOWED:
        return SaveError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” could not be saved: writing there is not allowed ({reason}). Choose another folder or name; "
                "what was there before is unchanged.",
            ),
            file=os.fspath(path),
            reason=reason,
        )
    if error.errno in _NO_FOLDER and _folder_exists(path):  # /proc and its like
        return SaveError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” could not be saved: its folder does not take any files. Choose another folder."
            ),
            file=os.fspath(path),
        )
    if error.errno in _NO_FOLDER:
        return SaveError(
            QT_TRANSLATE_NOOP(
                "errors", "“{file}” could not be saved: its folder does not exist. Make the folder or choose another."
            ),
            file=os.fspath(path),
        )
    return SaveError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” could not be saved ({reason}). Choose another place; what was there before is unchanged.",
        ),
        file=os.fspath(path),
        reason=reason,
    )


def _folder_exists(path: str | os.PathLike[str]) -> bool:
    return os.path.isdir(os.path.dirname(os.path.realpath(path)))


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself durable; not every system can (Windows, some network drives)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _remove_left_over(target: Path) -> None:
    """Remove the temporary files of those who were killed while they saved here, and of nobody else.

    Age tells them, by the clock of the disk itself: a process that is not found may run on another machine.
    """
    left_over = re.compile(re.escape(f".{_short(target.name)}.") + r"[0-9a-f]{8}\.part")
    with contextlib.suppress(OSError), os.scandir(target.parent) as entries:
        now = target.stat().st_mtime
        for entry in entries:
            if left_over.fullmatch(entry.name) and now - entry.stat(follow_symlinks=False).st_mtime > _LEFT_OVER_S:
                os.unlink(entry.path)
