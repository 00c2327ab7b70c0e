"""Words of a map that stand out from the others: gathered with the mouse, or found by their letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from w2v_gui.gui.atlas.wish import FindWish

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from w2v_gui.gui.widgets.atlas_bars import GatheredBar, ProblemBar
    from w2v_gui.gui.widgets.atlas_find import AtlasFind
    from w2v_gui.gui.widgets.atlas_view import AtlasView

_NONE = np.zeros(0, np.int64)


class AtlasGathered(QObject):
    """Between a map, the line in which one looks for words, and the bar that says how many stand out.

    Parameters
    ----------
    view : AtlasView
    find_bar : AtlasFind
    bar : GatheredBar
    problem : ProblemBar
        Says why nothing is looked for.
    parent : QObject

    Attributes
    ----------
    isolated : int
        How many words the map is of, if not of all; else 0.
    find_asked : Signal(object)
        With a `FindWish`.
    gathered : Signal(object)
        Rows of the words that were gathered, none if there are none any more.
    """

    find_asked = Signal(object)
    gathered = Signal(object)

    def __init__(
        self, view: AtlasView, find_bar: AtlasFind, bar: GatheredBar, problem: ProblemBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._view, self._find_bar, self._bar, self._problem = view, find_bar, bar, problem
        self._gathered = _NONE
        self._hits = _NONE
        self._hit = -1
        self.isolated = 0
        view.gathered.connect(self._gather)
        find_bar.asked.connect(self._find)
        find_bar.step.connect(self._step)
        find_bar.closed.connect(self._end_search)
        bar.dropped.connect(lambda: view.gather(_NONE))

    @property
    def rows(self) -> NDArray[np.int64]:
        """The words that stand out: those that were found, or else those that are gathered."""
        return self._hits if len(self._hits) else self._gathered

    def begin(self) -> None:
        """Have nothing gathered, nor looked for."""
        self._gathered = self._hits = _NONE
        self.isolated = 0
        self._find_bar.hide()
        self._problem.say(str)
        self._bar.show_words(0, 0)

    def show_isolated(self, count: int) -> None:
        """Say that the map will be of so many words, 0: of all."""
        self.isolated = count
        self._bar.show_words(0, count)

    def drop(self) -> None:
        """Let go of what was gathered on another map."""
        self._hits = _NONE
        if len(self._gathered):
            self._gathered = _NONE
            self.gathered.emit(_NONE)
        self._let_stand_out()

    def show_found(self, rows: NDArray[np.int64]) -> None:
        """Let the words that were looked for stand out."""
        self._hits, self._hit = rows, -1
        self._let_stand_out()
        self._problem.say(str)
        self._find_bar.say_found(len(rows))

    def refuse(self, sentence: Callable[[], str]) -> None:
        """Say why nothing is looked for."""
        self._hits = _NONE
        self._let_stand_out()
        self._find_bar.say(str)
        self._problem.say(sentence)

    def _gather(self, rows: NDArray[np.int64]) -> None:
        self._gathered = rows
        self._bar.show_words(len(rows), self.isolated)
        self.gathered.emit(rows)

    def _let_stand_out(self) -> None:
        self._view.set_meant(self.rows if len(self.rows) else None)
        self._bar.show_words(len(self.rows), self.isolated)

    def _find(self, text: str, expression: bool) -> None:
        self.find_asked.emit(FindWish(text, expression, self._view.rows))
        if not text:
            self.refuse(str)

    def _step(self, way: int) -> None:
        if len(self._hits):
            self._hit = (self._hit + way) % len(self._hits) if self._hit >= 0 or way > 0 else len(self._hits) - 1
            self._view.go_to(int(self._hits[self._hit]))

    def _end_search(self) -> None:
        self._find("", False)
        self._view.setFocus()
