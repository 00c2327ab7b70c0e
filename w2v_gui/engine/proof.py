"""Proof of a step: its gradients by hand beside central differences of its loss.

The loss is computed here once more, forward only, from the weights and the definition of the objective, in a form
that keeps its digits where a loss is small. The slope between two nudged weights must be what the derivation says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.engine.network import Network
    from w2v_gui.engine.reference import Array
    from w2v_gui.engine.trace import Example, StepTrace

BOUND = 1e-6
"""The largest relative error that counts as agreement."""

NUDGE = 1e-3
"""How far a weight is moved to either side, and twice that for the fourth order."""

FLOOR = 1e-3
"""Errors are relative to the largest gradient in the row, but never to less than this part of the largest of all."""

_STENCIL = ((-2, 1 / 12), (-1, -8 / 12), (1, 8 / 12), (2, -1 / 12))
_TOGETHER = 2**20


@dataclass(frozen=True, eq=False)
class RowProof:
    """One row of a gradient, twice.

    Attributes
    ----------
    matrix : str
        "W" or "W_out".
    row : int
        Which row of it.
    by_hand : ndarray of float64, shape (N,)
        What the derivation says; in word2vec's CBOW what it uses, C times that.
    numeric : ndarray of float64, shape (N,)
        Central differences of E.
    factor : float
        What the convention multiplies the true gradient by: 1, or C.
    error : float
        Largest relative error between ``by_hand`` and ``factor`` times ``numeric``.
    """

    matrix: str
    row: int
    by_hand: Array
    numeric: Array
    factor: float
    error: float

    @property
    def strongest(self) -> int:
        """The dimension in which the gradient is largest: the one worth showing."""
        return int(np.abs(self.by_hand).argmax())


@dataclass(frozen=True, eq=False)
class Proof:
    """Gradients by hand and by central differences.

    Attributes
    ----------
    rows : tuple of RowProof
        The input words' rows of W first, then the rows of W_out that are drawn and take part.
    """

    rows: tuple[RowProof, ...]

    @property
    def error(self) -> float:
        """The largest relative error of all."""
        return max(row.error for row in self.rows)

    @property
    def holds(self) -> bool:
        """Whether every row agrees, up to the convention's factor."""
        return self.error < BOUND

    @property
    def factor(self) -> float:
        """What the convention multiplies the true gradient of W by: 1, or C in word2vec's CBOW."""
        return max(row.factor for row in self.rows)


def prove(network: Network, trace: StepTrace, cancelled: Callable[[], bool] = lambda: False) -> Proof:
    """Compare the gradients of a trace with central differences at the network's present weights.

    Parameters
    ----------
    network : Network
        As it was when ``trace`` was made.
    trace : StepTrace
    cancelled : callable
        Asked now and then whether to give up.

    Raises
    ------
    Cancelled
        If it said so.
    """
    example = trace.example
    loss = _Loss(network, example, cancelled)
    rows: list[tuple[str, int, Array, Array, float]] = []
    factor = trace.C if trace.cbow and not trace.divided else 1.0
    # A word's row moves h by as much as the word's share in it: words with the same share have the same slopes.
    by_share = {share: loss.slopes_of_input(share) for share in set(trace.shares.tolist())}
    for word, share, by_hand in zip(trace.input_words.tolist(), trace.shares.tolist(), trace.moved_W, strict=True):
        rows.append(("W", word, by_hand, by_share[share], factor))
    taking_part = set(trace.rows.tolist()) if not network.layer.softmax else None
    for place, row in enumerate(trace.drawn.tolist()):
        if taking_part is None or row in taking_part:
            numeric = loss.slopes_of_output(row)
            rows.append(("W_out", row, trace.grad_W_out_drawn[place], numeric, 1.0))
    largest = max(float(np.abs(factor * numeric).max()) for _, _, _, numeric, factor in rows)
    return Proof(
        tuple(
            RowProof(matrix, row, by_hand, numeric, factor, _error(by_hand, factor * numeric, FLOOR * largest))
            for matrix, row, by_hand, numeric, factor in rows
        )
    )


class _Loss:
    """E of an example, forward only, at the network's weights but for one nudged row.

    Parameters
    ----------
    network : Network
    example : Example
    cancelled : callable
        Asked before every piece of work whether to give up.
    """

    def __init__(self, network: Network, example: Example, cancelled: Callable[[], bool]) -> None:
        self._cancelled = cancelled
        self._W_out = network.W_out
        self._softmax = network.layer.softmax
        self._h = network.W[list(example.inputs)].mean(axis=0)
        self._asked = [
            network.layer.units(target, example.noise[i] if example.noise else ())
            for i, target in enumerate(example.targets)
        ]
        self._places = [int(units.labels.argmax()) for units in self._asked]
        self._u = self._W_out @ self._h if self._softmax else np.empty(0)
        self._rests: dict[tuple[int, ...], float] = {}

    def slopes_of_input(self, share: float) -> Array:
        """Return ∂E/∂v_w of an input word that makes up this share of h."""
        return _slopes(np.zeros_like(self._h), lambda nudged: self._of_hidden(self._h + share * nudged))

    def slopes_of_output(self, row: int) -> Array:
        """Return ∂E/∂v′ of a row of W_out."""
        return _slopes(self._W_out[row], lambda nudged: self._of_row(row, nudged))

    def _of_hidden(self, hidden: Array) -> Array:
        """Return E for several nudged h, shape (K, N) → (K,)."""
        if not self._softmax:
            return self._sum([hidden @ self._W_out[units.rows].T for units in self._asked])
        step = max(_TOGETHER // len(self._W_out), 1)
        parts = []
        for i in range(0, len(hidden), step):
            self._give_up_if_told()
            parts.append(self._softmax_losses(hidden[i : i + step] @ self._W_out.T))
        return np.concatenate(parts)

    def _of_row(self, row: int, nudged: Array) -> Array:
        """Return E for several nudged values of one row of W_out, shape (K, N) → (K,)."""
        self._give_up_if_told()
        scores = nudged @ self._h
        if self._softmax:
            return self._softmax_losses_but(row, scores)
        asked = []
        for units in self._asked:
            u = np.tile(self._W_out[units.rows] @ self._h, (len(nudged), 1))
            u[:, units.rows == row] = scores[:, None]
            asked.append(u)
        return self._sum(asked)

    def _softmax_losses(self, u: Array) -> Array:
        """−Σ ln y_t for several rows of scores, shape (K, V) → (K,)."""
        if len(set(self._places)) == 1:
            t = self._places[0]
            differences = u - u[:, [t]]
            differences[:, t] = -np.inf
            return len(self._places) * np.logaddexp(0, _log_sum_exp(differences))
        # Several targets cannot all be near 1: E is not small, and nothing is lost in the plain form.
        return np.asarray(len(self._places) * _log_sum_exp(u) - u[:, self._places].sum(axis=1))

    def _softmax_losses_but(self, row: int, scores: Array) -> Array:
        """Return the same where one score is another, shape (K,) → (K,): the sum over all the rest is needed once."""
        total = np.zeros(len(scores))
        for t in set(self._places):
            others = self._log_sum_but(t, row)
            if t == row:
                each = np.logaddexp(0, others - scores)
            else:
                each = np.logaddexp(0, np.logaddexp(others, scores) - self._u[t])
            total += self._places.count(t) * each
        return total

    def _log_sum_but(self, *rows: int) -> float:
        if rows not in self._rests:
            u = self._u.copy()
            u[list(rows)] = -np.inf
            self._rests[rows] = float(_log_sum_exp(u[None])[0])
        return self._rests[rows]

    def _give_up_if_told(self) -> None:
        if self._cancelled():
            raise Cancelled

    def _sum(self, asked: list[Array]) -> Array:
        """−Σ ln σ(±u) over all units of all targets."""
        losses = [
            np.logaddexp(0, np.where(units.labels > 0, -u, u)).sum(axis=1)
            for units, u in zip(self._asked, asked, strict=True)
        ]
        return np.asarray(sum(losses))


def _log_sum_exp(u: Array) -> Array:
    """Return ln Σ exp(u) along the rows, shape (K, V) → (K,)."""
    largest = u.max(axis=1)
    anchor = np.where(np.isfinite(largest), largest, 0.0)  # nothing but −∞: its sum is 0
    with np.errstate(divide="ignore"):
        return np.asarray(anchor + np.log(np.exp(u - anchor[:, None]).sum(axis=1)))


def _slopes(row: Array, loss: Callable[[Array], Array]) -> Array:
    """Return ∂E/∂row by central differences of fourth order; ``loss`` takes several nudged rows at once."""
    nudges = NUDGE * np.eye(len(row))
    slopes = sum(weight * loss(row + places * nudges) for places, weight in _STENCIL)
    return np.asarray(slopes / NUDGE)


def _error(by_hand: Array, numeric: Array, floor: float) -> float:
    """Return the largest difference, relative to the largest number of the row."""
    scale = max(float(np.abs(by_hand).max()), float(np.abs(numeric).max()), floor)
    return float(np.abs(by_hand - numeric).max()) / scale if scale else 0.0
