"""A station of the walk through one step."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from w2v_gui.session.scene import Scene

ORDER = ("pair", "x", "h", "u", "y", "E", "e", "dW_out", "W_out_new", "EH", "dW", "W_new")
"""The keys of all stages, in the order in which they are walked; an output layer may leave some out."""


class Part(Enum):
    """A part of the network that a stage is about."""

    INPUTS = auto()
    W_ROWS = auto()
    HIDDEN = auto()
    W_OUT_ROWS = auto()
    OUTPUTS = auto()
    TARGET = auto()
    LOSS = auto()
    ERRORS = auto()
    TREE = auto()


@dataclass(frozen=True)
class NumberLine:
    """One line of an equation with this pair's numbers, as plain text.

    Attributes
    ----------
    left : str
        What is computed, such as ``u(爱)``.
    middle : str
        How, such as ``0.12·0.40 + …``; may be empty.
    result : str
        The value, written.
    strong : bool
        Whether this line is the one that matters most.
    """

    left: str
    middle: str
    result: str
    strong: bool = False


@dataclass(frozen=True)
class Stage:
    """One station: a formula, this pair's numbers, and what it means.

    Attributes
    ----------
    key : str
        One of `ORDER`.
    symbol : str
        What its button says.
    title : str
        Its name.
    equation : str
        The number in the derivation, such as ``(9)``, or where else it comes from.
    latex : str
        The formula.
    lit : frozenset of Part
        What it concerns in the network.
    backward : bool
        Whether it runs from the output back to the input.
    numbers : callable
        The formula with the numbers of a scene.
    explanation : callable
        One or two sentences on what it means and why, for a scene.
    accent : str
        The colour of the palette in which its strong numbers are written: that of the input or of the output they
        belong to, or "text" for what lies between.
    """

    key: str
    symbol: str
    title: str
    equation: str
    latex: str
    lit: frozenset[Part]
    backward: bool
    numbers: Callable[[Scene], Sequence[NumberLine]]
    explanation: Callable[[Scene], Sequence[str]]
    accent: str = "centre"


def reached(present: str, key: str) -> bool:
    """Whether the walk has reached a stage when it stands at ``present``: only then is its quantity known."""
    return ORDER.index(key) <= ORDER.index(present)
