"""The input words and the hidden layer, as far as they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from w2v_gui.engine.network import DRAWN_WHOLE
from w2v_gui.gui.network.diagram import Column, Fill, Layer, Node
from w2v_gui.gui.network.figures import brief, indexed, share
from w2v_gui.gui.text import number, one_line
from w2v_gui.gui.walk.stage import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from w2v_gui.engine.trace import StepTrace
    from w2v_gui.gui.network.diagram import Room
    from w2v_gui.gui.network.known import Known

_LONGEST = 60

_MANY_DIMENSIONS = 16
_SOME_DIMENSIONS = 12
"""Of more than so many dimensions some stand for all: a thousand lines are a thicket."""


def label(word: str) -> str:
    """Return a word of the text, fit for one line."""
    return one_line(word, _LONGEST)


def peak(values: Sequence[float]) -> float:
    """Return the largest size among values, and 1 where all are 0."""
    return max((abs(value) for value in values), default=0.0) or 1.0


# -- input -----------------------------------------------------------------------------------------------------


def input_column(known: Known, room: Room) -> Column:
    """Return the input layer: every word of a small vocabulary, of a large one those that are 1."""
    words, rest = _input_words(known.trace, room)
    return Column(
        title=QCoreApplication.translate("Network", "Input"),
        symbol="x",
        nodes=tuple(_input_node(known, word) for word in words),
        rest=rest,
        lit=Part.INPUTS in known.stage.lit,
    )


def _input_words(trace: StepTrace, room: Room) -> tuple[list[int], str]:
    if trace.size <= min(room.rows, DRAWN_WHOLE):
        return list(range(trace.size)), ""
    words = [int(word) for word in trace.input_words]
    if len(words) == trace.size <= room.rows:
        return words, ""
    words = words[: room.rows - 1]
    away = trace.size - len(words)
    if len(words) == len(trace.input_words):
        text = QCoreApplication.translate("Network", "and {number} others: 0")
    else:
        text = QCoreApplication.translate("Network", "and {number} others")
    return words, text.format(number=number(away))


def _input_node(known: Known, word: int) -> Node:
    inputs = known.trace.example.inputs
    places = inputs.count(word)
    value = places / len(inputs)
    shown = known.reached("x")
    return Node(
        (Layer.INPUT, word),
        label(known.scene.words[word]),
        text=(share(places, len(inputs)) if places else "0") if shown else "",
        number=value if shown else None,
        fill=Fill.CONTEXT if places else Fill.NOTHING,
        tone=0.45 + 0.55 * value if places else 0.0,
        active=bool(places),
    )


# -- hidden ----------------------------------------------------------------------------------------------------


def drawn_dimensions(trace: StepTrace, room: Room, kept: int | None = None) -> list[int]:
    """Return the dimensions that are drawn: of many those in which h or its gradient is largest, and ``kept``.

    The choice is the same at every stage of a step: nodes that came and went could not be followed.
    """
    size = len(trace.h)
    if size <= min(room.rows, _MANY_DIMENSIONS):
        return list(range(size))
    weight = np.abs(trace.h) / peak(trace.h.tolist()) + np.abs(trace.grad_h) / peak(trace.grad_h.tolist())
    if kept is not None and kept < size:
        weight[kept] = np.inf
    return sorted(np.argsort(-weight, kind="stable")[: min(room.rows - 1, _SOME_DIMENSIONS)].tolist())


def hidden_column(known: Known, dimensions: list[int]) -> Column:
    """Return the hidden layer: h on the way forward, its gradient EH on the way back."""
    symbol, values = _hidden_values(known)
    size = len(known.trace.h)
    away = size - len(dimensions)
    rest = QCoreApplication.translate("Network", "and {number} other dimensions").format(number=number(away))
    greatest = peak(values.tolist()) if values is not None else 1.0
    nodes = []
    for i in dimensions:
        value = None if values is None else float(values[i])
        shown = "" if value is None else brief(value)
        tone = 0.0 if value is None else value / greatest
        nodes.append(Node((Layer.HIDDEN, i), indexed("h", i), text=shown, number=value, fill=Fill.SIGN, tone=tone))
    return Column(
        title=QCoreApplication.translate("Network", "Hidden"),
        symbol=symbol,
        nodes=tuple(nodes),
        rest=rest if away else "",
        lit=Part.HIDDEN in known.stage.lit,
    )


def _hidden_values(known: Known) -> tuple[str, np.ndarray | None]:
    if known.reached("EH"):
        return "EH", known.trace.grad_h
    return "h", known.trace.h if known.reached("h") else None
