"""Copies of a run's weights that can be asked while it trains on."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from w2v_gui.gui.explored import Explored
from w2v_gui.gui.latest import Latest

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from w2v_gui.engine.prediction import Predictor
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.controller import Controller
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.opening import Opened
    from w2v_gui.session.run import RunState
    from w2v_gui.vectors.lexicon import Lexicon

_EVERY_S = 4.0
"""What all cards say anew takes about a tenth of a second of a core, the copy aside."""
_SHARE = 60.0
"""Copies are at least so many times their own duration apart: the run loses less than two per cent of its time."""


@dataclass(frozen=True, eq=False)
class _Moment:
    """Weights as they were at a moment, which nobody changes any more."""

    trainer: Trainer
    W: NDArray[np.float32]
    W_out: NDArray[np.float32]
    words_done: int
    seconds: float


@dataclass(frozen=True, eq=False)
class _Kin:
    """What all moments of one run share: the index of its words, and who predicts."""

    trainer: Trainer
    lineage: object
    lexicon: Lexicon
    predictor: Predictor


class RunWeights(QObject):
    """Takes the weights of the run from time to time while somebody wants to see them, and when it has come to rest.

    Parameters
    ----------
    controller : Controller
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    taken : Signal(object)
        With what can be `Explored`, or None when there is no run any more.
    failed : Signal(object)
        With an exception that is not the user's doing.
    """

    taken = Signal(object)
    failed = Signal(object)
    _copied = Signal(object)

    def __init__(self, controller: Controller, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._controller = controller
        self._opened: Opened | None = None
        self._kin: _Kin | None = None
        self._wanted = False
        self._asked = False
        self._shown: tuple[Trainer, int] | None = None
        self._seconds = 0.0
        self._at = -math.inf
        self._making = Latest(jobs, self)
        self._making.answered.connect(self._made)
        self._making.failed.connect(self.failed)
        self._copied.connect(self._make)
        self._timer = QTimer(self)
        self._timer.setInterval(round(1000 * _EVERY_S / 8))
        self._timer.timeout.connect(self._look)
        controller.begun.connect(self._begun)
        controller.state_changed.connect(self._state_changed)

    @property
    def name(self) -> str:
        """Of the text of the run, be it taken already or not; empty where there is no run to look at."""
        controller = self._controller
        expected = controller.trainer is not None or controller.active
        return controller.corpus.name if expected and controller.corpus is not None else ""

    def open_text(self, opened: Opened) -> None:
        """Know the text of the run to come."""
        self._opened = opened

    def set_wanted(self, wanted: bool) -> None:
        """Say whether anybody sees them."""
        self._wanted = wanted
        if wanted:
            self._timer.start()
            self._look_at_once()
        else:
            self._timer.stop()

    def _state_changed(self, state: RunState | None) -> None:
        # What was asked of a run that has ended meanwhile may never come.
        self._asked = False
        if self._controller.trainer is None and (self._shown is not None or state is None):
            self._shown = self._kin = None
            self._making.forget()
            self.taken.emit(None)
        else:
            self._look_at_once()

    def _begun(self) -> None:
        # After a reset, as many words done are not the same weights.
        self._shown = None
        self._look_at_once()

    def _look_at_once(self) -> None:
        self._at = -math.inf
        self._look()

    def _look(self) -> None:
        """Ask for a copy, if there is something new and nobody is waited for."""
        controller, trainer = self._controller, self._controller.trainer
        if not self._wanted or self._asked or self._making.active or trainer is None:
            return
        if time.perf_counter() - self._at < max(_EVERY_S, _SHARE * self._seconds):
            return
        if self._shown is not None and self._shown[0] is trainer and self._shown[1] == trainer.words_done:
            return
        self._asked, self._at = True, time.perf_counter()
        if not controller.between_chunks(self._copy):
            parameters = trainer.parameters
            self._make(_Moment(trainer, parameters.W, parameters.W_out, trainer.words_done, 0.0))

    def _copy(self, trainer: Trainer) -> None:
        """Copy the weights; called on the thread of the run, between two chunks."""
        begun = time.perf_counter()
        parameters = trainer.parameters
        try:
            W, W_out = parameters.W.copy(), parameters.W_out.copy()
        except MemoryError:
            # The run goes on, and whoever wants to see it waits for its end.
            self._copied.emit(None)
            return
        self._copied.emit(_Moment(trainer, W, W_out, trainer.words_done, time.perf_counter() - begun))

    def _make(self, moment: _Moment | None) -> None:
        self._asked = False
        if moment is None or not self._wanted or moment.trainer is not self._controller.trainer:
            return
        self._seconds = moment.seconds
        if self._shown == (moment.trainer, moment.words_done):
            return
        self._shown = moment.trainer, moment.words_done
        kin, opened = self._kin, self._opened

        def work(job: Job) -> tuple[_Kin, Explored]:
            from w2v_gui.engine.prediction import Predictor
            from w2v_gui.vectors.lexicon import Lexicon
            from w2v_gui.vectors.word_vectors import WordVectors, output_vectors

            trainer, W, W_out = moment.trainer, moment.W, moment.W_out
            vocabulary = trainer.vocabulary
            if kin is not None and kin.trainer is trainer:
                known = _Kin(trainer, kin.lineage, kin.lexicon, kin.predictor.renewed(W, W_out))
            else:
                predictor = Predictor.of(trainer.config, vocabulary, W, W_out)
                known = _Kin(trainer, object(), Lexicon(vocabulary.words), predictor)
                _ = known.lexicon.rows
            vectors = WordVectors(known.lexicon, W, vocabulary.counts, output_vectors(W, W_out))
            # Measured here, not by the first who asks on the window's thread.
            _ = vectors.directionless
            name = trainer.corpus.name
            return known, Explored(
                name,
                vectors,
                predictor=known.predictor,
                opened=opened,
                words_done=moment.words_done,
                lineage=known.lineage,
            )

        self._making.ask(work)

    def _made(self, answer: tuple[_Kin, Explored]) -> None:
        kin, explored = answer
        if kin.trainer is self._controller.trainer:
            self._kin = kin
            self.taken.emit(explored)
            # The end of the run may have come meanwhile.
            self._look()
