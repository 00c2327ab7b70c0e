"""Texts of a few words each, for a network small enough to watch every number in it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from w2v_gui.corpus.encoded import EncodedCorpus
from w2v_gui.corpus.samples import DERIVATION
from w2v_gui.errors import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class SmallText:
    """A tiny text and the settings with which it shows something; ``title`` and ``watch`` are marked for translation.

    Attributes
    ----------
    key : str
        By which it is known.
    title : str
        What it is called.
    watch : str
        One sentence: what there is to see when it is learned.
    texts : mapping of str to str
        By language, one sentence a line, words separated by single spaces.
    settings : mapping of str to object
        Those settings of a training that matter for it.
    updates : int
        After about so many updates there is something to see.
    """

    key: str
    title: str
    watch: str
    texts: Mapping[str, str]
    settings: Mapping[str, Any]
    updates: int

    def corpus(self, language: str) -> EncodedCorpus:
        """Return the text as ids, in a language such as "zh" or "zh_CN"; in English where that is not among them."""
        text = self.texts.get(language.partition("_")[0], self.texts["en"])
        return EncodedCorpus.from_sentences((line.split(" ") for line in text.splitlines()), name=self.key)


def _settings(model: str, size: int, alpha: float, **others: Any) -> dict[str, Any]:
    return {
        "model": model,
        "objective": "softmax",
        "vector_size": size,
        "window": 1,
        "full_windows_only": False,
        "min_count": 1,
        "sample": 0.0,
        "negative": 2,
        "alpha": alpha,
        "min_alpha": alpha,
        "cbow_gradient": "derived",
        "seed": 1,
        **others,
    }


def _around(words: str, reach: int) -> str:
    """Return words that follow each other in a circle, with a full window around every one of them."""
    circle = words.split()
    return " ".join([*circle[-reach:], *circle, *circle[:reach]])


# Rates and seeds are tried out: with these, what the sentences promise is there after the updates that are named.
SMALL_TEXTS: tuple[SmallText, ...] = (
    SmallText(
        "derivation",
        QT_TRANSLATE_NOOP("small_texts", "The derivation's sentence"),
        QT_TRANSLATE_NOOP(
            "small_texts",
            "Nine words, as in the text: the network comes to know the middle word of every window by heart.",
        ),
        {"en": DERIVATION},
        _settings("cbow", 5, 0.1, full_windows_only=True),
        2_000,
    ),
    SmallText(
        "groups",
        QT_TRANSLATE_NOOP("small_texts", "Drinks and pets"),
        QT_TRANSLATE_NOOP(
            "small_texts",
            "Words with the same neighbours are pushed the same way: three drinks and three pets each become a group.",
        ),
        {
            "en": "drink tea warm\ndrink milk warm\ndrink cocoa warm\n"
            "keep cats happy\nkeep dogs happy\nkeep rabbits happy",
            "zh": "喝 茶 解渴\n喝 牛奶 解渴\n喝 果汁 解渴\n养 小猫 作伴\n养 小狗 作伴\n养 兔子 作伴",
        },
        _settings("cbow", 2, 0.2),
        900,
    ),
    SmallText(
        "royal",
        QT_TRANSLATE_NOOP("small_texts", "King and queen, man and woman"),
        QT_TRANSLATE_NOOP(
            "small_texts",
            "Every word has two traits, and each trait its own direction: the step from king to queen becomes that "
            "from man to woman.",
        ),
        {
            "en": "crowned king himself\ncrowned queen herself\nworking man himself\nworking woman herself\n"
            "playing boy himself\nplaying girl herself",
            "zh": "英俊 国王 戴冠\n美丽 王后 戴冠\n英俊 男人 劳动\n美丽 女人 劳动\n英俊 男孩 玩耍\n美丽 女孩 玩耍",
        },
        _settings("skipgram", 2, 0.1),
        540,
    ),
    SmallText(
        "ring",
        QT_TRANSLATE_NOOP("small_texts", "The months, a ring"),
        QT_TRANSLATE_NOOP(
            "small_texts",
            "Each month is met with those before and after it, and December with January: the twelve close into a "
            "ring, in their order.",
        ),
        {
            "en": _around("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec", 3),
            "zh": _around("一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月", 3),
        },
        _settings("skipgram", 2, 0.1, window=3, full_windows_only=True, seed=2),
        1_200,
    ),
    SmallText(
        "synonyms",
        QT_TRANSLATE_NOOP("small_texts", "Synonyms that never meet"),
        QT_TRANSLATE_NOOP(
            "small_texts",
            "“Big” and “large” never stand side by side; because the same words follow them, they end up in the same "
            "place.",
        ),
        {
            "en": "big house\nlarge house\nbig tree\nlarge tree\nhappy child\nglad child\nhappy song\nglad song\n"
            "fast horse\nquick horse\nfast train\nquick train",
            "zh": "美丽 花园\n漂亮 花园\n美丽 姑娘\n漂亮 姑娘\n快乐 孩子\n高兴 孩子\n快乐 歌声\n高兴 歌声\n"
            "迅速 奔跑\n飞快 奔跑\n迅速 前进\n飞快 前进",
        },
        _settings("skipgram", 5, 0.2, objective="negative_sampling"),
        1_500,
    ),
)
"""In the order in which they are offered; the first is what the page begins with."""

BY_KEY: Mapping[str, SmallText] = MappingProxyType({text.key: text for text in SMALL_TEXTS})
"""The same by their keys."""
