"""A text in blocks, each with the places where its tokens stand."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.original import OriginalText

REMEMBERED = 6
"""Blocks that are remembered."""

_SPACED_TOKENS = 1 << 13


@dataclass(frozen=True, eq=False)
class Block:
    """A stretch of text.

    Attributes
    ----------
    begin, end : int
        Which tokens stand in it.
    text : str
    starts, ends : ndarray of int32, shape (end − begin,)
        Where in the text each of them stands.
    """

    begin: int
    end: int
    text: str
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]


class Blocks(Protocol):
    """A text that can be had in blocks."""

    @property
    def count(self) -> int:
        """How many blocks there are."""

    def find(self, token: int) -> int:
        """Return the block in which a token stands."""

    def load(self, block: int) -> Block:
        """Return a block; this may take milliseconds."""

    def between(self, before: int, after: int, length: int) -> str:
        """Return what stands between two blocks, with at least so many characters of either end of it."""

    def offset(self, block: Block, token: int) -> int:
        """Return where in the whole text a token of a block begins."""

    def block_at(self, offset: int) -> int:
        """Return the block in which an offset lies."""


class OriginalBlocks:
    """Blocks of the text as it stands in the file. To load the first takes half a second: that is numba."""

    def __init__(self, corpus: EncodedCorpus, original: OriginalText) -> None:
        self._corpus = corpus
        self._original = original

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return self._original.blocks

    def find(self, token: int) -> int:
        """Return the block in which a token stands."""
        return self._original.find(token)

    def load(self, block: int) -> Block:
        """Return a block; the first takes longer, the others milliseconds."""
        from w2v_gui.corpus.alignment import align  # imports numba, which takes its time

        begin, end = self._original.tokens(block)
        ids, tokens = np.unique(self._corpus.ids[begin:end], return_inverse=True)
        self._corpus.let_go(begin, end)
        text = self._original.text(block)
        found = align(text, list(map(self._corpus.word, ids.tolist())), tokens, self._original.table)
        if found is None:
            return spaced(self._corpus, begin, end)
        return Block(begin, end, text, *found)

    def between(self, before: int, after: int, length: int) -> str:
        """Return what stands between two blocks, with at least so many characters of either end of it."""
        return "".join([self._original.ends_of(block, 4 * length) for block in range(before + 1, after)])

    def offset(self, block: Block, token: int) -> int:
        """Return where in the whole text a token of a block begins, in bytes."""
        before = block.text[: block.starts[token - block.begin]]
        return self._original.offset(self.find(token)) + len(before.encode("utf-8", "surrogatepass"))

    def block_at(self, offset: int) -> int:
        """Return the block in which an offset lies."""
        return self._original.block_at(offset)


class SpacedBlocks:
    """Blocks of a text of which only the words are known."""

    def __init__(self, corpus: EncodedCorpus) -> None:
        self._corpus = corpus
        self.count = -(-len(corpus) // _SPACED_TOKENS)

    def find(self, token: int) -> int:
        """Return the block in which a token stands."""
        return token // _SPACED_TOKENS

    def load(self, block: int) -> Block:
        """Return a block."""
        begin = block * _SPACED_TOKENS
        return spaced(self._corpus, begin, min(begin + _SPACED_TOKENS, len(self._corpus)))

    def between(self, before: int, after: int, length: int) -> str:
        """Return what stands between two blocks: nothing."""
        return ""

    def offset(self, block: Block, token: int) -> int:
        """Return where in the whole text a token of a block begins: tokens are all that is known."""
        return token

    def block_at(self, offset: int) -> int:
        """Return the block in which an offset lies."""
        return min(self.find(max(offset, 0)), self.count - 1)


class RememberedBlocks:
    """Blocks, the latest of which are remembered. May be asked from several threads at once."""

    def __init__(self, blocks: Blocks) -> None:
        self._blocks = blocks
        self._loaded: OrderedDict[int, Block] = OrderedDict()
        self._lock = Lock()

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return self._blocks.count

    def find(self, token: int) -> int:
        """Return the block in which a token stands."""
        return self._blocks.find(token)

    def remembers(self, block: int) -> bool:
        """Whether to load a block takes no time."""
        return block in self._loaded

    def load(self, block: int) -> Block:
        """Return a block."""
        with self._lock:
            found = self._loaded.get(block)
            if found is not None:
                self._loaded.move_to_end(block)
                return found
        # Outside the lock: whoever asks for another block, which is there, does not wait.
        found = self._blocks.load(block)
        with self._lock:
            self._loaded[block] = found
            if len(self._loaded) > REMEMBERED:
                self._loaded.popitem(last=False)
        return found

    def between(self, before: int, after: int, length: int) -> str:
        """Return what stands between two blocks, with at least so many characters of either end of it."""
        return self._blocks.between(before, after, length)

    def offset(self, token: int) -> int:
        """Return where in the whole text a token begins."""
        return self._blocks.offset(self.load(self.find(token)), token)

    def nearest(self, offset: int) -> int:
        """Return the last token that begins at an offset or before it, or else the first of the same block."""
        number = self._blocks.block_at(offset)
        block = self.load(number)
        while block.begin == block.end and number > 0:
            number -= 1
            block = self.load(number)
        first, last = block.begin, block.end - 1
        while first < last:
            middle = (first + last + 1) // 2
            if self._blocks.offset(block, middle) <= offset:
                first = middle
            else:
                last = middle - 1
        return max(first, 0)


def spaced(corpus: EncodedCorpus, begin: int, end: int) -> Block:
    """Return tokens as a text of its own: with a space after each, or a line end after the last of a sentence."""
    words = list(map(corpus.word, corpus.ids[begin:end].tolist()))
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    ends = np.cumsum(lengths + 1) - 1
    separators = np.full(len(words), " ")
    first, last = np.searchsorted(corpus.offsets, [begin + 1, end + 1])
    separators[corpus.offsets[first:last] - begin - 1] = "\n"
    text = "".join([part for pair in zip(words, separators.tolist(), strict=True) for part in pair])
    return Block(begin, end, text, (ends - lengths).astype(np.int32), ends.astype(np.int32))
