"""What the small texts promise comes true, with the settings they come with, in both languages."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from w2v_gui.corpus.small_texts import BY_KEY, SMALL_TEXTS
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.session.walkthrough import Walkthrough

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from w2v_gui.corpus.small_texts import SmallText

GROUPS = {
    ("groups", "en"): ("tea milk cocoa", "cats dogs rabbits"),
    ("groups", "zh"): ("茶 牛奶 果汁", "小猫 小狗 兔子"),
    ("synonyms", "en"): ("big large", "happy glad", "fast quick"),
    ("synonyms", "zh"): ("美丽 漂亮", "快乐 高兴", "迅速 飞快"),
}
PAIRS = {"en": ("king queen", "man woman", "boy girl"), "zh": ("国王 王后", "男人 女人", "男孩 女孩")}
MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "zh": "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
}


class Learned:
    """A small network after the updates that its text asks for, with other settings if there are any."""

    def __init__(self, text: SmallText, language: str, **others: Any) -> None:
        walk = Walkthrough.small(text.corpus(language), TrainingConfig(**{**text.settings, **others}))
        walk.advance(text.updates)
        self.walk, self.network = walk, walk.network

    def vectors(self, words: str) -> NDArray[np.float64]:
        index = self.network.vocabulary.index
        return self.network.W[[index(word) for word in words.split()]]

    def cosines(self, groups: Iterable[str]) -> tuple[float, float]:
        """Return the least cosine within a group, and the largest across two of them."""
        vectors = [self.vectors(words) for words in groups]
        within = [cosine(a, b) for group in vectors for a, b in combinations(group, 2)]
        across = [cosine(a, b) for one, other in combinations(vectors, 2) for a in one for b in other]
        return min(within), max(across)


def cosine(a: NDArray[np.float64], b: NDArray[np.float64]) -> float:
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


def test_the_sentence_is_known_by_heart() -> None:
    learned = Learned(BY_KEY["derivation"], "zh_CN")
    for _ in range(8):
        learned.walk.next_pair()
        output = learned.walk.scene().trace.outputs[0]
        assert output.y[output.target] > 0.8


@pytest.mark.parametrize(("key", "language"), GROUPS)
def test_words_used_alike_become_a_group(key: str, language: str) -> None:
    within, across = Learned(BY_KEY[key], language).cosines(GROUPS[key, language])
    assert within > 0.9
    assert across < 0.5


@pytest.mark.parametrize("model", ["cbow", "skipgram"])
@pytest.mark.parametrize("objective", ["softmax", "negative_sampling", "hierarchical_softmax"])
def test_groups_form_whatever_the_output_layer(model: str, objective: str) -> None:
    learned = Learned(BY_KEY["groups"], "en", model=model, objective=objective)
    within, across = learned.cosines(GROUPS["groups", "en"])
    assert within > across + 0.3


@pytest.mark.parametrize("language", PAIRS)
def test_king_to_queen_is_man_to_woman(language: str) -> None:
    learned = Learned(BY_KEY["royal"], language)
    steps = [np.subtract(*learned.vectors(pair)) for pair in PAIRS[language]]
    assert min(cosine(a, b) for a, b in combinations(steps, 2)) > 0.9
    words = " ".join(PAIRS[language]).split()
    king, _, man, woman, *_ = (learned.vectors(word)[0] for word in words)
    distances = np.linalg.norm(learned.vectors(" ".join(words)) - (king - man + woman), axis=1)
    assert words[int(distances.argmin())] == words[1]


@pytest.mark.parametrize("language", MONTHS)
def test_the_months_close_into_a_ring(language: str) -> None:
    learned = Learned(BY_KEY["ring"], language)
    months = learned.vectors(MONTHS[language])
    x, y = (months - months.mean(axis=0)).T
    around = np.argsort(np.arctan2(y, x))
    steps = np.diff([*around, around[0]]) % 12
    assert set(steps) in ({1}, {11})


def test_each_is_written_in_every_language_or_belongs_to_one() -> None:
    for text in SMALL_TEXTS:
        corpora = [text.corpus(language) for language in ("en", "zh_CN")]
        assert len({corpus.vocabulary.total for corpus in corpora}) == 1
        assert len({len(corpus.vocabulary) for corpus in corpora}) == 1
