"""What the walk has reached: of a step only that much may be seen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.gui.walk.lines import error_symbol
from w2v_gui.gui.walk.stage import reached

if TYPE_CHECKING:
    from collections.abc import Mapping

    from w2v_gui.engine.reference import Array
    from w2v_gui.engine.trace import OutputTrace, StepTrace
    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import Scene


class State(Enum):
    """Which of the weights are meant: those there are, or where there are two, the old or the new ones."""

    ONLY = "only"
    OLD = "old"
    NEW = "new"


@dataclass(frozen=True)
class Asking:
    """One time that an output unit is asked: for which target, what it should answer, and its error."""

    target: int
    label: float
    error: float


@dataclass(frozen=True)
class Asked:
    """An output unit that is asked, once or several times: it gives the same answer every time.

    Attributes
    ----------
    u, y : float
        Its score, and its value.
    times : tuple of Asking
    """

    u: float
    y: float
    times: tuple[Asking, ...]


class Known:
    """A scene as far as the walk has come.

    Parameters
    ----------
    scene : Scene
    stage : Stage
    """

    def __init__(self, scene: Scene, stage: Stage) -> None:
        self.scene, self.stage = scene, stage
        self.trace: StepTrace = scene.trace

    def reached(self, key: str) -> bool:
        """Whether the quantity of that stage is known."""
        return reached(self.stage.key, key)

    @property
    def softmax(self) -> bool:
        """Whether all words are asked, and share one probability."""
        return self.trace.objective == "softmax"

    @property
    def error_symbol(self) -> str:
        """What the errors are called, here as in the equations."""
        return error_symbol(self.trace)

    @cached_property
    def asked(self) -> Mapping[int, Asked]:
        """The units among the drawn rows that are asked, by row."""
        rows = self.trace.drawn.tolist()
        if self.softmax:
            found = {row: [(output, row) for output in self.trace.outputs] for row in rows}
        else:
            found = {}
            for output in self.trace.outputs:
                for place, row in enumerate(output.rows.tolist()):
                    found.setdefault(row, []).append((output, place))
        return {row: _asked(found[row]) for row in rows if row in found}

    def error(self, row: int) -> float:
        """Return the error of a drawn row, summed over all targets."""
        return float(self.trace.e_drawn[self.trace.place(row)])

    def input_rows(self, words: list[int]) -> Array:
        """Return the rows of W of some words as they are shown; a row that nobody knows is not a number."""
        trace, known = self.trace, self.scene.W
        rows = np.full((len(words), len(trace.h)), np.nan)
        moved = trace.W_new if self.W_state is State.NEW else trace.W_old
        active = {word: i for i, word in enumerate(trace.input_words.tolist())}
        others = {word: i for i, word in enumerate(known.ids.tolist())}
        for place, word in enumerate(words):
            if word in active:
                rows[place] = moved[active[word]]
            elif word in others:
                rows[place] = known.before[others[word]]
        return rows

    @property
    def W_state(self) -> State:
        """Which rows of W are shown."""
        return State.NEW if self.reached("W_new") else State.ONLY

    @property
    def W_out_state(self) -> State:
        """Which rows of W′ are shown: the new ones once there are some, but EH is made of the old ones."""
        if not self.reached("W_out_new"):
            return State.ONLY
        return State.OLD if self.stage.key == "EH" else State.NEW

    @property
    def output_rows(self) -> Array:
        """The drawn rows of W′ as they are shown; shape (D, N)."""
        return self.trace.W_out_drawn_new if self.W_out_state is State.NEW else self.trace.W_out_drawn


def _asked(times: list[tuple[OutputTrace, int]]) -> Asked:
    output, place = times[0]
    asking = tuple(Asking(output.target, float(output.t[place]), float(output.e[place])) for output, place in times)
    return Asked(float(output.u[place]), float(output.y[place]), asking)
