"""Finds out, on the side, how fast training will be with what the form says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from w2v_gui.engine.config import SETTINGS, TrainingConfig
from w2v_gui.errors import Cancelled, UserError
from w2v_gui.gui.jobs import Job, Jobs
from w2v_gui.gui.summary import kept_words
from w2v_gui.machine import free_memory
from w2v_gui.session.rate import Rate, check_size, measure, rate_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.controller import Controller
    from w2v_gui.gui.panels.model_form import ModelForm
    from w2v_gui.gui.reader import Reader
    from w2v_gui.session.run import RunState
    from w2v_gui.session.snapshot import Snapshot

PAUSE_MS = 600
"""How long the form must have been left alone before anything is measured."""

SECONDS = 0.25
"""How long a measurement trains."""

# A run's own rate means something after so many seconds.
_ENOUGH = 0.5

# What has nothing to do with the time that a word takes.
_WITHOUT_EFFECT = frozenset({"alpha", "min_alpha", "epochs", "seed"})


class Estimator(QObject):
    """Measures when nothing else goes on, and gives up at once when something begins.

    Parameters
    ----------
    controller : Controller
        Says when a run is active, and what its rate was.
    reader : Reader
        Says when a text is being read.
    form : ModelForm
        Says what to measure, and is told the result.
    open_trainer : callable
        Makes a trainer, on another thread.
    parent : QObject
    """

    def __init__(
        self,
        controller: Controller,
        reader: Reader,
        form: ModelForm,
        open_trainer: Callable[[EncodedCorpus, TrainingConfig], Trainer],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._reader = reader
        self._form = form
        self._open_trainer = open_trainer
        # Of its own: threads that have given their time away are of no use to other jobs.
        self._jobs = Jobs(self)
        self._job: Job | None = None
        self._measured: tuple[Any, ...] | None = None
        self._corpus: EncodedCorpus | None = None
        self._known: dict[tuple[Any, ...], Rate | BaseException] = {}
        # The run whose rate is being learned while it goes on, and how long it had been when that was done last.
        self._learning: tuple[int, float] = (-1, 0.0)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._measure)
        form.changed.connect(self._consider)
        reader.begun.connect(self._consider)
        reader.ended.connect(self._consider)
        controller.state_changed.connect(self._state_changed)
        controller.snapshot_taken.connect(self._learn_early)

    def shutdown(self, seconds: float = 10.0) -> bool:
        """Give up and wait, at most so many seconds; returns whether nothing goes on any more."""
        self._pause.stop()
        return self._jobs.shutdown(seconds)

    @property
    def _idle(self) -> bool:
        return not (self._controller.active or self._reader.active)

    def _consider(self) -> None:
        """Show what is known, and see to it that what is not will be."""
        self._pause.stop()
        corpus, config = self._controller.corpus, self._form.config_or_none()
        if corpus is not self._corpus:
            self._corpus = corpus
            self._known = {}
        key = None if corpus is None or config is None else _key(config)
        if self._job is not None and (key != self._measured or not self._idle):
            self._job.cancel()
        if key is None:
            return
        known = self._known.get(key)
        wanted = known is None and self._idle
        self._form.estimate.show_rate(known, measuring=wanted)
        if wanted:
            self._pause.start()

    def _measure(self) -> None:
        if self._job is not None:
            return  # Its end is waited for: one after the other.
        corpus, config = self._controller.corpus, self._form.config_or_none()
        if corpus is None or config is None or not self._idle:
            return
        make = self._open_trainer
        self._measured = _key(config)
        try:
            check_size(kept_words(corpus, config), config.vector_size, free_memory())
        except UserError as error:
            self._end(error)
            return

        def work(job: Job) -> Rate:
            return measure(lambda: make(corpus, config), SECONDS, job.cancelled)

        self._job = self._jobs.start(work, self._end, self._end)

    def _end(self, outcome: Rate | BaseException) -> None:
        # One that was given up may have come to its end all the same, perhaps on another text.
        given_up = isinstance(outcome, Cancelled) or (self._job is not None and self._job.cancelled())
        self._job = None
        if self._measured is not None and not given_up:
            self._known[self._measured] = outcome
        self._measured = None
        self._consider()

    def _state_changed(self, state: RunState | None) -> None:
        latest = self._controller.latest
        if state is not None and state.ended and latest is not None:
            self._learn(latest)
        self._consider()

    def _learn_early(self, snapshot: Snapshot) -> None:
        """Take the rate of a run that was begun before there was time to measure."""
        trainer = self._controller.trainer
        run, seconds = self._learning
        if trainer is None or snapshot.seconds < _ENOUGH:
            return
        if snapshot.run_id == run:
            # The first moments of a run are its slowest: the longer it goes on, the better the rate is known.
            better = snapshot.seconds >= 2 * seconds
        else:
            better = not isinstance(self._known.get(_key(trainer.config)), Rate)
        if better:
            self._learning = snapshot.run_id, snapshot.seconds
            self._learn(snapshot)
            self._consider()

    def _learn(self, snapshot: Snapshot) -> None:
        trainer = self._controller.trainer
        if trainer is None or not (snapshot.seconds >= _ENOUGH or trainer.finished):
            return
        rate = rate_of(snapshot, trainer.recorded_share)
        if rate is not None:
            self._known[_key(trainer.config)] = rate


def _key(config: TrainingConfig) -> tuple[Any, ...]:
    """Return what the speed depends on."""
    kind = config.model, config.objective
    return tuple(
        getattr(config, name)
        for name, setting in SETTINGS.items()
        if name not in _WITHOUT_EFFECT and setting.applies(*kind)
    )
