"""A test set on the card, and how well it was answered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from w2v_gui.gui.language import translated

if TYPE_CHECKING:
    from w2v_gui.errors import UserError
    from w2v_gui.vectors.evaluation import Score
    from w2v_gui.vectors.test_sets import TestSet


@dataclass(frozen=True, eq=False)
class Entry:
    """A test set on the card.

    Attributes
    ----------
    path : str
        The key of a sample where there is a title.
    test_set : TestSet or None
        None if it cannot be read.
    error : UserError or None
        Why not.
    score : Score or None
        None as long as it has not been scored.
    words_done : int
        How many words had been trained when it was scored.
    title : str
        What a set is called that is no file, to be translated in the context ``"scores"``.
    """

    path: str
    test_set: TestSet | None = None
    error: UserError | None = None
    score: Score | None = None
    words_done: int = 0
    title: str = ""

    @property
    def name(self) -> str:
        return translated("scores", self.title) or Path(self.path).stem
