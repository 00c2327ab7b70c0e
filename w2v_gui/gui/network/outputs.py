"""The output units, as far as they are drawn: words that are asked, or the way through a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.network.columns import label, peak
from w2v_gui.gui.network.diagram import Column, Fill, Layer, Node
from w2v_gui.gui.network.figures import brief
from w2v_gui.gui.text import number
from w2v_gui.gui.walk.stage import Part

if TYPE_CHECKING:
    from w2v_gui.engine.reference import Array
    from w2v_gui.gui.network.diagram import Room
    from w2v_gui.gui.network.known import Asked, Known


def output_column(known: Known, rows: list[int], rest: str = "") -> Column:
    """Return the output layer with the units of some rows."""
    return Column(
        title=QCoreApplication.translate("Network", "Output"),
        symbol=value_symbol(known),
        nodes=tuple(output_nodes(known, rows)),
        rest=rest,
        lit=bool({Part.OUTPUTS, Part.TARGET, Part.TREE} & known.stage.lit),
    )


def value_symbol(known: Known) -> str:
    """Return what the values of the units are called by now."""
    if not known.reached("y"):
        return "u"
    return "y" if known.softmax else "σ(u)"


def output_nodes(known: Known, rows: list[int]) -> list[Node]:
    """Return the units of some drawn rows."""
    asked = [known.asked.get(row) for row in rows]
    greatest = peak([unit.u for unit in asked if unit])
    return [_node(known, row, unit, greatest) for row, unit in zip(rows, asked, strict=True)]


def _node(known: Known, row: int, unit: Asked | None, greatest: float) -> Node:
    scene = known.scene
    targets = scene.trace.example.targets if scene.tree is None else ()
    node = Node(
        (Layer.OUTPUT, row),
        label(scene.output_label(row)),
        note=target_note(targets.count(row)),
        aside="" if unit is None or known.softmax or scene.tree is not None else _label_note(row, unit),
        target=row in targets,
    )
    if unit is None:
        return node.faint()
    error = known.error(row) if known.reached("e") else None
    value, fill, tone = _value(known, unit, greatest)
    return Node(
        node.key,
        node.label,
        node.note,
        node.aside,
        "" if value is None else brief(value),
        value,
        fill,
        tone,
        target=node.target,
        error=error,
        error_text="" if error is None else brief(error),
    )


def _value(known: Known, unit: Asked, greatest: float) -> tuple[float | None, Fill, float]:
    if known.reached("y"):
        # Small probabilities should be told from none.
        return unit.y, Fill.CENTRE, unit.y**0.5
    if known.reached("u"):
        return unit.u, Fill.SIGN, unit.u / greatest
    return None, Fill.NOTHING, 0.0


def target_note(times: int) -> str:
    """Return what is said beside a target."""
    if not times:
        return ""
    note = QCoreApplication.translate("Network", "← target")
    return note if times == 1 else f"{note} ×{times}"


def _label_note(row: int, unit: Asked) -> str:
    """Return what a unit should answer, and how often it was drawn as noise for one target."""
    labels = sorted({round(time.label) for time in unit.times}, reverse=True)
    written = "t = " + ", ".join(map(str, labels))
    first = next((time.target for time in unit.times if time.label == 0), None)
    drawn = sum(time.label == 0 and time.target == first for time in unit.times)
    if not drawn:
        return written
    noise = QCoreApplication.translate("Network", "noise")
    return f"{noise} · {written}" if drawn == 1 else f"{noise} ×{drawn} · {written}"


# -- which words -----------------------------------------------------------------------------------------------


def drawn_words(known: Known, room: Room) -> tuple[list[int], str]:
    """Return the words that are drawn, in the order of the vocabulary, and what is said of the others."""
    trace = known.trace
    rows = trace.drawn
    if trace.all_drawn and len(rows) <= room.rows:
        return rows.tolist(), ""
    if len(rows) >= room.rows:
        weight = np.abs(trace.e_drawn)
        weight[np.isin(rows, trace.example.targets)] = np.inf
        rows = np.sort(rows[np.argsort(-weight, kind="stable")[: room.rows - 1]])
    return rows.tolist(), _rest(known, rows)


def _rest(known: Known, rows: np.ndarray) -> str:
    trace = known.trace
    away = trace.output_size - len(rows)
    if not known.softmax:
        if trace.rows.size > np.isin(trace.rows, rows).sum():
            return QCoreApplication.translate("Network", "and {number} others").format(number=number(away))
        return QCoreApplication.translate("Network", "{number} others are not asked").format(number=number(away))
    if not known.reached("y"):
        return QCoreApplication.translate("Network", "and {number} others").format(number=number(away))
    y = trace.outputs[0].y
    _, total = trace.rest(y)
    total += _cut(known, rows, y)
    text = QCoreApplication.translate("Network", "and {number} others: Σy = {sum}")
    return text.format(number=number(away), sum=brief(total))


def _cut(known: Known, rows: np.ndarray, values: Array) -> float:
    """Return the sum of the values of those drawn rows for which there was no room."""
    return float(values[np.setdiff1d(known.trace.drawn, rows)].sum())
