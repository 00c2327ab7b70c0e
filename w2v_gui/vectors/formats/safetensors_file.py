"""Safetensors: a header in JSON, and after it the bare bytes of tensors, which can be mapped.

Of itself the format holds no words. Ours are tensors like everything else, by the names and in the types of our own
``.npz``, so that one file is enough and any tool that reads safetensors gets at them:

================  =====  ===========  =========================================================
name              type   shape        what
================  =====  ===========  =========================================================
W                 F32    (V, N)       the vectors
W_out             F32    (V, N)       output vectors; left out if there are none
words             U8     (bytes,)     the words in UTF-8, one after the other, nothing between
word_offsets      I64    (V + 1,)     word i is ``words[word_offsets[i]:word_offsets[i + 1]]``
counts            I64    (V,)         occurrences of each word; left out if unknown
================  =====  ===========  =========================================================

Of other programs' files one table of floating-point numbers is read, whatever its name, with words from the metadata
(``words``, ``vocab`` and the like: a list in JSON, or lines) or from a file beside it (`vocabulary_files`).
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError
from w2v_gui.vectors.formats.assembled import assembled, split_words
from w2v_gui.vectors.formats.mapped import content, float32
from w2v_gui.vectors.formats.npz import joined_words, output_of
from w2v_gui.vectors.formats.vocabulary_files import words_beside, words_in_json, words_in_lines

if TYPE_CHECKING:
    from typing import BinaryIO, TypeGuard

    from numpy.typing import NDArray

    from w2v_gui.vectors.formats.opened import Opened, Source
    from w2v_gui.vectors.formats.writing import Writing
    from w2v_gui.vectors.word_vectors import WordVectors

NAME = "safetensors"
ENDINGS = (".safetensors",)

_LARGEST_HEADER = 100_000_000
"""As the format's own library has it."""

_ALIGNMENT = 64
_TYPES = {"<i8": "I64", "<f4": "F32", "|u1": "U8"}
_FLOATS = {"F32": "<f4", "F16": "<f2", "BF16": "bf16", "F64": "<f8"}
_BYTES = {"F64": 8, "I64": 8, "U64": 8, "F32": 4, "I32": 4, "U32": 4, "F16": 2, "BF16": 2, "I16": 2, "U16": 2}
_METADATA = {"words": "word i is the UTF-8 text words[word_offsets[i]:word_offsets[i + 1]]"}
_WORD_KEYS = ("words", "vocab", "vocabulary", "tokens", "index_to_key", "itos")
_USUAL_NAMES = ("W", "embeddings", "embedding", "vectors", "weight")


@dataclass(frozen=True, eq=False)
class _Tensor:
    name: str
    dtype: str
    shape: tuple[int, ...]
    content: NDArray[np.uint8]

    @property
    def is_table(self) -> bool:
        return self.dtype in _FLOATS and len(self.shape) == 2 and 0 not in self.shape

    def numbers(self, source: Source, rows: int) -> NDArray[np.float32]:
        length = len(self.content) // self.shape[0] * rows
        return float32(source, self.content[:length], _FLOATS[self.dtype], (rows, self.shape[1]))

    def integers(self) -> NDArray[np.int64]:
        return self.content.copy().view("<i8")


def recognises(source: Source) -> bool:
    """Tell the format by the length in its first eight bytes, the highest of them zero, and the brace after them."""
    return 0 in source.head[:8] and source.head[8:9] == b"{"


def read(source: Source) -> Opened:
    """Read vectors; they are mapped where they are float32.

    The header is read here and not by the package `safetensors`: that copies every tensor, has no bfloat16 for
    numpy, and wants all of a packed file in memory.

    Raises
    ------
    FormatError
        If the header is none, or lies about what follows, or if vectors or words are missing.
    """
    header, body = _parts(source)
    metadata = header.pop("__metadata__", {})
    tensors = _tensors(header, body)
    tables = [tensor for tensor in tensors.values() if tensor.is_table] if tensors is not None else []
    if tensors is None or not isinstance(metadata, dict):
        raise _damaged(source)
    if not tables:
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” holds no vectors: none of its tensors are rows of floating-point numbers. Save the vectors "
                "as one tensor of two dimensions.",
            ),
            file=source.name,
        )
    own = _own_words(source, tensors)
    heights = {table.shape[0] for table in tables}
    words, repaired = own or _words_in(metadata, heights) or _words_beside(source, heights)
    table = _table(source, tables, tensors["word_offsets"].shape[0] - 1 if own else len(words))
    if source.first is not None:
        words = words[: source.first]
    output, counts = tensors.get("W_out"), tensors.get("counts")
    return assembled(
        source,
        NAME,
        words,
        table.numbers(source, len(words)),
        counts.integers() if counts and (counts.dtype, counts.shape) == ("I64", table.shape[:1]) else None,
        output.numbers(source, len(words))
        if table.name == "W" and output in tables and output.shape == table.shape
        else None,
        repaired=repaired,
        available=table.shape[0],
    )


def _parts(source: Source) -> tuple[dict[str, Any], NDArray[np.uint8]]:
    """Return the header, and the bytes after it."""
    length = int.from_bytes(source.head[:8], "little")
    # Of a packed file, the header may be what packs well; a list of tensors is not a thousand times as long.
    most = min(_LARGEST_HEADER, source.size if not source.packed else (source.size << 4) + (1 << 16))
    if length > most - 8:
        raise _damaged(source)
    text = source.stream.read(8 + length)[8:]
    try:
        header = json.loads(text)
        needed = 8 + length + max(entry["data_offsets"][1] for name, entry in header.items() if name != "__metadata__")
    except (ValueError, RecursionError, TypeError, KeyError, IndexError, AttributeError):
        raise _damaged(source) from None
    if type(needed) is not int or needed > source.most:
        raise _damaged(source)
    return header, content(source, needed + 1)[8 + length :]


def _tensors(header: dict[str, Any], body: NDArray[np.uint8]) -> dict[str, _Tensor] | None:
    """Return the tensors of a header; None if one has not the length of its shape, or not all follow each other."""
    tensors, spans = {}, []
    for name, entry in header.items():
        if not isinstance(entry, dict):
            return None
        dtype, shape, span = entry.get("dtype"), entry.get("shape"), entry.get("data_offsets")
        if not isinstance(dtype, str) or not _whole(shape, 16) or not _whole(span, 2) or len(span) != 2:
            return None
        start, end = span
        if not start <= end <= len(body):
            return None
        if dtype in _BYTES and math.prod(shape) * _BYTES[dtype] != end - start:
            return None
        spans.append((start, end))
        tensors[name] = _Tensor(name, dtype, tuple(shape), body[start:end])
    spans.sort()
    ends = [0, *(end for _, end in spans)]
    return tensors if [start for start, _ in spans] + [len(body)] == ends else None


def _whole(numbers: object, most: int) -> TypeGuard[list[int]]:
    """Whether this is a list of not too many whole numbers from zero on, none of them beyond all files."""
    return (
        isinstance(numbers, list)
        and len(numbers) <= most
        and all(type(number) is int and 0 <= number < 1 << 62 for number in numbers)
    )


def _own_words(source: Source, tensors: dict[str, _Tensor]) -> tuple[list[str], int] | None:
    words, offsets = tensors.get("words"), tensors.get("word_offsets")
    if words is None or offsets is None or (words.dtype, offsets.dtype) != ("U8", "I64"):
        return None
    return split_words(source, words.content, offsets.integers(), source.first)


def _words_in(metadata: dict[str, Any], heights: set[int]) -> tuple[list[str], int] | None:
    for key in _WORD_KEYS:
        text = metadata.get(key)
        if isinstance(text, str):
            words = words_in_json(text) or words_in_lines(text)
            if len(words) in heights:
                return words, 0
    return None


def _words_beside(source: Source, heights: set[int]) -> tuple[list[str], int]:
    others = []
    for name, words in words_beside(source.path):
        if len(words) in heights:
            return words, 0
        others.append((name, len(words)))
    if others:
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” holds {count} vectors, but “{vocabulary}” beside it holds {words} words. Put the words that "
                "belong to the vectors there, one in each line.",
            ),
            file=source.name,
            count=max(heights),
            vocabulary=others[0][0],
            words=others[0][1],
        )
    raise FormatError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” holds {count} vectors but no words for them. Put the words in a file “vocab.txt” beside it, one "
            "in each line, or in its metadata as “words”, a list in JSON.",
        ),
        file=source.name,
        count=max(heights),
    )


def _table(source: Source, tables: list[_Tensor], count: int) -> _Tensor:
    """Return the table that the words belong to."""
    fitting = [table for table in tables if table.shape[0] == count]
    usual = [table for name in _USUAL_NAMES for table in fitting if table.name.rpartition(".")[2] == name]
    if usual or len(fitting) == 1:
        return (usual or fitting)[0]
    if not fitting:
        raise _damaged(source)
    raise FormatError(
        QT_TRANSLATE_NOOP(
            "errors",
            "“{file}” holds several tables of numbers ({names}), and nothing says which are the vectors. Save that one "
            "alone, under the name “embeddings”.",
        ),
        file=source.name,
        names=", ".join(table.name for table in fitting[:5]),
    )


def _damaged(source: Source) -> FormatError:
    return FormatError(
        QT_TRANSLATE_NOOP(
            "errors", "“{file}” is a damaged or incomplete safetensors file. Get it again, or save it anew."
        ),
        file=source.name,
    )


def write(file: BinaryIO, vectors: WordVectors, writing: Writing) -> None:
    """Write the vectors with their words.

    The package `safetensors` would want all bytes in memory at once, and write its metadata in any order.
    """
    words, offsets = joined_words(vectors)
    # The larger types first: then each tensor begins where its type may.
    tensors: dict[str, NDArray[Any] | None] = {
        "word_offsets": offsets,
        "counts": vectors.counts,
        "W": vectors.matrix,
        "W_out": output_of(vectors),
        "words": words,
    }
    present = {name: tensor for name, tensor in tensors.items() if tensor is not None}
    file.write(_header(present))
    numbers = writing.rows(tensors["W"], tensors["W_out"])
    for tensor in present.values():
        if tensor.dtype == np.float32:
            for rows in next(numbers):
                file.write(rows)
        else:
            file.write(tensor.astype(tensor.dtype.newbyteorder("<")).tobytes())


def _header(tensors: dict[str, NDArray[Any]]) -> bytes:
    header: dict[str, Any] = {"__metadata__": _METADATA}
    end = 0
    for name, tensor in tensors.items():
        start, end = end, end + tensor.nbytes
        kind = _TYPES[tensor.dtype.newbyteorder("<").str]
        header[name] = {"dtype": kind, "shape": tensor.shape, "data_offsets": [start, end]}
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-(8 + len(text)) % _ALIGNMENT)
    return len(text).to_bytes(8, "little") + text
