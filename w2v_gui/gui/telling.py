"""Which words say something about a text when there is room for the names of a few."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def telling_first(words: Sequence[str]) -> list[int]:
    """Return the ids of words, most frequent first, but behind them those that say little: short and frequent ones."""
    return sorted(range(len(words)), key=lambda word: _says_little(words[word], word < len(words) // 2))


def _says_little(word: str, frequent: bool) -> bool:
    wide = word[:1] > "\u2e80"  # Chinese and the like
    return len(word) <= ((1 if wide else 5) if frequent else (0 if wide else 2))
