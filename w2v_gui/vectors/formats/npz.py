"""Our own format: everything a model is, so that training can go on from it.

An uncompressed ``.npz`` that `numpy.load` opens without pickle. Each array begins at a multiple of 64 bytes, so that it
can be mapped. Its arrays:

================  =======  ==========  =========================================================
name              type     shape       what
================  =======  ==========  =========================================================
format_version    int64    ()          `VERSION`
W                 float32  (V, N)      input vectors
W_out             float32  (rows, N)   output vectors; left out if there are none
words             uint8    (bytes,)    the words in UTF-8, one after the other, nothing between
word_offsets      int64    (V + 1,)    word i is ``words[word_offsets[i]:word_offsets[i + 1]]``
counts            int64    (V,)        occurrences of each word; left out if unknown
config            uint8    (bytes,)    the training settings, JSON in UTF-8
state             uint8    (bytes,)    where training stands, JSON in UTF-8
================  =======  ==========  =========================================================
"""

from __future__ import annotations

import contextlib
import errno
import json
import struct
import zipfile
from typing import TYPE_CHECKING, Any

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError, UserError
from w2v_gui.vectors.formats import foreign_npz
from w2v_gui.vectors.formats.assembled import split_words
from w2v_gui.vectors.formats.atomic import atomic_writer
from w2v_gui.vectors.formats.model_file import ModelFile
from w2v_gui.vectors.formats.opened import Opened, ReadReport, Source
from w2v_gui.vectors.formats.packing import packed_or_not
from w2v_gui.vectors.formats.writing import Writing
from w2v_gui.vectors.formats.zipped_arrays import Archive
from w2v_gui.vectors.word_vectors import WordVectors, output_vectors

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterator, Mapping
    from typing import IO, BinaryIO

    from numpy.typing import NDArray

NAME = QT_TRANSLATE_NOOP("formats", "w2v-gui model")
ENDINGS = (".npz",)
VERSION = 1

_LOCAL_HEADER, _ZIP64_FIELD = 30, 20
_EXTRA = struct.Struct("<HHH")
_ALIGNMENT_ID = 0xD935
"""Of a field in a zip archive that is there to move what follows it, as Android's tools write it."""

_EXPECTED: dict[str, tuple[str, int]] = {
    "format_version": ("<i8", 0),
    "W": ("<f4", 2),
    "W_out": ("<f4", 2),
    "words": ("|u1", 1),
    "word_offsets": ("<i8", 1),
    "counts": ("<i8", 1),
    "config": ("|u1", 1),
    "state": ("|u1", 1),
}
_OPTIONAL = {"W_out", "counts"}


def write_model(path: str | os.PathLike[str], model: ModelFile) -> None:
    """Save a model, packed if ``path`` ends in ``.gz``; whatever was there stays if that fails.

    Raises
    ------
    SaveError
        If the file cannot be written.
    """
    with atomic_writer(path) as file, packed_or_not(path, file) as stream:
        _write(stream, model, Writing())


def write(file: BinaryIO, vectors: WordVectors, writing: Writing) -> None:
    """Write vectors that come without settings; the matrix that is in use becomes W."""
    _write(file, ModelFile(vectors, output_of(vectors)), writing)


def output_of(vectors: WordVectors) -> NDArray[np.float32] | None:
    """Return W′ where W is in use; beside the mean, or W′ itself, it would not be the output vectors of that."""
    return vectors.output if vectors.using("W") is vectors else None


def joined_words(vectors: WordVectors) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return the words in UTF-8, one after the other, and where each begins; one more says where the last ends."""
    words = [word.encode("utf-8", "surrogatepass") for word in vectors.words]
    offsets = np.zeros(len(words) + 1, dtype=np.int64)
    np.cumsum([len(word) for word in words], out=offsets[1:])
    return np.frombuffer(b"".join(words), np.uint8), offsets


def _write(file: BinaryIO, model: ModelFile, writing: Writing) -> None:
    vectors = model.vectors
    words, offsets = joined_words(vectors)
    arrays: dict[str, NDArray[Any] | None] = {
        "format_version": np.array(VERSION),
        "W": vectors.matrix,
        "W_out": model.W_out,
        "words": words,
        "word_offsets": offsets,
        "counts": vectors.counts,
        "config": np.frombuffer(json.dumps(model.config).encode(), np.uint8),
        "state": np.frombuffer(json.dumps(model.state).encode(), np.uint8),
    }
    # Not np.savez: it stamps the time of day on every array, and the same model should be the same bytes.
    numbers = writing.rows(vectors.matrix, model.W_out)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, array in arrays.items():
            if array is not None:
                with archive.open(_aligned(archive, f"{name}.npy"), "w", force_zip64=True) as member:
                    _write_array(member, array, _EXPECTED[name], numbers)


def _write_array(
    member: IO[bytes], array: NDArray[Any], expected: tuple[str, int], numbers: Iterator[Iterator[bytes]]
) -> None:
    dtype, dimensions = expected
    if dimensions < 2:
        np.lib.format.write_array(member, np.asarray(array, dtype, order="C"), allow_pickle=False)
        return
    header = {"descr": dtype, "fortran_order": False, "shape": array.shape}
    np.lib.format.write_array_header_1_0(member, header)
    for rows in next(numbers):
        member.write(rows)


def _aligned(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    """Return a member whose content begins at a multiple of 64 bytes; what numpy puts before an array is one, too."""
    info = zipfile.ZipInfo(name)
    assert archive.fp is not None
    fixed = archive.fp.tell() + _LOCAL_HEADER + len(name.encode()) + _ZIP64_FIELD + _EXTRA.size
    padding = -fixed % np.lib.format.ARRAY_ALIGN
    info.extra = _EXTRA.pack(_ALIGNMENT_ID, 2 + padding, np.lib.format.ARRAY_ALIGN) + bytes(padding)
    return info


VECTORS_ONLY = QT_TRANSLATE_NOOP(
    "errors",
    "The model holds vectors only, without the settings and the state of their training. Choose one that was saved "
    "as .npz after training.",
)
"""What is said of a model from which training cannot go on."""


_DAMAGED = QT_TRANSLATE_NOOP(
    "errors",
    "“{file}” is damaged or incomplete, and no model can be read from it. Take an earlier copy, or train again.",
)


def read_model(path: str | os.PathLike[str]) -> ModelFile:
    """Read a model that `write_model` saved.

    Nothing is unpickled, and no array is allocated before its declared size has been held against the
    size of the file.

    Raises
    ------
    FormatError
        If the file is not such a model, or is damaged.
    """
    with Source(path) as source:
        if not (source.packed or source.head.startswith(b"PK")):
            raise FormatError(VECTORS_ONLY)
        return _read(source)


def holds_settings(path: str | os.PathLike[str]) -> bool:
    """Whether an archive holds the settings of a training, from which one can go on; reads no more than those.

    Raises
    ------
    FormatError
        If the file is no archive of arrays, or is damaged.
    """
    with Source(path) as source:
        if source.packed:
            # To unpack it takes as long as to read it.
            return True
        with _open(source) as archive:
            return "config" in archive.names and bool(_dictionary(archive.array("config")))


def read(source: Source) -> Opened:
    """Read the vectors of a model, or those of somebody else's archive of arrays."""
    with _open(source) as archive:
        if "format_version" not in archive.names:
            return foreign_npz.read(source, archive)
        model = _model(source, _arrays(source, archive, archive.in_place))
    return Opened(model.vectors, ReadReport(NAME, len(model.vectors), model.vectors.dimensions), model)


def _read(source: Source) -> ModelFile:
    with _open(source) as archive:
        return _model(source, _arrays(source, archive, archive.array))


@contextlib.contextmanager
def _open(source: Source) -> Iterator[Archive]:
    try:
        archive = Archive(source)
        if not archive.names:
            raise FormatError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{file}” is a zip archive but not a model saved by w2v-gui. Unpack it and open the file of "
                    "vectors inside, if there is one.",
                ),
                file=source.name,
            )
        yield archive
    except (UserError, MemoryError):
        raise
    except Exception as error:  # on damaged files, zipfile and numpy raise a dozen kinds
        if isinstance(error, OSError) and error.errno not in (None, errno.EINVAL):
            raise  # the disk's fault; seeking to where a damaged file points is "invalid"
        raise FormatError(_DAMAGED, file=source.name) from error


def _arrays(source: Source, archive: Archive, array: Callable[[str], NDArray[Any]]) -> dict[str, NDArray[Any]]:
    if "format_version" not in archive.names:
        raise FormatError(VECTORS_ONLY)
    _check_type(archive, "format_version")
    version = array("format_version").item()
    if version > VERSION:
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” was saved by a newer version of w2v-gui. Open it with that version, or update this one.",
            ),
            file=source.name,
        )
    missing = sorted(set(_EXPECTED) - _OPTIONAL - archive.names)
    if missing:
        raise ValueError(f"no {missing[0]}")
    present = [name for name in _EXPECTED if name in archive.names]
    for name in present:
        _check_type(archive, name)
    return {name: array(name) for name in present}


def _check_type(archive: Archive, name: str) -> None:
    wanted, dimensions = _EXPECTED[name]
    header = archive.header(name)
    if header.dtype != np.dtype(wanted) or len(header.shape) != dimensions:
        raise ValueError(f"{name} is {header.dtype} of shape {header.shape}")


def _model(source: Source, arrays: Mapping[str, NDArray[Any]]) -> ModelFile:
    W, W_out, counts = arrays["W"], arrays.get("W_out"), arrays.get("counts")
    split = split_words(source, arrays["words"], arrays["word_offsets"])
    words = None if split is None or split[1] else split[0]
    size, dimensions = W.shape
    dictionaries = [_dictionary(arrays[name]) for name in ("config", "state")]
    sound = (
        words is not None
        and len(words) == size > 0
        and dimensions > 0
        and (counts is None or len(counts) == size)
        and (W_out is None or W_out.shape[1] == dimensions)
    )
    if not sound or words is None or dictionaries[0] is None or dictionaries[1] is None:
        raise FormatError(_DAMAGED, file=source.name)
    vectors = WordVectors(words, W, counts, output_vectors(W, W_out))
    return ModelFile(vectors, W_out, dictionaries[0], dictionaries[1])


def _dictionary(text: NDArray[np.uint8]) -> dict[str, Any] | None:
    try:
        value = json.loads(text.tobytes())
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
