"""One step of training with nothing left out: every quantity of the derivation, for one example, before it is applied.

Forward, backward and update stay three acts: a `StepTrace` holds the first two and what the third would bring, and
changes nothing. All numbers are float64 and come from `reference`, the derivation itself.

Full softmax asks every word, negative sampling the target and some noise words, hierarchical softmax the inner nodes
on the target's way. Those are *output units*: each owns a row of W_out, has a label t, a score u = v′ · h, a value y
(its probability, or σ(u)) and an error e = y − t. From there on the three are the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.engine import reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from w2v_gui.engine.reference import Array

    Ids = NDArray[np.int64]

LARGEST = 1e30
"""Beyond this there is nothing left to learn from; pictures, which are drawn in single precision, end soon after."""


@dataclass(frozen=True)
class Example:
    """What is learned in one step: the inputs should predict the targets.

    In CBOW the inputs are the context and there is one target, the centre word; in skip-gram the centre word is the
    one input, and the context words are the targets. A word that stands there twice counts twice.

    Attributes
    ----------
    inputs, targets : tuple of int
        Ids of words.
    noise : tuple of tuple of int
        In negative sampling the noise words drawn for each target, else empty.
    position : int
        Where in the corpus the centre word stands; -1 if the example does not come from a text.
    """

    inputs: tuple[int, ...]
    targets: tuple[int, ...]
    noise: tuple[tuple[int, ...], ...] = ()
    position: int = -1


@dataclass(frozen=True, eq=False)
class Units:
    """The output units that are asked for one target.

    Attributes
    ----------
    rows : ndarray of int64, shape (M,)
        Their rows of W_out. A row that stands there twice is asked twice.
    labels : ndarray of float64, shape (M,)
        t: what their values should be.
    """

    rows: Ids
    labels: Array


@dataclass(frozen=True, eq=False)
class OutputTrace:
    """What happens at the output for one target.

    Attributes
    ----------
    target : int
        Id of the target word.
    rows : ndarray of int64, shape (M,)
        The output units that are asked, as rows of W_out.
    t, u, y, e : ndarray of float64, shape (M,)
        Their labels; their scores, (2); their values, (3) or σ(u); their errors e = y − t, (9).
    loss : float
        E of this target in nats: (7), or −Σ ln σ(±u).
    """

    target: int
    rows: Ids
    t: Array
    u: Array
    y: Array
    e: Array
    loss: float

    @property
    def loss_terms(self) -> Array:
        """The terms whose sum is E where each unit answers by itself: −ln σ(u) for t = 1, −ln σ(−u) for 0; (M,)."""
        return np.asarray(np.logaddexp(0.0, np.where(self.t > 0, -self.u, self.u)))


@dataclass(frozen=True, eq=False)
class StepTrace:
    """Every quantity of one step.

    Attributes
    ----------
    example : Example
    cbow : bool
        CBOW, or else skip-gram.
    objective : str
        The output layer, as `TrainingConfig.objective` names it.
    alpha : float
        η, the learning rate.
    divided : bool
        CBOW: each context word's row moves by −(α/C)·EH, as derived; else by −α·EH, as in word2vec.
    size : int
        V, the number of words.
    output_size : int
        Rows of W_out: V words, or V − 1 inner nodes.
    W_rows : ndarray, shape (len(inputs), N)
        v_w of every input word, in the order of ``example.inputs``.
    h : ndarray, shape (N,)
        The hidden layer: (1), (19).
    outputs : tuple of OutputTrace
        One for each target.
    rows : ndarray of int64, shape (R,)
        The rows of W_out that take part, each once, in ascending order. In full softmax all V.
    e_sum : ndarray, shape (R,)
        Their errors, summed over all targets: EI = Σ_c e_c. For one target this is e.
    grad_h : ndarray, shape (N,)
        EH = ∂E/∂h, (15).
    loss : float
        E, summed over the targets.
    drawn : ndarray of int64, shape (D,)
        The rows of W_out that are worth a look, in ascending order: all where there are few.
    W_out_drawn : ndarray, shape (D, N)
        v′ of those, before the step.
    """

    example: Example
    cbow: bool
    objective: str
    alpha: float
    divided: bool
    size: int
    output_size: int
    W_rows: Array
    h: Array
    outputs: tuple[OutputTrace, ...]
    rows: Ids
    e_sum: Array
    grad_h: Array
    loss: float
    drawn: Ids
    W_out_drawn: Array

    @property
    def context(self) -> tuple[int, ...]:
        """Ids of the context words."""
        return self.example.inputs if self.cbow else self.example.targets

    @property
    def centre(self) -> int:
        """Id of the centre word."""
        return (self.example.targets if self.cbow else self.example.inputs)[0]

    @property
    def C(self) -> int:
        """The number of context words."""
        return len(self.context)

    # -- backward: where the gradients are not zero ------------------------------------------------------------

    @cached_property
    def input_words(self) -> Ids:
        """The input words, each once, in the order of the example: the rows of W that move; shape (I,)."""
        return np.array(list(dict.fromkeys(self.example.inputs)), np.int64)

    @cached_property
    def shares(self) -> Array:
        """x: how much of h each of `input_words` is, (19): its number of places in the context ÷ C; shape (I,)."""
        return np.array([self.example.inputs.count(int(word)) for word in self.input_words]) / len(self.example.inputs)

    @cached_property
    def grad_W(self) -> Array:
        """∂E/∂W at the rows of `input_words`, (17): the true gradient, whatever ``divided`` says; shape (I, N)."""
        return np.outer(self.shares, self.grad_h)

    @cached_property
    def moved_W(self) -> Array:
        """By what, times α, the rows of `input_words` move: ∂E/∂W, in word2vec's CBOW C times that; shape (I, N)."""
        return self.grad_W if self.divided or not self.cbow else self.grad_W * self.C

    @cached_property
    def W_old(self) -> Array:
        """The rows of `input_words` before the step, shape (I, N)."""
        first = {word: i for i, word in reversed(list(enumerate(self.example.inputs)))}
        return self.W_rows[[first[int(word)] for word in self.input_words]]

    @cached_property
    def W_new(self) -> Array:
        """The rows of `input_words` after the step, (18); shape (I, N)."""
        return np.asarray(self.W_old - self.alpha * self.moved_W)

    @cached_property
    def e_drawn(self) -> Array:
        """EI of the rows in ``drawn``; 0 for a row that takes no part; shape (D,)."""
        return self.errors_of(self.drawn)

    @cached_property
    def grad_W_out_drawn(self) -> Array:
        """∂E/∂W′ at the rows in ``drawn``, (8): EI_j · h; shape (D, N)."""
        return np.outer(self.e_drawn, self.h)

    @cached_property
    def W_out_drawn_new(self) -> Array:
        """The rows in ``drawn`` after the step, (13); shape (D, N)."""
        return self.moved_W_out(self.drawn, self.W_out_drawn)

    def moved_W_out(self, rows: Ids, before: Array) -> Array:
        """Return any rows of W_out after the step, (13), given what they are before it; shape (R, N)."""
        return np.asarray(before - self.alpha * np.outer(self.errors_of(rows), self.h))

    # -- sums, term by term --------------------------------------------------------------------------------------

    def hidden_terms(self, i: int) -> Array:
        """Return the terms whose sum is h_i: w_ki / C for every place in the context; shape (len(inputs),)."""
        return np.asarray(self.W_rows[:, i] / len(self.W_rows))

    def score_terms(self, row: int) -> Array:
        """Return the terms whose sum is u of a row in ``drawn``, (2): w′_ij · h_i; shape (N,)."""
        return np.asarray(self.W_out_drawn[self.place(row)] * self.h)

    def grad_h_terms(self, i: int) -> Array:
        """Return those terms of EH_i, (15), that belong to the rows in ``drawn``: EI_j · w′_ij; shape (D,)."""
        return np.asarray(self.e_drawn * self.W_out_drawn[:, i])

    def place(self, row: int) -> int:
        """Return where in ``drawn`` a row of W_out stands.

        Raises
        ------
        KeyError
            If it is not drawn.
        """
        place = int(np.searchsorted(self.drawn, row))
        if place == len(self.drawn) or self.drawn[place] != row:
            raise KeyError(row)
        return place

    @property
    def all_drawn(self) -> bool:
        """Whether every row of W_out is in ``drawn``."""
        return len(self.drawn) == self.output_size

    def rest(self, values: Array) -> tuple[int, float]:
        """Return how many rows that take part are not drawn, and the sum of their values, given those of ``rows``."""
        away = ~np.isin(self.rows, self.drawn)
        return int(away.sum()), float(values[away].sum())

    @property
    def finite(self) -> bool:
        """Whether every number is one, after the step too."""
        with np.errstate(all="ignore"):
            numbers = (self.h, self.grad_h, self.W_new, self._step, self.loss)
        return all(np.isfinite(each).all() for each in numbers)

    @property
    def bounded(self) -> bool:
        """Whether the step leads to nothing that is beyond `LARGEST`."""
        return bool(np.abs(self.W_new).max() <= LARGEST and self._step <= LARGEST)

    @property
    def _step(self) -> float:
        """The largest number by which a row of W_out moves."""
        return float(self.alpha * np.abs(self.e_sum).max() * np.abs(self.h).max())

    def errors_of(self, rows: Ids) -> Array:
        """Return EI of any rows of W_out, shape (R,): 0 for those that take no part."""
        found = np.zeros(len(rows))
        places = np.minimum(np.searchsorted(self.rows, rows), len(self.rows) - 1)
        taking_part = self.rows[places] == rows
        found[taking_part] = self.e_sum[places[taking_part]]
        return found


def softmax_outputs(h: Array, W_out: Array, asked: Iterable[tuple[int, Units]]) -> tuple[OutputTrace, ...]:
    """Trace a layer whose units share one probability, (3): all targets are asked at the same u and y.

    Parameters
    ----------
    h : ndarray, shape (N,)
    W_out : ndarray, shape (V, N)
    asked : iterable of (int, Units)
        Each target with its units, which are all there are.
    """
    u = reference.logits(W_out, h)
    y = reference.softmax(u)
    return tuple(
        OutputTrace(
            target, units.rows, units.labels, u, y, np.asarray(y - units.labels), reference.softmax_loss(u, [target])
        )
        for target, units in asked
    )


def logistic_outputs(h: Array, W_out: Array, asked: Iterable[tuple[int, Units]]) -> tuple[OutputTrace, ...]:
    """Trace a layer whose units have each a probability of their own, σ(u).

    Parameters
    ----------
    h : ndarray, shape (N,)
    W_out : ndarray, shape (rows, N)
    asked : iterable of (int, Units)
        Each target with its units.
    """
    traced = []
    for target, units in asked:
        u = reference.logits(W_out[units.rows], h)
        y = reference.sigmoid(u)
        loss = reference.logistic_loss(u, units.labels)
        traced.append(OutputTrace(target, units.rows, units.labels, u, y, np.asarray(y - units.labels), loss))
    return tuple(traced)


def summed_errors(outputs: Sequence[OutputTrace]) -> tuple[Ids, Array]:
    """Return the rows that take part, each once and ascending, and EI: their errors, summed over all targets."""
    first = outputs[0].rows
    if all(output.rows is first for output in outputs) and (np.diff(first) > 0).all():
        # Full softmax asks all words every time: there is nothing to sort.
        return first, np.asarray(sum(output.e for output in outputs))
    rows = np.concatenate([output.rows for output in outputs])
    errors = np.concatenate([output.e for output in outputs])
    once, places = np.unique(rows, return_inverse=True)
    return once, np.asarray(np.bincount(places, errors, len(once)), np.float64)
