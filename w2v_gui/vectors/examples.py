"""Questions that are worth asking of some vectors, for those who do not know yet what can be asked."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.vectors.questions import Analogy, Comparison, Expression, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from w2v_gui.vectors.questions import Question
    from w2v_gui.vectors.word_vectors import WordVectors

_LOOKED_AT = 3_000
"""Among so many of the most frequent words examples are looked for."""

_TRIED = 400
_NEAR = 5

# What is often asked, the first two words being to each other as the third and the answer.
_RELATIONS = (
    ("man", "king", "woman"),
    ("france", "paris", "italy"),
    ("男人", "国王", "女人"),
    ("中国", "北京", "日本"),
    ("法国", "巴黎", "意大利"),
)


def examples(vectors: WordVectors) -> tuple[Question, ...]:
    """Return a few questions of different kinds, all of whose words are there; none where there are hardly any words.

    A word is telling if other frequent words are very near to it.
    """
    words, near = _telling(vectors)
    known = [relation for relation in _RELATIONS if all(word in vectors.lexicon.rows for word in relation)]
    return tuple(_questions(words, near, known))


def _questions(words: list[str], near: dict[str, list[str]], known: list[tuple[str, str, str]]) -> Iterator[Question]:
    if words:
        yield Expression((Term(1, words[0]),))
    if known:
        a, b, c = known[0]
        yield Expression((Term(1, b), Term(-1, a), Term(1, c)))
        a, b, c = known[-1]
        yield Analogy((a, b, c, None))
    elif len(words) > 1:
        yield Expression((Term(1, words[0]), Term(-1, near[words[0]][0]), Term(1, words[1])))
    if len(words) > 1:
        yield Comparison((words[-1], *near[words[-1]][:2], words[0]))


def _telling(vectors: WordVectors) -> tuple[list[str], dict[str, list[str]]]:
    """Return up to three words that are far from each other, and those that are nearest to each."""
    rows = [row for row in range(min(len(vectors), _LOOKED_AT)) if _is_telling(vectors.words[row])]
    if len(rows) <= _NEAR:
        return [], {}
    units = vectors.units(rows)
    cosines = units[:_TRIED] @ units.T
    np.fill_diagonal(cosines, -1)
    nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :_NEAR]
    closeness = np.take_along_axis(cosines, nearest, axis=1).mean(axis=1)
    chosen = _apart(np.argsort(-closeness, kind="stable"), units)
    names = [vectors.words[row] for row in rows]
    return [names[place] for place in chosen], {names[at]: [names[other] for other in nearest[at]] for at in chosen}


def _apart(order: NDArray[np.intp], units: NDArray[np.float32], most: int = 3) -> list[int]:
    """Return the first few in an order of which none is near to another."""
    chosen: list[int] = []
    for place in order.tolist():
        if len(chosen) == most:
            break
        if units[place].any() and all(float(units[place] @ units[other]) < 0.5 for other in chosen):
            chosen.append(place)
    return chosen


def _is_telling(word: str) -> bool:
    """Whether it is a word of letters that is long enough to mean something."""
    ideographs = sum(unicodedata.category(character) == "Lo" for character in word)
    return word.isalpha() and (len(word) > 3 or (ideographs == len(word) and len(word) > 1)) and len(word) < 16
