"""fastText's models (``.bin``): settings, words, and a matrix with a row for each word and each bucket of n-grams.

The vector of a word is the mean of its own row and the rows of its character n-grams: so fastText itself has it, in
``print-word-vectors`` and in the ``.vec`` beside the model, and so has gensim. The end of a sentence, ``</s>``, has no
n-grams in fastText and is its own row alone; gensim gives it some.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, FormatError
from w2v_gui.vectors.formats.assembled import assembled, decoded
from w2v_gui.vectors.formats.character_ngrams import ngram_buckets
from w2v_gui.vectors.formats.mapped import content
from w2v_gui.vectors.formats.matrix_store import MatrixStore
from w2v_gui.vectors.libraries import library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from numpy.typing import NDArray

    from w2v_gui.vectors.formats.opened import Opened, Source

NAME = QT_TRANSLATE_NOOP("formats", "fastText model")

MAGIC = struct.pack("<i", 793712314)
_VERSIONS = (11, 12)
_SUPERVISED = 3
_END_OF_SENTENCE = b"</s>"

_SETTINGS = struct.Struct("<4s13id")
_SIZES = struct.Struct("<3i2q")
_ENTRY = struct.Struct("<qb")
_MATRIX = struct.Struct("<?2q")

_CHUNK = 1 << 20
_LONGEST_NGRAM = 64
_LONGEST_WORD = 1 << 16

_WORDS = 2048
"""Words whose n-grams are found at a time."""

_ROWS = 4096
"""Rows that are added up at a time: so many stay near the processor."""


@dataclass(frozen=True)
class _Model:
    """What a file holds before its numbers, and where these stand.

    ``shortest`` and ``longest`` are of n-grams; of ``buckets`` there are none where the model has no n-grams.
    """

    words: list[bytes]
    counts: list[int]
    dimensions: int
    shortest: int
    longest: int
    buckets: int
    start: int

    @property
    def end(self) -> int:
        return self.start + (len(self.words) + self.buckets) * self.dimensions * 4


def recognises(source: Source) -> bool:
    """Tell the format by its first four bytes."""
    return source.head.startswith(MAGIC)


def read(source: Source) -> Opened:
    """Read the words of an unsupervised model, and compute their vectors.

    Raises
    ------
    FormatError
        If the model is supervised, quantised, of another version, or damaged.
    """
    try:
        model = _model(source)
    except (struct.error, ValueError) as error:
        raise _damaged(source) from error
    if model.end > source.most:
        raise _damaged(source)
    data = content(source, model.end)
    if len(data) < model.end:
        raise _damaged(source)
    # As bytes: numbers begin wherever the words end, and numpy adds up only what begins at a multiple of four.
    rows = data[model.start : model.end].reshape(-1, model.dimensions * 4)
    words = model.words[: source.first]
    with MatrixStore(model.dimensions, len(words)) as store:
        for start, block in _blocks(words):
            source.tell(0.9 * start / len(words))
            store.add(_vectors(rows, start, block, model))
        matrix = store.finish()
    texts, repaired = decoded(words)
    counts = np.array(model.counts, dtype=np.int64)
    return assembled(source, NAME, texts, matrix, counts, repaired=repaired, available=len(model.words))


def _model(source: Source) -> _Model:
    stream = source.stream
    stream.seek(0)
    _, version, dimensions, *_, kind, buckets, shortest, longest, _, _ = _unpacked(stream, _SETTINGS)
    if version not in _VERSIONS:
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” is a fastText model of version {version}, which is not read here. Open the .vec file that "
                "fastText wrote beside it.",
            ),
            file=source.name,
            version=version,
        )
    size, words, labels, _, pruned = _unpacked(stream, _SIZES)
    if kind == _SUPERVISED or labels > 0:
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” is a fastText classifier and not a model of words: its vectors were learned to tell labels "
                "apart. Choose a model that was made by “fasttext skipgram” or “fasttext cbow”.",
            ),
            file=source.name,
        )
    # The shortest entry is an empty word.
    if kind not in (1, 2) or not 0 < size <= source.most // (1 + _ENTRY.size) or size != words:
        raise ValueError("no such model")
    entries, length, rest = _dictionary(source, size)
    # A list of n-grams that were kept, and whether numbers are codes: only quantised models have these.
    quantised, rows, columns = _MATRIX.unpack((rest + stream.read(_MATRIX.size))[: _MATRIX.size])
    if pruned > 0 or quantised:
        raise FormatError(
            QT_TRANSLATE_NOOP(
                "errors",
                "“{file}” is a quantised fastText model, whose vectors are only rough. Open the .bin file from which "
                "it was made, or the .vec file beside that.",
            ),
            file=source.name,
        )
    # Each word has a row, and so has each bucket.
    if (
        columns != dimensions
        or dimensions < 1
        or buckets < 0
        or rows != size + buckets
        or not 0 <= longest <= _LONGEST_NGRAM
    ):
        raise ValueError("sizes that do not fit")
    words_alone = longest == 0 or buckets == 0 or pruned == 0
    start = _SETTINGS.size + _SIZES.size + length + _MATRIX.size
    names, counts = zip(*entries, strict=True)
    return _Model(list(names), list(counts), dimensions, shortest, longest, 0 if words_alone else buckets, start)


def _unpacked(stream: BinaryIO, fields: struct.Struct) -> tuple[int, ...]:
    return fields.unpack(stream.read(fields.size))


def _dictionary(source: Source, size: int) -> tuple[list[tuple[bytes, int]], int, bytes]:
    """Return words and counts, how many bytes they take, and what has been read after them."""
    entries: list[tuple[bytes, int]] = []
    buffer, position, before = b"", 0, 0
    while len(entries) < size:
        end = buffer.find(b"\0", position)
        if end < 0 or end + _ENTRY.size >= len(buffer):
            source.tell(0.0)
            more = source.stream.read(_CHUNK)
            if not more or len(buffer) - position > _LONGEST_WORD + _CHUNK:
                raise ValueError("no end of the words")
            before += position
            buffer, position = buffer[position:] + more, 0
            continue
        entries.append((buffer[position:end], _ENTRY.unpack_from(buffer, end + 1)[0]))
        position = end + 1 + _ENTRY.size
    return entries, before + position, buffer[position:]


def _blocks(words: Sequence[bytes]) -> Iterator[tuple[int, Sequence[bytes]]]:
    """Return so many words at a time, and of very long ones fewer; with each block, the row at which it begins."""
    start, length = 0, 0
    for row, word in enumerate(words):
        length += len(word)
        if row - start == _WORDS or length > _LONGEST_WORD:
            yield start, words[start:row]
            start, length = row, len(word)
    yield start, words[start:]


def _vectors(rows: NDArray[np.uint8], start: int, words: Sequence[bytes], model: _Model) -> NDArray[np.float32]:
    """Return the vectors of some words: the mean of each one's own row and those of its n-grams."""
    if not model.buckets:
        return rows[start : start + len(words)].copy().view("<f4")
    having = np.array([word != _END_OF_SENTENCE for word in words])
    buckets, counts = ngram_buckets(
        [word for word in words if word != _END_OF_SENTENCE], model.shortest, model.longest, model.buckets
    )
    summands = np.ones(len(words), dtype=np.int64)
    summands[having] += counts
    ends = np.cumsum(summands)
    wanted = np.empty(ends[-1], dtype=np.int64)
    own = np.zeros(len(wanted), dtype=bool)
    own[ends - summands] = True
    wanted[own] = np.arange(start, start + len(words))
    wanted[~own] = len(model.words) + buckets
    sums = _sums(rows, wanted, ends)
    sums /= summands[:, None].astype(np.float32)
    return sums


def _sums(rows: NDArray[np.uint8], wanted: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return sums of rows, each in the order in which they are wanted; ``ends`` says where the next sum begins."""
    csr_array = library("scipy.sparse").csr_array
    sums = np.zeros((len(ends), rows.shape[1] // 4), dtype=np.float32)
    first = 0
    while first < len(wanted):
        # As many whole sums as fit, or a part of one that is too long.
        last = ends[np.searchsorted(ends, first + _ROWS, "right") - 1]
        last = last if last > first else min(first + _ROWS, len(wanted))
        low, high = np.searchsorted(ends, [first, last - 1], "right")
        borders = np.clip(np.append(first, ends[low : high + 1]), first, last) - first
        numbers = np.take(rows, wanted[first:last], axis=0).view("<f4")
        ones = np.ones(last - first, dtype=np.float32)
        picked = csr_array((ones, np.arange(last - first), borders), shape=(len(borders) - 1, last - first))
        sums[low : high + 1] += picked @ numbers
        first = last
    return sums


def _damaged(source: Source) -> FormatError:
    return FormatError(
        QT_TRANSLATE_NOOP(
            "errors", "“{file}” is a damaged or incomplete fastText model. Get it again from where it came from."
        ),
        file=source.name,
    )
