"""What a file would hold, and how large it would be, before it is saved."""

from __future__ import annotations

import io
import json
import struct
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from w2v_gui.errors import SaveError
from w2v_gui.gui import tables
from w2v_gui.gui.latest import Latest
from w2v_gui.gui.save.files import Preview
from w2v_gui.gui.save.wish import MAP, chosen_vectors, map_rows, of_rows
from w2v_gui.vectors.formats.writers import WRITERS
from w2v_gui.vectors.formats.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.panels.save import SavePanel
    from w2v_gui.gui.save.wish import SaveWish
    from w2v_gui.vectors.formats.writers import Writer
    from w2v_gui.vectors.layouts.frame import LayoutFrame
    from w2v_gui.vectors.word_vectors import WordVectors

_SHOWN = 16
_LONGEST = 400
"""No line is shown that is wider."""

_MEASURED = 256
"""From so many words it is told how large the file would be."""

_BYTES = 10


class SavePreviewing(QObject):
    """Finds out what would be saved, in all formats at once; of several wishes the latest counts.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    made : Signal(object)
        With a `Preview` for the key of each format.
    failed : Signal(object)
        With an exception that is not the user's doing.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._latest = Latest(jobs, self)
        self._latest.answered.connect(self.made)
        self._latest.failed.connect(self.failed)
        self._explored: Explored | None = None

    def attend(self, panel: SavePanel) -> None:
        """Take the wishes of the panel, and bring it the answers."""
        panel.preview_asked.connect(self.ask)
        self.made.connect(panel.show_previews)

    def show_explored(self, explored: Explored | None) -> None:
        """Know what there is to be saved."""
        self._explored = explored
        self._latest.forget()

    def ask(self, wish: SaveWish) -> None:
        """Find out what each format would hold."""
        explored = self._explored
        if explored is not None:
            self._latest.ask(lambda job: previews(explored, wish, job))


def previews(explored: Explored, wish: SaveWish, job: Job) -> dict[str, Preview]:
    """Return what each format would hold, by its key."""
    found: dict[str, Preview] = {}
    if wish.frame is not None:
        found[MAP] = _of_map(explored.vectors, wish.frame, job)
    try:
        vectors = chosen_vectors(explored, wish)
    except SaveError as error:
        return found | {writer.key: Preview(error=error) for writer in WRITERS}
    count = len(vectors)
    first = of_rows(vectors, range(min(count, _SHOWN)))
    some = of_rows(vectors, sorted({*np.linspace(0, count - 1, min(count, _MEASURED)).astype(int).tolist()}))
    for writer in WRITERS:
        try:
            size = sum(map(len, _written(writer, some, job))) * count / len(some)
            parts = _LOOKS.get(writer.key, _lines)(_written(writer, first, job), vectors)
        except SaveError as error:
            found[writer.key] = Preview(error=error)
        else:
            found[writer.key] = Preview(size, tuple(zip(_endings(writer), parts, strict=True)))
    return found


def _written(writer: Writer, vectors: WordVectors, job: Job) -> tuple[bytes, ...]:
    files = [io.BytesIO() for _ in _endings(writer)]
    writer.write(files[0] if writer.partner is None else tuple(files), vectors, Writing(None, job.cancelled))
    return tuple(file.getvalue() for file in files)


def _endings(writer: Writer) -> tuple[str, ...]:
    """Return how the names of the files end that are written."""
    return tuple(path.name for path in writer.files("…" + writer.endings[0]))


def _of_map(vectors: WordVectors, frame: LayoutFrame, job: Job) -> Preview:
    shown = type(frame)(frame.wish, frame.rows[:_MEASURED], frame.coordinates[:_MEASURED])
    content = tables.as_csv(map_rows(vectors, shown, job))
    size = len(content) * len(frame.rows) / max(len(shown.rows), 1)
    return Preview(size, (("….csv", _text(content)),))


# -- what is shown of a file --------------------------------------------------------------------------------------


def _text(content: bytes) -> tuple[str, ...]:
    lines = content.decode("utf-8-sig", "replace").split("\n")[: _SHOWN + 1]
    return (*(line[:_LONGEST].replace("\t", "    ").rstrip("\r") for line in lines if line), "…")


def _lines(files: Sequence[bytes], vectors: WordVectors) -> list[tuple[str, ...]]:
    return [_text(content) for content in files]


def _headed(files: Sequence[bytes], vectors: WordVectors) -> list[tuple[str, ...]]:
    """Return lines below a first one that says how many there are: of all words, not of the few that are shown."""
    return [(f"{len(vectors)} {vectors.dimensions}", *_text(files[0])[1:])]


def _binary(files: Sequence[bytes], vectors: WordVectors) -> list[tuple[str, ...]]:
    """Return words, and the first bytes of their numbers."""
    lines, place = [f"{len(vectors)} {vectors.dimensions}"], files[0].index(b"\n") + 1
    length = 4 * vectors.dimensions
    while (end := files[0].find(b" ", place)) > 0:
        numbers = files[0][end + 1 : end + 1 + length]
        word = files[0][place:end].decode("utf-8", "replace").lstrip("\n")
        lines.append(f"{word[:_LONGEST]}  {numbers[:_BYTES].hex(' ')} … ({length} bytes)")
        place = end + 1 + length
    return [(*lines, "…")]


def _tensors(files: Sequence[bytes], vectors: WordVectors) -> list[tuple[str, ...]]:
    (length,) = struct.unpack("<Q", files[0][:8])
    header: dict[str, Any] = json.loads(files[0][8 : 8 + length])
    about = header.pop("__metadata__", {})
    lines = [f"{name}: {value}" for name, value in about.items()]
    return [(*lines, *(_array(name, each["dtype"], each["shape"], vectors) for name, each in header.items()))]


def _arrays(files: Sequence[bytes], vectors: WordVectors) -> list[tuple[str, ...]]:
    with np.load(io.BytesIO(files[0]), allow_pickle=False) as archive:
        found = {name: archive[name] for name in archive.files}
    return [tuple(_array(name, str(each.dtype), each.shape, vectors) for name, each in found.items())]


def _array(name: str, kind: str, shape: Sequence[int], vectors: WordVectors) -> str:
    """Return what an array is called, of which numbers it is, and how large it is for all words."""
    shown = min(len(vectors), _SHOWN)
    count = {shown: len(vectors), shown + 1: len(vectors) + 1}
    if name == "words":
        # So many bytes as all words together have: to count them would take long.
        return f"{name}: {kind} (…)"
    if shape:
        shape = [count.get(shape[0], shape[0]), *shape[1:]]
    return f"{name}: {kind} ({', '.join(map(str, shape))})"


_LOOKS: dict[str, Callable[[Sequence[bytes], WordVectors], list[tuple[str, ...]]]] = {
    "word2vec-binary": _binary,
    "word2vec-text": _headed,
    "safetensors": _tensors,
    "npz": _arrays,
}
