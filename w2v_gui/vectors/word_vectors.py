"""`WordVectors`: words and their vectors, and the questions one can ask of them directly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError
from w2v_gui.vectors.lengths import lengths, unit_vector
from w2v_gui.vectors.lexicon import Lexicon, unknown_word
from w2v_gui.vectors.spelling import nearest_spellings

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from numpy.typing import ArrayLike, NDArray

Rows = Literal["W", "W_out", "mean"]
Some: TypeAlias = "int | NDArray[np.intp]"
_Number = TypeVar("_Number", bound=np.generic)

_BLOCK = 1 << 16
"""Numbers handled at a time where a float64 copy is needed: so many stay near the processor."""

_PRODUCTS = 1 << 21
"""Cosines computed between two looks at whether to go on: a few hundredths of a second."""

_FEW = 20
"""Where less than one row in so many is wanted, copying them takes less time than a product with all."""


@dataclass(frozen=True)
class Neighbour:
    """A word near to what was asked.

    Attributes
    ----------
    word : str
    similarity : float
        Cosine, -1 to 1; or what 3CosMul gives.
    count : int or None
        Occurrences in the corpus, where known.
    """

    word: str
    similarity: float
    count: int | None = None


class WordVectors:
    """Words and their vectors: what every reader returns and every question is asked of.

    A word is looked up as it is written; if there is no such word, its lower-cased form is tried.

    Parameters
    ----------
    words : sequence of str, or Lexicon
        The word of each row; most frequent first, where that is known.
    matrix : array_like of float32, shape (V, N)
        One row a word. Not copied when it is float32 already.
    counts : array_like of int, shape (V,), optional
        Occurrences in the corpus.
    output : array_like of float32, shape (V, N), optional
        The output vectors W′, one row a word. Leave it out where the output layer has no rows for words
        (hierarchical softmax).
    norms : array_like of float, shape (V,), optional
        The length of each row, where that is known already.
    """

    def __init__(
        self,
        words: Sequence[str] | Lexicon,
        matrix: ArrayLike,
        counts: ArrayLike | None = None,
        output: ArrayLike | None = None,
        norms: NDArray[np.float64] | None = None,
    ) -> None:
        self._lexicon = words if isinstance(words, Lexicon) else Lexicon(words)
        self.matrix: NDArray[np.float32] = _read_only(np.asarray(matrix, dtype=np.float32))
        size = len(self._lexicon.words)
        if self.matrix.ndim != 2 or len(self.matrix) != size:
            raise ValueError(f"{size} words but a matrix of shape {self.matrix.shape}")
        self.counts: NDArray[np.int64] | None = None
        if counts is not None:
            self.counts = _read_only(np.asarray(counts, dtype=np.int64))
            if self.counts.shape != (size,):
                raise ValueError(f"{size} words but counts of shape {self.counts.shape}")
        self.output: NDArray[np.float32] | None = None
        if output is not None:
            self.output = _read_only(np.asarray(output, dtype=np.float32))
            if self.output.shape != self.matrix.shape:
                raise ValueError(f"W is of shape {self.matrix.shape} but W_out of shape {self.output.shape}")
        if norms is not None:
            if norms.shape != (size,):
                raise ValueError(f"{size} words but lengths of shape {norms.shape}")
            self.__dict__["norms"] = _read_only(norms)
        self._input = self.matrix

    @property
    def words(self) -> tuple[str, ...]:
        """The word of each row."""
        return self._lexicon.words

    @property
    def lexicon(self) -> Lexicon:
        """Words and rows, to be given to another `WordVectors` over the same words without indexing them anew."""
        return self._lexicon

    @property
    def dimensions(self) -> int:
        """Length N of a vector."""
        return int(self.matrix.shape[1])

    def __len__(self) -> int:
        """Return the number of words V."""
        return len(self._lexicon.words)

    def __iter__(self) -> Iterator[str]:
        return iter(self._lexicon.words)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.find(word) is not None

    def __repr__(self) -> str:
        return f"<WordVectors of {len(self)} words in {self.dimensions} dimensions>"

    def using(self, rows: Rows) -> WordVectors:
        """Return the same words with the input vectors W, the output vectors W′, or the mean of both.

        Raises
        ------
        ConfigError
            If there are no output vectors.
        """
        if rows not in ("W", "W_out", "mean"):
            raise ValueError(f"rows are W, W_out or mean, not {rows!r}")
        if rows == "W":
            matrix = self._input
        elif self.output is None:
            raise ConfigError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "These vectors come without output vectors W′ for each word: word2vec files do not hold them, "
                    "and hierarchical softmax has none. Use W instead.",
                )
            )
        else:
            matrix = self.output if rows == "W_out" else (self._input + self.output) / np.float32(2)
        if matrix is self.matrix:
            return self
        chosen = WordVectors(self._lexicon, matrix, self.counts, self.output)
        chosen._input = self._input
        return chosen

    def find(self, word: str) -> int | None:
        """Return the row of ``word`` as written, else lower-cased; None if neither is known."""
        return self._lexicon.find(word)

    def index(self, word: str) -> int:
        """Return the row of ``word`` as written, else lower-cased.

        Raises
        ------
        UnknownWordError
            If there is no such word; its sentence names the nearest spellings.
        """
        row = self.find(word)
        if row is None:
            raise unknown_word(word, nearest_spellings(word, self.words))
        return row

    def vector(self, word: str) -> NDArray[np.float32]:
        """Return the vector of ``word``, read-only; `UnknownWordError` if there is none."""
        row: NDArray[np.float32] = self.matrix[self.index(word)]
        return row

    @cached_property
    def norms(self) -> NDArray[np.float64]:
        """Euclidean length of each row, shape (V,); float64, so that no finite row overflows."""
        return _read_only(lengths(self.matrix))

    def measure(self, tell: Callable[[float], None]) -> None:
        """Find the length of each row now, and not when it is asked for first.

        Parameters
        ----------
        tell : callable
            Called with the share that is done every few thousandths of a second; whatever it raises ends the work.
        """
        if "norms" not in self.__dict__:
            self.__dict__["norms"] = _read_only(lengths(self.matrix, tell))

    @cached_property
    def directionless(self) -> NDArray[np.intp]:
        """Rows that no cosine is defined for: all zeros, or with a number that is not finite."""
        return np.flatnonzero(~(np.isfinite(self.norms) & (self.norms > 0)))

    @cached_property
    def _scale(self) -> NDArray[np.float32]:
        """What turns a dot product into a cosine, row by row; 0 where float32 does not do."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(self._ordinary, 1 / self.norms, 0).astype(np.float32)

    @cached_property
    def _ordinary(self) -> NDArray[np.bool_]:
        return (self.norms > 1e-18) & (self.norms < 1e18)

    @cached_property
    def _extraordinary_rows(self) -> NDArray[np.intp]:
        """Rows with a direction, but so long or short that float32 products overflow or vanish."""
        return np.setdiff1d(np.flatnonzero(~self._ordinary), self.directionless, assume_unique=True)

    def units(self, rows: Sequence[int] | NDArray[np.intp]) -> NDArray[np.float32]:
        """Return copies of the given rows scaled to length 1; rows without a direction become zeros."""
        wanted = np.asarray(rows, dtype=np.intp)
        norms = self.norms[wanted, None]
        known = np.isfinite(norms) & (norms > 0)
        chosen = np.where(known, self.matrix[wanted].astype(np.float64), 0.0)
        return np.asarray(chosen / np.where(known, norms, 1.0), dtype=np.float32)

    def candidates(self, restrict: int | None = None, min_count: int = 0, among: Iterable[int] | None = None) -> Some:
        """Which rows an answer is looked for in: the first so many, or an array of them in order.

        Parameters
        ----------
        restrict : int, optional
            Only the first so many words.
        min_count : int
            Only words that occur at least so often; without counts, all of them.
        among : iterable of int, optional
            Only these rows.
        """
        first = len(self) if restrict is None else max(0, min(restrict, len(self)))
        rare = self.counts is not None and min_count > 0
        if among is not None:
            rows = np.unique(np.fromiter(among, dtype=np.intp))
            rows = rows[(rows >= 0) & (rows < first)]
            return rows[self.counts[rows] >= min_count] if rare and self.counts is not None else rows
        if not rare or self.counts is None:
            return first
        frequent = self.counts[:first] >= min_count
        prefix = int(frequent.argmin()) if not frequent.all() else first
        return np.flatnonzero(frequent) if frequent[prefix:].any() else prefix

    def cosines(
        self, units: NDArray[np.float32], rows: Some | None = None, tell: Callable[[], None] = lambda: None
    ) -> NDArray[np.float32]:
        """Cosines of vectors with the first so many words, or with some, by one exact matrix product.

        The matrix is not copied, unless few rows of it are wanted: the products are divided by the lengths
        afterwards.

        Parameters
        ----------
        units : ndarray of float32, shape (Q, N)
            Vectors of length 1.
        rows : int or ndarray of intp, optional
            How many words, from the first, or which; all by default.
        tell : callable
            Called every few hundredths of a second; whatever it raises ends the work.

        Returns
        -------
        ndarray of float32, shape (Q, rows)
            -inf for words without a direction; never NaN.
        """
        if isinstance(rows, np.ndarray):
            if len(rows) * _FEW > len(self):
                chosen: NDArray[np.float32] = self.cosines(units, tell=tell)[:, rows]
                return chosen
            return self._some_cosines(units, rows)
        rows = len(self) if rows is None else max(0, min(rows, len(self)))
        products = np.empty((len(units), rows), dtype=np.float32)
        step = max(1, _PRODUCTS // max(1, len(units)))
        with np.errstate(invalid="ignore", over="ignore"):
            for start in range(0, rows, step):
                tell()
                some = slice(start, min(start + step, rows))
                np.matmul(units, self.matrix[some].T, out=products[:, some])
                products[:, some] *= self._scale[some]
            strange = self._extraordinary_rows[self._extraordinary_rows < rows]
            if len(strange):
                products[:, strange] = units @ self.units(strange).T
            np.clip(products, -1.0, 1.0, out=products)
        products[:, self.directionless[self.directionless < rows]] = -np.inf
        return products

    def _some_cosines(self, units: NDArray[np.float32], rows: NDArray[np.intp]) -> NDArray[np.float32]:
        cosines = np.empty((len(units), len(rows)), dtype=np.float32)
        step = max(1, _BLOCK // max(1, self.dimensions))
        for start in range(0, len(rows), step):
            cosines[:, start : start + step] = units @ self.units(rows[start : start + step]).T
        np.clip(cosines, -1.0, 1.0, out=cosines)
        cosines[:, np.isin(rows, self.directionless)] = -np.inf
        return cosines

    def similarity(self, a: str, b: str) -> float:
        """Cosine of the vectors of two words; 0 where one of them has no direction."""
        first, second = self.units([self.index(a), self.index(b)]).astype(np.float64)
        return float(np.clip(first @ second, -1.0, 1.0))

    def neighbours(
        self,
        query: str | ArrayLike,
        top: int = 10,
        exclude: Iterable[str] = (),
        restrict: int | None = None,
        min_count: int = 0,
        among: Iterable[int] | None = None,
    ) -> list[Neighbour]:
        """Return the words whose vectors point most nearly the same way, nearest first.

        Exact: every vector is compared. Words that are equally near come in the order of the rows. Words
        without a direction are never listed, and a query without one has no neighbours.

        Parameters
        ----------
        query : str or array_like, shape (N,)
            A word, which is not listed itself, or a vector of any length.
        top : int
            How many at most.
        exclude : iterable of str
            Words not to list; unknown ones are no error.
        restrict, min_count, among
            Which words are compared, see `candidates`: the others count for nothing, and ``top`` is taken after.

        Raises
        ------
        UnknownWordError
            If ``query`` is a word that is not in the vocabulary.
        """
        left_out = {row for word in exclude if (row := self.find(word)) is not None}
        if isinstance(query, str):
            row = self.index(query)
            left_out.add(row)
            unit = self.units([row])
        else:
            unit = unit_vector(query)
        if not unit.any() or top < 1:
            return []
        rows = self.candidates(restrict, min_count, among)
        return self.best(self.cosines(unit, rows)[0], rows, top, left_out)

    def best(self, scores: NDArray[np.float32], rows: Some, top: int, exclude: Collection[int]) -> list[Neighbour]:
        """Return the words with the highest scores, highest first, equal ones in the order of their rows.

        Parameters
        ----------
        scores : ndarray of float32
            One for each of the rows; is written into. Words of -inf are not listed.
        rows : int or ndarray of intp
            How many rows, from the first, or which, in order.
        top : int
            How many words at most.
        exclude : collection of int
            Rows that are not listed.
        """
        left_out = np.fromiter(exclude, dtype=np.intp)
        if isinstance(rows, np.ndarray):
            scores[np.isin(rows, left_out)] = -np.inf
        else:
            scores[left_out[left_out < len(scores)]] = -np.inf
        places = _best(scores, top)
        return [
            Neighbour(self.words[row], score, None if self.counts is None else int(self.counts[row]))
            for row, score in zip(
                rows[places].tolist() if isinstance(rows, np.ndarray) else places,
                scores[places].tolist(),
                strict=True,
            )
        ]


def output_vectors(W: NDArray[np.float32], W_out: NDArray[np.float32] | None) -> NDArray[np.float32] | None:
    """Return W′ if it holds a row for each word; under hierarchical softmax its rows are nodes of a tree."""
    return W_out if W_out is not None and W_out.shape == W.shape else None


def _best(scores: NDArray[np.float32], top: int) -> list[int]:
    """Return the places of the highest scores, highest first, equal ones in order; never one of -inf."""
    if top < len(scores):
        threshold = scores[np.argpartition(scores, -top)[-top:]].min()
        candidates = np.flatnonzero(scores >= threshold)
    else:
        candidates = np.arange(len(scores))
    candidates = candidates[scores[candidates] > -np.inf]
    return [int(row) for row in candidates[np.argsort(-scores[candidates], kind="stable")][:top]]


def _read_only(array: NDArray[_Number]) -> NDArray[_Number]:
    """Return a read-only view; the caller's own array stays as it is."""
    view = array.view()
    view.flags.writeable = False
    return view
