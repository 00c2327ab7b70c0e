"""Where the number in a node comes from, term by term."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.network.columns import label
from w2v_gui.gui.network.diagram import Layer
from w2v_gui.gui.network.figures import full, indexed, share
from w2v_gui.gui.network.known import Known
from w2v_gui.gui.text import number, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from w2v_gui.engine.reference import Array
    from w2v_gui.gui.network.diagram import Key
    from w2v_gui.gui.network.known import Asked
    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import Scene

_MOST_TERMS = 9
_IN_FORMULA = 14


class Kind(Enum):
    """What a line of a sum is."""

    HEAD = "head"
    TERM = "term"
    TOTAL = "total"


@dataclass(frozen=True)
class Line:
    """One line: what, how, and how much."""

    kind: Kind
    name: str
    how: str = ""
    value: str = ""


@dataclass(frozen=True)
class Sum:
    """A quantity and what it is made of.

    Attributes
    ----------
    total : Line
    terms : tuple of Line
    numbers : tuple of float
        Of the terms: the largest stay where there is no room for all.
    """

    total: Line
    terms: tuple[Line, ...] = ()
    numbers: tuple[float, ...] = ()

    def lines(self, most: int) -> list[Line]:
        """Return at most so many terms, with those left out in a line of their own, and then the total."""
        return [*self._fitting(most), self.total]

    def _fitting(self, most: int) -> list[Line]:
        if len(self.terms) <= most:
            return list(self.terms)
        if most < 2:
            return []
        kept = sorted(np.argsort(-np.abs(self.numbers), kind="stable")[: most - 1].tolist())
        return [*(self.terms[place] for place in kept), self._others(set(range(len(self.terms))) - set(kept))]

    def _others(self, places: set[int]) -> Line:
        text = QCoreApplication.translate("Network", "… + {number} more terms").format(number=number(len(places)))
        return Line(Kind.TERM, text, "", full(sum(self.numbers[place] for place in places)))


class Factors(Sum):
    """A quantity with the numbers that it is computed from, which are not added."""

    def _others(self, places: set[int]) -> Line:
        text = QCoreApplication.translate("Network", "… and {number} more").format(number=number(len(places)))
        return Line(Kind.TERM, text)


class Vector(Factors):
    """A vector: its name, and then its components."""

    def lines(self, most: int) -> list[Line]:
        """Return the name and at most so many components, or nothing if there is no room for any."""
        fitting = self._fitting(most)
        return [self.total, *fitting] if fitting else []


def explain(scene: Scene, stage: Stage, key: Key, room: int) -> list[Line]:
    """Return what is known of a node, in at most about so many lines: first what it is, then its sums.

    Nothing is said of a quantity that the walk has not reached.
    """
    known = Known(scene, stage)
    head, sums = _NODES[key[0]](known, key[1])
    free = room - 1 - len(sums)
    shown: list[list[Line]] = []
    for part in reversed(sums):  # the newest quantity first: it is what the stage is about
        lines = part.lines(max(min(free, _MOST_TERMS), 0))
        free -= max(len(lines) - 1, 0)
        shown.append(lines)
    return [head, *(line for lines in reversed(shown) for line in lines)]


# -- nodes -----------------------------------------------------------------------------------------------------


def _short(word: str) -> str:
    """Return a word as it stands within a formula."""
    return one_line(word, _IN_FORMULA)


def _input(known: Known, word: int) -> tuple[Line, list[Sum]]:
    trace = known.trace
    name = label(known.scene.words[word])
    places, of = trace.example.inputs.count(word), len(trace.example.inputs)
    sums = []
    if known.reached("x"):
        how = QCoreApplication.translate("Network", "{places} of {number} input words").format(places=places, number=of)
        value = share(places, of) if places else "0"
        sums.append(Sum(Line(Kind.TOTAL, f"x({_short(name)})", how, value)))
    if not places:
        return Line(Kind.HEAD, name), sums
    row = trace.input_words.tolist().index(word)
    if known.reached("dW"):
        grad, x = trace.grad_W[row], float(trace.shares[row])
        sums.append(_by_dimension("∂E/∂w", "x × EH", grad, lambda i: f"{full(x)} × {full(float(trace.grad_h[i]))}"))
    if known.reached("W_new"):
        old, moved = trace.W_old[row], trace.moved_W[row]
        # In word2vec's own CBOW every row moves by the whole of EH, not by its share.
        formula = "w − α × ∂E/∂w" if trace.divided or not trace.cbow else "w − α × C × ∂E/∂w"
        sums.append(
            _by_dimension(_new("w"), formula, trace.W_new[row], lambda i: _update(old[i], trace.alpha, moved[i]))
        )
    return Line(Kind.HEAD, name, "", QCoreApplication.translate("Network", "input word")), sums


def _hidden(known: Known, i: int) -> tuple[Line, list[Sum]]:
    trace, words = known.trace, known.scene.words
    sums = []
    if known.reached("h"):
        terms, part = trace.hidden_terms(i), share(1, len(trace.example.inputs))
        names = [indexed("w", i) + f"({_short(words[word])})" for word in trace.example.inputs]
        hows = [f"{part} × {full(float(row[i]))}" if part != "1" else "" for row in trace.W_rows]
        sums.append(_added(indexed("h", i), "", float(trace.h[i]), names, hows, terms))
    if known.reached("EH"):
        sums.append(_gradient(known, i))
    title = QCoreApplication.translate("Network", "Hidden node {number} of {all}")
    return Line(Kind.HEAD, title.format(number=number(i + 1), all=number(len(trace.h)))), sums


def _gradient(known: Known, i: int) -> Sum:
    trace = known.trace
    terms = trace.grad_h_terms(i)
    asked = np.flatnonzero(trace.e_drawn)
    names = [_short(known.scene.output_label(int(trace.drawn[place]))) for place in asked]
    hows = [f"{full(float(trace.e_drawn[place]))} × {full(float(trace.W_out_drawn[place, i]))}" for place in asked]
    values = terms[asked].tolist()
    away = len(trace.rows) - len(asked)
    total = float(trace.grad_h[i])
    if away > 0:
        names.append(QCoreApplication.translate("Network", "{number} others together").format(number=number(away)))
        hows.append("")
        values.append(total - float(terms.sum()))
    return _added(indexed("EH", i), f"Σ {known.error_symbol} × w′", total, names, hows, np.array(values))


def _output(known: Known, row: int) -> tuple[Line, list[Sum]]:
    scene, trace = known.scene, known.trace
    name = label(scene.output_label(row))
    unit = known.asked.get(row)
    if unit is None:
        return Line(Kind.HEAD, name, "", QCoreApplication.translate("Network", "not asked in this step")), []
    sums = []
    if known.reached("u"):
        place = trace.place(row)
        weights = trace.W_out_drawn[place]
        names = [f"{indexed('h', i)} × {indexed('w′', i)}" for i in range(len(trace.h))]
        hows = [f"{full(float(h))} × {full(float(w))}" for h, w in zip(trace.h, weights, strict=True)]
        sums.append(_added(f"u({_short(name)})", "", unit.u, names, hows, trace.score_terms(row)))
    if known.reached("y"):
        sums.append(_value(known, name, unit))
    if known.reached("e"):
        sums.append(_error(known, name, unit, known.error(row)))
    if known.reached("dW_out"):
        grad, error = trace.grad_W_out_drawn[trace.place(row)], known.error(row)
        sums.append(
            _by_dimension(
                "∂E/∂w′", f"{known.error_symbol} × h", grad, lambda i: f"{full(error)} × {full(float(trace.h[i]))}"
            )
        )
    if known.reached("W_out_new"):
        place = trace.place(row)
        old, moved, new = trace.W_out_drawn[place], trace.grad_W_out_drawn[place], trace.W_out_drawn_new[place]
        sums.append(_by_dimension(_new("w′"), "w′ − α × ∂E/∂w′", new, lambda i: _update(old[i], trace.alpha, moved[i])))
    return Line(Kind.HEAD, name, "", _role(known, row)), sums


def _value(known: Known, name: str, unit: Asked) -> Sum:
    if not known.softmax:
        return Sum(Line(Kind.TOTAL, "σ(u)", f"1 ÷ (1 + exp({full(-unit.u)}))", full(unit.y)))
    # Σ exp(u′) follows from a probability and its score; logarithms do not run over.
    log_sum = unit.u - math.log(unit.y) if unit.y > 0 else math.inf
    words = QCoreApplication.translate("Network", "over {number} words").format(number=number(known.trace.size))
    terms = (
        Line(Kind.TERM, "exp(u)", f"exp({full(unit.u)})", _exp(unit.u)),
        Line(Kind.TERM, "Σ exp(u′)", words, _exp(log_sum)),
    )
    return Factors(Line(Kind.TOTAL, f"y({_short(name)})", "exp(u) ÷ Σ exp(u′)", full(unit.y)), terms, (unit.u, log_sum))


def _error(known: Known, name: str, unit: Asked, total: float) -> Sum:
    y = "y" if known.softmax else "σ(u)"
    symbol = f"{known.error_symbol}({_short(name)})"
    if len(unit.times) == 1:
        how = f"{y} − t = {full(unit.y)} − {unit.times[0].label:.0f}"
        return Sum(Line(Kind.TOTAL, symbol, how, full(total)))
    names = [
        QCoreApplication.translate("Network", "e for {word}").format(word=_short(known.scene.words[time.target]))
        for time in unit.times
    ]
    hows = [f"{full(unit.y)} − {time.label:.0f}" for time in unit.times]
    errors = np.array([time.error for time in unit.times])
    return _added(symbol, f"Σ ({y} − t)", total, names, hows, errors)


def _leaf(known: Known, word: int) -> tuple[Line, list[Sum]]:
    scene = known.scene
    name = label(scene.words[word])
    assert scene.tree is not None
    nodes, codes = scene.tree.way(word)
    code = QCoreApplication.translate("Network", "code {bits}").format(bits="".join(map(str, codes.tolist())))
    output = next((output for output in scene.trace.outputs if output.target == word), None)
    if output is None or not known.reached("y"):
        return Line(Kind.HEAD, name, "", code), []
    values = np.where(codes == 0, output.y, 1 - output.y)
    terms = tuple(
        Line(Kind.TERM, f"n{node}", "σ(u)" if bit == 0 else "1 − σ(u)", full(float(value)))
        for node, bit, value in zip(nodes.tolist(), codes.tolist(), values.tolist(), strict=True)
    )
    product = QCoreApplication.translate("Network", "the product")
    total = Line(Kind.TOTAL, f"p({_short(name)})", product, full(math.exp(-output.loss)))
    return Line(Kind.HEAD, name, "", code), [Factors(total, terms, tuple(values.tolist()))]


_NODES: dict[Layer, Callable[[Known, int], tuple[Line, list[Sum]]]] = {
    Layer.INPUT: _input,
    Layer.HIDDEN: _hidden,
    Layer.OUTPUT: _output,
    Layer.LEAF: _leaf,
}


# -- parts -----------------------------------------------------------------------------------------------------


def _role(known: Known, row: int) -> str:
    if known.scene.tree is not None:
        return QCoreApplication.translate("Network", "inner node")
    if row in known.trace.example.targets:
        return QCoreApplication.translate("Network", "target")
    if not known.softmax:
        return QCoreApplication.translate("Network", "noise word")
    return QCoreApplication.translate("Network", "output word")


def _added(name: str, how: str, total: float, names: Sequence[str], hows: Sequence[str], values: Array) -> Sum:
    """Return a sum of terms."""
    numbers = values.tolist()
    terms = tuple(
        Line(Kind.TERM, term, way, full(value)) for term, way, value in zip(names, hows, numbers, strict=True)
    )
    return Sum(Line(Kind.TOTAL, name, how, full(total)), terms, tuple(numbers))


def _by_dimension(name: str, formula: str, values: Array, how: Callable[[int], str]) -> Vector:
    """Return a vector by its components."""
    numbers = values.tolist()
    lines = tuple(Line(Kind.TERM, indexed(name, i), how(i), full(value)) for i, value in enumerate(numbers))
    return Vector(Line(Kind.TOTAL, name, formula), lines, tuple(numbers))


def _new(name: str) -> str:
    return QCoreApplication.translate("Network", "new {name}").format(name=name)


def _update(old: float, alpha: float, moved: float) -> str:
    return f"{full(float(old))} − {alpha:g} × {full(float(moved))}"


def _exp(value: float) -> str:
    if math.isinf(value):
        return "∞"
    return full(math.exp(value)) if value < 700 else f"e^{value:.0f}"
