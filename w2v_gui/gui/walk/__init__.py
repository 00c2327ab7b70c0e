"""The walk through one step as data: one description for each output layer, shown by one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from w2v_gui.gui.walk import hierarchical_softmax, negative_sampling, softmax

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from w2v_gui.engine.trace import StepTrace
    from w2v_gui.gui.walk.stage import Stage

WALKS: Mapping[str, Callable[[StepTrace], tuple[Stage, ...]]] = {
    "softmax": softmax.walk,
    "negative_sampling": negative_sampling.walk,
    "hierarchical_softmax": hierarchical_softmax.walk,
}
"""By the names of the setting ``objective``."""


def walk_of(trace: StepTrace) -> tuple[Stage, ...]:
    """Return the stages of a step, in the language of the moment; they hold for every step of its model."""
    return WALKS[trace.objective](trace)
