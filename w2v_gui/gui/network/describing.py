"""From a scene and a stage of the walk to what is drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.network.columns import drawn_dimensions, hidden_column, input_column
from w2v_gui.gui.network.diagram import Diagram, Edges, Layer, Way
from w2v_gui.gui.network.figures import brief
from w2v_gui.gui.network.known import Known, State
from w2v_gui.gui.network.outputs import drawn_words, output_column
from w2v_gui.gui.network.trees import fits, way_rows, whole_tree, with_bits
from w2v_gui.gui.scales import nice_ceiling
from w2v_gui.gui.text import number
from w2v_gui.gui.walk.stage import Part

if TYPE_CHECKING:
    from w2v_gui.engine.reference import Array
    from w2v_gui.gui.network.diagram import Column, Key, Room, Tree
    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import Scene


def describe(scene: Scene, stage: Stage, room: Room, kept: Key | None = None) -> Diagram:
    """Return what is drawn of a network.

    Parameters
    ----------
    scene : Scene
    stage : Stage
        How far the walk has come.
    room : Room
        What fits.
    kept : tuple, optional
        A node that should be drawn if it can be.
    """
    known = Known(scene, stage)
    dimension = kept[1] if kept is not None and kept[0] is Layer.HIDDEN else None
    dimensions = drawn_dimensions(scene.trace, room, dimension)
    inputs = input_column(known, room)
    outputs, tree, way = _outputs(known, room)
    return Diagram(
        inputs=inputs,
        hidden=hidden_column(known, dimensions),
        outputs=outputs,
        W=_input_edges(known, inputs, dimensions),
        W_out=_output_edges(known, outputs, dimensions),
        error=known.error_symbol if known.reached("e") else "",
        error_lit=Part.ERRORS in stage.lit,
        loss=f"E = {brief(scene.trace.loss)}" if known.reached("E") else "",
        loss_lit=Part.LOSS in stage.lit,
        backward=stage.backward,
        tree=tree,
        way=way,
    )


def _outputs(known: Known, room: Room) -> tuple[Column, Tree | None, Way | None]:
    tree = known.scene.tree
    if tree is None:
        return output_column(known, *drawn_words(known, room)), None, None
    if fits(tree, room):
        return output_column(known, list(range(len(tree)))), whole_tree(known, tree), None
    nodes, rest = way_rows(known, tree, room)
    column = output_column(known, nodes, rest)
    way = Way(complete=len(nodes) == len(tree.way(known.trace.example.targets[0])[0]))
    return replace(column, nodes=with_bits(column.nodes, known, tree)), None, way


# -- weights ---------------------------------------------------------------------------------------------------


def _input_edges(known: Known, inputs: Column, dimensions: list[int]) -> Edges:
    trace = known.trace
    weights = known.input_rows([node.key[1] for node in inputs.nodes])[:, dimensions]
    return Edges(
        name="W",
        title=_titled("W", known.W_state),
        shape=f"{number(trace.size)} × {number(len(trace.h))}",
        weights=weights / _level(trace.W_old),
        active=np.array([node.active for node in inputs.nodes], bool),
        lit=Part.W_ROWS in known.stage.lit,
    )


def _output_edges(known: Known, outputs: Column, dimensions: list[int]) -> Edges:
    trace = known.trace
    rows = known.output_rows
    weights = np.full((len(outputs.nodes), len(dimensions)), np.nan)
    for place, node in enumerate(outputs.nodes):
        # An inner node that is not asked stands somewhere in the tree: lines to it would only cross it.
        if node.key[0] is Layer.OUTPUT and (node.active or known.scene.tree is None):
            weights[place] = rows[trace.place(node.key[1])][dimensions]
    return Edges(
        name="W′",
        title=_titled("W′", known.W_out_state),
        shape=f"{number(len(trace.h))} × {number(trace.output_size)}",
        weights=weights / _level(trace.W_out_drawn),
        active=np.array([node.active for node in outputs.nodes], bool),
        lit=Part.W_OUT_ROWS in known.stage.lit,
    )


def _titled(name: str, state: State) -> str:
    if state is State.ONLY:
        return name
    if state is State.OLD:
        return QCoreApplication.translate("Network", "old {name}").format(name=name)
    return QCoreApplication.translate("Network", "new {name}").format(name=name)


def _level(rows: Array) -> float:
    """Return the weight that is drawn strongest: a round number, so that it stays from step to step."""
    return nice_ceiling(float(np.abs(rows).max(initial=0.0)) or 1.0)
