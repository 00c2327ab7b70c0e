"""The number lines of those stages that are the same for every output layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from w2v_gui.gui.text import index
from w2v_gui.gui.walk.asked import asked, label, left_out, target_unit
from w2v_gui.gui.walk.figures import factor, figure, plain, product, row, total, whole
from w2v_gui.gui.walk.stage import NumberLine
from w2v_gui.gui.walk.words import name

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.engine.trace import OutputTrace, StepTrace
    from w2v_gui.gui.walk.asked import Unit
    from w2v_gui.session.scene import Scene

_INPUTS = 4
"""So many input words have a line of their own."""

_MOVED = 2
"""The gradients of input words are much the same: so many of them are written out."""

_WHOLE_LIST = 10
"""One-hot vectors are written out up to so many words."""

_I = 0
"""Which component of a vector is worked out: the first."""


def remark(text: str) -> NumberLine:
    """Return a line that says something instead of computing it."""
    return NumberLine(text, "", "")


def more(count: int) -> list[NumberLine]:
    """Return a line for what is not written out, if there is any."""
    if count <= 0:
        return []
    return [remark(QCoreApplication.translate("walk", "… and {count} more").format(count=whole(count)))]


def times(trace: StepTrace, word: int) -> str:
    """Return the share of a word in h: 1/2."""
    return f"{trace.example.inputs.count(word)}/{len(trace.example.inputs)}"


# -- forward --------------------------------------------------------------------------------------------------


def pair(scene: Scene) -> list[NumberLine]:
    translate, trace = QCoreApplication.translate, scene.trace
    inputs, targets = (
        translate("walk", ", ").join(name(scene, word) for word in words)
        for words in (trace.example.inputs, trace.example.targets)
    )
    return [
        NumberLine(translate("walk", "input"), "", inputs),
        NumberLine(translate("walk", "target"), "", targets, strong=True),
        NumberLine("C", "", whole(trace.C)),
        NumberLine("V × N", "", f"{whole(trace.size)} × {whole(len(trace.h))}"),
        NumberLine("η", "α", plain(trace.alpha)),
    ]


def one_hot(scene: Scene) -> list[NumberLine]:
    trace = scene.trace
    words = trace.input_words.tolist()
    shown = words[:_INPUTS]
    lines = [NumberLine(f"x({name(scene, word)})", "", _one_hot(trace, [word], [1.0])) for word in shown]
    lines += more(len(words) - len(shown))
    if not trace.cbow:
        return [NumberLine(lines[0].left, "", lines[0].result, strong=True)]
    terms = [f"x({name(scene, word)})" for word in trace.example.inputs]
    mean = f"1/{trace.C}·({total(terms, 3)})"
    return [*lines, NumberLine("x", mean, _one_hot(trace, words, trace.shares.tolist()), strong=True)]


def _one_hot(trace: StepTrace, words: list[int], values: list[float]) -> str:
    translate = QCoreApplication.translate
    if trace.size <= _WHOLE_LIST:
        x = np.zeros(trace.size)
        x[words] = values
        return f"[{'  '.join(map(plain, x))}]"
    if len(words) == 1:
        return translate("walk", "{value} at place {place} of {size}, else 0").format(
            value=plain(values[0]), place=whole(words[0] + 1), size=whole(trace.size)
        )
    return translate("walk", "{value} at each of {count} places, else 0").format(
        value=" / ".join(figure(value) for value in sorted(set(values))), count=whole(len(words))
    )


def hidden(scene: Scene) -> list[NumberLine]:
    trace = scene.trace
    words = trace.input_words.tolist()
    lines = [
        NumberLine(f"v({name(scene, word)})", "", row(vector))
        for word, vector in zip(words[:_INPUTS], trace.W_old, strict=False)
    ]
    lines += more(len(words) - _INPUTS)
    h = NumberLine("h", "", row(trace.h), strong=True)
    if not trace.cbow:
        return [*lines, NumberLine("h", lines[0].left, h.result, strong=True)]
    terms = total([figure(value) for value in trace.W_rows[:, _I]])
    first = NumberLine(f"h{index(1)}", f"1/{trace.C}·({terms})", figure(trace.h[_I]))
    return [*lines, first, h]


def scores(scene: Scene) -> list[NumberLine]:
    units = asked(scene.trace)
    lines = [_score(scene, units[0], in_terms=True)]
    lines += [_score(scene, unit, in_terms=False) for unit in units[1:]]
    return lines + more(left_out(scene.trace, len(units)))


def _score(scene: Scene, unit: Unit, *, in_terms: bool) -> NumberLine:
    trace, word = scene.trace, label(scene, unit)
    how = f"v′({word})·h"
    if in_terms:
        v = trace.W_out_drawn[trace.place(unit.row)]
        how = total([product(a, b) for a, b in zip(v, trace.h, strict=True)])
    return NumberLine(f"u({word})", how, figure(unit.u), strong=in_terms)


def losses(scene: Scene, how: Callable[[OutputTrace], str], most: int) -> list[NumberLine]:
    """Return the loss of each target, up to ``most`` of them, and their sum."""
    trace = scene.trace
    lines = [
        NumberLine(f"E({name(scene, output.target)})", how(output), figure(output.loss))
        for output in trace.outputs[:most]
    ]
    summed = total([figure(output.loss) for output in trace.outputs])
    return [*lines, *more(len(trace.outputs) - most), NumberLine("E", summed, figure(trace.loss), strong=True)]


# -- backward -------------------------------------------------------------------------------------------------


def error_symbol(trace: StepTrace) -> str:
    """Return what the error is called: EI where it is summed over several outputs."""
    return "e" if trace.cbow else "EI"


def errors(scene: Scene) -> list[NumberLine]:
    trace = scene.trace
    first, *others = asked(trace)
    each = [] if trace.cbow else _errors_of_each(scene, first)
    if len(each) < 2:
        shown = [first, *others]
        return [*(_error(scene, unit) for unit in shown), *more(left_out(trace, len(shown)))]
    others = others[:-1]
    summed = NumberLine(
        f"EI({label(scene, first)})", total([line.result for line in each]), figure(first.e), strong=first.main
    )
    return [
        *each[:2],
        *more(len(each) - 2),
        summed,
        *(_error(scene, unit) for unit in others),
        *more(left_out(trace, 1 + len(others))),
    ]


def _error(scene: Scene, unit: Unit) -> NumberLine:
    how = f"{figure(unit.y)} − {unit.wanted}"
    if unit.times > 1:
        how = f"{unit.times}·{how}"
    return NumberLine(f"{error_symbol(scene.trace)}({label(scene, unit)})", how, figure(unit.e), strong=unit.main)


def _errors_of_each(scene: Scene, unit: Unit) -> list[NumberLine]:
    """Return the errors e_c of one unit, whose sum is its EI."""
    return [
        NumberLine(
            f"e{index(c)}({label(scene, unit)})",
            f"{figure(output.y[place])} − {int(output.t[place])}",
            figure(output.e[place]),
        )
        for c, output in enumerate(scene.trace.outputs, 1)
        for place in np.flatnonzero(output.rows == unit.row).tolist()
    ]


def output_gradient(scene: Scene) -> list[NumberLine]:
    trace = scene.trace
    units = asked(trace, 3)
    first = label(scene, units[0])
    gradient = trace.grad_W_out_drawn
    lines = [
        NumberLine(
            f"∂E/∂w′{index(1)}({first})",
            product(units[0].e, trace.h[_I]),
            figure(gradient[trace.place(units[0].row), _I]),
        )
    ]
    for unit in units:
        how = f"{figure(unit.e)}·h"
        lines.append(
            NumberLine(
                f"∂E/∂v′({label(scene, unit)})",
                how,
                row(gradient[trace.place(unit.row)], 4),
                strong=unit is units[0],
            )
        )
    return lines + more(left_out(trace, len(units)))


def output_update(scene: Scene) -> list[NumberLine]:
    trace = scene.trace
    unit = target_unit(trace)
    place, word = trace.place(unit.row), label(scene, unit)
    old, new = trace.W_out_drawn[place], trace.W_out_drawn_new[place]
    how = f"{figure(old[_I])} − {plain(trace.alpha)}·{factor(unit.e)}·{factor(trace.h[_I])}"
    translate = QCoreApplication.translate
    return [
        NumberLine(f"w′{index(1)}({word})", how, figure(new[_I])),
        NumberLine(translate("walk", "v′({word}) old").format(word=word), "", row(old)),
        NumberLine(translate("walk", "v′({word}) new").format(word=word), "", row(new), strong=True),
        *more(len(trace.rows) - 1),
    ]


def hidden_error(scene: Scene) -> list[NumberLine]:
    trace = scene.trace
    terms = trace.grad_h_terms(_I)
    # Those that count most come first: in a sum that is cut they are the ones to see.
    best = [int(i) for i in np.argsort(-np.abs(terms)) if trace.e_drawn[i] != 0]
    written = [product(trace.e_drawn[i], trace.W_out_drawn[i, _I]) for i in best]
    left_out, _ = trace.rest(trace.e_sum)
    how = total([*written[:3], "…"] if left_out else written) if written else ""
    return [
        NumberLine(f"EH{index(1)}", how, figure(trace.grad_h[_I])),
        NumberLine("EH", "", row(trace.grad_h), strong=True),
    ]


def input_gradient(scene: Scene) -> list[NumberLine]:
    trace = scene.trace
    words = trace.input_words.tolist()
    first = name(scene, words[0])
    share = times(trace, words[0]) if trace.cbow else "1"
    lines = [
        NumberLine(f"∂E/∂w{index(1)}({first})", f"{share}·{factor(trace.grad_h[_I])}", figure(trace.grad_W[0, _I]))
    ]
    for word, gradient in zip(words[:_MOVED], trace.grad_W, strict=False):
        how = f"{times(trace, word)}·EH" if trace.cbow else "EH"
        lines.append(
            NumberLine(f"∂E/∂v({name(scene, word)})", how, row(gradient, 4), strong=trace.divided or not trace.cbow)
        )
    lines += more(len(words) - _MOVED)
    if trace.cbow and not trace.divided:
        used = NumberLine(
            QCoreApplication.translate("walk", "used for {word}").format(word=first),
            f"{_share(trace, words[0])}EH",
            row(trace.moved_W[0], 4),
            strong=True,
        )
        lines.append(used)
    return lines


def input_update(scene: Scene) -> list[NumberLine]:
    trace = scene.trace
    words = trace.input_words.tolist()
    how = f"{figure(trace.W_old[0, _I])} − {plain(trace.alpha)}·{_share(trace, words[0])}{factor(trace.grad_h[_I])}"
    lines = [NumberLine(f"w{index(1)}({name(scene, words[0])})", how, figure(trace.W_new[0, _I]))]
    translate = QCoreApplication.translate
    for word, old, new in list(zip(words, trace.W_old, trace.W_new, strict=True))[:_MOVED]:
        lines += [
            NumberLine(translate("walk", "v({word}) old").format(word=name(scene, word)), "", row(old)),
            NumberLine(translate("walk", "v({word}) new").format(word=name(scene, word)), "", row(new), strong=True),
        ]
    return lines + more(len(words) - _MOVED)


def _share(trace: StepTrace, word: int) -> str:
    """Return the factor before EH in the update of an input word; empty where it is 1."""
    if not trace.cbow:
        return ""
    if trace.divided:
        return f"{times(trace, word)}·"
    count = trace.example.inputs.count(word)
    return f"{count}·" if count > 1 else ""
