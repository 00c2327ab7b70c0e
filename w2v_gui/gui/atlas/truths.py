"""What is true about a map, however it is made: how far it can be believed, true neighbours, groups."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from w2v_gui.gui.latest import Latest
from w2v_gui.vectors.clusters import Clusters, clusters
from w2v_gui.vectors.layouts.preparing import unit_rows
from w2v_gui.vectors.trust import Trust, trustworthiness

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.panels.atlas import AtlasPanel
    from w2v_gui.vectors.layouts import LayoutFrame
    from w2v_gui.vectors.word_vectors import WordVectors

NEIGHBOURS = 10
"""How many true neighbours of a word are found."""

# While words move, it is measured anew after so many seconds, and after so many times what that takes.
_TRUST_SECONDS = 2.0
_TRUST_SHARE = 30.0


class MapTruths(QObject):
    """Measures on other threads; of several questions of a kind the latest is answered.

    Parameters
    ----------
    jobs : Jobs
    parent : QObject

    Attributes
    ----------
    trust_made : Signal(object)
        With the `Trust` that a map deserves, or None where there are too few words to tell.
    neighbours_found : Signal(int, object, object)
        With a row, its true neighbours among the words on the map, the nearest first, and their cosines.
    clusters_found : Signal(object)
        With the group of each point of the map; -1 for words without a direction.
    failed : Signal(object)
        With an exception.
    """

    trust_made = Signal(object)
    neighbours_found = Signal(int, object, object)
    clusters_found = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._vectors: WordVectors | None = None
        self._mapped: WordVectors | None = None
        self._frame: LayoutFrame | None = None
        self._units = _Units()
        self._groups = 0
        self._clusters: Clusters | None = None
        self._trust = self._latest(jobs, self._trusted)
        self._trust_at, self._trust_seconds = 0.0, 0.0
        self._near = self._latest(jobs, lambda found: self.neighbours_found.emit(*found))
        self._grouping = self._latest(jobs, self._grouped)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.measure_trust)

    def _latest(self, jobs: Jobs, answered: Callable[[Any], None]) -> Latest:
        latest = Latest(jobs, self)
        latest.answered.connect(answered)
        latest.failed.connect(self.failed)
        return latest

    def attend(self, panel: AtlasPanel) -> None:
        """Take the wishes of a panel, and bring it the answers."""
        panel.neighbours_asked.connect(self.find_neighbours)
        panel.clusters_asked.connect(self.find_clusters)
        self.trust_made.connect(panel.show_trust)
        self.neighbours_found.connect(panel.show_neighbours)
        self.clusters_found.connect(panel.show_clusters)

    # -- about what -----------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Forget the map: there are other vectors."""
        self.stop()
        for latest in (self._trust, self._near, self._grouping):
            latest.forget()
        self._vectors = self._mapped = self._frame = self._clusters = None
        self._units = _Units()

    def show_vectors(self, vectors: WordVectors) -> None:
        """Ask these about neighbours and groups: the newest there are."""
        self._vectors = vectors

    def show_frame(self, frame: LayoutFrame, mapped: WordVectors, *, regroup: bool) -> None:
        """Take a map as it stands; ``regroup`` says whether its words, or what they are made of, are others."""
        self._frame, self._mapped = frame, mapped
        if regroup:
            self.group()

    def stop(self) -> None:
        """Measure nothing later."""
        self._later.stop()

    # -- how far it can be believed -------------------------------------------------------------------------------

    def measure_trust(self) -> None:
        frame, vectors, units = self._frame, self._mapped, self._units
        if frame is None or vectors is None:
            return
        self._trust_at = time.monotonic()

        def work(job: Job) -> tuple[Trust | None, float]:
            began = time.monotonic()
            placed = np.isfinite(frame.coordinates).all(axis=1)
            known = units.of(vectors, frame.rows, job)
            whole = bool(placed.all())
            trust = trustworthiness(
                known if whole else known[placed],
                frame.coordinates if whole else frame.coordinates[placed],
                job.cancelled,
            )
            return trust, time.monotonic() - began

        self._trust.ask(work)

    def measure_trust_if_due(self) -> None:
        """Measure it while words move, so seldom that a run that goes on hardly feels it."""
        if not self._trust.active and self._trust_wait() <= 0:
            self.measure_trust()

    def measure_trust_in_time(self) -> None:
        """Measure it for a newer moment as soon as it is due, if nothing is measured by then."""
        if not self._later.isActive():
            self._later.start(max(0, round(1000 * self._trust_wait())))

    def forget_trust(self) -> None:
        """Another map is wanted: nobody asks any more how far this one can be believed."""
        self._trust.forget()

    def _trust_wait(self) -> float:
        pause = max(_TRUST_SECONDS, _TRUST_SHARE * self._trust_seconds)
        return self._trust_at + pause - time.monotonic()

    def _trusted(self, outcome: tuple[Trust | None, float]) -> None:
        trust, self._trust_seconds = outcome
        self._trust_at = time.monotonic()
        self.trust_made.emit(trust)

    # -- true neighbours, and groups ------------------------------------------------------------------------------

    def find_neighbours(self, row: int) -> None:
        """Find the true neighbours of the word of a row among those on the map."""
        vectors, frame, units = self._vectors, self._frame, self._units
        if vectors is None or frame is None:
            return
        rows = frame.rows
        self._near.ask(lambda job: (row, *_neighbours(units.of(vectors, rows, job), rows, row)))

    def find_clusters(self, count: int) -> None:
        """Divide the words on the map into so many groups, now and whenever they have changed; 0: do not."""
        self._groups = count
        self._grouping.forget()
        self.group()

    def group(self) -> None:
        """Divide them anew, if they are to be divided."""
        vectors, frame, units = self._vectors, self._frame, self._units
        count, before = self._groups, self._clusters
        if vectors is None or frame is None or not count or self._grouping.active:
            return
        rows, seed = frame.rows, frame.wish.seed

        def work(job: Job) -> tuple[LayoutFrame, Clusters]:
            return frame, clusters(units.of(vectors, rows, job), count, seed, before, job.cancelled)

        self._grouping.ask(work)

    def _grouped(self, outcome: tuple[LayoutFrame, Clusters]) -> None:
        frame, self._clusters = outcome
        if self._frame is not None and np.array_equal(frame.rows, self._frame.rows):
            self.clusters_found.emit(self._clusters.labels)
        else:
            self.group()


class _Units:
    """The directions of the words that are on the map, kept for the next question about them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._vectors: WordVectors | None = None
        self._rows: NDArray[np.intp] | None = None
        self._units: NDArray[np.float32] | None = None

    def of(self, vectors: WordVectors, rows: NDArray[np.intp], job: Job) -> NDArray[np.float32]:
        with self._lock:
            known = self._rows is not None and np.array_equal(self._rows, rows)
            if self._units is None or self._vectors is not vectors or not known:
                self._units = unit_rows(vectors, rows, job.cancelled)
                self._vectors, self._rows = vectors, rows
            return self._units


def _neighbours(
    units: NDArray[np.float32], rows: NDArray[np.intp], row: int
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """Return the rows nearest to a row by cosine, the nearest first, and their cosines."""
    place = np.flatnonzero(rows == row)
    if not len(place) or not units[place[0]].any():
        return rows[:0], np.zeros(0, np.float32)
    cosines = units @ units[place[0]]
    cosines[~units.any(axis=1)] = -np.inf
    cosines[place] = -np.inf
    count = min(NEIGHBOURS, len(rows) - 1)
    best = np.argpartition(-cosines, count - 1)[:count] if count else np.zeros(0, np.intp)
    best = best[np.argsort(-cosines[best], kind="stable")]
    best = best[cosines[best] > -np.inf]
    return rows[best], np.clip(cosines[best], -1.0, 1.0)
