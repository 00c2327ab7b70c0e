"""Connects the Explore page with the vectors it is about, and its cards with those who answer them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from w2v_gui.gui.asking import Asking
from w2v_gui.gui.atlas.work import AtlasWork
from w2v_gui.gui.comparing import Comparing
from w2v_gui.gui.latest import Latest
from w2v_gui.gui.mapping import Mapping
from w2v_gui.gui.predicting import Predicting
from w2v_gui.gui.relating import Relating
from w2v_gui.gui.run_weights import RunWeights
from w2v_gui.gui.scoring import Scoring
from w2v_gui.gui.vector_saving import VectorSaving
from w2v_gui.session.run import RunState

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from w2v_gui.gui.controller import Controller
    from w2v_gui.gui.explored import Explored
    from w2v_gui.gui.jobs import Job, Jobs
    from w2v_gui.gui.opening import Opened
    from w2v_gui.gui.pages.explore import ExplorePage
    from w2v_gui.gui.settings import WindowSettings
    from w2v_gui.vectors.word_vectors import Rows

RUN, FILE = "run", "file"


class Exploring(QObject):
    """Decides which vectors the page is about: those of the run, as they are at the moment, or those of a file.

    Nothing is copied or prepared while the page is not seen.

    Parameters
    ----------
    page : ExplorePage
    controller : Controller
    jobs : Jobs
    settings : WindowSettings
    window : QWidget
        Over which it is asked where to save.
    parent : QObject

    Attributes
    ----------
    saved : Signal(str)
        With the path of vectors that have been saved.
    failed : Signal(object)
        With an exception; most are not the user's doing.
    """

    saved = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        page: ExplorePage,
        controller: Controller,
        jobs: Jobs,
        settings: WindowSettings,
        window: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._seen = False
        self._sources: dict[str, Explored | None] = {RUN: None, FILE: None}
        self._chosen = RUN
        self._rows: Rows = "W"
        self._opened: Opened | None = None
        self._explored: Explored | None = None
        self._wish: tuple[Explored, Rows] | None = None
        self._weights = RunWeights(controller, jobs, self)
        self._weights.taken.connect(self._take_run)
        controller.state_changed.connect(self._state_changed)
        self._choosing = Latest(jobs, self)
        self._choosing.answered.connect(self._show)
        self.mapping = Mapping(jobs, self)
        self._saving = VectorSaving(jobs, settings, window)
        atlas_work = AtlasWork(jobs, self)
        asking, relating, predicting = Asking(jobs, self), Relating(jobs, self), Predicting(jobs, self)
        comparing, scoring = Comparing(jobs, self), Scoring(jobs, settings, self)
        asking.attend(page.ask)
        relating.attend(page.why)
        predicting.attend(page.predict)
        self.mapping.attend(page.atlas)
        atlas_work.attend(page.atlas)
        comparing.attend(page.similarity)
        scoring.attend(page.scores)
        self._saving.attend(page.save)
        self.mapping.frame_made.connect(page.save.show_map)
        self._workers = (
            asking,
            relating,
            predicting,
            self.mapping,
            atlas_work,
            comparing,
            scoring,
            self._saving,
        )
        for worker in (*self._workers, self._weights, self._choosing):
            worker.failed.connect(self.failed)
        self._saving.saved.connect(self.saved)
        page.seen_changed.connect(self._show_seen)
        page.rows_chosen.connect(self._choose_rows)
        page.bar.source_chosen.connect(self._choose_source)
        page.bar.close_asked.connect(self.close_file)
        self.mapping.set_beside_run(controller.state is RunState.TRAINING)
        self._show_seen(page.isVisible())

    @property
    def explored(self) -> Explored | None:
        """What the page is about at the moment."""
        return self._explored

    def open_text(self, opened: Opened) -> None:
        """Know the text that is open: vectors of a file can be looked up in it, too."""
        self._opened = opened
        self._weights.open_text(opened)
        file = self._sources[FILE]
        if file is not None:
            self._sources[FILE] = replace(file, opened=opened)
            if self._chosen == FILE:
                self._refresh()

    def show_vectors(self, explored: Explored) -> None:
        """Show vectors that have been opened."""
        self._sources[FILE] = replace(explored, opened=self._opened)
        self._choose_source(FILE)

    def close_file(self) -> None:
        """Let go of the vectors that have been opened."""
        self._sources[FILE] = None
        self._choose_source(RUN)

    def wait_for_saving(self, then: Callable[[], None]) -> bool:
        """Call ``then`` when vectors that are being saved are on the disk; returns whether any are."""
        if self._saving.active:
            self._saving.wait(then)
        return self._saving.active

    def shutdown(self, seconds: float = 10.0) -> bool:
        """Give up what is being made, and wait; returns whether nothing goes on any more."""
        return self.mapping.shutdown(seconds)

    # -- which vectors --------------------------------------------------------------------------------------------

    def _show_seen(self, seen: bool) -> None:
        self._seen = seen
        self._weights.set_wanted(seen and self._chosen == RUN)
        if seen:
            self._refresh()

    def _take_run(self, explored: Explored | None) -> None:
        self._sources[RUN] = explored
        if self._chosen == RUN:
            self._refresh()

    def _state_changed(self, state: RunState | None) -> None:
        self.mapping.set_beside_run(state is RunState.TRAINING)
        if self._chosen == RUN and not self._weights.name and self._sources[FILE] is not None:
            self._choose_source(FILE)
        self._show_sources()

    def _choose_source(self, source: str) -> None:
        self._chosen = source
        self._weights.set_wanted(self._seen and source == RUN)
        self._refresh()

    def _choose_rows(self, rows: Rows) -> None:
        self._rows = rows
        self._refresh()

    def _refresh(self) -> None:
        """Show the vectors of the moment; the mean of two large matrices takes a while, and is made elsewhere."""
        explored = self._sources[self._chosen]
        if explored is None:
            # Seen or not: whoever holds what has gone lets go of it.
            self._choosing.forget()
            self._wish = None
            if self._explored is not None:
                self._show(None)
        if not self._seen:
            return
        self._show_sources()
        if explored is None:
            return
        rows: Rows = self._rows if explored.vectors.output is not None else "W"
        if self._wish == (explored, rows):
            return
        self._wish = explored, rows
        if rows == "W":
            self._choosing.forget()
            self._show(explored)
            return

        def work(job: Job) -> Explored:
            chosen = explored.using(rows)
            _ = chosen.vectors.directionless
            return chosen

        self._choosing.ask(work)

    def _show_sources(self) -> None:
        file = self._sources[FILE]
        run = self._opened if self._weights.name else None
        self._page.bar.show_sources(self._chosen, run, "" if file is None else file.name)

    def _show(self, explored: Explored | None) -> None:
        self._explored = explored
        # First those who answer: a card that sees other vectors may ask at once.
        for worker in self._workers:
            worker.show_explored(explored)
        self._page.show_explored(explored)
