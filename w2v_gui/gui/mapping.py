"""The map of the Explore page, made elsewhere: at once, or watched while it is made; and what is true about it."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from w2v_gui.errors import QT_TRANSLATE_NOOP, ConfigError, UserError
from w2v_gui.gui.language import sentence
from w2v_gui.gui.latest import Latest
from w2v_gui.vectors.clusters import Clusters, clusters
from w2v_gui.vectors.layouts import LAYOUTS, checked
from w2v_gui.vectors.layouts.making import Making, Workshop
from w2v_gui.vectors.layouts.preparing import prepare, unit_rows
from w2v_gui.vectors.trust import Trust, trustworthiness

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as Values

    from numpy.typing import NDArray

    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.panels.atlas import AtlasPanel
    from w2v_gui.vectors.layouts import LayoutFrame, LayoutWish
    from w2v_gui.vectors.layouts.preparing import Prepared
    from w2v_gui.vectors.word_vectors import WordVectors

NEIGHBOURS = 10
"""How many true neighbours of a word are found."""

_POLL_MS = 33

# While words move, it is measured anew after so many seconds, and after so many times what that takes.
_TRUST_SECONDS = 2.0
_TRUST_SHARE = 30.0


class Mapping(QObject):
    """Takes wishes for a map, one instead of the other, and brings it as it comes.

    Parameters
    ----------
    jobs : Jobs
        For what is done at once, and what is measured on maps.
    parent : QObject

    Attributes
    ----------
    frame_made : Signal(object)
        With a `LayoutFrame`: the latest only, at most thirty a second.
    state_changed : Signal(str)
        ``"idle"``: there is no map; ``"preparing"``; ``"running"``: words move; ``"paused"``; ``"done"``.
    progressed : Signal(str, object)
        With a key of `PHASES`, and how much of it is done, from 0 to 1, or None where nobody knows.
    trust_made : Signal(object)
        With the `Trust` that a map deserves, or None where there are too few words to tell.
    neighbours_found : Signal(int, object, object)
        With a row, its true neighbours among the words on the map, the nearest first, and their cosines.
    clusters_found : Signal(object)
        With the group of each point of the map; -1 for words without a direction.
    refused : Signal(object)
        With a `UserError`: what cannot be done, and what to do instead.
    failed : Signal(object)
        With an exception that is not the user's doing.
    """

    frame_made = Signal(object)
    state_changed = Signal(str)
    progressed = Signal(str, object)
    trust_made = Signal(object)
    neighbours_found = Signal(int, object, object)
    clusters_found = Signal(object)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._explored: Explored | None = None
        self._wish: LayoutWish | None = None
        self._frame: LayoutFrame | None = None
        self._mapped: WordVectors | None = None
        self._principal: LayoutFrame | None = None
        self._state = "idle"
        self._phase: tuple[str, float | None] | None = None
        self._workshop = Workshop()
        self._making: Making | None = None
        self._given_up: list[Making] = []
        self._units = _Units()
        self._groups = 0
        self._clusters: Clusters | None = None
        self._prompt = self._latest(jobs, self._laid)
        self._trust = self._latest(jobs, self._trusted)
        self._trust_at, self._trust_seconds = 0.0, 0.0
        self._near = self._latest(jobs, self._found)
        self._grouping = self._latest(jobs, self._grouped)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._measure_trust)
        self._poll = QTimer(self)
        self._poll.setInterval(_POLL_MS)
        self._poll.timeout.connect(self._look)

    def _latest(self, jobs: Jobs, answered: Callable[[Any], None]) -> Latest:
        latest = Latest(jobs, self)
        latest.answered.connect(answered)
        latest.failed.connect(self._gone_wrong)
        return latest

    @property
    def state(self) -> str:
        return self._state

    # -- what is wanted -----------------------------------------------------------------------------------------

    def show_explored(self, explored: Explored | None) -> None:
        """Map these vectors from now on.

        A newer moment moves the words of a map that is made at once. One that takes long stays as it is, until it is
        asked for again, or others of the words' vectors are.
        """
        before, self._explored = self._explored, explored
        if explored is None or before is None or explored.lineage is not before.lineage:
            self._forget()
            return
        wish = self._wish
        if wish is None:
            return
        if LAYOUTS[wish.method].prompt or explored.rows != before.rows:
            self.ask(wish)
        else:
            self._group()

    def ask(self, wish: LayoutWish) -> None:
        """Make a map instead of the one that is there or being made."""
        layout = LAYOUTS[wish.method]
        self._give_up()
        self._wish = wish
        if self._explored is None:
            return
        if not layout.available():
            self._refuse(
                UserError(
                    QT_TRANSLATE_NOOP(
                        "errors",
                        '{method} is not installed. Install it with “pip install "w2v-gui[{extra}]"”, and start again.',
                    ),
                    method=layout.label,
                    extra=layout.key,
                )
            )
            return
        try:
            values = checked(wish)
        except ConfigError as problem:
            self._refuse(problem)
            return
        vectors = self._mapped = self._explored.vectors
        principal = self._principal
        if layout.prompt:
            self._prompt.ask(lambda job: prepare(vectors, wish, principal, job.cancelled).principal_frame())
            if self._state != "done":
                self._set_state("preparing")
            return

        def preparing(given_up: Callable[[], bool]) -> Prepared:
            return prepare(vectors, wish, principal, given_up)

        self._making = Making(self._workshop, wish, values, preparing, self._given_up[-1] if self._given_up else None)
        self._making.start()
        self._set_state("preparing")
        self._poll.start()

    def pause(self) -> None:
        if self._making is not None and self._state in ("preparing", "running"):
            self._making.pause()
            self._set_state("paused")
            self._measure_trust()

    def resume(self) -> None:
        if self._making is not None and self._state == "paused":
            self._making.resume()
            self._set_state("running" if self._making.moving else "preparing")
            self._poll.start()

    def stop(self) -> None:
        """Be content with the map as it is."""
        if self._making is None and not self._prompt.active:
            return
        self._give_up()
        self._settle()

    def change(self, values: Values[str, Any]) -> None:
        """Use other settings: a map that is live goes on with them from where it stands, another is made anew."""
        if self._wish is None:
            return
        wish = replace(self._wish, values={**self._wish.values, **values})
        settings = LAYOUTS[wish.method].settings
        if self._making is None or not all(name in settings and settings[name].live for name in values):
            self.ask(wish)
            return
        try:
            allowed = checked(wish)
        except ConfigError as problem:
            self.refused.emit(problem)
            return
        self._wish = wish
        self._making.change({name: allowed[name] for name in values})
        if self._state == "done":
            self._set_state("running")
        self._poll.start()

    def find_neighbours(self, row: int) -> None:
        """Find the true neighbours of the word of a row among those on the map."""
        explored, frame, units = self._explored, self._frame, self._units
        if explored is None or frame is None:
            return
        vectors, rows = explored.vectors, frame.rows
        self._near.ask(lambda job: (row, *_neighbours(units.of(vectors, rows, job), rows, row)))

    def find_clusters(self, count: int) -> None:
        """Divide the words on the map into so many groups, now and whenever they have changed; 0: do not."""
        self._groups = count
        self._grouping.forget()
        self._group()

    def shutdown(self, seconds: float = 10.0) -> bool:
        """End what is being made, and wait at most so many seconds; returns whether nothing goes on any more."""
        deadline = time.monotonic() + seconds
        self._give_up()
        self._later.stop()
        self._workshop.close()
        return all(making.wait(max(0.0, deadline - time.monotonic())) for making in self._given_up)

    def attend(self, panel: AtlasPanel) -> None:
        """Take the wishes of a panel, and bring it the answers."""
        panel.layout_asked.connect(self.ask)
        panel.pause_asked.connect(self.pause)
        panel.resume_asked.connect(self.resume)
        panel.stop_asked.connect(self.stop)
        panel.values_changed.connect(self.change)
        panel.neighbours_asked.connect(self.find_neighbours)
        panel.clusters_asked.connect(self.find_clusters)
        self.frame_made.connect(panel.show_frame)
        self.state_changed.connect(panel.show_state)
        self.progressed.connect(panel.show_progress)
        self.trust_made.connect(panel.show_trust)
        self.neighbours_found.connect(panel.show_neighbours)
        self.clusters_found.connect(panel.show_clusters)
        self.refused.connect(lambda problem: panel.refuse(lambda: sentence(problem)))

    # -- what comes back ----------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Take what has come from the other process since the last time."""
        making = self._making
        if making is None:
            self._poll.stop()
            return
        # Looked at before the map is taken: what is done has left its last map by then.
        done, over, problem = making.done, making.over, making.problem
        if self._state == "paused":
            # Nothing moves from the moment at which one has said so.
            self._poll.stop()
            return
        frame = making.take_frame()
        if frame is not None:
            self._show(frame)
        if problem is not None:
            self._give_up()
            self._refuse(problem)
        elif done or over:
            self._making = None if over else making
            self._settle()
        elif making.moving:
            self._set_state("running")
            if frame is not None and self._trust_is_due():
                self._measure_trust()
        else:
            self._set_state("preparing")
            if making.phase != self._phase:
                self._phase = making.phase
                self.progressed.emit(*making.phase)

    def _laid(self, frame: LayoutFrame) -> None:
        newer = self._frame is not None and self._frame.wish is frame.wish
        self._principal = frame
        self._show(frame)
        self._rest()
        if newer:
            self._measure_trust_in_time()
        else:
            self._measure_trust()

    def _show(self, frame: LayoutFrame) -> None:
        others = self._frame is None or not np.array_equal(self._frame.rows, frame.rows)
        self._frame = frame
        self.frame_made.emit(frame)
        if others or LAYOUTS[frame.wish.method].prompt:
            self._group()

    def _settle(self) -> None:
        self._rest()
        self._measure_trust()

    def _rest(self) -> None:
        """Say that the map is done, if there is one."""
        self._poll.stop()
        self._phase = None
        self._set_state("idle" if self._frame is None else "done")

    def _give_up(self) -> None:
        """Take nothing more of what is being made."""
        self._poll.stop()
        self._phase = None
        self._prompt.forget()
        self._trust.forget()
        if self._making is not None:
            self._making.give_up()
            # One that prepares a large map may need longer than the next one waits for it.
            self._given_up = [*(making for making in self._given_up if not making.over), self._making]
            self._making = None

    def _forget(self) -> None:
        self._give_up()
        self._later.stop()
        self._near.forget()
        self._grouping.forget()
        self._wish = self._frame = self._principal = self._mapped = self._clusters = None
        self._units = _Units()
        self._set_state("idle")

    def _set_state(self, state: str) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _refuse(self, problem: BaseException) -> None:
        self._poll.stop()
        self._set_state("idle" if self._frame is None else "done")
        (self.refused if isinstance(problem, UserError) else self.failed).emit(problem)

    def _gone_wrong(self, error: BaseException) -> None:
        if self.sender() is self._prompt:
            self._refuse(error)
        else:
            self.failed.emit(error)

    # -- what is true about it ----------------------------------------------------------------------------------

    def _trust_is_due(self) -> bool:
        return not self._trust.active and self._trust_wait() <= 0

    def _trust_wait(self) -> float:
        """Return the seconds until it may be measured anew; a run that goes on should hardly feel it."""
        pause = max(_TRUST_SECONDS, _TRUST_SHARE * self._trust_seconds)
        return self._trust_at + pause - time.monotonic()

    def _measure_trust_in_time(self) -> None:
        """Measure it for a newer moment as soon as it is due, if nothing is measured by then."""
        if not self._later.isActive():
            self._later.start(max(0, round(1000 * self._trust_wait())))

    def _measure_trust(self) -> None:
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

    def _trusted(self, outcome: tuple[Trust | None, float]) -> None:
        trust, self._trust_seconds = outcome
        self._trust_at = time.monotonic()
        self.trust_made.emit(trust)

    def _found(self, outcome: tuple[int, Any, Any]) -> None:
        self.neighbours_found.emit(*outcome)

    def _group(self) -> None:
        explored, frame, units = self._explored, self._frame, self._units
        count, before = self._groups, self._clusters
        if explored is None or frame is None or not count or self._grouping.active:
            return
        vectors, rows, seed = explored.vectors, frame.rows, frame.wish.seed

        def work(job: Job) -> tuple[LayoutFrame, Clusters]:
            return frame, clusters(units.of(vectors, rows, job), count, seed, before, job.cancelled)

        self._grouping.ask(work)

    def _grouped(self, outcome: tuple[LayoutFrame, Clusters]) -> None:
        frame, self._clusters = outcome
        if self._frame is not None and np.array_equal(frame.rows, self._frame.rows):
            self.clusters_found.emit(self._clusters.labels)
        else:
            self._group()


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
