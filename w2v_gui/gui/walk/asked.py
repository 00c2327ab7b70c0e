"""Which output units a stage writes out, and what is known of each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.gui.walk.words import short

if TYPE_CHECKING:
    from w2v_gui.engine.trace import StepTrace
    from w2v_gui.session.scene import Scene

MOST = 5
"""So many output units have a line of their own."""


@dataclass(frozen=True)
class Unit:
    """An output unit, over all targets of the example.

    Attributes
    ----------
    row : int
        Its row of W_out.
    u, y, e : float
        Its score, its value, and EI: its error, summed over the targets.
    times : int
        How often it is asked.
    wanted : int
        How often the answer should be 1.
    main : bool
        Whether it matters most: a target, or the root of the tree.
    """

    row: int
    u: float
    y: float
    e: float
    times: int
    wanted: int
    main: bool


def asked(trace: StepTrace, most: int = MOST) -> list[Unit]:
    """Return the units that are worth a line, the most important first."""
    return [_unit(trace, row) for row in _ranked(trace)[:most]]


def target_unit(trace: StepTrace) -> Unit:
    """Return the first unit: that of the target, or the root of the tree."""
    return asked(trace, 1)[0]


def left_out(trace: StepTrace, shown: int) -> int:
    """Return how many units are asked beyond those that are shown."""
    return max(0, len(trace.rows) - shown)


def label(scene: Scene, unit: Unit) -> str:
    """Return the name of a unit: its word, or its node."""
    return short(scene.output_label(unit.row))


def _ranked(trace: StepTrace) -> list[int]:
    """Return rows of W_out: what should be answered with 1 and what is drawn, in the order in which it is asked."""
    if trace.objective == "softmax":
        targets = list(dict.fromkeys(trace.example.targets))
        others = [int(row) for row in trace.drawn if row not in targets]
        y = trace.outputs[0].y
        return targets + sorted(others, key=lambda row: -y[row])
    wanted = [int(row) for output in trace.outputs for row in output.rows[:1]]
    return list(dict.fromkeys([*wanted, *(int(row) for output in trace.outputs for row in output.rows)]))


def _unit(trace: StepTrace, row: int) -> Unit:
    times, wanted, u, y = 0, 0, 0.0, 0.0
    for output in trace.outputs:
        for place in np.flatnonzero(output.rows == row):
            times += 1
            wanted += int(output.t[place])
            u, y = float(output.u[place]), float(output.y[place])
    e = float(trace.e_sum[np.searchsorted(trace.rows, row)])
    main = row == trace.outputs[0].rows[0] if trace.objective == "hierarchical_softmax" else wanted > 0
    return Unit(row, u, y, e, times, wanted, bool(main))
