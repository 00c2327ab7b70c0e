"""Characters → words: which language a text is taken for, and what its words are then.

There is one scanner (`w2v_gui.corpus.scanner`). A language is a table for it and, for Chinese, a segmenter that
marks where the words end before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from w2v_gui.corpus.characters import BREAK, HAN_RANGES, character_table
from w2v_gui.corpus.lines import LINES
from w2v_gui.corpus.sources import FileText
from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError, CorpusError, fill_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

LANGUAGES: dict[str, str] = {
    "auto": QT_TRANSLATE_NOOP("corpus", "Automatic"),
    "spaced": QT_TRANSLATE_NOOP("corpus", "English and other spaced scripts"),
    "chinese": QT_TRANSLATE_NOOP("corpus", "Chinese"),
    "segmented": QT_TRANSLATE_NOOP("corpus", "Already segmented by spaces"),
    "mixed": QT_TRANSLATE_NOOP("corpus", "Chinese and spaced scripts mixed"),
}
"""What a text can be taken for, and what to call it on screen."""

_HAN = "".join(f"{chr(first)}-{chr(last)}" for first, last in HAN_RANGES)
_HAN_CHARACTER = re.compile(f"[{_HAN}]")
_BREAK = chr(BREAK)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class TokenizerOptions:
    """What counts as a word.

    Attributes
    ----------
    language : str
        One of `LANGUAGES`.
    lines : str
        One of `w2v_gui.corpus.lines.LINES`: whether a line is a sentence or a part of a wrapped paragraph.
    lower_case : bool
        Fold words to lower case.
    digits, punctuation : bool
        Keep numbers, and punctuation and symbols, as words.
    user_dictionary : Path or None
        Words the Chinese segmenter shall know: one a line, ``word [frequency] [tag]``.
    stop_words : Path or None
        Words to pass over: one a line.
    hmm : bool
        Let the Chinese segmenter join characters into words that its dictionary does not hold.

    Raises
    ------
    ConfigError
        If there is no such language, or no such way to read lines.
    """

    language: str = "auto"
    lines: str = "auto"
    lower_case: bool = True
    digits: bool = False
    punctuation: bool = False
    user_dictionary: Path | None = None
    stop_words: Path | None = None
    hmm: bool = True

    def __post_init__(self) -> None:
        for name, value, allowed in (("language", self.language, LANGUAGES), ("lines", self.lines, LINES)):
            if value not in allowed:
                raise ConfigError(
                    QT_TRANSLATE_NOOP("errors", "{name} is one of {allowed}, not “{value}”."),
                    name=name,
                    allowed=", ".join(allowed),
                    value=value,
                )


@dataclass(frozen=True)
class Decision:
    """Which language a text is read as, and why.

    Attributes
    ----------
    language : str
        One of `LANGUAGES`, but not ``"auto"``.
    template : str
        Why: an English sentence, marked for translation in the context ``"corpus"``, with named fields.
    values : mapping
        The fields' values.
    """

    language: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return fill_in(self.template, self.values)


def decide(sample: str) -> Decision:
    """Say what a text is, from a sample of it.

    Chinese without spaces shows long runs of Chinese characters, from one punctuation mark to the next; where
    somebody has put spaces between the words, the runs are two characters long or less on average.
    """
    han = len(_HAN_CHARACTER.findall(sample))
    words = len(_OTHER_WORD.findall(sample))
    kana = len(_KANA.findall(sample))
    if han == 0 or han < 0.02 * (han + words):
        if kana + len(_UNSPACED.findall(sample)) > 0.2 * len(sample):
            return Decision(
                "spaced",
                QT_TRANSLATE_NOOP(
                    "corpus",
                    "The text is in a script without spaces between words that cannot be segmented here: put "
                    "spaces between its words first.",
                ),
            )
        return Decision("spaced", QT_TRANSLATE_NOOP("corpus", "Words are separated by spaces; hardly any Chinese."))
    share = round(100 * (han + kana) / (han + kana + words))
    runs = _RUN.findall(sample)
    mean = sum(map(len, runs)) / len(runs)
    # Single Chinese words in a text of another language are spaced as well, and say nothing.
    spaced = share >= 50 and len(_SPACED_RUN.findall(sample)) > 0.6 * len(runs)
    if spaced and mean < 1.15 and len(runs) > 20:
        return Decision(
            "chinese",
            QT_TRANSLATE_NOOP(
                "corpus",
                "There is a space after every Chinese character, not after every word: characters will be the words.",
            ),
        )
    if spaced and mean < 3:
        return Decision(
            "segmented",
            QT_TRANSLATE_NOOP(
                "corpus",
                "Chinese with spaces between the words: {mean} characters from space to space on average. It is left "
                "as it is.",
            ),
            {"mean": round(mean, 1)},
        )
    if kana > 0.2 * (han + kana):
        return Decision(
            "mixed",
            QT_TRANSLATE_NOOP(
                "corpus",
                "The text looks Japanese, which the Chinese segmenter splits badly: put spaces between its words.",
            ),
        )
    if share >= 80:
        return Decision(
            "chinese",
            QT_TRANSLATE_NOOP("corpus", "{share} % of it is Chinese without spaces: segmented by rjieba."),
            {"share": share},
        )
    return Decision(
        "mixed",
        QT_TRANSLATE_NOOP(
            "corpus",
            "{share} % of it is Chinese, the rest is spaced: Chinese is segmented by rjieba, the rest split at spaces.",
        ),
        {"share": share},
    )


def chosen(language: str) -> Decision:
    """Return the decision that the user has taken."""
    return Decision(language, QT_TRANSLATE_NOOP("corpus", "Chosen by you."))


_KANA_RANGE = "\u3041-\u3096\u30a1-\u30fa\u30fc"
_KANA = re.compile(f"[{_KANA_RANGE}]")
_OTHER_WORD = re.compile(f"[^\\W\\d_{_HAN}{_KANA_RANGE}]+")
# Thai, Lao, Burmese and Khmer.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_RUN = re.compile(f"[{_HAN}{_KANA_RANGE}]+")
_SPACED_RUN = re.compile(f"(?:(?<=\\s)|^)[{_HAN}{_KANA_RANGE}]+(?=\\s|$)", re.MULTILINE)


def table_for(options: TokenizerOptions) -> NDArray[np.uint32]:
    """Return the scanner's table for options in which nothing is left to be decided automatically."""
    return character_table(
        segmented=options.language == "segmented",
        lower=options.lower_case,
        digits=options.digits,
        punctuation=options.punctuation,
        breaks=segments(options.language),
        paragraphs=options.lines == "paragraph",
    )


def segments(language: str) -> bool:
    """Whether the text goes through the Chinese segmenter."""
    return language in ("chinese", "mixed")


class Segmenter:
    """Marks the ends of Chinese words with `BREAK`; may be used from several threads at once.

    Parameters
    ----------
    options : TokenizerOptions
        With the user's dictionary.

    Raises
    ------
    CorpusError
        If the dictionary cannot be read, or a line of it is wrong.
    """

    def __init__(self, options: TokenizerOptions) -> None:
        import rjieba

        self._jieba: Any = rjieba.Jieba()
        self._hmm = options.hmm
        if options.user_dictionary is not None:
            for word, frequency, tag in read_dictionary(options.user_dictionary):
                self._jieba.add_word(word, frequency, tag)

    def cut(self, text: str) -> list[str]:
        """Return the words and what is between them; joined, they are the text."""
        words: list[str] = self._jieba.cut(text, self._hmm)
        return words

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
                run = _SURROGATE.sub(" ", "".join(waiting))
                kept = sum(map(len, self.cut(run)[-16:]))
                yield run[:-kept]
                waiting, length = [run[-kept:]], kept
        yield "".join(waiting)


_LONGEST_RUN = 1 << 20
# The segmenter looks at what stands between such characters by itself.
_BOUNDARY = r"\s，。！？；：、（）《》“”「」…"
_LAST_BOUNDARY = re.compile(f".*[{_BOUNDARY}]", re.DOTALL)
_PARTS = re.compile(f".{{0,8000}}[{_BOUNDARY}]|[^{_BOUNDARY}]+[{_BOUNDARY}]?", re.DOTALL)


def read_dictionary(path: Path) -> list[tuple[str, int | None, str | None]]:
    """Read a segmenter's dictionary: one word a line, ``word [frequency] [tag]``.

    Raises
    ------
    CorpusError
        If the file cannot be read or a line is wrong.
    """
    entries = []
    for number, line in enumerate(_lines(path), 1):
        fields = line.split()
        if not fields:
            continue
        word, *rest = fields
        frequency = tag = None
        if rest and _NUMBER.fullmatch(rest[0]):
            frequency = int(rest.pop(0))
        if rest:
            tag = rest.pop(0)
        if rest:
            raise CorpusError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Line {number} of the dictionary “{name}” is not of the form “word [frequency] [tag]”: {line}",
                ),
                number=number,
                name=path.name,
                line=line.strip(),
            )
        entries.append((word, frequency, tag))
    return entries


_NUMBER = re.compile("[0-9]{1,15}")


def read_stop_words(path: Path) -> list[str]:
    """Read a list of words to pass over, one a line."""
    return [word for line in _lines(path) if (word := line.strip())]


def _lines(path: Path) -> list[str]:
    return "".join([block.text for block in FileText(path).blocks()]).splitlines()
