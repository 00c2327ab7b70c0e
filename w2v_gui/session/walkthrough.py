"""A walk through single steps of training: which pair comes next, what has been applied, and what there is to see.

Knows no Qt and no thread; whoever uses it from several threads does so one at a time.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.corpus.pairs import Windows
from w2v_gui.engine.network import Network, too_large
from w2v_gui.engine.proof import prove
from w2v_gui.engine.timeline import BUDGET, Timeline
from w2v_gui.engine.trace import LARGEST
from w2v_gui.errors import QT_TRANSLATE_NOOP, Cancelled, ConfigError, CorpusError, UnknownWordError
from w2v_gui.machine import free_memory
from w2v_gui.session.excerpts import remark, rows_of_W, rows_of_W_out
from w2v_gui.session.losses import MeanLosses
from w2v_gui.session.scene import Place, Scene, Vectors

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from w2v_gui.corpus.encoded import EncodedCorpus
    from w2v_gui.corpus.windows import Window
    from w2v_gui.engine.config import TrainingConfig
    from w2v_gui.engine.proof import Proof
    from w2v_gui.engine.trace import Example, StepTrace

MAPPED_WORDS = 200
"""Up to so many words all vectors are handed out, for a map."""


class Walkthrough:
    """Walks through a text pair by pair, and through the updates of a network back and forth.

    Parameters
    ----------
    network : Network
        Moved in place.
    corpus : EncodedCorpus
        Where pairs come from.
    alpha : float
        The learning rate of updates to come.
    epoch : int
        Which epoch's windows and noise words.
    source : str
        "small" or "run"; passed on.

    Raises
    ------
    CorpusError
        If the text has no window.
    """

    def __init__(
        self, network: Network, corpus: EncodedCorpus, alpha: float, epoch: int = 0, source: str = "small"
    ) -> None:
        config = network.config
        self.network = network
        self.windows = Windows(corpus, config.window_rules(epoch))
        first = self.windows.first()
        if first is None:
            raise CorpusError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "No window can be made from the text. Lower the window, allow partial windows, or take longer "
                    "lines.",
                )
            )
        self.source = source
        self.timeline = Timeline(network)
        self._alpha = alpha
        self._epoch = epoch
        self._total = self.windows.counted()
        self._chance = np.random.default_rng(config.seed)
        self._example = self._of_window(first)
        # The step that was traced last, and where: the same one is looked at, proved and applied.
        self._traced: tuple[tuple[int, int, Example, float], StepTrace] | None = None
        self._means = MeanLosses(network, self.windows, self._of_window)

    @classmethod
    def small(cls, corpus: EncodedCorpus, config: TrainingConfig) -> Walkthrough:
        """Return a walk with a network of its own, W and W′ drawn at random.

        Raises
        ------
        ConfigError, CorpusError
            If the text has fewer than two words, or no window.
        """
        network = Network.small(corpus.vocabulary.kept(config.min_count), config)
        return cls(network, corpus, config.alpha)

    @classmethod
    def of_run(
        cls,
        corpus: EncodedCorpus,
        config: TrainingConfig,
        weights: tuple[NDArray[np.float32], NDArray[np.float32]],
        alpha: float,
        epoch: int,
    ) -> Walkthrough:
        """Return a walk with a copy of a run's weights, W and W_out, in double precision.

        Raises
        ------
        ConfigError
            If there is not enough memory for it, or if not all weights are numbers.
        """
        W, W_out = weights
        check_memory(W, W_out)
        # Where a step would notice it late: a row that is no number is shown long before a step takes it.
        if not all(each.min() >= -LARGEST and each.max() <= LARGEST for each in weights):
            raise too_large()
        network = Network.copied(corpus.vocabulary.kept(config.min_count), config, W, W_out)
        return cls(network, corpus, alpha, min(epoch, config.epochs - 1), "run")

    # -- which pair -------------------------------------------------------------------------------------------

    def next_pair(self) -> None:
        """Take the next pair of the text, after the last the first."""
        following = self.windows.following(self._example.position) or self.windows.first()
        self._take(following)

    def previous_pair(self) -> None:
        """Take the pair before, before the first the last."""
        at = self._example.position
        self._take(self.windows.preceding(at) or self.windows.preceding(1 << 62))

    def random_pair(self) -> None:
        """Take any pair of the text."""
        self._take(self.windows.random(self._chance))

    def pair_at(self, position: int) -> None:
        """Take the pair whose centre stands at a position of the corpus; if there is none, the next one."""
        self._take(self.windows.at(position) or self.windows.following(position) or self.windows.first())

    def pair_numbered(self, number: int) -> None:
        """Take the so-and-so-manieth pair of a text that is short enough to be counted, from 1."""
        self._take(self.windows.numbered(number))

    def pair_of(self, word: str) -> None:
        """Take the next pair that has a word at its centre.

        Raises
        ------
        UnknownWordError
            If it is not in the vocabulary, or has no window anywhere.
        """
        found = self.windows.with_centre(self._id(word), self._example.position)
        if found is None:
            raise UnknownWordError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "“{word}” is at the centre of no window in this epoch: wherever it occurs it stands alone or was "
                    "thinned out. Take another word, or set subsampling to 0.",
                ),
                word=word,
            )
        self._take(found)

    def typed_pair(self, centre: str, context: Sequence[str]) -> None:
        """Take a pair that somebody has typed.

        Raises
        ------
        UnknownWordError
            If a word is not in the vocabulary.
        ConfigError
            If there is no context.
        """
        self._example = self.network.example(self._id(centre), [self._id(word) for word in context])

    def _id(self, word: str) -> int:
        found = self.network.vocabulary.index(word)
        if found is None:
            raise UnknownWordError(
                QT_TRANSLATE_NOOP(
                    "errors", "“{word}” is not among the {size} words of this network. Take one that is."
                ),
                word=word,
                size=len(self.network.vocabulary),
            )
        return found

    def _take(self, window: Window | None) -> None:
        if window is not None:
            self._example = self._of_window(window)

    def _of_window(self, window: Window) -> Example:
        # A text that has been gone through once gets new noise words, as in training.
        rounds = self.timeline.position // self._total if self._total else 0
        return self.network.example(window.centre, window.context, window.position, self._epoch + rounds)

    # -- forward and back in time ------------------------------------------------------------------------------

    def set_alpha(self, alpha: float) -> None:
        """Set the learning rate from here on."""
        self._alpha = alpha

    def advance(
        self,
        updates: int,
        *,
        stay: bool = False,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Callable[[int], None] = lambda done: None,
    ) -> None:
        """Apply updates, one pair of the text after the other, or what has been undone again.

        Parameters
        ----------
        updates : int
        stay : bool
            Apply the same pair every time.
        cancelled : callable
            Asked before every update whether to give up; what has been applied stays.
        progress : callable
            Told how many have been applied.

        Raises
        ------
        ConfigError
            If the weights would become too large to compute with: that update is not applied, or undone.
        """
        every = max(updates // 100, 1)
        for done in range(1, updates + 1):
            if cancelled():
                return
            self._apply()
            if not stay or self.timeline.position < len(self.timeline.updates):
                self._settle()
            if done % every == 0:
                self._means.measure(self.timeline.position)
            progress(done)

    def _apply(self) -> None:
        trace = self._trace()
        if not trace.bounded:
            raise too_large()
        branch = self.timeline.branch
        self.timeline.apply(trace)
        if self.timeline.branch != branch:
            self._means.forget_after(self.timeline.position - 1)

    def go(self, position: int, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Undo or redo updates until so many are applied, and take the pair of the update that comes next.

        If ``cancelled`` says so, it stays where it is by then.
        """
        with contextlib.suppress(Cancelled):
            self.timeline.go(min(max(position, 0), len(self.timeline.updates)), cancelled)
        self._settle()

    def go_to_branch(self, branch: int, cancelled: Callable[[], bool] = lambda: False) -> None:
        """Go to the end of another future, counted from 1."""
        with contextlib.suppress(Cancelled):
            self.timeline.go_to_branch(branch - 1, cancelled)
        self._means.forget_after(0)
        self._settle()

    def _settle(self) -> None:
        """Take the pair and the rate that belong to where the timeline stands."""
        updates, position = self.timeline.updates, self.timeline.position
        if position < len(updates):
            self._example, self._alpha = updates[position].example, updates[position].alpha
        elif position:
            last = updates[-1].example
            self._example = last
            if last.position >= 0:
                self.next_pair()

    # -- what there is to see -----------------------------------------------------------------------------------

    def proof(self, cancelled: Callable[[], bool] = lambda: False) -> Proof:
        """Compare the gradients of the step that comes next with central differences.

        Raises
        ------
        Cancelled
            If ``cancelled`` said so.
        """
        return prove(self.network, self._trace(), cancelled)

    def scene(self) -> Scene:
        """Return what there is to see now.

        Raises
        ------
        ConfigError
            If the weights became too large to compute with; the last update is then undone.
        """
        trace = self._trace()
        timeline, network = self.timeline, self.network
        self._means.measure(timeline.position)
        positions, means = self._means.curve()
        whole = len(network.W) <= MAPPED_WORDS
        return Scene(
            words=network.vocabulary.words,
            counts=network.vocabulary.counts,
            trace=trace,
            place=self._place(trace),
            W=rows_of_W(network, trace),
            W_out=rows_of_W_out(network, trace),
            position=timeline.position,
            length=len(timeline.updates),
            losses=timeline.losses,
            mean_positions=positions,
            mean_losses=means,
            vectors=Vectors(network.W.copy(), network.W_out.copy()) if whole else None,
            noise_probabilities=network.layer.probabilities,
            tree=network.layer.tree,
            source=self.source,
            branch=timeline.branch + 1,
            branches=timeline.branches,
            alpha=self._alpha,
            remark=remark(trace, network.vocabulary.words),
        )

    def _trace(self) -> StepTrace:
        """Return the trace of the step that comes next, which is looked at, proved and applied."""
        at = self.timeline.branch, self.timeline.position, self._example, self._alpha
        if self._traced is None or self._traced[0] != at:
            try:
                self._traced = at, self.network.trace(self._example, self._alpha)
            except ConfigError:
                if self.timeline.position:
                    self.go(self.timeline.position - 1)
                raise
        return self._traced[1]

    def _place(self, trace: StepTrace) -> Place:
        position, words = trace.example.position, self.network.vocabulary.words
        window = self.windows.at(position)
        if window is None:
            half = trace.C // 2
            ids = [*trace.context[:half], trace.centre, *trace.context[half:]]
            return Place(tuple(words[i] for i in ids), half, tuple(i for i in range(len(ids)) if i != half), position)
        excerpt = self.windows.sentence(window)
        number = self.windows.number(position) if self._total else 0
        return Place(excerpt.tokens, excerpt.centre, excerpt.context, position, number, self._total or 0)


def check_memory(W: NDArray[np.float32], W_out: NDArray[np.float32]) -> None:
    """Raise if there is not enough memory to look into weights of this size.

    Raises
    ------
    ConfigError
    """
    needed, free = 4 * (W.nbytes + W_out.nbytes) + 2 * BUDGET, free_memory()
    if free is not None and needed > free:
        raise ConfigError(
            QT_TRANSLATE_NOOP(
                "errors",
                "To look into these weights takes {needed:,.1f} GB of memory, and {free:,.1f} GB are free. Raise the "
                "minimum count, or close other programs.",
            ),
            needed=needed / 1e9,
            free=free / 1e9,
        )
