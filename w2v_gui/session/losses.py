"""The mean loss over the examples of a text, measured now and then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.engine.growing import Growing

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
        self._measured: set[int] = set()
        self._positions = Growing(np.int64)
        self._means = Growing(np.float64)

    def measure(self, position: int) -> None:
        """Measure at the present weights, which are those after ``position`` updates; once is enough."""
        if position in self._measured:
            return
        with np.errstate(all="ignore"):
            mean = float(np.mean([self._network.loss(each) for each in self._examples]))
        place = int(np.searchsorted(self._positions.array(), position))
        self._measured.add(position)
        if place == len(self._positions):
            self._positions.append(position)
            self._means.append(mean)
        else:
            self._positions.insert(place, position)
            self._means.insert(place, mean)

    def forget_after(self, position: int) -> None:
        """Forget what was measured in another future."""
        kept = int(np.searchsorted(self._positions.array(), position, side="right"))
        self._positions.keep(kept)
        self._means.keep(kept)
        self._measured = set(self._positions.array().tolist())

    def curve(self) -> tuple[Ids, Array]:
        """Return after how many updates it was measured, ascending, and the means in nats."""
        return self._positions.array(), self._means.array()
