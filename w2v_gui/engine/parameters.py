"""The weights that are learned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.engine.kernels.simd import aligned_zeros, padded
from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError

if TYPE_CHECKING:
    from collections.abc import Sequence

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
                "{words} words × {vector_size} dimensions need {gigabytes:,.1f} GB, more than this machine has. Lower "
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


def initial_rows(ids: Sequence[int], vector_size: int, seed: int) -> NDArray[np.float32]:
    """Return the values that rows of W start from, without drawing the rows before them.

    Parameters
    ----------
    ids : sequence of int
    vector_size : int
        N, the length of a row.
    seed : int

    Returns
    -------
    ndarray of float32, shape (len(ids), N)
    """
    rows = np.empty((len(ids), vector_size), np.float32)
    for row, word in zip(rows, ids, strict=True):
        generator = np.random.default_rng(seed)
        # Every draw of 64 bits gives two of these numbers.
        draws, odd = divmod(word * vector_size, 2)
        generator.bit_generator.advance(draws)  # type: ignore[attr-defined]
        row[:] = generator.random(vector_size + odd, dtype=np.float32)[odd:]
    return (rows - np.float32(0.5)) / np.float32(vector_size)
