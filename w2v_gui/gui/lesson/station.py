"""A station of the lesson: what it tells, what it asks, and how the answer is judged.

Nothing here knows the window. Texts are templates; their numbers, and the right answers, come from the scene that
the page shows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING, Protocol

import numpy as np

from w2v_gui.corpus.small_texts import SMALL_TEXTS
from w2v_gui.gui.text import true_minus

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from w2v_gui.session.scene import Scene

    Values = Mapping[str, object]


class Verdict(Enum):
    """What a check says."""

    RIGHT = auto()
    WRONG = auto()
    NOT_YET = auto()


@dataclass(frozen=True)
class Setup:
    """What the page should show; None leaves a thing as it is.

    A setup with a preset is a whole state: a network that was just made of it, with no updates and no history. One
    without only moves within what is there.

    Attributes
    ----------
    preset : str or None
        The key of a small text.
    model, objective : str or None
        As `TrainingConfig` names them.
    vector_size, seed : int or None
    alpha : float or None
    pair : int or None
        Which pair of the text, from 1.
    stage : str or None
        The key of a stage of the walk.
    """

    preset: str | None = None
    model: str | None = None
    objective: str | None = None
    vector_size: int | None = None
    seed: int | None = None
    alpha: float | None = None
    pair: int | None = None
    stage: str | None = None

    def fits(self, scene: Scene) -> bool:
        """Whether a scene shows the kind of network this is about."""
        trace = scene.trace
        return (
            scene.source == "small"
            and not scene.place.typed
            and (self.preset is None or frozenset(scene.words) in _vocabularies(self.preset))
            and trace.C == 2  # the stations tell of one neighbour on either side
            and self.model in (None, "cbow" if trace.cbow else "skipgram")
            and self.objective in (None, trace.objective)
            and self.vector_size in (None, len(trace.h))
        )

    def begins(self, scene: Scene) -> bool:
        """Whether a scene is the one that was asked for, as far as can be seen."""
        return self.fits(scene) and scene.position == 0 and self.pair in (None, scene.place.number)


@cache
def _vocabularies(preset: str) -> frozenset[frozenset[str]]:
    """Return the words of a small text, in each of its languages."""
    text = next(text for text in SMALL_TEXTS if text.key == preset)
    return frozenset(frozenset(words.split()) for words in text.texts.values())


@dataclass(frozen=True, eq=False)
class Moment:
    """What an answer is judged by.

    Attributes
    ----------
    before : Scene
        When the station began.
    present : Scene
    stage : str
        The key of the stage the walk stands at.
    """

    before: Scene
    present: Scene
    stage: str

    @property
    def updates(self) -> int:
        """How many more updates are applied now than when the station began."""
        return self.present.position - self.before.position

    @property
    def same_pair(self) -> bool:
        """Whether the pair is the one with which the station began."""
        before, present = self.before.trace.example, self.present.trace.example
        return (before.inputs, before.targets) == (present.inputs, present.targets)


class Task(Protocol):
    """Something to do."""

    def right(self, moment: Moment, answer: float | None) -> bool:
        """Whether the answer is right."""

    def remark(self, moment: Moment, answer: float | None) -> str:
        """Return the template of what is to be said about just this wrong answer, or nothing."""


@dataclass(frozen=True)
class Choice:
    """One of a few answers; the answer is its place.

    Attributes
    ----------
    options : tuple of str
        Templates.
    solution : callable
        Return the place of the right one.
    """

    options: tuple[str, ...]
    solution: Callable[[Moment], int]

    def right(self, moment: Moment, answer: float | None) -> bool:
        """Whether the right one was chosen."""
        return answer == self.solution(moment)

    def remark(self, moment: Moment, answer: float | None) -> str:
        """Return nothing: the station's own words do."""
        return ""


@dataclass(frozen=True)
class Slip:
    """A wrong number that people come to, and what to tell them."""

    value: Callable[[Moment], float]
    remark: str


@dataclass(frozen=True)
class Number:
    """A number to be typed.

    Attributes
    ----------
    name : str
        What it is called, in letters of the formulas.
    solution : callable
    tolerance : float
        By how much the answer may be off: 0 for what is counted.
    slips : tuple of Slip
    """

    name: str
    solution: Callable[[Moment], float]
    tolerance: float = 0.0
    slips: tuple[Slip, ...] = ()

    def right(self, moment: Moment, answer: float | None) -> bool:
        """Whether the number is near enough."""
        return answer is not None and self._near(answer, self.solution(moment))

    def remark(self, moment: Moment, answer: float | None) -> str:
        """Return what is said about this number, if people are known to come to it."""
        if answer is None:
            return ""
        return next((slip.remark for slip in self.slips if self._near(answer, slip.value(moment))), "")

    def _near(self, answer: float, value: float) -> bool:
        return abs(answer - value) <= self.tolerance + 1e-9


@dataclass(frozen=True)
class Deed:
    """Something to be done on the page; it is noticed as soon as it is done.

    Attributes
    ----------
    goal : callable
        Whether it is done.
    """

    goal: Callable[[Moment], bool]

    def right(self, moment: Moment, answer: float | None) -> bool:
        """Whether it is done."""
        return self.goal(moment)

    def remark(self, moment: Moment, answer: float | None) -> str:
        """Return nothing: the station's own words do."""
        return ""


def _always(moment: Moment) -> bool:
    return True


def _no_values(moment: Moment) -> Values:
    return {}


@dataclass(frozen=True)
class Station:
    """One station of the lesson. All texts are templates, marked for translation.

    Attributes
    ----------
    key : str
    chapter, title, text : str
    ask : str
        What is to be done.
    task : Task
    right, wrong : str
        What is said about the answer. After a wrong one comes the hint.
    hint : str
    setup : Setup
        What the page should show at the beginning.
    waiting : str
        What is said as long as something has to happen on the page before the answer can be judged.
    ready : callable
        Whether that has happened.
    revealed : str
        The stage at which the page shows the answer, where to go once it is found; or nothing.
    more : callable
        Return the values of the templates, apart from those that all stations have.
    """

    key: str
    chapter: str
    title: str
    text: str
    ask: str
    task: Choice | Number | Deed
    right: str
    wrong: str
    hint: str
    setup: Setup
    waiting: str = ""
    ready: Callable[[Moment], bool] = _always
    revealed: str = ""
    more: Callable[[Moment], Values] = field(default=_no_values)

    def check(self, moment: Moment, answer: float | None) -> Verdict:
        """Judge an answer: the place of what was chosen, the number typed, or None for a deed."""
        if not self.ready(moment):
            return Verdict.NOT_YET
        return Verdict.RIGHT if self.task.right(moment, answer) else Verdict.WRONG

    def values(self, moment: Moment) -> Values:
        """Return what the fields of the templates stand for."""
        return {**common_values(moment.present), **self.more(moment)}


def common_values(scene: Scene) -> dict[str, object]:
    """Return what any text may speak of: the words of the pair and the sizes of the network."""
    trace = scene.trace
    context = [scene.words[word] for word in trace.context]
    return {
        "centre": scene.words[trace.centre],
        "left": context[0],
        "right": context[-1],
        "V": trace.size,
        "N": len(trace.h),
        "C": trace.C,
    }


def figure(value: float, digits: int = 3) -> str:
    """Return a number as the lesson writes it: a few digits, and a minus that is one."""
    text = f"{value:.{digits}f}"
    return text.lstrip("-") if float(text) == 0 else true_minus(text)


def same_weights(one: Scene, other: Scene) -> bool:
    """Whether two scenes show networks with the very same bits in W and W′."""
    if one.vectors is None or other.vectors is None:
        return one.vectors is other.vectors
    return np.array_equal(one.vectors.W, other.vectors.W) and np.array_equal(one.vectors.W_out, other.vectors.W_out)
