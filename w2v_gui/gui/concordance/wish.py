"""What a concordance is asked, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from w2v_gui.corpus.concordance import PLACE

if TYPE_CHECKING:
    from w2v_gui.corpus.concordance import Phrase, Positions
    from w2v_gui.corpus.encoded import EncodedCorpus


@dataclass(frozen=True)
class Wish:
    """Which lines are wanted, and how.

    Attributes
    ----------
    text : str
        What was typed: words with spaces between them.
    by : str
        What the lines are sorted by.
    descending : bool
    sample : int
        How many lines, chosen at random; 0 for all of them.
    """

    text: str
    by: str = PLACE
    descending: bool = False
    sample: int = 0


@dataclass(frozen=True, eq=False)
class Answer:
    """What has been found.

    Attributes
    ----------
    wish : Wish
    corpus : EncodedCorpus
    phrase : Phrase
    total : int
        How many lines there are, or have been found so far.
    positions : ndarray
        Those that are to be shown, in their order; while they are looked for, all found so far as they come.
    complete : bool
        Whether nothing more is coming.
    """

    wish: Wish
    corpus: EncodedCorpus
    phrase: Phrase
    total: int
    positions: Positions
    complete: bool
