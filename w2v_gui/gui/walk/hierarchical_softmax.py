r"""The walk of hierarchical softmax: a word is found by turning left or right at the inner nodes of a Huffman tree.

After Morin and Bengio 2005, "Hierarchical Probabilistic Neural Network Language Model"; the tree is word2vec's, from
Mikolov et al. 2013. What is left of the derivation is named after its equations.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.walk import lines
from w2v_gui.gui.walk.asked import asked, label, left_out
from w2v_gui.gui.walk.common import from_few_units, given, pair_formula, stage, to_hidden, to_input
from w2v_gui.gui.walk.figures import figure, finely, total, whole
from w2v_gui.gui.walk.stage import NumberLine
from w2v_gui.gui.walk.words import believed, name, quoted

if TYPE_CHECKING:
    from w2v_gui.engine.trace import OutputTrace, StepTrace
    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import Scene

PAPER = "Morin & Bengio 2005"

_TARGETS = 3
_NODES = 6

_CODE = r",\quad \O{w_O} = \O{b_1 b_2 \cdots b_L}"
_U = r"u_j = \O{{\mathbf{v}'_{n(w_O,\,j)}}^T}\,\mathbf{h}, \quad j = 1,\, \ldots,\, L"
_Y = r"p(\O{w_O} \mid w_I) = \prod_{j=1}^{L} \sigma({\pm}u_j), \quad y_j = \sigma(u_j)"
_E_CBOW = r"E = {-}\log p(\O{w_O} \mid w_I) = {-}\sum_{j=1}^{L} \log \sigma({\pm}u_j)"
_E_SKIPGRAM = r"E = {-}\sum_{c=1}^{C} \sum_{j=1}^{L_c} \log \sigma({\pm}u_{c,j})"
_ERROR_CBOW = r"\frac{\partial E}{\partial u_j} = \sigma(u_j) - \O{t_j} \coloneqq e_j, \quad \O{t_j} = 1 - \O{b_j}"
_ERROR_SKIPGRAM = r"EI_n = \sum_{c=1}^{C} e_{c,n}, \quad e_{c,n} = \sigma(u_n) - \O{t_{c,n}}"
_BACK = r"\frac{\partial E}{\partial h_i} = \sum_{j=1}^{L} e_j \cdot \O{w'_{ij}} \coloneqq EH_i"


def walk(trace: StepTrace) -> tuple[Stage, ...]:
    """Return the stages of one step."""
    return (
        stage(trace, "pair", PAPER, pair_formula(trace) + _CODE, _pair_lines, _pair),
        *to_hidden(trace),
        stage(trace, "u", "(2)", _U, lines.scores, _u),
        stage(trace, "y", PAPER, _Y, _turns, _y),
        stage(trace, "E", PAPER, _E_CBOW if trace.cbow else _E_SKIPGRAM, _loss, _E),
        *from_few_units(trace, _ERROR_CBOW if trace.cbow else _ERROR_SKIPGRAM, _BACK, _summed, _e),
        *to_input(trace),
    )


def _summed(trace: StepTrace, latex: str) -> str:
    """Return a formula over the nodes of all ways where there are several targets."""
    if trace.cbow:
        return latex
    return latex.replace(r"\sum_{j=1}^{L}", r"\sum_{n}").replace("e_j", "EI_n").replace("w'_{ij}", "w'_{in}")


# -- numbers --------------------------------------------------------------------------------------------------


def _bits(output: OutputTrace) -> str:
    return " ".join(str(1 - int(t)) for t in output.t)


def _way(output: OutputTrace) -> str:
    nodes = [f"n{row}" for row in output.rows]
    if len(nodes) > _NODES:
        nodes = [*nodes[: _NODES - 2], "…", nodes[-1]]
    return " → ".join(nodes)


def _probability(output: OutputTrace) -> float:
    return math.exp(-output.loss)


def _pair_lines(scene: Scene) -> list[NumberLine]:
    translate, trace = QCoreApplication.translate, scene.trace
    found = lines.pair(scene)[:2]
    for output in trace.outputs[:_TARGETS]:
        word = name(scene, output.target)
        found += [
            NumberLine(translate("walk", "way to {word}").format(word=word), "", _way(output)),
            NumberLine(translate("walk", "code of {word}").format(word=word), "", _bits(output)),
        ]
    return found + lines.more(len(trace.outputs) - _TARGETS) + lines.pair(scene)[-1:]


def _turns(scene: Scene) -> list[NumberLine]:
    trace = scene.trace
    units = asked(trace)
    found = [
        NumberLine(f"y({label(scene, unit)})", f"σ({figure(unit.u)})", figure(unit.y)) for unit in units
    ] + lines.more(left_out(trace, len(units)))
    for output in trace.outputs[:_TARGETS]:
        turns = [figure(y) if t else f"(1 − {figure(y)})" for t, y in zip(output.t, output.y, strict=True)]
        if len(turns) > _NODES:
            turns = [*turns[:3], "…", turns[-1]]
        found.append(
            NumberLine(f"p({name(scene, output.target)})", "·".join(turns), figure(_probability(output)), strong=True)
        )
    return found


def _loss(scene: Scene) -> list[NumberLine]:
    trace = scene.trace
    if not trace.cbow:
        return lines.losses(scene, _surprise, _TARGETS + 1)
    output = trace.outputs[0]
    return [
        NumberLine("E", _surprise(output), figure(trace.loss), strong=True),
        NumberLine("E", total([figure(cost) for cost in output.loss_terms]), figure(trace.loss)),
    ]


def _surprise(output: OutputTrace) -> str:
    return f"−log {finely(_probability(output))}"


# -- explanations ---------------------------------------------------------------------------------------------


def _pair(scene: Scene) -> list[str]:
    translate, output = QCoreApplication.translate, scene.trace.outputs[0]
    return [
        given(scene),
        translate(
            "walk",
            "All words are leaves of a Huffman tree. The way from the root to {word} has {count} turns; its code says "
            "at each inner node which way to turn.",
        ).format(word=quoted(scene, output.target), count=len(output.rows)),
    ]


def _u(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    return [
        translate(
            "walk",
            "Here the rows of W′ belong to the inner nodes of the tree and not to words. Only the {count} nodes on the "
            "way get a score; n(w, j) is the j-th on the way to w. Softmax would ask all {size} words.",
        ).format(count=whole(len(trace.rows)), size=whole(trace.size))
    ]


def _y(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    return [
        translate(
            "walk",
            "At each node y = σ(u) is the probability to turn the way of code 0, and 1 − y = σ(−u) that of code 1. "
            "Multiplied along the way they give {words}. Over all words these sum to 1.",
        ).format(words=believed(scene, ((each.target, _probability(each)) for each in trace.outputs[:_TARGETS])))
    ]


def _E(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    turns = sum(len(output.rows) for output in trace.outputs)
    return [
        translate(
            "walk",
            "The loss is 0 when every turn is certain. Knowing nothing, each of the {count} turns would cost log 2: "
            "{blind} in all. (log is the natural logarithm.)",
        ).format(count=turns, blind=figure(turns * math.log(2)))
    ]


def _e(scene: Scene) -> list[str]:
    return [
        QCoreApplication.translate(
            "walk",
            "At each node t is 1 where the code is 0, and 0 where it is 1. A node with a negative error is pulled "
            "towards h and one with a positive error pushed away, so that the right turn becomes more probable.",
        )
    ]
