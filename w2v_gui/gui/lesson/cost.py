"""Why softmax is expensive, and what the two remedies change."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP
from w2v_gui.gui.lesson.presets import at
from w2v_gui.gui.lesson.station import Choice, Moment, Number, Slip, Station

if TYPE_CHECKING:
    from w2v_gui.engine.trace import StepTrace
    from w2v_gui.gui.lesson.station import Values

CHAPTER = QT_TRANSLATE_NOOP("lesson", "What it costs")

WORDS, DIMENSIONS = 70_000, 100
"""The text whose bill is made out: that many words, vectors of that length."""


def _rows(moment: Moment) -> float:
    """Return how many rows of W′ move."""
    return float(len(moment.present.trace.rows))


# -- softmax ----------------------------------------------------------------------------------------------------


def softmax_bill(trace: StepTrace) -> int:
    """Return how many numbers of W′ a step of softmax moves in the large text: as large a part as in this one."""
    return len(trace.rows) * WORDS // trace.output_size * DIMENSIONS


def _large_values(moment: Moment) -> Values:
    trace = moment.present.trace
    return {
        "rows": len(trace.rows),
        "numbers": len(trace.rows) * len(trace.h),
        "words": WORDS,
        "dimensions": DIMENSIONS,
        "softmax": WORDS * DIMENSIONS,
    }


SOFTMAX = Station(
    key="softmax",
    chapter=CHAPTER,
    title=QT_TRANSLATE_NOOP("lesson", "The bill for softmax"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "Every word has an error, so every row of W′ moves in every step. Here that is {rows} × {N} = "
        "{numbers} numbers, a trifle. A large text may have {words} different words, with vectors of "
        "{dimensions} numbers each.",
    ),
    ask=QT_TRANSLATE_NOOP("lesson", "How many numbers of W′ move there, in each single step?"),
    task=Number(
        QT_TRANSLATE_NOOP("lesson", "numbers"),
        lambda moment: softmax_bill(moment.present.trace),
        slips=(
            Slip(
                lambda moment: WORDS,
                QT_TRANSLATE_NOOP("lesson", "That is the number of rows. How many numbers are in each?"),
            ),
            Slip(
                lambda moment: moment.present.trace.C * DIMENSIONS,
                QT_TRANSLATE_NOOP("lesson", "That is what moves in W. In W′ it is every row."),
            ),
        ),
    ),
    right=QT_TRANSLATE_NOOP(
        "lesson",
        "V × N = {words} × {dimensions} = {softmax}, for one word of the text; and as many products before that, to "
        "know all u. Nobody wants to pay this a million times.",
    ),
    wrong=QT_TRANSLATE_NOOP("lesson", "The bill comes to something else."),
    hint=QT_TRANSLATE_NOOP("lesson", "V rows of N numbers each: V × N."),
    setup=at("W_out_new"),
    more=_large_values,
)


# -- negative sampling --------------------------------------------------------------------------------------------


def _noise(moment: Moment) -> tuple[int, ...]:
    return moment.present.trace.example.noise[0]


def _negative_values(moment: Moment) -> Values:
    noise = _noise(moment)
    most = len(noise) + 1
    return {**_large_values(moment), "k": len(noise), "most": most, "negative": most * DIMENSIONS}


NEGATIVE = Station(
    key="negative",
    chapter=CHAPTER,
    title=QT_TRANSLATE_NOOP("lesson", "First remedy: ask a few"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "Negative sampling leaves most words alone. It asks the target, which should say yes (t = 1), and k = {k} "
        "words drawn at random as noise, which should say no (t = 0). Each answers for itself: y = σ(u).",
    ),
    ask=QT_TRANSLATE_NOOP("lesson", "How many rows of W′ move in this step?"),
    task=Number(
        QT_TRANSLATE_NOOP("lesson", "rows of W′"),
        _rows,
        slips=(
            Slip(
                lambda moment: moment.present.trace.size,
                QT_TRANSLATE_NOOP(
                    "lesson", "That was softmax. A word that is not asked has no error, and its row stays."
                ),
            ),
            Slip(
                lambda moment: len(_noise(moment)),
                QT_TRANSLATE_NOOP("lesson", "Those are the noise words. One more word is asked."),
            ),
            Slip(
                lambda moment: len(_noise(moment)) + 1,
                QT_TRANSLATE_NOOP(
                    "lesson", "Look closely: what is drawn twice has one row, and the target is no noise."
                ),
            ),
        ),
    ),
    right=QT_TRANSLATE_NOOP(
        "lesson",
        "{rows} rows. In the large text, too, it would be k + 1 = {most} rows at most: {negative} "
        "numbers instead of {softmax}.",
    ),
    wrong=QT_TRANSLATE_NOOP("lesson", "A row moves if its word is asked, and only then."),
    hint=QT_TRANSLATE_NOOP("lesson", "Count the target and the different noise words."),
    setup=at("pair", objective="negative_sampling"),
    revealed="W_out_new",
    more=_negative_values,
)


# -- hierarchical softmax ---------------------------------------------------------------------------------------


def _tree_values(moment: Moment) -> Values:
    trace = moment.present.trace
    depth = round(math.log2(WORDS))
    return {**_large_values(moment), "nodes": trace.output_size, "depth": depth, "tree": depth * DIMENSIONS}


TREE = Station(
    key="tree",
    chapter=CHAPTER,
    title=QT_TRANSLATE_NOOP("lesson", "Second remedy: ask your way"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "Hierarchical softmax hangs the words on a tree, frequent ones higher up. The path to {centre} "
        "begins at the root, and each inner node on it is asked: left or right? The rows of W′ belong to "
        "these nodes now.",
    ),
    ask=QT_TRANSLATE_NOOP("lesson", "How many rows of W′ move in this step?"),
    task=Number(
        QT_TRANSLATE_NOOP("lesson", "rows of W′"),
        _rows,
        slips=(
            Slip(
                lambda moment: moment.present.trace.output_size,
                QT_TRANSLATE_NOOP(
                    "lesson", "That is how many inner nodes there are. Only those on the path are asked."
                ),
            ),
            Slip(
                lambda moment: _rows(moment) + 1,
                QT_TRANSLATE_NOOP("lesson", "The word at the end is no question any more: count the inner nodes."),
            ),
        ),
    ),
    right=QT_TRANSLATE_NOOP(
        "lesson",
        "{rows} of {nodes}. In a tree of {words} words a path has about log₂ {words} ≈ {depth} nodes: "
        "some {tree} numbers instead of {softmax}.",
    ),
    wrong=QT_TRANSLATE_NOOP("lesson", "That is not how many questions are asked on the path."),
    hint=QT_TRANSLATE_NOOP("lesson", "Follow the path from the root down to {centre}, and count its inner nodes."),
    setup=at("pair", objective="hierarchical_softmax"),
    revealed="W_out_new",
    more=_tree_values,
)


# -- what stays the same --------------------------------------------------------------------------------------------


def _gradient_form(moment: Moment) -> int:
    """Return which of the forms on offer the gradient of W′ has, by comparing the numbers."""
    trace = moment.present.trace
    output = trace.outputs[0]
    gradient = trace.grad_W_out_drawn[[trace.place(int(row)) for row in output.rows]]
    forms = (output.y, output.y - output.t, output.t - output.y)
    return next((i for i, form in enumerate(forms) if np.allclose(gradient, np.outer(form, trace.h))), -1)


AGREE = Station(
    key="agree",
    chapter=CHAPTER,
    title=QT_TRANSLATE_NOOP("lesson", "Where all three agree"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "Softmax, a few noise words, a path through a tree: each unit that is asked has an answer y and "
        "a label t, and its row of W′ moves by −η times a gradient.",
    ),
    ask=QT_TRANSLATE_NOOP("lesson", "What is this gradient, in all three?"),
    task=Choice(("y·h", "(y − t)·h", "(t − y)·h"), _gradient_form),
    right=QT_TRANSLATE_NOOP(
        "lesson",
        "(y − t)·h: the error times h. The three differ only in whom they ask. That was the tour; now take a pair of "
        "your own text.",
    ),
    wrong=QT_TRANSLATE_NOOP("lesson", "With that, even a perfect answer would be changed, or a wrong one made worse."),
    hint=QT_TRANSLATE_NOOP("lesson", "Where y = t nothing should move; where y is too large, the row should leave h."),
    setup=at("dW_out", objective="hierarchical_softmax"),
    more=_large_values,
)

STATIONS = (SOFTMAX, NEGATIVE, TREE, AGREE)
