r"""What the walks of all output layers have in common: the way from the pair to h, and from EH to the new W.

Formulas are LaTeX with two commands of our own: ``\I{…}`` is what belongs to the input, ``\O{…}`` what belongs to the
output. They become the colours blue and orange; whoever draws the formula puts the theme's in their place. Numbers of
equations are those of the derivation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.walk import lines
from w2v_gui.gui.walk.asked import label, target_unit
from w2v_gui.gui.walk.figures import figure, plain, whole
from w2v_gui.gui.walk.stage import Part, Stage
from w2v_gui.gui.walk.words import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from w2v_gui.engine.trace import StepTrace
    from w2v_gui.gui.walk.stage import NumberLine
    from w2v_gui.session.scene import Scene

    Numbers = Callable[[Scene], Sequence[NumberLine]]
    Explanation = Callable[[Scene], Sequence[str]]
    Summed = Callable[[StepTrace, str], str]

_LIT = {
    "pair": {Part.INPUTS, Part.TARGET},
    "x": {Part.INPUTS},
    "h": {Part.INPUTS, Part.W_ROWS, Part.HIDDEN},
    "u": {Part.HIDDEN, Part.W_OUT_ROWS, Part.OUTPUTS},
    "y": {Part.OUTPUTS},
    "E": {Part.OUTPUTS, Part.TARGET, Part.LOSS},
    "e": {Part.OUTPUTS, Part.TARGET, Part.ERRORS},
    "dW_out": {Part.HIDDEN, Part.ERRORS, Part.W_OUT_ROWS},
    "W_out_new": {Part.W_OUT_ROWS},
    "EH": {Part.ERRORS, Part.W_OUT_ROWS, Part.HIDDEN},
    "dW": {Part.HIDDEN, Part.W_ROWS, Part.INPUTS},
    "W_new": {Part.W_ROWS, Part.INPUTS},
}
_ACCENTS = {"x": "context", "h": "text", "EH": "text", "dW": "context", "W_new": "context"}
_IN_THE_TREE = {"pair", "u", "y", "E", "e"}
_BACKWARD = {"e", "dW_out", "W_out_new", "EH", "dW", "W_new"}


_ROLES = {r"\I{": r"\textcolor{blue}{", r"\O{": r"\textcolor{orange}{"}


def stage(trace: StepTrace, key: str, equation: str, latex: str, numbers: Numbers, explanation: Explanation) -> Stage:
    """Return a stage, with the name and the place in the network that its key has everywhere."""
    symbol, title = _names(trace)[key]
    lit = _LIT[key] | ({Part.TREE} if trace.objective == "hierarchical_softmax" and key in _IN_THE_TREE else set())
    for ours, known in _ROLES.items():
        latex = latex.replace(ours, known)
    accent = _ACCENTS.get(key, "centre")
    return Stage(key, symbol, title, equation, latex, frozenset(lit), key in _BACKWARD, numbers, explanation, accent)


def _names(trace: StepTrace) -> dict[str, tuple[str, str]]:
    """Return what stands on the button of a stage, and its name."""
    translate = QCoreApplication.translate
    return {
        "pair": (translate("walk", "Pair"), translate("walk", "training pair")),
        "x": ("x", translate("walk", "input")),
        "h": ("h", translate("walk", "hidden layer")),
        "u": ("u", translate("walk", "scores")),
        "y": ("y", translate("walk", "probabilities")),
        "E": ("E", translate("walk", "loss")),
        "e": (lines.error_symbol(trace), translate("walk", "prediction error")),
        "dW_out": ("∂E/∂W′", translate("walk", "gradient of W′")),
        "W_out_new": (translate("walk", "W′ new"), translate("walk", "W′ after the step")),
        "EH": ("EH", translate("walk", "error at the hidden layer")),
        "dW": ("∂E/∂W", translate("walk", "gradient of W")),
        "W_new": (translate("walk", "W new"), translate("walk", "W after the step")),
    }


def after_20() -> str:
    """Return where an equation without a number stands in the derivation."""
    return QCoreApplication.translate("walk", "after equation (20)")


def compare(number: str) -> str:
    """Return which equation one is made after."""
    return QCoreApplication.translate("walk", "cf. {number}").format(number=number)


# -- the way to h, and the way back to W -----------------------------------------------------------------------


_PAIR_CBOW = r"\I{w_{I,1}},\, \ldots,\, \I{w_{I,C}} \;\longrightarrow\; \O{w_O}"
_PAIR_SKIPGRAM = r"\I{w_I} \;\longrightarrow\; \O{w_{O,1}},\, \ldots,\, \O{w_{O,C}}"
_X_CBOW = r"\I{\mathbf{x}} = \frac{1}{C}\,(\I{\mathbf{x}_1} + \I{\mathbf{x}_2} + \cdots + \I{\mathbf{x}_C})"
_X_SKIPGRAM = r"\I{x_k} = 1, \quad \I{x_{k'}} = 0 \;\; (k' \neq k)"
_H_CBOW = (
    r"\mathbf{h} = \I{W^T} \I{\mathbf{x}} = \frac{1}{C}\,(\I{\mathbf{v}_{w_1}} + \I{\mathbf{v}_{w_2}} + \cdots + "
    r"\I{\mathbf{v}_{w_C}})"
)
_H_SKIPGRAM = r"\mathbf{h} = \I{W^T} \I{\mathbf{x}} = \I{W_{k,:}^T} \coloneqq \I{\mathbf{v}_{w_I}^T}"
_GRADIENT = r"\frac{\partial E}{\partial \I{W}} = \I{\mathbf{x}} \otimes EH = \I{\mathbf{x}}\,EH^T"
_GRADIENT_USED = r"C \cdot \frac{\partial E}{\partial \I{W}} = C \cdot \I{\mathbf{x}}\,EH^T"
_GRADIENT_OUT = r"\frac{\partial E}{\partial \O{w'_{ij}}} = e_j \cdot h_i"
_NEW_OUT = r"\O{{w'_{ij}}^{(\mathrm{new})}} = \O{{w'_{ij}}^{(\mathrm{old})}} - \eta \cdot e_j \cdot h_i"
_NEW_SKIPGRAM = r"\I{\mathbf{v}_{w_I}^{\,(\mathrm{new})}} = \I{\mathbf{v}_{w_I}^{\,(\mathrm{old})}} - \eta\,EH^T"
_NEW_CBOW = (
    r"\I{\mathbf{v}_{w_{I,c}}^{\,(\mathrm{new})}} = \I{\mathbf{v}_{w_{I,c}}^{\,(\mathrm{old})}} - "
    r"\frac{1}{C}\,\eta\,EH^T"
)
_NEW_WORD2VEC = (
    r"\I{\mathbf{v}_{w_{I,c}}^{\,(\mathrm{new})}} = \I{\mathbf{v}_{w_{I,c}}^{\,(\mathrm{old})}} - \eta\,EH^T"
)


def pair_formula(trace: StepTrace) -> str:
    """Return what is predicted from what, as a formula."""
    return _PAIR_CBOW if trace.cbow else _PAIR_SKIPGRAM


def to_hidden(trace: StepTrace) -> list[Stage]:
    """Return the stages x and h."""
    if trace.cbow:
        return [
            stage(trace, "x", "(19)", _X_CBOW, lines.one_hot, _x_cbow),
            stage(trace, "h", "(19)", _H_CBOW, lines.hidden, _h_cbow),
        ]
    return [
        stage(trace, "x", "(1)", _X_SKIPGRAM, lines.one_hot, _x_skipgram),
        stage(trace, "h", "(1)", _H_SKIPGRAM, lines.hidden, _h_skipgram),
    ]


def from_few_units(trace: StepTrace, error: str, back: str, summed: Summed, meaning: Explanation) -> list[Stage]:
    """Return the stages e, ∂E/∂W′, W′ new and EH of a layer that asks only a few units.

    Parameters
    ----------
    trace : StepTrace
    error, back : str
        The formulas of e and of EH.
    summed : callable
        Puts the error into a formula as it is called where several targets share it.
    meaning : callable
        What e means.
    """
    return [
        stage(trace, "e", compare("(9)"), error, lines.errors, meaning),
        stage(trace, "dW_out", compare("(8)"), summed(trace, _GRADIENT_OUT), lines.output_gradient, _few_rows),
        stage(trace, "W_out_new", compare("(13)"), summed(trace, _NEW_OUT), lines.output_update, expected_move),
        stage(trace, "EH", compare("(15)"), summed(trace, back), lines.hidden_error, hidden_error_meaning),
    ]


def to_input(trace: StepTrace) -> list[Stage]:
    """Return the stages ∂E/∂W and W new."""
    if not trace.cbow:
        return [
            stage(trace, "dW", "(17)", _GRADIENT, lines.input_gradient, _dW_one),
            stage(trace, "W_new", "(18)", _NEW_SKIPGRAM, lines.input_update, _W_new),
        ]
    if trace.divided:
        return [
            stage(trace, "dW", "(17)", _GRADIENT, lines.input_gradient, _dW_cbow),
            stage(trace, "W_new", after_20(), _NEW_CBOW, lines.input_update, _W_new),
        ]
    # What word2vec does is no gradient of E: the formula says by how much it is not.
    convention = QCoreApplication.translate("walk", "as in word2vec.c")
    return [
        stage(trace, "dW", convention, _GRADIENT_USED, lines.input_gradient, _dW_word2vec),
        stage(trace, "W_new", convention, _NEW_WORD2VEC, lines.input_update, _W_new_word2vec),
    ]


def _x_cbow(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    if trace.C == 1:
        return [_place_in_list(scene)]
    return [
        translate(
            "walk",
            "Each of the {size} words has a place in x: 1 for the word itself, 0 for all others. The {count} context "
            "words are averaged, so each of their places counts 1/{count}.",
        ).format(size=whole(trace.size), count=trace.C)
    ]


def _x_skipgram(scene: Scene) -> list[str]:
    return [_place_in_list(scene)]


def _place_in_list(scene: Scene) -> str:
    trace = scene.trace
    return QCoreApplication.translate(
        "walk", "Each of the {size} words has a place in x: it is 1 for {word} and 0 for all others."
    ).format(size=whole(trace.size), word=quoted(scene, trace.example.inputs[0]))


def _h_cbow(scene: Scene) -> list[str]:
    return [
        QCoreApplication.translate(
            "walk",
            "A one-hot vector times W picks out a row of W. So h is simply the mean of the rows of {words}: {size} "
            "numbers, with no activation function.",
        ).format(words=listed(scene, scene.trace.example.inputs), size=whole(len(scene.trace.h)))
    ]


def _h_skipgram(scene: Scene) -> list[str]:
    return [
        QCoreApplication.translate(
            "walk",
            "A one-hot vector times W picks out a row of W. So h is a copy of the row of {word}: {size} numbers, with "
            "no activation function.",
        ).format(word=quoted(scene, scene.trace.centre), size=whole(len(scene.trace.h)))
    ]


def given(scene: Scene) -> str:
    """Return what should be predicted from what."""
    translate, trace = QCoreApplication.translate, scene.trace
    if trace.cbow:
        return translate(
            "walk", "The network is given the context, {context}, and should predict the centre word {centre}."
        ).format(context=listed(scene, trace.context), centre=quoted(scene, trace.centre))
    return translate(
        "walk", "The network is given the centre word {centre} and should predict every word around it: {context}."
    ).format(context=listed(scene, trace.context), centre=quoted(scene, trace.centre))


def expected_move(scene: Scene) -> list[str]:
    """Say where the row of the target goes."""
    translate, trace = QCoreApplication.translate, scene.trace
    unit = target_unit(trace)
    word = translate("walk", "“{word}”").format(word=label(scene, unit))
    if unit.e == 0:
        return [
            translate("walk", "For {word} there is no error left to learn from: its row stays as it is.").format(
                word=word
            )
        ]
    sentence = (
        translate(
            "walk",
            "A step of size η = {alpha} against the gradient. For {word} the error is negative, {error}, and minus "
            "times minus is plus: some of h is added to its row, and its score rises.",
        )
        if unit.e < 0
        else translate(
            "walk",
            "A step of size η = {alpha} against the gradient. For {word} the error is positive, {error}: some of h is "
            "taken away from its row, and its score falls.",
        )
    )
    return [sentence.format(alpha=plain(trace.alpha), word=word, error=figure(unit.e))]


def _few_rows(scene: Scene) -> list[str]:
    """Say that only a few rows of W′ have a gradient."""
    trace = scene.trace
    return [
        QCoreApplication.translate(
            "walk",
            "Each weight gets the error of its output times the hidden value it was multiplied with. Only {count} of "
            "{size} rows of W′ have a gradient: {numbers} numbers instead of {all}.",
        ).format(
            count=whole(len(trace.rows)),
            size=whole(trace.output_size),
            numbers=whole(len(trace.rows) * len(trace.h)),
            all=whole(trace.output_size * len(trace.h)),
        )
    ]


def hidden_error_meaning(scene: Scene) -> list[str]:
    """Say what EH is."""
    trace = scene.trace
    return [
        QCoreApplication.translate(
            "walk",
            "Every output sends its error back through its row of W′, as it was before the step. EH₁ = {value} says: "
            "if h₁ grew by a little, E would change by {value} times as much.",
        ).format(value=figure(trace.grad_h[0]))
    ]


def _dW_cbow(scene: Scene) -> list[str]:
    trace = scene.trace
    if len(trace.input_words) == 1:
        return _dW_one(scene)
    return [
        QCoreApplication.translate(
            "walk",
            "h is a mean of {count} rows, so each of them is answerable for 1/{count} of EH. Only the rows of {words} "
            "have a gradient; where x is 0, so is the gradient.",
        ).format(count=trace.C, words=listed(scene, trace.example.inputs))
    ]


def _dW_word2vec(scene: Scene) -> list[str]:
    trace = scene.trace
    return [
        QCoreApplication.translate(
            "walk",
            "The true gradient of a mean gives each of the {count} context words 1/{count} of EH. word2vec.c passes EH "
            "on undivided: {count} times the true gradient, as if the rate were larger.",
        ).format(count=trace.C)
    ]


def _dW_one(scene: Scene) -> list[str]:
    trace = scene.trace
    return [
        QCoreApplication.translate(
            "walk",
            "x is 1 for {word} alone. So of the {size} rows of W only this one has a gradient, and it is EH itself.",
        ).format(word=quoted(scene, trace.example.inputs[0]), size=whole(trace.size))
    ]


def _W_new(scene: Scene) -> list[str]:
    translate, trace = QCoreApplication.translate, scene.trace
    sentence = (
        translate(
            "walk",
            "The row of {words} takes a step against EH: next time it will predict a little better. All other rows of "
            "W stay as they are.",
        )
        if len(trace.input_words) == 1
        else translate(
            "walk",
            "The rows of {words} take a step against EH: next time they will predict a little better. All other rows "
            "of W stay as they are.",
        )
    )
    return [sentence.format(words=listed(scene, trace.example.inputs))]


def _W_new_word2vec(scene: Scene) -> list[str]:
    return [
        *_W_new(scene),
        QCoreApplication.translate(
            "walk", "In the derivation the step is EH/C; word2vec.c takes all of EH for each word."
        ),
    ]
