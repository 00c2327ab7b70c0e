"""The map of the Explore page, made elsewhere: at once, or watched while it is made."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError, UserError
from w2v_gui.gui.atlas.truths import MapTruths
from w2v_gui.gui.language import sentence
from w2v_gui.gui.latest import Latest
from w2v_gui.vectors.layouts import LAYOUTS, checked
from w2v_gui.vectors.layouts.making import Making, Workshop
from w2v_gui.vectors.layouts.preparing import prepare

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as Values

    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.jobs import Jobs
    from w2v_gui.gui.panels.atlas import AtlasPanel
    from w2v_gui.vectors.layouts import LayoutFrame, LayoutWish
    from w2v_gui.vectors.layouts.preparing import Prepared
    from w2v_gui.vectors.word_vectors import WordVectors

_POLL_MS = 33
_POLL_BESIDE_RUN_MS = 150
"""Drawing words that move takes a third of a core at full pace: while a run trains, they move in larger steps."""

_SLOW_MS = 400
"""A map that should be there at once, and is not after so long, says what it waits for."""


class Mapping(QObject):
    """Takes wishes for a map, one instead of the other, and brings it as it comes.

    Parameters
    ----------
    jobs : Jobs
        For what is done at once, and what is measured on maps.
    parent : QObject

    Attributes
    ----------
    truths : MapTruths
        What is true about the map, whichever it is.
    frame_made : Signal(object)
        With a `LayoutFrame`: the latest only, at most thirty a second.
    state_changed : Signal(str)
        ``"idle"``: there is no map; ``"preparing"``; ``"running"``: words move; ``"paused"``; ``"done"``.
    progressed : Signal(str, object)
        With a key of `PHASES`, and how much of it is done, from 0 to 1, or None where nobody knows.
    refused : Signal(object)
        With a `UserError`: what cannot be done, and what to do instead.
    failed : Signal(object)
        With an exception that is not the user's doing.
    """

    frame_made = Signal(object)
    state_changed = Signal(str)
    progressed = Signal(str, object)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._explored: Explored | None = None
        self._wish: LayoutWish | None = None
        self._frame: LayoutFrame | None = None
        self._mapped: WordVectors | None = None
        self._principal: LayoutFrame | None = None
        self._state = "idle"
        self._phase: tuple[str, float | None] | None = None
        self._workshop = Workshop()
        self._making: Making | None = None
        self._given_up: list[Making] = []
        self.truths = MapTruths(jobs, self)
        self.truths.failed.connect(self.failed)
        self._prompt = Latest(jobs, self)
        self._prompt.answered.connect(self._laid)
        self._prompt.failed.connect(self._refuse)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(self._say_slow)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._look)

    @property
    def state(self) -> str:
        return self._state

    # -- what is wanted -----------------------------------------------------------------------------------------

    def show_explored(self, explored: Explored | None) -> None:
        """Map these vectors from now on.

        A newer moment moves the words of a map that is made at once. One that takes long stays as it is, until it is
        asked for again, or others of the words' vectors are.
        """
        before, self._explored = self._explored, explored
        if explored is None or before is None or explored.lineage is not before.lineage:
            self._forget()
        if explored is not None:
            self.truths.show_vectors(explored.vectors)
        wish = self._wish
        if before is None or explored is None or wish is None:
            return
        if LAYOUTS[wish.method].prompt or explored.rows != before.rows:
            self.ask(wish)
        else:
            self.truths.group()

    def ask(self, wish: LayoutWish) -> None:
        """Make a map instead of the one that is there or being made."""
        layout = LAYOUTS[wish.method]
        self._give_up()
        self._wish = wish
        if self._explored is None:
            return
        if not layout.available():
            self._refuse(
                UserError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        '{method} is not installed. Install it with “pip install "w2v-gui[{extra}]"”, and start again.',
                    ),
                    method=layout.label,
                    extra=layout.key,
                )
            )
            return
        try:
            values = checked(wish)
        except ConfigError as problem:
            self._refuse(problem)
            return
        vectors = self._mapped = self._explored.vectors
        principal = self._principal
        if layout.prompt:
            self._prompt.ask(lambda job: prepare(vectors, wish, principal, job.cancelled).principal_frame())
            if self._state != "done":
                self._set_state("preparing")
            if self._frame is None or self._frame.wish is not wish:
                self._slow.start()
            return

        def preparing(given_up: Callable[[], bool]) -> Prepared:
            return prepare(vectors, wish, principal, given_up)

        self._making = Making(self._workshop, wish, values, preparing, self._given_up[-1] if self._given_up else None)
        self._making.start()
        self._set_state("preparing")
        self._poll.start()

    def set_beside_run(self, beside: bool) -> None:
        """Say whether a run is training, which should go on nearly as fast as without a map."""
        self._poll.setInterval(_POLL_BESIDE_RUN_MS if beside else _POLL_MS)

    def pause(self) -> None:
        if self._making is not None and self._state in ("preparing", "running"):
            self._making.pause()
            self._set_state("paused")
            self.truths.measure_trust()

    def resume(self) -> None:
        if self._making is not None and self._state == "paused":
            self._making.resume()
            self._set_state("running" if self._making.moving else "preparing")
            self._poll.start()

    def stop(self) -> None:
        """Be content with the map as it is."""
        if self._making is None and not self._prompt.active:
            return
        self._give_up()
        self._settle()

    def change(self, values: Values[str, Any]) -> None:
        """Use other settings: a map that is live goes on with them from where it stands, another is made anew."""
        if self._wish is None:
            return
        wish = replace(self._wish, values={**self._wish.values, **values})
        settings = LAYOUTS[wish.method].settings
        if self._making is None or not all(name in settings and settings[name].live for name in values):
            self.ask(wish)
            return
        try:
            allowed = checked(wish)
        except ConfigError as problem:
            self.refused.emit(problem)
            return
        self._wish = wish
        self._making.change({name: allowed[name] for name in values})
        if self._state == "done":
            self._set_state("running")
        self._poll.start()

    def shutdown(self, seconds: float = 10.0) -> bool:
        """End what is being made, and wait at most so many seconds; returns whether nothing goes on any more."""
        deadline = time.monotonic() + seconds
        self._give_up()
        self.truths.stop()
        self._workshop.close()
        return all(making.wait(max(0.0, deadline - time.monotonic())) for making in self._given_up)

    def attend(self, panel: AtlasPanel) -> None:
        """Take the wishes of a panel, and bring it the answers."""
        self.truths.attend(panel)
        panel.layout_asked.connect(self.ask)
        panel.pause_asked.connect(self.pause)
        panel.resume_asked.connect(self.resume)
        panel.stop_asked.connect(self.stop)
        panel.values_changed.connect(self.change)
        self.frame_made.connect(panel.show_frame)
        self.state_changed.connect(panel.show_state)
        self.progressed.connect(panel.show_progress)
        self.refused.connect(lambda problem: panel.refuse(lambda: sentence(problem)))

    # -- what comes back ----------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Take what has come from the other process since the last time."""
        making = self._making
        if making is None:
            self._poll.stop()
            return
        # Looked at before the map is taken: what is done has left its last map by then.
        done, over, problem = making.done, making.over, making.problem
        if self._state == "paused":
            # Nothing moves from the moment at which one has said so.
            self._poll.stop()
            return
        frame = making.take_frame()
        if frame is not None:
            self._show(frame)
        if problem is not None:
            self._give_up()
            self._refuse(problem)
        elif done or over:
            self._making = None if over else making
            self._settle()
        elif making.moving:
            self._set_state("running")
            if frame is not None:
                self.truths.measure_trust_if_due()
        else:
            self._set_state("preparing")
            if making.phase != self._phase:
                self._phase = making.phase
                self.progressed.emit(*making.phase)

    def _say_slow(self) -> None:
        if self._prompt.active:
            self._set_state("preparing")
            self.progressed.emit("components", None)

    def _laid(self, frame: LayoutFrame) -> None:
        newer = self._frame is not None and self._frame.wish is frame.wish
        self._principal = frame
        self._show(frame)
        self._rest()
        if newer:
            self.truths.measure_trust_in_time()
        else:
            self.truths.measure_trust()

    def _show(self, frame: LayoutFrame) -> None:
        others = self._frame is None or not np.array_equal(self._frame.rows, frame.rows)
        self._frame = frame
        if self._mapped is not None:
            self.truths.show_frame(frame, self._mapped, regroup=others or LAYOUTS[frame.wish.method].prompt)
        self.frame_made.emit(frame)

    def _settle(self) -> None:
        self._rest()
        self.truths.measure_trust()

    def _rest(self) -> None:
        """Say that the map is done, if there is one."""
        self._poll.stop()
        self._phase = None
        self._set_state("idle" if self._frame is None else "done")

    def _give_up(self) -> None:
        """Take nothing more of what is being made."""
        self._poll.stop()
        self._slow.stop()
        self._phase = None
        self._prompt.forget()
        self.truths.forget_trust()
        if self._making is not None:
            self._making.give_up()
            # One that prepares a large map may need longer than the next one waits for it.
            self._given_up = [*(making for making in self._given_up if not making.over), self._making]
            self._making = None

    def _forget(self) -> None:
        self._give_up()
        self.truths.begin()
        self._wish = self._frame = self._principal = self._mapped = None
        self._set_state("idle")

    def _set_state(self, state: str) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _refuse(self, problem: BaseException) -> None:
        self._rest()
        (self.refused if isinstance(problem, UserError) else self.failed).emit(problem)
