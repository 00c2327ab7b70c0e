"""The one who knows the run: takes the user's wishes to it, and what it shows to the window."""

from __future__ import annotations

import math
import os
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from w2v_gui.gui.pacing import FASTEST_MS, FramePace
from w2v_gui.session.history import LossCurve
from w2v_gui.session.run import RunState
from w2v_gui.session.snapshot import Observer, View, with_courses
from w2v_gui.session.training_thread import TrainingThread

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.session.run import RunEvent
    from w2v_gui.session.snapshot import Snapshot

ANSWER_MS = 33
"""How often a run is looked at before it trains and while it waits: what a single step has done should be seen at
once."""

# A run that trains stops within a chunk; one that compiles is not waited for when another takes its place.
_MOMENT = 0.04


def open_trainer(corpus: EncodedCorpus, config: TrainingConfig) -> Trainer:
    """Make the trainer; the engine is imported here because numba takes half a second to load."""
    from w2v_gui.engine.trainer import Trainer

    return Trainer(corpus, config)


class Controller(QObject):
    """Starts, steers and ends runs, one at a time.

    Parameters
    ----------
    jobs : Jobs
        For looking at a run that has ended.
    open_trainer : callable
        Makes a trainer from a corpus and a config, on the thread of the run.

    Attributes
    ----------
    state_changed : Signal(object)
        With the new `RunState`, or None when there is no run.
    begun : Signal(object)
        With the trainer, when it is ready and nothing has been trained, or nothing any more.
    snapshot_taken : Signal(object)
        With a `Snapshot` to show.
    failed : Signal(object)
        With the `RunEvent` of a run that went wrong.
    """

    state_changed = Signal(object)
    begun = Signal(object)
    snapshot_taken = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        parent: QObject | None = None,
        open_trainer: Callable[[EncodedCorpus, TrainingConfig], Trainer] = open_trainer,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._open_trainer = open_trainer
        self._thread: TrainingThread | None = None
        self._run_id = 0
        self._view = View()
        self._looking: Job | None = None
        self._look_again = False
        self.corpus: EncodedCorpus | None = None
        self.trainer: Trainer | None = None
        self.state: RunState | None = None
        self.latest: Snapshot | None = None
        self._pace = FramePace()
        self._timer = QTimer(self)
        self._timer.setInterval(ANSWER_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def active(self) -> bool:
        """Whether a run goes on or waits."""
        return self.state is not None and not self.state.ended

    @property
    def vocabulary(self) -> Vocabulary | None:
        """The words of the run, or of the text if there is none; None if there is neither."""
        if self.trainer is not None:
            return self.trainer.vocabulary
        return self.corpus.vocabulary if self.corpus is not None else None

    @property
    def pausing(self) -> bool:
        """Whether the run has been asked to wait, even if it has not come to rest yet."""
        return self._thread is not None and self._thread.control.paused

    def set_corpus(self, corpus: EncodedCorpus) -> None:
        """Take a new text; a run over the old one is stopped and forgotten."""
        self.forget()
        self.corpus = corpus

    def forget(self) -> None:
        """Stop the run, if there is one, and let go of its weights."""
        self._end_thread(_MOMENT)
        self.trainer = self.latest = None
        self._enter(None)

    def train(self, config: TrainingConfig) -> None:
        """Start a run, or go on with the one that waits."""
        if self.active and self._thread is not None:
            self._thread.control.run()
        else:
            self._start(config, paused=False)

    def go_on_with(self, trainer: Trainer) -> None:
        """Start a run with a trainer that is there already, from where it stands."""
        self._launch(lambda: trainer, paused=False)

    def resume(self) -> None:
        if self.active and self._thread is not None:
            self._thread.control.run()

    def pause(self) -> None:
        if self.active and self._thread is not None:
            self._thread.control.pause()

    def step(self, config: TrainingConfig) -> None:
        """Train one window; starts a run that waits if there is none."""
        if not self.active:
            self._start(config, paused=True)
        if self._thread is not None:
            self._thread.control.step()

    def stop(self) -> None:
        if self.active and self._thread is not None:
            self._thread.control.stop()

    def reset(self) -> None:
        """Go back to the very same start and wait there; a run that has ended is started anew with its settings."""
        trainer = self.trainer
        if trainer is None:
            return
        if self._thread is not None and self.active and self._thread.reset(self._run_id + 1):
            # What is still on its way bears the old number and is dropped.
            self._run_id += 1
            self.latest = None
            self.begun.emit(trainer)
        else:
            self._start(trainer.config, paused=True)

    def change(self, settings: dict[str, Any]) -> None:
        """Change live settings of the run."""
        if self.active and self._thread is not None:
            self._thread.control.change(**settings)

    def look(self, view: View) -> None:
        """Say what the snapshots should show from now on."""
        self._view = view
        if self._thread is not None and self.active:
            self._thread.mailbox.want(view)
            self._thread.control.nudge()
        elif self.trainer is not None:
            self._look_at_rest()

    def between_chunks(self, work: Callable[[Trainer], None]) -> bool:
        """Have ``work(trainer)`` called between two chunks, on the run's thread; it must not raise.

        Returns
        -------
        bool
            False if no run goes on: then nobody changes the weights, and they need not be copied.
        """
        thread = self._thread
        return self.trainer is not None and self.active and thread is not None and thread.control.call(work)

    def shutdown(self, seconds: float = 10.0) -> bool:
        """End the run and wait, at most so many seconds; may be called any number of times."""
        self._timer.stop()
        ended = self._end_thread(seconds)
        _STRAYS[:] = [thread for thread in _STRAYS if not thread.wait(int(seconds * 1000))]
        return ended and not _STRAYS

    def _start(self, config: TrainingConfig, *, paused: bool) -> None:
        corpus, make = self.corpus, self._open_trainer
        if corpus is not None:
            self._launch(lambda: make(corpus, config), paused=paused)

    def _launch(self, make: Callable[[], Trainer], *, paused: bool) -> None:
        self._end_thread(_MOMENT)
        self._run_id += 1
        self.trainer = self.latest = None
        thread = TrainingThread(make, run_id=self._run_id, paused=paused, parent=self)
        thread.mailbox.want(self._view)
        thread.state_changed.connect(self._on_event)
        self._thread = thread
        thread.start(QThread.Priority.LowPriority)
        self._timer.start()
        # The event of the thread comes a moment later; two clicks in a row must not start two runs.
        self._enter(RunState.PREPARING)

    def _end_thread(self, seconds: float = 10.0) -> bool:
        thread = self._thread
        if thread is None:
            return True
        thread.state_changed.disconnect(self._on_event)
        self._thread = None
        if not thread.shutdown(seconds):
            # Destroying a running QThread would abort the process: leave it to finish on its own.
            thread.setParent(None)
            _STRAYS.append(thread)
            thread.finished.connect(self._reap)
            return False
        thread.deleteLater()
        return True

    def _reap(self) -> None:
        for thread in [thread for thread in _STRAYS if thread.isFinished()]:
            _STRAYS.remove(thread)
            thread.deleteLater()

    def _on_event(self, event: RunEvent) -> None:
        if event.run_id != self._run_id or self._thread is None:
            return
        if event.trainer is not None and self.trainer is None:
            self.trainer = event.trainer
            self.begun.emit(event.trainer)
        if event.state.ended:
            self._timer.stop()
        self._tick()
        self._enter(event.state)
        if event.state.ended:
            self._look_if_missed()
        if event.state is RunState.FAILED:
            self.failed.emit(event)

    def _enter(self, state: RunState | None) -> None:
        if state is not self.state:
            self.state = state
            if state is RunState.TRAINING and self.trainer is not None:
                self._pace.begin(self.trainer.config.threads, os.cpu_count() or 1)
                self._timer.setInterval(FASTEST_MS)
            else:
                self._timer.setInterval(ANSWER_MS)
            self.state_changed.emit(state)

    def _tick(self) -> None:
        # A quick run leaves its last snapshot before its first event has come: it must not be taken too early.
        if self._thread is None or self.trainer is None:
            return
        snapshot = self._thread.mailbox.take()
        if snapshot is not None and snapshot.run_id == self._run_id:
            if self.state is RunState.TRAINING:
                self._timer.setInterval(self._pace.next_ms(snapshot.whole_s))
            self.latest = snapshot
            self.snapshot_taken.emit(snapshot)

    def _look_if_missed(self) -> None:
        """Look again if something else was asked for while the run was leaving its last snapshot."""
        if self.trainer is None:
            return
        parameters = self.trainer.parameters
        asked = self._view.within(parameters.W.shape[0], parameters.W_out.shape[0])
        if self.latest is None or self.latest.view != asked:
            self._look_at_rest()

    def _look_at_rest(self) -> None:
        if self._looking is not None:
            self._look_again = True
            return
        trainer, view, latest, run_id = self.trainer, self._view, self.latest, self._run_id
        if trainer is None:
            return

        def work(job: Job) -> Snapshot:
            observer = Observer(trainer, run_id)
            if latest is None:  # a run that failed while it was looked at for the first time
                return observer.snapshot(view, LossCurve.empty(), math.nan, math.nan)
            fresh = observer.snapshot(view, latest.curve, latest.words_per_s, latest.loss, latest.seconds)
            return with_courses(fresh, latest)

        self._looking = self._jobs.start(work, self._looked, self._not_looked)

    def _looked(self, snapshot: Snapshot) -> None:
        self._looking = None
        if snapshot.run_id == self._run_id and not self.active and self.trainer is not None:
            self.latest = snapshot
            self.snapshot_taken.emit(snapshot)
        self._look_once_more()

    def _not_looked(self, error: BaseException) -> None:
        self._looking = None
        self._look_once_more()

    def _look_once_more(self) -> None:
        again, self._look_again = self._look_again, False
        if again and not self.active:
            self._look_at_rest()


_STRAYS: list[TrainingThread] = []
"""Threads that would not end in time; kept so that Python does not destroy them while they run."""
