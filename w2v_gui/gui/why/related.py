"""What two words share, where it stands, and in which text it was looked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from w2v_gui.corpus.concordance import Positions
    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.relations import Relation
    from w2v_gui.gui.explored import Explored

WINDOW = 5
"""How far is looked where no settings say so."""

TELLING = 100
"""So many shared contexts at most decide which lines are shown."""

Pair = tuple[str, str]


@dataclass(frozen=True)
class Ground:
    """The text in which two words are looked for, and how far around them.

    Attributes
    ----------
    corpus : EncodedCorpus
    window : int
    min_count : int
        Words that occur less often are not trained.
    """

    corpus: EncodedCorpus
    window: int
    min_count: int = 1

    @property
    def kept(self) -> int:
        """Words with ids from here on are not trained."""
        return self.corpus.vocabulary.reaching(self.min_count)

    @classmethod
    def of(cls, explored: Explored) -> Ground | None:
        """Return where words of these vectors stand; None where there is no text."""
        if explored.opened is None:
            return None
        corpus = explored.opened.corpus
        if explored.predictor is None:
            return cls(corpus, WINDOW)
        config = explored.predictor.config
        return cls(corpus, config.window, config.min_count)


@dataclass(frozen=True, eq=False)
class Related:
    """What two words share.

    Attributes
    ----------
    pair : tuple of str
    ground : Ground
    relation : Relation
    lines : tuple of ndarray
        Where lines of each of the two words stand in which the most of it is seen.
    """

    pair: Pair
    ground: Ground
    relation: Relation
    lines: tuple[Positions, Positions]

    @property
    def telling(self) -> NDArray[np.int64]:
        """The contexts that explain most: those by which lines are chosen."""
        first = self.relation.ids[:TELLING]
        return first[self.relation.shares[:TELLING] > 0]

    @property
    def sampled(self) -> bool:
        """Whether not all places were looked at; then another answer follows."""
        return any(side.sampled for side in self.relation.sides)


@dataclass(frozen=True, eq=False)
class ContextLines:
    """Where a shared context stands beside each of two words.

    Attributes
    ----------
    related : Related
    context : int
        Its id.
    lines : tuple of ndarray
    """

    related: Related
    context: int
    lines: tuple[Positions, Positions]
