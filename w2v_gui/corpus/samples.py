"""Texts that come with the program: the derivation's sentence, and a text with planted relations."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

from w2v_gui.corpus import planted, planted_chinese, planted_english
from w2v_gui.corpus.encoded import EncodedCorpus

if TYPE_CHECKING:
    from collections.abc import Mapping

    from w2v_gui.corpus.planted import Question

DERIVATION = "我 爱 学习 没有 什么 能够 阻挡 我 的 脚步"

DEMO_SETTINGS: Mapping[str, Any] = MappingProxyType(
    {
        "model": "skipgram",
        "objective": "negative_sampling",
        "vector_size": 50,
        "window": 5,
        "min_count": 5,
        "sample": 3e-4,
        "negative": 5,
        "alpha": 0.002,
        "epochs": 100,
    }
)
"""Fields of `TrainingConfig` for the planted text, made for being watched: everything else is the default.

With the usual rate the relations are there within a second, too soon to be seen coming: hence a low rate and many
epochs. The rate suits skip-gram with negative sampling; for another model or output layer leave ``alpha`` to its
default and take 8 epochs or so (softmax: 3). In a small vocabulary every word is frequent: at the usual subsampling
of 1e-3 function words would crowd the windows.
"""

_DATA = {"en": planted_english, "zh": planted_chinese}
_NAMES = {"en": "Planted relations (English)", "zh": "Planted relations (Chinese)"}


def derivation_sentence() -> EncodedCorpus:
    """Return the sentence of the derivation's tables: 10 tokens, a vocabulary of 9 words."""
    return EncodedCorpus.from_sentences([DERIVATION.split()], name=DERIVATION.replace(" ", ""))


@dataclass(frozen=True)
class AnalogySection:
    """Analogy questions about one relation: ``(a, b, c, d)`` says a is to b as c is to d."""

    name: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class PlantedText:
    """A text in which relations are planted, and the questions it should be able to answer.

    Attributes
    ----------
    name : str
        What to call it on screen.
    text : str
        One sentence a line, words separated by single spaces, neither capitals nor punctuation.
    questions : tuple of AnalogySection
        By relation. Every word of every question occurs in the text.
    watch : tuple of str
        Words whose neighbours are worth watching while it is learned.
    """

    name: str
    text: str
    questions: tuple[AnalogySection, ...]
    watch: tuple[str, ...]

    def corpus(self) -> EncodedCorpus:
        """Return the text as ids, split at its spaces and nowhere else."""
        return EncodedCorpus.from_sentences((line.split(" ") for line in self.text.split("\n")), name=self.name)


def planted_text(language: Literal["en", "zh"] = "en", tokens: int = 300_000, seed: int = 1) -> PlantedText:
    """Write a text with planted relations: the same arguments give the same bytes everywhere.

    Parameters
    ----------
    language : {"en", "zh"}
        English, or Chinese with spaces between its words.
    tokens : int
        About how many words to write: the sentence that reaches this number is the last.
    seed : int
        Where the random numbers start.
    """
    data = _DATA[language]
    sections = tuple(
        AnalogySection(f"{family.roles[0]}–{role}", family.questions(role))
        for family in data.FAMILIES
        for role in family.roles[1:]
    )
    return PlantedText(_NAMES[language], planted.write(data.FAMILIES, tokens, seed), sections, data.WATCH)
