"""UMAP, where umap-learn is installed: the arrangement comes when it is done."""

from __future__ import annotations

import importlib.util
import threading
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from w2v_gui.errors import QT_TRANSLATE_NOOP
from w2v_gui.setting import setting
from w2v_gui.vectors.layouts.nearest import nearest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from w2v_gui.vectors.layouts.work import Work

FEWEST = 4
"""Of fewer words there is nothing to arrange."""

_SPREAD = 10.0
"""How far the places reach from which words begin."""


@dataclass(frozen=True)
class UmapSettings:
    """How UMAP arranges words."""

    neighbours: int = setting(
        15,
        QT_TRANSLATE_NOOP("settings", "Neighbours"),
        QT_TRANSLATE_NOOP(
            "settings",
            "How many neighbours a word is tied to. Few: small groups come apart. Many: the larger arrangement counts.",
        ),
        source="McInnes, Healy & Melville 2018",
        minimum=2,
        maximum=200,
    )
    min_distance: float = setting(
        0.1,
        QT_TRANSLATE_NOOP("settings", "Least distance"),
        QT_TRANSLATE_NOOP("settings", "How near to each other words may come on the map."),
        source="McInnes, Healy & Melville 2018",
        minimum=0.0,
        maximum=1.0,
        step=0.05,
    )
    iterations: int = setting(
        0,
        QT_TRANSLATE_NOOP("settings", "Iterations"),
        QT_TRANSLATE_NOOP("settings", "How often the words are moved; 0: as their number asks for."),
        minimum=0,
        maximum=5000,
    )


def available() -> bool:
    """Return whether umap-learn is installed; it is not imported."""
    return importlib.util.find_spec("umap") is not None


def run(rows: NDArray[np.float32], start: NDArray[np.float32], seed: int, work: Work) -> None:
    """Arrange words, and publish where they lie.

    Parameters
    ----------
    rows : ndarray of float32, shape (n, N)
        Of length 1.
    start : ndarray of float32, shape (n, 2 or 3)
        Where the words lie at first; their arrangement counts, not their distances.
    seed : int
    work : Work
    """
    values = work.values
    count = min(values["neighbours"], len(rows) - 1)
    work.say("loading")
    with warnings.catch_warnings():
        # It says of the seed that it costs threads, and of neighbours that are given that no words can be added.
        warnings.simplefilter("ignore")
        from tqdm import tqdm

        # Its own lock would be one among processes, which nobody clears away when this one is ended.
        tqdm.set_lock(threading.RLock())
        from umap import UMAP

        near, far = nearest(rows, count - 1, seed, work)
        # The first neighbour of a word is the word itself.
        itself, nothing = np.arange(len(rows))[:, None], np.zeros((len(rows), 1))
        known = (np.hstack([itself, near]), np.hstack([nothing, far]).astype(np.float32), None)
        work.say("arranging")
        method = UMAP(
            n_neighbors=count,
            min_dist=values["min_distance"],
            n_components=start.shape[1],
            n_epochs=values["iterations"] or None,
            metric="euclidean",
            init=_beginning(start, seed),
            random_state=seed % 2**32,
            precomputed_knn=known,
            n_jobs=1,
        )
        places = method.fit_transform(rows)
    taken = {"neighbours": count} if count < values["neighbours"] else {}
    work.publish(places, 0, 0, float("nan"), taken)


def _beginning(start: NDArray[np.float32], seed: int) -> NDArray[np.float32]:
    reach = float(np.abs(start).max(initial=0.0)) or 1.0
    shifts = np.random.default_rng(seed).standard_normal(start.shape)
    return np.asarray(start * (_SPREAD / reach) + shifts * 1e-3, dtype=np.float32)
