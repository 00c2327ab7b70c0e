"""The weights that are learned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.engine.kernels.simd import aligned_zeros, padded
from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Parameters:
    """The two matrices of the network.

    Attributes
    ----------
    W_storage, W_out_storage : ndarray of float32, contiguous
        What the kernels work on: rows padded with zeros to a multiple of `WIDTH`, and behind W_out's own rows
        the spare rows that an objective asked for.
    W : ndarray of float32, shape (V, N)
        Input vectors: row k is v_w of word k. A view.
    W_out : ndarray of float32, shape (rows, N)
        Output vectors by rows: V words, or V − 1 inner nodes of the Huffman tree. A view.
    """

    W_storage: NDArray[np.float32]
    W_out_storage: NDArray[np.float32]
    W: NDArray[np.float32]
    W_out: NDArray[np.float32]

    @property
    def stride(self) -> np.uint64:
        """Length of a row with its padding."""
        return np.uint64(self.W_storage.shape[1])


def allocate(words: int, output_rows: int, vector_size: int, spare_rows: int = 0) -> Parameters:
    """Return parameters of that size, all zero.

    Raises
    ------
    ConfigError
        If the machine has not enough memory for them.
    """
    stride = padded(vector_size)
    try:
        inner = aligned_zeros(words, stride)
        outer = aligned_zeros(output_rows + spare_rows, stride)
    except (MemoryError, ValueError):
        raise ConfigError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{words} words × {vector_size} dimensions need {gigabytes:.1f} GB, more than this machine has. Lower "
                "vector_size or raise min_count.",
            ),
            words=words,
            vector_size=vector_size,
            gigabytes=(words + output_rows) * stride * 4 / 1e9,
        ) from None
    return Parameters(inner, outer, inner[:, :vector_size], outer[:output_rows, :vector_size])


def initialise(parameters: Parameters, seed: int) -> None:
    """Set the values that training starts from: W uniform within ±0.5/N, as word2vec.c does; W_out stays zero.

    The same seed gives the same bytes.
    """
    generator = np.random.default_rng(seed)
    size = parameters.W.shape[1]
    rows = max(1, 2**18 // size)  # in blocks, to need no second matrix
    for start in range(0, len(parameters.W), rows):
        block = parameters.W[start : start + rows]
        block[...] = (generator.random(block.shape, dtype=np.float32) - 0.5) / size
