r"""The walk of negative sampling: the target among a few noise words, each asked by itself whether it is real.

After Mikolov et al. 2013, "Distributed Representations of Words and Phrases and their Compositionality",
arXiv:1310.4546, equation (4). What is left of the derivation is named after its equations.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.walk import lines
from w2v_gui.gui.walk.asked import asked, label, left_out
from w2v_gui.gui.walk.common import from_few_units, given, pair_formula, stage, to_hidden, to_input
from w2v_gui.gui.walk.figures import figure, finely, percent, total, whole
from w2v_gui.gui.walk.stage import NumberLine
from w2v_gui.gui.walk.words import believed, name, quoted

if TYPE_CHECKING:
    from w2v_gui.engine.trace import OutputTrace, StepTrace
    from w2v_gui.gui.walk.stage import Stage
    from w2v_gui.session.scene import Scene

PAPER = "Mikolov et al. 2013, (4)"

_NOISE_SHOWN = 5
_COSTS = 3

_NOISE = r",\quad \O{w_1},\, \ldots,\, \O{w_k} \,\sim\, P_n(w)"
_U = r"u_j = \O{{\mathbf{v}'_{w_j}}^T}\,\mathbf{h}, \quad \O{w_j} \in \{\O{w_O},\, \O{w_1},\, \ldots,\, \O{w_k}\}"
_Y = r"y_j = \sigma(u_j) = \frac{1}{1 + \exp({-}u_j)}"
_E_CBOW = r"E = {-}\log \sigma(u_{\O{O}}) - \sum_{i=1}^{k} \log \sigma({-}u_{\O{i}})"
_E_SKIPGRAM = r"E = \sum_{c=1}^{C} \left( {-}\log \sigma(u_{\O{c}}) - \sum_{i=1}^{k} \log \sigma({-}u_{\O{i}}) \right)"
_ERROR_CBOW = r"\frac{\partial E}{\partial u_j} = \sigma(u_j) - \O{t_j} \coloneqq e_j"
_ERROR_SKIPGRAM = r"EI_j = \sum_{c=1}^{C} e_{c,j}, \quad e_{c,j} = \sigma(u_j) - \O{t_{c,j}}"
_BACK = r"\frac{\partial E}{\partial h_i} = \sum_{j \in \{O,\, 1,\, \ldots,\, k\}} e_j \cdot \O{w'_{ij}} \coloneqq EH_i"


def walk(trace: StepTrace) -> tuple[Stage, ...]:
    """Return the stages of one step."""
    return (
        stage(trace, "pair", PAPER, pair_formula(trace) + _NOISE, _pair_lines, _pair),
        *to_hidden(trace),
        stage(trace, "u", "(2)", _U, lines.scores, _u),
        stage(trace, "y", PAPER, _Y, _answers, _y),
        stage(trace, "E", PAPER, _E_CBOW if trace.cbow else _E_SKIPGRAM, _loss, _E),
        *from_few_units(trace, _ERROR_CBOW if trace.cbow else _ERROR_SKIPGRAM, _BACK, _summed, _e),
        *to_input(trace),
    )


def _summed(trace: StepTrace, latex: str) -> str:
    """Return a formula with the error as it is called: EI where there are several targets."""
    return latex if trace.cbow else latex.replace("e_j", "EI_j")


# -- numbers --------------------------------------------------------------------------------------------------


def _pair_lines(scene: Scene) -> list[NumberLine]:
    translate, trace = QCoreApplication.translate, scene.trace
    noise = trace.example.noise[0] if trace.example.noise else ()
    chances = scene.noise_probabilities
    found = lines.pair(scene)[:2]
    for number, word in enumerate(noise[:_NOISE_SHOWN], 1):
        drawn = name(scene, word)
        if chances is not None:
            drawn += f" · P = {percent(float(chances[word]))} %"
        found.append(NumberLine(translate("walk", "noise {number}").format(number=number), "", drawn))
    passed_over = [word for word in dict.fromkeys(noise) if word in trace.example.targets]
    return [
        *found,
        *lines.more(len(noise) - _NOISE_SHOWN),
        *(
            lines.remark(
                translate("walk", "for the target {word}, {word} is passed over as noise").format(word=name(scene, w))
            )
            for w in passed_over
        ),
        *lines.pair(scene)[-1:],
    ]


def _answers(scene: Scene) -> list[NumberLine]:
    units = asked(scene.trace)
    found = [
        NumberLine(f"y({label(scene, unit)})", f"σ({figure(unit.u)})", figure(unit.y), strong=unit.main)
        for unit in units
    ]
    return found + lines.more(left_out(scene.trace, len(units)))


def _loss(scene: Scene) -> list[NumberLine]:
    trace = scene.trace
    if not trace.cbow:
        return lines.losses(scene, lambda output: _in_terms(output, 3), 3)
    output = trace.outputs[0]
    costs = [
        NumberLine(
            f"−log σ({'' if t else '−'}u({name(scene, int(row))}))",
            f"−log {finely(y) if t else f'(1 − {finely(y)})'}",
            figure(cost),
        )
        for row, t, y, cost in list(zip(output.rows, output.t, output.y, output.loss_terms, strict=True))[:_COSTS]
    ]
    return [
        *costs,
        *lines.more(len(output.rows) - _COSTS),
        NumberLine("E", _in_terms(output, 4), figure(trace.loss), strong=True),
    ]


def _in_terms(output: OutputTrace, most: int) -> str:
    """Return the losses of all answers to one target as a sum."""
    return total([figure(cost) for cost in output.loss_terms], most)


# -- explanations ---------------------------------------------------------------------------------------------


def _pair(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    count = len(trace.example.noise[0]) if trace.example.noise else 0
    return [
        given(scene),
        translate(
            "walk",
            "To learn what does not belong there, {count} noise words were drawn at random; P is the chance of each, "
            "higher for frequent words.",
        ).format(count=whole(count)),
    ]


def _u(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    return [
        translate(
            "walk",
            "Only {count} of {size} words get a score: what is to be predicted, and the noise words. That is all the "
            "difference to softmax, and the reason why it is fast.",
        ).format(count=whole(len(trace.rows)), size=whole(trace.size))
    ]


def _y(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    return [
        translate(
            "walk",
            "σ turns each score into the probability that the word is real and not noise: {words}. It should be 100 % "
            "for what stands in the text and 0 % for noise. These probabilities need not sum to 1.",
        ).format(words=believed(scene, ((output.target, float(output.y[0])) for output in trace.outputs[:3])))
    ]


def _E(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    answers = sum(len(output.rows) for output in trace.outputs)
    return [
        translate(
            "walk",
            "Each answer costs the logarithm of the probability it gave to the truth, with a minus sign. Knowing "
            "nothing, all {count} would cost {count}·log 2 = {blind}.",
        ).format(count=answers, blind=figure(answers * math.log(2)))
    ]


def _e(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    if trace.cbow:
        unit = asked(trace, 1)[0]
        return [
            translate(
                "walk",
                "Each answer is off by its e. What is missing for {word}, {error}, pulls its v′ towards h; each noise "
                "word is pushed away by as much as it was taken for real.",
            ).format(word=quoted(scene, trace.centre), error=figure(unit.e))
        ]
    return [
        translate(
            "walk",
            "Every target is asked together with the same noise words, and the errors of a word add up to EI. Where EI "
            "is negative v′ is pulled towards h, where it is positive it is pushed away.",
        )
    ]
