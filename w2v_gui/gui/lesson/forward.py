"""The first stations: CBOW, from the pair to the loss."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP
from w2v_gui.gui.lesson.presets import at
from w2v_gui.gui.lesson.station import Choice, Deed, Moment, Number, Slip, Station, figure

if TYPE_CHECKING:
    from w2v_gui.gui.lesson.station import Values

CHAPTER = QT_TRANSLATE_NOOP("lesson", "CBOW")


# -- the pair and x ---------------------------------------------------------------------------------------------


def _wanted_neighbours(moment: Moment) -> tuple[str, str]:
    """Return the neighbours in the window two places on from the one with which the station began."""
    place = moment.before.place
    centre = place.centre + 2
    return place.tokens[centre - 1], place.tokens[centre + 1]


def _inputs(moment: Moment) -> set[str]:
    scene = moment.present
    return {scene.words[word] for word in scene.trace.input_words}


def _pair_values(moment: Moment) -> Values:
    first, second = _wanted_neighbours(moment)
    return {"first": first, "second": second}


PAIR = Station(
    key="pair",
    chapter=CHAPTER,
    title=QT_TRANSLATE_NOOP("lesson", "A window asks a question"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "A window of three words slides over the sentence. CBOW hides the word in the middle and lets the network "
        "guess it from its neighbours. x is the mean of their one-hot vectors: 1/{C} at each neighbour, 0 at every "
        "other word. Here x is 1/{C} at {left} and {right}, and {centre} is to be guessed.",
    ),
    ask=QT_TRANSLATE_NOOP("lesson", "Go to the pair in which x is 1/{C} at {first} and {second}."),
    task=Deed(lambda moment: _inputs(moment) == set(_wanted_neighbours(moment))),
    right=QT_TRANSLATE_NOOP("lesson", "There it is: {left} and {right} are given, {centre} is hidden."),
    wrong=QT_TRANSLATE_NOOP("lesson", "In this pair x is 1/{C} at {left} and {right}."),
    hint=QT_TRANSLATE_NOOP(
        "lesson", "Which word stands between {first} and {second}? Move the window until that one is in the middle."
    ),
    setup=at("x"),
    waiting=QT_TRANSLATE_NOOP(
        "lesson", "This is still the first pair. The buttons beside the sentence move the window."
    ),
    ready=lambda moment: not moment.same_pair,
    more=_pair_values,
)


# -- h ----------------------------------------------------------------------------------------------------------


def _first_entries(moment: Moment) -> tuple[float, float]:
    rows = moment.present.trace.W_rows
    return float(rows[0, 0]), float(rows[-1, 0])


def _hidden_values(moment: Moment) -> Values:
    first, second = _first_entries(moment)
    return {"w_left": figure(first), "w_right": figure(second), "h": figure(float(moment.present.trace.h[0]))}


HIDDEN = Station(
    key="h",
    chapter=CHAPTER,
    title=QT_TRANSLATE_NOOP("lesson", "h is a mean"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "Multiplying W by x only looks up rows, one for each place where x is not 0: those of {left} and {right}. h is "
        "their mean, entry by entry. The row of {left} begins with {w_left}, that of {right} with {w_right}.",
    ),
    ask=QT_TRANSLATE_NOOP("lesson", "What is h₁, the first entry of h? Two decimals will do."),
    task=Number(
        "h₁",
        lambda moment: float(moment.present.trace.h[0]),
        tolerance=0.006,
        slips=(
            Slip(
                lambda moment: sum(_first_entries(moment)),
                QT_TRANSLATE_NOOP("lesson", "That is the sum of the two. A mean is half of it."),
            ),
        ),
    ),
    right=QT_TRANSLATE_NOOP(
        "lesson",
        "h₁ = ({w_left} + {w_right}) / {C} = {h}. The {N} numbers of h are all the network sees of the context. The "
        "order of the words is lost: hence “bag of words”.",
    ),
    wrong=QT_TRANSLATE_NOOP("lesson", "Not quite: the mean of the two is another number."),
    hint=QT_TRANSLATE_NOOP("lesson", "Add {w_left} and {w_right}, then divide by {C}."),
    setup=at("x"),
    revealed="h",
    more=_hidden_values,
)


# -- u ----------------------------------------------------------------------------------------------------------


def _four_words(moment: Moment) -> list[int]:
    """Return the word with the highest score and three others, in the order in which the page lists them."""
    u = moment.present.trace.outputs[0].u
    falling = np.argsort(-u)
    # The runners-up, and the last: it has the largest score for whoever forgets the sign.
    return sorted(int(word) for word in (*falling[:3], falling[-1]))


def _highest(moment: Moment) -> int:
    return _four_words(moment).index(int(np.argmax(moment.present.trace.outputs[0].u)))


def _score_values(moment: Moment) -> Values:
    output, words = moment.present.trace.outputs[0], moment.present.words
    best = int(np.argmax(output.u))
    named = {f"word{i}": words[word] for i, word in enumerate(_four_words(moment))}
    return {**named, "best": words[best], "u": figure(float(output.u[best])), "y": figure(float(output.y[best]))}


SCORES = Station(
    key="u",
    chapter=CHAPTER,
    title=QT_TRANSLATE_NOOP("lesson", "Every word gets a score"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "Every word owns a row of W′ too. Its score u is the dot product of that row with h: {N} products, added up. "
        "Point at an output to see them. Softmax will turn scores into probabilities, and it keeps their order.",
    ),
    ask=QT_TRANSLATE_NOOP("lesson", "Which of these words is about to become the most probable?"),
    task=Choice(("{word0}", "{word1}", "{word2}", "{word3}"), _highest),
    right=QT_TRANSLATE_NOOP(
        "lesson",
        "{best} has the highest score, u = {u}, and gets the most: y = {y}. A score is high where row and h have the "
        "same signs in the same places.",
    ),
    wrong=QT_TRANSLATE_NOOP("lesson", "Another word here has a higher score."),
    hint=QT_TRANSLATE_NOOP("lesson", "Compare u at the outputs, and mind the signs: −0.3 is less than 0.1."),
    setup=at("u"),
    revealed="y",
    more=_score_values,
)


# -- y ----------------------------------------------------------------------------------------------------------


def _target_probability(moment: Moment) -> float:
    trace = moment.present.trace
    return float(trace.outputs[0].y[trace.centre])


def _probability_values(moment: Moment) -> Values:
    y = moment.present.trace.outputs[0].y
    return {
        "lowest": figure(float(y.min())),
        "highest": figure(float(y.max())),
        "y": figure(_target_probability(moment)),
        "uniform": figure(1 / moment.present.trace.size),
        "tokens": len(moment.present.place.tokens),
    }


PROBABILITIES = Station(
    key="y",
    chapter=CHAPTER,
    title=QT_TRANSLATE_NOOP("lesson", "Knowing nothing"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "y = softmax(u): every y is positive, and together they add up to 1. Here they lie between "
        "{lowest} and {highest}. The weights are random still, so these differences mean nothing.",
    ),
    ask=QT_TRANSLATE_NOOP(
        "lesson", "If all {V} scores were the same, what would each y be? A fraction such as 1/2 will do."
    ),
    task=Number(
        "y",
        lambda moment: 1 / moment.present.trace.size,
        tolerance=0.002,
        slips=(
            Slip(
                lambda moment: 1 / len(moment.present.place.tokens),
                QT_TRANSLATE_NOOP(
                    "lesson",
                    "The sentence has {tokens} words, but one of them stands there twice, and it has one output only.",
                ),
            ),
        ),
    ),
    right=QT_TRANSLATE_NOOP(
        "lesson",
        "1/{V} = {uniform} for every word. The right one, {centre}, has {y} now: no better than a guess. Learning is "
        "to raise it.",
    ),
    wrong=QT_TRANSLATE_NOOP("lesson", "With that number, all {V} together would not add up to 1."),
    hint=QT_TRANSLATE_NOOP("lesson", "Share 1 evenly among {V} words."),
    setup=at("y"),
    more=_probability_values,
)


# -- E ----------------------------------------------------------------------------------------------------------


def _loss_values(moment: Moment) -> Values:
    trace = moment.present.trace
    return {"y": figure(_target_probability(moment)), "E": figure(trace.loss), "ln_V": figure(math.log(trace.size))}


LOSS = Station(
    key="E",
    chapter=CHAPTER,
    title=QT_TRANSLATE_NOOP("lesson", "The loss measures surprise"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "The window held {centre}, and the network gave it y = {y}. How bad is that? E = −ln y({centre}): 0 if it "
        "was sure of the right word, and the larger, the less it expected it. (ln is the natural logarithm; the "
        "formula writes log.)",
    ),
    ask=QT_TRANSLATE_NOOP("lesson", "What is E? One decimal will do."),
    task=Number(
        "E",
        lambda moment: moment.present.trace.loss,
        tolerance=0.06,
        slips=(
            Slip(
                lambda moment: -moment.present.trace.loss,
                QT_TRANSLATE_NOOP(
                    "lesson", "Nearly: ln of a number below 1 is negative, and the minus turns it round."
                ),
            ),
            Slip(
                lambda moment: -math.log10(_target_probability(moment)),
                QT_TRANSLATE_NOOP("lesson", "That is the logarithm to base 10. ln is the one to base e = 2.718…"),
            ),
        ),
    ),
    right=QT_TRANSLATE_NOOP(
        "lesson",
        "E = −ln {y} = {E}. For comparison: a network that knows nothing has E = ln {V} = {ln_V}.",
    ),
    wrong=QT_TRANSLATE_NOOP("lesson", "That is not −ln {y}."),
    hint=QT_TRANSLATE_NOOP(
        "lesson", "−ln (1/{V}) would be {ln_V}. Is y({centre}) larger or smaller than 1/{V}? A calculator may help."
    ),
    setup=at("y"),
    revealed="E",
    more=_loss_values,
)

STATIONS = (PAIR, HIDDEN, SCORES, PROBABILITIES, LOSS)
