"""What the Explore page is about: vectors, and what is known about where they come from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from w2v_gui.engine.prediction import Predictor
    from w2v_gui.gui.opening import Opened
    from w2v_gui.vectors.formats import ReadReport
    from w2v_gui.vectors.word_vectors import Rows, WordVectors


@dataclass(frozen=True, eq=False)
class Explored:
    """Vectors to be asked; nothing in it changes any more.

    Attributes
    ----------
    name : str
        Of the text they were learned from, or of their file.
    vectors : WordVectors
        Those that are asked: W, W′ or the mean, as `rows` says. Its `output` is None where words have no W′.
    rows : {"W", "W_out", "mean"}
    predictor : Predictor or None
        Who says which word is missing; None where it is not known how the vectors were trained.
    opened : Opened or None
        The text in which their words stand; None where there is none.
    report : ReadReport or None
        What was found in the file; None for what is learned here.
    path : str
        The file; empty for what is learned here.
    words_done : int
        How many words had been trained when these were taken.
    lineage : object
        The same in all that one run leaves, moment for moment, and for W and W′; another for other vectors. Where it
        is the same, a row is the same word, and what the user has chosen stays.
    """

    name: str
    vectors: WordVectors
    rows: Rows = "W"
    predictor: Predictor | None = None
    opened: Opened | None = None
    report: ReadReport | None = None
    path: str = ""
    words_done: int = 0
    lineage: object = field(default_factory=object)

    def using(self, rows: Rows) -> Explored:
        """Return the same with W, W′ or their mean to be asked; `ConfigError` where there is no W′."""
        return replace(self, vectors=self.vectors.using(rows), rows=rows)
