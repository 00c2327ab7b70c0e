"""What the writers share: how far a file is, when to give up, and what a format cannot hold as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from w2v_gui.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np
    from numpy.typing import NDArray

    from w2v_gui.vectors.word_vectors import WordVectors

_BLOCK = 1 << 18
"""Numbers written between two looks at whether the user has given up: as text, some tenth of a second."""


class Writing:
    """One file that is being written.

    Parameters
    ----------
    progress : callable, optional
        Called now and then with the share that is written, 0 to 1.
    cancelled : callable, optional
        Asked as often; `Cancelled` is raised when it returns true.

    Attributes
    ----------
    marked : int
        Words in which something had to be made visible because the format cannot hold it.
    left_out : int
        Rows that the format cannot hold.
    """

    def __init__(
        self, progress: Callable[[float], None] | None = None, cancelled: Callable[[], bool] | None = None
    ) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self.marked = 0
        self.left_out = 0

    def blocks(self, vectors: WordVectors) -> Iterator[tuple[tuple[str, ...], NDArray[np.float32]]]:
        """Return words and their rows, so many at a time."""
        step = max(1, _BLOCK // vectors.dimensions)
        for start in range(0, len(vectors), step):
            self.tell(start / len(vectors))
            yield vectors.words[start : start + step], vectors.matrix[start : start + step]
        self.tell(1.0)

    def rows(self, *matrices: NDArray[np.float32] | None) -> Iterator[Iterator[bytes]]:
        """Return, for each matrix that is there, its numbers as little-endian float32, so many rows at a time."""
        present = [matrix for matrix in matrices if matrix is not None]
        for number, matrix in enumerate(present):
            yield self._rows(matrix, number, len(present))

    def _rows(self, matrix: NDArray[np.float32], number: int, of: int) -> Iterator[bytes]:
        step = max(1, _BLOCK // max(1, matrix.shape[1]))
        for start in range(0, len(matrix), step):
            self.tell((number + start / len(matrix)) / of)
            yield matrix[start : start + step].astype("<f4", order="C").tobytes()
        self.tell((number + 1) / of)

    def lines(self, vectors: WordVectors, encoded: Callable[[str], bytes], number: str = "%.9g") -> Iterator[bytes]:
        """Return a line for each word, with its numbers between spaces; nine digits bring every float32 back."""
        numbers = " ".join([number] * vectors.dimensions)
        for words, rows in self.blocks(vectors):
            for word, row in zip(words, rows.tolist(), strict=True):
                yield b"%b %b\n" % (self.noted(word, encoded(word)), (numbers % tuple(row)).encode())

    def tell(self, share: float) -> None:
        """Say how far it is.

        Raises
        ------
        Cancelled
            If the user has given up.
        """
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        if self._progress is not None:
            self._progress(share)

    def noted(self, word: str, encoded: bytes) -> bytes:
        """Return what is written for a word, and count it if that is not the word itself."""
        self.marked += encoded != word.encode(errors="surrogatepass")
        return encoded
