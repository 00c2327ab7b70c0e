"""The walk of the full softmax: every word is an output, as in the derivation."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.walk import lines
from w2v_gui.gui.walk.asked import asked, label, left_out
from w2v_gui.gui.walk.common import (
    after_20,
    expected_move,
    given,
    hidden_error_meaning,
    pair_formula,
    stage,
    to_hidden,
    to_input,
)
from w2v_gui.gui.walk.figures import factor, figure, finely, percent, whole
from w2v_gui.gui.walk.stage import NumberLine
from w2v_gui.gui.walk.words import believed, listed, quoted

if TYPE_CHECKING:
    from w2v_gui.engine.trace import OutputTrace, StepTrace
    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import Scene

_WRITTEN_OUT = 20.0
"""Up to this score exp(u) is written as a number."""

_U = r"u_j = \O{{\mathbf{v}'_{w_j}}^T}\,\mathbf{h}"
_Y = r"p(w_j \mid w_I) = y_j = \frac{\exp(u_j)}{{\sum}_{j'=1}^{V} \exp(u_{j'})}"
_E_CBOW = r"E = {-}\log y_{\O{j^*}} = {-}u_{\O{j^*}} + \log \sum_{j'=1}^{V} \exp(u_{j'})"
_E_SKIPGRAM = r"E = {-}\sum_{c=1}^{C} u_{\O{j_c^*}} + C \cdot \log \sum_{j'=1}^{V} \exp(u_{j'})"
_ERROR_CBOW = r"\frac{\partial E}{\partial u_j} = y_j - \O{t_j} \coloneqq e_j"
_ERROR_SKIPGRAM = r"EI_j = \sum_{c=1}^{C} e_{c,j}, \quad e_{c,j} = y_{c,j} - \O{t_{c,j}}"
_GRADIENT_CBOW = (
    r"\frac{\partial E}{\partial \O{w'_{ij}}} = \frac{\partial E}{\partial u_j} \cdot "
    r"\frac{\partial u_j}{\partial \O{w'_{ij}}} = e_j \cdot h_i"
)
_GRADIENT_SKIPGRAM = (
    r"\frac{\partial E}{\partial \O{w'_{ij}}} = \sum_{c=1}^{C} \frac{\partial E}{\partial u_{c,j}} \cdot "
    r"\frac{\partial u_{c,j}}{\partial \O{w'_{ij}}} = EI_j \cdot h_i"
)
_NEW_CBOW = r"\O{{w'_{ij}}^{(\mathrm{new})}} = \O{{w'_{ij}}^{(\mathrm{old})}} - \eta \cdot e_j \cdot h_i"
_NEW_SKIPGRAM = r"\O{{w'_{ij}}^{(\mathrm{new})}} = \O{{w'_{ij}}^{(\mathrm{old})}} - \eta \cdot EI_j \cdot h_i"
_BACK_CBOW = (
    r"\frac{\partial E}{\partial h_i} = \sum_{j=1}^{V} \frac{\partial E}{\partial u_j} \cdot "
    r"\frac{\partial u_j}{\partial h_i} = \sum_{j=1}^{V} e_j \cdot \O{w'_{ij}} \coloneqq EH_i"
)
_BACK_SKIPGRAM = r"\frac{\partial E}{\partial h_i} = \sum_{j=1}^{V} EI_j \cdot \O{w'_{ij}} \coloneqq EH_i"


def walk(trace: StepTrace) -> tuple[Stage, ...]:
    """Return the stages of one step."""
    return (
        stage(trace, "pair", "", pair_formula(trace), lines.pair, _pair),
        *to_hidden(trace),
        stage(trace, "u", "(2)", _U, lines.scores, _u),
        stage(trace, "y", "(3)", _Y, _probabilities, _y),
        *(_from_one_target(trace) if trace.cbow else _from_targets(trace)),
        *to_input(trace),
    )


def _from_one_target(trace: StepTrace) -> list[Stage]:
    return [
        stage(trace, "E", "(20)", _E_CBOW, _loss, _E),
        stage(trace, "e", "(9)", _ERROR_CBOW, lines.errors, _e_cbow),
        stage(trace, "dW_out", "(8)", _GRADIENT_CBOW, lines.output_gradient, _all_rows),
        stage(trace, "W_out_new", "(13)", _NEW_CBOW, lines.output_update, expected_move),
        stage(trace, "EH", "(15)", _BACK_CBOW, lines.hidden_error, hidden_error_meaning),
    ]


def _from_targets(trace: StepTrace) -> list[Stage]:
    return [
        stage(trace, "E", after_20(), _E_SKIPGRAM, _loss, _E),
        stage(trace, "e", after_20(), _ERROR_SKIPGRAM, lines.errors, _e_skipgram),
        stage(trace, "dW_out", after_20(), _GRADIENT_SKIPGRAM, lines.output_gradient, _all_rows),
        stage(trace, "W_out_new", after_20(), _NEW_SKIPGRAM, lines.output_update, expected_move),
        stage(trace, "EH", after_20(), _BACK_SKIPGRAM, lines.hidden_error, hidden_error_meaning),
    ]


# -- numbers --------------------------------------------------------------------------------------------------


def _log_sum(output: OutputTrace) -> float:
    """Return log Σ exp(u): by (7), E and the score of the target together."""
    return output.loss + float(output.u[output.target])


def _exponential(u: float) -> str:
    return figure(math.exp(u)) if abs(u) < _WRITTEN_OUT else f"exp({figure(u)})"


def _probabilities(scene: Scene) -> list[NumberLine]:
    trace = scene.trace
    units = asked(trace)
    below = _exponential(_log_sum(trace.outputs[0]))
    found = [
        NumberLine(
            f"y({label(scene, unit)})",
            f"exp({figure(unit.u)}) / {below}" if i == 0 else f"{_exponential(unit.u)} / {below}",
            figure(unit.y),
            strong=unit.main,
        )
        for i, unit in enumerate(units)
    ]
    count = left_out(trace, len(units))
    if count:
        rest = max(0.0, 1.0 - sum(unit.y for unit in units))
        others = QCoreApplication.translate("walk", "… and {count} more").format(count=whole(count))
        found.append(NumberLine(others, "Σ y", figure(rest)))
    return found


def _loss(scene: Scene) -> list[NumberLine]:
    trace = scene.trace
    first = trace.outputs[0]
    u, y = (float(values[first.target]) for values in (first.u, first.y))
    direct = f"−log {finely(y)}"
    if trace.cbow:
        return [
            NumberLine("E", direct, figure(trace.loss), strong=True),
            NumberLine("E", f"−{factor(u)} + {factor(_log_sum(first))}", figure(trace.loss)),
            NumberLine("log Σ exp(u)", "", figure(_log_sum(first))),
        ]
    return lines.losses(scene, lambda output: f"−log {finely(output.y[output.target])}", 4)


# -- explanations ---------------------------------------------------------------------------------------------


def _pair(scene: Scene) -> list[str]:
    return [given(scene)]


def _u(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    return [
        translate(
            "walk",
            "Each of the {size} words gets a score: the more its row of W′ points the way of h, the higher. Scores "
            "may be of any size, and negative as well; only softmax makes probabilities of them.",
        ).format(size=whole(trace.size))
    ]


def _y(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    y = trace.outputs[0].y
    given_to = ((word, float(y[word])) for word in dict.fromkeys(trace.example.targets))
    return [
        translate(
            "walk",
            "Softmax turns the scores into probabilities that sum to 1. The network gives {words}; blind guessing "
            "would give every word {blind} %.",
        ).format(words=believed(scene, given_to), blind=percent(1 / trace.size))
    ]


def _E(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    blind = len(trace.outputs) * math.log(trace.size)
    if trace.cbow:
        return [
            translate(
                "walk",
                "The loss is 0 when the right word is certain, and grows the more it surprises. Blind guessing among "
                "{size} words would cost log {size} = {blind}. (log is the natural logarithm.)",
            ).format(size=whole(trace.size), blind=figure(blind))
        ]
    return [
        translate(
            "walk",
            "Each of the {count} context words is predicted by the same y, and the losses add up. Blind guessing would "
            "cost {count}·log {size} = {blind}. (log is the natural logarithm.)",
        ).format(count=len(trace.outputs), size=whole(trace.size), blind=figure(blind))
    ]


def _e_cbow(scene: Scene) -> list[str]:
    translate, output = QCoreApplication.translate, scene.trace.outputs[0]
    y, e = (float(values[output.target]) for values in (output.y, output.e))
    return [
        translate(
            "walk",
            "The network gives the right word {percent} %. What is missing, {error}, pulls v′ of {word} towards h; "
            "every other word is pushed away by its own share.",
        ).format(percent=percent(y), error=figure(e), word=quoted(scene, output.target))
    ]


def _e_skipgram(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    return [
        translate(
            "walk",
            "Each of the {count} outputs compares the same y with a target of its own: {words}. Their errors add up to "
            "EI. Words whose EI is negative are pulled towards h, all others are pushed away.",
        ).format(count=len(trace.outputs), words=listed(scene, trace.example.targets))
    ]


def _all_rows(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    return [
        translate(
            "walk",
            "Each weight gets the error of its output times the hidden value it was multiplied with. All {size} rows "
            "of W′ have a gradient: {size} × {length} = {numbers} numbers for a single pair. That is what makes "
            "softmax expensive.",
        ).format(size=whole(trace.size), length=whole(len(trace.h)), numbers=whole(trace.size * len(trace.h)))
    ]
