"""One go at a station: what has been seen since it began, what was answered, and how that was judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from w2v_gui.gui.lesson.station import Deed, Moment, Verdict, same_weights

if TYPE_CHECKING:
    from w2v_gui.gui.lesson.station import Station
    from w2v_gui.session.scene import Scene


class Attempt:
    """Follows the page from the moment at which a station began.

    An answer that cannot be judged yet is kept, and judged when what it waits for has happened. Once it was right,
    nothing is judged any more.

    Parameters
    ----------
    station : Station

    Attributes
    ----------
    verdict : Verdict or None
        None as long as there is no answer.
    judged : Moment or None
        By what the answer was judged.
    answer : float or None
        The last one.
    """

    def __init__(self, station: Station) -> None:
        self.station = station
        self.verdict: Verdict | None = None
        self.judged: Moment | None = None
        self.answer: float | None = None
        self._before: Scene | None = None
        self._present: Scene | None = None
        self._stage = ""

    @property
    def moment(self) -> Moment | None:
        """What there is to look at; None until the page shows what the station asked for.

        After the right answer it stays the one by which that was judged, whatever the page goes on to show.
        """
        if self.verdict is Verdict.RIGHT:
            return self.judged
        if self._before is None or self._present is None:
            return None
        present = self._present if self.station.setup.fits(self._present) else self._before
        return Moment(self._before, present, self._stage)

    @property
    def astray(self) -> bool:
        """Whether the page shows something this station is not about."""
        if self.verdict is Verdict.RIGHT:
            return False
        return self._before is None or self._present is None or not self.station.setup.fits(self._present)

    def see(self, scene: Scene) -> None:
        """Take what the page shows."""
        self._present = scene
        if self._before is None:
            if self.station.setup.begins(scene):
                self._before = scene
        elif self.station.setup.begins(scene) and _another_network(self._before, scene):
            self._before = scene
        self._judge_what_waits()

    def walk(self, stage: str) -> None:
        """Take at which stage the walk stands."""
        self._stage = stage
        self._judge_what_waits()

    def submit(self, answer: float | None) -> None:
        """Judge an answer; without anything to look at nothing happens."""
        moment = self.moment
        if moment is None or self.astray or self.verdict is Verdict.RIGHT:
            return
        self.answer = answer
        self.judged = moment
        self.verdict = self.station.check(moment, answer)

    def withdraw(self) -> None:
        """Forget an answer that was not right: another one is being made up."""
        if self.verdict is not Verdict.RIGHT:
            self.verdict = self.judged = self.answer = None

    def _judge_what_waits(self) -> None:
        if isinstance(self.station.task, Deed):
            # It is noticed without being shown; that it is not done yet is nothing to speak of.
            verdict, judged = self.verdict, self.judged
            self.submit(None)
            if self.verdict is not Verdict.RIGHT:
                self.verdict, self.judged = verdict, judged
        elif self.verdict is Verdict.NOT_YET:
            self.submit(self.answer)


def _another_network(before: Scene, present: Scene) -> bool:
    """Whether a network was put in the place of the one with which a station began: it has no history yet."""
    return present.length == 0 and before.position == 0 and not same_weights(before, present)
