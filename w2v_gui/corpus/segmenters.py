"""Where words of Chinese end: the segmenters that there are, and the marks that they leave for the scanner."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from w2v_gui.corpus.characters import BREAK, HAN_RANGES
from w2v_gui.corpus.corrections import BOUNDARY, Corrections
from w2v_gui.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from w2v_gui.corpus.tokenizers import TokenizerOptions
    from w2v_gui.corpus.word_lists import DictionaryEntry

HAN = "".join(f"{chr(first)}-{chr(last)}" for first, last in HAN_RANGES)
"""Chinese characters, as a class of a regular expression names them."""


class Cutter(Protocol):
    """Cuts a text into words; may be used from several threads at once."""

    def cut(self, text: str) -> list[str]:
        """Return the words and what is between them; joined, they are the text."""

    def weighs(self, entry: DictionaryEntry) -> bool:
        """Whether it is left to the cutter where an entry of the user's dictionary stands in a text."""


class _Jieba:
    """The words of a dictionary, the likeliest path through them, and guesses where it knows none."""

    def __init__(self, options: TokenizerOptions) -> None:
        import rjieba

        self._jieba: Any = rjieba.Jieba()
        self._hmm = options.hmm
        for entry in options.user_dictionary:
            if len(entry.parts) == 1:
                self._jieba.add_word(entry.word, entry.frequency, entry.tag)

    def cut(self, text: str) -> list[str]:
        words: list[str] = self._jieba.cut(text, self._hmm)
        return words

    def weighs(self, entry: DictionaryEntry) -> bool:
        return entry.frequency is not None


class _Characters:
    """Every Chinese character is a word."""

    def __init__(self, options: TokenizerOptions) -> None:
        pass

    def cut(self, text: str) -> list[str]:
        words: list[str] = _CHARACTERS.findall(text)
        return words

    def weighs(self, entry: DictionaryEntry) -> bool:
        return False


@dataclass(frozen=True)
class SegmenterKind:
    """A segmenter that can be chosen: what to call it, and what makes it."""

    label: str
    make: Callable[[TokenizerOptions], Cutter]


SEGMENTERS: dict[str, SegmenterKind] = {
    "jieba": SegmenterKind(QT_TRANSLATE_NOOP("settings", "Words (jieba)"), _Jieba),
    "characters": SegmenterKind(QT_TRANSLATE_NOOP("settings", "Single characters"), _Characters),
}
"""Every segmenter by the name that options give it."""


class Segmenter:
    """Marks the ends of Chinese words with `BREAK`; may be used from several threads at once.

    Parameters
    ----------
    options : TokenizerOptions
        Which segmenter, and the user's dictionary.
    """

    def __init__(self, options: TokenizerOptions) -> None:
        self._cutter = SEGMENTERS[options.segmenter].make(options)
        self._corrections = Corrections(options.user_dictionary, self._cutter.weighs)

    def cut(self, text: str) -> list[str]:
        """Return the words and what is between them; joined, they are the text."""
        return self._corrections.apply(self._cutter.cut(text))

    def mark(self, text: str) -> str:
        """Return the text with `BREAK` after each of its words."""
        if not _HAN_CHARACTER.search(text):
            return text
        if _BREAK in text:
            text = text.replace(_BREAK, " ")
        try:
            return self._mark(text)
        except UnicodeEncodeError:  # Rust's strings hold no surrogates
            return self._mark(_SURROGATE.sub(" ", text))

    def _mark(self, text: str) -> str:
        # Lists of words that stay in the processor's cache are made twice as fast as those of a whole block, and
        # parts without Chinese are spared the segmenter.
        return "".join(
            [
                _BREAK.join([*self.cut(part), ""]) if _HAN_CHARACTER.search(part) else part
                for part in _PARTS.findall(text)
            ]
        )

    def pieces(self, texts: Iterable[str]) -> Iterator[str]:
        """Cut a text anew, at places where no word of it can be torn.

        Where Chinese goes on and on without a punctuation mark, the last of its words wait for what follows.
        """
        waiting: list[str] = []
        length = 0
        for text in texts:
            boundary = _LAST_BOUNDARY.match(text)
            if boundary is not None:
                yield "".join([*waiting, text[: boundary.end()]])
                waiting, text = [], text[boundary.end() :]
                length = 0
            waiting.append(text)
            length += len(text)
            if length > _LONGEST_RUN:
                run = "".join(waiting)
                kept = self._unsettled(_SURROGATE.sub(" ", run))
                yield run[:-kept]
                waiting, length = [run[-kept:]], kept
        yield "".join(waiting)

    def _unsettled(self, run: str) -> int:
        """Return how many characters at the end of a text wait: its last words, and what is corrected with them."""
        last = self._cutter.cut(run)[-_LAST_WORDS:]
        return sum(map(len, last)) - self._corrections.settled(last, _WAITING_WORDS)


_HAN_CHARACTER = re.compile(f"[{HAN}]")
_CHARACTERS = re.compile(f"[{HAN}]|[^\\W{HAN}]+|\\W+")
_BREAK = chr(BREAK)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_RUN = 1 << 20
_LAST_WORDS = 256
_WAITING_WORDS = 16
_LAST_BOUNDARY = re.compile(f".*[{BOUNDARY}]", re.DOTALL)
_PARTS = re.compile(f".{{0,8000}}[{BOUNDARY}]|[^{BOUNDARY}]+[{BOUNDARY}]?", re.DOTALL)
