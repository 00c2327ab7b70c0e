"""What the map of the Explore page needs found besides the map itself: words by a pattern, and how similar all are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from w2v_gui.errors import ConfigError
from w2v_gui.gui.language import sentence
from w2v_gui.gui.latest import Latest
from w2v_gui.vectors.patterns import containing, matching

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.gui.atlas.wish import FindWish
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.panels.atlas import AtlasPanel


class AtlasWork(QObject):
    """Takes wishes, and answers by signals; of several of a kind the latest is answered.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    found : Signal(object)
        Rows of the words that were looked for.
    refused : Signal(object)
        A function that says why nothing is looked for, in the language of the moment.
    measured : Signal(object, object)
        A direction, and the cosine of every word with it: NaN for words without a direction.
    failed : Signal(object)
        With an exception that is not the user's doing.
    """

    found = Signal(object)
    refused = Signal(object)
    measured = Signal(object, object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._explored: Explored | None = None
        self._search = Latest(jobs, self)
        self._search.answered.connect(self.found)
        self._search.failed.connect(self._say_why)
        self._measure = Latest(jobs, self)
        self._measure.answered.connect(lambda answer: self.measured.emit(*answer))
        self._measure.failed.connect(self.failed)

    def show_explored(self, explored: Explored | None) -> None:
        """Ask these vectors from now on."""
        self._explored = explored
        self._search.forget()
        self._measure.forget()

    def attend(self, panel: AtlasPanel) -> None:
        """Take the wishes of a panel, and bring it the answers."""
        panel.find_asked.connect(self.find)
        panel.cosines_asked.connect(self.measure)
        self.found.connect(panel.gathered.show_found)
        self.refused.connect(panel.gathered.refuse)
        self.measured.connect(panel.colouring.show_cosines)

    def find(self, wish: FindWish) -> None:
        """Look for words; a wish without text gives up what is looked for."""
        if self._explored is None or not wish.text:
            self._search.forget()
            return
        words = self._explored.vectors.words
        look = matching if wish.expression else containing

        def work(job: Job) -> NDArray[np.int64]:
            return np.array(look(words, wish.rows.tolist(), wish.text, job.cancelled), np.int64)

        self._search.ask(work)

    def measure(self, direction: NDArray[np.float32]) -> None:
        """Measure how similar every word is to a direction."""
        if self._explored is None:
            return
        vectors = self._explored.vectors

        def work(job: Job) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
            cosines = vectors.cosines(direction.reshape(1, -1))[0]
            cosines[np.isneginf(cosines)] = np.nan
            return direction, cosines

        if direction.size == vectors.dimensions:
            self._measure.ask(work)

    def _say_why(self, error: BaseException) -> None:
        if isinstance(error, ConfigError):
            self.refused.emit(lambda: sentence(error))
        else:
            self.failed.emit(error)
