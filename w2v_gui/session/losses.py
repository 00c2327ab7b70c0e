"""The mean loss over the examples of a text, measured now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.corpus.pairs import Windows
    from w2v_gui.corpus.windows import Window
    from w2v_gui.engine.network import Network
    from w2v_gui.engine.reference import Array
    from w2v_gui.engine.trace import Example, Ids

MOST = 100
"""Examples that are measured, at most: all of a small text, else some from everywhere in it."""

_NUMBERS = 20_000_000
"""Weights that may be read for one measurement: a hundredth of a second."""


class MeanLosses:
    """Measures the mean of E over the same examples again and again.

    Parameters
    ----------
    network : Network
    windows : Windows
    example_of : callable
        Makes an example of a window.
    """

    def __init__(self, network: Network, windows: Windows, example_of: Callable[[Window], Example]) -> None:
        self._network = network
        reads = network.W_out.size if network.layer.softmax else network.W_out.shape[1] * 100
        most = int(np.clip(_NUMBERS // reads, 1, MOST))
        self._examples = [example_of(window) for window in windows.spread(most)]
        self._measured: dict[int, float] = {}

    @property
    def examples(self) -> int:
        """How many examples are measured."""
        return len(self._examples)

    def measure(self, position: int) -> None:
        """Measure at the present weights, which are those after ``position`` updates; once is enough."""
        if position not in self._measured:
            with np.errstate(all="ignore"):
                self._measured[position] = float(np.mean([self._network.loss(each) for each in self._examples]))

    def forget_after(self, position: int) -> None:
        """Forget what was measured in another future."""
        self._measured = {at: mean for at, mean in self._measured.items() if at <= position}

    def curve(self) -> tuple[Ids, Array]:
        """Return after how many updates it was measured, ascending, and the means in nats."""
        positions = np.array(sorted(self._measured), np.int64)
        return positions, np.array([self._measured[int(at)] for at in positions])
