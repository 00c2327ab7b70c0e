"""Words of the corpus within a sentence of the walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.text import one_line
from w2v_gui.gui.walk.figures import percent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from w2v_gui.session.scene import Scene

_LONGEST = 16
_MOST = 4


def short(word: str) -> str:
    """Return a word fit for a line of numbers."""
    return one_line(word, _LONGEST)


def name(scene: Scene, word: int) -> str:
    """Return the word with an id, fit for a line of numbers."""
    return short(scene.words[word])


def quoted(scene: Scene, word: int) -> str:
    """Return a word as it stands in a sentence."""
    return QCoreApplication.translate("walk", "“{word}”").format(word=name(scene, word))


def listed(scene: Scene, words: Iterable[int]) -> str:
    """Return several words as they stand in a sentence, each once: “a”, “b” and “c”."""
    return joined([quoted(scene, word) for word in dict.fromkeys(words)])


def believed(scene: Scene, shares: Iterable[tuple[int, float]]) -> str:
    """Return words with the probabilities that they were given: “a” 31 % and “b” 4.2 %."""
    translate = QCoreApplication.translate
    return joined(
        [
            translate("walk", "{word} {percent} %").format(word=quoted(scene, word), percent=percent(share))
            for word, share in shares
        ]
    )


def joined(things: list[str], most: int = _MOST) -> str:
    """Return ``a, b and c``; of very many the first ones and how many more there are."""
    translate = QCoreApplication.translate
    if len(things) > most:
        return translate("walk", "{things} and {count} more").format(
            things=translate("walk", ", ").join(things[: most - 1]), count=len(things) - most + 1
        )
    *first, last = things
    if not first:
        return last
    return translate("walk", "{things} and {last}").format(things=translate("walk", ", ").join(first), last=last)
