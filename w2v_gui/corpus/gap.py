"""A line with a word missing: what stands before and after the gap, and lines of the text that can be asked about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from w2v_gui.corpus.segmenters import HAN, Segmenter
from w2v_gui.corpus.tokenizers import TokenizerOptions, segments, table_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.corpus.encoded import EncodedCorpus

LONGEST = 10_000
"""Characters of a line beyond which it is not read."""

_GAPS = tuple(
    re.compile(pattern)
    for pattern in (
        r"[_＿]{2,}|＿",
        r"(?<!\S)_(?!\S)",
        r"[□▢]+",
        r"(?<!\S)[?？]+(?!\S)",
        r"[?？]+(?=.*\w)",
        r"[?？]+",
    )
)
"""What a gap may look like, the clearest first: a question mark may be one that ends a sentence."""

_HAN = re.compile(f"[{HAN}]")
_NUMBER = re.compile(r"(\d+)")
_LONGEST_WORD = 16
_TRIES = 400
_BESIDE = 3
_THINNED = 1e-4


class Parts(NamedTuple):
    """What stands before a gap and after it, and whether there are more gaps, which count for nothing."""

    before: str
    after: str
    more: bool


def split_at_gap(line: str) -> Parts | None:
    """Return what stands before the first gap and after it; None if there is none."""
    for gap in _GAPS:
        found = gap.search(line[:LONGEST])
        if found is not None:
            after = line[found.end() : LONGEST]
            # A question mark may be no more than that.
            more = found.group()[0] not in "?？" and gap.search(after) is not None
            return Parts(line[: found.start()], after, more)
    return None


class LineReader:
    """Splits a line into words as a text was split; may be used from several threads at once.

    Where spaces already stand between words that are known, they are what divides them.

    Parameters
    ----------
    options : TokenizerOptions or None
        How the text was read, nothing left to be decided automatically; None if that is not known: then Chinese
        without spaces is divided into the longest words that are known.
    """

    def __init__(self, options: TokenizerOptions | None) -> None:
        self._known = options is not None
        self._options = replace(options or TokenizerOptions(language="segmented"), lines="sentence")

    @cached_property
    def _segmenter(self) -> Segmenter | None:
        return Segmenter(self._options) if segments(self._options.language) else None

    def words(self, text: str, known: Callable[[str], bool]) -> list[str]:
        """Return the words of a text; ``known`` says whether there is such a word.

        What is no word to the text, such as a number, is returned as it stands; signs between words are left out.
        """
        words: list[str] = []
        for piece in text.split():
            if known(piece):
                words.append(piece)
            else:
                words += self._scanned_with_numbers(piece, known)
        return words

    def _scanned_with_numbers(self, piece: str, known: Callable[[str], bool]) -> list[str]:
        parts = [piece] if self._options.digits else _NUMBER.split(piece)
        return [word for part in parts for word in self._scanned(part, known) or [part] * any(map(str.isalnum, part))]

    def _scanned(self, piece: str, known: Callable[[str], bool]) -> list[str]:
        from w2v_gui.corpus.scanner import Scanner  # imports numba, which takes its time

        scanner = Scanner(table_for(self._options), capacity=1 << 12)
        ids, _ = scanner.scan(self._segmenter.mark(piece) if self._segmenter is not None else piece, final=True)
        words = [scanner.words[id_] for id_ in ids]
        if self._known:
            return words
        return [part for word in words for part in _longest_words(word, known)]


def _longest_words(word: str, known: Callable[[str], bool]) -> list[str]:
    """Divide Chinese from the left into the longest words that are known; what is none stays together."""
    if known(word) or not _HAN.search(word):
        return [word]
    parts: list[str] = []
    unknown = ""
    place = 0
    while place < len(word):
        ends = range(min(place + _LONGEST_WORD, len(word)), place, -1)
        end = next((end for end in ends if known(word[place:end])), 0)
        if end:
            parts += [unknown] * bool(unknown) + [word[place:end]]
            unknown = ""
        else:
            unknown += word[place]
        place = end or place + 1
    return parts + [unknown] * bool(unknown)


# -- lines of the text --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Example:
    """A place of the text where a word is hidden.

    Attributes
    ----------
    left, right : tuple of str
        Words before and after.
    word : str
        What stands there.
    """

    left: tuple[str, ...]
    word: str
    right: tuple[str, ...]


def example(corpus: EncodedCorpus, kept: int, window: int, seed: int) -> Example | None:
    """Return a place of the text chosen at random, the same one for the same seed; None if the text has none.

    Frequent words are hidden as rarely as they are thinned out in training: they fit anywhere. There is as much
    context as can be found in a few hundred tries.

    Parameters
    ----------
    corpus : EncodedCorpus
    kept : int
        Words with ids from here on are not known to the model.
    window : int
    seed : int
    """
    generator = np.random.default_rng(seed)
    chances = corpus.vocabulary.keep_probability(_THINNED)
    best, most = None, 0
    for place in generator.integers(len(corpus), size=_TRIES).tolist():
        id_ = int(corpus.ids[place])
        if id_ >= kept or (best is not None and generator.random() > chances[id_]):
            continue
        sentence = int(np.searchsorted(corpus.offsets, place, side="right"))
        first, end = int(corpus.offsets[sentence - 1]), int(corpus.offsets[sentence])
        reach = window + _BESIDE
        left, right = corpus.ids[max(first, place - reach) : place], corpus.ids[place + 1 : min(end, place + 1 + reach)]
        context = [min(int(np.count_nonzero(side < kept)), window) for side in (left, right)]
        if sum(context) > most and split_at_gap(" ".join(map(corpus.word, (*left.tolist(), *right.tolist())))) is None:
            best, most = (left.tolist(), id_, right.tolist()), sum(context)
        if most == 2 * window:
            break
    corpus.let_go(0, len(corpus))
    if best is None:
        return None
    before, hidden, after = best
    return Example(tuple(map(corpus.word, before)), corpus.word(hidden), tuple(map(corpus.word, after)))
