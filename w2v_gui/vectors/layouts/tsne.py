"""t-SNE by openTSNE, one iteration after the other: to be watched, paused, and told otherwise on the way."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP
from w2v_gui.setting import setting
from w2v_gui.vectors.layouts.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from w2v_gui.vectors.layouts.work import Work

FEWEST = 4
"""Of fewer words there is nothing to arrange."""

_BEGINNING = 1e-4
"""How far apart words lie at first: so near together, all of them feel all others."""

_MOMENTUM = 0.8


@dataclass(frozen=True)
class TsneSettings:
    """How t-SNE arranges words: all of it can be changed while the map is made."""

    perplexity: float = setting(
        30.0,
        QT_TRANSLATE_NOOP("settings", "Perplexity"),
        QT_TRANSLATE_NOOP(
            "settings",
            "About how many neighbours a word tries to stay near to. Small: many small groups. Large: the larger "
            "arrangement counts, and it takes longer.",
        ),
        source="van der Maaten & Hinton 2008",
        minimum=1.0,
        maximum=500.0,
        live=True,
    )
    exaggeration: float = setting(
        1.0,
        QT_TRANSLATE_NOOP("settings", "Exaggeration"),
        QT_TRANSLATE_NOOP(
            "settings",
            "How many times stronger neighbours attract each other than the model says: groups become tighter, with "
            "more room between them.",
        ),
        source="Kobak & Berens 2019",
        minimum=1.0,
        maximum=50.0,
        step=0.5,
        live=True,
    )
    iterations: int = setting(
        1000,
        QT_TRANSLATE_NOOP("settings", "Iterations"),
        QT_TRANSLATE_NOOP("settings", "How often all words are moved, those of the beginning included."),
        minimum=1,
        maximum=100_000,
        live=True,
    )
    early_exaggeration: float = setting(
        12.0,
        QT_TRANSLATE_NOOP("settings", "Exaggeration at first"),
        QT_TRANSLATE_NOOP(
            "settings", "The same for the first iterations, in which words find those that they belong to."
        ),
        source="van der Maaten & Hinton 2008",
        minimum=1.0,
        maximum=50.0,
        step=1.0,
        advanced=True,
        live=True,
    )
    early_iterations: int = setting(
        250,
        QT_TRANSLATE_NOOP("settings", "Iterations at first"),
        QT_TRANSLATE_NOOP("settings", "How many of the iterations belong to the beginning."),
        minimum=0,
        maximum=100_000,
        advanced=True,
        live=True,
    )


def run(rows: NDArray[np.float32], start: NDArray[np.float32], seed: int, work: Work) -> None:
    """Arrange words until nobody wants that any more.

    When the iterations are done, it is waited for more of them, or for other settings: with those the map goes on
    from where it stands.

    Parameters
    ----------
    rows : ndarray of float32, shape (n, N)
        Of length 1.
    start : ndarray of float32, shape (n, 2 or 3)
        Where the words lie at first; their distances are made small.
    seed : int
        Of the tiny shifts by which words that lie at the same place come apart.
    work : Work

    Raises
    ------
    Cancelled
        When the work is given up: the only way out.
    """
    from openTSNE.tsne import TSNEEmbedding, gradient_descent

    attractions = _Attractions(rows, seed, work)
    threads = os.cpu_count() or 1
    embedding: Any = None
    iteration, perplexity = 0, 0.0
    while True:
        values = work.values
        if values["perplexity"] != perplexity:
            perplexity = values["perplexity"]
            affinities = attractions.of(perplexity)
            if embedding is None:
                embedding = TSNEEmbedding(
                    _beginning(start, seed),
                    affinities,
                    # The interpolation of the fast method knows two dimensions.
                    negative_gradient_method="auto" if start.shape[1] == 2 else "bh",
                    n_jobs=threads,
                    momentum=_MOMENTUM,
                    learning_rate="auto",
                )
            embedding.affinities, embedding.optimizer = affinities, gradient_descent()
        taken = attractions.taken(perplexity)
        early = min(values["early_iterations"], values["iterations"])
        until = early if iteration < early else values["iterations"]
        if iteration >= until:
            # Said of the map as it is now: fewer iterations may be wished than have been made.
            work.publish(embedding, iteration, until, float(embedding.kl_divergence), taken)
            work.await_change(values)
            continue
        watcher = _Watcher(work, values, iteration, taken)
        embedding.optimize(
            until - iteration,
            inplace=True,
            exaggeration=values["early_exaggeration"] if iteration < early else values["exaggeration"],
            callbacks=[watcher],
            callbacks_every_iters=1,
        )
        iteration = watcher.iteration if watcher.changed else until


class _Watcher:
    """Looks on after every iteration, and ends them when the settings have been changed."""

    def __init__(self, work: Work, values: Mapping[str, Any], done: int, taken: Mapping[str, Any]) -> None:
        self._work = work
        self._values = values
        self._done = done
        self._taken = taken
        self.iteration = done
        self.changed = False

    def __call__(self, number: int, divergence: float, embedding: NDArray[np.float64]) -> bool:
        # It is asked when the gradient is known, before the words are moved.
        self.iteration = self._done + number - 1
        self._work.publish(embedding, self.iteration, self._values["iterations"], float(divergence), self._taken)
        self._work.rest()
        self.changed = self._work.values is not self._values
        return self.changed


class _Attractions:
    """How strongly words attract each other, for any perplexity; the neighbours are looked for when more are needed."""

    def __init__(self, rows: NDArray[np.float32], seed: int, work: Work) -> None:
        self._rows = rows
        self._seed = seed
        self._work = work
        self._known: tuple[NDArray[np.intp], NDArray[np.float64]] | None = None

    def taken(self, perplexity: float) -> dict[str, float]:
        """Return what must be taken in place of a perplexity that is too large for so few words."""
        most = (len(self._rows) - 1) / 3
        return {"perplexity": most} if perplexity > most else {}

    def of(self, perplexity: float) -> Any:
        from openTSNE.affinity import Affinities, joint_probabilities_nn

        perplexity = self.taken(perplexity).get("perplexity", perplexity)
        count = max(1, min(int(3 * perplexity), len(self._rows) - 1))
        if self._known is None or self._known[0].shape[1] < count:
            self._known = nearest(self._rows, count, self._seed, self._work)
        near, far = self._known
        self._work.say("similarities")
        affinities = Affinities()
        affinities.P = joint_probabilities_nn(
            np.ascontiguousarray(near[:, :count]),
            np.ascontiguousarray(far[:, :count]),
            [perplexity],
            symmetrize=True,
            n_jobs=os.cpu_count() or 1,
        )
        return affinities


def _beginning(start: NDArray[np.float32], seed: int) -> NDArray[np.float64]:
    """Return places near each other in the same arrangement, no two the same."""
    places = start.astype(np.float64)
    spread = float(places[:, 0].std())
    places *= _BEGINNING / spread if spread > 0 else 0.0
    shifts = np.random.default_rng(seed).standard_normal(places.shape)
    return places + shifts * (_BEGINNING * (0.01 if spread > 0 else 1.0))
