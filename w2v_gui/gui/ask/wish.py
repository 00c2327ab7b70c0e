"""What vectors are asked, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from w2v_gui.vectors.questions import Answer, Choice

if TYPE_CHECKING:
    from w2v_gui.gui.explored import Explored


@dataclass(frozen=True)
class Wish:
    """What is asked, and among which words."""

    text: str = ""
    choice: Choice = field(default_factory=Choice)


@dataclass(frozen=True, eq=False)
class Answered:
    """An answer to a wish, and what was asked."""

    wish: Wish
    explored: Explored
    answer: Answer


@dataclass(frozen=True, eq=False)
class ListRead:
    """A list of words: all of them, and those that are not in the vocabulary."""

    text: str
    words: tuple[str, ...]
    missing: tuple[str, ...]
