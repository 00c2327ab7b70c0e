"""The updates of a network, so that each of them can be undone and done again to the bit.

What the latest updates changed is kept as the bits in which the rows differ; the same exchange leads there and back.
That is little where few rows move, and a whole matrix in full softmax over a large vocabulary. So only as many are
kept as fit a budget. Before those there are whole copies here and there, from which the way is walked again: the same
arithmetic on the same numbers, in the same order (`reference`), gives the same bits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.engine.growing import Growing
from w2v_gui.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from w2v_gui.engine.network import Change, Network
    from w2v_gui.engine.reference import Array
    from w2v_gui.engine.trace import Example, StepTrace

BUDGET = 256 * 2**20
"""Bytes for the changes of the latest updates, and as much again for whole copies."""

SPACING = 64
"""Updates from one copy to the next, as long as there is room."""


@dataclass(frozen=True)
class Update:
    """One update: what was learned, and at which rate.

    Attributes
    ----------
    example : Example
    alpha : float
    loss : float
        E of the example before the update.
    """

    example: Example
    alpha: float
    loss: float


class Timeline:
    """Moves a network along its updates, back and forth.

    To update it at a point from which later updates are known leaves those behind as a *branch*, to which one can
    go back.

    Parameters
    ----------
    network : Network
        Moved in place.
    budget : int
        How many bytes may be kept.

    Attributes
    ----------
    position : int
        How many updates are applied.
    branch : int
        Which of the branches this is.
    """

    def __init__(self, network: Network, budget: int = BUDGET) -> None:
        self.network = network
        self.position = 0
        self.branch = 0
        self._budget = budget
        self._branches: list[list[Update]] = [[]]
        self._losses = Growing(np.float64)
        self._changes: dict[int, Change] = {}  # that of update i, which leads from position i to i + 1, without gaps
        self._oldest = 0  # of them
        self._bytes = 0
        self._copies: dict[int, tuple[Array, Array]] = {}  # whole matrices at a position
        self._spacing = SPACING
        self._copy_here()

    @property
    def updates(self) -> Sequence[Update]:
        """All updates of this branch, those that have been undone included."""
        return self._branches[self.branch]

    @property
    def losses(self) -> Array:
        """Those of the updates of this branch, shape (len(updates),)."""
        return self._losses.array()

    @property
    def branches(self) -> int:
        """How many branches there are."""
        return len(self._branches)

    def apply(self, trace: StepTrace) -> None:
        """Apply a step that was traced at the present weights.

        If it is another than the one that comes next, what was to come becomes a branch of its own.
        """
        update = Update(trace.example, trace.alpha, trace.loss)
        updates = self._branches[self.branch]
        if self.position < len(updates) and updates[self.position] != update:
            self._branches.append(updates[: self.position])
            self.branch = len(self._branches) - 1
            self._losses.keep(self.position)
            self._forget_after(self.position)
        if self.position == len(self.updates):
            self._branches[self.branch].append(update)
            self._losses.append(update.loss)
        self._do(trace)

    def go(self, position: int, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Undo or redo updates until so many are applied.

        Raises
        ------
        IndexError
            If there are not so many.
        Cancelled
            If ``cancelled`` said so; the network then stands somewhere on the way.
        """
        if not 0 <= position <= len(self.updates):
            raise IndexError(position)
        while self.position > position and self.position - 1 in self._changes:
            self._undo()
        if self.position > position:
            self._go_back_to_a_copy(position)
        while self.position < position:
            if cancelled():
                raise Cancelled
            self._redo()

    def go_to_branch(self, branch: int, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Go to another branch: back to where the two part, and on to its end.

        Raises
        ------
        IndexError
            If there is no such branch.
        Cancelled
            If ``cancelled`` said so.
        """
        if not 0 <= branch < self.branches:
            raise IndexError(branch)
        here, there = self._branches[self.branch], self._branches[branch]
        shared = 0
        while shared < min(len(here), len(there)) and here[shared] == there[shared]:
            shared += 1
        self.go(min(self.position, shared), cancelled)
        self._forget_after(shared)
        self.branch = branch
        self._losses = Growing(np.float64, (update.loss for update in there))
        self.go(len(there), cancelled)

    # -- one update at a time -----------------------------------------------------------------------------------

    def _undo(self) -> None:
        self.network.toggle(self._changes[self.position - 1])
        self.position -= 1

    def _redo(self) -> None:
        change = self._changes.get(self.position)
        if change is not None:
            self.network.toggle(change)
            self.position += 1
            return
        update = self.updates[self.position]
        self._do(self.network.trace(update.example, update.alpha))

    def _do(self, trace: StepTrace) -> None:
        if self.position not in self._changes:
            change = self.network.apply(trace)
            if not self._changes:
                self._oldest = self.position
            self._changes[self.position] = change
            self._bytes += change.nbytes
        else:
            self.network.toggle(self._changes[self.position])
        self.position += 1
        if self.position % self._spacing == 0:
            self._copy_here()
        self._keep_within_budget()

    # -- what is kept -------------------------------------------------------------------------------------------

    def _keep_within_budget(self) -> None:
        # The last change is kept whatever it takes: one step back is what is asked for most.
        while self._bytes > self._budget and len(self._changes) > 1:
            self._drop(self._oldest)
            self._oldest += 1

    def _drop(self, index: int) -> None:
        self._bytes -= self._changes.pop(index).nbytes

    def _forget_after(self, position: int) -> None:
        for index in [index for index in self._changes if index >= position]:
            self._drop(index)
        for index in [index for index in self._copies if index > position]:
            del self._copies[index]

    def _copy_here(self) -> None:
        if self.position in self._copies:
            return
        self._copies[self.position] = self.network.W.copy(), self.network.W_out.copy()
        size = self.network.W.nbytes + self.network.W_out.nbytes
        while len(self._copies) > max(self._budget // size, 1):
            # Every other copy goes, and from now on half as many are made; the start stays.
            self._spacing *= 2
            for index in [index for index in self._copies if index % self._spacing]:
                del self._copies[index]

    def _go_back_to_a_copy(self, position: int) -> None:
        nearest = max(index for index in self._copies if index <= position)
        W, W_out = self._copies[nearest]
        self.network.W[...] = W
        self.network.W_out[...] = W_out
        self.position = nearest
        # Those before are out of reach, and those behind are made again on the way.
        for index in list(self._changes):
            self._drop(index)
