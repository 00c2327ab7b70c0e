"""CBOW again: from the error to a trained network, and back."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP
from w2v_gui.gui.lesson.forward import CHAPTER
from w2v_gui.gui.lesson.presets import at
from w2v_gui.gui.lesson.station import Choice, Moment, Number, Slip, Station, figure
from w2v_gui.gui.walk.stage import reached

if TYPE_CHECKING:
    from w2v_gui.gui.lesson.station import Values
    from w2v_gui.session.scene import Scene

MANY = 100
SOME = 10
_SAME = 0.02
"""Up to this share of itself a mean loss counts as unchanged."""


def _probability(scene: Scene) -> float:
    """Return y of the target."""
    return float(scene.trace.outputs[0].y[scene.trace.centre])


# -- e ----------------------------------------------------------------------------------------------------------


def _pulled(moment: Moment) -> int:
    trace = moment.present.trace
    pulled = {int(row) for row in trace.rows[trace.e_sum < 0]}
    everybody = set(range(trace.size))
    sets = ({trace.centre}, set(trace.context), everybody - {trace.centre}, everybody)
    return sets.index(pulled) if pulled in sets else -1


def _error_values(moment: Moment) -> Values:
    trace = moment.present.trace
    y = _probability(moment.present)
    others = float(trace.e_sum[trace.rows != trace.centre].sum())
    return {"y": figure(y), "e": figure(y - 1), "others": figure(others), "rest": trace.size - 1}


ERRORS = Station(
    key="e",
    chapter=CHAPTER,
    title=QT_TRANSLATE_NOOP("lesson", "Pulled and pushed"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "e = y − t says how far off each output is; t is 1 for {centre} and 0 for the others. The row of "
        "W′ of every word moves by −η·e·h, where η is the rate α. So a negative e pulls the row towards h, a positive "
        "one pushes it away.",
    ),
    ask=QT_TRANSLATE_NOOP("lesson", "Which rows of W′ are pulled towards h?"),
    task=Choice(
        (
            QT_TRANSLATE_NOOP("lesson", "only that of {centre}"),
            QT_TRANSLATE_NOOP("lesson", "those of {left} and {right}"),
            QT_TRANSLATE_NOOP("lesson", "all but that of {centre}"),
            QT_TRANSLATE_NOOP("lesson", "all {V}"),
        ),
        _pulled,
    ),
    right=QT_TRANSLATE_NOOP(
        "lesson",
        "e({centre}) = {y} − 1 = {e} is the only one below 0. The other {rest} are pushed, each by its "
        "own share: theirs come to +{others}, so all errors add up to 0.",
    ),
    wrong=QT_TRANSLATE_NOOP("lesson", "A row is pulled if its e is negative, and only then."),
    hint=QT_TRANSLATE_NOOP("lesson", "Every y lies between 0 and 1. For which t can y − t be negative?"),
    setup=at("E"),
    revealed="e",
    more=_error_values,
)


# -- EH ---------------------------------------------------------------------------------------------------------


def _moved_inputs(moment: Moment) -> float:
    return float(len(moment.present.trace.input_words))


INPUTS = Station(
    key="EH",
    chapter=CHAPTER,
    title=QT_TRANSLATE_NOOP("lesson", "The way back to W"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "Every output also says which way it would like h to go. EH is the sum of that: all rows of W′, each times "
        "its e. But h itself is no weight. It was made from W, so it is W that has to move.",
    ),
    ask=QT_TRANSLATE_NOOP("lesson", "How many of the {V} rows of W move in this step?"),
    task=Number(
        QT_TRANSLATE_NOOP("lesson", "rows of W"),
        _moved_inputs,
        slips=(
            Slip(
                lambda moment: moment.present.trace.size,
                QT_TRANSLATE_NOOP("lesson", "That many move in W′. In W, a row takes part only if x picked it."),
            ),
            Slip(
                lambda moment: moment.present.trace.size - _moved_inputs(moment),
                QT_TRANSLATE_NOOP("lesson", "That is how many stay where they are."),
            ),
        ),
    ),
    right=QT_TRANSLATE_NOOP(
        "lesson",
        "Only the rows of {left} and {right}. Each moves by −η·EH/{C}, because it was one part in {C} of h. All other "
        "rows keep every bit.",
    ),
    wrong=QT_TRANSLATE_NOOP("lesson", "Only rows that had a part in h can change it."),
    hint=QT_TRANSLATE_NOOP("lesson", "Where is x not 0?"),
    setup=at("EH"),
    revealed="dW",
)


# -- the update -------------------------------------------------------------------------------------------------


def _was_learned(moment: Moment) -> bool:
    """Whether the first update since the station began was that of the pair with which it began."""
    losses, start = moment.present.losses, moment.before.position
    return len(losses) > start and bool(losses[start] == moment.before.trace.loss)


def _updated(moment: Moment) -> bool:
    return moment.updates > 0 and moment.same_pair and _was_learned(moment) and reached(moment.stage, "y")


def _direction(moment: Moment) -> int:
    change = _probability(moment.present) - _probability(moment.before)
    return 0 if change > 0 else 1 if change < 0 else 2


def _update_values(moment: Moment) -> Values:
    before, present = moment.before, moment.present
    return {
        "y": figure(_probability(before)),
        "E": figure(before.trace.loss),
        "y_now": figure(_probability(present)),
        "E_now": figure(present.trace.loss),
    }


UPDATE = Station(
    key="update",
    chapter=CHAPTER,
    title=QT_TRANSLATE_NOOP("lesson", "Predict the update"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "Now both matrices move. For this pair the network gives {centre} y = {y}. First say what will "
        "become of that, then look.",
    ),
    ask=QT_TRANSLATE_NOOP("lesson", "After one update, what happens to y({centre}) of this pair?"),
    task=Choice(
        (
            QT_TRANSLATE_NOOP("lesson", "It rises"),
            QT_TRANSLATE_NOOP("lesson", "It falls"),
            QT_TRANSLATE_NOOP("lesson", "It stays at {y}"),
        ),
        _direction,
    ),
    right=QT_TRANSLATE_NOOP(
        "lesson",
        "y({centre}) went from {y} to {y_now}, and E from {E} to {E_now}. Two things worked together: the row of "
        "{centre} in W′ moved towards h, and h moved as well.",
    ),
    wrong=QT_TRANSLATE_NOOP("lesson", "See for yourself: y({centre}) was {y}, and now it is {y_now}."),
    hint=QT_TRANSLATE_NOOP(
        "lesson", "e({centre}) was negative, so its row was pulled towards h. What does that do to their dot product?"
    ),
    setup=at("W_new"),
    waiting=QT_TRANSLATE_NOOP(
        "lesson", "Noted. Apply the update with Next. Then go back to the pair around {centre}, and walk on to y."
    ),
    ready=_updated,
    more=_update_values,
)


# -- undo -------------------------------------------------------------------------------------------------------


def _gone_and_back(moment: Moment) -> bool:
    return moment.updates == 0 and moment.present.length >= moment.before.position + SOME and moment.same_pair


def _likeness(moment: Moment) -> int:
    before, present = moment.before.trace, moment.present.trace
    if before.loss == present.loss and np.array_equal(before.W_rows, present.W_rows):
        return 0
    return 1 if math.isclose(before.loss, present.loss, rel_tol=1e-6) else 2


def _undo_values(moment: Moment) -> Values:
    before, present = moment.before.trace.loss, moment.present.trace.loss
    # With all the digits there are: the same digits are the same bits.
    return {"E": figure(before), "all_E": repr(before), "all_E_now": repr(present), "some": SOME}


UNDO = Station(
    key="undo",
    chapter=CHAPTER,
    title=QT_TRANSLATE_NOOP("lesson", "There and back"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "Computers round: adding a small number and subtracting it again does not always give the old "
        "number back. Before the first update this pair has E = {E}.",
    ),
    ask=QT_TRANSLATE_NOOP("lesson", "After {some} updates and all the way back, E of this pair will be …"),
    task=Choice(
        (
            QT_TRANSLATE_NOOP("lesson", "the same, to the last bit"),
            QT_TRANSLATE_NOOP("lesson", "the same but for rounding"),
            QT_TRANSLATE_NOOP("lesson", "a little lower: something stays learned"),
        ),
        _likeness,
    ),
    right=QT_TRANSLATE_NOOP(
        "lesson",
        "E = {all_E_now} again, and every number in W and W′ has its old bits: what an update changes is kept. So you "
        "can go back, try another α, and compare.",
    ),
    wrong=QT_TRANSLATE_NOOP("lesson", "It was E = {all_E}, and it is E = {all_E_now} now."),
    hint=QT_TRANSLATE_NOOP("lesson", "Back does not compute anything here: it puts back what was there."),
    setup=at("pair"),
    waiting=QT_TRANSLATE_NOOP(
        "lesson", "Noted. Apply {some} updates; then take the slider all the way back, to update 0."
    ),
    ready=_gone_and_back,
    more=_undo_values,
)


# -- training ---------------------------------------------------------------------------------------------------


def _first_mean(moment: Moment) -> float:
    """Return the mean loss at the beginning; before it is measured, what a network has that knows nothing."""
    means = _means_at(moment.present, moment.before.position) or _means_at(moment.before, moment.before.position)
    return means[0] if means else math.log(moment.before.trace.size)


def _means_at(scene: Scene, position: int) -> list[float]:
    return [float(mean) for mean in scene.mean_losses[scene.mean_positions == position]]


def _last_mean(moment: Moment) -> float:
    losses = moment.present.mean_losses
    return float(losses[np.argmax(moment.present.mean_positions)]) if len(losses) else math.nan


def _trained(moment: Moment) -> bool:
    positions = moment.present.mean_positions
    return len(positions) > 0 and int(positions.max()) >= moment.before.position + MANY


def _trend(moment: Moment) -> int:
    before, now = _first_mean(moment), _last_mean(moment)
    if abs(now - before) <= _SAME * before:
        return 1
    return 0 if now < before else 2


def _training_values(moment: Moment) -> Values:
    return {
        "total": moment.before.place.total,
        "mean": figure(_first_mean(moment)),
        "mean_now": figure(_last_mean(moment)),
        "guess": figure(math.exp(-_last_mean(moment)), 2),
        "ln_V": figure(math.log(moment.before.trace.size)),
        "many": MANY,
    }


TRAINING = Station(
    key="train",
    chapter=CHAPTER,
    title=QT_TRANSLATE_NOOP("lesson", "A hundred updates"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "Training goes through all {total} pairs, again and again. The mean loss over them is {mean} "
        "now, close to ln {V} = {ln_V}. The pairs share rows: what one of them pulls, another may push.",
    ),
    ask=QT_TRANSLATE_NOOP("lesson", "Where will the mean loss be after {many} updates?"),
    task=Choice(
        (
            QT_TRANSLATE_NOOP("lesson", "lower"),
            QT_TRANSLATE_NOOP("lesson", "still near {mean}"),
            QT_TRANSLATE_NOOP("lesson", "higher"),
        ),
        _trend,
    ),
    right=QT_TRANSLATE_NOOP(
        "lesson",
        "From {mean} to {mean_now}: the right word now gets about {guess}. And the point of it all is the by-product: "
        "the rows of W are the word vectors.",
    ),
    wrong=QT_TRANSLATE_NOOP("lesson", "The curve says otherwise: from {mean} to {mean_now}."),
    hint=QT_TRANSLATE_NOOP(
        "lesson", "Every update lowers the loss of its own pair, and {N} numbers a word leave room for all of them."
    ),
    setup=at("pair"),
    waiting=QT_TRANSLATE_NOOP("lesson", "Noted. Apply {many} updates, and watch the curve of the loss."),
    ready=_trained,
    more=_training_values,
)

STATIONS = (ERRORS, INPUTS, UPDATE, UNDO, TRAINING)
