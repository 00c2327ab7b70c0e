"""Connects the Inside page with the walk it shows: which network, which pair, which update."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from w2v_gui.corpus.small_texts import BY_KEY
from w2v_gui.engine.config import TrainingConfig
from w2v_gui.errors import ConfigError, UserError
from w2v_gui.gui.language import sentence
from w2v_gui.gui.spellings import Spellings
from w2v_gui.gui.stepping import Stepping

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np
    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.vocabulary import Vocabulary
    from w2v_gui.engine.trainer import Trainer
    from w2v_gui.gui.controller import Controller
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.language import Language
    from w2v_gui.gui.lesson.station import Setup
    from w2v_gui.gui.pages.inside import InsidePage
    from w2v_gui.session.walkthrough import Walkthrough


class _Weights(NamedTuple):
    """A run's weights at one moment, and what is needed to go on from them."""

    corpus: EncodedCorpus
    config: TrainingConfig
    matrices: tuple[NDArray[np.float32], NDArray[np.float32]]
    alpha: float
    epoch: int
    words_done: int

    def walk(self, epoch: int | None) -> Walkthrough:
        """Return a walk with a copy of them, through the pairs of an epoch; None: of the one the run is in."""
        from w2v_gui.session.walkthrough import Walkthrough

        pairs = self.epoch if epoch is None else epoch
        return Walkthrough.of_run(self.corpus, self.config, self.matrices, self.alpha, pairs)


class _Asked(NamedTuple):
    """A run's weights have been asked for, at a position of its text or the first pair, in an epoch or its own."""

    position: int | None
    epoch: int | None


class Inside(QObject):
    """Takes the wishes of the page to the walk, and what there is to see back to the page.

    Parameters
    ----------
    page : InsidePage
    controller : Controller
        Has the run whose weights can be looked into.
    jobs : Jobs
    language : Language
        Small texts are there in several.
    parent : QObject

    Attributes
    ----------
    failed : Signal(object)
        With an exception that is not the user's doing.
    """

    failed = Signal(object)
    _copied = Signal(object, object)
    _not_copied = Signal(object)

    def __init__(
        self, page: InsidePage, controller: Controller, jobs: Jobs, language: Language, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._controller = controller
        self._language = language
        self._vocabulary: Vocabulary | None = None
        self._words_done: int | None = None
        # Weights that are still to be copied: whoever asks for another network meanwhile wants them no longer.
        self._awaited: _Asked | None = None
        self.stepping = Stepping(jobs, self)
        self._spellings = Spellings(jobs, lambda: self._vocabulary, self)
        self._connect_page()
        self._connect_walk()
        controller.state_changed.connect(self._show_run)
        self._copied.connect(self._take_copy)
        self._not_copied.connect(self._not_granted)
        self._show_run()

    def shutdown(self, seconds: float) -> bool:
        """Give up what the page works on and wait, at most so many seconds; returns whether nothing goes on."""
        return self._page.shutdown(seconds)

    def _connect_page(self) -> None:
        page, pair, playback, stepping = self._page, self._page.pair, self._page.playback, self.stepping
        page.seen_changed.connect(self._seen)
        page.advance_asked.connect(stepping.advance)
        page.go_asked.connect(stepping.go)
        pair.small_asked.connect(self.begin_small)
        pair.run_asked.connect(lambda: self.begin_run())
        pair.previous_asked.connect(lambda: self._wish("pair", lambda walk: walk.previous_pair()))
        pair.next_pair_asked.connect(lambda: self._wish("pair", lambda walk: walk.next_pair()))
        pair.random_asked.connect(lambda: self._wish("pair", lambda walk: walk.random_pair()))
        pair.word_asked.connect(lambda word: self._wish("pair", lambda walk: walk.pair_of(word)))
        pair.pair_typed.connect(
            lambda centre, context: self._wish("pair", lambda walk: walk.typed_pair(centre, context))
        )
        pair.unknown.connect(self._spellings.find)
        playback.play_toggled.connect(stepping.play)
        playback.speed_changed.connect(stepping.set_speed)
        playback.stay_toggled.connect(stepping.set_stay)
        playback.alpha_changed.connect(lambda alpha: self._wish("alpha", lambda walk: walk.set_alpha(alpha)))
        playback.branch_asked.connect(self._go_to_branch)
        playback.cancel_asked.connect(stepping.cancel)
        page.lesson.setup_asked.connect(self._set_up)

    def _connect_walk(self) -> None:
        stepping, page = self.stepping, self._page
        stepping.opened.connect(self._opened)
        stepping.scene_taken.connect(page.show_scene)
        stepping.proof_taken.connect(page.proof.show_proof)
        stepping.failed.connect(self._not_granted)
        stepping.progressed.connect(self._show_progress)
        stepping.playing_changed.connect(page.set_playing)
        self._spellings.found.connect(page.pair.show_spellings)
        self._spellings.failed.connect(self.failed)

    # -- which network ------------------------------------------------------------------------------------------

    def begin_small(self, key: str, settings: Mapping[str, Any]) -> None:
        """Begin with a network of the page's own, over one of the small texts."""
        try:
            config = TrainingConfig(**settings)
        except ConfigError as error:
            self._not_granted(error)
            return
        corpus = BY_KEY[key].corpus(self._language.code)

        def make() -> Walkthrough:
            from w2v_gui.session.walkthrough import Walkthrough  # numba takes half a second to load

            return Walkthrough.small(corpus, config)

        self._awaited = None
        self.stepping.open(make)

    def begin_run(self, position: int | None = None, epoch: int | None = None) -> None:
        """Begin with a copy of the run's weights as they are now.

        Parameters
        ----------
        position : int, optional
            Where in its text the pair stands; the first pair if nothing is said.
        epoch : int, optional
            Whose pairs, from 0; those of the epoch that the run is in if nothing is said.
        """
        trainer = self._controller.trainer
        if trainer is None:
            return
        asked = _Asked(position, epoch)
        self._awaited = asked
        # Not while they are being written.
        if not self._controller.between_chunks(lambda trainer: self._copy(trainer, asked)):
            self._open_run(_weights(trainer, copy=False), asked)

    def _copy(self, trainer: Trainer, asked: _Asked) -> None:
        """Copy a run's weights, on its thread: to have no room for that is no reason to end the run."""
        try:
            self._copied.emit(_weights(trainer, copy=True), asked)
        except MemoryError as error:
            self._not_copied.emit(error)

    def _take_copy(self, weights: _Weights, asked: _Asked) -> None:
        if asked is self._awaited:
            self._open_run(weights, asked)

    def _open_run(self, weights: _Weights, asked: _Asked) -> None:
        self._awaited = None
        self._words_done = weights.words_done
        self.stepping.open(lambda: weights.walk(asked.epoch))
        position = asked.position
        if position is not None:
            self._wish("pair", lambda walk: walk.pair_at(position))

    def _opened(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._page.pair.set_vocabulary(vocabulary)
        self._show_run()

    def _show_run(self) -> None:
        self._page.pair.set_run(self._controller.trainer is not None, self._words_done)

    # -- wishes -------------------------------------------------------------------------------------------------

    def _wish(self, kind: str, act: Callable[[Walkthrough], None]) -> None:
        self.stepping.ask(kind, lambda walk, job: act(walk))

    def _go_to_branch(self, branch: int) -> None:
        def go(walk: Walkthrough, job: Job) -> None:
            walk.go_to_branch(branch, job.cancelled)

        self.stepping.ask("go", go)

    def _set_up(self, setup: Setup) -> None:
        """Show what a station of the lesson is about."""
        if setup.preset is not None:
            named = {name: getattr(setup, name) for name in ("model", "objective", "vector_size", "seed", "alpha")}
            chosen = {name: value for name, value in named.items() if value is not None}
            settings = {**BY_KEY[setup.preset].settings, **chosen}
            self._page.pair.show_small(setup.preset, settings)
            self.begin_small(setup.preset, settings)
        if setup.stage is not None:
            self._page.arrive_at(setup.stage)
        number = setup.pair
        if number is not None:
            self._wish("pair", lambda walk: walk.pair_numbered(number))
        elif setup.preset is None and setup.stage is not None:
            self._page.choose_stage(setup.stage)
            self._page.stay()

    # -- what comes back ----------------------------------------------------------------------------------------

    def _seen(self, seen: bool) -> None:
        if not seen:
            self.stepping.play(False)
        elif not self.stepping.walking and not self.stepping.opening and self._awaited is None:
            self.begin_small(self._page.pair.text_key, self._page.pair.form.settings)

    def _show_progress(self, progress: tuple[int, int] | None) -> None:
        done, total = progress if progress is not None else (0, None)
        self._page.playback.show_progress(done, total)

    def _not_granted(self, error: BaseException) -> None:
        self._page.stay()
        if isinstance(error, UserError | MemoryError):
            self._page.pair.show_error(sentence(error))
        else:
            self.failed.emit(error)


def _weights(trainer: Trainer, *, copy: bool) -> _Weights:
    parameters = trainer.parameters
    matrices = (parameters.W.copy(), parameters.W_out.copy()) if copy else (parameters.W, parameters.W_out)
    # At the end of a run the rate is next to nothing, and a step with it moves nothing that one could see.
    alpha = trainer.config.alpha if trainer.finished else trainer.alpha
    return _Weights(trainer.corpus, trainer.config, matrices, alpha, trainer.epoch, trainer.words_done)
