"""A walk through single steps, taken on another thread: one wish after the other, and what there is to see."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from w2v_gui.errors import Cancelled, UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.engine.proof import Proof
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.session.scene import Scene
    from w2v_gui.session.walkthrough import Walkthrough

    Wish = Callable[[Walkthrough, Job], None]

FRAME_MS = 25
"""How often something new is shown while updates are played."""

# Of a frame, what updates may take: the rest is for making the scene and drawing it.
_PLAYED_S = 0.006

# What takes longer than this gets a progress bar.
_SOON_MS = 150

# Who goes on at once has no use for a proof: it is begun when nothing has been asked for so long.
_REST_MS = 100


_OPEN, _LOOK = "open", "look"


class _Outcome(NamedTuple):
    walk: Walkthrough
    scene: Scene
    error: BaseException | None


class _Wanted(NamedTuple):
    kind: str
    work: Callable[[Job], _Outcome]
    updates: int
    """How many there are to apply; 0 where that is not known."""


class Stepping(QObject):
    """Holds the walk, and grants wishes one at a time.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    opened : Signal(object)
        With the `Vocabulary` of a walk that begins.
    scene_taken : Signal(object)
        With the `Scene` after a wish was granted.
    proof_taken : Signal(object)
        With the `Proof` of the scene shown last, or None as long as there is none.
    failed : Signal(object)
        With the exception of a wish that could not be granted; the walk stands where it stood, or a step before.
    progressed : Signal(object)
        While a wish takes long: how many updates have been done, of how many; None when it is over.
    playing_changed : Signal(bool)
        Whether updates follow each other by themselves.
    """

    opened = Signal(object)
    scene_taken = Signal(object)
    proof_taken = Signal(object)
    failed = Signal(object)
    progressed = Signal(object)
    playing_changed = Signal(bool)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._walk: Walkthrough | None = None
        self._job: Job | None = None
        self._granted: _Wanted | None = None
        self._proving: Job | None = None
        self._waiting: dict[str, _Wanted] = {}
        # What came of a wish when another walk had been asked for: shown only if that cannot be made.
        self._overtaken: _Outcome | None = None
        self._speed = 10.0
        self._owed = 0.0
        self._stay = False
        self._clock = QTimer(self)
        self._clock.setInterval(FRAME_MS)
        self._clock.timeout.connect(self._play_on)
        self._look = QTimer(self)
        self._look.setInterval(_SOON_MS)
        self._look.timeout.connect(self._tell_progress)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._prove)

    @property
    def walking(self) -> bool:
        """Whether there is a walk."""
        return self._walk is not None

    @property
    def opening(self) -> bool:
        """Whether another walk has been asked for and is not there yet."""
        return _OPEN in self._waiting or (self._granted is not None and self._granted.kind == _OPEN)

    @property
    def playing(self) -> bool:
        """Whether updates follow each other by themselves."""
        return self._clock.isActive()

    # -- wishes -----------------------------------------------------------------------------------------------

    def open(self, make: Callable[[], Walkthrough]) -> None:
        """Begin another walk; ``make`` is called on the other thread. If it fails, the one that was there goes on."""
        self.play(False)
        self.cancel()
        self._waiting.clear()

        def work(job: Job) -> _Outcome:
            walk = make()
            return _Outcome(walk, walk.scene(), None)

        self._ask(_Wanted(_OPEN, work, 0))

    def ask(self, kind: str, wish: Wish, updates: int = 0) -> None:
        """Let something be done with the walk; of several wishes of a kind that wait only the last is granted.

        Parameters
        ----------
        kind : str
        wish : callable
            Called on the other thread.
        updates : int
            How many updates it applies, if that is known.
        """

        def work(job: Job) -> _Outcome:
            walk = self._walk
            assert walk is not None
            error: BaseException | None = None
            try:
                wish(walk, job)
            except UserError as raised:
                error = raised
            try:
                return _Outcome(walk, walk.scene(), error)
            except UserError as raised:
                # An update has led too far and has been undone: what is there now can be shown.
                return _Outcome(walk, walk.scene(), raised)

        if self.walking or self.opening:
            self._ask(_Wanted(kind, work, updates))

    def advance(self, updates: int) -> None:
        """Apply so many updates."""
        stay = self._stay
        self.ask(
            "advance",
            lambda walk, job: walk.advance(updates, stay=stay, cancelled=job.cancelled, progress=job.report),
            updates,
        )

    def go(self, position: int) -> None:
        """Go to where so many updates are applied."""
        self.ask("go", lambda walk, job: walk.go(position, job.cancelled))

    def cancel(self) -> None:
        """Give up what is being done: what has been applied stays."""
        if self._job is not None:
            self._job.cancel()

    # -- by themselves ----------------------------------------------------------------------------------------

    def play(self, on: bool) -> None:
        """Let updates follow each other, or no longer."""
        if on == self.playing or (on and self._walk is None):
            return
        self._owed = 1.0
        if on:
            self._clock.start()
        else:
            self._clock.stop()
            self._rest.start()
        self.playing_changed.emit(on)

    def set_speed(self, updates_per_s: float) -> None:
        self._speed = updates_per_s

    def set_stay(self, stay: bool) -> None:
        """Set whether the same pair is applied every time."""
        self._stay = stay

    def _play_on(self) -> None:
        self._owed = min(self._owed + self._speed * FRAME_MS / 1000, self._speed)
        updates = int(self._owed)
        if updates < 1 or self._job is not None:
            return
        self._owed -= updates
        stay = self._stay

        def wish(walk: Walkthrough, job: Job) -> None:
            end = time.perf_counter() + _PLAYED_S
            walk.advance(
                updates, stay=stay, cancelled=lambda: job.cancelled() or (updates > 1 and time.perf_counter() > end)
            )

        self.ask("play", wish)

    # -- one after the other ------------------------------------------------------------------------------------

    def _ask(self, wanted: _Wanted) -> None:
        self._waiting.pop(wanted.kind, None)
        self._waiting[wanted.kind] = wanted
        if self._proving is not None:
            self._proving.cancel()
        self._next()

    def _next(self) -> None:
        if self._job is not None or self._proving is not None or not self._waiting:
            return
        self._granted = self._waiting.pop(next(iter(self._waiting)))
        self._job = self._jobs.start(self._granted.work, self._done, self._not_done)
        self._look.start()

    def _done(self, outcome: _Outcome) -> None:
        self._over()
        if self.opening:
            self._overtaken = outcome
        else:
            self._overtaken = None
            self._show(outcome)
        self._go_on()

    def _not_done(self, error: BaseException) -> None:
        kind = self._granted.kind if self._granted is not None else ""
        self._over()
        if kind == _OPEN and not self.opening:
            # What was asked for since then was not meant for the walk that is there still.
            self._waiting.clear()
        # Of what is overtaken only our own mistakes are worth a word; a mere look has failed with what came before it.
        if not isinstance(error, UserError) or not (self.opening or kind == _LOOK):
            self.play(False)
            self.failed.emit(error)
        if not self.opening and kind != _LOOK:
            self._look_again()
        self._go_on()

    def _look_again(self) -> None:
        """Show where the walk stands: it may have come some way, and somebody may wait for an answer."""
        overtaken, self._overtaken = self._overtaken, None
        if overtaken is not None:
            self._show(overtaken)
        elif self.walking:
            self.ask(_LOOK, lambda walk, job: None)

    def _show(self, outcome: _Outcome) -> None:
        if outcome.walk is not self._walk:
            self._walk = outcome.walk
            self.opened.emit(outcome.walk.network.vocabulary)
        if outcome.error is not None:
            self.play(False)
            self.failed.emit(outcome.error)
        self.scene_taken.emit(outcome.scene)

    def _over(self) -> None:
        self._job = self._granted = None
        self._look.stop()
        self.progressed.emit(None)

    def _go_on(self) -> None:
        self._next()
        if self._job is None and not self.playing:
            self._rest.start()

    def _tell_progress(self) -> None:
        if self._job is not None and self._granted is not None:
            self.progressed.emit((self._job.progress or 0, self._granted.updates))

    # -- proof ------------------------------------------------------------------------------------------------

    def _prove(self) -> None:
        """Compare gradients when nothing else is to be done; whoever wishes for something interrupts it."""
        walk = self._walk
        if walk is None or self.playing or self._job is not None or self._proving is not None:
            return
        self.proof_taken.emit(None)
        self._proving = self._jobs.start(lambda job: walk.proof(job.cancelled), self._proved, self._not_proved)

    def _proved(self, proof: Proof) -> None:
        self._proving = None
        if self._waiting:
            self._next()
        else:
            self.proof_taken.emit(proof)

    def _not_proved(self, error: BaseException) -> None:
        self._proving = None
        if not isinstance(error, Cancelled):
            self.failed.emit(error)
        self._next()
