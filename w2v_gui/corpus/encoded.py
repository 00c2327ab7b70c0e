"""A corpus as numbers: the id of every token, and where the sentences begin."""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.corpus.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class EncodedCorpus:
    """The token ids of a text, sentence after sentence.

    Attributes
    ----------
    name : str
        What to call it on screen.
    ids : ndarray of int32, shape (T,), read-only
        The id of every token, in the order of the text; when large, memory-mapped from a nameless file that
        disappears with the array. Ids from ``len(vocabulary)`` on are those of stop words. Neither these nor words
        below ``min_count`` are left out: training passes over every id that is not below the size of the
        vocabulary it keeps.
    offsets : ndarray of int64, shape (S + 1,), read-only
        Sentence s is ``ids[offsets[s]:offsets[s + 1]]``. No sentence is empty.
    vocabulary : Vocabulary
        Every word of the text, however rare, that is not a stop word.
    stop_words : tuple of str
        The stop words that occur in the text, most frequent first: ``stop_words[k]`` has the id
        ``len(vocabulary) + k``.
    """

    name: str
    ids: NDArray[np.int32]
    offsets: NDArray[np.int64]
    vocabulary: Vocabulary
    stop_words: tuple[str, ...] = ()

    def __len__(self) -> int:
        """Return the number of tokens T, stop words among them."""
        return int(self.ids.shape[0])

    @property
    def stopped(self) -> int:
        """How many of the tokens are stop words."""
        return len(self) - self.vocabulary.total

    def word(self, id: int) -> str:
        """Return the word that an id stands for, a stop word too."""
        beyond = id - len(self.vocabulary)
        return self.vocabulary.words[id] if beyond < 0 else self.stop_words[beyond]

    @property
    def words(self) -> tuple[str, ...]:
        """The words of all ids, stop words at the end."""
        return self.vocabulary.words + self.stop_words

    def find(self, typed: str) -> int | None:
        """Return the id of a word that was typed, a stop word too.

        One that is not there as it stands is looked for in small letters.
        """
        for spelled in (typed, typed.lower()):
            known = self.vocabulary.index(spelled)
            if known is not None:
                return known
            if spelled in self.stop_words:
                return len(self.vocabulary) + self.stop_words.index(spelled)
        return None

    @property
    def sentences(self) -> int:
        """Number of sentences S."""
        return len(self.offsets) - 1

    def let_go(self, begin: int, end: int) -> None:
        """Tell the system that a stretch of ids has been used; if they are mapped from a file, they can leave memory.

        They come back by themselves when they are read again.
        """
        mapped = self.ids.base
        if begin < end and isinstance(mapped, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            start = 4 * begin // mmap.PAGESIZE * mmap.PAGESIZE
            mapped.madvise(mmap.MADV_DONTNEED, start, 4 * end - start)

    @classmethod
    def from_sentences(cls, sentences: Iterable[Sequence[str]], name: str = "") -> EncodedCorpus:
        """Encode sentences that are already split into words, all in memory: for small texts and tests."""
        kept = [list(sentence) for sentence in sentences if sentence]
        counts: dict[str, int] = {}
        for sentence in kept:
            for word in sentence:
                counts[word] = counts.get(word, 0) + 1
        words = sorted(counts, key=lambda word: -counts[word])
        index = {word: i for i, word in enumerate(words)}
        ids = np.array([index[word] for sentence in kept for word in sentence], dtype=np.int32)
        offsets = np.concatenate([[0], np.cumsum([len(sentence) for sentence in kept])]).astype(np.int64)
        for array in (ids, offsets):
            array.flags.writeable = False
        return cls(name, ids, offsets, Vocabulary(words, [counts[word] for word in words]))
