"""Characters → words: which language a text is taken for, and what its words are then.

There is one scanner (`w2v_gui.corpus.scanner`). A language is a table for it and, for Chinese, a segmenter that
marks where the words end before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from w2v_gui.corpus.characters import character_table
from w2v_gui.corpus.segmenters import HAN, SEGMENTERS
from w2v_gui.corpus.word_lists import DictionaryEntry  # noqa: TC001 - its type is looked up at runtime
from w2v_gui.errors import QT_TRANSLATE_NOOP, fill_in
from w2v_gui.setting import Choice, Setting, declared

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

LANGUAGES: dict[str, str] = {
    "auto": QT_TRANSLATE_NOOP("settings", "Automatic"),
    "spaced": QT_TRANSLATE_NOOP("settings", "English and other spaced scripts"),
    "chinese": QT_TRANSLATE_NOOP("settings", "Chinese"),
    "segmented": QT_TRANSLATE_NOOP("settings", "Already segmented by spaces"),
    "mixed": QT_TRANSLATE_NOOP("settings", "Chinese and spaced scripts mixed"),
}
"""What a text can be taken for, and what to call it on screen."""


def _option(default: Any, label: str, help: str, **more: Any) -> Any:
    """Declare a field of `TokenizerOptions`."""
    return field(default=default, metadata={"setting": Setting(default, label, help, **more)})


def _may_segment(language: str, segmenter: str) -> bool:
    return language == "auto" or segments(language)


@dataclass(frozen=True)
class TokenizerOptions:
    """What counts as a word: frozen, complete and checked.

    Raises
    ------
    ConfigError
        If a value is none of its choices.
    """

    language: str = _option(
        "auto",
        QT_TRANSLATE_NOOP("settings", "Language"),
        QT_TRANSLATE_NOOP("settings", "How the text is split into words: at spaces, or by a segmenter for Chinese."),
        choices=tuple(Choice(value, label) for value, label in LANGUAGES.items()),
    )
    lines: str = _option(
        "auto",
        QT_TRANSLATE_NOOP("settings", "Lines"),
        QT_TRANSLATE_NOOP(
            "settings",
            "What a sentence is, which no window reaches beyond: a line, or, where lines are wrapped, a paragraph.",
        ),
        choices=(
            Choice("auto", QT_TRANSLATE_NOOP("settings", "Automatic")),
            Choice("sentence", QT_TRANSLATE_NOOP("settings", "A line is a sentence")),
            Choice("paragraph", QT_TRANSLATE_NOOP("settings", "Lines are wrapped")),
        ),
    )
    segmenter: str = _option(
        "jieba",
        QT_TRANSLATE_NOOP("settings", "Segmenter"),
        QT_TRANSLATE_NOOP(
            "settings",
            "What the words of Chinese are: those of a dictionary, weighed by how frequent they are, or single "
            "characters, as is usual for classical Chinese.",
        ),
        choices=tuple(Choice(name, kind.label) for name, kind in SEGMENTERS.items()),
        applies=_may_segment,
    )
    hmm: bool = _option(
        True,
        QT_TRANSLATE_NOOP("settings", "Guess new words"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Let the segmenter form words that its dictionary does not hold, such as names (by a hidden Markov model).",
        ),
        applies=lambda language, segmenter: _may_segment(language, segmenter) and segmenter == "jieba",
    )
    lower_case: bool = _option(
        True,
        QT_TRANSLATE_NOOP("settings", "Lower case"),
        QT_TRANSLATE_NOOP("settings", "Fold words to lower case: “The” and “the” are one word then."),
    )
    digits: bool = _option(
        False, QT_TRANSLATE_NOOP("settings", "Numbers"), QT_TRANSLATE_NOOP("settings", "Keep numbers as words.")
    )
    punctuation: bool = _option(
        False,
        QT_TRANSLATE_NOOP("settings", "Punctuation"),
        QT_TRANSLATE_NOOP("settings", "Keep punctuation marks and symbols as words."),
    )
    user_dictionary: tuple[DictionaryEntry, ...] = _option(
        (),
        QT_TRANSLATE_NOOP("settings", "Dictionary"),
        QT_TRANSLATE_NOOP(
            "settings",
            "Words for the Chinese segmenter, one a line: “word [frequency] [tag]”, or “left|right” where it is to "
            "divide a word. A later line corrects what those before it have made.",
        ),
        applies=_may_segment,
    )
    stop_words: tuple[str, ...] = _option(
        (),
        QT_TRANSLATE_NOOP("settings", "Stop words"),
        QT_TRANSLATE_NOOP("settings", "Words to pass over, one a line."),
    )

    def __post_init__(self) -> None:
        for name, setting in OPTIONS.items():
            object.__setattr__(self, name, setting.check(getattr(self, name)))


OPTIONS: dict[str, Setting] = declared(TokenizerOptions)
"""Every option by name, in the order in which forms and help pages show them."""


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
    han = len(_HAN.findall(sample))
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
            QT_TRANSLATE_NOOP("corpus", "{share} % of it is Chinese without spaces: it goes through the segmenter."),
            {"share": share},
        )
    return Decision(
        "mixed",
        QT_TRANSLATE_NOOP(
            "corpus",
            "{share} % of it is Chinese, the rest is spaced: Chinese goes through the segmenter, the rest is split at "
            "spaces.",
        ),
        {"share": share},
    )


def chosen(language: str) -> Decision:
    """Return the decision that the user has taken."""
    return Decision(language, QT_TRANSLATE_NOOP("corpus", "Chosen by you."))


_HAN = re.compile(f"[{HAN}]")
_KANA_RANGE = "\u3041-\u3096\u30a1-\u30fa\u30fc"
_KANA = re.compile(f"[{_KANA_RANGE}]")
_OTHER_WORD = re.compile(f"[^\\W\\d_{HAN}{_KANA_RANGE}]+")
# Thai, Lao, Burmese and Khmer.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_RUN = re.compile(f"[{HAN}{_KANA_RANGE}]+")
_SPACED_RUN = re.compile(f"(?:(?<=\\s)|^)[{HAN}{_KANA_RANGE}]+(?=\\s|$)", re.MULTILINE)


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
