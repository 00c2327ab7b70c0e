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
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.vectors.formats.npz import joined_words, output_of

if TYPE_CHECKING:
    from typing import Any, BinaryIO

    from numpy.typing import NDArray

    from w2v_gui.vectors.formats.writing import Writing
    from w2v_gui.vectors.word_vectors import WordVectors

NAME = "safetensors"
ENDINGS = (".safetensors",)

_ALIGNMENT = 64
_TYPES = {"<i8": "I64", "<f4": "F32", "|u1": "U8"}
_METADATA = {"words": "word i is the UTF-8 text words[word_offsets[i]:word_offsets[i + 1]]"}


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
    for tensor in present.values():
        if tensor.dtype == np.float32:
            for rows in writing.rows(tensor):
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
