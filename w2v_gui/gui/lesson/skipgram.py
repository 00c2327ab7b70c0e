"""Skip-gram: the same network, asked the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from w2v_gui.errors import QT_TRANSLATE_NOOP
from w2v_gui.gui.lesson.presets import at
from w2v_gui.gui.lesson.station import Moment, Number, Slip, Station, figure

if TYPE_CHECKING:
    from w2v_gui.gui.lesson.station import Values


def _probability(moment: Moment) -> float:
    """Return y of the first neighbour: the same at every output."""
    trace = moment.present.trace
    return float(trace.outputs[0].y[trace.context[0]])


def _summed_error(moment: Moment) -> float:
    trace = moment.present.trace
    return float(trace.e_sum[trace.context[0]])


def _skipgram_values(moment: Moment) -> Values:
    return {"y": figure(_probability(moment)), "EI": figure(_summed_error(moment))}


SKIPGRAM = Station(
    key="skipgram",
    chapter=QT_TRANSLATE_NOOP("lesson", "Skip-gram"),
    title=QT_TRANSLATE_NOOP("lesson", "The other way round"),
    text=QT_TRANSLATE_NOOP(
        "lesson",
        "Skip-gram shows the middle word and asks for its neighbours: from {centre}, one output should say {left}, "
        "the other {right}. Both use the same W′, so both have the same y. A row of W′ moves by the sum of its "
        "errors, EI.",
    ),
    ask=QT_TRANSLATE_NOOP(
        "lesson",
        "y({left}) = {y}. At one output t({left}) is 1, at the other it is 0. What is EI({left})? Two "
        "decimals will do.",
    ),
    task=Number(
        "EI",
        _summed_error,
        tolerance=0.006,
        slips=(
            Slip(
                lambda moment: _probability(moment) - 1,
                QT_TRANSLATE_NOOP("lesson", "That is e at the one output. The other gave {left} something, too."),
            ),
            Slip(
                lambda moment: -_summed_error(moment),
                QT_TRANSLATE_NOOP("lesson", "The size is right, the sign is not: e is y − t, not t − y."),
            ),
        ),
    ),
    right=QT_TRANSLATE_NOOP(
        "lesson",
        "EI({left}) = ({y} − 1) + ({y} − 0) = {EI}. One output pulls at {left}, the other pushes a "
        "little; they balance when y({left}) is 1/{C}.",
    ),
    wrong=QT_TRANSLATE_NOOP("lesson", "The two errors add up to another number."),
    hint=QT_TRANSLATE_NOOP("lesson", "e = y − t at either output; then add the two."),
    setup=at("E", model="skipgram"),
    revealed="e",
    more=_skipgram_values,
)

STATIONS = (SKIPGRAM,)
