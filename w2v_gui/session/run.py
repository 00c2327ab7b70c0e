"""The loop of a training run: chunk, control, snapshot. Knows no Qt, and no thread either."""

from __future__ import annotations

import contextlib
import math
import time
import traceback
from collections import deque
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from w2v_gui.errors import ConfigError
from w2v_gui.session.control import Act
from w2v_gui.session.history import LossHistory
from w2v_gui.session.snapshot import Observer

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.engine.trainer import ChunkResult, Trainer
    from w2v_gui.session.control import RunControl
    from w2v_gui.session.mailbox import Mailbox

CHUNK_SECONDS = 0.03
"""How long a chunk should take: short enough to answer at once, long enough that threads seldom wait for each other."""

LONGEST_CHUNK_SECONDS = 0.12
"""How long a chunk of a long run may take: its threads wait for each other at the end of each."""

_GROWTH = 0.05
"""The part of the time trained so far that a chunk may take: so a short run has a curve of many points too."""

_FIRST_CHUNK = 256


class RunState(Enum):
    """Where a run stands."""

    PREPARING = "preparing"
    TRAINING = "training"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self in (RunState.FINISHED, RunState.STOPPED, RunState.FAILED)


@dataclass(frozen=True, eq=False)
class RunEvent:
    """Something rare that happened to a run.

    Attributes
    ----------
    run_id : int
    state : RunState
        The state that begins with this event.
    trainer : Trainer or None
        The trainer, as soon as there is one. Its weights may be read only when the run has ended, or from
        `RunControl.call`.
    error : BaseException or None
        What ended the run, for `RunState.FAILED`.
    traceback : str
        The same for a bug report.
    """

    run_id: int
    state: RunState
    trainer: Trainer | None = None
    error: BaseException | None = None
    traceback: str = ""


class Speedometer:
    """Words per second over about the last second of training.

    Parameters
    ----------
    span : float
        Over how many seconds of training to take the mean.
    """

    def __init__(self, span: float = 1.0) -> None:
        self._span = span
        self._chunks: deque[tuple[int, float]] = deque()
        self._words = 0
        self._seconds = 0.0

    def add(self, words: int, seconds: float) -> None:
        """Take in a chunk."""
        self._chunks.append((words, seconds))
        self._words += words
        self._seconds += seconds
        while len(self._chunks) > 1 and self._seconds - self._chunks[0][1] >= self._span:
            words, seconds = self._chunks.popleft()
            self._words -= words
            self._seconds -= seconds

    @property
    def words_per_s(self) -> float:
        """The mean; nan before the first chunk."""
        return self._words / self._seconds if self._seconds > 0 else math.nan


class ChunkSizer:
    """Finds the number of words that take as long as a chunk should.

    Parameters
    ----------
    seconds : float
        How long a chunk should take at first.
    longest : float
        How long later on, when much has been trained.
    first : int
        How many words to begin with.
    """

    def __init__(
        self, seconds: float = CHUNK_SECONDS, longest: float = LONGEST_CHUNK_SECONDS, first: int = _FIRST_CHUNK
    ) -> None:
        self._shortest, self._longest = seconds, longest
        self._words = float(first)
        self._passed = 0.0

    @property
    def words(self) -> int:
        """How many words to train next."""
        return max(1, round(self._words))

    def took(self, words: int, seconds: float) -> None:
        """Learn from a chunk of ``words`` that took ``seconds``."""
        self._passed += seconds
        if words < self.words:
            return  # The end of the text cut it short: it says nothing about the speed of a whole one.
        goal = min(max(_GROWTH * self._passed, self._shortest), self._longest)
        factor = goal / max(seconds, 1e-6)
        # Growing fast finds the size soon; a single slow chunk on a busy machine must not shrink it to nothing.
        self._words *= min(max(factor, 0.5), 2.0)


def run_session(
    open_trainer: Callable[[], Trainer],
    control: RunControl,
    mailbox: Mailbox,
    on_event: Callable[[RunEvent], None],
    *,
    run_id: int = 0,
    clock: Callable[[], float] = time.perf_counter,
) -> None:
    """Run a training from its preparation to its end; returns when it has finished, was stopped or has failed.

    Nothing is raised: an error becomes an event, and the trainer holds the last good weights.

    Parameters
    ----------
    open_trainer : callable
        Makes the trainer. Called here because drawing the first weights of a large vocabulary takes a while.
    control : RunControl
    mailbox : Mailbox
        Gets a snapshot whenever one is wanted, when the run comes to rest, and at the end.
    on_event : callable
        Called with every `RunEvent`, on the thread of the run.
    run_id : int
        Marks all that comes from this run.
    clock : callable
        Seconds, monotonic.
    """
    run = _Run(control, mailbox, on_event, run_id, clock)
    try:
        run.prepare(open_trainer)
        state = run.loop()
        run.close()
    except BaseException as error:
        run.fail(error, traceback.format_exc())
    else:
        run.enter(state)


class _Run:
    def __init__(
        self,
        control: RunControl,
        mailbox: Mailbox,
        on_event: Callable[[RunEvent], None],
        run_id: int,
        clock: Callable[[], float],
    ) -> None:
        self._control = control
        self._mailbox = mailbox
        self._on_event = on_event
        self._run_id = run_id
        self._clock = clock
        self._trainer: Trainer | None = None
        self._observer: Observer | None = None
        self._state: RunState | None = None
        self._history = LossHistory()
        self._speed = Speedometer()
        self._sizer = ChunkSizer()
        self._loss = math.nan
        self._seconds = 0.0

    def prepare(self, open_trainer: Callable[[], Trainer]) -> None:
        self.enter(RunState.PREPARING)
        self._trainer = open_trainer()
        self._observer = Observer(self._trainer, self._run_id, self._clock)
        if not self._control.stopped:
            self._trainer.prepare()

    def loop(self) -> RunState:
        trainer = self._trainer
        assert trainer is not None
        while True:
            order = self._control.take(wait=self._state is RunState.PAUSED)
            if order.changes:
                # Whoever asked saw the run as it was a moment ago: what has become too late is no reason to end it.
                with contextlib.suppress(ConfigError):
                    trainer.change(**order.changes)
            for work in order.work:
                work(trainer)
            if order.reset is not None:
                self._start_over(trainer, order.reset)
            if order.act is Act.STOP:
                return RunState.STOPPED
            if trainer.finished:
                return RunState.FINISHED
            if order.act is Act.TRAIN:
                self.enter(RunState.TRAINING)
                self._train(trainer)
            elif order.act is Act.STEP:
                self.enter(RunState.PAUSED)
                self._step(trainer)
                self._publish(complete=True)
            else:
                if self.enter(RunState.PAUSED) or self._mailbox.wanted or order.reset is not None:
                    self._publish(complete=True)
                continue
            if self._mailbox.wanted:
                self._publish()

    def _start_over(self, trainer: Trainer, run_id: int) -> None:
        # As a run of its own: whatever is still on its way from the one before is dropped by its number.
        self._run_id = run_id
        trainer.reset()
        self._observer = Observer(trainer, run_id, self._clock)
        self._history = LossHistory()
        self._speed = Speedometer()
        self._sizer = ChunkSizer()
        self._loss = math.nan
        self._seconds = 0.0

    def _train(self, trainer: Trainer) -> None:
        start = self._clock()
        result = trainer.train_chunk(self._sizer.words)
        seconds = self._clock() - start
        self._sizer.took(result.words, seconds)
        self._speed.add(result.words, seconds)
        self._record(result, seconds)

    def _step(self, trainer: Trainer) -> None:
        start = self._clock()
        result = trainer.step()
        self._record(result, self._clock() - start)

    def _record(self, result: ChunkResult, seconds: float) -> None:
        self._seconds += seconds
        self._history.append(result.words_done, result.loss, result.predictions, self._seconds, result.alpha)
        if result.predictions:
            self._loss = result.loss
        if self._observer is not None:
            self._observer.follow(self._mailbox.view, self._seconds)

    def _publish(self, *, complete: bool = False) -> None:
        if self._observer is None:
            return
        self._mailbox.put(
            self._observer.snapshot(
                self._mailbox.view,
                self._history.curve(),
                self._speed.words_per_s,
                self._loss,
                self._seconds,
                complete=complete,
            )
        )

    def close(self) -> None:
        """Leave the last snapshot, do what was asked for too late for the loop, let go of the trainer's threads."""
        late = self._control.close()
        trainer = self._trainer
        if trainer is None:
            return
        try:
            for work in late.work:
                work(trainer)
            if late.reset is not None:
                self._start_over(trainer, late.reset)
            self._publish(complete=True)
        finally:
            trainer.close()

    def fail(self, error: BaseException, text: str) -> None:
        try:
            self.close()
        except BaseException as another:
            text += f"\nThen, while closing the run: {another!r}\n"
        finally:
            self.enter(RunState.FAILED, error, text)

    def enter(self, state: RunState, error: BaseException | None = None, text: str = "") -> bool:
        """Say that a state begins; returns whether it is a new one."""
        if state is self._state:
            return False
        self._state = state
        self._on_event(RunEvent(self._run_id, state, self._trainer, error, text))
        return True
