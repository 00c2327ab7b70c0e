"""The formats that vectors can be saved in, and saving them: all of a file or nothing."""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from w2v_gui.errors import QT_TRANSLATE_NOOP, SaveError
from w2v_gui.vectors.formats import (
    csv_table,
    glove,
    npz,
    projector_writer,
    safetensors_file,
    word2vec_binary,
    word2vec_text,
)
from w2v_gui.vectors.formats.atomic import atomic_writer, check_target
from w2v_gui.vectors.formats.packing import PACKED, packed_or_not
from w2v_gui.vectors.formats.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.vectors.word_vectors import WordVectors


@dataclass(frozen=True)
class Writer:
    """A format that can be written.

    Attributes
    ----------
    key : str
        What the command line calls it.
    label : str
        What the window calls it, to be translated in the context ``"formats"``.
    endings : tuple of str
        Endings of file names that stand for it; the first is the usual one.
    write : callable
        Writes vectors to an open file, or, if there is a partner, to a pair of them.
    partner : callable or None
        Returns the path of the second file, for a format of two.
    """

    key: str
    label: str
    endings: tuple[str, ...]
    write: Callable[[Any, WordVectors, Writing], None]
    partner: Callable[[Path], Path] | None = None

    def files(self, path: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Return the files that saving at ``path`` makes or replaces."""
        first = Path(path)
        return (first,) if self.partner is None else (first, self.partner(first))


@dataclass(frozen=True)
class Written:
    """What has been saved.

    Attributes
    ----------
    files : tuple of Path
    rows : int
        Rows in them.
    marked : int
        Words in which something had to be made visible, such as a space as ␠, because the format cannot hold it.
    left_out : int
        Rows that the format cannot hold.
    """

    files: tuple[Path, ...]
    rows: int
    marked: int
    left_out: int


WRITERS: tuple[Writer, ...] = (
    Writer(
        "word2vec-binary",
        QT_TRANSLATE_NOOP("formats", "word2vec binary"),
        word2vec_binary.ENDINGS,
        word2vec_binary.write,
    ),
    Writer("word2vec-text", QT_TRANSLATE_NOOP("formats", "word2vec text"), word2vec_text.ENDINGS, word2vec_text.write),
    Writer("glove", QT_TRANSLATE_NOOP("formats", "GloVe text"), glove.ENDINGS, glove.write),
    Writer(
        "safetensors", QT_TRANSLATE_NOOP("formats", "safetensors"), safetensors_file.ENDINGS, safetensors_file.write
    ),
    Writer("npz", QT_TRANSLATE_NOOP("formats", "npz"), npz.ENDINGS, npz.write),
    Writer(
        "projector",
        QT_TRANSLATE_NOOP("formats", "TensorBoard projector"),
        projector_writer.ENDINGS,
        projector_writer.write,
        projector_writer.partner,
    ),
    Writer("csv", QT_TRANSLATE_NOOP("formats", "CSV table"), csv_table.ENDINGS, csv_table.write),
)


def writer_of(path: str | os.PathLike[str]) -> Writer:
    """Return the writer that a file name's ending stands for; ``.gz`` may follow it.

    Raises
    ------
    SaveError
        If no format has that ending.
    """
    name = os.fspath(path).lower().removesuffix(PACKED)
    fitting = [(len(ending), writer) for writer in WRITERS for ending in writer.endings if name.endswith(ending)]
    if fitting:
        return max(fitting, key=lambda found: found[0])[1]
    raise SaveError(
        QT_TRANSLATE_NOOP("errors", "“{file}” names no format by its ending. Use one of {endings}."),
        file=Path(path).name,
        endings=", ".join(ending for writer in WRITERS for ending in writer.endings),
    )


def write_vectors(
    path: str | os.PathLike[str],
    vectors: WordVectors,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    writer: Writer | None = None,
) -> Written:
    """Save vectors, in the format that the file name's ending stands for, packed if it ends in ``.gz``.

    Parameters
    ----------
    path : path-like
    vectors : WordVectors
    progress : callable, optional
        Called now and then with the share that is written, 0 to 1.
    cancelled : callable, optional
        Asked as often whether to give up.
    writer : Writer, optional
        Another format than the ending says.

    Raises
    ------
    SaveError
        If no format has that ending, it can hold none of the rows, or a file cannot be written; what was at ``path``
        is then unchanged.
    Cancelled
        If ``cancelled`` has returned true; likewise.
    """
    writer = writer or writer_of(path)
    paths = writer.files(path)
    writing = Writing(progress, cancelled)
    with contextlib.ExitStack() as opened:
        files = [opened.enter_context(atomic_writer(part)) for part in paths]
        with contextlib.ExitStack() as packed:
            streams = [packed.enter_context(packed_or_not(part, file)) for part, file in zip(paths, files, strict=True)]
            writer.write(streams[0] if writer.partner is None else tuple(streams), vectors, writing)
        if writing.left_out == len(vectors) > 0:
            raise SaveError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{file}” was not saved: each of the vectors holds a number that is not finite, and this format "
                    "takes none of them. Save them in another format.",
                ),
                file=os.fspath(path),
            )
        # Of a pair, both are on the disk before the first is put in its place: only a crash between two renames
        # could part them.
        for file in files[:-1]:
            file.flush()
            os.fsync(file.fileno())
    return Written(paths, len(vectors) - writing.left_out, writing.marked, writing.left_out)


def check_writable(path: str | os.PathLike[str]) -> None:
    """Make sure, before a long job, that its vectors could be saved at ``path``; `SaveError` if not."""
    for part in writer_of(path).files(path):
        check_target(part)
