"""Choosing words worth watching, and pairs worth comparing, from the text alone.

Three things can be counted before anything is learned. How *unevenly* a word is spread over the text: “the” is
everywhere, “admiral” comes in passages about admirals. Which words stand *beside* it, and how much more often than
chance would have it (positive pointwise mutual information, which is what word2vec learns a compressed form of; Levy
and Goldberg 2014). And so which words are *used alike*: cosine similarity of those counts. A word is worth watching if
it is frequent, unevenly spread and used like several others.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.vocabulary import Vocabulary

_STRETCHES = 16
_PASSAGES = 1000
_LEAST_PASSAGE = 20
_CONTEXTS = 500
_REACH = 4
_MOST = 600
_SEARCHED = 2000
# A word is used like "several others" if it is near to so many.
_KIN = 5
# Two words that are watched should not be kin of each other.
_KINSHIP = 0.35
# Function words are among the most frequent; what is spread so many times less evenly than these is not one.
_FREQUENT = 60
_UNEVEN = 6.0
# If most words are more even than this the text has no passages at all: its sentences were drawn at random.
_NO_PASSAGES = 0.3


@dataclass(frozen=True)
class Suggestions:
    """What to look at first in a text; ids of its vocabulary.

    Attributes
    ----------
    words : tuple of int
        Words worth watching, the most telling first. None only if there is none at all.
    pairs : tuple of (int, int)
        Two words that are used alike, then one of these with a word that is not. Fewer if there are not so many words.
    """

    words: tuple[int, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()


def suggest(
    corpus: EncodedCorpus,
    vocabulary: Vocabulary | None = None,
    known: Sequence[str] = (),
    words: int = 3,
    limit_tokens: int = 2_000_000,
) -> Suggestions:
    """Choose words and pairs; the same text gives the same choice.

    Parameters
    ----------
    corpus : EncodedCorpus
    vocabulary : Vocabulary, optional
        The words to choose from: those of the corpus, or the first of them.
    known : sequence of str
        Words that are known to be worth watching: these come first.
    words : int
        How many to choose.
    limit_tokens : int
        How much of the text is looked at: stretches from its beginning to its end.
    """
    vocabulary = vocabulary or corpus.vocabulary
    if not len(corpus):
        return Suggestions()
    ids, sentences = _excerpt(corpus, limit_tokens)
    counts = np.bincount(ids, minlength=len(corpus.vocabulary))[: len(vocabulary)]
    given = [i for i in map(vocabulary.index, known) if i is not None]
    candidates = _candidates(vocabulary.words, counts)
    candidates = _told_apart(ids, candidates, counts)
    candidates = np.union1d(candidates[:_MOST], np.array(given, dtype=np.int64))
    alike = _used_alike(ids, sentences, candidates, len(corpus.vocabulary))
    often = counts[candidates]
    rows = _telling(alike, often, np.searchsorted(candidates, given).tolist(), words)
    pairs = _pairs(alike, often, rows[0])
    return Suggestions(
        tuple(int(candidates[row]) for row in rows),
        tuple((int(candidates[a]), int(candidates[b])) for a, b in pairs),
    )


def _excerpt(corpus: EncodedCorpus, limit: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return the ids of some stretches of the text, and for each the number of its sentence."""
    total, offsets = len(corpus), corpus.offsets
    if total <= limit:
        return corpus.ids, _numbered(0, offsets)
    length = max(limit // _STRETCHES, 1)
    ids, sentences = [], []
    for begin in np.linspace(0, total - length, _STRETCHES).astype(np.int64).tolist():
        end = begin + length
        first = int(np.searchsorted(offsets, begin, side="right")) - 1
        last = int(np.searchsorted(offsets, end, side="left"))
        ids.append(corpus.ids[begin:end])
        sentences.append(_numbered(first, np.clip(offsets[first : last + 1], begin, end)))
    return np.concatenate(ids), np.concatenate(sentences)


def _numbered(first: int, offsets: NDArray[np.int64]) -> NDArray[np.int32]:
    """Return for every token the number of its sentence, from ``first``."""
    numbers = np.arange(first, first + len(offsets) - 1, dtype=np.int32)
    return np.repeat(numbers, offsets[1:] - offsets[:-1])


def _candidates(words: Sequence[str], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the ids of frequent words that look like words of the text's own script; of any words if there are few."""
    searched = words[:_SEARCHED]
    wide = 2 * sum(map(_is_wide, words[:300])) > len(words[:300])
    own = np.array([word.isalpha() and len(word) <= 20 and _is_wide(word) == wide for word in searched], dtype=bool)
    long = np.array([len(word) >= (2 if wide else 4) for word in searched], dtype=bool)
    some = counts[: len(searched)]
    for fitting in (own & long & (some >= 20), own & long & (some >= 5), own & long, own):
        if np.count_nonzero(fitting) >= min(8 * _KIN, max(3, len(words) // 8)):
            return np.flatnonzero(fitting)
    return np.arange(len(searched))


def _is_wide(word: str) -> bool:
    """Return whether a word is written in Chinese characters or the like, of which two make a word."""
    return word[:1] > "\u2e80"


def _told_apart(ids: NDArray[np.int32], candidates: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the candidates that are spread unevenly, which function words are not; all if the text does not tell."""
    spread = _unevenness(ids, candidates)
    if np.median(spread) < _NO_PASSAGES:
        return candidates
    frequent = np.argsort(-counts, kind="stable")[: min(_FREQUENT, max(len(counts) // 20, 1))]
    usual = float(np.median(_unevenness(ids, frequent)))
    found = candidates[spread >= max(_UNEVEN * usual, _NO_PASSAGES)]
    return found if len(found) >= 2 * _KIN else candidates


def _unevenness(ids: NDArray[np.int32], words: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return by how much the counts of words in passages vary beyond chance: (variance − mean) / mean².

    It is 0 for a word that is as likely in one passage as in another, however frequent it is.
    """
    length = max(_LEAST_PASSAGE, -(-len(ids) // _PASSAGES))
    passages = -(-len(ids) // length)
    row, at = _occurrences(ids, words)
    table = np.bincount(row * passages + at // length, minlength=len(words) * passages).reshape(len(words), passages)
    mean = table.mean(axis=1)
    return np.asarray((table.var(axis=1) - mean) / np.maximum(mean, 1e-9) ** 2)


def _occurrences(ids: NDArray[np.int32], words: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for every token that is one of ``words`` which of them it is, and where."""
    place = np.full(int(max(ids.max(), words.max())) + 1, -1, dtype=np.int16)
    place[words] = np.arange(len(words))
    row = place[ids]
    at = np.flatnonzero(row >= 0)
    return row[at].astype(np.int64), at


def _used_alike(
    ids: NDArray[np.int32], sentences: NDArray[np.int32], words: NDArray[np.int64], vocabulary: int
) -> NDArray[np.float32]:
    """Return how alike each two of ``words`` are used, from 0 to 1; 0 for a word and itself.

    Left and right neighbours are told apart, so that words are alike that can stand for one another (king, queen)
    rather than words that stand side by side (prime, minister).
    """
    contexts = min(_CONTEXTS, vocabulary)
    width = 2 * contexts
    row, at = _occurrences(ids, words)
    beside = np.pad(np.minimum(ids, contexts), _REACH)
    # What lies outside the text is in no sentence.
    sentence = np.pad(sentences, _REACH, constant_values=-1)
    own, cell = sentences[at], row * width
    table = np.zeros(len(words) * width, dtype=np.float32)
    for step in (step for reach in range(1, _REACH + 1) for step in (-reach, reach)):
        there = at + (_REACH + step)
        context = beside[there]
        met = (context < contexts) & (sentence[there] == own)
        side = contexts if step > 0 else 0
        table += np.bincount(cell[met] + (context[met] + side), minlength=len(table))
    vectors = _positive_information(table.reshape(len(words), width))
    alike: NDArray[np.float32] = vectors @ vectors.T
    np.fill_diagonal(alike, 0.0)
    return alike


def _positive_information(table: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return max(0, ln (p(w, c) / (p(w) p(c)))) for a table of counts, each row divided by its length."""
    tiny = np.float32(1e-9)
    expected = table.sum(axis=1, keepdims=True) * (table.sum(axis=0) / max(float(table.sum()), 1.0))
    information: NDArray[np.float32] = np.log(np.maximum(table, tiny) / np.maximum(expected, tiny))
    np.maximum(information, 0.0, out=information)
    information[table == 0] = 0.0
    information /= np.maximum(np.linalg.norm(information, axis=1, keepdims=True), tiny)
    return information


def _telling(alike: NDArray[np.float32], counts: NDArray[np.int64], given: list[int], wanted: int) -> list[int]:
    """Return the rows of the words to watch: used like several others, frequent, and each of another kind."""
    kin = np.sort(alike, axis=1)[:, -_KIN:].mean(axis=1)
    order = np.argsort(-kin * np.maximum(counts, 1) ** 0.1, kind="stable").tolist()
    chosen = list(dict.fromkeys(given))[:wanted]
    for limit in (_KINSHIP, np.inf):
        for row in order:
            if len(chosen) < wanted and row not in chosen and all(alike[row, other] < limit for other in chosen):
                chosen.append(row)
    return chosen


def _pairs(alike: NDArray[np.float32], counts: NDArray[np.int64], word: int) -> list[tuple[int, int]]:
    """Return ``word`` with the one that is used most like it, and with one of like frequency that is used least so."""
    others = np.flatnonzero(np.arange(len(counts)) != word)
    if not len(others):
        return []
    near = int(others[np.argmax(alike[word, others])])
    rest = others[others != near]
    if not len(rest):
        return [(word, near)]
    # A word that is used like none at all would make a poor comparison: it has kin, only elsewhere.
    kin = np.sort(alike, axis=1)[:, -_KIN:].mean(axis=1)
    known = rest[kin[rest] >= np.median(kin)]
    rest = known if len(known) else rest
    closeness = np.abs(np.log(np.maximum(counts[rest], 1) / max(int(counts[near]), 1)))
    similar = rest[closeness <= np.log(2)]
    rest = similar if len(similar) else rest
    far = int(rest[np.argmin(alike[word, rest] + alike[near, rest])])
    return [(word, near), (word, far)]
